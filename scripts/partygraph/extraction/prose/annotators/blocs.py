"""Adds "the alliance" as the one that was named just before: "it joined the Azure Alliance. The alliance won 9 seats"."""

from __future__ import annotations

from collections.abc import Iterable

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Fact, Status
from partygraph.rules import lexicon

NOUNS = lexicon.words("alliance-noun")
AGAIN = frozenset({"the", "this"})
BODIES = frozenset({"party", "organisation"})
GOES_ON = frozenset({"of", "between", "with", "that", "which", "'s"})
"""What tells behind the noun which alliance is meant, or that it is only a part of what is spoken of."""


def add(lattice: Lattice, registry: Registry) -> None:
    """Add the edges of a kind of their own: only what an alliance won is told of it by a noun."""
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
        named = _named(lattice, at, registry.subject)
        # Whom the sentence names itself is meant, and not one of the sentence before.
        meant = next(iter(named.values())) if len(named) == 1 else registry.bloc if not named else None
        if meant is not None:
            lattice.add(Mention("bloc", at, at + 2, meant.name, meant))


def remember(lattice: Lattice, registry: Registry, facts: Iterable[Fact]) -> None:
    """Tell the registry which alliance "the alliance" is in the next sentence: the only one that this one names."""
    named = _named(lattice, len(lattice.tokens), registry.subject)
    for fact in facts:
        joined = fact.predicate == "alliance" and fact.rule == "member-of-alliance" and fact.status is Status.ASSERTED
        if joined and isinstance(fact.object, Entity) and fact.subject == registry.subject:
            named[fact.object.name] = fact.object
    if named:
        registry.bloc = next(iter(named.values())) if len(named) == 1 else None
    elif not any(edge.kind == "bloc" for edges in lattice.edges for edge in edges):
        registry.bloc = None


def _named(lattice: Lattice, end: int, subject: Entity) -> dict[str, Entity]:
    """Return the alliances that are named before a token, by their names: "the Azure Alliance", "the bloc Homeland"."""
    lower = lattice.tokens.lower
    found: dict[str, Entity] = {}
    for edges in lattice.edges[:end]:
        for edge in edges:
            if edge.kind not in BODIES or edge.entity in (None, subject) or edge.items or edge.end > end:
                continue
            called = lower[edge.start - 1 : edge.start] != () and lower[edge.start - 1] in NOUNS
            if edge.entity is not None and (called or not NOUNS.isdisjoint(edge.name.lower().split())):
                found[edge.entity.name] = edge.entity
    return found
