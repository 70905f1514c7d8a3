"""The one client for SPARQL endpoints: it says who asks, waits when told to, and takes nothing but a whole answer."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import socket
import ssl
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from partygraph import answercache
from partygraph.errors import Place, RemoteError, UsageError

WIKIDATA = "https://query.wikidata.org/sparql"
HOME = "https://w3id.org/partygraph/"
RESULTS = "application/sparql-results+json"
NTRIPLES = "application/n-triples"

AGAIN = frozenset({429, 500, 502, 503, 504})
"""Answers after which the same question may be asked again."""
REMEDIES: Mapping[int, str] = {
    400: "The endpoint did not understand the query; try the query there by hand",
    401: "The endpoint asks for a login, which partygraph does not send",
    403: "The endpoint refused us: name a contact with --contact, and ask less often",
    404: "There is no endpoint at this address",
    413: "The query is too long for this endpoint",
    414: "The query is too long for this endpoint",
    429: "The endpoint asks us to slow down; what was answered is kept, so run the same command later",
}
FIRST_WAIT = 1.0
LONGEST_WAIT = 300.0
"""Seconds: the wait after the first failure doubles up to the longest; a longer Retry-After ends the attempt."""
MINUTE = 60.0
CHUNK = 64 * 1024


class Cell(NamedTuple):
    """One value of a result: ``kind`` is uri, bnode or literal."""

    kind: str
    value: str
    datatype: str = ""
    lang: str = ""


Rows = tuple[Mapping[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A SPARQL endpoint and the manners towards it.

    ``deadline`` is for one whole exchange in seconds, however slowly the bytes drip; ``most_bytes`` and ``most_rows``
    cap an answer; ``attempts`` counts the first one. ``cache`` is a folder of answers: a question in it is not asked
    again, which is also how an interrupted run resumes, unless ``refresh`` says so. ``busy`` is the query time in
    seconds that the server allows in a minute.
    """

    url: str = WIKIDATA
    contact: str = ""
    cache: Path | None = None
    refresh: bool = False
    deadline: float = 60.0
    most_bytes: int = 64 * 1024 * 1024
    most_rows: int = 100_000
    attempts: int = 5
    busy: float = 60.0
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    told: Callable[[str], None] = lambda _: None
    """Is told, in words, what the client waits for."""
    spent: list[tuple[float, float]] = field(default_factory=list)
    """When each exchange ended, and how long it took."""

    def __post_init__(self) -> None:
        """Refuse an address that is not one of a web server."""
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageError(f"not the address of an endpoint: {self.url}", remedy="Give one like https://host/sparql")
        if parts.username or parts.password:
            raise UsageError("an address with a password is not accepted", remedy="Give the address without it")

    @property
    def agent(self) -> str:
        """The User-Agent: program, version, home page, and whom to write to."""
        from importlib.metadata import version

        return f"partygraph/{version('partygraph')} ({HOME}{'; ' + self.contact if self.contact else ''}) SPARQLWrapper"


class Refusal(Exception):  # noqa: N818 -- a step inside this module, never seen outside
    """An exchange that brought no answer; ``wait`` is what the server asked for, in seconds, None if nothing."""

    def __init__(self, why: str, *, again: bool, wait: float | None = None, status: int = 0) -> None:
        """Keep why, whether to ask again, and when."""
        super().__init__(why)
        self.again = again
        self.wait = wait
        self.status = status


def select(endpoint: Endpoint, query: str) -> Rows:
    """Ask a SELECT query.

    Raises:
        RemoteError: no whole answer could be had.
        UsageError: the query is an update.
    """
    return _rows(json.loads(fetch(endpoint, query)))


