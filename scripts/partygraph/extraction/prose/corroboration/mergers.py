"""Tells which part a body has in a merger: whether it went into it whole, or came of it, or whether there was none."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Mention
from partygraph.rules import lexicon

REACH = 14
"""How many words before a body what tells of the merger may stand."""
PARTS_OF = tuple((noun, word) for noun in ("merger", "fusion", "union", "unification") for word in ("of", "between"))
WINGS = frozenset({"branches", "faction", "factions", "parts", "sections", "wing", "wings"})
TOGETHER = frozenset({"together", "forces", "hands"})


def went_into_it(lower: tuple[str, ...], edge: Mention) -> bool:
    """Tell whether a body is one of those that merged, and not what came of it: "from a merger of the Red Party"."""
    before = lower[max(0, edge.start - REACH) : edge.start]
    return any(before[at : at + 2] in PARTS_OF for at in range(len(before)))


def is_of_a_wing(lower: tuple[str, ...], body: Mention) -> bool:
    """Tell whether only a part of a body merged: "the two factions of the Red Party"."""
    at = body.start - (lower[body.start - 1 : body.start] == ("the",))
    return lower[at - 1 : at] == ("of",) and lower[at - 2 : at - 1] != () and lower[at - 2] in WINGS


def is_no_union(lower: tuple[str, ...], cue: int, predicate: str) -> bool:
    """Tell whether a word tells of no merger in its place: "took part in", "worked together"."""
    if lower[cue] in ("combined", "combining") and predicate == "mergedInto":
        return lower[cue + 1 : cue + 2] == ("with",)  # for an election, as a rule
    if lower[cue] in TOGETHER:
        return lower[cue - 1 : cue] == () or lower[cue - 1] not in lexicon.words("coming-together")
    return lower[cue] == "part" and lower[cue + 1 : cue + 2] != ("of",)


def merged_itself(lower: tuple[str, ...], body: Mention) -> bool:
    """Tell whether a body is what went into another: "after Azur, the party he had led, was merged into the League"."""
    behind = lower[body.end : body.end + REACH]
    return "into" in behind and {"into", "with", "by", "joined"}.isdisjoint(lower[max(0, body.start - 2) : body.start])
