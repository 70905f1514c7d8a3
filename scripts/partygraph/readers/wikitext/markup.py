"""The brackets of wikitext: templates, links and tables as a tree of spans, found in one linear pass.

Nothing is read twice and nothing recurses, so that no input, however broken, costs more than its length: brackets
that never close become plain text, and brackets nested deeper than :data:`DEEPEST` are not opened at all.

The pass works on a *mask*: a copy of the text of equal length in which comments, references and other content that is
no wikitext are filled with control characters. Offsets into the mask are offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Literal as OneOf

DEEPEST = 40
"""How deep brackets may nest, which is as deep as real articles go and keeps the renderer's recursion flat."""

NOTE, COMMENT, RAW, OPAQUE = "\x01\x02", "\x03\x03", "\x04\x05", "\x06\x07"
"""How the mask shows what it hides: the first character of it, and the filling of the rest."""

_FOREIGN = {"nowiki": RAW, "pre": RAW, "ref": NOTE}
_OPENING = re.compile(
    r"<!--|<(ref|nowiki|pre|math|chem|gallery|score|timeline|syntaxhighlight|source|graph|mapframe|maplink|imagemap"
    r"|hiero|templatedata|inputbox)\b((?:[^<>/]|/(?!>)){0,2000})(/?)>",
    re.IGNORECASE,
)
_CLOSING: dict[str, re.Pattern[str]] = {}
_LAST_LINE = re.compile(r"\n[ \t]*\}\}[ \t\r]*(?=\n(?!\s*[|}*])|$)")
_KEY_LINE = re.compile(r"\n[ \t]*\|[^\n=|{}\[\]]{1,60}=")
_HIDDEN = re.compile("[\x01-\x07]+")
_CONTROLS = re.compile("[\x00-\x08]")
_BRACKET = re.compile(r"\{\{|\}\}|\[\[|\]\]|\||(?:^|\n)[ \t:*#]*(?=\{\|)|\n[ \t]*\|\}(?!\})")


