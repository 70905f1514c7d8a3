"""Tells what may stand between the items of a list: commas, "and", remarks and brackets behind a name."""

from __future__ import annotations

from partygraph.extraction.prose import remarks
from partygraph.extraction.prose.annotators import listedpersons
from partygraph.extraction.prose.lattice import Lattice, Mention

LONGEST_REMARK = 16
AND = (("and",), ("&",))
LAST = frozenset({"and", "&"})
REPEATED = frozenset({"by", "to", "of", "from", "with", "between"})
"""What may stand before the first of several and again before the last: "thanks to Ann Lee and to Bo Chan"."""


def gap_at(lattice: Lattice, at: int) -> tuple[int, bool]:
    """Return the width of the comma or "and" between members, and whether it announces the last member."""
    lower = lattice.tokens.lower
    aside = _aside(lattice, at)
    # "Ann Lee, , , Bo Chan": the text has lost the links that stood between the commas.
    while lower[at + aside : at + aside + 2] == (",", ","):
        aside += 1
    at += aside
    if at >= len(lower):
        return 0, False
    if lower[at] == "," and at + 1 < len(lower) and lower[at + 1] in LAST:
        return aside + 2 + remarks.inserted(lower, at + 2), True
    if lower[at : at + 4] == (",", "as", "well", "as"):
        return aside + 4, True
    if lower[at] == ",":
        return aside + 1, False
    if lower[at] in LAST:
        return aside + 1 + remarks.inserted(lower, at + 1) + (lower[at + 1 : at + 2] == ("with",)), True
    if lower[at : at + 3] == ("as", "well", "as"):
        return aside + 3, True
    return 0, False


def is_repeated(lattice: Lattice, start: int, at: int) -> bool:
    """Tell whether the last of several has the first's preposition before it, too: "to Ann Lee and to Bo Chan"."""
    lower = lattice.tokens.lower
    return start > 0 and lower[start - 1] in REPEATED and lower[at : at + 1] == (lower[start - 1],)


def _is_named(lattice: Lattice, at: int) -> bool:
    """Tell whether a party's name stands where a remark could: "the Red Party, the Green League of Bo Chan, and X"."""
    party = lattice.at(at, "party")
    named = party is not None and lattice.tokens.words[party.end - 1][:1].isupper()
    return named and lattice.tokens.lower[at] == "the"


def _remark(lattice: Lattice, at: int) -> int:
    """Return the width of a remark between commas before the next member: "A, a baker, and B", "A, a baker, B and"."""
    lower = lattice.tokens.lower
    places = range(at + 2, min(at + LONGEST_REMARK, len(lower) - 1))
    end = next((end for end in places if lower[end] in (",", ";")), 0)
    end = end if lower[end] == "," else 0
    follows = end and lower[end + 1] in LAST and end + 2 < len(lower)
    if follows:
        next_at = end + 2 + (lower[end + 2] in REPEATED and end + 3 < len(lower))
        next_at += remarks.inserted(lower, next_at)
        return end - at if next_at < len(lower) and lattice.at(next_at, "person", "party") is not None else 0
    return end - at if end and _is_a_next_person(lattice, at, end) else 0


def _is_a_next_person(lattice: Lattice, at: int, end: int) -> bool:
    """Tell whether a person stands behind a remark on one, and another behind him: the remark is on who came before.

    "Ann Lee, a former mayor of Tilbrook, the jurist Bo Chan and Tom Fox"
    """
    if "person" not in remarks.ending(lattice, at) or "(" in lattice.tokens.lower[at:end]:
        return False
    last, person = remarks.ending(lattice, end), lattice.at(end + 1, "person")
    if person is None or person.items or ("person" in last and "place" not in last):
        return False  # "Ann Lee, who was helped by Bo Chan, Tom Fox and Jan Roe": she was, by all of them
    behind = lattice.tokens.lower[person.end : person.end + 1]
    return behind in AND or behind == (",",)


def _leaders(lattice: Lattice, at: int) -> Mention | None:
    """Return whose a party is, one person or two; in "the RP of Ann Lee and Bo Chan's Azure League" it is hers."""
    people = lattice.at(at, "person")
    if people is None or lattice.tokens.lower[people.end : people.end + 1] not in (("'s",), ("’s",), ("'",)):
        return people
    return people.items[0] if people.items else None


def _aside(lattice: Lattice, at: int) -> int:
    """Return the width of remarks behind a member: a short parenthesis ("Ann Lee (Leader)"), or who leads it."""
    lower = lattice.tokens.lower
    width = 0
    if at < len(lower) and lower[at] == "(":
        width = next(
            (end + 1 - at for end in range(at + 1, min(at + LONGEST_REMARK, len(lower))) if lower[end] == ")"), 0
        )
    at += width
    if lower[at : at + 1] == (",",) and remarks.opens(lattice, at + 1):
        return width + (0 if _is_named(lattice, at + 1) else _remark(lattice, at))
    if lower[at : at + 1] == ("of",) and "person" in remarks.ending(lattice, at) and at + 1 < len(lower):
        whose = lattice.at(at + 1, "party")
        if whose is not None and not whose.items and lattice.tokens.words[whose.end - 1][:1].isupper():
            return width + whose.end - at  # "Ann Lee of the Red Party, Bo Chan of the Green League and Tom Fox"
    if from_where := listedpersons.origin(lattice, at):
        at += from_where
        told = lower[at : at + 1] == (",",) and remarks.opens(lattice, at + 1)
        return width + from_where + (_remark(lattice, at) if told else 0)  # "Ann Lee of Walden, who led it, and"
    office = lattice.at(at + 1, "role", "office") if width == 0 and lower[at : at + 1] == ("as",) else None
    if office is not None:
        return office.end - at  # "founded by Ann Lee as president, Bo Chan as secretary and"
    if width == 0 and lower[at : at + 1] in (("of",), ("under",)) and (whose := _leaders(lattice, at + 1)) is not None:
        named = (edge for edges in lattice.edges[max(0, at - 8) : at] for edge in edges)
        if any(edge.end == at and edge.kind in ("party", "organisation") for edge in named):
            return whose.end - at  # "the Red Party of Allan Hendrickse and the Azure League"
    comma = int(lower[at : at + 1] == (",",))
    if lower[at + comma : at + comma + 2] in (("led", "by"), ("headed", "by")):
        first = at + comma + 2
        leader = (lattice.at(first, "person") or lattice.at(first, "name")) if first < len(lower) else None
        if leader is not None and not leader.items:
            return width + leader.end - at
    return width
