"""The fact table's predicates and qualifiers, and what each becomes in RDF (ontology/predicates.ttl)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from partygraph.resources import folder
from partygraph.rules.turtle import Block, read_blocks


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate of the fact table.

    ``range`` names the kind of value, and so chooses its reader. ``property`` is the property of the plain triple from
    subject to object (a prefixed name; empty if there is none). Where ``node_class`` is set, the statement is an
    observation or event with a node of its own, tied to the subject by ``node_subject`` and to the object by
    ``node_object``.
    """

    name: str
    subject_kind: str
    range: str
    property: str
    node_class: str
    node_subject: str
    node_object: str
    definition: str


@dataclass(frozen=True, slots=True)
class QualifierTerm:
    """A qualifier; one that ``limits`` (past, of a faction) keeps its statement out of the plain triples."""

    name: str
    range: str
    property: str
    limits: bool
    definition: str


@cache
def predicates() -> Mapping[str, Predicate]:
    """Return the predicates by name."""
    return MappingProxyType({row.name: row for row in map(_predicate, _table("rule:Predicate"))})


@cache
def qualifiers() -> Mapping[str, QualifierTerm]:
    """Return the qualifiers by name."""
    return MappingProxyType({row.name: row for row in map(_qualifier, _table("rule:Qualifier"))})


def _table(type_name: str) -> tuple[Block, ...]:
    return tuple(block for block in _blocks() if type_name in block.types)


@cache
def _blocks() -> tuple[Block, ...]:
    return read_blocks(folder("ontology") / "predicates.ttl")


def _predicate(block: Block) -> Predicate:
    return Predicate(
        name=block.value("rule:name"),
        subject_kind=block.value("rule:subjectKind"),
        range=block.value("rule:range").removeprefix("rule:"),
        property=block.value("rule:property"),
        node_class=block.value("rule:nodeClass"),
        node_subject=block.value("rule:nodeSubject"),
        node_object=block.value("rule:nodeObject"),
        definition=block.value("rule:definition"),
    )


def _qualifier(block: Block) -> QualifierTerm:
    return QualifierTerm(
        name=block.value("rule:name"),
        range=block.value("rule:range").removeprefix("rule:"),
        property=block.value("rule:property"),
        limits=block.value("rule:limits") == "true",
        definition=block.value("rule:definition"),
    )
