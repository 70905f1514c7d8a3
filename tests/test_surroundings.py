"""What stands around a match and narrows its facts, or takes them from the party."""

from __future__ import annotations

import pytest
from telling import facts_of, told

from partygraph.model import Fact, Literal


def said(fact: Fact, qualifier: str) -> str | None:
    value = fact.qualifier(qualifier)
    return value.lexical if isinstance(value, Literal) else None


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("It is an observer member of the Socialist International.", "observer"),
        ("It is a consultative member of the Socialist International.", "consultative"),
        ("It is a member of the Socialist International.", None),
    ],
)
def test_a_member_that_only_observes_is_none_of_full_right(sentence: str, status: str | None) -> None:
    (fact,) = facts_of(sentence, "affiliationInternational")
    assert said(fact, "status") == status


@pytest.mark.parametrize(
    ("sentence", "area"),
    [
        ("In 1987 it won 1.9% of the vote in the Tilbrook municipal election.", "Tilbrook"),
        ("In 1987 it won 1.9% of the vote in the municipal election.", None),
        ("At the South African municipal election of 2006 the party won 1% of the vote.", None),
    ],
)
def test_a_result_is_of_the_place_whose_election_it_is(sentence: str, area: str | None) -> None:
    (fact,) = facts_of(sentence, "electionResult")
    assert said(fact, "area") == area


def test_a_role_may_be_in_a_part_of_the_country_only() -> None:
    (fact,) = facts_of("It is currently the official opposition in Bihar.", "governmentRole")
    assert said(fact, "area") == "Bihar"


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("It was founded in 1990 as a non-governmental organization.", "non-governmental organization"),
        ("It was founded as an association in 1990.", "association"),
        ("It was founded in 1990 as a political party.", None),
        ("It was founded in 1990.", None),
    ],
)
def test_what_was_founded_may_have_been_no_party_yet(sentence: str, form: str | None) -> None:
    (fact,) = facts_of(sentence, "founded")
    assert said(fact, "as") == form


@pytest.mark.parametrize(
    ("sentence", "total"),
    [
        ("In the 1990 election it won six of the eight seats in the National Assembly.", "8"),
        ("In the 1990 election it won six of the eight African seats in the National Assembly.", None),
        ("In the 1990 election it won six of the eight list seats.", None),
        ("In the 1990 election it kept two of its nine seats.", None),
    ],
)
def test_some_of_the_seats_are_no_total(sentence: str, total: str | None) -> None:
    (fact,) = facts_of(sentence, "electionResult")
    assert said(fact, "total") == total


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("It came third in the 2004 presidential election and was reduced to 27 seats.", "electionResult"),
        ("It claimed 8,000 members in 2002.", "electionResult"),
    ],
)
def test_seats_are_of_an_assembly(sentence: str, predicate: str) -> None:
    assert all(said(fact, "seats") is None for fact in facts_of(sentence, predicate))


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("The party supported Ann Lee in parliament.", "endorsed"),
        ("On social issues it was conservative, and not on others.", "ideology"),
    ],
)
def test_what_is_not_quite_said_is_a_candidate(sentence: str, predicate: str) -> None:
    assert [fact.status.value for fact in facts_of(sentence, predicate)] == ["candidate"]


def test_a_short_name_that_goes_on_in_brackets_is_none() -> None:
    assert facts_of("The party is commonly referred to as NAL (Zaman).", "abbreviation") == []
    assert len(facts_of("The party is commonly referred to as BP (Blue Party).", "abbreviation")) == 1


