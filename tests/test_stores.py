"""What a load leaves in a real Oxigraph and a real Virtuoso."""

from __future__ import annotations

import contextlib
import http.client
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import pytest

import partygraph
from partygraph.errors import InputError, RemoteError
from partygraph.resources import folder
from partygraph.stores import Build, Outcome, Remote, connect, load, protocol
from partygraph.stores.builds import Census, Chunk, chunks
from partygraph.stores.http import Client, Login
from partygraph.stores.protocol import CURRENT, _upload, state

if TYPE_CHECKING:
    from servers import Server

pytest_plugins = ("servers",)

ARTICLE = folder("data") / "articles" / "connecticut-working-families-party.txt"
SLUG = "connecticut-working-families-party"
CHUNK = 200_000
"""Bytes: small, so that a load has many moments to be interrupted in."""


@pytest.fixture(scope="module")
def text() -> str:
    """The graph of an article, with its provenance, as N-Quads."""
    return partygraph.build(ARTICLE).write("nquads", provenance=True)


@pytest.fixture
def make(text: str, tmp_path: Path) -> Callable[..., Build]:
    """Make a build of so many articles; another ``letter`` gives other articles."""

    def build(letter: str, articles: int = 3, dataset: str = "urn:test:dataset") -> Build:
        file = tmp_path / f"{letter}{articles}.nq"
        file.write_text("".join(text.replace(SLUG, f"party-{letter}-{n}") for n in range(articles)), encoding="utf-8")
        return Build((file,), dataset)

    return build


@pytest.fixture
def dataset(request: pytest.FixtureRequest) -> str:
    """A name that no other test loads under."""
    return f"urn:test:{quote(request.node.name)}"


Reach = Callable[..., Remote]


@pytest.fixture
def reach() -> Iterator[Reach]:
    """Connect to a server; the connections are closed when the test is over."""
    connected: list[Remote] = []

    def made(
        server: Server, store: str | None = None, login: tuple[str, str] | None = None, **addresses: str
    ) -> Remote:
        known = Login(*(login or server.login))
        found = {kind: server.url + path for kind, path in addresses.items()}
        connected.append(connect(server.url, store, known, addresses=found))
        assert store or connected[-1].store.name == server.name
        return replace(connected[-1], store=replace(connected[-1].store, chunk=CHUNK))

    yield made
    for remote in connected:
        remote.close()


def sizes(build: Build) -> dict[str, int]:
    """How many triples each graph of a build should have, counted by another way than the load's."""
    (file,) = build.files
    lines = {(line.rpartition(" <")[0], "/provenance> ." in line) for line in file.read_text("utf-8").splitlines()}
    provenance = sum(there for _, there in lines)
    return {build.facts: len(lines) - provenance, build.provenance: provenance}


def stored(remote: Remote, build: Build) -> dict[str, int]:
    return {graph: remote.count(graph) for graph in (build.facts, build.provenance)}


def seen(remote: Remote, build: Build) -> list[tuple[str, int]]:
    """What a reader sees who goes by the catalog: the current build and its number of facts."""
    rows = remote.select(
        f"SELECT ?b (COUNT(*) AS ?n) {{ GRAPH <{build.catalog}> {{ <{build.dataset}> <{CURRENT}> ?b }} "
        "GRAPH ?b { ?s ?p ?o } } GROUP BY ?b"
    )
    return [(row["b"].value, int(row["n"].value)) for row in rows]


def test_load_counts_and_a_second_load_adds_nothing(
    server: Server, reach: Reach, make: Callable[..., Build], dataset: str
) -> None:
    remote, build = reach(server), make("a", dataset=dataset)
    first = load(build, remote)
    assert stored(remote, build) == sizes(build)
    assert (first.facts, first.provenance) == tuple(sizes(build).values())
    assert first.added == sum(sizes(build).values()) and first.switched
    second = load(build, remote)
    assert (second.added, second.switched) == (0, False)
    assert stored(remote, build) == sizes(build)
    assert seen(remote, build) == [(build.facts, sizes(build)[build.facts])]


def test_the_build_before_stays_until_the_next_load(
    server: Server, reach: Reach, make: Callable[..., Build], dataset: str
) -> None:
    remote = reach(server)
    first, second, third = (make(letter, dataset=dataset) for letter in "abc")
    load(first, remote)
    outcome = load(second, remote)
    assert outcome.previous == first.facts and outcome.dropped == ()
    assert stored(remote, first) == sizes(first)
    assert [name.rpartition("/")[2] for name in outcome.lost] == ["party-a-0", "party-a-1", "party-a-2"]
    assert load(third, remote).dropped == (first.facts,)
    assert set(stored(remote, first).values()) == {0}
    back = load(second, remote, keep_previous=False)
    assert (back.added, back.dropped) == (0, (third.facts,))
    assert seen(remote, second) == [(second.facts, sizes(second)[second.facts])]
    assert state(remote, second).arrived == frozenset()


