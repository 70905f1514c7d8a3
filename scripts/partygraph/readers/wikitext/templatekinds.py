"""The kinds of the table of templates: what each shows, with the place of every character."""

from __future__ import annotations

import re
from ast import Add, BinOp, Constant, Div, Expression, Mult, Sub, UAdd, UnaryOp, USub, expr, operator, parse, unaryop
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from partygraph.model import Link, Span
from partygraph.readers.wikitext import markup as wikimarkup
from partygraph.readers.wikitext.markup import Node, Part
from partygraph.readers.wikitext.templates import Piece, Template
from partygraph.readers.wikitext.views import Painter, title

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


class CallPainter(Painter):
    """A painter that can read the arguments of a call, and mark what it shows."""

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


def called(mask: str, node: Node, name: str, row: Template, *, function: bool) -> Call:
    """Read the arguments of a template, or of a parser function, whose first stands behind a colon."""
    parts = tuple(wikimarkup.parts(node, mask))
    if not function:
        return Call(node, name, row, by_key(parts), parts)
    start = mask.index(":", node.start) + 1
    end = node.bars[0] if node.bars else node.end - 2
    first = Part(None, start, start, end, tuple(child for child in node.children if child.start < end))
    return Call(node, name, row, by_key((first, *parts)), parts)


def by_key(parts: Iterable[Part]) -> dict[str, Part]:
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


def _text(painter: CallPainter, call: Call) -> None:
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


def heading_of(painter: CallPainter, call: Call) -> None:
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


def _items(painter: CallPainter, call: Call) -> None:
    canvas = painter.canvas
    heading_of(painter, call)
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


def _date(painter: CallPainter, call: Call) -> None:
    said = [painter.argument(call, (key,)) for key in ("1", "2", "3")]
    _say(painter, call, written_date(*said) or " ".join(filter(None, said)))


def _period(painter: CallPainter, call: Call) -> None:
    said = [painter.argument(call, (str(key),)) for key in range(1, 7)]
    _say(painter, call, " – ".join(filter(None, (written_date(*said[:3]), written_date(*said[3:])))))


def _as_of(painter: CallPainter, call: Call) -> None:
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


def _bar(painter: CallPainter, call: Call) -> None:
    held, total = (painter.argument(call, (key, name)) for key, name in (("1", "held"), ("2", "total")))
    _say(painter, call, " / ".join((held, total)).strip() if total else held)


def _sum(painter: CallPainter, call: Call) -> None:
    _say(painter, call, calculated(painter.argument(call, ("1",))))


def _share(painter: CallPainter, call: Call) -> None:
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


def _tagged(painter: CallPainter, call: Call) -> None:
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


def _cell(painter: CallPainter, call: Call) -> None:
    part = call.get(("1",), painter.mask)
    if part is not None:
        painter.part(part)
    else:
        _say(painter, call, call.name[:1].upper() + call.name[1:].rstrip("0123456789"))


def _break(painter: CallPainter, call: Call) -> None:
    painter.end_line()
    painter.canvas.newline(call.node.start, call.node.end)


def _note(painter: CallPainter, call: Call) -> None:
    painter.note(Span(call.node.start, call.node.end))


def _cite(painter: CallPainter, call: Call) -> None:
    if not painter.citations:
        _note(painter, call)
        return
    last = painter.argument(call, ("last", "last1", "author", "author1", "surname"))
    first = painter.argument(call, ("first", "first1", "given"))
    work = painter.argument(call, ("title", "chapter", "work"))
    author = ", ".join(filter(None, (last, first)))
    _say(painter, call, ". ".join(filter(None, (author.rstrip("."), f'"{work}"' if work else ""))))


def _nothing(painter: CallPainter, call: Call) -> None:
    return


def _say(painter: CallPainter, call: Call, words: str) -> None:
    painter.canvas.shown(words, call.node.start, call.node.end)


KINDS: MappingProxyType[str, Callable[[CallPainter, Call], None]] = MappingProxyType(
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
