"""What stays a candidate, since it is open what a date is the date of."""

from __future__ import annotations

import pytest
from telling import rows_of, told


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("After civil rule was restored in 1992 the party was formed by Ann Lee.", []),
        ("After the war, in 1992, the party was formed by Ann Lee.", [("1992", "", "asserted")]),
        ("In 1992 the party was formed by Ann Lee.", [("1992", "", "asserted")]),
    ],
)
def test_a_date_is_of_the_clause_that_it_stands_in(sentence: str, dates: list[tuple[str, str, str]]) -> None:
    assert [row for row in told(sentence, "founded") if row[2] == "asserted"] == dates


def test_a_match_that_begins_with_the_date_of_another_clause_is_not_sure() -> None:
    ((_, _, found),) = told("Following the passing of the law in 1948, a Red Women's Party was founded.", "founded")
    assert found == "candidate"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The party had over 500 members.", "candidate"),
        ("The party has over 500 members.", "asserted"),
        ("The party had over 500 members in 1990.", "asserted"),
    ],
)
def test_a_number_of_members_once_had_is_told_with_its_time(sentence: str, status: str) -> None:
    ((_, _, found),) = told(sentence, "memberCount")
    assert found == status


def test_an_end_that_another_follows_is_not_the_end() -> None:
    text = "The party remained in power until 1975 under Ann Lee, and until 1976 under Bo Chan."
    ((_, _, found),) = told(text, "governmentRole")
    assert found == "candidate"


@pytest.mark.parametrize("when", ["prior to the 1987 election", "before 1987", "after the 1987 election"])
def test_a_date_before_or_after_which_something_was_is_not_its_date(when: str) -> None:
    assert {status for _, _, status in told(f"It was founded {when}.", "founded")} == {"candidate"}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Like all other parties, it was banned after the coup of 31 December 1981.", "banned"),
        (
            "On 1 February 1949 it announced its joining of the Azure Front and was dissolved in a few months.",
            "dissolved",
        ),
        (
            "Repressed by the government, which arrested its leaders in April 1899, it disbanded that summer.",
            "dissolved",
        ),
        ("In 1985 it participated in the Azure Alliance, which was prohibited shortly after.", "banned"),
        ("From 1977 it used the name Azure Citizens' Association.", "formerName"),
    ],
)
def test_a_date_of_something_else_makes_a_candidate(text: str, predicate: str) -> None:
    assert {status for _, _, status in told(text, predicate)} == {"candidate"}


def test_an_event_before_which_something_was_leaves_its_date() -> None:
    text = "The Blue Party was a party in Ghana, founded by Ann Lee in 1945 shortly before the war."
    assert told(text, "founded") == [("1945", "", "asserted")]


@pytest.mark.parametrize(("title", "status"), [("Azure Action (2021)", "candidate"), ("Azure Action", "asserted")])
def test_a_title_with_a_year_is_told_apart_from_an_older_namesake(title: str, status: str) -> None:
    text = f"The {title} is a party in Ghana. It was founded in December 1990."
    assert told(text, "founded", title=title) == [("1990-12", "", status)]


def test_the_time_of_a_sentence_is_not_that_of_another_partys_foundation() -> None:
    text = "In the early 2010s it was overshadowed by the newly born Red Movement, founded by Bo Chan."
    assert "asserted" not in {status for _, _, status in told(text, "founded")}


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("The Azure Party, founded in 1859, descended from the Red League.", "predecessor"),
        ("The Azure Party was founded in 1859.", "founded"),
    ],
)
def test_a_title_of_place_and_year_is_told_apart_too(sentence: str, predicate: str) -> None:
    found = told(sentence, predicate, title="Azure Party (Ghana, 1989)")
    assert {status for _, _, status in found} == {"candidate"}


@pytest.mark.parametrize("before", ["the Red Party and the Green League", "the Green League"])
def test_brackets_date_the_last_of_several(before: str) -> None:
    rows = rows_of(f"In 1990 it lost to {before} (founded in 1988).", "founded")
    assert [(row.subject, row.object, row.status) for row in rows] == [("Green League", "1988", "asserted")]


def test_who_founds_a_party_is_told_of_before_the_verb() -> None:
    ((_, _, found),) = told("In 1927 Ann Lee, the later president, founded the Red Party.", "founded")
    assert found == "asserted"
