"""One row for each RDF format: its name, media type, file extension, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from partygraph.errors import Place, UsageError
from partygraph.formats import jsonld, ntriples, reading, turtle
from partygraph.formats.terms import Document, Iri, Term, Triple, Value
from partygraph.formats.turtle_files import format_turtle

__all__ = ["FORMATS", "Document", "Format", "Iri", "Term", "Triple", "Value", "find", "format_turtle", "read", "write"]


@dataclass(frozen=True, slots=True)
class Format:
    """An RDF format; ``holds_graphs`` tells whether it can name graphs."""

    name: str
    media_type: str
    extension: str
    holds_graphs: bool
    write: Callable[[Document], str]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        row.name: row
        for row in (
            Format("turtle", "text/turtle", "ttl", False, turtle.write),
            Format("jsonld", "application/ld+json", "jsonld", True, jsonld.write),
            Format("ntriples", "application/n-triples", "nt", False, ntriples.write),
            Format("trig", "application/trig", "trig", True, turtle.write),
            Format("nquads", "application/n-quads", "nq", True, ntriples.write),
        )
    }
)
"""The formats by name, in the order to show them."""


def find(word: str) -> Format:
    """Return the format of a name, a file extension (with or without its dot) or a media type.

    Raises:
        UsageError: there is no such format.
    """
    wanted = word.lower().removeprefix(".")
    for row in FORMATS.values():
        if wanted in (row.name, row.extension, row.media_type):
            return row
    raise UsageError(f"there is no RDF format {word!r}", remedy=f"Choose one of: {', '.join(FORMATS)}")


def write(document: Document, form: str) -> str:
    """Write a document in a format.

    Raises:
        UsageError: there is no such format, or it cannot hold the document's named graphs.
    """
    row = find(form)
    if not row.holds_graphs and any(graph for graph, _ in document.graphs):
        able = ", ".join(other.name for other in FORMATS.values() if other.holds_graphs)
        raise UsageError(f"{row.name} cannot hold named graphs", remedy=f"Write the facts alone, or choose: {able}")
    return row.write(document)


def read(path: Path, form: str | None = None) -> tuple[ox.Quad, ...]:
    """Read the statements of a file, in the format of its extension if no other is named.

    Raises:
        UsageError: there is no such format.
        InputError: the file cannot be read, or is not valid in that format.
    """
    try:
        row = find(form or path.suffix)
    except UsageError as error:
        raise UsageError(error.what, where=Place(str(path)), remedy=error.remedy) from error
    return reading.read(path, row.media_type)
