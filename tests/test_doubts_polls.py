"""What stays a candidate, since it is open which election a result is of."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    "sentence",
    [
        "It fell to four seats in the 2001–2002 general elections, and was out in the 2007 parliamentary elections.",
        "In the 1990s, the party contested three local elections, but did not win any seats.",
    ],
)
def test_a_result_is_of_the_election_that_is_named_with_it(sentence: str) -> None:
    assert {status for _, _, status in told(sentence, "electionResult")} <= {"candidate"}


def test_a_result_without_any_year_is_not_sure() -> None:
    text = "In the 2004 elections it won 12% of the votes in the Senate election and 10% in the House election."
    assert {status for _, _, status in told(text, "electionResult")} == {"candidate"}


def test_a_result_at_an_undated_election_is_not_that_of_the_one_before() -> None:
    text = (
        "At the 2000 legislative elections, the party won 3 of 90 seats. "
        "In the presidential elections of the same day, its candidate Ann Lee won 5% of the vote."
    )
    assert [status for _, _, status in told(text, "electionResult")] == ["asserted", "candidate"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("In 2019 the party won no seats in the new county council.", "candidate"),
        ("In 2019 the party won no seats.", "asserted"),
        ("In 2007 it won 34 councillors.", "candidate"),
        ("In the 2007 local elections it won 34 councillors.", "asserted"),
        ("In the 2018 elections the party, in the White Alliance with the Red Party, got 2.0%.", "candidate"),
        ("In 2015 it got six seats under the seat-sharing formula.", "candidate"),
    ],
)
def test_a_result_of_less_or_more_than_the_election_is_not_sure(sentence: str, status: str) -> None:
    assert {found for _, _, found in told(sentence, "electionResult")} == {status}


def test_a_presidential_share_is_of_no_legislative_vote() -> None:
    text = (
        "At the legislative election held on 9 November 2003, the party won 4.9% of the vote. "
        "Its presidential candidate Ann Lee won 2.2%."
    )
    assert [status for _, _, status in told(text, "electionResult")] == ["asserted", "candidate"]
    assert {status for _, _, status in told(text, "nominated")} == {"candidate"}


def test_of_two_elections_that_are_told_together_each_has_its_own_seats() -> None:
    text = (
        "In the regional and local elections of 8 May 1983 the party entered the Parliament of Azuria with 3 deputies"
    )
    found = {
        qualifiers: status for _, qualifiers, status in told(f"{text} and returned 63 councillors.", "electionResult")
    }
    assert found == {"seats=3;body=Parliament of Azuria": "candidate", "seats=63": "asserted"}


def test_one_election_has_all_seats() -> None:
    ((_, _, status),) = told("In the local elections of 8 May 1983 the party won three seats.", "electionResult")
    assert status == "asserted"


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("After its defeat in the 1999 election, it took 12 seats in 2003.", ["candidate"]),
        ("After a quiet time, it took 12 seats in the 2003 election.", ["asserted"]),
        (
            "It lost the 1999 elections and those of 2003, taking 45% of the vote and seven of the 15 seats.",
            ["asserted", "candidate"],
        ),
        ("In the 2003 election it won 12% of the vote, more than in that of 1999.", ["asserted"]),
        ("In 2001 some joined the Red Party, which received 12.7% of the votes in the election.", ["candidate"]),
        (
            "In the 2001 election it supported the Red Party, which received 12.7% of the votes.",
            ["asserted"],
        ),
    ],
)
def test_a_result_is_not_of_the_year_of_another_clause(text: str, results: list[str]) -> None:
    assert [status for _, _, status in told(text, "electionResult")] == results


def test_the_only_election_that_a_sentence_names_may_stand_far_from_its_beginning() -> None:
    text = "In the district of Walden they took part in the federal elections of 2011 and gathered 0.3% of the vote."
    assert [(row[0], row[2]) for row in told(text, "electionResult")] == [("2011 federal election", "asserted")]


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("It fielded 34 candidates in the 1999 elections to the Walden state assembly.", {"candidate"}),
        ("It won no seat in the 1999 elections to Ghana's National Assembly.", {"asserted"}),
        ("It fielded 34 candidates in the 1999 elections, and sent a delegation to the assembly.", {"asserted"}),
        ("It fielded 34 candidates in the 1999 elections.", {"asserted"}),
    ],
)
def test_what_was_elected_may_be_told_behind_a_bare_year(sentence: str, statuses: set[str]) -> None:
    assert {status for name, _, status in told(sentence, "electionResult") if name == "1999 election"} == statuses
