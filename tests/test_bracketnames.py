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
        ("formerly Azure League", [("former", "Azure League", "")]),
        ("Greek: Κόμμα Λιβαδιού (ΚΛ)", [("native", "Κόμμα Λιβαδιού", "el")]),
        ("not to be confused with the Azure League", []),
    ],
)
def test_a_bracket_has_names_of_several_kinds(text: str, names: list[tuple[str, str, str]]) -> None:
    view = View.verbatim(f"{BEFORE}{text}) is small.", 0)
    found = list(bracketnames.pieces(text, len(BEFORE), view, leads=True, name="the Blue Party"))
    assert [(piece.kind, piece.text, piece.language) for piece in found] == names
    assert all(view.text[piece.start : piece.end] == piece.text for piece in found)
