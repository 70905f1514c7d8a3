"""Answers a query in a child process, which ends when the time is over."""

from __future__ import annotations

import json
import marshal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from partygraph.errors import InputError, PartygraphError, Place, UsageError
from partygraph.resources import PACKAGE
from partygraph.sparql import guard
from partygraph.sparql.answers import Answer
from partygraph.sparql.terms import STRING, Term, read
from partygraph.sparql.worker import ENGINES, FAILED, READABLE, Job

SECONDS = 60.0
MEMORY = 4 * 2**30
MOST_ROWS = 1_000_000
"""How long a query may take once its data is loaded, how many bytes it may use beside those of the data, and how many
rows it may answer."""

STORED = Path("current", "merged")
"""Where a folder has a store on the disk, if it has one; its default graph is the merge of all its graphs."""

LONGEST_MESSAGE = 160
"""An engine may list everything that it would have taken; a person reads the start of that."""

START = "import sys; sys.path[:] = sys.argv[1:]; from partygraph.sparql.worker import main; main()"
FLAGS = ("-I", "-S", "-X", "utf8")
"""The child finds modules where this process does, and needs no search of its own for them."""


class QueryTimeError(PartygraphError):
    """The query was ended because its time was over; there is no answer, not even a part of one."""


def answer(
    query: str,
    files: Iterable[Path] = (),
    held: bytes = b"",
    *,
    bindings: Mapping[str, Term] | None = None,
    engine: str = "oxigraph",
    seconds: float = SECONDS,
    most: int = MOST_ROWS,
    name: str = "query",
) -> Answer:
    """Answer a query on the union of some RDF files and of N-Quads held in memory.

    Variables in ``bindings`` stand for the terms given, and must be named in the query's SELECT clause; nothing is
    pasted into its text. ``name`` is the query's file or name, for messages.

    Raises:
        UsageError: the guard refuses the query, its syntax is off, or the engine is unknown.
        InputError: a data file cannot be read.
        QueryTimeError: the time is over.
    """
    guard.check(query, name=name)
    if engine not in ENGINES:
        raise UsageError(f"there is no engine {engine!r}", remedy=f"Choose one of: {', '.join(ENGINES)}")
    places = tuple(map(str, files))
    if any(Path(place).is_dir() for place in places) and (len(places) > 1 or held):
        raise UsageError("a store on the disk is asked alone", remedy="Put the other data into the store, too")
    bound = {name: (*term[:2], term.datatype or STRING, term.lang) for name, term in (bindings or {}).items()}
    job = Job(query, places, bound, engine, guard.has_word(query, "GRAPH"), MEMORY, most)
    command = [sys.executable, *FLAGS, "-c", START, str(PACKAGE.parent), *sys.path]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, bufsize=0, stdin=pipe, stdout=pipe, stderr=pipe) as child:
        try:
            output = _converse(child, job, held, seconds)
        except subprocess.TimeoutExpired as error:
            raise QueryTimeError(
                f"the query was ended after {seconds:g} seconds, so there is no answer",
                where=Place(name),
                remedy="Ask for less (LIMIT, a narrower pattern), or allow more with --seconds",
            ) from error
        finally:
            child.kill()
    return _answer(output, child.returncode, name)


def data_files(places: Iterable[Path], *, stores: bool = False) -> tuple[Path, ...]:
    """Return the RDF files to load for files and folders.

    A folder has the same graph in several formats, so that of each name only the richest one is taken. Of a folder
    that is a store on the disk it is the store itself, where ``stores`` can be read.

    Raises:
        InputError: a file or folder is missing, has no RDF, is a store, or has a format that is not read.
    """
    found: list[Path] = []
    for place in places:
        if (place / STORED).is_dir():
            if not stores:
                raise InputError(
                    "this is a store on the disk, and files are asked for",
                    where=Place(str(place)),
                    remedy=f"Give the files that it was made of: partygraph store {place} --list",
                )
            found.append((place / STORED).resolve())
        elif place.is_dir():
            found += _richest(place)
        elif place.is_file():
            if place.suffix[1:] not in READABLE:
                raise InputError(
                    f"data with the ending {place.suffix or '(none)'} is not read",
                    where=Place(str(place)),
                    remedy=f"Give a file that ends in {', '.join('.' + ending for ending in READABLE)}",
                )
            found.append(place)
        else:
            raise InputError("there is no such file or folder", where=Place(str(place)), remedy="Check the path")
    return tuple(dict.fromkeys(found))


