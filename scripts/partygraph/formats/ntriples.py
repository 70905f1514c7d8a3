"""Writes N-Triples and N-Quads: one statement a line, sorted, in the canonical form of RDF 1.1."""

from __future__ import annotations

import re
from functools import lru_cache

from partygraph.formats.terms import LANG_STRING, STRING, Document, Iri, Term, Value

SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f]')
NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def escaped(text: str) -> str:
    r"""Write text as the inside of a string in quotation marks.

    >>> print(escaped('a "b"\n'))
    a \"b\"\n
    """
    return SPECIAL.sub(lambda found: NAMED.get(found[0]) or f"\\u{ord(found[0]):04X}", text)


@lru_cache(maxsize=1 << 16)
def term(value: Term) -> str:
    """Write an IRI or a literal in full.

    >>> term(Value("2002", "http://www.w3.org/2001/XMLSchema#gYear"))
    '"2002"^^<http://www.w3.org/2001/XMLSchema#gYear>'
    """
    if isinstance(value, Iri):
        return f"<{value}>"
    return literal(value)


def literal(value: Value) -> str:
    """Write a literal in full."""
    text = f'"{escaped(value.lexical)}"'
    if value.datatype == STRING:
        return text
    if value.datatype == LANG_STRING:
        return f"{text}@{value.lang}"
    return f"{text}^^<{value.datatype}>"


def write(document: Document) -> str:
    """Write a document; statements of a named graph carry its name, which makes the text N-Quads."""
    lines: set[str] = set()
    for graph, triples in document.graphs:
        end = f" <{graph}> .\n" if graph else " .\n"
        lines.update(f"<{subject}> <{predicate}> {term(value)}{end}" for subject, predicate, value in triples)
    return "".join(sorted(lines))
