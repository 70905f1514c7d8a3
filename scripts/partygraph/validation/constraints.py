"""The constraints of SHACL Core as functions: what they make of a focus node and its value nodes.

A constraint returns the nodes that break it; None stands for the set of values as a whole (a count, a missing value).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Protocol

from partygraph.errors import RuleError
from partygraph.formats.namespaces import SH
from partygraph.formats.terms import Blank, Iri, Node, Value
from partygraph.validation import values
from partygraph.validation.index import TYPE, Index

Check = Callable[[Index, Node, list[Node]], Iterable[Node | None]]


class Shape(Protocol):
    """A compiled shape."""

    def conforms(self, data: Index, focus: Node) -> bool:
        """Tell whether a node conforms to this shape."""
        ...


class Shapes(Protocol):
    """The shapes graph that is being compiled."""

    @property
    def graph(self) -> Index:
        """The statements of the shapes graph."""
        ...

    def shape(self, node: Node) -> Shape:
        """Return the compiled shape of a node."""
        ...


Maker = Callable[[Shapes, Node, Node], Check]
"""Makes a check from the shapes graph, the shape's node, and one value of the parameter."""


def _each(passes: Callable[[Index, Node], bool]) -> Check:
    """Return a check that looks at each value by itself."""
    return lambda data, focus, found: [node for node in found if not passes(data, node)]


def _integer(node: Node) -> int:
    if not isinstance(node, Value):
        raise RuleError(f"a shape has {node} where a number belongs")
    return int(node.lexical)


def _text(node: Node) -> str:
    return node.lexical if isinstance(node, Value) else str(node)


def _class(shapes: Shapes, shape: Node, name: Node) -> Check:
    return _each(lambda data, node: data.is_instance(node, name))


def _datatype(shapes: Shapes, shape: Node, name: Node) -> Check:
    return _each(lambda data, node: isinstance(node, Value) and node.datatype == name and values.is_well_formed(node))


def _node_kind(shapes: Shapes, shape: Node, kind: Node) -> Check:
    allowed = NODE_KINDS[str(kind).removeprefix(SH)]
    return _each(lambda data, node: isinstance(node, allowed))


def _min_count(shapes: Shapes, shape: Node, count: Node) -> Check:
    least = _integer(count)
    return lambda data, focus, found: [None] if len(found) < least else []


def _max_count(shapes: Shapes, shape: Node, count: Node) -> Check:
    most = _integer(count)
    return lambda data, focus, found: [None] if len(found) > most else []


def _range(allowed: frozenset[int]) -> Maker:
    """Return the maker of a check that compares each value with a bound; allowed are the outcomes of comparing."""
    return lambda shapes, shape, bound: _each(lambda data, node: values.compare(node, bound) in allowed)


def _length(passes: Callable[[int, int], bool]) -> Maker:
    def make(shapes: Shapes, shape: Node, bound: Node) -> Check:
        limit = _integer(bound)
        return _each(lambda data, node: not isinstance(node, Blank) and passes(len(_text(node)), limit))

    return make


def _pattern(shapes: Shapes, shape: Node, pattern: Node) -> Check:
    flags = _text(shapes.graph.value(shape, SH + "flags") or Value(""))
    known = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE}
    compiled = re.compile(_text(pattern), sum(known[flag] for flag in flags))
    return _each(lambda data, node: not isinstance(node, Blank) and bool(compiled.search(_text(node))))


def _language_in(shapes: Shapes, shape: Node, head: Node) -> Check:
    ranges = [_text(item).lower() for item in shapes.graph.items(head)]
    return _each(
        lambda data, node: (
            isinstance(node, Value) and any(f"{node.lang or ''}-".lower().startswith(f"{tag}-") for tag in ranges)
        )
    )


