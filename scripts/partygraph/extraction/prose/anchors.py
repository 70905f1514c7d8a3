"""Tells which phrases can match a sentence at all, by the words and mentions that each of them needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from partygraph.rules.patterns import Program
from partygraph.rules.phrases import Phrase, phrases


@dataclass(frozen=True, slots=True)
class Anchors:
    """An index of programs.

    Each program is entered under one need alone: that of which the fewest programs need a member, as a word that few
    phrases know is rare in sentences, too. What a program needs besides is compared in one step: every set of words
    that some program needs is a bit.
    """

    programs: tuple[tuple[Phrase, Program], ...]
    needs: tuple[int, ...]
    """The sets that each program needs."""
    entries: Mapping[str, tuple[int, tuple[int, ...]]]
    """The sets that a word or ``{kind}`` is a member of, and the numbers of the programs entered under it."""

    def candidates(self, present: Iterable[str]) -> list[tuple[Phrase, Program]]:
        """Return the programs of whose every need something is present, in the order of the rules."""
        met = 0
        numbers: list[int] = []
        entries, needs = self.entries, self.needs
        for word in present:
            entry = entries.get(word)
            if entry is not None:
                met |= entry[0]
                numbers += entry[1]
        unmet = ~met
        able = {number for number in numbers if not needs[number] & unmet}
        return [self.programs[number] for number in sorted(able)]

    def wait_for(self, kinds: frozenset[str], present: Iterable[str]) -> bool:
        """Tell whether a program that can match asks for a mention of one of these kinds and of no other."""
        return any(need <= kinds for _, program in self.candidates(present) for need in program.needs)


@cache
def index() -> Anchors:
    """Return the index of all phrases."""
    return enter(tuple((phrase, program) for phrase in phrases() for program in phrase.programs))


def enter(programs: tuple[tuple[Phrase, Program], ...]) -> Anchors:
    """Make the index of some programs."""
    common = Counter(word for _, program in programs for need in program.needs for word in need)
    numbered: dict[frozenset[str], int] = {}
    met: Counter[str] = Counter()
    entered: dict[str, list[int]] = {}
    masks = []
    for number, (_, program) in enumerate(programs):
        mask = 0
        for need in program.needs:
            if need not in numbered:
                numbered[need] = 1 << len(numbered)
                for word in need:
                    met[word] |= numbered[need]
            mask |= numbered[need]
        masks.append(mask)
        for word in min(program.needs, key=lambda need: sum(common[word] for word in need)):
            entered.setdefault(word, []).append(number)
    return Anchors(programs, tuple(masks), {word: (bits, tuple(entered.get(word, ()))) for word, bits in met.items()})
