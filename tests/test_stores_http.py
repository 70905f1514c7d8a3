"""How the client meets logins, refusals and breaks, played by a server that does what it is told."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from partygraph.errors import RemoteError, UsageError
from partygraph.stores.http import Client, Login

Act = Callable[[BaseHTTPRequestHandler], None]


class Played:
    """A server that answers each request with the next act, and the last one again and again."""

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self.seen: list[tuple[dict[str, str], bytes]] = []
        played = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                played.seen.append((dict(self.headers), body))
                act = played.acts.pop(0) if len(played.acts) > 1 else played.acts[0]
                act(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/store?x=1"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()


def answer(status: int, body: bytes = b"", **headers: str) -> Act:
    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return act


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.close()
    handler.close_connection = True


def cut(handler: BaseHTTPRequestHandler) -> None:
    answer_head = b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhalf"
    handler.wfile.write(answer_head)
    handler.close_connection = True


@pytest.fixture
def played() -> Iterator[Played]:
    made = Played()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def client(played: Played) -> Iterator[Client]:
    with Client(played.url, "any", Login("me", "secret"), timeout=2) as made:
        yield made


CHALLENGE = 'Digest realm="SPARQL", nonce="{}", opaque="o", stale="false", qop="auth", algorithm="MD5"'


def test_a_body_has_its_length(played: Played, client: Client) -> None:
    played.acts = [answer(200, b"fine")]
    assert client.ask("POST", played.url, b"x" * 100_000) == b"fine"
    headers, body = played.seen[0]
    assert headers["Content-Length"] == "100000" == str(len(body))
    assert "Transfer-Encoding" not in headers and "Authorization" not in headers
    assert client.ask("POST", played.url) == b"fine"
    assert played.seen[1][0]["Content-Length"] == "0"


def test_digest(played: Played, client: Client) -> None:
    played.acts = [answer(401, WWW_Authenticate=CHALLENGE.format("n1")), answer(200)]
    client.ask("POST", played.url, b"body")
    client.ask("POST", played.url, b"body")
    said = [headers.get("Authorization", "") for headers, _ in played.seen]
    assert said[0] == "" and said[1].startswith("Digest username=") and "nc=00000001" in said[1]
    assert 'uri="/store?x=1"' in said[1] and "nc=00000002" in said[2] and "secret" not in "".join(said)


def test_digest_with_a_new_nonce(played: Played, client: Client) -> None:
    played.acts = [
        answer(401, WWW_Authenticate=CHALLENGE.format("n1")),
        answer(200),
        answer(401, WWW_Authenticate=CHALLENGE.format("n2")),
        answer(200),
    ]
    client.ask("POST", played.url)
    client.ask("POST", played.url)
    assert 'nonce="n2"' in played.seen[-1][0]["Authorization"]


def test_digest_response_is_that_of_the_standard() -> None:
    """The worked example of RFC 2617, section 3.5, without the client's own nonce."""
    import hashlib

    client = Client("http://www.nowhere.org/dir/index.html", "digest", Login("Mufasa", "Circle Of Life"))
    client._challenge = {"realm": "testrealm@host.com", "nonce": "dcd98b7102dd2f0e8b11d0f600bfb0c093"}
    secret = hashlib.md5(b"Mufasa:testrealm@host.com:Circle Of Life").hexdigest()
    asked = hashlib.md5(b"GET:/dir/index.html").hexdigest()
    expected = hashlib.md5(f"{secret}:dcd98b7102dd2f0e8b11d0f600bfb0c093:{asked}".encode()).hexdigest()
    assert f'response="{expected}"' in client._digest("GET", "/dir/index.html")


def test_basic_when_it_is_asked_for(played: Played, client: Client) -> None:
    played.acts = [answer(401, WWW_Authenticate='Basic realm="x"'), answer(200)]
    client.ask("POST", played.url)
    assert played.seen[1][0]["Authorization"] == "Basic bWU6c2VjcmV0"


def test_a_token(played: Played) -> None:
    played.acts = [answer(200)]
    with Client(played.url, "token", Login(token="t0k")) as client:
        client.ask("POST", played.url)
    assert played.seen[0][0]["Authorization"] == "Bearer t0k"


@pytest.mark.parametrize(
    ("act", "what", "remedy"),
    [
        (answer(401, WWW_Authenticate='Basic realm="x"'), "401", "PARTYGRAPH_STORE_PASSWORD"),
        (answer(403), "403", "may not write"),
        (answer(404), "404", "no store at this address"),
        (answer(413), "413", "--chunk"),
        (answer(507), "507", "Make room"),
        (answer(500, b"IO error: No space left on device: /x/1.sst"), "No space left", "Make room"),
        (answer(500, b"<html><b>oh</b> dear</html>"), "oh dear", "log"),
        (hang_up, "connection broke", "goes on where it stopped"),
        (cut, "connection broke", "goes on where it stopped"),
        (lambda handler: threading.Event().wait(3) and None, "in time", "goes on where it stopped"),
    ],
)
def test_failures_have_a_remedy(played: Played, client: Client, act: Act, what: str, remedy: str) -> None:
    played.acts = [act]
    with pytest.raises(RemoteError, match=what) as caught:
        client.ask("POST", played.url, b"body")
    assert remedy in (caught.value.remedy or "") and caught.value.exit_code == 4


def test_an_upload_that_is_refused_before_it_is_all_there_has_its_remedy() -> None:
    def refuse(server: socket.socket) -> None:
        there, _ = server.accept()
        with there:
            seen = b""
            while b"\r\n\r\n" not in seen:
                seen += there.recv(100)
            there.sendall(b"HTTP/1.1 507 Insufficient Storage\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=refuse, args=(server,), daemon=True).start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
        with Client(url, timeout=5) as client, pytest.raises(RemoteError, match="507") as caught:
            client.ask("POST", url, bytes(16_000_000))
    assert "Make room" in (caught.value.remedy or "")


def test_a_server_that_dies_while_it_is_reached(
    played: Played, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reset(_: HTTPConnection) -> None:
        raise ConnectionResetError(104, "Connection reset by peer")

    monkeypatch.setattr(HTTPConnection, "connect", reset)
    with pytest.raises(RemoteError, match="connection broke"):
        client.ask("POST", played.url, b"body")


def test_an_idle_connection_that_was_closed_is_made_anew(played: Played, client: Client) -> None:
    played.acts = [answer(200), hang_up, answer(200)]
    client.ask("POST", played.url, b"one")
    client.ask("POST", played.url, b"two")
    assert [body for _, body in played.seen] == [b"one", b"two", b"two"]


def test_nobody_there() -> None:
    with pytest.raises(RemoteError, match="nobody answers"), Client("http://127.0.0.1:9") as client:
        client.ask("GET", "http://127.0.0.1:9")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "localhost:7878", "http://me:secret@localhost/"])
def test_odd_addresses(url: str) -> None:
    with pytest.raises(UsageError):
        Client(url)


def test_a_login_is_not_shown() -> None:
    assert "secret" not in repr(Login("me", "secret", "secret"))
    assert Login.from_environment({"PARTYGRAPH_STORE_USER": "me"}) == Login("me")
