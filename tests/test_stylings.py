"""What a party is called before its name, and of which party and of what time that is so."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("sentence", "views"),
    [
        ("Bo Chan left the liberal Red Party in 1990.", ["Liberalism"]),
        ("Bo Chan left the social-democratic party Red Dawn in 1990.", ["Social democracy"]),
        (
            "Bo Chan was close to liberal parties such as the Red Party and the White Union.",
            ["Liberalism", "Liberalism"],
        ),
        ("It had ties to other liberal parties, for instance the Red Party.", ["Liberalism"]),
        ("Bo Chan met the liberal Red Party and the White Union.", ["Liberalism"]),
        ("Bo Chan left the formerly Marxist Red Party in 1990.", []),
        ("Bo Chan left the former communist Red Party in 1990.", []),
        ("Bo Chan left the fiscally liberal Red Party in 1990.", []),
        ("Bo Chan was the liberal Red Party candidate in 1990.", []),
        ("Bo Chan met the liberal MP Ann Lee of the Red Party.", []),
    ],
)
def test_what_stands_before_a_name_is_of_that_party(sentence: str, views: list[str]) -> None:
    assert [value for value, _, _ in told(sentence, "ideology")] == views
