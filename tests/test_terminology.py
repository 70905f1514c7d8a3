"""The terms of politics in a sentence: roles, positions, ideologies, places, internationals."""

from __future__ import annotations

import pytest

from partygraph.extraction.prose.annotators import terminology
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.registry import Registry
from partygraph.extraction.prose.tokens import tokenise
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon


def read(text: str, country: str = "") -> Lattice:
    lattice = Lattice.over(tokenise(text))
    terminology.add(lattice, Registry(Entity("Blue Party", Kind.PARTY), country=country))
    return lattice


def named(text: str, kind: str) -> list[str]:
    return [mention.name for mention in read(text).mentions() if mention.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("It is liberal.", "ideology", ["Liberalism"]),
        ("It is liberal.", "doctrine", []),
        ("It favours liberalism.", "doctrine", ["Liberalism"]),
        ("A Cornish nationalist rose.", "ideology", ["Cornish nationalism", "Nationalism"]),
        ("A Cornish nationalist rose.", "doctrine", []),
        ("Cornish nationalism rose.", "doctrine", ["Cornish nationalism", "Nationalism"]),
        ("A Cornish liberal rose.", "ideology", ["Liberalism"]),
        (
            "It is centre-left to left-wing.",
            "position",
            ["Centre-left to left-wing", "Centre-left", "Left-wing"],
        ),
        ("It is left-wing to left-wing.", "position", ["Left-wing", "Left-wing"]),
        ("It is of the centre to centre-right.", "wing", ["Centre to centre-right", "Centre", "Centre-right"]),
        ("Its general secretary left.", "role", ["General secretary", "Secretary"]),
        ("He was in Parliament.", "body", []),
        ("He was in parliament.", "body", ["parliament"]),
        ("It is in Ghana.", "country", ["Ghana"]),
        ("It is in Ohio.", "region", ["Ohio"]),
        ("It is in ghana.", "territory", []),
        ("It is in the U.S. state of Ohio.", "place", ["Ohio"]),
        ("It is in the U.S. state of Ohio.", "territory", ["United States", "Ohio"]),
        ("It met the Ghana Labour Union.", "place", []),
        ("It is Ghanaian.", "country-demonym", ["Ghana"]),
        ("It joined the Socialist International.", "international", ["Socialist International"]),
        ("It joined the socialist international.", "international", []),
    ],
)
def test_a_term_is_read_by_its_class(text: str, kind: str, names: list[str]) -> None:
    assert named(text, kind) == names


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("the president", {"role", "office"}),
        ("the treasurer", {"role", "inner-role"}),
        ("the chairman", {"role", "inner-role", "chair-role"}),
    ],
)
def test_an_office_may_be_one_that_hardly_any_but_a_party_has(text: str, kinds: set[str]) -> None:
    found = {mention.kind for mention in read(text).mentions() if mention.start == 1}
    assert found & {"role", "office", "inner-role", "chair-role", "party-role"} == kinds


def test_the_office_in_a_party_is_named_with_a_capital() -> None:
    assert named("the party chairman", "party-role") == ["Party chairman"]
    assert named("the chairman", "party-role") == []


def test_a_range_has_its_ends_and_a_region_its_country() -> None:
    (whole,) = [mention for mention in read("centre-left to left-wing").mentions() if mention.parts]
    assert [(key, part.name) for key, part in whole.parts] == [("lower", "Centre-left"), ("upper", "Left-wing")]
    ohio = read("in Ohio").at(1, "region")
    outer = ohio.part("within") if ohio is not None else None
    assert outer is not None and outer.entity == Entity("United States", Kind.PLACE)


def test_a_european_group_may_have_its_noun_behind_it() -> None:
    text = "the European People's Party group"
    found = [mention for mention in read(text).mentions() if mention.kind == "affiliation"]
    assert {(mention.end, len(mention.items)) for mention in found} >= {(5, 1), (6, 1)}


def test_a_term_of_one_country_is_none_in_the_articles_of_another() -> None:
    term = next(term for group in lexicon.terms().values() for term in group if term.within)
    words = " ".join(word.capitalize() for word in term.words)

    def found(country: str) -> list[Mention]:
        return [mention for mention in read(f"the {words}", country).mentions() if mention.name == term.name]

    assert found(term.within)
    assert not [mention for mention in found("Walden") if mention.kind == term.kind]
