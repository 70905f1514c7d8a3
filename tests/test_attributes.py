"""What may stand between a description and a place is open; what makes the place another one's ends it."""

import pytest
from telling import told


@pytest.mark.parametrize(
    "attributes",
    [
        "of dairy farmers",
        "of the Basques",
        "of brief duration",
        "of an Africanist and socialist bent that was active",
        "of white, predominantly English-speaking voters",
        "of conservatives and federalists active",
        "that existed for only a short time",
        "that sprang up briefly in the 1990s",
        "established",
        "of regional scope",
        "of the Serbs who live",
    ],
)
def test_attributes_lead_to_the_place(attributes: str) -> None:
    assert told(f"The Blue Party was a party {attributes} in Norway.", "country") == [("Norway", "", "asserted")]


@pytest.mark.parametrize(
    "attributes",
    [
        "with ties to exiles",
        "of friends of the government",
        "that Ann Lee supported",
        "allied with the Red Party",
        "which opposed the war",
        "modelled on one",
        "of people who had fought",
    ],
)
def test_what_makes_the_place_another_ones_ends_them(attributes: str) -> None:
    assert told(f"The Blue Party was a party {attributes} in Norway.", "country") == []


def test_the_article_and_what_a_country_is_now_may_come_between() -> None:
    assert told("The Blue Party was a party of workers in the Gambia.", "country") == [("Gambia", "", "asserted")]
    assert told("The Blue Party was a party of workers in what is now Kenya.", "country") == [("Kenya", "", "asserted")]
