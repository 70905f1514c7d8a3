"""Nothing that is denied, planned, conditional or somebody's word comes out as a plain fact."""

from __future__ import annotations

import pytest
from telling import told

from partygraph import readers
from partygraph.extraction import read
from partygraph.extraction.prose.scope import holds
from partygraph.model import Entity, Status

CLAUSES = (
    "the Blue Party was founded in 1990 by Ann Lee",
    "the Blue Party was dissolved in 1999",
    "the Blue Party merged into the Red Party in 1999",
    "the Blue Party split from the Red Party in 1990",
    "the Blue Party was banned in 1969",
    "the Blue Party was renamed the Azure League in 1965",
    "the Blue Party won 12 seats in the 1990 general election",
    "the Blue Party is a member of the Socialist International",
    "the Blue Party was led by Ann Lee from 1990 to 1994",
    "the Blue Party endorsed Ann Lee for governor in 1999",
    "Ann Lee was elected to the National Assembly in 1990",
    "Ann Lee became leader of the party in 1999",
)
BLOCKING = (
    "It is not true that {}.",
    "It was never the case that {}.",
    "Nobody says that {}.",
    "It was falsely reported that {}.",
    "There were plans that {}.",
    "It was proposed that {}.",
    "There was a demand that {}.",
    "He would have stayed if {}.",
    "It was not known whether {}.",
)
WEAKENING = (
    "Critics claimed that {}.",
    "According to its rivals, {}.",
    "Reportedly {}.",
    "The paper alleged that {}.",
    "It is said that {}.",
    "Some historians believe that {}.",
    "Ann Lee said that {}.",
)
INSIDE = (
    "The Blue Party was not founded in 1990.",
    "The Blue Party was never dissolved.",
    "The Blue Party failed to win 5 seats in the 1990 general election.",
    "The Blue Party refused to merge into the Red Party in 1999.",
    "The Blue Party planned to merge into the Red Party in 1999.",
    "The Blue Party will be dissolved in 1999.",
    "The Blue Party may have been founded in 1990.",
    "The Blue Party was to be dissolved in 1999.",
    "The Blue Party was almost banned in 1969.",
    "The Blue Party attempted to split from the Red Party in 1990.",
    "The Blue Party considered joining the Green Alliance in 1999.",
    "The Blue Party hoped to win 5 seats in the 1990 general election.",
    "The Blue Party would have won 5 seats in the 1990 general election.",
    "The Blue Party could not endorse Ann Lee for governor in 1999.",
    "Ann Lee was not elected to the National Assembly in 1990.",
    "Ann Lee sought to become leader of the party in 1999.",
    "Ann Lee declined to be nominated for governor by the party.",
    "Neither the Blue Party nor Ann Lee won 5 seats in the 1990 general election.",
    "No party was founded in 1990.",
    "A proposal that the party be renamed the Azure League was rejected in 1999.",
    "Talks on a merger with the Red Party broke down in 1999.",
    "The party denied that it was dissolved in 1999.",
    "Had the party been founded in 1990, it would be old.",
    "Without Ann Lee the party would not have been founded in 1990.",
)


def asserted(text: str) -> list[str]:
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{text}\n")
    return [
        f"{fact.subject.name} {fact.predicate} {fact.object}"
        for fact in read(article).facts
        if fact.source == "prose" and fact.status is Status.ASSERTED
    ]


@pytest.mark.parametrize("clause", CLAUSES)
def test_the_bare_clause_is_a_fact(clause: str) -> None:
    assert asserted(clause[0].upper() + clause[1:] + ".")


@pytest.mark.parametrize("frame", BLOCKING + WEAKENING)
@pytest.mark.parametrize("clause", CLAUSES)
def test_the_clause_in_a_frame_is_none(frame: str, clause: str) -> None:
    assert asserted(frame.format(clause)) == []


@pytest.mark.parametrize("sentence", INSIDE)
def test_a_verb_that_denies_or_hopes_is_none(sentence: str) -> None:
    assert asserted(sentence) == []


def test_what_a_party_says_of_itself_weakens_what_follows_only() -> None:
    text = "The party was founded in 1946, describes itself as patriotic and advocates autonomy."
    assert told(text, "founded") == [("1946", "", "asserted")]


def test_what_is_told_behind_and_with_its_own_verb_is_no_part_of_a_description() -> None:
    text = "It called itself patriotic and was a member of the Liberal International."
    assert told(text, "affiliationInternational") == [("Liberal International", "current=0", "asserted")]
    text = "It claimed to be patriotic and was a member of the Liberal International."
    assert told(text, "affiliationInternational") == [("Liberal International", "current=0", "claim")]


@pytest.mark.parametrize(
    ("text", "predicate", "found"),
    [
        ("The party had few voters before it merged into the Red Union.", "mergedInto", ["Red Union"]),
        ("Few people voted for it before the party was finally dissolved in 1990.", "dissolved", ["1990"]),
        ("It won a seat in parliament before it was dissolved in 1990.", "dissolved", []),
        ("It was a club before it was a party in Norway.", "country", []),
        ("It needs more members before it is dissolved in 1990.", "dissolved", []),
    ],
)
def test_what_came_about_after_something_else_is_a_fact(text: str, predicate: str, found: list[str]) -> None:
    assert [name for name, _, _ in told(text, predicate)] == found


