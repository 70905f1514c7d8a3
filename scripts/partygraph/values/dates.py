"""Dates in running text and in fields, with the precision that the text gives and no more.

``find`` is linear in the length of the text: one pass finds the atoms (a day, a month, a year, a decade), a second one
looks at the few characters before and between them (``circa``, ``until``, ``to``) and joins them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal as OneOf

from partygraph.model import Datatype, Literal, Span

Precision = OneOf["day", "month", "year", "decade", "monthDay", "monthOnly"]
Shape = OneOf["point", "period", "alternatives"]

MONTHS = (
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May",),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sept", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
)
MONTH_NUMBER = {name.lower(): number for number, names in enumerate(MONTHS, 1) for name in names}
MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LONGEST_JOIN = 36
"""Characters between the two dates of a period, or before a date ("until their expulsion in")."""
DATATYPES: dict[str, Datatype] = {"day": Datatype.DATE, "month": Datatype.YEAR_MONTH, "year": Datatype.YEAR}


@dataclass(frozen=True, slots=True)
class Date:
    """One date: an ISO form as long as the text is precise.

    ``lexical`` is ``1965-07-14``, ``1965-07``, ``1965``, ``1890s``; without a year ``--07-14`` or ``--07``.
    ``approximate`` stands for circa; ``bound`` is ``before`` or ``after`` where the text gives only a limit, ``by`` for
    "by 1990"; ``part`` keeps words such as ``late``, ``early``, ``summer``.
    """

    lexical: str
    precision: Precision
    approximate: bool = False
    bound: str = ""
    part: str = ""

    @property
    def year(self) -> int | None:
        """The year (of a decade, its first); None where the text gives no year."""
        return None if self.lexical.startswith("-") else int(self.lexical[:4])

    def literal(self) -> Literal:
        """Return the value for a graph; a decade has no datatype of its own and stays text.

        >>> Date("1965-07", "month").literal().datatype.value
        'xsd:gYearMonth'
        """
        return Literal(
            self.lexical,
            DATATYPES.get(self.precision, Datatype.STRING),
            approximate=self.approximate or bool(self.bound),
        )


@dataclass(frozen=True, slots=True)
class Dated:
    """A stretch of text that gives a date, a period or alternatives.

    A point has ``first`` alone; a period has ``first`` and ``last``, one of them None where it is open
    (``since 2007``, ``until 2011``, ``2018-present``); alternatives have both and mean one or the other.
    """

    span: Span
    shape: Shape
    first: Date | None
    last: Date | None = None

    @property
    def date(self) -> Date | None:
        """The date of a point, None for anything else."""
        return self.first if self.shape == "point" else None


# --------------------------------------------------------------------------- atoms

_GAP = "(?:[ \u00a0\u2009\u202f]{1,3}|&nbsp;)"
_NAMES = sorted((name for names in MONTHS for name in names), key=len, reverse=True)
_LOWER = [name.lower() for name in _NAMES if len(name) > 3 and name != "March"]
_MONTH = "(?:" + "|".join([*_NAMES, *(name.upper() for name in _NAMES), *_LOWER]) + r")\b\.?"
_YEAR = "(?:1[0-9]|20|21)[0-9]{2}"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_ORDINAL = rf"(?:the{_GAP}(?=[0-9]{{1,2}}(?:st|nd|rd|th)(?:,?{_GAP}|{_GAP}of{_GAP}){_YEAR}))?"
"""The article of "July the 9th 1908"; without a year "the 4th" may be anything's."""
_THEN_YEAR = rf"(?:,?{_GAP}(?:of{_GAP})?(?P<%s>{_YEAR})(?![\d]|,\d|\.\d))?"
_COUNTED = (
    r"(?:(?:registered|enrolled|paying|full|more|new)[ ])?"
    r"(?:members?|votes?|voters?|seats?|signatures?|candidates?|people|persons?|supporters?|activists?|delegates?|million|thousand|billion|copies|branches|dollars|euros?|per|percent|%)"
)
_FIRST = "".join(sorted({name[0] for name in (*_NAMES, *_LOWER, "the")}))
_ATOM = re.compile(
    rf"""(?=[0-9{_FIRST}])(?<![\w#$€£+])(?<!\d[.,/–-])(?:
      (?P<d1>{_DAY})(?:{_GAP}?[–—-]{_GAP}?(?P<d1b>{_DAY}))?{_GAP}(?:of{_GAP})?(?P<m1>{_MONTH})
          (?:{_GAP}?[\[(](?:O\.?[ ]?S\.?|N\.?[ ]?S\.?|Old|New)[^\])]{{0,40}}[\])])?{_THEN_YEAR % "y1"}
    | (?P<m2>{_MONTH}){_GAP}{_ORDINAL}(?P<d2>{_DAY})(?![\d:%]|,\d|\.\d)(?:{_GAP}?[–—-]{_GAP}?(?P<d2b>{_DAY})(?!\d))?
          (?:{_GAP}?[\[(](?:O\.?[ ]?S\.?|N\.?[ ]?S\.?|Old|New)[^\])]{{0,40}}[\])])?{_THEN_YEAR % "y2"}
    | (?P<m3>{_MONTH}){_THEN_YEAR % "y3"}
    | (?P<y4>{_YEAR})-(?P<m4>0?[1-9]|1[0-2])(?:-(?P<d4>[0-3]?[0-9]))?(?![\w-])
    | (?P<a5>[0-3]?[0-9])(?P<s5>[./])(?P<b5>[0-3]?[0-9])(?P=s5)(?P<y5>{_YEAR})(?!\d)
    | (?:the{_GAP})?(?P<y8>(?:1[0-9]|20|21)[0-9]0)['’]?s\b
    | (?P<y6>{_YEAR})(?:(?P<s6>[–—/-])(?P<y7>{_YEAR}|[0-9]{{2}})(?![\w]|[.,/–-]\d))?
          (?![\w%]|[.,/]\d|{_GAP}?(?:B\.?C\.?|{_COUNTED})\b)
    )""",
    re.VERBOSE,
)
_SPILLED = re.compile(
    r"(?:start|end|birth|founding|dissolution)[ -]date(?: and age| and years ago)?\s*,\s*"
    rf"(?:[a-z]{{1,5}}=\w+\s*,\s*)*(?P<year>{_YEAR})(?!\d)(?:\s*,\s*(?P<month>0?[1-9]|1[0-2])(?!\d)(?:\s*,\s*(?P<day>[0-3]?[0-9])(?!\d))?)?"
    r"(?:\s*,\s*[a-z]{1,5}=\w+)*",
    re.IGNORECASE,
)
_DIGIT = re.compile("[0-9]")
_BEFORE = re.compile(
    r"""(?:^|(?<=[\s(\[,;–—-]))(?:
      (?P<circa>c\.|ca\.|circa|around|about|approximately|approx\.|roughly|~|probably)
    | (?P<until>(?:until|till)\ (?:(?:its|his|her|their)\ [a-z-]+\ )(?:in|on)|until|till|up\ to|up\ until|to|through)
    | (?P<since>since|from|starting(?:\ in)?|as\ of|from)
    | (?P<bound>before|after|by|pre|post|prior\ to)
    | (?P<between>between)
    | (?:(?:the|in)[ ])?
      (?P<part>early|mid|middle\ of|late|beginning\ of|end\ of|spring|summer|autumn|fall|winter)(?:[ ](?:of|in))?
    )(?:[ \u00a0-]{1,2}(?:the[ ])?|(?<=[.~])|$)$""",
    re.VERBOSE | re.IGNORECASE,
)
_JOIN = re.compile(
    r"^[ \u00a0]{0,2}(?:(?P<range>[–—-]|&ndash;|(?:to|until|till)[ ](?:its|his|her|their)[ ][a-z-]+[ ](?:in|on)"
    r"|up[ ]to|up[ ]until|to|until|till|through)|(?P<and>and|&)|(?P<or>or|/))[ \u00a0]{0,2}"
    r"(?:(?:the[ ](?=early|mid|late))?(?:the|in|around|about|c\.|ca\.|circa|early|mid|late)[ \u00a0-])?(?:the[ ])?$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"[ \u00a0]{0,2}(?:[–—-]|to|until)[ \u00a0]{0,2}"
    r"(?:(?:the[ ])?(?:present|now|date|today|current(?:ly)?)\b|(?=[)\]]|$))",
    re.IGNORECASE,
)


