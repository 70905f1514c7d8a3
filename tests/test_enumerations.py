"""Lists in a sentence: whose members they are, and what only looks like one."""

from __future__ import annotations

import pytest
from telling import rows_of, told


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("It was founded by Ann Lee, Bo Chan and Tom Fox.", ["Ann Lee", "Bo Chan", "Tom Fox"]),
        ("It was founded by Ann Lee, a physician; Bo Chan, a lawyer; and Tom Fox.", ["Ann Lee", "Bo Chan", "Tom Fox"]),
        ("It was founded by Ann Lee; Bo Chan; and Tom Fox, a teacher.", ["Ann Lee", "Bo Chan", "Tom Fox"]),
        ("It was founded by Ann Lee, Bo Chan and another 26 people.", ["Ann Lee", "Bo Chan"]),
        (
            "Its founders included Ann Lee, a judge, who led it; the poet Bo Chan and Jan Roe, both deputies; "
            "Tom Fox, National Chairman; and Liv Berg, Cy Dorn and Eve Holm.",
            ["Ann Lee", "Bo Chan", "Jan Roe", "Tom Fox", "Liv Berg", "Cy Dorn", "Eve Holm"],
        ),
        ("It was founded by Ann Lee; Bo Chan, a lawyer, became its chairman; and Tom Fox, a poet.", ["Ann Lee"]),
        ("It was founded by Ann Lee, a physician; Bo Chan became its chairman.", ["Ann Lee"]),
        (
            "Its founders were Ann Lee and also Bo Chan, Tom Fox, Jan Roe and Liv Berg, who led it.",
            ["Ann Lee", "Bo Chan", "Tom Fox", "Jan Roe", "Liv Berg"],
        ),
        ("Its founders were Ann Lee and Bo Chan, Tom Fox, Jan Roe and Liv Berg left it.", ["Ann Lee", "Bo Chan"]),
        ("It was founded by Ann Lee, a physician; and Bo Chan became its chairman.", ["Ann Lee"]),
    ],
)
def test_persons_may_be_parted_by_semicolons(sentence: str, names: list[str]) -> None:
    assert [name for name, _, status in told(sentence, "founder") if status == "asserted"] == names


def test_two_with_a_comma_before_and_are_two_clauses_if_a_verb_follows() -> None:
    text = "It split from the Red Party, and the Green League was dissolved in 1990."
    assert [name for name, _, _ in told(text, "splitFrom")] == ["Red Party"]
    text = "It split from the Red Party and the Green League."
    assert [name for name, _, _ in told(text, "splitFrom")] == ["Red Party", "Green League"]


def test_who_was_something_is_the_last_of_several() -> None:
    text = "It was joined by Ann Lee and Bo Chan, who was elected to the Parliament for the Red Party."
    assert [row.split()[0] for row, _, _ in told(text, "elected")] == ["Parliament"]


def test_quotation_marks_hold_one_name() -> None:
    text = 'The roots of the party were in "Croatian Identity and Prosperity" (Hrvatski identitet), an association.'
    assert "Prosperity" not in [name for name, _, _ in told(text, "predecessor")]


def test_a_clause_about_a_person_ends_a_list() -> None:
    text = "Ann Lee founded it. In 1992 it concluded a coalition with the Red Party, and Lee, then a senator, stood."
    assert [name for name, _, _ in told(text, "alliance")] == ["Red Party"]


def test_both_are_the_last_two() -> None:
    text = "Three came: Ann Lee, a Liberal, Bo Chan and Tom Fox, both of the Red Party."
    members = [row.subject for row in rows_of(text, "member") if row.status == "asserted"]
    assert "Ann Lee" not in members


def test_initials_are_a_whole_name_before_whose_party_it_is() -> None:
    assert ("DPA", "asOf=1998", "asserted") in told(
        "In 1998 it stood in alliance with the DPA of Milo Lee.", "alliance"
    )


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("It was founded by the printers Ann Lee and Bo Chan, the poet Tom Fox and Eve Holm.", 4),
        ("It was founded by the printers Ann Lee and Bo Chan, the poet Tom Fox, and Eve Holm, a judge.", 4),
        ("It was founded by the printers Ann Lee and Bo Chan, the poet Tom Fox and others.", 3),
        ("It was founded by Ann Lee and Bo Chan, Tom Fox and Eve Holm led it.", 2),
        ("It was founded by the deputies Ann Lee, Bo Chan and Tom Fox.", 3),
    ],
)
def test_others_may_follow_upon_two_of_one_sort(sentence: str, names: int) -> None:
    found = [name for name, _, status in told(sentence, "founder") if status == "asserted"]
    assert found == ["Ann Lee", "Bo Chan", "Tom Fox", "Eve Holm"][:names]


def test_a_person_behind_a_period_has_it() -> None:
    text = "The party was led by Ann Lee from 2008 until 2014, and since 7 November 2014 Bo Chan has been its leader."
    assert [qualifiers for name, qualifiers, _ in told(text, "leader") if name == "Ann Lee"] == [
        "role=Leader;start=2008;end=2014"
    ]


@pytest.mark.parametrize(
    ("parts", "names"),
    [
        ("the Green League and Bo Chan's group", ["Green League"]),
        ("the Green League, the White Union and Bo Chan's group", ["Green League", "White Union"]),
        ("the Green League and Bo Chan's Red Party", ["Green League", "Red Party"]),
        ("the Green League and the Farmers' Party", ["Green League", "Farmers' Party"]),
    ],
)
def test_whose_something_is_belongs_to_no_list_of_bodies(parts: str, names: list[str]) -> None:
    assert [name for name, _, _ in told(f"It was founded as a merger of {parts}.", "mergedFrom")] == names
