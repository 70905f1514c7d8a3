"""Paints templates: what each kind of the table of templates shows, with the place of every character."""

from __future__ import annotations

import re
from ast import Add, BinOp, Constant, Div, Expression, Mult, Sub, UAdd, UnaryOp, USub, expr, operator, parse, unaryop
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from partygraph.model import Link, Span, View
from partygraph.readers import flattening, templates, wikimarkup
from partygraph.readers.templates import Piece, Template
from partygraph.readers.wikicanvas import Canvas, Vanished
from partygraph.readers.wikimarkup import Markup, Node, Part
from partygraph.readers.wikiviews import Ahead, Painter, is_plain, title

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_SUM = re.compile(r"[0-9.+\-*/() \t]{1,100}")
_PLACE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Call:
    """A template as it is called: its row of the table, its name, its arguments by key (positional ones by number)."""

    node: Node
    name: str
    row: Template
    arguments: dict[str, Part]
    parts: tuple[Part, ...]

    def get(self, keys: Iterable[str], mask: str) -> Part | None:
        """Return the first of some arguments that is there and not blank."""
        for key in keys:
            part = self.arguments.get(key)
            if part is not None and mask[part.value : part.end].strip(" \t\r\n\x03"):
                return part
        return None


class TemplatePainter(Painter):
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
        call = _call(self, node, name if parser is None else parser, row, function=parser is not None)
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
            _heading(self, call)
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
            call = Call(node, element.name, element.row, _by_key(own), own)
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

    def mark_call(self, call: Call, begin: int) -> None:
        """Mark what a template has shown since a point of the view."""
        canvas = self.canvas
        canvas.mark(begin, f"template:{call.row.name}")
        if canvas.length == begin:
            return
        for form in call.row.marks:
            kind = _PLACE.sub(lambda found: self.argument(call, found[1].split("|")), form)
            if kind.endswith(":*"):
                kind = kind[:-1] + call.name.partition("-")[2]
            if kind.startswith("link:"):
                target = title(kind[5:])
                if target and not (canvas.links and canvas.links[-1].span.start >= begin):
                    canvas.links.append(Link(Span(begin, canvas.length), target))
            elif not kind.endswith(":"):
                canvas.mark(begin, kind)

    def argument(self, call: Call, keys: Iterable[str]) -> str:
        """Return the readable text of an argument, empty if it is missing."""
        part = call.get(keys, self.mask)
        return self.plain(part) if part else ""


def _call(painter: Painter, node: Node, name: str, row: Template, *, function: bool) -> Call:
    parts = tuple(wikimarkup.parts(node, painter.mask))
    if not function:
        return Call(node, name, row, _by_key(parts), parts)
    start = painter.mask.index(":", node.start) + 1
    end = node.bars[0] if node.bars else node.end - 2
    first = Part(None, start, start, end, tuple(child for child in node.children if child.start < end))
    return Call(node, name, row, _by_key((first, *parts)), parts)


def _by_key(parts: Iterable[Part]) -> dict[str, Part]:
    """Return arguments by their keys, positional ones by their numbers; of several with one key the last counts."""
    found: dict[str, Part] = {}
    number = 0
    for part in parts:
        if part.key is None:
            number += 1
            found[str(number)] = part
        else:
            found[part.key.lower()] = part
    return found


# --------------------------------------------------------------------------- kinds


def _text(painter: TemplatePainter, call: Call) -> None:
    pieces = call.row.form
    found = [(piece, call.get(piece.keys, painter.mask) if piece.keys else None) for piece in pieces]
    lost = {piece.group for piece, part in found if piece.keys and part is None and piece.group}
    shown = [(piece, part) for piece, part in found if piece.group not in lost and (part or not piece.keys)]
    if any(piece.keys for piece in pieces) and not any(part for _, part in shown) and not _fixed(pieces):
        return
    at = call.node.start
    for place, (piece, part) in enumerate(shown):
        if part is not None:
            painter.part(part)
            at = part.end
        else:
            following = next((part for _, part in shown[place:] if part is not None), None)
            end = following.value if following and following.value > at else call.node.end
            painter.canvas.shown(piece.text, at, end)


