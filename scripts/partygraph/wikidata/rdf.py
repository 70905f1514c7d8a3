"""Writes items in the shape of Wikidata's own RDF, so that a query for theirs runs on ours."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Triple

from partygraph.linking.items import YEAR, Item, Statement, Value
from partygraph.model import Extraction, Status
from partygraph.wikidata.comparison import lacking, wikidata_qualifiers
from partygraph.wikidata.exports import Disputed, narrowed, undisputed
from partygraph.wikidata.properties import property_of, value_of
from partygraph.wikidata.quickstatements import REFERENCE_TYPES
from partygraph.wikidata.references import Reference, reference

NAMESPACES: Mapping[str, str] = {
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "p": "http://www.wikidata.org/prop/",
    "ps": "http://www.wikidata.org/prop/statement/",
    "psv": "http://www.wikidata.org/prop/statement/value/",
    "pq": "http://www.wikidata.org/prop/qualifier/",
    "pqv": "http://www.wikidata.org/prop/qualifier/value/",
    "pr": "http://www.wikidata.org/prop/reference/",
    "prv": "http://www.wikidata.org/prop/reference/value/",
    "wds": "http://www.wikidata.org/entity/statement/",
    "wikibase": "http://wikiba.se/ontology#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "http://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
OURS = "https://w3id.org/partygraph/wikidata/"
"""Where the statements, references and time values that we name lie: never among Wikidata's own."""
GREGORIAN = "Q1985727"
ENWIKI = "https://en.wikipedia.org/"
COMMONS = "http://commons.wikimedia.org/wiki/Special:FilePath/"
FILES = frozenset({"P154", "P18", "P41"})
"""Properties whose values are files: logo, image, flag."""
RANKS = {"preferred": "PreferredRank", "normal": "NormalRank", "deprecated": "DeprecatedRank"}


def node(prefixed: str) -> NamedNode:
    """Make the node of a prefixed name.

    >>> node("wd:Q1").value
    'http://www.wikidata.org/entity/Q1'
    """
    prefix, _, name = prefixed.partition(":")
    return NamedNode(NAMESPACES[prefix] + name)


def view(extraction: Extraction, disputed: Disputed = undisputed) -> tuple[Triple, ...]:
    """Return the linked facts of an article as Wikidata would hold them: asserted, undisputed, with references.

    A fact is left out when its subject or value has no item, when no property of Wikidata says clearly the same, and
    when it is narrower than a statement of Wikidata could say (of a faction, of a body that is not known).
    """
    statements: dict[str, dict[Statement, Reference]] = {}
    labels: dict[str, str] = {}
    for fact in extraction.facts:
        row = property_of(fact)
        subject = fact.subject.qid
        if row is None or row.withheld or not subject or fact.status is not Status.ASSERTED or disputed(fact):
            continue
        if narrowed(fact, row) or lacking(fact, row):
            continue
        value = value_of(fact, row)
        cited = reference(extraction.article, fact.evidence[0])
        labels.setdefault(subject, fact.subject.name)
        if isinstance(value, Value) and isinstance(cited, Reference):
            statement = Statement(row.pid, value, wikidata_qualifiers(fact, row))
            statements.setdefault(subject, {}).setdefault(statement, cited)
    found: dict[Triple, None] = {}
    for qid, cited_by in statements.items():
        item = Item(qid, labels[qid], None, tuple(cited_by))
        found.update(dict.fromkeys(triples(item, cited_by)))
    return tuple(found)


def triples(item: Item, references: Mapping[Statement, Reference] | None = None) -> Iterator[Triple]:
    """Write one item: label, sitelink, direct triples, and statements with rank, qualifiers and references."""
    subject = node(f"wd:{item.qid}")
    if item.label:
        yield Triple(subject, node("rdfs:label"), Literal(item.label, language="en"))
    for name in dict.fromkeys(item.names):
        if name != item.label:
            yield Triple(subject, node("skos:altLabel"), Literal(name, language="en"))
    if item.title:
        yield from _sitelink(subject, item.title)
    best = _best(item.statements)
    for statement in item.statements:
        term = _object(statement)
        if term is not None:
            if statement in best:
                yield Triple(subject, node(f"wdt:{statement.property}"), term)
            yield from _statement(item.qid, subject, statement, term, (references or {}).get(statement))


def _sitelink(subject: NamedNode, title: str) -> Iterator[Triple]:
    page = NamedNode(f"{ENWIKI}wiki/{quote(title.replace(' ', '_'), safe='(),:!_.-')}")
    yield Triple(page, node("schema:about"), subject)
    yield Triple(page, node("schema:isPartOf"), NamedNode(ENWIKI))
    yield Triple(page, node("schema:name"), Literal(title, language="en"))


