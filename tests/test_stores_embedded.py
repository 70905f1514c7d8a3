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
from partygraph.sparql.running import STORED, answer
from partygraph.stores import embedded


def write(place: Path, name: str, *words: str, graph: str = "", extension: str = "nq") -> Path:
    path = place / f"{name}.{extension}"
    end = f"<{graph or f'urn:graph:{name}'}> ." if extension == "nq" else "."
    path.write_text("".join(f'<urn:{name}> <urn:says> "{word}" {end}\n' for word in words))
    return path


def statements(store: Path) -> set[ox.Quad]:
    """The statements of the files; that the default graph is the merge of all graphs is seen to on the way."""
    found = set(embedded.statements((store / STORED).resolve()))
    default = set(embedded.open_store(store).quads_for_pattern(None, None, None, ox.DefaultGraph()))
    assert default == {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in found}
    return found


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


def test_a_triple_of_many_files_is_met_once_and_stays_while_one_has_it(tmp_path: Path) -> None:
    store = tmp_path / "store"
    files = [write(tmp_path, name, "own", graph=f"urn:g:{name}") for name in "abc"]
    for file in files:
        file.write_text(file.read_text() + f'<urn:shared> <urn:says> "same" <urn:g:{file.stem}> .\n')
    for left in (3, 2, 1):
        embedded.update(store, files[:left])
        assert statements(store) == expected(*files[:left])
        count = answer("SELECT (COUNT(*) AS ?n) { ?s <urn:says> ?o }", [(store / STORED).resolve()])
        assert [row[0].value for row in count.rows if row[0]] == [str(left + 1)]
    embedded.update(store, [])
    assert statements(store) == set()


def test_a_store_of_many_small_files_is_asked_whole(tmp_path: Path) -> None:
    """After a few updates the engine has more files than it opens at the start."""
    store, files = tmp_path / "store", []
    for name in "abcdefgh":
        files.append(write(tmp_path, name, "one", "two"))
        embedded.update(store, files)
    assert len(list((store / STORED).glob("*.sst"))) > 32
    found = answer("SELECT (COUNT(*) AS ?n) { ?s <urn:says> ?o . GRAPH ?g { ?s ?p ?o } }", [(store / STORED).resolve()])
    assert [row[0].value for row in found.rows if row[0]] == ["16"]


def test_statements_of_no_graph_stay_beside_those_of_graphs(tmp_path: Path) -> None:
    store = tmp_path / "store"
    plain, named = tmp_path / "plain.ttl", tmp_path / "named.nq"
    plain.write_text('<urn:a> <urn:p> "both", "plain" .')
    named.write_text('<urn:a> <urn:p> "both" <urn:g> .\n<urn:a> <urn:p> _:blank <urn:g> .\n')
    done = embedded.update(store, [plain, named])
    assert done.statements == 4
    embedded.update(store, [plain])
    assert statements(store) == expected(plain)


def test_a_store_of_another_version_is_refused(tmp_path: Path) -> None:
    store = tmp_path / "store"
    embedded.update(store, [write(tmp_path, "a", "one")])
    manifest = store / "current" / embedded.MANIFEST
    manifest.write_text(manifest.read_text().replace('"statements"', '"size"'))
    with pytest.raises(InputError, match="another version") as caught:
        embedded.update(store, [])
    assert caught.value.remedy


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
