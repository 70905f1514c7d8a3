"""The questions that are put to Wikidata's query service, in batches, and what their answers mean.

Names and IDs come into a query as terms that the RDF library checks and escapes, never by pasting text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from partygraph.endpoints import Cell, Endpoint, Rows, select
from partygraph.linking import keys
from partygraph.linking.items import Item, Statement, Value, time_value

ENTITY = "http://www.wikidata.org/entity/"
PROP = "http://www.wikidata.org/prop/"
FILE, SOME_VALUE = "/Special:FilePath/", "/.well-known/genid/"
"""How the query service writes a file of Commons, and a value of which only the existence is known."""
BATCH = 50
"""How many names or items one query asks about: the answer stays far below the minute that a query may take."""

PREFIXES = """PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX schema: <http://schema.org/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
BY_TITLE = (
    PREFIXES
    + """SELECT ?title ?item ?label WHERE {
  VALUES ?title { %s }
  ?page schema:name ?title ; schema:about ?item ; schema:isPartOf <https://en.wikipedia.org/> .
  OPTIONAL { ?item rdfs:label ?label . FILTER(LANG(?label) = "en") }
} ORDER BY ?title ?item"""
)
BY_NAME = (
    PREFIXES
    + """SELECT DISTINCT ?name ?item WHERE {
  VALUES ?name { %s }
  { ?item rdfs:label ?name } UNION { ?item skos:altLabel ?name }
} ORDER BY ?name ?item"""
)
LABELS = (
    PREFIXES
    + """SELECT ?item ?label ?alias ?title WHERE {
  VALUES ?item { %s }
  OPTIONAL { ?item rdfs:label ?label . FILTER(LANG(?label) = "en") }
  OPTIONAL { ?item skos:altLabel ?alias . FILTER(LANG(?alias) = "en") }
  OPTIONAL { ?page schema:about ?item ; schema:isPartOf <https://en.wikipedia.org/> ; schema:name ?title }
} ORDER BY ?item ?alias"""
)
STATEMENTS = (
    PREFIXES
    + """SELECT ?item ?p ?statement ?rank ?value ?precision ?label WHERE {
  VALUES ?item { %s }
  VALUES (?p ?ps ?psv) { %s }
  ?item ?p ?statement .
  ?statement ?ps ?value ; wikibase:rank ?rank .
  OPTIONAL { ?statement ?psv ?node . ?node wikibase:timePrecision ?precision }
  OPTIONAL { ?value rdfs:label ?label . FILTER(LANG(?label) = "en") }
} ORDER BY ?item ?p ?statement"""
)
QUALIFIERS = (
    PREFIXES
    + """SELECT ?statement ?pq ?value ?precision WHERE {
  VALUES ?item { %s }
  VALUES ?p { %s }
  VALUES (?pq ?pqv) { %s }
  ?item ?p ?statement .
  ?statement ?pq ?value .
  OPTIONAL { ?statement ?pqv ?node . ?node wikibase:timePrecision ?precision }
} ORDER BY ?statement ?pq ?value"""
)

ASKED = (
    *("P31", "P17", "P1001", "P131", "P571", "P576", "P112", "P154", "P159", "P1142", "P1387", "P2124", "P1410"),
    *("P463", "P361", "P749", "P1416", "P4100", "P140", "P488", "P3975", "P155", "P156", "P1365", "P1366", "P807"),
    *("P7888", "P4379", "P856", "P1448", "P1705", "P1813", "P740", "P465", "P580", "P8047", "P1476"),
    *("P35", "P6", "P2541", "P355"),
)
"""The properties of a party that are compared, serve as evidence, or may not stand beside others."""
QUALIFYING = ("P585", "P580", "P582", "P194", "P1001", "P518")

GUID = re.compile(r"(?P<qid>[Qq]\d+)-(?P<rest>[0-9A-Fa-f-]{36})$")

Report = Callable[[int, int], None]
"""Told how many of how many questions are answered."""


def quiet(_done: int, _of: int) -> None:
    """Report nothing."""


def by_title(endpoint: Endpoint, titles: Iterable[str], report: Report = quiet) -> dict[str, tuple[str, str]]:
    """Return the item (QID, label) of each English Wikipedia title that has one."""
    found = {}
    wanted = sorted({keys.title(title) for title in titles})
    for row in _asked(endpoint, BY_TITLE, [_english(title) for title in wanted], report):
        found[row["title"].value] = (_qid(row["item"]), row["label"].value if "label" in row else "")
    return found


def by_name(endpoint: Endpoint, names: Iterable[str], report: Report = quiet) -> dict[str, tuple[str, ...]]:
    """Return, for each name, the items that have it as their English label or alias."""
    found: dict[str, list[str]] = {}
    for row in _asked(endpoint, BY_NAME, [_english(name) for name in sorted(set(names))], report):
        found.setdefault(row["name"].value, []).append(_qid(row["item"]))
    return {name: tuple(dict.fromkeys(qids)) for name, qids in found.items()}


