"""What stands behind the noun for an election: its body, its date, and other dates."""

import pytest
from telling import told


@pytest.mark.parametrize(
    ("when", "elections"),
    [
        ("At the elections to the National Assembly in 1952", ["1952 National Assembly election"]),
        ("At the elections for the first National Assembly in 1949", ["1949 National Assembly election"]),
        ("In the 1990 elections to the Legislative Council of Azuria", ["1990 Legislative Council of Azuria election"]),
        ("In the last general elections, those of 2003,", ["2003 general election"]),
        ("In the last state election, that of 2003,", ["2003 state election"]),
        ("In 1920 Ann Lee left. At the general election later that year", ["1920 general election"]),
        ("In 1920 Ann Lee left. At the first elections of Ghana the same year", ["1920 election"]),
        ("At the Azurian general election, 2018,", ["2018 general election"]),
        ("In the 2018 polls", ["2018 election"]),
        ("In the Assembly polls of 2023", ["2023 Assembly election"]),
        ("In the opinion polls of 2018", []),
        ("In the general elections of 1990 and 1994", ["1990 general election", "1994 general election"]),
        ("In the presidential and general elections of 1990 and 1994", []),
    ],
)
def test_an_election_is_named_by_what_stands_behind_it(when: str, elections: list[str]) -> None:
    assert [row[0] for row in told(f"{when} the party won three seats.", "electionResult")] == elections


def test_the_date_of_an_election_may_end_the_sentence() -> None:
    rows = told("It took part in the Azurian general election, 2006.", "contested")
    assert [row[0] for row in rows] == ["2006 general election"]


def test_a_threshold_is_no_election() -> None:
    text = "It stood in the 2019 general election and won 1.8% of the vote, under the election threshold of 2%."
    assert [status for _, _, status in told(text, "electionResult")] == ["asserted"]


def test_a_party_stands_for_the_first_time_at_an_election() -> None:
    rows = told("It stood in the general elections for the first time in 2009.", "contested")
    assert [row[0] for row in rows] == ["2009 general election"]
