"""Speaks to an OpenAI-compatible chat endpoint: one question, one whole answer or an error, within a deadline."""

from __future__ import annotations

import http.client
import json
import os
import socket
import ssl
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import SplitResult, urlsplit

from partygraph.errors import Place, RemoteError, UsageError

SUFFIX = "/chat/completions"
CHUNK = 64 * 1024
REMEDIES: Mapping[int, str] = {
    400: "The server does not take this request: it must know response_format with a JSON schema",
    401: "Name the variable that holds your key: --llm-key-variable NAME",
    403: "The key is not allowed to use this model",
    404: "Give the address up to /v1, and a model that the server has",
    413: "The server's limit is below the length of a passage; use another model",
    429: "The server asks to slow down; what was answered is kept, so run the same command later",
}
AGAIN = "Run the same command again: what was answered is kept and is not asked again"


@dataclass(frozen=True, slots=True)
class Chat:
    """An endpoint, its model, and the name of the environment variable with the key (empty: none is sent).

    ``deadline`` is for one whole exchange, in seconds, however slowly the bytes drip; ``most_bytes`` caps an answer.
    """

    url: str
    model: str
    key_variable: str = ""
    deadline: float = 120.0
    most_bytes: int = 4 * 1024 * 1024

    def __post_init__(self) -> None:
        """Refuse an address that is none, and one to which a key must not be sent."""
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise UsageError(f"not the address of a chat endpoint: {self.url}", remedy="Give one like https://host/v1")
        if parts.username or parts.password:
            raise UsageError(
                "an address with a password is not accepted", remedy="Name a variable: --llm-key-variable NAME"
            )
        if not self.model.isprintable() or not self.model.strip():
            raise UsageError("nobody said which model", remedy="Add: --llm-model NAME")
        if self.key_variable and parts.scheme == "http" and not _is_here(parts.hostname):
            raise UsageError("a key is not sent without encryption", remedy="Use an address with https")

    @property
    def host(self) -> str:
        """The server that is spoken to, with its port."""
        return urlsplit(self.url).netloc

    def ask(self, body: Mapping[str, Any]) -> str:
        """Send a request and return what the model says.

        Raises:
            RemoteError: the server refused, failed, or gave no whole answer in time.
            UsageError: the variable with the key is not set.
        """
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "partygraph"}
        if self.key_variable:
            headers["Authorization"] = f"Bearer {_key(self.key_variable)}"
        status, answer = self._exchange(json.dumps(body).encode(), headers)
        if status != http.client.OK:
            raise self._failure(f"status {status}", REMEDIES.get(status, AGAIN))
        return self._content(answer)

    def _exchange(self, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        parts = urlsplit(self.url)
        connection = _connection(parts, self.deadline)
        late = threading.Event()
        connected: list[socket.socket] = []
        watch = threading.Timer(self.deadline, _cut, (connected, late))
        watch.daemon = True
        watch.start()
        try:
            connection.connect()
            # The connection forgets its socket once the server announces that it will close it.
            connected.append(connection.sock)
            connection.request("POST", _path(parts), body=body, headers=dict(headers))
            with connection.getresponse() as response:
                answer = self._read(response)
                if late.is_set() or response.length:
                    raise OSError("cut off")
                return response.status, answer
        except (OSError, http.client.HTTPException) as error:
            slow = late.is_set() or isinstance(error, TimeoutError)
            why = (
                f"no whole answer in {self.deadline:g} s"
                if slow
                else f"no answer: {str(error) or type(error).__name__}"
            )
            raise self._failure(why, AGAIN) from error
        finally:
            watch.cancel()
            connection.close()

    def _read(self, response: http.client.HTTPResponse) -> bytes:
        answer = bytearray()
        while chunk := response.read1(CHUNK):
            answer += chunk
            if len(answer) > self.most_bytes:
                raise self._failure(f"the answer is longer than {self.most_bytes:,} bytes", "Use another model")
        return bytes(answer)

    def _content(self, answer: bytes) -> str:
        try:
            content = json.loads(answer)["choices"][0]["message"]["content"]
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise self._failure("the answer is not a chat completion", REMEDIES[404]) from error
        return content if isinstance(content, str) else ""

    def _failure(self, what: str, remedy: str) -> RemoteError:
        return RemoteError(what, where=Place(self.url), remedy=remedy)


def _connection(parts: SplitResult, deadline: float) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "https":
        return http.client.HTTPSConnection(host, parts.port, timeout=deadline, context=ssl.create_default_context())
    return http.client.HTTPConnection(host, parts.port, timeout=deadline)


def _path(parts: SplitResult) -> str:
    path = parts.path.rstrip("/")
    return path if path.endswith(SUFFIX) else path + SUFFIX


def _cut(connected: Sequence[socket.socket], late: threading.Event) -> None:
    """End an exchange from outside: a server that drips bytes never runs into the socket's own time limit."""
    late.set()
    for one in connected:
        with suppress(OSError):  # closed by itself meanwhile
            one.shutdown(socket.SHUT_RDWR)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _key(variable: str) -> str:
    key = os.environ.get(variable, "").strip()
    if not key or not key.isascii() or not key.isprintable():
        raise UsageError(f"the environment variable {variable} holds no key", remedy=f"Set it: export {variable}=...")
    return key
