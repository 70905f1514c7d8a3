"""What the infobox settles: of which party a sentence speaks, and what else would stay a candidate."""

import pytest

from partygraph import readers
from partygraph.extraction import read
from partygraph.extraction.prose.corroboration.cues import RULE
from partygraph.facttable import row


def said(infobox: str, text: str) -> list[tuple[str, str, str, str]]:
    """The predicate, object, status and rule of what the sentences say of the article's party."""
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Liberalism\n{infobox}\n\n{text}\n")
    rows = [
        (row(fact, article), fact.rule)
        for fact in read(article).facts
        if fact.source == "prose" and fact.subject.name == "Blue Party"
    ]
    return [(cells.predicate, cells.object, cells.status, rule) for cells, rule in rows]


OF_THE_RED = "Voters of the Red Party and of the Azure Union stayed at home."


@pytest.mark.parametrize(
    ("infobox", "text", "expected"),
    [
        (
            "- Merged into: Green League",
            f"{OF_THE_RED} In 1988 it was absorbed by the Green League.",
            ("mergedInto", "Green League"),
        ),
        ("- Dissolved: 1988", f"{OF_THE_RED} It was dissolved in 1988.", ("dissolved", "1988")),
        ("- Dissolved: 1988", f"{OF_THE_RED} It was dissolved on 4 May 1988.", ("dissolved", "1988-05-04")),
        (
            "- Founded: 6 June 2013",
            f"{OF_THE_RED} The new party was launched on 6 June 2013.",
            ("founded", "2013-06-06"),
        ),
        (
            "- Founded: 1990",
            "Ann Lee walked out of the Red Party, and in 1990 she founded a party of her own.",
            ("founded", "1990"),
        ),
        (
            "- International: Green International",
            f"{OF_THE_RED} Abroad it joined the Green International.",
            ("affiliationInternational", "Green International"),
        ),
    ],
)
def test_a_sentence_is_read_once_more_for_what_the_infobox_states(
    infobox: str, text: str, expected: tuple[str, str]
) -> None:
    assert (*expected, "asserted", RULE) in said(infobox, text)
    assert expected not in [found[:2] for found in said("- Seats: 3", text)]


@pytest.mark.parametrize(
    "text",
    [
        f"{OF_THE_RED} It was dissolved in 1977.",
        f"{OF_THE_RED} It was not dissolved in 1988.",
        f"{OF_THE_RED} It was to be dissolved in 1988.",
        f"{OF_THE_RED} According to Ann Lee, it was dissolved in 1988.",
        "The Red Party was dissolved in 1988.",
    ],
)
def test_what_the_infobox_does_not_state_or_the_sentence_does_not_is_left(text: str) -> None:
    assert "dissolved" not in [
        predicate for predicate, _, status, _ in said("- Dissolved: 1988", text) if status == "asserted"
    ]


def test_what_a_sentence_has_said_is_not_looked_for_again() -> None:
    text = f"The party was dissolved in 1988. {OF_THE_RED} It was dissolved in 1988."
    assert [found[1:] for found in said("- Dissolved: 1988", text) if found[0] == "dissolved"] == [
        ("1988", "asserted", "party-was-dissolved")
    ]


def test_a_day_is_looked_for_where_only_the_year_was_said() -> None:
    text = "The party was founded in 1956. A crowd of farmers, on 4 May 1956 in Tilbrook, saw the birth of the party."
    found = [found[1] for found in said("- Founded: 4 May 1956", text) if found[0] == "founded" and found[3] == RULE]
    assert found == ["1956-05-04"]
    text = "The party was founded on 4 May 1956. A crowd of farmers saw, on 4 May 1956, the birth of the party."
    assert RULE not in [found[3] for found in said("- Founded: 4 May 1956", text) if found[0] == "founded"]


def test_whose_founders_they_are_another_body_before_leaves_open() -> None:
    text = "The Azure Union came from the Red Party, in which Ann Lee and Bo Chan, its founders, were unhappy."
    assert "founder" not in [found[0] for found in said("- Founder: Ann Lee", text)]


CANDIDATE = "The party came into being in 1956 under the name Azure, which should not be mistaken for the White Party."


def test_a_candidate_that_the_infobox_states_is_asserted() -> None:
    assert ("founded", "1956", "candidate", "birth-of-party") in said("- Seats: 3", CANDIDATE)
    assert ("founded", "1956", "asserted", RULE) in said("- Founded: 1956", CANDIDATE)


def test_a_limit_of_time_stays_a_candidate() -> None:
    text = "The party was formed prior to the 1977 elections by Ann Lee."
    assert ("founded", "1977", "asserted", RULE) not in said("- Founded: 1977", text)


def test_a_beginning_that_is_only_concluded_is_told_where_the_infobox_has_it() -> None:
    text = "The Blue Party was a party in Ghana from 1990 to 1999."
    assert ("founded", "1990", "inferred", "span-of-life") in said("- Seats: 3", text)
    assert ("founded", "1990", "asserted", RULE) in said("- Founded: 1990", text)
    assert ("founded", "1990", "inferred", "span-of-life") in said("- Founded: 1988", text)
