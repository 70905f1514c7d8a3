"""From an article to its facts: merging, inference, citations, explanation, and what is not about a party."""

from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from partygraph import account, readers
from partygraph.errors import PartygraphError
from partygraph.extraction import extract
from partygraph.extraction.merging import merge
from partygraph.model import Article, Entity, Evidence, Fact, Kind, Literal, Qualifier, Span, Status


def article(text: str, title: str = "Blue Party", rows: str = "- Ideology: Blue") -> Article:
    return readers.read(f"= {title} =\n\n{title}\n{rows}\n\n{text}\n")


def prose(text: str) -> list[Fact]:
    return [fact for fact in extract(article(text)).facts if fact.source == "prose"]


def test_the_same_fact_said_twice_is_one_with_two_quotes() -> None:
    (fact,) = prose("The party was banned in 1969. It was outlawed in 1969.")
    assert [evidence.quote for evidence in fact.evidence] == ["The party was banned in 1969", "It was outlawed in 1969"]


def test_accounts_are_put_together_as_if_each_were_compared_with_each() -> None:
    def compared(facts: list[Fact]) -> list[list[Fact]]:
        groups: list[list[Fact]] = []
        for fact in facts:
            for group in groups:
                one, other = set(fact.qualifiers), set(group[0].qualifiers)
                if one <= other or other <= one:
                    group.insert(0 if len(one) > len(other) else len(group), fact)
                    break
            else:
                groups.append([fact])
        return groups

    choices = [Qualifier(name, Literal(value)) for name in ("date", "place", "role") for value in "xyz"]
    combined = [some for size in range(4) for some in combinations(choices, size)]
    usable = [some for some in combined if len({one.name for one in some}) == len(some)]
    for seed in range(200):
        told = Random(seed).choices(usable, k=12 + 3 * (seed % 20))
        facts = [
            Fact(
                subject=Entity("Blue Party", Kind.PARTY),
                predicate="leader",
                object=Entity("Ann Lee", Kind.PERSON),
                source="prose",
                evidence=(Evidence(Span(at, at + 1), "x"),),
                rule="r",
                qualifiers=qualifiers,
            )
            for at, qualifiers in enumerate(told)
        ]
        expected = {(group[0].qualifiers, *(fact.evidence[0] for fact in group)) for group in compared(facts)}
        assert {(fact.qualifiers, *fact.evidence) for fact in merge(facts)} == expected


def test_a_day_takes_in_its_year() -> None:
    (fact,) = prose("The party was founded in 1990. It was set up on 4 May 1990.")
    assert isinstance(fact.object, Literal)
    assert fact.object.lexical == "1990-05-04"
    assert [evidence.quote for evidence in fact.evidence] == [
        "It was set up on 4 May 1990",
        "The party was founded in 1990",
    ]
    three = prose("The party was founded in 1990. It was set up on 4 May 1990. It was founded on 5 May 1990.")
    assert len(three) == 3


def test_contradictions_stay_side_by_side() -> None:
    assert [fact.object for fact in prose("The party was banned in 1969.")] != []
    assert len(prose("The party was banned in 1969. The party was banned in 1970.")) == 2


def test_a_country_follows_from_the_region_and_says_from_what() -> None:
    facts = prose("The Blue Party is a political party in the U.S. state of Ohio.")
    (country,) = [fact for fact in facts if fact.predicate == "country"]
    assert country.status is Status.INFERRED
    assert len(country.inferred_from) == 2


def test_a_page_about_something_else_gives_nothing() -> None:
    rows = "- Population Total: 61,204\n- Settlement Type: Port"
    city = article("The town was founded in 1386 by Abbot Wulfric.", "Kelder Bay", rows)
    extraction = extract(city)
    assert extraction.facts == ()
    assert {left.reason for left in extraction.left_out} == {"not-a-party"}
    assert account.close(extraction).missing == ()


def test_a_page_that_does_not_say_what_it_is_about_gives_nothing_unless_its_record_does() -> None:
    text = "= Blue =\n\nBlue\n- Founder: Ann Bee\n\nIt was founded in 1931 by Ann Bee.\n"
    extraction = extract(readers.read(text))
    assert extraction.facts == ()
    assert [left.evidence.quote for left in extraction.left_out] == [
        "= Blue =",
        "Blue",
        "- Founder: Ann Bee",
        "It was founded in 1931 by Ann Bee.",
    ]
    assert {fact.predicate for fact in extract(readers.read(text, record={"subject": "party"})).facts} >= {"founder"}


