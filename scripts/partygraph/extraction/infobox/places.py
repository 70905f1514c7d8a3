"""Readers of places: the country or region of a party, and where its offices are."""

from __future__ import annotations

import re

from partygraph.extraction.infobox import items as infobox_items
from partygraph.extraction.infobox.fields import Field, Reading, Readings, pairs
from partygraph.extraction.infobox.items import Item, Rest
from partygraph.model import Entity, Kind, Literal, Span
from partygraph.rules import labels, lexicon
from partygraph.values import addresses, lists, names, remarks

_SUBSTATE = re.compile(
    r"\b(?:State|Provincial|Territorial) (?:House|Senate|Assembly|Legislature|Chair|Council|Offices?)\b|\bStatewide\b"
)
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
        predicate = "region" if _is_region(field, name) else "country"
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
        link = next((link.target for link in field.view.links if link.span.overlaps(span)), None)
        if _PLACE.match(line) and not addresses.is_street(line):
            yield Reading(Entity(line, Kind.PLACE, link), span, notes)
        else:
            yield Reading(Literal(line), span, notes)
        for part in addresses.parts(field.text[piece.name.start : piece.name.end]):
            where = Span(piece.name.start + part.span.start, piece.name.start + part.span.end)
            name = f"headquarters{part.name[0].upper()}{part.name[1:]}"
            yield Reading(Literal(part.text), where, (), predicate=name)


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
    if field.row.key == "state" or infobox is None:
        return any(row.key == "country" for row in infobox.rows) if infobox else False
    return any(_SUBSTATE.search(f"{row.label}\n{row.value.text}") for row in infobox.rows)
