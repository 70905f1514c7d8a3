"""What a pronoun or "the party" stands for."""

from __future__ import annotations

import pytest
from telling import rows_of, told


@pytest.mark.parametrize(
    ("text", "founders"),
    [
        ("Ann Lee, who had been secretary of the Red Party, set it up in 1961.", ["Ann Lee"]),
        ("Ann Lee left the Red Party in 1960 and founded the party in 1961.", ["Ann Lee"]),
    ],
)
def test_what_somebody_founds_was_not_there_before(text: str, founders: list[str]) -> None:
    assert [name for name, _, status in told(text, "founder") if status == "asserted"] == founders


def test_those_who_unite_to_create_it_are_not_it() -> None:
    text = "Two parties, among them the Red Party and the Green League, united to create it in 1974."
    assert [name for name, _, _ in told(text, "mergedFrom")] == ["Red Party", "Green League"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It has led the White Front, made up of four parties, since it was formed on 4 December 2017.", "candidate"),
        ("It has been led by Ann Lee since it was formed on 4 December 2017.", "asserted"),
    ],
)
def test_it_may_be_what_the_sentence_tells_of(text: str, status: str) -> None:
    assert [found for _, _, found in told(text, "founded")] == [status]


def test_where_people_come_from_is_not_what_the_sentence_is_about() -> None:
    text = (
        "Keener on the free market, it found fault with the government of the Red Party (RP). "
        "Defectors from RP gave it a voice, but at the 2011 election it failed to secure a seat."
    )
    rows = rows_of(text, "electionResult")
    assert {row.subject for row in rows} <= {"Blue Party"}


def test_initials_of_a_new_name_are_of_that_name() -> None:
    text = "In 2001 it was renamed the Azure Pensioners' Party (APP). The APP won three seats in 2005."
    (row,) = rows_of(text, "electionResult")
    assert (row.subject, row.status) == ("Azure Pensioners' Party", "asserted")


def test_a_name_may_begin_with_the_opposition() -> None:
    text = "In 2014 they were candidates of the Opposition Bloc, which captured 29 seats."
    rows = rows_of(text, "electionResult")
    assert {row.subject for row in rows} == {"Opposition Bloc"}


def test_what_the_party_sprang_from_is_not_it() -> None:
    text = (
        "The Azure League, from which it had sprung, had been active until 1946. "
        "Under its next president it became the Azure Congress in 1951."
    )
    rows = rows_of(text, "renamedTo")
    assert "asserted" not in {row.status for row in rows}


def test_a_vote_of_a_date_is_an_election() -> None:
    text = "For the vote of 6 March 2005 the party and the Red Party formed the Azure Bloc."
    assert told(text, "alliance") == [
        ("Azure Bloc", "election=6 March 2005 election", "asserted"),
        ("Red Party", "election=6 March 2005 election", "asserted"),
    ]


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("The Red Party split from the party in 1990.", ["Blue Party"]),
        ("The Red Party, which had split from it in 1990, won two seats.", ["Blue Party"]),
        ("In 1980 Ann Lee founded the Red Party, and in 1990 Bo Chan split from the party.", []),
    ],
)
def test_what_another_body_parts_from_is_the_party(text: str, parted: list[str]) -> None:
    assert [name for name, _, _ in told(text, "splitFrom")] == parted


def test_what_another_body_goes_into_is_the_party() -> None:
    assert told("The Azure Union merged into it in 1908.", "mergedFrom") == [("Azure Union", "year=1908", "asserted")]
    text = "The Azure Union was absorbed by the party in June 1920."
    assert told(text, "mergedFrom") == [("Azure Union", "year=1920-06", "asserted")]
    # Whom somebody sat with he joins: "it" is that one.
    assert told("Ann Lee sat with the Red Party in Tilbrook and joined it in 1951.", "member") == []


def test_what_was_born_in_the_opening_is_the_party() -> None:
    text = "Born in 1992 of a split in the Red Party, it has three seats."
    assert told(text, "splitFrom") == [("Red Party", "year=1992", "asserted")]


def test_nobody_founds_himself() -> None:
    text = "The Miners' Union founded it in 1934. Its leader was Ann Lee."
    assert told(text, "founded") == [("1934", "", "asserted")]


def test_it_is_whoever_acts_before() -> None:
    text = (
        "As a continuation of the party, the Red Party was set up after the war; it took the name White Party in 1947."
    )
    assert told(text, "renamedTo") == []


@pytest.mark.parametrize(
    "text",
    [
        "Together with the Red Party and the Green League it was merged into the White Party in 1956.",
        "Along with the Red Party it was merged into the White Party in 1956.",
        "Together with the Red Party, the party was merged into the White Party in 1956.",
        "In 1956, along with the Red Party, it was merged into the White Party.",
        "On 4 May 1956 together with the Red Party it was merged into the White Party.",
    ],
)
def test_its_company_is_not_it(text: str) -> None:
    assert [status for _, _, status in told(text, "mergedInto")] == ["asserted"]


def test_who_is_told_of_before_its_company_may_be_it() -> None:
    text = "In 1956 the Green League split, and together with the Red Party it was merged into the White Party."
    assert told(text, "mergedInto") == []


def test_the_name_under_which_it_came_is_no_other_body() -> None:
    rows = told("Under the name of Azure League it came into being in 1998.", "formerName")
    assert [(name, status) for name, _, status in rows] == [("Azure League", "asserted")]


