"""What stands before a place tells what it is; a name that lies nowhere else is not put into another."""

import pytest
from telling import told


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("the Caribbean island of Montserrat", "Montserrat"),
        ("the Territory of Hawaii", "Hawaii"),
        ("the province of Natal", "Natal"),
        ("the eastern Indian state of Orissa", "Orissa"),
    ],
)
def test_a_region_begins_at_what_it_is(words: str, place: str) -> None:
    assert told(f"The Blue Party is a party in {words}.", "region") == [(place, "", "asserted")]


@pytest.mark.parametrize("words", ["the First Republic of Nigeria", "the Pacific republic of Nigeria", "Nigeria"])
def test_a_country_does_so_too(words: str) -> None:
    assert told(f"The Blue Party is a party in {words}.", "country") == [("Nigeria", "", "asserted")]


def test_islands_that_are_a_country_are_no_region() -> None:
    assert told("The Blue Party is a party in the Solomon Islands.", "region") == []
    assert told("The Blue Party is a party of the Åland Islands.", "region") == [("Åland Islands", "", "asserted")]


def test_a_place_that_opens_a_name_holds_no_other() -> None:
    text = "It was backed by the Brotherhood of Way Bakers, California Nurses League and others."
    assert told(text, "partOf") == []


def test_a_country_lies_in_none_of_its_provinces() -> None:
    assert told("The Blue Party is a party in the Western Cape province of South Africa.", "partOf") == []


@pytest.mark.parametrize(
    ("place", "countries"),
    [("Grand Duchy of Luxembourg", ["Luxembourg"]), ("Kingdom of Saxony", ["Kingdom of Saxony"])],
)
def test_a_state_is_called_by_more_than_its_rank(place: str, countries: list[str]) -> None:
    assert [name for name, _, _ in told(f"The Blue Party was a party in the {place}.", "country")] == countries


@pytest.mark.parametrize(
    ("place", "country"),
    [("the Republic of China", "Taiwan"), ("the People's Republic of China", "China"), ("China", "China")],
)
def test_a_country_whose_name_has_anothers_is_no_part_of_that(place: str, country: str) -> None:
    text = f"The Blue Party is one of the eight parties with legal recognition in {place}."
    assert [name for name, _, _ in told(text, "country")] == [country]
