"""What words with capital letters name: somebody whom the text knows, or a name that is new in it."""

from __future__ import annotations

import pytest

from partygraph.extraction.prose import mentions
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Kind, View

OWN = Entity("Blue Party", Kind.PARTY)


def kinds(text: str, name: str, *before: str) -> set[tuple[str, str]]:
    """The kinds of the mentions that begin with a name, each with the name of what it stands for."""
    registry = Registry.of(OWN)
    for sentence in before:
        mentions.read(View.verbatim(sentence, 0), registry)
    lattice = mentions.read(View.verbatim(text, 0), registry)
    return {
        (edge.kind, edge.entity.name if edge.entity else edge.name)
        for edge in lattice.mentions()
        if lattice.tokens.show(edge.start, edge.end) == name and edge.kind in ("person", "party", "place", "acronym")
    }


@pytest.mark.parametrize(
    ("text", "name", "before", "found"),
    [
        ("Then Ann Lee resigned.", "Ann Lee", (), {("person", "Ann Lee")}),
        ("Then Lee resigned.", "Lee", ("He met Ann Lee.",), {("person", "Ann Lee")}),
        ("Then Lee resigned.", "Lee", (), set()),
        ("They met in Tilbrook.", "Tilbrook", (), {("place", "Tilbrook")}),
        ("It left the Red Party.", "Red Party", (), {("party", "Red Party")}),
        ("Then the Blue Party won.", "Blue Party", (), {("party", "Blue Party")}),
        ("Then KPX won.", "KPX", (), {("acronym", "KPX"), ("party", "KPX")}),
        ("Then Lord Rotham resigned.", "Lord Rotham", (), {("person", "Lord Rotham")}),
    ],
)
def test_a_run_names_whom_the_text_knows_or_somebody_new(
    text: str, name: str, before: tuple[str, ...], found: set[tuple[str, str]]
) -> None:
    assert kinds(text, name, *before) == found


def test_an_adjective_with_a_capital_letter_names_nobody() -> None:
    assert kinds("A small Christian-democratic party won.", "Christian-democratic") == set()


def test_initials_that_nothing_explains_are_not_sure() -> None:
    lattice = mentions.read(View.verbatim("Then KPX won.", 0), Registry.of(OWN))
    assert {edge.weak for edge in lattice.mentions() if edge.kind == "party" and edge.name == "KPX"} == {True}


def test_a_name_in_the_brackets_behind_a_title_is_met_as_nobody_else() -> None:
    registry = Registry.of(OWN)
    mentions.read(View.verbatim("The Blue Party (Partido Azul) is a party.", 0), registry)
    assert "Partido Azul" not in registry.known
