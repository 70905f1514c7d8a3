"""Adds what a party does beside others: it acts as one of several, or does something of which a companion is told."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.subjects import AUXILIARIES, verbs
from partygraph.model import Entity
from partygraph.rules import lexicon

TOGETHER = frozenset({"alliance", "governmentRole", "mergedInto", "affiliationInternational", "affiliationEuropean"})
"""The predicates that hold of each of those who act together."""
BESIDE = "beside"
"""The part of a mention of the party that has the list in which it stands."""
CUES = frozenset(
    {"alliance", "coalition", "list", "slate", "ticket", "jointly", "ally", "partner", "partnership", "pact"}
)
OPENING = frozenset({"in", "on", "as", "jointly", "together", "under", "through"})
"""What tells of a companion begins with one of these."""
ENDS = frozenset(
    {",", ";", ":", ".", "(", "and", "but", "that", "who", "which", "when", "with", "by", "than", "against"}
)
LONGEST = 16


def add(lattice: Lattice, subject: Entity) -> None:
    """Add edges of the kinds ``own``, the party with those beside it, and ``deed``, what it did in whose company."""
    told = not lattice.present.isdisjoint(CUES)
    for at, edges in enumerate(lattice.edges):
        for edge in tuple(edges):
            if edge.kind == "joint" and _acts(lattice, edge):
                lattice.add(Mention("own", edge.start, edge.end, subject.name, subject, parts=((BESIDE, edge),)))
            elif told and edge.kind == "own" and edge.entity == subject and at < len(lattice.tokens):
                _add_deeds(lattice, edge.end)


def _acts(lattice: Lattice, edge: Mention) -> bool:
    """Tell whether a verb stands behind a list, and nothing before it on which it hangs."""
    lower = lattice.tokens.lower
    behind = lower[edge.end] if edge.end < len(lower) else ""
    before = lower[edge.start - 1] if edge.start else ""
    tied = before in lexicon.words("preposition") or before in ("and", "between", "among")
    return (behind in verbs() or behind in AUXILIARIES) and not tied


def _add_deeds(lattice: Lattice, start: int) -> None:
    """Add what a party did in an election or a house, and when, up to each place where a companion may be told."""
    lower = lattice.tokens.lower
    first = start
    while lower[first : first + 1] and lower[first] in lexicon.words("adverb") | {"had", "has"}:
        first += 1
    if first >= len(lower) or lower[first] not in lexicon.words("poll-deed"):
        return
    time: Mention | None = None
    for end in range(first + 1, min(len(lower), first + LONGEST)):
        if lower[end] in OPENING and end - first > 2:  # what follows the verb at once is read by itself
            parts = ((time.kind, time),) if time is not None else ()
            lattice.add(Mention("deed", start, end, lattice.tokens.show(start, end), parts=parts))
        if lower[end] in ENDS:
            break
        time = time or lattice.at(end, "election", "date")
        if time is not None and time.kind == "election" and time.part("date") is None:
            break


def is_beside_others(mention: Mention, predicate: str) -> bool:
    """Tell whether a statement about a party and those beside it holds of the party: they won their seats together."""
    return predicate not in TOGETHER and mention.part(BESIDE) is not None
