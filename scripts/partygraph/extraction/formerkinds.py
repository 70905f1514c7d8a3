"""Leaves open what a party was, where its article says that it is another sort of body today."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from partygraph.model import Entity, Fact, Status, written
from partygraph.rules import lexicon

TODAY = re.compile(r"\b(?:is|are) (?:a|an|the|one)\b.*\bparty\b")
ONCE = re.compile(r"\b(?:was|were) (?:a|an|the)\b")
TIMES = frozenset({"start", "end", "current", "asOf"})
KINDS = frozenset({"type", "country", "region", "ideology", "position"})
"""What the opening of an article says that a party is."""


def weaken(subject: Entity, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Make a candidate of a union that a party was told to be, where the article has the party in the present.

    "The Blue Party is a liberal party. It was a coalition of four groups, founded in 1990": it is none today.
    """
    facts = tuple(facts)
    present = any(fact.predicate in KINDS and _is_told(fact, subject) and TODAY.search(_quote(fact)) for fact in facts)
    return tuple(
        replace(fact, status=Status.CANDIDATE) if present and _is_past(fact, subject) else fact for fact in facts
    )


def _is_told(fact: Fact, subject: Entity) -> bool:
    return fact.subject == subject and fact.source == "prose" and fact.status is Status.ASSERTED


def _is_past(fact: Fact, subject: Entity) -> bool:
    """Tell whether a sentence says without a time that the party was a union of others, and not that it is."""
    timed = any(pair.name in TIMES for pair in fact.qualifiers)
    told = fact.predicate == "type" and _is_told(fact, subject) and not timed
    union = told and written(fact.object).split()[-1] in lexicon.words("alliance-noun")
    return union and ONCE.search(_quote(fact)) is not None


def _quote(fact: Fact) -> str:
    return " ".join(fact.evidence[0].quote.split())
