"""Leaves out what a sentence, or the article before it, tells more fully: one fact for one thing that is told."""

from __future__ import annotations

from dataclasses import replace

from partygraph.extraction.prose.doubts.dates import TIMES
from partygraph.extraction.prose.registry import Registry
from partygraph.extraction.prose.spellings import DISAMBIGUATION
from partygraph.model import Entity, Fact, Kind, Literal, Status, written
from partygraph.rules import lexicon

OWNING = frozenset({"of", "its", "'s", "party"})
REFERENCES = frozenset({"scope", "altName", "abbreviation"})
TODAY = frozenset({"is", "are", "belongs", "represents", "remains", "currently", "now"})
BODIES = frozenset({Kind.PARTY, Kind.ORGANISATION})
NATIVE = frozenset({"nativeName", "abbreviation"})
IN_BRACKETS = "name-in-parenthesis"
VAGUE = frozenset({"party-led-by"})
"""Phrases that call somebody a leader by what they do, whatever the office."""


def without(facts: list[Fact]) -> list[Fact]:
    """Leave out that somebody led the party, where the sentence names the office as well.

    So is a name in another language that the sentence gives as one that the party had: it is not today's.
    """
    former = {written(fact.object) for fact in facts if fact.predicate == "formerName"}
    facts = [fact for fact in facts if fact.predicate != "nativeName" or written(fact.object) not in former]
    titled = {_pair(fact) for fact in facts if fact.predicate == "leader" and fact.rule not in VAGUE}
    clear = [
        fact for fact in facts if fact.rule not in VAGUE or _pair(fact) not in titled or fact.predicate != "leader"
    ]
    return [fact for fact in clear if not any(_says_more(other, fact) for other in clear)]


def _says_more(one: Fact, other: Fact) -> bool:
    """Tell whether two facts of a sentence are one, which the first names more fully or more plainly.

    "2010 national election" and "2010 election" are one election, "Leader" and "Party leader" one office.
    """
    if one.predicate != other.predicate or one.subject != other.subject:
        return False
    same, fewer = one.qualifiers == other.qualifiers, set(other.qualifiers) <= set(one.qualifiers)
    if (
        one.predicate == "electionResult"
        and _is_inside(other, one)
        and (same or (fewer and one.object != other.object))
    ):
        # "Elections in 1961 ... and 1962, in which it won 6 seats": the longer reading knows in which.
        return True
    if one.predicate == "electionResult" and one.object == other.object and fewer and not same:
        # Where it is open whether a figure is the party's, and a fuller reading knows of which place it is.
        return (one.status, other.status) == (Status.ASSERTED, Status.CANDIDATE)
    if one.predicate == "electionResult" and isinstance(one.object, Entity) and isinstance(other.object, Entity):
        words, others = set(one.object.name.split()), set(other.object.name.split())
        return others < words and fewer
    if one.predicate == "alliance" and one.object == other.object:
        return _is_of_the_election(other, one)
    if one.predicate == "governmentRole" and isinstance(other.object, Literal) and isinstance(one.object, Literal):
        plain = other.object.lexical == "in government" and one.object.lexical == "coalition government"
        return plain and {pair for pair in other.qualifiers if pair.name != "asOf"} <= set(one.qualifiers)
    if one.predicate != "leader" or one.object != other.object:
        return False
    role, longer = one.qualifier("role"), other.qualifier("role")
    if not isinstance(role, Literal) or not isinstance(longer, Literal):
        return False
    if role == longer and _is_dated(one) and not _is_dated(other):
        return True  # "Bo Chan replaced Ann Lee as leader in 2001" is read as that he did, and that he did then
    rest = {pair for pair in other.qualifiers if pair.name != "role"} <= set(one.qualifiers)
    return rest and longer.lexical.lower() in (f"party {role.lexical.lower()}", f"first {role.lexical.lower()}")


def _is_dated(fact: Fact) -> bool:
    return any(fact.qualifier(name) is not None for name in ("start", "end", "asOf"))


def _is_of_the_election(fact: Fact, other: Fact) -> bool:
    """Tell whether the only time of a fact is that of the election that another one is of."""
    poll = other.qualifier("election")
    times = [pair.value for pair in fact.qualifiers if pair.name in ("start", "asOf")]
    if not isinstance(poll, Entity) or len(times) != len(fact.qualifiers) or len(times) != 1:
        return False
    return isinstance(times[0], Literal) and times[0].lexical[:4] in poll.name.split()


def _is_inside(one: Fact, other: Fact) -> bool:
    """Tell whether the words of a fact are a part of those of another one, and not the same."""
    inner, outer = one.evidence[0].span, other.evidence[0].span
    return outer.start <= inner.start and inner.end <= outer.end and inner != outer


def held_back(fact: Fact, registry: Registry) -> Fact:
    """Hold back what the article before the sentence makes doubtful."""
    for holding_back in (
        _as_launch,
        _as_public_office,
        _as_namesake,
        _as_inverse,
        _as_former_party,
        _as_named_before,
        _as_its_own_name,
    ):
        fact = holding_back(fact, registry)
    return fact


