"""Puts together what an article says twice, and sets everything in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from partygraph.model import Datatype, Entity, Fact, Kind, Literal, Qualifier

Key = tuple[str, str, str, str, str, str]
Item = tuple[str, tuple[tuple[str, str], ...]]
Table = frozenset[Item]
"""The qualifiers of a fact: each name with all its values."""
ONCE = frozenset({"founded", "dissolved"})
"""What a party is or does on one day; another day is another account."""
FEW = 8
"""So many accounts are compared one by one."""


def merge(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Make one fact of those that say the same, with the evidence of each; a fuller account takes in a barer one.

    Facts of different sources (infobox, prose) stay apart: that two sources agree is worth knowing.
    """
    groups: dict[Key, _Group] = {}
    for fact in facts:
        groups.setdefault(_key(fact), _Group()).take(fact)
    merged = _dated([_joined(same) for group in groups.values() for same in group.accounts])
    return tuple(sorted(merged, key=lambda fact: (fact.evidence[0].span, fact.predicate)))


def _dated(facts: list[Fact]) -> list[Fact]:
    """Let the day on which something was take in its year: "founded in 1951" is what "on 3 May 1951" says."""
    days: dict[tuple[str, str, str, str], list[int]] = {}
    for number, fact in enumerate(facts):
        if fact.predicate in ONCE and isinstance(fact.object, Literal):
            days.setdefault((fact.source, fact.subject.name, fact.predicate, fact.status.value), []).append(number)
    barer: set[int] = set()
    for numbers in days.values():
        for number in numbers:
            fuller = [other for other in numbers if _is_finer(facts[other], facts[number])]
            if len(fuller) == 1:
                facts[fuller[0]] = _joined([facts[fuller[0]], facts[number]])
                barer.add(number)
    return [fact for number, fact in enumerate(facts) if number not in barer]


def _is_finer(fact: Fact, other: Fact) -> bool:
    if not isinstance(fact.object, Literal) or not isinstance(other.object, Literal) or other.object.approximate:
        return False
    same = set(other.qualifiers) <= set(fact.qualifiers)
    return same and fact.object.lexical.startswith(f"{other.object.lexical}-")


def _key(fact: Fact) -> Key:
    return (fact.source, fact.subject.name, fact.predicate, *_written(fact.object), fact.status.value)


def _written(value: Entity | Literal) -> tuple[str, str]:
    if isinstance(value, Entity):
        # What one sentence calls a party, another may only know as a body.
        return value.name, (Kind.ORGANISATION if value.kind is Kind.PARTY else value.kind).value
    return value.lexical, value.datatype.value


class _Group:
    """Facts that differ in their qualifiers only, and their accounts: facts that can be one, the fullest first.

    Two facts can be one if neither has a value for something that the other has differently: all qualifiers of the one
    are among those of the other. So that thousands of accounts of one thing are not compared two by two, the accounts
    are found by the qualifiers of their fullest fact, once they are many: a barer account by looking up each choice of
    the new fact's qualifiers, a fuller one among those that have its rarest.
    """

    def __init__(self) -> None:
        self.accounts: list[list[Fact]] = []
        self._tables: list[Table] = []
        self._entered = 0
        self._exact: dict[Table, set[int]] = {}
        self._having: dict[Item, set[int]] = {}

    def take(self, fact: Fact) -> None:
        """Put a fact to the first account that it can be one with, or begin one."""
        table = _table(fact.qualifiers)
        number = self._find(table)
        if number is None:
            number = len(self.accounts)
            self.accounts.append([fact])
            self._tables.append(table)
        elif len(table) > len(self._tables[number]):
            if number < self._entered:
                self._enter(number, leave=True)
            self.accounts[number].insert(0, fact)
            self._tables[number] = table
        else:
            self.accounts[number].append(fact)
            return
        if number < self._entered:
            self._enter(number)
        elif len(self.accounts) > FEW:
            for number in range(self._entered, len(self.accounts)):
                self._enter(number)
            self._entered = len(self.accounts)

    def _enter(self, number: int, *, leave: bool = False) -> None:
        table = self._tables[number]
        for numbers in (self._exact.setdefault(table, set()), *(self._having.setdefault(i, set()) for i in table)):
            (numbers.discard if leave else numbers.add)(number)

    def _find(self, table: Table) -> int | None:
        if not self._entered:
            for number, known in enumerate(self._tables):
                if known <= table or table <= known:
                    return number
            return None
        if not table:
            return 0
        found = [min(numbers) for bare in _choices(table) if (numbers := self._exact.get(bare))]
        rarest = min((self._having.get(item, set()) for item in table), key=len)
        found += [number for number in rarest if table <= self._tables[number]]
        return min(found, default=None)


def _choices(table: Table) -> Iterator[Table]:
    return (frozenset(some) for size in range(len(table) + 1) for some in combinations(table, size))


def _table(qualifiers: tuple[Qualifier, ...]) -> Table:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for qualifier in _firm(qualifiers):
        found[qualifier.name] = (*found.get(qualifier.name, ()), _written(qualifier.value))
    if "end" in found:
        # What has ended is past: an account that knows only that much says the same.
        found.setdefault("current", (_written(Literal("false", Datatype.BOOLEAN)),))
    return frozenset(found.items())


def _firm(qualifiers: tuple[Qualifier, ...]) -> tuple[Qualifier, ...]:
    """Return the qualifiers without "no longer", where that is concluded from another place: a date tells more."""
    return tuple(pair for pair in qualifiers if pair.name != "current" or pair.evidence is None)


def _joined(same: list[Fact]) -> Fact:
    """Make one fact of several that say the same, the fullest first."""
    evidence = dict.fromkeys(item for fact in same for item in fact.evidence)
    if len(same) == 1 and len(evidence) == len(same[0].evidence):
        return same[0]
    return replace(same[0], evidence=tuple(evidence))
