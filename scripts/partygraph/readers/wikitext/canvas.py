"""A view under construction: pieces of text, each with the place of the source that it shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from partygraph.model import Link, Mark, Segment, Span, View


class Vanished(NamedTuple):
    """A template that shows nothing: its place, its folded name, its kind by the table (``unknown`` if not there)."""

    span: Span
    name: str
    kind: str
    reason: str


@dataclass(slots=True)
class Canvas:
    """A view under construction; see :class:`partygraph.model.View` for what it becomes."""

    source: str
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[list[int]] = field(default_factory=list)
    """View start, view end, source start, source end, and 1 for verbatim."""
    links: list[Link] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    notes: list[tuple[int, Span]] = field(default_factory=list)
    """The footnotes: where their anchors stand in the view, and their spans in the source."""
    vanished: list[Vanished] = field(default_factory=list)
    last: str = "\n"

    def verbatim(self, start: int, end: int) -> None:
        """Show characters of the source; a space behind a space is not shown."""
        text = self.source[start:end]
        if self.last in " \n" and text[:1] in " \t":
            text = text.lstrip(" \t")
            start = end - len(text)
        if not text:
            return
        runs = self.runs
        if runs and runs[-1][4] and runs[-1][3] == start:
            runs[-1][1] += len(text)
            runs[-1][3] = end
        else:
            runs.append([self.length, self.length + len(text), start, end, 1])
        self.pieces.append(text)
        self.length += len(text)
        self.last = text[-1]

    def shown(self, text: str, start: int, end: int) -> None:
        """Show a text that stands as a whole for characters of the source."""
        if text[:1] == " " and self.last in " \n":
            text = text.lstrip(" ")
        if not text:
            return
        self.runs.append([self.length, self.length + len(text), start, end, 0])
        self.pieces.append(text)
        self.length += len(text)
        self.last = text[-1]

    def newline(self, start: int, end: int) -> None:
        """Begin a new line, unless one has just begun."""
        if self.last != "\n":
            self.shown("\n", start, end)

    def mark(self, start: int, kind: str, level: int = 0) -> None:
        """Mark what was shown since a point of the view."""
        self.marks.append(Mark(Span(start, self.length), kind, level))

    def settle(self, first: int, start: int, end: int) -> None:
        """Let the runs from the ``first`` on stand for one span as a whole if they are not in the source's order."""
        runs = self.runs[first:]
        if any(later[2] < earlier[3] for earlier, later in pairwise(runs)):
            self.runs[first:] = [[runs[0][0], runs[-1][1], start, end, 0]]

    @property
    def indent(self) -> int:
        """How many characters at the beginning are white space, which a view does not have."""
        text = "".join(self.pieces)
        return len(text) - len(text.lstrip()) if text[:1].isspace() else 0

    def view(self, at: int) -> View:
        """Finish the view, without white space at its end; one that shows nothing stands at offset ``at``."""
        text = "".join(self.pieces)
        stop = len(text.rstrip())
        begin = min(len(text) - len(text.lstrip()), stop)
        if not begin and stop == len(text) and text:
            segments = [
                Segment(Span(low, high), Span(start, end), own == 1) for low, high, start, end, own in self.runs
            ]
            marks = sorted(self.marks, key=lambda mark: mark.span)
            return View(text, tuple(segments), tuple(self.links), tuple(marks))
        segments = []
        for low, high, start, end, verbatim in self.runs:
            left, right = max(low, begin), min(high, stop)
            if left >= right:
                continue
            if verbatim:
                start, end = start + left - low, end - (high - right)
            segments.append(Segment(Span(left - begin, right - begin), Span(start, end), bool(verbatim)))
        if not segments:
            segments.append(Segment(Span(0, 0), Span(at, at), True))

        def inside(span: Span) -> Span:
            return Span(max(min(span.start, stop) - begin, 0), max(min(span.end, stop) - begin, 0))

        return View(
            text[begin:stop],
            tuple(segments),
            tuple(Link(inside(link.span), link.target) for link in self.links),
            tuple(sorted((Mark(inside(m.span), m.kind, m.level) for m in self.marks), key=lambda m: m.span)),
        )
