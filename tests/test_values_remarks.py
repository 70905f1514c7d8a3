"""What stands in brackets becomes qualifiers."""

import doctest

import pytest

from partygraph.model import Datatype
from partygraph.values import remarks


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("2018–2022", [("start", "2018"), ("end", "2022")]),
        ("until 2011", [("end", "2011")]),
        ("since 1943", [("start", "1943")]),
        ("Observer, until 2014", [("status", "observer"), ("end", "2014")]),
        ("de jure", [("as", "de jure")]),
        ("as the Blue List", [("as", "Blue List")]),
        ('as Union "Azur"', [("as", 'Union "Azur"')]),
        ('as "Azure Union"', [("as", "Azure Union")]),
        ('as Azure Union"', [("as", "Azure Union")]),
        ("historical", [("scope", "historical")]),
        ("Spain", [("note", "Spain")]),
        ("1961", [("year", "1961")]),
        (" ", []),
        ("59 years ago", []),
        ("2 years, 3 months ago", []),
        ("aged 72", []),
    ],
)
def test_remarks(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(name, value.lexical) for name, value in remarks.read(text)] == pairs


def test_a_single_date_may_be_a_period_or_a_figures_day() -> None:
    assert [name for name, _ in remarks.read("2011", point="period")] == ["start", "end"]
    assert [name for name, _ in remarks.read("May 2011", point="figure")] == ["asOf"]


def test_truth_values_are_boolean() -> None:
    assert remarks.read("peak")[0][1].datatype is Datatype.BOOLEAN


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(remarks).failed == 0
