"""One of several parties is such a party; the words before the plural say whose."""

import pytest
from telling import told


@pytest.mark.parametrize(
    "words",
    [
        "one of the smaller Norwegian parties",
        "one of Norway's two leading parties",
        "among the earliest nationalist movements of Norway",
        "one of several parties that speak for the farmers in Norway",
        "one of the opposition parties that sprang up in Norway",
    ],
)
def test_one_of_several_is_described_by_them(words: str) -> None:
    assert told(f"The Blue Party is {words}.", "country") == [("Norway", "", "asserted")]


@pytest.mark.parametrize(
    "words",
    ["one of the members of parties in Norway", "one of the party's friends in Norway", "one of the rival parties"],
)
def test_one_of_others_is_none(words: str) -> None:
    assert told(f"The Blue Party is {words}.", "country") == []


def test_a_noun_that_owns_another_describes_no_party() -> None:
    assert told("It was the Azure movement's political wing.", "type") == []


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("a small political party and trade union", ["political party", "trade union"]),
        ("a political party and political movement", ["political party", "political movement"]),
        ("a party and pressure group", ["pressure group"]),
        ("a pressure group and party", ["pressure group"]),
        ("a liberal and regional party", ["regional party"]),
    ],
)
def test_a_body_can_be_two_things(words: str, types: list[str]) -> None:
    assert [kind for kind, _, _ in told(f"The Blue Party is {words} in Norway.", "type")] == types


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("It fought the Azure Front, the left-wing coalition that governed.", ["Left-wing"]),
        ("It fought the Azure Front, Ann Lee's left-wing coalition.", ["Left-wing"]),
        ("After the exit of the Azure Front, the left-wing coalition that governed fell.", []),
        ("When it left the Azure Front, the left-wing coalition that governed fell.", []),
    ],
)
def test_a_definite_noun_beside_a_name(sentence: str, sides: list[str]) -> None:
    assert [side for side, _, _ in told(sentence, "position")] == sides
