r"""The language of phrase patterns: from text to a program that the matcher runs.

::

    {party} $was (founded|formed) [in {date}] [by {by:person|organisation}]

``word`` stands for itself, ``(a|b c)`` for one of its alternatives, ``[a]`` for a or nothing, ``$name`` for a word
class of the phrase tables, ``{name:kind|kind}`` for a mention of one of the kinds (``{kind}`` names the slot by its
kind), ``\(`` for a bracket of the text, ``^`` for the beginning of the sentence and ``$end`` for its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple
from typing import Literal as OneOf

from partygraph.errors import RuleError

AUXILIARIES = frozenset({"was", "were", "is", "are", "has", "have", "had", "been", "be", "being", "first"})
SIGNS = frozenset("\\([{$^|)]")
CLOSING = frozenset({")", "]"})
CLASS = re.compile(r"\$([\w-]+)")
LEXER = re.compile(r"\\[()]|\{[^}]*\}|\$[\w-]+|[()\[\]|^]|[^\s()\[\]{}|^$\\]+")


@dataclass(slots=True, eq=False)
class Step:
    """One instruction: match a word, fill a slot, go on at either of two places, or be done.

    ``split`` goes on at ``one`` and, if that fails, at ``two``; ``jump`` goes on at ``one``; ``switch`` matches any
    word of ``table`` and goes on where the table says, so that a choice among many wordings is one step.
    """

    op: OneOf["word", "switch", "slot", "split", "jump", "start", "end", "accept"]
    words: frozenset[str] = frozenset()
    table: Mapping[str, int] | None = None
    slot: str = ""
    kinds: frozenset[str] = frozenset()
    one: int = 0
    two: int = 0
    then: tuple[int, ...] = ()
    """The steps to try after this one, splits and jumps followed through, the last to try first."""
    ways: Mapping[str, tuple[int, ...]] | None = None
    """The same for each word of a switch."""


class Node(NamedTuple):
    """A part of a parsed pattern; the tables have ten thousand."""

    op: OneOf["word", "slot", "sequence", "choice", "switch", "option", "start", "end"]
    word: str = ""
    slot: str = ""
    kinds: frozenset[str] = frozenset()
    parts: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Program:
    """A compiled pattern; its steps are made when they are first asked for, as most sentences need few patterns.

    ``needs`` holds sets of which a sentence must contain at least one member each: words, or ``{kind}`` for mentions.
    """

    node: Node
    needs: tuple[frozenset[str], ...]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The instructions, each with those that come after it."""
        steps: list[Step] = []
        _emit(self.node, steps)
        steps.append(Step("accept"))
        return _followed(tuple(steps))

    @cached_property
    def entry(self) -> tuple[int, ...]:
        """The steps to begin with, the last to try first."""
        return _following(self.steps, 0)

    @cached_property
    def openers(self) -> frozenset[str]:
        """The words or kinds that a match can begin with."""
        return frozenset(name for head in _heads((self.node, None)) for name in _names(head.node))

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The words that can follow the first slot, and those that can follow an auxiliary behind it."""
        todo = [head.rest for head in _heads((self.node, None)) if head.node.op == "slot"]
        found: set[str] = set()
        seen: dict[int, Rest] = {}
        while todo:
            rest = todo.pop()
            if id(rest) in seen:
                continue
            seen[id(rest)] = rest
            for head in _heads(rest):
                if head.node.op == "word":
                    found.add(head.node.word)
                    if head.node.word in AUXILIARIES:
                        todo.append(head.rest)
        return frozenset(word for word in found if word.isalpha())


def compile_pattern(text: str, classes: Mapping[str, Sequence[str]]) -> Program:
    """Compile a pattern; ``classes`` gives the alternatives of each ``$name``, which may be patterns themselves.

    Raises:
        RuleError: brackets do not match, a class is unknown, or the pattern can match nothing at all.

    >>> sorted(compile_pattern("{party} (won|took) {number}", {}).needs[1])
    ['took', 'won']
    """
    node = parse(text, classes)
    needs = _needs(node)
    if not needs:
        raise RuleError(
            f"the pattern {text!r} would match anything", remedy="Give it a word or slot that must be there"
        )
    return Program(node, needs)


def _followed(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Tell each step what comes after it, so that the matcher never sees a split or a jump."""
    memory: dict[int, tuple[int, ...]] = {}

    def following(at: int) -> tuple[int, ...]:
        if at not in memory:
            memory[at] = _following(steps, at)
        return memory[at]

    for at, step in enumerate(steps):
        if step.table is not None:
            step.ways = {word: following(way) for word, way in step.table.items()}
        elif step.op in ("word", "slot", "start", "end"):
            step.then = following(at + 1)
    return steps


