"""Which Wikidata property says what a predicate says, and what Wikidata demands of it: a table of ontology/."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from partygraph.errors import Place, RuleError
from partygraph.linking.items import DAY, MONTH, YEAR, Value
from partygraph.model import Datatype, Entity, Fact
from partygraph.resources import folder

FILE = "wikidata-properties.tsv"
ANY = "*"
PRECISION = {Datatype.YEAR: YEAR, Datatype.YEAR_MONTH: MONTH, Datatype.DATE: DAY}


@dataclass(frozen=True, slots=True)
class Property:
    """A property of Wikidata for a predicate; see the head of the table for the meaning of the fields."""

    predicate: str
    role: re.Pattern[str] | None
    pid: str
    label: str
    datatype: str
    also: tuple[str, ...]
    qualifiers: tuple[tuple[str, str], ...]
    required: tuple[str, ...]
    allowed: tuple[str, ...]
    least: float | None
    most: float | None
    whole: bool
    format: re.Pattern[str] | None
    conflicts: tuple[str, ...]
    single: bool
    tolerated: str
    withheld: str

    @property
    def compared(self) -> tuple[str, ...]:
        """The properties whose statements may say the same."""
        return (self.pid, *self.also)


@cache
def properties() -> Mapping[str, tuple[Property, ...]]:
    """Return the rows of the table by predicate, in the order of the table.

    Raises:
        RuleError: a row is not well formed.
    """
    path = folder("ontology") / FILE
    found: dict[str, list[Property]] = {}
    lines = path.read_text(encoding="utf-8").splitlines()
    head = next(n for n, line in enumerate(lines) if not line.startswith("#"))
    for number, row in enumerate(csv.DictReader(lines[head:], delimiter="\t"), head + 2):
        try:
            made = _property(row)
        except (ValueError, KeyError, TypeError, AttributeError, re.error) as error:
            raise RuleError(f"not a well-formed row: {error}", where=Place(str(path), number)) from error
        found.setdefault(made.predicate, []).append(made)
    return MappingProxyType({name: tuple(rows) for name, rows in found.items()})


def property_of(fact: Fact) -> Property | None:
    """Return the property for a fact: the first row of its predicate that its role, or for seats their body, fits."""
    role = _text(fact.object if fact.predicate == "seats" else fact.qualifier("role"))
    for row in properties().get(fact.predicate, ()):
        if row.role is None or row.role.fullmatch(role):
            return row
    return None


def value_of(fact: Fact, row: Property) -> Value | str:
    """Return the fact's value as Wikidata would have it, or in words why it has none."""
    if fact.predicate == "seats":
        held = _text(fact.qualifier("held"))
        return Value("quantity", held) if held.isdigit() else "the text gives no number of seats"
    if isinstance(fact.object, Entity):
        if row.datatype != "wikibase-item":
            return "its value is a thing, and the property wants text"
        qid = fact.object.qid
        return Value("item", qid, fact.object.name) if qid else f"{fact.object.name} is not linked to an item"
    literal = fact.object
    if row.datatype == "wikibase-item":
        return f"{literal.lexical} is text, and the property wants an item"
    if literal.approximate:
        return "the value is approximate"
    if row.datatype == "time":
        if literal.datatype not in PRECISION:
            return f"{literal.lexical} is not a date"
        return Value("time", literal.lexical, precision=PRECISION[literal.datatype])
    if row.datatype == "quantity":
        return Value("quantity", literal.lexical)
    if row.datatype == "monolingualtext":
        return Value("text", literal.lexical, literal.lang or _text(fact.qualifier("lang")))
    if row.datatype == "string" and row.format and not row.format.fullmatch(literal.lexical.removeprefix("#")):
        return f"{literal.lexical} has not the form that the property wants"
    return Value("text", literal.lexical)


def _property(row: Mapping[str, str]) -> Property:
    pairs = (pair.split("=", 1) for pair in row["qualifiers"].split())
    return Property(
        predicate=row["predicate"],
        role=re.compile(row["role"], re.IGNORECASE) if row["role"] else None,
        pid=row["property"],
        label=row["label"],
        datatype=row["datatype"],
        also=tuple(row["also"].split()),
        qualifiers=tuple((ours, theirs) for ours, theirs in pairs),
        required=tuple(row["required"].split()),
        allowed=tuple(row["allowed"].split()),
        least=float(row["least"]) if row["least"] else None,
        most=float(row["most"]) if row["most"] else None,
        whole=row["whole"] == "yes",
        format=re.compile(row["format"]) if row["format"] else None,
        conflicts=tuple(row["conflicts"].split()),
        single=row["single"] == "yes",
        tolerated=row["tolerated"],
        withheld=row["withheld"],
    )


def _text(value: object) -> str:
    if isinstance(value, Entity):
        return value.name
    return str(getattr(value, "lexical", ""))
