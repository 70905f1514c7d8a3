"""What stands behind the noun of a party and tells its views."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("sentence", "views"),
    [
        ("It is a party of liberal outlook.", ["Liberalism"]),
        ("It is a party of social democrats and regionalists.", ["Social democracy", "Regionalism"]),
        ("It is a party of Catalan nationalists.", ["Catalan nationalism"]),
        ("It is a coalition of liberal parties.", ["Liberalism"]),
        ("It is a coalition of liberal and rural parties.", []),
        ("It is a party of Christian humanist views.", []),
        ("It is a party with an economically liberal programme.", []),
        ("Liberal and federalist, it won two seats.", ["Liberalism", "Federalism"]),
        ("It adopted a federalist programme.", ["Federalism"]),
    ],
)
def test_views_behind_a_noun(sentence: str, views: list[str]) -> None:
    assert [value for value, _, _ in told(sentence, "ideology")] == views


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("It is a party of the populist right.", ["Right-wing"]),
        ("It is a party of the fiscal right.", []),
        ("Initially named Independent Walden Centre, it won a seat.", []),
    ],
)
def test_a_side_of_the_spectrum(sentence: str, sides: list[str]) -> None:
    assert [value for value, _, _ in told(sentence, "position")] == sides
