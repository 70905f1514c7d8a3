"""Tells where somebody may be of another party no more: what is told of the past, and of those who left."""

from __future__ import annotations

from partygraph.extraction.prose.doubts.dates import TIMES
from partygraph.extraction.prose.doubts.doubting import asked_of
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.scope import holds, plain
from partygraph.model import Fact

PAST = frozenset({"belonged", "became", "joined", "represented"})
WAS = frozenset({"was", "were", "had"})
"""Right before the word member; who "was a politician of the Red Party" was so for life."""
MEMBER = frozenset({"member", "members"})
NEAR = 4
OVER = frozenset({"before", "until"})
"""What tells that a membership was over."""


def _is_told_of_the_past(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a membership of another party is of an unknown past: "Ann Lee represented the Red Party"."""
    if not _is_of_another_party(lattice, fact) or not OVER.isdisjoint(lattice.tokens.lower[match.end : match.end + 1]):
        return False
    words = plain(lattice, match.start, match.end)
    once = any(not MEMBER.isdisjoint(words[at : at + NEAR]) for at, word in enumerate(words, 1) if word in WAS)
    return once or not PAST.isdisjoint(words)


def _is_of_those_who_left(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether members of another party are those who left: "after Bo Chan resigned, Ann Lee of the Red Party,"."""
    return _is_of_another_party(lattice, fact) and bool(holds(plain(lattice, 0, match.start), "departure"))


def _is_of_another_party(lattice: Lattice, fact: Fact) -> bool:
    """Tell whether a membership without a time is one of a party that is not the article's."""
    if any(pair.name in TIMES for pair in fact.qualifiers):
        return False
    others = (edge for edges in lattice.edges for edge in edges if edge.kind == "other-party")
    return any(item.entity == fact.object for edge in others for item in (edge.items or (edge,)))


CHECKS = asked_of(("member",), _is_told_of_the_past, _is_of_those_who_left)
