"""What the infobox states and a sentence says again; the examples of the cue table are its tests."""

import pytest
from telling import prose, told

from partygraph.extraction.prose.corroboration.cues import RULE, cues
from partygraph.resources import folder
from partygraph.rules.lexicon import rows
from partygraph.rules.predicates import predicates

ROWS = list(rows(folder("ontology") / "lexicon" / "cues.tsv"))


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


@pytest.mark.parametrize(
    ("name", "founders"), [("the Blue Party Renewed", []), ("the Blue Party", ["Ann Lee"]), ("it anew", ["Ann Lee"])]
)
def test_who_founded_what_has_a_longer_name_founded_that(name: str, founders: list[str]) -> None:
    text = f"In 2005 the party split, and Ann Lee, a former minister, created {name}."
    assert [found for found, _, _ in told(text, "founder", "- Founder: Ann Lee")] == founders


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


@pytest.mark.parametrize(("verb", "said"), [("professed to be", False), ("was", True)])
def test_what_a_party_professed_to_be_is_its_own_word(verb: str, said: bool) -> None:
    found = told(f"It {verb} a democratic socialist party.", "ideology", rows="- Ideology: Democratic socialism")
    assert ("asserted" in {status for _, _, status in found}) is said
