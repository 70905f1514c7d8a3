"""Mapping tables in SSSOM's TSV form: comment lines of metadata, then one mapping a line."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from partygraph.errors import Place, RuleError

EXACT = "skos:exactMatch"
NARROW = "skos:narrowMatch"
NOT = "Not"

CURIE_MAP = {
    "enwiki": "https://en.wikipedia.org/wiki/",
    "partyid": "https://w3id.org/partygraph/id/",
    "schema": "https://schema.org/",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
}


class Row(NamedTuple):
    """One mapping; the fields are SSSOM's slots, in the order in which the tables have them.

    A mapping of a name (``subject_type`` is ``rdfs literal``) has no ``subject_id``: its subject is ``subject_label``
    where it stands as the value of the predicate ``subject_category``. ``subject_source`` limits a mapping to one
    article. ``other`` carries ``key=value`` pairs (``country=Q39;inception=1990``) that a match must not contradict.
    """

    subject_id: str
    subject_label: str
    subject_category: str
    predicate_modifier: str
    predicate_id: str
    object_id: str
    object_label: str
    mapping_justification: str
    confidence: str
    author_label: str
    subject_type: str = ""
    subject_source: str = ""
    object_source: str = ""
    other: str = ""
    comment: str = ""

    @property
    def qid(self) -> str:
        """The Wikidata ID without its prefix."""
        return self.object_id.removeprefix("wd:")

    @property
    def pairs(self) -> dict[str, str]:
        """The ``key=value`` pairs of ``other``."""
        return dict(pair.split("=", 1) for pair in self.other.split(";") if "=" in pair)


SLOTS = Row._fields
REQUIRED = ("predicate_id", "object_id", "mapping_justification")


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping set: its metadata in the order of the file, and its mappings."""

    metadata: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


def read(path: Path) -> Table:
    """Read a table; lines of metadata start with ``#``.

    Raises:
        RuleError: the file is missing, lacks a column, or has a line of another length; with the line number.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"cannot read the mapping table: {error}", where=Place(str(path))) from error
    head = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    metadata = tuple(_pair(line) for line in lines[:head] if ":" in line and not line.startswith("#  "))
    if head == len(lines):
        raise RuleError("the mapping table has no line of column names", where=Place(str(path), head))
    columns = _cells(lines[head])
    missing = [name for name in REQUIRED if name not in columns] + [name for name in columns if name not in SLOTS]
    if missing:
        raise RuleError(
            f"wrong columns in the mapping table: {', '.join(missing)}",
            where=Place(str(path), head + 1),
            remedy=f"The columns are {', '.join(SLOTS)}",
        )
    cells = csv.reader(lines[head + 1 :], delimiter="\t")
    usual = tuple(columns) == SLOTS
    return Table(metadata, tuple(_row(path, n, line, columns, usual) for n, line in enumerate(cells, head + 2)))


def text(table: Table) -> str:
    """Write a table as text; the same table gives the same bytes."""
    out = io.StringIO()
    for key, value in table.metadata:
        if key != "curie_map":
            out.write(f"#{key}: {value}\n")
    out.write("#curie_map:\n")
    for prefix, iri in CURIE_MAP.items():
        out.write(f"#  {prefix}: {iri}\n")
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(SLOTS)
    for row in table.rows:
        writer.writerow([_flat(getattr(row, slot)) for slot in SLOTS])
    return out.getvalue()


def write(path: Path, table: Table) -> None:
    """Replace a table's file at once: a reader finds the old one or the new one, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            out.write(text(table))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def extended(table: Table, rows: Iterable[Row]) -> Table:
    """Return the table with more rows at its end; a row that is there already is not added again."""
    known = set(table.rows)
    new: list[Row] = []
    for row in rows:
        if row not in known:
            known.add(row)
            new.append(row)
    return Table(table.metadata, (*table.rows, *new))


def metadata(
    name: str, title: str, description: str, extra: Mapping[str, str] | None = None
) -> tuple[tuple[str, str], ...]:
    """Return the metadata that every table of ours begins with."""
    rows = {
        "mapping_set_id": f"https://w3id.org/partygraph/links/{name}",
        "mapping_set_title": title,
        "mapping_set_description": description,
        "license": "https://creativecommons.org/publicdomain/zero/1.0/",
        "object_source": "http://www.wikidata.org/entity/",
        **(extra or {}),
    }
    return tuple(rows.items())


def _flat(value: str) -> str:
    return " ".join(value.split())


def _cells(line: str) -> list[str]:
    return next(csv.reader([line], delimiter="\t"), [])


def _pair(line: str) -> tuple[str, str]:
    key, value = line.lstrip("#").split(":", 1)
    return key.strip(), value.strip()


def _row(path: Path, number: int, cells: list[str], columns: list[str], usual: bool) -> Row:
    if len(cells) != len(columns):
        raise RuleError(
            f"{len(cells)} cells in a table of {len(columns)} columns",
            where=Place(str(path), number),
            remedy="Separate the cells by single tabs",
        )
    if usual:
        row = Row._make(cells)
    else:
        given = dict(zip(columns, cells, strict=True))
        row = Row._make(given.get(slot, "") for slot in SLOTS)
    if not (row.predicate_id and row.object_id and row.mapping_justification):
        slot = next(slot for slot in REQUIRED if not getattr(row, slot))
        raise RuleError(f"the mapping has no {slot}", where=Place(str(path), number))
    if not row.subject_id and row.subject_type != "rdfs literal":
        raise RuleError("the mapping has no subject_id", where=Place(str(path), number))
    return row
