"""Tells which election is meant by way of another: "in this election", "at the elections", "in that of 1994"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from partygraph.extraction.prose.annotators import polldates
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

POINTING = frozenset({"this", "that", "these", "those"})
SAME = ("the", "same")
GOES_ON = frozenset({"of", "to", "for", "that", "which", "held", "next", "after", "before", "when", "where"})
"""What tells of another election behind the noun: "the election of a speaker", "the election that followed"."""
BEFORE = frozenset({"in", "at", "during"})

LIKE = frozenset({"that", "those"})
"""What stands for an election of the kind that was named before: "in those of 1994"."""
OUT_OF_TURN = frozenset({"early", "snap", "special"})
"""What one election may be and the next is not."""


def repeat(lattice: Lattice, told: tuple[Mention, ...], sort: Callable[[Mention], str]) -> None:
    """Add "that of 1994" and "those of 1994" as an election of the kind that was last named before.

    ``told`` are those of the sentence before, ``sort`` tells the kind of one that is named by its date only. Where
    nothing was named, or what filled one seat, there is nothing to repeat.
    """
    if "of" not in lattice.present or lattice.present.isdisjoint(LIKE) or "{date}" not in lattice.present:
        return
    lower = lattice.tokens.lower
    for at in range(1, len(lower) - 2):
        if lower[at] not in LIKE or lower[at + 1] != "of" or lower[at - 1] not in BEFORE:
            continue
        date = lattice.at(at + 2, "date")
        like = _last_before(lattice, at) or (told[-1] if told else None)
        if date is None or date.literal is None or like is None or like.name.endswith("by-election"):
            continue
        dates = [date, *(polldates.dates_behind(lattice, date.end) if lower[at] == "those" else ())]
        polls = [_like(like, at, one, sort) for one in dates]
        lattice.add(polls[0])
        if len(polls) > 1:
            names = ", ".join(poll.name for poll in polls)
            lattice.add(replace(polls[-1], name=names, entity=None, items=tuple(polls)))


def _last_before(lattice: Lattice, at: int) -> Mention | None:
    """Return the election that a sentence names last before a token; of several, the last."""
    polls = (edge for edges in lattice.edges[:at] for edge in edges if edge.kind == "election" and edge.end <= at)
    last = max(polls, key=lambda edge: (edge.end, edge.start), default=None)
    return last.items[-1] if last is not None and last.items else last


def _like(like: Mention, at: int, date: Mention, sort: Callable[[Mention], str]) -> Mention:
    """Return the election of a date that is of the kind of another."""
    kept = tuple((name, part) for name, part in like.parts if name not in ("date", "type", "implied", "place"))
    named = like.part("type") if like.part("implied") is None else None
    kind = " ".join(word for word in named.name.split() if word not in OUT_OF_TURN) if named is not None else sort(date)
    of_kind = ("type" if named is not None else "implied", Mention("text", at, at + 1, kind))
    name = " ".join(part for part in (date.name, kind, "election") if part)
    parts = (*kept, *((of_kind,) if kind or named is None else ()), ("date", date))
    return Mention("election", at, date.end, name, Entity(name, Kind.ELECTION), parts=parts, weak=date.weak)


def refer(lattice: Lattice, told: tuple[Mention, ...]) -> bool:
    """Give the elections that a sentence points back to the date of the one that the sentence before it named.

    ``told`` are those of the sentence before. Of two, neither is meant for sure, and a sentence that names a date or
    an election itself may mean that: then only "this election" still points back. Tells whether one does.
    """
    if len(told) != 1 or told[0].entity is None or "{election}" not in lattice.present:
        return False
    undated = [edge for edges in lattice.edges for edge in edges if edge.kind == "election" and edge.entity is None]
    alone = "{date}" not in lattice.present and len({edge.end for edge in undated}) == 1
    alone = alone and lexicon.words("own-time").isdisjoint(lattice.present)
    meant = [edge for edge in undated if not edge.items and _points_back(lattice, edge, told[0], alone)]
    for edge in meant:
        lattice.edges[edge.start].remove(edge)
        lattice.add(replace(told[0], start=edge.start, end=edge.end, weak=False))
    return bool(meant)


def _points_back(lattice: Lattice, edge: Mention, told: Mention, alone: bool) -> bool:
    """Tell whether an election without a date is the one told of before: of the same kind, or of none named."""
    lower = lattice.tokens.lower
    if lower[edge.end : edge.end + 1] and lower[edge.end] in GOES_ON:
        return False
    first = edge.start + (lower[edge.start] in ("the", *POINTING))
    kind, other = edge.part("type"), told.part("type")
    plain = kind is None or edge.part("implied") is not None
    if not plain and (kind is None or other is None or kind.name.lower() != other.name.lower()):
        return False
    if lower[first - 1] in POINTING or lower[max(0, first - 2) : first] == SAME:
        return True
    before = first - 1
    return alone and lower[before] == "the" and lower[before - 1 : before] != () and lower[before - 1] in BEFORE
