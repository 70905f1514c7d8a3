"""A match becomes facts, each quoted with all that it was read from."""

from __future__ import annotations

import pytest
from telling import told

from partygraph import readers
from partygraph.extraction import extract


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
    (fact,) = [one for one in extract(article).facts if one.predicate == predicate and one.source == "prose"]
    assert fact.evidence[0].quote.rstrip(".") == quote


def test_an_election_without_a_year_is_no_qualifier() -> None:
    text = "Its candidate in the presidential election, Ann Lee, finished seventh."
    assert all("election=" not in qualifiers for _, qualifiers, _ in told(text, "nominated"))
