from __future__ import annotations

import pyoxigraph as ox
import pytest

from partygraph import queries
from partygraph.sparql.rewriting import bind, restrict, written
from partygraph.sparql.terms import STRING, XSD, Term

EVIL = 'a" } UNION { ?s ?p ?o } # \\ \n \u2028 \'\'\' """'


@pytest.mark.parametrize("name", sorted(queries.named()))
def test_a_bound_query_is_the_same_query(name: str) -> None:
    asked = queries.named()[name]
    given = {"of": "x"} if any(parameter.default is None for parameter in asked.parameters) else {}
    store = ox.Store()
    store.query(restrict(bind(asked.text, asked.bindings(given)), ["urn:a"], ["urn:b"]))


@pytest.mark.parametrize("text", [EVIL, "", "?x", "\\", '"', "\t\r\n\x00\x7f", "<urn:a>"])
def test_a_term_stays_one_term(text: str) -> None:
    query = "SELECT ?wanted (STR(?wanted) AS ?same) { FILTER(STR(?wanted) = STR(?wanted)) }"
    bound = bind(query, {"wanted": Term("literal", text, STRING)})
    rows = list(ox.Store().query(bound))  # type: ignore[arg-type]
    assert [row["same"].value for row in rows] == [text]


def test_only_variables_are_replaced() -> None:
    query = "PREFIX x: <urn:?v> SELECT ?v ?w (CONCAT(?v, \"?v\") AS ?n) { ?w x:v ?v . FILTER(?vv != '?v') } # ?v"
    expected = 'PREFIX x: <urn:?v> SELECT  ?w (CONCAT("1", "?v") AS ?n) { ?w x:v "1" . FILTER(?vv != \'?v\') } # ?v'
    assert bind(query, {"v": Term("literal", "1", STRING)}) == expected


def test_written() -> None:
    assert written(Term("uri", "urn:a")) == "<urn:a>"
    assert written(Term("literal", "x", "", "de")) == '"x"@de'
    assert written(Term("literal", "2002", XSD + "gYear")) == f'"2002"^^<{XSD}gYear>'


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * WHERE { ?s ?p ?o }", "SELECT * FROM <urn:a> WHERE { ?s ?p ?o }"),
        ("SELECT * { { SELECT ?s WHERE { ?s ?p 1 } } }", "SELECT * FROM <urn:a> { { SELECT ?s WHERE { ?s ?p 1 } } }"),
        ("CONSTRUCT { ?s ?p 1 } { ?s ?p 2 }", "CONSTRUCT { ?s ?p 1 } FROM <urn:a> { ?s ?p 2 }"),
        ("CONSTRUCT WHERE { ?s ?p 2 }", "CONSTRUCT FROM <urn:a> WHERE { ?s ?p 2 }"),
        ("DESCRIBE <urn:x>", "DESCRIBE <urn:x>FROM <urn:a> "),
    ],
)
def test_restrict(query: str, expected: str) -> None:
    assert restrict(query, ["urn:a"], []) == expected
    ox.Store().query(expected)
