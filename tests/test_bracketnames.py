"""Which names the text of a bracket has, of what kind, in which language, and where each of them stands."""

from __future__ import annotations

import pytest

from partygraph.extraction.prose.names import bracketnames
from partygraph.model import View

BEFORE = "The Blue Party ("


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Finnish: Sininen puolue, SP", [("native", "Sininen puolue", "fi"), ("short", "SP", "fi")]),
        ("BP", [("short", "BP", "")]),
        (
            "BP; Blaue Partei, Parti azuré",
            [("short", "BP", ""), ("native", "Blaue Partei", ""), ("native", "Parti azuré", "")],
        ),
        ("BP; Tilbrook", [("short", "BP", "")]),
        ("Blaupartei, BP", [("native", "Blaupartei", ""), ("short", "BP", "")]),
        (
            "BP, Կապույտ Կուսակցություն, ԿԿ",
            [("short", "BP", ""), ("native", "Կապույտ Կուսակցություն", ""), ("short", "ԿԿ", "")],
        ),
        (
            "Rusyn: Синя партія; Serbian: Plava stranka",
            [("native", "Синя партія", "rue"), ("native", "Plava stranka", "sr")],
        ),
        ("formerly Azure League", [("former", "Azure League", "")]),
        ("Greek: Κόμμα Λιβαδιού (ΚΛ)", [("native", "Κόμμα Λιβαδιού", "el"), ("short", "ΚΛ", "el")]),
        (
            "Κόμμα Λιβαδιού (Κ.ΛΙ.), , LIKO",
            [("native", "Κόμμα Λιβαδιού", ""), ("short", "Κ.ΛΙ.", ""), ("short", "LIKO", "")],
        ),
        ("Partido Azul /pt/, PA", [("native", "Partido Azul", ""), ("short", "PA", "")]),
        ("/eu/; Liga Azul", [("native", "Liga Azul", "")]),
        ("PA for short", [("short", "PA", "")]),
        ("Partido Azul, in short PAZ", [("native", "Partido Azul", ""), ("short", "PAZ", "")]),
        ("Partido Azul, in short Azur (Azul)", [("native", "Partido Azul", ""), ("also", "Azur", "")]),
        ("Partido Azul, in short Azul", [("native", "Partido Azul", ""), ("also", "Azul", "")]),
        ("Partido Azul, known by the acronym PAZ as well", [("native", "Partido Azul", ""), ("short", "PAZ", "")]),
        ("Spanish: 'Party of the Sky'", []),
        ("AU – PF", [("short", "AU – PF", "")]),
        ("Partido Azul, branch of the Party of the Skies, PS", [("native", "Partido Azul", "")]),
        ("PA, or Azules", [("short", "PA", ""), ("also", "Azules", "")]),
        ("Γαλάζιο Κόμμα Galazio Komma", [("native", "Γαλάζιο Κόμμα", "")]),
        ("not to be confused with the Azure League", []),
    ],
)
def test_a_bracket_has_names_of_several_kinds(text: str, names: list[tuple[str, str, str]]) -> None:
    view = View.verbatim(f"{BEFORE}{text}) is small.", 0)
    found = list(bracketnames.pieces(text, len(BEFORE), view, leads=True, name="the Blue Party"))
    assert [(piece.kind, piece.text, piece.language) for piece in found] == names
    assert all(view.text[piece.start : piece.end] == piece.text for piece in found)


@pytest.mark.parametrize(
    ("text", "name", "names"),
    [
        ("Liga Azul", "the Azure League", [("native", "Liga Azul")]),
        ("Vaka Azul, VA", "the Azure League", [("native", "Vaka Azul"), ("short", "VA")]),
        ("Vaka Azul", "the Azure League", []),
        ("Błękitna Partia", "the Azure League", [("native", "Błękitna Partia")]),
        ("Vaka Lur-Azul, VLA", "the Azure League", [("native", "Vaka Lur-Azul"), ("short", "VLA")]),
        ("Azure Alliance", "Alliance azurée", [("meaning", "Azure Alliance")]),
        ("Azure League", "Liga Azul", [("meaning", "Azure League")]),
        ("Azure Party", "Partido Azul", [("meaning", "Azure Party")]),
        ("PA; Azure Party", "Partido Azul", [("short", "PA"), ("meaning", "Azure Party")]),
        ("Asociación Azul", "the Azure Association", [("native", "Asociación Azul")]),
        ("Azure League; Ligue bleue", "Liga Azul", [("meaning", "Azure League")]),
        ("Azure League", "the Blue Party", []),
        ("Tilbrook", "Liga Azul", []),
    ],
)
def test_outside_a_lead_a_name_has_to_tell_that_it_is_one(text: str, name: str, names: list[tuple[str, str]]) -> None:
    view = View.verbatim(f"{BEFORE}{text}) is small.", 0)
    found = bracketnames.pieces(text, len(BEFORE), view, leads=False, name=name)
    assert [(piece.kind, piece.text) for piece in found] == names


@pytest.mark.parametrize(("name", "native"), [("Vaka/Blue Party", ["Vaka/Parti bleu azuré"]), ("Blue Party", ["Vaka"])])
def test_a_name_of_two_halves_has_two_in_its_own_language_as_well(name: str, native: list[str]) -> None:
    text = "Vaka/Parti bleu azuré"
    view = View.verbatim(f"{BEFORE}{text}) is small.", 0)
    found = bracketnames.pieces(text, len(BEFORE), view, leads=True, name=name)
    assert [piece.text for piece in found if piece.kind == "native"] == native
