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
