"""Alliances that only the noun beside their name tells."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In 2010 the party joined the Forward for Azuria coalition.", "Forward for Azuria"),
        ("In 2010 the party joined the coalition Forward for Azuria.", "Forward for Azuria"),
        ("In 2010 the party joined the electoral alliance Azuria, which won 5 seats.", "Azuria"),
        ("In 2010 the party joined the Azuria voting bloc.", "Azuria"),
        ('In 2010 the party joined the coalition "Accord for the Coast", which won 5 seats.', "Accord for the Coast"),
        (
            "In 2010 the party joined the Democratic Choice of Azuria, a coalition of six parties.",
            "Democratic Choice of Azuria",
        ),
        ("In 2010 the party joined the alliance Party of Coastal Harmony led by Ann Lee.", "Party of Coastal Harmony"),
        ("In 2010 the party joined the coalition Azuria is Growing.", "Azuria is Growing"),
        ("In 2010 the party joined Azul, a coalition under the leadership of Ann Lee.", "Azul"),
    ],
)
def test_a_name_beside_the_noun_is_an_alliance(text: str, name: str) -> None:
    assert (name, "start=2010", "asserted") in told(text, "alliance")


@pytest.mark.parametrize(
    "text",
    [
        "In 2010 the party joined the coalition Ann Lee led.",
        "In 2010 the party joined the coalition Blue Party.",
        "In 2010 the party joined the coalition.",
    ],
)
def test_whose_coalition_it_is_does_not_name_it(text: str) -> None:
    assert not [row for row in told(text, "alliance") if row[2] == "asserted"]


def test_a_coalition_with_a_name_is_no_government() -> None:
    assert told("In 2010 the party joined the coalition Forward for Azuria.", "governmentRole") == []
    assert told("In 2010 the party joined the coalition.", "governmentRole") == [
        ("coalition government", "start=2010", "asserted")
    ]


def test_a_part_of_a_quoted_name_is_not_sure() -> None:
    rows = told('In 2010 the party joined the coalition "Azure Accord for the Coast".', "alliance")
    assert {name for name, _, status in rows if status == "asserted"} == {"Azure Accord for the Coast"}


def test_a_slogan_of_two_words_is_one_name() -> None:
    rows = told("In 2009 the party joined the list Coast and Land.", "alliance")
    assert [name for name, _, status in rows if status == "asserted"] == ["Coast and Land"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In the 2005 election, it was part of the Alliance for Land and Dignity.", "Alliance for Land and Dignity"),
        ("At the election in 2000, it was part of the Front for Alternation 2000.", "Front for Alternation 2000"),
        ("In 1931 it entered into a bloc with the Green Party of Bishop Allan Hendrickse.", "Green Party"),
    ],
)
def test_a_name_goes_on_to_its_end_and_no_further(text: str, name: str) -> None:
    assert {one for one, _, status in told(text, "alliance") if status == "asserted"} == {name}


def test_a_bloc_of_two_people_has_one_name() -> None:
    rows = told("In 2006 it ran within the Bloc of Borys Melnyk and Petro Syrota, which won no seat.", "alliance")
    assert [name for name, _, status in rows if status == "asserted"] == ["Bloc of Borys Melnyk and Petro Syrota"]


def test_a_name_begins_before_its_noun() -> None:
    rows = told("In 2010 it was a member of the New Front for Land and Development.", "alliance")
    assert [name for name, _, status in rows if status == "asserted"] == ["New Front for Land and Development"]
