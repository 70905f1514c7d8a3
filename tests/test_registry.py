"""Who is who in one article: the names that its text gives to each entity, and nobody else's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partygraph import readers
from partygraph.extraction import extract
from partygraph.extraction.prose import mentions
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.registry import LONGEST_PARAGRAPH, Registry
from partygraph.model import Datatype, Entity, Kind, Literal, Status, View

OWN = Entity("Blue Party", Kind.PARTY)


def read(text: str, registry: Registry) -> Lattice:
    return mentions.read(View.verbatim(text, 0), registry)


def test_what_a_paragraph_says_a_third_time_is_left_out_as_repeated() -> None:
    said = "It was led by Ann Lee. "
    done = extract(readers.read(f"= Blue Party =\n\n{said * 4}It was founded in 1990.\n\n{said}\n"))
    (leader,) = [fact for fact in done.facts if fact.predicate == "leader"]
    assert len(leader.evidence) == 3  # twice in the first paragraph, once in the second
    left = [item for item in done.left_out if item.reason == "repeated"]
    assert [item.evidence.quote for item in left] == [said.strip()] * 2
    assert any(fact.predicate == "founded" for fact in done.facts)


def test_a_paragraph_without_end_is_read_up_to_a_bound_and_the_rest_is_left_out() -> None:
    said = "".join(f"In {1000 + at % 900} the council met for the time {at}. " for at in range(3000))
    done = extract(readers.read(f"= Blue Party =\n\n{said}\n\nThe party was founded in 1990.\n"))
    left = [item for item in done.left_out if item.reason == "endless-paragraph"]
    read = sum(len(item.evidence.quote) for item in done.left_out if item.reason != "endless-paragraph")
    assert left and LONGEST_PARAGRAPH - 100 < read <= LONGEST_PARAGRAPH
    assert [fact.predicate for fact in done.facts if fact.source == "prose"] == ["founded"]  # another paragraph


def test_the_items_of_a_list_may_be_alike() -> None:
    done = extract(readers.read("= Blue Party =\n\n== Members ==\n\n" + "- Ann Lee\n" * 4))
    assert not [item for item in done.left_out if item.reason == "repeated"]


def test_a_family_name_stands_for_the_one_person_who_has_it() -> None:
    registry = Registry.of(OWN)
    read("He met Ann Lee.", registry)
    assert {m.name for m in read("Lee resigned.", registry).mentions() if m.kind == "person"} == {"Ann Lee"}
    read("He met Bo Lee.", registry)
    assert not [m for m in read("Lee resigned.", registry).mentions() if m.kind == "person"]


@pytest.mark.parametrize(("full", "short"), [("A. B. Lee", "Lee"), ("Ann Di Marco", "Di Marco"), ("Ann B. Lee", "Lee")])
def test_a_family_name_is_told_with_initials_or_a_particle(full: str, short: str) -> None:
    registry = Registry.of(OWN)
    read(f"He met {full}.", registry)
    assert {m.name for m in read(f"Then {short} resigned.", registry).mentions() if m.kind == "person"} == {full}


def test_the_first_of_two_family_names_stands_for_the_one_person_who_has_it() -> None:
    registry = Registry.of(OWN)
    registry.meet(Entity("José María Villar Lee-Chan", Kind.PERSON))
    assert registry.family("Villar") == Entity("José María Villar Lee-Chan", Kind.PERSON)
    assert registry.family("María") is None and registry.family("Norway") is None
    registry.meet(Entity("Ana Villar Roe", Kind.PERSON))
    assert registry.family("Villar") is None
    registry.meet(Entity("Bo Villar", Kind.PERSON))
    assert registry.family("Villar") == Entity("Bo Villar", Kind.PERSON)


def test_initials_stand_for_the_name_that_has_them_all() -> None:
    registry = Registry.of(Entity("Ohio Working Families Party", Kind.PARTY))
    read("It left the national Working Families Party.", registry)
    found = {m.name for m in read("He used the WFP line.", registry).mentions() if m.kind == "party"}
    assert found == {"Working Families Party"}
    assert "Ohio Working Families Party" in {
        m.name for m in read("An Ohio WFP member won.", registry).mentions() if m.kind == "party"
    }


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Social Democratic Party (Ghana)", "The Social-Democratic Party of Ghana won."),
        ("Alliance B – Citizens for Ghana", "Alliance B won."),
        ("AZURE", "Then Azure won."),
    ],
)
def test_the_party_is_called_by_another_spelling_of_its_title(title: str, text: str) -> None:
    registry = Registry.of(Entity(title, Kind.PARTY, title))
    assert any(m.entity == registry.subject for m in read(text, registry).mentions())


def test_a_title_with_a_place_or_another_body_behind_a_dash_is_not_the_one_before_it() -> None:
    for title in ("Forum for Reform – Ghana", "Red Union – Green Party"):
        registry = Registry.of(Entity(title, Kind.PARTY, title))
        assert not registry.is_known(title.partition(" – ")[0])


def test_a_family_name_is_nobodys_if_it_may_be_a_first_name() -> None:
    registry = Registry.of(OWN)
    registry.meet(Entity("Bo Chan", Kind.PERSON))
    assert registry.family("Chan") == Entity("Bo Chan", Kind.PERSON)
    registry.meet(Entity("Chan Li Wei", Kind.PERSON))
    assert registry.family("Chan") is None


def test_the_same_name_is_the_same_entity() -> None:
    registry = Registry.of(OWN)
    first = registry.meet(Entity("Red Party", Kind.PARTY))
    assert registry.meet(Entity("Red Party", Kind.ORGANISATION)) is first
    assert registry.is_known("Red Party") and not registry.is_known("Green Party")


def test_initials_of_two_stand_for_neither_unless_the_text_states_them() -> None:
    registry = Registry.of(OWN)
    red = registry.meet(Entity("Red Azure League", Kind.PARTY))
    assert registry.find("RAL") is red
    registry.meet(Entity("Royal Azure League", Kind.PARTY))
    assert registry.find("RAL") is None
    registry.abbreviate("RAL", red)
    assert registry.find("RAL") is red


def test_a_party_kept_apart_is_not_called_by_its_title_without_the_bracket() -> None:
    party = Entity("Azure Congress (Democratic)", Kind.PARTY)
    assert Registry.of(party).find("Azure Congress") is party
    assert Registry.of(party, apart=True).find("Azure Congress") is None


def test_another_spelling_is_a_name_of_the_party_but_gives_no_short_form() -> None:
    registry = Registry.of(OWN)
    registry.spell("Azure Labour Union")
    assert registry.find("Azure Labour Union") is OWN
    assert registry.find("ALU") is None
    registry.call("Azure Green Union")
    assert registry.find("AGU") is OWN
    assert registry.calls_itself("Green") and not registry.calls_itself("Red")


def test_a_noun_of_the_partys_name_is_its_own_unless_another_bears_it() -> None:
    registry = Registry.of(Entity("Azure Bloc", Kind.PARTY))
    assert registry.short_name("Bloc") and not registry.short_name("Party")
    registry.meet(Entity("Red Bloc", Kind.PARTY))
    assert not registry.short_name("Bloc")
    registry.nouns.add("alliance")
    assert {"party", "bloc", "alliance"} <= registry.common_nouns()


def test_a_new_paragraph_has_the_articles_subject_in_mind() -> None:
    registry = Registry.of(OWN)
    registry.turn_to((0, 0, 0))
    registry.focus, registry.year, registry.person = Entity("Red Party", Kind.PARTY), 1990, Entity("Ann", Kind.PERSON)
    registry.turn_to((0, 0, 1))
    assert registry.year == 1990 and registry.focus != OWN
    registry.astray = True
    registry.turn_to((0, 1, 0))
    assert registry.focus == OWN and registry.beside
    assert (registry.year or registry.person) is None
    registry.astray, registry.about = True, Entity("Green League", Kind.PARTY)
    registry.turn_to((1, 0, 0))
    assert (registry.focus, registry.beside) == (registry.about, False)
    assert registry.supposing().focus == OWN and registry.supposing().supposed and not registry.supposed


@pytest.mark.parametrize(
    ("text", "year", "kind"),
    [
        ("In the 1990 general election it won.", "1990", "general"),
        ("In the 1990 snap general election it won.", "1990", "general"),
        ("In the 1990 general election it won.", "1991", ""),
        ("In the 1990 general election it won. In the 1990 parliamentary election it won.", "1990", ""),
        ("In the 1990 presidential election it won.", "1990", ""),
        ("In the 1990 election it won.", "1990", ""),
    ],
)
def test_a_years_elections_are_of_the_one_kind_that_the_text_told(text: str, year: str, kind: str) -> None:
    registry = Registry.of(OWN)
    for sentence in text.split(". "):
        lattice = read(sentence, registry)
        registry.hear_of(tuple(mention for mention in lattice.mentions() if mention.kind == "election"))
    date = Mention("date", 0, 1, year, literal=Literal(year, Datatype.YEAR))
    assert registry.sort(date) == kind


def test_only_what_is_sure_and_of_the_party_counts_as_said() -> None:
    page = readers.read("= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\nIt was led by Ann Lee in 1990.\n")
    (fact,) = [fact for fact in extract(page).facts if fact.predicate == "leader"]
    registry = Registry.of(fact.subject)
    registry.say([replace(fact, status=Status.CANDIDATE), replace(fact, subject=Entity("Red Party", Kind.PARTY))])
    assert registry.repeated == set()
    registry.say([fact])
    assert registry.repeated == {("leader", "ann lee")}
