"""Who did what in a clause that does not name him again."""

from __future__ import annotations

import pytest
from telling import rows_of, told

from partygraph import readers
from partygraph.extraction import read


def test_whoever_is_only_understood_is_quoted_where_the_name_stands() -> None:
    article = readers.read(
        "= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\nAnn Lee went home, and founded the Blue Party.\n"
    )
    (founder,) = [fact for fact in read(article).facts if fact.predicate == "founder"]
    assert founder.evidence[0].quote == "Ann Lee went home, and founded the Blue Party"


def test_a_country_is_no_person() -> None:
    assert [name for name, _, _ in told("Its leader, Ann Lee, is a United States citizen.", "leader")] == ["Ann Lee"]


def test_a_finite_verb_goes_on_with_the_subject() -> None:
    lead = "The party joined the Azure Front, got six seats in 2015, and met."
    text = f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{lead}\n"
    results = [fact for fact in read(readers.read(text)).facts if fact.predicate == "electionResult"]
    assert {fact.subject.name for fact in results} <= {"Blue Party"}


def test_a_relative_clause_goes_on_behind_and() -> None:
    lead = "The party goes back to the Azure League, which contested the 1999 election and won 2% of the vote."
    facts = read(readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{lead}\n")).facts
    assert {fact.subject.name for fact in facts if fact.predicate == "electionResult"} == {"Azure League"}


def test_what_stands_behind_a_relative_clause_is_of_whom_it_is_about() -> None:
    text = "Ann Lee was its leader. Nali, who went while Lee was absent, held offices and was minister."
    assert told(text, "member") == []
    text = "The Red Party, which Ann Lee led, won five seats and was dissolved in 1999."
    rows = rows_of(text, "dissolved")
    assert [row.subject for row in rows] == ["Red Party"]


def test_what_a_bloc_polled_and_won_is_not_the_partys() -> None:
    text = "At the 2005 elections it was in the Azure Bloc (AB), which polled 28.4% and obtained 34 of the 101 seats."
    rows = rows_of(text, "electionResult")
    assert {row.subject for row in rows} == {"Azure Bloc"}


def test_a_leader_in_an_aside_is_not_whom_the_relative_clause_is_about() -> None:
    text = "It joined the White Front, led by the Red Party, which was dissolved in 1970."
    rows = rows_of(text, "dissolved")
    assert [row.subject for row in rows] == ["White Front"]


def test_a_singular_clause_is_about_the_last_of_two() -> None:
    text = "The Congress and the Lok Party, which was an offshoot of the Red Party, opposed it."
    assert [row.subject for row in rows_of(text, "splitFrom")] == ["Lok Party"]


def test_who_leads_a_party_does_not_act_for_it() -> None:
    assert not told("The Green League, a small party headed by Ann Lee, joined the party in 2005.", "member")


def test_what_a_nameless_bloc_won_the_party_did_not() -> None:
    bloc = "In the 2010 election it was part of the Azure Front, a bloc which, with 31% of the vote, won 14 seats."
    assert not told(bloc, "electionResult")
    party = "The party, which, with 31% of the vote, won 14 seats in the 2010 election, is small."
    assert [status for _, _, status in told(party, "electionResult")] == ["asserted"]


def test_a_remark_behind_which_does_not_part_it_from_its_verb() -> None:
    text = "The Blue Party was a party of the right which, for a time, ranked as the largest opposition force in Kenya."
    assert [name for name, _, status in told(text, "country") if status == "asserted"] == ["Kenya"]


def test_a_clause_between_subject_and_verb_has_its_own_subject() -> None:
    text = "It came back in 2006, after the Red Party, which she had led, had been merged into the White Alliance."
    assert told(text, "mergedInto") == []


@pytest.mark.parametrize(
    "name",
    [
        "The Blue Party (Spanish: Partido Azul, BP)",
        "The Blue Party (BP) (Partido Azul)",
        "The Blue Party (BP), whose name is that of a hill,",
    ],
)
def test_what_a_name_has_in_brackets_parts_it_from_no_participle(name: str) -> None:
    """The subject of "was" is that of the participle behind what the sentence says it was."""
    sentence = f"{name} was a socialist party of Marxist outlook, founded in Ghana in 1977 and led by Ann Lee."
    assert told(sentence, "founded") == [("1977", "", "asserted")]
    assert [leader for leader, _, _ in told(sentence, "leader")] == ["Ann Lee"]


def test_a_participle_before_the_verb_is_quoted_with_the_name() -> None:
    (row,) = rows_of("The Blue Party (BP), also called the Azure League, was a party in Ghana.", "altName")
    assert row.quote.startswith("The Blue Party (BP)")


def test_a_verb_with_an_object_is_no_participle_of_the_name_before() -> None:
    text = (
        "Ann Lee and Bo Chan, both of whom had held office under the Red Party, brought the party into being in 1990."
    )
    assert [name for name, _, status in told(text, "founder") if status == "asserted"] == ["Ann Lee", "Bo Chan"]
    text = "Ann Lee, a deputy who had left to sit as an independent in the cabinet, set up the party in 1990."
    assert [name for name, _, status in told(text, "founder") if status == "asserted"] == ["Ann Lee"]


def test_who_may_be_told_of_whom_an_apposition_explains() -> None:
    text = "It owes much to Ann Lee, a former head of the civil service, who founded it in 1990."
    assert told(text, "founded") == [("1990", "", "asserted")]
    assert "Ann Lee" in {name for name, _, _ in told(text, "founder")}
    text = "It was joined by Ann Lee, the sister of Bo Chan, who founded it in 1990."
    assert "Ann Lee" not in {name for name, _, _ in told(text, "founder")}


@pytest.mark.parametrize("opened", ["a remark, hitherto the largest of the parties", "a remark, too"])
def test_more_words_open_a_remark(opened: str) -> None:
    text = f"Dissidents from the Red Party{opened.removeprefix('a remark')}, founded it in 2006."
    assert ("Red Party", "year=2006", "asserted") in told(text, "splitFrom")


def test_a_time_may_stand_between_a_relative_pronoun_and_its_verb() -> None:
    text = "It was a rival of the Red Party, which in 1990 was dissolved."
    assert [(row.subject, row.object) for row in rows_of(text, "dissolved")] == [("Red Party", "1990")]


@pytest.mark.parametrize(
    "sentence",
    [
        "After the Red Party had suspended Lee, he had sat in the assembly, and in 2018 held a rally and formed it.",
        "When the Red Party split in 1990, some held a rally and formed the Blue Party.",
        "When the Red Party split in 1990, the two men left it and formed the Blue Party.",
        "The Red Party was banned in 1990, Lee left it and formed the Blue Party.",
        "In 1990 the Red Party lost, the leaders went home and founded the Blue Party.",
    ],
)
def test_what_somebody_unknown_did_is_not_done_by_who_is_named_in_the_clause_before(sentence: str) -> None:
    assert told(sentence, "foundingOrganisation") == []


def test_a_second_verb_of_the_first_clause_has_its_subject() -> None:
    text = "When the Blue Party lost all its seats, and was banned in 1990, its leader left it."
    assert told(text, "banned") == [("1990", "", "asserted")]
    assert told("In May 1992 the Azure Union met and founded the Blue Party.", "foundingOrganisation") != []


@pytest.mark.parametrize("what", ["newspaper, Azure Star", "school, Azure Academy"])
def test_what_the_party_has_is_not_the_party(what: str) -> None:
    assert told(f"The party {what}, was founded in 1990 by Ann Lee.", "founded") == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Founded in 1990, when its leaders left the Red Party, it was led by Ann Lee.", ["1990"]),
        ("Created in 1990 as the heir of a Red Party that nobody wanted, the party holds three seats.", ["1990"]),
        ("Set up in 1990 on the eve of the vote, it won three seats.", ["1990"]),
        ("First founded in 1990 as a force within the Red Party, and dissolved in 1999, it was revived.", ["1990"]),
        ("Set up in 1990 on the eve of the vote, the party newspaper is the Azure Star.", []),
        ("Set up in 1990 on the eve of the vote, the Red Party won three seats.", []),
    ],
)
def test_a_foundation_before_the_subject_is_that_of_the_subject(text: str, years: list[str]) -> None:
    assert [row.object for row in rows_of(text, "founded") if row.subject == "Blue Party"] == years


