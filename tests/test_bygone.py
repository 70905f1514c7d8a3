"""Who holds an office or is a member no more, by the tense or because the party is gone."""

import pytest
from telling import rows_of, told

LAND = "The Blue Party is a political party in Ghana."
GONE = "The Blue Party was a political party in Ghana."


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("Its leader was Ann Lee.", "role=Leader;current=0"),
        ("The party was led by Ann Lee.", "role=Leader;current=0"),
        ("The party is led by Ann Lee.", "role=Leader"),
        ("In 1990 its leader was Ann Lee.", "role=Leader;asOf=1990"),
    ],
)
def test_an_office_told_in_the_past_is_a_past_one(text: str, qualifiers: str) -> None:
    assert told(f"{LAND} {text}", "leader") == [("Ann Lee", qualifiers, "asserted")]


def test_whom_the_infobox_has_in_office_may_have_it_still() -> None:
    rows = told(f"{LAND} Its leader was Ann Lee.", "leader", "- Leader: Ann Lee")
    assert rows == [("Ann Lee", "role=Leader", "asserted")]


def test_with_a_party_its_offices_and_memberships_end() -> None:
    assert told(f"{GONE} Its leader Ann Lee was shot at.", "leader") == [
        ("Ann Lee", "role=Leader;current=0", "asserted")
    ]
    text = f"{GONE} Ann Lee, a leading member of the party, wrote a novel."
    assert told(text, "member") == [("Blue Party", "current=0", "asserted")]


def test_whether_a_member_had_a_public_office_for_the_party_no_tense_tells() -> None:
    text = f"{GONE} The party was founded by Ann Lee. Lee was minister of finance."
    assert [row.qualifiers for row in rows_of(text, "member")] == ["office=Minister of finance"]


@pytest.mark.parametrize(
    ("text", "qualifiers", "status"),
    [
        ("It left the Red Party, led by Ann Lee.", "role=Leader;current=0", "asserted"),
        ("It merged in 1990 with the Red Party, led by Ann Lee.", "role=Leader;asOf=1990", "asserted"),
        ("It merged with the Red Party, headed by Ann Lee, in July 1990.", "role=Leader;asOf=1990-07", "asserted"),
        ("It merged with the Red Party (founded in 1970), led by Ann Lee.", "role=Leader;current=0", "asserted"),
        ("It was founded in 2009, and fought the Red Party, led by Ann Lee.", "role=Leader;current=0", "asserted"),
        ("It opposes the Red Party, led by Ann Lee, which left it in 1990.", "role=Leader", "candidate"),
        ("It left the Red Party, later led by Ann Lee.", "role=Leader", "candidate"),
        ("It opposes the Red Party, which is led by Ann Lee.", "role=Leader", "asserted"),
        ("It is small, opposed the Red Party, led by Ann Lee, and has no members.", "role=Leader", "candidate"),
    ],
)
def test_when_somebody_led_another_party_its_sentence_tells(text: str, qualifiers: str, status: str) -> None:
    assert told(f"{LAND} {text}", "leader") == [("Ann Lee", qualifiers, status)]


@pytest.mark.parametrize(
    ("text", "qualifiers", "status"),
    [
        ("Blue Party leader Ann Lee opposes it.", "role=Leader", "asserted"),
        ("In 1990 Blue Party leader Ann Lee opposed it.", "role=Leader;asOf=1990", "asserted"),
        ("Blue Party leader Ann Lee opposed it.", "role=Leader", "candidate"),
    ],
)
def test_when_somebody_had_a_title_its_sentence_tells(text: str, qualifiers: str, status: str) -> None:
    assert told(f"{LAND} {text}", "leader") == [("Ann Lee", qualifiers, status)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("In 1990 it lost to Ann Lee (Red Party).", [("Red Party", "asOf=1990", "asserted")]),
        ("It lost to Ann Lee (Red Party).", [("Red Party", "", "candidate")]),
        ("In 1990 Red Party MPs, among them Ann Lee, opposed it.", [("Red Party", "asOf=1990", "asserted")]),
    ],
)
def test_when_somebody_was_of_another_party_its_sentence_tells(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert told(f"{LAND} {text}", "member") == rows


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The congress elected Ann Lee as chairman of the party and Bo Chan as its treasurer.", "candidate"),
        ("In 1990 the congress elected Ann Lee as chairman of the party and Bo Chan as its treasurer.", "asserted"),
    ],
)
def test_who_were_elected_at_some_time_may_be_in_office_no_more(text: str, status: str) -> None:
    assert {found for _, _, found in told(f"{LAND} {text}", "leader")} == {status}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            f"{GONE} Ann Lee was elected as its first chair and has held the office to this day.",
            ("role=Chair", "asserted"),
        ),
        (
            f"{GONE} Ann Lee was elected as its first chair and held the office for a week.",
            ("role=Chair;current=0", "asserted"),
        ),
        (
            f"{GONE} Ann Lee was elected as its first chair, and Bo Chan has held the office ever since.",
            ("role=Chair;current=0", "asserted"),
        ),
    ],
)
def test_an_office_that_is_kept_to_this_day_is_no_past_one(text: str, rows: tuple[str, str]) -> None:
    assert [row[1:] for row in told(text, "leader") if row[0] == "Ann Lee"] == [rows]


@pytest.mark.parametrize(
    ("text", "qualifiers", "status"),
    [
        ("It quarrelled with Ann Lee, the leader of the Red Party, about it.", "role=Leader", "candidate"),
        (
            "In 1990 it quarrelled with Ann Lee, the leader of the Red Party, about it.",
            "role=Leader;asOf=1990",
            "asserted",
        ),
        ("It quarrelled with the Red Party, led by Ann Lee.", "role=Leader;current=0", "asserted"),
    ],
)
def test_an_office_beside_a_name_has_no_tense(text: str, qualifiers: str, status: str) -> None:
    assert told(f"{LAND} {text}", "leader") == [("Ann Lee", qualifiers, status)]


@pytest.mark.parametrize(
    ("verb", "qualifiers"), [("was active from 1990 to 1994", "role=Leader;current=0"), ("had friends", "role=Leader")]
)
def test_who_led_a_party_that_was_active_once_leads_it_no_more(verb: str, qualifiers: str) -> None:
    text = f"The Blue Party {verb}. Led by Ann Lee and Bo Chan, it published a newspaper."
    assert {found for _, found, _ in told(text, "leader")} == {qualifiers}
