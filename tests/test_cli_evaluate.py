import json
from pathlib import Path

import pytest

from partygraph.cli import front
from partygraph.evaluation import gold

LAKE = "= Lake Party =\n\nLake Party\n- Foundation: 1931\n- Ideology: Liberalism\n"
GOLD = ["Lake Party|name|Lake Party|infobox||", "Lake Party|founded|1931|infobox|Foundation: 1931|"]


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    (tmp_path / "lake.txt").write_text(LAKE, encoding="utf-8")
    path = tmp_path / "lake.gold.tsv"
    lines = ["\t".join(gold.HEADER), *(line.replace("|", "\t") for line in GOLD)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def out(capsys: pytest.CaptureFixture[str], *words: str | Path, code: int = 0) -> str:
    assert front.run(["evaluate", *map(str, words)]) == code
    return capsys.readouterr().out


def test_scores_of_the_article_beside_the_gold(lake: Path, capsys: pytest.CaptureFixture[str]) -> None:
    total = json.loads(out(capsys, lake, "--json"))["total"]
    assert (total["found"], total["expected"], total["unlisted"]) == (2, 2, 1)
    shown = out(capsys, lake, "--show", "unlisted")
    assert "recall     100.0% (2 of 2; 95%: 34.2% to 100.0%)" in shown
    assert "unlisted  Lake Party  ideology   Liberalism" in shown


def test_bars(lake: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out(capsys, lake, "--min-recall", "1", "--min-precision", "0.6")
    out(capsys, lake, "--min-precision", "0.7", code=1)


def test_a_table_made_by_another_program(lake: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("tsv", "csv", "json"):
        assert front.run(["facts", str(tmp_path / "lake.txt"), "-f", form]) == 0
        table = tmp_path / f"facts.{form}"
        table.write_text(capsys.readouterr().out, encoding="utf-8", newline="")
        assert json.loads(out(capsys, lake, "--facts", table, "--json"))["total"]["found"] == 2
    table.write_text('[{"article": "x"}]', encoding="utf-8")
    out(capsys, lake, "--facts", table, code=3)


def test_article_by_option(lake: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    moved = (tmp_path / "lake.txt").rename(tmp_path / "renamed.txt")
    out(capsys, lake, code=3)
    out(capsys, lake, "--article", moved)
    elsewhere = tmp_path / "texts"
    elsewhere.mkdir()
    moved.rename(elsewhere / "lake-party.txt")
    out(capsys, lake, "--articles", elsewhere)


def test_offsets_of_atomic_facts(lake: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start = LAKE.index("1931")
    lines = [{"start": start, "end": start + 4, "quote": "1931"}, {"start": start, "end": start + 4, "quote": "1932"}]
    path = tmp_path / "lake.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    shown = out(capsys, path, "--article", tmp_path / "lake.txt", code=1)
    assert "offsets right 1 of 2, quoted by a fact 2 of 2" in shown


def test_gold_that_is_none_does_not_stop_the_rest(
    lake: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.tsv"
    bad.write_text("x\n", encoding="utf-8")
    assert "recall     100.0%" in out(capsys, bad, lake, code=3)


def records(folder: Path) -> Path:
    path = folder / "parties.jsonl"
    lines = [
        {"slug": "Lake_Party", "text": LAKE, "qid": "Q1", "wikidata": {"inception (P571)": "+1932-00-00T00:00:00Z"}},
        {"slug": "Hill_Party", "text": LAKE.replace("Lake", "Hill")},
    ]
    path.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    return path


def test_articles_among_the_records_of_a_file(lake: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lake.txt").unlink()
    assert json.loads(out(capsys, lake, "--articles", records(tmp_path), "--json"))["total"]["found"] == 2


def test_agreement_with_the_statements_of_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = (records(tmp_path), "--wikidata", "--ceiling", "founded=89.9%")
    found = json.loads(out(capsys, *words, "--json"))
    assert (found["articles"], found["records_without_statements"]) == (1, 1)
    inception = found["properties"]["P571"]
    assert (inception["both"], inception["agreeing"], inception["ceiling"]) == (1, 0, 0.899)
    shown = out(capsys, *words, "--show", "differs")
    assert "P571 inception" in shown and "89.9%" in shown and "1932" in shown
    out(capsys, words[0], "--wikidata", "--ceiling", "founded", code=2)
