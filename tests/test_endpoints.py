"""The client survives what servers do: busy, broken, slow and cut answers; and it asks for nothing twice."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from partygraph.endpoints import RESULTS, Endpoint, fetch, is_known, select
from partygraph.errors import RemoteError, UsageError

QUERY = "SELECT ?x WHERE { ?x ?p ?o }"
ANSWER = json.dumps(
    {
        "head": {"vars": ["x"]},
        "results": {"bindings": [{"x": {"type": "literal", "value": "Grüne", "xml:lang": "de"}}]},
    }
).encode()

Reply = Callable[[BaseHTTPRequestHandler], None]


def reply(status: int = 200, body: bytes = ANSWER, kind: str = RESULTS, **headers: str) -> Reply:
    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", headers.pop("length", str(len(body))))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", RESULTS)
    handler.end_headers()
    for byte in ANSWER:
        try:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.2)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    for byte in b"HTTP/1.0 200 OK\r\nX-Long: " + b"x" * 500:
        try:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.2)


class Faulty:
    """A server that gives the planned replies one after the other, the last one for ever."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self.seen: list[tuple[dict[str, str], str]] = []
        faulty = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                faulty.seen.append((dict(self.headers), body))
                planned = faulty.replies.pop(0) if len(faulty.replies) > 1 else faulty.replies[0]
                planned(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/sparql"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def plan(self, *replies: Reply) -> None:
        self.replies = list(replies)


@pytest.fixture
def faulty() -> Iterator[Faulty]:
    made = Faulty()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def endpoint(faulty: Faulty, waits: list[float], tmp_path: Path) -> Endpoint:
    return Endpoint(faulty.url, contact="mail@example.org", cache=tmp_path / "cache", sleep=waits.append, deadline=1.0)


def test_says_who_asks_and_wants_one_media_type(faulty: Faulty, endpoint: Endpoint) -> None:
    faulty.plan(reply())
    rows = select(endpoint, QUERY)
    assert rows[0]["x"].value == "Grüne"
    assert rows[0]["x"].lang == "de"
    headers, body = faulty.seen[0]
    assert headers["User-Agent"].startswith("partygraph/")
    assert "mail@example.org" in headers["User-Agent"]
    assert headers["Accept"] == RESULTS
    assert parse_qs(body) == {"query": [QUERY]}


FAULTS = {
    "429": reply(429, b"", **{"Retry_After": "7"}),
    "429 without a time": reply(429, b""),
    "503": reply(503, b"<html>", "text/html"),
    "200 with HTML": reply(200, b"<html>too busy</html>", "text/html"),
    "truncated JSON": reply(200, ANSWER[:40]),
    "JSON with an error text behind": reply(200, ANSWER + b"\nQuery timeout"),
    "connection cut": reply(200, ANSWER[:40], length="5000"),
    "dripping bytes": drip,
    "dripping headers": drip_headers,
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_survived(faulty: Faulty, endpoint: Endpoint, waits: list[float], fault: Reply) -> None:
    faulty.plan(fault, reply())
    started = time.monotonic()
    assert select(endpoint, QUERY)[0]["x"].value == "Grüne"
    assert len(waits) == 1
    assert time.monotonic() - started < 15


def test_retry_after_is_obeyed(faulty: Faulty, endpoint: Endpoint, waits: list[float]) -> None:
    faulty.plan(
        reply(429, b"", **{"Retry_After": "7"}),
        reply(503, b"", **{"Retry_After": "Fri, 01 Jan 2010 00:00:00 GMT"}),
        reply(),
    )
    select(endpoint, QUERY)
    assert waits == [7.0, 0.0]


def test_waits_grow_when_no_time_is_said(faulty: Faulty, endpoint: Endpoint, waits: list[float]) -> None:
    faulty.plan(reply(503, b""))
    with pytest.raises(RemoteError) as raised:
        select(endpoint, QUERY)
    assert waits == [1.0, 2.0, 4.0, 8.0]
    assert "5 attempts" in raised.value.what
    assert raised.value.remedy


def test_an_hour_is_not_waited_for(faulty: Faulty, endpoint: Endpoint, waits: list[float]) -> None:
    faulty.plan(reply(429, b"", **{"Retry_After": "3600"}))
    with pytest.raises(RemoteError, match="3600"):
        select(endpoint, QUERY)
    assert waits == []


@pytest.mark.parametrize("status", [400, 403, 404, 302])
def test_a_refusal_is_not_asked_again(faulty: Faulty, endpoint: Endpoint, status: int) -> None:
    faulty.plan(reply(status, b"", Location="http://127.0.0.1:9/"))
    with pytest.raises(RemoteError):
        select(endpoint, QUERY)
    assert len(faulty.seen) == 1


def test_nobody_there(waits: list[float]) -> None:
    with pytest.raises(RemoteError, match="nobody answers"):
        select(Endpoint("http://127.0.0.1:9/sparql", sleep=waits.append), QUERY)
    assert waits == []


def test_caps(faulty: Faulty, endpoint: Endpoint) -> None:
    faulty.plan(reply())
    for capped in (
        Endpoint(endpoint.url, most_bytes=20, sleep=endpoint.sleep),
        Endpoint(endpoint.url, most_rows=0, sleep=endpoint.sleep),
    ):
        with pytest.raises(RemoteError, match=r"more than|longer than"):
            select(capped, QUERY)


def test_an_answer_is_asked_for_once(faulty: Faulty, endpoint: Endpoint) -> None:
    faulty.plan(reply())
    assert not is_known(endpoint, QUERY)
    assert fetch(endpoint, QUERY) == fetch(endpoint, QUERY) == ANSWER
    assert len(faulty.seen) == 1
    assert is_known(endpoint, QUERY)


def test_a_damaged_answer_in_the_cache_is_asked_for_again(faulty: Faulty, endpoint: Endpoint) -> None:
    faulty.plan(reply())
    fetch(endpoint, QUERY)
    assert endpoint.cache is not None
    (file,) = endpoint.cache.rglob("*.answer")
    file.write_bytes(file.read_bytes()[:-5])
    assert fetch(endpoint, QUERY) == ANSWER
    assert len(faulty.seen) == 2


def test_a_failed_answer_is_not_kept(faulty: Faulty, endpoint: Endpoint) -> None:
    faulty.plan(reply(400, b"no"))
    with pytest.raises(RemoteError):
        fetch(endpoint, QUERY)
    faulty.plan(reply())
    assert fetch(endpoint, QUERY) == ANSWER


def test_the_query_time_of_a_minute_is_kept(faulty: Faulty, waits: list[float]) -> None:
    now = [0.0]

    def clock() -> float:
        now[0] += 20.0
        return now[0]

    faulty.plan(reply())
    slow = Endpoint(faulty.url, clock=clock, sleep=waits.append, busy=40.0, deadline=1000)
    for number in range(3):
        select(slow, f"{QUERY} LIMIT {number}")
    assert waits


def test_updates_and_odd_addresses_are_refused(endpoint: Endpoint) -> None:
    with pytest.raises(UsageError):
        fetch(endpoint, "DELETE WHERE { ?s ?p ?o }")
    for address in ("file:///etc/passwd", "query.wikidata.org", "https://me:secret@example.org/"):
        with pytest.raises(UsageError):
            Endpoint(address)
