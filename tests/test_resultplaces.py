"""Of which part of a country, or of which chamber, a result is."""

from __future__ import annotations

import pytest
from telling import facts_of

from partygraph.model import Entity, Fact, Literal


def said(fact: Fact, qualifier: str) -> str | None:
    value = fact.qualifier(qualifier)
    return value.lexical if isinstance(value, Literal) else None


@pytest.mark.parametrize(
    ("sentence", "area"),
    [
        ("In the 2009 local elections it won four seats in Tilbrook.", "Tilbrook"),
        ("In 2005 it won 8.1% of the vote in Osijek.", "Osijek"),
        ("It was strong in Osijek, where it won 8.1% of the vote in 2005.", "Osijek"),
        ("It sat on the council of Tilbrook, a town in Vermont, where it won 8.1% in 2005.", None),
        ("In the 2009 local elections in Tilbrook, it won four seats.", "Tilbrook"),
        ("In the 2009 general election in Ghana, it won four seats.", None),
        ("In 2005 it won 8.1% of the vote in Ghana.", None),
        ("In 2005 it won 8.1% of the vote.", None),
        ("In the 1990 election it won two seats in the National Assembly.", None),
        ("In Walden the party won 12% of the vote in the 1990 election.", "Walden"),
        ("In Ghana the party won 12% of the vote in the 1990 election.", None),
        ("In Walden they stood in the 1990 election and won 12% of the vote.", "Walden"),
        ("In the 1990 election the party stood in Walden and won 12% of the vote.", "Walden"),
        ("In the 1990 election the party stood in Walden and in Tilbrook and won 12% of the vote.", None),
    ],
)
def test_a_result_is_of_the_area_that_is_named_beside_it(sentence: str, area: str | None) -> None:
    (fact,) = facts_of(sentence, "electionResult")
    assert said(fact, "area") == area


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("In the 1990 general election it won 12% of the vote for the Senate.", "Senate"),
        ("It stood in the 1990 general election. In the Senate it won 12% of the vote.", "Senate"),
        ("In the 1990 municipal elections it won 700 votes for the Senate.", None),
    ],
)
def test_a_share_is_of_the_chamber_that_is_named_beside_it(sentence: str, body: str | None) -> None:
    (fact,) = facts_of(sentence, "electionResult")
    value = fact.qualifier("body")
    assert (value.name if isinstance(value, Entity) else None) == body


@pytest.mark.parametrize(
    ("sentence", "areas"),
    [
        (
            "In the Saxony-Anhalt state election of 2016 it won 1% of the votes, and in that of 2021 2%.",
            ["Saxony-Anhalt", "Saxony-Anhalt"],
        ),
        ("In the state election of 2016 it won 1% of the votes, and in that of 2021 2%.", [None, None]),
        ("In the German state elections of 2016 it won 1% of the votes.", [None]),
    ],
)
def test_the_election_of_a_known_region_is_its_own(sentence: str, areas: list[str | None]) -> None:
    assert [said(fact, "area") for fact in facts_of(sentence, "electionResult")] == areas


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The party stood for the Senate in Walden and Azul, and got 12,207 votes.", "Senate"),
        ("The party stood for the Senate and for the House of Commons, and got 12,207 votes.", None),
        ("The party stood in Walden, and got 12,207 votes.", None),
    ],
)
def test_votes_are_those_for_the_chamber_that_a_party_stood_for(sentence: str, body: str | None) -> None:
    (fact,) = facts_of(f"It took part in the 1990 general election. {sentence}", "electionResult")
    value = fact.qualifier("body")
    assert (value.name if isinstance(value, Entity) else None) == body
