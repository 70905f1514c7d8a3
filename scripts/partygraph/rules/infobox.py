"""The infobox rules of ontology/infobox.ttl: which key says which predicate, with its companions and examples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from partygraph.errors import RuleError
from partygraph.resources import folder
from partygraph.rules.predicates import predicates
from partygraph.rules.turtle import Block, read_blocks


@dataclass(frozen=True, slots=True)
class InfoboxRule:
    """One meaning and the keys that have it.

    ``states`` is the predicate, empty where ``left_out`` (a reason) says that the keys state nothing. ``role`` is a
    constant of the rule. ``title_key`` is the key whose value, of the same number, names what ``title_as`` says (the
    ``role``, the ``body``, the ``title``); ``year_key`` and ``lang_key`` qualify in the same way. ``title_means`` holds
    words of a title and the predicate that they tell more exactly than the key: ``youth*`` is the beginning of any
    word of the title, ``founder`` the whole title.
    """

    name: str
    keys: tuple[str, ...]
    states: str
    left_out: str
    role: str
    title_key: str
    title_as: str
    year_key: str
    lang_key: str
    definition: str
    examples: tuple[str, ...]
    title_means: tuple[tuple[str, str], ...] = ()

    def meant_by(self, title: str) -> str:
        """Return the one predicate that a title tells; nothing where it tells none, or two ("young workers")."""
        whole = " ".join(title.casefold().split()).strip(" :")
        found = {
            predicate
            for words, predicate in self.title_means
            if whole == words or (words.endswith("*") and re.search(rf"\b{re.escape(words[:-1])}", whole))
        }
        return found.pop() if len(found) == 1 else ""

    @property
    def companions(self) -> tuple[str, ...]:
        """The keys that only qualify this rule's values."""
        return tuple(key for key in (self.title_key, self.year_key, self.lang_key) if key)


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a rule: lines of an infobox, and every fact that they state.

    Written ``Key: value // Key: value => predicate | object | qualifier=value ;; predicate | object``; of lines that
    state nothing ``Key: value => nothing``.
    """

    rule: str
    lines: tuple[str, ...]
    facts: tuple[str, ...]


@cache
def rules() -> tuple[InfoboxRule, ...]:
    """Return the rules in the order of the table.

    Raises:
        RuleError: a rule states an unknown predicate.
    """
    return tuple(map(_rule, read_blocks(folder("ontology") / "infobox.ttl", "rule:InfoboxRule")))


@cache
def by_key() -> Mapping[str, InfoboxRule]:
    """Return the rule of each folded key.

    Raises:
        RuleError: two rules claim one key.
    """
    found: dict[str, InfoboxRule] = {}
    for rule in rules():
        for key in rule.keys:
            if key in found:
                raise RuleError(
                    f"two infobox rules claim the key {key!r}: {found[key].name} and {rule.name}",
                    remedy="Take it out of one of them in ontology/infobox.ttl",
                )
            found[key] = rule
    return MappingProxyType(found)


@cache
def by_companion() -> Mapping[str, InfoboxRule]:
    """Return the rule that each companion key (a title, a year, a language) belongs to."""
    found: dict[str, InfoboxRule] = {}
    for rule in rules():
        for key in rule.companions:
            found.setdefault(key, rule)
    return MappingProxyType(found)


def examples() -> tuple[Example, ...]:
    """Return the examples of all rules, in the order of the table."""
    return tuple(example(rule.name, text) for rule in rules() for text in rule.examples)


def example(rule: str, text: str) -> Example:
    """Read an example as it is written in the table.

    >>> example("r", "Split: Mapai => splitFrom | Mapai")
    Example(rule='r', lines=('- Split: Mapai',), facts=('splitFrom | Mapai',))

    Raises:
        RuleError: it has no arrow.
    """
    left, arrow, right = text.partition(" => ")
    if not arrow:
        raise RuleError(f"an example of {rule} has no ' => '", remedy="Write it as: Key: value => predicate | object")
    facts = () if right.strip() == "nothing" else tuple(re.split(r"\s*;;\s*", right.strip()))
    return Example(rule, tuple(f"- {line.strip()}" for line in left.split(" // ")), facts)


def _rule(block: Block) -> InfoboxRule:
    states = block.value("rule:states").removeprefix("predicate:")
    if states and states not in predicates():
        raise RuleError(f"{block.name} states an unknown predicate {states!r}", where=block.where)
    if bool(states) == bool(block.value("rule:leftOut")):
        raise RuleError(f"{block.name} needs either rule:states or rule:leftOut", where=block.where)
    means = tuple(_meaning(block, text) for text in sorted(block.values("rule:titleMeans")))
    return InfoboxRule(
        name=f"infobox:{block.name}",
        keys=block.values("rule:key"),
        states=states,
        left_out=block.value("rule:leftOut").removeprefix("reason:"),
        role=block.value("rule:role"),
        title_key=block.value("rule:titleKey"),
        title_as=block.value("rule:titleAs"),
        year_key=block.value("rule:yearKey"),
        lang_key=block.value("rule:langKey"),
        definition=block.value("rule:definition"),
        examples=block.values("rule:example"),
        title_means=means,
    )


def _meaning(block: Block, text: str) -> tuple[str, str]:
    words, arrow, predicate = text.partition(" => ")
    if not arrow or predicate not in predicates():
        raise RuleError(
            f"{block.name} has a title {text!r} that means no predicate",
            where=block.where,
            remedy='Write it as "youth* => youthWing" or "founder => founder"',
        )
    return words.strip(), predicate.strip()