def fetch(endpoint: Endpoint, query: str, accept: str = RESULTS) -> bytes:
    """Ask a query and return the bytes of the answer in the media type asked for, from the cache if they are there.

    Raises:
        RemoteError: the server refused, failed or did not answer in time, or the answer was not whole.
        UsageError: the query is an update.
    """
    known = None if endpoint.refresh else _cached(endpoint, query, accept)
    if known is not None:
        return known
    wait = FIRST_WAIT
    for attempt in range(1, endpoint.attempts + 1):
        _keep_to_the_minute(endpoint)
        try:
            body = _checked(endpoint, _exchange(endpoint, query, accept), accept)
        except Refusal as refusal:
            pause = wait if refusal.wait is None else refusal.wait
            if not refusal.again or attempt == endpoint.attempts or pause > LONGEST_WAIT:
                raise _failure(endpoint, refusal, attempt) from refusal
            endpoint.told(f"{endpoint.url}: {refusal}; asking again in {pause:g} s")
            endpoint.sleep(pause)
            wait = min(2 * wait, LONGEST_WAIT)
        else:
            _keep(endpoint, query, accept, body)
            return body
    raise AssertionError("unreachable: the last attempt returns or raises")


def is_known(endpoint: Endpoint, query: str, accept: str = RESULTS) -> bool:
    """Tell whether the cache has the answer."""
    return _cached(endpoint, query, accept) is not None


# --------------------------------------------------------------------------- one exchange


def _exchange(endpoint: Endpoint, query: str, accept: str) -> bytes:
    started = endpoint.clock()
    try:
        return _ask(endpoint, query, accept)
    except urllib.error.HTTPError as error:
        with error:
            wait = _retry_after(error.headers.get("Retry-After"))
        raise Refusal(f"status {error.code}", again=error.code in AGAIN, wait=wait, status=error.code) from error
    except (OSError, http.client.HTTPException) as error:
        inner = getattr(error, "reason", error)
        if isinstance(inner, ConnectionRefusedError | socket.gaierror | ssl.SSLCertVerificationError):
            raise Refusal(f"nobody answers there: {_reason(error)}", again=False) from error
        late = endpoint.clock() - started >= endpoint.deadline
        why = f"no whole answer in {endpoint.deadline:g} s" if late else f"the connection failed: {_reason(error)}"
        raise Refusal(why, again=True) from error
    finally:
        endpoint.spent.append((endpoint.clock(), endpoint.clock() - started))


def _ask(endpoint: Endpoint, query: str, accept: str) -> bytes:
    wrapper = _wrapper(endpoint, query, accept)
    with _Watch(endpoint.deadline) as watch:
        response = watch.opener().open(wrapper._createRequest(), timeout=endpoint.deadline)
        with response:
            kind = response.headers.get_content_type()
            if kind != accept:
                raise Refusal(f"the answer is {kind}, not {accept}", again=True)
            length = response.headers.get("Content-Length", "")
            # Virtuoso cuts a long answer with status 200, and says so nowhere else.
            if most := response.headers.get("X-SPARQL-MaxRows"):
                raise Refusal(f"the server left rows away after {most}", again=False)
            body = bytearray()
            while chunk := response.read1(CHUNK):
                body += chunk
                if len(body) > endpoint.most_bytes:
                    raise Refusal(f"the answer is longer than {endpoint.most_bytes:,} bytes", again=False)
    if watch.ran_out or (length.isdigit() and len(body) < int(length)):
        raise TimeoutError("cut off")
    return bytes(body)


def _wrapper(endpoint: Endpoint, query: str, accept: str) -> Any:
    from SPARQLWrapper import POST, SPARQLWrapper

    wrapper = SPARQLWrapper(endpoint.url, agent=endpoint.agent)
    wrapper.setMethod(POST)
    wrapper.setOnlyConneg(True)
    wrapper.setQuery(query)
    # SPARQLWrapper's own header names four media types; the answer is to be of exactly one.
    wrapper.addCustomHttpHeader("Accept", accept)
    if wrapper.isSparqlUpdateRequest():
        raise UsageError("the query is an update", remedy="Only queries that read are sent to an endpoint")
    return wrapper


