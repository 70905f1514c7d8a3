"""Reads RDF files as lines of N-Triples with their graphs, as bytes: what is canonical N-Quads passes unparsed.

A block of lines that are all in the one form that this project writes is only split. Any other block, and any other
format, goes through a parser and is written anew, so that one triple is always one and the same line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from partygraph import formats
from partygraph.errors import InputError, Place

BLOCK = 2**20
"""How many bytes are read at once."""
BATCH = 5000
"""How many statements of a parser are written at once."""

Line = tuple[bytes, bytes, bytes]
"""A triple without its full stop, what tells the kind of its value (from the closing quote on; empty for an IRI), and
the graph (empty for the default one)."""

# Possessive repeats keep every line linear. What is rare or has two spellings (escapes by number, a written xsd:string,
# capitals in a language, brackets in an IRI) is left to the parser.
_CHARACTERS = rb"[^\x00-\x20<>\"{}|^`\\%#\[\]\x7f]*+"
_PART = rb"%s(?:%%[0-9A-Fa-f]{2}%s)*+" % (_CHARACTERS, _CHARACTERS)
_IRI = rb"<[A-Za-z][A-Za-z0-9+.-]*+:%s(?:#%s)?>" % (_PART, _PART)
_WORDS = rb'"[^"\\\x00-\x1f\x7f]*+(?:\\[tbnrf"\\][^"\\\x00-\x1f\x7f]*+)*+'
_KIND = rb'"(?:@[a-z]{1,8}(?:-[a-z0-9]{1,8})*+|\^\^(?!<http://www\.w3\.org/2001/XMLSchema#string>)%s)?' % _IRI
CANONICAL = re.compile(
    rb"^(%s %s (?:%s|%s(%s)))(?: (%s))? \.\n" % (_IRI, _IRI, _IRI, _WORDS, _KIND, _IRI), re.MULTILINE
)
WRITTEN = re.compile(
    rb'^(<[^>]*> <[^>]*> (?:<[^>]*>|"(?:[^"\\]|\\.)*+("(?:@[\w-]+|\^\^<[^>]*>)?)))(?: (<[^>]*>))? \.\n', re.MULTILINE
)
"""What a writer of N-Quads can have written, where only IRIs and literals were given to it."""


def read(path: Path) -> Iterator[list[Line]]:
    """Read a file as blocks of lines.

    Raises:
        InputError: the file cannot be read, is not valid, or has blank nodes, which double when they are sent twice.
    """
    form = ox.RdfFormat.from_media_type(formats.find(path.suffix).media_type)
    try:
        if form in (ox.RdfFormat.N_QUADS, ox.RdfFormat.N_TRIPLES):
            yield from _by_lines(path, form)
        else:
            yield from _parsed(path, ox.parse(path=path, format=form))
    except OSError as error:
        raise InputError(f"cannot read the file: {error.strerror or error}", where=Place(str(path))) from error
    except SyntaxError as error:
        raise _invalid(path, error) from error


def _by_lines(path: Path, form: ox.RdfFormat) -> Iterator[list[Line]]:
    before = 0
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            block += stream.readline()
            number = block.count(b"\n")
            found = CANONICAL.findall(block) if _is_utf8(block) else []
            # Each find starts where a line does and ends where it ends: as many finds as lines, and nothing is left.
            if len(found) == number and block.endswith(b"\n"):
                yield found
            else:
                try:
                    yield from _parsed(path, ox.parse(block, format=form))
                except SyntaxError as error:
                    raise _invalid(path, error, before) from error
            before += number


def _parsed(path: Path, quads: Iterator[ox.Quad]) -> Iterator[list[Line]]:
    while batch := list(islice(quads, BATCH)):
        text = ox.serialize(batch, format=ox.RdfFormat.N_QUADS) or b""
        if b"_:" in text or b"<<" in text:
            _refuse_blank_nodes(path, batch)
        yield WRITTEN.findall(text)


def _refuse_blank_nodes(path: Path, quads: Iterable[ox.Quad]) -> None:
    for quad in quads:
        names = (quad.subject, quad.graph_name)
        if ox.BlankNode in map(type, names) or not isinstance(quad.object, ox.NamedNode | ox.Literal):
            raise InputError(
                f"a blank node or a triple term: {str(quad)[:120]}",
                where=Place(str(path)),
                remedy="Load what `partygraph build` publishes, or name the nodes: sent twice they would double",
            )


def _is_utf8(block: bytes) -> bool:
    try:
        block.decode()
    except UnicodeDecodeError:
        return False
    return True


def _invalid(path: Path, error: SyntaxError, before: int = 0) -> InputError:
    return InputError(
        f"not valid RDF: {error.msg}",
        where=Place(str(path), error.lineno and error.lineno + before, error.offset),
        remedy="Mend the syntax there; nothing was published",
    )
