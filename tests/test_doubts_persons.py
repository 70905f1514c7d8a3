"""Who held an office, founded a party or was elected: what a sentence leaves open."""

from __future__ import annotations

import pytest
from telling import rows_of, told

from partygraph import facttable, readers
from partygraph.extraction import read


def test_an_office_held_before_is_not_held_for_the_party() -> None:
    text = "It was established by Ann Lee, who had served as minister from 1972 to 1985."
    assert [status for _, _, status in told(text, "founder")] == ["asserted"]
    assert "asserted" not in [status for _, _, status in told(text, "member")]


def test_a_time_in_brackets_that_is_not_understood_leaves_an_office_unsure() -> None:
    text = "The party was originally led by Ann Lee (from its creation to 1967), and by Tom Fox (1967–1973)."
    assert {name: status for name, _, status in told(text, "leader")} == {"Ann Lee": "candidate", "Tom Fox": "asserted"}


def test_who_acts_is_no_officer() -> None:
    rows = told("Ann Lee died in 2012, and Bo Chan took over as acting chairman.", "leader")
    assert not [
        row for row in rows if row[0] == "Bo Chan" and row[1].startswith("role=Chairman") and row[2] == "asserted"
    ]


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        ("Bo Chan was later a minister in the cabinet of Ann Lee, and left the party.", "member", set()),
        ("The party was founded by Bo Chan, who had been elected to the Senate in 1950.", "elected", {"candidate"}),
        ("Its leader was Ann Lee. Lee was followed by Bo Chan, and resumed the post in 2000.", "leader", {"candidate"}),
        (
            "It was formed by the fusion of the Red Party, led by Bo Chan, and the Azure League.",
            "founder",
            {"candidate"},
        ),
        ("It supported Bo Chan, who stood in the 1990 presidential election.", "endorsed", {"candidate"}),
        ("It endorsed Bo Chan in the 1990 presidential election.", "endorsed", {"asserted"}),
    ],
)
def test_who_it_was_and_for_whom(sentence: str, predicate: str, status: set[str]) -> None:
    assert {found for name, _, found in told(sentence, predicate) if name != "Ann Lee"} == status


def test_who_leads_informally_holds_no_office() -> None:
    assert {status for _, _, status in told("It was informally led by Ann Lee.", "leader")} == {"candidate"}
    assert {status for _, _, status in told("It was led by Ann Lee.", "leader")} == {"asserted"}


def test_a_former_member_is_none_at_the_time() -> None:
    rows = told("In 2004 one of its former MPs, Ann Lee, founded the Red Party.", "member")
    assert {status for _, _, status in rows} == {"candidate"}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("In 1973 it elected one deputy, Ann Lee (PADEDO), for Walden.", "elected"),
        ("Ann Lee, elected deputy for Walden in 1964, 1968 and 1972, was assassinated in 1980.", "elected"),
        ("One of its MLAs, Ann Lee, who had won in 1985, defected to the Red Party.", "member"),
    ],
)
def test_a_person_of_another_party_or_time_is_a_candidate(text: str, predicate: str) -> None:
    assert [status for *_, status in told(text, predicate)] == ["candidate"]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Ann Lee, its leader, was briefly replaced by Bo Chan in 2013.", "leader"),
        ("In 2000, the party joined the Espace Azur, itself a member of the Azure Convergence.", "member"),
        ("In 1990 it won one seat; Ann Lee, number six, entered the Parliament as a replacement.", "elected"),
    ],
)
def test_who_came_back_or_came_in_otherwise_is_a_candidate(text: str, predicate: str) -> None:
    assert {status for *_, status in told(text, predicate)} <= {"candidate"}


def test_a_semicolon_and_another_name_end_what_is_told_of_a_person() -> None:
    text = "Ann Lee was its MP. Lee later joined Labour; Bea Chan topped the poll in 1979 and held her seat."
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{text}\n")
    found = facttable.rows(read(article))
    assert "Ann Lee" not in [row.subject for row in found if row.predicate == "elected"]


def test_a_title_with_then_before_it_is_not_of_a_name() -> None:
    text = "The party was established by then-Governor Ann Lee in 1986."
    assert [name for name, *_ in told(text, "founder")] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Ann Lee was its leader. Lee ran for mayor of Walden in 1989, finishing second.", "candidate"),
        ("It was formed as a breakaway from the Red Party after the party's leader, Ann Lee, lost a vote.", "leader"),
    ],
)
def test_who_may_be_of_another_body_or_none_is_a_candidate(text: str, predicate: str) -> None:
    found = told(text, predicate)
    assert {status for *_, status in found} <= {"candidate"}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Ann Lee took the presidency over from Chan, who, unopposed, became deputy president.", "leader"),
        (
            "Behind the party stood members of the Red Party who had kept faith with Bo Chan, its former chairman.",
            "leader",
        ),
        ("In 1998 Ann Lee of the party, then a member of parliament, was killed.", "elected"),
        ("Lee had been at odds with the League since Bo Chan was chosen as its chairman.", "leader"),
        ("It is allied with Azure Ecology – The Greens (AEG), belongs to the European Free Alliance (EFA).", "member"),
    ],
)
def test_what_may_be_somebody_elses_is_a_candidate(text: str, predicate: str) -> None:
    assert {status for _, _, status in told(text, predicate)} <= {"candidate"}


