"""Which part a body has in a merger: whether it went into it whole, or came of it, or whether there was none."""

import pytest
from telling import prose, told

from partygraph.extraction.prose.corroboration import mergers
from partygraph.extraction.prose.corroboration.cues import RULE
from partygraph.extraction.prose.lattice import Mention


def test_what_was_merged_into_another_is_not_what_it_merged_into() -> None:
    text = "It came back in 2006, after the Red Party, which she had led, had been merged into the White Alliance."
    assert told(text, "mergedInto", "- Merged: Red Party") == []


def test_what_went_into_a_merger_is_not_what_came_of_it() -> None:
    text = "It was created in 1977 from a merger of the Red Party with the Green League."
    assert told(text, "mergedInto", "- Merged: Red Party, Green League") == []


@pytest.mark.parametrize(
    ("parts", "agrees"),
    [
        ("of the Red Party", True),
        ("of the two factions of the Red Party", False),
        ("of most members of the Red Party", False),
    ],
)
def test_parts_of_a_party_that_merge_are_not_the_party(parts: str, agrees: bool) -> None:
    found = prose("Merger: Red Party", f"The party is what came, in the end, of that fusion {parts} with some others.")
    assert (RULE in {fact.rule for fact in found if fact.predicate == "mergedFrom"}) == agrees


@pytest.mark.parametrize(
    ("text", "word", "into"),
    [
        ("a merger of the red party", "red", True),
        ("a union between the red party", "red", True),
        ("a merger with the red party", "red", False),
        ("a merger of two or three or four or five or six or seven or eight red parties", "red", False),
    ],
)
def test_what_merged_stands_near_behind_the_merger_of(text: str, word: str, into: bool) -> None:
    lower = tuple(text.split())
    at = lower.index(word)
    assert mergers.went_into_it(lower, Mention("party", at, at + 2, word)) is into


@pytest.mark.parametrize(
    ("text", "wing"),
    [
        ("both factions of the red party", True),
        ("both factions of red party", True),
        ("both leaders of the red party", False),
        ("the red party", False),
    ],
)
def test_a_wing_is_of_a_body(text: str, wing: bool) -> None:
    lower = tuple(text.split())
    at = lower.index("red")
    assert mergers.is_of_a_wing(lower, Mention("party", at, at + 2, "Red Party")) is wing


@pytest.mark.parametrize(
    ("text", "cue", "none"),
    [
        ("it took part in it", "part", True),
        ("it became part of it", "part", False),
        ("it worked together", "together", True),
        ("they came together", "together", False),
        ("together they left", "together", True),
        ("it combined with it", "combined", True),
        ("both combined into it", "combined", False),
    ],
)
def test_working_together_is_no_union(text: str, cue: str, none: bool) -> None:
    lower = tuple(text.split())
    assert mergers.is_no_union(lower, lower.index(cue), "mergedInto") is none


@pytest.mark.parametrize(
    ("text", "itself"),
    [
        ("after azur was merged into it", True),
        ("after azur was merged", False),
        ("it merged with azur and went into it", False),
    ],
)
def test_a_body_that_went_into_another_merged_itself(text: str, itself: bool) -> None:
    lower = tuple(text.split())
    at = lower.index("azur")
    assert mergers.merged_itself(lower, Mention("party", at, at + 1, "Azur")) is itself
