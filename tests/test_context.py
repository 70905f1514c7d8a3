"""The JSON-LD context gives every term of the published data a short name, and means what it says."""

import json
import re
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import Graph

from partygraph.formats.namespaces import PREFIXES, expand
from partygraph.resources import folder
from partygraph.rules.predicates import predicates, qualifiers
from partygraph.rules.turtle import read_blocks

ONTOLOGY = folder("ontology")
CONTEXT: dict[str, Any] = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]

DOCUMENT = {
    "@context": CONTEXT,
    "id": "https://w3id.org/partygraph/id/green-list",
    "type": ["PoliticalParty", "FormalOrganization", "dbo:PoliticalParty"],
    "label": "Green List",
    "nativeName": {"de": "Grüne Liste", "da": ["Grøn Liste"]},
    "abbreviation": {"@none": "GL"},
    "foundingYear": "1990",
    "dissolutionMonth": "2001-05",
    "banDate": "1995-03-04",
    "country": "https://w3id.org/partygraph/id/ruritania",
    "founderListComplete": False,
    "headquarters": "1 Tilbrook Street",
    "position": {
        "id": "https://w3id.org/partygraph/id/green-list/range",
        "type": "PositionRange",
        "lowerBound": "https://w3id.org/partygraph/concept/position/centre-left",
    },
    "@reverse": {
        "about": {
            "id": "https://w3id.org/partygraph/id/green-list/count",
            "type": "MembershipCount",
            "count": 300,
            "approximate": True,
            "asOfYear": "2022",
        }
    },
}
EXPECTED = """
PREFIX id: <https://w3id.org/partygraph/id/>
PREFIX here: <https://w3id.org/partygraph/id/green-list/>
PREFIX dbo: <http://dbpedia.org/ontology/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX party: <https://w3id.org/partygraph/def#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
id:green-list a schema:PoliticalParty, org:FormalOrganization, dbo:PoliticalParty ;
    rdfs:label "Green List"@en ;
    party:nativeName "Grüne Liste"@de, "Grøn Liste"@da ;
    party:abbreviation "GL" ;
    schema:foundingDate "1990"^^xsd:gYear ;
    schema:dissolutionDate "2001-05"^^xsd:gYearMonth ;
    party:banDate "1995-03-04"^^xsd:date ;
    dbo:country id:ruritania ;
    party:founderListComplete false ;
    party:headquarters "1 Tilbrook Street" ;
    party:position here:range .
here:range a party:PositionRange ;
    party:lowerBound <https://w3id.org/partygraph/concept/position/centre-left> .
here:count a party:MembershipCount ;
    party:about id:green-list ;
    party:count "300"^^xsd:nonNegativeInteger ;
    party:approximate true ;
    party:asOf "2022"^^xsd:gYear .
"""


def iri(definition: Any) -> str | None:
    """The IRI that a name of the context stands for; None for a keyword."""
    name = definition.get("@id") if isinstance(definition, dict) else definition
    return expand(name, CONTEXT) if isinstance(name, str) and not name.startswith("@") else None


IS_PREFIX = {name for name, value in CONTEXT.items() if isinstance(value, str) and "://" in value}
NAMED = {iri(definition) for name, definition in CONTEXT.items() if name not in IS_PREFIX}
USED = sorted(
    {
        expand(name, PREFIXES)
        for row in predicates().values()
        for name in (row.property, row.node_class, row.node_subject, row.node_object)
        if name
    }
    | {expand(row.property, PREFIXES) for row in qualifiers().values()}
    | {expand(block.iri, PREFIXES) for block in read_blocks(ONTOLOGY / "partygraph.ttl") if "def#" in block.iri}
)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_rdflib_and_pyoxigraph_read_the_same_triples() -> None:
    text = json.dumps(DOCUMENT)
    by_rdflib = Graph().parse(data=text, format="json-ld").serialize(format="ntriples")
    read = set(ox.parse(text, format=ox.RdfFormat.JSON_LD))
    expected = set(ox.parse(EXPECTED, format=ox.RdfFormat.TURTLE))
    assert {quad.triple for quad in read} == {quad.triple for quad in expected}
    again = set(ox.parse(by_rdflib, format=ox.RdfFormat.N_TRIPLES))
    assert {quad.triple for quad in again} == {quad.triple for quad in expected}


@pytest.mark.parametrize("term", USED, ids=lambda term: re.split(r"[#/]", term)[-1])
def test_every_term_has_a_short_name(term: str) -> None:
    assert term in NAMED, "give it a name in ontology/context.jsonld"


def test_the_context_stands_alone() -> None:
    text = json.dumps(CONTEXT)
    assert CONTEXT["@version"] == 1.1
    assert "@import" not in text
    assert not {"@vocab", "@language", "@base"} & CONTEXT.keys()


def test_prefixes_are_those_of_all_files() -> None:
    assert {name: CONTEXT[name] for name in IS_PREFIX} == {name: PREFIXES[name] for name in IS_PREFIX}


def test_names_that_share_a_property_differ_in_the_values_they_take() -> None:
    rows = [
        (iri(definition), definition.get("@type"), definition.get("@language"), definition.get("@container"))
        for definition in CONTEXT.values()
        if isinstance(definition, dict)
    ]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("stem", ["founding", "dissolution", "ban", "asOf", "start", "end"])
def test_a_date_keeps_its_precision_by_its_name(stem: str) -> None:
    datatypes = [CONTEXT[stem + unit]["@type"] for unit in ("Date", "Month", "Year")]
    assert datatypes == ["xsd:date", "xsd:gYearMonth", "xsd:gYear"]


def test_names_are_in_order_and_made_for_people() -> None:
    names = [name for name in CONTEXT if name not in IS_PREFIX and name not in ("@version", "id", "type")]
    assert names == sorted(names)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9]+", name) for name in names)
