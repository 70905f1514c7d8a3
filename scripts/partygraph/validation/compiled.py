"""Validates with shapes compiled to functions: the engine of every build, without rdflib and pyshacl."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path as File

import pyoxigraph as ox

from partygraph import formats
from partygraph.errors import InputError, Place, RuleError
from partygraph.formats.namespaces import RDFS, SH
from partygraph.formats.terms import Node, Value
from partygraph.validation.constraints import MAKERS, Check, makers
from partygraph.validation.index import TYPE, Index, own_statements
from partygraph.validation.paths import Path, read_path
from partygraph.validation.report import Finding

CLASSES = frozenset((RDFS + "Class", "http://www.w3.org/2002/07/owl#Class"))
PARAMETERS = frozenset(SH + name for name in (*MAKERS, "property"))
TARGETS = tuple(SH + name for name in ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf"))


@dataclass(slots=True)
class Shape:
    """A shape: its constraints, and for a property shape the path to the values that they are about."""

    node: Node
    path: Path | None
    severity: str
    messages: tuple[str, ...]
    deactivated: bool
    checks: list[tuple[str, Check]] = field(default_factory=list)
    inner: list[Shape] = field(default_factory=list)

    def conforms(self, data: Index, focus: Node) -> bool:
        """Tell whether a node conforms to this shape."""
        return next(self.findings(data, focus), None) is None

    def findings(self, data: Index, focus: Node) -> Iterator[Finding]:
        """Yield what is wrong with a focus node."""
        if self.deactivated:
            return
        found = self.path.walk(data, focus) if self.path else [focus]
        for component, check in self.checks:
            for value in check(data, focus, found):
                yield Finding(focus, self.path, value, self.severity, self.messages, self.node, component)
        for shape in self.inner:
            for value in found:
                yield from shape.findings(data, value)


class Shapes:
    """The shapes of a shapes graph, compiled."""

    def __init__(self, graph: Index) -> None:
        """Compile all shapes that have targets, and those that they use.

        Raises:
            RuleError: a shape uses what this engine does not know.
        """
        self.graph = graph
        self._made: dict[Node, Shape] = {}
        nodes = [node for node in graph.forward if not PARAMETERS.isdisjoint(graph.properties(node))]
        self._targeted = [(self.shape(node), node) for node in nodes if self._has_target(node)]

    def findings(self, data: Index) -> Iterator[Finding]:
        """Yield everything that is wrong in a data graph."""
        for shape, node in self._targeted:
            for focus in self._focus_nodes(node, data):
                yield from shape.findings(data, focus)

    def shape(self, node: Node) -> Shape:
        """Return the shape of a node, compiled once; shapes may refer to each other in a circle."""
        if node in self._made:
            return self._made[node]
        path = self.graph.value(node, SH + "path")
        severity = str(self.graph.value(node, SH + "severity") or "Violation").removeprefix(SH)
        messages = tuple(m.lexical for m in self.graph.values(node, SH + "message") if isinstance(m, Value))
        deactivated = self.graph.value(node, SH + "deactivated") in (Value("true", BOOLEAN), Value("1", BOOLEAN))
        shape = Shape(node, read_path(self.graph, path) if path else None, severity, messages, deactivated)
        self._made[node] = shape
        for component, maker, parameter in makers(self.graph, node):
            shape.checks.append((component, maker(self, node, parameter)))
        shape.inner += [self.shape(inner) for inner in self.graph.values(node, SH + "property")]
        return shape

    def _has_target(self, node: Node) -> bool:
        properties = self.graph.properties(node)
        return any(name in properties for name in TARGETS) or not CLASSES.isdisjoint(self.graph.values(node, TYPE))

    def _focus_nodes(self, node: Node, data: Index) -> list[Node]:
        classes, nodes, subjects_of, objects_of = (self.graph.values(node, name) for name in TARGETS)
        implicit = [node] if not CLASSES.isdisjoint(self.graph.values(node, TYPE)) else []
        found = [instance for name in (*classes, *implicit) for instance in data.instances(name)]
        found += nodes
        for name in subjects_of:
            found += [subject for subjects in data.backward.get(str(name), {}).values() for subject in subjects]
        for name in objects_of:
            found += list(data.backward.get(str(name), {}))
        return list(dict.fromkeys(found))


BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"


@cache
def read_shapes(files: tuple[File, ...]) -> Shapes:
    """Compile the shapes of files.

    Raises:
        RuleError: a file is no Turtle, or a shape uses what this engine does not know.
    """
    quads: list[ox.Quad] = []
    for path in files:
        try:
            quads += formats.read(path)
        except InputError as error:
            raise RuleError(error.what, where=error.where, remedy=error.remedy) from error
    try:
        return Shapes(Index(own_statements(quads)))
    except RuleError as error:
        raise RuleError(error.what, where=error.where or Place(str(files[0])), remedy=error.remedy) from error


def findings(statements: Iterable[tuple[Node, str, Node]], files: tuple[File, ...]) -> list[Finding]:
    """Return everything that is wrong in a graph, by the shapes of files.

    Raises:
        RuleError: a file is no Turtle, or a shape uses what this engine does not know.
    """
    return list(read_shapes(files).findings(Index(statements)))
