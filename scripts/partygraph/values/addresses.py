"""Postal addresses and seats of organisations: one line, and its parts where they can be told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from partygraph.model import Span

_BREAKS = re.compile(r"\s*(?:,\s*|\n+\s*)+")
_CODE_LAST = re.compile(r"^(?P<region>[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)?\s*(?P<code>[0-9]{5}(?:-[0-9]{4})?)$")
_STREET = re.compile(r"\d|^(?:P\.?\s?O\.?\s?Box|House|Plot|Block)\b", re.IGNORECASE)
_WAY = re.compile(
    r"\b(?:street|road|rd|avenue|ave|boulevard|blvd|lane|square|prospekt|highway|embankment|rue|calle|avenida|via"
    r"|building|house|hall|palace|palazzo|tower|cent(?:re|er)|headquarters|secretariat|parliament)\b"
    r"|(?:stra(?:ß|ss)e|straat|gatan?|gade)\b",
    re.IGNORECASE,
)
"""Words by which a name is that of a street or a building, and not of a place."""
_CODE = re.compile(r"[\W\d_]*(?:\b[A-Z]{1,3}\b[\W\d_]*)*")
"""What may stand beside a town's name in its piece of an address: codes, as in 10115, D-10115, SE16 9GQ."""
_NUMBERED = re.compile(r".*(?:\d\w{0,2}|[\u2013\u2014])\W*", re.DOTALL)
"""What a street with its number, or a dash, ends in: the town may follow without a comma."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an address with the characters that give it; ``name`` is street, locality, region or postalCode."""

    name: str
    text: str
    span: Span


def line(text: str) -> str:
    """Return an address on one line; commas that a line break left beside a comma become one.

    >>> line("30 Arbor Street,, Hartford, CT 06106")
    '30 Arbor Street, Hartford, CT 06106'
    """
    return _BREAKS.sub(", ", text.strip(" ,\n")).strip()


def is_street(text: str) -> bool:
    """Tell whether an address has more than places in it."""
    return _STREET.search(text) is not None


def parts(text: str) -> tuple[Part, ...]:
    """Return the parts of an address whose form is known: street, locality, and region with a postal code of digits.

    >>> [(part.name, part.text) for part in parts("30 Arbor Street,, Hartford, CT 06106")]
    [('street', '30 Arbor Street'), ('locality', 'Hartford'), ('region', 'CT'), ('postalCode', '06106')]
    """
    pieces = _pieces(text)
    if len(pieces) < 3 or any(character in text for character in "();"):
        return ()
    last, last_span = pieces[-1]
    found = _CODE_LAST.match(last)
    if not found:
        return ()
    if found["region"]:
        locality, street = pieces[-2], pieces[:-2]
        region = Part("region", found["region"], Span(last_span.start, last_span.end))
    elif len(pieces) >= 4:
        locality, street = pieces[-3], pieces[:-3]
        region = Part("region", pieces[-2][0], Span(pieces[-2][1].start, last_span.end))
    else:
        return ()
    if not is_street(street[0][0]) or is_street(locality[0]):
        return ()
    street_span = Span(street[0][1].start, street[-1][1].end)
    code = Part("postalCode", found["code"], Span(last_span.start + found.start("code"), last_span.end))
    return (
        Part("street", ", ".join(piece for piece, _ in street), street_span),
        Part("locality", locality[0], Span(locality[1].start, last_span.end)),
        region,
        code,
    )


def is_way(name: str) -> bool:
    """Tell whether a name is that of a street or a building, by a word in it.

    >>> is_way("Karl-Johans gate"), is_way("Tomas Morato Avenue"), is_way("Quezon City")
    (False, True, False)
    """
    return _STREET.search(name) is not None or _WAY.search(name) is not None


def locality(text: str, links: Sequence[Span], is_territory: Callable[[str], bool]) -> Span | None:
    """Return where an address names its town, None where that cannot be told.

    With links (their places in the text) it is the first linked name behind the street that is alone in its piece, but
    for codes and for a street with its number, and names no street, no building and no ``is_territory``. Without links
    the town can be told only where a street and one other name are all that there is.

    >>> text = "Platz vor dem Neuen Tor 1, 10115 Berlin"
    >>> text[slice(*locality(text, [Span(33, 39)], lambda name: False))]
    'Berlin'
    """
    whole = text
    for link in links:  # the comma of "Washington, D.C." parts nothing
        whole = whole[: link.start] + "x" * (link.end - link.start) + whole[link.end :]
    pieces = [(text[slice(*span)], span) for _, span in _pieces(whole) if not is_territory(text[slice(*span)])]
    streets = [n for n, (piece, _) in enumerate(pieces) if is_way(piece) and re.search(r"[^\W\d_]{3}", piece)]
    if not links:
        if len(pieces) != 2 or streets[:1] != [0]:
            return None
        found = _without_codes(pieces[1][1], text)
        return None if is_way(text[slice(*found)]) or not text[slice(*found)] else found
    alone = [(n, link) for n, (_, span) in enumerate(pieces) for link in links if _is_alone(text, span, link)]
    behind = max((n for n in streets if n not in {number for number, _ in alone}), default=-1)
    towns = [(n, link) for n, link in alone if not is_way(text[slice(*link)]) and not is_territory(text[slice(*link)])]
    return next((link for n, link in towns if n > behind), towns[0][1] if towns else None)


def _is_alone(text: str, piece: Span, link: Span) -> bool:
    if not (piece.start <= link.start and link.end <= piece.end):
        return False
    before, behind = text[piece.start : link.start], text[link.end : piece.end]
    return bool(_CODE.fullmatch(before) or _NUMBERED.fullmatch(before)) and _CODE.fullmatch(behind) is not None


def _without_codes(piece: Span, text: str) -> Span:
    words = [word for word in re.finditer(r"[^\s,]+", text[piece.start : piece.end]) if not _CODE.fullmatch(word[0])]
    if not words:
        return Span(piece.start, piece.start)
    return Span(piece.start + words[0].start(), piece.start + words[-1].end())


def _pieces(text: str) -> list[tuple[str, Span]]:
    pieces, at = [], 0
    for gap in [*_BREAKS.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[at:end].strip():
            lead = len(text[at:end]) - len(text[at:end].lstrip())
            pieces.append((text[at:end].strip(), Span(at + lead, at + lead + len(text[at:end].strip()))))
        at = gap.end() if gap else end
    return pieces