def items(endpoint: Endpoint, qids: Iterable[str], report: Report = quiet) -> dict[str, Item]:
    """Return items with their labels, titles and statements, ranks and qualifiers included."""
    wanted = [_entity(qid) for qid in sorted(set(qids), key=lambda qid: (len(qid), qid))]
    qualifiers = _qualifiers(endpoint, wanted)
    statements: dict[str, dict[str, Statement]] = {}
    for row in _asked(endpoint, STATEMENTS, wanted, report, _triples(ASKED, "p", "ps", "psv")):
        name = row["statement"].value
        statement = Statement(
            row["p"].value.removeprefix(PROP),
            _value(row["value"], row.get("precision"), row.get("label")),
            tuple(qualifiers.get(name, ())),
            row["rank"].value.rpartition("#")[2].removesuffix("Rank").lower(),
            guid(name),
        )
        statements.setdefault(_qid(row["item"]), {}).setdefault(name, statement)
    return {
        qid: Item(qid, label, title, tuple(statements.get(qid, {}).values()), names)
        for qid, (label, title, names) in _labels(endpoint, wanted).items()
    }


def guid(iri: str) -> str:
    """Return Wikidata's own name of a statement: ``Q1-…`` of the IRI is ``Q1$…``; empty if it is no such IRI."""
    found = GUID.search(iri)
    return f"{found['qid'].upper()}${found['rest']}" if found else ""


def _labels(endpoint: Endpoint, wanted: Sequence[str]) -> dict[str, tuple[str, str | None, tuple[str, ...]]]:
    found: dict[str, tuple[str, str | None, tuple[str, ...]]] = {}
    for row in _asked(endpoint, LABELS, wanted, quiet):
        qid = _qid(row["item"])
        label = row["label"].value if "label" in row else ""
        names = found[qid][2] if qid in found else tuple(name for name in (label,) if name)
        alias = (row["alias"].value,) if "alias" in row else ()
        found[qid] = (label, row["title"].value if "title" in row else None, (*names, *alias))
    return found


def _qualifiers(endpoint: Endpoint, wanted: Sequence[str]) -> dict[str, list[tuple[str, Value]]]:
    found: dict[str, list[tuple[str, Value]]] = {}
    properties = " ".join(str(NamedNode(PROP + name)) for name in ASKED)
    for row in _asked(endpoint, QUALIFIERS, wanted, quiet, properties, _triples(QUALIFYING, "pq", "pqv")):
        value = _value(row["value"], row.get("precision"), None)
        pair = (row["pq"].value.rpartition("/")[2], value)
        known = found.setdefault(row["statement"].value, [])
        if pair not in known:
            known.append(pair)
    return found


def _asked(
    endpoint: Endpoint, query: str, terms: Sequence[str], report: Report, *more: str
) -> Iterator[dict[str, Cell]]:
    """Ask about the terms, a batch at a time; each answer is kept, so that a second run asks only for the rest."""
    for start in range(0, len(terms), BATCH):
        rows: Rows = select(endpoint, query % (" ".join(terms[start : start + BATCH]), *more))
        yield from map(dict, rows)
        report(min(start + BATCH, len(terms)), len(terms))


def _triples(properties: Iterable[str], *spaces: str) -> str:
    """Write the rows of VALUES for properties: ``p:P17 ps:P17 psv:P17`` as whole IRIs."""
    paths = {
        "p": PROP,
        "ps": PROP + "statement/",
        "psv": PROP + "statement/value/",
        "pq": PROP + "qualifier/",
        "pqv": PROP + "qualifier/value/",
    }
    return " ".join(
        "(" + " ".join(str(NamedNode(paths[space] + name)) for space in spaces) + ")" for name in properties
    )


def _english(text: str) -> str:
    return str(Literal(text, language="en"))


def _entity(qid: str) -> str:
    return str(NamedNode(ENTITY + qid))


def _qid(cell: Cell) -> str:
    return cell.value.removeprefix(ENTITY)


def _value(cell: Cell, precision: Cell | None, label: Cell | None) -> Value:
    if cell.kind == "uri":
        if cell.value.startswith(ENTITY):
            return Value("item", _qid(cell), label.value if label else "")
        if FILE in cell.value:
            return Value("text", unquote(cell.value.partition(FILE)[2]))
        return Value("unknown" if SOME_VALUE in cell.value else "text", cell.value)
    if cell.datatype.endswith("#dateTime"):
        text = cell.value if cell.value[0] in "+-" else f"+{cell.value}"
        return time_value(text, int(precision.value) if precision else None)
    if cell.datatype.endswith(("#decimal", "#integer")):
        return Value("quantity", cell.value.removeprefix("+"))
    return Value("unknown" if cell.kind == "bnode" else "text", cell.value, cell.lang)
