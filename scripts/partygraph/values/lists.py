"""Lists in fields: where one item ends and the next begins, and what stands in brackets behind an item."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from partygraph.model import Span

SEPARATORS = frozenset(",;\n•·|⬝*")
LONGEST_BRACKET = 600
"""A bracket that is not closed within so many characters protects nothing."""

_MARK = re.compile(r"[()\[\]\"“”«»„]")
_SUFFIX = re.compile(r"^(?:Jr|Sr|II|III|IV|MP|MEP|MLA|PhD|Ph\.D|M\.D|Inc|Ltd|QC|KC|CBE|OBE|DCM?|D\.C)\.?(?=$|\s*[(,;])")
_CHARACTER = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5});$")
_PAIRS = {")": "(", "]": "[", "”": "“", "»": "«"}


@dataclass(frozen=True, slots=True)
class Piece:
    """An item of a list: the span of its name, those of the brackets behind it, and the span of all of it."""

    name: Span
    notes: tuple[Span, ...]
    whole: Span


def split(text: str, *, whole: Sequence[Span] = (), separators: frozenset[str] = SEPARATORS) -> tuple[Span, ...]:
    """Return the items of a list, trimmed and none of them empty.

    Brackets and quotation marks hold their content together, and so do the spans of ``whole`` (links, known names).

    >>> text = "Barnburner Democrats, Liberty Party (United States, 1840), Liberty Party"
    >>> [text[a:b] for a, b in split(text)]
    ['Barnburner Democrats', 'Liberty Party (United States, 1840)', 'Liberty Party']
    """
    marks = [at for at, character in enumerate(text) if character in separators]
    if not marks:
        whole_text = _trim(text, Span(0, len(text)))
        return (whole_text,) if whole_text.start < whole_text.end else ()
    protected = sorted([*brackets(text), *whole])
    starts = [span.start for span in protected]
    reach = list(accumulate((span.end for span in protected), max))
    cuts = [-1]
    for at in marks:
        before = bisect_right(starts, at) - 1
        if (before < 0 or reach[before] <= at) and not _no_separator(text, at):
            cuts.append(at)
    cuts.append(len(text))
    trimmed = [_trim(text, Span(a + 1, b)) for a, b in pairwise(cuts)]
    return tuple(span for span in trimmed if span.start < span.end)


def piece(text: str, span: Span) -> Piece:
    """Take the brackets at the end of an item off its name.

    >>> text = "Alliance Party (2018–2022)"
    >>> found = piece(text, Span(0, len(text)))
    >>> text[slice(*found.name)], [text[slice(*note)] for note in found.notes]
    ('Alliance Party', ['2018–2022'])
    """
    part = text[span.start : span.end]
    outer = [b for b in brackets(part) if part[b.start] in "(["]
    notes: list[Span] = []
    end = len(part)
    for bracket in reversed(outer):
        attached = bracket.start > 0 and not part[bracket.start - 1].isspace() and bracket.end - bracket.start <= 6
        if part[bracket.end : end].strip(" .:") or (attached and part[bracket.start - 1] != ")"):
            break
        notes.insert(0, _trim(text, Span(span.start + bracket.start + 1, span.start + bracket.end - 1)))
        end = bracket.start
    name = _trim(text, Span(span.start, span.start + end))
    return Piece(name, tuple(note for note in notes if note.start < note.end), span)


def brackets(text: str) -> list[Span]:
    """Return the outermost stretches in brackets or double quotation marks, both marks included."""
    if not _MARK.search(text):
        return []
    opened: list[tuple[str, int]] = []
    quote = -1
    found: list[Span] = []
    for mark in _MARK.finditer(text):
        at, sign = mark.start(), mark[0]
        if sign == '"':
            if quote >= 0 and at - quote <= LONGEST_BRACKET:
                found.append(Span(quote, at + 1))
                quote = -1
            else:
                quote = at
        elif sign in _PAIRS:
            while opened:
                begun, start = opened.pop()
                if begun == _PAIRS[sign]:
                    if at - start <= LONGEST_BRACKET:
                        found.append(Span(start, at + 1))
                    break
        else:
            opened.append((sign, at))
    outer: list[Span] = []
    for span in sorted(found, key=lambda s: (s.start, -s.end)):
        if not outer or span.start >= outer[-1].end:
            outer.append(span)
    return outer


def _no_separator(text: str, at: int) -> bool:
    """Tell whether a comma or semicolon belongs to a name ("X, Jr."), a number or a character entity."""
    if text[at] == ";":
        return _CHARACTER.search(text, max(0, at - 12), at + 1) is not None
    return text[at] == "," and (_SUFFIX.match(text[at + 1 : at + 12].lstrip()) is not None or _inside_number(text, at))


def _inside_number(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit() and re.match(r"[0-9]{3}(?![0-9])", text[at + 1 : at + 5]) is not None


def _trim(text: str, span: Span) -> Span:
    part = text[span.start : span.end]
    lead = len(part) - len(part.lstrip())
    if lead == len(part):
        return Span(span.start, span.start)
    return Span(span.start + lead, span.end - (len(part) - len(part.rstrip())))
