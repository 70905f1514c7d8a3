"""Draws a table as a picture (SVG): rows with dates on a time axis, rows with numbers as bars."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from math import floor, log10

from partygraph.errors import UsageError
from partygraph.tables import Value

DATE = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?\Z")
END_COLUMNS = frozenset(("end", "until", "to"))

# Pixels. A character of the 13-pixel system font is about this wide; labels beyond the limit end in an ellipsis.
ROW, CHARACTER, MARGIN, PLOT, LONGEST, HEADER, FOOTER = 24, 7.2, 12, 420, 70, 44, 34
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:currentColor}.title{font-weight:600;font-size:15px}"
    ".grid{stroke:currentColor;stroke-opacity:.18}.mark{fill:#0b57a4}.span{stroke:#0b57a4;stroke-width:6;"
    "stroke-linecap:round}.axis{fill-opacity:.7;font-size:11px}"
    "@media(prefers-color-scheme:dark){.mark{fill:#8fc1ff}.span{stroke:#8fc1ff}}"
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart: its label, where it begins and ends on the axis, and the words for its value."""

    label: str
    start: float
    end: float
    words: str


def draw(columns: Sequence[str], rows: Sequence[Sequence[Value]], *, title: str = "") -> str:
    """Draw a table as one SVG picture with text that can be selected, and return the SVG.

    A column of dates (years, months or days) makes a time axis; a column named ``end`` or ``until`` beside it makes
    spans of points. Without dates the last column of numbers makes bars. Rows without a value are left away and
    counted below the picture, so that none vanishes silently.

    Raises:
        UsageError: no column holds dates or numbers.
    """
    when = _column(columns, rows, DATE, but=END_COLUMNS)
    how_much = None if when is not None else _column(columns, rows, NUMBER, last=True)
    if when is not None:
        until = next((i for i, name in enumerate(columns) if name in END_COLUMNS and i != when), None)
        bars = [_dated(row, when, until) for row in rows if row[when] not in (None, "")]
        bars.sort(key=lambda bar: (bar.start, bar.end, bar.label))
        axis = _axis(min(b.start for b in bars), max(b.end for b in bars), whole=True)
    elif how_much is not None:
        bars = [_counted(row, how_much) for row in rows if row[how_much] not in (None, "")]
        axis = _axis(min(0.0, *(b.end for b in bars)), max(0.0, *(b.end for b in bars)), whole=False)
    else:
        raise UsageError(
            "no column of this answer holds dates or numbers, so there is nothing to draw",
            remedy="Choose another form, for example -f table; or select a date or a number in the query",
        )
    return _picture(bars, axis, title, len(rows) - len(bars), dots=when is not None)


def _column(
    columns: Sequence[str],
    rows: Sequence[Sequence[Value]],
    pattern: re.Pattern[str],
    *,
    but: frozenset[str] = frozenset(),
    last: bool = False,
) -> int | None:
    def fits(number: int) -> bool:
        values = [str(row[number]) for row in rows if row[number] not in (None, "")]
        return bool(values) and columns[number] not in but and all(pattern.match(value) for value in values)

    found = [number for number in range(len(columns)) if fits(number)]
    return (found[-1] if last else found[0]) if found else None


def _dated(row: Sequence[Value], when: int, until: int | None) -> Bar:
    start = _year(str(row[when]))
    ended = str(row[until]) if until is not None and row[until] not in (None, "") else ""
    words = f"{row[when]} to {ended}" if ended else str(row[when])
    end = _year(ended) if DATE.match(ended) else start
    return Bar(_label(row, {when, until}), start, max(start, end), words)


def _counted(row: Sequence[Value], how_much: int) -> Bar:
    return Bar(_label(row, {how_much}), 0.0, float(str(row[how_much])), str(row[how_much]))


def _label(row: Sequence[Value], drawn: set[int | None]) -> str:
    return " · ".join(str(value) for number, value in enumerate(row) if number not in drawn and value not in (None, ""))


def _year(text: str) -> float:
    """Place a date on the axis of years; a bare year stands at its beginning.

    >>> _year("2015-07"), _year("2002")
    (2015.5, 2002.0)
    """
    found = DATE.match(text)
    if found is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else 1 for part in found.groups())
    return year + (month - 1) / 12 + (day - 1) / 366


def _axis(low: float, high: float, *, whole: bool) -> tuple[float, ...]:
    """Return about six round values that enclose the range."""
    step = max((high - low) / 5, 1 if whole else 1e-9)
    size = 10 ** floor(log10(step))
    step = next(factor * size for factor in (1, 2, 5, 10) if factor * size >= step)
    first = floor(low / step) * step
    values = [first]
    while values[-1] < high or len(values) < 2:
        values.append(first + step * len(values))
    return tuple(values)


def _picture(bars: Sequence[Bar], axis: Sequence[float], title: str, without: int, *, dots: bool) -> str:
    left = MARGIN + CHARACTER * min(LONGEST, max(len(bar.label) for bar in bars)) + MARGIN
    words = CHARACTER * max(len(bar.words) for bar in bars) + 2 * MARGIN
    width, bottom = left + PLOT + words, HEADER + ROW * len(bars)

    def x(value: float) -> float:
        return round(left + PLOT * (value - axis[0]) / (axis[-1] - axis[0]), 1)

    parts = [f'<text class="title" x="{MARGIN}" y="24">{escape(title)}</text>'] if title else []
    for value in axis:
        parts.append(f'<line class="grid" x1="{x(value)}" x2="{x(value)}" y1="{HEADER - 8}" y2="{bottom}"/>')
        parts.append(f'<text class="axis" x="{x(value)}" y="{bottom + 14}" text-anchor="middle">{value:g}</text>')
    for number, bar in enumerate(bars):
        parts.append(_row(bar, HEADER + ROW * number + ROW / 2, left, x, dots))
    if without:
        note = f"{without} more without a {'date' if dots else 'number'}"
        parts.append(f'<text class="axis" x="{MARGIN}" y="{bottom + 14}">{note}</text>')
    box = f'width="{width:.0f}" height="{bottom + FOOTER}" viewBox="0 0 {width:.0f} {bottom + FOOTER}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img">\n<title>{escape(title or "Chart")}</title>\n'
        f"<style>{STYLE}</style>\n" + "\n".join(parts) + "\n</svg>\n"
    )


def _row(bar: Bar, y: float, left: float, x: Callable[[float], float], dots: bool) -> str:
    short = bar.label if len(bar.label) <= LONGEST else bar.label[: LONGEST - 1] + "…"
    start, end = x(bar.start), x(bar.end)
    if not dots:
        shape = f'<rect class="mark" x="{min(start, end)}" y="{y - 8}" width="{abs(end - start):.1f}" height="16"/>'
    elif bar.end > bar.start:
        shape = f'<line class="span" x1="{start}" x2="{end}" y1="{y}" y2="{y}"/>'
    else:
        shape = f'<circle class="mark" cx="{start}" cy="{y}" r="5"/>'
    return (
        f"<g><title>{escape(bar.label)}: {escape(bar.words)}</title>"
        f'<text x="{left - MARGIN:.1f}" y="{y + 4}" text-anchor="end">{escape(short)}</text>{shape}'
        f'<text class="axis" x="{max(start, end) + 9:.1f}" y="{y + 4}">{escape(bar.words)}</text></g>'
    )
