"""Readers of plain texts: slogans, symbols, colours, pictures, web addresses."""

from __future__ import annotations

import re

from partygraph.extraction.infobox.fields import Field, Reading, Readings
from partygraph.extraction.infobox.items import Rest
from partygraph.model import Datatype, Literal, Span
from partygraph.rules import labels
from partygraph.values import colours, files, lists, names, remarks, urls

_EMPTY = re.compile(r"[(\[]\s*[)\]]")
_EMOJI = "\ufe0f\u2b1c\U0001f7e5\U0001f7e6"


def texts(field: Field) -> Readings:
    """Read free text: slogans, symbols, anthems, kinds of bodies."""
    if field.predicate == "colour":
        yield from _colours(field)
        return
    if field.predicate in ("slogan", "anthem"):
        yield from _quoted(field)
        return
    for span in lists.split(field.text, whole=[link.span for link in field.view.links]):
        piece = lists.piece(field.text, span)
        text = names.bare(re.sub(r"\s+", " ", field.text[piece.name.start : piece.name.end]))
        if labels.is_debris(text) or (not names.is_name(text) and len(text) != 1):
            yield Rest(span, "template-debris" if labels.is_debris(text) else "not-understood", text)
            continue
        found = [pair for start, end in piece.notes for pair in remarks.read(field.text[start:end])]
        yield Reading(Literal(text), span, tuple(found))


def _quoted(field: Field) -> Readings:
    """Read slogans and songs: each in quotation marks, else each line; quoted words in brackets translate."""
    text = field.text
    outer = lists.brackets(text)
    spoken = [mark for mark in field.view.marks if mark.kind.startswith("lang:")]
    for mark in spoken:
        words = names.bare(text[mark.span.start : mark.span.end])
        if names.is_name(words):
            lang = mark.kind[5:]
            yield Reading(Literal(words, Datatype.LANG_STRING, lang), mark.span, (("lang", Literal(lang)),))
    spans = [
        span for span in outer if text[span.start] in '"“«„' and not any(mark.span.overlaps(span) for mark in spoken)
    ]
    if not spans:
        spans = list(lists.split(text, separators=frozenset("\n")))
    seen: set[str] = set()
    for n, span in enumerate(spans):
        piece = lists.piece(text, span)
        if any(mark.span.overlaps(span) for mark in spoken):
            continue
        words = names.bare(_EMPTY.sub("", re.sub(r"\s+", " ", text[piece.name.start : piece.name.end]))).strip(" ,")
        if not names.is_name(words) or labels.is_debris(words) or re.match(r"langx?,", words):
            yield Rest(span, "not-understood", words)
            continue
        if words in seen:
            continue
        seen.add(words)
        until = spans[n + 1].start if n + 1 < len(spans) else len(text)
        behind = [b for b in outer if text[b.start] == "(" and span.start < b.start < until]
        notes = [text[b.start + 1 : b.end - 1].strip() for b in behind]
        found = [pair for note in notes[:1] for pair in _translated(note)]
        yield Reading(Literal(words), span, tuple(found))


def _translated(note: str) -> remarks.Pairs:
    if len(note) > 2 and note[0] in "\"'“‘" and note[-1] in "\"'”’":
        return (("translation", Literal(note.strip("\"'“”‘’ "))),)
    return tuple(pair for pair in remarks.read(note) if pair[0] != "note")


def _colours(field: Field) -> Readings:
    """Read colour words; "Blue Yellow Blue" is what boxes beside their labels leave, and is two colours."""
    seen: set[str] = set()
    argument = False
    for span in lists.split(field.text, separators=lists.SEPARATORS | {"/"}):
        piece = lists.piece(field.text, span)
        part = field.text[piece.name.start : piece.name.end]
        if labels.is_debris(part) or argument:
            argument = part.lower() in ("party color", "party colour")
            yield Rest(span, "template-debris", part)
            continue
        notes = tuple(pair for start, end in piece.notes for pair in remarks.read(field.text[start:end]))
        for start, end in colours.words(part):
            word = re.sub(r"^(?:and|&)\s+", "", part[start:end]).strip(" ." + _EMOJI)
            where = Span(piece.name.start + start, piece.name.start + end)
            if not colours.is_word(word):
                yield Rest(where, "not-understood", word)
            elif word.lower() not in seen:
                seen.add(word.lower())
                yield Reading(Literal(word[:1].upper() + word[1:]), where, notes)


def colour_codes(field: Field) -> Readings:
    """Read colour codes; what only a table elsewhere resolves is left out."""
    code = colours.code(field.text)
    if code:
        yield Reading(Literal(code), Span(0, len(field.text)))
    else:
        yield Rest(Span(0, len(field.text)), "unresolved-template", field.text)


def pictures(field: Field) -> Readings:
    """Read file names."""
    found = files.find(field.text)
    for span, name in found:
        yield Reading(Literal(name), span)
    if not found:
        yield Rest(Span(0, len(field.text)), "not-a-file", field.text)


def web(field: Field) -> Readings:
    """Read web addresses as they are written; a label that hides its address is no address."""
    found = urls.find(field.text)
    for span, address in found:
        yield Reading(Literal(address, Datatype.URI), span)
    if not found:
        yield Rest(Span(0, len(field.text)), "not-an-address", field.text)
