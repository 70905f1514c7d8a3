"""What became of parties and alliances: what a sentence leaves open about it."""

from __future__ import annotations

import pytest
from telling import rows_of, told

from partygraph import facttable, readers
from partygraph.extraction import read


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Economically, it is social democratic.", "candidate"),
        ("It is a social democratic party.", "asserted"),
    ],
)
def test_a_party_is_what_it_is_in_all_matters(sentence: str, status: str) -> None:
    ((_, _, found),) = told(sentence, "ideology")
    assert found == status


@pytest.mark.parametrize(
    ("whole", "status"), [("Party of the Azure Coalition", "asserted"), ("Azure Coalition", "candidate")]
)
def test_a_coalition_in_the_name_of_a_party_makes_it_no_coalition(whole: str, status: str) -> None:
    text = f"In 1990 three parties – the Red Party, the Green League and the White Union – merged into the {whole}."
    assert {found for _, _, found in told(text, "mergedInto")} == {status}


def test_a_member_of_a_list_has_the_office_that_is_named_with_him() -> None:
    found = {name: status for name, _, status in told("It is led by Ann Lee and Secretary General Bo Chan.", "leader")}
    assert found == {"Ann Lee": "asserted", "Bo Chan": "candidate"}


@pytest.mark.parametrize(
    ("end", "status"),
    [(", a political coalition.", "candidate"), (", a liberal party.", "asserted"), (".", "candidate")],
)
def test_parties_that_form_an_alliance_do_not_merge(end: str, status: str) -> None:
    text = f"In 1976, the party joined with the Red Party and the Green Party to form the White Front{end}"
    assert told(text, "mergedInto") == [("White Front", "year=1976", status)]


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        ("It is led by Ann Lee, daughter of Bo Chan, the founder of the party.", "founder", "candidate"),
        ("Bo Chan, the founder of the party, resigned.", "founder", "asserted"),
        ("It left the coalition in May, when it was replaced by the Red Party.", "successor", "candidate"),
        ("In 1999 it was replaced by the Red Party.", "successor", "asserted"),
    ],
)
def test_what_can_be_said_of_another_is_no_fact(sentence: str, predicate: str, status: str) -> None:
    ((_, _, found),) = told(sentence, predicate)
    assert found == status


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        ("The party leader was Bo Chan, the Party Secretary General was Tom Fox.", "leader", ["asserted", "candidate"]),
        ("In 1984 UNA split, as Ann Lee broke away and formed the Green League.", "splitFrom", ["candidate"]),
        ("In 1984 Ann Lee broke away and formed the Green League.", "splitFrom", ["asserted"]),
        ("It was helped by former RP member Ann Lee, banker Tom Fox and others.", "member", ["asserted", "candidate"]),
        ("In 1986 it allied itself with the Red Party in Congress.", "alliance", ["asserted", "candidate"]),
        ("In the 1987 elections it joined with the Red Party to form the Azure Front.", "mergedInto", ["candidate"]),
        ("The leaders of the party are chairman Ann Lee, and others.", "leader", ["candidate"]),
    ],
)
def test_each_is_said_of_its_own(sentence: str, predicate: str, status: list[str]) -> None:
    assert sorted(found for _, _, found in told(sentence, predicate)) == status


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        ("It was formed as a coalition of the Red Party and the Green League.", "mergedFrom", {"candidate"}),
        ("It was formed as a merger of the Red Party and the Green League.", "mergedFrom", {"asserted"}),
        ("It was founded by Ann Lee, who had been elected to the Rural Chamber in 1950.", "elected", {"candidate"}),
        ("Bo Chan announced the formation of the Blue Party on 4 May 2015.", "founded", {"candidate"}),
        ("After the formation of the Blue Party on 4 May 2015 it rained.", "founded", {"asserted"}),
        ("The party was accepted into a new government, headed by Bo Chan.", "leader", {"candidate"}),
        ("The Blue Party, headed by Bo Chan, joined a coalition.", "leader", {"asserted"}),
        ("It came of the Old League, which was shaken by the party's founder Bo Chan.", "founder", {"candidate"}),
        ("It came of the Old League, which was shaken, and the party's founder was Bo Chan.", "founder", {"asserted"}),
    ],
)
def test_what_may_be_another_ones_is_not_sure(sentence: str, predicate: str, status: set[str]) -> None:
    text = f"The Blue Party is a party. {sentence}"
    assert {found for _, _, found in told(text, predicate)} == status


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        ("The party was absorbed into the Red Party in 1957; Bo Chan became its treasurer.", "leader", {"candidate"}),
        ("The party fought the Red Party in 1957; Bo Chan became its treasurer.", "leader", {"asserted"}),
        ("It was founded by members of the Red Party who left it in 1995.", "founded", {"candidate"}),
        ("It was founded by members of the Red Party in 1995.", "founded", {"asserted"}),
    ],
)
def test_what_the_next_clause_tells_may_be_another_ones(sentence: str, predicate: str, status: set[str]) -> None:
    assert {found for _, _, found in told(sentence, predicate)} == status


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        ("In 1987 the party joined with five other groups to form the Azure Front.", "mergedInto", {"candidate"}),
        ("In 1987 the party joined with five other groups to form the Azure Party.", "mergedInto", {"asserted"}),
        ("The party announced its dissolution in May 2019.", "dissolved", {"candidate"}),
        ("Its origins lie in the Miners' Union, whose wing became a party.", "predecessor", {"candidate"}),
        ("Its origins lie in the Miners' Union.", "predecessor", {"asserted"}),
        ("In Walden it formed a coalition with the Red Party in 1990.", "alliance", {"candidate"}),
        ("In Ghana it formed a coalition with the Red Party in 1990.", "alliance", {"asserted"}),
        ("It must not be confused with the Blue Party of Bo Chan, which was dissolved in 1999.", "dissolved", set()),
    ],
)
def test_what_is_only_like_it_is_not_sure(sentence: str, predicate: str, status: set[str]) -> None:
    found = {found for _, _, found in told(sentence, predicate)}
    assert found == status or (not status and "asserted" not in found)


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        ("The movement which preceded it arose in 1990.", "founded", {"candidate"}),
        ("A new Blue Party was founded in 2015 and has no relation to it.", "founded", {"candidate"}),
        ("Ahead of the 2007 election, it joined a coalition led by the Red Party.", "governmentRole", {"candidate"}),
        (
            "It was formed by the merger of the Red Party, led by Bo Chan, and the Azure League.",
            "founder",
            {"candidate"},
        ),
        ("It was formed by a group of students, led by Bo Chan.", "founder", {"asserted"}),
        ("At the 1993 election it formed an electoral pact with the Red Party in Walden.", "alliance", {"candidate"}),
        ("Bo Chan left and founded the party New Azuria.", "founder", set()),
    ],
)
def test_what_is_told_of_something_near_is_not_sure(sentence: str, predicate: str, status: set[str]) -> None:
    assert {found for _, _, found in told(sentence, predicate)} == status


