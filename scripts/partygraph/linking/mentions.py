"""What a text names, with the roles in which it names it: the things that are to be linked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partygraph.linking import keys
from partygraph.model import Entity, Extraction, Kind, Literal

CONTEXT_OF = {
    "ideology": "ideology",
    "position": "position",
    "lower": "position",
    "upper": "position",
    "religion": "religion",
    "country": "country",
    "headquarters": "headquarters",
    "headquartersLocality": "headquarters",
    "foundedPlace": "headquarters",
    "affiliationInternational": "affiliation",
    "affiliationEuropean": "affiliation",
    "affiliationEuroparl": "affiliation",
    "affiliationRegional": "affiliation",
}
"""Predicate or qualifier -> the context of the name tables. The national affiliation is left out: its names repeat."""

PARTY_ROLES = frozenset(
    {
        "predecessor",
        "successor",
        "splitFrom",
        "mergedFrom",
        "mergedInto",
        "alliance",
        "affiliationNational",
        "youthWing",
    }
)
KINDS_OF = {
    "ideology": frozenset({Kind.CONCEPT}),
    "position": frozenset({Kind.CONCEPT}),
    "religion": frozenset({Kind.CONCEPT, Kind.ORGANISATION}),
    "country": frozenset({Kind.PLACE}),
    "headquarters": frozenset({Kind.PLACE, Kind.ORGANISATION}),
    "affiliation": frozenset({Kind.ORGANISATION, Kind.PARTY}),
    "organisation": frozenset({Kind.ORGANISATION, Kind.PARTY, Kind.WORK, Kind.BODY}),
    "party": frozenset({Kind.PARTY, Kind.ORGANISATION}),
    "officer": frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PARTY}),
}
"""Category of a table's row -> the kinds of entity that it may be; ``thing`` may be anything."""

YEAR = re.compile(r"-?\d{4}")


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity of one article with the predicates and qualifiers that it is the value of."""

    entity: Entity
    roles: tuple[str, ...]

    @property
    def contexts(self) -> tuple[str, ...]:
        """The contexts of the name tables in which it stands."""
        return tuple(dict.fromkeys(CONTEXT_OF[role] for role in self.roles if role in CONTEXT_OF))


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article tells of its party, and so of the names in it."""

    article: str
    """The article's title."""
    countries: tuple[Entity, ...]
    founded: tuple[str, ...]
    """Years of founding."""


def mentions(extraction: Extraction) -> tuple[Mention, ...]:
    """Return each entity once, in the order of the text, with its roles."""
    roles: dict[Entity, dict[str, None]] = {}
    for entity, role in _uses(extraction):
        roles.setdefault(entity, {})[role] = None
    return tuple(Mention(entity, tuple(role for role in found if role)) for entity, found in roles.items())


def _uses(extraction: Extraction) -> Iterator[tuple[Entity, str]]:
    for fact in extraction.facts:
        yield fact.subject, ""
        if isinstance(fact.object, Entity):
            yield fact.object, fact.predicate
        for qualifier in fact.qualifiers:
            if isinstance(qualifier.value, Entity):
                yield qualifier.value, qualifier.name
    for _, entity in extraction.aliases:
        yield entity, ""


def setting(extraction: Extraction) -> Setting:
    """Return the article's title, the country, and the years of founding."""
    article = extraction.article
    countries: dict[Entity, None] = {}
    years: dict[str, None] = {}
    for fact in extraction.facts:
        if fact.predicate == "country" and isinstance(fact.object, Entity):
            countries[fact.object] = None
        if fact.predicate == "founded" and isinstance(fact.object, Literal):
            years.update(dict.fromkeys(YEAR.findall(fact.object.lexical)[:1]))
    return Setting(keys.title(article.source.title or article.title), tuple(countries), tuple(years))


def is_subject(entity: Entity, article: str) -> bool:
    """Tell whether an entity is the party that the article is about: by its name or link, not by likeness."""
    if entity.kind is not Kind.PARTY:
        return False
    if entity.link is not None:
        return keys.title(entity.link) == article
    return keys.name(entity.name) in (keys.name(article), keys.name(keys.bare(article)))
