"""Tells where an ally may be none: a kind of body, a parliament, or one that the party has merged with."""

from __future__ import annotations

from partygraph.extraction.prose.doubts.doubting import asked_of
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.matching import Match
from partygraph.model import Entity, Fact
from partygraph.rules import lexicon

UNITED = lexicon.words("union-told")
"""What tells that two parties became one."""


def _is_one_of_a_kind(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an ally's name only says of what kind one was: "it belonged to an Azure National coalition"."""
    words = (lattice.tokens.lower[0], *lattice.tokens.words[1:])  # "A New Azuria" has a capital, and is a name
    starts = (one.start for _, one in match.slots if one.entity == fact.object and one.end > one.start)
    return any(not {"a", "an"}.isdisjoint(words[max(0, start - 1) : start + 1]) for start in starts)


def _may_have_merged(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether forces may have been joined for good: "it joined forces with the Red Party, and took its name"."""
    told = lattice.tokens.lower[match.start : match.end]
    joined = "forces" in told and told[told.index("forces") - 1] in ("joined", "joining", "join")
    return joined and not UNITED.isdisjoint(lattice.tokens.lower[match.end :])


def _is_a_parliament(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an ally is where parties work together: "joined forces with the Red Party in Congress"."""
    if not isinstance(fact.object, Entity):
        return False
    places = (mention for _, mention in match.slots if mention.entity == fact.object)
    name = fact.object.name.lower()
    return name in lexicon.words("body-noun") and any(
        lattice.tokens.lower[place.start - 1 : place.start] == ("in",) for place in places
    )


CHECKS = asked_of(("alliance",), _is_a_parliament, _is_one_of_a_kind, _may_have_merged)
