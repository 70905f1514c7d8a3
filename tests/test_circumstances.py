"""States get the time that their sentence gives, and are no facts where it gives none."""

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("It joined the Red Alliance.", "alliance"),
        ("In 1990 it fell out with the army, and then joined the Red Alliance.", "alliance"),
        ("It was in opposition, except between 2006 and 2010.", "governmentRole"),
        ("It became the largest party in Ghana.", "rank"),
    ],
)
def test_a_past_state_without_its_time_is_a_candidate(text: str, predicate: str) -> None:
    assert [status for _, _, status in told(text, predicate)] == ["candidate"]


def test_a_party_that_was_placed_so_is_so_no_more() -> None:
    assert told("It was the largest party in Ghana.", "rank") == [("largest party in Ghana", "current=0", "asserted")]


def test_who_leads_once_more_is_no_leader_of_the_past() -> None:
    text = "Ann Lee was once more chosen as leader of the party."
    assert all("current" not in qualifiers for _, qualifiers, _ in told(text, "leader"))


def test_nobody_takes_the_state_of_a_party_that_is_gone_for_todays() -> None:
    assert told("It joined the Red Alliance.", "alliance", "- Dissolved: 1999") == [
        ("Red Alliance", "current=0", "asserted")
    ]
    text = "It was dissolved in 1999. It joined the Red Alliance."
    assert told(text, "alliance") == [("Red Alliance", "current=0", "asserted")]


@pytest.mark.parametrize(
    ("rows", "qualifiers"),
    [
        ("- Leader: Bo Chan", "role=President;current=0"),
        ("- President: Bo Chan", "role=President;current=0"),
        ("- President: Ann Lee", "role=President"),
        ("- Secretary General: Bo Chan", "role=President"),
        ("- Ideology: Blue", "role=President"),
    ],
)
def test_whoever_held_an_office_that_is_another_ones_today_is_a_past_officer(rows: str, qualifiers: str) -> None:
    assert told("The party's president, Ann Lee, was arrested.", "leader", rows) == [
        ("Ann Lee", qualifiers, "asserted")
    ]


def test_an_officer_who_resigns_has_an_end() -> None:
    assert told("In 2006 its chairman, Ann Lee, resigned.", "leader") == [
        ("Ann Lee", "role=Chairman;end=2006", "asserted")
    ]


def test_a_date_tells_more_than_that_somebody_is_past() -> None:
    text = "The party's president, Ann Lee, was arrested. Ann Lee was its president from 1990 to 1999."
    assert told(text, "leader", "- President: Bo Chan") == [
        ("Ann Lee", "role=President;start=1990;end=1999", "asserted")
    ]


def test_who_was_a_member_in_his_youth_is_none() -> None:
    assert told("Ann Lee was herself a member of the party in her youth.", "member") == [
        ("Blue Party", "current=0", "asserted")
    ]


@pytest.mark.parametrize(
    ("sentence", "qualifiers"),
    [
        ("Its leader Ann Lee was elected to the Legislative Council in the 1925 elections.", "role=Leader;asOf=1925"),
        ("Its leader, Ann Lee, was born in 1925 in Riga.", "role=Leader"),
        ("Its leader Ann Lee won a seat in 1925 and lost it in 1930.", "role=Leader"),
        ("The Blue Party, led by Ann Lee, was banned in 1969.", "role=Leader"),
        ("In 2018 Ann Lee, once its secretary, launched another party.", "role=Secretary;current=0"),
    ],
)
def test_an_officer_is_one_at_the_time_of_the_deed(sentence: str, qualifiers: str) -> None:
    assert told(sentence, "leader") == [("Ann Lee", qualifiers, "asserted")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Its chairman, Bo Chan, and its secretary, Ann Lee, resigned in 2003.",
            {"Ann Lee": "2003", "Bo Chan": "2003"},
        ),
        ("Its chairman, Bo Chan, met its secretary, Ann Lee, who resigned in 2003.", {"Ann Lee": "2003"}),
    ],
)
def test_all_officers_who_left_have_left(sentence: str, expected: dict[str, str]) -> None:
    ends = {
        name: qualifiers.split("end=")[1] for name, qualifiers, _ in told(sentence, "leader") if "end=" in qualifiers
    }
    assert ends == expected


