"""Tells what stands between the members of a list and only adds to them: offices, descriptions, dates."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice

REMARKS = frozenset(
    {"a", "an", "the", "who", "whose", "which", "itself", "then", "formerly", "previously"}
) | frozenset({"elected", "his", "her", "its"})
"""What a remark on a person can begin with."""
ORIGINS = frozenset({"of", "from", "aged"})
"""What tells between commas where somebody is from, or how old."""
ADVERBS = frozenset({"currently", "now", "later", "also", "finally", "again"})
LONGEST_REMARK = 16
LONGEST_NAME = 6
LONGEST_SORT = 5


def opens(lattice: Lattice, at: int) -> bool:
    """Tell whether a remark on who stands before the comma can begin here."""
    lower = lattice.tokens.lower
    if at >= len(lower):
        return False
    if any(edge.kind == "person" and lower[edge.end : edge.end + 1] == (",",) for edge in lattice.edges[at]):
        return False  # "Ann Lee, the poet Bo Chan, and Tom Fox": he is one of them
    told = lower[at] in REMARKS | ORIGINS or lower[at : at + 2] == ("by", "birth")
    return told or _is_office(lattice, at - 1)


def _is_office(lattice: Lattice, comma: int) -> bool:
    """Tell whether an office, and nobody who holds it, stands between commas: "Ann Lee, minister of defence, and"."""
    lower = lattice.tokens.lower
    office = lattice.at(comma + 1, "office", "public-office", "role") if comma + 1 < len(lower) else None
    if office is None or "person" not in ending(lattice, comma):
        return False
    end = next((end for end in range(office.end, min(comma + LONGEST_REMARK, len(lower))) if lower[end] == ","), 0)
    inside = (edge for edges in lattice.edges[comma + 1 : end] for edge in edges)
    return end > 0 and all(edge.kind != "person" or edge.end > end or edge.end == edge.start for edge in inside)


def inserted(lower: tuple[str, ...], at: int) -> int:
    """Return the width of a date, adverb or sort before the last ("A, B and, since 2014, C", "A and (now) B")."""
    if lower[at : at + 1] == ("(",) and lower[at + 2 : at + 3] == (")",):
        return 3
    if lower[at : at + 1] == ("such",):
        sort = range(at + 2, min(at + LONGEST_SORT, len(lower)))
        return next((end + 1 - at for end in sort if lower[end] == "as"), 0)  # "and such politicians as Ann Lee"
    if lower[at : at + 3 : 2] == (",", ",") and lower[at + 1] in ADVERBS:
        return 3  # "Ann Lee, Bo Chan and, later, Tom Fox"
    if lower[at : at + 1] and lower[at] in ADVERBS:
        return 1
    if lower[at : at + 1] != (",",) or lower[at + 1 : at + 2] not in (("since",), ("until",), ("from",), ("in",)):
        return 0
    return next((end + 1 - at for end in range(at + 2, min(at + 7, len(lower))) if lower[end] == ","), 0)


def ending(lattice: Lattice, end: int) -> frozenset[str]:
    """Return the kinds of the names that end at a place."""
    edges = (edge for edges in lattice.edges[max(0, end - LONGEST_NAME) : end] for edge in edges)
    return frozenset(edge.kind for edge in edges if edge.end == end)
