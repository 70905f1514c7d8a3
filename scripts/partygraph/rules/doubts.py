"""The doubts of ontology/doubts.tsv: words around a match that leave open what it says, each with its examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from partygraph.errors import Place, RuleError
from partygraph.resources import folder
from partygraph.rules import lexicon
from partygraph.rules.predicates import predicates, qualifiers

COLUMNS = frozenset({"doubt", "predicates", "has", "lacks", "where", "doubtful", "sure"})
CONDITION = re.compile(r"(not )?((?:(?:opening|first|inside|anywhere|object|before|behind)(?: \d+)? ?)+): *(.+)")
PART = re.compile(r"([a-z]+)(?: (\d+))?")
EXPRESSION = re.compile(r"<[a-z-]+>|\{[a-z-]+\}|[^|<>{}]+")
FAR = 1000
"""More words than a sentence has: how far "before" and "behind" reach without a number."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Words that must stand in a place, or must not.

    ``parts`` are the pieces of the place, each with its reach in words; ``sequences`` the expressions, a word with a
    capital as it is written; ``patterns`` words with ``*``; ``kinds`` mentions.
    """

    parts: tuple[tuple[str, int], ...]
    sequences: frozenset[tuple[str, ...]]
    patterns: tuple[str, ...]
    kinds: frozenset[str]
    wanted: bool = True
    cues: frozenset[str] = frozenset()
    """Words and mentions of which the sentence must have one; empty where that cannot be told so early."""

    def is_met(self, words: list[str], written: list[str], present: set[str]) -> bool:
        """Tell whether words, the same as they are written, and the mentions present are as they should be."""
        return self.wanted == self._is_there(words, written, present)

    def _is_there(self, words: list[str], written: list[str], present: set[str]) -> bool:
        if not self.kinds.isdisjoint(present):
            return True
        if self.patterns and any(fnmatchcase(word, pattern) for word in words for pattern in self.patterns):
            return True
        for sequence in self.sequences:
            among = words if sequence[0].islower() or not sequence[0].isalpha() else written
            if sequence[0] in among and (len(sequence) == 1 or _occurs(sequence, among)):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is open about statements of some predicates, and where one sees it."""

    name: str
    predicates: frozenset[str]
    has: frozenset[str]
    lacks: frozenset[str]
    conditions: tuple[Condition, ...]
    doubtful: str
    sure: str
    cues: tuple[frozenset[str], ...]
    """Of each of these the sentence must have a word or mention."""


@cache
def doubts() -> tuple[Doubt, ...]:
    """Return the doubts in the order of the table.

    Raises:
        RuleError: a column, predicate, qualifier, class or place is unknown, or a condition cannot be read.
    """
    path = folder("ontology") / "doubts.tsv"
    return tuple(read(path))


@cache
def doubts_about(predicate: str) -> tuple[Doubt, ...]:
    """Return the doubts that concern statements of a predicate."""
    return tuple(doubt for doubt in doubts() if predicate in doubt.predicates)


def read(path: Path) -> Iterator[Doubt]:
    """Read a table of doubts.

    Raises:
        RuleError: as for `doubts`.
    """
    for row in lexicon.rows(path):
        if row.keys() != COLUMNS:
            raise RuleError(
                f"its columns are {', '.join(row)}",
                where=Place(str(path)),
                remedy=f"They must be {', '.join(sorted(COLUMNS))}",
            )
        where = Place(f"{path}, “{row['doubt']}”")
        conditions = tuple(_condition(text.strip(), where) for text in row["where"].split(" & ") if text.strip())
        yield Doubt(
            row["doubt"],
            _predicates(row["predicates"], where),
            _known(row["has"], qualifiers(), where),
            _known(row["lacks"], qualifiers(), where),
            conditions,
            row["doubtful"],
            row["sure"],
            tuple(condition.cues for condition in conditions if condition.cues),
        )


def _predicates(text: str, where: Place) -> frozenset[str]:
    named = _known(text.removeprefix("!"), predicates(), where)
    return named if named and not text.startswith("!") else frozenset(predicates()) - named


def _known(text: str, table: Mapping[str, object], where: Place) -> frozenset[str]:
    names = frozenset(filter(None, text.split("|")))
    if unknown := names - table.keys():
        raise RuleError(f"there is no {', '.join(sorted(unknown))}", where=where)
    return names


def _condition(text: str, where: Place) -> Condition:
    match = CONDITION.fullmatch(text)
    if match is None:
        raise RuleError(f"“{text}” is no condition", where=where, remedy="Write it like: before 3 inside: former|ex")
    sequences: set[tuple[str, ...]] = set()
    patterns: list[str] = []
    kinds: set[str] = set()
    for expression in EXPRESSION.findall(match[3]):
        if expression.startswith("<"):
            kinds.add(f"{{{expression[1:-1]}}}")
        elif expression.startswith("{"):
            words = lexicon.phrases(expression[1:-1])
            if not words:
                raise RuleError(f"the lexicon has no class {expression}", where=where)
            sequences |= words
        elif "*" in expression:
            patterns.append(expression)
        else:
            sequences.add(tuple(expression.split()))
    parts = tuple((name, int(reach or FAR)) for name, reach in PART.findall(match[2]))
    wanted, early = match[1] is None, not patterns and "object" not in match[2]
    cues = frozenset(kinds | {sequence[0].lower() for sequence in sequences}) if wanted and early else frozenset()
    return Condition(parts, frozenset(sequences), tuple(patterns), frozenset(kinds), wanted, cues)


def _occurs(sequence: tuple[str, ...], words: list[str]) -> bool:
    width = len(sequence)
    return any(tuple(words[at : at + width]) == sequence for at in range(len(words) - width + 1))
