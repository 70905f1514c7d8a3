"""Keeps what "it" and "he" stand for from sentence to sentence."""

from __future__ import annotations

from collections.abc import Iterable

from partygraph.extraction.prose.annotators.reckoning import year_of
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.registry import Registry
from partygraph.extraction.prose.subjects import AUXILIARIES, grammatical_subject, verbs
from partygraph.model import Entity, Fact, Kind
from partygraph.rules import lexicon

PARTS = frozenset({"wing", "branch", "section", "chapter", "organisation", "organization", "newspaper", "league"})
"""Parts of a party that have officers of their own."""
BELONGINGS = frozenset({"youthWing", "womensWing", "studentWing", "wing", "newspaper", "thinkTank"})
"""What a party has that has officers, members and a beginning of its own."""
PUBLISHING = frozenset({"publishes"})
SOCIETIES = lexicon.words("society-noun") | {"newspaper", "paper", "magazine", "union", "congress"}
"""What a body that works with a party is called again by: "the foundation"."""
OTHERS = frozenset({"rival", "different", "similar", "second", "new", "competing"})
LONGEST_PART = 6
"""In how many words behind its owner a part is named: "the party's youth and student wing was"."""
FOUNDED = lexicon.words("founding-verb")
BIRTH = frozenset({"founded", "founder", "foundingOrganisation", "splitFrom"})


def move_on(registry: Registry, lattice: Lattice, facts: Iterable[Fact]) -> None:
    """Tell the registry what "it", "he" and a bare month mean in the next sentence, behind one that says ``facts``."""
    subject = grammatical_subject(lattice)
    focus = subject.entity if subject is not None and not subject.items else None
    if subject is not None and any(edge.kind == "body" for edge in lattice.edges[subject.start]):
        focus = None  # "The National Assembly was dissolved" leaves no "it" that won seats.
    if focus not in (None, registry.subject) and _tells_of_an_origin(lattice):
        focus = None  # "The Azure League, from which it had sprung, ended in 1946. It was renamed in 1951"
    others = _bodies(lattice) - {registry.subject.name}
    if (focus is None or focus.kind is Kind.PERSON) and not others and registry.focus in (registry.subject, None):
        # A sentence about a person, or about nothing that we know, leaves the article's party the only "it".
        ours = registry.about or registry.subject
        focus = ours if registry.focus is not None or _bodies(lattice) else None
    if focus is None and subject is None and _is_the_only_actor(lattice, registry.subject):
        focus = registry.subject
    if focus is None and subject is None and _tells_of_its_birth(facts, registry.subject):
        focus = registry.subject
    opening, noun = (*lattice.tokens.lower[:2], "", "")[:2]
    if (opening, noun) == ("out", "of"):
        focus = None  # "Out of it came the White Alliance. It was dissolved in 2023": which of them?
    if _founds_an_unknown_one(lattice):
        focus = None
    own = any(edge.entity == registry.subject for edge in lattice.edges[0])
    # "The foundation was led by Ann Lee", but not "The foundation of the party was announced".
    acts = (*lattice.tokens.lower[2:3], "")[0] in AUXILIARIES
    named = noun in lexicon.words("alliance-noun") or (acts and noun in SOCIETIES - registry.common_nouns())
    if opening == "the" and named and not own:
        focus = None  # "The alliance won eight seats. It was dissolved": it was not the party
    apart = _is_of_a_part(lattice) or _is_of_a_nameless_one(lattice) or _brings_in_a_part(facts, lattice)
    if apart:
        focus = None  # "Its women's wing was founded in 1990. Its chairwoman was Ann Lee": the wing's
    another = (opening == "the" and named and not own) or apart
    registry.offspring = _tells_of_an_offspring(facts, registry.subject)
    registry.aside = registry.offspring or another or (registry.aside and (focus is None or focus.kind is Kind.PERSON))
    registry.focus = focus
    registry.beside = False
    registry.astray = registry.astray is not False and _is_beside(lattice, registry.astray is None)
    dates = [edge for edges in lattice.edges for edge in edges if edge.kind == "date"]
    registry.year = next(filter(None, map(year_of, reversed(dates))), registry.year)
    persons: dict[str, Entity] = {}
    for edges in lattice.edges:
        for edge in edges:
            if edge.kind == "person" and edge.entity is not None and edge.entity.kind is Kind.PERSON and not edge.items:
                persons[edge.entity.name] = edge.entity
    registry.person = next(iter(persons.values())) if len(persons) == 1 else None
    acting = [item.entity for item in subject.items if item.entity is not None] if subject is not None else []
    registry.people = tuple(acting) if {entity.name for entity in acting} == persons.keys() else ()


