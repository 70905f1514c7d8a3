"""Tables as text: one row of :data:`FORMATS` for each way to write one."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from html import escape
from types import MappingProxyType

from partygraph.errors import UsageError

Value = str | int | float | bool | None
"""What a cell may hold; None is an empty cell."""

ELLIPSIS = "…"
NARROWEST = 8
"""Columns of a table on a terminal are not cut below this width."""

INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def write_table(columns: Sequence[str], rows: Sequence[Sequence[Value]], form: str, *, width: int | None = None) -> str:
    """Write a table in one of the :data:`FORMATS`, with a line end after the last line.

    ``width`` is the number of characters that a terminal shows in a line; only the form ``table`` cuts cells to fit.

    Raises:
        UsageError: there is no such form.
    """
    if form not in FORMATS:
        raise UsageError(f"there is no table format {form!r}", remedy=f"Choose one of: {', '.join(FORMATS)}")
    return FORMATS[form](columns, rows, width)


def html_table(columns: Sequence[str], rows: Sequence[Sequence[Value]], *, caption: str = "", most: int = 50) -> str:
    """Write a table for a notebook; of more than ``most`` rows the rest is counted, not shown."""
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(
        "<tr>" + "".join(f"<td><bdi>{escape(_text(value))}</bdi></td>" for value in row) + "</tr>"
        for row in rows[:most]
    )
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    rest = f"<p>… and {len(rows) - most} more</p>" if len(rows) > most else ""
    return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"


def _separated(columns: Sequence[str], rows: Sequence[Sequence[Value]], separator: str, special: str) -> str:
    # A cell is quoted only where it must be. Readers of the csv module's and of pandas' kind give back exactly the
    # characters of every cell, and a reader that only splits at the separator sees most cells unchanged, too.
    # (The csv module of Python 3.11 does not quote a lone carriage return.)
    needs_quotes = re.compile(special)

    def cell(value: Value) -> str:
        text = _text(value)
        return '"' + text.replace('"', '""') + '"' if needs_quotes.search(text) else text

    lines = [separator.join(map(cell, row)) for row in (columns, *rows)]
    return "".join(line + "\n" for line in lines)


def _tsv(columns: Sequence[str], rows: Sequence[Sequence[Value]], width: int | None) -> str:
    return _separated(columns, rows, "\t", r'^"|[\t\r\n]')


def _csv(columns: Sequence[str], rows: Sequence[Sequence[Value]], width: int | None) -> str:
    return _separated(columns, rows, ",", r'[",\r\n]')


def _json(columns: Sequence[str], rows: Sequence[Sequence[Value]], width: int | None) -> str:
    objects = [dict(zip(columns, row, strict=True)) for row in rows]
    return json.dumps(objects, ensure_ascii=False, indent=1) + "\n"


def _markdown(columns: Sequence[str], rows: Sequence[Sequence[Value]], width: int | None) -> str:
    def line(cells: Sequence[Value]) -> str:
        shown = (escape(_text(cell), quote=False) for cell in cells)
        return "| " + " | ".join(re.sub(r"\r\n?|\n", "<br>", re.sub(r"([\\|`*_])", r"\\\1", c)) for c in shown) + " |\n"

    return line(columns) + "|" + "---|" * len(columns) + "\n" + "".join(map(line, rows))


def _aligned(columns: Sequence[str], rows: Sequence[Sequence[Value]], width: int | None) -> str:
    numbers = [bool(rows) and all(isinstance(row[at], int | float) for row in rows) for at in range(len(columns))]
    cells = [[_plain(_text(value)) for value in row] for row in (columns, *rows)]
    wide = [max(display_width(row[at]) for row in cells) for at in range(len(columns))]
    if width is not None:
        wide = _fitted(wide, width - 2 * (len(columns) - 1))

    def line(row: Sequence[str]) -> str:
        parts = [_padded(_cut(cell, wide[at]), wide[at], numbers[at]) for at, cell in enumerate(row)]
        return "  ".join(parts).rstrip() + "\n"

    rule = "  ".join("─" * size for size in wide) + "\n"
    return line(cells[0]) + rule + "".join(map(line, cells[1:]))


FORMATS: MappingProxyType[str, Callable[[Sequence[str], Sequence[Sequence[Value]], int | None], str]] = (
    MappingProxyType({"table": _aligned, "csv": _csv, "tsv": _tsv, "json": _json, "markdown": _markdown})
)
"""The ways to write a table, by the name that ``-f`` takes."""


def display_width(text: str) -> int:
    """Count the columns that a terminal needs for a text: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _plain(text: str) -> str:
    # Line breaks and characters that turn the writing direction would break the alignment, or lie to the reader.
    return INVISIBLE.sub(lambda found: "⏎" if found[0] == "\n" else " " if found[0] in "\t\r" else "�", text)


def _fitted(wide: list[int], room: int) -> list[int]:
    fitted = list(wide)
    while sum(fitted) > room and max(fitted) > NARROWEST:
        at = fitted.index(max(fitted))
        others = sum(fitted) - fitted[at]
        runner_up = max((size for place, size in enumerate(fitted) if place != at), default=0)
        fitted[at] = max(room - others, min(runner_up, fitted[at] - 1), NARROWEST)
    return fitted


def _cut(text: str, size: int) -> str:
    if display_width(text) <= size:
        return text
    kept = ""
    for character in text:
        if display_width(kept + character) > size - 1:
            break
        kept += character
    return kept + ELLIPSIS


def _padded(text: str, size: int, right: bool) -> str:
    gap = " " * (size - display_width(text))
    return gap + text if right else text + gap
