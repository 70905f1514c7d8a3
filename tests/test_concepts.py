"""The concept schemes match items of Wikidata where the counts are clear, and nowhere else."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from rdflib import DCTERMS, FOAF, RDF, RDFS, SKOS, Graph, Namespace

from partygraph.resources import folder

WD = Namespace("http://www.wikidata.org/entity/")
CONCEPT = Namespace("https://w3id.org/partygraph/concept/")
SCHEMA = Namespace("https://schema.org/")
SCRIPT = Path(__file__).parent.parent / "scripts" / "build_concepts.py"
IDEOLOGY = "political ideology (P1142)"


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_concepts", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def concepts() -> Graph:
    return Graph().parse(folder("ontology") / "concepts.ttl")


def party(ideology: str, *items: str) -> dict[str, Any]:
    return {"slug": ideology, "infobox": {"ideology": ideology}, "wikidata": {IDEOLOGY: list(items)}}


def built(builder: ModuleType, records: list[dict[str, Any]], decisions: str = "") -> Graph:
    redirects = {"Green politics": "Green politics", "Greens": "Green politics"}
    return Graph().parse(data=builder.build(records, redirects, table(builder, decisions)), format="turtle")


def table(builder: ModuleType, rows: str) -> Any:
    confirmed, denied, none = {}, set(), set()
    for row in filter(None, rows.splitlines()):
        scheme, page, decision, item = row.split("|")
        if decision == "confirmed":
            confirmed[scheme, page] = item
        elif decision == "denied":
            denied.add((scheme, page, item))
        else:
            none.add((scheme, page))
    return builder.Decisions(confirmed, frozenset(denied), frozenset(none))


GREEN, LIBERAL, OTHER = "green politics (Q1)", "liberalism (Q2)", "environmentalism (Q3)"
NOISE = [party("[[Liberalism]]", LIBERAL)] * 4


def exact(graph: Graph, name: str) -> list[str]:
    return sorted(str(item).removeprefix(str(WD)) for item in graph.objects(CONCEPT[name], SKOS.exactMatch))


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("ideology/social-democracy", "Q121254"),
        ("ideology/democratic-socialism", "Q189280"),
        ("ideology/progressivism", "Q821102"),
        ("ideology/progressivism-in-the-united-states", "Q4379869"),
        ("position/centre-left", "Q737014"),
        ("position/left-wing", "Q164597"),
        ("position/centrism", "Q6587194"),
    ],
)
def test_what_is_verified_comes_out(concepts: Graph, name: str, item: str) -> None:
    assert exact(concepts, name) == [item]


def test_no_item_is_matched_twice_and_no_decoy_at_all(concepts: Graph) -> None:
    for scheme in concepts.subjects(RDF.type, SKOS.ConceptScheme):
        found = [
            item
            for concept in concepts.subjects(SKOS.inScheme, scheme)
            for item in concepts.objects(concept, SKOS.exactMatch)
        ]
        assert len(found) == len(set(found)), scheme
    assert (None, SKOS.exactMatch, WD.Q191149) not in concepts


def test_a_match_says_how_often_it_was_counted(concepts: Graph) -> None:
    for concept, item in concepts.subject_objects(SKOS.exactMatch):
        note = str(concepts.value(concept, SKOS.editorialNote))
        qid = str(item).removeprefix(str(WD))
        assert f"{qid}; " in note or f"{qid} is confirmed by hand" in note, concept


def test_every_concept_leads_to_its_page_and_hangs_in_its_scheme(concepts: Graph) -> None:
    for concept in concepts.subjects(RDF.type, SKOS.Concept):
        assert str(concepts.value(concept, FOAF.isPrimaryTopicOf)).startswith("https://en.wikipedia.org/wiki/")
        assert concepts.value(concept, RDFS.label) == concepts.value(concept, SKOS.prefLabel)
        above = (concepts.value(concept, SKOS.broader), concepts.value(concept, SKOS.topConceptOf))
        assert sum(value is not None for value in above) == 1, concept


def test_the_spectrum_goes_from_left_to_right(concepts: Graph) -> None:
    places = {int(str(place)): concept for concept, place in concepts.subject_objects(SCHEMA.position)}
    names = ["far-left", "left-wing", "centre-left", "centrism", "centre-right", "right-wing", "far-right"]
    assert [places[at] for at in range(1, 8)] == [CONCEPT["position/" + name] for name in names]


def test_no_label_means_two_concepts_of_a_scheme(concepts: Graph) -> None:
    for scheme in concepts.subjects(RDF.type, SKOS.ConceptScheme):
        labels = [
            str(label).casefold()
            for concept in concepts.subjects(SKOS.inScheme, scheme)
            for kind in (SKOS.prefLabel, SKOS.altLabel)
            for label in concepts.objects(concept, kind)
        ]
        assert len(labels) == len(set(labels))
        assert concepts.value(scheme, DCTERMS.license) is not None


def test_page_and_item_of_one_name_match_from_two_parties_on(builder: ModuleType) -> None:
    once = [party("[[Green politics]]", GREEN), party("[[Green politics]]", LIBERAL)]
    assert exact(built(builder, [*once, *NOISE]), "ideology/green-politics") == []
    assert exact(built(builder, [*once, *once, *NOISE]), "ideology/green-politics") == ["Q1"]


def test_a_label_alone_matches_nothing(builder: ModuleType) -> None:
    records = [party("[[Green politics]]", LIBERAL)] * 3 + [party("[[Liberalism]]", GREEN)] * 3
    assert exact(built(builder, records), "ideology/green-politics") == []


def test_another_name_matches_only_where_nearly_all_parties_share_it(builder: ModuleType) -> None:
    often = [party("[[Green politics]]", OTHER)] * 12
    assert exact(built(builder, [*often, *NOISE]), "ideology/green-politics") == ["Q3"]
    torn = [party("[[Green politics]]", OTHER, "ecologism (Q4)")] * 12
    assert exact(built(builder, [*torn, *NOISE]), "ideology/green-politics") == []
    few = built(builder, [*often[:4], *NOISE])
    assert exact(few, "ideology/green-politics") == []
    assert (CONCEPT["ideology/green-politics"], SKOS.closeMatch, WD.Q3) in few


def test_what_was_decided_by_hand_holds(builder: ModuleType) -> None:
    records = [party("[[Green politics]]", GREEN)] * 3 + NOISE
    denied = built(builder, records, "ideology|Green politics|denied|Q1")
    assert exact(denied, "ideology/green-politics") == []
    confirmed = built(builder, records, "ideology|Green politics|confirmed|Q9")
    assert exact(confirmed, "ideology/green-politics") == ["Q9"]
    none = built(builder, records, "ideology|Green politics|none|")
    assert (CONCEPT["ideology/green-politics"], None, None) not in none


def test_links_in_references_state_nothing_and_redirects_are_followed(builder: ModuleType) -> None:
    value = "[[Greens|Green]]<ref>{{cite web |publisher=[[The Guardian]]}}</ref><!-- [[Hidden]] --> [[File:A.svg]]"
    assert builder.links(value, {"Greens": "Green politics"}) == (("Green politics", "Green"),)


@pytest.mark.parametrize(
    ("page", "wider"),
    [
        ("Green liberalism", "Liberalism"),
        ("Liberalism in Russia", "Liberalism"),
        ("Criticism of liberalism", None),
        ("Liberalism", None),
        ("Neoliberalism", None),
    ],
)
def test_a_name_tells_what_is_wider(builder: ModuleType, page: str, wider: str | None) -> None:
    assert builder.broader(page, ["Liberalism", page]) == wider


def test_a_label_becomes_a_name_only_as_another_spelling(builder: ModuleType) -> None:
    assert builder.is_spelling("Center-left", "Centre-left politics")
    assert not builder.is_spelling("Anti-liberalism", "Liberalism")
    assert not builder.is_spelling("Hard Euroscepticism", "Euroscepticism")


def test_the_build_does_not_depend_on_the_order_of_its_input(builder: ModuleType) -> None:
    records = [party("[[Green politics]], [[Liberalism]]", GREEN, LIBERAL)] * 3 + NOISE
    texts = {builder.build(order, {}, table(builder, "")) for order in (records, records[::-1])}
    assert len(texts) == 1


def test_slugs_are_plain(builder: ModuleType) -> None:
    assert builder.slug("Marxism–Leninism") == "marxism-leninism"
    assert builder.slug("Ba'athism") == "baathism"
    iris = Graph().parse(folder("ontology") / "concepts.ttl").subjects()
    assert all(str(iri).isascii() for iri in iris)
