"""What ordinal claims count: ranks, firsts, groups of people, deeds and what a symbol shows."""

from __future__ import annotations

import pytest

from partygraph.extraction.prose import mentions
from partygraph.extraction.prose.annotators.feats import heavy
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Kind, View


def read(text: str) -> Lattice:
    return mentions.read(View.verbatim(text, 0), Registry.of(Entity("Blue Party", Kind.PARTY)))


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("It is the third-largest party in Ghana.", "ranking", {"third-largest party in Ghana"}),
        ("It is the largest in Ghana.", "ranking", {"largest in Ghana"}),
        ("It is the second largest party.", "ranking", {"second largest party"}),
        ("It is the single largest party.", "ranking", {"single largest party"}),
        ("It is the largest.", "ranking", set()),
        ("It is a largest party.", "ranking", set()),
        ("It was the first party in Ghana to meet, and grew.", "first-party", {"party in Ghana to meet"}),
        ("It was the first green party to win.", "first-party", {"green party to win"}),
        ("It was the first Ghanaian party.", "first-party", {"Ghanaian party"}),
        ("It was the first green party.", "first-party", set()),
        ("It was the first of the party to win.", "first-party", set()),
        ("It was a first party to win.", "first-party", set()),
        ("A Red Party member won.", "member-group", {"Red Party members"}),
        ("A Red Party candidate won.", "candidate-group", {"Red Party candidates"}),
        ("A Red Party candidate won.", "member-group", set()),
        ("A Red Party hall won.", "candidate-group", set()),
        ("Its symbol is a blue rose.", "thing", {"blue rose"}),
        ("Its emblem, drawn by Lee, was the rose.", "thing", {"rose"}),
        ("Its colour is a blue rose.", "thing", set()),
        ("Its symbol is a very long snake.", "thing", set()),
        ("Its symbol is a big old blue garden rose.", "thing", set()),
        ("The Red Party collected 5000 signatures.", "did", {"collected"}),
        ("The Red Party could collect 5000 signatures.", "did", set()),
        ("The Red Party planned 5000 houses.", "did", set()),
        ("Ann Lee collected 5000 signatures.", "did", set()),
    ],
)
def test_a_feat_is_read_in_the_words_of_the_text(text: str, kind: str, names: set[str]) -> None:
    assert {mention.name for mention in read(text).mentions() if mention.kind == kind} == names


@pytest.mark.parametrize(
    ("behind", "parts"),
    [
        (
            "a state legislative office running solely as a nominee for the Red Party.",
            {"office": "State legislative office", "line": "Red Party"},
        ),
        ("a state legislative office running as a nominee for the Red Party.", {"office": "State legislative office"}),
        ("a prize.", {}),
    ],
)
def test_who_wins_an_office_may_do_so_on_one_line_alone(behind: str, parts: dict[str, str]) -> None:
    found = [mention for mention in read(f"She was the second to win {behind}").mentions() if mention.kind == "winning"]
    assert {key: part.name for mention in found for key, part in mention.parts} == parts


def test_what_denies_plans_or_hedges_is_heavy() -> None:
    assert {"not", "planned"} <= heavy()
    assert heavy().isdisjoint({"collected", "won"})
