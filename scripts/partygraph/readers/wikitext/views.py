"""The readable text of a stretch of wikitext, each character of which knows its place in the source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from partygraph.model import Link, Mark, Span
from partygraph.readers.wikitext import markup as wikimarkup
from partygraph.readers.wikitext.canvas import Canvas, Vanished
from partygraph.readers.wikitext.markup import Markup, Node, Part

_LEAF = re.compile(
    r"'{2,}"
    r"|<[/!a-zA-Z][^<>]{0,500}>"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    r"|\[(?:https?:|ftp:|mailto:|//)[^\s\[\]<>\"|{}]*[ \t]?"
    r"|\]"
    r"|\r?(?:\n[ \t\r]*)+(?:-{4,}\s*)?[*#:;]*"
    r"|\x01\x02*|\x03+|\x04\x05*|\x06\x07*"
    r"|__[A-Z]{3,}__"
)
_BULLETS = re.compile(r"[*:;][*#:;]*|#[*#:;]*(?=[ \t\[])")
_TAG = re.compile(r"</?\s*([a-zA-Z0-9]+)")
_INNER = re.compile(r"<nowiki\s*>(.*)</nowiki\s*>|<pre[^<>]*>(.*)</pre\s*>", re.IGNORECASE | re.DOTALL)
_TRAIL = re.compile(r"[a-z]+")
_TYPOGRAPHY = {"small": "small", "b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
_BREAKS = frozenset({"br", "hr", "p", "tr", "table", "blockquote"})
_FILES = ("file:", "image:")
_NAMESPACES = ("category:", "template:", "media:")
_INTERWIKI = re.compile(r"[a-z]{2,3}(?:-[a-z-]+)?:\S")


@dataclass(slots=True)
class Style:
    """What is open at a point of the text: bold and italic runs, a list item, the label of an external link."""

    open: dict[str, int] = field(default_factory=dict)
    item: int | None = None
    level: int = 0
    heading: bool = False
    address: tuple[int, str] | None = None


class Ahead(NamedTuple):
    """What follows a bracket in its stretch: all brackets of the stretch, the number of the next, the stretch's end."""

    nodes: tuple[Node, ...]
    place: int
    end: int


def is_plain(mask: str, start: int, end: int) -> bool:
    """Tell whether a stretch without brackets is shown as it is: no inline markup, no bullet, no double space."""
    return not (_LEAF.search(mask, start, end) or _BULLETS.match(mask, start, end) or mask.find("  ", start, end) >= 0)


