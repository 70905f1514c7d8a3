"""What began in government is over where the article has the party in another place afterwards."""

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("It returned to power in 1971. It is in opposition.", "start=1971;current=0"),
        ("It returned to power in 1971. In 1976 it went into opposition.", "start=1971;current=0"),
        ("It returned to power in 1971. The party held power until 1976.", "start=1971;current=0"),
        ("It returned to power in 1971. The party held power until 1966.", "start=1971"),
        ("In 1966 it went into opposition. It returned to power in 1971.", "start=1971"),
        ("It returned to power in 1971.", "start=1971"),
    ],
)
def test_what_began_is_over_where_something_else_is_so(text: str, qualifiers: str) -> None:
    assert [row[1] for row in told(text, "governmentRole") if "1971" in row[1]] == [qualifiers]
