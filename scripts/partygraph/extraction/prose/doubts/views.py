"""Tells where a view or a kind may be only a part of what a sentence says of a party, or be told of another one."""

from __future__ import annotations

from collections.abc import Iterator

from partygraph.extraction.prose.doubts.doubting import asked_of
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.model import Fact, written

STANCES = ("pro-", "anti-", "euro", "left-", "right-", "separatist", "secular", "federalist", "monarchist", "royalist")
"""What begins words for a stance, which stands beside other views and makes none of them another."""
MATTERS = frozenset({"fiscal", "economic", "cultural", "ethnic", "civic", "religious", "linguistic", "agrarian"})
"""What right before a view makes it another one: "a fiscal federalist party"."""
SCHOOLS = frozenset({"Marxism", "Marxism–Leninism", "Trotskyism", "Maoism", "Stalinism", "Titoism"})
"""Whose followers are communists and socialists all the same: "a Trotskyist communist party"."""
GENERAL = frozenset({"organisation", "organization"})
"""What any party is: "a guerrilla organisation" is told by its adjective."""
MOVEMENTS = frozenset({"movement", "political movement", "federation", "protest movement", "protest"})
NAMES = frozenset({"other-party", "own", "acronym", "organisation"})
LONGEST = 8
"""How many words a name can have that ends before "and"."""


def _is_half_a_view(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether two adjectives may name one view: "a socialist libertarian party", "a liberal Zionist party".

    What the name of a party begins with is none of them: "the conservative Christian Democratic Union".
    """
    name = written(fact.object)
    named = {at for item in _others(match, fact) for at in range(item.start, item.end)}
    views = [
        edge
        for edges in lattice.edges[match.start : match.end]
        for edge in edges
        if edge.kind == "ideology" and edge.start not in named
    ]
    own = [view for view in views if view.name == name and not view.items]
    return bool(own) and all(any(_are_one(lattice, view, other) for other in views) for view in own)


def _are_one(lattice: Lattice, view: Mention, other: Mention) -> bool:
    """Tell whether an adjective stands right before or behind another, and neither is one for a stance."""
    if other.items or view.name == other.name or not (other.start == view.end or other.end == view.start):
        return False
    first = min(view, other, key=lambda one: one.start)
    behind = max(view, other, key=lambda one: one.start)
    noun = lattice.tokens.lower[behind.end - 1].endswith("ism")
    if first.name in SCHOOLS and behind.name in ("Communism", "Socialism"):
        return False
    return not noun and not lattice.tokens.lower[first.start].startswith(STANCES)


def _is_in_one_matter(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an adjective narrows a view: "a fiscal federalist party"."""
    name = written(fact.object)
    views = [edge for edges in lattice.edges[match.start : match.end] for edge in edges if edge.kind == "ideology"]
    own = [view for view in views if view.name == name and not view.items]
    return bool(own) and all(view.start and lattice.tokens.lower[view.start - 1] in MATTERS for view in own)


def _is_too_general(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a noun says no more than that there is a body: "it was a guerrilla organisation"."""
    return written(fact.object).lower() in GENERAL


def _is_of_no_name(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether another body is named by a noun, or by what follows "and": "the Committee, a liberal group"."""
    return any(_is_a_noun(lattice, item) or _is_half_a_name(lattice, item) for item in _others(match, fact))


def _others(match: Match, fact: Fact) -> Iterator[Mention]:
    """Yield the mentions of other bodies of which a fact tells what they are."""
    for _, slot in match.slots:
        mention = slot.part("party") or slot
        for item in mention.items or (mention,):
            if item.kind in ("other-party", "peer") and item.name == fact.subject.name and item.end > item.start:
                yield item


def _is_a_noun(lattice: Lattice, item: Mention) -> bool:
    words = lattice.tokens.words
    first = item.start + (words[item.start].lower() == "the")
    led = words[first - 1 : first] in (("the",), ("The",))
    linked = item.entity is not None and item.entity.link is not None
    return led and item.end - first == 1 and not words[first].isupper() and not linked


def _is_half_a_name(lattice: Lattice, item: Mention) -> bool:
    """Tell whether a name stands behind "and" and a word with a capital that ends no other name."""
    before = item.start - 1
    if before < 1 or lattice.tokens.lower[before] not in ("and", "&") or lattice.tokens.words[before - 1].islower():
        return False
    nearby = (edge for edges in lattice.edges[max(0, before - LONGEST) : before] for edge in edges)
    named = any(edge.end == before and edge.kind in NAMES and not edge.items for edge in nearby)
    return lattice.tokens.words[before - 1][0].isalpha() and not named


def _is_only_a_movement(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether another body is called by a noun that says little of what it is: "Red Dawn, a youth movement"."""
    told = any(slot.kind == "told-body" for _, slot in match.slots)  # "the movement Azul" is its kind
    return written(fact.object).lower() in MOVEMENTS and not told and any(_others(match, fact))


def _is_nearer_another(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "which" may tell of a party named nearer: "Red Dawn, formed by Azul, which is liberal".

    So may "then in power": "Red Dawn, a wing of Azul, then in power".
    """
    lower = lattice.tokens.lower
    for item in _others(match, fact):
        inside = False  # what stands in brackets behind a name is a name of the same party
        for at in range(item.end, match.end if fact.predicate == "governmentRole" else match.slots[-1][1].start):
            inside = lower[at] == "(" or (inside and lower[at] != ")")
            if (
                not inside
                and lattice.at(at, "other-party", "own") is not None
                and lattice.tokens.words[at][0].isupper()
            ):
                return True
    return False


CHECKS = (
    *asked_of(("ideology", "position"), _is_of_no_name, _is_nearer_another),
    *asked_of(("governmentRole",), _is_nearer_another),
    *asked_of(("ideology",), _is_half_a_view, _is_in_one_matter),
    *asked_of(("type",), _is_too_general, _is_only_a_movement, _is_of_no_name),
)
