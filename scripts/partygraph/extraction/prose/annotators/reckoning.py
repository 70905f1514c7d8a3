"""Adds dates that count from another one: "that year", "the following year", "two years later", "and in March"."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.model import Datatype, Literal
from partygraph.rules import lexicon
from partygraph.values import dates

SAME = lexicon.phrases("same-year")
NEXT = lexicon.phrases("next-year")
WIDEST = 4
SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
"""Parts of a year that "that" can tell: "that autumn the party was dissolved"."""
BEHIND = lexicon.words("preposition") | {"", ".", ",", ";", ":", "and", "the", "it", "they", "he", "she", "when", "as"}
"""What goes on behind such a time; in "that spring offensive" it goes on itself."""


def add(lattice: Lattice, year: int | None) -> None:
    """Add the edges; ``year`` is the last that the sentences before have named.

    A year that had to be counted is weak: it stands nowhere in the text, and "two years later" may be a round number.
    """
    lower = lattice.tokens.lower
    if not lattice.present.isdisjoint(dates.MONTH_NUMBER):
        _add_months(lattice)
    told = "that" in lattice.present and not lattice.present.isdisjoint(SEASONS | dates.MONTH_NUMBER.keys())
    if lattice.present.isdisjoint(("year", "later")) and not told:
        return
    for at in range(len(lower)):
        dated = next((edge for edge in lattice.edges[at] if edge.kind in ("date", "period") and not edge.parts), None)
        year = (year_of(dated) if dated is not None else None) or year
        if year is None:
            continue
        if told and lower[at] == "that" and at + 1 < len(lower) and lattice.ended[at + 2] in BEHIND:
            _add_part_of_year(lattice, at, year)
        for width in range(2, min(WIDEST, len(lower) - at + 1)):
            words = lower[at : at + width]
            if words in SAME:
                lattice.add(_counted(lattice, at, at + width, year, 0))
            elif words in NEXT:
                lattice.add(_counted(lattice, at, at + width, year, 1))
        number = lattice.at(at, "number")
        if (
            number is not None
            and number.literal is not None
            and lower[number.end : number.end + 2] in (("years", "later"), ("year", "later"))
            and number.literal.lexical.isdigit()
            and int(number.literal.lexical) < 100
        ):
            lattice.add(_counted(lattice, at, number.end + 2, year, int(number.literal.lexical)))


def _add_part_of_year(lattice: Lattice, at: int, year: int) -> None:
    """Add the month or season that "that" tells of the year named last: "was founded that December"."""
    tokens = lattice.tokens
    month = dates.MONTH_NUMBER.get(tokens.lower[at + 1], 0) if tokens.words[at + 1][0].isupper() else 0
    if month:
        words = Mention("text", at, at + 2, tokens.show(at, at + 2))
        literal = dates.Date(f"{year:04}-{month:02}", "month").literal()
        lattice.add(Mention("date", at, at + 2, literal.lexical, literal=literal, parts=(("counted", words),)))
    elif tokens.lower[at + 1] in SEASONS - {"winter"}:  # a winter is of two years
        lattice.add(_counted(lattice, at, at + 2, year, 0))


def _add_months(lattice: Lattice) -> None:
    """Add the months and days that leave their year to the date before: "in January 1980 it met, and in March …"."""
    tokens, base = lattice.tokens, None
    for at, word in enumerate(tokens.lower):
        dated = next((edge for edge in lattice.edges[at] if edge.kind == "date" and not edge.parts), None)
        base = dated if dated is not None and year_of(dated) is not None else base
        month = dates.MONTH_NUMBER.get(word, 0) if tokens.words[at][0].isupper() and base is not None else 0
        if not month or base is None or base.end > at or any(edge.kind == "date" for edge in lattice.edges[at]):
            continue
        known = int(base.literal.lexical[5:7] or 0) if base.literal is not None else 0
        number = lattice.at(at - 1, "number")
        start = at - (number is not None and number.end == at)
        if tokens.lower[start - 1] not in ("in", "on", "by", "since", "until", "of"):
            continue
        found: dates.Date | None = dates.Date(f"{year_of(base):04}-{month:02}", "month")
        if start < at and number is not None and number.literal is not None:
            found = dates.day(year_of(base) or 0, month, int(number.literal.lexical))
        if found is not None:
            words = Mention("text", start, at + 1, tokens.show(start, at + 1))
            parts = (("counted", words),)
            # In "in October 1980 … and in March" it is a March of another year, which the text does not tell.
            literal = found.literal() if month >= known else None
            name = f"{words.name} {year_of(base)}" if literal is not None else words.name
            lattice.add(Mention("date", start, at + 1, name, literal=literal, parts=parts))


def year_of(mention: Mention) -> int | None:
    """Return the year of a date, None where it has none."""
    lexical = mention.literal.lexical[:4] if mention.literal is not None else ""
    return int(lexical) if lexical.isdigit() and len(lexical) == 4 else None


def _counted(lattice: Lattice, start: int, end: int, base: int, more: int) -> Mention:
    literal = Literal(str(base + more), Datatype.YEAR)
    words = Mention("text", start, end, lattice.tokens.show(start, end))
    return Mention("date", start, end, literal.lexical, literal=literal, parts=(("counted", words),), weak=more > 0)