def test_whom_a_relative_clause_is_about_is_clear_behind_a_title() -> None:
    text = "It was headed by Ann Lee, of the UPL, who directed it until 2006."
    assert "asserted" in {status for _, _, status in told(text, "leader")}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Ann Lee, who had worked for Bo Chan, founded it.", "asserted"),
        ("It was the party of Ann Lee, a lawyer in Tilbrook, who founded it.", "asserted"),
        ("It was the party of Ann Lee, the first Prime Minister of Ghana, who founded it in 1990.", "asserted"),
        ("Ann Lee, a cousin of Bo Chan, was its founder.", "asserted"),
        ("Ann Lee (1942 – 2021), a woman from Tilbrook who had known Bo Chan, founded the party.", "asserted"),
        ("It was led by Ann Lee, daughter of Bo Chan, the founder of the party.", "candidate"),
    ],
)
def test_a_verb_behind_one_remark_is_of_whom_the_remark_is_about(sentence: str, status: str) -> None:
    assert ("Ann Lee", "", "asserted") in told(sentence, "founder") or status == "candidate"
    assert status == "asserted" or ("Ann Lee", "", "asserted") not in told(sentence, "founder")


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        (
            "In the 2002 election the party won 13 seats, and Ann Lee, running for president, polled 14.4% of votes.",
            "electionResult",
            {"asserted", "candidate"},
        ),
        (
            "Ann Lee kept the chair of the party, and Bo Chan, hitherto chairman of the club, was made vice chairman.",
            "leader",
            {"candidate"},
        ),
        ("Ann Lee, an economist, was elected vice chairman of the party.", "leader", {"asserted"}),
        ("The Azure Union, of which Ann Lee was elected chairman, is liberal.", "leader", set()),
        ("In 1990 it gave its powers to an Azure Committee; its chairman Ann Lee spoke.", "leader", {"candidate"}),
        ("In 1990 it gave its powers to the Senate; its chairman Ann Lee spoke.", "leader", {"asserted"}),
    ],
)
def test_another_subject_is_somebody_else(sentence: str, predicate: str, status: set[str]) -> None:
    assert {found for _, _, found in told(sentence, predicate)} == status


def test_what_is_told_of_one_is_told_of_the_last() -> None:
    text = "The members were Bo Chan and Ann Lee, later a member of the Red Party."
    found = {row.subject: row.status for row in rows_of(text, "member")}
    assert found.get("Bo Chan", "candidate") == "candidate"


def test_people_of_a_creed_are_no_person() -> None:
    text = "It was founded by the Red Party, the Green League and the Humanist Monarchists."
    assert told(text, "founder") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Red Party took 3% in 2020; it declared the vote a fraud. Its leader, Ann Lee, left.", {"candidate"}),
        ("The Blue Party took 3% in 2020; it declared the vote a fraud. Its leader, Ann Lee, left.", {"asserted"}),
        ("The Red Party, a liberal one, lost the vote. It complained.\n\nIts leader, Ann Lee, left.", {"candidate"}),
        ("The Red Party, a liberal one, lost to the Blue Party.\n\nIts leader, Ann Lee, left.", {"asserted"}),
        ("It declared the vote of 2020 a fraud.\n\nIts leader, Ann Lee, left.", {"asserted"}),
    ],
)
def test_whose_leader_somebody_is_what_stands_before_tells(text: str, status: set[str]) -> None:
    assert {found for _, _, found in told(text, "leader")} <= status
    assert status == {"candidate"} or told(text, "leader")


def test_the_last_of_several_may_have_another_office() -> None:
    rows = told("The party's president was Bo Chan and Ann Lee its treasurer.", "leader")
    assert {name: status for name, _, status in rows} == {"Bo Chan": "asserted", "Ann Lee": "candidate"}


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Before that the Azure Society had been formed, and Ann Lee was its secretary.", {"candidate"}),
        ("Before that it had been small, and Ann Lee was its secretary.", {"asserted"}),
    ],
)
def test_of_two_bodies_an_officer_may_be_the_others(text: str, statuses: set[str]) -> None:
    assert {status for _, _, status in told(text, "leader", "- Founder: Ann Lee")} <= statuses


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "In 1998 Bo Chan established the Blue Party with Tom Fox of The Network, whose leader was Ann Lee.",
            "candidate",
        ),
        ("In 1998 the seats went to the Blue Party, whose leader was Ann Lee.", "asserted"),
        ("The Blue Party is a political party in Ghana, whose leader is Ann Lee.", "asserted"),
    ],
)
def test_whose_leader_stands_behind_another_name(text: str, status: str) -> None:
    assert {found for name, _, found in told(text, "leader") if name == "Ann Lee"} <= {status}


def test_each_of_several_may_have_an_office_of_his_own() -> None:
    text = "The chairman was Ann Lee, with Bo Chan as deputy, Tom Fox as director and Jan Roe as secretary."
    sure = [name for name, _, status in told(text, "leader") if status == "asserted"]
    assert sure == ["Ann Lee"]


def test_a_founder_who_is_named_is_not_whoever_is_understood() -> None:
    text = "Ann Lee, its leader, turned it round, and in 2023 the party founder, Bo Chan, was expelled."
    assert "Ann Lee" not in [name for name, _, _ in told(text, "founder")]


@pytest.mark.parametrize(
    ("who", "statuses"), [("Ann Lee, editor of the Azure Star", ["candidate"]), ("Ann Lee", ["asserted"])]
)
def test_what_has_an_article_is_nobody(who: str, statuses: list[str]) -> None:
    assert [status for _, _, status in told(f"{who}, joined the party in 1999.", "member")] == statuses
