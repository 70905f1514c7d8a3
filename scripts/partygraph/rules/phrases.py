"""The phrase rules of ontology/phrases: how a sentence says a fact, each with the sentences that show it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal as OneOf

from partygraph.errors import RuleError
from partygraph.resources import folder
from partygraph.rules.predicates import predicates, qualifiers
from partygraph.rules.programs import Program, compile_pattern
from partygraph.rules.turtle import Block, read_blocks

Policy = OneOf["event", "presupposed"]
Standing = OneOf["as-said", "asserted", "candidate", "claim", "inferred"]
STATUSES: dict[str, Standing] = {
    "asserted:": "asserted",
    "candidate:": "candidate",
    "claim:": "claim",
    "inferred:": "inferred",
}
TERM = re.compile(r"'[^']*'|\{[^}]*\}|\S+")


@dataclass(frozen=True, slots=True)
class Value:
    """Where a part of a statement comes from: a constant, or the first slot of several that is filled."""

    constant: str = ""
    slots: tuple[str, ...] = ()
    roots: frozenset[str] = frozenset()
    """The names of the slots that the paths begin at."""

    def is_given_by(self, slots: Mapping[str, object]) -> bool:
        """Tell whether slots can fill it at all."""
        return bool(self.constant) or not self.roots.isdisjoint(slots)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a phrase states: ``{party} leader {person} | role={role} current='false'``."""

    subject: Value
    predicate: str
    object: Value
    qualifiers: tuple[tuple[str, Value], ...]
    status: Standing = "as-said"
    """``as-said`` bows to hedges; ``asserted`` holds whatever is claimed around it."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of an article with that title and the rows that all rules together must read from it.

    A row is ``subject | predicate | object | k=v;k=v``. A counterexample has none of this rule.
    """

    title: str
    text: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase rule: its patterns, what they state, and how it bows to negation, plans and hedges.

    The policy ``event`` blocks, drops or weakens; ``presupposed`` is for what a noun phrase takes for granted
    whatever the verb around it ("Democrat Ann Lee").
    """

    name: str
    patterns: tuple[str, ...]
    programs: tuple[Program, ...]
    statements: tuple[Statement, ...]
    policy: Policy
    outranks: frozenset[str]
    """Rules that keep silent about words that this one has read."""
    shown: tuple[str, ...]
    """The examples as they are written."""
    denied: tuple[str, ...]

    @property
    def examples(self) -> tuple[Example, ...]:
        """The sentences that show the rule."""
        return tuple(map(_example, self.shown))

    @property
    def counterexamples(self) -> tuple[Example, ...]:
        """The sentences that the rule must not read."""
        return tuple(map(_example, self.denied))


@cache
def phrases() -> tuple[Phrase, ...]:
    """Return all phrase rules, by file name and then in the order of the file.

    Raises:
        RuleError: a pattern or statement is not well formed; the message has the file and line.
    """
    classes = word_classes()
    return tuple(_phrase(block, classes) for block in _blocks() if "rule:Phrase" in block.types)


@cache
def word_classes() -> Mapping[str, tuple[str, ...]]:
    """Return the word classes that patterns share, by name."""
    return {
        block.value("rule:name"): block.values("rule:word") for block in _blocks() if "rule:WordClass" in block.types
    }


@cache
def _blocks() -> tuple[Block, ...]:
    files = sorted((folder("ontology") / "phrases").glob("*.ttl"))
    return tuple(block for path in files for block in read_blocks(path))


def _phrase(block: Block, classes: Mapping[str, tuple[str, ...]]) -> Phrase:
    patterns = block.values("rule:pattern")
    try:
        programs = tuple(compile_pattern(pattern, classes) for pattern in patterns)
        statements = tuple(statement(text) for text in block.values("rule:states"))
    except RuleError as error:
        raise RuleError(error.what, where=block.where, remedy=error.remedy) from error
    policy = block.value("rule:policy", "event")
    if policy not in ("event", "presupposed"):
        raise RuleError(f"unknown policy {policy!r}", where=block.where, remedy="Use event or presupposed")
    return Phrase(
        name=block.value("rule:name"),
        patterns=patterns,
        programs=programs,
        statements=statements,
        policy="presupposed" if policy == "presupposed" else "event",
        outranks=frozenset(block.values("rule:outranks")),
        shown=block.values("rule:example"),
        denied=block.values("rule:counterexample"),
    )


def statement(text: str) -> Statement:
    """Read a statement template.

    Raises:
        RuleError: a predicate or qualifier is not in the table of predicates.

    >>> statement("{party} ballotAccess 'gained' | date={date|when}").object.constant
    'gained'
    """
    main, _, rest = text.partition(" | ")
    terms = TERM.findall(main)
    status = terms.pop(0)[:-1] if terms[0] in STATUSES else "as-said"
    if len(terms) != 3 or terms[1] not in predicates():
        raise RuleError(f"not a statement: {text!r}", remedy="Write SUBJECT predicate OBJECT | qualifier=VALUE")
    pairs = tuple(_pair(item, text) for item in re.findall(r"\w+=(?:'[^']*'|\{[^}]*\}|\S+)", rest))
    return Statement(
        subject=_value(terms[0]),
        predicate=terms[1],
        object=_value(terms[2]),
        qualifiers=pairs,
        status=STATUSES.get(f"{status}:", "as-said"),
    )


def _pair(item: str, text: str) -> tuple[str, Value]:
    name, _, value = item.partition("=")
    if name not in qualifiers():
        raise RuleError(f"unknown qualifier {name!r} in {text!r}", remedy="See ontology/predicates.ttl")
    return name, _value(value)


def _value(term: str) -> Value:
    if term.startswith("{"):
        paths = tuple(term[1:-1].split("|"))
        return Value(slots=paths, roots=frozenset(re.split(r"[.#@]", path)[0] for path in paths))
    return Value(constant=term.strip("'"))


def _example(text: str) -> Example:
    first, *rows = [line.strip() for line in text.strip().splitlines()]
    title, colon, sentence = first.partition(":: ")
    if not colon:
        title, sentence = "Blue Party", first
    return Example(title.strip(), sentence.strip(), tuple(row for row in rows if row))
