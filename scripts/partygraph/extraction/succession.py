"""Ends a place in government that began, where the article has its party in another place afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from partygraph.extraction.prose.annotators.quantities import literal_year
from partygraph.extraction.prose.statetimes import PAST
from partygraph.model import Entity, Fact, Literal, Status, written

ROLE = "governmentRole"
OPPOSITION = "opposition"
TIMES = ("start", "end", "current", "asOf", "election", "date", "year", "until")


def settle(subject: Entity, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Mark what began as past, where another statement of the article shows that it is over.

    "It returned to power in 1971" reads as if it were so today; "it is in opposition" says that it is not.
    """
    places = [
        fact for fact in facts if fact.predicate == ROLE and fact.subject == subject and fact.status is Status.ASSERTED
    ]
    return tuple(_settled(fact, places) if fact in places else fact for fact in facts)


def _settled(fact: Fact, places: Iterable[Fact]) -> Fact:
    if [pair.name for pair in fact.qualifiers if pair.name in TIMES] != ["start"]:
        return fact
    later = next((other for other in places if _shows_the_end(other, fact)), None)
    if later is None:
        return fact
    return replace(fact, qualifiers=(*fact.qualifiers, replace(PAST, evidence=later.evidence[0])))


def _shows_the_end(other: Fact, fact: Fact) -> bool:
    """Tell whether a place in government can only be held when another one is over."""
    if other.qualifier("area") != fact.qualifier("area"):
        return False  # In government in one state, and in opposition in the country
    begun, end = _year(fact, "start"), _year(other, "end")
    if (written(other.object) == OPPOSITION) is (written(fact.object) == OPPOSITION):
        # "It remained in power until 1999" ends what began before: nothing tells of another beginning.
        return end >= begun and other.qualifier("start") is None and end != ""
    of_today = all(other.qualifier(name) is None for name in TIMES)
    return of_today or max(_year(other, "start"), _year(other, "asOf")) > begun


def _year(fact: Fact, name: str) -> str:
    value = fact.qualifier(name)
    return literal_year(value) if isinstance(value, Literal) else ""
