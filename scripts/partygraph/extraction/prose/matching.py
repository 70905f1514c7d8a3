"""Matches phrase patterns over lattices, each part of a pattern once at each token.

What a part matches at a token is remembered for all the patterns that have it: "[in {date}]" is matched once for a
hundred. No pattern can hang: its time is its parts times the tokens that a part can begin at and end at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.rules.patterns import Node
from partygraph.rules.programs import Program, first, opening, sort_choice

Trail = tuple[tuple[str, Mention], ...]
"""Filled slots in the order of the pattern."""
Outcome = tuple[int, bool, Trail]
"""Where a part of a pattern ends, whether anything has matched by then, and the slots filled on the way."""
Outcomes = tuple[Outcome, ...]
"""The ways in which a part matches, the first to try first; of several ways to one end the first stands."""

SHOWN = 8
"""So many of the words that a pattern waited for are told."""


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``start`` to ``end`` with the slots that they fill."""

    start: int
    end: int
    slots: Trail


@dataclass(frozen=True, slots=True)
class Attempt:
    """How far a pattern came before it failed: up to which token, through how many parts, and what it wanted next."""

    start: int
    reached: int
    parts: int
    wanted: str


@dataclass(slots=True)
class Matcher:
    """Matches patterns over one lattice, which must be complete and must not change."""

    lattice: Lattice
    _known: dict[tuple[int, int], Outcomes] = field(default_factory=dict)
    """What has been found out, by the identity of a part, the token, and whether anything had matched before it."""
    _places: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def matches(self, program: Program) -> list[Match]:
        """Return the matches of a pattern from left to right; they do not overlap."""
        if any(need.isdisjoint(self.lattice.present) for need in program.needs):
            return []
        return self.matches_at(program, self.lattice.starts(program.openers))

    def matches_at(self, program: Program, places: Iterable[int]) -> list[Match]:
        """Return the same of a pattern whose needs are known to be met, and that can begin at some tokens alone."""
        found: list[Match] = []
        free = 0
        for at in places:
            ways = self._sequence(program.parts, at, begun=False) if at >= free else ()
            if ways:
                end, _, slots = ways[0]
                found.append(Match(at, end, slots))
                free = max(end, at + 1)
        return found

    def nearest(self, program: Program) -> Attempt | None:
        """Return how far a pattern that matches nowhere came at its best; None if it matches, or begins nowhere."""
        best: Attempt | None = None
        for at in range(len(self.lattice.tokens)):
            reached, parts = at, 0
            ways: Sequence[Outcome] = ()
            for number in range(1, len(program.parts) + 1):
                ways = self._sequence(program.parts[:number], at, begun=False)
                if not ways:
                    break
                end = max(end for end, _, _ in ways)
                if end > reached:
                    reached, parts = end, number
            if ways:
                return None
            if parts and (best is None or (parts, reached) > (best.parts, best.reached)):
                best = Attempt(at, reached, parts, _wanted(opening(program.parts[parts:])))
        return best

    # ----------------------------------------------------------------------- the parts of a pattern

    def _outcomes(self, node: Node, at: int, *, begun: bool) -> Outcomes:
        key = (id(node), at + at + begun)
        known = self._known.get(key)
        if known is None:
            beginning = first(node)
            if not beginning.names.isdisjoint(self.lattice.next_at(at)):
                known = _first_to_each_end(self._ways(node, at, begun))
            elif not beginning.may_be_nothing:
                known = ()
            elif node.op == "option" and not first(node.parts[0]).may_be_nothing:
                known = ((at, begun, ()),)
            else:
                known = _first_to_each_end(self._ways(node, at, begun))
            self._known[key] = known
        return known

    def _ways(self, node: Node, at: int, begun: bool) -> Sequence[Outcome]:
        op = node.op
        if op == "sequence":
            return self._sequence(node.parts, at, begun=begun)
        if op == "option":
            return [*self._outcomes(node.parts[0], at, begun=begun), (at, begun, ())]
        if op == "choice":
            return self._choice(node, at, begun)
        if op == "slot":
            return [
                (edge.end, True, ((node.slot, edge),))
                for place in self._open(at, begun)
                for edge in self.lattice.edges[place]
                if edge.kind in node.kinds
            ]
        if op == "word":
            return self._word(frozenset((node.word,)), at, begun)
        words = self.lattice.ended
        return [
            (place, begun, ())
            for place in self._open(at, begun)
            if (place == 0 if op == "start" else words[place] in ("", ".", ";"))
        ]

    def _sequence(self, parts: Sequence[Node], at: int, *, begun: bool) -> Sequence[Outcome]:
        known, words = self._known, self.lattice.ended
        skips, silent = self.lattice.skips, self.lattice.silent
        ways: Sequence[Outcome] = ((at, begun, ()),)
        for part in parts:
            longer: list[Outcome] = []
            for middle, so_far, trail in ways:
                if part.op == "word" and not skips[middle] and middle not in silent:
                    # Most parts are words, and fail: that is found out before any book is kept.
                    if words[middle] == part.word:
                        longer.append((middle + 1, True, trail))
                    continue
                outcomes = known.get((id(part), middle + middle + so_far))
                if outcomes is None:
                    outcomes = self._outcomes(part, middle, begun=so_far)
                longer += [(end, more, trail + slots) for end, more, slots in outcomes] if trail else outcomes
            if not longer:
                return ()
            ways = longer if len(longer) == 1 else _first_to_each_end(longer)
        return ways

    def _choice(self, node: Node, at: int, begun: bool) -> Sequence[Outcome]:
        known = sort_choice(node)
        if known.single:
            return self._word(known.single, at, begun)
        found: list[Outcome] = []
        if known.worded:
            words, silent, worded = self.lattice.ended, self.lattice.silent, known.worded
            for place in self._open(at, begun):
                if words[place] in worded:
                    found += self._outcomes(worded[words[place]], place + 1, begun=True)
                if place in silent:
                    for word in sorted(silent[place] & worded.keys(), reverse=True):
                        found += self._outcomes(worded[word], place, begun=True)
        for part in known.others:
            found += self._outcomes(part, at, begun=begun)
        return found

    def _word(self, wanted: frozenset[str], at: int, begun: bool) -> list[Outcome]:
        words, silent = self.lattice.ended, self.lattice.silent
        found: list[Outcome] = []
        for place in self._open(at, begun):
            if words[place] in wanted:
                found.append((place + 1, True, ()))
            if place in silent and not wanted.isdisjoint(silent[place]):
                found.append((place, True, ()))
        return found

    def _open(self, at: int, begun: bool) -> tuple[int, ...]:
        """Return the token and those that reading may go on at instead; before anything has matched there are none."""
        skips = self.lattice.skips
        if not begun or not skips[at]:
            return (at,)
        known = self._places.get(at)
        if known is None:
            known = self._places[at] = tuple(dict.fromkeys(_passing_over(skips, at)))
        return known


def _passing_over(skips: list[list[int]], at: int) -> Iterator[int]:
    todo, seen = [at], set()
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            yield here
            todo += reversed(skips[here])


def _first_to_each_end(ways: Sequence[Outcome]) -> Outcomes:
    if len(ways) < 2:
        return tuple(ways)
    found: dict[tuple[int, bool], Outcome] = {}
    for way in ways:
        found.setdefault(way[:2], way)
    return tuple(found.values())


def _wanted(names: frozenset[str]) -> str:
    words = sorted(name for name in names if name[0] != "{")
    return "|".join((words or sorted(names))[:SHOWN])
