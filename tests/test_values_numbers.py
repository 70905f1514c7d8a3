"""Numbers are read as they are written."""

import doctest
import re
from decimal import Decimal

import linearity
import pytest
from hypothesis import given
from hypothesis import strategies as st

from partygraph.model import Span
from partygraph.values import numbers


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,345", 1345, "count"),
        ("1.345.678", 1345678, "count"),
        ("150\u00a0000", 150000, "count"),
        ("10,00,000 members", 1000000, "count"),
        ("8.5 million", 8500000, "count"),
        ("8.5&nbsp;million", 8500000, "count"),
        ("50k", 50000, "count"),
        ("eighteen", 18, "count"),
        ("twenty-one", 21, "count"),
        ("two hundred", 200, "count"),
        ("10.1 percent", Decimal("10.1"), "percent"),
        ("8,1 per cent", Decimal("8.1"), "percent"),
        (".10 percent", Decimal("0.10"), "percent"),
        ("12%", Decimal(12), "percent"),
        ("first", 1, "ordinal"),
        ("22nd", 22, "ordinal"),
        ("4.5", Decimal("4.5"), "decimal"),
    ],
)
def test_one_number(text: str, value: int | Decimal, unit: str) -> None:
    (found,) = numbers.find(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize("text", ["someone", "a.1", "#5", "x7", "often"])
def test_no_number(text: str) -> None:
    assert numbers.find(text) == ()


@pytest.mark.parametrize("word", [*numbers.WORDS, *numbers.ORDINALS])
def test_every_word_for_a_number_is_found_wherever_it_stands(word: str) -> None:
    value = numbers.WORDS.get(word, numbers.ORDINALS.get(word))
    skipped = Span(0, len("In 1990"))
    for text in (word, word.upper(), f"In 1990 the {word} came", f"In 1990 ({word})"):
        assert [number.value for number in numbers.find(text, skip=[skipped])[-1:]] == (
            [value] if text.startswith("In") else []
        )
        assert numbers.find(text)[-1].value == value


@pytest.mark.parametrize(
    "text", ["a hundred", "a thousand", "\u0131n a m\u0131ll\u0131on", "S\u0130X", "\u017fix", "twent\u0443 6"]
)
def test_no_number_is_passed_over_for_an_unusual_letter(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = numbers.find(text)
    monkeypatch.setattr(numbers, "_may_hold", lambda *_: True)
    assert numbers.find(text) == found
    assert found


def test_ranges_limits_and_approximation() -> None:
    (about,) = numbers.find("approximately 300 members")
    assert about.approximate and about.literal().approximate
    for text in ("barely 5%", "just short of 5%", "not quite 5 per cent", "close on 5%", "5% or so"):
        (hedged,) = numbers.find(f"won {text} of the vote")
        assert hedged.literal().approximate and (hedged.span.start, hedged.span.end) == (4, 4 + len(text))
    (over,) = numbers.find("more than 1,000")
    assert over.bound == "over" and over.literal().approximate
    (span,) = numbers.find("200,000–500,000")
    assert (span.value, span.upper) == (200000, 500000)
    (score, *_) = numbers.find("3-2")
    assert (score.value, score.upper) == (3, None)


def test_dates_can_be_skipped() -> None:
    text = "17 seats in 1983"
    assert [n.value for n in numbers.find(text, skip=[Span(12, 16)])] == [17]


def test_the_canonical_form_of_a_decimal() -> None:
    assert [numbers.canonical(Decimal(text)) for text in ("10.10", "12", "0.5")] == ["10.1", "12.0", "0.5"]


@given(st.text(alphabet="0123456789 ,.%–-kmillionper", max_size=60))
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    end = 0
    for found in numbers.find(text):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end


@pytest.mark.parametrize("unit", ["1 to ", "1,", "about ", "two ", "1,111"])
def test_time_is_linear(unit: str) -> None:
    linearity.holds(numbers.find, unit, 10_000)


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(numbers).failed == 0


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It fell from 23 to 5 seats.", [23, 5]),
        ("Its share rose from 5% in 1990 to 12%.", [5, 12]),
    ],
)
def test_what_changed_is_no_range(text: str, values: list[int]) -> None:
    skip = [Span(found.start(), found.end()) for found in re.finditer("1990", text)]
    assert [number.value for number in numbers.find(text, skip=skip)] == values
