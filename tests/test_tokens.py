"""Words and punctuation of a sentence: what is one token, and where in the text each of them stands."""

from __future__ import annotations

import doctest

import pytest

from partygraph.extraction.prose import tokens
from partygraph.extraction.prose.tokens import LONGEST_BRACKET, closing, tokenise


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(tokens).failed == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In May. It", ["In", "May", ".", "It"]),
        ("J. van der Berg", ["J.", "van", "der", "Berg"]),
        ("Plan J. it", ["Plan", "J", ".", "it"]),
        ("1,000.", ["1,000", "."]),
        ("the 1990–94 term", ["the", "1990", "–", "94", "term"]),
        ("Ann’s left-wing D’Amico", ["Ann", "’s", "left-wing", "D’Amico"]),
        ("a [12] b [ 3 ] c [note 1] d [citation needed]", ["a", "b", "c", "d"]),
        ("a [sic] b", ["a", "[", "sic", "]", "b"]),
    ],
)
def test_a_name_a_number_and_a_compound_are_one_token_and_a_footnote_is_none(text: str, words: list[str]) -> None:
    assert list(tokenise(text).words) == words


def test_a_token_knows_its_place_in_the_text() -> None:
    made = tokenise("Ann’s [1] party grew.")
    assert len(made) == 5
    assert made.lower[1] == "'s"
    assert [made.text[start:end] for start, end in zip(made.starts, made.ends, strict=True)] == list(made.words)
    assert made.show(0, 4) == "Ann’s [1] party grew"
    assert made.show(2, 2) == ""


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [(0, 7, (0, 2)), (4, 5, (1, 2)), (2, 5, (0, 2)), (3, 4, (1, 1))],
)
def test_what_characters_touch_is_a_range_of_tokens(start: int, end: int, found: tuple[int, int]) -> None:
    assert tokenise("Ann Lee left.").between(start, end) == found


@pytest.mark.parametrize(
    ("lower", "end"),
    [
        (("(", "b", "(", "c", ")", "d", ")", "e"), 7),
        (("(", "b"), 0),
        (("(", *"x" * (LONGEST_BRACKET - 2), ")"), LONGEST_BRACKET),
        (("(", *"x" * (LONGEST_BRACKET - 1), ")"), 0),
    ],
)
def test_a_bracket_is_closed_by_its_own_and_not_too_far_away(lower: tuple[str, ...], end: int) -> None:
    assert closing(lower, 0) == end
