r"""The language of phrase patterns: from text to a tree, and what a sentence must have for it.

::

    {party} $was (founded|formed) [in {date}] [by {by:person|organisation}]

``word`` stands for itself, ``(a|b c)`` for one of its alternatives, ``[a]`` for a or nothing, ``$name`` for a word
class of the phrase tables, ``{name:kind|kind}`` for a mention of one of the kinds (``{kind}`` names the slot by its
kind), ``\(`` for a bracket of the text, ``^`` for the beginning of the sentence and ``$end`` for its end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, wraps
from typing import Literal as OneOf
from typing import NamedTuple, TypeVar

from partygraph.errors import RuleError

SIGNS = frozenset("\\([{$^|)]")
CLOSING = frozenset({")", "]"})
CLASS = re.compile(r"\$([\w-]+)")
LEXER = re.compile(r"\\[()]|\{[^}]*\}|\$[\w-]+|[()\[\]|^]|[^\s()\[\]{}|^$\\]+")


Operation = OneOf["word", "slot", "sequence", "choice", "option", "start", "end"]


class Node(NamedTuple):
    """A part of a parsed pattern; the tables have ten thousand. Parts that are alike are one: see :func:`make`."""

    op: Operation
    word: str = ""
    slot: str = ""
    kinds: frozenset[str] = frozenset()
    parts: tuple[Node, ...] = ()


Alike = tuple[str, str, str, frozenset[str], tuple[int, ...]]
_MADE: dict[Alike, Node] = {}


def make(
    op: Operation, *, word: str = "", slot: str = "", kinds: frozenset[str] = frozenset(), parts: tuple[Node, ...] = ()
) -> Node:
    """Return the one part of its kind: what is alike has the same identity, and is kept."""
    alike = (op, word, slot, kinds, tuple(map(id, parts)))
    known = _MADE.get(alike)
    if known is None:
        known = _MADE[alike] = Node(op, word, slot, kinds, parts)
    return known


Found = TypeVar("Found")


def once(find: Callable[[Node], Found]) -> Callable[[Node], Found]:
    """Remember what a function finds of each part, by the part's identity: to compare trees takes longer than that."""
    known: dict[int, Found] = {}

    @wraps(find)
    def look(node: Node) -> Found:
        if id(node) not in known:
            known[id(node)] = find(node)
        return known[id(node)]

    return look


def parse(text: str, classes: Mapping[str, Sequence[str]]) -> Node:
    """Parse a pattern into a tree.

    Raises:
        RuleError: brackets do not match or a class is unknown.
    """
    tokens = LEXER.findall(text)
    node, at = _choice(tokens, 0, classes, text)
    if at != len(tokens):
        raise RuleError(f"unmatched {tokens[at]!r} in the pattern {text!r}")
    return node


def _choice(tokens: list[str], at: int, classes: Mapping[str, Sequence[str]], text: str) -> tuple[Node, int]:
    branches: list[Node] = []
    parts: list[Node] = []
    while at < len(tokens):
        token = tokens[at]
        if token[0] not in SIGNS:
            parts.append(_word(token))
            at += 1
        elif token == "|":
            branches.append(make("sequence", parts=tuple(parts)))
            parts, at = [], at + 1
        elif token in CLOSING:
            break
        else:
            part, at = _part(tokens, at, classes, text)
            parts.append(part)
    branches.append(make("sequence", parts=tuple(parts)))
    return (branches[0] if len(branches) == 1 else _choose(branches)), at


def _choose(branches: list[Node]) -> Node:
    """Make a choice in which the longer of two wordings is tried first ("coalition government" before "coalition")."""
    return make("choice", parts=tuple(sorted(branches, key=lambda branch: -len(branch.parts))))


def _part(tokens: list[str], at: int, classes: Mapping[str, Sequence[str]], text: str) -> tuple[Node, int]:
    token = tokens[at]
    if token in ("(", "["):
        inner, end = _choice(tokens, at + 1, classes, text)
        if end >= len(tokens) or tokens[end] != {"(": ")", "[": "]"}[token]:
            raise RuleError(f"{token!r} is not closed in the pattern {text!r}")
        return (inner if token == "(" else make("option", parts=(inner,))), end + 1
    if token.startswith("\\"):
        return make("word", word=token[1:]), at + 1
    if token.startswith("{"):
        name, _, kinds = token[1:-1].partition(":")
        return make("slot", slot=name, kinds=frozenset((kinds or name).split("|"))), at + 1
    if token == "^":
        return make("start"), at + 1
    if token == "$end":
        return make("end"), at + 1
    if token.startswith("$"):
        if token[1:] not in classes:
            raise RuleError(f"the pattern {text!r} uses the unknown word class {token}")
        return _class(token[1:], classes), at + 1
    return _word(token), at + 1


@cache
def _word(token: str) -> Node:
    return make("word", word=token.lower())


def _class(name: str, classes: Mapping[str, Sequence[str]]) -> Node:
    """Parse a word class once: those of the phrase tables are many times as long as the patterns that use them."""
    wordings = tuple(classes[name])
    return _parsed_class(wordings, tuple(sorted(_inside(wordings, classes).items())))


def _inside(wordings: Sequence[str], classes: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return the classes that the wordings of a class use, and those that these use."""
    found: dict[str, tuple[str, ...]] = {}
    for other in CLASS.findall(" ".join(wordings)):
        if other in classes and other not in found:
            found[other] = tuple(classes[other])
            found |= _inside(found[other], classes)
    return found


@cache
def _parsed_class(wordings: tuple[str, ...], inside: tuple[tuple[str, tuple[str, ...]], ...]) -> Node:
    classes = dict(inside)
    return _choose([parse(wording, classes) for wording in wordings])


def needs(node: Node) -> tuple[frozenset[str], ...]:
    """Return sets of which a sentence must have at least one member each: words, or ``{kind}`` for mentions."""
    if node.op == "word":
        return (frozenset({node.word}),)
    if node.op == "slot":
        return (frozenset(f"{{{kind}}}" for kind in node.kinds),)
    if node.op == "sequence":
        found: list[frozenset[str]] = []
        for part in node.parts:
            if part.op == "word":
                found.append(frozenset({part.word}))
            elif part.op != "option":
                found += needs(part)
        return tuple(found)
    return _choice_needs(node) if node.op == "choice" else ()


@once
def _choice_needs(node: Node) -> tuple[frozenset[str], ...]:
    """Return the needs of a choice: one word of each branch; the word classes are asked again and again."""
    branches = [needs(part) for part in node.parts]
    rarest = (branch[0] if len(branch) == 1 else min(branch, key=_rareness) for branch in branches)
    return (frozenset().union(*rarest),) if all(branches) else ()


def _rareness(need: frozenset[str]) -> tuple[bool, int, list[str]]:
    return (any(word.startswith("{") for word in need), len(need), sorted(need))
