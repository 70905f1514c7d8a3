"""Checks facts given as JSON lines with offsets: do they quote the text, and does the table cover them?"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from partygraph.errors import InputError, Place
from partygraph.facttable import FactRow


@dataclass(frozen=True, slots=True)
class AtomicFact:
    """One line: a quote with its offsets, and what it says in the words of whoever wrote it."""

    line: int
    start: int
    end: int
    quote: str
    object: str


@dataclass(frozen=True, slots=True)
class OffsetCheck:
    """How many facts there are, those whose offsets are off, and those that no quote of the table overlaps."""

    facts: tuple[AtomicFact, ...]
    off: tuple[AtomicFact, ...]
    uncovered: tuple[AtomicFact, ...]


def read(path: Path) -> tuple[AtomicFact, ...]:
    """Read the facts of a file.

    Raises:
        InputError: a line is no JSON object with ``start``, ``end`` and ``quote``.
    """
    facts = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read the facts: {error}", where=Place(str(path))) from error
    for number, line in enumerate(lines, 1):
        try:
            found = json.loads(line)
            facts.append(
                AtomicFact(number, int(found["start"]), int(found["end"]), found["quote"], str(found.get("object", "")))
            )
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                "the line is no JSON object with start, end and quote",
                where=Place(str(path), number),
                remedy="Write one JSON object on each line",
            ) from error
    return tuple(facts)


def check(facts: Iterable[AtomicFact], text: str, rows: Iterable[FactRow]) -> OffsetCheck:
    """Compare the offsets with the text, and the quotes with those of the table."""
    facts, spans = tuple(facts), [(row.start, row.end) for row in rows]
    off = tuple(fact for fact in facts if text[fact.start : fact.end] != fact.quote)
    uncovered = tuple(f for f in facts if not any(start < f.end and f.start < end for start, end in spans))
    return OffsetCheck(facts, off, uncovered)
