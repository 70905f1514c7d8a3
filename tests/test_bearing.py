"""A word that tells a thing of somebody tells it of the one named, and not of a neighbour."""

import pytest
from telling import prose, told

from partygraph.extraction.prose import mentions
from partygraph.extraction.prose.corroboration import bearing
from partygraph.extraction.prose.corroboration.cues import RULE
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Kind, View


@pytest.mark.parametrize(
    ("sentence", "agrees"),
    [
        ("At the helm of the party since then has been Ann Lee.", True),
        ("Ann Lee, who became President of Brazil, left the party.", False),
        ("The helm of the party, which Bob Hill took, was sought by Ann Lee.", False),
        ("Current president Ann Lee left the party, and its house.", False),
        ("Current leader Ann Lee left the party, and its house.", True),
        ("The party had a new house, and the leader of the opposition was Ann Lee.", False),
    ],
)
def test_a_leader_is_the_partys_own_and_no_other_person_stands_between(sentence: str, agrees: bool) -> None:
    assert (RULE in {fact.rule for fact in prose("Leader: Ann Lee", sentence)}) is agrees


def test_where_somebody_of_it_is_a_member_the_party_need_not_be() -> None:
    text = "Close ties bind the party to the League of Azurians (LA), of which Ann Lee remains a member."
    assert told(text, "affiliationNational", "- National: League of Azurians") == []


def test_an_office_behind_a_name_is_the_one_that_is_told_of() -> None:
    text = "In 1950 Bo Chan was still President of the Blue Party and Ann Lee its treasurer."
    assert [name for name, _, _ in told(text, "leader", "- President: Ann Lee")] == ["Bo Chan"]


@pytest.mark.parametrize(
    ("infobox", "other", "plain"),
    [
        ("Founded: 2011", "The party was founded after the revolution of 2011.", "The birth of the party was in 2011."),
        ("Founded: 2011", "The party was launched again in 2000 and in 2011.", "The birth of the party was in 2011."),
        (
            "Split from: Red Party",
            "In 1993 the party met, and some broke away and formed another Red Party.",
            "The party was formed when some broke away from the Red Party.",
        ),
        (
            "International: Red International",
            "The party is a member of the Azure Union, which is a section of the Red International.",
            "The party is a section of the Red International.",
        ),
    ],
)
def test_what_belongs_to_its_neighbour_is_no_agreement(infobox: str, other: str, plain: str) -> None:
    assert not [fact for fact in prose(infobox, other) if fact.rule == RULE]
    assert [fact for fact in prose(infobox, plain) if fact.status.value == "asserted"]


@pytest.mark.parametrize(
    ("infobox", "sentence", "agrees"),
    [
        ("Founder: Ann Lee", "Founded by Bo Chan, the party was backed by Ann Lee.", False),
        ("Founder: Ann Lee", "It was founded by a circle of friends and by Ann Lee.", True),
        ("Founded: 1931", "Its friends formed a circle and in November 1931 the party voted against it.", False),
        ("Dissolved: 1939", "The party was ended by force after the war had begun in March 1939.", False),
    ],
)
def test_what_a_cue_is_near_to_can_be_told_of_another_matter(infobox: str, sentence: str, agrees: bool) -> None:
    predicate = {"Founder": "founder", "Founded": "founded", "Dissolved": "dissolved"}[infobox.partition(":")[0]]
    found = {fact.rule for fact in prose(infobox, sentence) if fact.predicate == predicate}
    assert (RULE in found) == agrees


def read(text: str) -> Lattice:
    return mentions.read(View.verbatim(text, 0), Registry.of(Entity("Blue Party", Kind.PARTY)))


def person(lattice: Lattice, name: str = "Ann Lee") -> Mention:
    return next(mention for mention in lattice.mentions() if mention.kind == "person" and mention.name == name)


@pytest.mark.parametrize(
    ("text", "cue", "found"),
    [
        ("Its leader is Ann Lee.", "leader", True),
        ("The leader of the party is Ann Lee.", "leader", True),
        ("The leader of the opposition is Ann Lee.", "leader", False),
        ("The miners' leader is Ann Lee.", "leader", False),
        ("A union leader is Ann Lee.", "leader", False),
        ("Current president is Ann Lee.", "president", False),
        ("The party president is Ann Lee.", "president", True),
        ("Its founding assembly elected Ann Lee.", "founding", False),
        ("Its founding is due to Ann Lee.", "founding", True),
    ],
)
def test_a_cue_is_of_the_party(text: str, cue: str, found: bool) -> None:
    lattice = read(text)
    at = lattice.tokens.lower.index(cue)
    assert bearing.is_cue(lattice, at, frozenset({cue}), person(lattice), True) is found
    assert not bearing.is_cue(lattice, at, frozenset({"other"}), person(lattice), True)


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Supporters of Ann Lee founded it.", True),
        ("Ann Lee's niece founded it.", True),
        ("Followers of President Ann Lee founded it.", True),
        ("Ann Lee founded it.", False),
        ("The founder of it, Ann Lee, left.", False),
    ],
)
def test_whose_something_is_stands_aside(text: str, aside: bool) -> None:
    lattice = read(text)
    assert bearing.is_aside(lattice, person(lattice), frozenset({"founder"})) is aside


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("Founded by Bo Chan, it had Ann Lee.", True),
        ("Founded by Bo Chan and Ann Lee.", False),
        ("Founded by Ann Lee, it had Bo Chan.", False),
    ],
)
def test_another_person_stands_between_unless_both_are_in_a_list(text: str, between: bool) -> None:
    lattice = read(text)
    assert bearing.is_between(lattice, 0, person(lattice)) is between


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The party's board was formed.", True),
        ("The party's foundation was hard.", False),
        ("The party was formed.", False),
    ],
)
def test_a_part_of_the_party_is_not_the_party(text: str, part: bool) -> None:
    words = frozenset({"foundation", "formed"})
    assert bearing.is_of_a_part(read(text), words) is part


@pytest.mark.parametrize(
    ("text", "behind"),
    [("Ann Lee its treasurer.", True), ("Ann Lee left its house.", False), ("Ann Lee treasurer.", False)],
)
def test_an_office_is_behind_a_name_with_its_article(text: str, behind: bool) -> None:
    lattice = read(text)
    assert bearing.has_an_office_behind(lattice, person(lattice)) is behind


def opinion(lattice: Lattice) -> Mention:
    return next(mention for mention in lattice.mentions() if mention.kind == "ideology")


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("It came from the United Farmers' League (UFL), an agrarian movement.", True),
        ("It came from the Blue Party, an agrarian movement.", False),
        ("It came from the United Farmers' League, in agrarian times.", False),
        ("It came as an agrarian movement.", False),
    ],
)
def test_an_apposition_says_what_the_last_named_is(text: str, other: bool) -> None:
    lattice = read(text)
    assert bearing.is_of_the_last_named(lattice, opinion(lattice)) is other


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("It is based among conservative Azurians.", True),
        ("It is based among conservative settlers.", True),
        ("It is based among conservative voters.", True),
        ("It is a conservative party.", False),
        ("It is conservative", False),
    ],
)
def test_a_view_may_be_that_of_people(text: str, somebody: bool) -> None:
    lattice = read(text)
    assert bearing.is_of_somebody(lattice, opinion(lattice)) is somebody