def test_a_claim_stays_as_a_claim() -> None:
    article = readers.read(
        "= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\nCritics claimed that it was banned in 1969.\n"
    )
    assert [fact.status for fact in read(article).facts if fact.source == "prose"] == [Status.CLAIM]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("It is not true that the Blue Party was banned in 1969.", "negated"),
        ("There were plans that the Blue Party was dissolved in 1999.", "planned"),
        ("He stayed if the Blue Party was banned in 1969.", "conditional"),
        ("The sun shone.", "no-pattern"),
    ],
)
def test_what_is_left_out_says_why(sentence: str, reason: str) -> None:
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{sentence}\n")
    assert [left.reason for left in read(article).left_out if left.evidence.quote == sentence] == [reason]


def test_expressions_are_found_whole() -> None:
    assert holds(["it", "called", "for", "peace"], "plan") == "called for"
    assert holds(["it", "called", "on", "them"], "plan") == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "In the 1990 election it won 3 of the 12 seats it contested.",
        "In the 1990 election it won 8.1% of the vote in the constituencies it contested.",
        "In the 1990 election the party won 12 seats together with the Red Party.",
        "It received 3.1% and 4.2% of the vote in the 1997 and 2002 elections.",
        "In the 1997 and 2002 elections it won 3 and 5 seats respectively.",
        "Following the 1993 election, the party held 22 seats.",
        "It held 7 seats after the 2004 general election.",
        "It formed an alliance with the Red Party and the Green Union, which won 12 seats in the 1990 election.",
        "It was part of the Together alliance with the Red Party, which won 12 seats in the 1990 election.",
    ],
)
def test_a_result_that_is_narrowed_shared_or_one_of_two_is_nobodys(sentence: str) -> None:
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{sentence}\n")
    assert [fact for fact in read(article).facts if fact.predicate == "electionResult"] == []


@pytest.mark.parametrize("later", ["Later it had 8 seats.", "It subsequently won 8 seats.", "It now has 8 seats."])
def test_a_figure_with_a_time_of_its_own_is_not_of_the_election_before(later: str) -> None:
    text = f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\nIn the 1998 election it won 5 seats. {later}\n"
    results = [fact for fact in read(readers.read(text)).facts if fact.predicate == "electionResult"]
    assert [fact.object.name for fact in results if isinstance(fact.object, Entity)] == ["1998 election"]


def test_what_a_party_never_had_takes_nothing_back() -> None:
    text = "The Blue Party was a small party in Portugal, which never had a deputy."
    assert told(text, "country") == [("Portugal", "", "asserted")]
    text = "The party announced its merger with the Red Party in 1990, which never took place."
    assert "asserted" not in {status for _, _, status in told(text, "mergedInto")}


def test_that_it_contested_an_election_takes_nothing_back() -> None:
    assert told("The party was founded by Ann Lee and contested the 1990 election.", "founder") == [
        ("Ann Lee", "", "asserted")
    ]
    assert told("In the 1990 election it won three of the five seats it contested.", "electionResult") == []


def test_the_campaign_of_a_year_is_no_plan() -> None:
    text = "For the 1976 campaign the party joined the Azure Front."
    assert [(name, status) for name, _, status in told(text, "alliance")] == [("Azure Front", "asserted")]
    assert told("In its campaign the party joined the Azure Front.", "alliance") == []


def test_what_a_clause_opens_with_is_its_purpose_and_no_plan() -> None:
    text = "In order to win votes the party entered into an alliance with the Red Party in 1999."
    assert told(text, "alliance") == [("Red Party", "start=1999", "asserted")]
    assert told("Members met in order to form an alliance of the party with the Red Party in 1999.", "alliance") == []


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        ("After years without a seat the party was wound up in 2008.", True),
        ("Left without a leader the Blue Party was wound up in 2008.", True),
        ("Ann Lee left without the party being wound up in 2008.", False),
        ("Without a vote it was not wound up in 2008.", False),
    ],
)
def test_what_a_party_was_without_denies_nothing_of_what_it_did(sentence: str, ends: bool) -> None:
    assert (
        "dissolved" in {fact.predicate for fact in read(readers.read(f"= Blue Party =\n\n{sentence}\n")).facts}
    ) is ends


@pytest.mark.parametrize(
    ("sentence", "seats"),
    [
        ("In the 1990 general election, in which it stood alone, the party won 12 seats.", ["seats=12"]),
        ("In the 1990 general election, the first that it fought, the party won 12 seats.", ["seats=12"]),
        ("In the 1990 general election, in which it stood in two towns, the party won 12 seats.", []),
        ("In the 1990 general election, in which it stood with the Red Party, the party won 12 seats.", []),
        ("At the following election, in 1994, the party won 12 seats.", ["seats=12"]),
        ("Following the 1994 election the party won 12 seats.", []),
    ],
)
def test_a_remark_on_an_election_narrows_nothing(sentence: str, seats: list[str]) -> None:
    assert [qualifiers for _, qualifiers, _ in told(sentence, "electionResult")] == seats
