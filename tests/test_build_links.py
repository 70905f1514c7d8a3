"""The script builds the shipped tables from records: without the kept-back third, and the same bytes every time."""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from partygraph.linking import sssom

SCRIPT = Path(__file__).parent.parent / "scripts" / "build_links.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_links", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def record(number: int) -> dict[str, object]:
    return {
        "slug": f"Party_{number}",
        "title": f"Party {number}",
        "label": f"Party {number}",
        "qid": f"Q99{number}",
        "partyfacts_id": number,
        "infobox": {"country": "Ruritania", "ideology": "[[harbour socialism|Harbourism]]"},
        "wikidata": {
            "country (P17)": "Ruritania (Q99920)",
            "political ideology (P1142)": "Harbourism (Q99930)",
            "instance of (P31)": "political party (Q7278)",
        },
    }


def built(script: ModuleType, folder: Path, records: list[dict[str, object]], *more: str) -> dict[str, bytes]:
    folder.mkdir()
    source, redirects = folder / "records.jsonl.gz", folder / "redirects.csv.gz"
    source.write_bytes(gzip.compress("".join(json.dumps(r) + "\n" for r in records).encode(), mtime=0))
    rows = "partyfacts_id,field,link,page\n" + "".join(f"{n},ideology,harbour socialism,Harbourism\n" for n in range(9))
    redirects.write_bytes(gzip.compress(rows.encode(), mtime=0))
    arguments = sys.argv
    sys.argv = ["build_links", str(source), "--redirects", str(redirects), "--into", str(folder / "links"), *more]
    try:
        script.main()
    finally:
        sys.argv = arguments
    return {path.name: path.read_bytes() for path in (folder / "links").iterdir()}


def test_builds_all_tables_alike_from_any_order(script: ModuleType, tmp_path: Path) -> None:
    records = [record(number) for number in range(9)]
    tables = built(script, tmp_path / "one", records, "--share", "all")
    assert tables == built(script, tmp_path / "two", records[::-1], "--share", "all")
    assert set(tables) == {f"{name}.sssom.tsv" for name in ("parties", "pages", "redirects", "types", "names")}
    read = {name: sssom.read(tmp_path / "one" / "links" / name).rows for name in tables}
    assert [row.qid for row in read["types.sssom.tsv"]] == ["Q7278"]
    assert {(row.subject_label, row.qid) for row in read["pages.sssom.tsv"]} == {
        ("Harbourism", "Q99930"),
        ("Ruritania", "Q99920"),
    }
    assert [(row.subject_label, row.confidence) for row in read["redirects.sssom.tsv"]] == [
        ("Harbour socialism", "0.80")
    ]
    assert {(row.subject_category, row.subject_label) for row in read["names.sssom.tsv"]} == {
        ("country", "ruritania"),
        ("ideology", "harbourism"),
    }
    assert len(read["parties.sssom.tsv"]) == 9


def test_a_third_is_kept_back(script: ModuleType, tmp_path: Path) -> None:
    records = [record(number) for number in range(30)]
    built(script, tmp_path / "open", records)
    used = {row.subject_label for row in sssom.read(tmp_path / "open" / "links" / "parties.sssom.tsv").rows}
    assert used == {f"Party {n}" for n in range(30) if not script.is_kept_back(f"Party_{n}")}
    assert 10 < len(used) < 28


def test_shipped_tables_hold_nothing_that_the_concept_schemes_hold() -> None:
    from partygraph.linking import concepts, tables
    from partygraph.resources import folder

    schemes = {tables.row_key(row) for row in concepts.read(folder("ontology") / "concepts.ttl").rows}
    for path in tables.links_folder().glob("*.sssom.tsv"):
        assert schemes.isdisjoint(map(tables.row_key, sssom.read(path).rows)), (
            f"{path.name}: run scripts/build_links.py"
        )
