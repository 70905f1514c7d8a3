"""What a party stands up for that no table of ideologies can list."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("sentence", "views"),
    [
        ("It advocates more autonomy for Tilbrook.", ["Autonomy for Tilbrook"]),
        ("It campaigned for Scottish independence.", ["Scottish independence"]),
        ("It demanded independence from the start.", ["Independence"]),
        ("It fought for independence from Azuria, but not from Walden.", ["Independence from Azuria"]),
        ("It supports the independence of the judges.", []),
        ("It is in favour of self-government.", []),
        ("It supports the independence of Azuria and Walden.", []),
        ("It supports Ghana independence day.", []),
    ],
)
def test_the_self_rule_of_a_land(sentence: str, views: list[str]) -> None:
    assert [value for value, _, _ in told(sentence, "ideology")] == views


@pytest.mark.parametrize(
    ("sentence", "views"),
    [
        ("It represents the Hungarian minority.", ["Hungarian minority interests"]),
        ("It represents Latvia's ethnic Hungarian minority.", ["Hungarian minority interests"]),
        ("It represents the German-speaking minority.", ["German-speaking minority interests"]),
        ("It represents a minority.", []),
        ("It represents the minority.", []),
    ],
)
def test_the_interests_of_a_minority(sentence: str, views: list[str]) -> None:
    assert [value for value, _, _ in told(sentence, "ideology")] == views


@pytest.mark.parametrize(
    ("sentence", "views"),
    [
        ("It is opposed to communism.", ["Anti-communism"]),
        ("It is opposed to the communism of others.", []),
        ("It rejects communism of this sort.", []),
    ],
)
def test_what_a_party_is_opposed_to(sentence: str, views: list[str]) -> None:
    assert [value for value, _, _ in told(sentence, "ideology")] == views


def test_which_tells_of_the_party_named_last() -> None:
    text = "It left the Red Party, formed by the Green League, which favoured home rule."
    assert [status for _, _, status in told(text, "ideology")] == ["candidate"]
