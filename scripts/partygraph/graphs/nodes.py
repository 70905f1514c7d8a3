"""Names and labels the nodes of observations and events (ontology/nodes.ttl).

Facts about the same event share a node; what cannot be shown to be the same event has a node of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from partygraph.errors import RuleError
from partygraph.formats.terms import Iri
from partygraph.graphs import elections, iris, terms
from partygraph.graphs.names import Mention, Names
from partygraph.graphs.plans import Cell, Draft, Relation, shown
from partygraph.model import Kind
from partygraph.resources import folder
from partygraph.rules.turtle import read_blocks

OPTIONAL = re.compile(r"\[([^]]*)\]")
FIELD = re.compile(r"\{(\w+)\}")
CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
DATES = ("dcterms:date", "party:asOf", "schema:startDate")
LONGEST_PART = 60
LONGEST_LABEL = 240


@dataclass(frozen=True, slots=True)
class NodeTerm:
    """How the nodes of a class are named, shared and labelled; properties are local names."""

    node_class: str
    naming: tuple[str, ...]
    shared: bool
    single: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Named:
    """A node's IRI, and its label for people."""

    iri: Iri
    label: str


@cache
def node_terms() -> Mapping[str, NodeTerm]:
    """Return the classes of nodes by prefixed name."""
    blocks = read_blocks(folder("ontology") / "nodes.ttl", "rule:Node")
    rows = (
        NodeTerm(
            block.value("rule:class"),
            tuple(block.value("rule:naming").split()),
            block.value("rule:shared") == "true",
            tuple(block.value("rule:single").split()),
            block.value("rule:label"),
        )
        for block in blocks
    )
    return {row.node_class: row for row in rows}


def assign(drafts: Iterable[Draft], names: Names) -> Mapping[Draft, Named]:
    """Give each draft its node; drafts about the same event get the same one."""
    unique = list(dict.fromkeys(drafts))
    by_name: dict[str, list[list[Draft]]] = defaultdict(list)
    for event in _events(unique, names):
        by_name[_readable(event[0], names)].append(event)
    assigned = {}
    for readable, events in by_name.items():
        for event in events:
            name = readable if len(events) == 1 else f"{readable}.{iris.digest(*sorted(map(repr, event)))}"
            named = Named(terms.iri(names.below + name), _label(event))
            assigned.update(dict.fromkeys(event, named))
    return assigned


def _term(draft: Draft) -> NodeTerm:
    try:
        return node_terms()[draft.node_class]
    except KeyError:
        raise RuleError(
            f"no node is of the class {draft.node_class}", remedy="Add a block to ontology/nodes.ttl"
        ) from None


def _events(drafts: Sequence[Draft], names: Names) -> list[list[Draft]]:
    """Put drafts about the same event together, in the order of the text."""
    together: dict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        term = _term(draft)
        key = _parts(draft, term.naming, names)
        own = () if term.shared and all(key) else (str(at),)
        together[draft.node_class, *key, *own].append(draft)
    events: list[list[Draft]] = []
    for group in together.values():
        differing = any(len(_values(group, name)) > 1 for name in _term(group[0]).single)
        events += [[draft] for draft in group] if differing else [group]
    return events


def _values(group: Iterable[Draft], name: str) -> set[Cell]:
    return {cell for draft in group for key, cell in draft.rows if _local(key) == name}


def _readable(draft: Draft, names: Names) -> str:
    """Return the name of a node as its class and the values that name it; not unique by itself."""
    parts = [part for part in _parts(draft, _term(draft).naming, names) if part]
    words = CAPITAL.sub("-", _local(draft.node_class)).lower()
    return ".".join([words, *(parts or [names.slug])])


def _parts(draft: Draft, naming: Iterable[str], names: Names) -> tuple[str, ...]:
    return tuple(_part(draft, name, names) for name in naming)


def _part(draft: Draft, name: str, names: Names) -> str:
    if name == "when":
        return iris.plain_slug(_when([draft]))
    cell = next((cell for key, cell in draft.rows if _local(key) == name), None)
    if cell is None:
        return ""
    if isinstance(cell, Mention):
        return names.iri(cell).rsplit("/", 1)[-1]
    return iris.plain_slug(_text(cell))[:LONGEST_PART].strip("-_")


def _when(drafts: Iterable[Draft]) -> str:
    """Return the date of an event, or that of its election."""
    rows = [row for draft in drafts for row in draft.rows]
    for wanted in DATES:
        for key, cell in rows:
            if key == wanted and not isinstance(cell, Mention):
                return _text(cell)
    dated = (
        elections.when(cell.entity.name)
        for _, cell in rows
        if isinstance(cell, Mention) and cell.entity.kind is Kind.ELECTION
    )
    return next((date.lexical for date in dated if date), "")


def _label(event: Sequence[Draft]) -> str:
    """Fill the label of the class: an optional part vanishes where one of its values is missing."""
    values: dict[str, list[str]] = defaultdict(list)
    for draft in event:
        for key, cell in draft.rows:
            if (text := _text(cell)) not in values[_local(key)]:
                values[_local(key)].append(text)
    known = {key: ", ".join(found) for key, found in values.items() if found}
    known["name"] = next((draft.name for draft in event if draft.name), "")
    known["when"] = _when(event)

    def optional(found: re.Match[str]) -> str:
        return found[1] if all(known.get(name) for name in FIELD.findall(found[1])) else ""

    label = OPTIONAL.sub(optional, _term(event[0]).label)
    label = " ".join(FIELD.sub(lambda found: known.get(found[1], ""), label).split())
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def _text(cell: Cell) -> str:
    if isinstance(cell, Relation):
        return CAPITAL.sub(" ", _local(cell.property)).lower()
    if isinstance(cell, Draft):
        return cell.name
    return shown(cell.entity if isinstance(cell, Mention) else cell)


def _local(name: str) -> str:
    return name.rpartition(":")[2]
