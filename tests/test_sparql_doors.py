"""What a process can no longer do when its doors are shut."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from partygraph.sparql import doors

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs the limits of Linux")

PROGRAM = """
import socket, sys
from partygraph.sparql import doors
doors.shut(64 * 2**20, files=sys.argv[1] == "files")
def attempt(name, act):
    try:
        act()
        print(name, "done")
    except Exception as error:
        print(name, type(error).__name__)
attempt("socket", socket.socket)
attempt("file", lambda: open(sys.argv[2]).close())
attempt("little", lambda: bytearray(2**20))
attempt("much", lambda: bytearray(2**30))
"""


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ("files", ["socket PermissionError", "file done", "little done", "much MemoryError"]),
        ("none", ["socket OSError", "file OSError", "little done", "much MemoryError"]),
    ],
)
def test_shut(files: str, expected: list[str]) -> None:
    child = subprocess.run(
        [sys.executable, "-c", PROGRAM, files, __file__],
        env={"PYTHONPATH": str(Path(doors.__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert child.stdout.splitlines() == expected
