"""Compares the facts of many articles with their Wikidata statements, property by property and in both directions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from partygraph.evaluation.scores import Share
from partygraph.linking import keys
from partygraph.linking.items import Item, Value
from partygraph.model import Entity, Extraction, Fact
from partygraph.wikidata.comparison import agree, subject_of
from partygraph.wikidata.properties import Property, properties, property_of, value_of

SEATED = frozenset({"headquarters", "foundedPlace"})
"""Predicates whose value may be a whole address: it agrees with the place that it names."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The counts of one property of Wikidata.

    ``both`` articles have a value here and there; in ``agreeing`` of them a value is the same. ``only_ours`` and
    ``only_theirs`` are the articles where one side alone has a value. Where both have, ``ours`` values of ours were
    compared, of which Wikidata has ``ours_met``, and ``theirs`` of theirs, of which the article has ``theirs_met``.
    """

    both: int = 0
    agreeing: int = 0
    only_ours: int = 0
    only_theirs: int = 0
    ours: int = 0
    ours_met: int = 0
    theirs: int = 0
    theirs_met: int = 0

    def __add__(self, other: Agreement) -> Agreement:
        """Add two agreements, count by count."""
        return Agreement(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Agreement)))

    @property
    def share(self) -> Share:
        """The share of the articles that agree, of those where both sides have a value."""
        return Share(self.agreeing, self.both)

    def as_json(self) -> dict[str, Any]:
        """Return all counts and the share for JSON."""
        return {**asdict(self), "share": self.share.as_json()}


@dataclass(frozen=True, slots=True)
class Difference:
    """An article where both sides have values of a property, and none is the same."""

    article: str
    property: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


def agreement(extraction: Extraction, item: Item) -> tuple[dict[str, Agreement], tuple[Difference, ...]]:
    """Compare one article with its item: the counts by property (P571 ...), and where the two differ."""
    subject = subject_of(extraction)
    told: dict[str, list[tuple[Fact, Property]]] = {pid: [] for pid in labels()}
    for fact in extraction.facts:
        row = property_of(fact) if fact.subject == subject else None
        if row is not None:
            told[row.pid].append((fact, row))
    counts: dict[str, Agreement] = {}
    differences: list[Difference] = []
    for pid, facts in told.items():
        stated = tuple(dict.fromkeys(value for value in item.values(pid) if value.kind != "unknown"))
        if not facts or not stated:
            counts[pid] = Agreement(only_ours=bool(facts), only_theirs=bool(stated))
            continue
        met = [{value for value in stated if _same(fact, row, value)} for fact, row in facts]
        theirs = set().union(*met)
        counts[pid] = Agreement(
            both=1,
            agreeing=bool(theirs),
            ours=len(facts),
            ours_met=sum(map(bool, met)),
            theirs=len(stated),
            theirs_met=len(theirs),
        )
        if not theirs:
            shown = tuple(dict.fromkeys(value.label or value.text for value in stated))
            ours = tuple(dict.fromkeys(_name(fact) for fact, _ in facts))
            differences.append(Difference(extraction.article.title, pid, ours, shown))
    return counts, tuple(differences)


def total(counts: Iterable[Mapping[str, Agreement]]) -> dict[str, Agreement]:
    """Add up the counts of many articles."""
    found: dict[str, Agreement] = {}
    for one in counts:
        for pid, agreed in one.items():
            found[pid] = found.get(pid, Agreement()) + agreed
    return found


def labels() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return each compared property's label and predicates, in the order of the table of properties."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for predicate, rows in properties().items():
        for row in rows:
            label, predicates = found.get(row.pid, (row.label, ()))
            found[row.pid] = (label, tuple(dict.fromkeys((*predicates, predicate))))
    return found


def _same(fact: Fact, row: Property, theirs: Value) -> bool:
    """Tell whether a fact and a value say the same: one item, one name, one text, one number, one year or decade."""
    if theirs.kind == "time":
        said = _name(fact)
        return theirs.text.startswith(said[:3] if said.endswith("0s") else said[:4])
    ours = value_of(fact, row)
    if isinstance(ours, Value) and agree(ours, theirs):
        return True
    if theirs.kind != "item":
        return False
    if fact.predicate in SEATED:
        return re.search(rf"\b{re.escape(_plain(theirs.label))}\b", _plain(_name(fact))) is not None
    return keys.concept(theirs.label) in _names(fact)


def _names(fact: Fact) -> frozenset[str]:
    """Return the keys of all names that a fact gives its object: name, label, page, the ends of a range."""
    found = [_name(fact)]
    if isinstance(fact.object, Entity) and fact.object.link:
        found.append(fact.object.link)
    found += [name for key in ("label", "lower", "upper") if (name := _written(fact.qualifier(key)))]
    return frozenset(map(keys.concept, found))


def _plain(name: str) -> str:
    """Return a place's name without accents: it is spelled with them on one side only, often enough."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", keys.name(name)) if not unicodedata.combining(sign))


def _name(fact: Fact) -> str:
    if fact.predicate == "seats":
        return _written(fact.qualifier("held"))
    return _written(fact.object)


def _written(value: object) -> str:
    if isinstance(value, Entity):
        return value.name
    return str(getattr(value, "lexical", ""))
