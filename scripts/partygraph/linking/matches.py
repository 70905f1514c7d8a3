"""A match of a mention with a Wikidata item: how it was found, how sure it is, and by which features."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from partygraph.model import Entity, Extraction, Fact, Literal

SURE = 0.95
"""From this confidence on a match is a link; below it is a candidate that a person may confirm."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One piece of evidence: its name, what was compared, and its part of the score (negative: it speaks against)."""

    name: str
    detail: str
    score: float


@dataclass(frozen=True, slots=True)
class Match:
    """An entity and the item that it is or may be.

    ``justification`` is a SEMAPV term (sitelink, name and co-occurrence, person); ``table`` says in words where it is
    from.
    """

    entity: Entity
    qid: str
    label: str
    justification: str
    confidence: float
    features: tuple[Feature, ...]
    table: str = ""

    @property
    def sure(self) -> bool:
        """Whether it is a link, not a candidate."""
        return self.confidence >= SURE


def links_of(matches: tuple[Match, ...]) -> dict[Entity, str]:
    """Return the sure matches as entity -> item; an entity with two sure items has none."""
    found: dict[Entity, set[str]] = {}
    for match in matches:
        if match.sure:
            found.setdefault(match.entity, set()).add(match.qid)
    return {entity: next(iter(qids)) for entity, qids in found.items() if len(qids) == 1}


def applied(extraction: Extraction, qids: Mapping[Entity, str]) -> Extraction:
    """Return the extraction with the items filled in, wherever an entity stands."""
    if not qids:
        return extraction
    return _changed(extraction, lambda entity: replace(entity, qid=qids[entity]) if entity in qids else entity)


def cleared(extraction: Extraction) -> Extraction:
    """Return the extraction with no item at all, as it was before anything linked it."""
    return _changed(extraction, lambda entity: replace(entity, qid=None))


def _changed(extraction: Extraction, change: Callable[[Entity], Entity]) -> Extraction:
    def value(given: Entity | Literal) -> Entity | Literal:
        return change(given) if isinstance(given, Entity) else given

    def fact(given: Fact) -> Fact:
        qualifiers = tuple(replace(q, value=value(q.value)) for q in given.qualifiers)
        return replace(given, subject=change(given.subject), object=value(given.object), qualifiers=qualifiers)

    return replace(
        extraction,
        facts=tuple(map(fact, extraction.facts)),
        aliases=tuple((name, change(entity)) for name, entity in extraction.aliases),
    )
