"""Weakens what a text seems to say that the dates of a party's founding gainsay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from partygraph.extraction.prose.annotators.quantities import literal_year
from partygraph.model import Entity, Fact, Literal, Span, Status

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
YEAR = re.compile(r"\b\d{4}\b")
WHEN = ("date", "start", "year", "end")
DECADE = 9
"""The years of a decade behind its first."""
NEAR = 2
"""How many years may lie between two dates of one founding, which takes a congress, a launch and a registration."""


def weaken(subject: Entity, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Make a candidate of each asserted fact about the party's people or deeds that is dated before its founding.

    So is a founding date of the text that is none of those which the infobox states, nor near one, and an end that is
    only concluded, as from a lost registration, where the party stood or was dissolved after it.

    A minister of 1930 who founded a party in 1935 held that office for another. Where the article gives several dates
    of founding, the earliest counts; where it gives none, nothing is weakened.
    """
    last = max((year for fact in facts if (year := _last_sign(fact, subject))), default="")
    facts = tuple(
        replace(fact, status=Status.CANDIDATE) if _is_outlived(fact, subject, last) else fact for fact in facts
    )
    founded = [year for fact in facts if _is_founding(fact, subject) and (year := _year(fact.object))]
    if not founded:
        return facts
    first = min(founded)
    stated = [years for fact in facts if _is_stated(fact, subject) and (years := _span(fact.object))]
    named = [fact.evidence[0].span for fact in facts if fact.predicate == "formerName" and fact.subject == subject]
    return tuple(
        replace(fact, status=Status.CANDIDATE)
        if _is_early(fact, subject, first) or _is_another_founding(fact, subject, stated, named)
        else fact
        for fact in facts
    )


def _last_sign(fact: Fact, subject: Entity) -> str:
    """Return the year in which a fact shows that there was the party: it stood, or came to its stated end."""
    if fact.subject != subject or fact.status is not Status.ASSERTED:
        return ""
    if fact.predicate == "dissolved":
        return _year(fact.object)
    stood = fact.predicate in ("contested", "electionResult") and isinstance(fact.object, Entity)
    found = YEAR.search(fact.object.name) if stood and isinstance(fact.object, Entity) else None
    return found[0] if found is not None else ""


def _is_outlived(fact: Fact, subject: Entity, last: str) -> bool:
    """Tell whether an end is concluded from something that the party outlived: "In 2006 it was deregistered"."""
    concluded = fact.predicate == "dissolved" and fact.subject == subject and fact.status is Status.INFERRED
    return concluded and "" != _year(fact.object) < last


def _is_stated(fact: Fact, subject: Entity) -> bool:
    """Tell whether a fact is a founding date of the infobox, whichever of several it states."""
    return fact.predicate == "founded" and fact.subject == subject and fact.source == "infobox"


def _is_another_founding(fact: Fact, subject: Entity, stated: list[tuple[int, int]], named: Iterable[Span]) -> bool:
    """Tell whether a date of the text is far from every one that the infobox has ``stated``.

    It may be that of a forerunner or a namesake, or of another event. Under which name a party was founded may be told
    by a qualifier or by words among those ``named``: "founded in 1985 as the Azure League".
    """
    if fact.source != "prose" or not _is_founding(fact, subject) or fact.qualifier("as") is not None:
        return False
    told, own = _span(fact.object), fact.evidence[0].span
    if told is None or not stated or any(span.start < own.end and own.start < span.end for span in named):
        return False
    return all(_distance(told, years) > NEAR for years in stated)


def _span(value: Entity | Literal) -> tuple[int, int] | None:
    """Return the first and last year of a date: "1979-05" has one, "1970s" ten."""
    year = _year(value)
    if not year or not isinstance(value, Literal):
        return None
    return int(year), int(year) + (DECADE if value.lexical.endswith("0s") else 0)


def _distance(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Return how many years lie between two spans, at most 0 where they meet."""
    return max(one[0] - other[1], other[0] - one[1])


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
