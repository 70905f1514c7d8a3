"""Results that may be another's, or of part of the election only."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("In the 1999 general election it took 19 percent of the communal constituency vote.", "candidate"),
        ("In the 1999 general election it took 19 percent of the Fijian vote.", "candidate"),
        ("In the 1999 general election it took 19 percent of the national vote.", "asserted"),
    ],
)
def test_a_share_is_of_all_votes(sentence: str, status: str) -> None:
    ((_, _, found),) = told(sentence, "electionResult")
    assert found == status


def test_what_a_bloc_won_is_not_the_partys_own() -> None:
    text = "In the 2006 election it ran with the Red Party; the bloc took 8% of the vote but also won 10 seats."
    assert {status for _, _, status in told(text, "electionResult")} == {"candidate"}


def test_the_members_of_one_chamber_are_not_all_seats() -> None:
    found = told("In the 1992 election, the party won 12 deputies and 3 senators.", "electionResult")
    assert [status for _, qualifiers, status in found if "seats=12" in qualifiers] == ["candidate"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the 1970 general election it won 2.8%, in the Isle of Harwich constituency.",
        "In the 2014 European election the party backed Ann Lee, who ran alone and received 3,024 votes.",
        "The party took three council seats in 1977.",
        "In September 2019 it held 5 of the 111 seats.",
        "It stood Ann Lee in Harwich in the 1950 general election, and took 1.3% of the vote.",
        "It boycotted the 1993 election and the 1997 election, and won one seat on a joint list.",
    ],
)
def test_a_result_is_of_the_party_in_the_whole_election(sentence: str) -> None:
    assert {status for _, _, status in told(sentence, "electionResult")} <= {"candidate"}


@pytest.mark.parametrize(
    "sentence",
    [
        "It fell to three seats in the 1999–2000 general elections, and was out in the 2004 parliamentary elections.",
        "In the 2000s, the party contested four local elections, but did not gain any seats.",
    ],
)
def test_a_result_is_of_the_election_that_is_named_with_it(sentence: str) -> None:
    assert {status for _, _, status in told(sentence, "electionResult")} <= {"candidate"}


def test_what_was_contested_is_no_number_of_seats() -> None:
    ((_, qualifiers, _),) = told("In the 1935 election the party won 16 seats out of 33 districts.", "electionResult")
    assert qualifiers == "seats=16"
