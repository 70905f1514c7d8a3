import json
from pathlib import Path

import pytest

from partygraph.cli import front

LAKE = """= Lake Party =

Lake Party
- Foundation: 1931
- Membership: 304

The Lake Party was founded in 1932 by Ann Lee. It is a political party with approximately 900 members.
"""


@pytest.fixture
def lake(tmp_path: Path) -> str:
    path = tmp_path / "lake.txt"
    path.write_text(LAKE, encoding="utf-8")
    return str(path)


def test_a_fact_is_shown_with_its_sentence_line_rule_and_contradiction(
    lake: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert front.run(["why", lake, "founded", "1931"]) == 0
    shown = capsys.readouterr().out
    assert "Lake Party · founded · 1931" in shown and "line 4" in shown and "infobox:founded" in shown
    assert f"characters {LAKE.index('Foundation')}-{LAKE.index('1931') + 4}" in shown
    assert "but also   1932, line 7" in shown
    assert "»" in shown and "\x1b" not in shown


def test_as_json(lake: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["why", lake, "founder", "--json"]) == 0
    (record,) = json.loads(capsys.readouterr().out)
    assert record["object"] == "Ann Lee" and record["line"] == 7
    assert record["sentence"] == "The Lake Party was founded in 1932 by Ann Lee."
    assert LAKE[record["start"] : record["end"]] == record["quote"]


def test_by_row_number(lake: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["why", lake, "1", "--json"]) == 0
    (record,) = json.loads(capsys.readouterr().out)
    assert record["number"] == 1 and record["predicate"] == "name"


def test_disputes_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["why", "Bermudez", "elected"]) == 0
    shown = capsys.readouterr().out
    assert "disputed   by " in shown and "Hartford Courant" in shown


def test_the_record_of_the_rule_is_told(lake: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["why", lake, "founder"]) == 0
    assert "statements that it read like this and readers judged" in capsys.readouterr().out
    assert front.run(["why", lake, "founder", "--json"]) == 0
    (record,) = json.loads(capsys.readouterr().out)
    assert record["record"]["right"] > record["record"]["wrong"] >= 0
    assert front.run(["why", lake, "founded", "1931", "--json"]) == 0
    (line,) = json.loads(capsys.readouterr().out)
    assert line["record"] == {}, "a line of the infobox has its key, and is not read"


def test_a_poor_record_is_why_it_is_a_candidate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lake.txt"
    path.write_text("= Lake Party =\n\nThe Lake Party is a party. It has its headquarters in Tilbrook.\n")
    assert front.run(["why", str(path), "headquarters"]) == 0
    shown = capsys.readouterr().out
    assert "(candidate, prose)" in shown and "too often wrong for more than a candidate" in shown


def test_no_such_fact_is_a_finding(lake: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["why", lake, "slogan"]) == 1
    assert "partygraph facts" in capsys.readouterr().err


def test_a_call_without_words_is_off(lake: str) -> None:
    assert front.run(["why", lake]) == 2
