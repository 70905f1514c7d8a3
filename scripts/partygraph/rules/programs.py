"""Programs: what the matcher asks of a pattern, made as far as sentences ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from partygraph.errors import RuleError
from partygraph.rules.patterns import Node, make, needs, once, parse

AUXILIARIES = frozenset({"was", "were", "is", "are", "has", "have", "had", "been", "be", "being", "first"})

POSSESSORS = frozenset({"own-possessor", "possessor"})
COMMON = frozenset({"was", "were", "is", "are", "had", "has", "have"})
"""What so many patterns go on with behind the subject that it does not tell them apart."""


@dataclass(frozen=True)
class Program:
    """A compiled pattern; what it is asked for is made then, as most sentences need few patterns.

    ``needs`` holds sets of which a sentence must contain at least one member each: words, or ``{kind}`` for mentions.
    """

    node: Node
    needs: tuple[frozenset[str], ...]

    @cached_property
    def parts(self) -> tuple[Node, ...]:
        """The parts of the pattern that follow one another."""
        return tuple(_flat(self.node))

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


def _flat(node: Node) -> Iterator[Node]:
    if node.op != "sequence":
        yield node
        return
    for part in node.parts:
        yield from _flat(part)


# --------------------------------------------------------------------------- choices


class Sorted(NamedTuple):
    """The alternatives of a choice: single words, wordings by their first word, and the rest."""

    single: frozenset[str]
    worded: Mapping[str, Node]
    others: tuple[Node, ...]


@once
def sort_choice(node: Node) -> Sorted:
    """Sort the alternatives of a choice, so that a choice among many wordings is one look at a word."""
    single = frozenset(word for part in node.parts if (word := _single_word(part)))
    if len(single) == len(set(map(id, node.parts))):
        return Sorted(single, {}, ())
    worded: dict[str, list[Node]] = {}
    others: list[Node] = []
    for part in node.parts:
        parts = part.parts if part.op == "sequence" else (part,)
        if parts and parts[0].op == "word":
            worded.setdefault(parts[0].word, []).append(make("sequence", parts=parts[1:]))
        else:
            others.append(part)
    if len(worded) < 2:
        return Sorted(frozenset(), {}, node.parts)
    rests = {word: rest[0] if len(rest) == 1 else make("choice", parts=tuple(rest)) for word, rest in worded.items()}
    return Sorted(frozenset(), rests, tuple(others))


def _single_word(node: Node) -> str:
    if node.op == "word":
        return node.word
    if node.op == "sequence" and len(node.parts) == 1:
        return _single_word(node.parts[0])
    return ""


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
        yield from _heads(_behind(node.parts, after))
        if node.op == "option":
            yield from _heads(after)
    else:
        yield from _heads(after)


class First(NamedTuple):
    """What a part of a pattern can begin with, and whether it can match without taking a word or mention."""

    names: frozenset[str]
    may_be_nothing: bool


NOTHING = First(frozenset(), may_be_nothing=True)


@once
def first(node: Node) -> First:
    """Return the words and kinds that a part of a pattern can begin with."""
    if node.op in ("word", "slot"):
        return First(frozenset(_names(node)), may_be_nothing=False)
    if node.op == "sequence":
        return _first_of(_behind(node.parts, None))
    if node.op == "option":
        return First(first(node.parts[0]).names, may_be_nothing=True)
    if node.op == "choice":
        firsts = [first(part) for part in node.parts]
        names = frozenset().union(*(one.names for one in firsts))
        return First(names, any(one.may_be_nothing for one in firsts))
    return NOTHING


def opening(parts: Iterable[Node]) -> frozenset[str]:
    """Return the words or kinds that parts which follow one another can begin with."""
    return _first_of(_behind(tuple(parts), None)).names


def _behind(parts: Sequence[Node], rest: Rest) -> Rest:
    for part in reversed(parts):
        rest = (part, rest)
    return rest


def _first_of(rest: Rest) -> First:
    names: frozenset[str] = frozenset()
    while rest is not None:
        node, rest = rest
        one = first(node)
        names |= one.names
        if not one.may_be_nothing:
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


def _names(node: Node) -> tuple[str, ...]:
    return (node.word,) if node.op == "word" else tuple(f"{{{kind}}}" for kind in node.kinds)
