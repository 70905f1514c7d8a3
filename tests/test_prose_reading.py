"""A sentence is read against what is known around it: elections, an assembly, other parties."""

from __future__ import annotations

import pytest

from partygraph import readers
from partygraph.extraction import prose
from partygraph.extraction.prose.reading import Reading, reading_of


def readings(text: str) -> list[Reading]:
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{text}\n")
    registry = prose.registry_for(article)
    return [reading_of(article, sentence, registry) for sentence in article.sentences()]


@pytest.mark.parametrize(
    ("text", "polls"),
    [
        ("In the 1990 election it won. It grew.", ["1990 election"]),
        ("In the 1990 election it won. In 1994 it grew.", []),
        ("In the 1990 election it won. Later it grew.", []),
        ("In the 1990 election it won. In the 1994 election it grew.", ["1994 election"]),
        ("It grew. It grew.", []),
    ],
)
def test_the_election_of_the_sentence_before_is_meant_where_no_time_is_told(text: str, polls: list[str]) -> None:
    assert [poll.name for poll in readings(text)[-1].polls] == polls


def test_the_kind_of_race_and_the_assembly_are_kept_in_mind() -> None:
    assert readings("She ran in the 1990 gubernatorial election. It grew.")[-1].race == "gubernatorial"
    seated = "It sits in the National Assembly. "
    later = readings(seated + "It grew.")[-1].assembly
    assert later is not None and later.name == "National Assembly"
    assert readings(seated + "In the 1990 presidential election it won.")[-1].assembly is None


@pytest.mark.parametrize(
    ("text", "own", "others"),
    [
        ("The party grew.", True, False),
        ("The Red Party grew.", False, True),
        ("The party met the Red Party.", True, True),
        ("Ann Lee left.", False, False),
    ],
)
def test_a_sentence_is_about_the_party_or_names_another(text: str, own: bool, others: bool) -> None:
    (read,) = readings(text)
    assert (read.own, read.others) == (own, others)


def test_a_quote_is_the_text_of_its_tokens() -> None:
    (read,) = readings("The party was founded in 1990.")
    quote = read.quote(0, 3)
    assert quote.quote == "The party was"
    assert read.article.text[quote.span.start : quote.span.end] == quote.quote
