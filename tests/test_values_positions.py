"""A position is a point, or one range."""

import doctest

import pytest

from partygraph.values import positions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Centre-left", ["Centre-left"]),
        ("Centre to centre-right", ["Centre to centre-right"]),
        ("Centre-left politics, Centre-left", ["Centre-left"]),
        ("Centrism, Center", ["Center"]),
        ("Center-left politics, Center-left to Left-wing politics, left-wing", ["Center-left to left-wing"]),
        ("Right-wing politics, Right-wing, to Far-right politics, far-right to far-right", ["Right-wing to far-right"]),
        ("Left-wing, Far-left", ["Left-wing", "Far-left"]),
        ("Big tent", ["Big tent"]),
        ("far left", ["far left"]),
    ],
)
def test_positions(text: str, names: list[str]) -> None:
    found, rest = positions.find(text)
    assert [position.name for position in found] == names
    assert rest == ()


def test_what_is_no_position_is_given_back() -> None:
    found, rest = positions.find("Disputed between scholars, Centre")
    assert [position.name for position in found] == ["Centre"]
    assert [tuple(span) for span in rest] == [(0, 27)]


def test_a_rebuilt_range_says_so() -> None:
    assert not positions.find("Centre to left-wing")[0][0].rebuilt
    assert positions.find("Centrism, Centre to Left-wing politics, left-wing")[0][0].rebuilt


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(positions).failed == 0
