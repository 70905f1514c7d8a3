"""Tells what the persons of a list may be written as: with a place, behind what they are, by one name, in a crowd."""

from __future__ import annotations

from itertools import pairwise

from partygraph.extraction.prose import remarks
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.names.namekinds import institutions
from partygraph.extraction.prose.subjects import AUXILIARIES, verbs
from partygraph.extraction.prose.tokens import closing
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

ORIGIN = frozenset({"of", "from"})
SEATED = ("place", "territory", "organisation", "body", "party")
"""Where or what somebody is from: "Ann Lee of Tilbrook, Bo Chan of the Miners' Union and Tom Fox"."""
CROWDED = frozenset(
    {"a", "his", "her", "their", "some", "several", "other", "others", "two", "three", "four", "five", "six", "seven"}
    | {"eight", "nine", "ten", "eleven", "twelve", "colleagues", "friends", "followers", "supporters", "associates"}
    | {"allies", "fellow", "former", "like-minded"}
)
"""What tells of a crowd behind somebody's name, whose names may follow upon a colon."""
LONGEST_CROWD = 12
INSTANCES = (("including",), ("notably",), ("such", "as"), ("among", "them"), ("like",))
"""What brings in some of a crowd."""
WHOSE = frozenset({"of", "from", "who", "that"})
CLOSING = frozenset({"well", "etc", "al", "among"})
"""What tells of a last one or of others without "and"."""
BESIDE_CROWD = frozenset({"with", "at", "for", "under", "to", "on", "after", "during", "by"})
"""What brings in something else that a colon may explain: "founded by Ann Lee and others with one aim: Free Land"."""
TELLING = frozenset({"were", "was", "are", "is", "included", "include", "being", ":"})
"""What stands between founders and their names; behind "by" names of one word may be those of bodies."""
FOUNDERS = lexicon.words("founder-noun") | {"members"}
PEOPLES = ("ists", "ics", "ians", "ites", "crats", "ers", "ants", "ents")
"""What the names of many people end in: "Methodists", "Catholics"."""
NEAR = 12
ARTICLES = frozenset({"the", "a", "an"})
LONGEST_TRADE = 4
BODIES = institutions() | lexicon.words("newspaper-noun") | lexicon.words("place-noun") | lexicon.words("group-noun")
BODIES |= lexicon.words("named-thing")
"""What a name is called that is no person's: "the village Santa Rosa"."""


def origin(lattice: Lattice, at: int) -> int:
    """Return the width of where the person before a place is from ("of Tilbrook"), 0 where that is not told."""
    lower = lattice.tokens.lower
    if lower[at : at + 1] == () or lower[at] not in ORIGIN or "person" not in remarks.ending(lattice, at):
        return 0
    first = at + 1 + (lower[at + 1 : at + 2] == ("the",))
    place = lattice.at(first, *SEATED)
    if place is None or place.items or not lattice.tokens.words[place.end - 1][0].isupper():
        return 0
    bracket = closing(lower, place.end) if lower[place.end : place.end + 1] == ("(",) else 0
    return (bracket or place.end) - at  # "Ann Lee of Walden (now Tern), Bo Chan and"


def behind_crowd(lattice: Lattice, at: int) -> int:
    """Return where the names of a crowd begin: "Ann Lee and [nine disciples of hers:] Bo Chan, Tom Fox"; 0 if nowhere.

    What acts is no crowd: "founded by Ann Lee, and others joined it: Bo Chan and Tom Fox".
    """
    lower = lattice.tokens.lower
    if lower[at : at + 1] == () or not (lower[at] in CROWDED or lattice.at(at, "number") is not None):
        return 0
    for end in range(at + 1, min(at + LONGEST_CROWD, len(lower) - 1)):
        comma = end + (lower[end] == ",")
        some = next((len(words) for words in INSTANCES if lower[comma : comma + len(words)] == words), 0)
        if some:
            # "and two enemies of ministers such as Bo Chan and Tom Fox": who is named is the last.
            return comma + some if comma > end or WHOSE.isdisjoint(lower[at:end]) else 0
        if lower[end] in (":", ",", "("):
            return end + 1
        if not lower[end].replace("-", "").isalpha() and lower[end] != "'s":
            return 0
        if (lower[end] in AUXILIARIES or lower[end] in BESIDE_CROWD) and "who" not in lower[at:end]:
            return 0
    return 0


