"""Which countries and regions a sentence names as such."""

from __future__ import annotations

import pytest

from partygraph.extraction.prose import mentions
from partygraph.extraction.prose.homes import landnames
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Kind, View


def names(text: str, title: str = "Blue Party") -> list[str]:
    subject = Entity(title, Kind.PARTY)
    lattice = mentions.read(View.verbatim(text, 0), Registry.of(subject, title))
    return [land.name for land in landnames.named(lattice, title)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was a party in Ghana and Togo.", ["Ghana", "Togo"]),
        ("It belongs to the left of Argentine politics.", ["Argentina"]),
        ("It was a party in the state of Alaska.", ["Alaska"]),
        ("It was a party in the Indian state of Assam.", ["Assam", "India"]),
        ("It was a party in the British Virgin Islands.", ["British Virgin Islands"]),
        ("It is a party of the Russian minority in Estonia.", ["Estonia"]),
        ("The party, known in French as Bleu (Belgium: Blauw), met.", []),
        ("It spoke for a West Indian party and a Latin American movement.", []),
    ],
)
def test_peoples_languages_and_brackets_are_no_countries(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_what_the_title_names_is_a_part_of_the_title() -> None:
    assert names("The Blue Party in Lebanon is a party.", "Blue Party in Lebanon") == []
