"""Wikidata items with their statements, as the linker and the comparison read them from a file or an endpoint."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from typing import Literal as OneOf

from partygraph.errors import InputError, Place

ITEM_VALUE = re.compile(r"(?P<label>.*) \((?P<qid>Q[1-9]\d*)\)", re.DOTALL)
PROPERTY = re.compile(r"\((P[1-9]\d*)\)$")
TIME = re.compile(r"(?P<sign>[+-])(?P<year>\d{4,})-(?P<month>\d\d)-(?P<day>\d\d)T00:00:00Z")

YEAR, MONTH, DAY = 9, 10, 11
"""Wikidata's numbers for the precision of a time."""

ValueKind = OneOf["item", "time", "quantity", "text", "unknown"]


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a statement or qualifier.

    ``text`` is a QID, a number, an ISO date cut to its precision (``1990``, ``1990-05``, ``1990-05-09``) or plain
    text; ``label`` is that of an item, or the language of a text. ``precision`` is that of a time; None where the
    source does not tell it, and then 1 January may be a year, and the year 1990 a decade.
    """

    kind: ValueKind
    text: str
    label: str = ""
    precision: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of an item; ``guid`` is Wikidata's own name of it, empty where not known."""

    property: str
    value: Value
    qualifiers: tuple[tuple[str, Value], ...] = ()
    rank: str = "normal"
    guid: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item: its ID, label, English Wikipedia title (None if it has none), and statements."""

    qid: str
    label: str
    title: str | None
    statements: tuple[Statement, ...]
    names: tuple[str, ...] = field(default=())
    """Labels and aliases by which it is known."""

    def values(self, *properties: str) -> tuple[Value, ...]:
        """Return the values of the statements of these properties, those deprecated left out."""
        return tuple(s.value for s in self.statements if s.property in properties and s.rank != "deprecated")

    def qids(self, *properties: str) -> tuple[str, ...]:
        """Return the items among the values of these properties."""
        return tuple(value.text for value in self.values(*properties) if value.kind == "item")


def read_records(path: Path) -> Iterator[Mapping[str, Any]]:
    """Read the lines of a JSON Lines file (``.gz`` too) that has one party with its Wikidata statements a line.

    Raises:
        InputError: a line is not a JSON object; the message has its number.
    """
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except ValueError as error:
                raise InputError(f"not JSON: {error}", where=Place(str(path), number)) from error
            if not isinstance(record, dict):
                raise InputError("not a JSON object", where=Place(str(path), number))
            yield record


def read_items(path: Path) -> Iterator[Item]:
    """Read the items of a file of party records; a record without a Wikidata ID is passed over."""
    for record in read_records(path):
        item = item_of(record)
        if item is not None:
            yield item


def item_of(record: Mapping[str, Any]) -> Item | None:
    """Make the item of one party record; None if the record has no Wikidata ID."""
    qid = record.get("qid")
    if not qid:
        return None
    statements = []
    for key, values in (record.get("wikidata") or {}).items():
        found = PROPERTY.search(key)
        if found:
            for value in values if isinstance(values, list) else [values]:
                statements.append(Statement(found[1], _value(value)))
    names = tuple(v.text for s in statements if s.property in ("P1448", "P1705", "P1813") for v in (s.value,))
    label = str(record.get("label") or "")
    return Item(str(qid), label, record.get("title"), tuple(statements), tuple(n for n in (label, *names) if n))


def time_value(text: str, precision: int | None = None) -> Value:
    """Make the value of a Wikidata time (``+1990-05-00T00:00:00Z``), cut to its precision.

    >>> time_value("+1990-00-00T00:00:00Z").text
    '1990'
    """
    found = TIME.fullmatch(text)
    if not found:
        return Value("unknown", text)
    finest = YEAR if found["month"] == "00" else MONTH if found["day"] == "00" else DAY
    known = precision if precision is None else min(precision, finest)
    if known is None and finest < DAY and not (finest == YEAR and found["year"].endswith("0")):
        known = finest
    parts = [found["year"], found["month"], found["day"]][: (known or finest) - YEAR + 1]
    if known is not None and known < YEAR:
        return Value("unknown", text)
    return Value("time", ("-" if found["sign"] == "-" else "") + "-".join(parts), precision=known)


def _value(value: object) -> Value:
    if isinstance(value, dict) and "amount" in value:
        return Value("quantity", str(value["amount"]).removeprefix("+"))
    if not isinstance(value, str) or value in ("somevalue", "novalue"):
        return Value("unknown", str(value))
    found = ITEM_VALUE.fullmatch(value)
    if found:
        return Value("item", found["qid"], found["label"])
    return time_value(value) if TIME.fullmatch(value) else Value("text", value)
