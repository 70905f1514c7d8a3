"""Reads RDF files through pyoxigraph, which opens no network connection and rejects what is not valid."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from partygraph.errors import InputError, Place
from partygraph.formats.terms import Blank, Iri, Node, Value


def read(path: Path, media_type: str) -> tuple[ox.Quad, ...]:
    """Read the statements of a file; relative IRIs are relative to the file.

    Raises:
        InputError: the file cannot be read, or is not valid in its format; with line and column where known.
    """
    form = ox.RdfFormat.from_media_type(media_type)
    if form is None:
        raise InputError(f"no reader for {media_type}", where=Place(str(path)))
    try:
        return tuple(ox.parse(path.read_bytes(), format=form, base_iri=path.resolve().as_uri()))
    except OSError as error:
        raise InputError(f"cannot read the file: {error.strerror}", where=Place(str(path))) from error
    except SyntaxError as error:
        raise InputError(
            f"not valid {form.name}: {error.msg}",
            where=Place(str(path), error.lineno, error.offset),
            remedy="Mend the syntax there, or name the file by the format it is in",
        ) from error


def own_term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    """Return a term of pyoxigraph as one of ours."""
    if isinstance(term, ox.Literal):
        return Value(term.value, term.datatype.value, term.language)
    if isinstance(term, ox.BlankNode):
        return Blank(term.value)
    return Iri(term.value if isinstance(term, ox.NamedNode) else str(term))
