"""Counts, shares and ordinals in running text and in fields; only what the text says, never a sum or a guess.

``find`` is linear in the length of the text. Numbers inside dates are numbers too: a caller who has the dates passes
their spans as ``skip``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal as OneOf

from partygraph.model import Datatype, Literal, Span

Unit = OneOf["count", "decimal", "percent", "ordinal"]


def _words(text: str) -> list[str]:
    return text.split()


_ONES = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = _words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
WORDS = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{f"{ten}-{one}": 10 * n + m for n, ten in enumerate(_TENS, 2) for m, one in enumerate(_ONES[1:10], 1)},
    "dozen": 12,
}
ORDINALS = {word: number for number, word in enumerate(_ORDINALS, 1)}
MAGNITUDES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "k": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
}


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text, and the characters that say it (its ``approximately`` included).

    ``value`` is exact as written: an int for counts and ordinals, a Decimal for decimals and percentages. ``upper`` is
    the other end of a range ("300-400"). ``approximate`` stands for about, nearly, some; ``bound`` is ``over`` or
    ``under`` where the text gives only a limit; ``spelled`` marks numbers in words.
    """

    span: Span
    value: int | Decimal
    unit: Unit
    upper: int | Decimal | None = None
    approximate: bool = False
    bound: str = ""
    spelled: bool = False

    def literal(self) -> Literal:
        """Return the value for a graph: a count is a non-negative integer, a share a decimal in per cent."""
        approximate = self.approximate or bool(self.bound)
        if isinstance(self.value, int):
            return Literal(str(self.value), Datatype.NON_NEGATIVE, approximate=approximate)
        return Literal(canonical(self.value), Datatype.DECIMAL, approximate=approximate)


_SPACE = "(?:[ \u00a0\u2009\u202f]|&nbsp;)"
_DIGITS = (
    r"[0-9]{1,3}(?:(?:,[0-9]{2,3}){0,6},[0-9]{3}|(?:[\u00a0\u2009\u202f][0-9]{3}){1,6}|(?:\.[0-9]{3}){2,6})|[0-9]{1,15}"
)
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_MAGNITUDE = "|".join(sorted(MAGNITUDES, key=len, reverse=True))
_FIRST = "".join(sorted({word[0] for word in (*WORDS, *MAGNITUDES, *ORDINALS, "a")}))
"""The letters that numbers in words begin with: at any other letter the long choice among them need not be tried."""
_NUMBER = re.compile(
    rf"""(?=[0-9.{_FIRST}])(?<![\w#.,])(?<!\.)(?:
      (?P<ord>[0-9]{{1,4}}(?:st|nd|rd|th))\b
    | (?P<digits>{_DIGITS})(?P<frac>[.·][0-9]{{1,6}})?(?![0-9])(?P<comma>,[0-9]{{1,2}}(?={_SPACE}?(?:%|per)))?
      (?:{_SPACE}?(?:–|-|to){_SPACE}?(?P<upper>{_DIGITS})(?P<ufrac>\.[0-9]{{1,6}})?(?![0-9,.]?[0-9]))?
      (?:{_SPACE}?(?P<percent>%|per{_SPACE}?cent\b)|{_SPACE}(?P<mag>{_MAGNITUDE})\b|(?P<k>k)\b)?
    | (?P<bare>\.[0-9]{{1,4}}){_SPACE}?(?P<barepercent>%|per{_SPACE}?cent\b)
    | (?P<ordword>{"|".join(ORDINALS)})\b
    | (?:(?P<a>an?){_SPACE})?(?P<word>{_WORD}|(?<=a\ )(?:hundred|thousand|million))\b
      (?:{_SPACE}(?P<wordmag>{_MAGNITUDE})\b)?(?:{_SPACE}(?P<wordpercent>per{_SPACE}?cent)\b)?
    )(?![\w]*@)""",
    re.VERBOSE | re.IGNORECASE,
)
_DIGIT = re.compile("[0-9]")
_LETTERS = re.compile("[a-z]+|[^\x00-\x7f]")
# Without regard to case, "ı", "İ" (which is "i" and a dot in lower case) and "ſ" are letters of these words, too.
_WORDED = frozenset(_LETTERS.findall(" ".join((*WORDS, *MAGNITUDES, *ORDINALS)))) | {"\u0131", "\u0307", "\u017f"}
_ABOUT = re.compile(
    r"""(?:^|(?<=[\s(\[,;–—]))(?:
      (?P<approximate>approximately|approx\.?|about|around|roughly|circa|ca\.|c\.|some|nearly|almost|virtually|practically
        |barely|hardly|scarcely|not\ quite|close\ (?:to|on|upon)|(?:just\ |little\ )?short\ of|in\ the\ region\ of
        |an?\ estimated|estimated|est\.|~|≈)
    | (?P<over>over|more\ than|at\ least|above|exceeding|>|≥|upwards\ of)
    | (?P<under>under|less\ than|fewer\ than|below|up\ to|at\ most|<|≤|a\ maximum\ of)
    )[ \u00a0]{0,2}(?:a[ ])?$""",
    re.VERBOSE | re.IGNORECASE,
)

_OR_SO = re.compile("[ \u00a0]or (?:so|thereabouts)\\b")
"""What takes its exactness from the number before it."""


