"""Tells what the words around a match leave open about its facts: such a fact is a candidate.

What words in a place tell is a row of ``ontology/doubts.tsv``; what takes the mentions of a sentence to see is a
question of the modules beside this one.
"""

from __future__ import annotations

from functools import cache

from partygraph.extraction.prose.doubts import (
    actors,
    allies,
    bodies,
    dates,
    founders,
    lands,
    memberships,
    namebounds,
    names,
    offices,
    outsiders,
    persons,
    polls,
    relatives,
    results,
    views,
)
from partygraph.extraction.prose.doubts.doubting import Check
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.scope import plain
from partygraph.model import Fact, written
from partygraph.rules.doubts import Condition, Doubt, doubts_about

CHECKS = (
    *polls.CHECKS,
    *results.CHECKS,
    *names.CHECKS,
    *namebounds.CHECKS,
    *persons.CHECKS,
    *founders.CHECKS,
    *memberships.CHECKS,
    *offices.CHECKS,
    *outsiders.CHECKS,
    *dates.CHECKS,
    *relatives.CHECKS,
    *bodies.CHECKS,
    *allies.CHECKS,
    *actors.CHECKS,
    *lands.CHECKS,
    *views.CHECKS,
)


def matter(lattice: Lattice, match: Match, fact: Fact) -> str:
    """Return what the words around a match leave open about one of its facts, empty where they leave nothing open."""
    for check in _checks(fact.predicate):
        if check.question(lattice, match, fact):
            return check.matter
    return next((doubt.name for doubt in doubts_about(fact.predicate) if _is_cast(doubt, lattice, match, fact)), "")


@cache
def _checks(predicate: str) -> tuple[Check, ...]:
    return tuple(check for check in CHECKS if not check.predicates or predicate in check.predicates)


def _is_cast(doubt: Doubt, lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a doubt of the table is cast on a fact."""
    for cues in doubt.cues:
        if cues.isdisjoint(lattice.present):
            return False
    named = {pair.name for pair in fact.qualifiers}
    if not doubt.has <= named or not doubt.lacks.isdisjoint(named):
        return False
    return all(_is_met(condition, lattice, match, fact) for condition in doubt.conditions)


def _is_met(condition: Condition, lattice: Lattice, match: Match, fact: Fact) -> bool:
    told: list[str] = []
    shown: list[str] = []
    for part, reach in condition.parts:
        if part == "object":
            name = written(fact.object)
            told += name.lower().split()
            shown += name.split()
            continue
        start, end = _stretch(part, reach, lattice, match)
        told += plain(lattice, start, end)
        shown += lattice.tokens.words[start:end]
    return condition.is_met(told, shown, lattice.present)


def _stretch(part: str, reach: int, lattice: Lattice, match: Match) -> tuple[int, int]:
    """Return the tokens of a place, as the table of doubts names them."""
    match part:
        case "opening":
            return 0, 1
        case "before":
            return max(0, match.start - reach), match.start
        case "first":
            return match.start, match.start + 1
        case "inside":
            return match.start, match.end
        case "behind":
            return match.end, match.end + reach
        case _:
            return 0, len(lattice.tokens)
