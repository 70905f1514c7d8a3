"""Which elected body, and which election, a sentence goes on to speak of."""

import pytest
from telling import told

BODY = "In the 1990 general election it won 3 seats in the National Assembly. Ann Lee is its leader. "


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (BODY + "Lee was elected in Tilbrook in 1994.", "National Assembly"),
        (BODY + "Lee was elected in Tilbrook in a local election in 1994.", ""),
        ("Its leader is Ann Lee. The Council of the Workers' Federation met. Lee was elected in Tilbrook in 1994.", ""),
    ],
)
def test_a_body_is_carried_on_where_no_other_is_meant(text: str, body: str) -> None:
    assert [row[0] for row in told(text, "elected")] == [body] * bool(body)


@pytest.mark.parametrize(
    ("text", "elections"),
    [
        ("In the May 1990 election it won 5 seats. It came third.", ["May 1990 election"] * 2),
        ("In the May 1990 election it won 5 seats. In the October elections it came third.", ["May 1990 election"]),
        ("It won no seat in the 1998 election, and the 2003 election saw its vote fall.", ["1998 election"]),
    ],
)
def test_an_election_is_carried_on_where_no_other_is_named(text: str, elections: list[str]) -> None:
    assert [row[0] for row in told(text, "electionResult")] == elections


@pytest.mark.parametrize(
    ("sentence", "election", "area"),
    [
        ("In the Shura council election of 2012 it won 3 seats.", "2012 Shura council election", ""),
        ("In the 2012 Azurat election it won 3 seats.", "2012 Azurat election", ""),
        ("In the Tilbrook election of 2012 it won 3 seats.", "2012 election", "area=Tilbrook;"),
        ("In the 2012 general election it won 3 seats.", "2012 general election", ""),
    ],
)
def test_the_name_of_the_body_is_of_the_elections_name(sentence: str, election: str, area: str) -> None:
    ((name, qualifiers, _),) = told(sentence, "electionResult")
    assert (name, qualifiers) == (election, f"seats=3{';' + area.rstrip(';') if area else ''}")


@pytest.mark.parametrize(
    ("office", "qualifiers"),
    [
        ("Deputy Minister of Defence", "office=Deputy Minister of Defence"),
        ("Prime Minister of Ghana", "office=Prime Minister;place=Ghana"),
    ],
)
def test_a_ministers_charge_is_no_place(office: str, qualifiers: str) -> None:
    text = f"Its leader, Ann Lee, was {office} from 2014 to 2017."
    assert [found for _, found, _ in told(text, "member")] == [f"{qualifiers};start=2014;end=2017"]


def test_elections_that_are_only_dated_have_plain_names() -> None:
    found = told("In the 1990 and 1994 elections it won three seats.", "electionResult")
    assert [name for name, _, _ in found] == ["1990 election", "1994 election"]