def find(text: str, *, partial: bool = False) -> tuple[Dated, ...]:
    """Return the dates of a text from left to right; they never overlap.

    With ``partial`` the dates without a year ("On 14 July", "in November") are returned too, for a caller who knows
    the year from elsewhere. A day that no calendar has (30 February), the year 0 and years BC are no dates.

    >>> [(d.shape, d.first.lexical) for d in find("formed on 14 July 1965, refounded in c. 1970")]
    [('point', '1965-07-14'), ('point', '1970')]
    >>> find("(until 2011)")[0].last.lexical
    '2011'
    >>> [found.first.lexical for found in find("on July the 9th 1908, in July 1909 the 4th congress")]
    ['1908-07-09', '1909-07']
    """
    if not partial and not _DIGIT.search(text):
        return ()
    atoms = [atom for match in _ATOM.finditer(text) for atom in _read(match)]
    joined = _join(text, [atom for atom in atoms if atom.first])
    return tuple(atom for atom in joined if partial or not _yearless(atom))


def find_in_field(text: str) -> tuple[Dated, ...]:
    """Return the dates of a field, also those whose template ran out into its arguments.

    >>> find_in_field("start date and age, 1991, 06, 22, df=yes")[0].first.lexical
    '1991-06-22'
    """
    if not _DIGIT.search(text):
        return ()
    spilled: list[Dated] = []
    for match in _SPILLED.finditer(text):
        year, month, number = (int(match[key]) if match[key] else 0 for key in ("year", "month", "day"))
        date = day(year, month, number) if number else _month(year, month) if month else Date(str(year), "year")
        if date:
            spilled.append(Dated(Span(match.start(), match.end()), "point", date))
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return tuple(sorted((*spilled, *find(text)), key=lambda one: one.span))


