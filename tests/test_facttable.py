import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from partygraph import facttable
from partygraph.facttable import COLUMNS, read_qualifiers, written_qualifiers
from partygraph.model import (
    Article,
    Datatype,
    Entity,
    Evidence,
    Extraction,
    Fact,
    Kind,
    Literal,
    Qualifier,
    Source,
    Span,
    Status,
)

TEXT = "= Lake Party =\n\nThe Lake Party was founded\tin 1931.\nIt had “about 40” members;\r\nmost stayed."
PARTY = Entity("Lake Party", Kind.PARTY, "Lake Party", "Q1")
ARTICLE = Article(
    source=Source("lake.txt", "0" * 64),
    text=TEXT,
    form="plain",
    title="Lake Party",
    title_span=Span(0, 14),
    infobox=None,
    sections=(),
)


def quoted(words: str) -> Evidence:
    start = TEXT.index(words)
    return ARTICLE.evidence(Span(start, start + len(words)))


FOUNDED = Fact(
    PARTY, "founded", Literal("1931", Datatype.YEAR), "prose", (quoted("founded\tin 1931.\nIt"),), "phrase:founded"
)
COUNT = Fact(
    PARTY,
    "memberCount",
    Literal("40", Datatype.NON_NEGATIVE, approximate=True),
    "prose",
    (quoted("“about 40” members;\r\nmost"),),
    "phrase:members",
    (
        Qualifier("approx", Literal("true", Datatype.BOOLEAN)),
        Qualifier("note", Literal("voters; and\nfriends\\kin")),
        Qualifier("share", Literal("12.0", Datatype.DECIMAL)),
    ),
    Status.CLAIM,
)
ALLY = Fact(PARTY, "alliance", Entity("Hill Party", Kind.PARTY, None, "Q2"), "prose", (quoted("It"),), "phrase:ally")
TABLE = facttable.table(Extraction(ARTICLE, (COUNT, ALLY, FOUNDED), ()))


def test_rows_stand_in_the_order_of_the_text() -> None:
    assert [row.predicate for row in TABLE] == ["founded", "alliance", "memberCount"]


def test_quote_is_exactly_the_characters_in_every_form() -> None:
    for form, delimiter in (("tsv", "\t"), ("csv", ",")):
        for row in csv.DictReader(io.StringIO(TABLE.write(form), newline=""), delimiter=delimiter):
            assert tuple(row) == COLUMNS
            assert TEXT[int(row["start"]) : int(row["end"])] == row["quote"]
    for record in json.loads(TABLE.write("json")):
        assert tuple(record) == COLUMNS
        assert TEXT[record["start"] : record["end"]] == record["quote"]


def test_a_year_stays_a_year_and_a_stated_approximation_is_said_once() -> None:
    founded, _, count = TABLE.rows
    assert (founded.object, count.object) == ("1931", "40")
    assert facttable.readable(Literal("1931", Datatype.YEAR, approximate=True)) == "1931~"
    assert dict(read_qualifiers(count.qualifiers))["approx"] == "1"


def test_qualifiers_come_back_from_their_column() -> None:
    assert read_qualifiers(TABLE.rows[2].qualifiers) == (
        ("approx", "1"),
        ("note", "voters; and\nfriends\\kin"),
        ("share", "12%"),
    )


@given(st.lists(st.tuples(st.from_regex(r"[a-z]+", fullmatch=True), st.text(max_size=9)), max_size=4))
def test_any_qualifiers_come_back(pairs: list[tuple[str, str]]) -> None:
    written = written_qualifiers([Qualifier(name, Literal(value)) for name, value in pairs])
    assert list(read_qualifiers(written)) == pairs


def test_qid_is_that_of_the_object_and_else_of_the_subject() -> None:
    assert [row.qid for row in TABLE] == ["Q1", "Q2", "Q1"]


def test_status_is_told() -> None:
    assert [row.status for row in TABLE] == ["asserted", "asserted", "claim"]


def test_notebook_shows_the_rows_escaped() -> None:
    shown = TABLE._repr_html_()
    assert "3 facts" in shown and "Hill Party" in shown