def _following(steps: tuple[Step, ...], at: int) -> tuple[int, ...]:
    """Return the steps reached from a place through splits and jumps alone, the last to try first."""
    found: list[int] = []
    todo = [at]
    while todo:
        here = todo.pop()
        step = steps[here]
        if step.op == "split":
            todo += [step.two, step.one]
        elif step.op == "jump":
            todo.append(step.one)
        elif here not in found:
            found.append(here)
    return tuple(reversed(found))


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
            branches.append(Node("sequence", parts=tuple(parts)))
            parts, at = [], at + 1
        elif token in CLOSING:
            break
        else:
            part, at = _part(tokens, at, classes, text)
            parts.append(part)
    branches.append(Node("sequence", parts=tuple(parts)))
    return (branches[0] if len(branches) == 1 else _choose(branches)), at


def _choose(branches: list[Node]) -> Node:
    """Make a choice in which the longer of two wordings is tried first ("coalition government" before "coalition")."""
    return Node("choice", parts=tuple(sorted(branches, key=lambda branch: -len(branch.parts))))


def _part(tokens: list[str], at: int, classes: Mapping[str, Sequence[str]], text: str) -> tuple[Node, int]:
    token = tokens[at]
    if token in ("(", "["):
        inner, end = _choice(tokens, at + 1, classes, text)
        if end >= len(tokens) or tokens[end] != {"(": ")", "[": "]"}[token]:
            raise RuleError(f"{token!r} is not closed in the pattern {text!r}")
        return (inner if token == "(" else Node("option", parts=(inner,))), end + 1
    if token.startswith("\\"):
        return Node("word", word=token[1:]), at + 1
    if token.startswith("{"):
        name, _, kinds = token[1:-1].partition(":")
        return Node("slot", slot=name, kinds=frozenset((kinds or name).split("|"))), at + 1
    if token == "^":
        return Node("start"), at + 1
    if token == "$end":
        return Node("end"), at + 1
    if token.startswith("$"):
        if token[1:] not in classes:
            raise RuleError(f"the pattern {text!r} uses the unknown word class {token}")
        return _class(token[1:], classes), at + 1
    return _word(token), at + 1


@cache
def _word(token: str) -> Node:
    return Node("word", word=token.lower())


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


def _emit(node: Node, steps: list[Step]) -> None:
    if node.op == "word":
        steps.append(Step("word", words=frozenset({node.word})))
    elif node.op == "slot":
        steps.append(Step("slot", slot=node.slot, kinds=node.kinds))
    elif node.op in ("start", "end"):
        steps.append(Step("start" if node.op == "start" else "end"))
    elif node.op == "switch":
        _emit_switch(node, steps)
    elif node.op == "sequence":
        for part in node.parts:
            _emit(part, steps)
    elif node.op == "option":
        at = len(steps)
        steps.append(Step("jump"))
        _emit(node.parts[0], steps)
        steps[at] = Step("split", one=at + 1, two=len(steps))
    else:
        _emit_choice(node, steps)