def _fixed(pieces: Iterable[Piece]) -> bool:
    """Tell whether a form says something without its arguments, as "c. [{1}]" does."""
    return any(piece.text.strip() and not piece.group for piece in pieces)


def _heading(painter: TemplatePainter, call: Call) -> None:
    """Paint the title of a list."""
    canvas = painter.canvas
    heads = [head for head in call.row.argument.split(" | ") if head] if call.row.kind == "items" else []
    heading = call.get(heads, painter.mask)
    if heading is not None:
        canvas.newline(call.node.start, heading.value)
        begin = canvas.length
        painter.part(heading)
        if canvas.length > begin:
            canvas.mark(begin, "heading")
        canvas.newline(heading.end, heading.end)


def _items(painter: TemplatePainter, call: Call) -> None:
    canvas = painter.canvas
    _heading(painter, call)
    for part in call.parts:
        if part.key is not None and not part.key.isdigit():
            continue
        start, end = painter.trim(part.value, part.end)
        if start == end:
            continue
        if canvas.last != "\n":
            canvas.newline(part.start - 1, start)
        begin, known = canvas.length, len(canvas.marks)
        painter.part(part)
        own = any(mark.kind in ("item", "heading") and mark.span.start == begin for mark in canvas.marks[known:])
        if canvas.length > begin and not own:
            canvas.mark(begin, "item", 1)
    if canvas.length and canvas.last != "\n" and painter.mask[call.node.end : call.node.end + 1] not in ("", "\n", "|"):
        canvas.newline(call.node.end - 2, call.node.end)


def _date(painter: TemplatePainter, call: Call) -> None:
    said = [painter.argument(call, (key,)) for key in ("1", "2", "3")]
    _say(painter, call, written_date(*said) or " ".join(filter(None, said)))


def _period(painter: TemplatePainter, call: Call) -> None:
    said = [painter.argument(call, (str(key),)) for key in range(1, 7)]
    _say(painter, call, " – ".join(filter(None, (written_date(*said[:3]), written_date(*said[3:])))))


def _as_of(painter: TemplatePainter, call: Call) -> None:
    said = [painter.argument(call, (key,)) for key in ("1", "2", "3")]
    words = painter.argument(call, ("alt",)) or f"As of {written_date(*said) or ' '.join(filter(None, said))}".strip()
    _say(painter, call, words)


def written_date(year: str, month: str = "", day: str = "") -> str:
    """Write a date out as far as it is known; empty if the parts are no date.

    >>> written_date("2014", "11", "30"), written_date("2014", "Nov"), written_date("2014"), written_date("2014", "13")
    ('30 November 2014', 'November 2014', '2014', '')
    """
    number = int(month) if re.fullmatch(r"[0-9]{1,2}", month) else _MONTH.get(month[:3].lower(), 0 if not month else -1)
    if not re.fullmatch(r"[0-9]{1,4}", year) or not 0 <= number <= 12 or (month and not number):
        return ""
    if not re.fullmatch(r"[0-9]{0,2}", day) or (day and not month):
        return ""
    name = MONTHS[number - 1] if number else ""
    return " ".join(filter(None, (day.lstrip("0"), name, year)))


def _bar(painter: TemplatePainter, call: Call) -> None:
    held, total = (painter.argument(call, (key, name)) for key, name in (("1", "held"), ("2", "total")))
    _say(painter, call, " / ".join((held, total)).strip() if total else held)


def _sum(painter: TemplatePainter, call: Call) -> None:
    _say(painter, call, calculated(painter.argument(call, ("1",))))


def _share(painter: TemplatePainter, call: Call) -> None:
    part, whole = (painter.argument(call, (key,)).replace(",", "") for key in ("1", "2"))
    said = calculated(f"100*{part}/{whole}") if part and whole else part
    _say(painter, call, f"{said}%" if said else "")


