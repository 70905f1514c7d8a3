"""The reader of positions on the political spectrum, with the headings that scope them."""

from __future__ import annotations

from partygraph.extraction.infobox import items as infobox_items
from partygraph.extraction.infobox.fields import Field, Reading, Readings
from partygraph.extraction.infobox.items import Rest
from partygraph.model import Entity, Kind, Span, Status
from partygraph.rules import labels
from partygraph.values import dates, lists, names, positions, remarks


def spectrum(field: Field) -> Readings:
    """Read positions; a range is one value with its two ends.

    The ends of a range that the text itself spells are inferred as positions of their own; nothing more is inferred
    where the range had to be rebuilt from debris.
    """
    scope: remarks.Pairs = ()
    debris: list[Span] = []
    for span in _segments(field, debris):
        heading, span = infobox_items.heading(field.view, span)
        if heading is not None:
            scope = infobox_items.scope_of(heading)
            if span.start == span.end:
                yield Rest(Span(span.start - len(heading), span.end), "list-title", heading)
                continue
        yield from _positions(field, span, scope)
    for span in debris:
        yield Rest(span, "template-debris", field.text[span.start : span.end])


def _segments(field: Field, debris: list[Span]) -> list[Span]:
    """Cut a value at its headings and line breaks, and take out the arguments of templates."""
    text = field.text
    segments: list[Span] = []
    for line in lists.split(text, separators=frozenset("\n")):
        begin = line.start
        for start, end in lists.split(text[line.start : line.end]):
            span = Span(line.start + start, line.start + end)
            part = text[span.start : span.end]
            if labels.is_debris(part):
                debris.append(span)
                begin = span.end
            elif part.endswith(":") or part.endswith(")"):
                if part.endswith(":") and text[begin : span.start].strip(" ,"):
                    segments.append(Span(begin, span.start))
                    begin = span.start
                segments.append(Span(begin, span.end))
                begin = span.end
        if text[begin : line.end].strip(" ,"):
            segments.append(Span(begin, line.end))
    return [infobox_items.trimmed(text, span) for span in segments]


def _positions(field: Field, span: Span, scope: remarks.Pairs) -> Readings:
    piece = lists.piece(field.text, span)
    notes = tuple(pair for start, end in piece.notes for pair in _scoped(field.text[start:end]))
    found, rest = positions.find(field.text[piece.name.start : piece.name.end])
    at = piece.name.start
    if not found:
        text = field.text[piece.name.start : piece.name.end].strip(" ,;")
        if names.is_name(text) and len(text.split()) <= 3 and not dates.find(text) and not names.is_placeholder(text):
            yield Reading(Entity(text, Kind.CONCEPT), span, (*scope, *notes))
        else:
            yield Rest(span, "placeholder" if names.is_placeholder(text) else "not-understood", text)
        return
    for start, end in rest:
        yield Rest(Span(at + start, at + end), "not-understood", field.text[at + start : at + end].strip(" ,;"))
    for n, position in enumerate(found):
        own = notes if n == len(found) - 1 else ()
        where = Span(at + position.span.start, at + position.span.end)
        link = next((link.target for link in field.view.links if link.span.overlaps(where)), None)
        if position.upper is None:
            yield Reading(Entity(position.name, Kind.CONCEPT, link), where, (*scope, *own))
            continue
        ends = [Entity(name, Kind.CONCEPT) for name in (position.lower, position.upper)]
        bounds = (("lower", ends[0]), ("upper", ends[1]))
        yield Reading(Entity(position.name, Kind.CONCEPT), where, (*bounds, *scope, *own))
        if not position.rebuilt:
            for bound in ends:
                yield Reading(_capital(bound), where, (*scope, *own), Status.INFERRED, inferred=True)


def _capital(concept: Entity) -> Entity:
    return Entity(concept.name[:1].upper() + concept.name[1:], concept.kind)


def _scoped(text: str) -> remarks.Pairs:
    return remarks.read(text, point="period", free="scope")
