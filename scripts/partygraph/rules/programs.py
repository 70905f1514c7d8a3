"""Programs: what the matcher runs for a pattern, made as far as sentences ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple
from typing import Literal as OneOf

from partygraph.errors import RuleError
from partygraph.rules.patterns import Node, needs, parse

AUXILIARIES = frozenset({"was", "were", "is", "are", "has", "have", "had", "been", "be", "being", "first"})

POSSESSORS = frozenset({"own-possessor", "possessor"})
COMMON = frozenset({"was", "were", "is", "are", "had", "has", "have"})
"""What so many patterns go on with behind the subject that it does not tell them apart."""


@dataclass(slots=True, eq=False)
class Step:
    """One instruction: match a word, fill a slot, go on at either of two places, or be done.

    ``split`` goes on at ``one`` and, if that fails, at ``two``; ``jump`` goes on at ``one``; ``switch`` matches any
    word of ``branches`` and goes on with what stands behind it, so that a choice among many wordings is one step.
    """

    op: OneOf["word", "switch", "slot", "split", "jump", "start", "end", "accept"]
    words: frozenset[str] = frozenset()
    branches: Mapping[str, Node] | None = None
    slot: str = ""
    kinds: frozenset[str] = frozenset()
    one: int = 0
    two: int = 0
    then: tuple[int, ...] = ()
    """The steps to try after this one, splits and jumps followed through, the last to try first."""
    ways: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """The same for each word of a switch that a sentence has had."""


@dataclass(frozen=True)
class Program:
    """A compiled pattern; its steps are made when they are first asked for, as most sentences need few patterns.

    ``needs`` holds sets of which a sentence must contain at least one member each: words, or ``{kind}`` for mentions.
    """

    node: Node
    needs: tuple[frozenset[str], ...]

    @cached_property
    def steps(self) -> list[Step]:
        """The instructions, each with those that come after it; more are added as switches are opened."""
        steps: list[Step] = []
        _emit(self.node, steps)
        steps.append(Step("accept"))
        _follow(steps, 0)
        return steps

    @cached_property
    def entry(self) -> tuple[int, ...]:
        """The steps to begin with, the last to try first."""
        return _following(self.steps, 0)

    def way(self, at: int, word: str) -> tuple[int, ...]:
        """Return the steps behind a word of the switch at a place, which are made when a sentence first has it."""
        steps = self.steps
        step = steps[at]
        known = step.ways.get(word)
        if known is None and step.branches is not None:
            start = len(steps)
            _emit(step.branches[word], steps)
            steps.append(Step("jump", one=at + 1))
            _follow(steps, start)
            known = step.ways[word] = _following(steps, start)
        return known or ()

    @cached_property
    def slots(self) -> frozenset[str]:
        """The names of the slots that a match can fill."""
        found: set[str] = set()
        todo = [self.node]
        while todo:
            node = todo.pop()
            todo += node.parts
            if node.op == "slot":
                found.add(node.slot)
        return frozenset(found)

    @cached_property
    def openers(self) -> frozenset[str]:
        """The words or kinds that a match can begin with."""
        return frozenset(name for head in _heads((self.node, None)) for name in _names(head.node))

    @cached_property
    def seconds(self) -> Mapping[str, frozenset[str] | None]:
        """The words or kinds that can follow each opener; none for one behind which a match can end.

        A form of "be" or "have" that has to go on stands there with what follows it: "was founded".
        """
        found: dict[str, frozenset[str] | None] = {}
        for head in _heads((self.node, None)):
            behind = _first_of(head.rest)
            names = None if behind.may_be_nothing else _with_next(behind.names, head.rest)
            for name in _names(head.node):
                known = found.get(name, frozenset())
                found[name] = None if names is None or known is None else known | names
        return found

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The words that can follow the first slot, and those that can follow an auxiliary behind it.

        Behind a possessor stands a noun, which is none: "its dissolution".
        """
        return self._followers(POSSESSORS)

    @cached_property
    def followers(self) -> frozenset[str]:
        """The same with the nouns behind a possessor."""
        return self._followers(frozenset())

    def _followers(self, without: frozenset[str]) -> frozenset[str]:
        heads = (head for head in _heads((self.node, None)) if head.node.op == "slot")
        todo = [head.rest for head in heads if head.node.kinds.isdisjoint(without)]
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
    needed = needs(node)
    if not needed:
        raise RuleError(
            f"the pattern {text!r} would match anything", remedy="Give it a word or slot that must be there"
        )
    return Program(node, needed)


# --------------------------------------------------------------------------- from the tree to steps


def _emit(node: Node, steps: list[Step]) -> None:
    if node.op == "word":
        steps.append(Step("word", words=frozenset({node.word})))
    elif node.op == "slot":
        steps.append(Step("slot", slot=node.slot, kinds=node.kinds))
    elif node.op in ("start", "end"):
        steps.append(Step("start" if node.op == "start" else "end"))
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


