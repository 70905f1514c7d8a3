"""What a sentence is about: the name before its first verb, and the party that a description is of."""

from __future__ import annotations

import pytest
from telling import told

from partygraph.extraction.prose import mentions, subjects
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Kind, View

OWN = Entity("Blue Party", Kind.PARTY)


def read(text: str) -> Lattice:
    return mentions.read(View.verbatim(text, 0), Registry.of(OWN))


def name(mention: Mention | None) -> str | None:
    return mention.name if mention is not None else None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ann Lee founded it.", "Ann Lee"),
        ("Also the party grew.", "Blue Party"),
        ("In 1990 the party won 3 seats.", "Blue Party"),
        ("For the 1997 election the party joined the Azure Front.", "Blue Party"),
        ("With Ann Lee, in May, the party grew.", "Blue Party"),
        ("Organised in 1990 against the tax, the party grew.", "Blue Party"),
        ("Organised in 1990 against the tax; the party grew.", None),
        ("The party's support fell.", "Blue Party"),
        ("The party's leader was Ann Lee.", None),
        ("The fourth, Bo Chan, left.", "Bo Chan"),
        ("The fourth Bo Chan left.", None),
        ("Supporters of Ann Lee left.", None),
    ],
)
def test_a_sentence_is_about_the_name_before_its_first_verb(text: str, subject: str | None) -> None:
    assert name(subjects.grammatical_subject(read(text))) == subject


def test_of_a_partys_support_the_noun_is_a_part_of_the_subject() -> None:
    whole = subjects.grammatical_subject(read("The party's support fell."))
    assert whole is not None and (whole.start, whole.end) == (0, 4)


@pytest.mark.parametrize(
    ("text", "defined"),
    [
        ("The Azure League is a party in Ghana.", "Azure League"),
        ("The Azure League (AL), a small body, was a party in Ghana.", "Azure League"),
        ("The Azure League's leader is a party man.", None),
        ("The Azure League was founded in 1990.", None),
        ("In 1990 the Azure League was a party.", None),
        ("The Azure League and the Red Party was a party.", None),
    ],
)
def test_a_definition_opens_with_the_name_that_it_defines(text: str, defined: str | None) -> None:
    assert name(subjects.defined_name(read(text))) == defined


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("The Blue Party was a party in Ghana.", True),
        ("The Blue Party is a party in Ghana.", False),
        ("The Azure League was a party in Ghana.", False),
        ("The Blue Party was founded in 1990.", False),
    ],
)
def test_what_a_party_was_it_is_no_more(text: str, past: bool) -> None:
    assert subjects.is_told_in_the_past(read(text), OWN) is past


@pytest.mark.parametrize(
    ("behind", "verbs"),
    [
        ("is a party in Ghana led by Ann Lee.", ["led"]),
        ("was a party in Ghana that merged with the Red Party.", ["merged"]),
        ("is a party that in 1990 merged.", ["merged"]),
        ("is a party of the left which existed in Ghana.", ["existed"]),
        ("is a party of the centre to centre-right founded in 1990.", ["founded"]),
        ("is a party at the federal level in Ghana, which was founded in 1990.", ["was"]),
        ("is a party (a small one) in Ghana, which was founded in 1990.", ["was"]),
        ("is a party in Ghana, which Ann Lee announced in May, and which was founded in June.", ["which", "was"]),
        ("is an alliance of parties that merged.", []),
        ("was a party of settlers that split from it.", []),
        ("is a party of the coalition that took office.", []),
        ("is a party in Ghana. Ann Lee led it.", []),
    ],
)
def test_what_stands_behind_a_description_is_told_of_the_party(behind: str, verbs: list[str]) -> None:
    lattice = read(f"The Azure League {behind}")
    found = subjects.described_parties(lattice)
    assert [lattice.tokens.words[at] for at in found] == verbs
    assert {subject.name for subject in found.values()} <= {"Azure League"}


@pytest.mark.parametrize(
    ("sentence", "predicate", "found"),
    [
        ("The party was founded in 1990.", "founded", ["1990"]),
        ("The forerunner of the party was founded in 1990.", "founded", []),
        ("A youth branch of the party (BY) was founded in 1990.", "founded", []),
        ("Ann Lee founded the party.", "founder", ["Ann Lee"]),
        ("The Red Party merged into the party in 1990.", "mergedFrom", ["Red Party"]),
        ("Parties such as the Red Party merged into the party in 1990.", "mergedFrom", []),
        ("Parties like the Red Party merged into the party in 1990.", "mergedFrom", []),
        ("Supporters of Ann Lee, then president, founded the party.", "founder", []),
        ("Its coalition with the Red Party was dissolved in 1990.", "dissolved", []),
    ],
)
def test_what_hangs_on_a_noun_is_not_what_is_told_of(sentence: str, predicate: str, found: list[str]) -> None:
    assert [one for one, _, _ in told(sentence, predicate)] == found


def test_what_being_follows_is_told_of_whatever_it_hangs_on() -> None:
    found = told("Quarrels led to the party being dissolved in 1990.", "dissolved")
    assert ("1990", "", "asserted") in found


@pytest.mark.parametrize(
    ("text", "word", "rest"),
    [
        ("The Ploughmen's and Graziers won.", "graziers", True),
        ("The Ploughmen's Graziers won.", "graziers", False),
        ("Ann Lee and it won.", "it", False),
    ],
)
def test_a_single_word_behind_and_may_be_the_rest_of_a_name(text: str, word: str, rest: bool) -> None:
    lattice = read(text)
    at = lattice.tokens.lower.index(word)
    assert subjects.is_rest(lattice, Mention("party", at, at + 1, word)) is rest


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("an alliance with the Red Party", True),
        ("an alliance of Red Party", False),
        ("a talk with the Red Party", False),
        ("an alliance with Ann Lee and four more who had left the Red Party", False),
    ],
)
def test_a_partner_stands_near_the_noun_for_an_alliance(text: str, partner: bool) -> None:
    lower = tuple(text.lower().split())
    assert subjects.is_partner(lower, lower.index("red")) is partner


def test_the_name_before_a_comma_may_have_brackets_behind_it() -> None:
    lattice = read("In May the Azure Congress (AC) (Blau), formed in 1990, won.")
    comma = lattice.tokens.lower.index(",")
    assert name(subjects.named_before(lattice, comma)) == "Azure Congress"
    assert subjects.name_ending(lattice, comma) is None
    assert name(subjects.name_ending(lattice, lattice.tokens.lower.index("("))) == "Azure Congress"


def test_the_verbs_of_patterns_are_no_nouns_and_no_small_words() -> None:
    assert {"founded", "merged", "won"} <= subjects.verbs()
    assert subjects.verbs().isdisjoint({"the", "by", "party", "leader", "which", "and", "in"})
    assert "leader" in subjects.followers()
