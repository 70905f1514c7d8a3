"""What may be passed over in a sentence, and what may not."""

from __future__ import annotations

import pytest
from telling import rows_of, told


@pytest.mark.parametrize(
    ("behind", "predicate", "names"),
    [
        ("of liberal outlook in Tilbrook, British Columbia, Canada", "region", ["British Columbia"]),
        ("at the municipal level in the Canadian city of Tilbrook", "country", ["Canada"]),
        ("of liberal outlook which Ann Lee founded in 1990", "founder", ["Ann Lee"]),
    ],
)
def test_the_views_of_a_party_stand_before_where_it_is(behind: str, predicate: str, names: list[str]) -> None:
    rows = told(f"The Blue Party is a political party {behind}.", predicate)
    assert [name for name, _, status in rows if status == "asserted"] == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The leader of the party, a baker by trade, Ann Lee went home.", ["Ann Lee"]),
        ("In September 2010, the leaders of the party, including Ann Lee, Bo Chan and Cy Dorn went home.", []),
    ],
)
def test_a_comma_within_a_list_ends_no_remark(sentence: str, names: list[str]) -> None:
    assert [name for name, _, _ in told(sentence, "leader")] == names


def test_an_aside_may_say_likewise() -> None:
    text = "The Red Party, likewise an offshoot of the CHP, merged into it on 4 May 1973."
    assert told(text, "mergedFrom") == [("Red Party", "year=1973-05-04", "asserted")]


def test_a_party_that_acts_is_no_aside() -> None:
    text = "Allied with the Red Party, the Blue Party emerged from the election of 1996 as the first, taking 33 seats."
    assert {row.subject for row in rows_of(text, "electionResult")} == {"Blue Party"}


@pytest.mark.parametrize(
    ("people", "dates"),
    [
        ("Members of the Red Party who opposed the merger", ["1990"]),
        ("Activists who wanted a green party", ["1990"]),
    ],
)
def test_what_tells_of_people_may_stand_before_their_verb(people: str, dates: list[str]) -> None:
    assert [date for date, _, _ in told(f"{people} founded it in 1990.", "founded")] == dates


@pytest.mark.parametrize(
    "aside",
    ["or BP", "commonly shortened to BP", "popularly the Blues", "disappointed by the vote"],
)
def test_another_name_may_stand_between_a_name_and_its_verb(aside: str) -> None:
    assert ("1990", "", "asserted") in told(f"The Blue Party, {aside}, was founded in 1990.", "founded")


def test_or_brings_in_no_name_where_it_goes_on_with_a_number() -> None:
    text = "At the 1990 election the Blue Party won 7,903 votes, or 20.9% of the total, and five seats."
    (row,) = rows_of(text, "electionResult")
    assert "share=20.9" in row.qualifiers


def test_an_apposition_says_what_a_party_is() -> None:
    text = "The Blue Party (BP), a Kenyan political party whose founder was Ann Lee, won three seats."
    assert told(text, "founder") == [("Ann Lee", "", "asserted")]
    text = "The Blue Party, a party of the centre-left, won three seats."
    assert told(text, "position") == [("Centre-left", "", "asserted")]


def test_what_a_party_was_before_it_was_one_is_not_what_it_is() -> None:
    assert told("The Blue Party, a pressure group and later party of the left, was set up in 1990.", "type") == []


@pytest.mark.parametrize(
    ("text", "founders"),
    [
        ("Ann Lee left in 1998 and founded the Blue Party (Reformation), which won three seats.", []),
        ("Ann Lee left in 1998 and founded the Blue Party (BP), which won three seats.", ["Ann Lee"]),
        ("The Blue Party (Azurblau) was founded by Ann Lee in 1998.", ["Ann Lee"]),
    ],
)
def test_no_bracket_that_tells_a_name_from_its_like_is_passed_over(text: str, founders: list[str]) -> None:
    assert [name for name, _, _ in told(text, "founder")] == founders


def test_a_remark_may_begin_with_an_adverb() -> None:
    text = "It was founded in 1991, shortly before the return of free elections, by Ann Lee."
    assert told(text, "founder") == [("Ann Lee", "", "asserted")]


@pytest.mark.parametrize(
    ("text", "founders"),
    [
        (
            "It was founded by two friends of Jan Roe, the mayor who had been shot: Ann Lee and Bo Chan.",
            ["Ann Lee", "Bo Chan"],
        ),
        ("Behind its foundation stood two men whose tongue was Azuri: Ann Lee and Bo Chan.", ["Ann Lee", "Bo Chan"]),
        ("It was founded by friends of Jan Roe, who had not been one of them: Ann Lee and Bo Chan.", []),
    ],
)
def test_a_remark_may_end_where_a_list_begins(text: str, founders: list[str]) -> None:
    assert [name for name, _, status in told(text, "founder") if status == "asserted"] == founders


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("The Blue Party, whose forerunner, the Azure League (AL), was dissolved in 1950, is liberal.", []),
        ("The Blue Party, whose forerunner was the Azure League, was dissolved in 1950.", ["1950"]),
        ("The Blue Party, whose leader was Ann Lee, the mayor of Walden, was dissolved in 1950.", ["1950"]),
    ],
)
def test_a_clause_goes_on_behind_a_name_that_is_set_beside_its_subject(sentence: str, dates: list[str]) -> None:
    assert [date for date, _, status in told(sentence, "dissolved") if status == "asserted"] == dates


@pytest.mark.parametrize(
    ("clause", "parties"),
    [
        ("that favoured union, the Azure League and the Green League", {"Azure League", "Green League"}),
        ("that favoured union, which was rare then", set()),
    ],
)
def test_the_names_of_bodies_stand_behind_what_is_told_of_them(clause: str, parties: set[str]) -> None:
    text = f"The Blue Party was founded as a merger of two parties {clause}."
    assert {name for name, _, _ in told(text, "mergedFrom")} == parties
