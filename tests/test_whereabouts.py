"""Where a country stands in a sentence tells what it is worth as a party's home."""

from __future__ import annotations

import pytest

from partygraph.extraction.prose import mentions
from partygraph.extraction.prose.homes import landnames, whereabouts
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Kind, View


def worth(text: str) -> dict[str, str]:
    subject = Entity("Blue Party", Kind.PARTY)
    lattice = mentions.read(View.verbatim(text, 0), Registry.of(subject, "Blue Party"))
    return {land.name: whereabouts.worth(lattice, land) for land in landnames.named(lattice, "Blue Party")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Blue Party belongs to the Abkhazian opposition.", {"Abkhazia": "sure"}),
        ("The Blue Party was one of Turkey's two leading parties.", {"Turkey": "sure"}),
        ("The Blue Party is a force in what is now the far north of Sweden.", {"Sweden": "sure"}),
        ("The Blue Party lives in Walden, the eastern part of Croatia.", {"Croatia": "sure"}),
        ("The Blue Party was founded in Mexico.", {"Mexico": "begun"}),
        ("The Blue Party is a Kyrgyz nationalist party.", {"Kyrgyzstan": "loose"}),
        ("The Blue Party was a German party in Walden.", {"Germany": "loose"}),
        ("The Blue Party is a force led by Ann Lee in Walden, an Indian state on the coast.", {"India": "sure"}),
        ("The Blue Party is a force in Kerala state, India.", {"Kerala": "sure", "India": "sure"}),
        ("The Blue Party was close to Walden, an Indian state on the coast.", {"India": ""}),
        ("The Blue Party arose after the war in Vietnam.", {"Vietnam": ""}),
        ("The Blue Party, a band with bases in Zambia, fought on.", {"Zambia": ""}),
        ("The Blue Party supported the white cause in Spain.", {"Spain": ""}),
        ("The Blue Party wanted the separation of Walden from Italy.", {"Italy": ""}),
        ("The Blue Party was founded by Ann Lee, who had lived in Peru.", {"Peru": ""}),
        ("The Blue Party was close to the Danish left.", {"Denmark": ""}),
        ("The Blue Party is known for its defence of the interests of Kosarians in Sardinia.", {"Sardinia": "loose"}),
    ],
)
def test_the_words_around_a_country_tell_its_worth(text: str, found: dict[str, str]) -> None:
    assert worth(text) == found
