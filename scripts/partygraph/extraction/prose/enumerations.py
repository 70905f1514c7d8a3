"""Adds lists to a lattice: "A, B and C" as one mention with three members."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention

FAMILIES: dict[str, frozenset[str]] = {
    "person": frozenset({"person"}),
    "party": frozenset({"party"}),
    "organisation": frozenset({"organisation", "party", "acronym"}),
    "agent": frozenset({"person", "organisation", "party"}),
    "bodies": frozenset({"party", "organisation", "acronym", "name", "person"}),
    "place": frozenset({"place"}),
    "ideology": frozenset({"ideology"}),
    "doctrine": frozenset({"doctrine"}),
    "position": frozenset({"position"}),
    "affiliation": frozenset({"international", "european", "europarl", "regional"}),
    "body": frozenset({"body"}),
    "election": frozenset({"election"}),
}
LAST = frozenset({"and", "&"})


def add_lists(lattice: Lattice) -> None:
    """Add the lists of each family; a list of one sort has that sort's kind, a mixed one the kind ``agent``."""
    if LAST.isdisjoint(lattice.present) and "well" not in lattice.present:
        return
    # What is added here has members itself, and is none of another list.
    single = [
        (at, kinds)
        for at, edges in enumerate(lattice.edges)
        if edges and (kinds := {edge.kind for edge in edges if not edge.items and edge.end > at})
    ]
    for kind, members in FAMILIES.items():
        if all(f"{{{member}}}" not in lattice.present for member in members):
            continue
        free = 0
        for at, kinds in single:
            items = _list_at(lattice, at, members) if at >= free and not members.isdisjoint(kinds) else []
            if not items:
                continue
            if kind == "bodies" and not _are_bodies(lattice, items):
                continue
            if kind != "agent" or len({item.kind for item in items}) > 1:
                whole = Mention(kind, at, items[-1].end, ", ".join(item.name for item in items), items=tuple(items))
                lattice.add(whole)
                if lattice.tokens.lower[at] == "the":
                    lattice.add(whole.moved(at + 1, whole.end))
            free = items[-1].end


def _list_at(lattice: Lattice, start: int, members: frozenset[str]) -> list[Mention]:
    """Return the members of the list that starts here; none if there is no "and" before the last."""
    first = _single(lattice, start, members)
    if first is None:
        return []
    items, closed, at = [first], False, first.end
    while True:
        gap, last = _gap(lattice, at)
        if not gap:
            break
        if last and lattice.tokens.lower[at + gap : at + gap + 1] in (("others",), ("other",)) and len(items) > 1:
            closed = True
            break
        item = _single(lattice, at + gap, members)
        if item is None:
            break
        items.append(item)
        closed, at = closed or last, item.end
        if last:
            break
    return items if closed else []


def _are_bodies(lattice: Lattice, items: list[Mention]) -> bool:
    """Tell whether a list of names has a party or an organisation in it: then the others are some, too."""
    sure = [any(edge.kind in ("party", "organisation") for edge in lattice.edges[item.start]) for item in items]
    return any(sure)


def _single(lattice: Lattice, at: int, members: frozenset[str]) -> Mention | None:
    if at >= len(lattice.tokens):
        return None
    return next((edge for edge in lattice.edges[at] if edge.kind in members and not edge.items and edge.end > at), None)


def _gap(lattice: Lattice, at: int) -> tuple[int, bool]:
    """Return the width of the comma or "and" between members, and whether it announces the last member."""
    lower = lattice.tokens.lower
    aside = _aside(lower, at)
    at += aside
    if at >= len(lower):
        return 0, False
    if lower[at] == "," and at + 1 < len(lower) and lower[at + 1] in LAST:
        return aside + 2 + _inserted(lower, at + 2), True
    if lower[at] == ",":
        return aside + 1, False
    if lower[at] in LAST:
        return aside + 1 + _inserted(lower, at + 1), True
    if lower[at : at + 3] == ("as", "well", "as"):
        return aside + 3, True
    return 0, False


def _inserted(lower: tuple[str, ...], at: int) -> int:
    """Return the width of a date before the last member ("A, B and, since 2014, C")."""
    if lower[at : at + 1] != (",",) or lower[at + 1 : at + 2] not in (("since",), ("until",), ("from",), ("in",)):
        return 0
    return next((end + 1 - at for end in range(at + 2, min(at + 7, len(lower))) if lower[end] == ","), 0)


def _aside(lower: tuple[str, ...], at: int) -> int:
    """Return the width of a short parenthesis behind a member ("Ann Lee (Leader)")."""
    if at < len(lower) and lower[at] == "(":
        for end in range(at + 1, min(at + 8, len(lower))):
            if lower[end] == ")":
                return end + 1 - at
    return 0
