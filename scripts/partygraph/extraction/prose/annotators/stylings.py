"""Adds what a party is called before its name: "the centre-right Red Party", "liberal parties such as the Red League".

Whoever says so in passing takes it for granted. It is left alone where a word makes it less plain, or another time's
("the then Marxist Red Party"), and where the adjectives may be those of a noun behind the name ("the liberal Red Party
candidate").
"""

from __future__ import annotations

from partygraph.extraction.prose.annotators import descriptions
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.subjects import AUXILIARIES, verbs
from partygraph.rules import lexicon

VIEWS = frozenset({"ideology", "position"})
OPENERS = descriptions.DETERMINERS | {"its", "their", "his", "her", "'s", "’s", "two", "three", "four", "other", "both"}
"""What stands before the adjectives."""
JOINERS = frozenset({"and", ",", "/"})
"""What stands between two of them."""
SAMPLE = (
    ("such", "as"),
    ("for", "instance"),
    ("for", "example"),
    ("like",),
    ("including",),
    ("namely",),
    (",",),
    (":",),
    (),
)
"""What leads from the plural of a noun to names."""
CLEAR_ENDS = frozenset({".", ",", ";", ":", "(", ")", "–", "—", "'s", "’s", "’", "'", "", '"', "”"})
GOING_ON = AUXILIARIES | {"and", "or", "but", "who", "which", "that", "whose", "where", "when", "while", "also", "then"}
PLAIN = frozenset({"governing", "rival", "smaller", "larger", "fellow", "newly-formed"})
"""What may stand among the adjectives, besides what a description may have."""
PAST = frozenset({"former", "historical"})
"""What leaves open whether the adjectives behind it were true of the party at the time."""
LONGEST = 8
"""How many words of a party's styling are read."""
LONGEST_LIST = 12
"""In how many words a list of half names ends with their noun: "the liberal Red and Blue parties"."""
NOUNS = frozenset({"party", "movement", "group", "grouping"})
BLOCS = frozenset({"coalition", "alliance", "bloc"})
"""What is named a kind of body by the word before the name: "the left-wing alliance Red Front"."""


def add(lattice: Lattice) -> None:
    """Add the edges ``styled``: from the first adjective to the end of the name, with the parts of a description.

    A ``peer`` is another party whose name is no remark in brackets on that of a party before.
    """
    for at, edges in enumerate(lattice.edges):
        for edge in tuple(edges):
            if edge.kind == "other-party" and not edge.items and lattice.tokens.lower[at - 1 : at] != ("(",):
                lattice.add(edge.known_as("peer"))
    if VIEWS.isdisjoint(edge.kind for edges in lattice.edges for edge in edges):
        return
    for at in range(1, len(lattice.tokens)):
        for name in _names(lattice, at):
            _add(lattice, name)


def _names(lattice: Lattice, at: int) -> tuple[Mention, ...]:
    """Return the longest name of a party that begins at a token, and the list of parties that does."""
    if not lattice.tokens.words[at][0].isupper():
        return ()
    edges = [edge for edge in lattice.edges[at] if edge.kind in ("other-party", "own") and edge.end > at]
    ends = [edge.end for edge in lattice.edges[at] if not edge.items and edge.entity is not None]
    if lattice.at(at, "public-office") is not None:
        return ()  # "the liberal MP Ann Lee"
    single = [edge for edge in edges if not edge.items and edge.end == max(ends, default=0)]
    several = [edge for edge in edges if edge.items and edge.kind == "other-party"]
    return (*single[:1], *sorted(several, key=lambda edge: -edge.end)[:1])


def _add(lattice: Lattice, name: Mention) -> None:
    if not _is_whole(lattice, name):
        return
    noun = _noun(lattice, name)
    if name.items and noun is None:
        return  # "the liberal Red Party and the Blue Party": only one of them is said to be so
    start, found = _styling(lattice, noun.start if noun is not None else name.start)
    if not found:
        return
    parts = tuple((kind, edges[0] if len(edges) == 1 else _several(edges)) for kind, edges in found.items())
    title = lattice.tokens.show(start, name.end)
    lattice.add(Mention("styled", start, name.end, title, parts=(("party", name), *parts)))


def _several(edges: list[Mention]) -> Mention:
    name = ", ".join(edge.name for edge in edges)
    return Mention(edges[0].kind, edges[0].start, edges[-1].end, name, items=tuple(edges))


def _is_whole(lattice: Lattice, name: Mention) -> bool:
    """Tell whether nothing behind a name can be the noun that the adjectives belong to."""
    lower = (*lattice.tokens.lower, "")
    behind = lower[name.end]
    beyond = lower[name.end : name.end + LONGEST_LIST]
    if behind == "and" and not name.items and not lexicon.words("party-plural").isdisjoint(beyond):
        return False
    acts = behind in verbs() and (behind.endswith("ed") or behind in lexicon.words("irregular-past"))
    plain = behind in CLEAR_ENDS or behind in GOING_ON or behind in lexicon.words("preposition") or acts
    return plain and lattice.at(min(name.end, len(lower) - 1), "role", "office", "public-office") is None


def _noun(lattice: Lattice, name: Mention) -> Mention | None:
    """Return the noun before a name or before several: "the Marxist party Red Dawn", "left-wing parties such as"."""
    lower, start = lattice.tokens.lower, name.start
    start -= lower[start - 1] == "the"
    if not name.items and start == name.start:
        word = lower[start - 1]
        if word in NOUNS or word in BLOCS:
            return Mention("noun", start - 1, start, word)
    for lead in SAMPLE:
        at = start - len(lead)
        if lead and lower[at:start] != lead:
            continue
        at -= lower[at - 1] == ","
        if at > 0 and lower[at - 1] in descriptions.PLURALS and (lead or name.items):
            return Mention("noun", at - 1, at, lower[at - 1])
    return None


def _styling(lattice: Lattice, end: int) -> tuple[int, dict[str, list[Mention]]]:
    """Return the views that stand before a place, and where the first of them begins; none where it is not plain."""
    lower, at = lattice.tokens.lower, end
    found: dict[str, list[Mention]] = {}
    first = end
    while at and end - at < LONGEST:
        edge = descriptions.ending(lattice, at)
        word = lower[at - 1]
        if edge is not None and edge.kind in VIEWS:
            if descriptions.is_another(lattice, edge):
                return end, {}
            found.setdefault(edge.kind, []).insert(0, edge)
            at = first = edge.start
        elif edge is not None:
            at = edge.start
        elif word in JOINERS and at < end and _ends_a_view(lattice, at - 1):
            at -= 1
        elif word in OPENERS or word in lexicon.words("preposition") or word in ("and", ",", "or", ":", "("):
            return first, found
        elif word in PLAIN or (word in lexicon.words("modifier") and word not in PAST and not word.endswith("ly")):
            at -= 1
        else:
            return end, {}
    return (first, found) if at == 0 else (end, {})


def _ends_a_view(lattice: Lattice, end: int) -> bool:
    edge = descriptions.ending(lattice, end)
    return edge is not None and edge.kind in VIEWS
