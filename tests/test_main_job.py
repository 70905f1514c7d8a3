"""The main job from end to end, as a user runs it: the article in, quoted and valid linked data out."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "data" / "articles" / "connecticut-working-families-party.txt"
SLUG = "connecticut-working-families-party"
FACTS_FILES = (f"{SLUG}.ttl", f"{SLUG}.jsonld", f"{SLUG}.nt")
PROVENANCE_FILES = (f"{SLUG}.trig", f"{SLUG}.nq", f"{SLUG}.provenance.jsonld")


def partygraph(*words: str | Path, env: Mapping[str, str] | None = None, code: int = 0) -> str:
    command = [sys.executable, "-m", "partygraph", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **(env or {})}, timeout=120)
    assert done.returncode == code, f"{words} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("graph")
    partygraph("build", ARTICLE, "-o", out)
    return out


def quads(path: Path) -> ox.Dataset:
    form = ox.RdfFormat.JSON_LD if path.suffix == ".jsonld" else ox.RdfFormat.from_extension(path.suffix[1:])
    assert form is not None
    return ox.Dataset(ox.parse(path=str(path), format=form))


def digest(dataset: ox.Dataset) -> str:
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return "\n".join(sorted(str(quad) for quad in dataset))


def test_the_published_files_are_those_that_the_article_gives(built: Path) -> None:
    for path in sorted(built.glob(f"{SLUG}.*")):
        published = ROOT / "data" / "graph" / path.name
        assert published.read_bytes() == path.read_bytes(), f"{published} is stale: run ./scripts/run and commit it"
    assert {*FACTS_FILES, *PROVENANCE_FILES} <= {path.name for path in built.iterdir()}


@pytest.mark.parametrize("names", [FACTS_FILES, PROVENANCE_FILES], ids=["facts", "provenance"])
def test_every_format_holds_the_same_graph(built: Path, names: tuple[str, ...]) -> None:
    assert len({digest(quads(built / name)) for name in names}) == 1


@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph).* is deprecated")  # rdflib warns of its own calls
@pytest.mark.parametrize("name", [*FACTS_FILES, *PROVENANCE_FILES])
def test_rdflib_reads_as_many_statements(built: Path, name: str) -> None:
    import rdflib

    dataset = rdflib.Dataset(default_union=True)
    form = {"nq": "nquads", "jsonld": "json-ld", "ttl": "turtle"}.get(name.rpartition(".")[2], name.rpartition(".")[2])
    dataset.parse(data=(built / name).read_bytes(), format=form)
    assert len(set(dataset.quads((None, None, None, None)))) == len(quads(built / name))


@pytest.mark.parametrize("name", [*FACTS_FILES, *PROVENANCE_FILES])
def test_no_blank_node_is_published(built: Path, name: str) -> None:
    for quad in quads(built / name):
        assert isinstance(quad.subject, ox.NamedNode)
        assert not isinstance(quad.object, ox.BlankNode)


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "random", "TZ": "America/New_York", "LC_ALL": "POSIX"},
    ],
    ids=["seed-0", "seed-1", "random"],
)
def test_the_same_input_gives_the_same_bytes(built: Path, tmp_path: Path, env: dict[str, str]) -> None:
    partygraph("build", ARTICLE, "-o", tmp_path, env=env)
    for path in sorted(built.glob(f"{SLUG}.*")):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_every_row_of_the_fact_table_is_quoted() -> None:
    rows = json.loads(partygraph("facts", ARTICLE, "-f", "json"))
    text = ARTICLE.read_bytes().decode("utf-8")
    assert len(rows) >= 54
    for row in rows:
        assert text[row["start"] : row["end"]] == row["quote"] != ""


def test_what_is_published_conforms(built: Path) -> None:
    partygraph("validate", built)


def test_one_bad_article_does_not_stop_the_others(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    good = tmp_path / ARTICLE.name
    shutil.copy(ARTICLE, good)
    partygraph("build", bad, good, "-o", tmp_path / "out", code=3)
    assert (tmp_path / "out" / f"{SLUG}.ttl").exists()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("no-title.txt", b"- Ideology: Liberalism\n\nSome text.\n", "title"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x01", "PNG"),
        ("latin.txt", "= Café Party =\n\nText.\n".encode("latin-1"), "UTF-8"),
        ("sixteen.txt", "= Blue Party =\n\nText.\n".encode("utf-16"), "UTF-16"),
        ("nul.txt", b"= Blue Party =\n\nTe\x00xt.\n", "0x00"),
        ("colon.txt", b"= Blue Party =\n\nBlue Party\n- Ideology\n- Country: Peru\n\nText.\n", "colon"),
    ],
)
def test_bad_input_says_what_where_and_how(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    command = [sys.executable, "-m", "partygraph", "facts", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 3
    assert name in done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout.count("\n") <= 1, "nothing but the table's header on standard output"


def test_a_missing_file(tmp_path: Path) -> None:
    partygraph("facts", tmp_path / "none.txt", code=3)
