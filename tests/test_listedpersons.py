"""The persons of a list: with a place, behind what they are, by one name, in a crowd."""

from __future__ import annotations

import pytest
from telling import told


def founders(sentence: str) -> list[str]:
    return [name for name, _, status in told(sentence, "founder") if status == "asserted"]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was founded by Ann Lee of Walden, Bo Chan, P K Gray and Jan Roe of Tern, Liv Berg and others.",
        "The founders of the party were Ann Lee from Walden, Bo Chan, P K Gray, Jan Roe from Tern and Liv Berg.",
        "It was founded by Ann Lee of the Miners' Union, Bo Chan, P K Gray, Jan Roe of Tern College and Liv Berg.",
    ],
)
def test_where_somebody_is_from_parts_no_list(sentence: str) -> None:
    assert founders(sentence) == ["Ann Lee", "Bo Chan", "P K Gray", "Jan Roe", "Liv Berg"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("It was founded by Ann Lee and three disciples of hers: Bo Chan, M. Fox and Jan Roe.", 4),
        ("It was founded by Ann Lee, Bo Chan and two others who had left the Red Party: M. Fox and Jan Roe.", 4),
        ("It was founded by Ann Lee, Bo Chan and two other teachers: M. Fox and Jan Roe.", 4),
        ("It was founded by Ann Lee, Bo Chan and two others with one aim: Free Land and Free Trade.", 2),
        ("It was founded by Ann Lee and Bo Chan, and two were its leaders: M. Fox and Jan Roe.", 2),
        ("It was founded by Ann Lee, Bo Chan and two other deputies, M. Fox and Jan Roe.", 4),
        ("In 1990 Ann Lee, Bo Chan and two other deputies (M. Fox and Jan Roe) founded the party.", 4),
        ("It was founded by Ann Lee, Bo Chan and colleagues such as M. Fox and Jan Roe.", 4),
        ("It was founded by Ann Lee, Bo Chan and some opponents of ministers such as M. Fox and Jan Roe.", 2),
        ("It was founded by Ann Lee, Bo Chan and two others, M. Fox and Jan Roe led it.", 2),
        ("It was founded by Ann Lee, Bo Chan and others, M. Fox and Jan Roe being its leaders.", 2),
        ("It was founded by Ann Lee, Bo Chan and two other parties: the Red Party and the Green League.", 2),
    ],
)
def test_a_crowd_has_its_names_behind_a_colon(sentence: str, names: int) -> None:
    assert set(founders(sentence)) == {*["Ann Lee", "Bo Chan", "M. Fox", "Jan Roe"][:names]}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "It was founded by Ann Lee, the mine owner Bo Chan, silk dyeing contractor Tom Fox and Jan Roe.",
            4,
        ),
        ("It was founded by Ann Lee, the hajduk Bo Chan, the village scribe Tom Fox and the snake charmer Jan Roe.", 4),
        ("It was founded by the mining engineer Ann Lee and the guerrilla Bo Chan.", 2),
        ("It was founded by mining engineer Ann Lee and consulting surveyor Bo Chan.", 2),
        ("It was founded by Ann Lee and the architect Bo Chan.", 2),
        ("It was founded by Ann Lee and Bo Chan and the magazine Azure Star.", 2),
        ("It was founded by Ann Lee, Bo Chan and the village Santa Rosa.", 2),
        ("It was founded by Ann Lee, Bo Chan and the think tank Azul Claro.", 2),
        ("It was founded by Ann Lee, Bo Chan and the newspaper Azure Star.", 2),
    ],
)
def test_what_somebody_is_may_be_told_in_words_that_no_table_has(sentence: str, names: int) -> None:
    assert founders(sentence) == ["Ann Lee", "Bo Chan", "Tom Fox", "Jan Roe"][:names]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "The founders of the party were Ann Lee, Nazim, Sevket, Bo Chan, , , Tom Fox, Fazil, and Jan Roe.",
            ["Ann Lee", "Nazim", "Sevket", "Bo Chan", "Tom Fox", "Fazil", "Jan Roe"],
        ),
        ("Its founders were Ann Lee, Bo Chan, Greenpeace and Tom Fox.", ["Ann Lee"]),
        ("It was founded by Ann Lee, Bo Chan, Mapam and Shinui.", ["Ann Lee"]),
        ("Its founders were Ann Lee, Bo Chan, Baptists and Methodists.", ["Ann Lee"]),
        ("Its founders were Ann Lee, Walden, Bo Chan, Tilbrook, Tom Fox, Rowley, and Jan Roe, Tern.", ["Ann Lee"]),
    ],
)
def test_a_list_of_founders_has_persons_of_one_name(sentence: str, names: list[str]) -> None:
    assert founders(sentence) == names


@pytest.mark.parametrize(
    ("ending", "names"),
    [
        ("Bo Chan, Tom Fox, etc.", 3),
        ("Bo Chan, Tom Fox et al. in 1990.", 3),
        ("Bo Chan, Tom Fox, among others.", 3),
        ("Bo Chan and, later, Tom Fox.", 3),
        ("Bo Chan and the late Tom Fox.", 3),
        ("Bo Chan and Tom Fox and Jan Roe.", 4),
        ("Bo Chan and Tom Fox and Jan Roe led it.", 3),
        ("Bo Chan of Tern, who led it, and Tom Fox.", 3),
        ("Bo Chan and Tom Fox of Tern and the publisher Jan Roe.", 4),
        ("of the Miners' Union, and Bo Chan, aged 30.", 2),
        ("Bo Chan, Tom Fox from the Red Party, and Jan Roe.", 4),
    ],
)
def test_a_list_may_end_in_other_ways(ending: str, names: int) -> None:
    assert founders(f"It was founded by Ann Lee, {ending}") == ["Ann Lee", "Bo Chan", "Tom Fox", "Jan Roe"][:names]


@pytest.mark.parametrize("people", ["South Africans", "New Zealanders", "Black Kenyans", "Sierra Leoneans"])
def test_a_people_is_no_person(people: str) -> None:
    assert founders(f"In 1990 it was formed by {people} from all parties.") == []


@pytest.mark.parametrize("names", [["A K Gray", "Bo Chan"], ["Bo Chan", "I M Gray"], ["Bo Chan", "D. Gray"]])
def test_first_names_may_be_letters(names: list[str]) -> None:
    assert founders(f"It was founded by {' and '.join(names)}.") == names


def test_one_of_several_acts() -> None:
    text = "Three joined the Red Party. The fourth, Bo Chan, however, held that it was not free, and founded the party."
    assert founders(text) == ["Bo Chan"]


def test_a_seat_in_a_parliament_is_none_of_a_name() -> None:
    text = "The Blue Party is a party, which former Red Front MK Orly Levy established in December 2018."
    assert founders(text) == ["Orly Levy"]
