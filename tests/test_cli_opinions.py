"""``--detector`` and ``--llm-url``: off unless asked for, and honest about whom they speak to."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from partygraph.cli import front

LAKE = """= Lake Party =

Lake Party
- Ideology: Liberalism

Ann Lee and her friends got the Lake Party going one wet Tuesday in 1931.
"""
PROPOSAL = {
    "quote": "Ann Lee and her friends got the Lake Party going",
    "subject": "Lake Party",
    "predicate": "founder",
    "object": "Ann Lee",
    "qualifiers": [],
}


@pytest.fixture
def lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "lake.txt"
    path.write_text(LAKE, encoding="utf-8")
    return path


class Model(BaseHTTPRequestHandler):
    """Always proposes the same."""

    status = 200

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        content = json.dumps({"facts": [PROPOSAL]})
        body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
        self.send_response(self.status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


def test_a_proposal_is_a_candidate_of_the_table(lake: Path, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.run(["facts", str(lake), "--llm-url", url, "--llm-model", "tiny"]) == 0
    said = capsys.readouterr()
    assert f"to tiny at {url[7:-3]}" in said.err
    rows = list(csv.DictReader(io.StringIO(said.out, newline=""), delimiter="\t"))
    [row] = [row for row in rows if row["rule"].startswith("proposer:tiny@")]
    assert (row["predicate"], row["object"], row["status"]) == ("founder", "Ann Lee", "candidate")


def test_a_build_publishes_a_proposal_in_the_provenance_only(lake: Path, url: str, tmp_path: Path) -> None:
    assert front.run(["build", str(lake), "-o", str(tmp_path / "graph"), "--llm-url", url, "--llm-model", "tiny"]) == 0
    assert "Ann Lee" not in (tmp_path / "graph" / "lake-party.ttl").read_text(encoding="utf-8")
    assert "proposer:tiny@" in (tmp_path / "graph" / "lake-party.trig").read_text(encoding="utf-8")


def test_a_server_that_fails_ends_the_call_with_4_and_nothing_published(
    lake: Path, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Model, "status", 500)
    assert front.run(["build", str(lake), "-o", str(tmp_path / "graph"), "--llm-url", url, "--llm-model", "tiny"]) == 4
    assert "status 500" in capsys.readouterr().err
    assert not (tmp_path / "graph").exists()


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (["--llm-model", "tiny"], "--llm-url URL"),
        (["--llm-url", "http://127.0.0.1:9"], "--llm-model NAME"),
        (["--llm-url", "nowhere", "--llm-model", "tiny"], "not the address"),
        (["--detector", "oracle"], "no detector"),
        (["--detector", "spacy:no_such_pipeline"], "pip install"),
    ],
)
def test_options_that_lack_something_are_refused(
    lake: Path, options: list[str], what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert front.run(["facts", str(lake), *options]) == 2
    assert what in capsys.readouterr().err


def test_nothing_of_it_is_imported_unless_asked_for(lake: Path) -> None:
    code = (
        "import sys; from partygraph.cli import front; "
        f"front.run(['facts', {str(lake)!r}]); "
        "print([m for m in sys.modules if m.split('.')[0] == 'spacy' "
        "or m.startswith(('partygraph.detection', 'partygraph.proposals', 'http.client'))], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"
