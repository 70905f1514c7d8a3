"""Files are published all or none, never half, and one build at a time."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from partygraph import publication
from partygraph.errors import InputError, PartygraphError
from partygraph.graphs import Dataset, build
from partygraph.model import Datatype, Entity, Extraction, Literal
from partygraph.publication import publish, write_files

MakeExtraction = Callable[..., Extraction]
NAMES = ("ttl", "jsonld", "nt", "trig", "nq", "provenance.jsonld")


def dataset(make_extraction: MakeExtraction, party: Entity, year: str = "2002") -> Dataset:
    return build(make_extraction("Harbour Party", (party, "founded", Literal(year, Datatype.YEAR))))


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def test_an_article_is_published_as_six_files(make_extraction: MakeExtraction, party: Entity, tmp_path: Path) -> None:
    made = dataset(make_extraction, party)
    files = publish([made], tmp_path / "new" / "folder")
    assert [path.name for path in files] == [f"harbour-party.{name}" for name in NAMES]
    assert set(contents(tmp_path / "new" / "folder")) == {path.name for path in files}
    assert files[0].read_text(encoding="utf-8") == made.write("turtle")


def test_publishing_again_changes_no_byte(make_extraction: MakeExtraction, party: Entity, tmp_path: Path) -> None:
    publish([dataset(make_extraction, party)], tmp_path)
    before = contents(tmp_path)
    publish([dataset(make_extraction, party)], tmp_path)
    assert contents(tmp_path) == before


def test_two_articles_of_one_slug_are_refused(make_extraction: MakeExtraction, party: Entity, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="harbour-party"):
        publish([dataset(make_extraction, party), dataset(make_extraction, party)], tmp_path)
    assert not contents(tmp_path)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_what_was_there(
    make_extraction: MakeExtraction, party: Entity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    publish([dataset(make_extraction, party)], tmp_path)
    before = contents(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os if call == "fsync" else Path, call, full)
    with pytest.raises(PartygraphError, match="No space left") as caught:
        publish([dataset(make_extraction, party, "2003")], tmp_path)
    assert caught.value.remedy
    assert contents(tmp_path) == before


def test_a_mistake_in_the_middle_leaves_what_was_there(
    make_extraction: MakeExtraction, party: Entity, tmp_path: Path
) -> None:
    def datasets() -> Iterator[Dataset]:
        yield dataset(make_extraction, party)
        raise InputError("the second article is broken")

    with pytest.raises(InputError, match="second article"):
        publish(datasets(), tmp_path)
    assert not contents(tmp_path)


def test_a_place_that_is_no_folder_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PartygraphError, match="cannot write") as caught:
        write_files({"a.txt": "a"}, tmp_path / "file")
    assert str(tmp_path / "file") in str(caught.value)


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    left = tmp_path / f".a.txt{publication.UNFINISHED}"
    left.write_text("half")
    write_files({"b.txt": "b", "sub/c.txt": "c"}, tmp_path)
    assert not left.exists()
    assert (tmp_path / "sub" / "c.txt").read_text() == "c"


PROGRAM = """
import sys
from pathlib import Path
from partygraph.publication import write_files
for round in range(1_000_000):
    write_files({f"{name}.txt": f"{round} " * 20_000 for name in "abc"}, Path(sys.argv[1]))
"""


@pytest.mark.parametrize("after", [0.30, 0.41, 0.52])
def test_a_killed_build_leaves_no_half_file(tmp_path: Path, after: float) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        env={"PYTHONPATH": str(Path(publication.__file__).parents[1])},
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
    monkeypatch.setattr(publication, "PATIENCE", 0.05)
    with publication._alone(tmp_path), pytest.raises(PartygraphError, match="another build"):
        write_files({"a.txt": "a"}, tmp_path)
    assert write_files({"a.txt": "a"}, tmp_path) == (tmp_path / "a.txt",)


def test_builds_side_by_side_do_not_mix(tmp_path: Path) -> None:
    program = PROGRAM.replace("range(1_000_000)", "range(8)").replace('f"{round} "', 'f"{sys.argv[2]} "')
    environment = {"PYTHONPATH": str(Path(publication.__file__).parents[1])}
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path), name], env=environment) for name in ("x", "y")
    ]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    assert len({path.read_text() for path in tmp_path.glob("*.txt")}) == 1
