"""Where the words around a match take a statement from the party, or from whoever is named."""

from __future__ import annotations

import pytest
from telling import facts_of, told

from partygraph.model import Entity, Fact, Literal


def said(fact: Fact, qualifier: str) -> str | None:
    value = fact.qualifier(qualifier)
    return value.lexical if isinstance(value, Literal) else None


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
    assert facts_of(sentence, "leader") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lee was leader of the party from 1990 to 1994.",
        "Ann Lee became leader of the party in 1990.",
        "Its general secretary is Ann Lee.",
    ],
)
def test_a_title_of_the_party_is(sentence: str) -> None:
    assert len(facts_of(sentence, "leader")) == 1


def test_who_won_for_another_party_is_not_elected_for_this_one() -> None:
    assert facts_of("Its former chairman Ann Lee was later elected to the Senate for the Red Party.", "elected") == []
    assert len(facts_of("The party's Ann Lee was elected to the Senate in 1990.", "elected")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2007 Ann Lee was elected to the National Assembly as an independent candidate.",
        "In 2007 former party secretary Ann Lee was elected to the National Assembly.",
        "In 2007 Ann Lee was elected to the National Assembly for the Red Party.",
        "In 2007 Ann Lee was elected to the National Assembly under the Green League.",
    ],
)
def test_nobody_is_elected_for_the_party_who_stood_for_another_or_for_none(sentence: str) -> None:
    assert all(fact.qualifier("implied") is None for fact in facts_of(sentence, "elected"))


def test_an_office_is_read_to_its_end() -> None:
    assert facts_of("Since 2010 its leader, Ann Lee, has served as deputy chief minister.", "member") == []
    text = "Ann Lee, a member of the party, was made Minister for Farming, Stock and Fisheries in 1990."
    offices = [
        office.name for fact in facts_of(text, "member") if isinstance(office := fact.qualifier("office"), Entity)
    ]
    assert offices == ["Minister for Farming, Stock and Fisheries"]


def test_a_time_that_ends_an_apposition_is_none_of_an_office() -> None:
    text = "Ann Lee, a member of parliament since 2007, was its honorary chairman."
    assert told(text, "leader") == [("Ann Lee", "role=Honorary chairman", "asserted")]


def test_an_office_that_begins_like_a_membership_is_none() -> None:
    assert told("Bo Chan is its deputy leader.", "member") == []
    assert told("In 1995 the party formed an alliance with Azul and Verde, known as AV, and won.", "abbreviation") == []


@pytest.mark.parametrize(
    ("sentence", "offices"),
    [
        ("Ann Lee was its president, Bo Chan its secretary.", {("Ann Lee", "President")}),
        ("Its president, Bo Chan, opposed it.", {("Bo Chan", "President")}),
        ("Its president, Ann Lee, its secretary, Bo Chan, and others opposed it.", {("Ann Lee", "President")}),
    ],
)
def test_an_office_between_two_names_is_of_the_one_that_has_no_other(
    sentence: str, offices: set[tuple[str, str]]
) -> None:
    told_of = {
        (fact.object.name, said(fact, "role"))
        for fact in facts_of(sentence, "leader")
        if isinstance(fact.object, Entity)
    }
    assert told_of == offices