def _unique_lang(shapes: Shapes, shape: Node, flag: Node) -> Check:
    if _text(flag) not in ("true", "1"):
        return lambda data, focus, found: []

    def check(data: Index, focus: Node, found: list[Node]) -> list[None]:
        tags = [node.lang.lower() for node in found if isinstance(node, Value) and node.lang]
        return [None for tag in dict.fromkeys(tags) if tags.count(tag) > 1]

    return check


def _equals(shapes: Shapes, shape: Node, name: Node) -> Check:
    def check(data: Index, focus: Node, found: list[Node]) -> list[Node]:
        others = data.values(focus, str(name))
        return [node for node in found if node not in others] + [node for node in others if node not in found]

    return check


def _disjoint(shapes: Shapes, shape: Node, name: Node) -> Check:
    return lambda data, focus, found: [node for node in found if node in data.values(focus, str(name))]


def _less(allowed: frozenset[int]) -> Maker:
    def make(shapes: Shapes, shape: Node, name: Node) -> Check:
        def check(data: Index, focus: Node, found: list[Node]) -> list[Node]:
            others = data.values(focus, str(name))
            return [node for node in found for other in others if values.compare(node, other) not in allowed]

        return check

    return make


def _not(shapes: Shapes, shape: Node, inner: Node) -> Check:
    refused = shapes.shape(inner)
    return _each(lambda data, node: not refused.conforms(data, node))


def _logic(passes: Callable[[list[bool]], bool]) -> Maker:
    """Return the maker of a check over a list of shapes; passes gets the outcome of each."""

    def make(shapes: Shapes, shape: Node, head: Node) -> Check:
        parts = [shapes.shape(item) for item in shapes.graph.items(head)]
        return _each(lambda data, node: passes([part.conforms(data, node) for part in parts]))

    return make


def _node(shapes: Shapes, shape: Node, other: Node) -> Check:
    wanted = shapes.shape(other)
    return _each(lambda data, node: wanted.conforms(data, node))


def _qualified(broken: Callable[[int, int], bool]) -> Maker:
    """Return the maker of a check of how many values conform to another shape."""

    def make(shapes: Shapes, shape: Node, bound: Node) -> Check:
        inner = shapes.graph.values(shape, SH + "qualifiedValueShape")[0]
        wanted, rivals, limit = shapes.shape(inner), _rivals(shapes, shape, inner), _integer(bound)

        def check(data: Index, focus: Node, found: list[Node]) -> list[None]:
            fitting = [node for node in found if wanted.conforms(data, node)]
            count = sum(not any(rival.conforms(data, node) for rival in rivals) for node in fitting)
            return [None] if broken(count, limit) else []

        return check

    return make


def _rivals(shapes: Shapes, shape: Node, inner: Node) -> list[Shape]:
    """Return the sibling shapes whose values do not count here, where the shape says they are disjoint."""
    if _text(shapes.graph.value(shape, SH + "qualifiedValueShapesDisjoint") or Value("")) not in ("true", "1"):
        return []
    parents = shapes.graph.subjects(SH + "property", shape)
    siblings = [sibling for parent in parents for sibling in shapes.graph.values(parent, SH + "property")]
    others = [node for sibling in siblings for node in shapes.graph.values(sibling, SH + "qualifiedValueShape")]
    return [shapes.shape(node) for node in others if node != inner]


def _closed(shapes: Shapes, shape: Node, flag: Node) -> Check:
    if _text(flag) not in ("true", "1"):
        return lambda data, focus, found: []
    ignored = shapes.graph.value(shape, SH + "ignoredProperties")
    known = {str(item) for item in shapes.graph.items(ignored)} if ignored else set()
    for inner in shapes.graph.values(shape, SH + "property"):
        known.update(str(path) for path in shapes.graph.values(inner, SH + "path") if isinstance(path, Iri))

    def check(data: Index, focus: Node, found: list[Node]) -> list[Node]:
        return [
            value
            for node in found
            for name, objects in data.properties(node).items()
            if name not in known
            for value in objects
        ]

    return check


