"""The wheel works in an environment of its own: it carries its tables and does the main job without the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "data" / "articles" / "connecticut-working-families-party.txt"

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    # The checkout must not be reachable: no PYTHONPATH, and a working folder of its own.
    env = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV", "COV_"))}
    done = subprocess.run([*map(str, command)], cwd=cwd, env=env, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    return next(out.glob("*.whl"))


def test_the_wheel_carries_the_tables(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for table in ("ontology/predicates.ttl", "ontology/partygraph.ttl", "shapes/data.ttl"):
        assert f"partygraph/{table}" in names
    assert any(name.startswith("partygraph/queries/") and name.endswith(".rq") for name in names)
    assert any(name.startswith("partygraph/data/links/") for name in names)
    assert "partygraph/py.typed" in names
    assert not any("article" in name.lower() and name.endswith(".txt") for name in names)


def test_the_wheel_does_the_main_job(wheel: Path, tmp_path: Path) -> None:
    env = tmp_path / "env"
    run(sys.executable, "-m", "venv", env, cwd=tmp_path)
    python = env / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=tmp_path)
    article = tmp_path / "some-party.txt"
    article.write_bytes(ARTICLE.read_bytes())
    partygraph = env / "bin" / "partygraph"
    table = run(partygraph, "facts", article, "-f", "tsv", cwd=tmp_path)
    assert "\tfounded\t2002\t" in table
    run(partygraph, "build", article, "-o", tmp_path / "out", cwd=tmp_path)
    published = sorted(path.suffix for path in (tmp_path / "out").iterdir() if path.is_file() and path.stem != ".lock")
    assert {".ttl", ".jsonld", ".nt", ".trig", ".nq"} <= set(published)
    run(partygraph, "validate", tmp_path / "out", cwd=tmp_path)
