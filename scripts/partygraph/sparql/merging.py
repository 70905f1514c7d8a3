"""Puts the merge of all graphs into the default graph of a store, where a query meets each triple once.

Oxigraph can look at all graphs together by itself, but then meets a triple once for each graph that has it: the label
of an ideology, say, in the graph of every party of that ideology. Counts come out wrong that way (an RDF merge is a
set), and a join over such triples grows with the square of the articles.
"""

from __future__ import annotations

from pyoxigraph import DefaultGraph, Quad, Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def merged(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield quads, and after each one of a named graph its triple for the default graph."""
    for quad in quads:
        yield quad
        if not isinstance(quad.graph_name, DefaultGraph):
            yield Quad(quad.subject, quad.predicate, quad.object)


def flattened(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield the triples of quads for the default graph, for queries that look at no graph by its name."""
    for quad in quads:
        yield Quad(quad.subject, quad.predicate, quad.object)


def unmerge(store: Store, gone: Iterable[Quad]) -> None:
    """Take out of the default graph the triples of quads that are gone and that no named graph has any more."""
    for quad in gone:
        if _is_alone(store, quad):
            store.remove(Quad(quad.subject, quad.predicate, quad.object))


def separate(store: Store) -> Iterator[Quad]:
    """Yield the statements that were merged, in their graphs; one of no graph only where no named graph has it, too."""
    for quad in store:
        if not isinstance(quad.graph_name, DefaultGraph) or _is_alone(store, quad):
            yield quad


def _is_alone(store: Store, quad: Quad) -> bool:
    """Tell whether no named graph has the triple of a quad."""
    there = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
    return all(isinstance(one.graph_name, DefaultGraph) for one in there)
