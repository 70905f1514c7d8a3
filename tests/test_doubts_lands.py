"""In which land something is so: what a sentence leaves open about it."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("place", "status"),
    [
        ("Georgia, United States.", "candidate"),
        ("Georgia, Armenia and Azerbaijan.", "asserted"),
        ("Georgia, founded in 1990.", "asserted"),
    ],
)
def test_a_country_does_not_lie_in_another(place: str, status: str) -> None:
    found = {name: status for name, _, status in told(f"The Blue Party is a party in {place}", "country")}
    assert found["Georgia"] == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The Blue Party was a Polish party set up in Tilbrook, Denmark in 1985.", "candidate"),
        ("The Blue Party was a Polish party founded in Tilbrook in 1985.", "asserted"),
    ],
)
def test_a_party_of_a_people_may_be_at_home_where_it_was_founded(sentence: str, status: str) -> None:
    assert ("Poland", "", status) in told(sentence, "country")


@pytest.mark.parametrize(
    ("kind", "status"),
    [("a Sudeten German party", "candidate"), ("a German party", "asserted"), ("an East German party", "asserted")],
)
def test_a_people_of_another_land_tells_no_country(kind: str, status: str) -> None:
    assert [found for _, _, found in told(f"The Blue Party was {kind}.", "country")] == [status]
