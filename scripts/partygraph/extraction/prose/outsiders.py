"""Remembers the people whom an article tells of as another party's: "Lee resigned as chairman" is open of those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Fact, Status, written
from partygraph.rules import labels, lexicon

NEAR = 4
"""In how many words behind a party's name one of its people is named: "the Red Party's nominee for mayor, Ann Lee"."""
OF = frozenset({"of", "from"})
OWNING = frozenset({"of", "its", "'s", "party", "their"})
"""What tells in the words of a fact of which party it is."""
JOINED = frozenset({"and", "or", "but", "with", "to", ";"})
LEAVING = lexicon.words("breaking-away") | lexicon.words("founding-noun")
"""What tells that somebody was of another party only before: "Red Party MP Ann Lee announced the creation of"."""
EXITS = frozenset({"left", "leaving", "quit", "quitting", "expelled", "deserted", "suspended", "resigned", "seceded"})
"""What tells that somebody may be of the article's party no more."""
FATES = frozenset({"mergedInto", "dissolved", "renamedTo", "successor"})
"""What becomes of a party."""
FACTIONS = frozenset({"faction", "group", "wing"})
"""What a party is called that is going its own way: "a congress of the Lee faction"."""
PEOPLE = lexicon.words("party-part") | lexicon.words("office-noun") | lexicon.words("member-noun")


def hold_back(fact: Fact, registry: Registry) -> Fact:
    """Hold back an office without its party, and a party that is only implied, of somebody who was another party's.

    "The Red Party was led by Ann Lee. Lee resigned as chairman in 2005", "Lee was elected president".
    """
    if fact.status is not Status.ASSERTED:
        return fact
    if (
        _is_of_another_body(fact, registry)
        or _is_of_an_offspring(fact, registry)
        or _is_of_the_namesake(fact, registry)
    ):
        return replace(fact, status=Status.CANDIDATE)
    if fact.predicate == "leader" and fact.subject == registry.subject:
        name = written(fact.object)
        open_to_doubt = OWNING.isdisjoint(fact.evidence[0].quote.lower().replace("'s", " 's").split())
    else:
        name, open_to_doubt = fact.subject.name, fact.qualifier("implied") is not None
        if name in registry.gone and open_to_doubt:
            return replace(fact, status=Status.CANDIDATE)
    stated = fact.predicate == "leader" and any(written(known.object) == name for known in registry.stated)
    theirs = name in registry.theirs and not stated
    return replace(fact, status=Status.CANDIDATE) if theirs and open_to_doubt else fact


def _is_of_another_body(fact: Fact, registry: Registry) -> bool:
    """Tell whether "its" may be that of another body, of which the sentences before tell without a name.

    "The alliance was led by Ann Lee. Bo Chan was its spokesman."
    """
    if not registry.aside or fact.predicate != "leader" or fact.subject != registry.subject:
        return False
    return "its" in fact.evidence[0].quote.lower().split()


def _is_of_an_offspring(fact: Fact, registry: Registry) -> bool:
    """Tell whether "the party" may be one that has come out of the article's: its end or its new name is told then.

    "In 1950 a faction broke away as the Red Party. The party was dissolved in 1960."
    """
    if not registry.offspring or fact.predicate not in FATES or fact.subject != registry.subject:
        return False
    told = fact.evidence[0].quote.lower().replace("the new party", "the party")
    return "the party " in f"{told} " or " it " in f" {told} "


def _is_of_the_namesake(fact: Fact, registry: Registry) -> bool:
    """Tell whether "the party" may be the one that has the title without its bracket, of which the section tells.

    "The Azure Congress split in 1948. The party president was Ann Lee", in an article on the Azure Congress (Lee).
    """
    if not registry.namesake or registry.subject not in (fact.subject, fact.object, fact.qualifier("party")):
        return False
    return not any(name in fact.evidence[0].quote for name in registry.own)


