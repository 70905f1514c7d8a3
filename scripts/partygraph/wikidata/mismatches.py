"""Writes what differs as a CSV file for Wikidata's Mismatch Finder."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from partygraph.linking.items import Statement as Stated
from partygraph.linking.items import Value
from partygraph.wikidata.exports import Statement, Withheld

COLUMNS = (
    "item_id",
    "statement_guid",
    "property_id",
    "wikidata_value",
    "meta_wikidata_value",
    "external_value",
    "external_url",
    "type",
)
MOST = 1500
"""Characters that a value may have."""


def write(statements: Iterable[Statement]) -> str:
    """Return the file: one line for each statement of Wikidata that a fact differs from."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for statement in statements:
        writer.writerows(_row(statement, theirs) for theirs in statement.comparison.theirs if theirs.guid)
    return out.getvalue()


def without_guid(statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], tuple[Withheld, ...]]:
    """Split off what cannot be sent, as the name of Wikidata's statement is not known (a file has no such names)."""
    given: list[Statement] = []
    kept: list[Withheld] = []
    for statement in statements:
        if any(theirs.guid for theirs in statement.comparison.theirs):
            given.append(statement)
        else:
            why = "the name of Wikidata's statement is not known: compare with an endpoint"
            kept.append(Withheld(statement.comparison, why))
    return tuple(given), tuple(kept)


def _row(statement: Statement, theirs: Stated) -> tuple[str, ...]:
    address = next((v.text for name, v in statement.reference.snaks if name in ("P4656", "P854")), "")
    return (
        statement.item,
        theirs.guid,
        theirs.property,
        _shown(theirs.value),
        "",
        _shown(statement.value),
        address[:MOST],
        "statement",
    )


def _shown(value: Value) -> str:
    return value.text[:MOST]
