"""Whom the article has told of as another party's, and what is told of them without its party."""

from __future__ import annotations

import pytest
from telling import rows_of, told

LEAD = "The Blue Party is a party in Ghana. "


@pytest.mark.parametrize(
    ("before", "status"),
    [
        ("Party chairman Ann Lee met Red Party chairman Bo Chan.", "candidate"),
        ("Ann Lee had lost the leadership of the Red Party to Bo Chan.", "candidate"),
        ("Ann Lee of the Blue Party and Bo Chan of the Red Party met.", "candidate"),
        ("In 1990 Bo Chan was re-elected.", "asserted"),
        ("In 1990 the Red Party MP Bo Chan left for the party.", "asserted"),
    ],
)
def test_an_office_without_its_party_may_be_in_the_other(before: str, status: str) -> None:
    rows = rows_of(f"{LEAD}{before} Chan resigned as chairman in 2005.", "leader")
    assert [row.status for row in rows if row.object == "Bo Chan" and row.subject == "Blue Party"] == [status]


def test_an_office_in_the_party_is_told_of_whoever_holds_it() -> None:
    text = f"{LEAD}Red Party chairman Bo Chan changed sides. Chan resigned as chairman of the party in 2005."
    assert ("Bo Chan", "asserted") in [(name, status) for name, _, status in told(text, "leader")]


def test_whoever_of_another_party_was_elected_was_not_so_for_this_one() -> None:
    text = f"{LEAD}The party's Ann Lee ran against Bo Chan of the Red Party for governor. Chan was elected governor."
    assert "asserted" not in [status for _, _, status in told(text, "elected")]


@pytest.mark.parametrize(
    ("before", "status"),
    [
        ("The alliance was led by Ann Lee.", "candidate"),
        ("A left-wing faction led by Ann Lee left the party in 1987 and founded the Red Left.", "candidate"),
        ("It was led by Ann Lee.", "asserted"),
    ],
)
def test_its_may_be_of_the_body_told_of_before(before: str, status: str) -> None:
    rows = told(f"{LEAD}{before} Bo Chan was its first chairman.", "leader")
    assert {row[2] for row in rows if row[0] == "Bo Chan"} == {status}


@pytest.mark.parametrize(("deed", "status"), [("expelled", "candidate"), ("chose", "asserted")])
def test_whoever_was_expelled_was_not_elected_for_the_party(deed: str, status: str) -> None:
    text = f"{LEAD}Its leader was Ann Lee. In 2011 the party {deed} Lee. Lee was elected mayor of Walden in 2012."
    assert [row[2] for row in told(text, "elected")] == [status]


@pytest.mark.parametrize(
    ("between", "status"),
    [
        ("", "candidate"),
        ("In May a congress of the Lee faction was held. ", "asserted"),
        ("In May the Azure Unity Congress (Lee) was founded. ", "asserted"),
    ],
)
def test_the_party_of_a_section_on_the_namesake_may_be_that_one(between: str, status: str) -> None:
    title, box = "Azure Unity Congress (Lee)", "- Split: Azure Unity Congress\n- Dissolved: 1953"
    text = (
        "The Azure Unity Congress (Lee) was a party in Ghana.\n\n== History ==\n\n"
        "In spring 1948 the Azure Unity Congress split in two.\n\n"
        f"{between}The party president, Ann Lee, opposed it."
    )
    assert [(row[0], row[2]) for row in told(text, "leader", box, title)] == [("Ann Lee", status)]
