"""Names in a sentence: where each begins and ends, and what sort of thing it can be."""

from __future__ import annotations

import pytest
from telling import rows_of, told

from partygraph.extraction.prose.names import runs
from partygraph.extraction.prose.tokens import tokenise


def test_a_number_opens_no_name() -> None:
    rows = rows_of("Fifty Democrats stood in the 1935 election.", "contested")
    assert "Fifty Democrats" not in {row.subject for row in rows}


def test_a_name_goes_on_behind_an_elided_particle() -> None:
    assert [name for name, _, _ in told("The party was headed by Leonel Mário d'Alva.", "leader")] == [
        "Leonel Mário d'Alva"
    ]


def test_what_stands_in_brackets_tells_a_namesake_from_the_party() -> None:
    text = "In 1991 it was formed by a merger of the Azure Party of Ghana (United Marxist) and the Red Party."
    told_of = told(text, "mergedFrom", title="Azure Party of Ghana (1991)")
    assert {name for name, _, _ in told_of} == {"Azure Party of Ghana (United Marxist)", "Red Party"}
    assert told("In 1999 the Blue Party (Leninist) was dissolved.", "dissolved") != []
    assert rows_of("In 1999 the Blue Party (Leninist) was dissolved.", "dissolved")[0].subject != "Blue Party"


def found(text: str, taken: frozenset[int] = frozenset(), known: str = "") -> list[str]:
    """The names that a text shows."""
    tokens = tokenise(text)
    return [tokens.show(run.start, run.end) for run in runs.runs(tokens, taken, lambda name: name == known)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Red Party-led coalition won.", []),
        ("The Red Party-led People's Front won.", ["People's Front"]),
        ("the March 8 Alliance won", ["March 8 Alliance"]),
        ("on March 8 it met", []),
        ("He was Chief of Staff of the Red Army.", ["Red Army"]),
        ("it entered The Clover", ["The Clover"]),
        ("the Opposition won", []),
        ("the Opposition Bloc won", ["Opposition Bloc"]),
        ("Fifty Democrats stood.", ["Democrats"]),
        ("However Ann Lee left.", ["Ann Lee"]),
        ("Current leader Ann Lee left.", ["Ann Lee"]),
        ("Party leader", []),
        ("Party for Ghana won", ["Party for Ghana"]),
        ("In May it met.", []),
        ("by Ann Lee, August von Berg and May Chan", ["Ann Lee", "August von Berg", "May Chan"]),
        ("by A K Gray and Bo Chan", ["A K Gray", "Bo Chan"]),
        ("In Azuria 2050 it", ["Azuria 2050"]),
        ("In Azuria 2016 it", ["Azuria"]),
        ("the Coalition 2016 won", ["Coalition 2016"]),
        ("the Coalition 2016–20 won", ["Coalition"]),
    ],
)
def test_a_name_begins_and_ends_with_its_own_words(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He met Deputy Leader Ann Lee", ["Ann Lee"]),
        ("He met Field Marshal Bo Chan.", ["Bo Chan"]),
        ("then-Governor Ann Lee left", ["Ann Lee"]),
        ("the Gaullist Ann Lee left", ["Ann Lee"]),
        ("the Briton Ann Lee left", ["Ann Lee"]),
        ("the Prime Minister of Ghana Ann Lee left", ["Prime Minister", "Ann Lee"]),
        ("Liberal National MP Wayne Lee left", ["Liberal National", "Wayne Lee"]),
        ("In German Blaue Partei it", ["Blaue Partei"]),
        ("the General Unionists won", ["General Unionists"]),
    ],
)
def test_titles_and_creeds_are_taken_off_a_persons_name(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_from_a_known_name_no_title_is_taken_and_a_date_is_in_none() -> None:
    assert found("He met Deputy Leader Ann Lee", known="Deputy Leader Ann Lee") == ["Deputy Leader Ann Lee"]
    assert found("Ann Lee Day came", taken=frozenset({2})) == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Azure Dal (United) won", ["Azure Dal (United)"]),
        ("the Azure Dal (Lee) won", ["Azure Dal", "Lee"]),
        ("the Azure Muslim League (N) won", ["Azure Muslim League (N)"]),
        ("the Azure Party (Anti-Liberal) won", ["Azure Party (Anti-Liberal)"]),
        ("Ann Lee (United) won", ["Ann Lee", "United"]),
    ],
)
def test_a_bracket_that_tells_a_body_from_its_like_is_of_the_name(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("(United)", 3),
        ("(United Maoist)", 4),
        ("(Marxist–Leninist)", 3),
        ("(Lee)", 0),
        ("(united)", 0),
        ("(United Marxist Leninist Maoist)", 0),
        ("United", 0),
        ("()", 0),
    ],
)
def test_what_can_tell_a_body_apart_is_of_few_words_with_capitals(text: str, end: int) -> None:
    assert runs.behind_distinction(tokenise(text), 0) == end


@pytest.mark.parametrize(
    ("name", "cut"),
    [
        ("Azuri no Tō", True),
        ("Azure Movement – Ghana", True),
        ("Azure Movement of Ghana", False),
        ("Red Party", False),
        ("azul ni vaka", False),
    ],
)
def test_a_text_does_not_show_some_names_whole(name: str, cut: bool) -> None:
    assert runs.is_cut(name) is cut
