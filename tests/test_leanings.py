"""What stands behind the noun of a party and tells its views."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("sentence", "views"),
    [
        ("It is a party of liberal outlook.", ["Liberalism"]),
        ("It is a party of social democrats and regionalists.", ["Social democracy", "Regionalism"]),
        ("It is a party of Catalan nationalists.", ["Catalan nationalism"]),
        ("It was an alliance of the Christian Democrats and the Red Party.", []),
        ("It is a coalition of liberal parties.", ["Liberalism"]),
        ("It is a coalition of liberal and rural parties.", []),
        ("It is a party of Catholic humanist views.", []),
        ("It is a party with an economically liberal programme.", []),
        ("Liberal and federalist, it won two seats.", ["Liberalism", "Federalism"]),
        ("It adopted a federalist programme.", ["Federalism"]),
        ("It is a party of a federalist and liberal kind.", ["Federalism", "Liberalism"]),
        ("It is a party in Ghana, secular and federalist.", ["Secularism", "Federalism"]),
        ("It is a party in Ghana, federalist in outlook, with two seats.", ["Federalism"]),
        ("It is a party in Ghana, liberal and rural groups said.", []),
        ("It is a party in Ghana that is federalist and mildly populist.", []),
        ("It was Catholic and federalist.", ["Federalism"]),
        ("It was federalist and quasi-Marxist.", []),
        ("It was a party of Kurdish nationalists.", ["Kurdish nationalism"]),
        ("It held liberal and federalist views.", ["Liberalism", "Federalism"]),
        ("It held liberal views on trade.", []),
        ("It was liberal in its outlook, and small.", ["Liberalism"]),
        ("It was known for its federalist ideas.", ["Federalism"]),
        ("It was known for its federalist ideas on roads.", []),
        ("It was a Trotskyist group in Ghana.", ["Trotskyism"]),
    ],
)
def test_views_behind_a_noun(sentence: str, views: list[str]) -> None:
    assert [value for value, _, _ in told(sentence, "ideology")] == views


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("It is a party of the populist right.", ["Right-wing"]),
        ("It fought the Azure Front, a coalition of the centre-right.", ["Centre-right"]),
        ("It fought the Azure Front, a coalition of the centre-right parties.", []),
        ("It is a party of the fiscal right.", []),
        ("It is a party of the centre to centre-right in Ghana.", ["Centre to centre-right"]),
        ("It is a party in Ghana which is federalist, secular and centre-left.", ["Centre-left"]),
        ("Initially named Independent Walden Centre, it won a seat.", []),
    ],
)
def test_a_side_of_the_spectrum(sentence: str, sides: list[str]) -> None:
    assert [value for value, _, _ in told(sentence, "position")] == sides
