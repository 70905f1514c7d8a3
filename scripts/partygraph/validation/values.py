"""Compares literals, and tells whether one is well formed, as SPARQL and XML Schema do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from partygraph.formats.namespaces import XSD
from partygraph.formats.terms import LANG_STRING, STRING, Node, Value

Order = tuple[str, tuple[int | Decimal | str, ...]]
"""What a value is compared by: values of different kinds (the first part) cannot be compared."""

YEAR = r"-?([1-9][0-9]{3,}|0[0-9]{3})"
MONTH = r"(0[1-9]|1[0-2])"
ZONE = r"(Z|[+-]([01][0-9]|2[0-4]):[0-5][0-9])?"


def _date_parts(lexical: str) -> tuple[int, ...]:
    sign = -1 if lexical.startswith("-") else 1
    year, *rest = re.sub(rf"(?<=[0-9]){ZONE}$", "", lexical.lstrip("-")).split("-")
    return (sign * int(year), *map(int, rest))


def _is_day(lexical: str) -> bool:
    year, month, day = _date_parts(lexical)
    try:
        date(year % 400 + 400, month, day)
    except ValueError:
        return False
    return True


INTEGER = re.compile(r"[+-]?[0-9]+")
FORMS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        XSD + "integer": INTEGER,
        XSD + "nonNegativeInteger": re.compile(r"\+?[0-9]+|-0+"),
        XSD + "positiveInteger": re.compile(r"\+?0*[1-9][0-9]*"),
        XSD + "decimal": re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"),
        XSD + "boolean": re.compile(r"true|false|1|0"),
        XSD + "gYear": re.compile(YEAR + ZONE),
        XSD + "gYearMonth": re.compile(f"{YEAR}-{MONTH}{ZONE}"),
        XSD + "date": re.compile(f"{YEAR}-{MONTH}-[0-3][0-9]{ZONE}"),
    }
)
"""The lexical forms of the datatypes that are checked; all others are taken as they are."""

ORDERS: Mapping[str, tuple[str, Callable[[str], tuple[int | Decimal | str, ...]]]] = MappingProxyType(
    {
        **{XSD + name: ("number", lambda text: (Decimal(text),)) for name in ("integer", "decimal")},
        **{XSD + name: ("number", lambda text: (Decimal(text),)) for name in ("nonNegativeInteger", "positiveInteger")},
        **{XSD + name: (name, _date_parts) for name in ("gYear", "gYearMonth", "date")},
        STRING: ("text", lambda text: (text,)),
    }
)


def is_well_formed(value: Value) -> bool:
    """Tell whether a literal's text is one of its datatype.

    >>> is_well_formed(Value("2002-02-30", "http://www.w3.org/2001/XMLSchema#date"))
    False
    """
    form = FORMS.get(value.datatype)
    if form is None:
        return value.datatype != LANG_STRING or bool(value.lang)
    return bool(form.fullmatch(value.lexical)) and (value.datatype != XSD + "date" or _is_day(value.lexical))


def order(node: Node) -> Order | None:
    """Return what a node is compared by, None for what has no order."""
    if not isinstance(node, Value) or node.datatype not in ORDERS or not is_well_formed(node):
        return None
    kind, key = ORDERS[node.datatype]
    return kind, key(node.lexical)


def compare(left: Node, right: Node) -> int | None:
    """Return -1, 0 or 1 as left is less than, equal to or more than right; None where they cannot be compared."""
    first, second = order(left), order(right)
    if first is None or second is None or first[0] != second[0]:
        return None
    return (first[1] > second[1]) - (first[1] < second[1])
