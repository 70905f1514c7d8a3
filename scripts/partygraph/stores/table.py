"""The stores that are known: a row of ontology/stores.ttl each, with its paths, its bounds, and what it changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from partygraph.errors import RuleError, UsageError
from partygraph.resources import folder
from partygraph.rules.turtle import Block, read_blocks

WAYS = ("quads", "graph", "update", "files")
SCHEMES = ("none", "any", "basic", "digest", "token")


@dataclass(frozen=True, slots=True)
class Store:
    """A kind of triple store.

    ``way`` is how data gets in: ``quads`` (N-Quads to one address), ``graph`` (N-Triples to the address of a graph),
    ``update`` (INSERT DATA) or ``files`` (its own loader reads files). ``query``, ``update`` and ``upload`` are
    addresses in which ``{base}`` and ``{graph}`` are to be filled in. ``chunk`` is the most bytes of one upload, and
    ``chunk_triples`` the most triples (0: no bound); so many ``uploads`` go at the same time. ``at_once`` tells
    whether one request is atomic for readers and for a crash. ``tested`` is the version that the tests of this project
    run, empty for what is only documented.
    """

    name: str
    label: str
    way: str
    query: str
    update: str
    upload: str
    media_type: str
    chunk: int
    chunk_triples: int
    uploads: int
    login: str
    at_once: bool
    tested: str
    server: str
    sign: str
    changes: tuple[str, ...]
    remarks: tuple[str, ...]
    commands: tuple[str, ...]
    documentation: str

    def address(self, kind: str, base: str, graph: str = "") -> str:
        """Fill in an address of the kind ``query``, ``update`` or ``upload``."""
        template = {"query": self.query, "update": self.update, "upload": self.upload}[kind]
        return template.replace("{base}", base.rstrip("/")).replace("{graph}", quote(graph, safe=""))


@cache
def stores(path: Path | None = None) -> Mapping[str, Store]:
    """Return the known stores by name, in the order of the table.

    Raises:
        RuleError: a row is not well formed.
    """
    blocks = read_blocks(path or folder("ontology") / "stores.ttl", "store:Store")
    return MappingProxyType({row.name: row for row in map(_row, blocks)})


def find(name: str) -> Store:
    """Return the store of a name.

    Raises:
        UsageError: there is none.
    """
    if name not in stores():
        raise UsageError(f"there is no store {name!r}", remedy=f"Choose one of: {', '.join(stores())}")
    return stores()[name]


def recognise(url: str, server: str) -> Store | None:
    """Tell which store an address belongs to, by what its server calls itself and by the address's path."""
    path = urlsplit(url).path
    for row in stores().values():
        if row.server and server.startswith(row.server):
            return row
    return next((row for row in stores().values() if row.sign and row.sign in path), None)


def _row(block: Block) -> Store:
    way, login = block.value("store:way"), block.value("store:login", "none")
    for word, allowed in ((way, WAYS), (login, SCHEMES)):
        if word not in allowed:
            raise RuleError(
                f"{block.name} has {word!r}", where=block.where, remedy=f"Write one of {', '.join(allowed)}"
            )
    return Store(
        name=block.name,
        label=block.value("store:label"),
        way=way,
        query=block.value("store:query"),
        update=block.value("store:update"),
        upload=block.value("store:upload"),
        media_type=block.value("store:mediaType"),
        chunk=int(block.value("store:chunkBytes", "0")),
        chunk_triples=int(block.value("store:chunkTriples", "0")),
        uploads=int(block.value("store:uploads", "1")),
        login=login,
        at_once=block.value("store:atOnce", "false") == "true",
        tested=block.value("store:tested"),
        server=block.value("store:server"),
        sign=block.value("store:sign"),
        changes=block.values("store:changes"),
        remarks=block.values("store:remark"),
        commands=block.values("store:command"),
        documentation=block.value("store:documentation"),
    )
