"""Finds where a sentence names the object of a statement, and whether the mention is of that and of nothing else."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.model import Entity, Literal, written

NAMES = frozenset(
    {
        "party",
        "other-party",
        "alliance",
        "possessor",
        "organisation",
        "body",
        "person",
        "election",
        "international",
        "european",
        "regional",
        "ideology",
        "position",
    }
)
PLACES = frozenset({"territory", "region"})
REACH = 14
"""How many words before a mention a longer one can begin that holds it."""
OWN = frozenset({"own", "own-possessor"})


def is_of(mention: Mention, value: Entity | Literal) -> bool:
    """Tell whether a mention is of the object of a statement; dates agree as far as the coarser of them goes."""
    if isinstance(value, Entity):
        named = mention.entity.name if mention.entity is not None else mention.name
        return named.casefold() == value.name.casefold()
    if mention.kind == "date" and mention.literal is not None:
        one, other = mention.literal.lexical, value.lexical
        return one.startswith(other) or other.startswith(one)
    return mention.kind in ("quoted", "name", "person", "organisation") and mention.name.casefold() == name_of(value)


def is_part_of_name(lattice: Lattice, mention: Mention) -> bool:
    """Tell whether a word is only a part of a name: nothing is said by the first word of "Communist Party"."""
    return any(
        (edge.kind in NAMES or (edge.kind in PLACES and edge.end == mention.end))
        and edge.start <= mention.start
        and edge.end >= mention.end
        and edge.name != mention.name
        for edges in lattice.edges[max(0, mention.start - REACH) : mention.end]
        for edge in edges
        if edge.end - edge.start > mention.end - mention.start and not edge.items
    )


def is_within(lattice: Lattice, mention: Mention, kind: str) -> bool:
    """Tell whether a mention is inside one of a kind: the date of an election is not that of anything else."""
    return any(
        edge.kind == kind and edge.end >= mention.end
        for edges in lattice.edges[max(0, mention.start - REACH) : mention.end]
        for edge in edges
    )


def is_of_another(lattice: Lattice, date: Mention) -> bool:
    """Tell whether a participle behind another name has the date: "from the association Hope, founded in 1990"."""
    lower = lattice.tokens.lower
    at = date.start - 1
    while at > 0 and at > date.start - 4 and not lower[at].endswith("ed"):
        at -= 1
    end = at - 1
    names = [edge for edges in lattice.edges[max(0, end - 12) : end] for edge in edges if edge.end == end]
    bodies = [edge for edge in names if edge.kind in ("party", "organisation", "name", "person")]
    return (
        lower[at].endswith("ed") and lower[end] == "," and bool(bodies) and not any(edge.kind in OWN for edge in names)
    )


def name_of(value: Entity | Literal) -> str:
    """Return how an object is written, letters large or small alike."""
    return written(value).casefold()
