"""Writes a build as one file for a store's own loader, with the graphs and the catalog that `load` would make."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from partygraph.errors import PartygraphError, Place
from partygraph.stores import table
from partygraph.stores.builds import Build, Census, chunks
from partygraph.stores.protocol import Outcome, catalog

NAME = "partygraph.nq"


def write(build: Build, folder: Path, *, progress: Callable[[int], None] = lambda _: None) -> Outcome:
    """Write ``partygraph.nq`` into a folder, whole or not at all.

    Raises:
        InputError: a file of the build is not valid.
        PartygraphError: the file cannot be written.
    """
    census = Census()
    target, unfinished = folder / NAME, folder / f".{NAME}.unfinished"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as stream:
            for chunk in chunks(build, table.find("files"), census):
                stream.write(chunk.body)
                progress(chunk.triples)
            counts = {graph: census.count(graph) for graph in (build.facts, build.provenance)}
            for triple in catalog(build, counts):
                stream.write(f"{triple} <{build.catalog}> .\n".encode())
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(target)
    except OSError as error:
        raise PartygraphError(
            f"cannot write: {error.strerror or error}",
            where=Place(str(target)),
            remedy="Make room or give permission, then run it again: the file is as it was",
        ) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return Outcome(build.facts, counts[build.facts], counts[build.provenance], sum(counts.values()), switched=True)
