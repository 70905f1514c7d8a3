"""Adds what a party stands up for that no table of ideologies can list: "autonomy for Shetland", a people, a foe.

Self-rule is that of a place, whose name is a part of the view; so is a minority's, whose interests a party represents;
and whoever is opposed to a doctrine has a view that is named by it.
"""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

SELF_RULE = lexicon.openers("self-rule")
"""What a land wants that rules itself: "autonomy", "home rule"."""
STATEHOOD = frozenset({"independence", "autonomy", "secession", "home"})
"""What only a land can have, even where it is not named."""
DEGREES = frozenset({"more", "greater", "full", "complete", "total", "immediate", "wide", "broad", "wider", "further"})
SORTS = frozenset({"political", "national", "regional", "territorial", "increased", "administrative", "state"})
"""What may stand before the noun, besides a degree, and makes no other cause of it."""
ARTICLES = frozenset({"the", "an", "a"})
LANDS = frozenset(
    {"region", "island", "islands", "country", "province", "territory", "nation", "colony", "archipelago"}
)
"""What a land is called where its name has been told before."""
STOPS = frozenset({".", ",", ";", ")", "(", "", ":", "–", "—"})
ENDS = STOPS | {
    *("and", "from", "within", "inside", "in", "as", "but", "while", "after", "before", "through", "by", "since"),
    *("under", "with", "which", "rather", "without", "possibly", "during", "until", "at", "when", "on", "instead"),
}
"""What can follow a cause that is told in full."""
BEGINNINGS = frozenset({"start", "outset", "beginning", "first"})
"""What "from" leads to where it is a time: "it demanded independence from the start"."""
SPEAKING = "-speaking"
MINORITIES = frozenset({"minority", "minorities"})
SORTS_OF_PEOPLE = frozenset({"ethnic", "national", "linguistic"})
OWNERS = frozenset({"the", "its", "'s", "’s"})
LONGEST = 3


def add(lattice: Lattice) -> None:
    """Add the edges ``cause``, ``minority`` and ``foe``."""
    for at, word in enumerate(lattice.tokens.lower):
        for words in SELF_RULE.get(word, ()):
            if lattice.tokens.lower[at : at + len(words)] == words:
                _add_self_rule(lattice, at, at + len(words))
        if word in MINORITIES:
            _add_minority(lattice, at)
        if word in lexicon.words("opposed-doctrine"):
            _add_foe(lattice, at)


def _add_self_rule(lattice: Lattice, at: int, end: int) -> None:
    """Add "more autonomy for Shetland" and "Scottish independence", each without its degree."""
    lower = (*lattice.tokens.lower, "", "", "")
    start, first = at, at
    if at and any(edge.kind == "demonym" and edge.end == at for edge in lattice.edges[at - 1]):
        start = first = at - 1
    while start and lower[start - 1] in DEGREES | SORTS | ARTICLES:
        start -= 1
    behind = end
    if lower[end] in ("for", "of") and first == at:
        behind = _land(lattice, end + 1)
        if behind == end + 1:
            return  # "the independence of the judges"
    if behind == end and first == at:
        if lower[at] not in STATEHOOD:
            return  # "in favour of self-government": whose?
        if lower[end] == "from" and lower[end + 2] not in BEGINNINGS:
            behind = _land(lattice, end + 1)  # "independence from the Azure Islands, but not from Azuria"
            if behind == end + 1:
                return
    if lower[behind] not in ENDS or (lower[behind] == "in" and lattice.at(behind + 1, "demonym") is not None):
        return
    name = lattice.tokens.show(first, behind)
    _add(lattice, "cause", start, behind, name)


def _land(lattice: Lattice, at: int) -> int:
    """Return where the name of a land ends that begins at a place, the place itself where there is none."""
    words, lower = (*lattice.tokens.words, "", ""), (*lattice.tokens.lower, "", "")
    first = at + (lower[at] == "the")
    if first > at and lower[first] in LANDS:
        return first + 1
    end = first
    while words[end][:1].isupper() and words[end].replace("-", "").replace("'", "").isalpha():
        end += 1
    # Of a land whose name goes on ("the Crown of Azuria"), or of two lands, only one would be told.
    goes_on = lower[end] == "of" or (lower[end] == "and" and words[end + 1][:1].isupper())
    other = lattice.at(first, "person", "party", "other-party", "body") if end > first else None
    if end == first or goes_on or (other is not None and lattice.at(first, "place", "territory") is None):
        return at
    return end


def _add_minority(lattice: Lattice, noun: int) -> None:
    """Add "the country's ethnic Hungarian minority", named by its people."""
    words, lower = lattice.tokens.words, lattice.tokens.lower
    end = noun
    while end and lower[end - 1] in SORTS_OF_PEOPLE:
        end -= 1
    first = end
    while first and end - first < LONGEST and (words[first - 1][0].isupper() or lower[first - 1].endswith(SPEAKING)):
        first -= 1
    start = first
    while start and lower[start - 1] in SORTS_OF_PEOPLE:
        start -= 1
    owned = start > 0 and lower[start - 1] in OWNERS
    if first == end or not owned:
        return
    while start and lower[start - 1] in OWNERS and lower[start - 1] != "the":
        start = _owner(lattice, start - 1)
    start -= start > 0 and lower[start - 1] == "the"
    _add(lattice, "minority", start, noun + 1, f"{lattice.tokens.show(first, end)} minority interests")


def _owner(lattice: Lattice, mark: int) -> int:
    """Return where the one begins whose minority it is: "Latvia's", "the country's", "its"."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    if lower[mark] == "its":
        return mark
    start = mark
    while start and (words[start - 1][0].isupper() or (start == mark and words[start - 1].isalpha())):
        start -= 1
    return start


def _add_foe(lattice: Lattice, at: int) -> None:
    lower = (*lattice.tokens.lower, "")
    if lower[at + 1] in ENDS and lower[at - 1 : at] != ("the",):
        _add(lattice, "foe", at, at + 1, f"anti-{lattice.tokens.words[at]}")


def _add(lattice: Lattice, kind: str, start: int, end: int, name: str) -> None:
    told = name[0].upper() + name[1:]
    lattice.add(Mention(kind, start, end, told, Entity(told, Kind.CONCEPT)))
