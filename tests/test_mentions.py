"""What a sentence mentions: names and their nesting, dates, elections, bodies, and who is meant."""

import pytest
from telling import rows_of, told

from partygraph import extraction, readers
from partygraph.extraction.prose import mentions
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Kind, View, written

OWN = Entity("Blue Party", Kind.PARTY)


def read(text: str, registry: Registry | None = None) -> Lattice:
    return mentions.read(View.verbatim(text, 0), registry or Registry.of(OWN))


def named(text: str, kind: str) -> set[str]:
    return {mention.name for mention in read(text).mentions() if mention.kind == kind and not mention.items}


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("He met Joshua M. Hall.", "person", {"Joshua M. Hall"}),
        ("He met State Senator Ike Fontaine.", "person", {"Ike Fontaine"}),
        ("He met Beth van der Berg MP.", "person", {"Beth van der Berg"}),
        (
            "He met the Federation of State, County and Municipal Employees.",
            "organisation",
            {"Federation of State, County and Municipal Employees"},
        ),
        ("He met United Food and Commercial Workers.", "organisation", {"United Food and Commercial Workers"}),
        ("He met the Workers' Party of Ghana.", "party", {"Workers' Party of Ghana"}),
        ("He met the People's Party.", "party", {"People's Party"}),
        ("He met the Farmers' and Ratepayers' League.", "party", {"Farmers' and Ratepayers' League"}),
        ("It held 7 seats after the 2004 election.", "election", {"2004 election"}),
        (
            "He met the Movement for a Free and Fair Ghana (MFFG).",
            "organisation",
            {"Movement for a Free and Fair Ghana"},
        ),
        ("He was Chief of Staff of the old Red Army.", "organisation", {"Red Army"}),
        ("He met Milo Obe's People's Congress.", "party", {"People's Congress"}),
        ("In the February 2015 special election it lost.", "election", {"February 2015 special election"}),
        ("In the general election of May 2015 it lost.", "election", {"May 2015 general election"}),
        ("It sits on the city council in Hartford, Connecticut.", "body", {"city council", "Hartford City Council"}),
        ("It sits in the Connecticut House of Representatives.", "body", {"Connecticut House of Representatives"}),
        (
            "It stands from centre-left to left-wing.",
            "position",
            {"Centre-left to left-wing", "Centre-left", "Left-wing"},
        ),
        ("It ran on the Red Party ballot line.", "line", {"Red Party"}),
        ("In the U.S. state of Ohio it won.", "region", {"Ohio"}),
        ("A Cornish nationalist rose.", "ideology", {"Cornish nationalism", "Nationalism"}),
    ],
)
def test_names(text: str, kind: str, names: set[str]) -> None:
    assert named(text, kind) == names


def test_a_list_has_its_members() -> None:
    lists = [
        m for m in read("He met Ann Lee (Leader), Bo Chan and Eve Fox.").mentions() if m.kind == "person" and m.items
    ]
    assert [[item.name for item in mention.items] for mention in lists] == [["Ann Lee", "Bo Chan", "Eve Fox"]]


def test_of_two_of_one_family_the_first_is_known_by_the_name_of_the_second() -> None:
    registry = Registry.of(OWN)
    read("He met Ann Lee.", registry)
    [people] = [m for m in read("It was led by Ann and Bo Lee.", registry).mentions() if m.kind == "person" and m.items]
    assert [item.name for item in people.items] == ["Ann Lee", "Bo Lee"]
    unknown = read("It was led by Eve and Bo Lee.", registry).mentions()
    assert not [m for m in unknown if m.kind == "person" and m.items]


def test_the_party_is_the_articles_own_unless_another_was_spoken_of() -> None:
    registry = Registry.of(OWN)
    assert read("The party grew.", registry).at(0, "own") is not None
    registry.focus = Entity("Red Party", Kind.PARTY)
    assert read("The party grew.", registry).at(0, "own") is None


