"""The way from an article to a published graph: each verb takes one noun and returns the next.

These are the functions that ``import partygraph`` offers. Each takes what the step before returned, or anything from
which the steps before can be taken: a path, or an article's text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from partygraph.facttable import FactTable, table
from partygraph.model import Article, Extraction

if TYPE_CHECKING:
    from partygraph.graphs import Dataset
    from partygraph.queries import NamedQuery
    from partygraph.sparql.answers import Answer
    from partygraph.validation import Report

BASE = "https://w3id.org/partygraph/"
Opinion = Callable[[Extraction], Extraction]
"""What somebody else makes of an extraction: a second detector (partygraph.detection), a proposer (.proposals)."""


def read(source: Path | bytes | str, *, name: str | None = None) -> Article:
    """Read an article from a file, or from its text (a string with a line end, or bytes).

    Raises:
        InputError: it is no article; the message says where and what to do.
    """
    from partygraph import readers

    return readers.read(source, name=name)


def extract(source: Article | Path | bytes | str, *, opinions: Iterable[Opinion] = ()) -> Extraction:
    """Extract the facts of an article, its names linked to Wikidata as far as the shipped links know them.

    ``opinions`` are asked one after the other before the names are linked.

    Raises:
        InputError: the source is no article.
    """
    from partygraph import extraction, linking

    extracted = extraction.extract(source if isinstance(source, Article) else read(source))
    for opinion in opinions:
        extracted = opinion(extracted)
    return linking.link(extracted)


def facts(*sources: Extraction | Article | Path | bytes | str) -> FactTable:
    """Return the fact table of some articles: one row for each fact, in the order of the text.

    Raises:
        InputError: a source is no article.
    """
    return table(*(s if isinstance(s, Extraction) else extract(s) for s in sources))


def build(source: Extraction | Article | Path | bytes | str, *, base: str = BASE) -> Dataset:
    """Build the graph of an article: its facts, and the provenance of each; known disputes are marked.

    Raises:
        InputError: the source is no article.
        ProfileError: a value cannot be published.
    """
    from partygraph import graphs
    from partygraph.graphs import disputes

    extraction = source if isinstance(source, Extraction) else extract(source)
    return graphs.build(extraction, base=base, disputes=disputes.read())


def validate(data: Dataset | Path | str | Sequence[Path | str]) -> Report:
    """Check a graph, or RDF files, by the shapes.

    Raises:
        InputError: a file is missing or is not RDF.
    """
    from partygraph import validation
    from partygraph.sparql.running import data_files

    if isinstance(data, Path | str):
        return validation.validate(data_files([Path(data)]))
    if isinstance(data, Sequence):
        return validation.validate(data_files([Path(place) for place in data]))
    return validation.validate(data)


def query(
    what: str | Path | NamedQuery,
    *data: Dataset | Path | str,
    parameters: Mapping[str, str] | None = None,
    engine: str = "oxigraph",
    seconds: float = 60.0,
) -> Answer:
    """Ask a named query, a query file or a query's text, of graphs or RDF files (default: the published graph).

    Raises:
        UsageError: the query is unknown, not valid, or refused.
        InputError: data cannot be read.
        QueryTimeError: the query took longer than ``seconds``.
    """
    from partygraph import queries

    held = (
        piece if isinstance(piece, Path | str) else piece.write("nquads", provenance=True).encode() for piece in data
    )
    return queries.query(what, *held, parameters=parameters, engine=engine, seconds=seconds)


def write(data: Dataset | Iterable[Dataset], to: str | Path = "turtle", *, provenance: bool | None = None) -> str:
    """Write a graph as text in the format of that name; or publish graphs in all formats into a folder (a path).

    ``provenance`` says whether the statements' provenance is written, too; by default it is where the format can hold
    more than one graph and is not JSON-LD. Publishing returns the names of the files, one on each line.

    Raises:
        UsageError: there is no such format.
    """
    from partygraph import formats, publication
    from partygraph.graphs import Dataset

    if isinstance(to, Path):
        datasets = [data] if isinstance(data, Dataset) else list(data)
        return "\n".join(map(str, publication.publish(datasets, to)))
    form = formats.find(to)
    both = provenance if provenance is not None else form.holds_graphs and form.name != "jsonld"
    return "".join(one.write(form.name, provenance=both) for one in ([data] if isinstance(data, Dataset) else data))