def _richest(folder: Path) -> list[Path]:
    best: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix[1:] not in READABLE or not path.is_file():
            continue
        name = path.stem.removesuffix(".provenance")
        if name not in best or _rank(path) < _rank(best[name]):
            best[name] = path
    if not best:
        raise InputError(
            "the folder has no RDF files",
            where=Place(str(folder)),
            remedy="Publish a graph into it first: partygraph build -o " + str(folder),
        )
    return [best[name] for name in sorted(best)]


def _rank(path: Path) -> float:
    # JSON-LD holds the provenance in a file of its own, which says more than the facts alone do in any format.
    return 1.5 if path.stem.endswith(".provenance") else READABLE.index(path.suffix[1:])


def _converse(child: subprocess.Popen[bytes], job: Job, held: bytes, seconds: float) -> bytes:
    assert child.stdin is not None and child.stdout is not None
    try:
        with child.stdin:
            _write_all(child.stdin, job.as_bytes())
            if held:
                _write_all(child.stdin, held)
    except BrokenPipeError:
        return child.stdout.read()
    # The clock starts when the data is loaded; an unbuffered pipe leaves the rest of the output where it is.
    first = child.stdout.readline()
    child.stdin = None
    rest, _ = child.communicate(timeout=seconds)
    return rest if first == b"ready\n" else first + rest


def _write_all(pipe: Any, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[pipe.write(view) :]


def _answer(output: bytes, code: int, name: str) -> Answer:
    first, _, rest = output.partition(b"\n")
    header = json.loads(first) if first.endswith(b"}") else {}
    if failure := _failure(output):
        raise _error(failure, name)
    if code or not header:
        raise PartygraphError(
            f"the engine ended while it answered (code {code}), so there is no answer",
            where=Place(name),
            remedy="The query needs more memory or depth than the engine has: ask for less",
        )
    if "boolean" in header:
        return Answer(truth=header["boolean"])
    is_graph = "graph" in header
    terms = _written(rest, is_graph) if header.get("written") else _listed(rest)
    if is_graph:
        return Answer(triples=tuple((row[0], row[1], row[2]) for row in terms if all(row)))  # type: ignore[misc]
    return Answer(columns=tuple(header["columns"]), rows=terms)


def _failure(output: bytes) -> dict[str, Any] | None:
    """Return the error that the engine met; it is the last line then."""
    last = output.rstrip(b"\n").rpartition(b"\n")[2]
    if not last.startswith(FAILED):
        return None
    told: dict[str, Any] = marshal.loads(bytes.fromhex(last.removeprefix(FAILED).decode("ascii")))
    return told


def _listed(lines: bytes) -> tuple[tuple[Term | None, ...], ...]:
    rows = map(json.loads, lines.splitlines())
    return tuple(tuple(None if cell is None else Term(*cell) for cell in row) for row in rows)


def _written(text: bytes, is_graph: bool) -> tuple[tuple[Term | None, ...], ...]:
    """Read lines of N-Triples or of TSV; what a cell says is read once, however often it comes."""
    known: dict[str, Term | None] = {"": None}
    lines = text.decode().split("\n")
    # Behind the last line end is nothing; the first line of TSV names the columns.
    cells = [line[:-2].split(" ", 2) for line in lines[:-1]] if is_graph else [line.split("\t") for line in lines[1:-1]]
    for row in cells:
        for cell in row:
            if cell not in known:
                known[cell] = read(cell)
    return tuple(tuple([known[cell] for cell in row]) for row in cells)


def _error(failure: dict[str, Any], name: str) -> PartygraphError:
    file, line, column = failure["where"]
    message = str(failure["message"]).splitlines()[0]
    if len(message) > LONGEST_MESSAGE:
        message = message[:LONGEST_MESSAGE] + "…"
    if failure["error"] == "TooManyRowsError":
        return PartygraphError(
            "the answer has more rows than are allowed, so none are shown", where=Place(name), remedy="Add a LIMIT"
        )
    if failure["error"] == "MemoryError":
        return PartygraphError("the query needs more memory than it may use", where=Place(name), remedy="Ask for less")
    if file:
        return InputError(f"not valid RDF: {message}", where=Place(file, line, column), remedy="Mend the syntax there")
    if failure["error"] in ("SyntaxError", "ParseException", "ValueError", "Exception"):
        return UsageError(
            f"not a valid query: {message}", where=Place(name, line, column), remedy="Mend the query there"
        )
    return PartygraphError(f"the query failed: {message}", where=Place(name), remedy="Ask in another way")
