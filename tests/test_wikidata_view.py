"""Linked facts in Wikidata's own shape answer the queries that people write for Wikidata."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import Quad, QuerySolutions, Store, Triple

from partygraph.linking.items import YEAR, Item, Statement, Value
from partygraph.model import Datatype, Entity, Extraction, Kind, Literal, Status
from partygraph.wikidata import rdf

MakeExtraction = Callable[..., Extraction]
PARTY = Entity("Harbour Party", Kind.PARTY, "Harbour Party", "Q101")
PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in rdf.NAMESPACES.items())


def ask(triples: tuple[Triple, ...], query: str) -> list[tuple[str, ...]]:
    store = Store()
    for triple in triples:
        store.add(Quad(triple.subject, triple.predicate, triple.object))
    found = store.query(PREFIXES + query)
    assert isinstance(found, QuerySolutions)
    return [tuple(term.value for term in row) for row in found]


@pytest.fixture
def extraction(make_extraction: MakeExtraction) -> Extraction:
    year = Literal("2022", Datatype.YEAR)
    return make_extraction(
        "Harbour Party",
        (PARTY, "founded", Literal("1990-05", Datatype.YEAR_MONTH)),
        (PARTY, "ideology", Entity("green politics", Kind.CONCEPT, None, "Q3")),
        (PARTY, "ideology", Entity("harbourism", Kind.CONCEPT)),
        (PARTY, "memberCount", Literal("304", Datatype.NON_NEGATIVE), {"year": year}),
        (PARTY, "website", Literal("https://harbour.example/", Datatype.URI)),
        (Entity("Dune Party", Kind.PARTY), "founded", Literal("1970", Datatype.YEAR)),
        url="https://en.wikipedia.org/wiki/Harbour_Party",
        revision="1234",
    )


def test_direct_triples(extraction: Extraction) -> None:
    found = ask(rdf.view(extraction), "SELECT ?party ?ideology WHERE { ?party wdt:P1142 ?ideology }")
    assert found == [("http://www.wikidata.org/entity/Q101", "http://www.wikidata.org/entity/Q3")]


def test_statements_with_qualifiers_precision_and_references(extraction: Extraction) -> None:
    found = ask(
        rdf.view(extraction),
        """SELECT ?count ?when ?precision ?page ?quote WHERE {
             wd:Q101 p:P2124 ?statement ; p:P571/psv:P571/wikibase:timePrecision ?precision .
             ?statement ps:P2124 ?count ; pq:P585 ?when ; wikibase:rank wikibase:NormalRank ;
               prov:wasDerivedFrom [ pr:P4656 ?page ; pr:P1683 ?quote ; pr:P143 wd:Q328 ] . }""",
    )
    page = "https://en.wikipedia.org/w/index.php?title=Harbour_Party&oldid=1234"
    assert [(str(int(count)), *rest) for count, *rest in found] == [
        ("304", "2022-01-01T00:00:00Z", "10", page, "Harbour Party has memberCount 304.")
    ]


def test_labels_and_nothing_unlinked(extraction: Extraction) -> None:
    triples = rdf.view(extraction)
    assert ask(triples, "SELECT ?label WHERE { wd:Q101 rdfs:label ?label }") == [("Harbour Party",)]
    assert "Dune" not in "".join(map(str, triples))


def test_statements_of_ours_are_not_named_like_theirs(extraction: Extraction) -> None:
    found = ask(rdf.view(extraction), "SELECT ?s WHERE { ?s a wikibase:Statement }")
    assert found
    assert all(name.startswith(rdf.OURS) for (name,) in found)


@pytest.mark.parametrize("status", [Status.CLAIM, Status.CANDIDATE, Status.INFERRED])
def test_only_what_is_asserted_and_undisputed(make_extraction: MakeExtraction, status: Status) -> None:
    said = (PARTY, "founded", Literal("1990", Datatype.YEAR))
    url = "https://en.wikipedia.org/wiki/Harbour_Party"
    assert rdf.view(make_extraction("Harbour Party", said, url=url, status=status)) == ()
    assert rdf.view(make_extraction("Harbour Party", said, url=url), lambda fact: "somebody") == ()


@pytest.mark.parametrize(
    ("predicate", "value", "qualifiers"),
    [
        ("ideology", Entity("green politics", Kind.CONCEPT, None, "Q3"), {"scope": Literal("faction")}),
        ("memberCount", Literal("304", Datatype.NON_NEGATIVE), {}),
        ("seats", Entity("Senate", Kind.BODY), {"held": Literal("4")}),
        ("seats", Entity("Mayors", Kind.BODY, None, "Q9"), {"held": Literal("4")}),
    ],
    ids=["of a faction", "of no year", "of an unknown body", "of no legislature"],
)
def test_what_is_narrower_than_a_statement_could_say_is_left_out(
    make_extraction: MakeExtraction, predicate: str, value: Entity | Literal, qualifiers: dict[str, Literal]
) -> None:
    url = "https://en.wikipedia.org/wiki/Harbour_Party"
    assert rdf.view(make_extraction("Harbour Party", (PARTY, predicate, value, qualifiers), url=url)) == ()


def test_the_same_facts_give_the_same_triples(extraction: Extraction) -> None:
    assert rdf.view(extraction) == rdf.view(extraction)


def test_ranks_decide_on_direct_triples() -> None:
    def stated(year: str, rank: str) -> Statement:
        return Statement("P571", Value("time", year, precision=YEAR), rank=rank)

    item = Item("Q1", "", None, (stated("1990", "preferred"), stated("1991", "normal"), stated("1992", "deprecated")))
    found = ask(tuple(rdf.triples(item)), "SELECT ?when WHERE { wd:Q1 wdt:P571 ?when }")
    assert found == [("1990-01-01T00:00:00Z",)]
