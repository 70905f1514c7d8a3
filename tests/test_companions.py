"""What a party does as one of several, and with whom it did something."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("It reached parliament for the first time in 1998 in alliance with the Red Party.", "asOf=1998"),
        ("In 1998 it held its only seat in Azuria as an ally of the Red Party.", "asOf=1998"),
        ("In early 2019 the Blue Party and the agrarian Green League teamed up with the Red Party.", "start=2019"),
        ("In 2019 the Green League and the Blue Party allied themselves with the Red Party.", "start=2019"),
    ],
)
def test_a_companion_is_told_behind_what_was_done(text: str, qualifiers: str) -> None:
    rows = [row for row in told(text, "alliance") if row[2] == "asserted"]
    assert ("Red Party", qualifiers) in [(name, pairs.replace("~", "")) for name, pairs, _ in rows]


@pytest.mark.parametrize(
    "text",
    [
        "It won ten seats in 1998, when the Green League stood in alliance with the Red Party.",
        "It won ten seats in 1998 against the Green League in alliance with the Red Party.",
    ],
)
def test_of_another_clause_it_is_not_told(text: str) -> None:
    assert told(text, "alliance") == []


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The Blue Party and the Green League absorbed the Red Party in 1998.", "mergedFrom"),
        ("In 1998 the Blue Party and the Green League were in opposition.", "governmentRole"),
    ],
)
def test_what_two_do_together_neither_does_alone(text: str, predicate: str) -> None:
    assert told(text, predicate) == []