def test_an_interrupted_load_goes_on(server: Server, reach: Reach, make: Callable[..., Build], dataset: str) -> None:
    remote, build = reach(server), make("a", 6, dataset=dataset)
    made = list(chunks(build, remote.store, Census()))
    assert len(made) > 4

    class CutError(Exception):
        pass

    left = 3

    def cut(_: int) -> None:
        nonlocal left
        left -= 1
        if not left:
            raise CutError

    with pytest.raises(CutError):
        load(build, remote, progress=cut)
    assert state(remote, build).current == ""
    outcome = load(build, remote)
    assert outcome.resumed in (3, 4)
    assert stored(remote, build) == sizes(build)


def test_what_a_crash_lost_is_sent_again(
    server: Server, reach: Reach, make: Callable[..., Build], dataset: str
) -> None:
    remote, build = reach(server), make("a", dataset=dataset)
    protocol._insert(remote, build, *protocol._origin(build))
    _upload(remote, build, protocol.State(), lambda _: None)
    remote.update(f"DROP SILENT GRAPH <{build.provenance}>")
    outcome = load(build, remote)
    assert outcome.resumed == 0 and stored(remote, build) == sizes(build)


def test_a_reader_sees_the_old_or_the_new(
    server: Server, reach: Reach, make: Callable[..., Build], dataset: str
) -> None:
    writer = reach(server)
    builds = [make(letter, 4, dataset=dataset) for letter in "ab"]
    load(builds[0], writer)
    allowed = {(build.facts, sizes(build)[build.facts]) for build in builds}
    observed: Counter[tuple[tuple[str, int], ...]] = Counter()
    over = threading.Event()

    def poll() -> None:
        reader = reach(server)
        while not over.is_set():
            observed[tuple(seen(reader, builds[0]))] += 1

    readers = [threading.Thread(target=poll) for _ in range(2)]
    for reader in readers:
        reader.start()
    for turn in range(1, 7):
        load(builds[turn % 2], writer, keep_previous=True)
        time.sleep(0.05)
    over.set()
    for reader in readers:
        reader.join()
    assert set(observed) == {(one,) for one in allowed}
    assert sum(observed.values()) > 20


