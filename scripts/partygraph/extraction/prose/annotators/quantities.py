"""Adds dates, periods, numbers, shares and ordinals to a lattice."""

from __future__ import annotations

from dataclasses import replace

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.model import Literal
from partygraph.rules import lexicon
from partygraph.values import dates, numbers

OPENING = frozenset({"since", "until", "till", "from", "to", "through", "between", "by", "before", "after", "up"})


def add(lattice: Lattice) -> frozenset[int]:
    """Add the edges; returns the tokens that dates cover."""
    taken: set[int] = set()
    tokens = lattice.tokens
    found = dates.find(tokens.text)
    for dated in found:
        start, end = tokens.between(dated.span.start, dated.span.end)
        taken.update(range(start, end))
        _add_dated(lattice, dated, start, end)
    for number in numbers.find(tokens.text, skip=[dated.span for dated in found]):
        start, end = tokens.between(number.span.start, number.span.end)
        kind = {"count": "number", "decimal": "decimal"}.get(number.unit, number.unit)
        if end > start and number.upper is None:  # "10–12%" is neither
            lattice.add(Mention(kind, start, end, tokens.show(start, end), literal=number.literal()))
            if start and tokens.lower[start - 1 : start + 2] == ("no", "more", "than"):
                # "It won no more than two seats" tells of two, and that they were few.
                exact = replace(number.literal(), approximate=False)
                lattice.add(Mention(kind, start - 1, end, tokens.show(start - 1, end), literal=exact))
    return frozenset(taken)


def _add_dated(lattice: Lattice, dated: dates.Dated, start: int, end: int) -> None:
    tokens = lattice.tokens
    name = tokens.show(start, end)
    if dated.shape == "point" and dated.first:
        literal = dated.first.literal()
        lattice.add(Mention("date", start, end, name, literal=literal))
        bare = _bare(lattice, start, end)
        if start and tokens.lower[start - 1] in lexicon.words("weekday"):
            lattice.add(Mention("date", start - 1, end, name, literal=literal))  # "on Sunday 2 March 1952"
        if dated.first.part and tokens.lower[start + 1 : start + 2] == ("in",):
            # "founded late in 1928": the year is what "in" governs.
            lattice.skips[start].append(start + 1)
            lattice.add(Mention("date", start + 2, end, tokens.show(start + 2, end), literal=literal))
        if tokens.lower[start] == "in" and end > start + 1:
            # "In early 1990" for the patterns that name the preposition themselves.
            lattice.add(Mention("date", start + 1, end, tokens.show(start + 1, end), literal=literal))
        if bare > start and not dated.first.approximate:
            lattice.add(Mention("date", bare, end, tokens.show(bare, end), literal=literal))
        return
    parts = []
    if _days_of_one_event(dated):
        # "12–13 December 2014" is when a congress met, not a time from its first day to its second.
        lattice.add(Mention("date", start, end, name, literal=dated.first.literal() if dated.first else None))
        return
    for key, date in (("start", dated.first), ("end", dated.last)):
        if date is not None:
            parts.append((key, Mention("date", start, end, date.lexical, literal=date.literal())))
    lattice.add(
        Mention("alternatives" if dated.shape == "alternatives" else "period", start, end, name, parts=tuple(parts))
    )
    only = dated.first if dated.last is None else dated.last if dated.first is None else None
    bare = _bare(lattice, start, end)
    if only is not None and bare > start:
        # "until 2003" is a period, and 2003 alone is a date for the patterns that name the preposition themselves.
        lattice.add(Mention("date", bare, end, tokens.show(bare, end), literal=only.literal()))


def _days_of_one_event(dated: dates.Dated) -> bool:
    """Tell whether a range is of a few days: both ends are days, of one month."""
    first, last = dated.first, dated.last
    return (
        first is not None
        and last is not None
        and dated.shape != "alternatives"
        and len(first.lexical) == len("2014-12-12")
        and first.lexical[:7] == last.lexical[:7]
    )


def _bare(lattice: Lattice, start: int, end: int) -> int:
    while start < end and lattice.tokens.lower[start] in OPENING:
        start += 1
    return start


def literal_year(literal: Literal) -> str:
    """Return the year of a date, empty where it has none.

    >>> literal_year(Literal("2015-02"))
    '2015'
    """
    return literal.lexical[:4] if literal.lexical[:4].isdigit() else ""
