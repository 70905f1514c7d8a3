"""At a real endpoint of Wikidata's shape: sitelinks first, then names with what else is known; nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from partygraph.endpoints import Endpoint
from partygraph.errors import RemoteError
from partygraph.linking import online, questions, sssom
from partygraph.linking.evidence import MANUAL
from partygraph.linking.items import YEAR, Item, Statement, Value
from partygraph.linking.knowledge import AtEndpoint, InMemory, Knowledge
from partygraph.linking.matches import Match
from partygraph.linking.tables import Tables, tables_of
from partygraph.model import Entity, Extraction, Kind, Literal
from partygraph.wikidata import rdf

MakeExtraction = Callable[..., Extraction]
Serve = Callable[[Iterable[object]], str]


def item(qid: str, label: str, title: str | None = None, *statements: Statement, names: tuple[str, ...] = ()) -> Item:
    return Item(qid, label, title, statements, (label, *names))


def is_(property: str, qid: str, label: str = "") -> Statement:
    return Statement(property, Value("item", qid, label))


def founded(year: str) -> Statement:
    return Statement("P571", Value("time", year, precision=YEAR))


PARTY_TYPE = is_("P31", "Q7278")
COUNT = Statement(
    "P2124",
    Value("quantity", "304"),
    (("P585", Value("time", "2022", precision=YEAR)),),
    "preferred",
    "Q105$0A1B2C3D-0000-4000-8000-00000000000A",
)
DEPRECATED = Statement("P2124", Value("quantity", "9"), (), "deprecated", "Q105$0A1B2C3D-0000-4000-8000-00000000000B")
LOGO = Statement("P154", Value("text", "Dune – logo (old).svg"))
WORLD = (
    item("Q20", "Ruritania"),
    item("Q21", "Graustark"),
    item("Q30001", "Rudolf Rassendyll"),
    item("Q30002", "Strelsau"),
    item("Q30003", 'Harbour "Youth"'),
    item(
        "Q101",
        "Harbour Party",
        "Harbour Party",
        PARTY_TYPE,
        is_("P17", "Q20"),
        founded("1990"),
        is_("P488", "Q30001"),
        is_("P159", "Q30002"),
        is_("P4379", "Q30003"),
    ),
    item("Q102", "Liberal Party", None, PARTY_TYPE, is_("P17", "Q20"), founded("1950")),
    item("Q103", "Liberal Party", None, PARTY_TYPE, is_("P17", "Q21"), founded("1950")),
    item("Q104", "Liberal Party", "Liberal Party (film)", is_("P31", "Q11424")),
    item(
        "Q105",
        "Dune Party",
        None,
        PARTY_TYPE,
        is_("P17", "Q20"),
        founded("1970"),
        COUNT,
        DEPRECATED,
        LOGO,
        names=("Dunes",),
    ),
)

LABELS = {item.qid: item.label for item in WORLD}
# The values in a file carry their labels; at an endpoint the labels are asked for.
LABELLED = [
    replace(
        item,
        statements=tuple(
            replace(s, value=replace(s.value, label=LABELS.get(s.value.text, ""))) for s in item.statements
        ),
    )
    for item in WORLD
]


@pytest.fixture(scope="module")
def url(oxigraph: Serve) -> str:
    return oxigraph(triple for item in WORLD for triple in rdf.triples(item))


@pytest.fixture
def endpoint(url: str, tmp_path: Path) -> Endpoint:
    return Endpoint(url, cache=tmp_path, attempts=1)


@pytest.fixture(params=["endpoint", "memory"])
def knowledge(request: pytest.FixtureRequest, endpoint: Endpoint) -> Knowledge:
    return AtEndpoint(endpoint) if request.param == "endpoint" else InMemory(LABELLED)


@pytest.fixture
def tables() -> Tables:
    row = sssom.Row("", "ruritania", "country", "", sssom.EXACT, "wd:Q20", "Ruritania", "semapv:X", "1.00", "test")
    party = row._replace(subject_id="schema:PoliticalParty", object_id="wd:Q7278", predicate_id=sssom.NARROW)
    return tables_of([sssom.Table((), (row._replace(subject_type="rdfs literal"), party))])


def asked(extraction: Extraction, tables: Tables, knowledge: Knowledge) -> dict[str, list[Match]]:
    found: dict[str, list[Match]] = {}
    for match in online.ask([extraction], tables, knowledge)[0]:
        found.setdefault(match.entity.name, []).append(match)
    return found


def harbour(make: MakeExtraction) -> Extraction:
    party = Entity("Harbour Party", Kind.PARTY, "Harbour Party")
    return make(
        "Harbour Party",
        (party, "country", Entity("Ruritania", Kind.PLACE)),
        (party, "leader", Entity("Rudolf Rassendyll", Kind.PERSON)),
        (party, "leader", Entity("Black Michael", Kind.PERSON)),
        (party, "headquarters", Entity("Strelsau", Kind.PLACE)),
        (party, "youthWing", Entity('Harbour "Youth"', Kind.ORGANISATION)),
        (party, "predecessor", Entity("Liberals", Kind.PARTY, "Liberal Party (film)")),
        (party, "alliance", Entity("Liberal Party", Kind.PARTY)),
    )


def test_a_sitelink_is_a_link(make_extraction: MakeExtraction, tables: Tables, knowledge: Knowledge) -> None:
    (match,) = asked(harbour(make_extraction), tables, knowledge)["Harbour Party"]
    assert (match.qid, match.sure, match.justification) == ("Q101", True, "semapv:BackgroundKnowledgeBasedMatching")


def test_names_are_found_among_the_statements_of_the_party(
    make_extraction: MakeExtraction, tables: Tables, knowledge: Knowledge
) -> None:
    found = asked(harbour(make_extraction), tables, knowledge)
    for name, qid in (("Rudolf Rassendyll", "Q30001"), ("Strelsau", "Q30002"), ('Harbour "Youth"', "Q30003")):
        (match,) = found[name]
        assert (match.qid, match.sure) == (qid, True)
        assert {feature.name for feature in match.features} == {"name", "statement"}
    assert "Black Michael" not in found


def test_a_name_and_a_country_are_a_candidate(
    make_extraction: MakeExtraction, tables: Tables, knowledge: Knowledge
) -> None:
    found = asked(harbour(make_extraction), tables, knowledge)["Liberal Party"]
    assert found[0].qid == "Q102"
    assert not any(match.sure for match in found)


@pytest.mark.parametrize(
    ("year", "country", "sure"),
    [("1970", "Ruritania", True), ("1970", "Graustark", False), ("1870", "Ruritania", False), ("", "Ruritania", False)],
)
def test_name_country_and_year_make_a_party_sure(
    make_extraction: MakeExtraction, tables: Tables, knowledge: Knowledge, year: str, country: str, sure: bool
) -> None:
    party = Entity("Dune Party", Kind.PARTY)
    said = [(party, "country", Entity(country, Kind.PLACE))]
    more = [(party, "founded", Literal(year))] if year else []
    (match,) = asked(make_extraction("Dune Party (Ruritania)", *said, *more), tables, knowledge)["Dune Party"]
    assert (match.qid, match.sure) == ("Q105", sure)


def test_what_is_denied_is_not_found_at_the_endpoint_either(
    make_extraction: MakeExtraction, tables: Tables, knowledge: Knowledge
) -> None:
    refused = sssom.Row(
        "enwiki:Harbour_Party", "Harbour Party", "party", "Not", sssom.EXACT, "wd:Q101", "", "x", "", "t"
    )
    denied = tables_of([sssom.Table((), (refused,))])
    found = online.ask([harbour(make_extraction)], Tables(tables.rows, denied.denied), knowledge)[0]
    assert "Q101" not in {match.qid for match in found}


def test_a_decision_of_a_person_stands_above_a_sitelink(
    make_extraction: MakeExtraction, tables: Tables, knowledge: Knowledge
) -> None:
    decided = sssom.Row(
        "partyid:x",
        "Harbour Party",
        "party",
        "",
        sssom.EXACT,
        "wd:Q999",
        "",
        MANUAL,
        "1.00",
        "me",
        subject_source="enwiki:Harbour_Party",
    )
    mine = tables_of([sssom.Table((), (decided,))])
    (match,) = asked(harbour(make_extraction), mine, knowledge)["Harbour Party"]
    assert match.qid == "Q999"


def test_an_interrupted_run_asks_only_for_the_rest(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "BATCH", 2)
    from partygraph import endpoints

    sent: list[str] = []
    exchange = endpoints._exchange

    def failing(endpoint: Endpoint, query: str, accept: str) -> bytes:
        if len(sent) == 2:
            raise endpoints.Refusal("the line is dead", again=False)
        sent.append(query)
        return exchange(endpoint, query, accept)

    titles = ["Harbour Party", "Liberal Party (film)", "A", "B", "C", "D"]
    endpoint = Endpoint(url, cache=tmp_path)
    monkeypatch.setattr(endpoints, "_exchange", failing)
    with pytest.raises(RemoteError):
        questions.by_title(endpoint, titles)

    def counting(endpoint: Endpoint, query: str, accept: str) -> bytes:
        sent.append(query)
        return exchange(endpoint, query, accept)

    monkeypatch.setattr(endpoints, "_exchange", counting)
    found = questions.by_title(endpoint, titles)
    assert {title: qid for title, (qid, _) in found.items()} == {
        "Harbour Party": "Q101",
        "Liberal Party (film)": "Q104",
    }
    assert len(sent) == len(set(sent)) == 3


def test_an_item_comes_back_as_it_was(url: str) -> None:
    found = questions.items(Endpoint(url), ["Q101", "Q105"])
    assert found["Q101"].title == "Harbour Party"
    assert set(found["Q101"].qids("P488")) == {"Q30001"}
    assert found["Q101"].values("P571") == (Value("time", "1990", precision=YEAR),)
    assert found["Q105"].names == ("Dune Party", "Dunes")
    assert COUNT in found["Q105"].statements
    assert DEPRECATED in found["Q105"].statements
    assert found["Q105"].values("P154", "P576") == (Value("text", "Dune – logo (old).svg"),)


def test_names_cannot_break_out_of_a_query(endpoint: Endpoint) -> None:
    evil = 'x" } } ; DROP ALL #\\\n'
    assert questions.by_name(endpoint, [evil]) == {}
    with pytest.raises(ValueError, match="IRI"):
        questions.items(endpoint, ["Q1> } #"])


def test_a_name_that_the_article_states_finds_its_party(
    make_extraction: MakeExtraction, tables: Tables, knowledge: Knowledge
) -> None:
    party = Entity("Party of the Dunes", Kind.PARTY)
    extraction = make_extraction(
        "Party of the Dunes",
        (party, "altName", Literal("Dunes")),
        (party, "country", Entity("Ruritania", Kind.PLACE)),
        (party, "founded", Literal("1970")),
    )
    (match,) = asked(extraction, tables, knowledge)["Party of the Dunes"]
    assert match.qid == "Q105"


def test_a_value_of_which_only_the_existence_is_known() -> None:
    from partygraph.endpoints import Cell

    some = Cell("uri", "http://www.wikidata.org/.well-known/genid/0a1b")
    assert questions._value(some, None, None).kind == "unknown"
    assert questions._value(Cell("bnode", "b0"), None, None).kind == "unknown"