def test_what_a_party_was_part_of_at_an_untold_time_is_past() -> None:
    assert told("It was part of the Left Bloc.", "alliance") == [("Left Bloc", "current=0", "asserted")]
    assert told("It is part of the Left Bloc.", "alliance") == [("Left Bloc", "", "asserted")]


def test_what_a_party_was_a_member_of_at_an_untold_time_is_past() -> None:
    international = "affiliationInternational"
    assert told("It was a member of the Liberal International.", international) == [
        ("Liberal International", "current=0", "asserted")
    ]
    for text in ("It was admitted to the Liberal International.", "It has belonged to the Liberal International."):
        assert told(text, international) == [("Liberal International", "", "asserted")]


def test_who_lost_the_seat_sits_no_more() -> None:
    rows = told("Its only member of parliament, Ann Lee, lost her seat in 2009.", "member")
    assert [qualifiers for _, qualifiers, _ in rows] == ["office=Member of parliament;current=0"]


def test_who_had_been_a_member_until_something_is_none() -> None:
    text = "Bo Chan had been a member of the Red Party until its prohibition."
    assert told(text, "member") == [("Red Party", "current=0", "asserted")]


def test_what_somebody_had_once_been_is_not_his_office_here() -> None:
    text = "The congress made Ann Lee, a businesswoman who had once worked in Tilbrook, its chairman."
    assert told(text, "leader") == [("Ann Lee", "role=Chairman", "asserted")]


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("Ann Lee, the party's founding chairman, died at sea in 1971.", "role=Chairman;current=0"),
        ("Its chairman, Ann Lee, died in 1971.", "role=Chairman;end=1971"),
    ],
)
def test_who_led_it_at_first_need_not_have_done_so_until_death(text: str, qualifiers: str) -> None:
    assert told(text, "leader") == [("Ann Lee", qualifiers, "asserted")]


@pytest.mark.parametrize(
    "text",
    [
        "Dan Eck is its general secretary since Emil Falk left in 2012.",
        "Dan Eck became leader after Emil Falk was killed in 2012.",
        "Dan Eck was its leader when Emil Falk died in 2012.",
    ],
)
def test_somebody_else_s_departure_ends_no_office(text: str) -> None:
    assert "end=" not in "".join(qualifiers for name, qualifiers, _ in told(text, "leader") if name == "Dan Eck")


def test_who_led_it_at_first_need_not_lead_it_today() -> None:
    text = "At first the party was led by Ann Lee, a former judge."
    assert [found for _, found, _ in told(text, "leader")] == ["role=Leader;current=0"]


def test_a_retired_general_may_lead_a_party() -> None:
    text = "The party's chairman is Ann Lee, a retired general of the Azure Army."
    assert told(text, "leader") == [("Ann Lee", "role=Chairman", "asserted")]


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("It was the only legal party from 1966 to 1993.", "start=1966;end=1993"),
        ("It was declared the only legal party in May 1964.", "start=1964-05"),
        ("It was the only legal party.", ""),
    ],
)
def test_a_legal_standing_has_the_time_that_its_sentence_gives(text: str, qualifiers: str) -> None:
    assert told(text, "recognitionStatus") == [("only legal party", qualifiers, "asserted")]


@pytest.mark.parametrize(
    ("behind", "qualifiers"),
    [
        ("has been linked with the united left movement from the start", ""),
        ("has had ties with the combined left forces", ""),
        ("left the bloc in 2001", "end=2001"),
    ],
)
def test_nobody_goes_where_the_left_is_a_side(behind: str, qualifiers: str) -> None:
    text = f"The Blue Party is a party in Ghana. It belongs to the Azure Front and {behind}."
    assert ("Azure Front", qualifiers, "asserted") in told(text, "alliance")