def _best(statements: Iterable[Statement]) -> frozenset[Statement]:
    """Return the statements of best rank of each property: those that have a direct triple."""
    by_property: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.rank != "deprecated":
            by_property.setdefault(statement.property, []).append(statement)
    preferred = {name for name, several in by_property.items() if any(s.rank == "preferred" for s in several)}
    return frozenset(
        s for name, several in by_property.items() for s in several if name not in preferred or s.rank == "preferred"
    )


def _statement(
    qid: str, subject: NamedNode, statement: Statement, term: NamedNode | Literal, cited: Reference | None
) -> Iterator[Triple]:
    made = NamedNode(NAMESPACES["wds"] + statement.guid.replace("$", "-")) if statement.guid else _own(qid, statement)
    yield Triple(subject, node(f"p:{statement.property}"), made)
    yield Triple(made, node("rdf:type"), node("wikibase:Statement"))
    yield Triple(made, node("wikibase:rank"), node(f"wikibase:{RANKS[statement.rank]}"))
    yield Triple(made, node(f"ps:{statement.property}"), term)
    yield from _time_node(made, f"psv:{statement.property}", statement.value)
    for name, value in statement.qualifiers:
        qualifier = _term(value)
        if qualifier is not None:
            yield Triple(made, node(f"pq:{name}"), qualifier)
            yield from _time_node(made, f"pqv:{name}", value)
    if cited is not None:
        yield from _cited(made, cited)


def _cited(made: NamedNode, cited: Reference) -> Iterator[Triple]:
    key = hashlib.sha256(repr(cited.snaks).encode()).hexdigest()[:40]
    source = NamedNode(f"{OURS}reference/{key}")
    yield Triple(made, node("prov:wasDerivedFrom"), source)
    yield Triple(source, node("rdf:type"), node("wikibase:Reference"))
    for name, value in cited.snaks:
        term = _reference_term(name, value)
        yield Triple(source, node(f"pr:{name}"), term)
        yield from _time_node(source, f"prv:{name}", value)


def _reference_term(name: str, value: Value) -> NamedNode | Literal:
    if REFERENCE_TYPES[name] == "url":
        return NamedNode(value.text)
    if REFERENCE_TYPES[name] == "monolingualtext":
        return Literal(value.text, language=value.label)
    term = _term(value)
    assert term is not None
    return term


def _object(statement: Statement) -> NamedNode | Literal | None:
    """Return the term of a statement's value; a file of Commons is written as its address there."""
    if statement.property in FILES and statement.value.kind == "text":
        return NamedNode(COMMONS + quote(statement.value.text))
    return _term(statement.value)


def _own(qid: str, statement: Statement) -> NamedNode:
    key = hashlib.sha256(repr((qid, statement)).encode()).hexdigest()[:40]
    return NamedNode(f"{OURS}statement/{qid}-{key}")


def _term(value: Value) -> NamedNode | Literal | None:
    if value.kind == "item":
        return node(f"wd:{value.text}")
    if value.kind == "time":
        return Literal(_stamp(value), datatype=node("xsd:dateTime"))
    if value.kind == "quantity":
        signed = value.text if value.text.startswith("-") else f"+{value.text}"
        return Literal(signed, datatype=node("xsd:decimal"))
    if value.kind == "text":
        if value.text.startswith(("http://", "https://")):
            try:
                return NamedNode(value.text)
            except ValueError:
                return Literal(value.text)
        return Literal(value.text, language=value.label) if value.label else Literal(value.text)
    return None


def _stamp(value: Value) -> str:
    sign, text = ("-", value.text[1:]) if value.text.startswith("-") else ("", value.text)
    year, month, day = [*text.split("-"), "01", "01"][:3]
    return f"{sign}{year}-{month}-{day}T00:00:00Z"


def _time_node(owner: NamedNode, name: str, value: Value) -> Iterator[Triple]:
    """Write the full value of a time, which alone tells its precision."""
    if value.kind != "time":
        return
    precision = value.precision or YEAR + value.text.lstrip("-").count("-")
    made = NamedNode(f"{OURS}time/{value.text}-{precision}")
    yield Triple(owner, node(name), made)
    yield Triple(made, node("rdf:type"), node("wikibase:TimeValue"))
    yield Triple(made, node("wikibase:timeValue"), Literal(_stamp(value), datatype=node("xsd:dateTime")))
    yield Triple(made, node("wikibase:timePrecision"), Literal(str(precision), datatype=node("xsd:integer")))
    yield Triple(made, node("wikibase:timeCalendarModel"), node(f"wd:{GREGORIAN}"))
