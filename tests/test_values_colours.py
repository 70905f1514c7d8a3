"""Colour words are cut apart; codes are codes."""

import doctest

import pytest

from partygraph.values import colours


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Red and black", ["Red", "black"]),
        ("Blue Yellow", ["Blue", "Yellow"]),
        ("Navy Blue", ["Navy Blue"]),
        ("Light blue", ["Light blue"]),
        ("Green White Red Grey", ["Green", "White", "Red", "Grey"]),
        ("Amber", ["Amber"]),
        ("Pastel lilac", ["Pastel lilac"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [text[a:b] for a, b in colours.words(text)] == words


@pytest.mark.parametrize(
    ("text", "code"), [("#0af", "#0af"), ("56A0D3", "#56A0D3"), ("red", "red"), ("|", None), ("#12", None)]
)
def test_codes(text: str, code: str | None) -> None:
    assert colours.code(text) == code


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(colours).failed == 0
