"""Which of the bodies that a sentence names a pronoun can mean."""

import pytest

from partygraph import readers
from partygraph.extraction import prose
from partygraph.extraction.prose import mentions, rivals
from partygraph.extraction.prose.lattice import Lattice


def read(sentence: str) -> Lattice:
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Liberalism\n\n{sentence}\n")
    return mentions.read(article.sentences()[0].view, prose.registry_for(article))


def named(sentence: str) -> set[str]:
    return {entity.name for _, entity in rivals.bodies(read(sentence))}


def left(sentence: str, word: str = "it") -> set[str]:
    """The bodies that a pronoun can mean, without the pronouns themselves."""
    lattice = read(sentence)
    at = lattice.tokens.lower.index(word)
    return {entity.name for place, entity in rivals.present(lattice, at, rivals.bodies(lattice)) if place < at}


def test_parties_and_organisations_are_rivals() -> None:
    assert {"Red Party", "Miners' Union"} <= named("The Red Party and the Miners' Union opposed it.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Initially named Azure League, it grew.",
        "The Supreme Tribunal (AZ) met, and it grew.",
    ],
)
def test_what_is_only_a_naming_or_initials_is_none(sentence: str) -> None:
    assert named(sentence).isdisjoint({"Azure League", "AZ"})


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The Miners' Union founded it.", set()),
        ("The Red Party and the Green League united to create it.", set()),
        ("The Red Party praised it.", {"Red Party"}),
    ],
)
def test_nobody_founds_himself_nor_what_becomes_of_him(sentence: str, names: set[str]) -> None:
    assert left(sentence) == names


def test_the_initials_of_an_office_are_none() -> None:
    assert "MP" not in named("Ann Lee was an MP for the party.")


@pytest.mark.parametrize(
    "sentence",
    ["Red Party MP Ann Lee defected to it in 1999.", "Ann Lee of the Red Party crossed the floor to it."],
)
def test_nobody_goes_over_to_the_party_from_which_he_comes(sentence: str) -> None:
    assert not left(sentence)
