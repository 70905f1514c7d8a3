"""Names that are only a part of longer ones, and lists that may be one name."""

from __future__ import annotations

import pytest
from telling import rows_of, told


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        ("Until 2007 it carried the name Party of Miners and Smelters of Azuria.", "formerName", ["candidate"]),
        ("Until 2007 it carried the name Party of Miners.", "formerName", ["asserted"]),
        ("In 1982 it was renamed Agrarian and Regionalist Party.", "renamedTo", ["asserted", "candidate"]),
        ("In 1982 it merged into the Red Party and Ann Lee became its treasurer.", "mergedInto", ["asserted"]),
        ("In 2011 it absorbed the Party of Patriots of the Steppe.", "mergedFrom", ["asserted"]),
        ("In 2011 it absorbed the Azure Party of Private Owners.", "mergedFrom", ["asserted"]),
        ("In 2006 it ran within the Bloc of Ann Lee and Bo Chan, which won no seats.", "alliance", ["asserted"]),
        ("In 2006 it ran within the Bloc of Ann Lee, which won no seats.", "alliance", ["asserted"]),
        ("In 2006 it was a member of the Front for an Azuria in Solidarity (FAS).", "alliance", ["candidate"]),
        ("In 2006 it joined Left and Democrats (LaD), an alliance.", "alliance", ["candidate", "candidate"]),
        ("In 2011 it absorbed the Party of Patriots of Steppe and Hill.", "mergedFrom", ["candidate"]),
        ("In 2007 it formed a coalition with the Party of Pensioners of Walden.", "alliance", ["candidate"]),
        ("In 2001 the Azurian Voters' Community merged into the party.", "mergedFrom", ["candidate"]),
        ("The Initiative and Equity Party was integrated in the Blue Party in 2007.", "mergedFrom", ["candidate"]),
        ("In 2007 it absorbed the Azure League and the Equity Party.", "mergedFrom", ["asserted"] * 2),
        ("In 2003 it was allied with the Azure League and the Equity Party.", "alliance", ["asserted"] * 2),
        (
            "In 2001 it joined with the Red Party to form the Union of Peasants and New Democracy Parties.",
            "mergedInto",
            ["candidate"] * 2,
        ),
        ("Bread of the People is its ally.", "alliance", ["candidate"]),
        ("In 2001 it was renamed the Azure Front 2000.", "renamedTo", ["asserted"]),
        ("In 2001 it merged into the Azure Movement, Broad Entity (AMBE).", "mergedInto", ["candidate"]),
        (
            "In the 2010 election it was part of the New Front for Freedom and Order.",
            "alliance",
            ["asserted"],
        ),
        ('In 2001 it joined the coalition "Azure Accord of All".', "alliance", ["asserted"]),
    ],
)
def test_a_part_of_a_name_is_not_sure(sentence: str, predicate: str, status: list[str]) -> None:
    assert sorted(found for _, _, found in told(sentence, predicate)) == status


def test_what_is_told_of_a_part_of_a_name_is_not_sure() -> None:
    text = "The party is small. It met the Kartell of Parties for the Azure, founded in February 1988."
    assert "asserted" not in {status for _, _, status in told(text, "founded")}


@pytest.mark.parametrize(
    ("meeting", "status"),
    [("8th Congress", "asserted"), ("Eighth Congress", "asserted"), ("Congress", "candidate")],
)
def test_a_meeting_with_a_number_is_no_part_of_the_name_behind_it(meeting: str, status: str) -> None:
    text = f"At the {meeting} of the Azure Party, held on 28 January 2012, the party changed its name to Blue Party."
    told_of = told("The Azure Party was founded in 2000. " + text, "formerName")
    assert told_of == [("Azure Party", "end=2012-01-28", status)]


