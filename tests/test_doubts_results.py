"""Results that may be another's, or of part of the election only."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("In the 1996 general election it took 17 percent of the guild constituency vote.", "candidate"),
        ("In the 1996 general election it took 17 percent of the Swedish vote.", "candidate"),
        ("In the 1996 general election it took 17 percent of the national vote.", "asserted"),
    ],
)
def test_a_share_is_of_all_votes(sentence: str, status: str) -> None:
    ((_, _, found),) = told(sentence, "electionResult")
    assert found == status


def test_what_a_bloc_won_is_not_the_partys_own() -> None:
    text = "In the 2010 election it stood with the Red Party; the bloc got 7% of the vote and took 9 seats."
    assert {status for _, _, status in told(text, "electionResult")} == {"candidate"}


def test_the_members_of_one_chamber_are_not_all_seats() -> None:
    found = told("In the 1996 election, the party won 14 deputies and 5 senators.", "electionResult")
    assert [status for _, qualifiers, status in found if "seats=14" in qualifiers] == ["candidate"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the 1974 general election it won 3.1%, in the Isle of Harwich constituency.",
        "In the 2009 European election the party backed Ann Lee, who ran alone and received 2,750 votes.",
        "The party took four council seats in 1983.",
        "In June 2008 it held 7 of the 93 seats.",
        "It governed until the end of the Union in 1990, and won a single seat in the island council in 1987.",
        "It stood Ann Lee in Harwich in the 1962 general election, and took 2.1% of the vote.",
        "It shunned the 1991 election and the 1995 election, and won one seat on a joint list.",
    ],
)
def test_a_result_is_of_the_party_in_the_whole_election(sentence: str) -> None:
    assert {status for _, _, status in told(sentence, "electionResult")} <= {"candidate"}


def test_what_was_contested_is_no_number_of_seats() -> None:
    ((_, qualifiers, _),) = told("In the 1928 election the party won 12 seats out of 40 districts.", "electionResult")
    assert qualifiers == "seats=12"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Along with its sister party, it won 4.7% of the vote in the 1989 general election.", "candidate"),
        ("It won 4.7% of the vote in the 1989 general election.", "asserted"),
        ("In the 2010 elections it got 2.8% of the vote in the elections to the council of Ambridge.", "candidate"),
        ("In the 2010 elections it got 2.8% of the vote in the constituency of Ambridge.", "candidate"),
        ("In the 2010 elections it won 2.8% of the vote for the Senate and 3% for the House.", "asserted"),
        ("In the 2010 elections it won 5 of the 50 seats of the Provincial Council of Ambridge.", "candidate"),
        ("In the 2017 state elections, the party gained 1.5%, and went home.", "candidate"),
        ("In the 2017 state elections, the party gained 1.5% of the vote.", "asserted"),
        ("In the 2017 state elections, the party gained 11.5% and 4 seats.", "asserted"),
        ("In the 2017 state elections, the party gained 4 additional seats.", "candidate"),
        ("In 2017 it won 3 of 7 seats on the Azul council.", "candidate"),
    ],
)
def test_a_result_is_the_partys_own_and_no_change(sentence: str, status: str) -> None:
    ((_, _, found),) = told(sentence, "electionResult")
    assert found == status


def test_a_share_of_a_candidate_is_not_sure_to_be_the_partys() -> None:
    text = (
        "In elections held on 5 May 1990, Blue Party presidential candidate Ann Lee (a baker) came fifth, winning 1%."
    )
    assert "asserted" not in {status for _, _, status in told(text, "electionResult")}


def test_a_share_of_the_votes_of_a_state_has_its_area() -> None:
    text = "At the 1974 federal election, the party polled 2.1 per cent of the primary vote in Oldham."
    assert told(text, "electionResult") == [("1974 federal election", "share=2.1%;area=Oldham", "asserted")]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("It joined the alliance Azuria, which did not outlive the 1999 election, when it got 0.9%.", {"candidate"}),
        ("In 1999 the party was, along with the Red Party, in a bloc, receiving 11 seats.", {"candidate"}),
        ("In 1972 it even came close to a second, and in 1977 it met.", {"candidate"}),
        ("In 1972 it came second.", {"asserted"}),
        ("In 2009 a number of members left to form the Red Party, which won no seats.", {"candidate"}),
        ("In the 2009 election it lost to the Red Party, which won 9 seats.", {"asserted"}),
    ],
)
def test_a_result_of_somebody_near_is_not_sure(sentence: str, status: set[str]) -> None:
    assert {found for _, _, found in told(sentence, "electionResult")} == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "In the 1979 federal election it stood in the East, and captured 3.8% of the vote within the province.",
            "candidate",
        ),
        ("In the 1979 provincial election it captured 3.8% of the vote within the province.", "asserted"),
        ("In the 1997 elections, the party allied with the Red Party, receiving two seats.", "candidate"),
        (
            "In 1993 it joined Azuria. Although the alliance's share dropped in the 1997 elections, it won one seat.",
            "candidate",
        ),
    ],
)
def test_a_result_of_a_province_or_of_allies_is_not_sure(text: str, status: str) -> None:
    assert {found for _, _, found in told(text, "electionResult")} == {status}


def test_a_place_in_one_town_has_its_area() -> None:
    text = "In the regional elections of 2018 the party came third in Walden, with 11.2%."
    assert told(text, "electionResult") == [("2018 regional election", "rank=3;area=Walden", "asserted")]


def test_a_pronoun_behind_a_comma_is_no_partner_in_a_result() -> None:
    text = "In 1999 it ran with the Patriotic Union, and it gained 14 seats."
    assert told(text, "electionResult") == [("1999 election", "seats=14", "asserted")]


def test_what_a_bloc_and_its_members_gained_is_not_the_partys() -> None:
    text = "Ann Lee led it into the Palace Front, consisting also of the Red Party, and it gained 14 seats in 1938."
    assert [status for *_, status in told(text, "electionResult") if status == "asserted"] == []


@pytest.mark.parametrize(
    "text",
    [
        "For the Walden Municipal Council it obtained 3 of 51 seats in 2007.",
        "In the elections to the Walden city council in 2012 the party received 6 seats.",
        "A rival wing had broken away and contested the 2012 election as the Azure Union; it obtained 412 votes.",
    ],
)
def test_what_was_won_in_a_local_body_or_by_those_who_left_is_a_candidate(text: str) -> None:
    assert [status for *_, status in told(text, "electionResult") if status == "asserted"] == []


def test_a_legislative_council_is_no_local_body() -> None:
    text = "With the Legislative Council dissolved, the party won 6 seats in the 2012 general election."
    assert [status for *_, status in told(text, "electionResult")] == ["asserted"]


def test_seats_in_a_province_that_is_not_named_are_a_candidate() -> None:
    text = "In 1999 it won 3 seats in the northern province."
    assert [status for *_, status in told(text, "electionResult")] == ["candidate"]


def test_votes_for_one_chamber_are_not_all_votes() -> None:
    text = "In the legislative elections of 2006 it obtained 118,204 votes for the Senate."
    assert [row[1:] for row in told(text, "electionResult")] == [("votes=118204;body=Senate", "asserted")]


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 it joined forces with the Red List; under the label Azul they received 8,906 votes.",
        "In the 2002 general elections the party won one of the 40 compensatory seats.",
        "For the elections of 2015, it united with the Red Party: the resulting bloc lost, receiving only 6.1%.",
    ],
)
def test_what_several_won_or_some_seats_are_a_candidate(text: str) -> None:
    assert [status for *_, status in told(text, "electionResult") if status == "asserted"] == []


@pytest.mark.parametrize(
    "text",
    [
        "In the Senate it had four members in 1967 and two in 1971.",
        "In 2002 it gained seven seats spread over three of the 247 municipal councils.",
        "For the 2012 elections the party and its ally, the Red Party, won nine seats.",
    ],
)
def test_seats_of_a_chamber_of_councils_or_of_two_are_no_result(text: str) -> None:
    assert "asserted" not in {status for _, _, status in told(text, "electionResult")}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("In the general election of 2001 it was left with under one per cent of the vote.", "candidate"),
        ("In the general election of 2001 it got 1.2 per cent of the vote.", "asserted"),
        ("In the 2001 general election it won at least 13 of the 100 seats.", "candidate"),
        ("In the 2001 general election it won just over 5% of the vote.", "asserted"),
    ],
)
def test_a_limit_is_no_result(sentence: str, status: str) -> None:
    ((_, _, found),) = told(sentence, "electionResult")
    assert found == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("It fought the 2013 federal election.\n\nIn March 2013 it reached 11% in Walden.", "candidate"),
        ("At the 2013 federal election it reached 11% in Walden.", "asserted"),
        ("In 2013 Ann Lee kept her seat, while in the province the party won ten seats.", "candidate"),
        ("In 2013 the party won ten seats.", "asserted"),
        ("It ran in the 2013 election. In Walden it took part as well, and gathered 132 votes.", "asserted"),
    ],
)
def test_what_was_won_in_a_part_is_not_the_result_of_all(sentence: str, status: str) -> None:
    found = [(qualifiers, status) for _, qualifiers, status in told(sentence, "electionResult") if qualifiers]
    assert {told for _, told in found} == {status}
    assert all("area=Walden" in qualifiers for qualifiers, told in found if "Walden" in sentence and told == "asserted")


@pytest.mark.parametrize(
    ("behind", "status"),
    [("in Walden", "candidate"), ("in Parliament", "asserted"), ("in Ghana", "asserted"), ("at all", "asserted")],
)
def test_seats_of_one_place_are_not_those_of_all(behind: str, status: str) -> None:
    text = f"It stood again at the municipal elections of 2010. It got no seats {behind}."
    assert [found for _, qualifiers, found in told(text, "electionResult") if "seats" in qualifiers] == [status]


@pytest.mark.parametrize(
    ("where", "area"),
    [
        ("In Walden", ";area=Walden"),
        ("In the state of Walden,", ";area=Walden"),
        ("It was small, but in Walden", ";area=Walden"),
        ("In Ghana", ""),
        ("In June", ""),
    ],
)
def test_what_it_won_in_one_place_is_no_result_of_all(where: str, area: str) -> None:
    text = f"{where} the party won 12% of the vote in the 1999 election."
    assert told(text, "electionResult") == [("1999 election", f"share=12%{area}", "asserted")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In the 2010 election it belonged to the coalition Union for Tilbrook, which got 7% of the vote.", "asserted"),
        ("In the 2010 election it belonged to the coalition and got 7% of the vote.", "candidate"),
    ],
)
def test_what_is_told_of_a_named_bloc_is_its_own(text: str, status: str) -> None:
    assert {found for _, _, found in told(text, "electionResult")} <= {status}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("In the 1999 state election the party put up 20 candidates for the Walden Senate.", "candidate"),
        ("In the 1999 state election the party put up 20 candidates for the first time.", "asserted"),
        ("In the 1999 state election the party put up 20 candidates.", "asserted"),
    ],
)
def test_a_slate_for_one_chamber_is_not_all_that_a_party_put_up(sentence: str, status: str) -> None:
    found = [row for row in told(sentence, "electionResult") if "body" not in row[1]]
    assert {row[2] for row in found} <= {status}
    assert status == "candidate" or found
