"""Gives what a sentence tells of an earlier or second name to the party that bears it: it is one more name of hers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from partygraph.model import Fact, Status, written

BORNE = frozenset({"formerName", "altName"})
"""What a party is called beside its name."""
TOLD = frozenset({"nativeName", "altName"})
"""What brackets tell of a name: how it is in the party's language, and what it means."""
TIMES = frozenset({"start", "end"})
"""When a party was called so; in which language does not matter to that."""


def given(facts: Iterable[Fact]) -> list[Fact]:
    """Return facts, those about a name of a party as facts about the party.

    Of "formerly the Azure League (Czech: Azurová liga)" both names are former ones: the league is no other party.
    """
    told = list(facts)
    names = {written(fact.object): fact for fact in told if fact.predicate in BORNE and fact.status is Status.ASSERTED}
    return [_of_its_bearer(fact, names.get(fact.subject.name)) for fact in told]


def _of_its_bearer(fact: Fact, name: Fact | None) -> Fact:
    """Return a fact about a name as one about who bears it."""
    if name is None or fact.predicate not in TOLD or fact is name or written(fact.object) == name.subject.name:
        return fact
    kept = tuple(pair for pair in fact.qualifiers if pair.name not in TIMES and pair.name != "current")
    times = tuple(pair for pair in name.qualifiers if pair.name in TIMES)
    return replace(fact, subject=name.subject, predicate=name.predicate, qualifiers=kept + times)
