"""Counts, and the shares that follow from them with their 95% intervals."""

from __future__ import annotations

from dataclasses import dataclass, fields
from math import sqrt
from typing import Any

Z = 1.959964
"""The 97.5% point of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with Wilson's 95% interval; ``value`` is None where there is nothing to count."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """The share, from 0 to 1."""
        return self.part / self.whole if self.whole else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's score interval (E. B. Wilson, JASA 22, 1927).

        >>> tuple(round(end, 3) for end in Share(54, 54).interval)
        (0.934, 1.0)
        """
        if not self.whole:
            return None
        p, n = self.part / self.whole, self.whole
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        reach = Z / (1 + Z * Z / n) * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        return max(0.0, middle - reach), min(1.0, middle + reach)

    def as_json(self) -> dict[str, Any]:
        """Return the share for JSON, rounded to four places."""
        ends = self.interval
        value = self.value
        return {
            "part": self.part,
            "whole": self.whole,
            "value": None if value is None else round(value, 4),
            "interval": None if ends is None else [round(end, 4) for end in ends],
        }


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of some rows.

    Of the gold: ``expected`` rows that count, of which ``found``; of those found, ``complete`` have all qualifiers.
    The others are ``elsewhere`` (found in the other source only), ``partly`` (a coarser date, a wrong status) or
    missed. Of the table: ``asserted`` rows, of which ``right`` agree with gold, ``near`` agree partly, ``wrong`` are
    forbidden by gold; the others are in no row of gold. ``candidates`` are rows of the table that are held back, and
    assert nothing. ``forbidden`` rows of gold, of which ``violated``.
    """

    expected: int = 0
    found: int = 0
    complete: int = 0
    elsewhere: int = 0
    partly: int = 0
    asserted: int = 0
    right: int = 0
    near: int = 0
    wrong: int = 0
    forbidden: int = 0
    violated: int = 0
    candidates: int = 0

    def __add__(self, other: Score) -> Score:
        """Add two scores, count by count."""
        return Score(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Score)))

    @property
    def unlisted(self) -> int:
        """Rows of the table that gold neither has nor forbids."""
        return self.asserted - self.right - self.near - self.wrong

    @property
    def precision(self) -> Share:
        """Right rows of all asserted ones; a row that gold does not have counts as not right."""
        return Share(self.right, self.asserted)

    @property
    def judged(self) -> Share:
        """Right rows of those that gold has or forbids: the precision where gold is not exhaustive."""
        return Share(self.right, self.right + self.near + self.wrong)

    @property
    def recall(self) -> Share:
        """Found rows of all expected ones."""
        return Share(self.found, self.expected)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where one of them is not defined."""
        p, r = self.precision.value, self.recall.value
        if p is None or r is None:
            return None
        return 2 * p * r / (p + r) if p + r else 0.0

    def as_json(self) -> dict[str, Any]:
        """Return counts and shares for JSON."""
        shares = {"precision": self.precision, "judged": self.judged, "recall": self.recall}
        return {
            **{f.name: getattr(self, f.name) for f in fields(Score)},
            "unlisted": self.unlisted,
            **{name: share.as_json() for name, share in shares.items()},
            "f1": None if self.f1 is None else round(self.f1, 4),
        }