def test_a_noun_that_opens_another_name_is_not_the_party() -> None:
    article = "In 1947 Ann Lee launched the Partido del Pueblo Azul."
    assert {row.subject for row in rows_of(article, "founder", title="Partido Azul")} == {"Partido del Pueblo Azul"}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Ann Lee, who had sat for the Red Party, brought it into being in 1990.", "founded"),
        ("The Green League merged into it in 1990.", "mergedFrom"),
        ("Originating as an offshoot of the Red Party, the party was founded in 1990.", "founded"),
        ("The legal heir of the Red Party, it was founded in 1990.", "founded"),
    ],
)
def test_what_came_from_another_body_is_not_that_body(text: str, predicate: str) -> None:
    assert told(f"The Blue Party is a party. {text}", predicate) != []


def test_who_merged_with_another_need_not_be_it() -> None:
    assert told("The Red Party won two seats. The Green League merged with it in 1990.", "mergedFrom") == []


@pytest.mark.parametrize(
    ("opening", "seats"),
    [
        ("As a member of the Azure Front", True),
        ("Within the Azure Front", True),
        ("Alongside the Red Party", True),
        ("Alongside the Red Party (RP), the Green League and Azul", True),
        ("Previously known as the Azure League", True),
        ("Having allied with the Red Party", True),
        ("Following a split in the Red Party", True),
        ("After the Red Party had collapsed", False),
        ("When the Red Party collapsed", False),
    ],
)
def test_whom_a_phrase_before_the_subject_names_is_not_what_the_sentence_is_about(opening: str, seats: bool) -> None:
    text = f"The Blue Party is a party. {opening}, it won two seats in the 1990 election."
    assert bool(told(text, "electionResult")) is seats


@pytest.mark.parametrize("partners", ["the Red Party", "Azul, the Red Party (RP) and the League of Ghana"])
def test_those_with_whom_somebody_acts_do_not_act_alone(partners: str) -> None:
    text = f"The Blue Party is a party. With {partners} it founded the Azure Front in 1990."
    assert ("Azure Front", "start=1990", "asserted") in told(text, "alliance")


@pytest.mark.parametrize(
    ("text", "founders"),
    [
        ("The movement was founded in 1990 by Ann Lee.", ["Ann Lee"]),
        ("The association was formally founded in 1990 by Ann Lee.", ["Ann Lee"]),
        ("Its members joined the Azure Movement. The movement was founded in 1990 by Ann Lee.", []),
        ("The Azure Movement has eight seats.\n\nThe movement was founded in 1990 by Ann Lee.", []),
        ("The newspaper was founded in 1990 by Ann Lee.", []),
        ("The club was founded in 1990 by Ann Lee.", []),
    ],
)
def test_a_paragraph_may_begin_with_how_the_party_was_founded(text: str, founders: list[str]) -> None:
    assert [name for name, _, _ in told(text, "founder")] == founders


def test_a_name_without_its_country_is_the_partys() -> None:
    row, *_ = rows_of("The Azure Club was founded in 1990.", "founded", title="Azure Club of Ghana")
    assert (row.subject, row.status) == ("Azure Club of Ghana", "asserted")


@pytest.mark.parametrize(
    ("title", "subject"),
    [("Green Party of Canada", "Green Party of Canada"), ("Green Party of Bavaria", "Green Party")],
)
def test_a_regions_party_is_not_called_as_the_countrys(title: str, subject: str) -> None:
    rows = rows_of(f"The {title} is a party. The Green Party was founded in 1980.", "founded", title=title)
    assert {row.subject for row in rows} == {subject}


def test_a_family_name_that_stands_first_may_be_meant() -> None:
    text = "In 1994 Bo Kek split from the Red Party, whose leader was Chan Li Wei. Chan became its leader in 1996."
    rows = rows_of(text, "leader", "- Chairman: Ann Chan")
    assert "Ann Chan" not in {row.object for row in rows if row.status == "asserted"}


def test_a_comma_may_stand_before_the_country_of_a_name() -> None:
    text = "The Azure Party, Ghana is a party. It was formed in 2006 as a splinter of the Azure Party."
    assert {row.subject for row in rows_of(text, "founded", title="Azure Party Ghana")} == {"Azure Party Ghana"}


def test_a_lost_template_before_the_first_verb_was_the_name() -> None:
    text = "The was a minor political party in Ghana, founded by Ann Lee. The is a daily."
    assert [(row.subject, row.object) for row in rows_of(text, "country")] == [("Blue Party", "Ghana")]
    assert [name for name, _, _ in told(text, "founder")] == ["Ann Lee"]
    # Behind the opening it may have been anything.
    assert told("It is a party in Ghana. The was a movement in Azuria, founded by Ann Lee.", "founder") == []


@pytest.mark.parametrize(
    ("text", "founders"),
    [
        ("Ann Lee and Bo Chan left. They, together with two other members, founded the party in 1954.", 2),
        ("Ann Lee and Bo Chan left. In 1954 they founded the party.", 2),
        ("Ann Lee and Bo Chan left. The two men founded the party in 1954.", 2),
        ("Ann Lee and Bo Chan left. The three men founded the party in 1954.", 0),
        ("Ann Lee and Bo Chan opposed Tom Fox. They founded the party in 1954.", 0),
        ("Ann Lee and Bo Chan left. They joined the Green League, which founded a newspaper.", 0),
        ("Its deputies opposed Ann Lee and Bo Chan. They founded the party in 1954.", 0),
    ],
)
def test_they_are_those_who_acted_in_the_sentence_before(text: str, founders: int) -> None:
    assert [name for name, _, _ in told(text, "founder")] == ["Ann Lee", "Bo Chan"][:founders]


def test_what_merges_into_another_body_is_not_that_one() -> None:
    text = "In 2005 the White Union was created by the merger of the party and the Red Party."
    assert [name for name, _, _ in told(text, "mergedInto")] == ["White Union"]
    text = "In 2005 the White Union was weakened by the merger of the party and the Red Party."
    assert told(text, "mergedInto") == []
