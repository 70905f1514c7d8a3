"""The lists of works at the end of an article: author and title of each item."""

from __future__ import annotations

import pytest

from partygraph import readers
from partygraph.extraction import extract
from partygraph.model import Article, Fact


def article(text: str) -> Article:
    return readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{text}\n")


def prose(text: str) -> list[Fact]:
    return [fact for fact in extract(article(text)).facts if fact.source == "prose"]


@pytest.mark.parametrize(
    ("item", "title", "author"),
    [
        ('- Sekou, Bilal. "Beyond Donkeys"', "Beyond Donkeys", "Bilal Sekou"),
        ('- Lee, Ann B. (1999). "A Study of Parties."', "A Study of Parties", "Ann B. Lee"),
        ('- "Anonymous Pamphlet"', "Anonymous Pamphlet", None),
    ],
)
def test_works_cited(item: str, title: str, author: str | None) -> None:
    facts = prose(f"It grew.\n\n==Works cited==\n{item}")
    (fact,) = [fact for fact in facts if fact.predicate == "references"]
    assert getattr(fact.object, "name", None) == title
    assert getattr(fact.qualifier("author"), "name", None) == author
    assert fact.subject.name == "Blue Party (article)"


def test_other_items_of_a_reference_list_are_left_out() -> None:
    left = extract(article("It grew.\n\n==References==\n- Smith 1999, p. 4")).left_out
    assert "reference-list" in [item.reason for item in left]


@pytest.mark.parametrize(
    ("heading", "found"), [("References", 1), ("Further reading", 1), (" works CITED ", 1), ("History", 0)]
)
def test_works_are_cited_under_some_headings_alone(heading: str, found: int) -> None:
    facts = prose(f'It grew.\n\n=={heading}==\n- Lee, Ann. "A Study of Parties"')
    assert len([fact for fact in facts if fact.predicate == "references"]) == found


def test_who_stands_behind_the_title_is_not_its_author() -> None:
    (fact,) = [fact for fact in prose('It grew.\n\n==References==\n- "A Study, of Parties" Lee, Ann "x"') if fact]
    assert fact.qualifiers == ()
