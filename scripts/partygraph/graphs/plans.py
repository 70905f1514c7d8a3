"""Decides what a fact becomes in RDF: a plain triple, a node with its own properties, or a claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from partygraph.errors import RuleError
from partygraph.graphs.kinds import kind_of_range
from partygraph.graphs.names import Mention
from partygraph.graphs.terms import is_language
from partygraph.model import Datatype, Entity, Fact, Literal, Qualifier, Status
from partygraph.rules.predicates import Predicate, predicates, qualifiers

CLAIM = "party:AttributedClaim"
RELATION = "party:QualifiedRelation"
RANGE = "party:PositionRange"
NAMES = frozenset(("Name", "NativeName"))
MEASURES = frozenset(("Boolean", "Count", "Date", "Decimal"))
BOOLEANS = {"1": "true", "true": "true", "0": "false", "false": "false"}
UNKNOWN_LANGUAGE = "und"

NOT_LIMITING = frozenset((("current", "true"), ("max", "false")))
"""Values of limiting qualifiers that say that nothing is limited."""

BOUNDS = frozenset(("lower", "upper"))

CARRIED = {("references", "author"): "object", ("winner", "date"): "subject"}
"""Qualifiers of plain statements that are said of the subject or of the object itself."""


@dataclass(frozen=True, slots=True)
class Relation:
    """The property or predicate that a claim or a qualified relation is about: a prefixed name."""

    property: str


Cell: TypeAlias = "Mention | Literal | Relation | Draft"


@dataclass(frozen=True, slots=True)
class Draft:
    """What one fact says of a node: its class and its properties (prefixed names) with their values."""

    node_class: str
    rows: tuple[tuple[str, Cell], ...]
    name: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a fact becomes.

    ``direct`` is the plain triple's property, empty if there is none; ``node`` the node with ``main``, the property in
    it that leads to the object. ``carried`` are triples about the subject or the object, and ``qualifiers`` those of
    the statement itself. What is not ``published`` stays out of the facts graph.
    """

    subject: Mention
    object: Cell
    direct: str
    node: Draft | None
    main: str
    carried: tuple[tuple[Mention, str, Cell], ...]
    qualifiers: tuple[tuple[str, Cell], ...]
    published: bool

    def mentions(self) -> Iterator[Mention]:
        """Yield every entity that the fact mentions."""
        yield self.subject
        cells = [self.object, *(cell for _, cell in self.qualifiers), *(cell for _, _, cell in self.carried)]
        while cells:
            cell = cells.pop()
            if isinstance(cell, Mention):
                yield cell
            elif isinstance(cell, Draft):
                cells += [value for _, value in cell.rows]


def plan(fact: Fact, lang: str, *, marked: bool = False, withdrawn: bool = False) -> Plan:
    """Decide what a fact becomes; ``lang`` is the language of the article.

    ``marked`` asks for a node even where a plain triple would do, so that something can be said about the statement;
    ``withdrawn`` keeps the fact out of the facts graph.

    Raises:
        RuleError: the fact has a predicate or qualifier that ontology/predicates.ttl does not know.
    """
    row = _predicate(fact)
    subject = Mention(fact.subject)
    bounds = tuple(_qualified(fact, q) for q in fact.qualifiers if q.name in BOUNDS)
    target: Cell = Draft(RANGE, bounds, name=shown(fact.object)) if len(bounds) == 2 else _object(fact, row, lang)
    loose = [q for q in fact.qualifiers if _is_loose(fact, row, q, bool(bounds))]
    details = [*_approximate(fact.object, loose), *(_qualified(fact, q) for q in loose)]
    wordy = _is_wordy(fact.object, row.range)
    limited = wordy or any(_limits(q) for q in loose)
    claimed = fact.status is Status.CLAIM
    relation = Relation(row.property or f"predicate:{row.name}")
    direct = row.property if (row.node_object or not row.node_class) and not limited and not claimed else ""
    node, main = None, ""
    if claimed and row.node_class != CLAIM:
        about = [("party:about", subject), ("party:relationSubject", subject)]
        if fact.qualifier("attribution") is None:
            details.append(("party:attribution", Literal("unnamed")))
        node, main = _relation(CLAIM, about, relation, target, details), "party:relationValue"
    elif row.node_class and not wordy:
        main = row.node_object or row.property
        node = Draft(row.node_class, ((row.node_subject, subject), (main, target), *details))
    elif limited or details or marked:
        main = "party:relationValue"
        node = _relation(RELATION, [("party:relationSubject", subject)], relation, target, details)
    carried = tuple(_carried(fact, q, subject, target) for q in fact.qualifiers if (fact.predicate, q.name) in CARRIED)
    published = fact.status is not Status.CANDIDATE and not withdrawn
    return Plan(subject, target, direct, node, main, carried, tuple(details), published)


