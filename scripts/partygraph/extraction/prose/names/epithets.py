"""Lets a party begin at what is said of it: "the ruling Red Party", "Ann Lee's Red Party", "its ally Red Party"."""

from __future__ import annotations

from partygraph.extraction.prose.annotators import descriptions
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.names import namebridges
from partygraph.model import Entity
from partygraph.rules import lexicon

PARTIES = frozenset({"party", "organisation", "alliance", "group", "affiliation", "international", "european"})
HOLDERS = ("person", "name", "place", "country")
OFFICES = frozenset({"role", "office", "public-office"})
ARTICLES = frozenset({"the", "a", "an"})
BODIES = lexicon.words("body-noun")
OWNERS = frozenset({"its", "their", "his", "her", "the"})
LONGEST = 6
"""The words between an article and the party's name."""


def add(lattice: Lattice, subject: Entity) -> None:
    """Add edges that reach back over epithets, holders and relations to parties, but for the article's own.

    "The new Blue Party" in the article of the Blue Party may be another one of that name.
    """
    _add_levels(lattice, subject)
    for at in range(1, len(lattice.tokens)):
        parties = [edge for edge in lattice.edges[at] if edge.kind in PARTIES and edge.entity != subject]
        start = _start(lattice, at) if parties else at
        for party in parties if start < at else ():
            lattice.add(party.moved(start, party.end))


def _add_levels(lattice: Lattice, subject: Entity) -> None:
    """Add "national X" as a party of that level."""
    levels = lexicon.words("level")
    for at, word in enumerate(lattice.tokens.lower[:-1]):
        party = lattice.at(at + 1, "party") if word in levels else None
        office = lattice.at(at + 1, "public-office")  # "a former federal MP" is of no party named MP
        if party is not None and party.name.lower() in BODIES:
            continue  # "the national Congress" is what a country has, and no party
        if party is not None and office is None and not party.items and party.entity != subject:
            national = Mention("national-party", at, party.end, party.name, party.entity)
            starts = (at - 1, at) if at and lattice.tokens.lower[at - 1] in ARTICLES else (at,)
            for start in starts:
                lattice.add(national.moved(start, party.end))
                lattice.add(party.moved(start, party.end))


def _start(lattice: Lattice, at: int) -> int:
    """Return where the phrase begins that ends in the name at a token: the token itself if nothing leads to it."""
    lower = lattice.tokens.lower
    if lower[at - 1] in ("'s", "’s") and not namebridges.is_possessor(lattice.tokens, at - 1):
        return _of_holder(lattice, at - 1, at)
    if lower[at] in ARTICLES or lower[at - 1] in lexicon.words("party-relation"):
        return _of_relation(lower, at)
    return _of_adjectives(lattice, at)


def _of_holder(lattice: Lattice, mark: int, at: int) -> int:
    starts = [
        start
        for start in range(max(0, mark - LONGEST), mark)
        if any(edge.kind in HOLDERS and edge.end == mark for edge in lattice.edges[start])
    ]
    return _of_office(lattice, min(starts)) if starts else at


def _of_office(lattice: Lattice, person: int) -> int:
    """Go back from a holder to the office before the name: "[Prime Minister] Ann Lee's Red Party"."""
    starts = [
        start
        for start in range(max(0, person - LONGEST), person)
        if any(edge.kind in OFFICES and edge.end == person for edge in lattice.edges[start])
    ]
    start = min(starts, default=person)
    return start - (0 < start < person and lattice.tokens.lower[start - 1] in ("former", "then", "ex"))


def _of_relation(lower: tuple[str, ...], at: int) -> int:
    """Go back from "Red Party" to "its" in "its former ally, the Red Party"."""
    noun = at - 1 - (lower[at - 1] == ",")
    if noun < 1 or lower[noun] not in lexicon.words("party-relation"):
        return at
    for start in range(noun - 1, max(-1, noun - LONGEST), -1):
        if lower[start] in OWNERS:
            return start
        if not _is_adjective(lower[start]):
            return at
    return at


def _of_adjectives(lattice: Lattice, at: int) -> int:
    """Go back from "Red Party" to "the" in "the then ruling Red Party"."""
    lower = lattice.tokens.lower
    start = at
    while start and at - start < LONGEST and lower[start - 1] not in ARTICLES:
        edge = descriptions.ending(lattice, start)
        if edge is not None:
            start = edge.start
        elif (
            _is_adjective(lower[start - 1])
            or (lower[start - 1] in ("and", ",") and start < at)
            or (start == at and _is_creed_of_a_spelled(lattice, at))
        ):
            start -= 1
        else:
            return at
    return start - 1 if 0 < start < at else at


def _is_creed_of_a_spelled(lattice: Lattice, at: int) -> bool:
    """Tell whether a creed stands before a name that its initials tell: "the Azurist Miners Union Front (MUF)"."""
    creed = lattice.tokens.lower[at - 1].endswith(lexicon.CREED_ENDINGS)
    return creed and any(lattice.tokens.lower[edge.end : edge.end + 1] == ("(",) for edge in lattice.edges[at])


def _is_adjective(word: str) -> bool:
    plain = word.replace("-", "").isalpha() and word.islower()
    return plain and ("-" in word or word in lexicon.words("modifier") or word in lexicon.words("epithet"))
