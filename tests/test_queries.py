import re
from pathlib import Path

import pytest

import partygraph
from partygraph import queries
from partygraph.errors import InputError, RuleError, UsageError
from partygraph.resources import folder
from partygraph.sparql.answers import Answer
from partygraph.sparql.terms import XSD, Term

ARTICLE = Path(__file__).parent.parent / "data" / "articles" / "connecticut-working-families-party.txt"
GIVEN = {"evidence": {"of": "gomes"}}
NAMES = sorted(path.stem for path in folder("queries").glob("*.rq"))
PREFIX_LINE = re.compile(r"^PREFIX (\w+): <([^>]+)>$", re.MULTILINE)


@pytest.fixture(scope="module")
def graph() -> bytes:
    return partygraph.build(ARTICLE).write("nquads", provenance=True).encode()


def as_sets(answer: Answer) -> object:
    # Oxigraph's store keeps every kind of integer as xsd:integer, so that CONSTRUCT gives back that datatype.
    if answer.triples is not None:
        return {tuple(re.sub("nonNegativeInteger", "integer", str(term)) for term in row) for row in answer.triples}
    return answer.table()


# ------------------------------------------------------------------ the queries that come with the project


def test_there_are_queries_worth_asking() -> None:
    assert len(NAMES) >= 14


@pytest.mark.parametrize("name", NAMES)
def test_every_named_query_answers_on_the_article(name: str, graph: bytes) -> None:
    assert len(queries.query(name, graph, parameters=GIVEN.get(name))) > 0


@pytest.mark.parametrize("name", NAMES)
def test_two_engines_give_the_same_rows(name: str, graph: bytes) -> None:
    here, there = (queries.query(name, graph, parameters=GIVEN.get(name), engine=e) for e in ("oxigraph", "rdflib"))
    assert as_sets(here) == as_sets(there)


@pytest.mark.parametrize("name", NAMES)
def test_header(name: str) -> None:
    query = queries.named()[name]
    assert query.title and not query.title.endswith(".")
    assert query.question.endswith("?")
    assert all(parameter.description for parameter in query.parameters)


@pytest.mark.parametrize("name", NAMES)
def test_prefixes_are_those_that_are_used(name: str) -> None:
    text = queries.named()[name].text
    declared = [prefix for prefix, _ in PREFIX_LINE.findall(text)]
    body = re.sub(r'"[^"]*"|<[^>]*>|#.*', "", PREFIX_LINE.sub("", text))
    used = set(re.findall(r"(?<![\w?:])(\w+):\w", body))
    assert declared == sorted(used), f"queries/{name}.rq: declare exactly {sorted(used)}, in this order"


@pytest.mark.parametrize("name", NAMES)
def test_rows_have_a_fixed_order(name: str, graph: bytes) -> None:
    answer = queries.query(name, graph, parameters=GIVEN.get(name))
    if answer.triples is None:
        order = queries.named()[name].text.rpartition("ORDER BY")[2]
        assert set(answer.columns) <= set(re.findall(r"\?(\w+)", order)), (
            "order by every column, so that no tie is left"
        )


def test_answers_are_the_right_ones(graph: bytes) -> None:
    elected = {row[:4] for row in queries.query("elected", graph).table()[1]}
    assert ("Ed Gomes", "Connecticut State Senate", "2015-02", "Working Families Party") in elected
    seats = queries.query("seats", graph).table()[1]
    assert {(row[2], row[5]) for row in seats} == {("", "no number given")}
    assert {row[0] for row in queries.query("nominees", graph).table()[1]} == {"Joshua M. Hall"}
    assert {row[0] for row in queries.query("disputed", graph).table()[1]} == {"Wildaliz Bermudez"}
    one = queries.query("contradictions", graph).table()[1]
    assert [(row[2], row[4], row[5], row[6]) for row in one] == [
        ("300", "304", "Membership Year: 2022 ... Membership: 304", "one is approximate")
    ]


COUNTS = """= Lake Party =

Lake Party
- Foundation: 14 July 1931
- Membership: 304

The Lake Party is a political party with 900 members.
"""
STATEMENT = re.compile(r"(\S+) <https://w3id.org/partygraph/def#predicate> <\S+/memberCount> (<\S+>) \.")


