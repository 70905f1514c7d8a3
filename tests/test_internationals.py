"""Bodies that are taken for international ones by their names."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("body", "regional"),
    [
        ("the Nordic Farmers' League", True),
        ("the African Liberal Network", True),
        ("the South African Farmers' League", False),
        ("the South African House of Assembly", False),
        ("the Caribbean House of Assembly", False),
    ],
)
def test_a_league_of_one_country_and_a_house_are_no_unions_of_parties(body: str, regional: bool) -> None:
    found = told(f"The party sat in {body} from 1990 to 1999.", "affiliationRegional")
    found += told(f"The party sat in {body} from 1990 to 1999.", "affiliationInternational")
    assert bool(found) is regional
