"""Who holds an office no more, because the infobox has somebody else in it."""

import pytest
from telling import told

ELECTED = "Ann Lee became leader of the party in March 1971."


@pytest.mark.parametrize(
    ("rows", "qualifiers"),
    [
        ("- Leader: Bo Chan", "role=Leader;start=1971-03;current=0"),
        ("- Leader: Bo Chan\n- Chairperson: Ann Lee", "role=Leader;start=1971-03;current=0"),
        ("- Leader: Ann Lee", "role=Leader;start=1971-03"),
        ("- Chairperson: Ann Lee", "role=Leader;start=1971-03"),
        ("- Secretary General: Bo Chan", "role=Leader;start=1971-03"),
        ("- Ideology: Blue", "role=Leader;start=1971-03"),
    ],
)
def test_who_took_an_office_that_is_another_ones_today_has_lost_it(rows: str, qualifiers: str) -> None:
    assert told(ELECTED, "leader", rows) == [("Ann Lee", qualifiers, "asserted")]


@pytest.mark.parametrize("name", ["Ali Hassan Babar Khan", "A. H. Babar", "Ali Hasan Babar"])
def test_whoever_may_be_the_officer_under_another_spelling_is_no_past_one(name: str) -> None:
    text = "Ali Hasan Babar, the party's chairman, opposed it."
    assert told(text, "leader", f"- President: {name}") == [("Ali Hasan Babar", "role=Chairman", "asserted")]


def test_a_family_name_makes_nobody_the_officer() -> None:
    text = "Ann Lee, the party's chairman, opposed it."
    assert told(text, "leader", "- President: Bo Lee") == [("Ann Lee", "role=Chairman;current=0", "asserted")]


def test_a_new_leader_whom_the_infobox_does_not_have_is_not_sure() -> None:
    text = "The miners met in Tilbrook, with Ann Lee as its new leader."
    assert told(text, "leader", "- Leader: Bo Chan") == [("Ann Lee", "role=Leader", "candidate")]
    assert told(text, "leader", "- Leader: Ann Lee") == [("Ann Lee", "role=Leader", "asserted")]


@pytest.mark.parametrize(
    "text",
    ["The party's chairman is Ann Lee.", "Led by Ann Lee, the party has fourteen seats."],
)
def test_whoever_is_in_office_by_the_text_is_not_a_past_officer_by_the_infobox(text: str) -> None:
    assert [
        name for name, qualifiers, _ in told(text, "leader", "- Chairman: Bo Chan") if "current" in qualifiers
    ] == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("- Dissolved: 1990\n- Leader: Bo Chan", ("role=Leader", "candidate")),
        ("- Dissolved: 1990\n- Leader: Ann Lee", ("role=Leader;current=0", "asserted")),
        ("- Dissolved: 1990\n- Chairman: Bo Chan", ("role=Leader;current=0", "asserted")),
    ],
)
def test_a_title_that_another_had_to_the_end_of_the_party_may_be_a_loose_one(
    rows: str, expected: tuple[str, str]
) -> None:
    assert told("The Blue Party leader Ann Lee opposed it.", "leader", rows) == [("Ann Lee", *expected)]