def test_whoever_joined_from_another_party_is_no_member_of_it_now() -> None:
    assert facts_of("Democrat Ann Lee switched her affiliation in January 2017.", "member") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The original Blue Party was founded in 1901.", "candidate"),
        ("The old Blue Party, which was founded in 1901, was forgotten.", "candidate"),
        ("The original members met, and the Blue Party was founded in 1901.", "asserted"),
    ],
)
def test_what_is_told_of_a_namesake_is_held_back(text: str, status: str) -> None:
    assert [row[2] for row in told(text, "founded")] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Its coalition with the Red Party won 12 seats in the 1990 election.",
        "In the 1990 election the alliance with the Red Party received 7% of the vote.",
    ],
)
def test_a_coalitions_seats_are_not_its_partners(text: str) -> None:
    assert told(text, "electionResult") == []


def test_a_government_behind_a_result_does_not_share_it() -> None:
    text = (
        "In the 2006 general election it won 12% of the vote and 20 seats and governed in coalition with the Red Party."
    )
    assert told(text, "electionResult") == [("2006 general election", "share=12%;seats=20", "asserted")]


def test_of_several_elections_none_gives_the_date() -> None:
    text = "Ann Lee was its presidential candidate in the 1990, 1994 and 1998 presidential elections."
    assert all("date=" not in row[1] for row in told(text, "nominated"))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Its leader was Ann Lee. Lee was followed by Bo Chan, and resumed the post in 2000.", "candidate"),
        ("Its leader was Ann Lee. Lee was followed by Bo Chan.", "asserted"),
        ("Its leader was Ann Lee. At that time its chairman was Bo Chan.", "candidate"),
        ("Its leader was Ann Lee. Its chairman is Bo Chan.", "asserted"),
    ],
)
def test_an_office_of_an_untold_time_is_held_back(text: str, status: str) -> None:
    assert [row[2] for row in told(text, "leader") if row[0] == "Bo Chan"] == [status]


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("Bo Chan, who joined the Blue Party in 2006, left the party over taxes.", "start=2006;current=0"),
        ("Bo Chan joined the Blue Party in 2006, and Ann Lee left the party.", "start=2006"),
    ],
)
def test_a_member_who_left_is_a_past_one(text: str, qualifiers: str) -> None:
    assert [row[1] for row in told(text, "member") if row[0] == "Blue Party"] == [qualifiers]


def test_the_kind_of_an_election_is_no_place() -> None:
    text = "In the European elections of 2004 the party obtained 8.2%."
    assert told(text, "electionResult") == [("2004 European election", "share=8.2%", "asserted")]


@pytest.mark.parametrize(
    ("sentence", "qualifiers"),
    [
        ("In the 2016 election it got 7.2%, gaining seven seats in the Azurat.", "share=7.2%;seats=7;body=Azurat"),
        ("In 2008 it won two seats in the South Azurian assembly.", "seats=2;body=South Azurian assembly"),
        ("In 2008 it won two seats in Tilbrook.", "seats=2;area=Tilbrook"),
        ("In 2008 it won two seats in the North.", "seats=2;area=North"),
    ],
)
def test_seats_are_in_a_body_or_in_an_area(sentence: str, qualifiers: str) -> None:
    assert [row[1] for row in told(sentence, "electionResult")] == [qualifiers]


def test_initials_of_a_possessor_are_the_possessors() -> None:
    text = "It was founded in 2011 as the federal Blue Party (BP)'s provincial section."
    assert told(text, "abbreviation") == []


def test_a_full_member_here_only_observes_there() -> None:
    text = "It holds full membership of the European People's Party as well as observer status in the Blue Union."
    assert told(text, "affiliationEuropean") == [("European People's Party", "", "asserted")]


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("The Blue Party was a party in Ghana that was active from 1990 to 1994.", ["inferred"]),
        ("The Blue Party was a party in Ghana that existed from 1990 to 1994.", ["asserted"]),
        ("The Blue Party was a party active in Ghana that was dissolved in 1994.", ["asserted"]),
    ],
)
def test_an_end_is_only_concluded_from_when_a_party_was_active(sentence: str, statuses: list[str]) -> None:
    assert [status for _, _, status in told(sentence, "dissolved")] == statuses
