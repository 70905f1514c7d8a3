"""Tells where who is said to have founded a party may be a crowd, or is named with what he is."""

from __future__ import annotations

from partygraph.extraction.prose.doubts.doubting import asked_of
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


CHECKS = asked_of(("founder",), _are_a_crowd, _has_the_land_before)
