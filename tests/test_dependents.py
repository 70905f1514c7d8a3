"""What hangs on the noun before it is not what a clause tells of."""

import pytest
from telling import rows_of


@pytest.mark.parametrize(
    ("text", "leaders"),
    [
        ("It arose in 1990 from the union of the Red Party, led by Ann Lee, with the Green League.", {"Ann Lee"}),
        ("It arose in 1990 when members of the Red Party, led by Ann Lee, met.", set()),
        ("In 1990 a coalition with the Red Party (led by Ann Lee) was formed.", {"Ann Lee"}),
        ("In 1990 a faction of the Red Party under Ann Lee joined it.", set()),
        ("In 1990 those who had left the Red Party were led by Ann Lee.", set()),
    ],
)
def test_whoever_leads_those_of_a_party_does_not_lead_it(text: str, leaders: set[str]) -> None:
    rows = rows_of(f"The Blue Party is a political party in Ghana. {text}", "leader")
    assert {row.object for row in rows if row.subject == "Red Party"} == leaders
