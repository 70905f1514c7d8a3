"""JSON-LD for readers: the project's own names, nested nodes, plain values, and no network."""

from __future__ import annotations

import json
from typing import Any

import pyoxigraph as ox
import pytest

from partygraph.formats import Document, Iri, Value, write
from partygraph.formats.jsonld import context
from partygraph.formats.namespaces import PREFIXES, expand
from partygraph.formats.terms import Term, Triple
from partygraph.graphs.dataset import oxigraph_term
from partygraph.rules.predicates import predicates, qualifiers

BASE = "https://w3id.org/partygraph/"
PARTY, LEAF = Iri(f"{BASE}id/harbour-party"), Iri(f"{BASE}id/harbour-party/leaf")
ENGLISH = {"datatype": expand("rdf:langString"), "lang": "en"}


def triple(subject: Iri, predicate: str, value: Term) -> Triple:
    return subject, Iri(expand(predicate)), value


def written(*triples: Triple, lead: Iri | None = PARTY) -> Any:
    text = write(Document(((None, triples),), base=BASE, lead=lead), "jsonld")
    read = {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in parsed(text)}
    assert read == {(f"<{s}>", f"<{p}>", text_of(o)) for s, p, o in triples}
    return json.loads(text)


def parsed(text: str) -> list[ox.Quad]:
    return list(ox.parse(text, format=ox.RdfFormat.JSON_LD))


def text_of(term: Term) -> str:
    if isinstance(term, Iri):
        return f"<{term}>"
    return str(oxigraph_term(term))


NAMES = sorted(
    {row.property for row in predicates().values()}
    | {row.node_subject for row in predicates().values()}
    | {row.node_object for row in predicates().values()}
    | {row.property for row in qualifiers().values()}
)


@pytest.mark.parametrize("name", [name for name in NAMES if name])
def test_every_property_of_the_table_has_a_name_in_the_context(name: str) -> None:
    meanings = {
        expand(str(definition.get("@id", "")) if isinstance(definition, dict) else str(definition))
        for definition in context().values()
    }
    assert expand(name) in meanings, f"add {name} to ontology/context.jsonld"


def test_the_context_gives_prefixes_their_one_meaning() -> None:
    for name, meaning in context().items():
        if name in PREFIXES and str(meaning).startswith("http"):
            assert meaning == PREFIXES[name]


def test_values_are_plain_under_their_names() -> None:
    document = written(
        triple(PARTY, "rdf:type", Iri(expand("schema:PoliticalParty"))),
        triple(PARTY, "rdfs:label", Value("Harbour Party", **ENGLISH)),
        triple(PARTY, "schema:foundingDate", Value("2002", expand("xsd:gYear"))),
        triple(PARTY, "party:founderListComplete", Value("false", expand("xsd:boolean"))),
        triple(PARTY, "party:ideology", Iri(f"{BASE}concept/ideology/social-democracy")),
    )
    assert document["@graph"] == [
        {
            "id": "id/harbour-party",
            "type": "PoliticalParty",
            "label": "Harbour Party",
            "founderListComplete": False,
            "foundingYear": "2002",
            "ideology": "concept/ideology/social-democracy",
        }
    ]


def test_only_names_that_are_used_stand_in_the_context() -> None:
    document = written(triple(PARTY, "schema:foundingDate", Value("2002", expand("xsd:gYear"))))
    assert set(document["@context"]) == {"@version", "@base", "id", "type", "schema", "xsd", "foundingYear"}


def test_a_node_stands_inside_the_one_that_refers_to_it() -> None:
    document = written(
        triple(PARTY, "party:newspaper", LEAF),
        triple(LEAF, "rdfs:label", Value("The Leaf", **ENGLISH)),
    )
    (node,) = document["@graph"]
    (paper,) = (value for key, value in node.items() if key != "id")
    assert paper == {"id": "id/harbour-party/leaf", "label": "The Leaf"}


def test_a_node_that_two_refer_to_stands_by_itself() -> None:
    other = Iri(f"{BASE}id/other")
    document = written(
        triple(PARTY, "party:splitFrom", other),
        triple(LEAF, "party:splitFrom", other),
        triple(other, "rdfs:label", Value("Other", **ENGLISH)),
    )
    assert [node["id"] for node in document["@graph"]] == ["id/harbour-party", "id/harbour-party/leaf", "id/other"]


def test_a_circle_is_written_once() -> None:
    one, two = Iri(f"{BASE}id/one"), Iri(f"{BASE}id/two")
    document = written(triple(one, "party:splitFrom", two), triple(two, "party:splitFrom", one), lead=None)
    assert len(document["@graph"]) == 2


@pytest.mark.parametrize(
    "value",
    [
        Value("007", expand("xsd:integer")),
        Value("9" * 30, expand("xsd:integer")),
        Value("304", expand("xsd:nonNegativeInteger")),
        Value("4.0", expand("xsd:decimal")),
        Value("1", expand("xsd:boolean")),
        Value("2002-01", expand("xsd:gYearMonth")),
        Value("text"),
        Value("text", expand("rdf:langString"), "fi"),
        Value("</script>\u2028\u202e"),
        Value("@id"),
        Iri("https://example.org/a b".replace(" ", "%20")),
        Iri(f"{BASE}id//x"),
        Iri(f"{BASE}a:b"),
        Iri(BASE),
        Iri("urn:x:y"),
        Iri("http://www.wikidata.org/entity/Q1"),
    ],
)
@pytest.mark.parametrize(
    "name", ["party:count", "rdfs:label", "party:ideology", "schema:foundingDate", "schema:unknown"]
)
def test_any_value_comes_back_from_under_any_name(name: str, value: Term) -> None:
    written(triple(PARTY, name, value))
    written(triple(PARTY, name, value), triple(PARTY, name, Value("another")), triple(PARTY, name, LEAF))
