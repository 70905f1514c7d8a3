"""Reads lists whose heading or introduction says what their items are: officers of a party, members of an alliance."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from partygraph.extraction.prose.lattice import Mention
from partygraph.extraction.prose.reading import Reading
from partygraph.extraction.prose.registry import Registry
from partygraph.extraction.prose.statetimes import PAST
from partygraph.extraction.prose.tokens import tokenise
from partygraph.model import Entity, Evidence, Fact, Kind, Literal, Qualifier, Section, Sentence, Span
from partygraph.rules import lexicon

MEMBERS = "members"
POLITICIANS = "politicians"
PAST_POLITICIANS = "former politicians"
FIGURES = frozenset({"politicians", "figures", "personalities", "members"})
"""What those are called whom a list shows of a party, if it says which: "notable members", "its leading figures"."""
CHOSEN = frozenset(
    {"notable", "prominent", "famous", "well-known", "important", "leading", "main", "major", "key", "influential"}
    | {"best-known", "principal", "distinguished", "noted"}
)
OVER = frozenset({"were", "included", "was", "former", "past"})
OTHERS = frozenset({"government", "cabinet", "committee", "council", "coalition", "alliance", "parliament", "not"})
"""Whose members they are where they are not the party's."""
LED = {"led": "Leader", "headed": "Leader", "chaired": "Chair", "presided": "President"}
ABOUT = frozenset({"list", "of", "the", "party", "former", "past", "historical", "previous", "all", "our", "its"})
OPENERS = frozenset({"(", ",", "–", "—", ":", "-"})
FULL_NAME = 2
"""The words of a name that tells of itself who is meant."""
LONGEST = 14
"""Tokens of an item that is a name and a time, and says nothing else."""


def announced(section: Section, sentence: Sentence | None, registry: Registry) -> str:
    """Tell what the list behind a heading, or behind a sentence that ends in a colon, is of.

    Returns ``MEMBERS`` for those of an alliance, ``POLITICIANS`` or ``PAST_POLITICIANS`` for people of the party, the
    name of an office for those who held it, and else nothing.
    """
    heading = (section.heading or "").lower()
    text = sentence.view.text.rstrip() if sentence is not None else ""
    words = tokenise(text).lower if text.endswith(":") else ()
    if registry.nouns or registry.common_nouns() & lexicon.words("reunion-noun"):
        introduced = bool(words) and not lexicon.words("member-noun").isdisjoint(words)
        if introduced or heading in lexicon.words("member-heading"):
            return MEMBERS
    told = words or tuple(tokenise(heading).lower) if sentence is None or words else ()
    if _are_politicians(told) and (not words or _speaks_of_own(text, words, registry)):
        return POLITICIANS if OVER.isdisjoint(told) else PAST_POLITICIANS
    if words:
        return _introduced(words) if _speaks_of_own(text, words, registry) else ""
    return _office(tuple(word for word in tokenise(heading).lower if word not in ABOUT)) if sentence is None else ""


def _introduced(words: tuple[str, ...]) -> str:
    """Return the office that a sentence promises the holders of: "It has been chaired by:", "Its leaders were:"."""
    led = next((LED[word] for word, by in pairwise(words) if word in LED and by == "by"), "")
    return led or next((office for at in range(len(words)) if (office := _office(words[at : at + 1]))), "")


def _are_politicians(words: tuple[str, ...]) -> bool:
    """Tell whether a list is one of people of the party: "Notable members", "Among its important politicians were:"."""
    shown = any(one in CHOSEN and other in FIGURES | {"party", "former"} for one, other in pairwise(words))
    return shown and not FIGURES.isdisjoint(words) and OTHERS.isdisjoint(words)


def _speaks_of_own(text: str, words: tuple[str, ...], registry: Registry) -> bool:
    return not {"party", "its", "it"}.isdisjoint(words) or any(name in text for name in registry.own)


