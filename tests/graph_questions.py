"""Asks the graph of a made-up party what it says: names, terms and values that several tests share."""

from __future__ import annotations

from collections.abc import Callable

from partygraph.formats import Iri
from partygraph.formats.namespaces import expand
from partygraph.formats.terms import Term
from partygraph.graphs import Dataset
from partygraph.model import Datatype, Entity, Extraction, Kind, Literal
from partygraph.resources import folder

MakeExtraction = Callable[..., Extraction]
BASE = "https://w3id.org/partygraph/"
HERE = f"{BASE}id/harbour-party/"
ADA = Entity("Ada Example", Kind.PERSON)
COUNCIL = Entity("Port Council", Kind.BODY)
RIVAL = Entity("Hill Party", Kind.PARTY, "Hill Party")
YEAR, MONTH, NUMBER = Datatype.YEAR, Datatype.YEAR_MONTH, Datatype.NON_NEGATIVE
SEED = folder("ontology").parent / "data" / "articles" / "connecticut-working-families-party.txt"


def iri(name: str) -> Iri:
    prefixes = {"id": f"{BASE}id/", "here": HERE}
    prefix, _, local = name.partition(":")
    return Iri(prefixes[prefix] + local if prefix in prefixes else expand(name))


def said(dataset: Dataset, subject: str, predicate: str) -> set[Term]:
    return {value for s, p, value in dataset.facts if s == iri(subject) and p == iri(predicate)}


def recorded(dataset: Dataset, predicate: str) -> set[Term]:
    return {value for s, p, value in dataset.provenance if "#s-" in s and p == iri(predicate)}


def year(text: str) -> Literal:
    return Literal(text, YEAR)
