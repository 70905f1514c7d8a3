from pathlib import Path

import pyoxigraph as ox
import pytest

import partygraph
from partygraph.errors import InputError, UsageError

TEXT = "= Lake Party =\n\nLake Party\n- Foundation: 1931\n\nThe Lake Party was founded in 1931 by Ann Lee.\n"


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    path = tmp_path / "lake.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_each_verb_takes_what_the_one_before_gives_or_anything_before_that(lake: Path) -> None:
    article = partygraph.read(lake)
    extraction = partygraph.extract(article)
    assert partygraph.facts(extraction).rows == partygraph.facts(article).rows == partygraph.facts(lake).rows
    assert partygraph.build(extraction).facts == partygraph.build(lake).facts
    assert [row.object for row in partygraph.facts(TEXT) if row.predicate == "founder"] == ["Ann Lee"]


def test_facts_of_several_articles_are_one_table(lake: Path) -> None:
    both = partygraph.facts(lake, TEXT.replace("Lake", "Hill"))
    assert {row.article for row in both} == {"Lake Party", "Hill Party"}


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt"):
        partygraph.read(tmp_path / "none.txt")


@pytest.mark.parametrize(
    ("form", "graphs"), [("turtle", 1), ("ttl", 1), ("ntriples", 1), ("jsonld", 1), ("trig", 3), ("nquads", 2)]
)
def test_write_gives_facts_and_where_it_can_provenance(form: str, graphs: int) -> None:
    graph = partygraph.build(TEXT)
    text = partygraph.write(graph, form)
    kinds = {"turtle": "ttl", "ttl": "ttl", "ntriples": "nt", "jsonld": "jsonld", "trig": "trig", "nquads": "nq"}
    kind = ox.RdfFormat.JSON_LD if kinds[form] == "jsonld" else ox.RdfFormat.from_extension(kinds[form])
    names = {str(quad.graph_name) for quad in ox.parse(text, format=kind)}
    assert len(names) == min(graphs, 2)
    bare = partygraph.write(graph, form, provenance=False)
    assert len(bare) <= len(text)


def test_write_into_a_folder_publishes(tmp_path: Path) -> None:
    graphs = [partygraph.build(TEXT), partygraph.build(TEXT.replace("Lake", "Hill"))]
    files = partygraph.write(graphs, tmp_path / "out").splitlines()
    assert {Path(file).name for file in files} >= {"lake-party.ttl", "hill-party.nq"}
    assert partygraph.query("parties", tmp_path / "out").table()[1][0][0] == "Hill Party"
    assert len(partygraph.query("parties", *graphs)) == 2


def test_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="turtle"):
        partygraph.write(partygraph.build(TEXT), "docx")


def test_validate_takes_a_graph_a_file_or_a_folder(tmp_path: Path) -> None:
    graph = partygraph.build(TEXT)
    partygraph.write([graph], tmp_path)
    reports = [partygraph.validate(data) for data in (graph, tmp_path, str(tmp_path), [tmp_path / "lake-party.nq"])]
    assert [report.conforms for report in reports] == [True] * 4
    assert len({len(report.results) for report in reports}) == 1
