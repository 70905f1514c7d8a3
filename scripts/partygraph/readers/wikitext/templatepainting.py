"""Paints the templates of a page by the table of templates, those that a collector has flattened included."""

from __future__ import annotations

from collections.abc import Iterable

from partygraph.model import Span, View
from partygraph.readers.wikitext import flattening, templates
from partygraph.readers.wikitext import markup as wikimarkup
from partygraph.readers.wikitext.canvas import Canvas, Vanished
from partygraph.readers.wikitext.markup import Markup, Node, Part
from partygraph.readers.wikitext.templatekinds import KINDS, Call, CallPainter, by_key, called, heading_of
from partygraph.readers.wikitext.views import Ahead, is_plain, trim


class TemplatePainter(CallPainter):
    """A painter that knows the templates of the table."""

    def __init__(self, page: Markup, *, files: bool = False, citations: bool = False) -> None:
        """Begin with an empty canvas; ``hosts`` are the flattened templates so far, whose copies are not painted."""
        super().__init__(page, files=files, citations=citations)
        self.hosts: list[str] = []

    def template(self, node: Node) -> None:
        """Paint a template by its kind, and mark what it shows with its name."""
        name = wikimarkup.name(node, self.mask)
        if self.hosts and self.is_copy(node):
            self.canvas.vanished.append(Vanished(Span(node.start, node.end), name, "page", "template-copy"))
            return
        row = templates.lookup(name)
        parser = None
        if row is None and ":" in name:
            parser = name.partition(":")[0]
            row = templates.lookup(parser)
        canvas = self.canvas
        begin, first = canvas.length, len(canvas.runs)
        span = Span(node.start, node.end)
        if row is None or row.kind in ("hole", "page"):
            kind, reason = (row.kind, row.argument) if row else (templates.UNKNOWN, "")
            canvas.vanished.append(Vanished(span, name, kind, reason))
            canvas.mark(begin, f"template:{row.name if row and row.kind == 'hole' else name}")
            return
        call = called(self.mask, node, name if parser is None else parser, row, function=parser is not None)
        if not self.flattened(call, self.ahead):
            KINDS[row.kind](self, call)
        canvas.settle(first, node.start, node.end)
        if row.kind not in ("note", "cite"):
            self.mark_call(call, begin)

    def flattened(self, call: Call, ahead: Ahead) -> bool:
        """Paint a template that a collector has flattened; False, and nothing painted, if this is none."""
        if call.row.kind not in ("items", "text") or not flattening.suspects(call.parts, self.mask):
            return False
        names: set[str] | None = None

        def copied(name: str) -> bool:
            nonlocal names
            if names is None:
                names = flattening.copies(call.node, ahead.nodes[ahead.place : ahead.place + 500], self.mask)
            return name in names

        found = flattening.regroup(call.parts, self.mask, copied)
        if found is None:
            return False
        lines, heading = found
        if heading is None:
            heading_of(self, call)
        else:
            self.line([heading], kind="heading")
        for line in lines:
            self.line(line, kind="item" if call.row.kind == "items" else "")
        if names and len(self.hosts) < 8:
            self.hosts.append(flattening.flat(self.mask[call.node.start : call.node.end]))
        self.skip = self.behind_copies(call.node, ahead)
        if self.skip:
            span = Span(call.node.end, self.skip)
            self.canvas.vanished.append(Vanished(span, call.name, "page", "template-copy"))
        return True

    def line(self, line: flattening.Group, *, kind: str) -> None:
        """Paint the parts and inner templates that make one line, an item or a heading of a list."""
        canvas = self.canvas
        if canvas.last != "\n":
            canvas.newline(line[0].start - 1, line[0].start)
        begin, known = canvas.length, len(canvas.marks)
        for element in line:
            if isinstance(element, Part):
                if canvas.length > begin and self.mask[element.start] == " ":
                    canvas.shown(" ", element.start, element.start + 1)
                self.part(element)
            else:
                self.inner(element)
        if kind and canvas.length > begin and not any(mark.kind == kind for mark in canvas.marks[known:]):
            canvas.mark(begin, kind, 1 if kind == "item" else 0)

    def inner(self, element: flattening.Inner) -> None:
        """Paint a template that was found again among the arguments of another."""
        node = Node("{", element.start, element.end)
        if element.row.kind in ("note", "cite"):
            self.note(Span(element.start, element.end))
            return
        if element.row.kind == "hole":
            self.canvas.vanished.append(Vanished(Span(element.start, element.end), element.name, "hole", ""))
            self.canvas.mark(self.canvas.length, f"template:{element.row.name}")
            return
        begin = self.canvas.length
        if self.canvas.last not in " \n(" and element.row.kind not in ("none",):
            self.canvas.shown(" ", element.start, element.start + 1)
            begin = self.canvas.length
        deeper = [part for part in element.parts if isinstance(part, flattening.Inner)]
        if deeper and element.row.kind == "text":
            for inner in deeper:
                self.inner(inner)
        else:
            own = tuple(part for part in element.parts if isinstance(part, Part))
            call = Call(node, element.name, element.row, by_key(own), own)
            KINDS[element.row.kind](self, call)
            self.mark_call(call, begin)

    def is_copy(self, node: Node) -> bool:
        """Tell whether a template is the copy of one inside a flattened template before it."""
        if node.end - node.start > 2000:
            return False
        written = flattening.flat(self.mask[node.start : node.end])
        return any(written in host for host in self.hosts)

    def behind_copies(self, node: Node, ahead: Ahead) -> int:
        """Return where the copies end that a collector has put behind a template; 0 if there are none."""
        whole = flattening.flat(self.mask[node.start : node.end]) if node.end - node.start < flattening.LONGEST else ""
        end, at = 0, node.end
        for other in ahead.nodes[ahead.place : ahead.place + 500]:
            between = self.mask[at : other.start].strip()
            if between and (not end or between not in whole):
                break
            written = self.mask[other.start : other.end]
            copy = flattening.flat(written) in whole and (other.kind == "{" or end > 0)
            if not copy:
                break
            end = at = other.end
        follower = next((n.start for n in ahead.nodes[ahead.place :] if n.start >= at), ahead.end)
        rest = self.mask[at:follower].strip() if end else ""
        return follower if rest and rest in whole else end


# --------------------------------------------------------------------------- views


def paint(page: Markup, start: int, end: int, nodes: Iterable[Node], *, citations: bool = False) -> Canvas:
    """Paint a stretch of a page on a canvas of its own, without the white space around it."""
    painter = TemplatePainter(page, citations=citations)
    painter.stretch(*painter.trim(start, end), nodes)
    return painter.canvas


def value(page: Markup, part: Part) -> tuple[View, list[Vanished]]:
    """Return the view of an infobox value, and the templates that show nothing in it.

    A value that holds nothing but files shows their names.
    """
    start, end = trim(page.mask, part.value, part.end)
    if start < end and not part.children and is_plain(page.mask, start, end):
        return View.verbatim(page.text[start:end], start), []
    painter = TemplatePainter(page)
    painter.stretch(start, end, part.children)
    at = start if start < end else part.value
    view = painter.canvas.view(at)
    if view.text or not painter.saw_file:
        return view, painter.canvas.vanished
    shown = TemplatePainter(page, files=True)
    shown.part(part)
    return shown.canvas.view(at), painter.canvas.vanished
