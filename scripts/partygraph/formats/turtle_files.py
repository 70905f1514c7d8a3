"""Puts a Turtle file of the project (ontology, shapes, rules) into canonical order."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

import pyoxigraph as ox

from partygraph.errors import Place, RuleError
from partygraph.formats.namespaces import RDF, SH
from partygraph.formats.reading import own_term
from partygraph.formats.terms import Blank, Iri, Node, Value
from partygraph.formats.turtle import INDENT, WIDTH, Names, objects, predicate_order, prefix_lines

PREFIX = re.compile(r"^\s*@?prefix\s+([\w-]*):\s*<([^>]*)>", re.IGNORECASE | re.MULTILINE)
FIRST, REST, NIL = RDF + "first", RDF + "rest", RDF + "nil"
PATH = SH + "path"

Properties = Mapping[str, list[Node]]


def format_turtle(text: str, file: str = "<text>") -> str:
    """Return the same graph in canonical order, with the comment lines on top kept and all others gone.

    Prefixes are sorted; subjects, predicates (``a`` first) and values are sorted as they are written; blank nodes are
    nested where they are used, those with a path by that path. Formatting twice changes nothing.

    Raises:
        RuleError: the text is not Turtle, or a blank node is used twice or in a circle.
    """
    return _Formatter(text, file).formatted()


class _Formatter:
    def __init__(self, text: str, file: str) -> None:
        self.file = file
        lines = text.splitlines()
        count = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
        self.header = "".join(line.rstrip() + "\n" for line in lines[:count])
        self.prefixes = dict(PREFIX.findall(text))
        self.names = Names(self.prefixes)
        self.graph: dict[Node, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, value in _triples(text, file):
            self.graph[subject][predicate].append(value)
        self._refuse_shared()

    def formatted(self) -> str:
        roots = {self.names.iri(node): node for node in self.graph if isinstance(node, Iri)}
        blocks = [f"{name} {self._lines(self.graph[roots[name]], INDENT)} .\n" for name in sorted(roots)]
        nested = set(self.uses)
        blocks += sorted(
            f"{self._node(node, '')} .\n" for node in self.graph if isinstance(node, Blank) and node not in nested
        )
        return "\n".join(part for part in (self.header, prefix_lines(self.prefixes), *blocks) if part)

    def _lines(self, properties: Properties, margin: str) -> str:
        written = sorted(
            ((self.names.predicate(predicate), values) for predicate, values in properties.items()),
            key=lambda row: predicate_order(row[0]),
        )
        lines = [objects(predicate, self._values(values, margin), margin) for predicate, values in written]
        return f" ;\n{margin}".join(lines)

    def _values(self, values: list[Node], margin: str) -> list[str]:
        nested = margin + INDENT if len(values) > 1 else margin
        return [text for _, text in sorted((self._anchor(value), self._node(value, nested)) for value in set(values))]

    def _anchor(self, value: Node) -> str:
        """Return what a nested node is sorted by before its text: its path."""
        paths = self.graph[value].get(PATH, []) if isinstance(value, Blank) else []
        return self._node(paths[0], "") if paths else ""

    def _node(self, value: Node, margin: str) -> str:
        if isinstance(value, Value):
            return self.names.literal(value)
        if isinstance(value, Iri):
            return "()" if value == NIL else self.names.iri(value)
        if FIRST in self.graph[value]:
            return self._list(value, margin)
        return _bracket("[", [f"{self._lines(self.graph[value], margin + INDENT)} ;"], "]", margin)

    def _list(self, head: Node, margin: str) -> str:
        items = []
        while head != NIL:
            items.append(self._node(self.graph[head][FIRST][0], margin + INDENT))
            head = self.graph[head][REST][0]
        return _bracket("(", items, ")", margin)

    def _refuse_shared(self) -> None:
        self.uses = Counter(
            value
            for properties in self.graph.values()
            for values in properties.values()
            for value in values
            if isinstance(value, Blank)
        )
        for node in self.graph:
            if isinstance(node, Blank) and self.uses[node] > 1:
                raise RuleError(
                    f"a blank node is used {self.uses[node]} times, and so has no place of its own",
                    where=Place(self.file),
                    remedy="Give it an IRI",
                )


def _bracket(start: str, items: list[str], end: str, margin: str) -> str:
    """Write items between brackets, on one line if they fit and none is long, else one a line."""
    line = f"{start} {' '.join(items).removesuffix(' ;')} {end}"
    if "\n" not in line and len(margin) + len(line) < WIDTH * 2 // 3:
        return line
    return f"{start}\n{margin}{INDENT}" + f"\n{margin}{INDENT}".join(items) + f"\n{margin}{end}"


def _triples(text: str, file: str) -> list[tuple[Node, str, Node]]:
    try:
        return [
            (own_term(quad.subject), quad.predicate.value, own_term(quad.object))
            for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)
        ]
    except SyntaxError as error:
        raise RuleError(
            f"not valid Turtle: {error.msg}",
            where=Place(file, error.lineno, error.offset),
            remedy="Mend the syntax there",
        ) from error