def read(text: str) -> Dated | None:
    """Return the date that a text consists of, None if it is anything more or anything else.

    >>> read("26 October 1997").first.lexical
    '1997-10-26'
    >>> read("26 October 1997 (as X)") is None
    True
    """
    found = find(text)
    if (
        len(found) == 1
        and not text[: found[0].span.start].strip(" .,;:")
        and not text[found[0].span.end :].strip(" .,;:")
    ):
        return found[0]
    return None


def day(year: int, month: int, number: int) -> Date | None:
    """Make a date of three numbers, None if no calendar has that day.

    >>> day(2001, 2, 29) is None
    True
    """
    if not (1 <= month <= 12 and 1 <= number <= MONTH_DAYS[month - 1]):
        return None
    if month == 2 and number == 29 and (year % 4 or (year % 100 == 0 and year % 400)):
        return None
    return Date(f"{year:04}-{month:02}-{number:02}", "day")


# --------------------------------------------------------------------------- from matches to dates


def _read(got: re.Match[str]) -> Iterator[Dated]:
    span = Span(got.start(), got.end())
    if got["m1"] or got["m2"]:
        key = "1" if got["m1"] else "2"
        yield from _days(span, got["y" + key], got["m" + key], got["d" + key], got[f"d{key}b"])
    elif got["m3"]:
        month = MONTH_NUMBER[got["m3"].rstrip(".").lower()]
        lexical, precision = (f"{got['y3']}-{month:02}", "month") if got["y3"] else (f"--{month:02}", "monthOnly")
        yield Dated(span, "point", Date(lexical, precision))  # type: ignore[arg-type]
    elif got["y4"]:
        yield Dated(span, "point", _iso(got))
    elif got["y5"]:
        yield Dated(span, "point", _numeric(got))
    elif got["y8"]:
        yield Dated(span, "point", Date(got["y8"] + "s", "decade"))
    else:
        yield _years(span, got)


def _days(span: Span, year: str | None, month: str, first: str, last: str | None) -> Iterator[Dated]:
    dates = [_day(year, month, number) for number in (first, last) if number]
    if any(date is None for date in dates):
        return
    yield Dated(span, "period" if last else "point", dates[0], dates[1] if last else None)


def _day(year: str | None, month: str, number: str) -> Date | None:
    month_number = MONTH_NUMBER[month.rstrip(".").lower()]
    day_number = int(number[:2]) if number[:2].isdigit() else int(number[0])
    if year:
        return day(int(year), month_number, day_number)
    if day_number > MONTH_DAYS[month_number - 1]:
        return None
    return Date(f"--{month_number:02}-{day_number:02}", "monthDay")


def _iso(got: re.Match[str]) -> Date | None:
    year, month, number = got["y4"], got["m4"], got["d4"]
    assert year and month
    if number:
        return day(int(year), int(month), int(number))
    if len(month) == 2 and int(month) == (int(year) + 1) % 100:
        # "2010-11" is November 2010 for a machine, and the two years for most writers: the year is all that is sure.
        return Date(year, "year")
    return Date(f"{year}-{int(month):02}", "month")


def _month(year: int, month: int) -> Date:
    return Date(f"{year:04}-{month:02}", "month")


