"""The script scores links on parties that no table was built from, and shows nothing of those that nobody reads."""

from __future__ import annotations

import csv
import gzip
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
HARBOUR, DUNE = "Harbourism (Q99930)", "Dunism (Q99931)"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    path = ROOT / "scripts" / "evaluate_links.py"
    spec = importlib.util.spec_from_file_location("evaluate_links", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["evaluate_links"] = module  # its data classes look their module up
    spec.loader.exec_module(module)
    return module


def record(number: int, stated: list[str], box: str = "[[Harbourism]]<br>[[Dunism]]") -> dict[str, object]:
    return {
        "slug": f"Party_{number}",
        "title": f"Party {number}",
        "label": f"Party {number}",
        "qid": f"Q99{number}",
        "partyfacts_id": number,
        "infobox": {"name": f"Party {number}", "country": "Ruritania", "foundation": "1990", "ideology": box},
        "wikidata": {
            "country (P17)": "Ruritania (Q99920)",
            "inception (P571)": "+1990-00-00T00:00:00Z",
            "political ideology (P1142)": stated,
            "instance of (P31)": "political party (Q7278)",
        },
    }


def printed(
    script: ModuleType,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    records: list[dict[str, object]],
    *more: str,
) -> dict[str, str]:
    source, redirects = folder / "records.jsonl.gz", folder / "redirects.csv.gz"
    source.write_bytes(gzip.compress("".join(json.dumps(r) + "\n" for r in records).encode(), mtime=0))
    with gzip.open(redirects, "wt", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(["partyfacts_id", "field", "link", "page"])
    arguments = sys.argv
    sys.argv = ["evaluate_links", str(source), "--redirects", str(redirects), *more]
    try:
        script.main()
    finally:
        sys.argv = arguments
    return {line.split(":")[0].split("  ")[0].strip(): line for line in capsys.readouterr().out.splitlines()}


def test_figures_are_of_parties_that_the_tables_do_not_know(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = [n for n in range(100, 160) if not script.build_links.is_kept_back(f"Party_{n}")]
    sealed = [n for n in range(100, 160) if script.build_links.is_kept_back(f"Party_{n}")]
    records = [record(n, [HARBOUR]) for n in opened] + [record(n, [HARBOUR, DUNE]) for n in sealed]
    lines = printed(script, tmp_path, capsys, records)
    due, half = 2 * len(sealed), len(sealed)
    assert lines["country"].count(f"{half} of {half} 100.00%") == 3
    assert f"{half} of {half} 100.00%" in lines["ideology"]
    assert lines["ideology"].count(f"{half} of {due}  50.00%") == 2  # no open party has the other item: the ceiling
    assert f"found {half} of {half} 100.00%, right {half} of {half} 100.00%" in lines["party by title"]
    assert f"found {half} of {half} 100.00%, right {half} of {half} 100.00%" in lines["party by name"]


def test_a_namesake_that_the_page_never_meets_elsewhere_is_a_twin(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twin = "Harbourism (Q99939)"
    numbers = range(100, 160)
    first = next(n for n in numbers if script.build_links.is_kept_back(f"Party_{n}"))
    lines = printed(script, tmp_path, capsys, [record(n, [twin if n == first else HARBOUR]) for n in numbers])
    links, *_ = lines["ideology"].split("ideology")[1].split()
    assert int(links) == sum(script.build_links.is_kept_back(f"Party_{n}") for n in numbers)
    assert " 1 " in lines["ideology"]
    assert f"{int(links) - 1} of {int(links) - 1} 100.00%" in lines["ideology"]


def test_the_sealed_third_is_not_shown(script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        printed(script, tmp_path, capsys, [record(100, [HARBOUR])], "--show", "missed")
    assert "not shown" in capsys.readouterr().err
