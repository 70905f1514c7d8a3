"""From an article to its facts: merging, inference, citations, explanation, and what is not about a party."""

import pytest

from partygraph import readers
from partygraph.extraction import extract
from partygraph.extraction.explaining import explain
from partygraph.model import Article, Fact, Status


def article(text: str, title: str = "Blue Party", rows: str = "- Ideology: Blue") -> Article:
    return readers.read(f"= {title} =\n\n{title}\n{rows}\n\n{text}\n")


def prose(text: str) -> list[Fact]:
    return [fact for fact in extract(article(text)).facts if fact.source == "prose"]


def test_the_same_fact_said_twice_is_one_with_two_quotes() -> None:
    (fact,) = prose("The party was banned in 1969. It was outlawed in 1969.")
    assert [evidence.quote for evidence in fact.evidence] == ["The party was banned in 1969", "It was outlawed in 1969"]


def test_contradictions_stay_side_by_side() -> None:
    assert [fact.object for fact in prose("The party was banned in 1969.")] != []
    assert len(prose("The party was banned in 1969. The party was banned in 1970.")) == 2


def test_a_country_follows_from_the_region_and_says_from_what() -> None:
    facts = prose("The Blue Party is a political party in the U.S. state of Ohio.")
    (country,) = [fact for fact in facts if fact.predicate == "country"]
    assert country.status is Status.INFERRED
    assert len(country.inferred_from) == 2


def test_a_page_about_something_else_gives_nothing() -> None:
    rows = "- Population Total: 61,204\n- Settlement Type: Port"
    city = article("The town was founded in 1386 by Abbot Wulfric.", "Kelder Bay", rows)
    extraction = extract(city)
    assert extraction.facts == ()
    assert [left.reason for left in extraction.left_out] == ["not-a-party"]


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


def test_an_explanation_names_mentions_matches_and_near_misses() -> None:
    page = article("The party was founded in 1990 by Ann Lee. It was founded by a mob.")
    lines = "\n".join(explain(page, page.sentences()[0]).lines())
    assert "party-was-founded: The party was founded in 1990 by Ann Lee" in lines
    assert "{date} = 1990" in lines
    other = explain(page, page.sentences()[1])
    assert other.found == ()
    assert "party-was-founded" in {miss.rule for miss in other.misses}


def test_an_explanation_is_of_the_articles_own_sentence() -> None:
    with pytest.raises(ValueError, match="not of this article"):
        explain(article("It grew."), article("It shrank.").sentences()[0])
