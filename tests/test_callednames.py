"""What follows "known as" and "under the name of" is one name."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Blue Party, known up to April 2012 as Ann Lee's Civic List, was small.", "Ann Lee's Civic List"),
        ("The Blue Party, known at the outset as Autonomist Popular Thistle, was small.", "Autonomist Popular Thistle"),
        ("The Blue Party, which began as Rafa – Azure List, was small.", "Rafa – Azure List"),
        ("It began on 22 December 1989 as the Pensioner's Movement for Growth.", "Pensioner's Movement for Growth"),
        ("It was formed in 1990 under the name of Lee's Union for Growth.", "Lee's Union for Growth"),
        ("In 1999 it was founded as the Justice and Harvest Party.", "Justice and Harvest Party"),
        ("It was called the Azure Action against Alienation until 1990.", "Azure Action against Alienation"),
        ("It was formed in 1990 as the Movement for a Free Azuria.", "Movement for a Free Azuria"),
        (
            "It was known until 1990 as the Association for the Defence of Tilbrook.",
            "Association for the Defence of Tilbrook",
        ),
    ],
)
def test_a_name_is_taken_as_a_whole(sentence: str, name: str) -> None:
    assert [old for old, _, status in told(sentence, "formerName") if status == "asserted"] == [name]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("It bore the name Azul Siempre until May 1990.", "Azul Siempre"),
        ("It went by the name of Azul Siempre (AS) until 1990.", "Azul Siempre"),
        ("Until 1990 it styled itself Azul y Verde.", "Azul y Verde"),
        ("It had started out under the name Lee-Chan.", "Lee-Chan"),
    ],
)
def test_what_is_said_to_be_a_name_needs_no_noun_of_a_body(sentence: str, name: str) -> None:
    assert [old for old, _, status in told(sentence, "formerName") if status == "asserted"] == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "It took the name of Settlers, Tenants and Lords.",
        "It renamed itself the Azure Peasants' and Small Businesses' Voice.",
        "It adopted the name Azul in the Centre.",
        "It adopted the name Azul siempre.",
        "It took the name of Azul and White.",
    ],
)
def test_a_name_that_may_go_on_is_not_cut_off(sentence: str) -> None:
    assert told(sentence, "renamedTo") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lee, known as Anna Lee, led the Blue Party.",
        "The Blue Party, known as the seat of Ann Lee's List, was small.",
    ],
)
def test_what_is_no_body_is_no_name_of_the_party(sentence: str) -> None:
    assert told(sentence, "formerName") == []
