"""In which language a name is, and in which letters: its label tells it, or its words."""

from __future__ import annotations

import doctest

import pytest

from partygraph.extraction.prose.names import tongues


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(tongues).failed == 0


@pytest.mark.parametrize(
    ("text", "alone", "label"),
    [
        ("Dutch", True, False),
        ("in Danish", True, True),
        ("and Dutch", True, False),
        ("Dutch name", False, False),
        ("in German: Blaue Partei", False, True),
        ("German: Blaue Partei", False, False),
        ("in Tilbrook", False, False),
    ],
)
def test_a_language_stands_alone_or_before_a_name(text: str, alone: bool, label: bool) -> None:
    assert tongues.is_language(text) is alone
    assert tongues.is_in_a_language(text) is label


def test_a_language_may_have_a_name_of_two_words() -> None:
    assert [tongues.code(words) for words in ("Scottish Gaelic", "scottish gaelic", "Scottish Party")] == [
        "gd",
        "gd",
        "",
    ]


@pytest.mark.parametrize(
    ("name", "foreign"),
    [
        ("Γαλάζιο", True),
        ("Vaka Azul", True),
        ("Blue Party", False),
        ("Azul siempre 2000", False),
        ("azul siempre", False),
        ("Vaka Ghana", False),
        ("Partido of Azul", False),
        ("", False),
    ],
)
def test_a_name_is_foreign_by_its_letters_or_by_each_of_its_words(name: str, foreign: bool) -> None:
    assert tongues.is_foreign(name) is foreign


def test_marks_on_letters_leave_them_latin() -> None:
    assert tongues.is_latin("Błękitna 1990")
    assert not tongues.is_latin("Синя")
