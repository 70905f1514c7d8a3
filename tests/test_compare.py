"""Each fact of a linked party beside Wikidata's statements: agrees, new, differs, only there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from partygraph.linking import questions
from partygraph.linking.items import DAY, MONTH, YEAR, Item, Statement, Value
from partygraph.model import Datatype, Entity, Evidence, Extraction, Kind, Literal, Span
from partygraph.wikidata.comparison import Comparison, Verdict, agree, compare
from partygraph.wikidata.properties import properties, property_of

MakeExtraction = Callable[..., Extraction]
PARTY = Entity("Harbour Party", Kind.PARTY, "Harbour Party", "Q101")


def year(text: str) -> Literal:
    return Literal(text, Datatype.YEAR)


def count(text: str) -> Literal:
    return Literal(text, Datatype.NON_NEGATIVE)


def item(*statements: Statement) -> Item:
    return Item("Q101", "Harbour Party", "Harbour Party", statements)


def thing(name: str, qid: str | None, kind: Kind = Kind.CONCEPT) -> Entity:
    return Entity(name, kind, None, qid)


def one(make: MakeExtraction, predicate: str, value: object, item: Item, **qualifiers: object) -> Comparison:
    found = compare(make("Harbour Party", (PARTY, predicate, value, qualifiers)), item)
    return found[0]


def test_the_four_verdicts(make_extraction: MakeExtraction) -> None:
    theirs = item(
        Statement("P571", Value("time", "1991", precision=YEAR)),
        Statement("P1142", Value("item", "Q1", "liberalism")),
        Statement("P1142", Value("item", "Q2", "socialism")),
    )
    extraction = make_extraction(
        "Harbour Party",
        (PARTY, "founded", year("1990")),
        (PARTY, "ideology", thing("Liberalism", "Q1")),
        (PARTY, "ideology", thing("Green politics", "Q3")),
    )
    found = compare(extraction, theirs)
    assert [(row.pid, row.verdict) for row in found] == [
        ("P571", Verdict.DIFFERS),
        ("P1142", Verdict.AGREES),
        ("P1142", Verdict.NEW),
        ("P1142", Verdict.ONLY_WIKIDATA),
    ]
    assert found[0].evidence is not None
    assert found[0].evidence.quote == "Harbour Party has founded 1990."
    assert found[0].theirs[0].value.text == "1991"
    assert found[3].theirs[0].value.text == "Q2"


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        (Value("time", "1990", precision=YEAR), Value("time", "1990-05-09", precision=DAY), True),
        (Value("time", "1990-05", precision=MONTH), Value("time", "1990-06-09", precision=DAY), False),
        (Value("time", "1990-05-09", precision=DAY), Value("time", "1990-01-01"), True),
        (Value("time", "1990-05-09", precision=DAY), Value("time", "1990-01-01", precision=DAY), False),
        (Value("quantity", "304"), Value("quantity", "304"), True),
        (Value("quantity", "304"), Value("quantity", "300"), False),
        (Value("text", "http://www.harbour.example/"), Value("text", "https://harbour.example"), True),
        (Value("text", "harbour.example"), Value("text", "https://harbour.example/en/"), True),
        (Value("text", "http://harbour.example/a"), Value("text", "https://harbour.example/b"), False),
        (Value("text", "#00FF00"), Value("text", "00ff00"), True),
        (Value("text", "Harbour logo.svg"), Value("text", "Harbour_logo.svg"), True),
        (Value("item", "Q1"), Value("item", "Q2"), False),
        (Value("item", "Q1"), Value("text", "Q1"), False),
    ],
)
def test_values_agree(ours: Value, theirs: Value, same: bool) -> None:
    assert agree(ours, theirs) is same


def test_counts_of_different_years_do_not_differ(make_extraction: MakeExtraction) -> None:
    stated = Statement("P2124", Value("quantity", "300"), (("P585", Value("time", "2010", precision=YEAR)),))
    for when, verdict in (("2010", Verdict.DIFFERS), ("2022", Verdict.NEW)):
        row = one(make_extraction, "memberCount", count("304"), item(stated), year=year(when))
        assert row.verdict == verdict
    undated = Statement("P2124", Value("quantity", "304"))
    assert one(make_extraction, "memberCount", count("304"), item(undated), year=year("2022")).verdict == Verdict.AGREES


def test_an_absent_count_is_no_number(make_extraction: MakeExtraction) -> None:
    body = Entity("Senate", Kind.BODY, None, "Q9")
    row = one(make_extraction, "seats", body, item(Statement("P1410", Value("quantity", "0"))), held=Literal("absent"))
    assert (row.verdict, row.ours) == (Verdict.OPEN, None)


@pytest.mark.parametrize(
    ("body", "qid", "verdict", "note"),
    [
        ("Senate", "Q9", Verdict.NEW, ""),
        ("Senate", None, Verdict.OPEN, "demands the qualifier P194"),
        ("Mayors", "Q9", Verdict.OPEN, "not those of one legislature"),
        ("Municipal councils", "Q9", Verdict.OPEN, "not those of one legislature"),
    ],
)
def test_seats_are_those_of_one_known_body(
    make_extraction: MakeExtraction, body: str, qid: str | None, verdict: Verdict, note: str
) -> None:
    row = one(make_extraction, "seats", Entity(body, Kind.BODY, None, qid), item(), held=Literal("4"))
    assert row.verdict is verdict
    assert note in row.note


def test_a_count_that_wikidata_has_needs_no_year_to_agree(make_extraction: MakeExtraction) -> None:
    stated = item(Statement("P2124", Value("quantity", "1900")))
    assert one(make_extraction, "memberCount", count("1900"), stated).verdict is Verdict.AGREES
    assert one(make_extraction, "memberCount", count("1901"), stated).verdict is Verdict.OPEN


def test_signs_between_the_words_tell_no_names_apart() -> None:
    assert agree(Value("text", "پاکستان مسلم لیگ(ق)"), Value("text", "پاکستان مسلم لیگ ق"))
    assert agree(Value("text", "#175294"), Value("text", "175294"))
    assert not agree(Value("text", "Partij A"), Value("text", "Partij B"))


def test_an_unlinked_value_is_not_compared(make_extraction: MakeExtraction) -> None:
    row = one(
        make_extraction,
        "ideology",
        thing("liberalism", None),
        item(Statement("P1142", Value("item", "Q1", "liberalism"))),
    )
    assert row.verdict == Verdict.OPEN
    assert "item of this name" in row.note


def test_an_event_of_its_own_does_not_differ(make_extraction: MakeExtraction) -> None:
    theirs = item(Statement("P571", Value("time", "1950", precision=YEAR)))
    narrowed = one(make_extraction, "founded", year("1990"), theirs, **{"as": Literal("as a coalition")})
    assert narrowed.verdict == Verdict.OPEN
    assert "as a coalition" in narrowed.note


def test_what_is_new_shows_what_limits_it(make_extraction: MakeExtraction) -> None:
    stated = item(Statement("P1142", Value("item", "Q1", "liberalism")))
    row = one(make_extraction, "ideology", thing("harbourism", "Q2"), stated, scope=Literal("faction"))
    assert row.verdict is Verdict.NEW
    assert row.note == "Wikidata has 1 other; it is said with a limit: scope faction"


@pytest.mark.parametrize(
    ("ours", "theirs", "precision", "verdict"),
    [
        ("1955", "1950", None, Verdict.OPEN),
        ("1955", "1950-01-01", None, Verdict.OPEN),
        ("1955", "1950", YEAR, Verdict.DIFFERS),
        ("1965", "1950", None, Verdict.DIFFERS),
        ("1955", "1954", None, Verdict.DIFFERS),
        ("1950", "1950", None, Verdict.AGREES),
    ],
)
def test_a_round_year_of_unknown_precision_may_be_a_decade(
    make_extraction: MakeExtraction, ours: str, theirs: str, precision: int | None, verdict: Verdict
) -> None:
    stated = item(Statement("P571", Value("time", theirs, precision=precision)))
    assert one(make_extraction, "founded", year(ours), stated).verdict is verdict


def test_what_another_value_of_the_article_agrees_with_is_not_contradicted(make_extraction: MakeExtraction) -> None:
    extraction = make_extraction("Harbour Party", (PARTY, "founded", year("1990")), (PARTY, "founded", year("1950")))
    theirs = item(Statement("P571", Value("time", "1950", precision=YEAR)))
    assert [row.verdict for row in compare(extraction, theirs)] == [Verdict.OPEN, Verdict.AGREES]


@pytest.mark.parametrize(("place", "shown"), [(None, ["Q8"]), ("Q7", ["Q7"])])
def test_an_address_is_compared_by_its_town_where_it_has_no_item_itself(
    make_extraction: MakeExtraction, place: str | None, shown: list[str]
) -> None:
    text = "Ropewalk Hall, Kelder"
    seat, town = Entity(text, Kind.PLACE, None, place), thing("Kelder", "Q8", Kind.PLACE)
    made = make_extraction("Harbour Party", (PARTY, "headquarters", seat), (PARTY, "headquartersLocality", town))
    spans = (Span(0, len(text)), Span(text.index("Kelder"), len(text)))
    facts = tuple(
        replace(fact, evidence=(Evidence(span, text[slice(*span)]),))
        for fact, span in zip(made.facts, spans, strict=True)
    )
    found = compare(replace(made, facts=facts), item())
    assert [row.ours.text for row in found if row.ours] == shown


def test_an_archived_address_is_the_address() -> None:
    archived = Value("text", "https://web.archive.org/web/20010503130353/http://www.harbour.example/")
    assert agree(archived, Value("text", "http://harbour.example"))


def test_deprecated_statements_count_for_nothing(make_extraction: MakeExtraction) -> None:
    stated = Statement("P571", Value("time", "1990", precision=YEAR), rank="deprecated")
    found = compare(make_extraction("Harbour Party", (PARTY, "founded", year("1990"))), item(stated))
    assert [row.verdict for row in found] == [Verdict.NEW]


def test_only_facts_about_the_party_are_compared(make_extraction: MakeExtraction) -> None:
    other = Entity("Dune Party", Kind.PARTY, None, "Q105")
    extraction = make_extraction("Harbour Party", (PARTY, "founded", year("1990")), (other, "founded", year("1970")))
    assert len(compare(extraction, item())) == 1


def test_a_fact_said_twice_is_compared_once(make_extraction: MakeExtraction) -> None:
    extraction = make_extraction("Harbour Party", (PARTY, "founded", year("1990")), (PARTY, "founded", year("1990")))
    assert len(compare(extraction, item())) == 1


@pytest.mark.parametrize(
    ("role", "pid", "withheld"),
    [("Chairman", "P488", False), ("General Secretary", "P3975", False), ("Leader", "P488", True)],
)
def test_the_role_chooses_the_property(make_extraction: MakeExtraction, role: str, pid: str, withheld: bool) -> None:
    person = Entity("Rudolf", Kind.PERSON, None, "Q7")
    extraction = make_extraction("Harbour Party", (PARTY, "leader", person, {"role": Literal(role)}))
    row = property_of(extraction.facts[0])
    assert row is not None
    assert (row.pid, bool(row.withheld)) == (pid, withheld)


def test_an_endpoint_is_asked_for_all_that_is_compared() -> None:
    rows = [row for rows in properties().values() for row in rows]
    wanted = {pid for row in rows for pid in (*row.compared, *row.conflicts)}
    assert wanted <= set(questions.ASKED)
    assert {pid for row in rows for _, pid in row.qualifiers} <= set(questions.QUALIFYING)


def test_the_table_says_what_wikidata_demands() -> None:
    table = properties()
    assert table["memberCount"][0].required == ("P585",)
    assert table["seats"][0].required == ("P194",)
    assert "P585" in table["memberCount"][0].allowed
    for rows in table.values():
        for row in rows:
            assert row.label
            assert row.datatype in {
                "wikibase-item",
                "time",
                "quantity",
                "string",
                "url",
                "commonsMedia",
                "monolingualtext",
            }
            assert "*" in row.allowed or {theirs for _, theirs in row.qualifiers} <= set(row.allowed)
