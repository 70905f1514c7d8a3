"""Tells which election is meant by one without a date of its own: "in this election", "at the elections it won"."""

from __future__ import annotations

from dataclasses import replace

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.rules import lexicon

POINTING = frozenset({"this", "that", "these", "those"})
SAME = ("the", "same")
GOES_ON = frozenset({"of", "to", "for", "that", "which", "held", "next", "after", "before", "when", "where"})
"""What tells of another election behind the noun: "the election of a speaker", "the election that followed"."""
BEFORE = frozenset({"in", "at", "during"})


def refer(lattice: Lattice, told: tuple[Mention, ...]) -> bool:
    """Give the elections that a sentence points back to the date of the one that the sentence before it named.

    ``told`` are those of the sentence before. Of two, neither is meant for sure, and a sentence that names a date or
    an election itself may mean that: then only "this election" still points back. Tells whether one does.
    """
    if len(told) != 1 or told[0].entity is None or "{election}" not in lattice.present:
        return False
    undated = [edge for edges in lattice.edges for edge in edges if edge.kind == "election" and edge.entity is None]
    alone = "{date}" not in lattice.present and len({edge.end for edge in undated}) == 1
    alone = alone and lexicon.words("own-time").isdisjoint(lattice.present)
    meant = [edge for edge in undated if not edge.items and _points_back(lattice, edge, told[0], alone)]
    for edge in meant:
        lattice.edges[edge.start].remove(edge)
        lattice.add(replace(told[0], start=edge.start, end=edge.end, weak=False))
    return bool(meant)


def _points_back(lattice: Lattice, edge: Mention, told: Mention, alone: bool) -> bool:
    """Tell whether an election without a date is the one told of before: of the same kind, or of none named."""
    lower = lattice.tokens.lower
    if lower[edge.end : edge.end + 1] and lower[edge.end] in GOES_ON:
        return False
    first = edge.start + (lower[edge.start] in ("the", *POINTING))
    kind, other = edge.part("type"), told.part("type")
    plain = kind is None or edge.part("implied") is not None
    if not plain and (kind is None or other is None or kind.name.lower() != other.name.lower()):
        return False
    if lower[first - 1] in POINTING or lower[max(0, first - 2) : first] == SAME:
        return True
    before = first - 1
    return alone and lower[before] == "the" and lower[before - 1 : before] != () and lower[before - 1] in BEFORE