def test_one_name_of_two_trades_is_whole() -> None:
    text = "The party was founded as the Azure Workers and Peasants Organization in 1990."
    assert told(text, "formerName") == [("Azure Workers and Peasants Organization", "", "asserted")]


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        ("It split from the Labour Party of Allan Hendrickse in 1990.", "splitFrom", ["Labour Party"]),
        ("It split from the Labour Party of Rural Workers in 1990.", "splitFrom", ["Labour Party of Rural Workers"]),
        (
            "It was formed by the merger of the Red Party of Allan Hendrickse and the Azure League of Somsak Pelak.",
            "mergedFrom",
            ["Red Party", "Azure League"],
        ),
    ],
)
def test_whose_party_it_is_does_not_belong_to_its_name(sentence: str, predicate: str, expected: list[str]) -> None:
    assert [name for name, _, status in told(sentence, predicate) if status == "asserted"] == expected


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        ("Its newspaper was O Clamor do Norte.", "newspaper", [("O Clamor do Norte", "", "asserted")]),
        (
            "In 1999 it formed the alliance Azul pre Walden with the Red Party.",
            "alliance",
            [("Azul pre Walden", "start=1999", "asserted"), ("Red Party", "start=1999", "asserted")],
        ),
    ],
)
def test_a_name_goes_on_behind_the_small_words_of_other_languages(
    sentence: str, predicate: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(sentence, predicate) == expected


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("In 2004 it split from the Union of Azure and Centre Democrats (UDAC).", "splitFrom"),
        ("It split from the Movement for Defence of Human and Civic Rights (MODHCR) in 1990.", "splitFrom"),
        ("It stood in alliance with the Zonal Council of Nigeria and the Cameroons (ZCNC).", "alliance"),
        ("It grew out of the Comité bleu clair.", "predecessor"),
        ("In 1975 it and the BRP allied themselves in a coalition by the name of Centre and Azure Union.", "alliance"),
        ("Together with Bread and Direct Freedom, the party of Bo Chan, it fought the 2016 election.", "alliance"),
        ("In 1936 it merged with the Azure League of Relief Committees.", "mergedFrom"),
    ],
)
def test_a_name_can_go_on_to_its_initials(sentence: str, predicate: str) -> None:
    assert {status for _, _, status in told(sentence, predicate)} <= {"candidate"}


@pytest.mark.parametrize(
    ("bracket", "status"),
    [
        ("Pir Lee", "candidate"),
        ("Reformed Lefts", "candidate"),
        ("Alianza Roja", "asserted"),
        ("Det Røde Folkeparti", "asserted"),
        ("Den Lyse Folkeparti", "asserted"),
        ("AALL", "asserted"),
    ],
)
def test_words_in_brackets_that_are_no_translation_belong_to_the_name(bracket: str, status: str) -> None:
    text = f"In 2010 the Blue Party united with the Red Party to form the All Azure Labour League ({bracket})."
    assert set(told(text, "mergedInto")) == {("All Azure Labour League", "year=2010", status)}


def test_a_comma_before_and_opens_a_clause() -> None:
    text = "In 1992 it concluded a coalition with the Red Party, and Azuro, then a senator, stood for mayor."
    found = {name: status for name, _, status in told(text, "alliance")}
    assert found.get("Azuro", "candidate") == "candidate"
    assert found["Red Party"] == "asserted"


def test_the_sort_of_a_party_is_not_its_name() -> None:
    text = "It was founded after Ann Lee had resigned from the Christian party New Dawn."
    assert {status for _, _, status in told(text, "splitFrom")} == {"candidate"}


def test_a_name_goes_on_behind_a_small_word() -> None:
    assert {status for _, _, status in told("It grew out of the Save the Lake Coalition.", "predecessor")} <= {
        "candidate"
    }


def test_of_the_goes_on_with_what_a_body_is_for() -> None:
    text = "In 1956 the party merged with the Social Party for the Advance of the Azure Masses to form the White Party."
    rows = {row.subject: row.status for row in rows_of(text, "mergedInto")}
    assert rows == {"Blue Party": "asserted", "Social Party for the Advance": "candidate"}


def test_a_number_behind_an_election_does_not_belong_to_a_name() -> None:
    text = "In the 1990 general election 9,266 votes were cast for the party."
    assert told(text, "electionResult") == [("1990 general election", "votes=9266", "asserted")]