def shown(value: Entity | Literal) -> str:
    """Return a value as a label shows it, ``~`` before an approximate one."""
    if isinstance(value, Entity):
        return value.name
    return f"~{value.lexical}" if value.approximate else value.lexical


def _predicate(fact: Fact) -> Predicate:
    try:
        return predicates()[fact.predicate]
    except KeyError:
        raise RuleError(
            f"no predicate is called {fact.predicate!r}", remedy="Add a row to ontology/predicates.ttl"
        ) from None


def _relation(
    node_class: str, about: list[tuple[str, Mention]], relation: Relation, target: Cell, details: list[tuple[str, Cell]]
) -> Draft:
    rows: list[tuple[str, Cell]] = [*about, ("party:relation", relation), ("party:relationValue", target), *details]
    return Draft(node_class, tuple(rows))


def _object(fact: Fact, row: Predicate, lang: str) -> Cell:
    cell = _cell(fact.object, row.range)
    if isinstance(cell, Mention):
        return Mention(cell.entity, cell.scheme, fact.subject)
    if row.range not in NAMES or not isinstance(cell, Literal):
        return cell
    stated = fact.qualifier("lang")
    spoken = cell.lang or (stated.lexical if isinstance(stated, Literal) and is_language(stated.lexical) else None)
    return Literal(cell.lexical, Datatype.LANG_STRING, spoken or (lang if row.range == "Name" else UNKNOWN_LANGUAGE))


def _cell(value: Entity | Literal, range_name: str) -> Cell:
    """Bring a value into the form that its range asks for: a thing for a name, a text for a thing, true for 1."""
    kind = kind_of_range().get(range_name)
    if kind is None:
        if isinstance(value, Entity):
            return Mention(value) if range_name == "Address" else Literal(value.name)
        known = BOOLEANS.get(value.lexical) if range_name == "Boolean" else None
        return Literal(known, Datatype.BOOLEAN) if known else value
    scheme = range_name if kind == "concept" else ""
    if isinstance(value, Entity):
        return Mention(value, scheme)
    return value if range_name == "Organ" else Mention(Entity(value.lexical, kind), scheme)


def _qualified(fact: Fact, qualifier: Qualifier) -> tuple[str, Cell]:
    try:
        term = qualifiers()[qualifier.name]
    except KeyError:
        raise RuleError(
            f"no qualifier is called {qualifier.name!r} (of {fact.predicate})",
            remedy="Add a row to ontology/predicates.ttl",
        ) from None
    cell = _cell(qualifier.value, term.range)
    if term.range == "Count" and cell == Literal("absent"):
        return "party:countStatus", cell
    if _is_wordy(qualifier.value, term.range):
        return "skos:note", Literal(f"{qualifier.name}: {shown(qualifier.value)}")
    return term.property, cell


def _is_wordy(value: Entity | Literal, range_name: str) -> bool:
    """Tell whether words stand where a date, a number or a truth value is asked for (the 1980s, several)."""
    if isinstance(value, Entity) or value.datatype is not Datatype.STRING:
        return False
    return range_name in MEASURES and not (range_name == "Boolean" and value.lexical in BOOLEANS)


def _is_loose(fact: Fact, row: Predicate, qualifier: Qualifier, ranged: bool) -> bool:
    """Tell whether a qualifier is a property of the statement's node, and not told elsewhere."""
    if (fact.predicate, qualifier.name) in CARRIED or (ranged and qualifier.name in BOUNDS):
        return False
    told = isinstance(qualifier.value, Literal) and is_language(qualifier.value.lexical)
    return not (qualifier.name == "lang" and row.range in NAMES and told)


def _approximate(value: Entity | Literal, loose: list[Qualifier]) -> list[tuple[str, Cell]]:
    if isinstance(value, Entity) or not value.approximate or any(q.name == "approx" for q in loose):
        return []
    return [("party:approximate", Literal("true", Datatype.BOOLEAN))]


def _limits(qualifier: Qualifier) -> bool:
    cell = _cell(qualifier.value, qualifiers()[qualifier.name].range)
    lexical = cell.lexical if isinstance(cell, Literal) else ""
    return qualifiers()[qualifier.name].limits and (qualifier.name, lexical) not in NOT_LIMITING


def _carried(fact: Fact, qualifier: Qualifier, subject: Mention, target: Cell) -> tuple[Mention, str, Cell]:
    name, cell = _qualified(fact, qualifier)
    bearer = target if CARRIED[fact.predicate, qualifier.name] == "object" else subject
    return (bearer if isinstance(bearer, Mention) else subject), name, cell
