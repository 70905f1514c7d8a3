"""Undoes what collectors of infoboxes do to templates inside templates: braces become bars, and a copy is appended.

``{{ubl|{{small|(first)}} A|B}}`` is collected as ``{{ubl|small|(first)| A|B}} {{small|(first)}}``: the inner template's
name stands among the arguments, followed by its own. Nothing is undone without evidence: the name of a footnote
template, a closing ``</ref>``, or the copy behind the outer template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from partygraph.readers.wikitext import markup as wikimarkup
from partygraph.readers.wikitext import templates
from partygraph.readers.wikitext.markup import Node, Part
from partygraph.readers.wikitext.templates import Template

LONGEST = 50_000
"""Templates of more characters are taken as they are: the copies behind them are looked for in all of them."""

_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]+)?")
_YEAR = re.compile(r"\d{4}[a-z]?|n\.d\.|\d{1,2} \w+ \d{4}")
_GOES_ON = re.compile(r"\s*(?:[(,;)–]|(?:to|and|or|until|since|as|in|of)\b)")
_NOTES = frozenset({"ref", "refn", "efn", "sfn", "sfnp", "sfnm", "notetag", "harvnb"})
_INNER = frozenset({"text", "note", "cite", "date", "none", "hole", "bar", "sum"})


@dataclass(frozen=True, slots=True)
class Inner:
    """A template found again among the arguments of another: its row, its name, its arguments, its place."""

    row: Template
    name: str
    parts: tuple[Part | Inner, ...]
    start: int
    end: int


Group = list[Part | Inner]


def suspects(parts: Sequence[Part], mask: str) -> bool:
    """Tell whether an argument may be the name of a template: a cheap look before the thorough one."""
    return any(_named(part, mask) is not None for part in parts)


def regroup(parts: Sequence[Part], mask: str, copied: Callable[[str], bool]) -> tuple[list[Group], Inner | None] | None:
    """Return the arguments as the lines they were before, each of parts and inner templates, and the list's title.

    ``copied`` tells whether a template of a folded name stands behind the outer one. The title is None unless it was
    flattened, too. The whole is None if nothing was undone.
    """
    reader = _Reader(parts, mask, copied)
    elements: Group = []
    title: Inner | None = None
    while reader.at < len(parts):
        part = parts[reader.at]
        element = reader.element()
        if isinstance(element, Inner) and part.key is not None:
            title = element
        else:
            elements.append(element)
    if title is None and not any(isinstance(element, Inner) for element in elements):
        return None
    return _lines([e for e in elements if isinstance(e, Inner) or e.key is None or e.key.isdigit()], mask), title


def flat(written: str) -> str:
    """Return a template as the collector would have written it inside another, values apart from their keys.

    >>> flat("{{small|(first)}}")
    '|small|(first)|'
    """
    return re.sub(r"\|+", "|", written.replace("{{", "|").replace("}}", "|").replace("=", "=|"))


def copies(node: Node, siblings: Sequence[Node], mask: str) -> set[str]:
    """Return the folded names of the templates behind one whose copy is found inside it."""
    if node.end - node.start > LONGEST:
        return set()
    whole = flat(mask[node.start : node.end])
    found = (other for other in siblings[:500] if other.kind == "{" and other.start >= node.end)
    return {wikimarkup.name(other, mask) for other in found if flat(mask[other.start : other.end]) in whole}


def _named(part: Part, mask: str) -> Template | None:
    if part.key not in (None, "title") or part.children or not 2 <= part.end - part.value <= 40:
        return None
    written = mask[part.value : part.end]
    if written.strip() != written or "\n" in written:
        return None
    row = templates.lookup(wikimarkup.fold(written))
    return row if row is not None and row.kind in _INNER else None


@dataclass(slots=True)
class _Reader:
    """Reads arguments from left to right; ``at`` is the next one."""

    parts: Sequence[Part]
    mask: str
    copied: Callable[[str], bool]
    at: int = 0

    def element(self) -> Part | Inner:
        part = self.parts[self.at]
        self.at += 1
        row = _named(part, self.mask)
        name = wikimarkup.fold(self.text(part)) if row else ""
        if row is None or not self.evident(name):
            return part
        arguments = self.reference() if name == "ref" else self.arguments(row, name)
        start = part.start - 1
        end = self.parts[self.at - 1].end
        return Inner(row, name, tuple(arguments), start, end)

    def text(self, part: Part) -> str:
        return self.mask[part.value : part.end]

    def next(self) -> Part | None:
        return self.parts[self.at] if self.at < len(self.parts) else None

    def evident(self, name: str) -> bool:
        if name != "ref":
            return name in _NOTES or self.copied(name)
        following = self.next()
        return following is not None and (
            (following.key or "").lower() in ("name", "group") or self.closing() is not None
        )

    def closing(self) -> int | None:
        """Return the number of the argument that closes a reference, unless another begins before it."""
        for at in range(self.at, min(self.at + 200, len(self.parts))):
            text = self.text(self.parts[at]).strip().lower()
            if text == "</ref>":
                return at
            if text == "ref":
                return None
        return None

    def reference(self) -> list[Part | Inner]:
        first = self.at
        end = self.closing()
        if end is not None:
            self.at = end + 1
        else:
            while (part := self.next()) is not None and part.key is not None:
                self.at += 1
        return list(self.parts[first : self.at])

    def arguments(self, row: Template, name: str) -> list[Part | Inner]:
        found: list[Part | Inner] = []
        for _ in range(12):
            part = self.next()
            if part is None:
                break
            if part.key is not None and not part.key.isdigit():
                if part.key in ("title", "class"):
                    break
                found.append(part)
                self.at += 1
                continue
            if not self.wants(row, name, [e for e in found if isinstance(e, Inner) or e.key is None], part):
                break
            found.append(self.element())
        return found

    def wants(self, row: Template, name: str, found: Sequence[Part | Inner], part: Part) -> bool:
        """Tell whether an inner template takes one more argument than those found already."""
        text = self.text(part).strip()
        taken = len(found)
        if name.startswith(("sfn", "harv")):
            last = found[-1] if found else None
            return taken < 6 and not (isinstance(last, Part) and _YEAR.fullmatch(self.text(last).strip()))
        if row.kind == "note":
            inner = _named(part, self.mask)
            return taken == 0 or (inner is not None and inner.kind == "note" and wikimarkup.fold(text) in _NOTES)
        if row.kind == "date":
            return taken < 3 and text.isdigit()
        if row.kind == "cite":
            return False
        if "link:{1}" in row.marks and taken:
            return taken % 2 == 0 or _CODE.fullmatch(text) is not None if taken < 3 else False
        return taken < _arity(row)


def _arity(row: Template) -> int:
    if row.kind == "bar":
        return 2
    if row.kind in ("none", "hole"):
        return 0 if row.name in ("increase", "decrease", "steady") else 1
    numbers = [int(key) for piece in row.form if not piece.group for key in piece.keys if key.isdigit()]
    return max(numbers, default=0)


def _lines(elements: Group, mask: str) -> list[Group]:
    """Put together what stood in one argument: footnotes and remarks go to what is before them."""
    lines: list[Group] = [[]]
    for element in elements:
        line = lines[-1]
        if isinstance(element, Part) and not mask[element.value : element.end].strip():
            if line:
                lines.append([])
        elif not line or _joins(line[-1], element, mask):
            (line if line or not _is_remark(element) or len(lines) < 2 else lines[-2]).append(element)
        elif _is_remark(element):
            line.append(element)
        else:
            lines.append([element])
    return [line for line in lines if line]


def _is_remark(element: Part | Inner) -> bool:
    return isinstance(element, Inner) and (element.row.kind in ("note", "cite") or "small" in element.row.marks)


def _joins(before: Part | Inner, element: Part | Inner, mask: str) -> bool:
    if isinstance(element, Inner):
        space = isinstance(before, Part) and mask[before.end - 1 : before.end] == " "
        return _is_remark(element) or (space and element.row.kind != "none")
    text = mask[element.value : element.end]
    if isinstance(before, Part):
        return False
    decoration = before.row.kind in ("none", "hole", "date", "bar")
    return bool(_GOES_ON.match(text)) or (decoration and text.startswith(" "))
