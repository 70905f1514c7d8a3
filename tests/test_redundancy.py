"""One fact for one thing that a sentence tells, named as fully or as plainly as it does."""

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The party is led by Ann Lee, who has been its chairwoman since 2014.", "role=Chairwoman;start=2014"),
        ("The party is led by Ann Lee.", "role=Leader"),
        ("The party leader is Ann Lee.", "role=Leader"),
    ],
)
def test_an_office_is_named_once(text: str, role: str) -> None:
    assert told(text, "leader") == [("Ann Lee", role, "asserted")]


def test_two_offices_are_two() -> None:
    assert (
        len(told("Ann Lee was leader of the party from 1990 to 1994 and its president from 1994 to 1999.", "leader"))
        == 2
    )


def test_one_election_is_named_as_fully_as_the_sentence_does() -> None:
    text = "The party first contested national elections in 2010, winning 5 seats."
    assert told(text, "electionResult") == [("2010 national election", "seats=5", "asserted")]


@pytest.mark.parametrize(
    ("verb", "status"), [("launched", "candidate"), ("founded", "asserted"), ("established", "asserted")]
)
def test_a_launch_on_another_day_is_no_second_foundation(verb: str, status: str) -> None:
    text = f"The party was formed in September 1969. It was formally {verb} on 14 November 1969."
    assert told(text, "founded") == [("1969-09", "", "asserted"), ("1969-11-14", "", status)]


def test_a_launch_alone_is_the_foundation() -> None:
    assert told("The party was launched on 14 November 1969.", "founded") == [("1969-11-14", "", "asserted")]


def test_a_government_is_told_once() -> None:
    text = "In the 1990 election it won 5 seats and governed as the junior partner in a coalition with the Red Party."
    assert [row[0] for row in told(text, "governmentRole")] == ["coalition government"]


NOMINATED = "The party nominated Ann Lee in the 1991 presidential election. "


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It grew until Lee resigned as president in 1998.", "candidate"),
        ("Lee resigned as president of the party in 1998.", "asserted"),
        ("Lee resigned as party president in 1998.", "asserted"),
    ],
)
def test_who_ran_for_president_may_have_been_one(text: str, status: str) -> None:
    assert [row[2] for row in told(NOMINATED + text, "leader")] == [status]


@pytest.mark.parametrize(("name", "status"), [("Liberal Party", "candidate"), ("Wales Liberal Party", "asserted")])
def test_what_is_told_of_a_namesake_is_not_sure(name: str, status: str) -> None:
    found = told(f"The {name} was founded by Ann Lee.", "founder", title="Wales Liberal Party")
    assert found == [("Ann Lee", "", status)]


@pytest.mark.parametrize(("name", "status"), [("Azure Party", "candidate"), ("Azure Party of Bavaria", "asserted")])
def test_what_is_told_of_a_shorter_name_is_not_sure(name: str, status: str) -> None:
    text = f"The Azure Party of Bavaria was a political party. The {name} was founded by Ann Lee."
    assert told(text, "founder", title="Azure Party of Bavaria") == [("Ann Lee", "", status)]


def test_an_ally_of_an_election_is_not_told_again_without_it() -> None:
    text = "At the election of 1992, which it contested in coalition with the Red Party, the party obtained one seat."
    assert told(text, "alliance") == [("Red Party", "election=1992 election", "asserted")]


@pytest.mark.parametrize(
    ("rows", "text", "status"),
    [
        ("- Leader: Ann Lee", "A member of the Red Party, Ann Lee was born at sea.", "candidate"),
        ("- Founder: Ann Lee", "Ann Lee of the Red Party, a lawyer, opposed it.", "candidate"),
        ("- Leader: Ann Lee", "Ann Lee is a member of the Red Party.", "asserted"),
        ("- Leader: Bo Chan", "A member of the Red Party, Ann Lee was born at sea.", "asserted"),
    ],
)
def test_who_founded_or_leads_the_party_was_of_the_other_before(rows: str, text: str, status: str) -> None:
    assert [row[2] for row in told(text, "member", rows) if row[0] == "Red Party"] == [status]


def test_a_result_is_of_the_election_that_the_longer_reading_names() -> None:
    text = (
        "In January 2001 some joined the Red Party, which received 12.7% of the votes "
        "and 65 seats at the elections in September 2001."
    )
    assert told(text, "electionResult") == [("September 2001 election", "share=12.7%;seats=65", "asserted")]


@pytest.mark.parametrize(("infobox", "status"), [("5 July 2012", "candidate"), ("31 October 2012", "asserted")])
def test_a_launch_on_another_day_than_that_of_the_infobox_is_none(infobox: str, status: str) -> None:
    text = "The party was launched on 31 October 2012."
    assert told(text, "founded", f"- Founded: {infobox}") == [("2012-10-31", "", status)]


def test_a_launch_is_measured_by_the_most_exact_date_before_it() -> None:
    text = "The party was founded in 2012. It was formed in July 2012. It was launched on 31 October 2012."
    assert told(text, "founded")[-1] == ("2012-10-31", "", "candidate")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It followed the Azure Party (Parti Azur).", "candidate"),
        ("It followed the Azure Party of the North (Parti Azur).", "asserted"),
        ("It was refounded as the Northern Azure Party (Parti Azur).", "asserted"),
    ],
)
def test_a_part_of_the_name_with_a_native_name_of_its_own_may_be_another_party(text: str, status: str) -> None:
    opening = "The Azure Party of the North (Partido Azul del Norte) is a party."
    names = told(f"{opening} {text}", "nativeName", title="Azure Party of the North")
    assert [(name, state) for name, _, state in names if name == "Parti Azur"] == [("Parti Azur", status)]


def test_a_name_that_the_party_had_in_another_language_is_not_its_native_one() -> None:
    text = "It was founded in 1990 as the United Azure Union, AE (Greek: Γαλάζια Ένωση)."
    assert told(text, "nativeName") == []
    assert ("Γαλάζια Ένωση", "lang=el", "asserted") in told(text, "formerName")


@pytest.mark.parametrize(("name", "status"), [("Blaue Partei", "candidate"), ("Rote Partei", "asserted")])
def test_a_party_takes_no_name_that_is_its_title_in_another_language(name: str, status: str) -> None:
    text = f"The Blue Party (German: Blaue Partei) is a party in Austria. In 1990 it was renamed {name}."
    assert told(text, "renamedTo") == [(name, "year=1990", status)]
