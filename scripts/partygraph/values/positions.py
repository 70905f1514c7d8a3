"""Positions on the political spectrum: a point, or a range from one point to another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from partygraph.model import Span

_WINGED = r"(?:far|extreme|hard|ultra|radical|centre|center|moderate)"
_TERM = re.compile(
    rf"""\b(?P<term>{_WINGED}[- –‐]?(?:left|right)(?:[- ]wing)?|(?:left|right)(?:[- –]wing)
    |radical[ ](?:centre|center|centrism)|(?:centre|center)(?![- –](?:left|right))|centrism|centrist|big[ ]tent
    |catch-all(?:[ ]party)?|syncretic
    |third[- ]position(?:ism)?|left|right)(?P<politics>[ ](?:politics|party|wing))?\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TO = re.compile(r"^[\s,]*(?:to|–|—|-|/|through|and|,)?[\s,]*(?:the[ ])?$", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:to|through)\b|[–—]", re.IGNORECASE)
_CENTRES = frozenset({"centrism", "centre", "center", "centrist"})


@dataclass(frozen=True, slots=True)
class Position:
    """A point on the spectrum, as the text spells it; ``upper`` is the other end of a range.

    ``rebuilt`` tells that link targets that a list template spilled beside their labels were taken out.
    """

    span: Span
    lower: str
    upper: str | None = None
    rebuilt: bool = False

    @property
    def name(self) -> str:
        """The position as a reader would see it.

        >>> Position(Span(0, 0), "Centre-left", "left-wing").name
        'Centre-left to left-wing'
        """
        return f"{self.lower} to {self.upper}" if self.upper else self.lower


@dataclass(frozen=True, slots=True)
class _Term:
    span: Span
    text: str
    politics: bool

    @property
    def key(self) -> str:
        folded = re.sub(r"[\s–‐-]+", "-", self.text.lower()).replace("center", "centre")
        return "centre" if folded in _CENTRES else folded


def find(text: str) -> tuple[tuple[Position, ...], tuple[Span, ...]]:
    """Return the positions of a text, and the stretches of it that are no position.

    >>> [p.name for p in find("Center-left politics, Center-left to Left-wing politics, left-wing")[0]]
    ['Center-left to left-wing']
    >>> [p.name for p in find("Centre-right to Right-wing")[0]]
    ['Centre-right to Right-wing']
    """
    terms = [
        _Term(Span(found.start(), found.end()), found["term"], bool(found["politics"]))
        for found in _TERM.finditer(text)
    ]
    groups: list[list[_Term]] = []
    gaps: list[str] = []
    rest: list[Span] = []
    at = 0
    for term in terms:
        between = text[at : term.span.start]
        if not groups or not _TO.match(between):
            if between.strip(" ,;:.\n"):
                rest.append(Span(at, term.span.start))
            groups.append([term])
            gaps.append("")
        else:
            groups[-1].append(term)
            gaps[-1] += f"{between}\x00"
        at = term.span.end
    if text[at:].strip(" ,;:.\n"):
        rest.append(Span(at, len(text)))
    found_positions = [p for group, gap in zip(groups, gaps, strict=True) for p in _read(group, gap.split("\x00"))]
    return tuple(found_positions), tuple(rest)


def _read(terms: list[_Term], gaps: list[str]) -> list[Position]:
    """Read a run of terms: neighbours that say the same are one, and two joined by "to" are a range."""
    merged: list[list[_Term]] = [[terms[0]]]
    joints: list[str] = []
    for gap, term in zip(gaps, terms[1:], strict=False):
        if term.key == merged[-1][-1].key:
            merged[-1].append(term)
        else:
            merged.append([term])
            joints.append(gap)
    rebuilt = any(len(group) > 1 for group in merged)
    positions: list[Position] = []
    at = 0
    while at < len(merged):
        group = merged[at]
        begin = group[0].span.start
        if at + 1 < len(merged) and _RANGE.search(joints[at]):
            upper = merged[at + 1]
            positions.append(Position(Span(begin, upper[-1].span.end), _shown(group), _shown(upper), rebuilt))
            at += 2
        else:
            positions.append(Position(Span(begin, group[-1].span.end), _shown(group), None, rebuilt))
            at += 1
    return positions


def _shown(group: list[_Term]) -> str:
    """Return the label: of "Centre-left politics, Centre-left" the second, of "Centrism, Center" the second."""
    label = group[-1] if len(group) == 1 or not group[-1].politics else group[0]
    short = [term for term in group if not term.politics]
    chosen = short[-1] if len(short) > 1 and short[0].key == "centre" else short[0] if short else label
    return re.sub(r"\s+", " ", chosen.text)
