"""A union that a party was told to be once is not said to be one today."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Blue Party is a liberal party in Ghana. It was a coalition of four groups.", "candidate"),
        ("The Blue Party is a party in Ghana. In 1990 it held a congress. It was an electoral alliance.", "candidate"),
        ("The Blue Party was a liberal party in Ghana. It was a coalition of four groups.", "asserted"),
        ("The Blue Party is a liberal party in Ghana. It is a coalition of four groups.", "asserted"),
    ],
)
def test_a_party_of_today_is_no_coalition_of_the_past(text: str, status: str) -> None:
    unions = ("coalition", "electoral alliance")
    assert [found for name, _, found in told(text, "type") if name in unions] == [status]


def test_another_sort_of_body_is_left_as_it_is_told() -> None:
    text = "The Blue Party is a liberal party in Ghana. It was a registered political party."
    assert [found for _, _, found in told(text, "type")] == ["asserted"]
