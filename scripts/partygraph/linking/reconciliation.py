"""Scores items as the one that a name with its particulars means; a name alone never makes a sure match."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from partygraph.linking import keys
from partygraph.linking.items import Item
from partygraph.linking.matches import SURE, Feature

NAME, ALIAS, TYPE, COUNTRY, YEAR_EQUAL, YEAR_NEAR = 0.55, 0.5, 0.1, 0.2, 0.15, 0.1
SHARED, MOST_SHARED = 0.05, 0.1
"""What each feature adds. Label and type (0.65) are a candidate; country and year make it sure (0.95 and more)."""
WRONG_TYPE, OTHER_COUNTRY, OTHER_YEAR = -0.3, -0.5, -0.3
NEAR_YEARS = 1
MARGIN = 0.1
"""How far the best item must lie before the next one."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is known of the thing that is looked for; empty fields tell nothing.

    ``names`` begins with the main name. ``types`` are items that it may be an instance of, ``countries`` items,
    ``years`` years of founding. ``values`` are items of its other statements (ideologies, leaders ...).
    """

    names: tuple[str, ...]
    types: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    values: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item with its score from 0 to 1, the features that make it, and whether it is sure to be the one."""

    item: Item
    score: float
    features: tuple[Feature, ...]
    match: bool


def reconcile(query: Query, items: Iterable[Item], limit: int = 10) -> tuple[Candidate, ...]:
    """Return the items that may be meant, the best first.

    At most one is a match: sure by itself, with no other near, and supported by more than its name.
    """
    scored = sorted(
        ((features, _total(features), item) for item in items if (features := score(query, item))),
        key=lambda row: (-row[1], len(row[2].qid), row[2].qid),
    )
    alone = len(scored) == 1 or (len(scored) > 1 and scored[0][1] - scored[1][1] >= MARGIN)
    return tuple(
        Candidate(item, total, features, n == 0 and alone and total >= SURE and _supported(features))
        for n, (features, total, item) in enumerate(scored[:limit])
    )


def answer(candidate: Candidate) -> dict[str, object]:
    """Return a candidate in the form of the Reconciliation Service API (version 0.2), scores from 0 to 100."""
    kinds = [value for value in candidate.item.values("P31") if value.kind == "item"]
    return {
        "id": candidate.item.qid,
        "name": candidate.item.label,
        "type": [{"id": kind.text, "name": kind.label} for kind in kinds],
        "score": round(100 * candidate.score, 1),
        "match": candidate.match,
        "features": [{"id": f.name, "value": round(100 * f.score, 1)} for f in candidate.features],
    }


def score(query: Query, item: Item) -> tuple[Feature, ...]:
    """Return the features of an item; empty if no name agrees."""
    named = _name(query, item)
    if named is None:
        return ()
    return (named, *_type(query, item), *_country(query, item), *_year(query, item), *_values(query, item))


def _total(features: Iterable[Feature]) -> float:
    return round(min(1.0, max(0.0, sum(feature.score for feature in features))), 3)


def _supported(features: tuple[Feature, ...]) -> bool:
    return any(f.score > 0 and f.name in ("country", "founding year", "statements") for f in features)


def _name(query: Query, item: Item) -> Feature | None:
    labels = {keys.name(item.label), *([keys.name(keys.bare(item.title))] if item.title else [])}
    known = labels | {keys.name(name) for name in item.names}
    for name in query.names:
        if keys.name(name) in labels:
            return Feature("name", name, NAME)
    for name in query.names:
        if keys.name(name) in known:
            return Feature("alias", name, ALIAS)
    return None


def _type(query: Query, item: Item) -> list[Feature]:
    stated = set(item.qids("P31"))
    if not query.types or not stated:
        return []
    shared = sorted(stated & query.types)
    return [Feature("type", "+".join(shared or sorted(stated)), TYPE if shared else WRONG_TYPE)]


def _country(query: Query, item: Item) -> list[Feature]:
    stated = set(item.qids("P17"))
    if not query.countries or not stated:
        return []
    shared = sorted(stated & query.countries)
    return [Feature("country", "+".join(shared or sorted(stated)), COUNTRY if shared else OTHER_COUNTRY)]


def _year(query: Query, item: Item) -> list[Feature]:
    stated = {int(value.text[:4]) for value in item.values("P571") if value.kind == "time" and value.text[:1] != "-"}
    if not query.years or not stated:
        return []
    apart = min(abs(ours - theirs) for ours in query.years for theirs in stated)
    points = YEAR_EQUAL if apart == 0 else YEAR_NEAR if apart <= NEAR_YEARS else OTHER_YEAR
    return [Feature("founding year", "+".join(map(str, sorted(stated))), points)]


def _values(query: Query, item: Item) -> list[Feature]:
    stated = {statement.value.text for statement in item.statements if statement.property not in ("P31", "P17")}
    shared = sorted(stated & query.values)
    return [Feature("statements", "+".join(shared), min(MOST_SHARED, SHARED * len(shared)))] if shared else []
