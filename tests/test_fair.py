"""The ontology file has what a FAIR checker looks for (the tests of FOOPS! that need no server)."""

import re

import pytest
from rdflib import DCTERMS, FOAF, OWL, RDF, RDFS, SKOS, VANN, XSD, Graph, Literal, Namespace, URIRef

from partygraph.resources import folder

BIBO = Namespace("http://purl.org/ontology/bibo/")
ONTOLOGY = URIRef("https://w3id.org/partygraph/def")
NAMESPACE = "https://w3id.org/partygraph/def#"
RESOLVABLE_LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(folder("ontology") / "partygraph.ttl")


def test_there_is_one_ontology_and_its_iri_is_persistent(graph: Graph) -> None:
    assert list(graph.subjects(RDF.type, OWL.Ontology)) == [ONTOLOGY]
    assert str(ONTOLOGY).startswith("https://w3id.org/")


@pytest.mark.parametrize(
    "wanted",
    [
        # minimum
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.license,
        OWL.versionIRI,
        DCTERMS.creator,
        VANN.preferredNamespaceUri,
        # recommended
        VANN.preferredNamespacePrefix,
        OWL.versionInfo,
        DCTERMS.created,
        DCTERMS.bibliographicCitation,
        DCTERMS.contributor,
        # detailed, without a DOI and a logo, which there are not
        DCTERMS.publisher,
        BIBO.status,
        DCTERMS.source,
        DCTERMS.issued,
        DCTERMS.modified,
        # more that people look for
        DCTERMS.abstract,
        DCTERMS.rights,
        RDFS.label,
    ],
    ids=lambda iri: re.split(r"[#/]", str(iri))[-1],
)
def test_the_header_says_it(graph: Graph, wanted: URIRef) -> None:
    assert graph.value(ONTOLOGY, wanted) is not None


def test_namespace_and_prefix_are_those_in_use(graph: Graph) -> None:
    assert str(graph.value(ONTOLOGY, VANN.preferredNamespaceUri)) == NAMESPACE
    assert str(graph.value(ONTOLOGY, VANN.preferredNamespacePrefix)) == "party"
    assert dict(graph.namespaces())["party"] == URIRef(NAMESPACE)


def test_the_licence_is_an_iri_that_resolves(graph: Graph) -> None:
    assert graph.value(ONTOLOGY, DCTERMS.license) == URIRef(RESOLVABLE_LICENCE)


def test_the_version_is_in_its_iri_and_differs_from_the_ontology(graph: Graph) -> None:
    version = graph.value(ONTOLOGY, OWL.versionInfo)
    assert graph.value(ONTOLOGY, OWL.versionIRI) == URIRef(f"{ONTOLOGY}/{version}")
    prior = graph.value(ONTOLOGY, OWL.priorVersion)
    assert version == Literal("0.1.0") or prior is not None, "a later version names the one before it"


def test_dates_are_dates(graph: Graph) -> None:
    days = [graph.value(ONTOLOGY, when) for when in (DCTERMS.created, DCTERMS.issued, DCTERMS.modified)]
    assert all(isinstance(day, Literal) and day.datatype == XSD.date for day in days)
    assert [str(day) for day in days] == sorted(str(day) for day in days)


def test_people_behind_it_are_described(graph: Graph) -> None:
    for role in (DCTERMS.creator, DCTERMS.contributor, DCTERMS.publisher):
        for agent in graph.objects(ONTOLOGY, role):
            assert isinstance(agent, URIRef)
            assert graph.value(agent, FOAF.name) is not None


def test_all_terms_have_label_and_definition(graph: Graph) -> None:
    terms = {term for term in graph.subjects(RDF.type, None) if str(term).startswith(NAMESPACE)}
    assert len(terms) > 100
    for term in terms:
        assert graph.value(term, RDFS.label) is not None
        assert graph.value(term, SKOS.definition) is not None
        assert (term, RDFS.isDefinedBy, ONTOLOGY) in graph


def test_known_vocabularies_are_reused(graph: Graph) -> None:
    used = {str(name) for triple in graph for name in triple if isinstance(name, URIRef)}
    for vocabulary in (
        "https://schema.org/",
        "http://www.w3.org/ns/org#",
        "http://dbpedia.org/ontology/",
        "http://www.w3.org/2004/02/skos/core#",
        "http://purl.org/dc/terms/",
        "http://www.w3.org/ns/opengov#",
    ):
        assert any(name.startswith(vocabulary) for name in used), vocabulary


def test_no_blank_node(graph: Graph) -> None:
    assert all(isinstance(name, URIRef | Literal) for triple in graph for name in triple)
