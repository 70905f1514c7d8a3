"""Ranks are told in full, with that among which they count."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("sentence", "ranks"),
    [
        ("It is the third-largest party in parliament.", ["third-largest party in parliament"]),
        ("It is the largest party in the House of Assembly.", ["largest party in the House of Assembly"]),
        ("It is Ghana's oldest political party.", ["Ghana's oldest political party"]),
        ("In 1990 it became the main opposition party.", ["main opposition party"]),
        ("In 1990 it became the largest party.", ["largest party"]),
        ("It is one of the two main parties in Ghana.", ["one of the two main parties in Ghana"]),
        ("It is among Ghana's oldest political parties.", ["among Ghana's oldest political parties"]),
        ("It is one of the parties in Ghana.", []),
        ("It is one of the main parties.", []),
    ],
)
def test_a_rank_is_read_to_its_end(sentence: str, ranks: list[str]) -> None:
    assert [value for value, _, status in told(sentence, "rank") if status == "asserted"] == ranks


@pytest.mark.parametrize(
    "sentence",
    [
        "It became the largest party in parliament.",
        "It was the main party of Azurian farmers in Ghana.",
    ],
)
def test_a_rank_of_some_time_or_among_some_is_not_sure(sentence: str) -> None:
    assert [value for value, _, status in told(sentence, "rank") if status == "asserted"] == []


def test_what_a_party_was_the_first_to_be_goes_up_to_the_next_stop() -> None:
    assert told("It was the first party to hold a congress, and won.", "ordinalClaim") == [
        ("1", "feat=party to hold a congress", "asserted")
    ]
    assert told("It met at the first party congress.", "ordinalClaim") == []
