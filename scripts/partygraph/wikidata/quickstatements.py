"""Writes statements in version 1 of the QuickStatements commands: one line a statement, tabs between the parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from partygraph.linking.items import DAY, Value
from partygraph.wikidata.exports import Statement

REFERENCE_TYPES = {"P143": "wikibase-item", "P4656": "url", "P854": "url", "P813": "time", "P1683": "monolingualtext"}
QUALIFIER_TYPES = {"item": "wikibase-item", "time": "time", "quantity": "quantity", "text": "string"}


def write(statements: Iterable[Statement]) -> str:
    """Return the commands, in the order given; a reference's parts begin with ``S`` instead of ``P``."""
    return "".join(line(statement) + "\n" for statement in statements)


def line(statement: Statement) -> str:
    """Return one command."""
    parts = [statement.item, statement.pid, value(statement.value, statement.datatype)]
    for name, given in statement.qualifiers:
        parts += [name, value(given, QUALIFIER_TYPES[given.kind])]
    for name, given in statement.reference.snaks:
        parts += ["S" + name.removeprefix("P"), value(given, REFERENCE_TYPES[name])]
    return "\t".join(parts)


def value(given: Value, datatype: str) -> str:
    """Write a value as its datatype demands.

    >>> value(Value("time", "2002", precision=9), "time")
    '+2002-00-00T00:00:00Z/9'
    """
    return WRITERS[datatype](given)


def _time(given: Value) -> str:
    sign, text = ("-", given.text[1:]) if given.text.startswith("-") else ("+", given.text)
    year, month, day = [*text.split("-"), "00", "00"][:3]
    return f"{sign}{year}-{month}-{day}T00:00:00Z/{given.precision or DAY}"


def _text(given: Value) -> str:
    return f'"{given.text}"'


WRITERS: Mapping[str, Callable[[Value], str]] = {
    "wikibase-item": lambda given: given.text,
    "time": _time,
    "quantity": lambda given: given.text,
    "monolingualtext": lambda given: f"{given.label}:{_text(given)}",
    "string": lambda given: _text(Value("text", given.text.removeprefix("#"))),
    "url": _text,
    "commonsMedia": _text,
}
