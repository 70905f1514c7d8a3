"""Terms as engines write them are read back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies

from partygraph.sparql.running import answer
from partygraph.sparql.terms import LANG_STRING, STRING, XSD, Term, read

TEXTS = strategies.text(strategies.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("<urn:a\\u00E9>", Term("uri", "urn:aé")),
        ("_:b1", Term("bnode", "b1")),
        ('"a\\tb\\n\\"c\\" \\\\ \\U0001F600"', Term("literal", 'a\tb\n"c" \\ \U0001f600', STRING)),
        ('"x"@en-gb', Term("literal", "x", LANG_STRING, "en-gb")),
        ('"x\\"@de"^^<urn:t>', Term("literal", 'x"@de', "urn:t")),
        ("true", Term("literal", "true", XSD + "boolean")),
        ("-7", Term("literal", "-7", XSD + "integer")),
        ("1.50", Term("literal", "1.50", XSD + "decimal")),
        ("1e3", Term("literal", "1e3", XSD + "double")),
    ],
)
def test_a_term_is_read(text: str, term: Term) -> None:
    assert read(text) == term


@given(TEXTS, strategies.sampled_from(["", "de", "en-gb"]))
def test_what_oxigraph_writes_is_read_back(text: str, language: str) -> None:
    from pyoxigraph import Literal

    term = read(str(Literal(text, language=language or None)))
    assert (term.value, term.lang) == (text, language)


def test_all_kinds_come_through_the_engine() -> None:
    data = (
        f'<urn:a> <urn:p> "7"^^<{XSD}integer>, 1.5, 2e0, true, "tab\\t line\\n", "", "x"@en, "2002"^^<{XSD}gYear>, [] .'
    )
    from pyoxigraph import RdfFormat, parse, serialize

    held = serialize(parse(data, format=RdfFormat.TURTLE), format=RdfFormat.N_QUADS) or b""
    rows = {
        engine: answer("SELECT ?o ?no { ?s ?p ?o }", held=held, engine=engine).rows for engine in ("oxigraph", "rdflib")
    }
    seen = {engine: {row[0] for row in found if row[0] and row[0].kind != "bnode"} for engine, found in rows.items()}
    assert {term.value for term in seen["oxigraph"] if term.datatype == STRING} == {"tab\t line\n", ""}
    assert {(term.value, term.datatype) for term in seen["oxigraph"]} >= {
        ("7", XSD + "integer"),
        ("2002", XSD + "gYear"),
    }
    assert len(seen["oxigraph"]) == 8 and all(row[1] is None for found in rows.values() for row in found)
    assert {one.datatype for one in seen["oxigraph"]} == {one.datatype for one in seen["rdflib"]}
