"""A party's name with what is said of it in front."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    "name",
    [
        "the ruling Red Party",
        "the then ruling Red Party",
        "the then-ruling Red Party",
        "the larger, centre-right Red Party",
        "a newly formed Red Party",
        "the national Red Party",
        "Ann Lee's Red Party",
        "its former ally, the Red Party",
        "its ally Red Party",
    ],
)
def test_a_party_is_found_behind_what_it_is_called(name: str) -> None:
    ((target, _, status),) = told(f"In 2001 the Blue Party merged into {name}.", "mergedInto")
    assert (target, status) == ("Red Party", "asserted")


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2001 the Blue Party merged into a group led by the Red Party.",
        "In 2001 the Blue Party merged into some wing of the Red Party.",
        "In 2001 the Blue Party merged into what the Red Party had left.",
    ],
)
def test_other_words_lead_to_no_party(sentence: str) -> None:
    assert not told(sentence, "mergedInto")


def test_the_articles_own_name_is_left_alone() -> None:
    assert not told("In 2001 the new Blue Party merged into the ruling Blue Party.", "mergedInto")


def test_a_federal_member_is_no_federal_party() -> None:
    assert not told("Tom Fox, a former federal MP, opposed it.", "scope")


def test_the_congress_of_a_country_is_no_party_of_its_level() -> None:
    assert not told("It won one seat in the national Congress.", "scope")
    assert told("It left the national Congress Party.", "scope") == [("national", "", "asserted")]


@pytest.mark.parametrize("holder", ["Ann Lee's", "Prime Minister Ann Lee's", "former minister Ann Lee's"])
def test_the_office_of_its_holder_leads_to_a_party(holder: str) -> None:
    text = f"It was founded as a merger of {holder} Azure Party and the Red Front."
    assert {name for name, _, _ in told(text, "mergedFrom")} == {"Azure Party", "Red Front"}
