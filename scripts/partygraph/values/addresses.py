"""Postal addresses and seats of organisations: one line, and its parts where they can be told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from partygraph.model import Span

_BREAKS = re.compile(r"\s*(?:,\s*|\n+\s*)+")
_CODE_LAST = re.compile(r"^(?P<region>[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)?\s*(?P<code>[0-9]{5}(?:-[0-9]{4})?)$")
_STREET = re.compile(r"\d|^(?:P\.?\s?O\.?\s?Box|House|Plot|Block)\b", re.IGNORECASE)


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


def _pieces(text: str) -> list[tuple[str, Span]]:
    pieces, at = [], 0
    for gap in [*_BREAKS.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[at:end].strip():
            lead = len(text[at:end]) - len(text[at:end].lstrip())
            pieces.append((text[at:end].strip(), Span(at + lead, at + lead + len(text[at:end].strip()))))
        at = gap.end() if gap else end
    return pieces
