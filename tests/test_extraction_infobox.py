"""Infobox rows end as facts with their quotes, or as left-out records; nothing is lost and nothing invented."""

import doctest
import importlib
import pkgutil

import linearity
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partygraph import extraction as room
from partygraph import readers
from partygraph.extraction import infobox
from partygraph.model import Article, Entity, Fact, Kind, LeftOut, Literal, Status, written
from partygraph.rules import infobox as rules
from partygraph.rules.predicates import predicates, qualifiers

KEYS = sorted({key.replace("_", " ").title() for key in (*rules.by_key(), *rules.by_companion())})


def read(lines: str, *, wikitext: bool = False) -> tuple[Article, tuple[Fact, ...], tuple[LeftOut, ...]]:
    text = f"{{{{Infobox political party\n{lines}\n}}}}\n" if wikitext else f"= Blue Party =\n\nBlue Party\n{lines}\n"
    article = readers.read(text.encode(), name="Blue Party")
    return article, *infobox.read_rows(article, Entity("Blue Party", Kind.PARTY))


def name(value: Entity | Literal) -> str:
    return value.name if isinstance(value, Entity) else value.lexical


def objects(facts: tuple[Fact, ...], predicate: str) -> list[str]:
    return [name(fact.object) for fact in facts if fact.predicate == predicate]


def check_laws(article: Article, facts: tuple[Fact, ...], left_out: tuple[LeftOut, ...]) -> None:
    spans = []
    for fact in facts:
        assert fact.evidence
        assert fact.predicate in predicates()
        assert all(q.name in qualifiers() for q in fact.qualifiers)
        quotes = [*fact.evidence, *(q.evidence for q in fact.qualifiers if q.evidence)]
        for quote in quotes:
            assert article.text[quote.span.start : quote.span.end] == quote.quote != ""
            spans.append(quote.span)
    for record in left_out:
        assert article.text[record.evidence.span.start : record.evidence.span.end] == record.evidence.quote
        spans.append(record.evidence.span)
    assert article.infobox is not None
    for row in article.infobox.rows:
        assert any(span.overlaps(row.span) for span in spans), row


@given(
    st.lists(
        st.tuples(st.sampled_from(KEYS), st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), max_size=50))
    )
)
@settings(max_examples=150, deadline=None)
def test_every_row_is_accounted_for(lines: list[tuple[str, str]]) -> None:
    check_laws(*read("\n".join(["- Ideology: Monarchism", *(f"- {key}: {value}" for key, value in lines)])))


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.text(alphabet="AbcÉ 12,;()[]/:–'\"|=#", max_size=40)), min_size=1))
@settings(max_examples=200, deadline=None)
def test_debris_is_accounted_for(lines: list[tuple[str, str]]) -> None:
    check_laws(*read("\n".join(["- Ideology: Monarchism", *(f"- {key}: {value}" for key, value in lines)])))


def test_absent_is_absent() -> None:
    _, facts, _ = read("- Seats1 Title: Tynwold\n- Seats2 Title: Senate\n- Seats2: 0")
    held = {name(fact.object): name(fact.qualifiers[0].value) for fact in facts if fact.predicate == "seats"}
    assert held == {"Tynwold": "absent", "Senate": "0"}


def test_a_year_is_no_count_and_a_postal_code_is_text() -> None:
    _, facts, left = read("- Membership Year: 2023\n- Headquarters: 1 Low Road,, Carrow, TN 00417")
    assert objects(facts, "memberCount") == []
    assert objects(facts, "headquartersPostalCode") == ["00417"]
    assert [record.reason for record in left] == ["year-without-count"]


def test_a_wider_concept_does_not_stand_for_a_narrower_one() -> None:
    _, facts, left = read("- Ideology: class=nowrap, Progressivism in the United States, Progressivism")
    (fact,) = [fact for fact in facts if fact.predicate == "ideology"]
    assert isinstance(fact.object, Entity)
    assert (fact.object.name, fact.object.link) == (
        "Progressivism in the United States",
        "Progressivism in the United States",
    )
    assert name(fact.qualifiers[0].value) == "Progressivism"
    assert {record.reason for record in left} == {"template-debris", "link-double"}


def test_a_likely_double_stays_a_candidate() -> None:
    _, facts, _ = read("- Ideology: Ballot reform in the United States, Ballot reform")
    (fact,) = [fact for fact in facts if fact.predicate == "ideology"]
    assert name(fact.object) == "Ballot reform"
    assert fact.status is Status.CANDIDATE


def test_the_title_of_a_page_that_nobody_shows_is_a_double() -> None:
    _, facts, left = read(
        "- Ideology: Ballot reformism in the United States, Anti-fusion\n- Merger: Millers and Weavers, Miller Union"
    )
    assert objects(facts, "ideology") == ["Anti-fusion"]
    assert objects(facts, "mergedFrom") == ["Miller Union"]
    assert {fact.status for fact in facts if fact.predicate != "name"} == {Status.CANDIDATE}
    assert [record.reason for record in left] == ["link-double", "link-double"]


