import io
import json
import sys
from pathlib import Path

import pytest

from partygraph.cli import front

LAKE = "= Lake Party =\n\nLake Party\n- Foundation: 1931\n\nThe Lake Party was founded in 1931.\n"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    article = folder / "lake.txt"
    article.write_text(LAKE, encoding="utf-8")
    assert front.run(["build", str(article), "-o", str(folder / "out")]) == 0
    return folder / "out"


@pytest.fixture
def broken(graph: Path, tmp_path: Path) -> Path:
    path = tmp_path / "broken.trig"
    text = (graph / "lake-party.trig").read_text(encoding="utf-8")
    assert '"1931"^^xsd:gYear' in text
    path.write_text(text.replace('"1931"^^xsd:gYear', '"about 1931"'), encoding="utf-8")
    return path


@pytest.mark.parametrize("engine", ["pyshacl", "compiled"])
def test_what_build_publishes_conforms(graph: Path, engine: str) -> None:
    assert front.run(["validate", str(graph), "--engine", engine]) == 0


@pytest.mark.parametrize("engine", ["pyshacl", "compiled"])
def test_a_violation_is_a_finding(broken: Path, engine: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["validate", str(broken), "--engine", engine]) == 1
    assert "about 1931" in capsys.readouterr().out


def test_forms(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["validate", str(broken), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["conforms"] is False
    assert front.run(["validate", str(broken), "-f", "ttl"]) == 1
    assert "ValidationReport" in capsys.readouterr().out


def test_standard_input(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(broken.read_bytes())))
    assert front.run(["validate", "-"]) == 1


def test_files_that_are_none(tmp_path: Path) -> None:
    assert front.run(["validate", str(tmp_path / "none.ttl")]) == 3
    (tmp_path / "bad.ttl").write_text("<a", encoding="utf-8")
    assert front.run(["validate", str(tmp_path / "bad.ttl")]) == 3
    assert front.run(["validate"]) == 2
