"""``partygraph store`` from outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from partygraph.cli import front


def test_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = tmp_path / "graph"
    graph.mkdir()
    (graph / "a.nq").write_text('<urn:a> <urn:p> "one" <urn:g> .\n')
    (graph / "b.ttl").write_text('<urn:b> <urn:p> "two" .\n')
    store = tmp_path / "store"
    assert front.run(["store", str(store), str(graph)]) == 0
    shown = capsys.readouterr()
    assert shown.out == f"{store}\n" and "2 files added" in shown.err and "2 statements" in shown.err
    (graph / "a.nq").write_text('<urn:a> <urn:p> "three" <urn:g> .\n')
    assert front.run(["store", str(store), str(graph), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["changed"] == [str(graph / "a.nq")] and told["added"] == told["removed"] == []
    assert front.run(["store", str(store), "--list", "--json"]) == 0
    assert [row["graphs"] for row in json.loads(capsys.readouterr().out)] == [1, 1]


def test_a_store_is_asked_like_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, store = tmp_path / "a.nq", tmp_path / "store"
    file.write_text('<urn:a> <urn:p> "one" <urn:g> .\n<urn:a> <urn:p> "two" .\n')
    assert front.run(["store", str(store), str(file)]) == 0
    capsys.readouterr()
    query = "SELECT ?o { ?s <urn:p> ?o } ORDER BY ?o"
    for engine in ("oxigraph", "rdflib"):
        assert front.run(["query", query, str(store), "-f", "csv", "--engine", engine]) == 0
        assert capsys.readouterr().out == "o\none\ntwo\n"
    assert front.run(["query", query, str(store), str(file)]) == 2


def test_a_store_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, store = tmp_path / "a.nq", tmp_path / "store"
    file.write_text('<urn:a> <urn:p> "one" <urn:g> .\n')
    assert front.run(["store", str(store), str(file)]) == 0
    for words in (["validate", store], ["store", tmp_path / "other", store], ["load", store, "--to", "http://[::1]:9"]):
        capsys.readouterr()
        assert front.run(list(map(str, words))) == 3
        assert f"partygraph store {store} --list" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "code"), [(["none.nq"], 3), (["--list"], 3)])
def test_calls_that_fail(tmp_path: Path, words: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["store", str(tmp_path / "store"), *words]) == code
    shown = capsys.readouterr()
    assert shown.out == "" and "remedy:" in shown.err
