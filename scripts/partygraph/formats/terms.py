"""RDF terms and documents as plain Python values: what every writer takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from partygraph.formats.namespaces import PREFIXES, RDF, XSD

LANG_STRING = RDF + "langString"
STRING = XSD + "string"


class Iri(str):
    """An absolute IRI."""

    __slots__ = ()


class Value(NamedTuple):
    """A literal: lexical form, datatype IRI, and the language of a langString."""

    lexical: str
    datatype: str = STRING
    lang: str | None = None


class Blank(NamedTuple):
    """A blank node of a file of ours that is being formatted; published data has none."""

    label: str


Term = Iri | Value
Node = Iri | Value | Blank
Triple = tuple[Iri, Iri, Term]


def plain(node: Node) -> str:
    """Return a node as text: an IRI as it is, a literal without datatype and language."""
    return node.lexical if isinstance(node, Value) else str(node)


@dataclass(frozen=True, slots=True)
class Document:
    """What a file is to say: graphs with their names (None is the default graph), and how to make it readable.

    ``prefixes`` maps a prefix to its namespace; a writer declares those that it uses. ``header`` is a comment on top,
    ``lead`` the subject to begin with, and ``base`` the IRI that JSON-LD shortens its identifiers by.
    """

    graphs: tuple[tuple[Iri | None, tuple[Triple, ...]], ...]
    prefixes: Mapping[str, str] = field(default_factory=lambda: PREFIXES)
    header: str = ""
    lead: Iri | None = None
    base: str = ""
