"""Relative clauses that may be about the body named before them."""

import pytest
from telling import rows_of

LATER = "which afterwards merged with Red Party Ghana and Liberal Party Ghana to form the White Party"


@pytest.mark.parametrize(
    ("text", "whole", "status"),
    [
        (f"In 2010 the party and others joined to form Workers Party Ghana, {LATER}.", "White Party", "candidate"),
        (
            "In 2010 the party won a seat, and merged with Red Party Ghana and Liberal Party Ghana to form the White "
            "Party.",
            "White Party",
            "asserted",
        ),
        (
            "It merged in 1976 with the Green League to form Azur, which stayed in the Union until it was merged into "
            "the Red Party in 1984.",
            "Red Party",
            "candidate",
        ),
        ("It stood in Walden, which it governed until it was merged into the Red Party.", "Red Party", "asserted"),
    ],
)
def test_behind_what_was_formed_a_merger_may_be_that_ones(text: str, whole: str, status: str) -> None:
    found = [row.status for row in rows_of(text, "mergedInto") if (row.subject, row.object) == ("Blue Party", whole)]
    assert set(found) == {status}
