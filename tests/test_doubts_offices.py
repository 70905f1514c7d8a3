"""Whose an office is that a sentence gives somebody, and which one."""

from __future__ import annotations

import pytest
from telling import rows_of, told

LEAD = "The Blue Party is a party in Ghana. "


@pytest.mark.parametrize(
    ("sentence", "name", "status"),
    [
        ("After her death her son Bo Lee took over the leadership of the trade union.", "Bo Lee", set()),
        ("After her death her son Bo Lee took over the leadership of the party.", "Bo Lee", {"asserted"}),
        ("Ann Lee resigned as chair of the European Committee, and Bo Chan took over as chairman.", "Bo Chan", set()),
        ("Ann Lee resigned as chair of the party, and Bo Chan took over as chairman.", "Bo Chan", {"asserted"}),
        (
            "Bo Chan was the front's general secretary, and the party's leader, Ann Lee, was its treasurer.",
            "Bo Chan",
            set(),
        ),
    ],
)
def test_whose_office_it_is(sentence: str, name: str, status: set[str]) -> None:
    rows = told(LEAD + sentence, "leader")
    assert {row[2] for row in rows if row[0] == name} - {"candidate"} == status


def test_a_bracket_is_of_whom_it_stands_behind() -> None:
    text = f"{LEAD}The party's senators are Ann Lee, Bo Chan (elected as an independent) and Tom Fox (Green League)."
    assert [row.subject for row in rows_of(text, "member") if row.status == "asserted"] == ["Ann Lee"]


def test_one_of_several_has_an_office_of_his_own() -> None:
    text = f"{LEAD}It was led by Bo Chan, minister from 1980 to 1984, and Ann Lee, Mayor of Walden since 1979."
    assert [row.subject for row in rows_of(text, "member") if row.status == "asserted"] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("told_behind", "names"),
    [
        ("which had itself been formed from the Miners' Union and the Farmers' League", {"Red Union"}),
        ("which had been formed from the Miners' Union and the Farmers' League", set()),
    ],
)
def test_what_went_into_one_of_two_did_not_go_into_the_other(told_behind: str, names: set[str]) -> None:
    text = f"{LEAD}It was formed by the merger of the Azure League and the Red Union, {told_behind}."
    rows = [row for row in rows_of(text, "mergedFrom") if row.subject != "Blue Party"]
    assert {row.subject for row in rows if row.status == "asserted"} == names


@pytest.mark.parametrize(
    ("behind", "status"), [("in Walden", "candidate"), ("in Ghana", "asserted"), ("in 1990", "asserted")]
)
def test_who_leads_the_party_in_a_town_does_not_lead_it(behind: str, status: str) -> None:
    rows = told(f"{LEAD}Bo Chan was elected the party's leader {behind}.", "leader")
    assert [row[2] for row in rows] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In Manipur, Bo Chan is the president of the party.", "candidate"),
        ("In Walden, Bo Chan is its president.", "candidate"),
        ("In Walden, Bo Chan was elected president of the party in 1990.", "asserted"),
        ("In Ghana, Bo Chan is the president of the party.", "asserted"),
    ],
)
def test_who_has_an_office_in_a_part_of_the_land_has_none_in_the_party(text: str, status: str) -> None:
    assert [row[2] for row in told(f"{LEAD}{text}", "leader")] == [status]


@pytest.mark.parametrize(("article", "status"), [("", "asserted"), ("the ", "candidate")])
def test_a_second_office_with_an_article_may_be_somebody_elses(article: str, status: str) -> None:
    text = f"It was opened by the founder of the party and {article}President of the Azure Movement, Ann Lee, in May."
    assert [found for _, _, found in told(text, "founder")] == [status]


def test_a_crowd_of_an_officer_holds_no_office() -> None:
    rows = told("The party was led by Ann Lee and two deputies: Bo Chan and Tom Fox.", "leader")
    assert [(name, status) for name, _, status in rows] == [
        ("Ann Lee", "asserted"),
        ("Bo Chan", "candidate"),
        ("Tom Fox", "candidate"),
    ]


@pytest.mark.parametrize(
    ("behind", "status"),
    [
        ("and has held the office ever since", "candidate"),
        ("and still holds the office", "candidate"),
        ("and held the office while still a student", "asserted"),
        ("and held the office for a week", "asserted"),
        (", and Bo Chan has held the office ever since", "asserted"),
    ],
)
def test_an_office_told_as_a_past_one_may_be_kept(behind: str, status: str) -> None:
    rows = told(f"{LEAD}Ann Lee was its first chairman {behind}.".replace(" ,", ","), "leader")
    assert ("Ann Lee", "role=Chairman;current=0", status) in rows
