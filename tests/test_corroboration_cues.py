"""What the infobox states and a sentence says again; the examples of the cue table are its tests."""

import pytest
from telling import told

from partygraph import readers
from partygraph.extraction import read
from partygraph.extraction.prose.corroboration.cues import RULE, cues
from partygraph.model import Fact
from partygraph.resources import folder
from partygraph.rules.lexicon import rows
from partygraph.rules.predicates import predicates

ROWS = list(rows(folder("ontology") / "lexicon" / "cues.tsv"))


def prose(infobox: str, sentence: str) -> list[Fact]:
    text = f"= Blue Party =\n\nBlue Party\n- {infobox}\n\n{sentence}\n"
    return [fact for fact in read(readers.read(text)).facts if fact.source == "prose"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["predicate"])
def test_the_example_is_read_by_agreement(row: dict[str, str]) -> None:
    found = prose(row["infobox"], row["sentence"])
    assert (row["predicate"], RULE) in {(fact.predicate, fact.rule) for fact in found}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["predicate"])
def test_without_the_infobox_the_sentence_says_nothing_of_it(row: dict[str, str]) -> None:
    assert row["predicate"] not in {fact.predicate for fact in prose("Colours: Blue", row["sentence"])}


@pytest.mark.parametrize(
    "sentence",
    [
        "A circle of friends, with Ann Lee in its midst, never established it.",
        "A circle of friends, with Ann Lee in its midst, wanted to establish it, and no founder is known.",
        "According to its critics a circle of friends around Ann Lee established it.",
        "A circle of friends and Ann Lee established the Red Club.",
        "A circle of friends, with Ann Lee in its midst, met in the party's house.",
        "Supporters of Ann Lee established the party.",
        "During the founding assembly of the party, Ann Lee spoke for an hour.",
        "Followers of President Ann Lee founded it over a weekend.",
        "A brother of Ann Lee's lawyer established the party.",
    ],
)
def test_what_is_denied_doubted_or_of_something_else_agrees_with_nothing(sentence: str) -> None:
    assert RULE not in {fact.rule for fact in prose("Founder: Ann Lee", sentence)}


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


def test_a_date_keeps_the_precision_of_the_sentence() -> None:
    (fact,) = prose("Founded: 1990", "Some place the beginnings of the party in May 1990.")
    assert getattr(fact.object, "lexical", "") == "1990-05"
    assert fact.evidence[0].quote == "beginnings of the party in May 1990"


def test_the_predicates_are_known() -> None:
    assert set(cues()) <= set(predicates())


@pytest.mark.parametrize(
    ("sentence", "agrees"),
    [
        ("It developed from the United Farmers (UF), an agrarian movement that became active in 1919.", False),
        ("It developed as an agrarian movement that became active in 1919.", True),
    ],
)
def test_what_another_body_is_in_apposition_the_party_is_not(sentence: str, agrees: bool) -> None:
    facts = prose("Ideology: Agrarianism", sentence)
    found = {fact.predicate for fact in facts if fact.subject.name != "United Farmers"}
    assert ("ideology" in found) is agrees


def test_what_was_so_once_agrees_with_no_sentence_of_today() -> None:
    said = "While being traditionally part of the centre-left, the party has sided with others."
    assert prose("Position: Right-wing, Historical:, Centre-left", said) == []


@pytest.mark.parametrize(
    ("infobox", "sentence"),
    [
        ("Leader: Ann Lee", "The party fought against the wing led by Ann Lee and others."),
        ("Leader: Ann Lee (1963–1977)", "In 1970 the party re-elected Ann Lee as its head."),
        ("Successor: Azure Union", "The party was renamed Azure Union."),
    ],
)
def test_other_deeds_are_no_agreement(infobox: str, sentence: str) -> None:
    assert not [fact for fact in prose(infobox, sentence) if fact.predicate in ("leader", "successor")]


