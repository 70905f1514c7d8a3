"""Asks a server: a named query sees the build that is the current one there, and parameters go as terms."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from partygraph import endpoints, queries
from partygraph.endpoints import NTRIPLES, RESULTS, Endpoint
from partygraph.errors import Place, RemoteError
from partygraph.queries import NamedQuery
from partygraph.sparql import guard, rewriting
from partygraph.sparql.answers import Answer
from partygraph.sparql.terms import LANG_STRING, STRING, Term
from partygraph.stores.builds import DATASET, PROVENANCE
from partygraph.stores.protocol import CURRENT


def ask(
    endpoint: Endpoint, asked: NamedQuery, parameters: Mapping[str, str] | None = None, *, dataset: str | None = None
) -> Answer:
    """Ask a query of a SPARQL endpoint.

    A named query of this project, and any query if a ``dataset`` is named, sees the current build of that dataset (see
    :mod:`partygraph.stores.protocol`) and nothing else; other queries see what the server shows them.

    Raises:
        UsageError: the query is refused, or a parameter is off.
        RemoteError: there was no whole answer, or the dataset named is not there.
    """
    bindings = asked.bindings(parameters or {})
    text = text_for(endpoint, asked, bindings, dataset)
    if guard.form(asked.text) in ("CONSTRUCT", "DESCRIBE"):
        triples = parse(endpoints.fetch(endpoint, text, NTRIPLES), format=RdfFormat.N_TRIPLES)
        return Answer(
            triples=tuple((_term(t.subject), _term(t.predicate), _term(t.object)) for t in triples), title=asked.title
        )
    answer = json.loads(endpoints.fetch(endpoint, text, RESULTS))
    if guard.form(asked.text) == "ASK":
        # Virtuoso answers with a row that holds 1 or 0.
        told = answer["boolean"] if "boolean" in answer else answer["results"]["bindings"][0]["__ASK_RETVAL"]["value"]
        return Answer(truth=told in (True, "1"), title=asked.title)
    columns = tuple(name for name in answer["head"]["vars"] if name not in bindings)
    rows = tuple(tuple(_cell(row.get(name)) for name in columns) for row in answer["results"]["bindings"])
    return Answer(columns, rows, title=asked.title)


def text_for(endpoint: Endpoint, asked: NamedQuery, bindings: Mapping[str, Term], dataset: str | None = None) -> str:
    """Return the text that is sent to the endpoint; it is asked for the current build, where that matters.

    Raises:
        UsageError: the query is refused.
        RemoteError: the dataset named is not there, or the endpoint did not answer.
    """
    guard.check(asked.text, name=asked.name)
    text = rewriting.bind(asked.text, bindings)
    if dataset is None and asked.name not in queries.named():
        return text
    build = current(endpoint, dataset or DATASET, needed=dataset is not None)
    graphs = [build, build + PROVENANCE]
    return rewriting.restrict(text, graphs, graphs) if build else text


def quads(endpoint: Endpoint, dataset: str | None = None) -> Iterator[Quad]:
    """Fetch the current build of a dataset whole, in the graphs of that build.

    Raises:
        RemoteError: it is not there, or not all of it came.
    """
    build = current(endpoint, dataset or DATASET)
    for graph in (build, build + PROVENANCE):
        body = endpoints.fetch(
            endpoint, f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}", NTRIPLES
        )
        came = [
            Quad(t.subject, t.predicate, t.object, NamedNode(graph)) for t in parse(body, format=RdfFormat.N_TRIPLES)
        ]
        counted = endpoints.select(endpoint, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
        whole = int(counted[0]["n"].value)
        if len(came) < whole:
            raise RemoteError(
                f"{len(came):,} of {whole:,} triples came",
                where=Place(endpoint.url),
                remedy="The server cuts long answers: raise its limit, or compare files",
            )
        yield from came


def current(endpoint: Endpoint, dataset: str, *, needed: bool = True) -> str:
    """Return the graph of the facts of a dataset's current build; empty if there is none and none is needed.

    Raises:
        RemoteError: there is none, or the endpoint did not answer.
    """
    name = NamedNode(dataset)
    rows = endpoints.select(
        endpoint, f"SELECT ?build {{ GRAPH <{dataset}/catalog> {{ {name} <{CURRENT}> ?build }} }} LIMIT 1"
    )
    if not rows and needed:
        raise RemoteError(
            f"the dataset {dataset} is not there", where=Place(endpoint.url), remedy="Load it first: partygraph load"
        )
    return rows[0]["build"].value if rows else ""


def _cell(cell: Mapping[str, str] | None) -> Term | None:
    if cell is None:
        return None
    if cell["type"] in ("uri", "bnode"):
        return Term(cell["type"], cell["value"])
    lang = cell.get("xml:lang", "")
    return Term("literal", cell["value"], LANG_STRING if lang else cell.get("datatype", STRING), lang)


def _term(value: object) -> Term:
    if isinstance(value, NamedNode):
        return Term("uri", value.value)
    if isinstance(value, Literal):
        return Term("literal", value.value, value.datatype.value, value.language or "")
    return Term("bnode", str(value).removeprefix("_:"))
