"""RDF terms as plain tuples, which pass between processes and engines."""

from __future__ import annotations

from typing import NamedTuple

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
STRING = XSD + "string"
LANG_STRING = RDF + "langString"
INTEGERS = frozenset(
    XSD + name for name in ("integer", "nonNegativeInteger", "positiveInteger", "int", "long", "short")
)


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
