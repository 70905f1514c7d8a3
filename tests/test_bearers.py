"""What brackets tell of a name that a party bore is told of the party."""

import pytest
from telling import rows_of


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        (
            "The party was founded as the Azure League (Czech: Azurová liga).",
            "formerName",
            [("Blue Party", "Azure League"), ("Blue Party", "Azurová liga")],
        ),
        ("It left the Azure League (Czech: Azurová liga).", "formerName", []),
    ],
)
def test_both_names_are_the_party_s(text: str, predicate: str, expected: list[tuple[str, str]]) -> None:
    assert sorted((row.subject, row.object) for row in rows_of(text, predicate)) == expected


def test_a_name_in_brackets_is_as_old_as_the_one_before_it() -> None:
    text = "Until 1990 the party was known as the Azure League (Czech: Azurová liga)."
    found = rows_of(text, "formerName")
    assert len(found) == 2
    assert all("end=1990" in row.qualifiers for row in found)


def test_another_party_keeps_its_name() -> None:
    ((subject, name),) = [
        (row.subject, row.object) for row in rows_of("It left the Azure League (Czech: Azurová liga).", "nativeName")
    ]
    assert (subject, name) == ("Azure League", "Azurová liga")
