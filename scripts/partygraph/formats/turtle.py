"""Writes Turtle and TriG for readers: one block for each subject, in canonical order.

Subjects stand in the order of their written names (the document's lead first), ``a`` before all other predicates, and
values in the order of their written forms, so that the same graph is always the same text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from partygraph.formats.namespaces import RDF, XSD
from partygraph.formats.ntriples import NAMED, escaped
from partygraph.formats.terms import LANG_STRING, STRING, Document, Iri, Term, Triple, Value

WIDTH = 120
INDENT = "    "
TYPE = RDF + "type"
SPLIT = re.compile(r"(.*[/#:])(.*)", re.DOTALL)
LOCAL = re.compile(r"(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?)?")
BARE = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "boolean": re.compile(r"true|false"),
}
LONG = re.compile(r'"(?="|\Z)|[\x00-\x08\x0b-\x1f\\\x7f]')


class Names:
    """Writes terms by a set of prefixes, and remembers which of them it needed."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        """Take the prefixes that may be used."""
        self._prefixes = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._written: dict[str, str] = {}
        self.used: set[str] = set()

    def iri(self, iri: str) -> str:
        """Write an IRI as a prefixed name where that is possible."""
        written = self._written.get(iri)
        if written is None:
            written = self._written[iri] = self._shorten(iri)
        return written

    def _shorten(self, iri: str) -> str:
        split = SPLIT.fullmatch(iri)
        prefix = self._prefixes.get(split[1]) if split else None
        if split is None or prefix is None or not LOCAL.fullmatch(split[2]):
            return f"<{iri}>"
        self.used.add(prefix)
        return f"{prefix}:{split[2]}"

    def term(self, term: Term) -> str:
        """Write an IRI or a literal."""
        return self.iri(term) if isinstance(term, Iri) else self.literal(term)

    def predicate(self, iri: str) -> str:
        """Write the IRI of a predicate."""
        return "a" if iri == TYPE else self.iri(iri)

    def literal(self, value: Value) -> str:
        """Write a literal, a number or truth value bare, and text with line ends on several lines."""
        lexical, datatype, lang = value
        if (bare := BARE.get(datatype)) and bare.fullmatch(lexical):
            return lexical
        text = f'"""{_long(lexical)}"""' if "\n" in lexical else f'"{escaped(lexical)}"'
        if datatype == STRING:
            return text
        return f"{text}@{lang}" if datatype == LANG_STRING else f"{text}^^{self.iri(datatype)}"


def _long(text: str) -> str:
    return LONG.sub(lambda found: NAMED.get(found[0]) or f"\\u{ord(found[0]):04X}", text)


def write(document: Document) -> str:
    """Write a document as Turtle, or as TriG if it has named graphs."""
    names = Names(document.prefixes)
    parts = [_graph(graph, triples, names, document.lead) for graph, triples in document.graphs]
    header = "".join(f"# {line}".rstrip() + "\n" for line in document.header.splitlines())
    prefixes = prefix_lines({prefix: document.prefixes[prefix] for prefix in names.used})
    return "\n".join(part for part in (header, prefixes, *parts) if part)


def prefix_lines(prefixes: Mapping[str, str]) -> str:
    """Write the declarations of prefixes, sorted."""
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(prefixes.items()))


def _graph(graph: Iri | None, triples: Iterable[Triple], names: Names, lead: Iri | None) -> str:
    grouped: dict[Iri, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples:
        grouped[subject][names.predicate(predicate)].append(names.term(value))
    margin = INDENT if graph else ""
    blocks = [
        _block(names.iri(subject), grouped[subject], margin)
        for subject in sorted(grouped, key=lambda iri: (iri != lead, names.iri(iri)))
    ]
    if graph is None:
        return "\n".join(blocks)
    return f"{names.iri(graph)} {{\n" + "\n".join(blocks) + "}\n"


def _block(subject: str, properties: Mapping[str, list[str]], margin: str) -> str:
    lines = [
        objects(predicate, sorted(set(values)), margin + INDENT)
        for predicate, values in sorted(properties.items(), key=lambda row: predicate_order(row[0]))
    ]
    return f"{margin}{subject} " + f" ;\n{margin}{INDENT}".join(lines) + " .\n"


def predicate_order(written: str) -> tuple[bool, str]:
    """Sort predicates: the type first, then as written."""
    return (written != "a", written)


def objects(predicate: str, values: list[str], margin: str) -> str:
    """Write a predicate with its values, on one line if that fits, else one value a line below it."""
    line = f"{predicate} {', '.join(values)}"
    if len(values) == 1 or len(margin) + len(line) + 2 <= WIDTH:
        return line
    return f"{predicate}\n{margin}{INDENT}" + f",\n{margin}{INDENT}".join(values)
