"""``partygraph load`` from outside: what it prints, and how it ends."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import partygraph
from partygraph.cli import front
from partygraph.resources import folder
from partygraph.stores import stores

if TYPE_CHECKING:
    from servers import Server

pytest_plugins = ("servers",)

ARTICLE = folder("data") / "articles" / "connecticut-working-families-party.txt"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("graph")
    dataset = partygraph.build(ARTICLE)
    (place / "party.nq").write_text(dataset.write("nquads", provenance=True), encoding="utf-8")
    (place / "party.ttl").write_text(dataset.write("turtle"), encoding="utf-8")
    return place


@pytest.fixture
def known(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    monkeypatch.setenv("PARTYGRAPH_STORE_USER", server.login[0])
    monkeypatch.setenv("PARTYGRAPH_STORE_PASSWORD", server.login[1])
    return server


def test_load(known: Server, graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["load", str(graph), "--to", known.url, "--dataset", "urn:cli"]
    assert front.run([*words, "--dry-run"]) == 0
    foreseen = capsys.readouterr()
    assert "nothing was written" in foreseen.err and "current build:  none" in foreseen.err
    assert front.run(words) == 0
    shown = capsys.readouterr()
    assert shown.out == foreseen.out and shown.out.startswith("urn:cli/")
    assert "added" in shown.err and "changed by the store" in shown.err and "\r" not in shown.err
    assert front.run([*words, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["added"] == 0 and told["store"] == known.name
    assert front.run([*words, "--dry-run"]) == 0
    assert "already" in capsys.readouterr().err


def test_wrong_password(
    known: Server, graph: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if not known.login[0]:
        pytest.skip("this store asks nobody for a password")
    monkeypatch.setenv("PARTYGRAPH_STORE_PASSWORD", "wrong")
    assert front.run(["load", str(graph), "--to", known.url, "--dataset", "urn:wrong"]) == 4
    shown = capsys.readouterr()
    assert "401" in shown.err and "remedy:" in shown.err and "wrong" not in shown.err.replace("urn:wrong", "")


def test_the_password_is_asked_for(
    known: Server, graph: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PARTYGRAPH_STORE_PASSWORD")
    asked = []

    def prompt(text: str, **options: object) -> str:
        asked.append((text, options.get("hide_input", False)))
        return known.login[1]

    monkeypatch.setattr("click.prompt", prompt)
    monkeypatch.setenv("PARTYGRAPH_STORE_USER", known.login[0] or "nobody")
    assert front.run(["load", str(graph), "--to", known.url, "--dataset", "urn:asked", "--login"]) == 0
    assert asked == [("Password", True)]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    done = mount and subprocess.run([mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], capture_output=True)
    if not done or done.returncode:
        pytest.skip("no file system can be mounted here (needs root)")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_full_disk(
    small_disk: Path,
    graph: Path,
    tmp_path: Path,
    new_oxigraph: Callable[[Path], Server],
    capsys: pytest.CaptureFixture[str],
) -> None:
    server = new_oxigraph(tmp_path)
    (tmp_path / "store").symlink_to(small_disk)
    big = tmp_path / "big.nq"
    text = (graph / "party.nq").read_text("utf-8")
    slug = "connecticut-working-families-party"
    big.write_text("".join(text.replace(slug, f"party-{n}") for n in range(12)), encoding="utf-8")
    try:
        server.start()
        code = front.run(["load", str(big), "--to", server.url, "--chunk", "400000"])
    finally:
        server.kill()
    shown = capsys.readouterr()
    assert code == 4, shown.err
    assert "Make room" in shown.err


def test_a_file_for_the_own_loader(graph: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["load", str(graph), "--to", str(tmp_path / "bulk"), "--store", "files", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    program = Path(sys.executable).with_name("oxigraph")
    store = tmp_path / "store"
    file = tmp_path / "bulk" / "partygraph.nq"
    subprocess.run([program, "load", "--location", store, "--file", file], check=True, capture_output=True)
    import pyoxigraph as ox

    opened = ox.Store.read_only(str(store))
    counted = {
        row["g"].value: int(row["n"].value)
        for row in opened.query("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")  # type: ignore
    }
    assert counted[told["build"]] == told["facts"]
    assert counted[told["build"] + "/provenance"] == told["provenance"]
    assert front.run(["load", str(graph), "--to", str(tmp_path / "bulk"), "--store", "files"]) == 0
    assert "oxigraph load" in capsys.readouterr().err


def test_the_list_of_stores(capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["load", "--stores", "--json"]) == 0
    rows = {row["store"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["qlever"]["tested"] == "documented only" and rows["virtuoso"]["tested"]


@pytest.mark.parametrize("name", stores())
def test_all_about_a_store(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["load", "--stores", "--store", name]) == 0
    shown = capsys.readouterr().out
    assert "documentation: https://" in shown and ("tests run" in shown or "documentation only" in shown)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 2),
        (["--to", "ftp://localhost"], 2),
        (["--to", "http://me:secret@127.0.0.1:9"], 2),
        (["--to", "http://127.0.0.1:9"], 4),
        (["--to", "http://127.0.0.1:9", "--store", "oracle"], 2),
        (["--to", "http://127.0.0.1:9", "--dataset", "not an iri"], 2),
        (["missing.nq", "--to", "http://127.0.0.1:9"], 3),
    ],
)
def test_calls_that_fail(graph: Path, words: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    given = words if "missing.nq" in words else [str(graph), *words]
    assert front.run(["load", *given]) == code
    shown = capsys.readouterr()
    assert shown.out == "" and "remedy:" in shown.err
