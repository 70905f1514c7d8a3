"""The date or election that governs what a sentence tells."""

from __future__ import annotations

import pytest
from telling import rows_of, told


@pytest.mark.parametrize(
    ("sentence", "results"),
    [
        (
            "For the 2013 election it formed a joint list with the Red Party; in 2018, on its own, it fell to 1.3%.",
            [("2018 election", "share=1.3%", "asserted")],
        ),
        (
            "In the 1998 election it received a single seat; in 2016, under Ann Lee, it won none.",
            [("1998 election", "seats=1", "asserted"), ("2016 election", "seats=0", "asserted")],
        ),
        (
            "It won one seat in each of the 2016, 2020 and 2022 elections.",
            [(f"{year} election", "seats=1", "asserted") for year in (2016, 2020, 2022)],
        ),
    ],
)
def test_a_result_is_of_the_election_of_its_clause(sentence: str, results: list[tuple[str, str, str]]) -> None:
    assert told(sentence, "electionResult") == results


def test_the_date_of_what_happened_is_not_that_of_what_had_been_before() -> None:
    text = "In 1962 the party, which had split from the Red Party, won a seat."
    assert told(text, "splitFrom") == [("Red Party", "", "asserted")]
    text = "In 1962 Ann Lee, who had left the Red Party, founded the Blue Party."
    assert told(text, "founded") == [("1962", "", "asserted")]


def test_an_election_of_the_next_clause_dates_nothing_before_it() -> None:
    text = "Ann Lee, its nominee, finished fourth with 3.77% of the vote, and at the elections of 2002 it won no seat."
    assert [poll for poll, given, _ in told(text, "electionResult") if "share" in given] == []


def test_a_period_of_an_opening_phrase_is_not_that_of_the_deed() -> None:
    text = "Present in the Senate from 1950 to 1953, it headed a government."
    assert [given for _, given, status in told(text, "governmentRole") if status == "asserted"] == []


def test_a_date_of_birth_in_the_opening_is_not_that_of_a_membership() -> None:
    text = "Born in 1992, it belongs to the Liberal International."
    assert told(text, "affiliationInternational") == [("Liberal International", "", "asserted")]


def test_the_years_of_a_vote_are_not_those_of_an_alliance() -> None:
    text = "In the parliamentary election of 2011–12 it ran within the Azure Alliance."
    assert all("start=" not in qualifiers for _, qualifiers, _ in told(text, "alliance"))


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("It was absorbed by the Red Party on 3 December 2012 and thereby ceased to exist.", ["2012-12-03"]),
        ("It joined the Azure Front on 3 December 2012, won a seat and ceased to exist.", []),
    ],
)
def test_thereby_tells_of_the_same_time(sentence: str, dates: list[str]) -> None:
    assert [date for date, _, status in told(sentence, "dissolved") if status == "asserted"] == dates


@pytest.mark.parametrize("left", ["Red Party (RP)", "Red Party"])
def test_the_date_of_a_participle_is_not_that_of_the_verb(left: str) -> None:
    text = f"Having quit the {left} in 1983, Bo Chan created the Blue Party, which was legalised in 1985."
    assert not told(text, "founded")
    assert told(text, "founder") == [("Bo Chan", "", "asserted")]


def test_the_date_at_which_an_election_was_held_is_the_elections() -> None:
    text = "Ahead of the parliamentary election held in Walden in 2024, the party entered the Azure Coalition."
    assert all("start" not in qualifiers for _, qualifiers, _ in told(text, "alliance"))


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("In 1990 Ann Lee, who had founded the party, left it.", []),
        ("In 1990 Ann Lee, who founded the party, left it.", []),
        ("Ann Lee, who founded the party in 1990, left it.", ["1990"]),
        ("In 1990 Ann Lee, a lawyer, founded the party.", ["1990"]),
    ],
)
def test_a_date_before_a_person_is_not_of_the_clause_about_him(sentence: str, dates: list[str]) -> None:
    assert [date for date, _, _ in told(sentence, "founded")] == dates


@pytest.mark.parametrize(
    "merged",
    [
        "through the merger in 2011 of the Red Party and the Green League",
        "by the merger, in 2011, of the Red Party and the Green League",
        "after the merger of the Red Party with the Green League in 2011",
        "when the Red Party and the Green League merged in 2011",
    ],
)
def test_a_merger_has_its_own_date(merged: str) -> None:
    text = f"It was founded in 2012 {merged}."
    assert {row[:2] for row in told(text, "mergedFrom")} == {("Red Party", "year=2011"), ("Green League", "year=2011")}
    assert told(text, "founded") == [("2012", "", "asserted")]


def test_the_date_of_the_next_clause_is_not_the_mergers() -> None:
    text = "It was founded in 1990 by the merger of the Red Party and the Green League, in 1995 it was banned."
    assert {qualifiers for _, qualifiers, _ in told(text, "mergedFrom")} == {"year=1990"}


@pytest.mark.parametrize(
    ("told_of", "year"),
    [
        ("after a split from the Red Party", "1990"),
        ("following a split from the Red Party in April 1990", "1990-04"),
        ("as a split from the Red Party", "1990-05"),
    ],
)
def test_of_a_split_before_the_foundation_the_year_is_told(told_of: str, year: str) -> None:
    assert told(f"It was formed in May 1990 by Ann Lee {told_of}.", "splitFrom") == [
        ("Red Party", f"year={year}", "asserted")
    ]


def test_the_period_of_another_office_is_not_that_of_this_one() -> None:
    text = "The Blue Party is a party. Ann Lee, chair of the Red Party since 1998, was elected chair of the Blue Party."
    rows = [row for row in rows_of(text, "leader") if row.subject == "Blue Party"]
    assert [(row.object, row.qualifiers) for row in rows] == [("Ann Lee", "role=Chair")]
