"""Of whom a sentence tells: parts of the party and other bodies that "the party" or "it" may be."""

import pytest
from telling import rows_of, told


@pytest.mark.parametrize(
    ("subject", "status"),
    [
        ("The Blue Party (Walden Section)", ["candidate"]),
        ("The Blue Party (BP)", ["asserted"]),
        ("A youth branch of the party (Young Blues)", []),
        ("The party (BP)", ["asserted"]),
    ],
)
def test_a_part_is_not_founded_with_the_party(subject: str, status: list[str]) -> None:
    assert [found for _, _, found in told(f"{subject} was set up in 1938.", "founded")] == status


def test_what_hangs_on_a_word_does_not_split() -> None:
    text = "The party, which began as a tendency within the Red Party, split from it in 1981."
    assert not [row for row in rows_of(text, "splitFrom") if row.status == "asserted"]


@pytest.mark.parametrize(
    ("subject", "sure"),
    [
        ("Azurat, the party of Bo Chan, which had split from the Red Party,", False),
        ("Azurat (Dawn), the party of Bo Chan, which four years earlier had split from the Red Party,", False),
        ("The party", True),
    ],
)
def test_the_party_of_somebody_is_another(subject: str, sure: bool) -> None:
    found = told(f"{subject} merged into the White Union in 1990.", "mergedInto")
    assert ("asserted" in {status for _, _, status in found}) == sure


@pytest.mark.parametrize(
    ("before", "status"),
    [
        ("In 1950 a faction broke away as the Red Party.", "candidate"),
        ("In 1950 it won two seats.", "asserted"),
        ("Its women meet in the Blue Women League.", "asserted"),
    ],
)
@pytest.mark.parametrize(
    ("fate", "predicate"),
    [
        ("The party was dissolved in 1960.", "dissolved"),
        ("In 1960 the party was renamed the Azure League.", "renamedTo"),
        ("In 1960 the party merged into the White Union.", "mergedInto"),
    ],
)
def test_the_party_may_be_what_has_come_out_of_it(before: str, status: str, fate: str, predicate: str) -> None:
    ((_, _, found),) = told(f"{before} {fate}", predicate)
    assert found == status


def test_a_state_is_no_party() -> None:
    text = (
        "It met the White League. The Soviet Union was dissolved in 1991, and the White League was dissolved in 1992."
    )
    assert {(name, status) for name, _, status in told(text, "dissolved")} == {
        ("1991", "candidate"),
        ("1992", "asserted"),
    }


@pytest.mark.parametrize(
    ("namesake", "status"), [("the Blue Party of 1920", "candidate"), ("the Red Party", "asserted")]
)
def test_a_year_behind_the_name_tells_of_a_namesake(namesake: str, status: str) -> None:
    assert [found for _, _, found in told(f"It is named after {namesake}, dissolved in 1930.", "dissolved")] == [status]


@pytest.mark.parametrize(
    ("subject", "status"),
    [
        ("the Red Party", "asserted"),
        ("the Red Party and the White Union", "candidate"),
    ],
)
def test_a_relative_clause_is_of_the_last_of_several(subject: str, status: str) -> None:
    found = told(f"It joined {subject}, which had split from the Green League in 1947.", "splitFrom")
    assert {one for _, _, one in found} == {status}
