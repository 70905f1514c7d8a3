"""A noun beside a name makes it a party's, whatever the name looks like."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "predicate", "row"),
    [
        (
            "In 1990 several members walked out of Nova Terra, the main regionalist party in the north, "
            "and set up the Blue Party.",
            "splitFrom",
            ("Nova Terra", "year=1990", "asserted"),
        ),
        (
            "In 1990 it absorbed Nova Terra, a centre party.",
            "mergedFrom",
            ("Nova Terra", "year=1990", "asserted"),
        ),
        (
            "In 1990 Nova Terra, a movement, merged into it.",
            "mergedFrom",
            ("Nova Terra", "year=1990", "asserted"),
        ),
        (
            'In 1990 "Friends of Nova", a small group which Bo Chan led, merged into it.',
            "mergedFrom",
            ("Friends of Nova", "year=1990", "asserted"),
        ),
        ("In 1990 a minor party, New Force, merged into it.", "mergedFrom", ("New Force", "year=1990", "asserted")),
        (
            "In 1990 a group called Nova Terra merged into the Blue Party.",
            "mergedFrom",
            ("Nova Terra", "year=1990", "asserted"),
        ),
    ],
)
def test_a_name_is_a_partys_by_the_noun_beside_it(text: str, predicate: str, row: tuple[str, str, str]) -> None:
    assert row in told(text, predicate)


@pytest.mark.parametrize(
    "text",
    [
        "In 1990 it absorbed, under Ann Lee, a group of liberals.",
        "In 1990, under Ann Lee, the party in the north was dissolved.",
        "In 1990 it was joined by Ann Lee, a party leader.",
    ],
)
def test_a_person_beside_a_noun_is_no_party(text: str) -> None:
    assert [row for kind in ("mergedFrom", "alliance", "splitFrom") for row in told(text, kind)] == []


def test_a_single_party_of_several_is_no_new_name() -> None:
    text = "In 1978 the Blue Party and the Red Party became a single party, the White Union."
    assert told(text, "renamedTo") == []
    assert told(text, "mergedInto") == [("White Union", "year=1978", "asserted")]
