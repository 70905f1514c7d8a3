"""Tells which phrases can match a sentence at all, by the words and mentions that each of them needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from partygraph.extraction.prose.lattice import Lattice
from partygraph.rules.phrases import Phrase, phrases
from partygraph.rules.programs import Program


@dataclass(frozen=True, slots=True)
class Anchors:
    """An index of programs.

    A program is found by what it can begin with, what can stand behind that, and the rarest of what it needs besides.
    Whether all its needs are met is compared in one step, since every set of words that some program needs is a bit;
    whether they are met in their order is asked last.
    """

    programs: tuple[tuple[Phrase, Program], ...]
    needs: tuple[int, ...]
    """The sets that each program needs."""
    entries: Mapping[str, int]
    """The sets that a word or ``{kind}`` is a member of."""
    pairs: Mapping[str, Mapping[str, Sequence[int]]]
    """The programs that can begin with a word or ``{kind}`` and go on with another (empty: with any), by number."""
    _sorted: dict[tuple[str, str], Mapping[str, Sequence[int]]] = field(default_factory=dict)
    """The programs of each pair that a sentence has had, by what they need besides."""
    _common: dict[frozenset[str], tuple[bool, int, list[str]]] = field(default_factory=dict)
    """How common the members of each need are, once asked for."""
    _waiting: dict[frozenset[str], tuple[int, ...]] = field(default_factory=dict)
    """The needs of the programs that ask for a mention of some kinds and of no other."""

    def _met(self, present: Iterable[str]) -> int:
        """Return the sets of which something is present, a bit each."""
        met, entries = 0, self.entries
        for word in present:
            met |= entries.get(word, 0)
        return met

    def able(self, lattice: Lattice) -> list[tuple[Phrase, Program, list[int]]]:
        """Return the programs that can match a sentence, in the order of the rules, each with the tokens to begin at.

        The lattice must be complete.
        """
        unmet, pairs = ~self._met(lattice.present), self.pairs
        present = {*lattice.present, ""}
        order = _Order(lattice)
        places: dict[int, list[int]] = {}
        unable: set[int] = set()
        beginning: dict[tuple[str, str], list[int]] = {}
        for at, word in enumerate(lattice.tokens.lower):
            openers = {(f"{{{edge.kind}}}", edge.end) for edge in lattice.edges[at]}
            openers.update((one, at + 1) for one in (word, *lattice.silent.get(at, ())))
            numbers: set[int] = set()
            for opener, end in openers:
                behind = pairs.get(opener)
                if behind is None:
                    continue
                seconds = behind.keys() & lattice.next_at(end)
                if opener[0] != "{":
                    seconds |= behind.keys() & lattice.next_at(at)
                if "" in behind:
                    seconds.add("")
                for second in seconds:
                    those = beginning.get((opener, second))
                    if those is None:
                        sort = self._sorted.get((opener, second)) or self._sort(opener, second)
                        those = [n for name in sort.keys() & present for n in sort[name] if not self.needs[n] & unmet]
                        beginning[opener, second] = those
                    numbers.update(those)
            for number in numbers - unable:
                if number in places:
                    places[number].append(at)
                elif not order.holds(self.programs[number][1].needs, at):
                    unable.add(number)  # what does not stand behind this token stands behind no later one
                else:
                    places[number] = [at]
        return [(*self.programs[number], places[number]) for number in sorted(places)]

    def _sort(self, opener: str, second: str) -> Mapping[str, Sequence[int]]:
        """Sort the programs that begin so by the words or kinds of which they need one besides, the rarest there are.

        A program that needs nothing besides stands under an empty name.
        """
        told = {opener, *second.split()}
        found: dict[str, list[int]] = {}
        for number in self.pairs[opener][second]:
            others = [need for need in self.programs[number][1].needs if told.isdisjoint(need)]
            for name in min(others, key=self._commonness, default=frozenset({""})):
                found.setdefault(name, []).append(number)
        self._sorted[opener, second] = found
        return found

    def _commonness(self, need: frozenset[str]) -> tuple[bool, int, list[str]]:
        """Return how common the members of a need are: most sentences have a date and a party, few have "merging"."""
        known = self._common.get(need)
        if known is None:
            is_met_by_mentions = any(name[0] == "{" for name in need)
            known = is_met_by_mentions, sum(self.entries[name].bit_count() for name in need), sorted(need)
            self._common[need] = known
        return known

    def wait_for(self, kinds: frozenset[str], present: Iterable[str]) -> bool:
        """Tell whether a program that can match asks for a mention of one of these kinds and of no other."""
        known = self._waiting.get(kinds)
        if known is None:
            known = self._waiting[kinds] = tuple(
                needed
                for (_, program), needed in zip(self.programs, self.needs, strict=True)
                if any(need <= kinds for need in program.needs)
            )
        unmet = ~self._met(present)
        return any(not needed & unmet for needed in known)


class _Order:
    """Where the words and mentions of a lattice stand: a bit for each token."""

    def __init__(self, lattice: Lattice) -> None:
        self._places: dict[str, int] = {}
        self._known: dict[frozenset[str], int] = {}
        places = self._places
        for at, word in enumerate(lattice.ended):
            for name in (word, *lattice.silent.get(at, ()), *(f"{{{edge.kind}}}" for edge in lattice.edges[at])):
                places[name] = places.get(name, 0) | 1 << at

    def holds(self, needs: Sequence[frozenset[str]], start: int) -> bool:
        """Tell whether, from a token on, something of each need stands not before what is first met of the last."""
        for need in needs:
            places = self._known.get(need)
            if places is None:
                places = 0
                for name in need & self._places.keys():
                    places |= self._places[name]
                self._known[need] = places
            places >>= start
            if not places:
                return False
            start += (places & -places).bit_length() - 1
        return True


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
