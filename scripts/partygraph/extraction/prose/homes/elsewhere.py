"""Tells which countries a sentence names without saying that a party is at home there."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.rules import lexicon

PARTING = lexicon.words("independence")
FATES = PARTING | lexicon.words("fate-of-country")
"""What befalls a country, of which a party can speak from elsewhere."""
LONGEST = 12
"""How many words a party's name has at most."""


def is_none(lattice: Lattice, place: Mention) -> bool:
    """Tell whether a mention of a country is no evidence of where the sentence's party is active."""
    lower = lattice.tokens.lower
    if lower[place.start - 1] == "from" and lower[place.start - 2] in PARTING:
        return True  # "It was for political independence from Azuria"
    if lower[place.start - 1] == "of" and lower[place.start - 2] in FATES:
        return True  # "A vote on the union of Azuria with Kosaria"
    if lower[: place.start].count("(") > lower[: place.start].count(")"):
        return True  # "The Muslim Party (Parti Orang Muslimin Malaya) was a party": a native name
    return _goes_on(lattice, place) or _is_of_people(lattice, place) or _is_aim(lattice, place)


def _goes_on(lattice: Lattice, place: Mention) -> bool:
    """Tell whether a country's name is only the beginning of another one: "in the U.S. Virgin Islands"."""
    behind = lattice.tokens.words[place.end : place.end + 1]
    adjective = lattice.tokens.words[place.start] in lexicon.demonyms()
    return behind != () and behind[0][0].isupper() and not adjective


def _is_of_people(lattice: Lattice, mention: Mention) -> bool:
    """Tell whether a country is named by its adjective only, and this is none that describes a party."""
    if lattice.tokens.words[mention.start] not in lexicon.demonyms():
        return False
    return not any(
        edge.kind == "description" and edge.start <= mention.start and mention.end <= edge.end
        for edges in lattice.edges[: mention.start + 1]
        for edge in edges
    )


def _is_aim(lattice: Lattice, place: Mention) -> bool:
    """Tell whether a country is what a name is for or of: "Lelo for Georgia", "allied with the Party of Ghana"."""
    words = lattice.tokens.words[max(0, place.start - 2) : place.start]
    named = words[1:] in (("of",), ("in",)) and words[0].lower() in lexicon.words("party-noun")
    own = any(
        edge.kind == "own" and edge.end == place.start - 1
        for edges in lattice.edges[max(0, place.start - LONGEST) : place.start]
        for edge in edges
    )
    return words != () and words[0][0].isupper() and not own and (words[1:] == ("for",) or named)
