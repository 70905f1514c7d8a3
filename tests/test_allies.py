"""An ally may be none: a kind of body, a parliament, or one that the party has merged with."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In 1920 it belonged, with the Red Party, to an Azure National coalition.", "candidate"),
        ("In 1992 it joined forces with the Red Party, and took its name.", "candidate"),
        ("For the 1992 election it joined forces with the Red Party.", "asserted"),
    ],
)
def test_an_ally_has_a_name_and_goes_on(text: str, status: str) -> None:
    assert {told_status for _, _, told_status in told(text, "alliance")} == {status}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In 1986 it allied itself with the Red Party in Congress.",
            {"Red Party": "asserted", "Congress": "candidate"},
        ),
        ("In 1986 it allied itself with the Red Party.", {"Red Party": "asserted"}),
    ],
)
def test_a_parliament_is_where_allies_meet_and_is_none(text: str, found: dict[str, str]) -> None:
    assert {name: status for name, _, status in told(text, "alliance")} == found


def test_partners_in_a_government_are_no_alliance() -> None:
    text = "In 2003 the Red Party and the Blue Party entered the coalition government."
    assert [status for _, _, status in told(text, "alliance")] == ["candidate"]


def test_a_body_that_the_infobox_calls_an_affiliation_is_no_alliance() -> None:
    text, body = "The party is a member of the Progressive Alliance.", "Progressive Alliance"
    assert told(text, "alliance", f"- Affiliation: {body}") == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("It is well known, and in Walden it is in alliance with the Green League.", {"candidate"}),
        ("It is in opposition, except in Walden, where it is in alliance with the Green League.", {"candidate"}),
        ("It is well known, and it is in alliance with the Green League.", {"asserted"}),
    ],
)
def test_an_alliance_in_one_town_is_none_of_the_party(sentence: str, status: set[str]) -> None:
    assert {found for _, _, found in told(f"The Blue Party is a party in Ghana. {sentence}", "alliance")} == status
