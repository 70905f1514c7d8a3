"""Reads files into uploads: one graph of facts and one of provenance, named after the very bytes that were read."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from partygraph import formats
from partygraph.errors import InputError, Place, UsageError
from partygraph.stores.table import Store

DATASET = "https://w3id.org/partygraph/dataset"
PROVENANCE = "/provenance"
"""Graphs of files with this ending hold provenance, all others facts."""
SAMPLES = 100
"""How many triples of each kind of value are compared with what a store gives back."""

CLOSELY, SPARSELY = 50_000, 50
"""Up to how many triples of a graph each one may be a sample, and which of those after is looked at."""
LONGEST_BATCH = 5000
LINE = 1024
"""How many triples are made into text at once, and a bound of the length of most lines in bytes."""

Triple = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]


@dataclass(frozen=True)
class Build:
    """The graph of some files under the name of a dataset.

    The same bytes are the same build, whatever the files are called and in whatever order they are given.
    """

    files: tuple[Path, ...]
    dataset: str = DATASET

    def __post_init__(self) -> None:
        """Refuse a name that is not an absolute IRI."""
        try:
            ox.NamedNode(self.dataset)
        except ValueError as error:
            raise UsageError(f"not an IRI: {self.dataset}", remedy=f"Give one like {DATASET}") from error

    @cached_property
    def name(self) -> str:
        """The first sixteen digits of the SHA-256 of the files' own.

        Raises:
            InputError: a file cannot be read.
        """
        digests = sorted(_digest(path) for path in self.files)
        return hashlib.sha256("".join(digests).encode()).hexdigest()[:16]

    @property
    def facts(self) -> str:
        """The graph that the facts go into."""
        return f"{self.dataset}/{self.name}"

    @property
    def provenance(self) -> str:
        """The graph that quotes and sources go into."""
        return self.facts + PROVENANCE

    @property
    def catalog(self) -> str:
        """The small graph that says which build is the current one."""
        return f"{self.dataset}/catalog"


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is sent in one request: for one graph, or for all (then ``graph`` is empty)."""

    graph: str
    body: bytes
    triples: int

    @property
    def digest(self) -> str:
        """The SHA-256 of the body, by which an interrupted load knows what has arrived."""
        return hashlib.sha256(self.body).hexdigest()


@dataclass
class Census:
    """What was seen while the chunks of a build were made; complete when the last one is."""

    triples: dict[str, set[int]] = field(default_factory=dict)
    samples: dict[tuple[str, str], list[tuple[str, Triple]]] = field(default_factory=dict)
    """Some triples of each kind of value (datatype, language), with their graphs."""

    def count(self, graph: str) -> int:
        """Count the different triples of a graph."""
        return len(self.triples.get(graph, ()))

    def note(self, graph: str, triples: Sequence[ox.Quad], text: bytes) -> None:
        """Take triples into account, which are given as terms and as N-Triples."""
        # A hash is enough: it only counts. Every line is sent, so that two lines of one hash would be a false alarm
        # and not a loss.
        held = self.triples.setdefault(graph, set())
        held.update(map(hash, text.removesuffix(b"\n").split(b"\n")))
        for triple in triples[:: 1 if len(held) < CLOSELY else SPARSELY]:
            value = triple.object
            kind = (value.datatype.value, value.language or "") if isinstance(value, ox.Literal) else ("", "")
            kept = self.samples.setdefault(kind, [])
            if len(kept) < SAMPLES:
                kept.append((graph, (triple.subject, triple.predicate, value)))  # type: ignore[arg-type]


def chunks(build: Build, store: Store, census: Census) -> Iterator[Chunk]:
    """Read the files and make the uploads for a kind of store, within its bounds.

    Raises:
        InputError: a file is not valid, or has blank nodes, which double when they are sent twice.
    """
    finish = FINISH[store.way]
    most = store.chunk_triples or LONGEST_BATCH
    pending: dict[str, _Pending] = {}
    whole = store.way in ("quads", "files")
    size = max(1, min(LONGEST_BATCH, most, store.chunk // LINE))
    for graph, triples, text in _batches(build, size, " <{graph}> .\n" if whole else " .\n"):
        census.note(graph, triples, text)
        into = "" if whole else graph
        held = pending.setdefault(into, _Pending([]))
        if held.triples and (
            held.size + len(text) > store.chunk or held.triples + len(triples) > (store.chunk_triples or sys.maxsize)
        ):
            yield Chunk(into, finish(into, held.texts), held.triples)
            held = pending[into] = _Pending([])
        held.texts.append(text)
        held.size += len(text)
        held.triples += len(triples)
    for into, held in pending.items():
        yield Chunk(into, finish(into, held.texts), held.triples)


@dataclass(slots=True)
class _Pending:
    texts: list[bytes]
    size: int = 0
    triples: int = 0


def _batches(build: Build, size: int, ending: str) -> Iterator[tuple[str, list[ox.Quad], bytes]]:
    """Read the files as runs for one graph, as terms and as lines with that ending; many at once, which is fast."""
    for path in build.files:
        for name, quads in groupby(_quads(path), key=attrgetter("graph_name")):
            is_named = isinstance(name, ox.NamedNode)
            graph = build.provenance if is_named and name.value.endswith(PROVENANCE) else build.facts
            while batch := list(islice(quads, size)):
                text = ox.serialize(batch, format=ox.RdfFormat.N_QUADS) or b""
                if b"_:" in text or b"<<" in text:
                    _refuse_blank_nodes(path, batch)
                # What ends a line cannot stand inside one, because a text has its line ends escaped.
                old, new = (f" {name} .\n" if is_named else " .\n"), ending.replace("{graph}", graph)
                yield graph, batch, text.replace(old.encode(), new.encode())


def _refuse_blank_nodes(path: Path, quads: Iterable[ox.Quad]) -> None:
    for quad in quads:
        if not isinstance(quad.subject, ox.NamedNode) or not isinstance(quad.object, ox.NamedNode | ox.Literal):
            raise InputError(
                f"a blank node or a triple term: {str(quad)[:120]}",
                where=Place(str(path)),
                remedy="Load what `partygraph build` publishes, or name the nodes: sent twice they would double",
            )


def _quads(path: Path) -> Iterator[ox.Quad]:
    form = ox.RdfFormat.from_media_type(formats.find(path.suffix).media_type)
    try:
        yield from ox.parse(path=path, format=form)
    except OSError as error:
        raise InputError(f"cannot read the file: {error.strerror or error}", where=Place(str(path))) from error
    except SyntaxError as error:
        raise InputError(
            f"not valid RDF: {error.msg}",
            where=Place(str(path), error.lineno, error.offset),
            remedy="Mend the syntax there; nothing was published",
        ) from error


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"cannot read the file: {error.strerror}", where=Place(str(path))) from error


def _plain(_graph: str, texts: Iterable[bytes]) -> bytes:
    return b"".join(texts)


def _insertion(graph: str, texts: Iterable[bytes]) -> bytes:
    return b"INSERT DATA { GRAPH <%s> {\n%s} }" % (graph.encode(), b"".join(texts))


FINISH: Mapping[str, Callable[[str, Iterable[bytes]], bytes]] = MappingProxyType(
    {"quads": _plain, "graph": _plain, "update": _insertion, "files": _plain}
)
"""How the lines of a chunk become a body for each way in."""
