"""Dates keep the precision of the text, and what no calendar has is no date."""

import doctest

import linearity
import pytest
from hypothesis import given
from hypothesis import strategies as st

from partygraph.model import Datatype
from partygraph.values import dates

POINTS = [
    ("in 2002", "2002"),
    ("on 14 July 1965", "1965-07-14"),
    ("July 8, 2007, voted", "2007-07-08"),
    ("8th of July 2007", "2007-07-08"),
    ("Sept. 1, 1999", "1999-09-01"),
    ("in April 2017", "2017-04"),
    ("1919-10-21", "1919-10-21"),
    ("2015-2", "2015-02"),
    ("14.07.1965", "1965-07-14"),
    ("14/07/1965", "1965-07-14"),
    ("03/04/2010", "2010"),
    ("2010-11", "2010"),
    ("the 1890s", "1890s"),
    ("25 October [O.S. 12 October] 1917", "1917-10-25"),
    ("29 February 2000", "2000-02-29"),
    ("1 May, 2010", "2010-05-01"),
]


@pytest.mark.parametrize(("text", "lexical"), POINTS)
def test_points(text: str, lexical: str) -> None:
    (found,) = dates.find(text)
    assert found.date is not None and found.date.lexical == lexical


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1999–2004", "1999", "2004"),
        ("(2004–07)", "2004", "2007"),
        ("from 1999 to 2004", "1999", "2004"),
        ("from 1988 to the mid-1990s", "1988", "1990s"),
        ("between 1848 and 1854", "1848", "1854"),
        ("2018–present", "2018", None),
        ("since 4 April 2023", "2023-04-04", None),
        ("until 2011", None, "2011"),
        ("until 1970s", None, "1970s"),
        ("1–3 June 1990", "1990-06-01", "1990-06-03"),
        ("14 July – 3 August 1965", "1965-07-14", "1965-08-03"),
        ("June–July 1990", "1990-06", "1990-07"),
        ("July 2003 – 2 May 2004", "2003-07", "2004-05-02"),
    ],
)
def test_periods(text: str, first: str | None, last: str | None) -> None:
    (found,) = dates.find(text)
    assert found.shape == "period"
    assert (found.first and found.first.lexical, found.last and found.last.lexical) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "30 February 2001",
        "29 February 1900",
        "31 April 1999",
        "44 BC",
        "1500 BC",
        "year 0",
        "2000 members",
        "1,999",
        "No. 5",
    ],
)
def test_no_dates(text: str) -> None:
    assert dates.find(text) == ()


@pytest.mark.parametrize("name", [name for names in dates.MONTHS for name in names])
def test_every_name_of_a_month_is_found(name: str) -> None:
    for text in (f"{name} 1965", f"{name.upper()} 1965", f"3 {name} 1965", f"the day of {name} 3, 1965"):
        (found,) = dates.find(text)
        assert found.first is not None and found.first.lexical.startswith(f"1965-{dates.MONTH_NUMBER[name.lower()]:02}")


def test_approximation_limits_and_parts() -> None:
    circa, before, late = (dates.find(text)[0].date for text in ("c. 1970", "before 1990", "late 1994"))
    assert circa is not None and circa.approximate and circa.literal().approximate
    assert before is not None and before.bound == "before" and before.literal().approximate
    assert late is not None and late.part == "late" and not late.literal().approximate


def test_alternatives_stay_apart() -> None:
    (found,) = dates.find("in 1958/59")
    assert found.shape == "alternatives" and found.first and found.last
    assert (found.first.lexical, found.last.lexical) == ("1958", "1959")


def test_several_dates_stay_several() -> None:
    assert [d.first.lexical for d in dates.find("1999, 2003 and 2007") if d.first] == ["1999", "2003", "2007"]


def test_dates_without_year_only_on_demand() -> None:
    assert dates.find("On 14 July, in November") == ()
    partial = [d.first.lexical for d in dates.find("On 14 July, in November", partial=True) if d.first]
    assert partial == ["--07-14", "--11"]


def test_datatypes_follow_the_precision() -> None:
    types = [dates.find(text)[0].first for text in ("1999", "May 1999", "1 May 1999", "the 1990s")]
    assert [date.literal().datatype for date in types if date] == [
        Datatype.YEAR,
        Datatype.YEAR_MONTH,
        Datatype.DATE,
        Datatype.STRING,
    ]


@pytest.mark.parametrize(
    ("text", "lexical"),
    [
        ("start date and age, 1991, 06, 22, df=yes", "1991-06-22"),
        ("Start date, 1990, 7", "1990-07"),
        ("end date, 1935", "1935"),
        ("start date and age, df=yes, 1989, 01, 20", "1989-01-20"),
    ],
)
def test_spilled_templates(text: str, lexical: str) -> None:
    found = dates.find_in_field(text)
    assert [d.first.lexical for d in found if d.first] == [lexical]


@given(st.text(alphabet="0123456789 –-/,.JulyMarch()tosince", max_size=60))
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    end = 0
    for found in dates.find(text, partial=True):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end


@pytest.mark.parametrize("unit", ["1999 to ", "from ", "May ", "12 May [", "1999-", "12 "])
def test_time_is_linear(unit: str) -> None:
    linearity.holds(dates.find, unit, 10_000)


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(dates).failed == 0