def test_a_second_relative_clause_is_of_whom_the_first_is() -> None:
    text = "The Blue Party is a party in Ghana, which Ann Lee announced in May, and which was founded on 4 June 2013."
    assert [row.object for row in rows_of(text, "founded")] == ["2013-06-04"]
    text = "The Blue Party is an ally of the Red Party, which Ann Lee left in 1990, and which was dissolved in 1999."
    assert "Blue Party" not in [row.subject for row in rows_of(text, "dissolved")]


@pytest.mark.parametrize(
    "attribute",
    ["of the left", "of nationalists", "of Ghanaian farmers in Ghana,", "at the federal level in Ghana,"],
)
def test_behind_whose_party_it_is_the_clause_is_about_the_party(attribute: str) -> None:
    text = f"The Blue Party was a party {attribute} which was formed on 3 May 1990 and existed in Ghana until 1999."
    assert ("1990-05-03", "", "asserted") in told(text, "founded")


def test_behind_other_bodies_it_may_be_about_them() -> None:
    text = "The Blue Party was a party of the coalition which was dissolved in 1999."
    assert "asserted" not in {status for _, _, status in told(text, "dissolved")}


@pytest.mark.parametrize("time", ["in 1990", "in late March 1990", ", in 1990,", "on 3 May 1990"])
def test_a_time_may_stand_before_the_verb_of_a_relative_clause(time: str) -> None:
    text = f"The Blue Party was a party in Ghana that {time} was absorbed by the Red Party."
    assert [(name, status) for name, _, status in told(text, "mergedInto")] == [("Red Party", "asserted")]