def _is_beside(lattice: Lattice, opening: bool) -> bool:
    """Tell whether a sentence leaves the article's party unnamed, and begins with another body if it is an opening."""
    named = any(
        edge.kind == "own" and lattice.tokens.lower[edge.start : edge.end] not in (("it",), ("they",))
        for edges in lattice.edges
        for edge in edges
    )
    first = int(lattice.tokens.lower[:1] == ("the",))
    begun = any(edge.kind == "other-party" for edge in lattice.edges[min(first, len(lattice.edges) - 1)])
    return not named and (begun or not opening)


def _tells_of_its_birth(facts: Iterable[Fact], party: Entity) -> bool:
    """Tell whether a sentence says how the article's party came about: "members of the Red Party formed it"."""
    return any(fact.subject == party and fact.predicate in BIRTH for fact in facts)


def _tells_of_an_offspring(facts: Iterable[Fact], party: Entity) -> bool:
    """Tell whether a sentence says what came out of a party: "a faction left it and founded the Red Left"."""
    return any(fact.predicate == "splitFrom" and fact.object == party for fact in facts)


def _brings_in_a_part(facts: Iterable[Fact], lattice: Lattice) -> bool:
    """Tell whether a sentence tells what a party has or publishes: "The party has a youth wing, the Azure Youth"."""
    return any(fact.predicate in BELONGINGS for fact in facts) or not PUBLISHING.isdisjoint(lattice.tokens.lower)


def _is_of_a_part(lattice: Lattice) -> bool:
    """Tell whether a sentence opens with a part of a party, which has officers of its own: "Its Harwich branch was"."""
    owner = lattice.at(0, "possessor") if lattice.edges else None
    if owner is None:
        return False
    lower = lattice.tokens.lower
    for at in range(owner.end, min(owner.end + LONGEST_PART, len(lower) - 1)):
        if lower[at] in PARTS:
            return lower[at + 1] in AUXILIARIES
    return False


def _is_of_a_nameless_one(lattice: Lattice) -> bool:
    """Tell whether a sentence opens with a party that is not named: "A rival party was led by Ann Lee"."""
    lower = lattice.tokens.lower
    opens = lower[:1] != () and lower[0] in ("a", "an", "another")
    other = lower[0] == "another" if opens else False
    nouns = lexicon.words("party-noun")
    return any(
        (other or not OTHERS.isdisjoint(lower[:at])) and lower[at] in nouns
        for at in range(1, min(LONGEST_PART, len(lower)))
        if opens
    )


def _founds_an_unknown_one(lattice: Lattice) -> bool:
    """Tell whether a sentence opens with what is no body by its name: "The Agrupación Azul was founded in 1931"."""
    words, lower = lattice.tokens.words, lattice.tokens.lower
    at = first = int(lower[:1] == ("the",))
    while at < len(words) and (words[at][0].isupper() or lower[at] in lexicon.words("foreign-word")):
        at += 1
    founded = lower[at : at + 1] in (("was",), ("were",)) and not FOUNDED.isdisjoint(lower[at + 1 : at + 2])
    if not first or at - first < 2 or not founded:
        return False
    return not any(
        edge.end == at and edge.kind in ("party", "organisation", "body")
        for edges in lattice.edges[: first + 1]
        for edge in edges
    )


def _is_the_only_actor(lattice: Lattice, party: Entity) -> bool:
    """Tell whether a pronoun or noun for the article's party is the only body with a verb behind it.

    "Throughout the war it was tolerated by the Senate" is about the party, wherever in the sentence it stands.
    """
    lower = lattice.tokens.lower
    actors = [
        edge
        for edges in lattice.edges
        for edge in edges
        if edge.kind in ("party", "organisation", "name", "person", "body") and edge.end > edge.start
        if lower[edge.end : edge.end + 1] != () and lower[edge.end] in AUXILIARIES | verbs()
        if not edge.start or lower[edge.start - 1] not in lexicon.words("preposition")
    ]
    return bool(actors) and all(edge.entity == party and not edge.items for edge in actors)


def _bodies(lattice: Lattice) -> set[str]:
    """Return the names of the parties and organisations that a sentence speaks of."""
    return {
        edge.entity.name
        for edges in lattice.edges
        for edge in edges
        if edge.kind in ("party", "organisation") and edge.entity is not None and not edge.items
    }


def _tells_of_an_origin(lattice: Lattice) -> bool:
    """Tell whether a clause says that the article's party came from what the sentence is about."""
    lower = lattice.tokens.lower
    return any(
        lower[at : at + 2] == ("from", "which") and (lower[at + 2] in ("it", "they") or lattice.at(at + 2, "own"))
        for at in range(len(lower) - 2)
    )
