"""Names that go on over small words, and two names with small words between them."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("named", "names"),
    [
        ("the National Council of Azuria and the Colonies (NCAC)", ["National Council of Azuria and the Colonies"]),
        ("the Red Party of Azuria and the Green League (GL)", ["Red Party of Azuria", "Green League"]),
        ("the Fatherland Front and the Green League", ["Fatherland Front", "Green League"]),
    ],
)
def test_initials_tell_how_far_a_name_goes(named: str, names: list[str]) -> None:
    assert [name for name, _, _ in told(f"It split from {named} in 1990.", "splitFrom")] == names


def test_what_an_association_is_for_may_be_the_peoples() -> None:
    text = "It broke away from the Association for Peace and People's Livelihood in 1990."
    assert [name for name, _, _ in told(text, "splitFrom")] == ["Association for Peace and People's Livelihood"]


@pytest.mark.parametrize(
    ("text", "predicate", "name"),
    [
        (
            "In 2004 the party took the name Azure Party – Azurian Republicans, with a slogan.",
            "renamedTo",
            "Azure Party – Azurian Republicans",
        ),
        (
            "Until 2006 it went by the name of Azure Union – People's Union (Azurská Unie – Lidová Unie).",
            "formerName",
            "Azure Union – People's Union",
        ),
    ],
)
def test_a_name_that_is_given_may_have_a_dash(text: str, predicate: str, name: str) -> None:
    assert [told_name for told_name, _, status in told(text, predicate) if status == "asserted"] == [name]


@pytest.mark.parametrize(
    "name",
    ["Independent Party of Smallholders, Workers and Citizens", "Alliance for Freedom, Justice and Welfare"],
)
def test_a_body_may_be_of_several_and_for_several(name: str) -> None:
    assert [told_name for told_name, _, _ in told(f"It broke away from the {name} in 1990.", "splitFrom")] == [name]