def test_a_party_of_which_something_is_told_in_passing_is_its_subject() -> None:
    text = "Quarrels over the law led to the Blue Party being founded on 14 September 1908."
    assert told(text, "founded") == [("1908-09-14", "", "asserted")]


def test_initials_of_a_native_name_of_two_words_are_the_partys() -> None:
    text = "The Blue Party (French: Parti azur) is a party. The PA was founded by Ann Lee in 1990."
    assert told(text, "founder") == [("Ann Lee", "", "asserted")]


def test_who_is_told_of_are_the_people_of_a_party_and_not_the_party() -> None:
    text = "It was formed in 2010 by former members of the Red Party who had split from it."
    assert [row.subject for row in rows_of(text, "splitFrom")] == ["Blue Party"]
    text = "It was formed in 2010 by friends of the Red Party, which had split from it."
    assert [row.subject for row in rows_of(text, "splitFrom")] == ["Red Party"]


@pytest.mark.parametrize(
    ("behind", "qualifiers"),
    [
        ("is a communist party of the left in Ghana, whose leader is Ann Lee.", "role=Leader"),
        ("is a party of the centre in Ghana which Ann Lee leads.", "role=Leader"),
        ("was a liberal party in Ghana that Ann Lee led before the war.", "role=Leader;current=0"),
        ("was a Ghanaian party of the far right under the leadership of Ann Lee.", "role=Leader;current=0"),
    ],
)
def test_who_leads_a_party_stands_behind_what_it_is(behind: str, qualifiers: str) -> None:
    assert told(f"The Blue Party {behind}", "leader") == [("Ann Lee", qualifiers, "asserted")]


def test_whoever_leads_what_merges_does_not_lead_the_party() -> None:
    text = "The Blue Party was founded in 1990 as a merger of the Azulejo, headed by Ann Lee, and the Red Party."
    assert told(text, "leader") == []


def test_what_an_election_is_to_is_not_who_ran() -> None:
    sentence = "In the 1990 elections to the National Assembly it ran alone and won seven seats."
    ((poll, _, status),) = told(sentence, "electionResult")
    assert (poll, status) == ("1990 National Assembly election", "asserted")
