"""A store on a server: asks, updates and uploads by the addresses of its row in the table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import urlencode

from partygraph.errors import Place, RemoteError, UsageError
from partygraph.stores import table
from partygraph.stores.builds import Chunk
from partygraph.stores.http import TIMEOUT, Client, Login, shown
from partygraph.stores.table import Store

RESULTS = "application/sparql-results+json"
FORM = "application/x-www-form-urlencoded"


class Cell(NamedTuple):
    """A value that a store gave: ``kind`` is uri, bnode or literal."""

    kind: str
    value: str
    datatype: str = ""
    lang: str = ""


Row = Mapping[str, Cell]


@dataclass(frozen=True)
class Remote:
    """A connection to a store; ``addresses`` replace those of the table, by ``query``, ``update`` and ``upload``."""

    store: Store
    base: str
    client: Client
    addresses: Mapping[str, str]

    def select(self, query: str) -> tuple[Row, ...]:
        """Ask a SELECT query.

        Raises:
            RemoteError: the store failed, or its answer is not whole.
        """
        url = self._address("query")
        body = urlencode({"query": query}).encode()
        reply = self.client.ask("POST", url, body, {"Content-Type": FORM, "Accept": RESULTS})
        try:
            rows = json.loads(reply)["results"]["bindings"]
            return tuple({name: _cell(cell) for name, cell in row.items()} for row in rows)
        except (ValueError, KeyError, TypeError) as error:
            raise RemoteError(
                "the answer is cut off or is not SPARQL results",
                where=Place(shown(url)),
                remedy="Check that this is the store's address for queries (--query-url)",
            ) from error

    def update(self, text: str) -> None:
        """Send a SPARQL update.

        Raises:
            RemoteError: the store refused or failed.
        """
        self.client.ask("POST", self._address("update"), urlencode({"update": text}).encode(), {"Content-Type": FORM})

    def upload(self, chunk: Chunk) -> None:
        """Send a chunk, with its length.

        Raises:
            RemoteError: the store refused or failed.
        """
        if self.store.way == "update":
            self.update(chunk.body.decode())
            return
        url = self._address("upload", chunk.graph)
        self.client.ask("POST", url, chunk.body, {"Content-Type": self.store.media_type})

    def count(self, graph: str) -> int:
        """Count the triples of a graph."""
        return int(self.select(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")[0]["n"].value)

    def another(self) -> Remote:
        """Return a second connection to the same store."""
        return replace(self, client=self.client.another())

    def close(self) -> None:
        """Let the connection go."""
        self.client.close()

    def _address(self, kind: str, graph: str = "") -> str:
        given = self.addresses.get(kind)
        if given and kind == "upload":
            return f"{given}{'&' if '?' in given else '?'}{urlencode({'graph': graph})}" if graph else given
        return given or self.store.address(kind, self.base, graph)


def connect(
    url: str,
    store: str | None = None,
    login: Login | None = None,
    *,
    addresses: Mapping[str, str] | None = None,
    timeout: float = TIMEOUT,
) -> Remote:
    """Connect to the store at an address; without a name it is asked what it is.

    ``addresses`` are those for ``query``, ``update`` and ``upload`` where they are not where the table has them;
    ``timeout`` is the time in seconds that the store may be silent.

    Raises:
        UsageError: the address is not one, the store is unknown or cannot be recognised.
        RemoteError: nobody answers.
    """
    row = table.find(store) if store else None
    known = login or Login()
    if row is None:
        with Client(url, timeout=timeout) as client:
            reply = client.send("GET", url)
        row = table.recognise(url, reply.headers.get("server", ""))
    if row is None or row.way == "files":
        able = ", ".join(one.name for one in table.stores().values() if one.way != "files")
        raise UsageError(f"cannot tell what store answers at {url}", remedy=f"Name it with --store: {able}")
    scheme = "token" if known.token else row.login
    return Remote(row, url, Client(url, scheme, known, timeout), dict(addresses or {}))


def _cell(cell: Mapping[str, str]) -> Cell:
    # Virtuoso writes typed-literal, as the first drafts of the format did.
    kind = "literal" if cell["type"] == "typed-literal" else cell["type"]
    return Cell(kind, cell["value"], cell.get("datatype", ""), cell.get("xml:lang", ""))
