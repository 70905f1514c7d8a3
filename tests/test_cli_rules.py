import json
from pathlib import Path

import pytest

from partygraph.cli import front
from partygraph.resources import folder


def out(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert front.run(["rules", *words]) == code
    return capsys.readouterr().out


def test_list_has_every_rule_once(capsys: pytest.CaptureFixture[str]) -> None:
    from partygraph.rules import infobox, phrases

    records = json.loads(out(capsys, "list", "-f", "json"))
    assert len(records) == len(infobox.rules()) + len(phrases.phrases())
    assert len({record["rule"] for record in records}) == len(records)


def test_list_by_words(capsys: pytest.CaptureFixture[str]) -> None:
    records = json.loads(out(capsys, "list", "FOUNDED", "-f", "json"))
    assert {"infobox:founded"} <= {record["rule"] for record in records}
    out(capsys, "list", "xyzzy", code=1)


def test_a_sentence_is_explained_with_its_facts(capsys: pytest.CaptureFixture[str]) -> None:
    shown = out(capsys, "explain", "The Lake Party was founded in 1931 by Ann Lee.", "--title", "Lake Party")
    assert "Lake Party | founded | 1931" in shown and "Lake Party | founder | Ann Lee" in shown
    assert "mentions" in shown and "nearly matched" in shown


def test_an_infobox_line_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    shown = out(capsys, "explain", "Ideology: class=nowrap, Liberalism")
    assert "ideology | Liberalism" in shown and "template-debris" in shown


def test_a_sentence_that_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    shown = out(capsys, "explain", "Green lamps hummed softly.")
    assert "none" in shown and "left out" in shown


def test_sentences_of_an_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lake.txt"
    path.write_text("= Lake Party =\n\nThe Lake Party was founded in 1931. Lamps hummed.\n", encoding="utf-8")
    shown = out(capsys, "explain", str(path), "founded")
    assert "line 3" in shown and "Lamps" not in shown
    out(capsys, "explain", str(path), "xyzzy", code=1)


def test_keys_without_a_rule(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in "ab":
        lines = f"= {name} Party =\n\n{name} Party\n- Foundation: 1931\n- Xyzzy2: plugh\n- Qwerty: {name}\n"
        (tmp_path / f"{name}.txt").write_text(lines.replace("Qwerty", "Qwerty" if name == "a" else "Xyzzy"))
    records = json.loads(out(capsys, "keys", str(tmp_path), "-f", "json"))
    assert [(record["key"], record["times"]) for record in records] == [("xyzzy", 3), ("qwerty", 1)]
    assert len(json.loads(out(capsys, "keys", str(tmp_path), "-f", "json", "--least", "2"))) == 1


def test_keys_of_other_subjects_and_names_of_offices_are_not_missing_rules(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        {
            "slug": "A",
            "text": "= A Party =\n\nA Party\n- Ideology: Monarchism\n- State Chair: Ann Bee\n- Ballooning: Yes\n",
        },
        {"slug": "B", "text": "= B =\n\nB\n- Settlement Type: Port\n- Elevation Ft: 12\n- Twin Towns: 3\n"},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert front.run(["rules", "keys", str(path), "-f", "csv"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["ballooning,1,Yes,A Party"]


def test_the_record_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    table = (folder("ontology") / "records.tsv").read_text(encoding="utf-8")
    assert out(capsys, "record") == table


def test_verdicts_are_added_to_the_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "lake.txt"
    article.write_text("= Lake Party =\n\nLake Party\n- Leader: Bo Chan\n\nThe Lake Party was founded in 1931.\n")
    assert front.run(["facts", str(article), "-f", "tsv"]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    (founded,) = [row for row in rows if "\tfounded\t" in row]
    judged = tmp_path / "judged.tsv"
    judged.write_text("\n".join([f"{head}\tverdict", *(f"{row}\twrong" for row in rows)]) + "\n", encoding="utf-8")
    before = (folder("ontology") / "records.tsv").read_text(encoding="utf-8").splitlines()
    after = out(capsys, "record", str(judged)).splitlines()
    changed = [(old.split("\t"), new.split("\t")) for old, new in zip(before, after, strict=True) if old != new]
    rule = founded.split("\t")[head.split("\t").index("rule")]
    ((old, new),) = [pair for pair in changed if pair[0][:2] == ["founded", rule]]
    assert int(new[7]) == int(old[7]) + 1 and new[:7] == old[:7]
    assert all(old[0] != "leader" for old, _ in changed), "a line of the infobox is not read"


@pytest.mark.parametrize(("column", "verdict"), [("verdict", "perhaps"), ("opinion", "right")])
def test_a_table_without_verdicts_is_refused(
    column: str, verdict: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    columns = ("article", "subject", "predicate", "object", "qualifiers", "status", "source")
    cells = ("Lake Party", "Lake Party", "founded", "1931", "", "asserted", "prose")
    rest = {"start": "1", "end": "2", "quote": "x", "rule": "r", "qid": "", column: verdict}
    path = tmp_path / "judged.tsv"
    lines = ["\t".join((*columns, *rest)), "\t".join((*cells, *rest.values()))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert front.run(["rules", "record", str(path)]) == 3
    told = capsys.readouterr().err
    assert "judged.tsv" in told and ("perhaps" in told or "verdict" in told)
