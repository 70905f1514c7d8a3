"""Where the names of a parenthesis end and begin, and which commas are within a name."""

import doctest

import pytest
from telling import told

from partygraph.extraction.prose.names import bracketgaps


def test_examples_in_the_docstrings() -> None:
    assert doctest.testmod(bracketgaps).failed == 0


@pytest.mark.parametrize(
    ("brackets", "names"),
    [
        ("German: Bund für Recht, Tier- und Waldschutz, BRTW", ["Bund für Recht, Tier- und Waldschutz"]),
        ("Bund für Recht, Tier- und Waldschutz", ["Bund für Recht, Tier- und Waldschutz"]),
        ("German: Bauern-, Handwerks- und Bürgerpartei", ["Bauern-, Handwerks- und Bürgerpartei"]),
        ("German: Blauer Bund, Bauern- und Bürgerpartei", ["Blauer Bund", "Bauern- und Bürgerpartei"]),
        ("German: Blauer Bund, Azurbund", ["Blauer Bund"]),
    ],
)
def test_a_name_that_enumerates_is_not_cut_at_its_commas(brackets: str, names: list[str]) -> None:
    text = f"The Blue Party ({brackets}) is a party in Austria."
    found = [(name, status) for name, _, status in told(text, "nativeName")]
    assert [name for name, _ in found][: len(names)] == names
    assert {status for _, status in found} == {"asserted"}


@pytest.mark.parametrize(
    ("brackets", "names"),
    [("Bund für Mut, Recht und Ordnung", []), ("Bund für Mut, Partei der Mitte", ["Bund für Mut", "Partei der Mitte"])],
)
def test_what_may_be_an_enumeration_or_two_names_is_neither(brackets: str, names: list[str]) -> None:
    text = f"The Blue Party (German: {brackets}) is a party in Austria."
    assert [name for name, _, _ in told(text, "nativeName")] == names


@pytest.mark.parametrize(
    "brackets",
    ["originally known as the Azure League", "originally the Azure League", "previously named Azure League"],
)
def test_words_of_naming_are_none_of_a_former_name(brackets: str) -> None:
    text = f"The Blue Party ({brackets}) is a party in Ghana."
    assert told(text, "formerName") == [("Azure League", "", "asserted")]