def find(text: str, *, skip: Iterable[Span] = ()) -> tuple[Number, ...]:
    """Return the numbers of a text from left to right; those that overlap a span of ``skip`` are left out.

    >>> [(n.value, n.unit, n.approximate) for n in find("approximately 300 members, 8.5 million votes (10.1 percent)")]
    [(300, 'count', True), (8500000, 'count', False), (Decimal('10.1'), 'percent', False)]
    """
    skipped = sorted(skip)
    if not _may_hold(text, skipped):
        return ()
    found: list[Number] = []
    at = floor = place = 0
    while match := _NUMBER.search(text, place):
        match = _first_of_two(text, match)
        span = Span(match.start(), match.end())
        place = max(span.end, place + 1)
        while at < len(skipped) and skipped[at].end <= span.start:
            at += 1
        if at < len(skipped) and skipped[at].overlaps(span):
            if match["upper"] and skipped[at].end <= match.start("upper"):
                place = match.start("upper")  # "from 5% in 1990 to 12%" is no range from 1990 to 12
            continue
        number = _read(match)
        if number is not None:
            found.append(_modified(text, floor, number))
            floor = span.end
    return tuple(found)


def _first_of_two(text: str, match: re.Match[str]) -> re.Match[str]:
    """Return the first of the numbers between which something changed, which are no range: "fell from 23 to 5"."""
    if not match["upper"] or not text.endswith("from ", 0, match.start()):
        return match
    between = text[match.end("frac") if match["frac"] else match.end("digits") : match.start("upper")]
    if between.strip() != "to":
        return match
    return _NUMBER.match(text, match.start(), match.start("upper") - len(between)) or match


def _may_hold(text: str, skipped: Sequence[Span]) -> bool:
    """Tell at little cost whether a text can hold a number outside some spans: most sentences hold none but dates."""
    floor, pieces = 0, []
    for span in skipped:
        pieces.append(text[floor : span.start])
        floor = max(floor, span.end)
    rest = " ".join((*pieces, text[floor:])) if skipped else text
    return bool(_DIGIT.search(rest)) or not _WORDED.isdisjoint(_LETTERS.findall(rest.lower()))


def read(text: str) -> Number | None:
    """Return the number that a text consists of, None if it is anything more or anything else.

    >>> read("1,345").value
    1345
    """
    found = find(text)
    if len(found) != 1:
        return None
    span = found[0].span
    return found[0] if not text[: span.start].strip() and not text[span.end :].strip(" .") else None


def canonical(value: Decimal) -> str:
    """Write a decimal in the canonical form of xsd:decimal, which has at least one digit behind the point.

    >>> canonical(Decimal("10.10"))
    '10.1'
    """
    text = format(value, "f")
    whole, _, rest = text.partition(".")
    return f"{whole}.{rest.rstrip('0') or '0'}"


# --------------------------------------------------------------------------- from matches to numbers


def _read(match: re.Match[str]) -> Number | None:
    span = Span(match.start(), match.end())
    if match["ord"]:
        return Number(span, int(match["ord"][:-2]), "ordinal")
    if match["ordword"]:
        return Number(span, ORDINALS[match["ordword"].lower()], "ordinal", spelled=True)
    if match["bare"]:
        return Number(span, Decimal("0" + match["bare"]), "percent")
    if match["word"]:
        return _spelled(match, span)
    value = _amount(match["digits"], match["frac"] or (match["comma"] or "").replace(",", "."))
    upper = _amount(match["upper"], match["ufrac"]) if match["upper"] else None
    if match["percent"]:
        return Number(span, Decimal(value), "percent", None if upper is None else Decimal(upper))
    magnitude = MAGNITUDES.get((match["mag"] or match["k"] or "").lower(), 1)
    value, upper = _scaled(value, magnitude), None if upper is None else _scaled(upper, magnitude)
    if upper is not None and (upper <= value or isinstance(value, Decimal) != isinstance(upper, Decimal)):
        # "3-2" is a score or a list, no range: the first number stands alone.
        return Number(
            Span(span.start, match.end("frac") if match["frac"] else match.end("digits")), value, _unit(value)
        )
    return Number(span, value, _unit(value), upper)


def _spelled(match: re.Match[str], span: Span) -> Number:
    word = match["word"].lower()
    value = WORDS.get(word) or MAGNITUDES.get(word, 0)
    value *= MAGNITUDES.get((match["wordmag"] or "").lower(), 1)
    if match["wordpercent"]:
        return Number(span, Decimal(value), "percent", spelled=True)
    return Number(span, value, "count", spelled=True)


def _amount(digits: str, fraction: str | None) -> int | Decimal:
    whole = re.sub(r"[^0-9]", "", digits)
    return Decimal(f"{whole}.{fraction[1:]}") if fraction else int(whole)


def _scaled(value: int | Decimal, magnitude: int) -> int | Decimal:
    scaled = value * magnitude
    if isinstance(scaled, Decimal) and magnitude > 1 and scaled == scaled.to_integral_value():
        return int(scaled)
    return scaled


def _unit(value: int | Decimal) -> Unit:
    return "count" if isinstance(value, int) else "decimal"


def _modified(text: str, floor: int, number: Number) -> Number:
    begin = max(floor, number.span.start - 20)
    found = _ABOUT.search(text[begin : number.span.start])
    if not found:
        behind = _OR_SO.match(text, number.span.end)
        return replace(number, span=Span(number.span.start, behind.end()), approximate=True) if behind else number
    span = Span(begin + found.start(), number.span.end)
    bound = "over" if found["over"] else "under" if found["under"] else ""
    return Number(span, number.value, number.unit, number.upper, bool(found["approximate"]), bound, number.spelled)
