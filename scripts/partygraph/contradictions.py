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

LIMITS = ("start", "end", "as")
"""Qualifiers that set a value apart from one without them, too; a figure without ``asOf`` may be of any date."""


def of(fact: Fact, extraction: Extraction) -> tuple[Fact, ...]:
    """Return the other facts of the article that give another value, in the order of the text.

    A date that is only coarser (1965 beside 14 July 1965) is no contradiction, nor are two values of which one is
    approximate, or which are of other dates or forms (304 members in 2022, 280 in 2019): both hold. What was inferred
    contradicts nothing. queries/contradictions.rq judges alike.
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
        and not _both_hold(fact, other)
    )


def _both_hold(one: Fact, other: Fact) -> bool:
    if _is_approximate(one) or _is_approximate(other):
        return True
    taken, otherwise = _qualified(one, "asOf"), _qualified(other, "asOf")
    return bool(taken and otherwise and taken != otherwise) or any(
        _qualified(one, name) != _qualified(other, name) for name in LIMITS
    )


def _is_approximate(fact: Fact) -> bool:
    return fact.qualifier("approx") is not None or (isinstance(fact.object, Literal) and fact.object.approximate)


def _qualified(fact: Fact, name: str) -> set[str]:
    return {_written(qualifier.value) for qualifier in fact.qualifiers if qualifier.name == name}


def _agree(one: Entity | Literal, other: Entity | Literal) -> bool:
    short, long = sorted((_written(one), _written(other)), key=len)
    return short == long or (long.startswith(short + "-") and short[:1].isdigit())


def _written(value: Entity | Literal) -> str:
    return value.name.casefold() if isinstance(value, Entity) else value.lexical.casefold()
