"""Views and kinds that may be only a part of what a sentence says."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("It was a socialist libertarian party.", {"candidate"}),
        ("It was a socialist and libertarian party.", {"asserted"}),
        ("It was a conservative liberal party.", {"asserted"}),
        ("It is a pro-European liberal party.", {"asserted"}),
        ("It is a secular liberal party.", {"asserted"}),
        ("It is a fiscal federalist party.", {"candidate"}),
        ("It was a Trotskyist communist party.", {"asserted"}),
        ("Bo Chan opposed the conservative Christian Democratic Union.", {"asserted"}),
        ("Bo Chan opposed the socialist libertarian Red Party.", {"candidate"}),
    ],
)
def test_two_adjectives_in_a_row_may_name_one_view(sentence: str, status: set[str]) -> None:
    assert {found for _, _, found in told(sentence, "ideology")} == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [("It was a seaside organisation.", ["candidate"]), ("It was a youth organisation.", ["asserted"])],
)
def test_any_party_is_an_organisation(sentence: str, status: list[str]) -> None:
    assert [found for _, _, found in told(sentence, "type")] == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Bo Chan met the Red Party, then in power, in 1990.", ["asserted"]),
        ("Bo Chan met the Red Party, a wing of the Green League, then in power.", ["candidate"]),
    ],
)
def test_whoever_is_named_nearer_may_have_been_in_power(sentence: str, status: list[str]) -> None:
    assert [found for _, _, found in told(sentence, "governmentRole")] == status
