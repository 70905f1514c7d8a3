"""Names of bodies of which more stands beside what was read."""

import pytest
from telling import told

MERGER = "It was formed in 1990 by the merger of"


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        ("the Liberal Party (Leninists) and the Green League", ["candidate", "asserted"]),
        ("the Janata Azul (Secular) and the Green League", ["candidate", "asserted"]),
        ("the Liberal Party (LP) and the Azure Accord (AAoW)", ["asserted", "asserted"]),
        ("the Red, Green and White Parties", ["candidate"] * 3),
        ("the Red Party, the Green League and the Union of Azure Groups", ["asserted"] * 3),
        ("Liberal, Radical and Democratic groups", ["candidate"] * 3),
        ("Catholic associations of Tilbrook and Walden", ["candidate"]),
        ("the Azure League and Walden sections of the Red Party", ["asserted", "candidate"]),
        ("Freedom and Justice and the Red Party", ["candidate", "candidate"]),
        ("Moledet and the Red Party", ["asserted", "asserted"]),
        (
            "Civic Hope, the Republican, Radical and Socialist Party, and the Greens",
            ["asserted"] * 2 + ["candidate"] * 3,
        ),
        ("the Trotskyist White Union and the Red Party", ["candidate", "asserted"]),
    ],
)
def test_what_merged_is_named_in_full(parts: str, status: list[str]) -> None:
    found = {name: told_as for name, _, told_as in sorted(told(f"{MERGER} {parts}.", "mergedFrom"), reverse=True)}
    assert sorted(found.values()) == sorted(status)


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        ("In 1990 it merged with the Red Party to form the White Party, Chad.", "mergedInto", "candidate"),
        ("In 1990 it merged with the Red Party to form the White Party.", "mergedInto", "asserted"),
        ("It was first named “The Azure Party, Founded on Unity”.", "formerName", "candidate"),
        ('It was first named "Azure Party".', "formerName", "asserted"),
        ("It split from Unity: Red List in 1990.", "splitFrom", "candidate"),
        ("It split from Unity in 1990.", "splitFrom", "asserted"),
        ("Frente por la Justicia and the Red Party merged to form the Blue Party.", "mergedFrom", "candidate"),
    ],
)
def test_a_name_goes_on_beyond_a_mark(sentence: str, predicate: str, status: str) -> None:
    assert told(sentence, predicate)[0][2] == status


def test_an_agreement_with_the_infobox_makes_no_name_whole() -> None:
    text = "It came of the merger, in 1990, of the Liberal Party (Leninists) with the Green League."
    found = {name: status for name, _, status in told(text, "mergedFrom", "- Merger: Liberal Party")}
    assert found.get("Liberal Party") != "asserted"