def calculated(sum_: str) -> str:
    """Work out a sum of plain numbers; empty if it is anything else, or has no exact result.

    >>> calculated("120+8"), calculated("2*(3-1)/4"), calculated("1/3"), calculated("9**9**9"), calculated("two")
    ('128', '1', '', '', '')
    """
    if not _SUM.fullmatch(sum_) or "**" in sum_ or "//" in sum_:
        return ""
    try:
        tree = parse(sum_.strip(), mode="eval")
        result = _worked_out(tree) if isinstance(tree, Expression) else None
    except (SyntaxError, ZeroDivisionError, ValueError, RecursionError):
        return ""
    if result is None:
        return ""
    if result.denominator == 1:
        return str(result.numerator)
    exact = float(result)
    return repr(round(exact, 6)) if Fraction(str(round(exact, 6))) == result else ""


_OPERATORS: dict[type[operator], Callable[[Fraction, Fraction], Fraction]] = {
    Add: lambda a, b: a + b,
    Sub: lambda a, b: a - b,
    Mult: lambda a, b: a * b,
    Div: lambda a, b: a / b,
}
_SIGNS: dict[type[unaryop], int] = {UAdd: 1, USub: -1}


def _worked_out(node: Expression | expr) -> Fraction:
    if isinstance(node, Expression):
        return _worked_out(node.body)
    if isinstance(node, Constant) and isinstance(node.value, int | float):
        return Fraction(str(node.value))
    if isinstance(node, BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_worked_out(node.left), _worked_out(node.right))
    if isinstance(node, UnaryOp) and type(node.op) in _SIGNS:
        return _SIGNS[type(node.op)] * _worked_out(node.operand)
    raise ValueError("not a sum")


def _tagged(painter: TemplatePainter, call: Call) -> None:
    canvas = painter.canvas
    for number in range(1, 21):
        part = call.get((f"name{number}",), painter.mask)
        if part is None:
            continue
        tag = painter.argument(call, (f"tag{number}",))
        canvas.newline(part.start, part.value)
        begin = canvas.length
        painter.part(part)
        if canvas.length > begin:
            canvas.mark(begin, "item", 1)
            if tag:
                canvas.mark(begin, f"lang:{tag}")


def _cell(painter: TemplatePainter, call: Call) -> None:
    part = call.get(("1",), painter.mask)
    if part is not None:
        painter.part(part)
    else:
        _say(painter, call, call.name[:1].upper() + call.name[1:].rstrip("0123456789"))


def _break(painter: TemplatePainter, call: Call) -> None:
    painter.end_line()
    painter.canvas.newline(call.node.start, call.node.end)


def _note(painter: TemplatePainter, call: Call) -> None:
    painter.note(Span(call.node.start, call.node.end))


def _cite(painter: TemplatePainter, call: Call) -> None:
    if not painter.citations:
        _note(painter, call)
        return
    last = painter.argument(call, ("last", "last1", "author", "author1", "surname"))
    first = painter.argument(call, ("first", "first1", "given"))
    work = painter.argument(call, ("title", "chapter", "work"))
    author = ", ".join(filter(None, (last, first)))
    _say(painter, call, ". ".join(filter(None, (author.rstrip("."), f'"{work}"' if work else ""))))


def _nothing(painter: TemplatePainter, call: Call) -> None:
    return


def _say(painter: TemplatePainter, call: Call, words: str) -> None:
    painter.canvas.shown(words, call.node.start, call.node.end)


KINDS: MappingProxyType[str, Callable[[TemplatePainter, Call], None]] = MappingProxyType(
    {
        "text": _text,
        "items": _items,
        "date": _date,
        "period": _period,
        "as of": _as_of,
        "bar": _bar,
        "sum": _sum,
        "share": _share,
        "tagged": _tagged,
        "cell": _cell,
        "break": _break,
        "note": _note,
        "cite": _cite,
        "none": _nothing,
    }
)
"""How each kind of the table is painted; ``hole`` and ``page`` show nothing."""


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
    painter = TemplatePainter(page)
    start, end = painter.trim(part.value, part.end)
    if start < end and not part.children and is_plain(page.mask, start, end):
        return View.verbatim(page.text[start:end], start), []
    painter.stretch(start, end, part.children)
    at = start if start < end else part.value
    view = painter.canvas.view(at)
    if view.text or not painter.saw_file:
        return view, painter.canvas.vanished
    shown = TemplatePainter(page, files=True)
    shown.part(part)
    return shown.canvas.view(at), painter.canvas.vanished