def _tells_of_the_namesake(lattice: Lattice, registry: Registry) -> bool:
    """Tell whether a section has named the namesake, and since then neither the article's party nor its faction."""
    bare = labels.undisambiguated(registry.subject.name)
    distinction = set(registry.subject.name.removeprefix(bare).strip(" ()").split())
    own = [edge for edges in lattice.edges for edge in edges if edge.kind == "own" and edge.end > edge.start]
    words, lower = lattice.tokens.words, lattice.tokens.lower
    if any(
        word[0].isupper() and word != "The" and word != "It" for edge in own for word in words[edge.start : edge.end]
    ):
        return False
    if not distinction.isdisjoint(words) and not FACTIONS.isdisjoint(lower):
        return False
    named = any(edge.kind == "other-party" and edge.name == bare for edges in lattice.edges for edge in edges)
    return registry.namesake or (named and not own)


def remember(lattice: Lattice, registry: Registry, facts: Iterable[Fact]) -> None:
    """Remember the people of other parties whom a sentence names, and forget those whom it gives to the article's."""
    if registry.apart:
        registry.namesake = _tells_of_the_namesake(lattice, registry)
    if "{person}" not in lattice.present:
        return
    if _tells_of_an_exit(lattice):
        registry.gone |= {person.entity.name for person in _persons(lattice) if person.entity is not None}
    if LEAVING.isdisjoint(lattice.tokens.lower):
        registry.theirs |= set(_others_people(lattice, registry))
    registry.theirs -= set(_own_people(facts, registry.subject))


def _tells_of_an_exit(lattice: Lattice) -> bool:
    """Tell whether somebody left the article's party, or was expelled: "quit the party", "the party expelled"."""
    lower = lattice.tokens.lower
    own = [edge for edges in lattice.edges for edge in edges if edge.kind == "own" and edge.end > edge.start]
    return any(
        not EXITS.isdisjoint(lower[max(0, edge.start - 2) : edge.start])
        or lower[edge.end : edge.end + 1] in (("expelled",), ("suspended",))
        for edge in own
    )


def _others_people(lattice: Lattice, registry: Registry) -> Iterator[str]:
    """Yield the people of other parties whom a sentence names."""
    called = set(registry.subject.name.split())
    others = [
        edge
        for edges in lattice.edges
        for edge in edges
        if edge.kind == "other-party" and edge.end > edge.start
        if not set(edge.name.split()) <= called  # what the article's own party may be called for short
    ]
    for person in _persons(lattice) if others else ():
        if person.entity is None or person.entity.name in registry.ours:
            continue
        in_full = lattice.tokens.show(person.start, person.end).endswith(person.name)
        if any(_is_of(lattice, person, other) for other in others) or (in_full and not _names_the_own(lattice)):
            yield person.entity.name


def _own_people(facts: Iterable[Fact], party: Entity) -> Iterator[str]:
    """Yield the people whom a sentence gives to a party."""
    for fact in facts:
        if fact.status is Status.ASSERTED and fact.subject == party:
            yield written(fact.object)
        elif fact.status is Status.ASSERTED and party in (fact.object, fact.qualifier("party")):
            yield fact.subject.name


def _persons(lattice: Lattice) -> Iterator[Mention]:
    for edges in lattice.edges:
        for edge in edges:
            if edge.kind == "person" and edge.end > edge.start:
                yield from edge.items or (edge,)


def _is_of(lattice: Lattice, person: Mention, party: Mention) -> bool:
    """Tell whether somebody stands as one of a party: "Ann Lee of the Red Party", "Red Party candidate Ann Lee"."""
    lower = lattice.tokens.lower
    end = person.end + (lower[person.end : person.end + 1] == (",",))
    office = lower[end : max(end, party.start)]
    if end > person.end and len(office) <= NEAR and not PEOPLE.isdisjoint(office) and "of" in office:
        return JOINED.isdisjoint(office)  # "Ann Lee, leader of the Red Party"
    if lower[end : end + 1] and lower[end] in OF:
        return party.start in (end + 1, end + 2)
    between = lower[party.end : person.start]
    if between == ("to",):
        return True  # "the leadership of the Red Party to Ann Lee"
    return 0 < len(between) <= NEAR and not PEOPLE.isdisjoint(between) and JOINED.isdisjoint(between)


def _names_the_own(lattice: Lattice) -> bool:
    return any(edge.kind in ("own", "own-possessor") for edges in lattice.edges for edge in edges)
