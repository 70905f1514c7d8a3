"""Tells whether a word that tells a thing of somebody tells it of the one named, and not of a neighbour."""

from __future__ import annotations

from partygraph.extraction.prose.corroboration.objects import (
    OWN,
)
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.subjects import AUXILIARIES
from partygraph.rules import lexicon

FOUNDERS = ("founder", "co-founder", "cofounder")
"""Nouns that call somebody a founder; a party that is founded is so by somebody."""
REACH = 14
"""How many words may stand between the cue and the name."""
NEAR = 9
"""The same where the name is a person's or a date, of which a sentence may have several."""
NOUNS = lexicon.words("founding-noun")
BEFORE_TITLE = frozenset(
    {"party", "the", "its", "'s", "as", "and", "a", "current", "then", "former", "first", ",", "is"}
)
OF_PARTY = (("party",), ("its",), ("their",))
SECTIONS = lexicon.words("home-section") | {"organization", "organisation"}
"""Nouns for what belongs to a greater body."""


def is_of_a_neighbour(lattice: Lattice, mention: Mention, predicate: str) -> bool:
    """Tell whether a name or a date belongs to what stands before it, or came out of what is told.

    "Its founding after the revolution of 2011", "the Blue Union, which is a section of the Red League", "some left
    and formed another Red Party", "the Azure Party - Ghana".
    """
    lower = lattice.tokens.lower
    at = mention.start - (lower[mention.start - 1 : mention.start] in (("the",), ("another",)))
    before = lower[max(0, at - REACH) : at]
    match predicate:
        case "founded" | "dissolved":
            past = mention.kind == "date" and not {"after", "following"}.isdisjoint(before)
            had = "after" in before and "had" in before[before.index("after") :]  # "after the war had begun in 2011"
            return (past and (before[-1:] == ("of",) or had)) or "again" in before[-NEAR:]
        case "country":
            return before[-1:] in (("-",), ("–",)) and lattice.tokens.words[at - 2][:1].isupper()
        case "splitFrom":
            return before[-1:] != () and before[-1] in lexicon.words("founding-verb")
        case _:
            return (
                predicate.startswith("affiliation")
                and before[-1:] == ("of",)
                and before[-2:-1] != ()
                and before[-2] in SECTIONS
                and "which" in before[-NEAR:]
            )


def is_of_a_person(lattice: Lattice, cue: int, body: Mention) -> bool:
    """Tell whether it is somebody who belongs to a body: "ties bind it to the Azure League, of which Lee is one"."""
    lower = lattice.tokens.lower
    at = next((at for at in range(body.end, cue) if lower[at : at + 2] == ("of", "which")), 0)
    return bool(at) and lattice.at(at + 2, "person") is not None and lattice.at(at + 2, "own") is None


def tells_of_founding(lattice: Lattice, cue: int, person: Mention) -> bool:
    """Tell whether a cue makes a person this party's founder: "created by Ann Lee", not "Ann Lee formed a League"."""
    lower = lattice.tokens.lower
    if lower[cue].startswith(FOUNDERS):
        return True
    if cue < person.start:
        by = next((at for at in range(person.start - 1, cue, -1) if lower[at] == "by"), 0)
        # "Founded by Bo Chan, who was backed by Ann Lee"
        return by > 0 and AUXILIARIES.isdisjoint(lower[cue + 1 : by])
    if lower[cue - 1] in ("was", "were", "been"):
        return False  # "Ann Lee led it when it was founded"
    made = lattice.at(cue + 1, "party", "organisation", "group") if cue + 1 < len(lower) else None
    return made is None or any(edge.kind in OWN for edge in lattice.edges[cue + 1])


def is_of_the_last_named(lattice: Lattice, opinion: Mention) -> bool:
    """Tell whether an apposition says what another body is: "from the United Farmers, an agrarian movement"."""
    lower = lattice.tokens.lower
    at = next((at for at in range(opinion.start - 1, max(0, opinion.start - NEAR), -1) if lower[at] == ","), 0)
    if not at or lower[at + 1] not in ("a", "an", "the"):
        return False
    end = at - 3 if lower[at - 1] == ")" and lower[at - 3 : at - 2] == ("(",) else at
    before = [edge for edges in lattice.edges[max(0, end - REACH) : end] for edge in edges if edge.end == end]
    return any(
        edge.kind in ("party", "organisation", "acronym", "other-party", "group") for edge in before
    ) and not any(edge.kind in OWN for edge in before)


def is_of_somebody(lattice: Lattice, opinion: Mention) -> bool:
    """Tell whether a view is that of people: "it is based among conservative Azurians"."""
    behind = lattice.tokens.words[opinion.end : opinion.end + 1]
    return behind != () and (behind[0][0].isupper() or behind[0].lower() in lexicon.words("people-noun"))


