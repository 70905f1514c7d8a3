"""What the evidence shows becomes rows of the tables: pages, redirects, names, places with their country, parties."""

from __future__ import annotations

from collections.abc import Mapping

from partygraph.linking import evidence, mappings, sssom, tables
from partygraph.linking.evidence import CONTEXTS

CONTEXT = {context.name: context for context in CONTEXTS}


def record(title: str, box: dict[str, str], stated: Mapping[str, object], qid: str = "") -> dict[str, object]:
    return {"title": title, "label": title, "qid": qid or "Q9", "infobox": box, "wikidata": stated}


def ideology(*pairs: tuple[str, list[str]]) -> list[dict[str, object]]:
    return [
        record(f"Party {number}", {"ideology": box}, {"political ideology (P1142)": values}, f"Q9{number}")
        for number, (box, values) in enumerate(pairs)
    ]


def names(records: list[dict[str, object]], context: str) -> dict[str, str]:
    counts = evidence.tally(records, {})
    found = evidence.resolve(CONTEXT[context], counts[context], {})
    return {row.subject_label: row.qid for row in mappings.name_rows([CONTEXT[context]], counts, found)}


def test_a_redirect_from_another_name_is_a_candidate_only() -> None:
    page = sssom.Row(
        "enwiki:Nationalism", "Nationalism", "ideology", "", sssom.EXACT, "wd:Q1", "nationalism", "x", "0.99", "t"
    )
    rows = mappings.redirect_rows(
        {"Anti-nationalism": "Nationalism", "nationalism politics": "Nationalism"}, {"Nationalism": page}
    )
    assert {row.subject_label: row.confidence for row in rows} == {
        "Anti-nationalism": "0.80",
        "Nationalism politics": "0.99",
    }


def test_a_shown_name_stands_for_a_page_only_if_it_always_does() -> None:
    liberal = ("[[Liberalism|Whiggism]]", ["liberalism (Q1)"])
    assert names(ideology(*[liberal] * 3), "ideology") == {"liberalism": "Q1", "whiggism": "Q1"}
    assert "whiggism" not in names(ideology(*[liberal] * 2), "ideology")
    assert "whiggism" not in names(ideology(*[liberal] * 3, ("[[Whigs|Whiggism]]", ["whigs (Q2)"])), "ideology")


def test_a_place_goes_by_its_name_with_its_country() -> None:
    def seat(country: str, number: int) -> dict[str, object]:
        stated = {"headquarters location (P159)": "Springfield (Q1)", "country (P17)": country}
        return record(f"P{number}", {"headquarters": "[[Springfield]]"}, stated, f"Q9{number}")

    counts = evidence.tally([seat("Ruritania (Q20)", 1)], {})
    found = evidence.resolve(CONTEXT["headquarters"], counts["headquarters"], {})
    (row,) = mappings.name_rows([CONTEXT["headquarters"]], counts, found)
    assert row.other == "country=Q20"
    assert names([seat("Ruritania (Q20)", 1), seat("Graustark (Q21)", 2)], "headquarters") == {}


def test_a_seat_that_no_infobox_links_to_goes_by_its_name_with_the_country_of_its_parties() -> None:
    def seat(number: int, place: str, country: str) -> dict[str, object]:
        stated = {"headquarters location (P159)": place, "country (P17)": country}
        return record(f"P{number}", {}, stated, f"Q9{number}")

    one, abroad = seat(1, "Strelsau (Q1)", "Ruritania (Q20)"), seat(2, "Strelsau (Q1)", "Graustark (Q21)")
    counts = evidence.tally([one], {})
    (row,) = mappings.name_rows([CONTEXT["headquarters"]], counts, ())
    assert (row.subject_label, row.qid, row.pairs, row.confidence) == ("strelsau", "Q1", {"country": "Q20"}, "0.96")
    assert names([one, abroad], "headquarters") == {}
    assert names([one, seat(3, "Strelsau (Q3)", "Ruritania (Q20)")], "headquarters") == {}


def test_a_page_on_which_contexts_disagree_is_left_out() -> None:
    rows = [
        evidence.Found("ideology", "Islam", "Q1", "Islam", 3, 3, True),
        evidence.Found("religion", "Islam", "Q2", "Islam", 3, 3, True),
        evidence.Found("religion", "Christianity", "Q3", "Christianity", 3, 3, True),
    ]
    assert [row.subject_label for row in mappings.page_rows(rows)] == ["Christianity"]


def test_party_rows_carry_country_and_year() -> None:
    stated = {"country (P17)": ["A (Q1)", "B (Q2)"], "inception (P571)": "+1990-00-00T00:00:00Z"}
    (row,) = mappings.party_rows([record("Harbour Party", {}, stated, "Q101")])
    assert tables.row_key(row) == tables.page_key("Harbour Party")
    assert row.pairs == {"country": "Q1+Q2", "inception": "1990"}
