import pytest

from partygraph.errors import UsageError
from partygraph.sparql import guard

REFUSED = [
    "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://example.org/> { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<http://example.org/>{ ?s ?p ?o } }",
    "PREFIX : <http://example.org/> SELECT * {SERVICE:x { ?s ?p ?o } }",
    "SELECT * { ?s ?p '''it's''' . SERVICE ?x { ?s ?p ?o } }",
    r"SELECT * { \u0053ERVICE <http://example.org/> { ?s ?p ?o } }",
    r"SELECT * { ?s ?p '\u0027 . SERVICE <http://example.org/> { ?s ?p ?o } #' }",
    "SELECT * { ?s ?p ?o # comment\n SERVICE <http://example.org/> {} }",
    "SELECT * { ?a ?b ?c FILTER(?a<?b) SERVICE<http://example.org/>{} }",
    "LOAD <http://example.org/data.ttl>",
    "INSERT DATA { <a:b> <a:c> <a:d> }",
    "DELETE WHERE { ?s ?p ?o }",
    "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP DEFAULT",
    "CREATE GRAPH <a:g>",
    "COPY DEFAULT TO <a:g>",
    "MOVE <a:g> TO <a:h>",
    "ADD <a:g> TO <a:h>",
    "SELECT * FROM <http://example.org/> { ?s ?p ?o }",
    "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
    "ASK { " + "{" * 101 + "}" * 101 + " }",
    "SELECT * { FILTER(" + "(" * 100_00 + "1" + ")" * 100_00 + ") }",
    "SELECT * { FILTER(" + "!" * 101 + "true) }",
    "SELECT * { ?s ?p '" + "x" * 70_000 + "' }",
    "SELECT * { ?s ?p '" + "é" * 40_000 + "' }",
]

ALLOWED = [
    "SELECT * { ?s ?p ?o } LIMIT 1",
    "SELECT ?service ?load ($from AS ?x) { ?service ?load $from }",
    "PREFIX load: <http://example.org/SERVICE#> SELECT * { ?s load:insert 'DELETE SERVICE LOAD' }",
    'SELECT * { ?s ?p """a "quoted" LOAD """ , \'FROM\'@en-service }',
    "# SERVICE <http://example.org/>\nASK { ?s ?p ?o }",
    "SELECT * { ?a ?b ?c FILTER(?a < ?b && ?c > 2) }",
    "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <a:from> { ?s ?p ?o } }",
    "ASK { " + "{" * 90 + "}" * 90 + " }",
]


@pytest.mark.parametrize("query", REFUSED, ids=lambda query: query[:40])
def test_refused(query: str) -> None:
    with pytest.raises(UsageError) as caught:
        guard.check(query)
    assert caught.value.remedy


@pytest.mark.parametrize("query", ALLOWED, ids=lambda query: query[:40])
def test_allowed(query: str) -> None:
    guard.check(query)


def test_message_has_line_and_column() -> None:
    with pytest.raises(UsageError, match=r"my\.rq:2:3: .*SERVICE"):
        guard.check("SELECT * {\n  SERVICE <http://example.org/> {} }", name="my.rq")


def test_form() -> None:
    assert guard.form("# ASK\nPREFIX select: <a:b> CONSTRUCT { ?s ?p ?o } {}") == "CONSTRUCT"


def test_words() -> None:
    assert guard.has_word("ASK { graph ?g { ?s ?p ?o } }", "GRAPH")
    assert guard.has_word("ASK { \\u0047RAPH ?g { ?s ?p ?o } }", "GRAPH")
    assert not guard.has_word("ASK { ?graph <urn:GRAPH> 'GRAPH' } # GRAPH", "GRAPH")
