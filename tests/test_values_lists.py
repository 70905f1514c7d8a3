"""Lists are cut at their separators, and never inside what belongs together."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partygraph.model import Span
from partygraph.values import lists


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("A, B;C", ["A", "B", "C"]),
        (
            "Liberty Party (United States, 1840), Liberty Party",
            ["Liberty Party (United States, 1840)", "Liberty Party"],
        ),
        ('"Free Soil, Free Labor", Other', ['"Free Soil, Free Labor"', "Other"]),
        ("Ramon Mitra, Jr., Ann Bee", ["Ramon Mitra, Jr.", "Ann Bee"]),
        ("1,345, 2,000", ["1,345", "2,000"]),
        ("Liberal&nbsp;conservatism; Unionism", ["Liberal&nbsp;conservatism", "Unionism"]),
        (",, A,, ,B,", ["A", "B"]),
        ("An open (bracket, B", ["An open (bracket", "B"]),
        ("A\nB • C", ["A", "B", "C"]),
        ("", []),
    ],
)
def test_split(text: str, items: list[str]) -> None:
    assert [text[start:end] for start, end in lists.split(text)] == items


def test_known_stretches_hold_together() -> None:
    text = "Workers of State, County and City, Others"
    assert [text[a:b] for a, b in lists.split(text, whole=[Span(0, 33)])] == [
        "Workers of State, County and City",
        "Others",
    ]


@pytest.mark.parametrize(
    ("text", "name", "notes"),
    [
        ("A Party (2018–2022)", "A Party", ["2018–2022"]),
        ("A Party (PLUS) (unofficially)", "A Party", ["PLUS", "unofficially"]),
        ("CPI(M)", "CPI(M)", []),
        ("(de facto)", "", ["de facto"]),
        ("A (b) Party", "A (b) Party", []),
    ],
)
def test_brackets_behind_an_item(text: str, name: str, notes: list[str]) -> None:
    piece = lists.piece(text, Span(0, len(text)))
    assert text[slice(*piece.name)] == name
    assert [text[slice(*note)] for note in piece.notes] == notes


@given(st.text(alphabet='ab (),;"[]\n“”', max_size=60))
def test_items_lie_in_the_text_and_apart(text: str) -> None:
    end = 0
    for span in lists.split(text):
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        end = span.end


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(lists).failed == 0
