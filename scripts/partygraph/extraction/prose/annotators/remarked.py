"""Adds another party with the definite noun behind its name: "the Azure Front, the coalition that", "Ann Lee's bloc".

The noun tells of the name right before it, and of one name: behind a list it may be about all of them or the last.
"""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention

LONGEST = 9
"""How many words the name can have, with what stands in brackets behind it."""
COMMAS = frozenset({",", "–", "—"})
KINDS = frozenset({"other-party", "alliance", "group"})

OTHERS = frozenset({"place", "country", "region", "person", "own"})
"""What a name is no other party's with."""


def add(lattice: Lattice) -> None:
    """Add the edges ``remarked``: from the name to the noun, with the ``party`` and the parts of an ``apposition``."""
    for at in range(2, len(lattice.tokens)):
        for noun in [edge for edge in lattice.edges[at] if edge.kind == "apposition"]:
            name = _name_before(lattice, noun.start)
            if name is not None:
                title = lattice.tokens.show(name.start, noun.end)
                parts = (("party", name.known_as("peer")), *noun.parts)
                lattice.add(Mention("remarked", name.start, noun.end, title, parts=parts))


def _name_before(lattice: Lattice, at: int) -> Mention | None:
    """Return the longest name that ends at the comma before a noun, or before its owner, or at a bracket there."""
    lower = lattice.tokens.lower
    while at > 1 and lower[at - 1] not in COMMAS:
        at -= 1
    end = at - 1
    if end > 0 and lower[end - 1] == ")":
        end = next((place for place in range(end - 2, 0, -1) if lower[place] == "("), 0)
    edges = (edge for start in range(max(0, end - LONGEST), max(0, end)) for edge in lattice.edges[start])
    ended = [edge for edge in edges if edge.end == end and not edge.items]
    names = [edge for edge in ended if edge.kind in KINDS and edge.entity is not None]
    longest = min(names, key=lambda edge: edge.start, default=None)
    if longest is None or any(edge.kind in OTHERS and edge.start <= longest.start for edge in ended):
        return None  # "in Tilbrook, the coalition that": a place, or somebody
    return longest
