"""Speaks HTTP with a store: every body has its length, every login its scheme, every failure a remedy."""

from __future__ import annotations

import base64
import hashlib
import http.client
import os
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from urllib.request import parse_http_list, parse_keqv_list

from partygraph.errors import Place, RemoteError, UsageError

TIMEOUT = 600.0
"""Seconds that a store may be silent; it may build indexes before it answers an upload."""
MOST_BYTES = 256 * 1024 * 1024

LOGIN = (
    "Set PARTYGRAPH_STORE_USER and PARTYGRAPH_STORE_PASSWORD (or PARTYGRAPH_STORE_TOKEN), or use --login to be asked"
)
ROOM = "Make room on the store's disk, and run the same again: what is published there is as it was"
REMEDIES: Mapping[int, str] = {
    400: "The store did not take the request: check --store, and that the address is the store's",
    401: LOGIN,
    403: f"This login may not write there. {LOGIN}",
    404: "There is no store at this address: check --to and --store",
    405: "The address does not take uploads: check --to and --store",
    413: "The upload is too big for this store: use a smaller --chunk",
    415: "The store does not take this format: check --store",
    507: ROOM,
}
NO_ROOM = re.compile(rb"no space left|disk full|disk quota|not enough space|out of disk", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Login:
    """Who asks: a user with a password, or a token; empty where nobody needs to know. Never shown."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Login:
        """Read ``PARTYGRAPH_STORE_USER``, ``PARTYGRAPH_STORE_PASSWORD`` and ``PARTYGRAPH_STORE_TOKEN``."""
        return cls(*(environment.get(f"PARTYGRAPH_STORE_{name}", "") for name in ("USER", "PASSWORD", "TOKEN")))


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Client:
    """A connection to one server, kept open; not for use by two threads."""

    def __init__(self, url: str, scheme: str = "none", login: Login | None = None, timeout: float = TIMEOUT) -> None:
        """Prepare to speak with the server of an address; nothing is sent yet.

        Raises:
            UsageError: it is not the address of a web server, or has a password in it.
        """
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageError(f"not the address of a store: {url}", remedy="Give one like http://localhost:7878")
        if parts.username or parts.password:
            raise UsageError("an address with a password is not accepted", remedy=LOGIN)
        self.url = url
        self._server = (parts.scheme, parts.hostname, parts.port)
        self._scheme = scheme
        self._login = login or Login()
        self._timeout = timeout
        self._connection: http.client.HTTPConnection | None = None
        self._challenge: dict[str, str] = {}
        self._count = 0

    def send(self, method: str, url: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Reply:
        """Send a request and return the answer, which may be a refusal.

        Raises:
            RemoteError: the server cannot be reached, or stopped in the middle.
        """
        reply = self._send(method, url, body, headers or {})
        if reply.status == 401 and self._take_challenge(reply.headers):
            reply = self._send(method, url, body, headers or {})
        return reply

    def ask(self, method: str, url: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> bytes:
        """Send a request and return the body of the answer.

        Raises:
            RemoteError: the server cannot be reached, refused, or failed; with the remedy.
        """
        reply = self.send(method, url, body, headers)
        if not 200 <= reply.status < 300:
            raise refusal(url, reply)
        return reply.body

    def another(self) -> Client:
        """Return a second client for the same server and login."""
        return Client(self.url, self._scheme, self._login, self._timeout)

    def close(self) -> None:
        """Let the connection go."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Client:
        """Give the client itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let the connection go."""
        self.close()

    def _send(self, method: str, url: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        parts = urlsplit(url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        sent = {"User-Agent": "partygraph", "Accept": "*/*", **headers, **self._authorization(method, target)}
        # A server that has closed an idle connection is asked once more on a new one; a store takes the same
        # triples twice without harm.
        for last in (False, True):
            fresh = self._connection is None
            try:
                connection = self._connection or self._connect()
                # http.client gives a body of bytes its Content-Length; a chunked one vanishes in some stores.
                try:
                    connection.request(method, target, body or (b"" if method in ("POST", "PUT") else None), sent)
                except (BrokenPipeError, ConnectionResetError):
                    # Who refuses an upload may say so and close before it is all there (RFC 9112, section 9): hear it.
                    if connection.sock is None:
                        raise
                answer = connection.getresponse()
                read = answer.read(MOST_BYTES + 1)
                if len(read) > MOST_BYTES:
                    raise RemoteError("the answer is too long", where=Place(url), remedy="Ask for less")
                if answer.length:
                    raise http.client.IncompleteRead(read, answer.length)
                if answer.will_close:
                    self.close()
                return Reply(answer.status, {key.lower(): value for key, value in answer.headers.items()}, read)
            except (OSError, http.client.HTTPException) as error:
                self.close()
                if last or fresh or isinstance(error, TimeoutError):
                    raise _broken(url, error) from error
        raise AssertionError("unreachable: the second attempt returns or raises")

    def _connect(self) -> http.client.HTTPConnection:
        scheme, host, port = self._server
        if scheme == "https":
            context = ssl.create_default_context()
            self._connection = http.client.HTTPSConnection(host, port, timeout=self._timeout, context=context)
        else:
            self._connection = http.client.HTTPConnection(host, port, timeout=self._timeout)
        return self._connection

    def _take_challenge(self, headers: Mapping[str, str]) -> bool:
        """Keep how a server wants to be logged in to; tell whether it is worth to ask once more."""
        kind, _, rest = headers.get("www-authenticate", "").partition(" ")
        if not self._login.user:
            return False
        if kind.lower() != "digest":
            tried, self._scheme = self._scheme, "basic"
            return tried == "any" and kind.lower() == "basic"
        told: dict[str, Any] = parse_keqv_list(parse_http_list(rest))
        again = not self._challenge or told.get("stale", "").lower() == "true"
        again = again or told.get("nonce") != self._challenge.get("nonce")
        self._scheme, self._challenge, self._count = "digest", told, 0
        return again

    def _authorization(self, method: str, target: str) -> dict[str, str]:
        value = AUTHORIZATIONS[self._scheme](self, method, target)
        return {"Authorization": value} if value else {}

    def _basic(self, _method: str, _target: str) -> str:
        if not self._login.user:
            return ""
        return "Basic " + base64.b64encode(f"{self._login.user}:{self._login.password}".encode()).decode()

    def _token(self, _method: str, _target: str) -> str:
        return f"Bearer {self._login.token}" if self._login.token else ""

    def _digest(self, method: str, target: str) -> str:
        """Answer the server's challenge (RFC 7616, the MD5 that the stores ask for)."""
        if not self._challenge:
            return ""
        told, user = self._challenge, self._login.user
        self._count += 1
        number, once = f"{self._count:08x}", hashlib.sha256(os.urandom(16)).hexdigest()[:16]
        name = "SHA-256" if told.get("algorithm", "").upper().startswith("SHA-256") else "MD5"

        def digest(*pieces: str) -> str:
            made = hashlib.new(name.replace("-", "").lower(), ":".join(pieces).encode(), usedforsecurity=False)
            return made.hexdigest()

        secret, asked = digest(user, told.get("realm", ""), self._login.password), digest(method, target)
        nonce = told.get("nonce", "")
        parts = {"username": user, "realm": told.get("realm", ""), "nonce": nonce, "uri": target}
        if "qop" in told:
            parts["response"] = digest(secret, nonce, number, once, "auth", asked)
            parts["cnonce"] = once
        else:
            parts["response"] = digest(secret, nonce, asked)
        parts |= {"opaque": told["opaque"]} if "opaque" in told else {}
        text = ", ".join(f'{key}="{value}"' for key, value in parts.items())
        return f"Digest {text}, algorithm={name}" + (f", qop=auth, nc={number}" if "qop" in told else "")


AUTHORIZATIONS: Mapping[str, Any] = {
    "none": Client._basic,
    "any": lambda *_: "",
    "basic": Client._basic,
    "digest": Client._digest,
    "token": Client._token,
}
"""How each scheme logs in; with ``any`` the server is waited for to say what it wants."""


def refusal(url: str, reply: Reply) -> RemoteError:
    """Make the error of an answer that is a refusal: its status, its first words, and what to do."""
    said = re.sub(rb"<[^>]*>", b" ", reply.body[:2000]).decode("utf-8", "replace").split()
    words = " ".join(said)[:200]
    remedy = ROOM if NO_ROOM.search(reply.body) else REMEDIES.get(reply.status, "Look into the store's log, then again")
    return RemoteError(
        f"the store answered {reply.status}{': ' + words if words else ''}", where=Place(shown(url)), remedy=remedy
    )


def shown(url: str) -> str:
    """Return an address without its query, for messages."""
    return url.partition("?")[0]


def _broken(url: str, error: Exception) -> RemoteError:
    if isinstance(error, ConnectionRefusedError):
        return RemoteError(
            "nobody answers at this address", where=Place(shown(url)), remedy="Start the store, or check --to"
        )
    late = isinstance(error, TimeoutError)
    return RemoteError(
        "the store did not answer in time" if late else f"the connection broke: {str(error) or type(error).__name__}",
        where=Place(shown(url)),
        remedy="Run the same again: it goes on where it stopped, and what is published there is as it was",
    )
