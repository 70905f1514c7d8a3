"""Runs the programs of phrase patterns over lattices, in time linear in program times sentence.

A pair of program step and token that failed once is never tried again, whatever way led to it: no pattern can hang.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.rules.programs import Program, Step

Trail = tuple[Any, str, Mention]
"""A chain of filled slots, the last first: (those before it, slot, mention)."""


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``start`` to ``end`` with the slots that they fill."""

    start: int
    end: int
    slots: tuple[tuple[str, Mention], ...]


@dataclass(frozen=True, slots=True)
class Attempt:
    """How far a pattern came before it failed: up to which token, through how many steps, and what it wanted next."""

    start: int
    reached: int
    steps: int
    wanted: str


def matches(program: Program, lattice: Lattice) -> list[Match]:
    """Return the matches from left to right; they do not overlap."""
    if any(need.isdisjoint(lattice.present) for need in program.needs):
        return []
    return matches_at(program, lattice, lattice.starts(program.openers))


def matches_at(program: Program, lattice: Lattice, places: Iterable[int]) -> list[Match]:
    """Return the same of a program whose needs are known to be met, and that can begin at some tokens alone."""
    found: list[Match] = []
    tried: set[int] = set()
    free = 0
    for at in places:
        if at >= free:
            match = _run(program, lattice, at, tried)
            if match:
                found.append(match)
                free = max(match.end, at + 1)
    return found


def nearest(program: Program, lattice: Lattice) -> Attempt | None:
    """Return how far a pattern that does not match came at its best."""
    best: Attempt | None = None
    for at in range(len(lattice.tokens)):
        reach = _Reach()
        if _run(program, lattice, at, set(), reach):
            return None
        if reach.steps and (best is None or reach.key() > (best.steps, best.reached)):
            best = Attempt(at, reach.at, reach.steps, reach.wanted)
    return best


@dataclass(slots=True)
class _Reach:
    """The farthest failure so far."""

    steps: int = 0
    at: int = 0
    wanted: str = ""

    def key(self) -> tuple[int, int]:
        return (self.steps, self.at)

    def note(self, done: int, at: int, step: Step) -> None:
        if (done, at) > self.key():
            wanted = "|".join(sorted(step.words)[:8]) or f"{{{'|'.join(sorted(step.kinds))}}}"
            self.steps, self.at, self.wanted = done, at, wanted


def _run(program: Program, lattice: Lattice, start: int, tried: set[int], reach: _Reach | None = None) -> Match | None:
    steps, edges, skips, silent = program.steps, lattice.edges, lattice.skips, lattice.silent
    words = lattice.ended
    width = len(words)
    # Each entry: step, token, chain of filled slots, how much has matched so far (at 0 nothing may be passed over yet).
    todo: list[tuple[int, int, Trail | None, int]] = [(pc, start, None, 0) for pc in program.entry]
    while todo:
        pc, at, trail, done = todo.pop()
        step = steps[pc]
        op = step.op
        if op == "word" and reach is None and words[at] not in step.words and not skips[at] and at not in silent:
            continue  # the usual failure, found out before any book is kept
        key = (pc * width + at) * 2 + (done > 0)
        if key in tried:
            continue
        tried.add(key)
        if done and skips[at]:
            for end in reversed(skips[at]):
                todo.append((pc, end, trail, done))
        skipping = len(todo)
        if op == "word":
            if silent and at in silent and not step.words.isdisjoint(silent[at]):
                for then in step.then:
                    todo.append((then, at, trail, done + 1))
            if words[at] in step.words:
                for then in step.then:
                    todo.append((then, at + 1, trail, done + 1))
        elif op == "slot":
            for edge in reversed(edges[at]):
                if edge.kind in step.kinds:
                    longer = (trail, step.slot, edge)
                    for then in step.then:
                        todo.append((then, edge.end, longer, done + 1))
        elif op == "switch":
            if at in silent:
                for word in sorted(step.words & silent[at]):
                    todo += [(then, at, trail, done + 1) for then in program.way(pc, word)]
            if words[at] in step.words:
                todo += [(then, at + 1, trail, done + 1) for then in program.way(pc, words[at])]
        elif op == "accept":
            return _match(start, at, trail)
        elif (op == "start" and at == 0) or (op == "end" and words[at] in ("", ".", ";")):
            todo += [(then, at, trail, done) for then in step.then]
        if reach is not None and len(todo) == skipping:
            reach.note(done, at, step)
    return None


def _match(start: int, end: int, trail: Trail | None) -> Match:
    slots: list[tuple[str, Mention]] = []
    while trail is not None:
        trail, slot, mention = trail
        slots.append((slot, mention))
    return Match(start, end, tuple(reversed(slots)))
