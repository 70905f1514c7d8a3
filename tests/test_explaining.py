"""How a sentence was read: what it mentions, which phrases matched, and which nearly did."""

from __future__ import annotations

import pytest

from partygraph import readers
from partygraph.extraction.prose.explaining import MOST_MISSES, explain
from partygraph.model import Article


def article(text: str) -> Article:
    return readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{text}\n")


def test_an_explanation_names_mentions_matches_and_near_misses() -> None:
    page = article("The party was founded in 1990 by Ann Lee. It was founded by a mob.")
    lines = "\n".join(explain(page, page.sentences()[0]).lines())
    assert "party-was-founded: The party was founded in 1990 by Ann Lee" in lines
    assert "{date} = 1990" in lines
    other = explain(page, page.sentences()[1])
    assert other.found == ()
    assert "party-was-founded" in {miss.rule for miss in other.misses}


def test_an_explanation_says_what_is_stated_and_what_is_open_about_it() -> None:
    page = article("The party was informally led by Ann Lee. It was led by Bo Chan.")
    doubtful, sure = ("\n".join(explain(page, sentence).lines()) for sentence in page.sentences())
    assert "| leader | Ann Lee (candidate, since it is open: somebody led without the office)" in doubtful
    assert "| leader | Bo Chan (asserted)" in sure


def test_an_explanation_is_of_the_articles_own_sentence() -> None:
    with pytest.raises(ValueError, match="not of this article"):
        explain(article("It grew."), article("It shrank.").sentences()[0])


def test_an_explanation_tells_why_what_matched_is_no_fact() -> None:
    page = article("It is not true that the party was founded in 1990.")
    explained = explain(page, page.sentences()[0])
    assert explained.stated == ((),) * len(explained.found)
    assert "      blocked: negated (not)" in explained.lines()


def test_an_explanation_reads_the_sentences_before() -> None:
    page = article("Ann Lee left. She founded the party.")
    assert "| founder | Ann Lee" in "\n".join(explain(page, page.sentences()[1]).lines())


def test_of_each_rule_the_nearest_miss_is_told_and_not_too_many() -> None:
    page = article("It was founded by a mob.")
    misses = explain(page, page.sentences()[0]).misses
    assert len(misses) <= MOST_MISSES
    assert len({miss.rule for miss in misses}) == len(misses)
    assert [miss.parts for miss in misses] == sorted((miss.parts for miss in misses), reverse=True)
