"""The child process that answers one query: it can be killed, and before the query starts it shuts its own doors.

Standard input: the parts of a :class:`Job`, then N-Quads of data held in memory. Standard output: a line ``ready`` once
the data is loaded, then a header as a line of JSON, then a line for each row or triple. Such a line is one of JSON too,
or, if the header says ``written``, one as the engine itself writes it (TSV of terms, N-Triples), which is faster than
to make Python objects of every term here.

Most queries take less time than Python's own modules take to load: what is not always needed is imported where it is.
"""

from __future__ import annotations

import marshal
import os
import sys

from partygraph.sparql import doors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from partygraph.sparql.terms import Term

FAILED = b"failed "
"""How a line begins that says in hexadecimal digits what went wrong."""

READABLE = ("nq", "trig", "nt", "ttl", "jsonld")
"""File name endings of data, richest first; RDF/XML is not among them because its entities can be a trap."""


class Job:
    """What to answer: the query, the files it runs on, its bound variables, the engine, and the bounds.

    A binding is a term's kind, value, datatype and language. ``graphs`` tells that the query looks at graphs by their
    names. ``memory`` is in bytes, beside those of the data; an answer of more rows than ``most`` is none.
    """

    def __init__(
        self,
        query: str,
        files: tuple[str, ...],
        bindings: dict[str, tuple[str, str, str, str]],
        engine: str,
        graphs: bool,
        memory: int,
        most: int,
    ) -> None:
        """Hold the parts."""
        self.query = query
        self.files = files
        self.bindings = bindings
        self.engine = engine
        self.graphs = graphs
        self.memory = memory
        self.most = most

    def as_bytes(self) -> bytes:
        """Write the job for a child of the same Python."""
        parts = (self.query, self.files, self.bindings, self.engine, self.graphs, self.memory, self.most)
        return marshal.dumps(parts)


class TooManyRowsError(Exception):
    """The result is longer than anybody can want it."""


def main() -> None:
    """Answer the job on standard input; every failure becomes a line that begins with :data:`FAILED`."""
    job = Job(*marshal.load(sys.stdin.buffer))
    out = sys.stdout.buffer
    try:
        engine = ENGINES[job.engine](job, sys.stdin.buffer.read())
        doors.shut(job.memory, files=any(map(os.path.isdir, job.files)))
        out.write(b"ready\n")
        out.flush()
        for line in engine:
            out.write(line if isinstance(line, bytes) else _as_line(line))
    except Exception as error:
        # The doors are shut: no module can be imported any more, not even that of JSON.
        out.write(FAILED + marshal.dumps(_failure(error)).hex().encode() + b"\n")
    out.flush()


def _as_line(record: object) -> bytes:
    import json  # here already: rdflib's engine, the only one whose lines are written so, has it, too

    return json.dumps(record, ensure_ascii=True).encode() + b"\n"


def _failure(error: Exception) -> dict[str, Any]:
    kind = type(error).__name__
    where = (error.filename, error.lineno, error.offset) if isinstance(error, SyntaxError) else (None, None, None)
    return {"error": kind, "message": getattr(error, "msg", None) or str(error) or kind, "where": where}


def _oxigraph(job: Job, held: bytes) -> Iterator[Any]:
    from pyoxigraph import Literal, NamedNode, QueryResultsFormat, RdfFormat, Store, Variable

    from partygraph.sparql.merging import flattened, merged

    def made(kind: str, value: str, datatype: str, lang: str) -> Any:
        if kind == "uri":
            return NamedNode(value)
        return Literal(value, language=lang) if lang else Literal(value, datatype=NamedNode(datatype))

    stored = next(filter(os.path.isdir, job.files), None)
    if stored:
        store = Store.read_only(stored)
    else:
        store = Store()
        # The named graphs cost as much memory again, and only some queries look at them.
        store.bulk_extend((merged if job.graphs else flattened)(_statements(job.files, held)))
    bindings = {Variable(name): made(*parts) for name, parts in job.bindings.items()}

    def answer() -> Iterator[Any]:
        found: Any = store.query(job.query, substitutions=bindings or None)
        if hasattr(found, "variables"):
            # Names of variables have no sign that JSON would escape.
            columns = ", ".join(f'"{variable.value}"' for variable in found.variables)
            yield f'{{"columns": [{columns}], "written": true}}\n'.encode()
            # The first line has the names of the variables.
            yield _text(found, QueryResultsFormat.TSV, job.most + 1)
        elif isinstance(found, bool) or type(found).__name__ == "QueryBoolean":
            yield b'{"boolean": true}\n' if found else b'{"boolean": false}\n'
        else:
            yield b'{"graph": true, "written": true}\n'
            yield _text(found, RdfFormat.N_TRIPLES, job.most)

    return answer()