@dataclass(slots=True)
class Node:
    """A pair of brackets: its kind by their first character, its place, the bars at its own level, what is in it."""

    kind: OneOf["{", "[", "t", ""]
    start: int
    end: int = -1
    bars: list[int] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between two bars: its key where it has one (``key=value``), the place of its value, its nodes.

    ``start`` is the place behind the bar; ``value`` that behind the equals sign, or ``start`` without one.
    """

    key: str | None
    start: int
    value: int
    end: int
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Markup:
    """A text with its mask and its brackets; ``unclosed`` are the templates that never end, outermost first."""

    text: str
    mask: str
    root: Node
    unclosed: tuple[int, ...]


def scan(text: str) -> Markup:
    """Find the brackets of a text.

    >>> [(node.kind, node.start, node.end) for node in scan("a {{b|[[c]]}} [[d").root.children]
    [('{', 2, 13)]
    """
    mask = cover(text)
    root, unclosed = _brackets(mask)
    return Markup(text, mask, root, unclosed)


def mended(page: Markup, start: int) -> tuple[Markup, tuple[int, ...]] | None:
    """Close a template of many lines that never ends because a bracket inside one of its arguments never does.

    Returns the page with the brackets at fault taken as plain text, and their places; None if that does not help.
    """
    stop = _LAST_LINE.search(page.mask, start)
    if stop is None:
        return None
    faults: list[int] = []
    cuts = [found.start() for found in _KEY_LINE.finditer(page.mask, start, stop.start())]
    for begin, end in pairwise([*cuts, stop.start()]):
        faults += (begin + at for at in _brackets(page.mask[begin:end])[1])
    mask = list(page.mask)
    for at in faults:
        mask[at : at + 2] = "\x1a\x1a"
    root, unclosed = _brackets("".join(mask))
    if start in unclosed or not faults:
        return None
    return Markup(page.text, "".join(mask), root, unclosed), tuple(faults)


def cover(text: str) -> str:
    """Return the mask of a text: equally long, with comments, references and foreign content filled in."""
    source = _CONTROLS.sub("\x1a", text) if _CONTROLS.search(text) else text
    pieces: list[str] = []
    hopeless: set[str] = set()
    at = 0
    while found := _OPENING.search(source, at):
        start, after = found.span()
        tag = (found[1] or "").lower()
        if not tag:
            end = source.find("-->", after)
            fill, end = COMMENT, len(source) if end < 0 else end + 3
        else:
            fill = _FOREIGN.get(tag, OPAQUE)
            end = after if found[3] else _close(source, tag, after, hopeless)
        pieces += (source[at:start], fill[0], fill[1] * (end - start - 1))
        at = end
    pieces.append(source[at:])
    return "".join(pieces)


def _close(source: str, tag: str, after: int, hopeless: set[str]) -> int:
    """Return where the content of an opened tag ends; one that is opened again before it closes ends at once."""
    if tag in hopeless:
        return after
    if tag not in _CLOSING:
        _CLOSING[tag] = re.compile(rf"(</{tag}\s*>)|<{tag}\b(?:[^<>/]|/(?!>)){{0,2000}}>", re.IGNORECASE)
    found = _CLOSING[tag].search(source, after)
    if found is None:
        hopeless.add(tag)
        return after
    return found.end() if found[1] else after


def _brackets(mask: str) -> tuple[Node, tuple[int, ...]]:
    root = Node("", 0, len(mask))
    stack = [root]
    opened = {"{": 0, "[": 0, "t": 0}
    ignored = {"{": 0, "[": 0, "t": 0}
    unclosed: list[int] = []

    def close(kind: OneOf["{", "[", "t"], end: int) -> None:
        if ignored[kind]:
            ignored[kind] -= 1
            return
        if not opened[kind] or (kind == "[" and stack[-1].kind != "["):
            return
        while (node := stack.pop()).kind != kind:
            opened[node.kind] -= 1
            _dissolve(node, stack[-1])
        opened[kind] -= 1
        node.end = end
        stack[-1].children.append(node)

    for found in _BRACKET.finditer(mask):
        token = found.group()
        if token == "|":
            stack[-1].bars.append(found.start())
        elif token == "}}":
            close("{", found.end())
        elif token == "]]":
            close("[", found.end())
        elif token[-2:] == "|}":
            close("t", found.end())
        else:
            kind: OneOf["{", "[", "t"] = "{" if token == "{{" else "[" if token == "[[" else "t"
            if len(stack) > DEEPEST:
                ignored[kind] += 1
                continue
            opened[kind] += 1
            stack.append(Node(kind, found.end() if kind == "t" else found.start()))
    while len(stack) > 1:
        node = stack.pop()
        if node.kind == "{":
            unclosed.append(node.start)
        _dissolve(node, stack[-1])
    return root, tuple(reversed(unclosed))


def _dissolve(node: Node, parent: Node) -> None:
    """Give what an unclosed bracket holds to the bracket around it."""
    if len(parent.children) + len(parent.bars) == 0:
        parent.children, parent.bars = node.children, node.bars
        return
    parent.children += node.children
    parent.bars += node.bars


def name(node: Node, mask: str) -> str:
    """Return the folded name of a template: lower case, single spaces, no namespace; empty where it is computed.

    >>> page = scan("{{ Infobox_political party <!-- here --> | name = A }}")
    >>> name(page.root.children[0], page.mask)
    'infobox political party'
    """
    end = node.bars[0] if node.bars else node.end - 2
    if node.children and node.children[0].start < end:
        return ""
    return fold(mask[node.start + 2 : end])


@lru_cache(maxsize=4096)
def fold(written: str) -> str:
    """Fold a template's name as it is written."""
    return bare(written).replace("_", " ").lower().removeprefix("template:").strip()


@lru_cache(maxsize=4096)
def bare(masked: str) -> str:
    """Return a masked text without what the mask hides, with single spaces."""
    return " ".join(_HIDDEN.sub(" ", masked).split())


def parts(node: Node, mask: str) -> Iterator[Part]:
    """Yield what stands behind each bar of a template, in the order of the text."""
    edges = [*node.bars, node.end - 2]
    nodes = node.children
    at = 0
    while at < len(nodes) and nodes[at].start < edges[0]:
        at += 1
    for bar, end in pairwise(edges):
        first = at
        while at < len(nodes) and nodes[at].start < end:
            at += 1
        inner = tuple(nodes[first:at])
        equals = _equals(mask, bar + 1, end, inner)
        if equals < 0:
            yield Part(None, bar + 1, bar + 1, end, inner)
        else:
            behind = tuple(child for child in inner if child.start > equals)
            yield Part(bare(mask[bar + 1 : equals]), bar + 1, equals + 1, end, behind)


def _equals(mask: str, start: int, end: int, inner: tuple[Node, ...]) -> int:
    for node in inner:
        found = mask.find("=", start, node.start)
        if found >= 0:
            return found
        start = node.end
    return mask.find("=", start, end)