def trim(mask: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the white space at its ends."""
    piece = mask[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, max(start, end - (len(piece) - len(piece.rstrip())))


class Painter:
    """Paints wikitext on a canvas: text, lists, styles and links; who knows templates paints those too."""

    def __init__(self, page: Markup, *, files: bool = False, citations: bool = False) -> None:
        """Begin with an empty canvas; ``files`` shows the names of files, ``citations`` writes citations out."""
        self.page = page
        self.text = page.text
        self.mask = page.mask
        self.files = files
        self.citations = citations
        self.saw_file = False
        self.lists = True
        self.ahead = Ahead((), 0, 0)
        self.skip = 0
        self.canvas = Canvas(page.text)
        self.style = Style()

    # ------------------------------------------------------------------ stretches

    def part(self, part: Part) -> None:
        """Paint the value of a template's argument, without the white space around it."""
        start, end = self.trim(part.value, part.end)
        self.stretch(start, end, part.children)

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch without the white space at its ends."""
        return trim(self.mask, start, end)

    def plain(self, part: Part) -> str:
        """Return the readable text of an argument, on a canvas of its own."""
        inner = type(self)(self.page)
        inner.part(part)
        return "".join(inner.canvas.pieces).strip()

    def stretch(self, start: int, end: int, nodes: Iterable[Node]) -> None:
        """Paint a stretch of the text with the brackets that stand in it; styles and lists end with it."""
        outer, self.style = self.style, Style()
        at = start
        bullets = _BULLETS.match(self.mask, start, end)
        if bullets and self.lists:
            self.open_item(bullets.group(), start)
            at = bullets.end()
        nodes = tuple(nodes)
        for place, node in enumerate(nodes):
            if node.start < at:
                continue
            if node.start > at:
                self.leaf(at, node.start)
            self.ahead, self.skip = Ahead(nodes, place + 1, end), 0
            self.node(node)
            at = max(node.end, self.skip)
            if node.kind == "[":
                self.trail(at)
        if end > at:
            self.leaf(at, end)
        self.end_line()
        self.style = outer

    def leaf(self, start: int, end: int) -> None:
        """Paint text without brackets."""
        mask, canvas, at = self.mask, self.canvas, start
        for found in _LEAF.finditer(mask, start, end):
            begin, stop = found.span()
            if begin > at:
                canvas.verbatim(at, begin)
            self.token(found.group(), begin, stop)
            at = stop
        if end > at:
            canvas.verbatim(at, end)

    def token(self, token: str, start: int, end: int) -> None:
        """Paint one piece of inline markup."""
        first = token[0]
        canvas = self.canvas
        if first in "\r\n":
            self.break_line(token, start, end)
        elif first == "'":
            self.quotes(len(token), start, end)
        elif first == "\x01":
            self.note(Span(start, end))
        elif first == "<":
            self.tag(token, start, end)
        elif first == "&":
            said = html.unescape(token)
            canvas.shown(" " if said.isspace() else said, start, end)
        elif first == "[":
            self.style.address = (canvas.length, token[1:].strip())
            if self.mask[end : end + 1] == "]":
                canvas.verbatim(*self.trim(start + 1, end))
        elif first == "]":
            self.end_address(start, end)
        elif first == "\x04":
            inner = _INNER.match(self.text, start, end)
            if inner:
                canvas.verbatim(*inner.span(1 if inner[1] is not None else 2))

    # ------------------------------------------------------------------ lines and lists

    def break_line(self, token: str, start: int, end: int) -> None:
        """End a line of the source: a new line before a list item or behind a blank line, else a space."""
        bullets = token.lstrip().lstrip("-").strip()
        if bullets and set(bullets) <= set("*#:;"):
            self.end_line()
            self.canvas.newline(start, end)
            self.open_item(bullets, start)
        elif token.count("\n") > 1 or self.style.level or "----" in token:
            self.end_line()
            self.canvas.newline(start, end)
        elif self.canvas.last not in " \n":
            self.canvas.shown(" ", start, end)

    def open_item(self, bullets: str, at: int) -> None:
        """Begin a list item, or a heading where the list's markup says so."""
        self.canvas.newline(at, at + 1)
        self.style.item = self.canvas.length
        self.style.level = len(bullets)
        self.style.heading = bullets[-1] == ";"

    def end_line(self) -> None:
        """End what does not go on over a line: bold, italic, external links, a list item."""
        style = self.style
        for kind, start in style.open.items():
            if start < self.canvas.length:
                self.canvas.mark(start, kind)
        style.open.clear()
        if style.address is not None:
            self.end_address(0, 0)
        if style.item is not None and style.item < self.canvas.length:
            self.canvas.mark(style.item, "heading" if style.heading else "item", 0 if style.heading else style.level)
        style.item, style.level, style.heading = None, 0, False

    # ------------------------------------------------------------------ inline markup

    def quotes(self, count: int, start: int, end: int) -> None:
        """Switch italic (two apostrophes), bold (three) or both (five); odd ones more are characters."""
        spare = {4: 1}.get(count, max(count - 5, 0))
        if spare:
            self.canvas.verbatim(start, start + spare)
        kinds = {2: ("italic",), 3: ("bold",)}.get(count - spare, ("italic", "bold"))
        for kind in kinds:
            self.switch(kind)

    def switch(self, kind: str) -> None:
        """Open a style that is closed, close one that is open."""
        opened = self.style.open.pop(kind, None)
        if opened is None:
            self.style.open[kind] = self.canvas.length
        elif opened < self.canvas.length:
            self.canvas.mark(opened, kind)

    def tag(self, token: str, start: int, end: int) -> None:
        """Let an HTML tag become a line break or a style, or vanish."""
        found = _TAG.match(token)
        if not found:
            return
        tag, closing = found[1].lower(), token[1] == "/"
        if tag in _BREAKS:
            self.end_line()
            self.canvas.newline(start, end)
        elif tag == "li":
            self.end_line()
            if not closing:
                self.canvas.newline(start, end)
                self.open_item("*", start)
        elif tag in _TYPOGRAPHY:
            kind = _TYPOGRAPHY[tag]
            if closing == (kind in self.style.open):
                self.switch(kind)

    def note(self, span: Span) -> None:
        """Leave the anchor of a footnote."""
        self.canvas.marks.append(Mark(Span(self.canvas.length, self.canvas.length), "note"))
        self.canvas.notes.append((self.canvas.length, span))

    def end_address(self, start: int, end: int) -> None:
        """Close an external link, or show the bracket of none."""
        if self.style.address is None:
            self.canvas.verbatim(start, end)
            return
        begin, address = self.style.address
        self.style.address = None
        self.canvas.mark(begin, f"url:{address}")

    # ------------------------------------------------------------------ brackets

    def node(self, node: Node) -> None:
        """Paint a template, a link or a table."""
        if node.kind == "[":
            self.link(node)
        elif node.kind == "{":
            self.template(node)

    def template(self, node: Node) -> None:
        """Paint a template; this painter knows none, and shows nothing."""

    def link(self, node: Node) -> None:
        """Paint a link's label; files and categories show nothing."""
        first = node.bars[0] if node.bars else node.end - 2
        written = self.mask[node.start + 2 : first]
        target = title(written)
        folded = target.lower()
        escaped = written.lstrip().startswith(":")
        if not escaped and folded.startswith(_FILES):
            self.file(node, target)
            return
        if not escaped and (folded.startswith(_NAMESPACES) or (_INTERWIKI.match(written) and not node.bars)):
            reason = "category" if folded.startswith("category:") else "interlanguage-link"
            self.canvas.vanished.append(Vanished(Span(node.start, node.end), target, "page", reason))
            return
        begin = self.canvas.length
        if node.bars and self.mask[first + 1 : node.end - 2].strip():
            last = node.bars[-1] if len(node.bars) > 1 else first
            if node.children or _LEAF.search(self.mask, last + 1, node.end - 2):
                self.lists = False
                self.stretch(last + 1, node.end - 2, [n for n in node.children if n.start > last])
                self.lists = True
            else:
                self.canvas.verbatim(*self.trim(last + 1, node.end - 2))
        else:
            low, high = self.trim(node.start + 2, first)
            low += len(self.mask[low:high]) - len(self.mask[low:high].lstrip(": "))
            if node.bars:
                high = low + len(re.sub(r"\s*(?:\([^()]*\)|,[^,]*)$", "", self.mask[low:high]))
            if "&" in self.mask[low:high]:
                self.leaf(low, high)
            else:
                self.canvas.verbatim(low, high)
        if self.canvas.length > begin and target:
            self.canvas.links.append(Link(Span(begin, self.canvas.length), target))

    def trail(self, at: int) -> None:
        """Stretch the link that ends here over the letters that follow it at once."""
        links = self.canvas.links
        if not links or links[-1].span.end != self.canvas.length:
            return
        letters = _TRAIL.match(self.mask, at)
        if letters:
            span = links[-1].span
            links[-1] = Link(Span(span.start, span.end + len(letters.group())), links[-1].target)

    def file(self, node: Node, target: str) -> None:
        """Show the name of a file where files are asked for."""
        self.saw_file = True
        self.canvas.vanished.append(Vanished(Span(node.start, node.end), target, "page", "image"))
        if self.files:
            first = node.bars[0] if node.bars else node.end - 2
            low, high = self.trim(node.start + 2, first)
            high = next((child.start for child in node.children if child.start < high), high)
            low += self.mask[low:high].find(":") + 1
            low, high = self.trim(low, high)
            self.canvas.newline(node.start, low)
            begin = self.canvas.length
            self.canvas.verbatim(low, high)
            self.canvas.links.append(Link(Span(begin, self.canvas.length), target))
            self.canvas.last = " "


@lru_cache(maxsize=4096)
def title(written: str) -> str:
    """Return the title of the page that a link leads to: spaces for underscores, the first letter a capital.

    >>> title("centre-right_politics"), title("#Ideology"), title(":Category:Parties")
    ('Centre-right politics', '#Ideology', 'Category:Parties')
    """
    plain = wikimarkup.bare(written)
    if "&" in plain:
        plain = html.unescape(plain)
    words = " ".join(plain.replace("_", " ").split()).removeprefix(":").strip()
    return words[:1].upper() + words[1:]
