"""Tells where somebody may be of another party, or of the one no more."""

from __future__ import annotations

from partygraph.extraction.prose.doubts.dates import TIMES
from partygraph.extraction.prose.doubts.doubting import asked_of, each_named
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.scope import holds, plain
from partygraph.model import Fact
from partygraph.rules import lexicon

PEERS = lexicon.words("peers")
PAST = frozenset({"belonged", "became", "joined", "represented"})
WAS = frozenset({"was", "were", "had"})
"""Right before the word member; who "was a politician of the Red Party" was so for life."""
MEMBER = frozenset({"member", "members"})
SEVERAL = PEERS | {"members", "politicians", "figures", "personalities"}
"""What those of a list are called together."""
NEAR = 4
OVER = frozenset({"before", "until"})
"""What tells that a membership was over."""

AIMS = (("for", "a"), ("for", "an"), ("for", "the"))


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


def _is_of_the_first(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a membership is only the first one's: "former BP member Ann Lee, businessman Bo Chan and others"."""
    listed = [mention for _, mention in match.slots if mention.kind == "person"]
    items = [item for mention in listed for item in mention.items[1:]]
    ahead = lattice.tokens.lower[match.start : min((mention.start for mention in listed), default=match.start)]
    first = min((mention.start for mention in listed if mention.items), default=0)
    if all(mention.start >= first for _, mention in match.slots if mention.entity == fact.object):
        return False  # "In 1990 Ann Lee and the painter Bo Chan left the Red Party"
    if not SEVERAL.isdisjoint(ahead):
        return False  # "its well-known members were the writer Ann Lee and the painter Bo Chan"
    return any(item.entity == fact.subject and lattice.tokens.words[item.start].islower() for item in items)


def _is_half_of_a_name(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a name goes on behind a dash, and is no person's: "with Azure Ecology – The Greens, belongs to"."""
    words = lattice.tokens.words
    return any(
        words[item.end : item.end + 1] in (("–",), ("—",))
        and words[item.end + 1 : item.end + 2] != ()
        and words[item.end + 1][0].isupper()
        for item in each_named(match)
        if item.entity in (fact.subject, fact.object)
    )


def _is_named_after_an_aim(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether the name of a party goes on behind what it is for: "the Party for a Rule of Azure Law"."""
    lower = lattice.tokens.lower
    return any(
        item.entity == fact.object
        and lower[max(item.start, item.end - 3) : item.end - 1] in AIMS
        and lower[item.end : item.end + 1] == ("of",)
        for item in each_named(match)
    )


def _is_of_the_last(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a party may be that of the last of several only: "Ann Lee and Bo Chan of the Red Party"."""
    listed = next((mention for _, mention in match.slots if mention.kind == "person" and mention.items), None)
    if listed is None or listed.items[-1].entity == fact.subject:
        return False
    behind = lattice.tokens.lower[listed.end : listed.end + 3]
    if behind[:1] == ("of",):
        return True
    # "Ann Lee and Bo Chan, later a member of the Red Party": what is said in a singular is said of one.
    told_behind = any(mention.start > listed.end for _, mention in match.slots)
    return told_behind and behind[:1] == (",",) and not {"a", "an"}.isdisjoint(behind[1:])


def _are_several_of_a_kind(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a name is that of several people: "was sued by Walden MPs of the Red Party"."""
    return fact.subject.name.split()[-1].lower() in PEERS


CHECKS = asked_of(
    ("member",),
    _is_of_the_first,
    _is_half_of_a_name,
    _is_named_after_an_aim,
    _is_of_the_last,
    _are_several_of_a_kind,
    _is_told_of_the_past,
    _is_of_those_who_left,
)
