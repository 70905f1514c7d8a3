"""A match becomes facts, each quoted with all that it was read from."""

from __future__ import annotations

import pytest
from telling import told

from partygraph import readers
from partygraph.extraction import read


@pytest.mark.parametrize(
    ("sentence", "predicate", "quote"),
    [
        (
            "In 1989, after a long strike, Ann Lee established the Blue Party.",
            "founded",
            "1989, after a long strike, Ann Lee established the Blue Party",
        ),
        (
            "In 1989, after a long strike, Ann Lee established the Blue Party.",
            "founder",
            "Ann Lee established the Blue Party",
        ),
        (
            "In the 1990 general election, however, the party won 5 seats.",
            "electionResult",
            "1990 general election, however, the party won 5 seats",
        ),
        ("The party was founded in 1989 by Ann Lee.", "founded", "The party was founded in 1989 by Ann Lee"),
    ],
)
def test_a_quote_holds_the_time_of_its_fact(sentence: str, predicate: str, quote: str) -> None:
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{sentence}\n")
    (fact,) = [one for one in read(article).facts if one.predicate == predicate and one.source == "prose"]
    assert fact.evidence[0].quote.rstrip(".") == quote


def test_an_election_without_a_year_is_no_qualifier() -> None:
    text = "Its candidate in the presidential election, Ann Lee, finished seventh."
    assert all("election=" not in qualifiers for _, qualifiers, _ in told(text, "nominated"))


@pytest.mark.parametrize(
    ("won", "qualifiers"),
    [
        ("14 seats and almost 12 per cent of the vote", "share=12%~;seats=14;approx=1"),
        ("14 seats and 12 per cent of the vote", "share=12%;seats=14"),
        ("more than 4,000 votes (1.2%)", "votes=4000~;share=1.2%;approx=1"),
    ],
)
def test_a_result_that_is_not_exact_says_so(won: str, qualifiers: str) -> None:
    assert told(f"In the 1990 general election it won {won}.", "electionResult") == [
        ("1990 general election", qualifiers, "asserted")
    ]


def test_a_range_is_no_result() -> None:
    assert told("In the 1990 general election it won 10–12% of the vote.", "electionResult") == []