def _as_named_before(fact: Fact, registry: Registry) -> Fact:
    """Hold back a native name behind a part of the party's name, where the article has given it one already.

    "The Azure Democratic Party (Partido Azul)" in the article of the Azure Democratic Party of the North, whose native
    name its opening told, is another party, most likely.
    """
    if fact.predicate not in NATIVE or fact.subject != registry.subject or fact.rule != IN_BRACKETS:
        return fact
    holder = fact.evidence[0].quote.partition("(")[0].strip(' ,“”"').removeprefix("The ").removeprefix("the ")
    own = DISAMBIGUATION.sub("", registry.subject.name)
    part = holder.isupper() or own.endswith(f" {holder}") or own.startswith(f"{holder} of ")
    told = any(predicate == "nativeName" for predicate, _ in registry.repeated)
    again = (fact.predicate, written(fact.object).casefold()) in registry.repeated
    if not part or not told or again or fact.status is not Status.ASSERTED:
        return fact
    return replace(fact, status=Status.CANDIDATE)


def _as_its_own_name(fact: Fact, registry: Registry) -> Fact:
    """Hold back that a party took a name that is only what the article's title is in its language.

    "On 8 August 1952 it turned into Partido Azul", where the Blue Party was called so in the brackets behind its name.
    """
    if fact.predicate != "renamedTo" or fact.subject != registry.subject or fact.status is not Status.ASSERTED:
        return fact
    native = ("nativeName", written(fact.object).casefold()) in registry.repeated
    return replace(fact, status=Status.CANDIDATE) if native else fact


def _as_former_party(fact: Fact, registry: Registry) -> Fact:
    """Hold back that somebody of the party is of another one, unless with a time: "Ann Lee, a member of the Red Party".

    Who founded or leads the party has left the other by now; "is a member of" says that it is not so.
    """
    if fact.predicate != "member" or fact.status is not Status.ASSERTED or fact.object == registry.subject:
        return fact
    ours = fact.subject.name in registry.ours or any(fact.subject == known.object for known in registry.stated)
    timed = any(pair.name in TIMES for pair in fact.qualifiers)
    told_of_today = not TODAY.isdisjoint(fact.evidence[0].quote.lower().split())
    return fact if not ours or timed or told_of_today else replace(fact, status=Status.CANDIDATE)


def _as_inverse(fact: Fact, registry: Registry) -> Fact:
    """Hold back that a party went into one that, by the infobox, went into it: "it was merged with the Red Party"."""
    if fact.predicate != "mergedInto" or fact.status is not Status.ASSERTED:
        return fact
    if " with " not in fact.evidence[0].quote:
        return fact
    name = written(fact.object)
    inverse = any(known.predicate == "mergedFrom" and written(known.object) == name for known in registry.stated)
    return replace(fact, status=Status.CANDIDATE) if inverse else fact


def _as_namesake(fact: Fact, registry: Registry) -> Fact:
    """Hold back what is told of a party that is named as the article's own, but for the place before it.

    "The Liberal Party" in the article of the New Zealand Liberal Party is that party, or another one, and so is "the
    Green Party" in that of the Green Party of Bavaria. A party whose reach or names are told ("the national Liberal
    Party") is another.
    """
    subject = fact.subject
    if fact.predicate in REFERENCES:
        return fact
    own = DISAMBIGUATION.sub("", registry.subject.name)
    shortened = own.endswith(f" {subject.name}") or own.startswith(f"{subject.name} of ")
    shortened = shortened or subject.name.startswith(f"{own} of ")
    if subject.kind in BODIES and subject != registry.subject and shortened:
        return replace(fact, status=Status.CANDIDATE) if fact.status is Status.ASSERTED else fact
    return fact


def _as_public_office(fact: Fact, registry: Registry) -> Fact:
    """Hold back "resigned as president" of somebody who has stood for the presidency of the country as well."""
    role = fact.qualifier("role")
    if fact.predicate != "leader" or not isinstance(fact.object, Entity) or not isinstance(role, Literal):
        return fact
    told_whose = not OWNING.isdisjoint(fact.evidence[0].quote.lower().replace("'s", " 's").split())
    if (fact.object.name, role.lexical) not in registry.stood or told_whose:
        return fact
    return replace(fact, status=Status.CANDIDATE)


def _as_launch(fact: Fact, registry: Registry) -> Fact:
    """Hold back a launch as the foundation of a party that the article has told to be founded on another day.

    The infobox may have told it, too.
    """
    if fact.predicate != "founded" or fact.subject != registry.subject or not isinstance(fact.object, Literal):
        return fact
    known, told = registry.founded, fact.object.lexical
    stated = [written(other.object) for other in registry.stated if other.predicate == "founded"]
    differs = any(not _same_time(told, date) for date in (*filter(None, (known,)), *stated[:1]))
    if differs and not lexicon.words("launch").isdisjoint(fact.evidence[0].quote.lower().split()):
        return replace(fact, status=Status.CANDIDATE)
    if not known or (told.startswith(known) and not differs):
        registry.founded = told
    return fact


def _same_time(one: str, other: str) -> bool:
    """Tell whether two dates agree as far as the coarser of them goes."""
    return one.startswith(other) or other.startswith(one)


def _pair(fact: Fact) -> tuple[Entity, Entity | Literal]:
    return fact.subject, fact.object
