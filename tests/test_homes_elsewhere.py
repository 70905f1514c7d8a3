"""Where a party is at home, and which countries a sentence only names."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("country", "text", "homes"),
    [
        ("Sweden", "Few parties in Sweden have changed as often as the Blue Party.", ["Sweden"]),
        ("Germany", "In its first years the party was for political independence from Germany.", []),
        ("United States", "It is a party in the U.S. Virgin Islands, where it was launched in 1968.", []),
        ("Malaya", "The Blue Party (Parti Biru Malaya) was once a party.", []),
        ("Sweden", "The party was a club of Swedish exiles.", []),
        ("Norway", "The party was set up by the Red League and the Green Party in Norway.", []),
        ("Ghana", "The party made way for the movement Hope for Ghana.", []),
    ],
)
def test_a_country_of_the_infobox_is_told_again(country: str, text: str, homes: list[str]) -> None:
    assert [name for name, _, _ in told(text, "country", f"- Country: {country}")] == homes


def test_what_befalls_a_country_tells_no_home() -> None:
    text = "A vote on the union of Albania with Kosovo was asked for by the party."
    assert told(text, "country", "- Country: Albania") == []
