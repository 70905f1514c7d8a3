"""Reads a build from its statements of RDF: the facts as people would say them, each with its quotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from partygraph.errors import InputError
from partygraph.formats.namespaces import PREFIXES, RDF, XSD

PROVENANCE = "/provenance"
RDFS_LABEL = PREFIXES["rdfs"] + "label"
PARTY = PREFIXES["party"]
PROV = PREFIXES["prov"]
OA = PREFIXES["oa"]
STATEMENT = frozenset(
    (
        *(RDF + name for name in ("type", "subject", "predicate", "object")),
        *(PARTY + name for name in ("status", "predicate", "about", "readIn", "readBy", "disputedBy")),
        *(PROV + name for name in ("wasQuotedFrom", "wasDerivedFrom")),
        RDFS_LABEL,
    )
)
"""What every statement has; all else narrows it."""

INTEGERS = re.compile(rf"{re.escape(XSD)}(nonNegativeInteger|positiveInteger|int|long|short)$")
BOOLEANS = {"1": "true", "0": "false"}

Value = ox.NamedNode | ox.Literal
Triple = tuple[str, str, str]
"""Subject and predicate as IRIs, and the object as N-Triples writes it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact as people would say it.

    ``details`` are what narrows it (date, body, party, ...), as ``name value``; ``quotes`` the characters that say it,
    empty for a triple without provenance. ``article`` is the last part of its graph's name.
    """

    article: str
    subject: str
    predicate: str
    object: str
    status: str = ""
    details: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What the statement is about; two of one key may be the same fact with another value."""
        return self.article, self.subject, self.predicate


@dataclass(frozen=True, slots=True)
class Side:
    """A build: the titles of its articles, what they say, and its quads.

    ``statements`` are the facts with provenance by their IRIs; ``triples`` the plain facts by what they are. ``quads``
    holds what was read by the graph (empty: none) and the triple as stores may make it alike.
    """

    titles: dict[str, str]
    statements: dict[str, Statement]
    triples: dict[str, Statement]
    quads: dict[tuple[str, Triple], Triple]


def read(quads: Iterable[ox.Quad]) -> Side:
    """Read a build.

    Raises:
        InputError: there is a blank node, which has no name to compare by.
    """
    about: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    kept: dict[tuple[str, Triple], Triple] = {}
    plain: list[tuple[ox.NamedNode, ox.NamedNode, Value]] = []
    for quad in quads:
        subject, value = quad.subject, quad.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
            raise InputError(
                f"a blank node or a triple term: {str(quad)[:120]}", remedy="Compare what `partygraph build` publishes"
            )
        graph = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
        start = (subject.value, quad.predicate.value)
        kept[graph, (*start, alike(value))] = (*start, str(value))
        about[subject.value][quad.predicate.value].append(value)
        if not graph.endswith(PROVENANCE):
            plain.append((subject, quad.predicate, value))
    reader = _Reader(about)
    statements = {
        iri: reader.statement(iri)
        for iri, said in about.items()
        if any(value.value == RDF + "Statement" for value in said.get(RDF + "type", ()))
    }
    triples = {f"{s} {p} {alike(o)}": reader.triple(s, p, o) for s, p, o in plain}
    return Side(reader.titles(), statements, triples, kept)


def alike(value: Value) -> str:
    """Write a term so that what stores make of a value is the same: 7 of any kind of integer, true and 1."""
    if not isinstance(value, ox.Literal):
        return str(value)
    datatype = INTEGERS.sub(XSD + "integer", value.datatype.value)
    text = BOOLEANS.get(value.value, value.value) if datatype == XSD + "boolean" else value.value
    if datatype == XSD + "decimal" and "." in text:
        text = text.rstrip("0").removesuffix(".")
    return str(value) if value.language else str(ox.Literal(text, datatype=ox.NamedNode(datatype)))


class _Reader:
    def __init__(self, about: dict[str, dict[str, list[Value]]]) -> None:
        self._about = about

    def titles(self) -> dict[str, str]:
        """The names of what the articles are about, by the last part of their graphs' names."""
        topic = PREFIXES["foaf"] + "primaryTopic"
        dataset = PREFIXES["void"] + "Dataset"
        return {
            _article(iri): self.name(said[topic][0])
            for iri, said in self._about.items()
            if said.get(topic) and any(value.value == dataset for value in said.get(RDF + "type", ()))
        }

    def statement(self, iri: str) -> Statement:
        said = self._about[iri]
        details = sorted(
            f"{short(predicate)} {self.name(value)}"
            for predicate, values in said.items()
            if predicate not in STATEMENT
            for value in values
        )
        quotes = (self._quote(value.value) for value in said.get(PROV + "wasQuotedFrom", ()))
        return Statement(
            _article(iri),
            self._first(said, PARTY + "about"),
            short(said[PARTY + "predicate"][0].value) if PARTY + "predicate" in said else "",
            self._first(said, RDF + "object"),
            self._first(said, PARTY + "status"),
            tuple(details),
            tuple(sorted(filter(None, quotes))),
        )

    def triple(self, subject: ox.NamedNode, predicate: ox.NamedNode, value: Value) -> Statement:
        return Statement(_owner(subject.value), self.name(subject), short(predicate.value), self.name(value))

    def name(self, value: Value) -> str:
        """What people call a thing: its label, else the last part of its IRI; a value is its text."""
        if isinstance(value, ox.Literal):
            return value.value
        labels = self._about[value.value].get(RDFS_LABEL, ()) if value.value in self._about else ()
        return sorted(label.value for label in labels)[0] if labels else short(value.value)

    def _first(self, said: dict[str, list[Value]], predicate: str) -> str:
        values = sorted(self.name(value) for value in said.get(predicate, ()))
        return values[0] if values else ""

    def _quote(self, evidence: str) -> str:
        for selector in self._about.get(evidence, {}).get(OA + "hasSelector", ()):
            for exact in self._about.get(selector.value, {}).get(OA + "exact", ()):
                return exact.value
        return ""


def short(iri: str) -> str:
    """Return the last part of an IRI."""
    return re.split(r"[#/]", iri.rstrip("#/"))[-1] or iri


def _article(iri: str) -> str:
    return short(iri.partition("#")[0].removesuffix(PROVENANCE))


def _owner(subject: str) -> str:
    """Return the article that an entity belongs to: ``id/ARTICLE`` or ``id/ARTICLE/NAME``; empty: to no single one."""
    found = re.search(r"/(?:id|graph)/([^/#]+)", subject)
    return found[1] if found else ""
