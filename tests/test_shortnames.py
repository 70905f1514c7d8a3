"""Initials in brackets are those of the name before them: "the Croatian Democratic Union (HDZ)"."""

from __future__ import annotations

import doctest

import pytest
from telling import rows_of, told

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.names import shortnames
from partygraph.extraction.prose.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "shorts"),
    [
        ("It left the Croatian Democratic Union (HDZ) in 1990.", ["HDZ"]),
        ("It left the Green Party (USA) in 1990.", []),
        ("It left the Green Party of Azuria (KPX) in 1990.", ["KPX"]),
        ("It left the Defenders of the Azure Party (KPX) in 1990.", []),
        ("It left the Azure Progress Party (FrP) in 1990.", ["FrP"]),
        ("It joined the Christian Azure Appeal (CAA) in 1990.", ["CAA"]),
        ("It passed the Single Market Act (SMA) in 1990.", []),
        ("It joined the Christian Azure Appeal (XYZ) in 1990.", []),
        ("Ann Lee sat in the European Parliament (MEP) until 1990.", []),
    ],
)
def test_initials_may_be_those_of_a_native_name(text: str, shorts: list[str]) -> None:
    assert [name for name, _, status in told(text, "abbreviation") if status == "asserted"] == shorts


def test_initials_are_not_those_of_the_owner() -> None:
    text = "The Azure Court of Rights of the Organization of Azure States (OAS) and the Green League (GL) met."
    assert [row.subject for row in rows_of(text, "abbreviation")] == ["Green League"]


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(shortnames).failed == 0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It met the Azul Siempre Unido (ASU).", "Azul Siempre Unido"),
        ("It met the Azul Siempre (AS).", None),
        ("It met the Single Market Act (SMA).", None),
        ("It met the Azul Siempre Unido.", None),
        ("It met the Azul Siempre Unido (ABC).", None),
        ("It met the Democratic Alignment (DIPAR).", "Democratic Alignment"),
        ("It met the Democratic Alignment (Dipar).", None),
    ],
)
def test_initials_tell_that_a_name_is_a_bodys(text: str, name: str | None) -> None:
    lattice = Lattice.over(tokenise(text))
    end = lattice.tokens.words.index("(") if "(" in lattice.tokens.words else len(lattice.tokens) - 1
    lattice.add(Mention("group", 3, end, lattice.tokens.show(3, end)))
    found = shortnames.spelled(lattice, 3)
    assert (found.name if found is not None else None) == name


@pytest.mark.parametrize(
    ("text", "at", "whole"),
    [
        ("the Azure Party", 1, True),
        ("the Red and Green Party", 3, False),
        ("Defenders of the Azure Party", 3, False),
        ("supporters of the Azure Party", 3, True),
    ],
)
def test_a_name_is_whole_unless_another_one_may_go_before_it(text: str, at: int, whole: bool) -> None:
    lattice = Lattice.over(tokenise(text))
    assert shortnames.is_whole(lattice, Mention("party", at, len(lattice.tokens), "Party")) is whole


@pytest.mark.parametrize(
    ("name", "short", "native"),
    [
        ("Azure Party", "KPX", True),
        ("Azure Party", "FrP", True),
        ("Azure Party", "USA", False),
        ("Azure Party", "Azul", False),
        ("Azure Circle", "KPX", False),
        ("Party of Azure", "KPX", True),
    ],
)
def test_initials_of_another_language_are_those_of_a_party(name: str, short: str, native: bool) -> None:
    lattice = Lattice.over(tokenise(f"the {name}"))
    party = Mention("party", 1, len(lattice.tokens), name)
    assert shortnames.may_be_native(lattice, party, short, name) is native


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "It merged with Good Tidings (Dobra Azura, DA) in 1990.",
            [("Good Tidings", "Dobra Azura"), ("Good Tidings", "DA")],
        ),
        ("It merged with Good Tidings (Dobra Azura, led by Ann Lee) in 1990.", []),
        ("It met in Good Harbour (Dobra Azura, Ghana) in 1990.", []),
    ],
)
def test_what_has_another_name_with_its_initials_is_a_body(text: str, names: list[tuple[str, str]]) -> None:
    rows = [row for predicate in ("nativeName", "abbreviation") for row in rows_of(text, predicate)]
    assert [(row.subject, row.object) for row in rows] == names
