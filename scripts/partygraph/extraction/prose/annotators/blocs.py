"""Adds "the alliance" as the one named just before: "it joined the Azure Alliance. The alliance won 9 seats"."""

from __future__ import annotations

from collections.abc import Iterable

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Fact, Status
from partygraph.rules import lexicon

NOUNS = lexicon.words("alliance-noun")
AGAIN = frozenset({"the", "this"})
BODIES = frozenset({"party", "organisation"})
PARTIES = frozenset({"front", "convergence", "camp", "pole", "platform", "gathering", "combination"})
"""Nouns of this kind that parties are named by as often."""
ALONGSIDE = frozenset({"with", "alongside", "against"})
JOINED = frozenset({"member-of-alliance"})
"""Rules that tell of an alliance itself, and not of those in it."""
GOES_ON = frozenset({"of", "between", "with", "that", "which", "'s"})
"""What tells behind the noun which alliance is meant, or that it is only a part of what is spoken of."""


def add(lattice: Lattice, registry: Registry) -> None:
    """Add the edges, of a kind of their own: only what an alliance won is told of it by a noun."""
    if NOUNS.isdisjoint(lattice.present):
        return
    lower, words = lattice.tokens.lower, lattice.tokens.words
    own = registry.common_nouns()
    for at in range(len(lower) - 1):
        noun = lower[at + 1]
        if lower[at] not in AGAIN or noun not in NOUNS or noun in own or words[at + 1][0].isupper():
            continue
        if lower[at + 2 : at + 3] and (lower[at + 2] in GOES_ON or words[at + 2][0].isupper()):
            continue
        # Whom the sentence names itself is meant, and not one of the sentence before.
        named = _named(lattice, at, registry.subject, frozenset({noun})) or registry.blocs
        if len(named) == 1:
            bloc = next(iter(named.values()))
            lattice.add(Mention("bloc", at, at + 2, bloc.name, bloc))


def remember(lattice: Lattice, registry: Registry, facts: Iterable[Fact]) -> None:
    """Tell the registry which alliances "the alliance" can be in the next sentence: those that this one tells of."""
    named = _named(lattice, len(lattice.tokens), registry.subject, NOUNS - PARTIES)
    for fact in facts:
        joined = fact.predicate == "alliance" and fact.rule in JOINED and fact.status is Status.ASSERTED
        if joined and isinstance(fact.object, Entity) and fact.subject == registry.subject:
            named[fact.object.name] = fact.object
    if named or not any(edge.kind == "bloc" for edges in lattice.edges for edge in edges):
        registry.blocs = named


def _named(lattice: Lattice, end: int, subject: Entity, nouns: frozenset[str]) -> dict[str, Entity]:
    """Return the alliances that are named before a token with one of some nouns: "Azure Alliance", "bloc Homeland".

    Whom the party stood with is no alliance, whatever its name: "in alliance with the Azure Front".
    """
    lower = lattice.tokens.lower
    found: dict[str, Entity] = {}
    for edges in lattice.edges[:end]:
        for edge in edges:
            if edge.kind not in BODIES or edge.entity in (None, subject) or edge.items or edge.end > end:
                continue
            first = edge.start - (lower[edge.start - 1 : edge.start] == ("the",))
            before = lower[first - 1] if first else ""
            called = before in nouns or not nouns.isdisjoint(edge.name.lower().split())
            if edge.entity is None or not called or before in ALONGSIDE:
                continue
            if before == "and":
                return {}  # of two, and it may be one of those alongside
            found[edge.entity.name] = edge.entity
    return found