def test_its_may_be_of_the_party_in_a_relative_clause() -> None:
    text = "It is the successor of the Red Party, which was dissolved after its leader Bo Chan was arrested."
    assert {status for _, _, status in told(text, "leader")} == {"candidate"}


def test_who_breaks_ranks_once_splits_from_nobody() -> None:
    text = "In 1979, the party broke from the Red Party for the first time as it stood alone."
    assert {status for _, _, status in told(text, "splitFrom")} == {"candidate"}


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        ("From 1998 to 2002 it governed the town of Walden.", "governmentRole", {"candidate"}),
        ("From 1998 to 2002 it governed.", "governmentRole", {"asserted"}),
        ("The alliance won eight seats in 2010. It was dissolved in 2011.", "dissolved", set()),
        ("The party won eight seats in 2010. It was dissolved in 2011.", "dissolved", {"asserted"}),
    ],
)
def test_what_an_alliance_or_a_town_had_the_party_had_not(sentence: str, predicate: str, status: set[str]) -> None:
    assert {found for _, _, found in told(sentence, predicate)} == status


def test_coming_together_as_an_alliance_is_no_certain_merger() -> None:
    text = "In 2010 the Blue Party and the Red Party came together as the Azure Alliance."
    assert {row.subject: row.status for row in rows_of(text, "mergedInto")} == {
        "Blue Party": "candidate",
        "Red Party": "candidate",
    }


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("In 2005 the Humanist Reds withdrew; they were replaced by the Green Movement.", "successor"),
        ("The party considers itself the extension of the Azure Society.", "predecessor"),
        ("In 1956 it was incorporated into the Azure Front.", "mergedInto"),
    ],
)
def test_what_may_be_of_others_or_only_their_view_is_a_candidate(text: str, predicate: str) -> None:
    assert [status for _, _, status in told(text, predicate)] == ["candidate"]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("In 1995 the party entered an Azul-like front.", "alliance"),
        ("It is a member of the Socialist International, in which it has observer status.", "affiliationInternational"),
        ("The Blue Party was a Czech party in Moravia within Austria-Hungary.", "country"),
        ("In December 1899 it was reorganised as the Azure Club.", "refounded"),
        ("The Blue Party was a municipal political party in Vancouver, British Columbia.", "region"),
        ("The Red Party, the Green League and the Azure Union fused into the Blue Party in 2014.", "founded"),
    ],
)
def test_what_is_so_only_in_part_is_a_candidate(text: str, predicate: str) -> None:
    assert {status for _, _, status in told(text, predicate)} <= {"candidate"}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The Azure League split into three; one of them, led by Ann Lee, took the name Blue Party.", "formerName"),
        ("A new Blue Party was organized in 1985; it was incorporated into the Liberal Party in 1991.", "mergedInto"),
        ("For the regional elections of 2008 it integrated in the coalition Azure Coalition.", "mergedInto"),
        ("It was reorganized in April 1917 at a conference, where it was renamed the Azure Party.", "refounded"),
    ],
)
def test_what_a_part_or_a_namesake_or_a_bloc_did_is_a_candidate(text: str, predicate: str) -> None:
    assert {status for _, _, status in told(text, predicate)} == {"candidate"}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("In 2010 it merged with the Red List to form the Southern Azuria's Party.", "mergedInto"),
        ("In 2015 it entered into a coalition with the Liberal Party for the 2016 elections.", "governmentRole"),
        ("For the 2017 elections it made a pact with the Red Party about non-aggression.", "alliance"),
        ("Since 2016, it is an observer member of the Alliance of Liberals and Democrats for Asia.", "alliance"),
        ("The undivided Blue Party had been founded in 1997 by dissidents of the Red Party.", "splitFrom"),
    ],
)
def test_what_is_of_half_a_name_or_of_another_kind_is_a_candidate(text: str, predicate: str) -> None:
    assert {status for _, _, status in told(text, predicate)} <= {"candidate"}


