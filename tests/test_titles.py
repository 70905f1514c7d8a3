"""Persons with what they are in front of their name."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("by", "founders"),
    [
        ("former Red Party MP Ann Lee", ["Ann Lee"]),
        ("the former Red Party leader Ann Lee", ["Ann Lee"]),
        ("Red Party councillor Ann Lee and journalist Bo Chan", ["Ann Lee", "Bo Chan"]),
        ("former Red Party MPs Ann Lee and Bo Chan", ["Ann Lee", "Bo Chan"]),
        ("the Red Party's former treasurer Ann Lee", ["Ann Lee"]),
        ("Ann Lee and renowned novelist and writer Bo Chan", ["Ann Lee", "Bo Chan"]),
        ("the former army officer Ann Lee", ["Ann Lee"]),
        ("the general secretary Ann Lee", ["Ann Lee"]),
        ("the AKS general secretary Ann Lee and Bo Chan", ["Ann Lee", "Bo Chan"]),
        ("the Ghanaian Ann Lee and the Frenchman Jo Roux", ["Ann Lee", "Jo Roux"]),
        ("the neo-Azurist Ann Lee", ["Ann Lee"]),
        ("Ann Lee, August von Berg and May Chan", ["Ann Lee", "August von Berg", "May Chan"]),
        ("the Briton Ann Lee and the American Bo Chan", ["Ann Lee", "Bo Chan"]),
        ("Ann Lee, her younger brother Bo Lee, Tom Fox and Jan Roe", ["Ann Lee", "Bo Lee", "Tom Fox", "Jan Roe"]),
        ("Ann Lee, and her brother Bo Lee led the Red Party", ["Ann Lee"]),
        ("Ann Lee with the money of her father Bo Lee", ["Ann Lee"]),
    ],
)
def test_a_person_is_found_behind_party_trade_and_office(by: str, founders: list[str]) -> None:
    assert [name for name, _, status in told(f"It was founded in 1997 by {by}.", "founder")] == founders


def test_a_party_before_a_name_alone_is_not_what_the_person_is() -> None:
    assert told("In 1997 it was founded by the Red Party Ann Lee had left.", "founder") == []


def test_a_creed_before_a_name_is_none_of_it() -> None:
    text = "It was led by the Gaullist Ann Lee from 1990 to 1994."
    assert [name for name, _, _ in told(text, "leader")] == ["Ann Lee"]