def _office(words: tuple[str, ...]) -> str:
    """Return the name of an office by its plural ("chairmen"), empty for any other word."""
    for term in lexicon.terms().get(words[0], ()) if words else ():
        if term.kind == "role" and term.words == words and term.name.lower() != " ".join(words):
            return term.name
    return ""


def read(reading: Reading, section: Section, roster: str) -> Iterator[Fact]:
    """Yield what a list item says, given what its list is of."""
    if roster == MEMBERS:
        yield from _members(reading)
    elif roster in (POLITICIANS, PAST_POLITICIANS):
        yield from _politicians(reading, section, roster)
    else:
        yield from _officers(reading, section, roster)


def _politicians(reading: Reading, section: Section, roster: str) -> Iterator[Fact]:
    """Yield the person of the party whom an item begins with: "Ann Lee, a lawyer"."""
    lower = reading.lattice.tokens.lower
    person = _person(reading)
    body = reading.lattice.at(0, "party", "organisation", "place", "territory")
    if person is None or person.entity is None or body is not None or person.end < FULL_NAME:
        return
    if person.end < len(lower) and lower[person.end] not in OPENERS:
        return
    yield Fact(
        subject=person.entity,
        predicate="member",
        object=reading.subject,
        source="prose",
        evidence=(reading.quote(person.start, person.end), *_heading(reading, section)),
        rule="roster-of-politicians",
        qualifiers=(PAST,) if roster == PAST_POLITICIANS else (),
    )


def _members(reading: Reading) -> Iterator[Fact]:
    """Yield the alliance with the party that an item begins with."""
    first = reading.lattice.at(0, "party", "organisation", "name", "person") if reading.lattice.edges else None
    if first is None or first.items or first.entity == reading.subject:
        return
    entity = first.entity if first.entity is not None and first.entity.kind is not Kind.PERSON else None
    yield Fact(
        subject=reading.subject,
        predicate="alliance",
        object=entity or Entity(first.name, Kind.PARTY),
        source="prose",
        evidence=(reading.quote(first.start, first.end),),
        rule="roster-of-alliance",
    )


def _officers(reading: Reading, section: Section, role: str) -> Iterator[Fact]:
    """Yield the officer of an item that is a name and a time ("Ann Lee (1990–1994)"), and says nothing else."""
    person = _person(reading)
    if person is None or person.entity is None or len(reading.lattice.tokens) > LONGEST:
        return
    period = _time_behind(reading, person)
    if period is None:
        return
    pairs = [Qualifier("role", Literal(role))]
    for name in ("start", "end"):
        part = period.part(name)
        if part is not None and part.literal is not None:
            pairs.append(Qualifier(name, part.literal))
    yield Fact(
        subject=reading.subject,
        predicate="leader",
        object=person.entity,
        source="prose",
        evidence=(reading.quote(person.start, period.end), *_heading(reading, section)),
        rule="roster-of-officers",
        qualifiers=tuple(pairs),
    )


def _person(reading: Reading) -> Mention | None:
    """Return the person whom an item begins with: the name alone, without what stands in brackets behind it."""
    edges = reading.lattice.edges[0] if reading.lattice.edges else []
    persons = [edge for edge in edges if edge.kind == "person" and edge.entity is not None and not edge.items]
    return min(persons, key=lambda edge: edge.end, default=None)


def _time_behind(reading: Reading, person: Mention) -> Mention | None:
    """Return the period that follows a name at once and ends the item."""
    lattice = reading.lattice
    lower = lattice.tokens.lower
    at = person.end
    if lower[at : at + 1] and lower[at] in OPENERS:
        at += 1
    period = lattice.at(at, "period") if at < len(lower) else None
    if period is None or period.items or at == person.end:
        return None
    return period if set(lower[period.end :]) <= {")", ".", ";", ","} else None


def _heading(reading: Reading, section: Section) -> Iterator[Evidence]:
    """Yield the heading that says what the list is of."""
    if section.heading:
        start = reading.article.text.find(section.heading, section.span.start)
        if 0 <= start < section.span.start + 2 * section.level + 4:
            yield reading.article.evidence(Span(start, start + len(section.heading)))
