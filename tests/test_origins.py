"""The split of the infobox that a sentence tells of in telling who founded the party."""

import pytest

from partygraph import extraction, readers
from partygraph.extraction.prose.corroboration.cues import RULE
from partygraph.facttable import row


def read(text: str, infobox: str = "Split from: Red Party") -> list[tuple[str, str, str]]:
    """The predicate, object and quote of what is read by agreement."""
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Liberalism\n- {infobox}\n\n{text}\n")
    rows = [row(fact, article) for fact in extraction.read(article).facts if fact.rule == RULE]
    return [(cells.predicate, cells.object, cells.quote) for cells in rows if cells.status == "asserted"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Ann Lee, who had quit the Red Party and sat as an independent, founded it in 1990.",
            "quit the Red Party and sat as an independent, founded it",
        ),
        (
            "The party was formed in 1990 by miners and by teachers of whom most had been expelled from the Red Party.",
            "The party was formed in 1990 by miners and by teachers of whom most had been expelled from the Red Party",
        ),
        (
            "Its founders were people whom the Red Party had expelled.",
            "Its founders were people whom the Red Party had expelled",
        ),
        (
            "Bo Chan set it up in 1990, having been thrown out of the Red Party.",
            "set it up in 1990, having been thrown out of the Red Party",
        ),
        (
            "Bo Chan walked out of the Red Party in 1990 and created a party of his own.",
            "Bo Chan walked out of the Red Party in 1990 and created a party of his own",
        ),
        (
            "It began in 2008 as a group in parliament, made up of deputies who had deserted the Red Party.",
            "It began in 2008 as a group in parliament, made up of deputies who had deserted the Red Party",
        ),
        (
            "Its origin was an exodus from the Red Party of those who disliked the pact.",
            "Its origin was an exodus from the Red Party",
        ),
        (
            "To create it, Ann Lee parted company with the Red Party.",
            "create it, Ann Lee parted company with the Red Party",
        ),
    ],
)
def test_who_founded_it_had_left_the_other(text: str, quote: str) -> None:
    assert ("splitFrom", "Red Party", quote) in read(text)
    assert "splitFrom" not in [predicate for predicate, _, _ in read(text, "Split from: Green Party")]


@pytest.mark.parametrize(
    "text",
    [
        "Its first leader, Ann Lee, had quit the Red Party in 1989.",
        "Ann Lee, who had quit the Red Party, founded the Green Club.",
        "Ann Lee founded it after talks with the Red Party.",
        "The party began to campaign when Ann Lee had quit the Red Party.",
        "Ann Lee, who had quit the Green Party, an ally of the Red Party, founded it.",
        "Ann Lee might have quit the Red Party when she founded it.",
        "Its founder, Ann Lee, was president of the Red Party from 1969 until 1982.",
        "Its founder, Ann Lee, had been secretary of the Red Party, a member of parliament and a miner.",
    ],
)
def test_a_change_of_mind_is_no_split(text: str) -> None:
    assert "splitFrom" not in [predicate for predicate, _, _ in read(text)]
