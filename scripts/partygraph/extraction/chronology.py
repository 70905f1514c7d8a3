"""Weakens what a text seems to say of a party's people and deeds before the party was founded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from partygraph.extraction.prose.annotators.quantities import literal_year
from partygraph.model import Entity, Fact, Literal, Status

OF_ITS_TIME = frozenset(
    (
        "candidate",
        "contested",
        "elected",
        "electionResult",
        "endorsed",
        "governmentRole",
        "leader",
        "member",
        "nominated",
    )
)
"""Predicates of what a party, or somebody for it, can only do while there is one."""
WHEN = ("date", "start", "year", "end")


def weaken(subject: Entity, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Make a candidate of each asserted fact about the party's people or deeds that is dated before its founding.

    A minister of 1930 who founded a party in 1935 held that office for another. Where the article gives several dates
    of founding, the earliest counts; where it gives none, nothing is weakened.
    """
    founded = [year for fact in facts if _is_founding(fact, subject) and (year := _year(fact.object))]
    if not founded:
        return facts
    first = min(founded)
    return tuple(replace(fact, status=Status.CANDIDATE) if _is_early(fact, subject, first) else fact for fact in facts)


def _is_founding(fact: Fact, subject: Entity) -> bool:
    return fact.predicate == "founded" and fact.subject == subject and fact.status is Status.ASSERTED


def _is_early(fact: Fact, subject: Entity, first: str) -> bool:
    # Whoever left the party left it when there was one; what it left itself was there before.
    left_it = fact.predicate == "splitFrom" and fact.object == subject
    if fact.status is not Status.ASSERTED or fact.source != "prose" or not (left_it or fact.predicate in OF_ITS_TIME):
        return False
    if subject not in (fact.subject, fact.object, fact.qualifier("party")):
        return False
    years = _years(fact.qualifier(name) for name in WHEN)
    return bool(years) and min(years) < first


def _years(values: Iterable[Entity | Literal | None]) -> list[str]:
    return [year for value in values if value is not None and (year := _year(value))]


def _year(value: Entity | Literal) -> str:
    return literal_year(value) if isinstance(value, Literal) else ""
