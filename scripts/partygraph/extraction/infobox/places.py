"""Readers of places: the country or region of a party, and where its offices are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from partygraph.extraction.infobox import items as infobox_items
from partygraph.extraction.infobox.fields import Field, Reading, Readings, pairs
from partygraph.extraction.infobox.items import Item, Rest
from partygraph.model import Entity, Kind, Link, Literal, Span
from partygraph.rules import labels, lexicon
from partygraph.values import addresses, lists, names, remarks

_SUBSTATE = re.compile(
    r"\b(?:State|Provincial|Territorial) (?:House|Senate|Assembly|Legislature|Chair|Council|Offices?)\b|\bStatewide\b"
    r"|\b(?:City|Municipal) [Cc]ouncil(?:lors)?\b"
)
"""The bodies of a part of a country, whose rows tell that a place no table knows is one."""
_PART = re.compile(r"\b(?:state|province|region|territory|county|department)$", re.IGNORECASE)
"""What a bracket calls a part of a country: "Georgia (U.S. state)"."""
_PLACE = re.compile(r"^[^\W\d_][^\d;:=|]{1,60}$")


def places(field: Field) -> Readings:
    """Read the country; what is a part of a country is its region, whatever the key says."""
    items, rest = infobox_items.read(field.view)
    yield from rest
    for item in items:
        name = _bare(item)
        if names.is_placeholder(name) or not names.is_name(name) or len(name) > 60 or name[0].islower():
            yield Rest(item.whole, "not-a-name", name)
            continue
        part = any(_PART.search(note) for note in item.notes)
        predicate = "region" if part or _is_region(field, name) else "country"
        yield Reading(
            Entity(name, Kind.PLACE, item.link), item.whole, pairs(item, point="period"), item.status, predicate
        )


def addresses_of(field: Field) -> Readings:
    """Read headquarters: a place or an address on one line, and its parts where they can be told.

    Several seats are told apart where each has a bracket behind it ("Tuxpan (first), Havana (last)") or a line of its
    own in a list; otherwise commas and line breaks belong to one address.
    """
    debris = [span for span in lists.split(field.text) if labels.is_debris(field.text[span.start : span.end])]
    for span in debris:
        yield Rest(span, "template-debris", field.text[span.start : span.end])
    for span in _seats(field, debris):
        piece = lists.piece(field.text, span)
        line = addresses.line(field.text[piece.name.start : piece.name.end])
        if names.is_placeholder(line) or not names.is_name(line) or len(line) > 200:
            yield Rest(span, "placeholder" if names.is_placeholder(line) else "not-understood", line)
            continue
        notes = tuple(
            pair for start, end in piece.notes for pair in remarks.read(field.text[start:end], point="period")
        )
        yield from _address(field, span, piece.name, line, notes)


def _address(field: Field, whole: Span, at: Span, line: str, notes: remarks.Pairs) -> Readings:
    """Read one address: a place, or a line of text with its town and its other parts where they can be told.

    A place is linked by its first name only: that of "Queen Street, [[Hamilton, Bermuda]]" is no page.
    """
    text = field.text[at.start : at.end]
    links = [link for link in field.view.links if at.start <= link.span.start and link.span.end <= at.end]
    first = next((link.target for link in links if _is_first(text, at, link)), None)
    is_place = _PLACE.match(line) and not addresses.is_street(line) and not (links and first is None)
    yield Reading(Entity(line, Kind.PLACE, first) if is_place else Literal(line), whole, notes)
    town = _town(text, at, links) if not is_place or (first and addresses.is_way(_shown(field, links[0]))) else None
    if town:
        yield Reading(town[0], town[1], (), predicate="headquartersLocality")
    for part in addresses.parts(text):
        if part.name != "locality" or not town:
            where = Span(at.start + part.span.start, at.start + part.span.end)
            yield Reading(Literal(part.text), where, (), predicate=f"headquarters{part.name[0].upper()}{part.name[1:]}")


def _town(text: str, at: Span, links: Sequence[Link]) -> tuple[Entity, Span] | None:
    """Return the town of an address with its place in the view, None where it cannot be told."""
    inside = [Span(link.span.start - at.start, link.span.end - at.start) for link in links]
    found = addresses.locality(text, inside, _is_territory)
    if found is None:
        return None
    where = Span(at.start + found.start, at.start + found.end)
    target = next((link.target for link in links if link.span == where), None)
    return Entity(text[found.start : found.end], Kind.PLACE, target), where


def _is_first(text: str, at: Span, link: Link) -> bool:
    """Tell whether a link is all of the first name of an address: in "[[Ada Lea]] Road, Hamm" it is not."""
    before, behind = text[: link.span.start - at.start], text[link.span.end - at.start :]
    return not before.strip(" ,\n") and not behind.split(",")[0].split("\n")[0].strip()


def _shown(field: Field, link: Link) -> str:
    return field.text[link.span.start : link.span.end]


def _is_territory(name: str) -> bool:
    return name in lexicon.territories()


def _seats(field: Field, debris: list[Span]) -> list[Span]:
    text = field.text
    if any(mark.kind == "item" for mark in field.view.marks):
        return [span for span in lists.split(text, separators=frozenset("\n")) if span not in debris]
    pieces = [span for span in lists.split(text) if span not in debris]
    groups: list[Span] = []
    for span in pieces:
        closed = groups and text[groups[-1].start : groups[-1].end].endswith(")")
        if groups and not (closed and not text[span.start : span.end].startswith("(")):
            groups[-1] = Span(groups[-1].start, span.end)
        else:
            groups.append(span)
    return groups


def _bare(item: Item) -> str:
    """Take "the" off a country's name: it belongs to the sentence, not to the name."""
    name = item.name
    if name.startswith("the "):
        return name[4:]
    return name


def _is_region(field: Field, name: str) -> bool:
    """Tell a part of a country from a country: by the table, else by what the rest of the infobox talks of."""
    known = lexicon.territories().get(name) or lexicon.territories().get(name.removeprefix("The "))
    if known:
        return known.kind == "region"
    infobox = field.article.infobox
    if infobox is None:
        return False
    if field.row.key == "state" and any(row.key == "country" for row in infobox.rows):
        return True
    return any(_SUBSTATE.search(f"{row.label}\n{row.value.text}") for row in infobox.rows)
