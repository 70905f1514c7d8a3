"""What "the alliance" won is told of the one alliance that was named just before, and of no party in it."""

import pytest
from telling import rows_of

JOINED = "In the 1994 general election the party was part of the Azure Alliance. "


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (JOINED + "The alliance won 17 seats.", ["Azure Alliance"]),
        (JOINED + "Ann Lee was its leader. The alliance won 17 seats.", []),
        ("It left the Azure Alliance and the White Alliance. In the 1994 general election the alliance won 9%.", []),
        ("For the 1994 general election it formed the Azure Bloc with Azurat; the bloc won 9%.", ["Azure Bloc"]),
        ("In 1994 it ran in alliance with the Azure Front; the front won 9% in the 1994 general election.", []),
    ],
)
def test_an_alliance_is_meant_by_its_noun(text: str, who: list[str]) -> None:
    assert [row.subject for row in rows_of(text, "electionResult")] == who


def test_a_party_that_is_an_alliance_is_meant_itself() -> None:
    text = "It joined the Azure Alliance. In the 1994 general election the alliance won 17 seats."
    assert [row.subject for row in rows_of(text, "electionResult", title="Blue Alliance")] != ["Azure Alliance"]
