"""Compares what a store gives back with what it was sent, because some stores keep other values than they take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from partygraph.formats.terms import LANG_STRING, STRING
from partygraph.stores.builds import Census, Triple
from partygraph.stores.remote import Cell, Remote

BATCH = 40
"""How many subjects are asked for in one query."""


@dataclass(frozen=True, slots=True)
class Change:
    """A value that is another one in the store; ``stored`` is empty where it is gone. ``count`` is how many such."""

    kind: str
    sent: str
    stored: str
    count: int


def compare(remote: Remote, census: Census) -> tuple[Change, ...]:
    """Ask for a sample of each kind of value, and return what came back as something else.

    Raises:
        RemoteError: the store did not answer.
    """
    found: dict[tuple[str, bool], list[tuple[str, str]]] = {}
    for (datatype, lang), samples in sorted(census.samples.items()):
        kind = f"@{lang}" if lang else datatype.rpartition("#")[2] or "IRI"
        for sent, stored in _differences(remote, samples):
            found.setdefault((kind, bool(stored)), []).append((sent, stored))
    return tuple(Change(kind, *pairs[0], len(pairs)) for (kind, _), pairs in sorted(found.items()))


def _differences(remote: Remote, samples: list[tuple[str, Triple]]) -> Iterator[tuple[str, str]]:
    for graph in sorted({graph for graph, _ in samples}):
        triples = [triple for where, triple in samples if where == graph]
        for start in range(0, len(triples), BATCH):
            yield from _batch(remote, graph, triples[start : start + BATCH])


def _batch(remote: Remote, graph: str, triples: list[Triple]) -> Iterator[tuple[str, str]]:
    pairs = "\n".join(dict.fromkeys(f"({subject} {predicate})" for subject, predicate, _ in triples))
    rows = remote.select(f"SELECT ?s ?p ?o {{ VALUES (?s ?p) {{ {pairs} }} GRAPH <{graph}> {{ ?s ?p ?o }} }}")
    there: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        there.setdefault((row["s"].value, row["p"].value), set()).add(_written(row["o"]))
    sent = {(*_place(triple), _written(_cell(triple[2]))) for triple in triples}
    for triple in triples:
        place, value = _place(triple), _written(_cell(triple[2]))
        values = there.get(place, set())
        if value not in values:
            others = (one for one in sorted(values) if (*place, one) not in sent and _alike(one, value))
            yield value, next(others, "")


def _place(triple: Triple) -> tuple[str, str]:
    return triple[0].value, triple[1].value


def _alike(one: str, other: str) -> bool:
    """Tell whether one may be what a store made of the other: the text is the same, or the type."""
    (text, _, kind), (other_text, _, other_kind) = one.rpartition('"'), other.rpartition('"')
    return bool(text) and (text == other_text or kind == other_kind)


def _cell(value: ox.NamedNode | ox.Literal) -> Cell:
    if isinstance(value, ox.Literal):
        return Cell("literal", value.value, value.datatype.value, value.language or "")
    return Cell("uri", value.value)


def _written(cell: Cell) -> str:
    if cell.kind == "uri":
        return f"<{cell.value}>"
    if cell.lang:
        return str(ox.Literal(cell.value, language=cell.lang)) if cell.lang.islower() else f'"{cell.value}"@{cell.lang}'
    datatype = "" if cell.datatype in ("", STRING, LANG_STRING) else cell.datatype
    return str(ox.Literal(cell.value, datatype=ox.NamedNode(datatype)) if datatype else ox.Literal(cell.value))
