"""A graph as two indexes in memory: what a subject says, and who refers to an object."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pyoxigraph as ox

from partygraph.formats.namespaces import RDF, RDFS
from partygraph.formats.reading import own_term
from partygraph.formats.terms import Iri, Node

Statement = tuple[Node, str, Node]

TYPE = RDF + "type"
SUBCLASS = RDFS + "subClassOf"
FIRST, REST, NIL = RDF + "first", RDF + "rest", RDF + "nil"


class Index:
    """The statements of a graph, each once, found by subject and by object."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        """Index the statements; the order of values is that of the statements."""
        self.forward: dict[Node, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        self.backward: dict[str, dict[Node, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, value in dict.fromkeys(statements):
            self.forward[subject][predicate].append(value)
            self.backward[predicate][value].append(subject)
        self._subclasses: dict[str, frozenset[Node]] = {}

    def properties(self, node: Node) -> Mapping[str, Sequence[Node]]:
        """Return what a subject says, by predicate."""
        return self.forward.get(node, {})

    def values(self, node: Node, predicate: str) -> Sequence[Node]:
        """Return the objects of a subject and predicate."""
        return self.forward[node].get(predicate, ()) if node in self.forward else ()

    def value(self, node: Node, predicate: str) -> Node | None:
        """Return the first object of a subject and predicate."""
        return next(iter(self.values(node, predicate)), None)

    def subjects(self, predicate: str, value: Node) -> Sequence[Node]:
        """Return the subjects that have the object."""
        return self.backward[predicate].get(value, ()) if predicate in self.backward else ()

    def classes(self, name: Node) -> frozenset[Node]:
        """Return a class with all its subclasses."""
        if (known := self._subclasses.get(str(name))) is not None:
            return known
        found, open_ends = {name}, [name]
        while open_ends:
            for below in self.subjects(SUBCLASS, open_ends.pop()):
                if below not in found:
                    found.add(below)
                    open_ends.append(below)
        return self._subclasses.setdefault(str(name), frozenset(found))

    def instances(self, name: Node) -> list[Node]:
        """Return the instances of a class and of its subclasses."""
        return list(dict.fromkeys(node for below in self.classes(name) for node in self.subjects(TYPE, below)))

    def is_instance(self, node: Node, name: Node) -> bool:
        """Tell whether a node is an instance of a class or of a subclass of it."""
        return not self.classes(name).isdisjoint(self.values(node, TYPE))

    def items(self, head: Node) -> list[Node]:
        """Return the members of a list."""
        members, seen = [], set()
        while head != NIL and head not in seen:
            seen.add(head)
            members += list(self.values(head, FIRST))
            head = self.value(head, REST) or Iri(NIL)
        return members


def own_statements(quads: Iterable[ox.Quad]) -> list[Statement]:
    """Return the statements of quads, whatever graph they are in."""
    return [(own_term(quad.subject), quad.predicate.value, own_term(quad.object)) for quad in quads]