@pytest.mark.slow
def test_kill_of_the_client(server: Server, reach: Reach, make: Callable[..., Build], dataset: str) -> None:
    remote = reach(server)
    builds = [make(letter, 6, dataset=dataset) for letter in "ab"]
    allowed = [(build.facts, sizes(build)[build.facts]) for build in builds]
    environment = {
        "PYTHONPATH": str(folder("data").parent / "scripts"),
        "PARTYGRAPH_STORE_USER": server.login[0],
        "PARTYGRAPH_STORE_PASSWORD": server.login[1],
    }
    load(builds[0], remote, keep_previous=False)
    chance, endings = random.Random(20), Counter[bool]()
    for _ in range(20):
        goal = next(build for build in builds if build.facts != state(remote, build).current)
        words = ["load", str(goal.files[0]), "--to", server.url, "--dataset", dataset, "--chunk", str(CHUNK)]
        client = subprocess.Popen(
            [sys.executable, "-m", "partygraph", *words, "--drop-old"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        with contextlib.suppress(subprocess.TimeoutExpired):
            client.wait(timeout=chance.uniform(0.2, 1.2))
        client.kill()
        client.wait()
        (now,) = seen(remote, goal)
        assert now in allowed
        endings[now[0] == goal.facts] += 1
    assert endings[False], "no client was killed before it was done"
    for build in builds:
        load(build, remote, keep_previous=False)
    assert stored(remote, builds[1]) == sizes(builds[1]) and not any(stored(remote, builds[0]).values())


@pytest.mark.slow
def test_kill_of_the_server(server: Server, reach: Reach, make: Callable[..., Build], dataset: str) -> None:
    builds = [make(letter, 6, dataset=dataset) for letter in "ab"]
    allowed = [(build.facts, sizes(build)[build.facts]) for build in builds]
    load(builds[0], reach(server), keep_previous=False)
    chance, broken = random.Random(10), 0
    for _ in range(10):
        remote = reach(server)
        goal = next(build for build in builds if build.facts != state(remote, build).current)
        ends: list[Outcome | RemoteError] = []
        client = threading.Thread(target=_try_to_load, args=(goal, remote, ends))
        client.start()
        time.sleep(chance.uniform(0.0, 0.5))
        server.kill()
        client.join()
        server.start()
        (now,) = seen(reach(server), goal)
        assert now in allowed
        broken += isinstance(ends[0], RemoteError)
    assert broken, "no load was interrupted"
    for build in builds:
        load(build, reach(server))
        assert stored(reach(server), build) == sizes(build)


def test_the_trap_of_chunked_uploads_is_noticed(
    server: Server, reach: Reach, make: Callable[..., Build], dataset: str
) -> None:
    build = make("a", dataset=dataset)
    honest = reach(server)
    remote = replace(honest, client=_Chunked(honest.client))
    if server.name == "virtuoso":
        with pytest.raises(RemoteError, match=r"said that it took everything, and has 0 of") as caught:
            load(build, remote)
        assert caught.value.exit_code == 4 and caught.value.remedy
        assert state(honest, build).current == ""
    else:
        load(build, remote)
    load(build, honest)
    assert stored(honest, build) == sizes(build)


def test_blank_nodes_are_refused(server: Server, reach: Reach, tmp_path: Path, dataset: str) -> None:
    file = tmp_path / "blank.nq"
    file.write_text('<urn:a> <urn:b> _:c .\n_:c <urn:d> "e" .\n')
    build = Build((file,), dataset)
    with pytest.raises(InputError, match="blank node"):
        load(build, reach(server))
    assert state(reach(server), build).current == ""


CHANGED = {
    "oxigraph": {
        "decimal": '"1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>',
        "nonNegativeInteger": '"7"^^<http://www.w3.org/2001/XMLSchema#integer>',
    },
    "virtuoso": {
        "decimal": '"1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>',
        "boolean": '"1"^^<http://www.w3.org/2001/XMLSchema#boolean>',
    },
}


def test_what_a_store_changes_is_reported(server: Server, reach: Reach, tmp_path: Path, dataset: str) -> None:
    file = tmp_path / "values.ttl"
    file.write_text(
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        '<urn:a> <urn:p> 1.50, "colour"@en-GB, true, "7"^^xsd:nonNegativeInteger, "2002"^^xsd:gYear, "plain",\n'
        '    "2002-05"^^xsd:gYearMonth, "2002-05-06"^^xsd:date, "urn:x"^^xsd:anyURI, 5, <urn:b> .\n'
    )
    outcome = load(Build((file,), dataset), reach(server))
    assert {change.kind: change.stored for change in outcome.changes} == CHANGED[server.name]


def test_wrong_password(server: Server, reach: Reach, make: Callable[..., Build], dataset: str) -> None:
    if not server.login[0]:
        pytest.skip("this store asks nobody for a password")
    remote = reach(server, login=("dba", "wrong"))
    with pytest.raises(RemoteError, match="401") as caught:
        load(make("a", dataset=dataset), remote)
    assert "PARTYGRAPH_STORE_PASSWORD" in (caught.value.remedy or "")


def test_any_store_with_sparql_update(server: Server, reach: Reach, make: Callable[..., Build], dataset: str) -> None:
    build = make("u", 1, dataset=dataset)
    query, update = {"oxigraph": ("/query", "/update"), "virtuoso": ("/sparql", "/sparql-auth")}[server.name]
    remote = reach(server, "sparql-update", query=query, update=update)
    load(build, remote)
    assert stored(remote, build) == sizes(build)


def test_any_store_with_the_graph_store_protocol(
    server: Server, reach: Reach, make: Callable[..., Build], dataset: str
) -> None:
    if server.name != "oxigraph":
        pytest.skip("Virtuoso's parameter has another name")
    build = make("g", 1, dataset=dataset)
    remote = reach(server, "graph-store", query="/query", upload="/store")
    load(build, remote)
    assert stored(remote, build) == sizes(build)


class _Chunked(Client):
    """A client that sends uploads as careless programs do: with Transfer-Encoding, without a length."""

    def __init__(self, honest: Client) -> None:
        super().__init__(honest.url)
        self.honest = honest

    def ask(self, method: str, url: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> bytes:
        if not (headers or {}).get("Content-Type", "").startswith("application/n-"):
            return self.honest.ask(method, url, body, headers)
        parts = urlsplit(url)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
        target = f"{parts.path}?{parts.query}"
        sent = {**(headers or {}), **self.honest._authorization(method, target)}
        connection.request(method, target, iter([body]), sent, encode_chunked=True)
        reply = connection.getresponse()
        assert 200 <= reply.status < 300, reply.read()
        reply.read()
        connection.close()
        return b""


def _try_to_load(build: Build, remote: Remote, ends: list[Outcome | RemoteError]) -> None:
    try:
        ends.append(load(build, remote, keep_previous=False))
    except RemoteError as error:
        ends.append(error)


def test_chunks_keep_to_the_bounds(make: Callable[..., Build]) -> None:
    from partygraph.stores import stores

    build = make("a", 2)
    for row in stores().values():
        small = replace(row, chunk=50_000, chunk_triples=400)
        made: list[Chunk] = list(chunks(build, small, Census()))
        assert len(made) > 5
        assert all(chunk.triples <= 400 and len(chunk.body) < 52_000 for chunk in made)
        assert made == list(chunks(build, small, Census()))
