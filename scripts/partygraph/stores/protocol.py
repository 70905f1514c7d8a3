"""Loads a build into a store: into graphs of its own, counted, then made the current one by one small update.

No graph that anybody reads is written to. A reader finds the current build in the catalog graph of the dataset::

    GRAPH <DATASET/catalog> { <DATASET> dcat:hasCurrentVersion ?build } GRAPH ?build { ... }

The build before stays until the next load, so that whoever reads it can finish.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from partygraph.errors import Place, RemoteError
from partygraph.stores import changes
from partygraph.stores.builds import PROVENANCE, Build, Census, Chunk, chunks
from partygraph.stores.changes import Change
from partygraph.stores.remote import Remote

CURRENT = "http://www.w3.org/ns/dcat#hasCurrentVersion"
VERSION_OF = "http://www.w3.org/ns/dcat#isVersionOf"
HAS_PART = "http://purl.org/dc/terms/hasPart"
HAS_PROVENANCE = "http://www.w3.org/ns/prov#has_provenance"
TRIPLES = "http://rdfs.org/ns/void#triples"
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
VOID_DATASET = "http://rdfs.org/ns/void#Dataset"
SHA256 = "urn:sha256:"
AHEAD = 2
"""How many chunks are made while one is on its way."""


@dataclass(frozen=True, slots=True)
class State:
    """What the catalog of a dataset says: the current build, all builds, and what has arrived of each."""

    current: str = ""
    builds: tuple[str, ...] = ()
    arrived: frozenset[tuple[str, str]] = frozenset()
    counts: dict[str, int] = field(default_factory=dict)
    """Triples by graph, for builds that were counted and found whole."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a load did.

    ``added`` counts the triples that were not in the store before, ``resumed`` the chunks that had arrived earlier.
    ``lost`` are the articles of the build before that this one does not have.
    """

    build: str
    facts: int
    provenance: int
    added: int
    previous: str = ""
    switched: bool = False
    resumed: int = 0
    dropped: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    lost: tuple[str, ...] = ()


def state(remote: Remote, build: Build) -> State:
    """Read the catalog of the build's dataset.

    Raises:
        RemoteError: the store did not answer, or the dataset has two current builds.
    """
    rows = remote.select(f"SELECT ?s ?p ?o {{ GRAPH <{build.catalog}> {{ ?s ?p ?o }} }}")
    said = [(row["s"].value, row["p"].value, row["o"].value) for row in rows]
    current = [o for s, p, o in said if (s, p) == (build.dataset, CURRENT)]
    if len(current) > 1:
        raise RemoteError(
            f"the dataset has {len(current)} current builds",
            where=Place(remote.base),
            remedy=f"Delete all but one of the triples <{build.dataset}> <{CURRENT}> ?build in <{build.catalog}>",
        )
    return State(
        current[0] if current else "",
        tuple(sorted({s for s, p, _ in said if p == VERSION_OF})),
        frozenset((s, o.removeprefix(SHA256)) for s, p, o in said if p == HAS_PART),
        {s: int(o) for s, p, o in said if p == TRIPLES},
    )


def load(
    build: Build, remote: Remote, *, progress: Callable[[int], None] = lambda _: None, keep_previous: bool = True
) -> Outcome:
    """Make the build the current one of its dataset; what is there already is not sent again.

    ``progress`` is told the number of triples sent. Interrupted anywhere, the store still shows the build before.

    Raises:
        InputError: a file is not valid.
        RemoteError: the store refused, failed, or does not hold what it said it took; the build before stays.
    """
    before = state(remote, build)
    if before.current == build.facts and _is_whole(remote, build, before):
        dropped = _drop(remote, build, before, keep={build.facts, *_previous(before, build, keep_previous)})
        return Outcome(build.facts, before.counts[build.facts], before.counts[build.provenance], 0, dropped=dropped)
    arrival = Arrival(before.counts) if _is_whole(remote, build, before) else _bring(remote, build, before, progress)
    lost = _articles(remote, before.current) - _articles(remote, build.facts) if before.current else frozenset()
    _switch(remote, build, before.current, arrival.counts)
    dropped = _drop(remote, build, before, keep={build.facts, *([before.current] if keep_previous else [])})
    return Outcome(
        build.facts,
        arrival.counts[build.facts],
        arrival.counts[build.provenance],
        arrival.added,
        before.current,
        True,
        arrival.resumed,
        dropped,
        arrival.changes,
        tuple(sorted(lost)),
    )


@dataclass(frozen=True, slots=True)
class Arrival:
    """That a build is in its graphs: how many triples each has, how many are new, what is another one there."""

    counts: dict[str, int]
    added: int = 0
    resumed: int = 0
    changes: tuple[Change, ...] = ()


def _bring(remote: Remote, build: Build, before: State, progress: Callable[[int], None]) -> Arrival:
    _insert(remote, build, *_origin(build))
    held = remote.count(build.facts) + remote.count(build.provenance)
    census, resumed = _upload(remote, build, before, progress)
    expected = {graph: census.count(graph) for graph in (build.facts, build.provenance)}
    counted = {graph: remote.count(graph) for graph in expected}
    if counted != expected and (resumed or held):
        # What is left of an interrupted load is not what the catalog says (a crashed server lost it): start anew.
        _forget(remote, build, build.facts)
        _insert(remote, build, *_origin(build))
        held = 0
        census, resumed = _upload(remote, build, State(), progress)
        counted = {graph: remote.count(graph) for graph in expected}
    if counted != expected:
        raise _miscounted(remote, counted, expected)
    return Arrival(expected, sum(expected.values()) - held, resumed, changes.compare(remote, census))


def catalog(build: Build, counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the triples by which a catalog shows a build as the current one, without their full stops."""
    return (*_origin(build), *_sizes(counts), f"<{build.dataset}> <{CURRENT}> <{build.facts}>")


