"""What a symbol shows, and the colours of a party."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("The party has a white stork as its symbol.", ["white stork"]),
        ("Its symbol is the hoe and gear on a green ground.", ["hoe and gear on a green ground"]),
        ("A horse is its electoral symbol.", ["horse"]),
    ],
)
def test_a_symbol_is_told_to_its_end(sentence: str, shown: list[str]) -> None:
    assert [value for value, _, status in told(sentence, "symbol") if status == "asserted"] == shown


def test_colours_are_a_list() -> None:
    assert [value for value, _, _ in told("Its colours are dark green, white and red.", "colour")] == [
        *("dark green", "white", "red")
    ]
    assert told("Its colours are white and steam-grey.", "colour") == []
