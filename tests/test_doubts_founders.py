"""Who founded a party: crowds are nobody, and the land that somebody is of is no part of the name."""

import pytest
from telling import told


@pytest.mark.parametrize(
    ("founders", "status"),
    [
        ("Young Turks", ["candidate"]),
        ("Independent Christians", ["candidate"]),
        ("Walden Jews", ["candidate"]),
        ("Ann Williams", ["asserted"]),
        ("Briton Ann Lee", ["candidate"]),
        ("the Briton Ann Lee", ["asserted"]),
        ("Ghanaian-born Ann Lee", ["candidate"]),
        ("Ann Lee and Bo Chan", ["asserted", "asserted"]),
        ("Ann Lee or Bo Chan", ["candidate"]),
    ],
)
def test_a_founder_is_somebody_with_a_name_of_his_own(founders: str, status: list[str]) -> None:
    assert [found for _, _, found in told(f"The party was founded in 1990 by {founders}.", "founder")] == status


def test_a_group_that_is_called_by_a_name_is_no_founder() -> None:
    assert [status for *_, status in told("It was formed in 1976 by the Ann Lee group.", "founder")] == ["candidate"]