def _origin(build: Build) -> tuple[str, ...]:
    return (
        f"<{build.facts}> <{VERSION_OF}> <{build.dataset}>",
        f"<{build.facts}> <{HAS_PROVENANCE}> <{build.provenance}>",
    )


def _sizes(counts: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(f'<{graph}> <{TRIPLES}> "{number}"^^<{INTEGER}>' for graph, number in counts.items())


def _insert(remote: Remote, build: Build, *triples: str) -> None:
    remote.update(f"INSERT DATA {{ GRAPH <{build.catalog}> {{ {' . '.join(triples)} }} }}")


def _is_whole(remote: Remote, build: Build, found: State) -> bool:
    return all(
        graph in found.counts and remote.count(graph) == found.counts[graph]
        for graph in (build.facts, build.provenance)
    )


def _previous(found: State, build: Build, keep: bool) -> list[str]:
    # When the current build is loaded again, every other one has been out of use for a whole load.
    return [name for name in found.builds if name != build.facts and name in found.counts] if keep else []


def _upload(remote: Remote, build: Build, found: State, progress: Callable[[int], None]) -> tuple[Census, int]:
    """Send what has not arrived yet, as many chunks at a time as are good for the store."""
    census, resumed = Census(), 0
    more = [remote.another() for _ in range(remote.store.uploads - 1)]
    free: queue.SimpleQueue[Remote] = queue.SimpleQueue()
    for connection in (remote, *more):
        free.put(connection)
    sending: deque[tuple[Future[None], int]] = deque()
    with ThreadPoolExecutor(remote.store.uploads) as pool:
        try:
            for chunk in _ahead(chunks(build, remote.store, census)):
                if (build.facts, chunk.digest) in found.arrived:
                    resumed += 1
                    progress(chunk.triples)
                    continue
                if len(sending) == remote.store.uploads:
                    _finish(sending, progress)
                sending.append((pool.submit(_send, free, build, chunk), chunk.triples))
            while sending:
                _finish(sending, progress)
        finally:
            pool.shutdown()
            for connection in more:
                connection.close()
    return census, resumed


def _send(free: queue.SimpleQueue[Remote], build: Build, chunk: Chunk) -> None:
    remote = free.get()
    try:
        remote.upload(chunk)
        _insert(remote, build, f"<{build.facts}> <{HAS_PART}> <{SHA256}{chunk.digest}>")
    finally:
        free.put(remote)


def _finish(sending: deque[tuple[Future[None], int]], progress: Callable[[int], None]) -> None:
    future, triples = sending.popleft()
    future.result()
    progress(triples)


def _ahead(made: Iterator[Chunk]) -> Iterator[Chunk]:
    """Make the next chunks in a thread while the store works on one."""
    waiting: queue.Queue[Chunk | BaseException | None] = queue.Queue(AHEAD)
    stopped = threading.Event()

    def work() -> None:
        last: BaseException | None = None
        try:
            for chunk in made:
                if stopped.is_set():
                    return
                waiting.put(chunk)
        except BaseException as error:
            last = error
        waiting.put(last)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        while (item := waiting.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item
    finally:
        stopped.set()
        while thread.is_alive():
            # The thread may be waiting for room.
            try:
                waiting.get(timeout=0.05)
            except queue.Empty:
                continue


def _switch(remote: Remote, build: Build, current: str, counts: Mapping[str, int]) -> None:
    _insert(remote, build, *_sizes(counts))
    pointer = f"GRAPH <{build.catalog}> {{ <{build.dataset}> <{CURRENT}> "
    if current and current != build.facts:
        # One operation that does nothing if another load was faster.
        old, new = f"{pointer}<{current}> }}", f"{pointer}<{build.facts}> }}"
        remote.update(f"DELETE {{ {old} }} INSERT {{ {new} }} WHERE {{ {old} }}")
    elif not current:
        _insert(remote, build, f"<{build.dataset}> <{CURRENT}> <{build.facts}>")
    now = state(remote, build).current
    if now != build.facts:
        raise RemoteError(
            f"the current build is {now or 'none'}, not the one that was loaded",
            where=Place(remote.base),
            remedy="Another load came first: run the same again if yours is to be the current one",
        )


def _drop(remote: Remote, build: Build, found: State, keep: set[str]) -> tuple[str, ...]:
    unwanted = tuple(name for name in found.builds if name not in keep)
    for name in unwanted:
        _forget(remote, build, name)
    for name in keep:
        # What arrived of a whole build is of no more interest.
        if any(owner == name for owner, _ in found.arrived) or name == build.facts:
            remote.update(f"DELETE WHERE {{ GRAPH <{build.catalog}> {{ <{name}> <{HAS_PART}> ?chunk }} }}")
    return unwanted


def _forget(remote: Remote, build: Build, name: str) -> None:
    """Drop the graphs of a build, and then what the catalog says of it."""
    for graph in (name, name + PROVENANCE):
        remote.update(f"DROP SILENT GRAPH <{graph}>")
    for graph in (name + PROVENANCE, name):
        remote.update(f"DELETE WHERE {{ GRAPH <{build.catalog}> {{ <{graph}> ?p ?o }} }}")


def _articles(remote: Remote, graph: str) -> frozenset[str]:
    rows = remote.select(f"SELECT ?d {{ GRAPH <{graph}> {{ ?d <{RDF_TYPE}> <{VOID_DATASET}> }} }}")
    return frozenset(row["d"].value for row in rows)


def _miscounted(remote: Remote, counted: dict[str, int], expected: dict[str, int]) -> RemoteError:
    pairs = (f"{counted[graph]:,} of {expected[graph]:,} triples in <{graph}>" for graph in expected)
    return RemoteError(
        f"{remote.store.label} said that it took everything, and has {' and '.join(pairs)}",
        where=Place(remote.base),
        remedy="Nothing was published. Look into the store's log for what it refused, then run the same again",
    )
