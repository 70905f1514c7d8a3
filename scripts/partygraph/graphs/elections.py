"""Reads the name of an election, ``<date words> <type> election``, for its date and its type."""

from __future__ import annotations

import re

from partygraph.model import Datatype, Literal

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NAME = re.compile(
    rf"(?:(?:(?P<day>[0-9]{{1,2}}) )?(?P<month>{'|'.join(MONTHS)}) )?(?P<year>[12][0-9]{{3}}) (?P<type>.*?) ?elections?"
)
LOWER_CASE = re.compile(r"[a-z][a-z -]*")


def when(name: str) -> Literal | None:
    """Return the date in an election's name, as precise as it stands there.

    >>> when("February 2015 special election").lexical
    '2015-02'
    """
    found = NAME.fullmatch(name)
    if not found:
        return None
    year, month, day = found["year"], found["month"], found["day"]
    if not month:
        return Literal(year, Datatype.YEAR)
    number = MONTHS.index(month) + 1
    if not day:
        return Literal(f"{year}-{number:02}", Datatype.YEAR_MONTH)
    return Literal(f"{year}-{number:02}-{int(day):02}", Datatype.DATE)


def type_of(name: str) -> str:
    """Return the type of election that its name says, empty if it says none or says more than that.

    >>> type_of("2010 gubernatorial election")
    'gubernatorial'
    """
    found = NAME.fullmatch(name)
    return found["type"] if found and LOWER_CASE.fullmatch(found["type"]) else ""
