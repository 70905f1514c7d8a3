"""Queries that mean harm end in a refusal or at the time limit, and whoever asked lives on."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from partygraph import queries
from partygraph.cli import front
from partygraph.errors import PartygraphError

XSD = "http://www.w3.org/2001/XMLSchema#"
DATA = b"".join(b'<urn:s%d> <urn:p%d> "%s" .\n' % (n, n % 7, b"a" * 40) for n in range(1500))
SECONDS = 0.5
FEW = 25.0
"""Seconds that any of these may take in all, on a machine that does other things, too."""

REFUSED = {
    "service": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "service silent": "SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "service variable": "SELECT * { VALUES ?x { <http://127.0.0.1:9/> } SERVICE ?x { ?s ?p ?o } }",
    "service prefixed": "PREFIX x: <http://127.0.0.1:9/> SELECT * { SERVICE x: { ?s ?p ?o } }",
    "service in lower case": "select * { service<http://127.0.0.1:9/>{ ?s ?p ?o } }",
    "service glued": "SELECT * { SERVICESILENT<http://127.0.0.1:9/> { ?s ?p ?o } }",
    "service escaped": "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "service nested": "SELECT * { { SELECT ?s { OPTIONAL { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } } } }",
    "service behind a comment": "SELECT * { # {\nSERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "load": "LOAD <http://127.0.0.1:9/x.ttl>",
    "load silent into": "LOAD SILENT <file:///etc/passwd> INTO GRAPH <urn:g>",
    "from": "SELECT * FROM <http://127.0.0.1:9/x.ttl> { ?s ?p ?o }",
    "from a file": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED <http://127.0.0.1:9/x.ttl> { GRAPH ?g { ?s ?p ?o } }",
    "insert": "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "insert where": "INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
    "delete": "DELETE WHERE { ?s ?p ?o }",
    "clear": "CLEAR ALL",
    "drop": "DROP DEFAULT",
    "create": "CREATE GRAPH <urn:g>",
    "move": "MOVE DEFAULT TO <urn:g>",
    "copy": "COPY DEFAULT TO <urn:g>",
    "add": "ADD DEFAULT TO <urn:g>",
    "a query and an update": "ASK { ?s ?p ?o } ; CLEAR ALL",
    "100,000 parentheses": "SELECT * { FILTER(" + "(" * 100_000 + "1" + ")" * 100_000 + ") }",
    "20,000 parentheses": "SELECT * { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }",
    "braces": "SELECT * " + "{" * 30_000 + "}" * 30_000,
    "brackets": "SELECT * { ?s ?p " + "[ <urn:p> " * 5_000 + "1" + " ]" * 5_000 + " }",
    "lists": "SELECT * { ?s ?p " + "( " * 10_000 + ") " * 10_000 + " }",
    "exclamation marks": "SELECT * { FILTER(" + "!" * 60_000 + "true) }",
    "1 MB of text": 'SELECT * { ?s ?p "' + "x" * 2**20 + '" }',
    "1 MB of patterns": "SELECT * { " + "?s ?p ?o . " * 100_000 + "}",
    "nothing": "",
    "no query": "rm -rf /",
    "an open text": 'SELECT * { ?s ?p """ }',
    "control characters": "SELECT * { ?s ?p ?o } \x00\x01\x02",
    "lone surrogate": "SELECT * { ?s ?p '\ud800' }",
}

ENDED = {
    "cross product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "cross product, sorted": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d LIMIT 1",
    "cross product, distinct": "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "all rows of a cross product": "SELECT * { ?a ?b ?c . ?d ?e ?f }",
    "construct of a cross product": "CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "joins of filters": 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c > "b" || ?a = ?d) }',
    "optional upon optional": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?d ?e ?f OPTIONAL { ?g ?h ?i } } }",
    "minus": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f MINUS { ?a ?h ?c . ?i ?j ?k . ?d ?l ?f } }",
    "paths": "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>)* ?b . ?c (!<urn:x>)* ?d . ?e (!<urn:x>)* ?f }",
    "texts that double": 'SELECT (STRLEN(?z) AS ?n) { BIND("'
    + "x" * 1000
    + '" AS ?a) '
    + " ".join(
        f"BIND(CONCAT(?{a}, ?{a}, ?{a}, ?{a}, ?{a}, ?{a}, ?{a}, ?{a}) AS ?{b})"
        for a, b in pairwise("abcdefghijklmnopqrsz")
    )
    + " }",
    "replacing": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(REPLACE(?c, '(a|aa)+$', ?f) = ?i) }",
}

REGEX = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(REGEX(CONCAT(?o, '!'), '^(a+)+$')) }"


def test_there_are_forty() -> None:
    assert len(REFUSED) + len(ENDED) >= 40


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    started = time.monotonic()
    with pytest.raises(PartygraphError) as caught:
        queries.query(queries.parse(REFUSED[name], "hostile"), DATA, seconds=SECONDS)
    assert caught.value.exit_code in (2, 3) and caught.value.remedy
    assert len(str(caught.value)) < 600
    assert time.monotonic() - started < FEW


@pytest.mark.parametrize("name", ENDED)
@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_ended(name: str, engine: str) -> None:
    started = time.monotonic()
    with pytest.raises(PartygraphError, match=r"ended|more memory|more rows|not a valid query|failed"):
        queries.query(queries.parse(ENDED[name], "hostile"), DATA, engine=engine, seconds=SECONDS)
    assert time.monotonic() - started < FEW


def test_a_regex_that_explodes() -> None:
    """Oxigraph's expressions cannot explode; rdflib's can, and are ended."""
    assert queries.query(queries.parse(REGEX, "hostile"), DATA, seconds=5).rows[0][0].value == "0"  # type: ignore[union-attr]
    with pytest.raises(PartygraphError, match="ended after"):
        queries.query(queries.parse(REGEX, "hostile"), DATA, engine="rdflib", seconds=SECONDS)


def test_the_command_lives(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("service", "1 MB of text", "100,000 parentheses"):
        assert front.run(["query", REFUSED[name]]) == 2
        shown = capsys.readouterr()
        assert shown.out == "" and "remedy:" in shown.err and len(shown.err) < 1000