class _Watch:
    """Shuts a connection when its time is over, so that a server that drips bytes cannot hold us."""

    def __init__(self, seconds: float) -> None:
        self.ran_out = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._shut)

    def __enter__(self) -> _Watch:
        self._timer.daemon = True
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def _shut(self) -> None:
        self.ran_out = True
        for connected in self._sockets:
            try:
                connected.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # closed by itself meanwhile

    def opener(self) -> urllib.request.OpenerDirector:
        """Return an opener whose connections the watch knows, and which follows no redirection."""
        sockets = self._sockets

        class Plain(http.client.HTTPConnection):
            def connect(self) -> None:
                super().connect()
                sockets.append(self.sock)

        class Secure(http.client.HTTPSConnection):
            def connect(self) -> None:
                super().connect()
                sockets.append(self.sock)

        class Http(urllib.request.HTTPHandler):
            def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
                return self.do_open(Plain, req)

        class Https(urllib.request.HTTPSHandler):
            def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
                return self.do_open(Secure, req, context=ssl.create_default_context())

        class Stay(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *_: object) -> None:
                return None

        return urllib.request.build_opener(Http, Https, Stay)


def _checked(endpoint: Endpoint, body: bytes, accept: str) -> bytes:
    """Refuse an answer that is cut: servers end a query that takes too long in the middle, with status 200."""
    if accept != RESULTS:
        return body
    try:
        answer = json.loads(body)
        count = 0 if "boolean" in answer else len(answer["results"]["bindings"])
    except (ValueError, KeyError, TypeError) as error:
        raise Refusal("the answer is cut off or is not SPARQL results", again=True) from error
    if count > endpoint.most_rows:
        raise Refusal(f"the answer has more than {endpoint.most_rows:,} rows", again=False)
    return body


def _rows(answer: Mapping[str, Any]) -> Rows:
    if "results" not in answer:
        raise UsageError("the query is not a SELECT query", remedy="Ask for variables")
    return tuple(
        {
            name: Cell(cell["type"], cell["value"], cell.get("datatype", ""), cell.get("xml:lang", ""))
            for name, cell in row.items()
        }
        for row in answer["results"]["bindings"]
    )


# --------------------------------------------------------------------------- manners


def _keep_to_the_minute(endpoint: Endpoint) -> None:
    """Wait until the queries of the last minute have left some of the allowed time."""
    now = endpoint.clock()
    endpoint.spent[:] = [(end, took) for end, took in endpoint.spent if now - end < MINUTE]
    if endpoint.spent and sum(took for _, took in endpoint.spent) >= endpoint.busy:
        pause = MINUTE - (now - endpoint.spent[0][0])
        endpoint.told(f"{endpoint.url}: the query time of this minute is used up; waiting {pause:.0f} s")
        endpoint.sleep(pause)


def _retry_after(header: str | None) -> float | None:
    """Read a Retry-After header: seconds, or a date that is compared with now."""
    if header is None:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        return max(0.0, parsedate_to_datetime(header).timestamp() - time.time())
    except ValueError:
        return None


def _failure(endpoint: Endpoint, refusal: Refusal, attempts: int) -> RemoteError:
    tried = f" ({attempts} attempts)" if attempts > 1 else ""
    later = f"; it asks to come back in {refusal.wait:g} s" if refusal.wait else ""
    remedy = REMEDIES.get(
        refusal.status, "Run the same command again: what was answered is kept and is not asked again"
    )
    return RemoteError(f"{refusal}{later}{tried}", where=Place(endpoint.url), remedy=remedy)


def _reason(error: BaseException) -> str:
    inner = getattr(error, "reason", error)
    return str(inner) or type(inner).__name__


# --------------------------------------------------------------------------- the cache


def cache_folder() -> Path:
    """Return where answers are kept for a user: ``$XDG_CACHE_HOME/partygraph/endpoints``."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "partygraph" / "endpoints"


def _file(endpoint: Endpoint, query: str, accept: str) -> Path | None:
    if endpoint.cache is None:
        return None
    digest = hashlib.sha256("\0".join((endpoint.url, accept, query)).encode()).hexdigest()
    return endpoint.cache / digest[:2] / f"{digest}.answer"


def _cached(endpoint: Endpoint, query: str, accept: str) -> bytes | None:
    path = _file(endpoint, query, accept)
    return answercache.kept(path) if path else None


def _keep(endpoint: Endpoint, query: str, accept: str, body: bytes) -> None:
    path = _file(endpoint, query, accept)
    if path:
        answercache.keep(path, body)
