"""Tells by its tense, or by the end of its party, that an office or a membership told without a time is over."""

from __future__ import annotations

from collections.abc import Sequence

from partygraph.extraction.prose import incumbents, scope, statetimes
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.matching import Match
from partygraph.model import Fact
from partygraph.rules import lexicon

PAST_STATES = frozenset({"was", "were", "belonged", "included", "served", "sat", "represented"})
"""Verbs of what was so for a time."""
TODAY = frozenset({"is", "are", "has", "have", "current", "currently", "still", "remains", "now", "today"})
POLITICIANS = lexicon.words("peers") | {
    "members",
    "legislators",
    "mp",
    "mep",
    "deputy",
    "senator",
    "councillor",
    "politician",
}
"""What members are called who are told of for something that they did, often to leave."""
COPULAS = frozenset({"is", "was", "are", "were"})
"""What is told of somebody as such: "Ann Lee was a politician of the Red Party"."""
OLD_OFFICES = frozenset({"office", "body"})
"""What a member has besides; whether it was of the party's time or before it, no tense tells."""


def is_over(lattice: Lattice, match: Match, fact: Fact, defunct: bool, officers: Sequence[Fact]) -> bool:
    """Tell whether an undated office or membership is one of the past.

    "Its leaders were Ann Lee and Bo Chan" says so itself; whatever is told of a party that is gone is over with it.
    Whom the infobox has in office today has it still: "its leader was Ann Lee" tells only who had it when the rest
    happened.
    """
    words = scope.plain(lattice, match.start, match.end)
    if not TODAY.isdisjoint(words) or any(fact.qualifier(name) is not None for name in OLD_OFFICES):
        return False
    if is_of_another(lattice, fact):
        return fact.predicate == "leader" and (_is_a_past_state(lattice, match, words) or _is_all_past(lattice))
    if defunct:
        return True
    if fact.predicate == "leader" and incumbents.has_it_still(fact, officers):
        return False
    return _is_a_past_state(lattice, match, words)


def is_open(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a sentence leaves open when somebody led another party, or whether its members left it.

    So it is where it is of more than one tense, and where it tells of politicians who may have gone since: "joined by
    members of the Red Party, among them Ann Lee", "the Red Party deputy Ann Lee".
    """
    if fact.predicate not in ("leader", "member") or not is_of_another(lattice, fact):
        return False
    if fact.predicate == "member":
        told = lattice.tokens.lower[match.start : match.end]
        return not POLITICIANS.isdisjoint(told) and COPULAS.isdisjoint(told)
    words = scope.plain(lattice, 0, len(lattice.tokens))
    return any(word in PAST_STATES or word.endswith("ed") for word in words) and not _is_in_the_present(lattice, match)


def _is_in_the_present(lattice: Lattice, match: Match) -> bool:
    return not TODAY.isdisjoint(scope.plain(lattice, match.start, match.end))


def is_of_another(lattice: Lattice, fact: Fact) -> bool:
    """Tell whether an officer or a member is one of another party than the article's."""
    party = fact.object if fact.predicate == "member" else fact.subject
    others = (edge for edges in lattice.edges for edge in edges if edge.kind in ("other-party", "group"))
    return any(item.entity == party for edge in others for item in (edge.items or (edge,)))


def _is_a_past_state(lattice: Lattice, match: Match, words: Sequence[str]) -> bool:
    """Tell whether a match itself tells what was so: "its leaders were"; "was elected" only tells when it began."""
    return not PAST_STATES.isdisjoint(words) and not statetimes.has(lattice, match, "inception")


def _is_all_past(lattice: Lattice) -> bool:
    """Tell whether a whole sentence is told in the past: "It merged with the Red Party, led by Ann Lee"."""
    words = scope.plain(lattice, 0, len(lattice.tokens))
    return TODAY.isdisjoint(words) and any(word in PAST_STATES or word.endswith("ed") for word in words)
