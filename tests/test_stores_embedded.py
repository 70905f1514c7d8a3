"""The store on the disk: what an update takes in, and what is left when it is cut off."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from partygraph import formats
from partygraph.errors import InputError, PartygraphError
from partygraph.resources import folder
from partygraph.stores import embedded


def write(place: Path, name: str, *words: str, graph: str = "", extension: str = "nq") -> Path:
    path = place / f"{name}.{extension}"
    end = f"<{graph or f'urn:graph:{name}'}> ." if extension == "nq" else "."
    path.write_text("".join(f'<urn:{name}> <urn:says> "{word}" {end}\n' for word in words))
    return path


def statements(store: Path) -> set[ox.Quad]:
    return set(embedded.open_store(store))


def expected(*files: Path) -> set[ox.Quad]:
    return {quad for file in files for quad in formats.read(file)}


def test_update_takes_in_what_changed(tmp_path: Path) -> None:
    store = tmp_path / "store"
    a, b = write(tmp_path, "a", "one", "two"), write(tmp_path, "b", "three")
    done = embedded.update(store, [a, b])
    assert (len(done.added), done.changed, done.removed, done.statements) == (2, (), (), 3)
    assert statements(store) == expected(a, b)
    held = embedded.open_store(store)
    write(tmp_path, "a", "one", "four")
    done = embedded.update(store, [b, a])
    assert (done.added, len(done.changed), done.removed) == ((), 1, ())
    assert statements(store) == expected(a, b)
    assert any(quad.object.value == "two" for quad in held), "a reader keeps what it has opened"
    c = write(tmp_path, "c", "five")
    done = embedded.update(store, [a, c])
    assert (len(done.added), done.changed, len(done.removed)) == (1, (), 1)
    assert statements(store) == expected(a, c)
    assert set(embedded.sources(store)) == {str(a), str(c)}


def test_an_update_without_a_change_does_nothing(tmp_path: Path) -> None:
    store, a = tmp_path / "store", write(tmp_path, "a", "one")
    embedded.update(store, [a])
    state = (store / "current").resolve()
    assert embedded.update(store, [a]) == embedded.Update((), (), (), 1)
    assert (store / "current").resolve() == state


def test_files_that_share_a_graph(tmp_path: Path) -> None:
    store = tmp_path / "store"
    a, b = write(tmp_path, "a", "one", graph="urn:g"), write(tmp_path, "b", "two", graph="urn:g")
    c, d = write(tmp_path, "c", "three", extension="nt"), write(tmp_path, "d", "four", extension="ttl")
    embedded.update(store, [a, b, c, d])
    write(tmp_path, "a", "five", graph="urn:g")
    embedded.update(store, [a, b, c, d])
    assert statements(store) == expected(a, b, c, d)
    embedded.update(store, [b, d])
    assert statements(store) == expected(b, d)


def test_broken_data_leaves_the_store(tmp_path: Path) -> None:
    store, a = tmp_path / "store", write(tmp_path, "a", "one")
    embedded.update(store, [a])
    before = statements(store)
    broken = tmp_path / "broken.nq"
    broken.write_text("<urn:a> <urn:b>\n")
    with pytest.raises(InputError, match=r"broken\.nq:\d"):
        embedded.update(store, [a, broken])
    assert statements(store) == before
    embedded.update(store, [a, write(tmp_path, "b", "two")])
    assert len(statements(store)) == 2
    assert len([path for path in store.iterdir() if path.name.startswith("state-")]) <= 2


def test_a_folder_that_is_no_store(tmp_path: Path) -> None:
    a = write(tmp_path, "a", "one")
    with pytest.raises(PartygraphError, match="other things"):
        embedded.update(tmp_path, [a])
    with pytest.raises(InputError, match="no store"):
        embedded.open_store(tmp_path / "none")
    assert a.exists()


def test_one_update_at_a_time(tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.mkdir()
    with embedded._alone(store), pytest.raises(PartygraphError, match="another update"):
        embedded.update(store, [write(tmp_path, "a", "one")])


@pytest.mark.slow
def test_kill_of_an_update(tmp_path: Path) -> None:
    store = tmp_path / "store"
    versions = []
    for number in range(2):
        place = tmp_path / str(number)
        place.mkdir()
        words = [f"word {number} {n}" for n in range(3000)]
        versions.append([write(place, name, *words) for name in ("a", "b", "c")])
    wanted = [expected(*files) for files in versions]
    embedded.update(store, versions[0])
    program = (
        "import sys; from pathlib import Path; from partygraph.stores import embedded; "
        "embedded.update(Path(sys.argv[1]), map(Path, sys.argv[2:]))"
    )
    chance, killed = random.Random(5), 0
    for turn in range(12):
        files = versions[(turn + 1) % 2]
        child = subprocess.Popen(
            [sys.executable, "-c", program, store, *files],
            env={"PYTHONPATH": str(folder("data").parent / "scripts")},
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.05, 0.45))
        killed += child.poll() is None
        child.kill()
        child.wait()
        assert statements(store) in wanted
    assert killed
    embedded.update(store, versions[1])
    assert statements(store) == wanted[1]