def are_the_crowd(lattice: Lattice, at: int, start: int, named: list[Mention]) -> bool:
    """Tell whether persons are those of the crowd before them; behind a comma or bracket they must be as many.

    "founded by Ann Lee and two deputies, Bo Chan and Tom Fox", but not "by Ann Lee and others, Bo Chan and Tom Fox".
    """
    lower, number = lattice.tokens.lower, lattice.at(at, "number")
    if not named or lower[start - 1] not in (",", "("):
        return bool(named)
    behind = (*lower[named[-1].end : named[-1].end + 1], "")[0]
    counted = number is not None and number.literal is not None and number.literal.lexical == str(len(named))
    return counted and behind not in AUXILIARIES | verbs()


def is_open(lattice: Lattice, at: int) -> bool:
    """Tell whether others are told of that are not named: "etc.", "et al.", "among others"."""
    lower = lattice.tokens.lower
    return lower[at : at + 1] == ("etc",) or lower[at : at + 2] in (("et", "al"), ("among", "others"))


def described(lattice: Lattice, at: int) -> Mention | None:
    """Return the person of a list whose words for what he is no table has: "Ann Lee, [the goatherd Bo Chan] and"."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    if lower[at : at + 1] != ("the",):
        return None
    for end in range(at + 2, min(at + 2 + LONGEST_TRADE, len(lower))):
        word = words[end - 1]
        bound = word in lexicon.words("function-word") and word != "late"
        if not word.replace("-", "").isalpha() or not word.islower() or bound:
            return None
        person = lattice.at(end, "person")
        if person is not None and not person.items and words[end][0].isupper():
            return None if word in BODIES or not _is_whole(lattice, person) else person.moved(at, person.end)
    return None


def _is_whole(lattice: Lattice, person: Mention) -> bool:
    """Tell whether nothing but a person has been read where a name stands."""
    edges = (edge for edge in lattice.edges[person.start] if edge.end == person.end)
    return all(edge.kind in ("person", "name", "group", "place") for edge in edges)


def single(lattice: Lattice, at: int) -> Mention | None:
    """Return the person whom a list of founders has under one name that no table knows: "Ann Lee, [Nazim], Bo Chan"."""
    word = lattice.tokens.words[at] if at < len(lattice.tokens) else ""
    edges = lattice.edges[at] if word else []
    if not any(edge.kind == "name" and edge.end == at + 1 for edge in edges):
        return None
    if any(edge.kind not in ("name", "group", "place") for edge in edges) or word.isupper():
        return None
    if word.endswith(PEOPLES):
        return None
    if word.lower() in lexicon.vocabulary() or word in lexicon.territories() or word in lexicon.demonyms():
        return None
    behind = lattice.tokens.lower[at + 1 : at + 2]
    listed = behind in ((",",), ("and",), ("&",), (".",), ("(",), ())
    return Mention("person", at, at + 1, word, Entity(word, Kind.PERSON)) if listed else None


def tells_of_founders(lattice: Lattice, start: int) -> bool:
    """Tell whether what begins at a place is a list of founders: "its founders were"."""
    lower = lattice.tokens.lower
    before = start - (lower[start - 1 : start] == ("the",))
    told = before > 0 and lower[before - 1] in TELLING
    return told and not FOUNDERS.isdisjoint(lower[max(0, before - NEAR) : before])


def are_persons(items: list[Mention], singles: list[Mention]) -> bool:
    """Tell whether names of one word in a list are persons', and do not tell in turn where each of the others is from.

    So they may in "Ann Lee, Tilbrook, Bo Chan, Walden and Tom Fox, Ashford"; one alone may be a body.
    """
    pairs = [(one in singles, other in singles) for one, other in pairwise(items)]
    whole = len(items) - len(singles)
    return whole > 1 and len(singles) > 1 and ((True, True) in pairs or 2 * pairs.count((False, True)) < whole)
