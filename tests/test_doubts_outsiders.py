"""Who led another party than the article's, or was of it, and which party that is."""

import pytest
from telling import rows_of


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In 1990 it was joined by dissidents from the Red Party, led by Ann Lee.", "candidate"),
        ("In 1990 it split from the Red Party, led by Ann Lee.", "asserted"),
        ("In 1990 it formed a coalition with the Red Party, led by Ann Lee.", "candidate"),
        ("In 1990 it lost to the Red Party, led by Ann Lee.", "asserted"),
        ("In 1990 it lost to the Red Front of Ghana (Masal), led by Ann Lee.", "candidate"),
        ("In 1990 it lost to the Red Party, led by Ann Lee, Bo Chan and Cy Dee.", "candidate"),
        ("In 1990 it lost to the Red Party, led by the Green Guard.", "candidate"),
        ("In 1990 it was ousted by the Red Party under Ann Lee.", "asserted"),
        ("In 1990 it was ousted by the Red Party under President Ann Lee.", "candidate"),
        ("In 1990 it was of the coalition against the Red Party under Ann Lee.", "candidate"),
        ("In 1990 it broke away from the Red Party under Ann Lee.", "candidate"),
        ("In 1990 a moderate split from the Red Party was led by Ann Lee.", "candidate"),
        ("In 1990 it formed a coalition with the Red Party (led by Ann Lee).", "asserted"),
        (
            "It arose through a merger of the Red Party, led by Ann Lee, and the Green League, led by Bo Chan.",
            "asserted",
        ),
        ("It came of a merger of the Green League, led by Bo Chan, and the Red Party, led by Ann Lee.", "asserted"),
        ("It came of a merger of the Green League and the Red Party, led by Ann Lee.", "candidate"),
        ("In 1990 it lost to Ann Lee, a leader of the Red Party.", "candidate"),
        ("In 1990 it lost to Ann Lee, the leader of the Red Party.", "asserted"),
    ],
)
def test_who_led_another_party(text: str, status: str) -> None:
    rows = [row.status for row in rows_of(text, "leader") if row.subject.startswith("Red")]
    assert set(rows) <= {status}
    assert (status == "asserted") == bool("asserted" in rows)


def test_a_former_leader_is_the_one_named_there() -> None:
    text = "Ann Lee was removed by the board, and Bo Chan, a former leader of the Red Party, took her place."
    asserted = [row.object for row in rows_of(text, "leader") if row.status == "asserted"]
    assert asserted in ([], ["Bo Chan"])


def test_a_noun_is_no_name_of_a_party() -> None:
    text = "It was joined by Ann Lee, formerly of the Club."
    assert [row.status for row in rows_of(text, "member") if row.status == "asserted"] == []


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Ann Lee joined the Red Party coalition in 1990.", ["candidate"]),
        ("Ann Lee joined the Red Party in 1990.", ["asserted"]),
    ],
)
def test_a_coalition_has_parties_as_members(text: str, statuses: list[str]) -> None:
    assert [row.status for row in rows_of(text, "member")] in (statuses, [])


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Blue Party activist Ann Lee opposes it.", {"asserted"}),
        ("It left the Green Union. The party activist Ann Lee opposes it.", {"candidate"}),
        ("In 1990 it lost to Ann Lee (Red Party).", {"asserted"}),
        ("In 1990 it lost to Ann Lee (RPG).", {"candidate"}),
    ],
)
def test_of_which_party_somebody_is_a_name_tells(text: str, statuses: set[str]) -> None:
    text = f"The Blue Party is a political party in Ghana. {text}"
    assert {row.status for row in rows_of(text, "member")} in (statuses, set())


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("It joined the Red Party, which Ann Lee had founded.", {"asserted"}),
        ("Ann Lee spoke for the Red Party, which had founded a newspaper.", set()),
        ("Ann Lee was in the Red Party, which founded the Green Union.", {"candidate"}),
    ],
)
def test_what_a_party_does_itself_is_no_deed_of_somebody_named_before(text: str, statuses: set[str]) -> None:
    rows = [row.status for row in rows_of(text, "founder") if row.object == "Ann Lee"]
    assert set(rows) in (statuses, set())