def test_a_lead_may_open_with_one_name_of_two() -> None:
    text = "The Homeland and People Movement (HPM) is a party, founded in 2006 from the union of the Red Party."
    article = readers.read(f"= Patria =\n\nPatria\n- Ideology: Blue\n\n{text}\n")
    rows = [row for row in facttable.rows(read(article)) if row.source == "prose" and row.status == "asserted"]
    assert not [row for row in rows if row.subject in ("Homeland", "People Movement")]


@pytest.mark.parametrize(
    ("text", "predicate", "statuses"),
    [
        ("In 1990 the Council was transformed into the Blue Party.", "formerName", {"candidate"}),
        ("In 1990 the Azure Council was transformed into the Blue Party.", "formerName", {"asserted"}),
        ("The origins of the party lie in Harwich in the early 1980s.", "predecessor", {"candidate"}),
        ("The origins of the party lie in the Azure League.", "predecessor", {"asserted"}),
        ("It adopted its present name in 1990.", "renamedTo", {"asserted"}),
        ("It adopted its present name at a congress.", "renamedTo", {"candidate"}),
        ("It was backed by Britain, France lending its support to the Red Party.", "partOf", set()),
    ],
)
def test_what_became_of_parties_takes_a_name(text: str, predicate: str, statuses: set[str]) -> None:
    found = {status for _, _, status in told(text, predicate)}
    assert found == statuses


def test_the_verb_of_the_clause_around_is_not_of_the_party_in_an_aside() -> None:
    text = "It was a party which Ann Lee, coming out of the Red Party, established on 7 April 1992."
    rows = rows_of(text, "founded")
    assert {(row.subject, row.status) for row in rows} == {("Blue Party", "asserted"), ("Red Party", "candidate")}


def test_who_launched_it_is_behind_the_comma() -> None:
    text = "Ann Lee, whose father, Bo Lee, had founded the Red Party, launched the Blue Party in 1953."
    assert [status for _, _, status in told(text, "foundingOrganisation")] == ["candidate"]


def test_a_renaming_to_itself_says_nothing_without_its_year() -> None:
    assert [status for _, _, status in told("Later it was renamed the Blue Party.", "renamedTo")] == ["candidate"]
    assert [status for _, _, status in told("In 1990 it was renamed the Blue Party.", "renamedTo")] == ["asserted"]


@pytest.mark.parametrize(
    ("text", "predicate", "name"),
    [
        ("After the elections the party was merged in Lublin with the Red Party.", "mergedInto", "Lublin"),
        (
            "It was born of a union between the Democratic Centre and Centre, Democracy and Progress.",
            "mergedFrom",
            "Centre",
        ),
        (
            "The Red Party had moved on; three of its councillors, Ann Lee, Bo Chan and Tom Fox, left, and launched "
            "the Blue Party.",
            "foundingOrganisation",
            "Red Party",
        ),
    ],
)
def test_half_a_name_and_half_a_sentence_are_not_sure(text: str, predicate: str, name: str) -> None:
    assert [status for told_name, _, status in told(text, predicate) if told_name == name] == ["candidate"]


def test_the_people_of_a_body_merge_with_nothing() -> None:
    text = "The party was born in 1998, when the Azure Socialists of Borelli, Roberto Villani and Ottavio Turco joined "
    rows = told(text + "forces with the Red Democratic Party.", "mergedFrom")
    assert {name: status for name, _, status in rows if " " in name}["Roberto Villani"] == "candidate"