def test_a_view_of_people_is_none_of_the_party() -> None:
    assert prose("Ideology: Conservatism", "The party is based among conservative Azurians.") == []


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("Leader: Ann Lee", "Lee died in 2019 and was succeeded as president of the party by Bo Chan."),
        ("Leader: Ann Lee", "In 1974 the party split in two: one led by Lee, the other by Chan."),
        ("Founded: 1949", "The party had its roots in an association of the same name set up in 1949."),
        ("Newspaper: Azul", "The party's deputy was Ann Lee, editor of the newspaper Azul."),
        ("Founder: Ann Lee", "The party was founded by the Red League, which Ann Lee had created in 1943."),
        ("Leader: Ann Lee", "Bo Chan, the head of the party, sided with Lee."),
        ("Merged into: United Azure Party", "The party chose candidates for the United Azure Party (UAP)."),
        (
            "Position: Right-wing",
            "Its activities ceased in 2008, when its members joined Hope, a small party of the right-wing fringe.",
        ),
        ("Ideology: Marxism", "In 1990 the congress advised against a commitment to Marxism."),
    ],
)
def test_what_is_said_of_something_beside_the_party_confirms_nothing(row: str, text: str) -> None:
    assert RULE not in {fact.rule for fact in prose(row, text)}


def test_what_was_merged_into_another_is_not_what_it_merged_into() -> None:
    text = "It came back in 2006, after the Red Party, which she had led, had been merged into the White Alliance."
    assert told(text, "mergedInto", "- Merged: Red Party") == []


@pytest.mark.parametrize(
    ("sentence", "qualifiers"),
    [
        ("Until 2005 the party was one of those within the Green Coalition.", "end=2005"),
        ("In 2001 the party was one of those within the Green Coalition.", "start=2001"),
        ("The party was one of those within the Green Coalition.", ""),
        ("In 2005 the party joined the Green Coalition.", ""),
    ],
)
def test_of_a_time_only_what_the_sentence_has_is_its_own(sentence: str, qualifiers: str) -> None:
    found = told(sentence, "affiliationNational", "- National: Green Coalition (2001–2005)")
    assert found == [("Green Coalition", qualifiers, "asserted")]


def test_one_year_does_not_tell_that_it_was_over() -> None:
    text = "In 2001 the party was one of those within the Green Coalition."
    ((_, qualifiers, _),) = told(text, "affiliationNational", "- National: Green Coalition (2001–2001)")
    assert qualifiers == "start=2001"


def test_where_somebody_of_it_is_a_member_the_party_need_not_be() -> None:
    text = "Close ties bind the party to the League of Azurians (LA), of which Ann Lee remains a member."
    assert told(text, "affiliationNational", "- National: League of Azurians") == []


@pytest.mark.parametrize(
    ("name", "founders"), [("the Blue Party Renewed", []), ("the Blue Party", ["Ann Lee"]), ("it anew", ["Ann Lee"])]
)
def test_who_founded_what_has_a_longer_name_founded_that(name: str, founders: list[str]) -> None:
    text = f"In 2005 the party split, and Ann Lee, a former minister, created {name}."
    assert [found for found, _, _ in told(text, "founder", "- Founder: Ann Lee")] == founders


def test_an_office_behind_a_name_is_the_one_that_is_told_of() -> None:
    text = "In 1950 Bo Chan was still President of the Blue Party and Ann Lee its treasurer."
    assert [name for name, _, _ in told(text, "leader", "- President: Ann Lee")] == ["Bo Chan"]


def test_what_went_into_a_merger_is_not_what_came_of_it() -> None:
    text = "It was created in 1977 from a merger of the Red Party with the Green League."
    assert told(text, "mergedInto", "- Merged: Red Party, Green League") == []


def test_a_longer_international_is_not_the_shorter() -> None:
    text = "From 1926 to 1940 the party was a member of the Labour and Socialist International."
    names = [name for name, _, _ in told(text, "affiliationInternational", "- International: Socialist International")]
    assert "Socialist International" not in names


def test_who_founded_another_body_did_not_thereby_found_the_party() -> None:
    text = "Its leader is Ann Lee, who is a co-founder of the think tank Azure Circle."
    assert told(text, "founder", "- Founder: Ann Lee") == []


def test_a_view_of_its_allies_is_not_the_partys() -> None:
    text = "For the most part the party has run as a minor ally of larger parties of the centre-right."
    assert told(text, "position", "- Position: Centre-right") == []


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


@pytest.mark.parametrize(
    ("parts", "agrees"),
    [
        ("of the Red Party", True),
        ("of the two factions of the Red Party", False),
        ("of most members of the Red Party", False),
    ],
)
def test_parts_of_a_party_that_merge_are_not_the_party(parts: str, agrees: bool) -> None:
    found = prose("Merger: Red Party", f"The party is what came, in the end, of that fusion {parts} with some others.")
    assert (RULE in {fact.rule for fact in found if fact.predicate == "mergedFrom"}) == agrees
