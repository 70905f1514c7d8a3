import json
from pathlib import Path

import pytest

from partygraph import street
from partygraph.cli import front

LAKE = """= Lake Party =

Lake Party
- Foundation: 1931
- Ideology: class=nowrap, Liberalism

The Lake Party was founded in 1931.
"""
ENDINGS = {".ttl", ".jsonld", ".nt", ".trig", ".nq", ".provenance.jsonld"}


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "lake.txt"
    path.parent.mkdir()
    path.write_text(LAKE, encoding="utf-8")
    return path


def test_all_formats_are_written_and_named_by_the_slug(
    lake: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "graph"
    assert front.run(["build", str(lake), "-o", str(target)]) == 0
    shown = capsys.readouterr()
    names = {path.name for path in target.iterdir() if path.name.startswith("lake-party")}
    assert names == {f"lake-party{ending}" for ending in ENDINGS}
    assert {Path(line).name for line in shown.out.splitlines()} >= names
    assert "Lake Party: " in shown.err and "template-debris 1" in shown.err and "infobox lines" in shown.err


def test_account_as_json(lake: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["build", str(lake), "-o", str(tmp_path / "graph"), "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    (article,) = record["articles"]
    assert article["title"] == "Lake Party" and article["missing"] == [] and article["left_out"]["template-debris"] == 1
    assert all(Path(file).exists() for file in record["files"])


def test_bad_articles_do_not_stop_the_good_ones(lake: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (lake.parent / "bad.txt").write_bytes(b"\x00\x01")
    (lake.parent / "twin.txt").write_text(LAKE, encoding="utf-8")
    assert front.run(["build", str(lake.parent), "-o", str(tmp_path / "graph")]) == 3
    shown = capsys.readouterr()
    assert "bad.txt" in shown.err and "twin.txt" in shown.err
    assert (tmp_path / "graph" / "lake-party.ttl").exists()


def test_what_does_not_conform_is_not_published(
    lake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from dataclasses import replace

    whole = street.build

    def broken(*given: object, **more: object) -> object:
        dataset = whole(*given, **more)  # type: ignore[arg-type]
        kept = tuple(t for t in dataset.facts if not (t[0] == dataset.subject and t[1].endswith("label")))
        return replace(dataset, facts=kept)

    monkeypatch.setattr(street, "build", broken)
    assert front.run(["build", str(lake), "-o", str(tmp_path / "graph")]) == 1
    assert "not published" in capsys.readouterr().err
    assert not list(tmp_path.glob("graph/lake-party*"))


def test_where_to_must_be_said(lake: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["build", str(lake)]) == 2
    assert "-o FOLDER" in capsys.readouterr().err


def test_one_format_on_standard_output(lake: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["build", str(lake), "-o", "-", "-f", "ttl"]) == 0
    shown = capsys.readouterr()
    assert "schema:PoliticalParty" in shown.out and "Lake Party: " in shown.err
    assert front.run(["build", str(lake), "-o", "-", "-f", "docx"]) == 2


def test_base_is_an_option(lake: Path, tmp_path: Path) -> None:
    target = tmp_path / "graph"
    assert front.run(["build", str(lake), "-o", str(target), "--base", "https://example.org/parties/"]) == 0
    assert "<https://example.org/parties/id/lake-party>" in (target / "lake-party.nt").read_text(encoding="utf-8")


def test_nothing_is_fetched(lake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert front.run(["build", str(lake), "-o", str(tmp_path / "graph")]) == 0


def test_a_folder_that_cannot_be_written_is_a_message(
    lake: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert front.run(["build", str(lake), "-o", str(tmp_path / "file" / "graph")]) == 3
    assert "Traceback" not in capsys.readouterr().err


def test_a_dump_without_a_party_is_no_silent_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = "<page><title>Bay</title><id>1</id><revision><id>2</id><text>A bay.</text></revision></page>"
    dump = tmp_path / "towns.xml"
    dump.write_text(f'<mediawiki xml:lang="en">{page}</mediawiki>', encoding="utf-8")
    assert front.run(["build", str(dump), "-o", str(tmp_path / "graph")]) == 0
    assert "towns.xml: no article about a party is in it" in capsys.readouterr().err
    assert not (tmp_path / "graph").exists()


def test_what_is_no_party_is_said_and_not_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "bay.txt").write_text("= Bay =\n\nBay is a town. It is old.\n", encoding="utf-8")
    (tmp_path / "a" / "blue.txt").write_text("= Blue =\n\nIt is old.\n", encoding="utf-8")
    assert front.run(["build", str(tmp_path / "a"), "-o", str(tmp_path / "graph"), "--json"]) == 0
    shown = capsys.readouterr()
    assert "bay.txt: not mapped, for it is not about a party" in shown.err
    assert 'subject = "party" in blue.source.toml' in shown.err
    told = json.loads(shown.out)
    assert told["files"] == [] and [one["left_out"] for one in told["articles"]] == [
        {"not-a-party": 3},
        {"not-a-party": 2},
    ]
    assert not (tmp_path / "graph").exists()
    assert front.run(["facts", str(tmp_path / "a" / "bay.txt")]) == 0
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 1 and "not mapped" in shown.err
