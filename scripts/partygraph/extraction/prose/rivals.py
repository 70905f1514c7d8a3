"""Finds the bodies that a sentence names, of which "it" or "the party" can mean one."""

from __future__ import annotations

from collections.abc import Set

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.model import Entity
from partygraph.rules import lexicon

Rivals = list[tuple[int, Entity]]
"""Bodies with the tokens at which they are named, in order."""
OPENING = 5
"""In how many words the name under which something was founded stands."""
NAME = 9
"""How many words a name has at most."""
APART = lexicon.words("breaking-away")
"""What people did before they created a party of their own."""
CREATING = lexicon.phrases("in-order-to-found")
CROWD = lexicon.words("founding-crowd")
"""What a sentence about founders begins with."""
FOUNDING = lexicon.phrases("founding-verb")
BRINGING = lexicon.phrases("bringing")
BEING = lexicon.phrases("into-being")
CROSSING = lexicon.phrases("crossing-over")
"""What stands before the party to which somebody goes from another one."""
"""What somebody does who founds something, before it and behind it: "brought it into being"."""


def bodies(lattice: Lattice) -> Rivals:
    """Return the bodies that the sentence names, with their places; neither parliaments nor what names an election.

    Nor the initials of an office: "Ann Lee was an MP for the party".
    """
    polls = [(edge.start, edge.end) for edges in lattice.edges for edge in edges if edge.kind == "election"]
    return [
        (at, edge.entity)
        for at, edges in enumerate(lattice.edges)
        for edge in edges
        if edge.kind in ("party", "organisation") and edge.entity is not None and not edge.items
        if not _is_a_naming(lattice.tokens.lower, at)
        if not any(start <= at < end for start, end in polls)
        if not _is_no_rival({other.kind for other in edges if other.end == edge.end})
        if not _abbreviates_before(lattice, edge)
    ]


def present(lattice: Lattice, at: int, rivals: Rivals) -> Rivals:
    """Return the bodies before a place that what stands there can mean: none that was left to found it.

    "Ann Lee, who had sat for the Red Party, founded the party": what somebody founds was not there before. "The MP Ann
    Lee of the Red Party defected to the party": nobody goes over to the party from which he comes.
    """
    lower = lattice.tokens.lower
    before = [(place, entity) for place, entity in rivals if place < at]
    if lower[max(0, at - 2) : at] in CREATING and not (lexicon.words("merging") | APART).isdisjoint(
        lower[max(0, at - 9) : at]
    ):
        return []  # "The Red Party and the Green League united to create it", "dissidents broke away to form it"
    if any(lower[max(0, at - len(words)) : at] == words for words in CROSSING):
        return []
    apart = lower[at - 1 : at] == ("set",) and lower[at + 1 : at + 2] == ("up",)
    end = at + 1 + (lower[at] == "the")
    brought = lower[at - 1 : at] in BRINGING and lower[end : end + 2] in BEING
    deed = apart or brought or lower[at - 1 : at] in FOUNDING or lower[max(0, at - 2) : at] == ("set", "up")
    if not deed or "had" in lower[max(0, at - 4) : at]:
        return before
    if lower[0] in CROWD or lattice.at(0, "number") is not None:
        # "Members of the Red Party's left wing founded it": what they were of was there before.
        origins = {entity.name for place, entity in before if "of" in lower[max(0, place - 2) : place]}
        before = [(place, entity) for place, entity in before if entity.name not in origins]
    parting = lexicon.words("parting")
    verb = at - 1 - (lower[at - 1] == "up")
    # "The Miners' Union founded it": nobody founds himself.
    edges = (edge for near in lattice.edges[max(0, verb - NAME) : verb] for edge in near)
    agents = {edge.entity.name for edge in edges if edge.entity is not None and edge.end == verb and not edge.items}
    before = [(place, entity) for place, entity in before if entity.name not in agents]
    first = lower.index(",") if "," in lower[:verb] else verb
    if lower[verb - 1] == "," and first < verb - 1:
        # "Ann Lee, who had been secretary of the Red Party, founded it"
        before = [(place, entity) for place, entity in before if not first < place < verb]
    return [(place, entity) for place, entity in before if parting.isdisjoint(lower[max(0, place - 3) : place])]


def _is_no_rival(kinds: Set[str]) -> bool:
    """Tell whether what can be read in all these ways is a parliament, or the initials of an office."""
    return "body" in kinds or {"acronym", "office"} <= kinds


def _abbreviates_before(lattice: Lattice, edge: Mention) -> bool:
    """Tell whether initials in brackets are those of the body before them: "the Supreme Tribunal (ST) dissolved"."""
    lower, at = lattice.tokens.lower, edge.start
    if at < 2 or lower[at - 1] != "(" or lower[edge.end : edge.end + 1] != (")",):
        return False
    before = (other for edges in lattice.edges[max(0, at - 9) : at - 1] for other in edges)
    return any(other.kind == "organisation" and other.end == at - 1 for other in before)


def _is_a_naming(lower: tuple[str, ...], at: int) -> bool:
    """Tell whether a name stands there as a name ("initially named X, it ..."), and so is no rival for a pronoun."""
    before = lower[max(0, at - 2) : at]
    if lower[:1] == ("under",) and at <= OPENING and before == ("name", "of"):
        return True  # "Under the name of Azure League it was founded"
    return any(word in lexicon.words("naming-verb") for word in before)
