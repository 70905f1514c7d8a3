"""Our own Turtle files stand in one canonical order, and formatting loses nothing but comments."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from partygraph.errors import RuleError
from partygraph.formats import Document, Iri, Value, format_turtle, write
from partygraph.resources import folder

TOP = folder("ontology").parent
FILES = sorted(path.relative_to(TOP) for name in ("ontology", "shapes") for path in (TOP / name).rglob("*.ttl"))
PREFIX = "@prefix e: <http://e.org/> .\n"


@pytest.mark.parametrize("file", FILES, ids=str)
def test_files_are_in_canonical_order(file: Path) -> None:
    text = (TOP / file).read_text(encoding="utf-8")
    assert format_turtle(text, str(file)) == text, f"run: .venv/bin/python -m partygraph.formats {file}"


def graph(text: str) -> ox.Dataset:
    read = ox.Dataset(ox.parse(text, format=ox.RdfFormat.TURTLE))
    read.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return read


UNTIDY = (
    "e:b e:p 2, 1 . e:a e:q e:c ; a e:T ; e:p 'x'@en, \"y\" .",
    'e:a e:p [ e:q 1 ; e:p [ e:r ( 1 "two" [ e:s e:t ] () ) ] ], [ e:q 2 ] .',
    'e:a e:p """two\nlines with "quotes" and \\\\ and a last one\\"""" .',
    "e:a e:p true, 1.50, 01, -3, '1'^^e:other, '2002'^^<http://www.w3.org/2001/XMLSchema#gYear> .",
    "<http://e.org/a/b#c> e:p <http://other.org/x>, e:x.y, <http://e.org/x.> .",
    "[] a e:Report ; e:result [ e:n 1 ], [ e:n 2 ] .",
)


@pytest.mark.parametrize("text", UNTIDY)
def test_formatting_keeps_the_graph_and_is_stable(text: str) -> None:
    formatted = format_turtle(PREFIX + text)
    assert graph(formatted) == graph(PREFIX + text)
    assert format_turtle(formatted) == formatted


def test_order_does_not_come_from_the_file() -> None:
    one = "e:b a e:T ; e:p 1, 2 . e:a e:p [ e:x 1 ], [ e:x 2 ] ."
    other = "e:a e:p [ e:x 2 ], [ e:x 1 ] . e:b e:p 2, 1 ; a e:T ."
    assert format_turtle(PREFIX + one) == format_turtle(PREFIX + other)


def test_the_comment_on_top_stays_and_a_type_comes_first() -> None:
    text = f"# What this is.\n# More.\n\n{PREFIX}\n# gone\ne:a e:p 1 ; a e:T .\n"
    assert format_turtle(text) == f"# What this is.\n# More.\n\n{PREFIX}\ne:a a e:T ;\n    e:p 1 .\n"


def test_long_lists_of_values_stand_one_a_line() -> None:
    values = ", ".join(f"e:{'value' * 5}{at}" for at in range(9))
    lines = format_turtle(f"{PREFIX}e:a e:p {values} .").splitlines()
    assert max(map(len, lines)) <= 120
    assert len(lines) == 2 + 2 + 9 - 1


def test_bad_turtle_names_file_and_line() -> None:
    with pytest.raises(RuleError) as caught:
        format_turtle(f"{PREFIX}e:a e:p .\n", "ontology/x.ttl")
    assert str(caught.value).startswith("ontology/x.ttl:2:")


def test_a_blank_node_that_is_used_twice_is_refused() -> None:
    with pytest.raises(RuleError, match="used 2 times"):
        format_turtle(f"{PREFIX}e:a e:p _:x . e:b e:p _:x . _:x e:q 1 .")


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["turtle", "trig", "ntriples", "jsonld"]))
def test_any_text_survives_writing(text: str, form: str) -> None:
    triple = (Iri("http://e.org/a"), Iri("http://e.org/p"), Value(text))
    written = write(Document(((None, (triple,)),)), form)
    read = {
        "turtle": ox.RdfFormat.TURTLE,
        "trig": ox.RdfFormat.TRIG,
        "ntriples": ox.RdfFormat.N_TRIPLES,
        "jsonld": ox.RdfFormat.JSON_LD,
    }[form]
    assert [quad.object for quad in ox.parse(written, format=read)] == [ox.Literal(text)]
