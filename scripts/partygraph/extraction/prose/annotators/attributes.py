"""Adds what a description goes on with up to the place it names: "a party [of farmers that sat briefly] in Ghana".

What may stand there is open: whom the party is of, when it was, that it was active. What would make the place another
one's (a person, another party, a verb that is no being there, "with ties to") ends it.
"""

from __future__ import annotations

from partygraph.extraction.prose.annotators.feats import heavy
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.subjects import AUXILIARIES
from partygraph.rules import lexicon

FARTHEST = 18
"""How many words of a description's attributes are read."""
PLACING = frozenset({"in", "on", "across", "throughout", "within", "inside"})
JOINING = frozenset({"of", "for", "in", "on", "at", "during", "between", "throughout", "as", "and", "or", "-"})
NOW = lexicon.phrases("time-of-country")
"""What tells a country of one time from that of another."""
NAMES = frozenset({"party", "organisation", "person", "election", "body", "country", "region", "territory", "quoted"})
"""What no attribute leads over."""


def add(lattice: Lattice) -> None:
    """Add an edge of kind ``attribute`` from each description to the preposition of the first place behind it."""
    if "{description}" not in lattice.present or PLACING.isdisjoint(lattice.present):
        return
    ends = {edge.end for edges in lattice.edges for edge in edges if edge.kind == "description"}
    for first in ends:
        end = _placing(lattice, first)
        if end > first:
            lattice.add(Mention("attribute", first, end, lattice.tokens.show(first, end)))


def _placing(lattice: Lattice, first: int) -> int:
    """Return where the preposition of a place stands that attributes lead to; 0 if they lead to none."""
    lower, at = lattice.tokens.lower, first
    while at < min(len(lower) - 1, first + FARTHEST):
        if lower[at] in PLACING and _is_place(lattice, at + 1):
            return at
        end = _over(lattice, at)
        if end == 0:
            return 0
        at = end
    return 0


def _is_place(lattice: Lattice, at: int) -> bool:
    lower = lattice.tokens.lower
    at += next((len(now) for now in NOW if lower[at : at + len(now)] == now), 0)
    if at >= len(lower):
        return False
    # Names get the article before them later.
    starts = (at, at + (lower[at] == "the"))
    places = (lattice.at(start, "country", "region", "country-part", "located") for start in starts)
    return any(place is not None and not place.items for place in places)


def _over(lattice: Lattice, at: int) -> int:
    """Return the end of what may stand at a place within an attribute; 0 where nothing may."""
    lower, word = lattice.tokens.lower, lattice.tokens.lower[at]
    time = lattice.at(at, "period", "date")
    if time is not None:
        return time.end
    if word == "who":
        # "of the Serbs who live in Croatia": where a people lives its party is at home.
        return next((at + len(p) for p in lexicon.phrases("dwelling") if lower[at : at + len(p)] == p), 0)
    if word == "(" or word in lexicon.words("no-attribute") or word in heavy():
        return 0
    behind = at + (word in ("that", "which"))
    being = max((len(p) for p in lexicon.phrases("being-active") if lower[behind : behind + len(p)] == p), default=0)
    if being:
        return behind + being
    if word in ("that", "which"):
        return 0
    if word == ",":
        # "of white, predominantly English-speaking voters"
        return at + 1 if at + 1 < len(lower) and lower[at + 1].endswith("ly") else 0
    if word in JOINING or word in lexicon.words("adverb"):
        return at + 1
    if any(edge.kind in NAMES and edge.end > at for edge in lattice.edges[at]):
        return 0
    if word in AUXILIARIES or word in lexicon.words("pronoun-person") or (word.endswith("ed") and "-" not in word):
        return 0
    return at + 1 if word.replace("-", "").isalnum() else 0