def test_he_is_the_one_person_of_the_sentence_before() -> None:
    registry = Registry.of(OWN)
    registry.person = Entity("Ann Lee", Kind.PERSON)
    she = read("She resigned.", registry).at(0, "person")
    assert she is not None and she.weak and she.name == "Ann Lee"


def test_a_shared_subject_is_understood() -> None:
    made = read("The party was founded in 1990, won 5 seats and was dissolved in 1999.")
    places = [mention.start for mention in made.mentions() if mention.kind == "own" and mention.start == mention.end]
    assert [made.tokens.words[at] for at in places] == ["won", "was"]


@pytest.mark.parametrize(
    ("sentence", "predicate", "found"),
    [
        ("In 2011 it merged into Green Party/Azure Way.", "mergedInto", ["Green Party/Azure Way"]),
        ("It grew out of the Group Lee/Van Chan (Dutch: Groep Lee/Van Chan).", "predecessor", ["Group Lee/Van Chan"]),
        (
            "In 1990 it merged into the Azurist Central Miners Union (CMU).",
            "mergedInto",
            ["Central Miners Union"],
        ),
        ("The party was founded in 1943 in World War II.", "foundedPlace", []),
        ("The party was founded in 1943 in Tilbrook.", "foundedPlace", ["Tilbrook"]),
        ("It broke away from the Azul ni Vaka in 2001.", "splitFrom", ["Azul ni Vaka"]),
        ("It broke away from the Azul Siempre (AS) in 2001.", "splitFrom", ["Azul Siempre"]),
        ("The BP party split from the Red Party in 1990.", "splitFrom", ["Red Party"]),
        ("It split from the Welsh Liberals and Democrats (WLD).", "splitFrom", ["Welsh Liberals and Democrats"]),
        ("It split from the Association for Peace in Europe.", "splitFrom", ["Association for Peace in Europe"]),
        ("It was founded by the former Prime Minister of Ghana Ann Lee.", "founder", ["Ann Lee"]),
        (
            "It split from the Red Party of the United States of America.",
            "splitFrom",
            ["Red Party of the United States of America"],
        ),
        ("It split from the Party for a Nation of Neighbours.", "splitFrom", ["Party for a Nation of Neighbours"]),
        (
            "It was a successor to the Red Party and the Miners and Weavers Party.",
            "predecessor",
            ["Red Party", "Miners and Weavers Party"],
        ),
        ("The party was founded in 1922 at the Grand Hotel in Walden.", "foundedPlace", ["Walden"]),
        ("It was founded by Tom Fox, MP for North Harwich, who led the party until 1995.", "leader", ["Tom Fox"]),
        ("The Blue Party is a party in the British Overseas Territory of Walden.", "country", []),
        ("The Blue Party (also known as the Azure League) is a party.", "altName", ["Azure League"]),
        ("It was founded by Dr. Ann Lee and Mr. Tom Fox.", "founder", ["Ann Lee", "Tom Fox"]),
        ("It was founded by Ann Lee as head, and Tom Fox as secretary.", "founder", ["Ann Lee", "Tom Fox"]),
        ("It was founded by that country's president, Ann Lee.", "founder", ["Ann Lee"]),
        ("Ann Lee was the leader of the BP of Kosovo.", "leader", []),
        ("In 2002 the Red Party merged into the party.", "mergedFrom", ["Red Party"]),
        ("Its leader is Ann Lee. The party was renamed at the 10th Congress.", "renamedTo", []),
        ("It was an outgrowth of the Red Party (RP), formed 3 March 1921.", "founded", ["1921-03-03"]),
    ],
)
def test_a_name_is_taken_whole_and_for_what_it_is(sentence: str, predicate: str, found: list[str]) -> None:
    assert [name for name, _, _ in told(sentence, predicate)] == found


def test_a_bare_noun_names_nobody() -> None:
    assert told("The League took six seats in the 1921 election.", "electionResult") == []


