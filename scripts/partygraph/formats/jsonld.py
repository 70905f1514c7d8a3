"""Writes compact JSON-LD for readers: short names from the project's own context, nodes nested where they belong.

The context stands in the document itself, cut to the names that it uses, so that no network is needed to read it.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from partygraph.errors import Place, RuleError
from partygraph.formats import ntriples
from partygraph.formats.namespaces import RDF, XSD, expand
from partygraph.formats.terms import LANG_STRING, STRING, Document, Iri, Term, Triple, Value
from partygraph.resources import folder

Json = str | int | float | bool | list["Json"] | dict[str, "Json"]
TYPE = RDF + "type"
INDENT = "  "
WIDTH = 120
_text = json.JSONEncoder(ensure_ascii=False).encode
CANONICAL_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
SAFE = re.compile(r"[A-Za-z0-9._~-]+(?:/[A-Za-z0-9._~-]+)*(?:#[A-Za-z0-9._~-]*)?")
NATIVE = {XSD + "integer", XSD + "nonNegativeInteger"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the context: the property it stands for, and how its plain values are to be understood."""

    key: str
    coercion: str | None
    lang: str | None
    container: str | None
    definition: Json


@cache
def context() -> Mapping[str, Json]:
    """Return the project's JSON-LD context, ``ontology/context.jsonld``.

    Raises:
        RuleError: the file is no JSON, or sets what would change the meaning of names that it does not define.
    """
    path = folder("ontology") / "context.jsonld"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["@context"]
    except (ValueError, KeyError, TypeError) as error:
        raise RuleError(f"not a JSON-LD context: {error}", where=Place(str(path))) from error
    for keyword in ("@language", "@vocab", "@import", "@base"):
        if keyword in found:
            raise RuleError(
                f"the context sets {keyword}", where=Place(str(path)), remedy="Say it at the names that need it"
            )
    return dict(found)


def write(document: Document) -> str:
    """Write a document; named graphs become objects with a ``@graph`` of their own."""
    compactor = _Compactor(document, context())
    graphs: list[Json] = []
    for graph, triples in document.graphs:
        nodes = compactor.nodes(triples)
        graphs += [{compactor.id_key: compactor.reference(graph), "@graph": nodes}] if graph else nodes
    return _laid_out({"@context": compactor.used(), "@graph": graphs}, "") + "\n"


class _Compactor:
    def __init__(self, document: Document, known: Mapping[str, Json]) -> None:
        self.base, self.lead = document.base, document.lead
        self.known = known
        self.id_key = _alias(known, "@id")
        self.type_key = _alias(known, "@type")
        free = {name: namespace for name, namespace in document.prefixes.items() if name not in known}
        self.prefixes = free | _prefixes(known)
        self._label_key = next((key for key, value in known.items() if _stands_for(value, "rdfs:label")), "")
        self.by_iri: dict[str, list[Name]] = defaultdict(list)
        for key, definition in known.items():
            if name := _name(key, definition, self.prefixes):
                self.by_iri[name[0]].append(name[1])
        self.vocabularies = {iri: prefix for prefix, iri in _prefixes(known).items()}
        self.namespaces = {iri: prefix for prefix, iri in self.prefixes.items()}
        self.needed: dict[str, Json] = {}
        self.keys: dict[tuple[str, str, str | None], tuple[str, Name | None]] = {}

    def used(self) -> Json:
        """Return the context with the names that were needed, prefixes first."""
        wanted: dict[str, Json] = {"@version": 1.1}
        if self.base:
            wanted["@base"] = self.base
        for alias in (self.id_key, self.type_key):
            if not alias.startswith("@"):
                wanted[alias] = self.known[alias]
        for definition in list(self.needed.values()):
            self._need_prefixes(definition)
        prefixes = {key: value for key, value in self.needed.items() if key in self.prefixes}
        names = {key: value for key, value in self.needed.items() if key not in self.prefixes}
        return wanted | dict(sorted(prefixes.items())) | dict(sorted(names.items()))

    def _need_prefixes(self, definition: Json) -> None:
        if isinstance(definition, dict):
            for value in definition.values():
                self._need_prefixes(value)
        elif isinstance(definition, str) and (prefix := definition.partition(":")[0]) in self.prefixes:
            self.needed.setdefault(prefix, self.prefixes[prefix])

    def nodes(self, triples: Iterable[Triple]) -> list[Json]:
        """Return the nodes of a graph, each nested in the one node that refers to it, or else on the top level."""
        grouped: dict[Iri, list[tuple[Iri, Term]]] = defaultdict(list)
        for subject, predicate, value in triples:
            grouped[subject].append((predicate, value))
        uses = Counter(value for rows in grouped.values() for _, value in rows if isinstance(value, Iri))
        parents = {
            value: subject
            for subject, rows in grouped.items()
            for _, value in rows
            if isinstance(value, Iri) and value in grouped and uses[value] == 1 and value != self.lead
        }
        nested = {node for node in parents if not _circular(node, parents)}
        tops = sorted(grouped.keys() - nested, key=lambda iri: (iri != self.lead, iri))
        return [self._node(iri, grouped, nested) for iri in tops]

    def _node(self, iri: Iri, grouped: Mapping[Iri, list[tuple[Iri, Term]]], nested: set[Iri]) -> Json:
        written: dict[str, Json] = {self.id_key: self.reference(iri)}
        collected: dict[str, list[Json]] = defaultdict(list)
        languages: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for predicate, value in sorted(set(grouped[iri]), key=lambda row: (row[0], ntriples.term(row[1]))):
            if predicate == TYPE:
                collected[self.type_key].append(self._word(str(value)))
                continue
            key, name = self._key(predicate, value)
            if isinstance(value, Value):
                if name and name.container == "@language" and value.lang:
                    languages[key][value.lang].append(value.lexical)
                else:
                    collected[key].append(self._literal(value, name))
            elif value in nested:
                collected[key].append(self._node(value, grouped, nested))
            else:
                reference = self.reference(value)
                collected[key].append(reference if name and name.coercion == "@id" else {self.id_key: reference})
        for key, texts in languages.items():
            collected[key].append({lang: _one(list(found)) for lang, found in texts.items()})
        first = (self.type_key, self._label_key)
        for key in sorted(collected, key=lambda key: (first.index(key) if key in first else len(first), key)):
            written[key] = _one(collected[key])
        return written

    def _key(self, predicate: str, value: Term) -> tuple[str, Name | None]:
        kind = (predicate, "@id", None) if isinstance(value, Iri) else (predicate, value.datatype, value.lang)
        if kind not in self.keys:
            fitting = [name for name in self.by_iri[predicate] if _fits(name, value)]
            name = next((name for name in fitting if name.coercion == kind[1]), fitting[0] if fitting else None)
            self.keys[kind] = (self._need(name) if name else self._word(predicate, names=False), name)
        return self.keys[kind]

    def _need(self, name: Name) -> str:
        self.needed[name.key] = name.definition
        return name.key

    def _word(self, iri: str, *, names: bool = True) -> str:
        """Shorten the IRI of a class, datatype or property: a plain name of the context, or prefix and local name."""
        plain = next((name for name in self.by_iri.get(iri, ()) if isinstance(name.definition, str)), None)
        if plain and names:
            return self._need(plain)
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self.namespaces.get(iri[:cut])
        if prefix is None or iri[cut:].startswith("//"):
            return iri
        self.needed[prefix] = self.prefixes[prefix]
        return f"{prefix}:{iri[cut:]}"

    def reference(self, iri: str) -> str:
        """Shorten an identifier by a prefix of the context, or by the base."""
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        if (prefix := self.vocabularies.get(iri[:cut])) and iri[cut:]:
            self.needed[prefix] = self.prefixes[prefix]
            return f"{prefix}:{iri[cut:]}"
        rest = iri.removeprefix(self.base) if self.base else iri
        return rest if rest != iri and SAFE.fullmatch(rest) else iri

    def _literal(self, value: Value, name: Name | None) -> Json:
        lexical, datatype, lang = value
        plain = name is not None and name.coercion == datatype
        if datatype in NATIVE and CANONICAL_INTEGER.fullmatch(lexical) and (plain or datatype == XSD + "integer"):
            return int(lexical)
        if datatype == XSD + "boolean" and lexical in ("true", "false"):
            return lexical == "true"
        if plain or datatype == STRING:
            return lexical
        if datatype == LANG_STRING:
            return lexical if name and lang == name.lang else {"@value": lexical, "@language": lang or ""}
        return {"@value": lexical, "@type": self._word(datatype)}