def test_the_list_behind_an_announcement_names_the_members_of_an_alliance() -> None:
    text = "It is an electoral alliance. It has the following member parties:\n- Red Party\n- Green League"
    facts = [fact for fact in prose(text) if fact.predicate == "alliance"]
    assert [(fact.object.name, fact.evidence[0].quote) for fact in facts if isinstance(fact.object, Entity)] == [
        ("Red Party", "Red Party"),
        ("Green League", "Green League"),
    ]
    assert not [f for f in prose("It sold the following books:\n- Red Party") if f.predicate == "alliance"]


def test_a_party_that_only_the_topic_implies_is_marked() -> None:
    (implied,) = prose("Ann Lee was elected to the National Assembly in 1990.")
    assert implied.qualifier("implied") == Literal("party")
    (said,) = prose("The party's Ann Lee was elected to the National Assembly in 1990.")
    assert said.qualifier("implied") is None and said.qualifier("party") == extract(article("")).aliases[0][1]


def test_a_party_named_by_its_line_is_a_party() -> None:
    text = (
        "Ann Lee, running in a May 2011 special election for the National Assembly, became the second candidate in the "
        "country to win a state legislative office running solely as a nominee for the Red Party."
    )
    elected = next(fact for fact in prose(text) if fact.predicate == "elected")
    assert elected.qualifier("party") == Entity("Red Party", Kind.PARTY)


def test_the_short_name_of_a_line_is_an_alias_of_the_line() -> None:
    text = (
        "In the United States the party has run candidates against Democrats on the Working People Party ballot line. "
        "The number of votes Ann Lee received on the Working People's ballot line was greater than her margin of "
        "victory in the 2010 gubernatorial election."
    )
    aliases = extract(article(text)).aliases
    assert ("Working People", Entity("Working People Party", Kind.BALLOT_LINE)) in aliases


def test_the_infobox_makes_a_country_and_people_known() -> None:
    text = "The Blue Party is a political party in Montavia. Lee was minister of fisheries from 1990 to 1994."
    page = article(text, rows="- Country: Montavia\n- Leader: Ann Lee")
    found = {(f.predicate, f.subject.name) for f in extract(page).facts if f.source == "prose"}
    assert {("country", "Blue Party"), ("member", "Ann Lee")} <= found


SCRAPS = ("()", "( )", "(;)", ",", '""', "'s", "’", "–", "(", "):", ":", " and ", " of ", "1990", "%", "…", "for ", "&")


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_article_is_read_or_refused_and_its_quotes_stay_exact(seed: int) -> None:
    """What rendering leaves of a template ("()") may stand anywhere."""
    chance = Random(seed)
    text = chance.choice(sorted((Path(__file__).parent / "gold" / "open").glob("*.txt"))).read_text(encoding="utf-8")
    for _ in range(12):
        at, other = chance.randrange(len(text)), chance.randrange(len(text))
        change = chance.choice((chance.choice(SCRAPS), "", text[other : other + 40]))
        text = text[:at] + change + text[at + (0 if change else chance.randint(1, 25)) :]
    try:
        found = extract(readers.read(text))
    except PartygraphError:
        return
    for fact in found.facts:
        assert all(text[one.span.start : one.span.end] == one.quote for one in fact.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "Its foundation dates from 14 September 2007, and it was launched on 25 November of that year",
        "Besides the Green League and the Blue Party (BP) and the National",
        "Ann Lee ran for the Red Party (RP), and it elected one deputy, Bo Chan",
        "In 2011 it absorbed the Azure Party of Ann Lee and",
        "It was founded in 1990, and 2.5 years later banned",
    ],
)
def test_a_text_may_break_off_anywhere(text: str) -> None:
    words = text.split()
    for end in range(1, len(words) + 1):
        extract(readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Liberalism\n\n{' '.join(words[:end])}\n"))


def test_a_bracket_may_have_nothing_in_it_but_a_comma() -> None:
    facts = extract(readers.read("= Blue Party =\n\nBlue Party\n- Leader: Ann Lee (,)\n- Ideology: Liberalism\n")).facts
    assert [fact.predicate for fact in facts] == ["name", "leader", "ideology"]
