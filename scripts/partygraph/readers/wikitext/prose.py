"""The prose of a page of wikitext: headings, paragraphs and list items, cut into sections and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal as OneOf

from partygraph.model import Evidence, LeftOut, Link, Mark, Section, Segment, Sentence, Span, Table, View
from partygraph.readers import sentences
from partygraph.readers.wikitext import tables as wikitables
from partygraph.readers.wikitext import templates
from partygraph.readers.wikitext.canvas import Vanished
from partygraph.readers.wikitext.markup import Markup, Node
from partygraph.readers.wikitext.templatepainting import paint

_TABLE, _BOX = "\x10", "\x11"
"""How the skeleton fills tables and all other brackets that go over several lines."""
_LINE = re.compile(r"[^\n]+")
_HEADING = re.compile(r"[ \x03]*(={1,6})[ \t]*([^\n]*?[^\s=])[ \t]*\1[ \t\r\x03]*$")
_BULLETS = re.compile(r"[*#:;]+")
_TABLE_START = re.compile(r"[ \t:*#]*\x10")
_LOOSE = re.compile(r"\||!(?=[^\n]*!!)|[:*#]*\{\||-{4,}")
_COMMENT = re.compile("\x03+")
_FOREIGN = re.compile("\x06\x07*")

REASONS = {templates.UNKNOWN: "template-unknown", "hole": "unresolved-template"}
EXPLANATIONS = ("efn", "refn", "notetag", "note", "cnote", "footnote")
"""The footnote templates that hold words of the article rather than a reference."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item or a table: its stretch of the text and the brackets in it."""

    kind: OneOf["heading", "paragraph", "item", "table", "loose"]
    start: int
    end: int
    nodes: tuple[Node, ...]
    level: int = 0


@dataclass(slots=True)
class Account:
    """What the reader recognised as nobody's statement, while it goes through the page."""

    page: Markup
    debris: list[LeftOut] = field(default_factory=list)

    def leave(self, span: Span, reason: str, note: str = "") -> None:
        """Leave characters out, for a reason."""
        self.debris.append(LeftOut(Evidence(span, self.page.text[span.start : span.end]), reason, note))

    def vanished(self, found: Sequence[Vanished]) -> None:
        """Leave out the templates that showed nothing."""
        for span, name, kind, reason in found:
            self.leave(span, reason or REASONS.get(kind, kind), name)

    def hidden(self) -> None:
        """Leave out what the whole page hides: comments, and content in other languages than wikitext."""
        for pattern, reason in ((_COMMENT, "comment"), (_FOREIGN, "foreign-content")):
            for found in pattern.finditer(self.page.mask):
                self.leave(Span(*found.span()), reason)


def read(page: Markup, account: Account) -> tuple[Section, ...]:
    """Read the sections of a page; what is no sentence goes to the account.

    The lead is section 0 and has no heading; each heading begins a section, of whatever level.
    """
    sections: list[Section] = []
    number, heading, level, begin = 0, None, 1, 0
    found: list[Sentence] = []
    tables: list[Table] = []
    paragraph = 0

    def finish(end: int) -> None:
        if found or tables or heading is not None:
            sections.append(Section(heading, level, Span(begin, end), tuple(found), tuple(tables)))

    for block in blocks(page):
        if block.kind == "heading":
            finish(block.start)
            number, level, begin, paragraph = number + 1, block.level, block.start, 0
            found, tables = [], []
            heading = _heading(page, block)
        elif block.kind == "table":
            tables.append(wikitables.read(page, block.nodes[0]))
        elif block.kind == "loose":
            account.leave(Span(block.start, block.end), "page-markup")
        else:
            read_ = tuple(_sentences(page, block, (number, paragraph + 1), account))
            paragraph += bool(read_)
            found += read_
    finish(len(page.text))
    return tuple(sections)


# --------------------------------------------------------------------------- blocks


def blocks(page: Markup) -> Iterator[Block]:
    """Yield the blocks of a page in their order; brackets that go over lines belong to the line that they begin on."""
    skeleton = _skeleton(page)
    nodes = page.root.children
    pending: list[tuple[int, int]] = []
    loose = False
    at = 0

    def taken(start: int, end: int) -> tuple[Node, ...]:
        nonlocal at
        while at < len(nodes) and nodes[at].start < start:
            at += 1
        first = at
        while at < len(nodes) and nodes[at].start < end:
            at += 1
        return tuple(nodes[first:at])

    def flush() -> Iterator[Block]:
        nonlocal loose
        if pending:
            start, end = pending[0][0], pending[-1][1]
            yield Block("loose" if loose else "paragraph", start, end, taken(start, end))
            pending.clear()
            loose = False

    last = 0
    for line in _LINE.finditer(skeleton):
        start, end = line.span()
        text = line.group()
        if start > last + 1 and skeleton.count("\n", last, start) > 1:
            yield from flush()
        bare = text.strip(" \t\r\x03")
        if not bare:
            if "\x03" not in text:
                yield from flush()
                last = end
                continue
        elif _TABLE_START.match(text):
            yield from flush()
            yield from _tables(taken(start, end), start, end)
        elif bare[0] == "=" and (heading := _HEADING.match(text)):
            yield from flush()
            yield Block("heading", start, end, taken(start, end), len(heading[1]))
        elif _LOOSE.match(text):
            if not loose:
                yield from flush()
            loose = True
            pending.append((start, end))
        elif _BULLETS.match(text):
            yield from flush()
            yield Block("item", start, end, taken(start, end))
        else:
            if loose:
                yield from flush()
            pending.append((start, end))
        last = end
    yield from flush()