def _statements(files: Iterable[str], held: bytes) -> Iterator[Any]:
    """Read the statements of files and of N-Quads; blank nodes of two files are two, whatever they are called."""
    from pyoxigraph import RdfFormat, parse

    for file in files:
        form = RdfFormat.from_extension(file.rpartition(".")[2])
        with _named(file):
            yield from parse(path=file, format=form, rename_blank_nodes=True)
    with _named("(data)"):
        yield from parse(held, format=RdfFormat.N_QUADS, rename_blank_nodes=True)


def _text(found: Any, form: Any, most: int) -> bytes:
    """Let the engine write all it found; neither format has a line end inside a line."""
    pieces = _Pieces(most)
    found.serialize(pieces, format=form)
    return b"".join(pieces.held)


class _Pieces:
    """Takes what an engine writes, up to so many lines."""

    def __init__(self, most: int) -> None:
        self.held: list[bytes] = []
        self.left = most

    def write(self, piece: bytes) -> int:
        self.left -= piece.count(b"\n")
        if self.left < 0:
            raise TooManyRowsError
        self.held.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        pass


def _rdflib(job: Job, held: bytes) -> Iterator[Any]:
    import json  # noqa: F401 - for the lines of the answer, when nothing can be imported any more

    import rdflib
    from pyoxigraph import RdfFormat, Store, serialize
    from rdflib.plugins.sparql import prepareQuery

    from partygraph.sparql.terms import LANG_STRING, STRING, Term

    def term(value: Any) -> Term | None:
        if isinstance(value, rdflib.URIRef):
            return Term("uri", str(value))
        if isinstance(value, rdflib.Literal):
            datatype = str(value.datatype or (LANG_STRING if value.language else STRING))
            return Term("literal", str(value), datatype, value.language or "")
        return None if value is None else Term("bnode", str(value))

    def made(kind: str, value: str, datatype: str, lang: str) -> Any:
        if kind == "uri":
            return rdflib.URIRef(value)
        return rdflib.Literal(value, lang=lang) if lang else rdflib.Literal(value, datatype=_not_string(datatype))

    # rdflib would fetch a remote JSON-LD context, so that Oxigraph, which does not, is the reader for both.
    dataset = rdflib.Dataset(default_union=True)
    stored = next(filter(os.path.isdir, job.files), None)
    quads = Store.read_only(stored) if stored else _statements(job.files, held)
    # One parse for everything, because each parse empties the default graph first.
    dataset.parse(data=serialize(quads, format=RdfFormat.N_QUADS) or b"", format="nquads")
    prepared = prepareQuery(job.query)
    bindings = {name: made(*parts) for name, parts in job.bindings.items()}

    def answer() -> Iterator[Any]:
        found: Any = dataset.query(prepared, initBindings=bindings)
        if found.type == "ASK":
            yield {"boolean": bool(found.askAnswer)}
        elif found.type == "SELECT":
            yield {"columns": [str(name) for name in found.vars or ()]}
            yield from _counted(([term(value) for value in row] for row in found), job.most)
        else:
            yield {"graph": True}
            yield from _counted(([term(value) for value in triple] for triple in found), job.most)

    return answer()


def _not_string(datatype: str) -> str | None:
    # In rdflib a plain literal and one of type xsd:string are two terms; the data has the plain ones.
    return None if datatype == "http://www.w3.org/2001/XMLSchema#string" else datatype


class _named:  # noqa: N801 - reads as a word of the with statement
    """Puts the file's name on a syntax error that is raised inside."""

    def __init__(self, file: str) -> None:
        self.file = file

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, SyntaxError):
            error.filename = self.file


def _counted(rows: Iterator[list[Term | None]], most: int) -> Iterator[list[Term | None]]:
    for at, row in enumerate(rows):
        if at >= most:
            raise TooManyRowsError
        yield row


ENGINES: dict[str, Callable[[Job, bytes], Iterator[Any]]] = {"oxigraph": _oxigraph, "rdflib": _rdflib}
"""The engines that can answer; each loads the data at once and gives the answer line by line."""
