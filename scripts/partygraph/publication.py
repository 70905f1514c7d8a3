"""Writes the files of datasets into a folder: all of them or none, and never half a file.

Every file is written under a hidden name beside its place, flushed to the disk, and renamed when all are there. A
killed build leaves what was there; what it left of hidden files is swept by the next. One build at a time has a folder.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from partygraph import formats
from partygraph.errors import InputError, PartygraphError, Place
from partygraph.graphs import Dataset

UNFINISHED = ".partygraph-unfinished"
PATIENCE = 30.0
"""Seconds to wait for another build that has the folder."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file that is published for each article: its format, what stands before the extension, and what is in it."""

    form: str
    infix: str
    provenance: bool


EXPORTS = (
    Export("turtle", "", False),
    Export("jsonld", "", False),
    Export("ntriples", "", False),
    Export("trig", "", True),
    Export("nquads", "", True),
    Export("jsonld", ".provenance", True),
)
"""The files of an article: the facts alone, and the facts with their provenance."""


def publish(datasets: Iterable[Dataset], folder: Path) -> tuple[Path, ...]:
    """Write all exports of datasets into a folder, which is made if it is missing.

    Returns:
        The files, in the order of the datasets.

    Raises:
        InputError: two datasets have the same slug.
        PartygraphError: a file cannot be written (no space, no permission, another build): nothing is changed.
    """
    return _replace(_exports(datasets), folder)


def write_files(files: Mapping[str, str], folder: Path) -> tuple[Path, ...]:
    """Write texts into a folder under their names, with the same care; a name may have folders in it.

    Raises:
        PartygraphError: a file cannot be written: nothing is changed.
    """
    return _replace(iter(files.items()), folder)


def _exports(datasets: Iterable[Dataset]) -> Iterator[tuple[str, str]]:
    titles: dict[str, str] = {}
    for dataset in datasets:
        if dataset.slug in titles:
            raise InputError(
                f"two articles are called {dataset.slug}: {titles[dataset.slug]!r} and {dataset.title!r}",
                remedy="Build them into different folders, or leave one out",
            )
        titles[dataset.slug] = dataset.title
        for export in EXPORTS:
            name = f"{dataset.slug}{export.infix}.{formats.find(export.form).extension}"
            yield name, dataset.write(export.form, provenance=export.provenance)


def _replace(files: Iterator[tuple[str, str]], folder: Path) -> tuple[Path, ...]:
    written: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            for left in folder.rglob(f".*{UNFINISHED}"):
                left.unlink()
            for name, text in files:
                path = folder / name
                written[path] = _unfinished(path, text)
            for unfinished in written.values():
                _flush(unfinished)
            for path, unfinished in written.items():
                unfinished.replace(path)
            for parent in {path.parent for path in written}:
                _flush(parent)
    except OSError as error:
        raise PartygraphError(
            f"cannot write: {error.strerror or error}",
            where=Place(str(error.filename or folder)),
            remedy="Make room or give permission, then run it again: the files are as they were",
        ) from error
    finally:
        for unfinished in written.values():
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
    return tuple(written)


def _unfinished(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}{UNFINISHED}")
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
    return unfinished


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder against other builds; the lock ends with the process, however that ends."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise PartygraphError(
                        "another build has this folder",
                        where=Place(str(folder)),
                        remedy="Wait until it is done, or build into another folder",
                    ) from None
                time.sleep(0.02)
        yield
    finally:
        os.close(handle)


def _flush(path: Path) -> None:
    """Bring a file or the names in a folder to the disk; all files are written before the first waits for it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
