"""An item is the one that is meant only if more than its name says so, and no other is near."""

from __future__ import annotations

import pytest

from partygraph.linking.items import YEAR, Item, Statement, Value
from partygraph.linking.reconciliation import Query, answer, reconcile

PARTY = frozenset({"Q7278"})
RURITANIA = frozenset({"Q20"})


def item(
    qid: str,
    label: str = "Liberal Party",
    year: str = "1950",
    country: str = "Q20",
    kind: str = "Q7278",
    title: str | None = None,
) -> Item:
    stated = [Statement("P31", Value("item", kind)), Statement("P17", Value("item", country))]
    if year:
        stated.append(Statement("P571", Value("time", year, precision=YEAR)))
    return Item(qid, label, title, tuple(stated), (label, "LP"))


def query(name: str = "Liberal Party", years: tuple[int, ...] = (1950,), **more: frozenset[str]) -> Query:
    return Query((name,), **{"types": PARTY, "countries": RURITANIA, **more}, years=frozenset(years))


def matched(query: Query, *items: Item) -> str | None:
    return next((candidate.item.qid for candidate in reconcile(query, items) if candidate.match), None)


def test_name_type_country_and_year_match() -> None:
    assert matched(query(), item("Q1"), item("Q2", country="Q21"), item("Q3", year="1890")) == "Q1"


@pytest.mark.parametrize(
    "other",
    [
        query(years=()),
        query(countries=frozenset()),
        query(countries=frozenset({"Q21"})),
        query(years=(1890,)),
        query(types=frozenset({"Q5"})),
        Query(("Liberal Party",)),
        query(name="Conservative Party"),
    ],
)
def test_less_does_not_match(other: Query) -> None:
    assert matched(other, item("Q1")) is None


def test_two_that_are_alike_match_neither() -> None:
    assert matched(query(), item("Q1"), item("Q2")) is None


def test_a_neighbouring_year_is_enough_for_one_alone() -> None:
    assert matched(query(years=(1951,)), item("Q1")) == "Q1"
    assert matched(query(years=(1952,)), item("Q1")) is None


def test_statements_in_common_add_to_the_score() -> None:
    ideology = Statement("P1142", Value("item", "Q3"))
    plain = item("Q1", label="Liberals")
    known = Item("Q1", "Liberals", None, (*plain.statements, ideology), plain.names)
    wanted = query(name="LP", values=frozenset({"Q3"}))
    assert reconcile(wanted, [known])[0].score > reconcile(wanted, [plain])[0].score


def test_the_score_is_the_sum_of_its_features() -> None:
    (candidate,) = reconcile(query(), [item("Q1")])
    assert {feature.name for feature in candidate.features} == {"name", "type", "country", "founding year"}
    assert candidate.score == pytest.approx(sum(feature.score for feature in candidate.features))


def test_the_order_of_the_items_does_not_count() -> None:
    items = [item("Q1"), item("Q2", country="Q21"), item("Q3", year="1890"), item("Q4", label="LP")]
    assert reconcile(query(), items) == reconcile(query(), items[::-1])


def test_the_title_of_the_page_is_a_name() -> None:
    assert matched(query(name="Dune Party"), item("Q1", label="Dunes", title="Dune Party (Ruritania)")) == "Q1"


def test_an_answer_has_the_form_of_the_reconciliation_api() -> None:
    (candidate,) = reconcile(query(), [item("Q1")])
    given = answer(candidate)
    assert {"id", "name", "score", "match", "type", "features"} == given.keys()
    assert (given["id"], given["score"], given["match"]) == ("Q1", 100.0, True)
    assert {"id": "country", "value": 20.0} in given["features"]  # type: ignore[operator]
