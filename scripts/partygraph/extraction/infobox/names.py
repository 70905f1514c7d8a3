"""Readers of names: the party's other names, its names in other languages, its abbreviations."""

from __future__ import annotations

import re

from partygraph.extraction.infobox import items as infobox_items
from partygraph.extraction.infobox.fields import Field, Reading, Readings, pairs, refused
from partygraph.extraction.infobox.items import Rest
from partygraph.model import Datatype, Literal, Span, Status
from partygraph.rules import labels
from partygraph.values import lists, names, remarks

_LANGUAGE = re.compile(r"^[a-z]{2,3}(?:-[A-Za-z]{2,8})?$")
_SCRIPT = re.compile(r"Script/\w+\s+")
_LABELLED = re.compile(r"[A-Z][a-z]+:\s*")


def names_of(field: Field) -> Readings:
    """Read names and abbreviations as text."""
    if field.predicate in ("name", "altName", "formerName", "renamedTo"):
        yield from _whole_name(field)
        return
    items, rest = infobox_items.read(field.view)
    yield from rest
    for item in items:
        problem = refused(item, lower=True, short=True)
        if problem:
            yield problem
        elif len(item.name) > 24:
            yield Rest(item.whole, "not-a-name", item.name)
        else:
            yield Reading(Literal(item.name), item.whole, pairs(item, point="period"), item.status)


def _whole_name(field: Field) -> Readings:
    separators = frozenset("\n;•")
    lang = field.lang.value.text.strip() if field.lang else ""
    for span in lists.split(field.text, separators=separators):
        piece = lists.piece(field.text, span)
        text = names.bare(re.sub(r"\s+", " ", field.text[piece.name.start : piece.name.end])).strip(" ,")
        if not names.is_name(text) or labels.is_debris(text) or names.is_placeholder(text):
            yield Rest(span, "not-a-name", text)
            continue
        found = [pair for start, end in piece.notes for pair in remarks.read(field.text[start:end], point="period")]
        if lang and lang.lower() not in ("other", "others", "-"):
            found.insert(0, ("lang", Literal(lang)))
        yield Reading(Literal(text), span, tuple(found))


def native_names(field: Field) -> Readings:
    """Read names in a language of the country; the language is that of a mark in the text or of the companion key."""
    stated = field.rule.role.removeprefix("lang:") if field.rule.role.startswith("lang:") else ""
    if field.lang and re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", field.lang.value.text.strip()):
        stated = field.lang.value.text.strip()
    first = True
    for span, lang in _named_spans(field):
        piece = lists.piece(field.text, span)
        label = _LABELLED.match(field.text, piece.name.start, piece.name.end)
        begin = label.end() if label else piece.name.start
        name = names.bare(re.sub(r"\s+", " ", field.text[begin : piece.name.end])).strip(" ,")
        if not names.is_name(name) or labels.is_debris(name):
            yield Rest(span, "not-a-name", name)
            continue
        lang = lang or (stated if first else "")
        # A name in Latin letters behind one in another script may be a transliteration or a translation.
        status = Status.ASSERTED if first or lang or not name.isascii() else Status.CANDIDATE
        value = Literal(name, Datatype.LANG_STRING, lang) if lang else Literal(name)
        yield Reading(value, span, (("lang", Literal(lang)),) if lang else (), status)
        first = False


def _named_spans(field: Field) -> list[tuple[Span, str]]:
    """Cut native names apart: by the marks of their languages, else at commas that no small letter follows."""
    marked = [(mark.span, mark.kind[5:]) for mark in field.view.marks if mark.kind.startswith("lang:")]
    if marked:
        return marked
    found: list[tuple[Span, str]] = []
    spilled, lang = False, ""
    for span in lists.split(field.text):
        script = _SCRIPT.match(field.text, span.start, span.end)
        span = Span(script.end() if script else span.start, span.end)
        text = field.text[span.start : span.end]
        if labels.is_debris(text):
            spilled = text.lower().startswith(("lang", "native name", "transl"))
        elif spilled and _LANGUAGE.match(text):
            lang, spilled = text, False
        elif found and text[0].islower() and not lang:
            found[-1] = (Span(found[-1][0].start, span.end), found[-1][1])
        elif not text.startswith("("):
            found.append((span, lang))
            lang = ""
    return found
