"""The two scripts that the benchmark compares do the same job."""

import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "data" / "articles" / "connecticut-working-families-party.txt"
SLUG = ARTICLE.stem


def statements(path: Path) -> set[str]:
    form = ox.RdfFormat.from_extension(path.suffix[1:])
    return {str(quad) for quad in ox.parse(path=str(path), format=form)}


@pytest.mark.slow
def test_both_write_the_same_graph(tmp_path: Path) -> None:
    script = [sys.executable, str(ROOT / "scripts" / "benchmark.py"), str(ARTICLE), "--straightforward", str(tmp_path)]
    subprocess.run(script, check=True, timeout=120)
    ours = tmp_path / "ours"
    subprocess.run(
        [sys.executable, "-m", "partygraph", "build", str(ARTICLE), "-o", str(ours)], check=True, timeout=120
    )
    for ending in ("nt", "nq", "ttl", "trig"):
        assert statements(tmp_path / f"{SLUG}.{ending}") == statements(ours / f"{SLUG}.{ending}")


@pytest.mark.slow
def test_figures_are_printed_as_ratios() -> None:
    script = [sys.executable, str(ROOT / "scripts" / "benchmark.py"), "--runs", "1"]
    shown = subprocess.run(script, check=True, capture_output=True, text=True, timeout=300).stdout
    ratios = {line[:22].strip(): float(line.split()[-1]) for line in shown.splitlines()[1:]}
    assert ratios["partygraph build"] == 1
    assert ratios["python -c pass"] < ratios["partygraph --help"] < ratios["rdflib + pyshacl"]
    assert ratios["rdflib + pyshacl"] > 1
