import csv
import io
import json
import shlex
import sys
from pathlib import Path

import pytest

from partygraph import queries
from partygraph.cli import front, query

DATA = """@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<urn:a> rdfs:label "Lake, \\"the\\" Party"@en ; <urn:founded> "1931"^^<http://www.w3.org/2001/XMLSchema#gYear> .
<urn:b> rdfs:label "Hill Party"@en .
"""
LABELS = "SELECT ?label { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?label } ORDER BY ?label"


@pytest.fixture
def data(tmp_path: Path) -> str:
    path = tmp_path / "data.ttl"
    path.write_text(DATA, encoding="utf-8")
    return str(path)


def out(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert front.run(["query", *words]) == code
    return capsys.readouterr().out


def test_list_of_queries(capsys: pytest.CaptureFixture[str]) -> None:
    records = json.loads(out(capsys, "--list", "--json"))
    assert len(records) >= 14
    assert all(record["question"].endswith("?") for record in records)
    assert "elected" in out(capsys, "--list")


def test_forms(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert out(capsys, LABELS, data, "-f", "table").splitlines()[2:] == ["Hill Party", 'Lake, "the" Party']
    rows = list(csv.reader(io.StringIO(out(capsys, LABELS, data, "-f", "csv"), newline="")))
    assert rows == [["label"], ["Hill Party"], ['Lake, "the" Party']]
    bindings = json.loads(out(capsys, LABELS, data, "--json"))["results"]["bindings"]
    assert bindings[0]["label"] == {"type": "literal", "value": "Hill Party", "xml:lang": "en"}
    assert "| Hill Party |" in out(capsys, LABELS, data, "-f", "markdown")
    assert '<binding name="label">' in out(capsys, LABELS, data, "-f", "xml")
    assert "<urn:a>" in out(capsys, "CONSTRUCT WHERE { ?s <urn:founded> ?o }", data, "-f", "turtle")
    assert out(capsys, "ASK { <urn:a> ?p ?o }", data, "-f", "tsv") == "answer\nyes\n"


def test_form_that_does_not_fit(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    out(capsys, LABELS, data, "-f", "turtle", code=2)


def test_query_and_data_from_standard_input(
    data: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LABELS.encode())))
    assert "Hill Party" in out(capsys, "-", data)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DATA.encode())))
    assert "Hill Party" in out(capsys, LABELS, "-")
    out(capsys, "-", "-", code=2)


def test_broken_data_on_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<urn:a> <urn:b>")))
    out(capsys, LABELS, "-", code=3)


def test_the_examples_of_the_help_name_queries_and_parameters_that_there_are() -> None:
    shown = query.command.epilog or ""
    calls = [shlex.split(line)[2:] for line in shown.splitlines() if line.strip().startswith("partygraph query ")]
    named = [words for words in calls if words[0] in queries.named()]
    assert len(named) >= 3
    for words in named:
        given = dict(words[at + 1].split("=") for at, word in enumerate(words) if word == "-p")
        queries.named()[words[0]].bindings(given)


def test_explain_asks_nothing(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = out(capsys, "evidence", data, "-p", "of=Lake", "--explain")
    assert "?of = 'Lake' (text)" in shown and "SELECT" in shown and data in shown and "# param" not in shown


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 2),
        (["nonsense"], 2),
        (["evidence"], 2),
        (["evidence", "-p", "of"], 2),
        (["seats", "-p", "of=x"], 2),
        (["SELECT * { SERVICE <http://example.org/> {} }"], 2),
        (["INSERT DATA { <a:b> <a:c> <a:d> }"], 2),
        (["seats", "none.ttl"], 3),
        (["SELECT * {"], 2),
    ],
)
def test_calls_that_fail(words: list[str], code: int, data: str, capsys: pytest.CaptureFixture[str]) -> None:
    given = words if len(words) != 1 or words[0] in ("evidence", "nonsense") else [*words, data]
    assert front.run(["query", *given]) == code
    shown = capsys.readouterr()
    assert shown.out == "" and "remedy:" in shown.err


def test_time_limit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "many.nt"
    path.write_text("".join(f"<urn:s{n}> <urn:p> <urn:o{n}> .\n" for n in range(2000)), encoding="utf-8")
    cross = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    assert front.run(["query", cross, str(path), "--seconds", "0.2"]) == 3
    shown = capsys.readouterr()
    assert shown.out == "" and "ended after 0.2 seconds" in shown.err