def _tables(nodes: Sequence[Node], start: int, end: int) -> Iterator[Block]:
    rest: list[Node] = []
    at = start
    for node in nodes:
        if node.kind == "t":
            yield Block("table", node.start, node.end, (node,))
            at = node.end
            rest = []
        else:
            rest.append(node)
    if at < end:
        yield Block("paragraph", at, end, tuple(rest))


def _skeleton(page: Markup) -> str:
    mask = page.mask
    pieces: list[str] = []
    at = 0
    for node in page.root.children:
        if node.kind == "t" or "\n" in mask[node.start : node.end]:
            fill = _TABLE if node.kind == "t" else _BOX
            pieces += (mask[at : node.start], fill * (node.end - node.start))
            at = node.end
    pieces.append(mask[at:])
    return "".join(pieces)


def _heading(page: Markup, block: Block) -> str:
    text = paint(page, block.start, block.end, block.nodes).view(block.start).text
    return text[block.level : -block.level].strip()


# --------------------------------------------------------------------------- sentences


def _sentences(page: Markup, block: Block, place: tuple[int, int], account: Account) -> Iterator[Sentence]:
    alone = block.kind == "item" and len(block.nodes) == 1
    canvas = paint(page, block.start, block.end, block.nodes, citations=alone)
    account.vanished(canvas.vanished)
    for _, span in canvas.notes:
        if page.text.startswith("{{", span.start) and page.text[span.start + 2 :][:12].lower().startswith(EXPLANATIONS):
            account.leave(span, "footnote")
    view = canvas.view(block.start)
    if not view.text:
        return
    kind: OneOf["prose", "item"] = "item" if block.kind == "item" else "prose"
    spans = [
        Span(line.start + a, line.start + b)
        for line in _lines(view.text)
        for a, b in sentences.split(view.text[slice(*line)])
    ]
    indent = canvas.indent
    notes = _attached([(offset - indent, span) for offset, span in canvas.notes], spans)
    for count, (cut, attached) in enumerate(zip(cuts(view, spans), notes, strict=True), 1):
        yield Sentence(cut, (*place, count), kind, attached)


def _lines(text: str) -> Iterator[Span]:
    for line in _LINE.finditer(text):
        yield Span(*line.span())


def _attached(notes: Sequence[tuple[int, Span]], spans: Sequence[Span]) -> list[tuple[Span, ...]]:
    """Give each footnote to the sentence that it stands in or behind."""
    found: list[list[Span]] = [[] for _ in spans]
    at = 0
    for offset, span in notes:
        while at + 1 < len(spans) and spans[at + 1].start < offset:
            at += 1
        if found:
            found[at].append(span)
    return [tuple(group) for group in found]


def cuts(view: View, spans: Sequence[Span]) -> Iterator[View]:
    """Cut a view into parts in one pass; the parts are in order and do not overlap.

    Like :meth:`partygraph.model.View.cut` for each, but linear in the view's length altogether.
    """
    segments, links, marks = 0, 0, 0
    by_place = sorted(view.links, key=lambda link: link.span)
    marked = sorted(view.marks, key=lambda mark: mark.span)
    for part in spans:
        pieces: list[Segment] = []
        while segments < len(view.segments) and view.segments[segments].view.end <= part.start:
            segments += 1
        at = segments
        while at < len(view.segments) and view.segments[at].view.start < part.end:
            pieces.append(_cut(view.segments[at], part))
            at += 1
        while links < len(by_place) and by_place[links].span.start < part.start:
            links += 1
        found: list[Link] = []
        while links < len(by_place) and by_place[links].span.start < part.end:
            link = by_place[links]
            if link.span.end <= part.end:
                found.append(Link(_shifted(link.span, part), link.target))
            links += 1
        while marks < len(marked) and marked[marks].span.start < part.start:
            marks += 1
        kept: list[Mark] = []
        while marks < len(marked) and marked[marks].span.start <= part.end:
            mark = marked[marks]
            if mark.span.end <= part.end:
                kept.append(Mark(_shifted(mark.span, part), mark.kind, mark.level))
            marks += 1
        yield View(view.text[part.start : part.end], tuple(pieces), tuple(found), tuple(kept))


def _cut(segment: Segment, part: Span) -> Segment:
    low, high = max(segment.view.start, part.start), min(segment.view.end, part.end)
    source = segment.source
    if segment.verbatim:
        source = Span(source.start + low - segment.view.start, source.start + high - segment.view.start)
    return Segment(Span(low - part.start, high - part.start), source, segment.verbatim)


def _shifted(span: Span, part: Span) -> Span:
    return Span(span.start - part.start, span.end - part.start)