def is_of_a_part(lattice: Lattice, words: frozenset[str]) -> bool:
    """Tell whether a sentence names the party only as the owner of something: "its board was formed in 1990"."""
    lower = lattice.tokens.lower
    owners = [edge for edges in lattice.edges for edge in edges if edge.kind == "own-possessor"]
    named = [edge for edges in lattice.edges for edge in edges if edge.kind == "own"]
    bare = [edge for edge in named if lower[edge.end : edge.end + 1] not in (("'s",), ("'",))]
    return not bare and not any(words & set(lower[edge.end : edge.end + 3]) & set(NOUNS) for edge in owners)


def is_cue(lattice: Lattice, at: int, words: frozenset[str], mention: Mention, person: bool) -> bool:
    """Tell whether a word is a cue: outside the name, and of the party ("its leader", and not "a union leader")."""
    lower = lattice.tokens.lower
    if lower[at] not in words or mention.start <= at < mention.end:
        return False
    if lower[at] == "founding" and not lexicon.words("meeting").isdisjoint(lower[at + 1 : at + 2]):
        return False  # whom its founding assembly elected did not found it alone, if at all
    titled = person and lattice.at(at, "role") is not None
    if person and lower[at] in lexicon.words("leading") and not _has_own(lattice, at + 1):
        # "Ann Lee headed a coalition": who headed the party is not told; "the wing led by Ann Lee" is not the party.
        if lower[at - 1 - (lower[at - 1] == ",")] in lexicon.words("led-noun"):
            return False
        if lower[at - 1] in lexicon.words("some-members"):
            return False  # "a body of former members headed by Ann Lee"
        return lower[at + 1 : at + 2] == ("by",) and mention.start > at
    if (titled or lower[at] in FOUNDERS) and lower[at + 1 : at + 2] == ("of",):
        # "President of Brazil", "leader of the opposition": a party's own is "leader of the party".
        after = at + 2 + (lower[at + 2 : at + 3] in (("the",), ("its",)))
        if lower[after : after + 1] != ("party",) and not any(edge.kind in OWN for edge in lattice.edges[after]):
            return False
    if titled and at and lower[at - 1] in ("'s", "'"):
        # "The miners' leader" leads no party.
        return any(edge.kind == "own-possessor" and edge.end == at for edges in lattice.edges[:at] for edge in edges)
    if person and lower[at] in lexicon.words("state-title") and lower[at - 1 : at] not in OF_PARTY:
        # "Current president Ann Lee" may be that of the country.
        return lower[at + 1 : at + 2] == ("of",)
    return not titled or at == 0 or lower[at - 1] in BEFORE_TITLE or lattice.at(at - 1, "role") is not None


def _has_own(lattice: Lattice, at: int) -> bool:
    """Tell whether the party is named at a place or a word behind it."""
    return any(edge.kind in OWN for edges in lattice.edges[at : at + 2] for edge in edges)


def is_aside(lattice: Lattice, person: Mention, words: frozenset[str]) -> bool:
    """Tell whether a person is named only to say whose something is: "supporters of Ann Lee", "Ann Lee's niece"."""
    lower = lattice.tokens.lower
    at = person.start
    ranks = ("president", "general", "former")
    while at and (lattice.at(at - 1, "role", "office") is not None or lower[at - 1] in ranks):
        at -= 1
    owned = lower[at - 1 : at] == ("of",) and lower[at - 2 : at - 1] != () and lower[at - 2] not in words
    owns = lower[person.end : person.end + 1] in (("'s",), ("'",)) and lower[person.end + 1 : person.end + 2] != ()
    return owned or (owns and lower[person.end + 1] not in words)


def is_between(lattice: Lattice, at: int, person: Mention) -> bool:
    """Tell whether another person is named between a cue and this one, and not in a list with this one."""
    lower = lattice.tokens.lower
    for other in range(min(at, person.end), max(at, person.start)):
        for edge in lattice.edges[other]:
            if edge.kind != "person" or edge.items or edge.end <= edge.start or other == person.start:
                continue
            between = lower[min(edge.end, person.end) : max(edge.start, person.start)]
            if edge.end > person.start and edge.start < person.end:
                continue
            if not set(between) <= {",", "and", ";", "&"}:
                return True
    return False


def has_an_office_behind(lattice: Lattice, person: Mention) -> bool:
    """Tell whether somebody has the office behind the name: "its chairman was Bo Chan, Ann Lee its treasurer"."""
    lower, at = lattice.tokens.lower, person.end
    at += 1 if lower[at : at + 1] in (("its",), ("their",), ("as",), ("the",)) else 0
    return person.end < at < len(lower) and lattice.at(at, "role") is not None
