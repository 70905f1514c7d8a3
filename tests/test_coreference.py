"""What a pronoun or "the party" stands for."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "founders"),
    [
        ("Ann Lee, who had been secretary of the Red Party, set it up in 1961.", ["Ann Lee"]),
        ("Ann Lee left the Red Party in 1960 and founded the party in 1961.", ["Ann Lee"]),
    ],
)
def test_what_somebody_founds_was_not_there_before(text: str, founders: list[str]) -> None:
    assert [name for name, _, status in told(text, "founder") if status == "asserted"] == founders


def test_those_who_unite_to_create_it_are_not_it() -> None:
    text = "Two parties, among them the Red Party and the Green League, united to create it in 1974."
    assert [name for name, _, _ in told(text, "mergedFrom")] == ["Red Party", "Green League"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It has led the White Front, made up of four parties, since it was formed on 4 December 2017.", "candidate"),
        ("It has been led by Ann Lee since it was formed on 4 December 2017.", "asserted"),
    ],
)
def test_it_may_be_what_the_sentence_tells_of(text: str, status: str) -> None:
    assert [found for _, _, found in told(text, "founded")] == [status]
