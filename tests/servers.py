"""Real triple stores on this machine, each in a folder and on a port of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

INI = Path(__file__).with_name("virtuoso.ini")
PATIENCE = 60.0


class Server:
    """A server that can be started again on the same data."""

    name = ""
    login = ("", "")
    ready = "/"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def command(self) -> list[str]:
        raise NotImplementedError

    def start(self) -> None:
        with (self.folder / "output").open("ab") as output:
            self.process = subprocess.Popen(
                self.command(), cwd=self.folder, stdout=output, stderr=output, stdin=subprocess.DEVNULL
            )
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(self.url + self.ready, timeout=5):
                    return
            except OSError:
                assert self.process.poll() is None, (self.folder / "output").read_text(errors="replace")
                time.sleep(0.05)
        raise AssertionError(f"{self.name} did not start in {PATIENCE:g} s")

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(timeout=30)
            self.process = None


class Oxigraph(Server):
    name = "oxigraph"

    def command(self) -> list[str]:
        program = str(Path(sys.executable).with_name("oxigraph"))
        return [program, "serve", "--location", str(self.folder / "store"), "--bind", f"127.0.0.1:{self.port}"]


class Virtuoso(Server):
    name = "virtuoso"
    login = ("dba", "dba")
    ready = "/sparql"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        text = INI.read_text(encoding="utf-8")
        ports = {"SQL_PORT": str(free_port()), "HTTP_PORT": str(self.port)}
        for name, port in ports.items():
            text = text.replace(name, port)
        (folder / "virtuoso.ini").write_text(text, encoding="utf-8")

    def command(self) -> list[str]:
        return [shutil.which("virtuoso-t") or "virtuoso-t", "-f", "-c", "virtuoso.ini"]

    def start(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            (self.folder / "virtuoso.lck").unlink()
        super().start()


def virtuoso_is_here() -> bool:
    """Tell whether Virtuoso is installed; where the tests must be complete, its absence is a failure."""
    if shutil.which("virtuoso-t"):
        return True
    if os.environ.get("CI") == "true":
        pytest.fail("Virtuoso is missing: apt-get install virtuoso-opensource-7-bin virtuoso-opensource-7-common")
    return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module", params=[Oxigraph, Virtuoso], ids=lambda kind: kind.name)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running server of each kind."""
    if request.param is Virtuoso and not virtuoso_is_here():
        pytest.skip("Virtuoso is not installed (Debian: virtuoso-opensource-7-bin)")
    made: Server = request.param(tmp_path_factory.mktemp(request.param.name))
    try:
        made.start()
        yield made
    finally:
        made.kill()


@pytest.fixture
def new_oxigraph() -> Iterator[Callable[[Path], Server]]:
    """Make Oxigraph servers in folders; they end with the test."""
    made: list[Server] = []

    def make(folder: Path) -> Server:
        made.append(Oxigraph(folder))
        return made[-1]

    yield make
    for server in made:
        server.kill()
