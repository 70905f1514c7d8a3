"""What in one article speaks against a fact of it: another value for something that has only one."""

from __future__ import annotations

from partygraph.model import Entity, Extraction, Fact, Literal, Status

SINGLE = frozenset(
    (
        "banned",
        "dissolved",
        "founded",
        "foundedPlace",
        "headquarters",
        "memberCount",
        "position",
        "refounded",
        "registered",
    )
)
"""Predicates of which a party has one value at a time, so that two values want a second look."""


def of(fact: Fact, extraction: Extraction) -> tuple[Fact, ...]:
    """Return the other facts of the article that give another value, in the order of the text.

    A date that is only coarser (1965 beside 14 July 1965) is no contradiction. Two values with different dates or
    forms are returned, too: the reader sees the qualifiers and decides. What was inferred contradicts nothing.
    """
    if fact.predicate not in SINGLE or fact.status is Status.INFERRED:
        return ()
    return tuple(
        other
        for other in extraction.facts
        if other.predicate == fact.predicate
        and other.status is not Status.INFERRED
        and other.subject.name == fact.subject.name
        and not _agree(fact.object, other.object)
    )


def _agree(one: Entity | Literal, other: Entity | Literal) -> bool:
    short, long = sorted((_written(one), _written(other)), key=len)
    return short == long or (long.startswith(short + "-") and short[:1].isdigit())


def _written(value: Entity | Literal) -> str:
    return value.name.casefold() if isinstance(value, Entity) else value.lexical.casefold()
