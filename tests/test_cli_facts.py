import csv
import io
import json
import sys
from pathlib import Path

import pytest

from partygraph.cli import front
from partygraph.facttable import COLUMNS

LAKE = """= Lake Party =

Lake Party
- Foundation: 1931
- Ideology: Liberalism, Agrarianism
- Slogan: "Bread, Peace"

The Lake Party was founded in 1931 by Ann Lee.
"""


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    path = tmp_path / "lake.txt"
    path.write_bytes(LAKE.encode())
    return path


def test_every_form_holds_the_same_rows(lake: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables: dict[str, list[dict[str, str]]] = {}
    for form, delimiter in (("tsv", "\t"), ("csv", ",")):
        assert front.run(["facts", str(lake), "-f", form]) == 0
        text = capsys.readouterr().out
        tables[form] = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    assert front.run(["facts", str(lake), "--json"]) == 0
    records = json.loads(capsys.readouterr().out)
    assert [tuple(record) for record in records] == [COLUMNS] * len(records)
    assert tables["tsv"] == tables["csv"] == [{key: str(value) for key, value in r.items()} for r in records]
    assert {"founded", "ideology", "slogan", "founder"} <= {record["predicate"] for record in records}
    for record in records:
        assert LAKE[record["start"] : record["end"]] == record["quote"]


def test_offsets_count_code_points_and_carriage_returns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = LAKE.replace("\n", "\r\n").replace("Lake", "Løké 𝔏")
    path = tmp_path / "lake.txt"
    path.write_bytes(text.encode())
    assert front.run(["facts", str(path), "--json"]) == 0
    records = json.loads(capsys.readouterr().out)
    assert records
    assert all(text[record["start"] : record["end"]] == record["quote"] for record in records)


def test_standard_input_is_an_input(
    lake: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert front.run(["facts", str(lake)]) == 0
    from_file = capsys.readouterr().out
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LAKE.encode())))
    assert front.run(["facts", "-"]) == 0
    assert capsys.readouterr().out == from_file


def test_folder_and_table(lake: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["facts", str(lake.parent), "-f", "table"]) == 0
    assert "Lake Party" in capsys.readouterr().out


def test_the_other_articles_are_still_read(lake: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert front.run(["facts", str(bad), str(tmp_path / "none.txt"), str(lake)]) == 3
    shown = capsys.readouterr()
    assert "founded" in shown.out
    assert "bad.txt" in shown.err and "none.txt" in shown.err and shown.err.count("remedy:") == 2


def test_nothing_but_a_message_for_an_unreadable_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["facts", str(tmp_path / "none.txt")]) == 3
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("words", [[], ["x.txt", "-f", "yaml"], ["x.txt", "--nothing"]])
def test_a_call_that_is_off(words: list[str]) -> None:
    assert front.run(["facts", *words]) == 2
