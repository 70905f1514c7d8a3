"""Which phrases match a sentence, and which of them are cut off, hang on another noun, or are outranked."""

from __future__ import annotations

import pytest
from telling import told

from partygraph import readers
from partygraph.extraction import prose
from partygraph.extraction.prose import finding
from partygraph.extraction.prose.reading import reading_of


@pytest.mark.parametrize(
    ("sentence", "predicate", "found"),
    [
        ("In 1990 it joined the Azure Coalition.", "alliance", ["Azure Coalition"]),
        ("In 2010 it merged with the Independents of the North party.", "mergedInto", []),
        ("In 2010 CARP(ML) merged into the party.", "mergedFrom", []),
        ("In 2010 it merged into CARP(ML).", "mergedInto", []),
        ("In 2010 CARP merged into the party.", "mergedFrom", ["CARP"]),
        ("In 2010 it merged into the Red Party (RP).", "mergedInto", ["Red Party"]),
    ],
)
def test_a_match_does_not_end_within_a_name(sentence: str, predicate: str, found: list[str]) -> None:
    assert [name for name, _, _ in told(sentence, predicate)] == found


def test_what_matches_and_states_nothing_says_why() -> None:
    page = readers.read(
        "= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\nIt is not true that the party was founded in 1990.\n"
    )
    read = reading_of(page, page.sentences()[0], prose.registry_for(page))
    facts, reasons = finding.state_all(read)
    assert facts == []
    assert {(reason, word) for reason, word, _ in reasons} == {("negated", "not")}


def test_the_same_reading_of_a_phrase_is_found_once_and_the_outranked_not_at_all() -> None:
    page = readers.read("= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\nThe party was founded in 1990 by Ann Lee.\n")
    lattice = reading_of(page, page.sentences()[0], prose.registry_for(page)).lattice
    found = finding.find(lattice)
    read = [(one.phrase.name, one.match.start, [id(slot) for _, slot in one.match.slots]) for one in found]
    assert read and all(read.count(one) == 1 for one in read)
    assert not any(
        one.phrase.name in other.phrase.outranks
        and one.match.start < other.match.end
        and other.match.start < one.match.end
        for one in found
        for other in found
    )
