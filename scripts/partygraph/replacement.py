"""Replaces files of a folder: all of them or none, and never half a file, wherever the process is killed.

Every file is written under a hidden name beside its place and flushed to the disk. When all are there, a journal with
their names appears by one rename: from then on the new files count. They are renamed to their places, and the journal
goes. Whoever replaces files there next finishes what a journal names, and sweeps what was never named in one.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from partygraph.errors import PartygraphError, Place

UNFINISHED = ".partygraph-unfinished"
JOURNAL = ".partygraph-journal"
PATIENCE = 30.0
"""Seconds to wait for another process that replaces files of the folder."""


def replace_files(files: Iterable[tuple[str, str]], folder: Path) -> tuple[Path, ...]:
    """Write texts into a folder, which is made if it is missing, under their names; a name may have folders in it.

    Returns:
        The files, in the order given.

    Raises:
        PartygraphError: a file cannot be written (no space, no permission, another process): nothing is changed, or
            the next call finishes what this one began.
    """
    written: dict[str, Path] = {}
    named = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            finish(folder)
            for name, text in files:
                written[name] = _write(folder / name, text)
            for unfinished in written.values():
                _flush(unfinished)
            _flush_names(folder, written)
            _write_journal(folder, list(written))
            named = True
            finish(folder)
    except OSError as error:
        told = "it is finished then" if named else "the files are as they were"
        raise PartygraphError(
            f"cannot write: {error.strerror or error}",
            where=Place(str(error.filename or folder)),
            remedy=f"Make room or give permission, then run it again: {told}",
        ) from error
    finally:
        for unfinished in () if named else written.values():
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
    return tuple(folder / name for name in written)


def finish(folder: Path) -> None:
    """Bring the files that a journal names to their places, and sweep those that none names; for one process at a time.

    Raises:
        OSError: a file cannot be renamed or removed.
    """
    journal = folder / JOURNAL
    if journal.exists():
        names = json.loads(journal.read_text(encoding="utf-8"))
        for name in names:
            # What is no longer there was renamed before the process ended.
            with suppress(FileNotFoundError):
                _hidden(folder / name).replace(folder / name)
        _flush_names(folder, names)
        journal.unlink()
        _flush(folder)
    for left in folder.rglob(f".*{UNFINISHED}"):
        left.unlink()


def _hidden(path: Path) -> Path:
    return path.with_name(f".{path.name}{UNFINISHED}")


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = _hidden(path)
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
    return unfinished


def _write_journal(folder: Path, names: list[str]) -> None:
    unfinished = _write(folder / JOURNAL, json.dumps(names))
    try:
        _flush(unfinished)
        unfinished.replace(folder / JOURNAL)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
    _flush(folder)


def _flush_names(folder: Path, names: Iterable[str]) -> None:
    for parent in sorted({(folder / name).parent for name in names}):
        _flush(parent)


def _flush(path: Path) -> None:
    """Bring a file or the names in a folder to the disk; all files are written before the first waits for it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder against others; the lock ends with the process, however that ends."""
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
