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