def test_no_party_merges_into_an_international() -> None:
    text = "In 2000 the party was received into the Socialist International."
    assert "asserted" not in {status for *_, status in told(text, "mergedInto")}


def test_whose_party_it_was_is_no_party_that_merged() -> None:
    text = "The Azul Indiano of Bo Chan Lee and the United Front of Walden merged in 1963 to create the Blue Party."
    found = {name: status for name, _, status in told(text, "mergedFrom")}
    assert found.get("Bo Chan Lee", "candidate") == "candidate"
    assert found["United Front of Walden"] == "asserted"


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        (
            "In 2019 it was within the Reds for Azuria, where Tom Fox and the party's president, Ann Lee, fell out.",
            "leader",
            {"candidate"},
        ),
        ("In 2019 it met in Walden, where the party's president, Ann Lee, resigned.", "leader", {"asserted"}),
        (
            "Chan, formerly of the Association for Azure Rights (AAR), brought the party into being in 1967.",
            "foundingOrganisation",
            set(),
        ),
        ("Members of Liga Azurana (LA) set it up in 2016.", "founder", set()),
        ("Like many a state of the Azure Sea, Ghana has known strife.", "partOf", {"candidate"}),
        ("Having fought in the Second World War, Britain kept the territory until 1950.", "partOf", {"candidate"}),
    ],
)
def test_what_is_named_in_passing_is_not_what_is_told_of(sentence: str, predicate: str, status: set[str]) -> None:
    assert {found for _, _, found in told(sentence, predicate)} == status


def test_what_went_into_the_party_is_not_what_it_went_into() -> None:
    text = "On 5 September 2015 it was merged with the Red Party."
    assert {status for _, _, status in told(text, "mergedInto", "- Merger: Red Party")} <= {"candidate"}


def test_a_body_that_tells_who_a_founder_is_did_not_merge() -> None:
    text = "In 1990 Ann Lee, a printer, and Bo Chan, a co-founder of the Azure Union, joined forces to found the party."
    assert "asserted" not in {status for _, _, status in told(text, "mergedFrom")}


@pytest.mark.parametrize(("where", "status"), [("of Walden ", "candidate"), ("", "asserted")])
def test_a_government_of_a_town_is_not_that_of_the_country(where: str, status: str) -> None:
    text = f"The Blue Party is a party in Ghana. It has been represented in the government {where}since 2010."
    assert [row[2] for row in told(text, "governmentRole")] == [status]


@pytest.mark.parametrize(
    ("sentence", "predicate", "found"),
    [
        ("It ended in 1990, and its successor, the Azure Party, was banned in 1999.", "banned", {"candidate"}),
        ("In 1990 its leader, Ann Lee, was elected to the Senate.", "elected", {"asserted"}),
        ("It ended in 1990, and its successor, founded in 1991, was banned in 1999.", "successor", set()),
    ],
)
def test_what_is_set_beside_a_noun_is_what_is_told_of(sentence: str, predicate: str, found: set[str]) -> None:
    assert {status for _, _, status in told(sentence, predicate)} == found


def test_a_party_does_not_merge_to_form_itself() -> None:
    text = "On 25 March 1995 the party merged with the Red Party to form the Blue Union."
    told_of = told("The Blue Union of Ghana is a party. " + text, "mergedFrom", title="Blue Union of Ghana")
    assert told_of == [("Red Party", "year=1995-03-25", "candidate")]


def test_a_meeting_without_a_name_founds_no_party() -> None:
    assert told("The party was established by a Congress on 15 November 1924.", "foundingOrganisation") == [
        ("Congress", "", "candidate")
    ]
    assert told("The party was established by the Trades Congress on 15 November 1924.", "foundingOrganisation") == [
        ("Trades Congress", "", "asserted")
    ]


def test_a_party_with_a_longer_name_is_not_the_one_that_a_merger_made() -> None:
    text = "It was formed in 2012 by a merger of the Red Party, the Green League and the Ghanaian Blue Party."
    rows = told("The Blue Party is a party in Ghana. " + text, "mergedFrom", title="Blue Party (Ghana)")
    assert [(name, status) for name, _, status in rows[:2]] == [("Red Party", "asserted"), ("Green League", "asserted")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Blue Party, from 1923 called the Azure Union, won two seats.", "candidate"),
        ("The party, from 1923 called the Blue Party, won two seats.", "asserted"),
    ],
)
def test_another_of_its_names_is_not_the_title(text: str, status: str) -> None:
    rows = "- Other Name: Azure Union\n- Abbreviation: BP"
    found = [status for name, _, status in told(text, "renamedTo", rows) if name == "Blue Party"]
    assert found == [status]
