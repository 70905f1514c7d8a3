"""Reads files into uploads: one graph of facts and one of provenance, named after the very bytes that were read."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from partygraph.errors import InputError, Place, UsageError
from partygraph.stores import lines
from partygraph.stores.lines import Line
from partygraph.stores.table import Store

DATASET = "https://w3id.org/partygraph/dataset"
PROVENANCE = "/provenance"
"""Graphs of files with this ending hold provenance, all others facts."""
SAMPLES = 100
"""How many triples of each kind of value are compared with what a store gives back."""

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
    """The first triples of each kind of value (datatype, language), with their graphs."""
    enough: set[bytes] = field(default_factory=set)
    """The kinds, as lines have them, of which no more samples are wanted."""

    def count(self, graph: str) -> int:
        """Count the different triples of a graph."""
        return len(self.triples.get(graph, ()))

    def note(self, graph: str, read: Sequence[Line]) -> None:
        """Take lines into account that go into a graph."""
        # A hash is enough: it only counts. Every line is sent, so that two lines of one hash would be a false alarm
        # and not a loss.
        self.triples.setdefault(graph, set()).update([hash(triple) for triple, _, _ in read])
        if {kind for _, kind, _ in read} <= self.enough:
            return
        for triple, kind, _ in read:
            if kind not in self.enough:
                self._sample(graph, triple, kind)

    def _sample(self, graph: str, triple: bytes, kind: bytes) -> None:
        (parsed,) = ox.parse(triple + b" .", format=ox.RdfFormat.N_TRIPLES)
        value = parsed.object
        name = (value.datatype.value, value.language or "") if isinstance(value, ox.Literal) else ("", "")
        kept = self.samples.setdefault(name, [])
        kept.append((graph, (parsed.subject, parsed.predicate, value)))
        if len(kept) >= SAMPLES:
            self.enough.add(kind)


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
    for graph, text, triples in _batches(build, size, " <{graph}> .\n" if whole else " .\n", census):
        into = "" if whole else graph
        held = pending.setdefault(into, _Pending([]))
        if held.triples and (
            held.size + len(text) > store.chunk or held.triples + triples > (store.chunk_triples or sys.maxsize)
        ):
            yield Chunk(into, finish(into, held.texts), held.triples)
            held = pending[into] = _Pending([])
        held.texts.append(text)
        held.size += len(text)
        held.triples += triples
    for into, held in pending.items():
        yield Chunk(into, finish(into, held.texts), held.triples)


@dataclass(slots=True)
class _Pending:
    texts: list[bytes]
    size: int = 0
    triples: int = 0


def _batches(build: Build, size: int, ending: str, census: Census) -> Iterator[tuple[str, bytes, int]]:
    """Read the files as texts for one graph each, with that ending of their lines, and with the number of triples."""
    tail = f"{PROVENANCE}>".encode()
    for path in build.files:
        for block in lines.read(path):
            parts = {
                build.facts: [line for line in block if not line[2].endswith(tail)],
                build.provenance: [line for line in block if line[2].endswith(tail)],
            }
            for graph, part in parts.items():
                census.note(graph, part)
                end = ending.replace("{graph}", graph).encode()
                for start in range(0, len(part), size):
                    batch = [triple for triple, _, _ in part[start : start + size]]
                    yield graph, end.join([*batch, b""]), len(batch)


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