def _has_value(shapes: Shapes, shape: Node, wanted: Node) -> Check:
    return lambda data, focus, found: [] if wanted in found else [None]


def _in(shapes: Shapes, shape: Node, head: Node) -> Check:
    allowed = set(shapes.graph.items(head))
    return _each(lambda data, node: node in allowed)


NODE_KINDS: Mapping[str, tuple[type, ...]] = MappingProxyType(
    {
        "IRI": (Iri,),
        "Literal": (Value,),
        "BlankNode": (Blank,),
        "BlankNodeOrIRI": (Blank, Iri),
        "BlankNodeOrLiteral": (Blank, Value),
        "IRIOrLiteral": (Iri, Value),
    }
)

MAKERS: Mapping[str, tuple[str, Maker]] = MappingProxyType(
    {
        "class": ("Class", _class),
        "datatype": ("Datatype", _datatype),
        "nodeKind": ("NodeKind", _node_kind),
        "minCount": ("MinCount", _min_count),
        "maxCount": ("MaxCount", _max_count),
        "minExclusive": ("MinExclusive", _range(frozenset((1,)))),
        "minInclusive": ("MinInclusive", _range(frozenset((0, 1)))),
        "maxExclusive": ("MaxExclusive", _range(frozenset((-1,)))),
        "maxInclusive": ("MaxInclusive", _range(frozenset((-1, 0)))),
        "minLength": ("MinLength", _length(lambda length, limit: length >= limit)),
        "maxLength": ("MaxLength", _length(lambda length, limit: length <= limit)),
        "pattern": ("Pattern", _pattern),
        "languageIn": ("LanguageIn", _language_in),
        "uniqueLang": ("UniqueLang", _unique_lang),
        "equals": ("Equals", _equals),
        "disjoint": ("Disjoint", _disjoint),
        "lessThan": ("LessThan", _less(frozenset((-1,)))),
        "lessThanOrEquals": ("LessThanOrEquals", _less(frozenset((-1, 0)))),
        "not": ("Not", _not),
        "and": ("And", _logic(all)),
        "or": ("Or", _logic(any)),
        "xone": ("Xone", _logic(lambda outcomes: sum(outcomes) == 1)),
        "node": ("Node", _node),
        "qualifiedMinCount": ("QualifiedMinCount", _qualified(lambda count, limit: count < limit)),
        "qualifiedMaxCount": ("QualifiedMaxCount", _qualified(lambda count, limit: count > limit)),
        "closed": ("Closed", _closed),
        "hasValue": ("HasValue", _has_value),
        "in": ("In", _in),
    }
)
"""Each parameter of SHACL Core with its component's name and the maker of its check."""

TARGETS = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
FOR_PEOPLE = ("name", "description", "order", "group", "defaultValue", "message")
PARTS = ("flags", "ignoredProperties", "qualifiedValueShape", "qualifiedValueShapesDisjoint")
WITHOUT_CHECK = frozenset(("path", "property", "severity", "deactivated", *TARGETS, *FOR_PEOPLE, *PARTS))
"""What a shape may say that is no constraint by itself."""


def makers(graph: Index, shape: Node) -> list[tuple[str, Maker, Node]]:
    """Return component name, maker and parameter value of each constraint of a shape, in the order of the names.

    Raises:
        RuleError: the shape says something of SHACL that is not known here; nothing is skipped.
    """
    found = []
    for name, parameters in sorted(graph.properties(shape).items()):
        local = name.removeprefix(SH)
        if not name.startswith(SH) or local in WITHOUT_CHECK or name == TYPE:
            continue
        if local not in MAKERS:
            raise RuleError(
                f"a shape uses sh:{local}, which the compiled engine does not know",
                remedy='Validate with engine="pyshacl", or say it with constraints of SHACL Core',
            )
        component, maker = MAKERS[local]
        found += [(f"{component}ConstraintComponent", maker, parameter) for parameter in parameters]
    return found
