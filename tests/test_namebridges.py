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


@pytest.mark.parametrize(
    "name",
    [
        "Coalition for the Transformation of Ghana",
        "Bloc of Peasants and Scholars",
        "Azure Front of Cattle Breeders and Peasants",
        "Democratic Opposition of Ghana",
        "April 9 Alliance",
        "Let's Get Azuria Moving",
        "A New Azuria for All",
        "The Oak Leaf",
        "For Dignity",
        "Azuria 2050",
    ],
)
def test_a_name_is_read_whole(name: str) -> None:
    article = "" if name.split()[0] in ("Let's", "A", "The", "For", "Azuria") else "the "
    text = f"In 2004 it joined {article}{name}, an alliance led by the Red Party."
    assert (name, "start=2004", "asserted") in told(text, "alliance")


def test_what_follows_a_name_with_an_article_is_another() -> None:
    text = "Within the Alliance of Azure Parties the Blue Party contested the 2004 election."
    assert told(text, "alliance") == [("Alliance of Azure Parties", "election=2004 election", "asserted")]


def test_two_bodies_of_people_are_two() -> None:
    text = "In 2004 it was allied with the Union of Peasants and Greens."
    assert "Union of Peasants and Greens" not in [name for name, _, _ in told(text, "alliance")]


@pytest.mark.parametrize("text", ["In 1996 it was led by Ann Lee in The Hague.", "It was praised in The Times."])
def test_no_article_makes_an_ally(text: str) -> None:
    assert told(text, "alliance") == []


@pytest.mark.parametrize(
    ("by", "founders"),
    [
        ('Ann Lee, Bo "Sleepy" Chan and Tom Fox', ["Ann Lee", 'Bo "Sleepy" Chan', "Tom Fox"]),
        ("Robert (Bob) Chan and Tom Fox", ["Robert (Bob) Chan", "Tom Fox"]),
        ("J. van der Heide and Tom Fox", ["J. van der Heide", "Tom Fox"]),
    ],
)
def test_a_nickname_or_a_particle_is_of_the_name(by: str, founders: list[str]) -> None:
    assert [name for name, _, _ in told(f"It was founded in 1990 by {by}.", "founder")] == founders


@pytest.mark.parametrize(
    "text",
    [
        "It was founded in 1990 by Ann Lee (BC) Chan.",
        "It split from the Red Party (Ann) Lee had led.",
        'It was founded in 1990 by members of Azure "Forward" Movement.',
    ],
)
def test_initials_and_names_of_bodies_are_no_nicknames(text: str) -> None:
    assert all('"' not in name and "(" not in name for name, _, _ in told(text, "founder"))


def test_a_country_of_two_islands_is_one() -> None:
    text = "It won two seats in the House of Representatives of Trinidad and Tobago in the 2010 general election."
    ((_, qualifiers, _),) = told(text, "electionResult")
    assert "body=House of Representatives of Trinidad and Tobago" in qualifiers
