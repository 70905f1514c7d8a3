import json
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from partygraph.errors import InputError, PartygraphError, UsageError
from partygraph.sparql import guard, running
from partygraph.sparql.running import QueryTimeError, answer, data_files
from partygraph.sparql.terms import XSD, Term
from partygraph.sparql.worker import ENGINES

DATA = b"""<urn:a> <urn:p> "caf\\u00E9\\t\\"x\\"\\n"@en <urn:g> .
<urn:a> <urn:p> "3"^^<http://www.w3.org/2001/XMLSchema#integer> .
<urn:b> <urn:p> "2002"^^<http://www.w3.org/2001/XMLSchema#gYear> <urn:h> .
"""
engines = pytest.mark.parametrize("engine", ENGINES)


@engines
def test_all_graphs_are_asked_together(engine: str) -> None:
    found = answer("SELECT ?s ?o { ?s <urn:p> ?o } ORDER BY ?s STR(?o)", held=DATA, engine=engine)
    assert found.columns == ("s", "o")
    assert [row[1] for row in found.rows] == [
        Term("literal", "3", XSD + "integer"),
        Term("literal", 'café\t"x"\n', "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "en"),
        Term("literal", "2002", XSD + "gYear"),
    ]


@engines
@pytest.mark.parametrize("more", ["", "GRAPH ?g { ?s ?p ?o }"])
def test_a_triple_of_two_graphs_is_one(engine: str, more: str) -> None:
    twice = "".join(f'<urn:a> <urn:p> "x" <urn:{graph}> .\n' for graph in "gh").encode()
    found = answer(f"SELECT (COUNT(*) AS ?n) {{ {{ ?s <urn:p> ?o }} UNION {{ {more} }} }}", held=twice, engine=engine)
    # An empty group has one solution, and GRAPH meets the triple in each of the two.
    assert [row[0].value for row in found.rows if row[0]] == ["3" if more else "2"]


@engines
def test_a_parameter_is_a_term_and_never_text(engine: str) -> None:
    evil = "3' } UNION { ?s ?p ?o } #"
    query = "SELECT ?s ?wanted { ?s <urn:p> ?o FILTER(STR(?o) = ?wanted) }"
    bound = {"wanted": Term("literal", evil, XSD + "string")}
    assert len(answer(query, held=DATA, bindings=bound, engine=engine)) == 0
    assert len(answer(query, held=DATA, bindings={"wanted": Term("literal", "3", XSD + "string")}, engine=engine)) == 1


@engines
def test_ask_and_construct(engine: str) -> None:
    assert answer("ASK { <urn:a> ?p 3 }", held=DATA, engine=engine).truth is True
    graph = answer("CONSTRUCT { ?s <urn:q> ?o } { ?s <urn:p> ?o }", held=DATA, engine=engine)
    assert graph.write("ntriples").splitlines() == sorted(graph.write("nquads").splitlines())
    assert len(graph) == 3 and "urn:q" in graph.write("turtle")


def test_forms_of_rows() -> None:
    found = answer("SELECT ?s ?o ?no { ?s <urn:p> ?o } ORDER BY ?s STR(?o)", held=DATA)
    record = json.loads(found.write("json"))
    assert record["head"]["vars"] == ["s", "o", "no"]
    assert record["results"]["bindings"][1]["o"] == {"type": "literal", "value": 'café\t"x"\n', "xml:lang": "en"}
    assert "no" not in record["results"]["bindings"][0]
    assert '<literal datatype="http://www.w3.org/2001/XMLSchema#gYear">2002</literal>' in found.write("xml")
    assert found.write("csv").startswith("s,o,no\nurn:a,3,\n")
    assert "<table>" in found._repr_html_()
    with pytest.raises(UsageError, match="turtle"):
        found.write("turtle")


def test_triples_have_no_json_of_rows() -> None:
    with pytest.raises(UsageError, match="ntriples"):
        answer("CONSTRUCT WHERE { ?s ?p ?o }", held=DATA).write("json")


def test_time_limit_ends_the_query() -> None:
    many = b"".join(b"<urn:s%d> <urn:p> <urn:o%d> .\n" % (n, n) for n in range(2000))
    with pytest.raises(QueryTimeError, match=r"after 0\.3 seconds.*no answer"):
        answer("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", held=many, seconds=0.3)


def test_a_crash_of_the_engine_is_a_message() -> None:
    with pytest.raises(PartygraphError, match="the engine ended"):
        answer("SELECT * { BIND(" + "1+" * 25_000 + "1 AS ?x) }", held=DATA)


@pytest.mark.skipif(sys.platform != "linux", reason="needs the limits of Linux")
@pytest.mark.parametrize("stored", [False, True])
def test_even_an_unguarded_query_reaches_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, stored: bool) -> None:
    import socket

    monkeypatch.setattr(guard, "check", lambda query, name="": None)
    store = tmp_path / "store"
    ox.Store(str(store)).bulk_load(DATA, format=ox.RdfFormat.N_QUADS)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        port = server.getsockname()[1]
        with pytest.raises(PartygraphError):
            query = f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"
            answer(query, [store] if stored else [], b"" if stored else DATA, seconds=5)
        with pytest.raises(TimeoutError):
            server.accept()


def test_too_many_rows_give_none() -> None:
    with pytest.raises(PartygraphError, match=r"more rows than are allowed, so none"):
        answer("SELECT ?s { ?s ?p ?o }", held=DATA, most=2)
    assert len(answer("SELECT ?s { ?s ?p ?o }", held=DATA, most=3)) == 3


@engines
def test_broken_query_says_where(engine: str) -> None:
    with pytest.raises(UsageError, match=r"^my\.rq.*not a valid query"):
        answer("SELECT * {", held=DATA, name="my.rq", engine=engine)


def test_broken_data_says_which_file(tmp_path: Path) -> None:
    file = tmp_path / "broken.ttl"
    file.write_text("<urn:a> <urn:b>\n<urn:c> ; .;", encoding="utf-8")
    with pytest.raises(InputError, match=r"broken\.ttl:\d+.*not valid RDF"):
        answer("ASK { ?s ?p ?o }", [file])


def test_unknown_engine_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="rdflib"):
        answer("ASK { ?s ?p ?o }", engine="virtuoso")


def test_of_a_folder_each_graph_is_read_once(tmp_path: Path) -> None:
    for name in ("a.ttl", "a.trig", "a.nq", "a.jsonld", "a.provenance.jsonld", "b.ttl", "b.jsonld", "notes.md"):
        (tmp_path / name).touch()
    assert [path.name for path in data_files([tmp_path])] == ["a.nq", "b.ttl"]


def test_a_provenance_file_is_richer_than_the_facts(tmp_path: Path) -> None:
    for name in ("a.ttl", "a.nt", "a.jsonld", "a.provenance.jsonld"):
        (tmp_path / name).touch()
    assert [path.name for path in data_files([tmp_path])] == ["a.provenance.jsonld"]


@pytest.mark.parametrize("name", ["missing.ttl", "data.rdf", "."])
def test_data_that_is_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "data.rdf").write_text("<rdf:RDF/>", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        data_files([tmp_path / name])
    assert caught.value.remedy


def test_limits_are_what_the_documentation_says() -> None:
    assert (guard.MOST_DEPTH, guard.MOST_BYTES, running.SECONDS) == (100, 65536, 60)
