"""Names become items by evidence alone: link target, article, name in its role; decoys and bare labels never."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest

from partygraph import linking
from partygraph.linking import sssom
from partygraph.linking.mentions import mentions
from partygraph.linking.tables import Tables, mention_key, name_key, page_key, row_key, tables_of
from partygraph.model import Entity, Extraction, Kind, Literal

MakeExtraction = Callable[..., Extraction]
SEED = "Connecticut Working Families Party"

VERIFIED = {
    ("Connecticut", Kind.PLACE): "Q779",
    ("Hartford", Kind.PLACE): "Q33486",
    ("Bridgeport", Kind.PLACE): "Q49174",
    ("United States", Kind.PLACE): "Q30",
    ("Democratic Party", Kind.PARTY): "Q29552",
    ("U.S. House of Representatives", Kind.BODY): "Q11701",
    ("U.S. Senate", Kind.BODY): "Q66096",
    ("Social democracy", Kind.CONCEPT): "Q121254",
    ("Progressivism in the United States", Kind.CONCEPT): "Q4379869",
    ("Democratic socialism", Kind.CONCEPT): "Q189280",
    ("Center-left", Kind.CONCEPT): "Q737014",
    ("left-wing", Kind.CONCEPT): "Q164597",
}
DECOYS = {"Q821102", "Q5255712", "Q191149"}
UNVERIFIED = (
    ("Working Families Party", Kind.PARTY, "affiliationNational"),
    ("State House", Kind.BODY, "seats"),
    ("State Senate", Kind.BODY, "seats"),
    ("Hartford City Council", Kind.BODY, "seats"),
    ("Communications Workers of America", Kind.ORGANISATION, "foundingOrganisation"),
    ("Ed Gomes", Kind.PERSON, "leader"),
)


@pytest.fixture
def seed(make_extraction: MakeExtraction) -> Extraction:
    party = Entity(SEED, Kind.PARTY, SEED)
    hartford = Entity("Hartford", Kind.PLACE)
    connecticut, nation = Entity("Connecticut", Kind.PLACE), Entity("United States", Kind.PLACE)
    ends = {"lower": Entity("Center-left", Kind.CONCEPT), "upper": Entity("left-wing", Kind.CONCEPT)}
    return make_extraction(
        SEED,
        (party, "region", connecticut),
        (party, "country", nation),
        (connecticut, "partOf", nation),
        (hartford, "partOf", connecticut),
        (party, "strongholdIn", hartford),
        (party, "strongholdIn", Entity("Bridgeport", Kind.PLACE)),
        *(
            (party, "ideology", Entity(name, Kind.CONCEPT))
            for name, kind in VERIFIED
            if kind is Kind.CONCEPT and name[0] in "SPD"
        ),
        (party, "position", Entity("Center-left to left-wing", Kind.CONCEPT), ends),
        (party, "seats", Entity("U.S. House of Representatives", Kind.BODY)),
        (party, "seats", Entity("U.S. Senate", Kind.BODY)),
        (party, "endorsesCandidatesOf", Entity("Democratic Party", Kind.PARTY)),
        *((party, role, Entity(name, kind)) for name, kind, role in UNVERIFIED),
    )


def items(extraction: Extraction) -> dict[tuple[str, Kind], str | None]:
    return {(m.entity.name, m.entity.kind): m.entity.qid for m in mentions(extraction)}


def test_verified_items_of_the_seed_are_all_linked(seed: Extraction) -> None:
    linked = items(linking.link(seed))
    assert {key: linked[key] for key in VERIFIED} == VERIFIED


def test_unverified_names_of_the_seed_stay_unresolved(seed: Extraction) -> None:
    linked = items(linking.link(seed))
    assert {linked[name, kind] for name, kind, _ in UNVERIFIED} == {None}
    assert linked[SEED, Kind.PARTY] is None
    assert linked["Center-left to left-wing", Kind.CONCEPT] is None


def test_decoys_are_never_chosen(seed: Extraction) -> None:
    assert DECOYS.isdisjoint(match.qid for match in linking.match(seed))


def test_offline_linking_opens_no_socket(seed: Extraction, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert items(linking.link(seed))["Hartford", Kind.PLACE] == "Q33486"


def test_qualifiers_and_subjects_are_linked_too(seed: Extraction) -> None:
    linked = linking.link(seed)
    position = next(fact for fact in linked.facts if fact.predicate == "position")
    lower = position.qualifier("lower")
    assert isinstance(lower, Entity)
    assert lower.qid == "Q737014"
    assert next(f for f in linked.facts if f.subject.name == "Hartford").subject.qid == "Q33486"


def test_the_same_names_in_another_article_are_not_linked(make_extraction: MakeExtraction, party: Entity) -> None:
    other = make_extraction(
        "Harbour Party",
        (party, "strongholdIn", Entity("Hartford", Kind.PLACE)),
        (party, "endorsesCandidatesOf", Entity("Democratic Party", Kind.PARTY)),
        (party, "seats", Entity("U.S. Senate", Kind.BODY)),
    )
    assert set(items(linking.link(other)).values()) == {None}


def row(subject: str, qid: str, category: str = "party", **more: str) -> sssom.Row:
    given = {
        "subject_id": f"enwiki:{subject.replace(' ', '_')}",
        "subject_label": subject,
        "subject_category": category,
        "predicate_modifier": "",
        "predicate_id": sssom.EXACT,
        "object_id": f"wd:{qid}",
        "object_label": subject,
        "mapping_justification": "semapv:BackgroundKnowledgeBasedMatching",
        "confidence": "1.00",
        "author_label": "test",
    }
    return sssom.Row(**{**given, **more})


def name(text: str, qid: str, context: str, **more: str) -> sssom.Row:
    return row(text, qid, context, subject_id="", subject_type="rdfs literal", **more)


def tables(*rows: sssom.Row) -> Tables:
    return tables_of([sssom.Table((), rows)])


def one(make: MakeExtraction, predicate: str, value: Entity, *more: object) -> Extraction:
    party = Entity("Harbour Party", Kind.PARTY, "Harbour Party")
    return make("Harbour Party", (party, predicate, value), *more)


def test_a_link_target_links(make_extraction: MakeExtraction) -> None:
    extraction = one(make_extraction, "predecessor", Entity("Liberals", Kind.ORGANISATION, "Liberal Party (Ruritania)"))
    linked = linking.link(extraction, tables(row("Liberal Party (Ruritania)", "Q11", "party")))
    assert items(linked)["Liberals", Kind.ORGANISATION] == "Q11"


def test_a_link_target_outranks_the_name(make_extraction: MakeExtraction) -> None:
    extraction = one(make_extraction, "ideology", Entity("nationalism", Kind.CONCEPT, "Ruritanian nationalism"))
    found = linking.match(extraction, tables(name("nationalism", "Q12", "ideology")))
    assert [match.sure for match in found] == [False]


def test_a_page_of_another_kind_is_only_a_candidate(make_extraction: MakeExtraction) -> None:
    extraction = one(make_extraction, "leader", Entity("Rudolf", Kind.PERSON, "Social democracy"))
    found = linking.match(extraction, tables(row("Social democracy", "Q13", "ideology")))
    assert [match.sure for match in found] == [False]


@pytest.mark.parametrize(
    ("predicate", "linked"), [("ideology", "Q14"), ("leader", None), ("alliance", None), ("otherWing", None)]
)
def test_a_name_links_only_in_its_role(make_extraction: MakeExtraction, predicate: str, linked: str | None) -> None:
    extraction = one(make_extraction, predicate, Entity("Social Democracy", Kind.CONCEPT))
    rows = tables(name("social democracy", "Q14", "ideology"))
    assert items(linking.link(extraction, rows))["Social Democracy", Kind.CONCEPT] == linked


def test_a_party_named_without_a_link_is_only_a_candidate(make_extraction: MakeExtraction) -> None:
    extraction = one(make_extraction, "predecessor", Entity("Liberal Party", Kind.PARTY))
    found = linking.match(extraction, tables(row("Liberal Party", "Q15")))
    assert [(match.qid, match.sure) for match in found] == [("Q15", False)]


def test_a_place_links_by_name_only_in_its_country(make_extraction: MakeExtraction, party: Entity) -> None:
    rows = tables(
        name("springfield", "Q16", "headquarters", other="country=Q20"),
        name("ruritania", "Q20", "country"),
        name("graustark", "Q21", "country"),
    )
    for country, qid in (("Ruritania", "Q16"), ("Graustark", None)):
        nation = (party, "country", Entity(country, Kind.PLACE))
        extraction = one(make_extraction, "headquarters", Entity("Springfield", Kind.PLACE), nation)
        assert items(linking.link(extraction, rows))["Springfield", Kind.PLACE] == qid


@pytest.mark.parametrize(
    ("place", "page", "qid"),
    [
        ("Springfield, Ruritania", None, "Q16"),
        ("Springfield, Missouri", None, None),
        ("Springfield, Graustark", None, None),
        ("the Field", "Springfield", "Q16"),
        ("the Field", "Springfield, Ruritania", "Q16"),
        ("Springfield", "Springfield, Missouri", None),
    ],
)
def test_a_place_is_known_by_its_page_and_by_the_country_it_names(
    make_extraction: MakeExtraction, party: Entity, place: str, page: str | None, qid: str | None
) -> None:
    rows = tables(
        name("springfield", "Q16", "headquarters", other="country=Q20"),
        name("ruritania", "Q20", "country"),
        name("graustark", "Q21", "country"),
    )
    nation = (party, "country", Entity("Ruritania", Kind.PLACE))
    extraction = one(make_extraction, "headquarters", Entity(place, Kind.PLACE, page), nation)
    assert items(linking.link(extraction, rows))[place, Kind.PLACE] == qid


def test_two_items_for_one_name_link_neither(make_extraction: MakeExtraction) -> None:
    rows = tables(name("centrism", "Q17", "position"), name("centrism", "Q18", "position"))
    extraction = one(make_extraction, "position", Entity("Centrism", Kind.CONCEPT))
    assert items(linking.link(extraction, rows))["Centrism", Kind.CONCEPT] is None


def test_what_is_denied_never_comes_back(make_extraction: MakeExtraction) -> None:
    extraction = one(make_extraction, "position", Entity("Centrism", Kind.CONCEPT, "Centrism"))
    wrong, right = row("Centrism", "Q17", "position"), name("centrism", "Q18", "position")
    assert items(linking.link(extraction, tables(wrong)))["Centrism", Kind.CONCEPT] == "Q17"
    refused = tables(wrong, right, row("Centrism", "Q17", "position", predicate_modifier=sssom.NOT))
    assert "Q17" not in {match.qid for match in linking.match(extraction, refused)}


def test_a_refusal_for_one_article_holds_for_that_article(make_extraction: MakeExtraction) -> None:
    refusal = row(
        "Liberals",
        "Q19",
        "party",
        subject_id="partyid:x/liberals",
        subject_source="enwiki:Harbour_Party",
        predicate_modifier=sssom.NOT,
    )
    rows = tables(row("Liberal Party", "Q19", "party"), refusal)
    for title, expected in (("Harbour Party", None), ("Dune Party", "Q19")):
        party = Entity(title, Kind.PARTY, title)
        extraction = make_extraction(title, (party, "predecessor", Entity("Liberals", Kind.PARTY, "Liberal Party")))
        assert items(linking.link(extraction, rows))["Liberals", Kind.PARTY] == expected


def test_the_party_is_linked_by_the_title_of_its_article(make_extraction: MakeExtraction) -> None:
    for link in ("Harbour Party", None):
        party = Entity("Harbour Party", Kind.PARTY, link)
        extraction = make_extraction("Harbour Party", (party, "founded", Literal("1990")))
        assert linking.link(extraction, tables(row("Harbour Party", "Q23"))).facts[0].subject.qid == "Q23"


def test_another_country_and_another_time_speak_against_a_title(make_extraction: MakeExtraction) -> None:
    party = Entity("Harbour Party", Kind.PARTY)
    nation = Entity("Ruritania", Kind.PLACE)
    extraction = make_extraction("Harbour Party", (party, "founded", Literal("1990")), (party, "country", nation))
    rows = tables(row("Harbour Party", "Q23", other="country=Q99;inception=1850"), name("ruritania", "Q20", "country"))
    match = next(match for match in linking.match(extraction, rows) if match.entity == party)
    assert not match.sure
    assert {feature.name for feature in match.features} == {"article title", "country", "founding year"}


def test_keys_of_rows() -> None:
    assert row_key(row("Liberal Party", "Q1")) == page_key("liberal_Party#History")
    assert row_key(name("centre-left", "Q1", "position")) == name_key("position", "Center-left politics")
    inside = row("Hartford", "Q1", "place", subject_id="partyid:a/b", subject_source="enwiki:Harbour_Party")
    assert row_key(inside) == mention_key("Harbour Party", "place", "hartford")
