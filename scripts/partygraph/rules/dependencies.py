"""The dependency rules of ontology/dependencies.tsv: how a parsed sentence says a fact, each with its example.

A rule stands at a verb or noun (its anchor) and fills its slots along paths of dependencies from there. A path is
``dep(lemma,lemma)/dep``; ``subject`` and ``patient`` stand for who does it and to whom it is done, wherever the
sentence says so first; paths with ``|`` between them are tried in turn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from partygraph.errors import Place, RuleError
from partygraph.resources import folder
from partygraph.rules.lexicon import rows
from partygraph.rules.phrases import Statement, statement

STEP = re.compile(r"([a-z]+)(?:\(([^)]*)\))?")
SLOT = re.compile(r"(\w+)(\?)?:([\w|-]+)=(\S+)")
COLUMNS = frozenset({"rule", "anchor", "slots", "states", "example", "reads"})


@dataclass(frozen=True, slots=True)
class Step:
    """One step along a dependency, to the words of some lemmas only where ``lemmas`` is not empty."""

    dependency: str
    lemmas: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Slot:
    """A part that a rule fills: with a mention of one of the kinds, found along the first path that leads to one."""

    name: str
    kinds: tuple[str, ...]
    paths: tuple[tuple[Step, ...], ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Dependency:
    """A dependency rule: the words and parts of speech that it stands at, its slots, and what it states."""

    name: str
    parts_of_speech: frozenset[str]
    lemmas: frozenset[str]
    slots: tuple[Slot, ...]
    statements: tuple[Statement, ...]
    example: str
    reads: tuple[str, ...]


@cache
def dependencies() -> tuple[Dependency, ...]:
    """Return all dependency rules in the order of the table.

    Raises:
        RuleError: a row is not well formed; the message names the file and the rule.
    """
    path = folder("ontology") / "dependencies.tsv"
    return tuple(_rule(row, path) for row in rows(path))


def path_of(text: str) -> tuple[Step, ...]:
    """Read a path.

    Raises:
        RuleError: it is none.

    >>> path_of("prep(in,on)/pobj")[1].dependency
    'pobj'
    """
    return tuple(_step(step, text) for step in text.split("/"))


def slot(text: str) -> Slot:
    """Read a slot, ``name:kind|kind=path|path``; ``name?`` may stay empty.

    Raises:
        RuleError: it is none.

    >>> slot("date?:date=prep(in)/pobj").optional
    True
    """
    found = SLOT.fullmatch(text)
    if found is None:
        raise RuleError(f"not a slot: {text!r}", remedy="Write name:kind=path, or name?:kind=path")
    name, optional, kinds, paths = found.groups()
    return Slot(name, tuple(kinds.split("|")), tuple(map(path_of, paths.split("|"))), bool(optional))


def _step(text: str, path: str) -> Step:
    found = STEP.fullmatch(text)
    if found is None:
        raise RuleError(f"not a step: {text!r} in {path!r}", remedy="Write dependency or dependency(lemma,lemma)")
    return Step(found[1], frozenset(found[2].split(",")) if found[2] else frozenset())


def _rule(row: dict[str, str], path: Path) -> Dependency:
    if row.keys() != COLUMNS:
        raise RuleError("not the columns of dependency rules", where=Place(str(path)), remedy=" ".join(sorted(COLUMNS)))
    part, _, lemmas = row["anchor"].partition(" ")
    try:
        return Dependency(
            name=row["rule"],
            parts_of_speech=frozenset({"VERB", "AUX"} if part == "verb" else {"NOUN", "PROPN"}),
            lemmas=frozenset(lemmas.split("|")),
            slots=tuple(map(slot, row["slots"].split())),
            statements=tuple(map(statement, row["states"].split(" ; "))),
            example=row["example"],
            reads=tuple(row["reads"].split(" ; ")),
        )
    except RuleError as error:
        where = Place(f"{path} ({row['rule']})")
        raise RuleError(error.what, where=where, remedy=error.remedy) from error