def _numeric(got: re.Match[str]) -> Date | None:
    first, second, year = int(got["a5"] or 0), int(got["b5"] or 0), int(got["y5"] or 0)
    if got["s5"] == "." or first > 12:
        return day(year, second, first)
    if second > 12:
        return day(year, first, second)
    # Day and month of "03/04/2010" cannot be told apart: the year is what the text says for sure.
    return Date(str(year), "year") if first and second else None


def _years(span: Span, got: re.Match[str]) -> Dated:
    first, sign, second = got["y6"], got["s6"], got["y7"]
    assert first
    date = Date(first, "year")
    if not second:
        return Dated(span, "point", date)
    last = second if len(second) == 4 else first[:2] + second
    if int(last) < int(first):
        return Dated(Span(span.start, span.start + 4), "point", date)
    return Dated(span, "alternatives" if sign == "/" else "period", date, Date(last, "year"))


# --------------------------------------------------------------------------- joining


def _yearless(dated: Dated) -> bool:
    ends = [date for date in (dated.first, dated.last) if date]
    return any(date.lexical.startswith("-") for date in ends)


def _join(text: str, atoms: list[Dated]) -> Iterator[Dated]:
    at, start = 0, 0
    while at < len(atoms):
        atom = _modified(text, start, atoms[at])
        if at + 1 < len(atoms) and (pair := _pair(text, atom, atoms[at + 1])):
            atom, at = pair, at + 1
        atom = _opened(text, atom)
        start = atom.span.end
        at += 1
        yield atom


def _pair(text: str, first: Dated, second: Dated) -> Dated | None:
    between = text[first.span.end : second.span.start]
    if len(between) > LONGEST_JOIN or second.shape != "point" or not second.first:
        return None
    link, begin = _JOIN.match(between), first.first
    if not link or not begin or first.shape == "alternatives":
        return None
    if first.shape == "period":
        return _closed(first, second) if link["range"] else None
    if link["and"] and begin.bound != "between":
        return None
    begin = replace(begin, bound="" if begin.bound == "between" else begin.bound)
    shape: Shape = "alternatives" if link["or"] else "period"
    return Dated(Span(first.span.start, second.span.end), shape, _completed(begin, second.first), second.first)


def _closed(first: Dated, second: Dated) -> Dated | None:
    """Close the period that ``from`` or ``since`` opened."""
    if first.first is None or first.last is not None:
        return None
    span = Span(first.span.start, second.span.end)
    return Dated(span, "period", _completed(first.first, second.first), second.first)


def _completed(first: Date, last: Date | None) -> Date:
    """Give "14 July" in "14 July - 3 August 1965" the year of the period's end."""
    if last is None or last.year is None or not first.lexical.startswith("--"):
        return first
    year = f"{last.year:04}"
    if first.precision == "monthDay":
        return replace(first, lexical=year + first.lexical[1:], precision="day")
    return replace(first, lexical=year + first.lexical[1:], precision="month")


def _modified(text: str, floor: int, atom: Dated) -> Dated:
    """Read the words before a date, nearest first: circa, until, since, before, late."""
    for _ in range(3):
        begin = max(floor, atom.span.start - LONGEST_JOIN)
        found = _BEFORE.search(text[begin : atom.span.start])
        date = atom.first
        if not found or date is None or atom.shape == "alternatives":
            return atom
        span = Span(begin + found.start(), atom.span.end)
        word = (found[found.lastgroup or 0] or "").lower()
        if found["circa"]:
            atom = replace(atom, span=span, first=replace(date, approximate=True))
        elif found["part"]:
            atom = replace(atom, span=span, first=replace(date, part=word))
        elif atom.shape != "point":
            return replace(atom, span=span) if found["since"] or found["between"] else atom
        elif found["until"]:
            return Dated(span, "period", None, date)
        elif found["since"]:
            return atom if word == "as of" else Dated(span, "period", date)
        elif found["between"]:
            return replace(atom, span=span, first=replace(date, bound="between"))
        else:
            bound = {"pre": "before", "prior to": "before", "post": "after"}.get(word, word)
            return replace(atom, span=span, first=replace(date, bound=bound))
    return atom


def _opened(text: str, atom: Dated) -> Dated:
    if atom.first and atom.first.bound == "between":
        atom = replace(atom, first=replace(atom.first, bound=""))
    if atom.shape == "alternatives" or atom.last or atom.first is None:
        return atom
    tail = _OPEN.match(text, atom.span.end)
    if not tail:
        return atom
    return Dated(Span(atom.span.start, tail.end()), "period", atom.first)
