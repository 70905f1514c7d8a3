"""The opening sentence of an article tells where its party is at home, in whatever words it does."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("The Blue Party (BP), now defunct, was a force of some weight in Fiji throughout the 1990s.", "Fiji"),
        ("The Blue Party sits on the centre-left of the politics of Tajikistan.", "Tajikistan"),
        ("Founded in 1972 by Ann Lee, the Blue Party belongs to the left of Argentine politics.", "Argentina"),
        ("The Blue Party (Spanish: Partido Azul, BP) of Paraguay, a socialist body, dates from 1936.", "Paraguay"),
        ("From 1980 to 2005 the Blue Party stood for the old in the politics of New Zealand.", "New Zealand"),
        ("The Blue Party ranked among the first bodies of the opposition to the regime in Portugal.", "Portugal"),
        ("The Blue Party, of which little is known, belongs to the Abkhazian opposition.", "Abkhazia"),
        ("The Blue Party, long small, spoke for the Azure people of Myanmar.", "Myanmar"),
        ("The Blue Party ranked with the major parties of Nigeria's Second Republic.", "Nigeria"),
        ("The Blue Party spoke for Guyana's indigenous Azure population.", "Guyana"),
        ("From 1923 to 1946 the Greek left included a peasants' party, the Blue Party.", "Greece"),
        ("The Blue Party is a liberal party based in Walden, the eastern part of Croatia.", "Croatia"),
        ("The Blue Party, long small, was the Irish section of the White International.", "Ireland"),
        ("For a time the Blue Party ruled Burma.", "Burma"),
        ("The Blue Party is a small party in the Azure region of the Indian state of Assam.", "India"),
    ],
)  # fmt: skip
def test_all_that_is_named_is_of_one_country(text: str, home: str) -> None:
    assert told(text, "country") == [(home, "", "asserted")]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("The Blue Party was started in 1986 by Ann Lee, who wished to give the voters of Alaska a choice.", "Alaska"),
        ("Walden's moderates formed the Blue Party, the oldest force in the politics of Bavaria.", "Bavaria"),
        ("The Blue Party is the federation of the Red Left on the island of Menorca.", "Menorca"),
        ("The Blue Party, for all its years, has members in the legislature of Bermuda.", "Bermuda"),
    ],
)  # fmt: skip
def test_a_region_is_a_home(text: str, home: str) -> None:
    assert told(text, "region") == [(home, "", "asserted")]
    assert told(text, "country") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Blue Party, a circle around Ann Lee, was likened to the left in Norway and Sweden.",
        "The Blue Party was a circle of Polish exiles who met in the politics of their day.",
        "The Blue Party, a movement for the independence of Angola, was a circle of poets.",
        "The Blue Party, a movement of poets, arose after the revolution in Russia.",
        "The Blue Party, a movement whose leader lives in Germany, fights for the Azures.",
        "The Blue Party, a movement of the Azures, whose fighters were trained in Libya, is small.",
        "The Blue Party was close to the Danish left.",
        "The Blue Party, known in French as the Azure Party, was a party of poets.",
        "The Blue Party, a movement of poets, was strong in the British Virgin Islands.",
        "The Blue Party, as rumour has it a mere club, allegedly arose in the politics of Ghana.",
        "The Blue Party has no part in the politics of Ghana.",
        "The Blue Party, a party of the West Indian opposition, met in May.",
    ],
)
def test_a_country_can_be_named_for_another_reason(text: str) -> None:
    assert told(text, "country") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Blue Party, long forgotten, was set up in Mexico by Ann Lee.",
        "The Blue Party, long forgotten, was an Egyptian nationalist party.",
        "The Blue Party, long forgotten, was a circle of Danish liberals, a party of Danish farmers.",
    ],
)
def test_what_is_open_waits_for_the_infobox(text: str) -> None:
    state = next(
        state for word, state in (("Mexico", "Mexico"), ("Egypt", "Egypt"), ("Danish", "Denmark")) if word in text
    )
    assert told(text, "country") == [(state, "", "candidate")]
    assert told(text, "country", f"- Country: {state}") == [(state, "", "asserted")]


def test_the_title_can_tell_which_country_is_meant() -> None:
    text = "Set up in 1990 by Ann Lee, the Blue Party of Tajikistan is one of the country's older political parties."
    assert told(text, "country", title="Blue Party of Tajikistan") == [("Tajikistan", "", "asserted")]
    text = "The Blue Party of Tajikistan, long forgotten, belongs to the left of Estonian politics."
    assert told(text, "country", title="Blue Party of Tajikistan") == [("Estonia", "", "candidate")]


def test_later_sentences_go_into_other_matters() -> None:
    text = "The Blue Party met in May. It was founded in 1990. It had a voice in the politics of Ghana."
    assert told(text, "country") == []
    text = "The Blue Party of Ghana met in May. It was a force of some weight in Ghana throughout the 1990s."
    assert told(text, "country", title="Blue Party of Ghana") == [("Ghana", "", "asserted")]


def test_where_a_party_of_a_country_is_strong_is_not_its_region() -> None:
    text = "The Blue Party is a liberal party in Spain, a force in the politics of Catalonia, where it is strongest."
    assert told(text, "region") == []


def test_an_article_opens_with_its_title_whatever_stands_within() -> None:
    text = 'The Ata-Meken ("Homeland") Blue Party is a political party in Kyrgyzstan.'
    assert told(text, "country", title="Ata-Meken Blue Party") == [("Kyrgyzstan", "", "asserted")]
