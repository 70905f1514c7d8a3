"""Every named query gives the same rows everywhere: in Oxigraph here, in rdflib, and in servers after a load."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import partygraph
from partygraph import queries
from partygraph.cli import front
from partygraph.endpoints import Endpoint
from partygraph.errors import RemoteError, UsageError
from partygraph.resources import folder
from partygraph.sparql.answers import Answer
from partygraph.stores import Build, connect, load
from partygraph.stores.asking import ask
from partygraph.stores.http import Login

if TYPE_CHECKING:
    from servers import Server

pytest_plugins = ("servers",)

ARTICLE = folder("data") / "articles" / "connecticut-working-families-party.txt"
GIVEN = {"evidence": {"of": "gomes"}, "timeline": {"since": "2007"}, "facts": {"about": "Hartford"}}
CASES = [(name, GIVEN.get(name)) for name in sorted(queries.named())] + [("facts", None), ("timeline", None)]
QUERY_PATH = {"oxigraph": "/query", "virtuoso": "/sparql"}
DATASET = "urn:asked"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("graph") / "party.nq"
    file.write_text(partygraph.build(ARTICLE).write("nquads", provenance=True), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def endpoint(server: Server, graph: Path) -> Iterator[Endpoint]:
    """The endpoint of a server with the graph, with an older build of other content, and with other data."""
    remote = connect(server.url, login=Login(*server.login))
    other = graph.with_name("other.nq")
    other.write_text(graph.read_text("utf-8").replace("connecticut-working-families-party", "other"), encoding="utf-8")
    for file in (other, graph):
        load(Build((file,), DATASET), remote)
    remote.update("INSERT DATA { GRAPH <urn:elsewhere> { <urn:a> <urn:b> <urn:c> } }")
    remote.close()
    yield Endpoint(server.url + QUERY_PATH[server.name], attempts=1)


def rows(answer: Answer) -> object:
    """The rows of an answer with how often each is there, in their order where the query orders them.

    Two differences between stores are no differences of rows: Oxigraph keeps every kind of integer as xsd:integer, and
    Virtuoso writes a boolean as 1 or 0.
    """
    if answer.triples is not None:
        return {tuple(_alike(str(tuple(term))) for term in triple) for triple in answer.triples}
    columns, table = answer.table()
    return columns, table


def _alike(text: str) -> str:
    text = text.replace("nonNegativeInteger", "integer")
    return re.sub(r"'(1|0)', '([^']*#boolean)'", lambda m: f"'{'true' if m[1] == '1' else 'false'}', '{m[2]}'", text)


@pytest.mark.parametrize(("name", "given"), CASES)
def test_named_queries(name: str, given: dict[str, str] | None, endpoint: Endpoint, graph: Path) -> None:
    here = queries.query(name, graph, parameters=given)
    assert len(here)
    assert rows(queries.query(name, graph, parameters=given, engine="rdflib")) == rows(here)
    assert rows(ask(endpoint, queries.named()[name], given, dataset=DATASET)) == rows(here)


def test_own_queries_see_what_the_server_shows(endpoint: Endpoint) -> None:
    asked = queries.find("SELECT ?c { GRAPH <urn:elsewhere> { <urn:a> <urn:b> ?c } }")
    assert [row[0].value for row in ask(endpoint, asked).rows if row[0]] == ["urn:c"]
    assert len(ask(endpoint, asked, dataset=DATASET)) == 0


def test_ask(endpoint: Endpoint) -> None:
    assert ask(endpoint, queries.find("ASK { GRAPH <urn:elsewhere> { ?s ?p ?o } }")).truth is True


@pytest.mark.parametrize(
    "query",
    ["SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "CLEAR ALL", "SELECT * FROM <urn:x> { ?s ?p ?o }"],
)
def test_refused_queries_are_not_sent(query: str) -> None:
    with pytest.raises(UsageError):
        ask(Endpoint("http://127.0.0.1:9/"), queries.find(query))


def test_a_dataset_that_is_not_there(endpoint: Endpoint) -> None:
    with pytest.raises(RemoteError, match="not there"):
        ask(endpoint, queries.named()["elected"], dataset="urn:nothing")


def test_rows_that_a_server_left_away_are_noticed(server: Server, endpoint: Endpoint) -> None:
    values = " ".join(map(str, range(25)))
    text = " ".join(f"VALUES ?{name} {{ {values} }}" for name in "abc")
    asked = queries.find(f"SELECT ?a ?b ?c {{ {text} }}")
    if server.name == "virtuoso":
        with pytest.raises(RemoteError, match="left rows away"):
            ask(endpoint, asked)
    else:
        assert len(ask(endpoint, asked)) == 25**3


def test_from_the_command_line(endpoint: Endpoint, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["query", "elected", "--endpoint", endpoint.url, "--dataset", DATASET, "-f", "csv"]
    assert front.run(words) == 0
    assert Counter(capsys.readouterr().out.splitlines())["person,body,date,ballotLine,only,party"] == 1
    assert front.run([*words, "--explain"]) == 0
    assert "FROM <urn:asked/" in capsys.readouterr().out
    assert front.run(["query", "ASK {}", "graph.ttl", "--endpoint", endpoint.url]) == 2
    assert front.run(["query", "ASK {}", "--endpoint", "http://127.0.0.1:9/"]) == 4
