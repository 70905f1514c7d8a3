"""The elections that a sentence names, and the elected body that it speaks of."""

from __future__ import annotations

from partygraph.extraction.prose.annotators.reckoning import year_of
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.rules import lexicon

BODIES = frozenset({"party", "organisation", "bodies", "group"})


def assembly(lattice: Lattice) -> Mention | None:
    """Return the one elected body that a sentence names."""
    if "{body}" not in lattice.present:
        return None
    allied = {item.name for edges in lattice.edges for edge in edges if edge.kind in BODIES for item in edge.items}
    found = {
        edge.name: edge
        for edges in lattice.edges
        for edge in edges
        if edge.kind == "body" and not edge.items and edge.name not in allied and not _is_internal(edge.name)
    }
    longest = {
        name: edge for name, edge in found.items() if not any(name != other and name in other for other in found)
    }
    return next(iter(longest.values())) if len(longest) == 1 else None


def _is_internal(name: str) -> bool:
    """Tell whether a body is an organisation's own, to which no voters elect: "Council of the Workers' Federation"."""
    owner = name.partition(" of ")[2].removeprefix("the ")
    nouns = lexicon.words("party-noun") | lexicon.words("movement-noun") | {"federation", "association"}
    # "The Federal Assembly of the Russian Federation" is a country's.
    state = owner in lexicon.territories() or owner.removesuffix(" Federation") in lexicon.demonyms()
    return not state and owner.lower().rpartition(" ")[2] in nouns - {"union"}


def is_of_another_kind(lattice: Lattice, polls: tuple[Mention, ...]) -> bool:
    """Tell whether a sentence names an election with its kind: the body of the sentences before may be another."""
    lower, minor = lattice.tokens.lower, lexicon.words("minor-election")
    for at, word in enumerate(lower):
        if word.startswith("by-election") or (word.startswith("election") and lower[at - 1] in minor):
            return True
    return any(poll.part("type") is not None and poll.part("implied") is None for poll in polls)


def named(lattice: Lattice) -> tuple[Mention, ...]:
    """Return the elections that a sentence names, each once."""
    if "{election}" not in lattice.present:
        return ()
    # What "the elections of 1990 and 1994" brought is that of neither alone.
    found = {
        item.name: item
        for edges in lattice.edges
        for edge in edges
        if edge.kind == "election"
        for item in edge.items or (edge,)
        if item.entity is not None
    }
    return _distinct(tuple(found.values()))


def _distinct(polls: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Take "the elections of 1936" and "the 1936 legislative election" for one: of a year's polls the fullest name."""
    years = {year_of(date) for poll in polls if (date := poll.part("date")) is not None}
    plain = [poll for poll in polls if poll.part("type") is None or poll.part("implied") is not None]
    named = [poll for poll in polls if poll not in plain]
    return tuple(named) if len(years) == 1 and len(named) == 1 and plain else polls
