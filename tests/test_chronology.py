"""What is dated before a party's founding is no asserted fact about it."""

import pytest

from partygraph import readers
from partygraph.extraction import read
from partygraph.model import Fact, Status

HEAD = "= Lake Party =\n\nLake Party\n- Country: Peru\n{founded}\nThe Lake Party is a political party in Peru. "


def facts(sentence: str, *, founded: str = "- Foundation: 1935\n") -> list[Fact]:
    text = HEAD.format(founded=founded) + sentence + "\n"
    return [fact for fact in read(readers.read(text.encode(), name="lake")).facts if fact.predicate == "member"]


@pytest.mark.parametrize(("year", "status"), [("1921", Status.CANDIDATE), ("1940", Status.ASSERTED)])
def test_an_office_before_the_founding_says_nothing_of_membership(year: str, status: Status) -> None:
    found = facts(f"The party's first president, Ann Lee, served as minister of fisheries from {year} to 1944.")
    assert [fact.status for fact in found] == [status]


def test_without_a_date_of_founding_nothing_is_weakened() -> None:
    sentence = "The party's first president, Ann Lee, served as minister of fisheries from 1921 to 1944."
    assert [fact.status for fact in facts(sentence, founded="")] == [Status.ASSERTED]


@pytest.mark.parametrize(("year", "status"), [("1967", "candidate"), ("1971", "asserted")])
def test_nobody_leaves_a_party_before_there_is_one(year: str, status: str) -> None:
    text = f"It was founded in 1969. Dissidents broke off in {year} to create the Jana Congress."
    facts = read(readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{text}\n")).facts
    assert [fact.status.value for fact in facts if fact.predicate == "splitFrom"] == [status]


FOUNDING = "= Blue Party =\n\nBlue Party\n{rows}\n\nThe Blue Party is a political party in Peru. {text}\n"


@pytest.mark.parametrize(
    ("rows", "text", "status"),
    [
        ("- Founded: 1992", "It was founded in 2008.", Status.CANDIDATE),
        ("- Founded: 4 May 1992", "It was founded in 1989.", Status.CANDIDATE),
        ("- Founded: 1992", "It was founded in June 1994.", Status.ASSERTED),
        ("- Founded: 1979", "It was founded in the 1970s.", Status.ASSERTED),
        ("- Founded: 1982", "It was founded in the 1970s.", Status.CANDIDATE),
        ("- Founded: 1992", "It was founded in 1985 as the Azure League.", Status.ASSERTED),
        ("- Founded: 1985 (as the Azure League), 1992", "It was founded in 1985.", Status.ASSERTED),
        ("- Ideology: Liberalism", "It was founded in 1985.", Status.ASSERTED),
    ],
)
def test_a_date_far_from_those_of_the_infobox_is_another_ones(rows: str, text: str, status: Status) -> None:
    article = readers.read(FOUNDING.format(rows=rows, text=text))
    found = [fact for fact in read(article).facts if fact.predicate == "founded"]
    assert [fact.status for fact in found if fact.source == "prose"] in ([status], [])
    assert all(fact.status is Status.ASSERTED for fact in found if fact.source == "infobox")


def test_a_date_of_another_party_is_not_measured() -> None:
    text = "It was founded in 1992. The Red Party was founded in 1950."
    facts = read(readers.read(FOUNDING.format(rows="- Founded: 1992", text=text))).facts
    assert {fact.status for fact in facts if fact.predicate == "founded"} == {Status.ASSERTED}


@pytest.mark.parametrize(
    ("rows", "text", "status"),
    [
        ("- Dissolved: 4 May 2020", "In 2006 the party was deregistered.", Status.CANDIDATE),
        ("- Dissolved: 2006", "In 2006 the party was deregistered.", Status.INFERRED),
        ("- Colours: Blue", "In 2006 it was deregistered. It won two seats in the 2010 election.", Status.CANDIDATE),
        ("- Colours: Blue", "It won two seats in the 2002 election. In 2006 it was deregistered.", Status.INFERRED),
    ],
)
def test_what_a_party_outlived_was_not_its_end(rows: str, text: str, status: Status) -> None:
    facts = read(readers.read(FOUNDING.format(rows=rows, text=text))).facts
    found = [fact for fact in facts if fact.predicate == "dissolved" and fact.source == "prose"]
    assert [fact.status for fact in found if fact.rule == "party-was-dissolved"] == [status]
