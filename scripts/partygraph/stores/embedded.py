"""Keeps a folder of RDF files as an Oxigraph store on the disk, by taking in only what has changed.

The default graph of the store is the merge of all its graphs (see :mod:`partygraph.sparql.merging`), so that queries
meet a triple once that stands in many files.

The folder has one folder for each state, ``current`` points to the one to read, and an update works on a copy of it
whose unchanged files are shared. So a reader never meets a writer, and a killed update leaves what was there.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import chain, islice
from pathlib import Path

import pyoxigraph as ox

from partygraph import formats
from partygraph.errors import InputError, PartygraphError, Place
from partygraph.sparql.merging import merged, separate, unmerge

CURRENT = "current"
STORE = "merged"
MANIFEST = "manifest.json"
BATCH = 400_000
"""How many statements the engine is given at once: it holds them all, and some more."""
DEFAULT = ""
"""How the manifest names the graph without a name."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is in the store: the SHA-256 of its bytes, the graphs of its statements, and how many these are."""

    sha256: str
    graphs: tuple[str, ...]
    statements: int


@dataclass(frozen=True, slots=True)
class Update:
    """What an update did: the files that came, changed and went, and how many statements those have that are there."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    statements: int


def update(folder: Path, files: Iterable[Path]) -> Update:
    """Make the store of a folder hold exactly the given files; the folder is made if it is missing.

    Raises:
        InputError: a file is not valid; the store stays as it was.
        PartygraphError: the folder is no store, cannot be written, or another update has it.
    """
    named = _named(files)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            return _update(folder, named)
    except OSError as error:
        raise PartygraphError(
            f"cannot write the store: {error.strerror or error}",
            where=Place(str(error.filename or folder)),
            remedy="Make room or give permission, then run it again: the store is as it was",
        ) from error


def sources(folder: Path) -> Mapping[str, Source]:
    """Return the files that the store of a folder holds, by name.

    Raises:
        InputError: the folder has no store.
    """
    return _sources(folder / CURRENT, folder)


def open_store(folder: Path) -> ox.Store:
    """Open the store of a folder for reading; an update that comes later does not touch it.

    Raises:
        InputError: the folder has no store.
    """
    sources(folder)
    return ox.Store.read_only(str((folder / CURRENT / STORE).resolve()))


def statements(store: Path) -> Iterator[ox.Quad]:
    """Read the statements of a store, at the place where queries find it, in the graphs that the files have them in.

    A statement of a file without graphs is left away if another file has it in a graph.

    Raises:
        InputError: it is not a store of this version.
    """
    opened = ox.Store.read_only(str(store))
    if any(DEFAULT in source.graphs for source in _sources(store.parent, store.parent.parent).values()):
        return separate(opened)
    return (quad for quad in opened if not isinstance(quad.graph_name, ox.DefaultGraph))


def _update(folder: Path, files: Mapping[str, Path]) -> Update:
    known = sources(folder) if (folder / CURRENT).exists() else {}
    if not known and any(not _is_state(path) for path in folder.iterdir()):
        raise PartygraphError(
            "the folder has other things in it", where=Place(str(folder)), remedy="Name an empty or a new folder"
        )
    digests = {name: _digest(path) for name, path in files.items()}
    added = tuple(name for name in digests if name not in known)
    changed = tuple(name for name in digests if name in known and known[name].sha256 != digests[name])
    removed = tuple(name for name in known if name not in digests)
    if (folder / CURRENT).exists() and not (added or changed or removed):
        return Update((), (), (), _count(known))
    stale, reloaded = _affected(known, {*changed, *removed})
    target = _new_state(folder)
    store = ox.Store(str(target / STORE)) if DEFAULT in stale else _copy(folder, target)
    _remove(store, stale)
    kept = {name: source for name, source in known.items() if name in digests and name not in reloaded}
    wanted = sorted({*added, *(reloaded - set(removed))})
    found = _take_in(store, {name: files[name] for name in wanted})
    taken = {name: Source(digests[name], *found[name]) for name in wanted}
    if _count(taken) > _count(kept):
        # Packed, queries take half the time; it rewrites the store, and pays where most of that is new.
        store.optimize()
    kept |= taken
    store.flush()
    del store
    manifest = {name: asdict(kept[name]) for name in sorted(kept)}
    _write(target / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")
    _point(folder, target)
    return Update(added, changed, removed, _count(kept))


def _sources(state: Path, folder: Path) -> Mapping[str, Source]:
    try:
        read = json.loads((state / MANIFEST).read_text(encoding="utf-8"))
        return {name: Source(one["sha256"], tuple(one["graphs"]), one["statements"]) for name, one in read.items()}
    except KeyError as error:
        raise InputError(
            "the store was made by another version of partygraph",
            where=Place(str(folder)),
            remedy="Delete the folder, and make the store anew: partygraph store DIR FILE...",
        ) from error
    except (OSError, ValueError) as error:
        raise InputError(
            "there is no store in this folder",
            where=Place(str(folder)),
            remedy="Make one: partygraph store DIR FILE...",
        ) from error


def _count(held: Mapping[str, Source]) -> int:
    return sum(source.statements for source in held.values())


def _affected(known: Mapping[str, Source], gone: set[str]) -> tuple[set[str], set[str]]:
    """Return the graphs to clear, and the files to read again because a graph of theirs is cleared.

    With a file of no graph nothing can be taken out alone, for nobody knows what only that file had said: then the
    store is made anew.
    """
    if gone and any(DEFAULT in source.graphs for source in known.values()):
        return {DEFAULT}, set(known)
    files, graphs = set(gone), set[str]()
    while True:
        graphs |= {graph for name in files for graph in known[name].graphs}
        sharing = {name for name, source in known.items() if not graphs.isdisjoint(source.graphs)}
        if sharing <= files:
            return graphs, files
        files |= sharing


def _remove(store: ox.Store, graphs: Iterable[str]) -> None:
    names = [ox.NamedNode(graph) for graph in graphs if graph != DEFAULT]
    gone = [quad for name in names for quad in store.quads_for_pattern(None, None, None, name)]
    for name in names:
        store.remove_graph(name)
    unmerge(store, gone)


def _take_in(store: ox.Store, files: Mapping[str, Path]) -> dict[str, tuple[tuple[str, ...], int]]:
    """Read files into a store, and return the graphs and the number of statements of each."""
    found: dict[str, tuple[tuple[str, ...], int]] = {}

    def noted() -> Iterator[ox.Quad]:
        for name, path in files.items():
            counts = Counter[object]()
            for quad in _quads(path):
                counts[quad.graph_name] += 1
                yield quad
            graphs = {one.value if isinstance(one, ox.NamedNode) else DEFAULT for one in counts}
            found[name] = (tuple(sorted(graphs)), counts.total())

    quads = merged(noted())
    for first in quads:
        store.bulk_extend(chain([first], islice(quads, BATCH - 1)))
    return found


def _quads(path: Path) -> Iterator[ox.Quad]:
    form = ox.RdfFormat.from_media_type(formats.find(path.suffix).media_type)
    try:
        yield from ox.parse(path=path, format=form, base_iri=path.resolve().as_uri(), rename_blank_nodes=True)
    except SyntaxError as error:
        raise InputError(
            f"not valid RDF: {error.msg}",
            where=Place(str(path), error.lineno, error.offset),
            remedy="Mend the syntax there; the store is as it was",
        ) from error


def _named(files: Iterable[Path]) -> dict[str, Path]:
    return {str(path.resolve()): path for path in files}


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"cannot read the file: {error.strerror}", where=Place(str(path))) from error


# --------------------------------------------------------------------------- states of a store


def _is_state(path: Path) -> bool:
    return path.name == CURRENT or path.name.startswith("state-")


def _new_state(folder: Path) -> Path:
    """Make the folder of the next state, and sweep those that nobody reads or that an ended update left."""
    current = (folder / CURRENT).resolve().name if (folder / CURRENT).exists() else ""
    numbers = sorted(int(path.name.removeprefix("state-")) for path in folder.glob("state-*"))
    for number in numbers:
        if f"state-{number}" != current:
            shutil.rmtree(folder / f"state-{number}")
    target = folder / f"state-{(numbers[-1] if numbers else 0) + 1}"
    target.mkdir()
    return target


def _copy(folder: Path, target: Path) -> ox.Store:
    source = folder / CURRENT / STORE
    if source.exists():
        # Opened for writing, since only then a backup shares the files; nobody writes to it.
        ox.Store(str(source.resolve())).backup(str(target / STORE))
    return ox.Store(str(target / STORE))


def _point(folder: Path, target: Path) -> None:
    link = folder / f"state-{CURRENT}"
    link.unlink(missing_ok=True)
    link.symlink_to(target.name)
    link.replace(folder / CURRENT)
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder against other updates; the lock ends with the process, however that ends."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise PartygraphError(
            "another update has this store", where=Place(str(folder)), remedy="Wait until it is done"
        ) from error
    finally:
        os.close(handle)
