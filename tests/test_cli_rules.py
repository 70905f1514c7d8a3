import json
from pathlib import Path

import pytest

from partygraph.cli import front


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
