"""Dates, periods, numbers and shares: what each stands for, and how far it reaches."""

from __future__ import annotations

import doctest

import pytest

from partygraph.extraction.prose.annotators import quantities
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.tokens import tokenise
from partygraph.model import Literal


def read(text: str) -> Lattice:
    lattice = Lattice.over(tokenise(text))
    quantities.add(lattice)
    return lattice


def dated(text: str) -> list[tuple[str, str, str]]:
    """Kind, words and value of what is told of time."""
    lattice = read(text)
    found = []
    for mention in lattice.mentions():
        if mention.kind in ("date", "period", "alternatives"):
            ends = [part.literal.lexical for _, part in mention.parts if part.literal is not None]
            value = mention.literal.lexical if mention.literal is not None else " to ".join(ends)
            found.append((mention.kind, lattice.tokens.show(mention.start, mention.end), value))
    return found


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(quantities).failed == 0
    assert quantities.literal_year(Literal("May")) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It met from 1990 to 1994.", [("period", "from 1990 to 1994", "1990 to 1994")]),
        ("It met until 2003.", [("period", "until 2003", "2003"), ("date", "2003", "2003")]),
        ("It met on 12–13 December 2014.", [("date", "12–13 December 2014", "2014-12-12")]),
        (
            "It met from 12 December 2013 to 13 January 2014.",
            [("period", "from 12 December 2013 to 13 January 2014", "2013-12-12 to 2014-01-13")],
        ),
        ("It met in 1990 or 1991.", [("alternatives", "1990 or 1991", "1990 to 1991")]),
        ("It came late in 1928.", [("date", "late in 1928", "1928"), ("date", "1928", "1928")]),
        ("In early 1990 it met.", [("date", "In early 1990", "1990"), ("date", "early 1990", "1990")]),
        (
            "It met on Sunday 2 March 1952.",
            [("date", "Sunday 2 March 1952", "1952-03-02"), ("date", "2 March 1952", "1952-03-02")],
        ),
        ("It met about 1990.", [("date", "about 1990", "1990")]),
    ],
)
def test_a_time_is_read_whole_and_with_its_preposition(text: str, found: list[tuple[str, str, str]]) -> None:
    assert dated(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It won 5 seats and 10% of the vote.", [("number", "5"), ("percent", "10%")]),
        ("It won 10–12% of the vote.", []),
        ("It came third.", [("ordinal", "third")]),
        ("It was founded in 1990.", []),
        ("It won 4.5 million votes.", [("number", "4.5 million")]),
    ],
)
def test_a_figure_is_one_number_and_no_range_or_year(text: str, found: list[tuple[str, str]]) -> None:
    lattice = read(text)
    numbers = [mention for mention in lattice.mentions() if mention.kind in ("number", "percent", "decimal", "ordinal")]
    assert [(number.kind, lattice.tokens.show(number.start, number.end)) for number in numbers] == found


def test_no_more_than_two_are_two() -> None:
    def told(text: str) -> list[tuple[str, bool]]:
        found = read(text).mentions()
        return [(mention.name, mention.literal.approximate) for mention in found if mention.literal is not None]

    assert told("It won no more than two seats.") == [("no more than two", False), ("more than two", True)]
    assert told("It won more than two seats.") == [("more than two", True)]


def test_the_tokens_of_dates_are_taken() -> None:
    lattice = Lattice.over(tokenise("On 2 March 1952 it won 3 seats."))
    assert {lattice.tokens.words[at] for at in quantities.add(lattice)} >= {"2", "March", "1952"}
    assert 6 not in quantities.add(lattice)
