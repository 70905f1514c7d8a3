"""What stands in brackets behind a value: a period, a standing, a scope, another name, or a remark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from partygraph.model import Datatype, Literal
from partygraph.resources import folder
from partygraph.rules.lexicon import rows
from partygraph.values import dates, lists, names

Pairs = tuple[tuple[str, Literal], ...]

_AS = re.compile(r"^(?:as|known as|under the name(?: of)?|named)\s+(?:an?\s+|the\s+)?(.+)$", re.IGNORECASE)
_FILLER = re.compile(r"^(?:in|from|the|on|of|for|and|with|only|election|elections|year|years)?$", re.IGNORECASE)
_NO_LETTER = re.compile(r"^[\W\d_]*(?:as|as an?|as the|and|or|the)?\W*$", re.IGNORECASE)
"""A remark that a template has left empty: "(as )"."""

_AGE = re.compile(
    r"^(?:about |almost |over )?\d{1,3} (?:years?|months?)(?:,? (?:and )?\d{1,3} (?:months?|days?))?(?: ago| old)?$"
    r"|^aged? \d{1,3}$",
    re.IGNORECASE,
)
"""How long ago a date was, which a template reckons anew each day: "59 years ago"."""


def read(text: str, *, point: str = "year", free: str = "note") -> Pairs:
    """Return the qualifiers that an annotation states, in the order of its parts.

    ``point`` names the qualifier of a single date (``period``: it is both start and end; ``figure``: the year that a
    figure is of, or the day as of which it holds); ``free`` names the one of words that no table knows.

    >>> [(name, value.lexical) for name, value in read("observer, 2004–07")]
    [('status', 'observer'), ('start', '2004'), ('end', '2007')]
    >>> [(name, value.lexical) for name, value in read("de facto")]
    [('as', 'de facto')]
    >>> read("59 years ago")
    ()
    """
    found: list[tuple[str, Literal]] = []
    for start, end in lists.split(text):
        for pair in _part(text[start:end], point, free):
            if pair not in found:
                found.append(pair)
    return tuple(found)


def known(text: str) -> bool:
    """Tell whether an annotation is nothing but dates and words of the table.

    >>> known("observer, since 2004"), known("Spain")
    (True, False)
    """
    pairs = read(text, free="?")
    return bool(pairs) and all(name != "?" for name, _ in pairs)


def is_scope(text: str) -> bool:
    """Tell whether a text is nothing but the name of a scope: the heading of a list without its colon.

    >>> is_scope("Factions"), is_scope("Fascism")
    (True, False)
    """
    term = _terms().get(text.strip(" .:").lower())
    return term is not None and term[0] == "scope"


def period(dated: dates.Dated, point: str) -> Pairs:
    """Return the qualifiers for a date or a period."""
    if dated.shape == "alternatives":
        return ()
    if dated.shape == "point" and dated.first:
        date = dated.first
        if date.bound in ("before", "by"):
            return (("end", date.literal()),)
        if date.bound == "after":
            return (("start", date.literal()),)
        names = ("start", "end") if point == "period" else (_precise(point, date),)
        return tuple((name, date.literal()) for name in names)
    ends = (("start", dated.first), ("end", dated.last))
    return tuple((name, date.literal()) for name, date in ends if date)


def _precise(point: str, date: dates.Date) -> str:
    """A figure is of a year, or as of a month or day."""
    if point != "figure":
        return point
    return "asOf" if date.precision in ("day", "month") else "year"


def _part(text: str, point: str, free: str) -> Pairs:
    term = _terms().get(text.strip(" .:").lower())
    if term:
        return (_pair(*term),)
    found = dates.find(text)
    rest = text
    for dated in reversed(found):
        rest = rest[: dated.span.start] + " " + rest[dated.span.end :]
    rest = rest.strip(" .,:;–-")
    if found and (_FILLER.match(rest) or rest.lower() in _terms()):
        pairs = [pair for dated in found for pair in period(dated, point)]
        return tuple(([_pair(*_terms()[rest.lower()])] if rest.lower() in _terms() else []) + pairs)
    named = _AS.match(text)
    if named and not found:
        return (("as", Literal(names.bare(named[1]))),)
    if _NO_LETTER.match(text) or _AGE.match(text.strip()):
        return ()
    return ((free, Literal(names.bare(text))),)


def _pair(name: str, value: str) -> tuple[str, Literal]:
    if value in ("true", "false"):
        return (name, Literal(value, Datatype.BOOLEAN))
    return (name, Literal(value))


@cache
def _terms() -> Mapping[str, tuple[str, str]]:
    found = {}
    for row in rows(folder("ontology") / "remarks.tsv"):
        for words in row["words"].split("|"):
            found[words] = (row["qualifier"], row["value"] or words)
    return found
