"""Puts together what an article says twice, and sets everything in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from partygraph.model import Entity, Fact, Literal, Qualifier

Key = tuple[str, str, str, str, str, str]


def merge(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Make one fact of those that say the same, with the evidence of each; a fuller account takes in a barer one.

    Facts of different sources (infobox, prose) stay apart: that two sources agree is worth knowing.
    """
    groups: dict[Key, list[list[Fact]]] = {}
    for fact in facts:
        group = groups.setdefault(_key(fact), [])
        same = next((same for same in group if _compatible(fact, same[0])), None)
        if same is None:
            group.append([fact])
        elif len(fact.qualifiers) > len(same[0].qualifiers):
            same.insert(0, fact)
        else:
            same.append(fact)
    merged = [_joined(same) for group in groups.values() for same in group]
    return tuple(sorted(merged, key=lambda fact: (fact.evidence[0].span, fact.predicate)))


def _key(fact: Fact) -> Key:
    return (fact.source, fact.subject.name, fact.predicate, *_written(fact.object), fact.status.value)


def _written(value: Entity | Literal) -> tuple[str, str]:
    if isinstance(value, Entity):
        return value.name, value.kind.value
    return value.lexical, value.datatype.value


def _compatible(one: Fact, other: Fact) -> bool:
    """Tell whether two accounts of a fact can be one: neither has a value for something that the other has differently.

    An account with qualifiers that the other lacks must be the fuller one in everything.
    """
    first, second = _table(one.qualifiers), _table(other.qualifiers)
    return first.items() <= second.items() or second.items() <= first.items()


def _table(qualifiers: tuple[Qualifier, ...]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for qualifier in qualifiers:
        found[qualifier.name] = (*found.get(qualifier.name, ()), _written(qualifier.value))
    return found


def _joined(same: list[Fact]) -> Fact:
    """Make one fact of several that say the same, the fullest first."""
    evidence = dict.fromkeys(item for fact in same for item in fact.evidence)
    return replace(same[0], evidence=tuple(evidence))
