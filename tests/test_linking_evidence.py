"""Tables are built from what infoboxes link to beside what Wikidata states of the same parties; labels mislead."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from partygraph.linking import evidence, keys
from partygraph.linking.evidence import CONTEXTS

CONTEXT = {context.name: context for context in CONTEXTS}


def record(title: str, box: dict[str, str], stated: Mapping[str, object], qid: str = "") -> dict[str, object]:
    return {"title": title, "label": title, "qid": qid or "Q9", "infobox": box, "wikidata": stated}


def ideology(*pairs: tuple[str, list[str]]) -> list[dict[str, object]]:
    return [
        record(f"Party {number}", {"ideology": box}, {"political ideology (P1142)": values}, f"Q9{number}")
        for number, (box, values) in enumerate(pairs)
    ]


def resolved(records: list[dict[str, object]], context: str = "ideology") -> dict[str, str]:
    counts = evidence.tally(records, {})
    return {row.page: row.qid for row in evidence.resolve(CONTEXT[context], counts[context], {})}


def test_a_page_is_the_item_of_its_name_in_the_same_party() -> None:
    assert resolved(ideology(("[[Liberalism]]", ["liberalism (Q1)", "socialism (Q2)"]))) == {"Liberalism": "Q1"}


def test_an_item_of_the_same_name_that_no_such_party_has_is_not_taken() -> None:
    records = ideology(("[[Centrism]]", ["liberalism (Q1)"]), ("[[Liberalism]]", ["centrism (Q2)"]))
    assert resolved(records) == {}


def test_of_two_items_with_one_name_the_clearly_commoner_is_taken() -> None:
    one, other = ("[[Centrism]]", ["centrism (Q1)"]), ("[[Centrism]]", ["centrism (Q2)"])
    assert resolved(ideology(*[one] * 4, other)) == {"Centrism": "Q1"}
    assert resolved(ideology(*[one] * 2, other)) == {}


def test_a_rare_namesake_is_not_taken() -> None:
    records = ideology(
        *[("[[Far-right politics]]", ["right-wing extremism (Q1)"])] * 20,
        ("[[Far-right politics]]", ["far-right (Q2)"]),
    )
    assert resolved(records) == {"Far-right politics": "Q1"}


def test_another_name_needs_many_parties_and_an_item_that_is_free() -> None:
    pristina = ("[[Pristina]]", ["Prishtina (Q1)"])
    records = [
        record(f"P{n}", {"headquarters": box}, {"headquarters location (P159)": values}, f"Q9{n}")
        for n, (box, values) in enumerate([pristina] * 4)
    ]
    assert resolved(records, "headquarters") == {"Pristina": "Q1"}
    assert resolved(records[:3], "headquarters") == {}
    taken = record("T", {"headquarters": "[[Prishtina]]"}, {"headquarters location (P159)": ["Prishtina (Q1)"]}, "Q99")
    assert resolved([*records, taken], "headquarters") == {"Prishtina": "Q1"}


def test_citations_and_files_are_no_values() -> None:
    cited = "<ref>{{cite web|publisher=[[BBC News]]}}</ref> [[File:x.svg]] {{cite news|work=[[The Guardian]]}}"
    text = f"[[Liberalism]]{cited}"
    assert evidence.links(text, {}) == (("Liberalism", "Liberalism"),)


def test_redirects_are_followed() -> None:
    assert evidence.links("[[centre-right|Right of centre]]", {"Centre-right": "Centre-right politics"}) == (
        ("Centre-right politics", "Right of centre"),
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Center-left politics", "centre-left", True),
        ("Marxism–Leninism", "Marxism-Leninism", True),
        ("Regionalism (politics)", "regionalism", True),
        ("Labor Zionism", "Labour Zionism", True),
        ("Left-wing politics", "Far-left politics", False),
        ("Progressivism in the United States", "Progressivism", False),
    ],
)
def test_keys_of_concepts(one: str, other: str, same: bool) -> None:
    assert (keys.concept(one) == keys.concept(other)) is same
