"""Property paths of SHACL as functions from a node to its value nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from partygraph.errors import RuleError
from partygraph.formats.namespaces import PREFIXES, SH
from partygraph.formats.terms import Blank, Iri, Node
from partygraph.formats.turtle import Names
from partygraph.validation.index import FIRST, Index

Step = Callable[[Index, Node], list[Node]]


@dataclass(frozen=True, slots=True)
class Path:
    """A path: how it is walked, and how it is written in SPARQL and in a SHACL report (Turtle)."""

    walk: Step = field(compare=False)
    text: str
    turtle: str


def read_path(shapes: Index, node: Node) -> Path:
    """Compile the path that a shape names.

    Raises:
        RuleError: the path is of a kind that SHACL does not have.
    """
    if isinstance(node, Iri):
        name = Names(PREFIXES).iri(node)
        return Path(lambda data, start: list(data.values(start, node)), name, name)
    if isinstance(node, Blank):
        if shapes.values(node, FIRST):
            return _sequence([read_path(shapes, item) for item in shapes.items(node)])
        for name, make in _KINDS.items():
            if found := shapes.values(node, SH + name):
                return make(shapes, found[0])
    raise RuleError(f"a shape has a path that is none: {node}", remedy="Write a property or a path of SHACL")


def _sequence(parts: list[Path]) -> Path:
    def walk(data: Index, start: Node) -> list[Node]:
        nodes = [start]
        for part in parts:
            nodes = _unique(value for node in nodes for value in part.walk(data, node))
        return nodes

    return Path(walk, "/".join(part.text for part in parts), f"( {' '.join(part.turtle for part in parts)} )")


def _inverse(shapes: Index, node: Node) -> Path:
    if not isinstance(node, Iri):
        raise RuleError("sh:inversePath of a path is not supported", remedy="Turn the property inside around")
    name = Names(PREFIXES).iri(node)
    return Path(lambda data, start: list(data.subjects(node, start)), f"^{name}", f"[ sh:inversePath {name} ]")


def _alternative(shapes: Index, node: Node) -> Path:
    parts = [read_path(shapes, item) for item in shapes.items(node)]
    return Path(
        lambda data, start: _unique(value for part in parts for value in part.walk(data, start)),
        f"({'|'.join(part.text for part in parts)})",
        f"[ sh:alternativePath ( {' '.join(part.turtle for part in parts)} ) ]",
    )


def _zero_or_one(shapes: Index, node: Node) -> Path:
    path = read_path(shapes, node)
    return Path(lambda data, start: _unique([start, *path.walk(data, start)]), *_repeated(path, "?", "zeroOrOne"))


def _zero_or_more(shapes: Index, node: Node) -> Path:
    path = read_path(shapes, node)
    return Path(lambda data, start: _closure(path, data, [start]), *_repeated(path, "*", "zeroOrMore"))


def _one_or_more(shapes: Index, node: Node) -> Path:
    path = read_path(shapes, node)
    return Path(lambda data, start: _closure(path, data, path.walk(data, start)), *_repeated(path, "+", "oneOrMore"))


def _repeated(path: Path, sign: str, name: str) -> tuple[str, str]:
    return f"{path.text}{sign}", f"[ sh:{name}Path {path.turtle} ]"


def _closure(path: Path, data: Index, starts: list[Node]) -> list[Node]:
    found = _unique(starts)
    for node in found:
        found += [value for value in _unique(path.walk(data, node)) if value not in found]
    return found


def _unique(nodes: Iterable[Node]) -> list[Node]:
    return list(dict.fromkeys(nodes))


_KINDS: Mapping[str, Callable[[Index, Node], Path]] = MappingProxyType(
    {
        "inversePath": _inverse,
        "alternativePath": _alternative,
        "zeroOrOnePath": _zero_or_one,
        "zeroOrMorePath": _zero_or_more,
        "oneOrMorePath": _one_or_more,
    }
)
