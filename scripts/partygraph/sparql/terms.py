"""RDF terms as plain tuples, which pass between processes and engines."""

from __future__ import annotations

import re
from typing import NamedTuple

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
STRING = XSD + "string"
LANG_STRING = RDF + "langString"
INTEGERS = frozenset(
    XSD + name for name in ("integer", "nonNegativeInteger", "positiveInteger", "int", "long", "short")
)
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*+)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?', re.DOTALL)
ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
SIGNS = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
BARE = ((r"true|false", "boolean"), (r"[+-]?\d+", "integer"), (r"[+-]?\d*\.\d*", "decimal"), (r".*", "double"))
"""How Turtle and TSV write literals that need no quotes; the first pattern that fits tells the datatype."""


class Term(NamedTuple):
    """An IRI, blank node or literal; ``kind`` is ``uri``, ``bnode`` or ``literal`` as in SPARQL's JSON results.

    ``datatype`` is empty for what is not a literal, and ``lang`` for what has no language.
    """

    kind: str
    value: str
    datatype: str = ""
    lang: str = ""

    def plain(self) -> str | int:
        """Return the term as a table shows it: an integer as a number, everything else as its text."""
        if self.datatype not in INTEGERS:
            return self.value
        try:
            return int(self.value)
        except ValueError:
            return self.value

    def as_json(self) -> dict[str, str]:
        """Return the term as SPARQL's JSON results write it."""
        written = {"type": self.kind, "value": self.value}
        if self.lang:
            written["xml:lang"] = self.lang
        elif self.datatype and self.datatype != STRING:
            written["datatype"] = self.datatype
        return written


def read(text: str) -> Term:
    """Read a term as N-Triples and SPARQL's TSV write it; a triple term becomes a literal of its text.

    >>> read('"7"@fr').lang, read("7").datatype.rpartition("#")[2]
    ('fr', 'integer')
    """
    if text.startswith("<<"):
        return Term("literal", text, STRING)
    if text.startswith("<"):
        return Term("uri", _unescaped(text[1:-1]))
    if text.startswith("_:"):
        return Term("bnode", text[2:])
    found = LITERAL.fullmatch(text)
    if found is None:
        return Term("literal", text, XSD + next(name for pattern, name in BARE if re.fullmatch(pattern, text)))
    words, lang, datatype = found.groups()
    return Term("literal", _unescaped(words), LANG_STRING if lang else datatype or STRING, lang or "")


def _unescaped(text: str) -> str:
    return ESCAPED.sub(_sign, text) if "\\" in text else text


def _sign(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else SIGNS.get(found[3], found[3])
