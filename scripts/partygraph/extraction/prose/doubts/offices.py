"""Tells where an office that a sentence gives somebody may be another one, or another one's."""

from __future__ import annotations

from partygraph.extraction.prose import bygone, statetimes
from partygraph.extraction.prose.doubts.doubting import asked_of
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.tokens import closing
from partygraph.model import Fact
from partygraph.rules import lexicon

OWN = ("own", "own-possessor")
LONGEST = 4
"""Words before an office of a mention that can be its owner: "chairman of the party's"."""
INDEPENDENT = frozenset({"independent", "independents", "non-partisan", "unaffiliated"})
SINGULAR = frozenset({"itself", "was", "has"})
"""What tells behind "which" that one is meant."""


def _is_of_what_follows(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "of" goes on with another body: "took over the leadership of the trade union"."""
    lower, end = lattice.tokens.lower, match.end
    if lower[end : end + 1] != ("of",) or end + 1 >= len(lower):
        return False
    if lattice.at(end + 1, *OWN, "date", "place", "country", "person") is not None:
        return False
    # "the leadership of a party in crisis", "chairman of its executive": the party's own.
    return not {"it", "its", "party"} & set(lower[end + 1 : end + 1 + LONGEST])


def _is_of_a_post_before(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an office is one told of before: "Ann Lee resigned as chair of a council, and Chan became chair"."""
    lower = lattice.tokens.lower
    named = any(edge.kind in OWN for edges in lattice.edges[match.start : match.end + 3] for edge in edges)
    if named or not {"its", "party"}.isdisjoint(lower[match.start : match.end]):
        return False
    offices = (edge for edges in lattice.edges[: match.start] for edge in edges if edge.kind == "role")
    return any(
        lower[edge.end : edge.end + 1] == ("of",)
        and edge.end + 1 < match.start
        and lattice.at(edge.end + 1, *OWN) is None
        and not {"it", "its", "party"} & set(lower[edge.end + 1 : edge.end + 1 + LONGEST])
        for edge in offices
    )


def _is_of_whom_the_clause_is(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a clause has another subject: "Bo Chan was its head, and its leader, Ann Lee, was its treasurer"."""
    lower = lattice.tokens.lower
    understood = [mention for _, mention in match.slots if mention.kind == "person" and mention.start == mention.end]
    return any(
        edge.end == one.start - 1 and edge.end > edge.start and edge.entity not in (one.entity, None)
        for one in understood
        if lower[one.start - 1 : one.start] == (",",)
        for edges in lattice.edges[max(0, one.start - 1 - LONGEST) : one.start - 1]
        for edge in edges
        if edge.kind == "person" and not edge.items and lower[edge.start - 1 : edge.start] == (",",)
        if _is_titled(lattice, edge.start - 1)
    )


def _is_titled(lattice: Lattice, comma: int) -> bool:
    """Tell whether an office that "and" brings in ends before a comma: "and the party's leader, Ann Lee,"."""
    lower = lattice.tokens.lower
    start = next((at for at in range(comma - 1, max(0, comma - 2 * LONGEST), -1) if lower[at] in ("and", "while")), 0)
    return start > 0 and any(
        edge.kind == "role" and edge.end == comma for edges in lattice.edges[start:comma] for edge in edges
    )


def _has_a_bracket_of_its_own(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a bracket gives one of several to others: "its senators are Ann Lee and Bo Chan (Red Party)"."""
    lower = lattice.tokens.lower
    for item in (item for _, mention in match.slots for item in (mention.items or (mention,))):
        if item.entity != fact.subject or lower[item.end : item.end + 1] != ("(",):
            continue
        end = closing(lower, item.end) or item.end + 1
        others = (edge for edges in lattice.edges[item.end + 1 : end] for edge in edges if edge.kind == "other-party")
        if not INDEPENDENT.isdisjoint(lower[item.end : end]) or any(edge.entity != fact.object for edge in others):
            return True
    return False


def _is_the_office_of_the_last(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether one of several has another office: "Ann Lee, minister of trade, and Bo Chan, mayor of Walden"."""
    office = next((mention for name, mention in match.slots if name == "office"), None)
    several = _several(match, fact)
    if office is None or several is None or several.items[-1].entity == fact.subject:
        return False
    last = several.items[-1]
    return lattice.tokens.lower[last.end : last.end + 1] == (",",) and office.start > last.end


def _several(match: Match, fact: Fact) -> Mention | None:
    return next(
        (
            one
            for _, one in match.slots
            if len(one.items) > 1 and any(item.entity == fact.subject for item in one.items)
        ),
        None,
    )


def _is_told_of_one_of_two(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "which" is the last of several: "the Red Party and the Green League, itself a split from"."""
    several = _several(match, fact)
    if several is None:
        return False
    lower = lattice.tokens.lower
    if not {"which", "itself"} & set(lower[max(0, several.end - 1) : several.end + 2]):
        return False
    single = not SINGULAR.isdisjoint(lower[several.end : several.end + LONGEST])
    return not single or several.items[-1].entity != fact.subject


def _is_of_a_town(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether somebody leads the party in one town only: "Ann Lee was elected the party's leader in Harwich"."""
    lower, end = lattice.tokens.lower, match.end
    last = match.slots[-1][1] if match.slots else None
    if lower[end : end + 1] != ("in",) or last is None or last.end != end or last.kind == "person":
        return False
    if lattice.at(end + 1, "date", "election", "country", "body") is not None:
        return False
    spot = lattice.at(end + 1, "place", "region", "name")
    return spot is not None and lattice.tokens.words[end + 1][0].isupper() and spot.name not in lexicon.territories()


def _is_of_a_branch(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether somebody has an office in a part of the land: "In Manipur, Ann Lee is the president of the party".

    What happened in a place, an election say, is told of it alone.
    """
    lower = lattice.tokens.lower
    if lower[:1] != ("in",) or statetimes.has(lattice, match, "inception"):
        return False
    spot = lattice.at(1, "place", "region", "name")
    if spot is None or lower[spot.end : spot.end + 1] != (",",) or match.start not in (spot.end, spot.end + 1):
        return False
    if lattice.at(1, "date", "election", "body", "party") is not None or not lattice.tokens.words[1][0].isupper():
        return False
    land = lexicon.territories().get(spot.name)
    return land is None or land.kind == "region"


def _is_another_officer(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a name may be of the second of two: "the founder of the party and the head of X, Ann Lee, met"."""
    lower = lattice.tokens.lower
    role = next((mention for name, mention in match.slots if name == "role"), None)
    if role is None or lower[role.start - 1 : role.start + 1] != ("and", "the"):
        return False
    return any(
        item.entity == fact.object and lower[item.start - 1] == ","
        for _, mention in match.slots
        for item in mention.items or (mention,)
    )


def _is_of_a_crowd(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether somebody is only of the crowd of an officer: "led by Ann Lee and two deputies: Bo Chan and Tom"."""
    return any(
        item.entity == fact.object and ":" in lattice.tokens.lower[mention.start : item.start]
        for _, mention in match.slots
        for item in mention.items
    )


def _is_held_still(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an office told as a past one is kept: "was its first chairman, and has held the office to date"."""
    return fact.qualifier("current") is not None and bygone.stays(lattice, match)


CHECKS = (
    *asked_of(("leader",), _is_of_a_town, _is_of_a_branch, _is_of_what_follows, _is_of_a_post_before),
    *asked_of(("leader",), _is_of_whom_the_clause_is, _is_of_a_crowd, _is_held_still),
    *asked_of(("founder",), _is_another_officer),
    *asked_of(("member",), _has_a_bracket_of_its_own, _is_the_office_of_the_last),
    *asked_of(("mergedFrom", "splitFrom"), _is_told_of_one_of_two),
)
