"""``partygraph query``: questions to the graph."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from partygraph import queries, tables
from partygraph.cli.options import format_options
from partygraph.cli.talk import give, say, terminal_width
from partygraph.errors import UsageError
from partygraph.sparql.answers import FORMS, Answer
from partygraph.sparql.running import SECONDS, data_files
from partygraph.sparql.worker import ENGINES


@click.command(
    "query",
    epilog="""\b
Examples:
  partygraph query --list                          the named queries and their questions
  partygraph query elected                         of the published graph, as a table
  partygraph query evidence -p of=Gomes -f csv     with a parameter
  partygraph query my.rq graph/party.trig          your own query on a file
  echo 'SELECT * {?s ?p ?o} LIMIT 5' | partygraph query - graph/
  partygraph query elected --endpoint http://localhost:7878/query
""",
)
@click.argument("what", required=False, metavar="[NAME|FILE|-]")
@click.argument("data", nargs=-1, metavar="[DATA...]")
@format_options(FORMS, "table")
@click.option("-p", "--param", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter of the query.")
@click.option("--list", "listing", is_flag=True, help="List the named queries.")
@click.option("--explain", is_flag=True, help="Show what would be asked, and do not ask it.")
@click.option("--engine", type=click.Choice(list(ENGINES)), default="oxigraph", show_default=True)
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL endpoint; named queries see what `load` put there.")
@click.option("--dataset", metavar="IRI", help="With --endpoint: see the current build of this dataset only.")
@click.option(
    "--seconds",
    "--time-limit",
    "seconds",
    type=click.FloatRange(min=0.01),
    default=SECONDS,
    show_default=True,
    help="End it after that; there is no answer then, not even a part of one.",
)
def command(
    what: str | None,
    data: tuple[str, ...],
    form: str,
    parameters: tuple[str, ...],
    listing: bool,
    explain: bool,
    engine: str,
    endpoint: str | None,
    dataset: str | None,
    seconds: float,
) -> int:
    """Ask a named query, a query in a file, or one on standard input (-).

    DATA are RDF files, folders of them, or a store on the disk; without DATA it is the published graph. All graphs of
    the data are asked together. JSON and XML are the W3C's formats for SPARQL results; CSV and TSV hold plain values;
    Turtle, N-Triples and N-Quads are for CONSTRUCT and DESCRIBE.

    Nothing but the data is read: queries with SERVICE, LOAD, FROM or an update are refused. Parameters are bound as
    typed terms, and never become part of the query's text.
    """
    if listing:
        _list(form)
        return 0
    if what is None:
        raise UsageError("no query is named", remedy="Name one of: " + ", ".join(queries.named()) + "; or see --list")
    if what == "-" and "-" in data:
        raise UsageError("standard input cannot be both the query and the data", remedy="Put one of them into a file")
    asked = queries.parse(_standard_input(), "-") if what == "-" else queries.find(what)
    given = _pairs(parameters)
    if endpoint:
        found = _ask(asked, given, endpoint, dataset, data, explain, seconds)
    elif dataset:
        raise UsageError("a dataset is one of an endpoint", remedy="Add: --endpoint URL")
    elif explain:
        _explain(asked, given, data, engine)
    else:
        found = queries.query(asked, *_data(data), parameters=given, engine=engine, seconds=seconds)
    if explain:
        return 0
    give(found.write(form, width=terminal_width()))
    if form == "table":
        say(f"{len(found)} {'row' if len(found) == 1 else 'rows'}" + (f" · {found.title}" if found.title else ""))
    return 0


def _ask(
    asked: queries.NamedQuery,
    given: dict[str, str],
    url: str,
    dataset: str | None,
    data: tuple[str, ...],
    explain: bool,
    seconds: float,
) -> Answer:
    from partygraph.endpoints import Endpoint
    from partygraph.stores import asking

    if data:
        raise UsageError("an endpoint has its own data", remedy="Leave out DATA, or --endpoint")
    endpoint = Endpoint(url, deadline=seconds, attempts=1)
    if explain:
        give(asking.text_for(endpoint, asked, asked.bindings(given), dataset).rstrip("\n") + "\n")
        return Answer()
    return asking.ask(endpoint, asked, given, dataset=dataset)


def _standard_input() -> str:
    return sys.stdin.buffer.read().decode("utf-8", errors="replace")


def _data(data: tuple[str, ...]) -> list[Path | bytes]:
    from partygraph.cli.rdfinput import standard_input

    return [standard_input() if place == "-" else Path(place) for place in data]


def _pairs(parameters: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for parameter in parameters:
        name, sign, value = parameter.partition("=")
        if not sign:
            raise UsageError(f"the parameter {parameter!r} has no value", remedy="Write it as -p name=value")
        pairs[name] = value
    return pairs


def _list(form: str) -> None:
    def parameters(query: queries.NamedQuery) -> str:
        return ", ".join(p.name if p.default is None else f"[{p.name}]" for p in query.parameters)

    rows = [(query.name, query.question, parameters(query)) for query in queries.named().values()]
    # A list has no graph to write and no variables to name, so that the forms of tables are its forms.
    shown = form if form in tables.FORMATS else "table"
    give(tables.write_table(("query", "question", "parameters"), rows, shown, width=terminal_width()))


def _explain(asked: queries.NamedQuery, given: dict[str, str], data: tuple[str, ...], engine: str) -> None:
    bound = asked.bindings(given)
    lines = [f"# {asked.title or asked.name}"]
    lines += [f"# question: {asked.question}"] if asked.question else []
    for parameter in asked.parameters:
        term = bound[parameter.name]
        lines.append(f"# ?{parameter.name} = {term.value!r} ({parameter.type}): {parameter.description}")
    places = [Path(place) for place in data if place != "-"] if data else [queries.published()]
    lines += [f"# data: {path}" for path in data_files(places, stores=True)]
    lines += ["# data: standard input"] if "-" in data else []
    lines.append(f"# engine: {engine}, in a process of its own")
    body = asked.text.splitlines()
    while body and body[0].startswith("#"):
        body.pop(0)
    give("\n".join([*lines, *body]) + "\n")
