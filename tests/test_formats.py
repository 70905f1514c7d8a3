"""Every format says the same graph, and a file is read by the format that it is in."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from partygraph import extraction, formats, readers
from partygraph.errors import InputError, UsageError
from partygraph.graphs import Dataset, build, disputes
from partygraph.resources import folder

SEED = folder("ontology").parent / "data" / "articles" / "connecticut-working-families-party.txt"
FACTS = ("turtle", "jsonld", "ntriples")
GRAPHS = ("trig", "jsonld", "nquads")
Write = Callable[[str, bool], Path]


@pytest.fixture(scope="module")
def seed() -> Dataset:
    return build(extraction.extract(readers.read(SEED)), disputes=disputes.read())


@pytest.fixture
def write(seed: Dataset, tmp_path: Path) -> Write:
    def to_file(form: str, provenance: bool) -> Path:
        path = tmp_path / f"x.{formats.find(form).extension}"
        path.write_text(seed.write(form, provenance=provenance), encoding="utf-8", newline="\n")
        return path

    return to_file


def digest(path: Path) -> str:
    dataset = ox.Dataset(formats.read(path))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return "\n".join(sorted(map(str, dataset)))


@pytest.mark.parametrize(("forms", "provenance"), [(FACTS, False), (GRAPHS, True)])
def test_all_formats_of_a_graph_have_one_digest(write: Write, forms: tuple[str, ...], provenance: bool) -> None:
    assert len({digest(write(form, provenance)) for form in forms}) == 1


@pytest.mark.parametrize("form", FACTS)
def test_what_is_written_is_the_dataset(write: Write, seed: Dataset, form: str) -> None:
    assert len(formats.read(write(form, False))) == len(seed.facts)


def test_quads_are_what_trig_says(write: Write, seed: Dataset) -> None:
    assert set(formats.read(write("trig", True))) == set(seed.quads())


@pytest.mark.parametrize("form", [*FACTS, *GRAPHS])
def test_rdflib_reads_as_many_statements(write: Write, seed: Dataset, form: str) -> None:
    import rdflib

    provenance = form in ("trig", "nquads")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = rdflib.Dataset().parse(write(form, provenance), format={"jsonld": "json-ld"}.get(form, form))
        assert len(list(read.quads())) == len(seed.quads() if provenance else seed.facts)


def test_published_files_hold_no_blank_node(write: Write) -> None:
    for quad in formats.read(write("nquads", True)):
        assert not isinstance(quad.subject, ox.BlankNode)
        assert not isinstance(quad.object, ox.BlankNode)


@pytest.mark.parametrize("row", formats.FORMATS.values(), ids=lambda row: row.name)
def test_a_format_is_found_by_each_of_its_names(row: formats.Format) -> None:
    for word in (row.name, row.extension, f".{row.extension}", row.media_type, row.name.upper()):
        assert formats.find(word) == row


def test_an_unknown_format_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="turtle, jsonld, ntriples, trig, nquads"):
        formats.find("rdfxml")


def test_a_format_without_graphs_refuses_provenance(seed: Dataset) -> None:
    for form in ("turtle", "ntriples"):
        with pytest.raises(UsageError, match="cannot hold named graphs"):
            seed.write(form, provenance=True)


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [("a.ttl", "\n\n<http://e.org/a> .", 3), ("a.nt", "<a> <b> <c> .", 1), ("a.jsonld", '{"@context": }', 1)],
)
def test_a_broken_file_names_its_line(tmp_path: Path, name: str, text: str, line: int) -> None:
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(InputError) as caught:
        formats.read(path)
    assert caught.value.where is not None
    assert (caught.value.where.file, caught.value.where.line) == (str(path), line)


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        formats.read(tmp_path / "a.ttl")


def test_a_file_of_no_known_extension_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"x\.rdf"):
        formats.read(tmp_path / "x.rdf")


def test_a_remote_context_is_not_fetched(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text('{"@context": "https://example.org/context.jsonld", "@id": "https://example.org/a", "p": 1}')
    with pytest.raises(InputError):
        formats.read(path)
