"""The shipped concept schemes: ideologies, positions and religions that a name in an article may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from partygraph.formats import read
from partygraph.formats.namespaces import PREFIXES, expand
from partygraph.formats.reading import own_term
from partygraph.formats.terms import plain
from partygraph.model import Entity
from partygraph.resources import folder

PAGE, SCHEME, MATCH = "foaf:isPrimaryTopicOf", "skos:inScheme", "skos:exactMatch"
NAMES = ("skos:prefLabel", "skos:altLabel", "skos:hiddenLabel")


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of a shipped scheme; ``scheme`` and ``matches`` are IRIs."""

    iri: str
    label: str
    scheme: str
    matches: tuple[str, ...]


def find(entity: Entity, scheme: str) -> Concept | None:
    """Return the one concept of a scheme that an entity means, None if there is none or more than one.

    The Wikidata ID decides, then the link target, and only for a name without a link the name; letter case and the
    blank do not count. ``scheme`` is the scheme's short name, such as ``ideology``.
    """
    table = _by_name().get(scheme.lower(), {})
    keys = (PREFIXES["wd"] + entity.qid,) if entity.qid else ()
    for key in (*keys, _folded(entity.link or entity.name)):
        found = table.get(key, frozenset())
        if len(found) == 1:
            return _concepts()[next(iter(found))]
    return None


def known(iri: str) -> Concept | None:
    """Return the shipped concept of that IRI."""
    return _concepts().get(iri)


def scheme_iri(scheme: str) -> str:
    """Return the IRI of a scheme by its short name."""
    return PREFIXES[scheme.lower()].rstrip("/")


def _folded(name: str) -> str:
    return " ".join(name.replace("_", " ").replace("-", " ").casefold().split())


@cache
def _rows() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return, for each subject of the schemes' files, the values of the properties that are looked at.

    Read without the general reader of tables: with some two thousand statements this is the longest part of building
    a small graph.
    """
    wanted = {expand(name): name for name in (*NAMES, PAGE, SCHEME, MATCH)}
    rows: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in sorted(folder("ontology").glob("concepts*.ttl")):
        for quad in read(path):
            if name := wanted.get(quad.predicate.value):
                rows[str(own_term(quad.subject))][name].append(plain(own_term(quad.object)))
    return {iri: {name: tuple(found) for name, found in row.items()} for iri, row in rows.items() if row.get(SCHEME)}


@cache
def _concepts() -> Mapping[str, Concept]:
    return {
        iri: Concept(iri, row[NAMES[0]][0], row[SCHEME][0], tuple(sorted(row.get(MATCH, ()))))
        for iri, row in _rows().items()
    }


@cache
def _by_name() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Map each scheme's names, in folded form, and its Wikidata IRIs to the concepts that have them."""
    table: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for concept in _concepts().values():
        row = _rows()[concept.iri]
        pages = [unquote(page.rsplit("/", 1)[-1]) for page in row.get(PAGE, ())]
        names = [name for key in NAMES for name in row.get(key, ())]
        for key in (*map(_folded, (*names, *pages)), *concept.matches):
            table[concept.scheme.rsplit("/", 1)[-1]][key].add(concept.iri)
    return {scheme: {key: frozenset(found) for key, found in names.items()} for scheme, names in table.items()}
