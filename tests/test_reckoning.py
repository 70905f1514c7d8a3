"""Dates that count from another one."""

import pytest

from partygraph.extraction.prose.annotators import quantities, reckoning
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.tokens import tokenise


def counted(text: str, year: int | None = None) -> list[tuple[str, bool]]:
    lattice = Lattice.over(tokenise(text))
    quantities.add(lattice)
    reckoning.add(lattice, year)
    found = [edge for edge in lattice.mentions() if edge.kind == "date" and edge.parts]
    return [(edge.literal.lexical, edge.weak) for edge in found if edge.literal is not None]


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("It left in January 2017 and contested that year's election.", None, [("2017", False)]),
        ("It won nine seats the same year.", 1990, [("1990", False)]),
        ("Two years later it won one.", 1990, [("1992", True)]),
        ("It was banned in 1969 and dissolved the following year.", 1950, [("1970", True)]),
        ("A year later it was dissolved.", 1990, [("1991", True)]),
    ],
)
def test_a_year_that_is_told_by_another_one(text: str, year: int | None, expected: list[tuple[str, bool]]) -> None:
    assert counted(text, year) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was founded that December.", [("1990-12", False)]),
        ("It lost in 1995, and that autumn the party was dissolved.", [("1995", False)]),
        ("It was founded that winter.", []),
        ("It failed in that spring offensive.", []),
        ("It lost that may, and that autumn's vote.", []),
    ],
)
def test_a_part_of_the_year_that_was_named_last(text: str, expected: list[tuple[str, bool]]) -> None:
    assert counted(text, 1990) == expected


@pytest.mark.parametrize("text", ["Two years later it won one.", "It won nine seats that year."])
def test_without_a_year_before_there_is_nothing_to_count_from(text: str) -> None:
    assert counted(text) == []


def test_a_year_that_stands_nowhere_in_the_text_is_weak() -> None:
    assert all(weak for _, weak in counted("Four years later it won one.", 1990))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In January 1980 it met, and in March it split.", ["1980-03"]),
        ("In 1980 it met, and on 4 May it split.", ["1980-05-04"]),
        ("In October 1980 it met, and in March it split.", []),
        ("In March it split, and in 1980 it met.", []),
        ("In 1980 it met Ann May in June 1981.", []),
    ],
)
def test_a_month_takes_the_year_of_the_date_before(text: str, expected: list[str]) -> None:
    assert [lexical for lexical, _ in counted(text)] == expected


def test_a_month_has_the_year_in_its_name() -> None:
    lattice = Lattice.over(tokenise("In the 1996 election held on 11 April it won."))
    quantities.add(lattice)
    reckoning.add(lattice, None)
    assert "11 April 1996" in {edge.name for edge in lattice.mentions() if edge.kind == "date"}
