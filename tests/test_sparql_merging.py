"""The default graph as the merge of all graphs: made, kept when a graph goes, and taken apart again."""

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from partygraph.sparql.merging import flattened, merged, separate, unmerge

P = NamedNode("urn:p")


def quad(subject: str, graph: str = "") -> Quad:
    return Quad(NamedNode(f"urn:{subject}"), P, Literal("x"), NamedNode(f"urn:{graph}") if graph else DefaultGraph())


QUADS = (quad("shared", "g"), quad("shared", "h"), quad("own", "g"), quad("plain"), quad("both"), quad("both", "h"))


def store_of_all() -> Store:
    store = Store()
    store.bulk_extend(merged(QUADS))
    return store


def default(store: Store) -> set[str]:
    return {str(one.subject)[1:-1] for one in store.quads_for_pattern(None, None, None, DefaultGraph())}


def test_each_triple_is_in_the_default_graph_once() -> None:
    store = store_of_all()
    assert default(store) == {"urn:shared", "urn:own", "urn:plain", "urn:both"}
    assert len(store) == 4 + 4
    flat = Store()
    flat.bulk_extend(flattened(QUADS))
    assert default(flat) == default(store) and len(flat) == 4


def test_a_triple_goes_with_the_last_graph_that_has_it() -> None:
    store = store_of_all()
    gone = list(store.quads_for_pattern(None, None, None, NamedNode("urn:g")))
    store.remove_graph(NamedNode("urn:g"))
    unmerge(store, gone)
    assert default(store) == {"urn:shared", "urn:plain", "urn:both"}


def test_taken_apart_a_triple_of_no_graph_is_one_that_no_graph_has() -> None:
    assert set(separate(store_of_all())) == set(QUADS) - {quad("both")}
