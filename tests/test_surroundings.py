"""What stands around a match and narrows its facts, or takes them from the party."""

from __future__ import annotations

import pytest

from partygraph import readers
from partygraph.extraction import extract
from partygraph.model import Fact, Literal


def facts(sentence: str, predicate: str) -> list[Fact]:
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{sentence}\n")
    return [fact for fact in extract(article).facts if fact.source == "prose" and fact.predicate == predicate]


def said(fact: Fact, qualifier: str) -> str | None:
    value = fact.qualifier(qualifier)
    return value.lexical if isinstance(value, Literal) else None


@pytest.mark.parametrize(
    ("sentence", "area"),
    [
        ("In the 2009 local elections it won four seats in Tilbrook.", "Tilbrook"),
        ("In 2005 it won 8.1% of the vote in Osijek.", "Osijek"),
        ("In 2005 it won 8.1% of the vote in Ghana.", None),
        ("In 2005 it won 8.1% of the vote.", None),
        ("In the 1990 election it won two seats in the National Assembly.", None),
    ],
)
def test_a_result_is_of_the_area_that_is_named_beside_it(sentence: str, area: str | None) -> None:
    (fact,) = facts(sentence, "electionResult")
    assert said(fact, "area") == area


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("It is an observer member of the Socialist International.", "observer"),
        ("It is a consultative member of the Socialist International.", "consultative"),
        ("It is a member of the Socialist International.", None),
    ],
)
def test_a_member_that_only_observes_is_none_of_full_right(sentence: str, status: str | None) -> None:
    (fact,) = facts(sentence, "affiliationInternational")
    assert said(fact, "status") == status


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lee was its Secretary of State for Wales from 1990 to 1994.",
        "Its members elected Ann Lee leader of the parliamentary group in 2001.",
        "Ann Lee was the leader of the party's parliamentary group.",
        "The chairman of the finance committee, Ann Lee, left in 1990.",
    ],
)
def test_a_title_that_goes_on_is_not_the_partys(sentence: str) -> None:
    assert facts(sentence, "leader") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lee was leader of the party from 1990 to 1994.",
        "Ann Lee became leader of the party in 1990.",
        "Its general secretary is Ann Lee.",
    ],
)
def test_a_title_of_the_party_is(sentence: str) -> None:
    assert len(facts(sentence, "leader")) == 1


def test_who_won_for_another_party_is_not_elected_for_this_one() -> None:
    assert facts("Its former chairman Ann Lee was later elected to the Senate for the Red Party.", "elected") == []
    assert len(facts("The party's Ann Lee was elected to the Senate in 1990.", "elected")) == 1
