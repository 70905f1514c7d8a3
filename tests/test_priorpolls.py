"""An election without a date of its own is the one that the sentence before it named, where no other can be meant."""

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "elections"),
    [
        ("A general election was held in May 1990. In this election it won 9 seats.", ["May 1990 general election"]),
        ("It stood in the 1990 general election. In the election it won 9 seats.", ["1990 general election"]),
        ("It stood in the 1990 general election. In that general election it won 9 seats.", ["1990 general election"]),
        ("It stood in the 1990 general election. In the local elections it won 9 seats.", []),
        ("It stood in the 1990 and 1994 elections. In the election it won 9 seats.", []),
    ],
)
def test_an_election_without_a_date_points_back(text: str, elections: list[str]) -> None:
    assert [row[0] for row in told(text, "electionResult")] == elections


def test_what_an_alliance_won_then_is_not_told_of_the_party() -> None:
    text = "It stood in the 1990 general election. In this election the alliance won 9%. It had two seats in the end."
    assert told(text, "electionResult") == []


@pytest.mark.parametrize(
    ("text", "elections"),
    [
        ("It stood in the 1990 general election. In that of 1994 it won 9 seats.", ["1994 general election"]),
        ("It stood in the 1990 snap election. In that of May 1994 it won 9 seats.", ["May 1994 election"]),
        (
            "It stood in the 1990 elections. In those of 1994 and 1998 it won 9 seats.",
            ["1994 election", "1998 election"],
        ),
        ("It stood in the 1990 by-election. In that of 1994 it won 9 seats.", []),
        ("It is a small party. In that of 1994 it won 9 seats.", []),
    ],
)
def test_one_of_the_same_kind_is_told_by_its_date(text: str, elections: list[str]) -> None:
    assert [row[0] for row in told(text, "electionResult")] == elections


@pytest.mark.parametrize(
    ("heading", "elections"),
    [
        ("2006 general election", ["2006 general election"]),
        ("1998 and 2002 elections", []),
        ("After the 2006 election", []),
        ("Organisation", []),
    ],
)
def test_a_result_is_of_the_election_that_heads_the_section(heading: str, elections: list[str]) -> None:
    text = f"It is small.\n\n== {heading} ==\n\nThe party was young. It won 4.5% of the vote."
    assert [row[0] for row in told(text, "electionResult") if row[2] == "asserted"] == elections
