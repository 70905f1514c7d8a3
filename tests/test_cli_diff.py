"""``partygraph diff`` from outside: files, stores on the disk, and servers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import partygraph
from partygraph.cli import front
from partygraph.resources import folder
from partygraph.stores import Build, connect, embedded, load
from partygraph.stores.http import Login

if TYPE_CHECKING:
    from servers import Server

pytest_plugins = ("servers",)

ARTICLE = folder("data") / "articles" / "connecticut-working-families-party.txt"


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The build of an article, and that of the article with another year."""
    made = []
    text = ARTICLE.read_text("utf-8")
    for name, words in (("old", text), ("new", text.replace("was formed in 2002", "was formed in 2003"))):
        place = tmp_path_factory.mktemp(name)
        article = place / "article.txt"
        article.write_text(words, encoding="utf-8")
        (place / "graph").mkdir()
        (place / "graph" / "party.nq").write_text(partygraph.build(article).write("nquads", provenance=True), "utf-8")
        made.append(str(place / "graph"))
    return made[0], made[1]


def test_two_folders(builds: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["diff", *builds]) == 0
    shown = capsys.readouterr()
    assert "founded · 2002 → 2003" in shown.out and "changed" in shown.err
    assert front.run(["diff", *builds, "--exit-code", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["articles"]
    assert front.run(["diff", builds[0], builds[0], "--exit-code"]) == 0
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err == "no difference\n"


def test_a_build_that_loses_facts_says_so(
    builds: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (Path(builds[0]) / "party.nq").read_text("utf-8").splitlines(keepends=True)
    less = tmp_path / "less.nq"
    less.write_text("".join(line for line in lines if "#s-strongholdIn-" not in line), encoding="utf-8")
    assert front.run(["diff", builds[0], str(less)]) == 0
    assert "lost facts of the old one: 2" in capsys.readouterr().err


def test_a_store_on_the_disk(builds: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "store"
    embedded.update(store, Path(builds[0]).glob("*.nq"))
    assert front.run(["diff", builds[0], str(store), "--exit-code"]) == 0
    assert front.run(["diff", str(store), builds[1], "--exit-code"]) == 1


def test_a_server(server: Server, builds: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    remote = connect(server.url, login=Login(*server.login))
    load(Build(tuple(Path(builds[0]).glob("*.nq")), "urn:diff"), remote)
    remote.close()
    url = server.url + {"oxigraph": "/query", "virtuoso": "/sparql"}[server.name]
    assert front.run(["diff", builds[0], url, "--dataset", "urn:diff", "--exit-code"]) == 0, capsys.readouterr().out
    assert front.run(["diff", url, builds[1], "--dataset", "urn:diff", "--exit-code"]) == 1
    assert "2002 → 2003" in capsys.readouterr().out
    assert front.run(["diff", url, builds[1], "-f", "patch"]) == 2
    assert front.run(["diff", url, builds[1], "--dataset", "urn:nothing"]) == 4


def test_calls_that_fail(builds: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    for words, code in ((["none", builds[0]], 3), (["http://127.0.0.1:9/", builds[0]], 4)):
        assert front.run(["diff", *words]) == code
        shown = capsys.readouterr()
        assert shown.out == "" and "remedy:" in shown.err
