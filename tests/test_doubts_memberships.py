"""Who may be of another party no more."""

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ann Lee, who represented the Red Party, was born at sea.", "candidate"),
        ("Ann Lee, who represents the Red Party, was born at sea.", "asserted"),
        ("Ann Lee was a prominent member of the Red Party.", "candidate"),
        ("Ann Lee had been a member of the Red Party, and wrote a novel.", "asserted"),
        ("Ann Lee was a member of the Red Party from 1990 to 1999.", "asserted"),
        ("Jan Roe resigned in anger, and Ann Lee of the Red Party, a lawyer, was silent.", "candidate"),
        ("Ann Lee of the Red Party, a lawyer, opposed it.", "asserted"),
    ],
)
def test_what_was_once_so_of_another_party_is_not_sure(text: str, status: str) -> None:
    assert [row[2] for row in told(text, "member") if row[0] == "Red Party"] == [status]


def test_a_membership_of_the_party_itself_is_no_other() -> None:
    assert told("Ann Lee belonged to the party.", "member") == [("Blue Party", "current=0", "asserted")]


def test_a_name_that_goes_on_behind_an_aim_is_cut() -> None:
    cut = "It was founded by members of the Party for a Rule of Azure Law, which was small."
    assert {row[2] for row in told(cut, "member")} <= {"candidate"}


def test_all_of_several_members_are_told_of() -> None:
    text = "Its well-known members were the writer Ann Lee and the painter Bo Chan."
    assert [row[2] for row in told(text, "member")] == ["asserted", "asserted"]


def test_all_left_of_whom_a_sentence_begins() -> None:
    text = "In 1990 Ann Lee and the painter Bo Chan left the Red Party."
    assert {row[2] for row in told(text, "member")} == {"asserted"}


def test_a_secretary_of_state_has_a_charge() -> None:
    text = "Its leader is Ann Lee, a former secretary of state for culture."
    assert told(text, "member") == [("Blue Party", "office=Secretary of state for culture;current=0", "asserted")]
