"""When a state was so: what stands behind a match, or what its sentence opens with."""

from __future__ import annotations

import pytest
from telling import told


def test_the_time_of_a_clause_beside_it_is_no_beginning() -> None:
    text = "It governed in 1979, when Ann Lee, its leader, was prime minister."
    assert told(text, "leader") == [("Ann Lee", "role=Leader;asOf=1979", "asserted")]


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("For the 1979 general election it joined the Red Alliance.", "election=1979 general election"),
        ("Between 1996 and 2000 it belonged to the Red Alliance.", "start=1996;end=2000"),
        ("Following the 1997 election it joined the Red Alliance.", "start=1997"),
        ("It belonged to the Red Alliance in 1995.", "asOf=1995"),
        ("In the early 1990s it belonged to the Red Alliance.", "current=0"),
        ("In 2024 it joined the Red Alliance, but left it in 2026.", "start=2024;end=2026"),
        ("In 2024 it joined the Red Alliance, but it left the coalition over taxes.", "start=2024;current=0"),
        ("It belongs to the Red Alliance.", ""),
        ("By 1984 it had formed a coalition with the Red Alliance.", "asOf=1984~"),
        ("In 2005 it ran together with the Red Alliance.", "asOf=2005"),
        ("In the 1994 election it won 9 seats and entered a coalition with the Red Alliance.", "start=1994"),
    ],
)
def test_an_alliance_has_the_time_of_its_sentence(text: str, qualifiers: str) -> None:
    assert told(text, "alliance") == [("Red Alliance", qualifiers, "asserted")]


def test_a_party_is_one_also_when_it_is_dominant_no_more() -> None:
    text = "The Blue Party was the dominant political party until the 1934 election."
    assert told(text, "type") == [("political party", "", "asserted")]


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("After the sudden death of Ann Lee in 1994 the leadership passed to Bo Chan.", "role=Leader"),
        ("After the death of Ann Lee the party was led by Bo Chan.", "role=Leader;current=0"),
        ("Before her the party was headed by Bo Chan.", "role=Leader;current=0"),
        ("She was succeeded by Bo Chan, who had been its secretary since 2013.", "role=Secretary;start=2013;current=0"),
        ("Bo Chan, its leader, left it for the Red Party in 1950.", "role=Leader;end=1950"),
    ],
)
def test_the_time_of_a_loss_or_of_a_departure_is_not_the_start(text: str, qualifiers: str) -> None:
    assert told(text, "leader") == [("Bo Chan", qualifiers, "asserted")]


def test_the_year_of_a_constitution_is_not_the_time_of_an_alliance() -> None:
    text = "Under the constitution of 1930 it was allied with the Red Party."
    assert told(text, "alliance") == [("Red Party", "current=0", "asserted")]


def test_the_year_of_an_opening_participle_is_not_the_time_of_what_follows() -> None:
    text = "Returned to legality in 1972, it joined the Azure Alliance."
    assert told(text, "alliance") == [("Azure Alliance", "", "candidate")]


def test_how_long_a_party_existed_says_nothing_of_its_views() -> None:
    text = "The Blue Party was a socialist political party in Ghana that existed from 1990 to 1999."
    assert told(text, "ideology") == [("Socialism", "", "asserted")]
    assert told(text, "type") == [("political party", "start=1990;end=1999", "asserted")]


def test_the_days_of_a_meeting_are_no_term() -> None:
    text = "From 10 to 12 June 1996 the party met in Tilbrook, where Ann Lee was chosen as its first president."
    assert all("end=" not in qualifiers for _, qualifiers, _ in told(text, "leader"))


def test_a_name_of_the_past_tells_of_no_view_of_the_past() -> None:
    text = "The Blue Party, known in the past as the Azure Party, is a liberal party in Ghana."
    assert told(text, "ideology") == [("Liberalism", "", "asserted")]
    assert told("In the past the Blue Party was a liberal party.", "ideology") == [
        ("Liberalism", "current=0", "asserted")
    ]


def test_what_a_party_is_now_is_not_of_the_past() -> None:
    text = "In the past, the party, which stands in the centre, has had much influence."
    assert told(text, "position") == [("Centre", "", "asserted")]


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("In 2016 it was a member of the Coalition 2016.", "asOf=2016"),
        ("On 5 May 2018, a week before the general election, it joined the Red Alliance.", "start=2018-05-05"),
    ],
)
def test_what_is_no_other_time_takes_none_away(text: str, qualifiers: str) -> None:
    assert [(row[1], row[2]) for row in told(text, "alliance") if row[2] == "asserted"] == [(qualifiers, "asserted")]


def test_how_long_others_existed_is_not_how_long_it_was_a_party() -> None:
    text = "The Blue Party was a political party in Ghana, reviving the Azures, who existed from 1833 to 1856."
    assert [found for _, found, _ in told(text, "type")] == [""]
