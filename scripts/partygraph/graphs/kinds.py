"""What an entity of each kind is in RDF, and which ranges name such a thing (ontology/kinds.ttl)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from partygraph.model import Kind
from partygraph.resources import folder
from partygraph.rules.turtle import read_blocks


@dataclass(frozen=True, slots=True)
class KindTerm:
    """A kind of entity: its classes (prefixed names), its family, and the ranges that name it."""

    kind: Kind
    classes: tuple[str, ...]
    family: str
    ranges: tuple[str, ...]


@cache
def kinds() -> Mapping[Kind, KindTerm]:
    """Return the kinds."""
    blocks = read_blocks(folder("ontology") / "kinds.ttl", "rule:Kind")
    rows = (
        KindTerm(
            Kind(block.value("rule:name")),
            block.values("rule:class"),
            block.value("rule:family"),
            tuple(name.removeprefix("rule:") for name in block.values("rule:range")),
        )
        for block in blocks
    )
    return MappingProxyType({row.kind: row for row in rows})


@cache
def kind_of_range() -> Mapping[str, Kind]:
    """Return the kind of entity that a range names; ranges of literals are missing."""
    return MappingProxyType({name: row.kind for row in kinds().values() for name in row.ranges})
