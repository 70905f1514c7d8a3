"""Lists of officers and of members: what their headings and introductions say of them, and what their items say."""

from __future__ import annotations

import pytest

from partygraph import readers
from partygraph.extraction import read
from partygraph.facttable import FactRow, rows

LEAD = "= Blue Party =\n\nThe Blue Party is a party in Ghana.\n\n"


def listed(text: str) -> list[FactRow]:
    return [row for row in rows(read(readers.read(LEAD + text + "\n"))) if row.rule.startswith("roster-of")]


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("== Leaders ==", "Leader"),
        ("== List of party leaders ==", "Leader"),
        ("== Former chairmen of the party ==", "Chairman"),
        ("== General secretaries ==", "General secretary"),
        ("== History ==\nThe party has been chaired by:", "Chair"),
        ("== History ==\nIts presidents were:", "President"),
    ],
)
def test_an_item_is_an_officer_where_the_list_says_so(head: str, role: str) -> None:
    (row,) = listed(f"{head}\n* Ann Lee (1990–1994)")
    assert (row.predicate, row.object, row.qualifiers) == ("leader", "Ann Lee", f"role={role};start=1990;end=1994")
    assert row.quote == "Ann Lee (1990–1994"


@pytest.mark.parametrize(
    "head",
    [
        "== Presidents of Ghana ==",
        "== History ==",
        "== Election results ==",
        "== History ==\nThe city has been led by:",
        "== Leaders ==\nThe following people stood against them.",
    ],
)
def test_other_lists_are_of_no_officers(head: str) -> None:
    assert listed(f"{head}\n* Ann Lee (1990–1994)") == []


@pytest.mark.parametrize(
    ("item", "when"),
    [
        ("Ann Lee (since 1994)", "start=1994"),
        ("Ann Lee, 1990–1994", "start=1990;end=1994"),
        ("Ann Lee (1990–present)", "start=1990"),
        ("Ann Lee (May 1990 – June 1994)", "start=1990-05;end=1994-06"),
    ],
)
def test_the_time_behind_a_name_is_that_of_the_office(item: str, when: str) -> None:
    (row,) = listed(f"== Leaders ==\n1. {item}")
    assert row.qualifiers == f"role=Leader;{when}"


@pytest.mark.parametrize(
    "item", ["Ann Lee", "Ann Lee (born 1990)", "Ann Lee (1990–1994, acting)", "The Red Party (1990–1994)"]
)
def test_an_item_that_says_less_or_more_is_left_out(item: str) -> None:
    assert listed(f"== Leaders ==\n* {item}") == []


@pytest.mark.parametrize(
    ("head", "qualifiers"),
    [
        ("== Notable members ==", ""),
        ("== Prominent former members ==", "current=0"),
        ("== History ==\nAmong its important politicians were:", "current=0"),
        ("== History ==\nIts leading figures are:", ""),
    ],
)
def test_an_item_is_somebody_of_the_party_where_the_list_says_so(head: str, qualifiers: str) -> None:
    rows = listed(f"{head}\n* Ann Lee\n* Bo Chan, a lawyer\n* Tilbrook and its mayor Tom Fox")
    assert [(row.predicate, row.subject, row.object, row.qualifiers) for row in rows] == [
        ("member", "Ann Lee", "Blue Party", qualifiers),
        ("member", "Bo Chan", "Blue Party", qualifiers),
    ]


@pytest.mark.parametrize("head", ["== Members ==", "== Notable members of the government ==", "== Notable events =="])
def test_other_lists_are_of_no_politicians(head: str) -> None:
    assert listed(f"{head}\n* Ann Lee\n* Bo Chan") == []
