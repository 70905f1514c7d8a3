"""Initials that nothing explains, and that can only be the party's."""

import pytest
from telling import rows_of, told

TITLE = "Azure Socialist Party"
OPENING = "The Azure Socialist Party is a party in Ghana."


@pytest.mark.parametrize(
    ("title", "opening", "short"),
    [
        (TITLE, OPENING, "PSA"),
        ("Azure Action (Ghana)", "Azure Action is a party in Ghana.", "AA"),
        ("National Azure Front", "The National Azure Front is a party in Ghana.", "FAN"),
        ("Azure Renewal of Ghana", "Azure Renewal of Ghana is a party.", "GOA"),
    ],
)
def test_initials_in_the_order_of_another_language_are_the_party(title: str, opening: str, short: str) -> None:
    text = f"{opening} In 1990, the {short} was founded by Ann Lee. {short} was dissolved in 1999."
    assert told(text, "founded", title=title) == [("1990", "", "asserted")]
    assert told(text, "dissolved", title=title) == [("1999", "", "asserted")]
    assert told(text, "abbreviation", title=title) == [(short, "", "inferred")]


@pytest.mark.parametrize(
    "text",
    [
        "PSA was dissolved in 1999.",  # named once
        "The party merged with the PSA in 1990. PSA was dissolved in 1999.",
        "It left the Azure Union (PSA) in 1990. PSA was dissolved in 1999.",
        "Its rivals (PSA) were strong. PSA was dissolved in 1999.",
        "PSA and PAS are known. PSA was strong. PAS was dissolved in 1999. PSA was dissolved in 1999.",
        "The party is known as ASP. PSA was strong. PSA was dissolved in 1999.",
        "The union MBK was strong. MBK was dissolved in 1999.",  # other letters
        "AISP was strong. AISP was dissolved in 1999.",  # those of a longer name
        "They saw the PSA. The end of PSA came in 1999. It is told of PSA.",  # never what a sentence is about
    ],
)
def test_initials_that_may_be_those_of_another_are_not_the_party(text: str) -> None:
    assert TITLE not in [row.subject for row in rows_of(f"{OPENING} {text}", "dissolved", title=TITLE)]
    assert [row for row in told(f"{OPENING} {text}", "abbreviation", title=TITLE) if row[2] == "inferred"] == []


@pytest.mark.parametrize(
    ("title", "before", "expected"),
    [
        ("Azure Unity Congress (Lee)", "It split from the Azure Unity Congress.", []),
        ("Azure Unity Congress (Lee)", "It was small.", ["CAU"]),
        ("Azure Unity Congress (Ghana)", "It left another Azure Unity Congress.", ["CAU"]),
    ],
)
def test_initials_of_a_namesake_are_not_the_party(title: str, before: str, expected: list[str]) -> None:
    named = title.replace(" (Ghana)", "")
    text = f"{named} was a party in Ghana. {before} In 1990, the CAU met. CAU was dissolved in 1999."
    rows = told(text, "abbreviation", title=title)
    assert [name for name, _, status in rows if status == "inferred"] == expected
