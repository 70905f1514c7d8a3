"""Finds the time of a match: the date or period that governs it, and the election that it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from partygraph.extraction.prose.annotators import elections
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.model import Datatype, Literal
from partygraph.rules import lexicon

THEREBY = lexicon.words("thereby")
"""What tells of the same event, at the time of what stands before it: "was absorbed in 1999 and thereby ended"."""
HELD = ("held", "in")
HAD_BEEN = ((",", "which", "had"), (",", "that", "had"), (",", "who", "had"))
LONGEST_NAME = 8
MERGED = ("parts", "more", "others", "own")
"""Slots of those that went into a merger."""
AFTER = frozenset({"after", "following"})
VOTES = frozenset({"election", "elections", "vote", "referendum"})


def date_election(
    slots: dict[str, Mention], polls: Sequence[Mention], sort: Callable[[Mention], str], race: str
) -> None:
    """Find the election that a match is about.

    One without a date ("the general election") has that of the clause, and cannot be named without. Where the match
    names none, it is the only one that the sentence speaks of.
    """
    election, date = slots.get("election"), slots.get("date") or slots.get("when")
    if election is not None and election.entity is None and not election.items:
        if date is None:
            del slots["election"]
        else:
            slots["election"] = elections.dated(election, date)
    elif election is None and date is not None:
        slots["poll"] = elections.dated(None, date, sort(date))
        if race:
            slots["race-poll"] = elections.dated(None, date, race)
    elif election is None and len(polls) == 1:
        slots["poll"] = polls[0]
    for name in ("later", "third"):
        if name in slots:
            slots[f"{name}-poll"] = elections.dated(None, slots[name], sort(slots[name]))
    poll = election or slots.get("poll")
    if poll is not None and poll.part("race") is not None:
        slots.setdefault("race-poll", slots.get("election", poll))


def of_the_merger(lattice: Lattice, match: Match, slots: Mapping[str, Mention]) -> Mapping[str, Mention]:
    """Return slots with a merger's own date where a foundation has one: "founded in 1991 by a merger in 1990".

    It stands right behind the word for it, or behind those that merged.
    """
    lower, founded = lattice.tokens.lower, slots.get("date") or slots.get("when")
    words = range(founded.end if founded is not None else match.end, match.end)
    written = lattice.tokens.words
    merging = next((at for at in words if lower[at] in lexicon.words("merging-told") and written[at].islower()), 0)
    if not merging:
        return slots
    ends = [slots[name].end for name in MERGED if name in slots and slots[name].end > merging]
    partners = [lattice.at(end + 1, "other-party") for end in ends if lower[end : end + 1] == ("with",)]
    ends += [partner.end for partner in partners if partner is not None]
    for at in (merging + 1 + (lower[merging + 1 : merging + 2] == (",",)), *ends):
        date = lattice.at(at + 1, "date") if lower[at : at + 1] in (("in",), ("on",)) else None
        if date is not None:
            return {**slots, "date": date}
    return slots


def of_the_split(lattice: Lattice, match: Match, slots: Mapping[str, Mention]) -> Mapping[str, Mention]:
    """Return slots with what a foundation tells of the date of a split before it: no more than the year.

    "It was founded in May 1990 after a split from the Red Party", unless that has a date of its own: "in April 1990".
    """
    lower, date, other = lattice.tokens.lower, slots.get("date") or slots.get("when"), slots.get("other")
    if date is None or date.literal is None or other is None or not AFTER.intersection(lower[date.end : other.start]):
        return slots
    own = lattice.at(other.end + 1, "date") if lower[other.end : other.end + 1] in (("in",), ("on",)) else None
    year = Literal(date.literal.lexical[:4], Datatype.YEAR, approximate=date.literal.approximate)
    return {**slots, "date": own or replace(date, literal=year)}


def is_of_a_later_clause(lattice: Lattice, match: Match, poll: Mention) -> bool:
    """Tell whether an election is that of the next clause: "finished fourth, and at the 2002 elections it won none"."""
    if poll.start < match.end or poll.start >= len(lattice.tokens) or poll not in lattice.edges[poll.start]:
        return False
    if any(edge.kind == "election" and edge.items for edges in lattice.edges[match.end : poll.start] for edge in edges):
        return False  # "In the 2016, 2020 and 2022 elections"
    between = lattice.tokens.lower[match.end : poll.start]
    return ";" in between or ("," in between and "and" in between)


def when(lattice: Lattice, match: Match) -> Mention | None:
    """Return the date that governs a match from outside: right behind it, or else right before it."""
    lower = lattice.tokens.lower
    at = match.end
    if lower[at : at + 1] in (("in",), ("on",), ("at",)):
        date = lattice.at(at + 1, "date")
        if date is not None:
            return date
    counted = lattice.at(at, "date")
    if counted is not None and counted.parts:
        return counted
    if _is_of_before(lower[max(0, match.start - len(HAD_BEEN[0])) : match.end]):
        return None
    at = match.start
    if at and lower[at - 1] == "when":
        return ending_before(lattice, at - 1, "date")
    if at and lower[at - 1] == "who" and _opens_for(lattice, at - 2):
        return None  # "In 1990 Ann Lee, who had founded the party, left it"
    if lower[at] in THEREBY:
        at -= lower[at - 1] == "and"
    edge = ending_before(lattice, at, "date")
    if edge is not None and (is_within_a_clause(lattice, edge.start) or _is_of_a_poll(lattice, edge)):
        return None
    # "In early 1990" and "about 1990" are dates with their prepositions.
    if edge is not None and (
        edge.parts or {"in", "on", "about", "around"} & set(lower[max(0, edge.start - 1) : edge.start + 1])
    ):
        return edge
    return _opening_date(lattice, match) if edge is None else None


def _is_of_before(told: Sequence[str]) -> bool:
    """Tell whether words end in a clause of what had been: "in 1990 the party, which had left the Red Party, won"."""
    last = max((at for at in range(len(told) - 2) if tuple(told[at : at + 3]) in HAD_BEEN), default=-1)
    return last >= 0 and "," not in told[last + 1 : -1]


def _opens_for(lattice: Lattice, end: int) -> bool:
    """Tell whether a person named up to a token stands right behind a date, which so is of what he or she does."""
    people = (edge for edges in lattice.edges[max(0, end - LONGEST_NAME) : end] for edge in edges if edge.end == end)
    return any(edge.kind == "person" and ending_before(lattice, edge.start, "date") is not None for edge in people)


def _is_of_a_poll(lattice: Lattice, date: Mention) -> bool:
    """Tell whether a date is that of an election, which governs then: "at the elections held on 6 March 2005 it"."""
    before = [edge for edges in lattice.edges[max(0, date.start - 12) : date.start + 1] for edge in edges]
    lower = lattice.tokens.lower
    return any(
        edge.kind == "election" and (edge.end >= date.end or _is_when_it_was_held(lower, edge.end, date))
        for edge in before
    )


def _is_when_it_was_held(lower: Sequence[str], at: int, date: Mention) -> bool:
    """Tell whether a date ends what a token begins about an election: "the election held in Walden in 2024"."""
    told = lower[date.start] == "in" or lower[date.start - 1] == "in"
    return told and tuple(lower[at : at + 2]) == HELD and "," not in lower[at : date.start]


def is_of_a_vote(lattice: Lattice, period: Mention) -> bool:
    """Tell whether a period is when a vote went on: "in the election of 2011–12 it ran within the Azure Alliance"."""
    return not VOTES.isdisjoint(lattice.tokens.lower[max(0, period.start - 2) : period.start])


def is_within_a_clause(lattice: Lattice, at: int) -> bool:
    """Tell whether a date is of what went before: "after civil rule was restored in 1992 the party was formed"."""
    lower = lattice.tokens.lower
    opened = at
    while opened and lower[opened - 1] not in (",", ";", "("):
        opened = _before_bracket(lower, opened - 1) if lower[opened - 1] == ")" else opened - 1
    if opened < at and (lower[opened] in lexicon.words("beginning") or (opened == 0 and lower[0].endswith("ed"))):
        return True  # "Founded on 4 May 1971, the party contested", "Returned to legality in 1972, it joined"
    # "Soon after" and "two years after" open a clause as "after" does; "after 1992" is a time itself.
    opening = next(
        (place for place in range(opened, min(opened + 4, at)) if lower[place] in lexicon.words("aftermath")), -1
    )
    return 0 <= opening < at - 2


def is_within_a_remark(lattice: Lattice, period: Mention) -> bool:
    """Tell whether a period is that of another office: "Ann Lee, chair of the Red Party since 1998, was elected"."""
    lower = lattice.tokens.lower
    opened = next((at for at in range(period.start - 1, 0, -1) if lower[at] == ","), 0)
    if not opened or lower[period.end : period.end + 1] != (",",):
        return False
    begun = any(edge.kind == "role" for edge in lattice.edges[opened + 1])
    bodies = (edge for edges in lattice.edges[opened : period.start] for edge in edges)
    return begun and any(edge.kind == "other-party" and edge.end > edge.start for edge in bodies)


def _before_bracket(lower: Sequence[str], at: int) -> int:
    """Return where the bracket begins that closes at a token: "having left the Red Party (RP) in 1983, she founded"."""
    return next((back for back in range(at - 1, -1, -1) if lower[back] == "("), at)


def _opening_date(lattice: Lattice, match: Match) -> Mention | None:
    """Return the date that a sentence begins with ("In 1994 it ran alone and won a seat"), if it has no other.

    What a semicolon parts is a sentence of its own in this.
    """
    lower = lattice.tokens.lower
    first = max((at + 1 for at in range(match.start) if lower[at] == ";"), default=0)
    told = lower[first : match.end]
    if lower[first : first + 1] not in (("in",), ("on",)) or not lexicon.words("later").isdisjoint(told):
        return None
    date = lattice.at(first + 1, "date")
    others = any(
        edge.kind in ("date", "period") and edge.start >= (date.end if date else first)
        for edges in lattice.edges[first : match.end]
        for edge in edges
    )
    return None if others else date


def ending_before(lattice: Lattice, at: int, kind: str) -> Mention | None:
    """Return the mention of a kind that stands right before a place, a comma between them or not."""
    if at and lattice.tokens.lower[at - 1] == ",":
        at -= 1
    for start in range(max(0, at - 6), at):
        for edge in lattice.edges[start]:
            if edge.kind == kind and edge.end == at:
                return edge
    return None