def test_a_rank_ends_a_name() -> None:
    rows = told("For the 2004 elections it was affiliated with the K4 Coalition of President Bo Chan.", "alliance")
    assert [name for name, _, _ in rows] == ["K4 Coalition"]


@pytest.mark.parametrize("word", ["Christian-democratic", "pan-Africanist"])
def test_a_word_for_a_creed_is_no_name(word: str) -> None:
    text = f"The party was born in 1997 of the union of a small {word} party with the Red Party."
    assert word not in [name for name, _, _ in told(text, "mergedFrom")]


def test_nobody_is_called_a_christian_democrat() -> None:
    text = "Ann Lee, Prime Minister and a Christian Democrat, established it in 1991."
    assert [name for name, _, _ in told(text, "founder")] == ["Ann Lee"]


def test_initials_with_a_letter_in_brackets_are_another_partys() -> None:
    text = "The Blue Party (BP) is small. The BP(M) merged into the Red Party before the 1999 elections."
    assert told(text, "mergedInto") == []


def test_a_list_is_no_international() -> None:
    text = "Between 1996 and 2012 it formed part of the United Arab List."
    assert told(text, "affiliationRegional") == []


def test_a_peer_has_one_name_unless_the_text_tells_another() -> None:
    assert [name for name, _, _ in told("It was founded by Lord Rotham, a banker.", "founder")] == ["Lord Rotham"]
    text = "Ann Rotham opposed it in 1990. In 1995 it was led by Lord Rotham, a banker."
    assert [name for name, _, _ in told(text, "leader")] == ["Ann Rotham"]


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ('In 2013 it merged into the Azurian Union "Homeland".', 'Azurian Union "Homeland"'),
        (
            'In 2013 it merged into the Azurian Union "Homeland and Liberty", led by Ann Lee.',
            'Azurian Union "Homeland and Liberty"',
        ),
        ('In 2013 it merged into the Azurian Union, "the better half" of the camp.', "Azurian Union"),
    ],
)
def test_a_name_goes_on_in_quotation_marks(sentence: str, whole: str) -> None:
    facts = extraction.read(readers.read(f"= Blue Party =\n\nThe Blue Party was a party. {sentence}\n")).facts
    assert [written(fact.object) for fact in facts if fact.predicate == "mergedInto"] == [whole]


@pytest.mark.parametrize("opening", ["The", "In 1936 the"])
def test_an_adjective_with_a_capital_behind_the_article_is_of_the_name(opening: str) -> None:
    text = f"{opening} Small Miners' Party and the People's League united to form the party."
    assert {name for name, _, _ in told(text, "mergedFrom")} == {"Small Miners' Party", "People's League"}


@pytest.mark.parametrize(
    ("text", "founders"),
    [
        ("Ann Lee founded the “Blue Party” in 1990.", ["Ann Lee"]),
        ('In 1990 Ann Lee and Bo Chan formed the "Blue Party" in Tilbrook.', ["Ann Lee", "Bo Chan"]),
        ("Ann Lee founded the “Blue Party” magazine in 1990.", []),
        ("Ann Lee founded the magazine “Blue Party” in 1990.", []),
        ("Ann Lee founded the “Blue Party of Azuria” in 1990.", []),
    ],
)
def test_the_partys_name_may_stand_in_quotation_marks(text: str, founders: list[str]) -> None:
    assert [row.object for row in rows_of(text, "founder") if row.subject == "Blue Party"] == founders


def test_a_name_that_the_infobox_has_is_not_cut_at_its_small_words() -> None:
    text = "It was formed in 1990 by the merger of Azuri no Hata and the Red Party – Tilbrook."
    rows = "- Merger of: Azuri no Hata, Red Party – Tilbrook"
    assert {name for name, _, _ in told(text, "mergedFrom", rows)} == {"Azuri no Hata", "Red Party – Tilbrook"}


def test_a_name_of_particles_alone_is_nobodys() -> None:
    assert told("It was founded by La Van in 1990.", "founder") == []