def _fits(name: Name, value: Term) -> bool:
    """Tell whether a value can stand under a name without saying its datatype, or under one that says none."""
    if isinstance(value, Iri):
        return name.coercion in ("@id", None) and name.container != "@language" and name.lang is None
    if name.container == "@language" or name.lang:
        return value.lang is not None and name.lang in (None, value.lang)
    return name.coercion in (None, value.datatype)


def _name(key: str, definition: Json, prefixes: Mapping[str, str]) -> tuple[str, Name] | None:
    """Read a name of a context; None for keywords, prefixes and reversed properties."""
    if key.startswith("@") or key in prefixes:
        return None
    if isinstance(definition, str):
        return (
            None
            if definition.startswith("@")
            else (expand(definition, prefixes), Name(key, None, None, None, definition))
        )
    if not isinstance(definition, dict) or "@reverse" in definition:
        return None
    iri = str(definition.get("@id", key))
    coercion = definition.get("@type")
    lang = definition.get("@language")
    container = definition.get("@container")
    return expand(iri, prefixes), Name(
        key,
        expand(str(coercion), prefixes) if coercion else None,
        str(lang) if lang else None,
        str(container) if container else None,
        definition,
    )


def _stands_for(definition: Json, name: str) -> bool:
    return definition == name or (isinstance(definition, dict) and definition.get("@id") == name)


def _prefixes(known: Mapping[str, Json]) -> dict[str, str]:
    return {
        key: value
        for key, value in known.items()
        if isinstance(value, str) and "://" in value and value.endswith(("/", "#"))
    }


def _alias(known: Mapping[str, Json], keyword: str) -> str:
    return next((key for key, value in known.items() if value == keyword), keyword)


def _circular(node: Iri, parents: Mapping[Iri, Iri]) -> bool:
    seen = {node}
    while node in parents:
        node = parents[node]
        if node in seen:
            return True
        seen.add(node)
    return False


def _laid_out(value: Json, margin: str) -> str:
    """Write JSON with one value a line, but what fits on a line and holds no object on one line."""
    if isinstance(value, dict):
        parts = [f"{_text(key)}: {_laid_out(item, margin + INDENT)}" for key, item in value.items()]
        start, end = "{", "}"
    elif isinstance(value, list):
        parts = [_laid_out(item, margin + INDENT) for item in value]
        start, end = "[", "]"
    else:
        return _text(value)
    line = f"{start}{', '.join(parts)}{end}"
    if len(margin) + len(line) <= WIDTH and "{" not in line[1:] and "\n" not in line:
        return line
    return f"{start}\n{margin}{INDENT}" + f",\n{margin}{INDENT}".join(parts) + f"\n{margin}{end}"


def _one(values: list[Json]) -> Json:
    return values[0] if len(values) == 1 else values
