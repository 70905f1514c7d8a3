"""A name and what stands around it in a parenthesis: quotation marks, its own initials, a remark."""

import doctest

import pytest
from telling import told

from partygraph.extraction.prose.names import barenames


def test_quotation_marks_within_a_name_are_kept_in_pairs() -> None:
    text = "The Blue Party (Kazakh: «Көк» партиясы; Bulgarian: Съюз „Нов път“) is a party."
    assert [name for name, _, _ in told(text, "nativeName")] == ["«Көк» партиясы", "Съюз „Нов път“"]


def test_a_mark_around_the_first_word_is_of_the_name() -> None:
    assert told("The Blue Party (also known as 'True' Azure Party) is a party.", "altName") == [
        ("'True' Azure Party", "", "asserted")
    ]


def test_two_names_with_now_between_are_none() -> None:
    assert told("The Blue Party (formerly ABC now BCD) is a party.", "formerName") == []


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(barenames).failed == 0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Azul means blue", False),
        ("formerly the Azure League and, before that, the Red League and", False),
        ("the Azure League", True),
        ("ლურჯი პარტია", True),
    ],
)
def test_a_remark_is_no_name(text: str, name: bool) -> None:
    assert barenames.is_a_name(text) is name


@pytest.mark.parametrize(
    ("text", "bare"),
    [("«Azul» partisi", "«Azul» partisi"), ("“Azul”", "Azul"), ("Azul", "Azul")],
)
def test_a_mark_around_a_part_of_a_name_stays(text: str, bare: str) -> None:
    assert barenames.unquoted(text) == bare
