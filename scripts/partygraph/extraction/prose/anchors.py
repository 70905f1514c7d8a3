"""Tells which phrases can match a sentence at all, by the words and mentions that each of them needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from partygraph.extraction.prose.lattice import Lattice
from partygraph.rules.phrases import Phrase, phrases
from partygraph.rules.programs import Program


@dataclass(frozen=True, slots=True)
class Anchors:
    """An index of programs.

    A program is found by what it can begin with and what can stand behind that; what it needs besides is compared in
    one step: every set of words that some program needs is a bit.
    """

    programs: tuple[tuple[Phrase, Program], ...]
    needs: tuple[int, ...]
    """The sets that each program needs."""
    entries: Mapping[str, int]
    """The sets that a word or ``{kind}`` is a member of."""
    pairs: Mapping[str, Mapping[str, Sequence[int]]]
    """The programs that can begin with a word or ``{kind}`` and go on with another (empty: with any), by number."""

    def candidates(self, present: Iterable[str]) -> list[tuple[Phrase, Program]]:
        """Return the programs of whose every need something is present, in the order of the rules."""
        unmet = ~self._met(present)
        return [program for program, needed in zip(self.programs, self.needs, strict=True) if not needed & unmet]

    def _met(self, present: Iterable[str]) -> int:
        """Return the sets of which something is present, a bit each."""
        met, entries = 0, self.entries
        for word in present:
            met |= entries.get(word, 0)
        return met

    def able(self, lattice: Lattice) -> list[tuple[Phrase, Program, list[int]]]:
        """Return those of the candidates that can begin and go on in a sentence, each with the tokens where it can.

        The lattice must be complete.
        """
        unmet, needs, pairs = ~self._met(lattice.present), self.needs, self.pairs
        places: dict[int, list[int]] = {}
        unable: set[int] = set()
        for at, word in enumerate(lattice.tokens.lower):
            openers = {(f"{{{edge.kind}}}", edge.end) for edge in lattice.edges[at]}
            openers.update((one, at + 1) for one in (word, *lattice.silent.get(at, ())))
            for opener, end in openers:
                behind = pairs.get(opener)
                if behind is None:
                    continue
                nexts = lattice.next_at(end) if opener[0] == "{" else lattice.next_at(at) | lattice.next_at(end)
                for name in ("", *nexts):
                    for number in behind.get(name, ()):
                        if number in unable:
                            continue
                        spots = places.get(number)
                        if spots is None:
                            if needs[number] & unmet:
                                unable.add(number)
                                continue
                            places[number] = spots = []
                        if not spots or spots[-1] != at:
                            spots.append(at)
        return [(*self.programs[number], places[number]) for number in sorted(places)]

    def wait_for(self, kinds: frozenset[str], present: Iterable[str]) -> bool:
        """Tell whether a program that can match asks for a mention of one of these kinds and of no other."""
        return any(need <= kinds for _, program in self.candidates(present) for need in program.needs)


@cache
def index() -> Anchors:
    """Return the index of all phrases."""
    return enter(tuple((phrase, program) for phrase in phrases() for program in phrase.programs))


def enter(programs: tuple[tuple[Phrase, Program], ...]) -> Anchors:
    """Make the index of some programs."""
    numbered: dict[frozenset[str], int] = {}
    met: Counter[str] = Counter()
    masks = []
    for _, program in programs:
        mask = 0
        for need in program.needs:
            if need not in numbered:
                numbered[need] = 1 << len(numbered)
                for word in need:
                    met[word] |= numbered[need]
            mask |= numbered[need]
        masks.append(mask)
    return Anchors(programs, tuple(masks), met, _pairs(program for _, program in programs))


def _pairs(programs: Iterable[Program]) -> Mapping[str, Mapping[str, Sequence[int]]]:
    found: dict[str, dict[str, list[int]]] = {}
    for number, program in enumerate(programs):
        for opener, seconds in program.seconds.items():
            behind = found.setdefault(opener, {})
            for name in ("",) if seconds is None else seconds:
                behind.setdefault(name, []).append(number)
    return found
