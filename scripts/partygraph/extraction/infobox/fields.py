"""A field of an infobox: a value with the rule that reads it, and what a reader makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partygraph.extraction.infobox.items import Item, Rest
from partygraph.model import Article, Entity, Kind, Literal, Row, Span, Status, View
from partygraph.rules.infobox import InfoboxRule
from partygraph.values import dates, names, remarks

_LOWER_START = re.compile(
    r"^(?!al[-‘'’ ]|an[-‘'’]|d['’]|de |di |del |el[- ]|ash-|as-|e[A-Z]|i[A-Z]|[a-z]{1,3}['’‘])[^\W\d_]"
)

KINDS = {
    "Party": Kind.PARTY,
    "Organisation": Kind.ORGANISATION,
    "Person": Kind.PERSON,
    "Place": Kind.PLACE,
    "Body": Kind.BODY,
    "Ideology": Kind.CONCEPT,
    "Position": Kind.CONCEPT,
    "Religion": Kind.CONCEPT,
    "Organ": Kind.WORK,
}
"""The kind of entity that a predicate's range stands for."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value to read: its view, its rule, the rows that qualify it, and the article around it."""

    article: Article
    row: Row
    rule: InfoboxRule
    predicate: str
    range: str
    title: Row | None = None
    year: Row | None = None
    lang: Row | None = None

    @property
    def view(self) -> View:
        """The value."""
        return self.row.value

    @property
    def text(self) -> str:
        """The value's readable text."""
        return self.row.value.text


@dataclass(frozen=True, slots=True)
class Reading:
    """One statement that a value makes; ``span`` is in its view. ``predicate`` is set where it is not the rule's."""

    object: Entity | Literal
    span: Span
    pairs: tuple[tuple[str, Entity | Literal], ...] = ()
    status: Status = Status.ASSERTED
    predicate: str = ""
    inferred: bool = False


Readings = Iterator[Reading | Rest]


def entity(item: Item, kind: Kind) -> Entity:
    """Make the entity that an item names."""
    return Entity(item.name, kind, item.link)


def pairs(item: Item, *, point: str = "year", free: str = "note") -> remarks.Pairs:
    """Return the qualifiers of an item: those of the heading above it, of its brackets, and its label."""
    found = list(item.scope)
    for note in item.notes:
        found += [pair for pair in remarks.read(note, point=point, free=free) if pair not in found]
    if item.label:
        found.append(("label", Literal(item.label)))
    return tuple(found)


def refused(item: Item, *, lower: bool = False, short: bool = False) -> Rest | None:
    """Say why an item names nothing, None if it does; ``lower`` lets small letters pass, ``short`` single ones."""
    if names.is_placeholder(item.name) or (not item.name and item.notes):
        return Rest(item.whole, "placeholder" if item.name else "not-understood", item.name)
    wrong = not names.is_name(item.name) and not (short and len(item.name) == 1 and item.name.isalpha())
    if wrong or (not lower and _LOWER_START.match(item.name) and item.name[0].islower()):
        return Rest(item.whole, "not-a-name", item.name)
    if dates.read(item.name):
        return Rest(item.whole, "not-a-name", item.name)
    return None
