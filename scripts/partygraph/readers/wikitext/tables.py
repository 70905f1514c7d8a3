"""Tables of wikitext: a heading row and rows of cells, with cells that span several put into each place they cover."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partygraph.model import Segment, Span, Table, View
from partygraph.readers.wikitext.markup import Markup, Node
from partygraph.readers.wikitext.templatepainting import paint

WIDEST = 100
"""Columns beyond this one are not read: no table for people has more."""
TALLEST = 1000
"""How many rows a cell may span."""

_ROW = re.compile(r"\n[ \t]*(\|-+|\|\+|\|(?![}|])|!(?!!)|\|\|)|\|\||!!")
_SPANS = re.compile(r"\b(col|row)span\s*=\s*[\"']?\s*([0-9]{1,4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is written: its view, whether it is a heading, and how many columns and rows it covers."""

    view: View
    heading: bool
    columns: int
    rows: int


def read(page: Markup, node: Node) -> Table:
    """Read a table.

    Its heading is made of the rows at its top that hold nothing but headings; where these are several, a column's
    heading is their texts joined by a newline. A later row of one single heading that spans all columns (a sub-head)
    has that heading in every place.
    """
    caption: View | None = None
    written: list[list[Cell]] = []
    for kind, start, end, nodes in _pieces(page, node):
        if kind == "caption":
            caption = _cell(page, start, end, nodes, heading=False).view
        elif kind == "row":
            written.append([])
        else:
            if not written:
                written.append([])
            written[-1].append(_cell(page, start, end, nodes, heading=kind == "heading"))
    grid = [row for row in _filled([row for row in written if row]) if row]
    top = 0
    while top < len(grid) and all(cell.heading for cell in grid[top]) and (top == 0 or _differs(grid[top])):
        top += 1
    header = _joined([[cell.view for cell in row] for row in grid[:top]])
    return Table(
        Span(node.start, node.end), caption, header, tuple(tuple(cell.view for cell in row) for row in grid[top:])
    )


def _differs(row: list[Cell]) -> bool:
    """Tell whether a row is more than one sub-head over all columns."""
    return any(cell.view is not row[0].view for cell in row)


def _pieces(page: Markup, node: Node) -> Iterator[tuple[str, int, int, list[Node]]]:
    """Yield rows, captions and cells with their stretches, reading only what stands outside inner brackets."""
    kind, start, inner = "attributes", node.start + 2, []
    line = "|"
    for found, nodes in _separators(page, node):
        begin, end = found.span()
        inner += nodes
        token = found.group().strip()
        if token == "!!" and line != "!":
            continue
        if kind in ("cell", "heading", "caption"):
            yield kind, start, begin, inner
        inner = []
        if token.startswith("|-"):
            kind = "attributes"
            yield "row", begin, end, []
        elif token == "|+":
            kind, line = "caption", "|"
        else:
            if token in ("|", "!"):
                line = token
            kind = "heading" if line == "!" else "cell"
        start = end
    if kind in ("cell", "heading", "caption"):
        stop = node.end - 2
        yield kind, start, stop, [n for n in node.children if n.start >= start]


def _separators(page: Markup, node: Node) -> Iterator[tuple[re.Match[str], list[Node]]]:
    passed: list[Node] = []
    at = node.start + 2
    for child in [*node.children, None]:
        stop = child.start if child else max(at, node.end - 2)
        for found in _ROW.finditer(page.mask, at, stop):
            yield found, passed
            passed = []
        if child is not None:
            passed.append(child)
            at = child.end


def _cell(page: Markup, start: int, end: int, nodes: list[Node], *, heading: bool) -> Cell:
    columns = rows = 1
    bar = _attribute_bar(page.mask, start, end, nodes)
    if bar >= 0:
        for which, number in _SPANS.findall(page.mask[start:bar]):
            if which.lower() == "col":
                columns = max(1, min(int(number), WIDEST))
            else:
                rows = max(1, min(int(number), TALLEST))
        nodes = [node for node in nodes if node.start > bar]
        start = bar + 1
    return Cell(paint(page, start, end, nodes).view(start), heading, columns, rows)


def _attribute_bar(mask: str, start: int, end: int, nodes: list[Node]) -> int:
    """Return the bar between a cell's attributes and its content, -1 if it has none."""
    limit = next((node.start for node in nodes if node.kind == "["), end)
    at = start
    for node in [*nodes, None]:
        stop = min(node.start if node else end, limit)
        found = mask.find("|", at, stop)
        if found >= 0:
            return found
        if node is None or node.start >= limit:
            return -1
        at = node.end
    return -1


def _filled(rows: list[list[Cell]]) -> Iterator[list[Cell]]:
    """Put every cell into each place of the grid that it covers."""
    hanging: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        full: list[Cell] = []
        cells = iter(row)
        cell = next(cells, None)
        while len(full) < WIDEST and (cell is not None or any(column >= len(full) for column in hanging)):
            column = len(full)
            if column in hanging:
                above, left = hanging.pop(column)
                full.append(above)
                if left > 1:
                    hanging[column] = (above, left - 1)
            elif cell is not None:
                for place in range(column, min(column + cell.columns, WIDEST)):
                    full.append(cell)
                    if cell.rows > 1:
                        hanging[place] = (cell, cell.rows - 1)
                cell = next(cells, None)
            else:
                break
        yield full


def _joined(rows: list[list[View]]) -> tuple[View, ...]:
    if not rows:
        return ()
    width = max(len(row) for row in rows)
    return tuple(_stacked([row[column] for row in rows if column < len(row)]) for column in range(width))


def _stacked(views: list[View]) -> View:
    """Put the headings of one column below each other, each once."""
    distinct: list[View] = []
    for view in views:
        if view.text and all(view is not other for other in distinct):
            distinct.append(view)
    if len(distinct) < 2:
        return distinct[0] if distinct else views[0]
    text, segments = "", list[Segment]()
    for view in distinct:
        if text:
            gap = Span(segments[-1].source.end, max(segments[-1].source.end, view.segments[0].source.start))
            segments.append(Segment(Span(len(text), len(text) + 1), gap, False))
            text += "\n"
        segments += (
            Segment(Span(s.view.start + len(text), s.view.end + len(text)), s.source, s.verbatim) for s in view.segments
        )
        text += view.text
    return View(text, tuple(segments))
