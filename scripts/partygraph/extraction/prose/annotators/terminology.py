"""Adds the terms of politics to a lattice: roles, offices, positions, ideologies, kinds of party, places, languages."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

AFFILIATIONS = frozenset({"international", "european", "europarl", "regional"})
ENTITIES = {
    **dict.fromkeys(AFFILIATIONS, Kind.ORGANISATION),
    "ideology": Kind.CONCEPT,
    "position": Kind.CONCEPT,
    "wing": Kind.CONCEPT,
    "territory": Kind.PLACE,
    "partisan": Kind.PARTY,
}
KINDS = {"party-type": "type"}
OF_PEOPLES = frozenset({"Nationalism", "Unionism", "Separatism", "Republicanism"})
"""Ideologies that are another one of each people."""
CAPITALISED = AFFILIATIONS | frozenset({"territory", "demonym", "language", "partisan"})


def add(lattice: Lattice, registry: Registry) -> None:
    """Add an edge for the longest term of each class at each word."""
    tokens = lattice.tokens
    table = lexicon.terms()
    for at, word in enumerate(tokens.lower):
        seen: set[str] = set()
        for term in table.get(word, ()):
            if term.kind in seen or tokens.lower[at : at + len(term.words)] != term.words:
                continue
            if term.kind in CAPITALISED and not tokens.words[at][0].isupper():
                continue
            if term.within and term.within != registry.country:
                continue
            seen.add(term.kind)
            _add(lattice, at, at + len(term.words), term)
    for kind in ("position", "wing"):
        if f"{{{kind}}}" in lattice.present:
            _add_ranges(lattice, kind)
    if "{demonym}" in lattice.present:
        _add_nationalisms(lattice)


def _add(lattice: Lattice, start: int, end: int, term: lexicon.Term) -> None:
    kind = KINDS.get(term.kind, term.kind)
    if kind in ("body", "type") and lattice.tokens.words[start][0].isupper():
        return
    entity = Entity(term.name, ENTITIES[kind]) if kind in ENTITIES else None
    if kind == "territory":
        territory = lexicon.territories().get(term.name)
        parts: tuple[tuple[str, Mention], ...] = ()
        if territory and territory.within:
            outer = Mention("territory", start, end, territory.within, Entity(territory.within, Kind.PLACE))
            parts = (("within", outer),)
        lattice.add(Mention("territory", start, end, term.name, entity, parts=parts))
        if _goes_on(lattice, end):
            return
        lattice.add(Mention("place", start, end, term.name, entity))
        if territory:
            lattice.add(Mention(territory.kind, start, end, term.name, entity, parts=parts))
        return
    if kind == "demonym":
        place = Entity(term.name, Kind.PLACE)
        lattice.add(Mention("demonym", start, end, term.name, place))
        territory = lexicon.territories().get(term.name)
        if territory:
            lattice.add(Mention(f"{territory.kind}-demonym", start, end, term.name, place))
        return
    lattice.add(Mention(kind, start, end, _cased(term, lattice, start, end), entity))
    if kind in AFFILIATIONS:
        ends = (end, end + 1) if kind == "europarl" and lattice.tokens.lower[end : end + 1] == ("group",) else (end,)
        for last in ends:
            one = Mention(kind, start, last, term.name, entity)
            lattice.add(one)
            lattice.add(Mention("affiliation", start, last, term.name, entity, items=(one,)))
    if kind == "ideology" and _is_doctrine(term.words[-1]):
        lattice.add(Mention("doctrine", start, end, term.name, entity))
    if kind == "role" and term.words[0] in lexicon.words("generic-body"):
        lattice.add(Mention("party-role", start, end, _cased(term, lattice, start, end)))
    if kind == "role" and " ".join(term.words) not in lexicon.words("outer-role"):
        # An office that hardly any but a party has: everything but presidents, heads and directors.
        lattice.add(Mention("inner-role", start, end, _cased(term, lattice, start, end)))
    if kind == "role" and term.words[0] in lexicon.words("chair-role"):
        lattice.add(Mention("chair-role", start, end, _cased(term, lattice, start, end)))
    if kind == "partisan":
        number = "plural" if term.words[-1].endswith("s") else "singular"
        lattice.add(Mention(f"partisan-{number}", start, end, term.name, entity))


def _is_doctrine(word: str) -> bool:
    """Tell a noun from an adjective: a party advocates liberalism, but liberal what?"""
    return word.endswith(lexicon.DOCTRINE_ENDINGS)


def _goes_on(lattice: Lattice, end: int) -> bool:
    """Tell whether the name of a country only opens a longer name: "the U.S. state of Ohio", "Ghana Labour Union"."""
    tokens = lattice.tokens
    return end < len(tokens) and (tokens.lower[end] in lexicon.words("subdivision") or tokens.words[end][0].isupper())


def _cased(term: lexicon.Term, lattice: Lattice, start: int, end: int) -> str:
    """Name a term: roles and offices begin with a capital, everything else is written as the table has it."""
    name = lattice.tokens.show(start, end) if term.name == " ".join(term.words) else term.name
    if term.kind in ("role", "office"):
        name = name[0].upper() + name[1:]
    return name


def _add_ranges(lattice: Lattice, kind: str) -> None:
    """Join "centre-left to left-wing", and the "centre to centre-right" that a party is of, into one range."""
    tokens = lattice.tokens
    for at in range(len(tokens)):
        low = lattice.at(at, kind)
        if low is None or low.parts or low.end + 1 >= len(tokens) or tokens.lower[low.end] != "to":
            continue
        high = lattice.at(low.end + 1, kind)
        if high is None or high.name == low.name:
            continue
        name = f"{low.name} to {high.name.lower()}"
        parts = (("lower", low), ("upper", high))
        lattice.add(Mention(kind, at, high.end, name, Entity(name, Kind.CONCEPT), parts=parts))


def _add_nationalisms(lattice: Lattice) -> None:
    """Join "Cornish nationalist" into the nationalism of that people."""
    tokens = lattice.tokens
    for at in range(len(tokens) - 1):
        if lattice.at(at, "demonym") is None:
            continue
        edge = lattice.at(at + 1, "ideology")
        if edge is not None and edge.name in OF_PEOPLES:
            name = f"{tokens.words[at]} {edge.name.lower()}"
            lattice.add(Mention("ideology", at, edge.end, name, Entity(name, Kind.CONCEPT)))
            if _is_doctrine(tokens.lower[edge.end - 1]):
                lattice.add(Mention("doctrine", at, edge.end, name, Entity(name, Kind.CONCEPT)))