@pytest.mark.parametrize(
    ("link", "named", "label"),
    [
        ("[[Kelder African Union|KAU]]", "Kelder African Union", "KAU"),
        ("[[Kelder Union (1960)|K.U.]]", "Kelder Union", "K.U."),
        ("[[League of Tennaway|ULT]]", "ULT", None),
        ("[[Kelder African Union#Youth|KAU]]", "KAU", None),
        ("[[KAU]]", "KAU", None),
    ],
)
def test_initials_that_link_to_the_name_give_way_to_it(link: str, named: str, label: str | None) -> None:
    _, facts, _ = read(f"| merger = {link}\n| ideology = [[Monarchism]]", wikitext=True)
    (fact,) = [fact for fact in facts if fact.predicate == "mergedFrom"]
    assert name(fact.object) == named
    value = fact.qualifier("label")
    assert (name(value) if value else None) == label


def test_a_footnote_behind_a_link_ends_the_item() -> None:
    lines = (
        "| ideology = {{ubl|[[Monarchism]]|Populism}}<ref>x</ref> [[Localism]] <ref>y</ref> Some say more, much more."
    )
    _, facts, _ = read(lines, wikitext=True)
    assert objects(facts, "ideology")[:2] == ["Monarchism", "Populism"]
    assert "Localism" in objects(facts, "ideology")


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ("[[Ann Lee]]", [("Ann Lee", "Ann Lee")]),
        ("[[Ann Lee (politician)|Ann Lee]] MP", [("Ann Lee", "Ann Lee (politician)")]),
        ("[[Datuk]] [[Ann Lee]]", [("Datuk Ann Lee", None)]),
        ("[[Ann Lee]] and [[Bo Ray]]", [("Ann Lee", "Ann Lee"), ("Bo Ray", "Bo Ray")]),
        ("[[Ann Lee]] & [[Bo Ray]] (acting)", [("Ann Lee", "Ann Lee"), ("Bo Ray", "Bo Ray")]),
        ("[[Ann Lee]]/[[Bo Ray]]", [("Ann Lee", "Ann Lee"), ("Bo Ray", "Bo Ray")]),
    ],
)
def test_a_link_names_only_what_it_labels(value: str, named: list[tuple[str, str | None]]) -> None:
    _, facts, _ = read(f"| leader = {value}", wikitext=True)
    found = [fact.object for fact in facts if fact.predicate == "leader"]
    assert [(entity.name, entity.link) for entity in found if isinstance(entity, Entity)] == named


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ("[[Lake people|Lakeland]] [[nationalism]]", [("Lakeland nationalism", None)]),
        (
            "[[Direct democracy|Direct]] and [[participatory democracy]]",
            [("Direct and participatory democracy", None)],
        ),
        ("[[Liberalism]] and [[conservatism]]", [("Liberalism", "Liberalism"), ("conservatism", "Conservatism")]),
    ],
)
def test_a_concept_made_of_two_links_is_neither_page(value: str, named: list[tuple[str, str | None]]) -> None:
    _, facts, _ = read(f"| ideology = {value}", wikitext=True)
    found = [fact.object for fact in facts if fact.predicate == "ideology"]
    assert [(entity.name, entity.link) for entity in found if isinstance(entity, Entity)] == named


def test_members_stand_for_their_body() -> None:
    _, facts, _ = read("- Seats1 Title: Most MKs\n- Seats1: 8 (2019)")
    (fact,) = [fact for fact in facts if fact.predicate == "seats"]
    assert name(fact.object) == "Knesset"
    assert {q.name: name(q.value) for q in fact.qualifiers}["label"] == "MKs"


def test_a_range_as_written_has_its_ends_inferred_and_a_rebuilt_one_has_not() -> None:
    _, facts, _ = read("- Position: Centre to Left-wing")
    assert [(name(f.object), f.status.value) for f in facts if f.predicate == "position"] == [
        ("Centre to Left-wing", "asserted"),
        ("Centre", "inferred"),
        ("Left-wing", "inferred"),
    ]
    assert all(f.inferred_from for f in facts if f.status is Status.INFERRED)
    _, facts, _ = read("- Position: Centrism, Centre to Left-wing politics, left-wing")
    assert objects(facts, "position") == ["Centre to left-wing"]


def test_headings_scope_what_follows() -> None:
    _, facts, left = read("- Position: Economic:, Centre-left, Social:, Right-wing")
    found = {name(f.object): name(f.qualifiers[0].value) for f in facts if f.predicate == "position"}
    assert found == {"Centre-left": "economic", "Right-wing": "social"}
    assert [record.reason for record in left] == ["list-title", "list-title"]


