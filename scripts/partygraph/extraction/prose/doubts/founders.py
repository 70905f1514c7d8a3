"""Tells where who is said to have founded a party may be a body, a crowd or a part of a name."""

from __future__ import annotations

from partygraph.extraction.prose.doubts.doubting import asked_of, each_named
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.matching import Match
from partygraph.model import Fact, written
from partygraph.rules import lexicon

CROWDS = ("ians", "ists", "crats", "socialists", "jews", "turks", "greeks", "kurds", "germans", "muslims", "catholics")
"""Ends of words for people of one creed, view or land, whom a capital does not make one person."""
SURNAMES = ("williams",)
"""What ends like them and is a family's name."""
INHABITANTS = frozenset({"Briton", "Dane", "Englishman", "Finn", "Frenchman", "Irishman", "Scot", "Spaniard", "Swede"})
"""What somebody of a land is called where the land's adjective is another word."""


def _are_a_crowd(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether founders are only called by their creed, view or land: "founded by Independent Christians"."""
    last = written(fact.object).lower().split()[-1:]
    return any(word.endswith(CROWDS) and word not in SURNAMES for word in last)


def _has_the_land_before(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a name begins with the land that somebody is of: "founded by Briton Ann Lee"."""
    first, *names = written(fact.object).split()
    return len(names) > 1 and (first in INHABITANTS or first in lexicon.demonyms() or first.endswith("-born"))


def _is_a_body(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a founder is no person: "by the Red Party, the Islands' Party and the Humanist Monarchists"."""
    items = [item for _, mention in match.slots for item in mention.items]
    mine = next((item for item in items if item.entity == fact.object), None)
    if mine is None or all(item.kind == "person" for item in items):
        return False
    return "the" in (lattice.tokens.lower[mine.start], lattice.tokens.lower[mine.start - 1])


def _is_a_group(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a founder's name is that of a group: "it was formed by the Ann Lee group"."""
    groups = lexicon.words("wing-noun") | {"family", "circle", "clan", "brothers"}
    return any(
        item.entity == fact.object and not groups.isdisjoint(lattice.tokens.lower[item.end : item.end + 1])
        for item in each_named(match)
    )


def _is_in_brackets(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a founder's name opens a bracket: "the Civic Union (Uniunea Civică, UC), its founder being"."""
    lower = lattice.tokens.lower
    alone = [mention for _, mention in match.slots if not mention.items]  # "by two deputies (Ann Lee and Bo Chan)"
    return any(item.entity == fact.object and lower[max(0, item.start - 1) : item.start] == ("(",) for item in alone)


CHECKS = asked_of(("founder",), _is_a_body, _is_a_group, _is_in_brackets, _are_a_crowd, _has_the_land_before)
