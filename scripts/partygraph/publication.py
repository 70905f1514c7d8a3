"""Publishes datasets as files of a folder, in all formats: the files of all of them, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from partygraph import formats
from partygraph.errors import InputError
from partygraph.graphs import Dataset
from partygraph.replacement import replace_files


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
        PartygraphError: a file cannot be written (no space, no permission, another build): nothing is changed, or the
            next build finishes what this one began.
    """
    return replace_files(_exports(datasets), folder)


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
