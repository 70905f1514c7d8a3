"""Holds back what a rule reads too often wrong: by its measured record, not by what this one sentence says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from partygraph.model import Entity, Fact, Status, written
from partygraph.rules.records import Record, Telling, records


def weigh(subject: Entity, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Make a candidate of each asserted fact of a sentence whose rule has a poor record in facts that are told so.

    ``subject`` is the article's party. Facts of the infobox and of tables stand as they are: what a line says under
    its key is no question of reading.
    """
    return tuple(
        replace(fact, status=Status.CANDIDATE)
        if fact.status is Status.ASSERTED and is_poorly_read(fact, subject)
        else fact
        for fact in facts
    )


def is_poorly_read(fact: Fact, subject: Entity) -> bool:
    """Tell whether a fact is one of a sentence, and what its rule reads in such a manner is too often wrong."""
    return fact.source == "prose" and records().is_poor(_telling(fact, subject))


def record_of(fact: Fact, subject: Entity) -> Record:
    """Return how statements that are told like this one were judged; its counts are 0 where none was."""
    return records().of(_telling(fact, subject))


def _telling(fact: Fact, subject: Entity) -> Telling:
    triple = (fact.subject.name, fact.predicate, written(fact.object))
    values = {pair.name: written(pair.value) for pair in fact.qualifiers}
    return Telling.of(subject.name, triple, values, fact.evidence[0].quote, fact.rule)
