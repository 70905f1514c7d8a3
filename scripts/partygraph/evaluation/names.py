"""When two spellings of a value are the same value."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)")
CENTRE = re.compile(r"\bcentre")
DASHES = re.compile(r"[‐‑‒–—−]")
QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "ʻ": "'"})


def strict(text: str) -> str:
    """Fold only what nobody sees: Unicode form, case, blanks, kinds of dashes and quotation marks."""
    return " ".join(DASHES.sub("-", unicodedata.normalize("NFC", text)).translate(QUOTES).casefold().split())


def loose(text: str) -> str:
    """Fold what does not change the meaning of a name or value, too.

    That is: an article before it, a disambiguation in brackets behind it, the word politics behind a position, centre
    for center, ``File:``, the final slash of a URL, commas in a number, a percent sign, and the tilde.

    >>> loose("The Centre–left politics"), loose("File:Rafi.svg"), loose("18,204~"), loose("12.0%")
    ('center-left', 'rafi.svg', '18204', '12')
    """
    folded = strict(text).rstrip("~").strip("\"' ")
    plain = re.sub(r"(?<=\d),(?=\d{3}\b)", "", folded).removesuffix("%").strip()
    if NUMBER.fullmatch(plain):
        return format(Decimal(plain).normalize(), "f")
    name = re.sub(r"\s*\([^()]*\)$", "", folded) or folded
    name = ARTICLE.sub("", name).removeprefix("file:").removesuffix(" politics").rstrip("/")
    return CENTRE.sub("center", name)


def same(one: str, other: str) -> bool:
    """Tell whether two spellings are one value; elections agree where one name has all words of the other.

    >>> same("1940 Barbadian general election", "1940 general election")
    True
    """
    left, right = loose(one), loose(other)
    if left == right:
        return True
    if "election" in left and "election" in right:
        few, many = sorted((_words(left), _words(right)), key=len)
        return few <= many and _years(left) == _years(right) and len(few) > 1
    return False


def nearly(one: str, other: str) -> bool:
    """Tell whether two dates agree as far as the coarser of them goes, and are not the same.

    >>> nearly("1984-01", "1984"), nearly("1984", "1984"), nearly("1984-01", "1984-02")
    (True, False, False)
    """
    left, right = loose(one), loose(other)
    if left == right or not (DATE.fullmatch(left) and DATE.fullmatch(right)):
        return False
    short, long = sorted((left, right), key=len)
    return long.startswith(short + "-")


def _words(name: str) -> frozenset[str]:
    return frozenset("election" if word == "elections" else word for word in re.findall(r"\w+", name))


def _years(name: str) -> list[str]:
    return re.findall(r"\b\d{4}\b", name)