def _emit_choice(node: Node, steps: list[Step]) -> None:
    single = frozenset(word for part in node.parts if (word := _single_word(part)))
    if len(single) == len(set(node.parts)):
        # A choice among single words is one step: most of a pattern's choices are of this kind.
        steps.append(Step("word", words=single))
        return
    worded: dict[str, list[Node]] = {}
    others: list[Node] = []
    for part in node.parts:
        parts = part.parts if part.op == "sequence" else (part,)
        if parts and parts[0].op == "word":
            worded.setdefault(parts[0].word, []).append(Node("sequence", parts=parts[1:]))
        else:
            others.append(part)
    if len(worded) > 1:
        others.insert(0, Node("switch", parts=tuple(_branch(word, rests) for word, rests in worded.items())))
    else:
        others = list(node.parts)
    _emit_alternatives(others, steps)


def _branch(word: str, rests: list[Node]) -> Node:
    return Node("sequence", word=word, parts=(rests[0] if len(rests) == 1 else Node("choice", parts=tuple(rests)),))


def _emit_switch(node: Node, steps: list[Step]) -> None:
    at = len(steps)
    steps.append(Step("jump"))
    table: dict[str, int] = {}
    jumps: list[int] = []
    for branch in node.parts:
        table[branch.word] = len(steps)
        _emit(branch.parts[0], steps)
        jumps.append(len(steps))
        steps.append(Step("jump"))
    steps[at] = Step("switch", words=frozenset(table), table=table)
    for jump in jumps:
        steps[jump] = Step("jump", one=len(steps))


def _emit_alternatives(parts: list[Node], steps: list[Step]) -> None:
    jumps: list[int] = []
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        at = len(steps)
        if not last:
            steps.append(Step("jump"))
        _emit(part, steps)
        if not last:
            jumps.append(len(steps))
            steps.append(Step("jump"))
            steps[at] = Step("split", one=at + 1, two=len(steps))
    for at in jumps:
        steps[at] = Step("jump", one=len(steps))


def _single_word(node: Node) -> str:
    if node.op == "word":
        return node.word
    if node.op == "sequence" and len(node.parts) == 1:
        return _single_word(node.parts[0])
    return ""


def _needs(node: Node) -> tuple[frozenset[str], ...]:
    if node.op == "word":
        return (frozenset({node.word}),)
    if node.op == "slot":
        return (frozenset(f"{{{kind}}}" for kind in node.kinds),)
    if node.op == "sequence":
        needs: list[frozenset[str]] = []
        for part in node.parts:
            if part.op == "word":
                needs.append(frozenset({part.word}))
            elif part.op != "option":
                needs += _needs(part)
        return tuple(needs)
    return _choice_needs(node) if node.op == "choice" else ()


@cache
def _choice_needs(node: Node) -> tuple[frozenset[str], ...]:
    """Return the needs of a choice: one word of each branch; the word classes are asked again and again."""
    branches = [_needs(part) for part in node.parts]
    if not all(branches):
        return ()
    rarest = (branch[0] if len(branch) == 1 else min(branch, key=_rareness) for branch in branches)
    return (frozenset().union(*rarest),)


def _rareness(need: frozenset[str]) -> tuple[bool, int, list[str]]:
    return (any(word.startswith("{") for word in need), len(need), sorted(need))


Rest = tuple["Node", Any] | None
"""What follows a part of a pattern: the next part and what follows that."""


class Head(NamedTuple):
    """A word or slot that a pattern can go on with, and what follows it."""

    node: Node
    rest: Rest


def _heads(rest: Rest) -> Iterator[Head]:
    """Yield the words and slots that can come first."""
    if rest is None:
        return
    node, after = rest
    if node.op in ("word", "slot"):
        yield Head(node, after)
    elif node.op == "choice":
        for part in node.parts:
            yield from _heads((part, after))
    elif node.op in ("sequence", "option"):
        behind = after
        for part in reversed(node.parts):
            behind = (part, behind)
        yield from _heads(behind)
        if node.op == "option":
            yield from _heads(after)
    else:
        yield from _heads(after)


def _names(node: Node) -> tuple[str, ...]:
    return (node.word,) if node.op == "word" else tuple(f"{{{kind}}}" for kind in node.kinds)