@pytest.mark.parametrize(
    ("marks", "verdict"),
    [
        ([{}, {}], "contradiction"),
        ([{"party:asOf": 2019}, {"party:asOf": 2022}], "other dates"),
        ([{"party:asOf": 2019}, {"party:asOf": 2019}], "contradiction"),
        ([{"party:asOf": 2019}, {}], "contradiction"),
        ([{"schema:endDate": 1950}, {}], "other dates"),
        ([{"party:under": "Pond Party"}, {}], "other forms"),
        ([{}, {"party:approximate": "true", "party:asOf": 2019}], "one is approximate"),
    ],
)
@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_two_values_and_whether_they_contradict(engine: str, marks: list[dict[str, object]], verdict: str) -> None:
    names = {"party": "https://w3id.org/partygraph/def#", "schema": "https://schema.org/"}
    text = partygraph.build(COUNTS).write("nquads", provenance=True)
    for (node, graph), given in zip(STATEMENT.findall(text), marks, strict=True):
        for name, value in given.items():
            prefix, _, local = name.partition(":")
            text += f'{node} <{names[prefix]}{local}> "{value}" {graph} .\n'
    answer = queries.query("contradictions", text.encode(), engine=engine).table()[1]
    assert [(row[2], row[4], row[6]) for row in answer] == [("304", "900", verdict)]


def test_parameters_narrow_the_answer(graph: bytes) -> None:
    everything, some, founded = (
        queries.query("facts", graph, parameters=given) for given in ({}, {"about": "GOMES"}, {"only": "founded"})
    )
    assert 0 < len(some) < len(everything) and len(founded) == 1
    assert everything.columns == some.columns and "about" not in some.columns
    assert len(queries.query("timeline", graph, parameters={"since": "2010"})) < len(queries.query("timeline", graph))


# ------------------------------------------------------------------ headers


def test_header_is_read() -> None:
    header = "# title: T\n# question: Q?\n# param: year integer 3 The party's year\n# param: x iri - Which\n"
    query = queries.parse(header + "SELECT ?year ?x {}", "q")
    assert (query.title, query.question) == ("T", "Q?")
    assert query.parameters == (
        queries.Parameter("year", "integer", "3", "The party's year"),
        queries.Parameter("x", "iri", None, "Which"),
    )


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("# param: x", "not well formed"),
        ('# param: x text ""', "not well formed"),
        ("# param: x colour - Y", "no type"),
        ("# param: y text - Y", "SELECT"),
    ],
)
def test_header_that_is_off(header: str, says: str) -> None:
    with pytest.raises(RuleError, match=says) as caught:
        queries.parse(f"{header}\nSELECT ?x {{}}", "q.rq")
    assert "q.rq" in str(caught.value) and caught.value.remedy


def test_a_query_of_ours_without_question_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no title or no question"):
        queries.parse("# title: T\nASK {}", "q", tmp_path / "q.rq")


# ------------------------------------------------------------------ parameters


@pytest.mark.parametrize(
    ("kind", "text", "datatype"),
    [
        ("text", "'} DROP ALL #", "string"),
        ("integer", "-3", "integer"),
        ("year", "2002", "gYear"),
        ("date", "2015-02", "gYearMonth"),
        ("date", "1965-07-14", "date"),
        ("boolean", "true", "boolean"),
    ],
)
def test_parameter_becomes_a_typed_term(kind: str, text: str, datatype: str) -> None:
    assert queries.Parameter("p", kind, None, "d").term(text) == Term("literal", text, XSD + datatype)


@pytest.mark.parametrize(
    ("kind", "text"),
    [("integer", "3.5"), ("year", "02"), ("date", "June"), ("boolean", "yes"), ("iri", "no iri"), ("iri", "a:<b>")],
)
def test_parameter_of_the_wrong_type(kind: str, text: str) -> None:
    with pytest.raises(UsageError, match=kind):
        queries.Parameter("p", kind, None, "d").term(text)


@pytest.mark.parametrize("given", [{}, {"of": "x", "off": "y"}])
def test_parameter_missing_or_unknown(given: dict[str, str], graph: bytes) -> None:
    with pytest.raises(UsageError) as caught:
        queries.query("evidence", graph, parameters=given)
    assert "of" in str(caught.value) and caught.value.remedy


# ------------------------------------------------------------------ where a query comes from


def test_query_by_name_file_and_text(tmp_path: Path, graph: bytes) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("ASK { ?s ?p ?o }", encoding="utf-8")
    assert queries.query(file, graph).truth is True
    assert queries.query("ASK { ?s ?p ?o }", graph).truth is True
    assert queries.query(queries.find("seats"), graph).title == "Seats"


def test_unknown_query_names_the_near_ones() -> None:
    with pytest.raises(UsageError, match="left-out"):
        queries.find("left")


def test_query_file_that_is_not_utf8(tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_bytes(b"ASK { ?s ?p '\xe9' }")
    with pytest.raises(InputError, match=r"UTF-8"):
        queries.find(file)


def test_refused_query_says_where(tmp_path: Path, graph: bytes) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("SELECT *\nFROM <http://example.org/> { ?s ?p ?o }", encoding="utf-8")
    with pytest.raises(UsageError, match=r"mine\.rq:2:1.*FROM"):
        queries.query(file, graph)
