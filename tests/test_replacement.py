"""Files are replaced all or none, never half, and by one process at a time."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from partygraph import replacement
from partygraph.errors import PartygraphError
from partygraph.replacement import replace_files

ENVIRONMENT = {"PYTHONPATH": str(Path(replacement.__file__).parents[1])}
NAMES = ("a.txt", "b.txt", "sub/c.txt")


def test_a_place_that_is_no_folder_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PartygraphError, match="cannot write") as caught:
        replace_files([("a.txt", "a")], tmp_path / "file")
    assert str(tmp_path / "file") in str(caught.value)


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    left = tmp_path / f".a.txt{replacement.UNFINISHED}"
    left.write_text("half")
    replace_files([("b.txt", "b"), ("sub/c.txt", "c")], tmp_path)
    assert not left.exists()
    assert (tmp_path / "sub" / "c.txt").read_text() == "c"


PROGRAM = """
import sys
from pathlib import Path
from partygraph.replacement import replace_files
for round in range(1_000_000):
    replace_files([(f"{name}.txt", f"{round} " * 20_000) for name in "abc"], Path(sys.argv[1]))
"""


@pytest.mark.parametrize("after", [0.30, 0.41, 0.52])
def test_a_killed_build_leaves_no_half_file(tmp_path: Path, after: float) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        env=ENVIRONMENT,
    )
    while not (tmp_path / "c.txt").exists():
        time.sleep(0.01)
    time.sleep(after)
    process.kill()
    process.wait()
    for path in tmp_path.glob("*.txt"):
        words = path.read_text().split()
        assert len(words) == 20_000
        assert len(set(words)) == 1


def test_a_folder_that_another_build_has_is_waited_for_and_then_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacement, "PATIENCE", 0.05)
    with replacement._alone(tmp_path), pytest.raises(PartygraphError, match="another build"):
        replace_files([("a.txt", "a")], tmp_path)
    assert replace_files([("a.txt", "a")], tmp_path) == (tmp_path / "a.txt",)


def test_builds_side_by_side_do_not_mix(tmp_path: Path) -> None:
    program = PROGRAM.replace("range(1_000_000)", "range(8)").replace('f"{round} "', 'f"{sys.argv[2]} "')
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path), name], env=ENVIRONMENT) for name in ("x", "y")
    ]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    assert len({path.read_text() for path in tmp_path.glob("*.txt")}) == 1


KILLED = """
import os, sys
from pathlib import Path
from partygraph.replacement import replace_files
folder, left = Path(sys.argv[1]), int(sys.argv[2])
def step(event, arguments):
    global left
    if event in ("open", "os.rename", "os.remove", "os.mkdir") and str(arguments[0]).startswith(sys.argv[1]):
        left -= 1
        if left < 0:
            os._exit(9)
sys.addaudithook(step)
replace_files([(name, "new") for name in sys.argv[3:]], folder)
"""


def test_killed_before_any_step_all_are_old_or_all_are_new(tmp_path: Path) -> None:
    """Whoever comes next finds, and leaves, one state: before each step at the disk the process is ended once."""
    ends = []
    for steps in range(200):
        folder = tmp_path / str(steps)
        replace_files([(name, "old") for name in NAMES], folder)
        code = subprocess.run(
            [sys.executable, "-c", KILLED, str(folder), str(steps), *NAMES], env=ENVIRONMENT
        ).returncode
        assert code in (0, 9)
        assert {(folder / name).read_text() for name in NAMES} <= {"old", "new"}
        replace_files([("other.txt", "other")], folder)
        found = {(folder / name).read_text() for name in NAMES}
        assert len(found) == 1
        assert sorted(path.name for path in folder.rglob("*")) == ["a.txt", "b.txt", "c.txt", "other.txt", "sub"]
        ends.append((code, *found))
        if code == 0:
            break
    assert [end for end in ends if end[0] == 9] and ends[-1] == (0, "new")
    first_new = ends.index((9, "new"))
    assert first_new > 5 and set(ends[:first_new]) == {(9, "old")} and "old" not in [end[1] for end in ends[first_new:]]


def test_what_cannot_be_renamed_is_finished_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_files([(name, "old") for name in NAMES], tmp_path)
    real = Path.replace

    def forbidden(self: Path, target: Path) -> Path:
        if target.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", forbidden)
    with pytest.raises(PartygraphError, match="Permission denied") as caught:
        replace_files([(name, "new") for name in NAMES], tmp_path)
    assert "finished" in (caught.value.remedy or "")
    monkeypatch.undo()
    replace_files([], tmp_path)
    assert {(tmp_path / name).read_text() for name in NAMES} == {"new"}
    assert not [path for path in tmp_path.rglob(".*") if path.is_file()]