class Sorted(NamedTuple):
    """The alternatives of a choice: single words, wordings by their first word, and the rest; the node is kept."""

    node: Node
    single: frozenset[str]
    worded: Mapping[str, Node]
    others: tuple[Node, ...]


_SORTED: dict[int, Sorted] = {}
"""The choices that have been sorted, by the identity of the node: those of word classes come again and again."""


def _sorted(node: Node) -> Sorted:
    known = _SORTED.get(id(node))
    if known is None:
        known = _SORTED[id(node)] = _sort(node)
    return known


def _sort(node: Node) -> Sorted:
    single = frozenset(word for part in node.parts if (word := _single_word(part)))
    if len(single) == len(set(node.parts)):
        return Sorted(node, single, {}, ())
    worded: dict[str, list[Node]] = {}
    others: list[Node] = []
    for part in node.parts:
        parts = part.parts if part.op == "sequence" else (part,)
        if parts and parts[0].op == "word":
            worded.setdefault(parts[0].word, []).append(Node("sequence", parts=parts[1:]))
        else:
            others.append(part)
    if len(worded) < 2:
        return Sorted(node, frozenset(), {}, node.parts)
    rests = {word: rest[0] if len(rest) == 1 else Node("choice", parts=tuple(rest)) for word, rest in worded.items()}
    return Sorted(node, frozenset(), rests, tuple(others))


def _emit_choice(node: Node, steps: list[Step]) -> None:
    known = _sorted(node)
    if known.single:
        # A choice among single words is one step: most of a pattern's choices are of this kind.
        steps.append(Step("word", words=known.single))
        return
    jumps: list[int] = []
    number = len(known.others) + bool(known.worded)
    for part in range(number):
        last = part == number - 1
        at = len(steps)
        if not last:
            steps.append(Step("jump"))
        if known.worded and part == 0:
            steps.append(Step("switch", words=frozenset(known.worded), branches=known.worded))
        else:
            _emit(known.others[part - bool(known.worded)], steps)
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


def _follow(steps: list[Step], start: int) -> None:
    """Tell each step from a place on what comes after it, so that the matcher never sees a split or a jump."""
    memory: dict[int, tuple[int, ...]] = {}
    for at in range(start, len(steps)):
        if steps[at].op in ("word", "slot", "start", "end"):
            if at + 1 not in memory:
                memory[at + 1] = _following(steps, at + 1)
            steps[at].then = memory[at + 1]


def _following(steps: Sequence[Step], at: int) -> tuple[int, ...]:
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


# --------------------------------------------------------------------------- what a pattern begins with


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


class First(NamedTuple):
    """What a part of a pattern can begin with, and whether it can match nothing at all."""

    names: frozenset[str]
    may_be_nothing: bool


_FIRST: dict[int, tuple[Node, First]] = {}
"""What choices begin with, by the identity of the node."""
NOTHING = First(frozenset(), may_be_nothing=True)


def _first_of(rest: Rest) -> First:
    names: frozenset[str] = frozenset()
    while rest is not None:
        node, rest = rest
        first = _first(node)
        names |= first.names
        if not first.may_be_nothing:
            return First(names, may_be_nothing=False)
    return First(names, may_be_nothing=True)


def _with_next(names: frozenset[str], rest: Rest) -> frozenset[str]:
    """Put what follows a common form of "be" or "have" behind it."""
    if names.isdisjoint(COMMON):
        return names
    found = set(names - COMMON)
    for head in _heads(rest):
        if head.node.word in COMMON:
            behind = _first_of(head.rest)
            found.update(f"{head.node.word} {name}" for name in behind.names)
            if behind.may_be_nothing:
                found.add(head.node.word)
    return frozenset(found)


def _first(node: Node) -> First:
    if node.op in ("word", "slot"):
        return First(frozenset(_names(node)), may_be_nothing=False)
    if node.op == "sequence":
        behind: Rest = None
        for part in reversed(node.parts):
            behind = (part, behind)
        return _first_of(behind)
    if node.op == "option":
        return First(_first(node.parts[0]).names, may_be_nothing=True)
    return _first_of_choice(node) if node.op == "choice" else NOTHING


def _first_of_choice(node: Node) -> First:
    known = _FIRST.get(id(node))
    if known is None:
        firsts = [_first(part) for part in node.parts]
        names = frozenset().union(*(first.names for first in firsts))
        known = _FIRST[id(node)] = (node, First(names, any(first.may_be_nothing for first in firsts)))
    return known[1]


def _names(node: Node) -> tuple[str, ...]:
    return (node.word,) if node.op == "word" else tuple(f"{{{kind}}}" for kind in node.kinds)