def test_periods_become_statements_of_their_own() -> None:
    _, facts, _ = read("- President: Ann Bee (1991–1994, 2009–2013)")
    terms = [
        [name(q.value) for q in f.qualifiers if q.name in ("start", "end")] for f in facts if f.predicate == "leader"
    ]
    assert terms == [["1991", "1994"], ["2009", "2013"]]


def test_claims_are_claims() -> None:
    _, facts, _ = read("- Membership: 500,000 (claimed)")
    (fact,) = [fact for fact in facts if fact.predicate == "memberCount"]
    assert fact.status is Status.CLAIM and fact.qualifiers == ()


@pytest.mark.parametrize(
    ("lines", "predicate"),
    [
        ("- Country: Tennaway\n- Seats1 Title: State Senate", "region"),
        ("- Country: Aldmoor", "country"),
        ("- State: Aldmoor", "country"),
        ("- State: Aldmoor\n- Seats1 Title: City council", "region"),
        ("- State: Tennaway\n- Country2: United States", "region"),
        ("- Country: Texas", "region"),
        ("- State: New Zealand", "country"),
    ],
)
def test_a_state_is_told_from_a_country(lines: str, predicate: str) -> None:
    _, facts, _ = read(lines)
    assert next(f.predicate for f in facts if f.predicate in ("country", "region")) == predicate


def test_a_state_with_a_comma_in_its_name_is_one() -> None:
    _, facts, _ = read("- Country: Kingdom of Serbs, Croats and Slovenes")
    named = [written(f.object) for f in facts if f.predicate == "country"]
    assert named == ["Kingdom of Serbs, Croats and Slovenes"]


def test_unknown_keys_keep_their_raw_value() -> None:
    _, _, left = read("- Ideology: Monarchism\n- Tea Of The Day: Earl Grey")
    assert [(record.reason, record.note) for record in left] == [("no-rule", "tea_of_the_day: Earl Grey")]


def test_both_forms_say_the_same() -> None:
    plain = "- Leader1 Title: Chair\n- Leader1 Name: Ann Bee (2001–2005)\n- Ideology: Monarchism, Populism (until 2011)"
    wiki = (
        "| leader1_title = Chair\n| leader1_name = [[Ann Bee (politician)|Ann Bee]] (2001–2005)\n"
        "| ideology = {{ubl|[[Monarchism]]|[[Populism]] (until 2011)}}"
    )
    stated = []
    for lines, wikitext in ((plain, False), (wiki, True)):
        article, facts, left = read(lines, wikitext=wikitext)
        check_laws(article, facts, left)
        stated.append([(f.predicate, name(f.object), len(f.qualifiers)) for f in facts if f.predicate != "name"])
    assert stated[0] == stated[1]


def test_templates_that_only_the_wiki_resolves_state_nothing() -> None:
    article, facts, left = read("| ideology = [[Monarchism]]\n| colorcode = {{party color|Blue Party}}", wikitext=True)
    check_laws(article, facts, left)
    assert objects(facts, "colourCode") == []
    assert "unresolved-template" in {record.reason for record in left}


def test_time_grows_with_the_number_of_keys_only() -> None:
    def read_seats(box: str) -> None:
        _, facts, _ = read(box)
        assert len(objects(facts, "seats")) == box.count("Body")

    linearity.holds(read_seats, lambda keys: "\n".join(f"- Seats{n} Title: Body {n}" for n in range(keys)), 2_500)


def test_a_value_without_end_is_left_out() -> None:
    _, facts, left = read(f"- Ideology: {'Foo, ' * 10_000}")
    assert objects(facts, "ideology") == []
    assert [record.reason for record in left] == ["too-long"]


def test_the_documentation_is_true() -> None:
    for module in pkgutil.iter_modules(room.__path__):
        if module.name.startswith("infobox"):
            assert doctest.testmod(importlib.import_module(f"partygraph.extraction.{module.name}")).failed == 0


def test_a_body_that_cannot_be_told_from_the_party_is_not_its_predecessor() -> None:
    _, facts, left = read(
        "- Ideology: Monarchism\n- Predecessor: Blue Party, Red Party\n- Successor: Blue Party (1990)"
    )
    assert objects(facts, "predecessor") == ["Red Party"]
    assert [record.reason for record in left] == ["names-itself", "names-itself"]


def test_a_bracket_tells_a_state_from_a_country() -> None:
    text = "= Azure Party =\n\nAzure Party\n- Ideology: Blue\n- State: Georgia (U.S. state)\n\nIt is a party.\n"
    facts = room.extract(readers.read(text)).facts
    assert {fact.predicate for fact in facts if getattr(fact.object, "name", "") == "Georgia"} == {"region"}
