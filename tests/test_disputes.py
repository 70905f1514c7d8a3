"""Disputes and retractions overlay an extraction, and an entry about nothing is an error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from partygraph import extraction, readers
from partygraph.errors import InputError
from partygraph.formats import Value
from partygraph.formats.namespaces import expand
from partygraph.graphs import Dataset, build, disputes
from partygraph.model import Datatype, Entity, Extraction, Kind, Literal
from partygraph.resources import folder
from partygraph.validation import validate

MakeExtraction = Callable[..., Extraction]
ADA = Entity("Ada Example", Kind.PERSON)
COUNCIL = Entity("Port Council", Kind.BODY)
ARTICLES = folder("ontology").parent / "data" / "articles"
ENTRY = """
[[{kind}]]
article = "Harbour Party"
subject = "{subject}"
predicate = "{predicate}"
object = "{object}"
qualifiers = {qualifiers}
by = ["The Port Gazette"]
sources = ["The Port Gazette, 2008-01-01", "https://example.org/news"]
note = "It was somebody else."
"""


@pytest.fixture
def made(make_extraction: MakeExtraction, party: Entity) -> Extraction:
    return make_extraction(
        "Harbour Party",
        (party, "founded", Literal("2002", Datatype.YEAR)),
        (ADA, "elected", COUNCIL, {"date": Literal("2007", Datatype.YEAR)}),
        (ADA, "elected", COUNCIL, {"date": Literal("2011", Datatype.YEAR)}),
    )


def entry(tmp_path: Path, kind: str = "dispute", **fields: str) -> Path:
    values = {
        "kind": kind,
        "subject": "Ada Example",
        "predicate": "elected",
        "object": "Port Council",
        "qualifiers": '{ date = "2007" }',
    }
    path = tmp_path / "disputes.toml"
    path.write_text(ENTRY.format(**(values | fields)), encoding="utf-8")
    return path


def disputed(dataset: Dataset) -> list[str]:
    return sorted(s.rsplit("/", 1)[-1] for s, p, _ in dataset.facts if p == expand("party:disputedBy"))


def statuses(dataset: Dataset) -> list[str]:
    return sorted(statement.status for statement in dataset.statements)


def test_a_disputed_statement_stays_and_is_marked_in_both_graphs(made: Extraction, tmp_path: Path) -> None:
    plain, marked = build(made), build(made, disputes=disputes.read(entry(tmp_path)))
    assert set(plain.facts) < set(marked.facts)
    assert disputed(marked) == ["elected-office.ada-example.port-council.2007"]
    assert statuses(marked) == ["asserted", "asserted", "disputed"]
    said = {(p, o) for s, p, o in marked.facts if "#d-" in s}
    assert (expand("party:attribution"), Value("The Port Gazette")) in said
    assert {p for s, p, _ in marked.provenance if "#d-" in s} == {p for p, _ in said}


def test_a_disputed_plain_triple_gets_a_node_to_say_it_of(made: Extraction, tmp_path: Path) -> None:
    fields = {"subject": "Harbour Party", "predicate": "founded", "object": "2002", "qualifiers": "{}"}
    marked = build(made, disputes=disputes.read(entry(tmp_path, **fields)))
    assert disputed(marked) == ["qualified-relation.founding-date.2002"]
    assert [o for s, p, o in marked.facts if p == expand("schema:foundingDate")]


def test_a_retracted_statement_leaves_the_facts_and_keeps_its_record(made: Extraction, tmp_path: Path) -> None:
    left = build(made, disputes=disputes.read(entry(tmp_path, "retraction")))
    assert not [s for s, _, _ in left.facts if s.endswith("2007")]
    assert [s for s, _, _ in left.facts if s.endswith("2011")]
    assert statuses(left) == ["asserted", "asserted", "retracted"]


def test_the_extraction_is_not_touched(made: Extraction, tmp_path: Path) -> None:
    before = repr(made)
    build(made, disputes=disputes.read(entry(tmp_path)))
    assert repr(made) == before


def test_a_dispute_of_another_article_is_not_ours(made: Extraction, tmp_path: Path) -> None:
    path = entry(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("Harbour Party", "Hill Party"), encoding="utf-8")
    assert build(made, disputes=disputes.read(path)) == build(made)


@pytest.mark.parametrize(
    "fields", [{"object": "Hill Council"}, {"subject": "Ada"}, {"qualifiers": '{ date = "2008" }'}, {"predicate": "x"}]
)
def test_a_dispute_about_nothing_is_an_error_that_helps(
    made: Extraction, tmp_path: Path, fields: dict[str, str]
) -> None:
    path = entry(tmp_path, **fields)
    with pytest.raises(InputError, match="about no statement") as caught:
        build(made, disputes=disputes.read(path))
    assert caught.value.where is not None
    assert caught.value.where.file == str(path)
    assert "partygraph facts" in str(caught.value.remedy)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[dispute]", "not valid TOML"),
        ("[[quarrel]]\na = 1", "quarrel"),
        ("[[dispute]]\nsubject = 'x'", "lacks article"),
        ("dispute = 1", "not a table"),
        (ENTRY.format(kind="dispute", subject="a", predicate="b", object="c", qualifiers="1"), "wrong form"),
        (
            ENTRY.format(kind="dispute", subject="a", predicate="b", object="c", qualifiers="{}") + "colour = 'red'",
            "unknown key 'colour'",
        ),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        disputes.read(path)


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        disputes.read(tmp_path / "x.toml")


def test_the_shipped_disputes_are_each_about_a_statement_of_a_shipped_article() -> None:
    shipped = disputes.read()
    assert shipped
    datasets = [build(extraction.extract(readers.read(path)), disputes=shipped) for path in ARTICLES.glob("*.txt")]
    marks = {o for dataset in datasets for _, p, o in dataset.facts if p == expand("party:disputedBy")}
    assert len(marks) == len(shipped)
    for dataset in datasets:
        assert validate(dataset, engine="compiled").conforms
