"""By the nouns of a name one can tell what sort of thing it is: a party, a body, a place, a person."""

from __future__ import annotations

import pytest

from partygraph.extraction.prose.names.namekinds import institutions, kinds
from partygraph.extraction.prose.tokens import tokenise


def sorts(before: str, name: str, behind: str = "") -> tuple[str, ...]:
    """The kinds of a name that stands between other words."""
    start = len(tokenise(before))
    return kinds(tokenise(f"{before} {name} {behind}"), start, start + len(tokenise(name)))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Red Party", ("party",)),
        ("Azure Movement", ("party", "organisation")),
        ("Azure Union", ("party", "organisation")),
        ("Trade Union", ("organisation",)),
        ("Union of Miners", ("party", "organisation")),
        ("Azure Institute", ("organisation",)),
        ("Supreme Court", ("organisation",)),
        ("Tilbrook City Council", ("body", "organisation")),
        ("Walden Court Representatives", ("body", "organisation")),
        ("Coalition 2016", ("party", "organisation")),
        ("Blue Opposition for Ghana", ("party", "organisation")),
        ("Tilbrook County", ("place",)),
        ("General Election", ()),
        ("Ann Chairman", ()),
        ("BPX", ("acronym",)),
        ("Tilbrook", ("single",)),
    ],
)
def test_the_head_of_a_name_tells_its_sort(name: str, found: tuple[str, ...]) -> None:
    assert sorts("with", name) == found


@pytest.mark.parametrize(
    "name",
    ["Black Kenyans", "New Zealanders", "Ghana Lee", "Azure Autonomists", "Party Ann", "Ann LEE"],
)
def test_peoples_and_creeds_are_nobody(name: str) -> None:
    assert sorts("with", name) == ("unknown",)
    assert sorts("with", "Ann van der Berg") == ("person", "unknown")


@pytest.mark.parametrize(
    ("before", "name", "behind", "found"),
    [
        ("the", "National Congress", "", ("party", "organisation")),
        ("the 10th", "National Congress", "", ()),
        ("the", "Second National Congress", "", ()),
        ("the", "Congress of CPE", "", ()),
        ("the", "Congress of Ghana", "", ("party", "organisation")),
        ("the", "Parti", "vert", ()),
        ("the", "Parti", ", and", ("party",)),
        ("with", "Azul Dal", "", ("party",)),
        ("with (", "Azul Dal", ")", ("person", "unknown")),
        ("the", "Azul ni Vaka", "", ("unknown",)),
        ("with", "Azul ni Vaka", "", ("person", "unknown")),
        ("the", "Azul Siempre", "(AZS)", ("unknown",)),
        ("with", "Azul Nasional", "(AN) left", ("unknown",)),
        ("with", "Orang Lee", "(OL) Sundang", ("person", "unknown")),
        ("the MP for", "North Harwich", "", ("unknown",)),
        ("a poem for", "North Harwich", "", ("person", "unknown")),
    ],
)
def test_what_stands_around_a_name_tells_what_it_is_not(
    before: str, name: str, behind: str, found: tuple[str, ...]
) -> None:
    assert sorts(before, name, behind) == found


def test_an_institution_is_a_noun_for_any_body_and_no_word_of_persons() -> None:
    assert {"party", "movement", "court", "council", "congress"} <= institutions()
    assert institutions().isdisjoint({"lee", "ann", "leader"})
