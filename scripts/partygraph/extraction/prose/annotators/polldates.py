"""Reads what stands behind the noun for an election: the body that it is to, and when it was held."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

TO = frozenset({"to", "for"})
FIRST = ("for", "the", "first", "time", "in")
ASKED = frozenset({"opinion", "exit", "opinions", "straw", "public"})
"""What polls are that are no election: "the opinion polls of 2019"."""
NEAR = 3


def body_behind(lattice: Lattice, at: int) -> Mention | None:
    """Return the body that an election is to: "the elections to the National Assembly", "for the first Knesset"."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    if lower[at : at + 1] == () or lower[at] not in TO:
        return None
    first = at + 1 + (lower[at + 1 : at + 2] == ("the",))
    first += lower[first : first + 1] != () and lower[first] in lexicon.words("ordinal") | {"new"}
    body = lattice.at(first, "body")
    if body is None or body.items or not words[body.start][:1].isupper():
        return None
    end = body.end
    if words[end : end + 1] == ("of",):
        # "The elections to the Legislative Council of Azuria" are to no other council.
        tail = end + 1 + (lower[end + 1 : end + 2] == ("the",))
        while words[tail : tail + 1] and words[tail][:1].isupper():
            tail += 1
        end = tail if words[tail - 1][:1].isupper() else end
    name = body.name if end == body.end else lattice.tokens.show(body.start, end)
    return Mention("body", body.start, end, name, Entity(name, Kind.BODY))


def are_polls(lattice: Lattice, at: int) -> bool:
    """Tell whether "polls" are an election: "in the 2018 polls", "in the Assembly polls of 2023"."""
    lower = lattice.tokens.lower
    if at < NEAR or lower[at] != "polls" or not ASKED.isdisjoint(lower[at - NEAR : at]):
        return False
    before = [edge.kind for edges in lattice.edges[at - NEAR : at] for edge in edges if edge.end == at]
    if "date" in before:
        return lower[at - 2 : at - 1] == ("the",)
    behind = lower[at + 1 : at + 2] in (("of",), ("in",)) and lattice.at(at + 2, "date") is not None
    dated = any(edge.kind == "date" and edge.start >= at - 2 * NEAR for edges in lattice.edges[:at] for edge in edges)
    return not {"body", "election-kind"}.isdisjoint(before) and (behind or dated)


def held(lattice: Lattice, at: int) -> Mention | None:
    """Return the date of "the parliamentary election, held on 27 September 2002"."""
    lower = lattice.tokens.lower
    same = _of_the_year_told(lattice, at)
    if same is not None:
        return same
    apart = lower[at : at + 1] == (",",)
    at += apart
    if apart and lower[at : at + 2] in (("those", "of"), ("that", "of")):
        return lattice.at(at + 2, "date")  # "the last general elections, those of 2003,"
    if lower[at : at + len(FIRST)] == FIRST:
        return lattice.at(at + len(FIRST), "date")
    beside = lattice.at(at, "date") if apart and at < len(lower) else None
    if apart and beside is None and lower[at : at + 1] in (("in",), ("on",)) and at + 1 < len(lower):
        beside = lattice.at(at + 1, "date")
    if beside is not None and lower[beside.end : beside.end + 1] in ((), (",",), (".",), (";",), (")",)):
        return beside  # "the parliamentary election, 27 September 2002,", "the next election, in June 2007,"
    if lower[at : at + 1] == ("held",) or lower[at : at + 2] == ("took", "place"):
        at += 1 if lower[at] == "held" else 2
    elif lower[at : at + 2] in (("was", "held"), ("were", "held")):
        at += 2  # "The general election was held in May 1990."
    elif lower[at : at + 3] in (("which", "took", "place"), ("that", "took", "place"), ("which", "was", "held")):
        at += 3
    else:
        return None
    if lower[at : at + 1] not in (("in",), ("on",)):
        return None
    return lattice.at(at + 1, "date") or lattice.at(at + 1 + (lower[at + 1 : at + 2] == ("the",)), "date")


def _of_the_year_told(lattice: Lattice, at: int) -> Mention | None:
    """Return the year of "the elections later that year", "the first elections of Azuria the same year"."""
    lower = lattice.tokens.lower
    if lower[at : at + 1] in (("of",), ("in",)) and at + 1 < len(lower):
        land = lattice.at(at + 1, "territory")
        at = land.end if land is not None else at
    at += lower[at : at + 1] == ("later",)
    if lower[at : at + 1] not in (("that",), ("the",)) or "year" not in lower[at + 1 : at + 3]:
        return None
    return lattice.at(at, "date")


def dates_behind(lattice: Lattice, at: int) -> list[Mention]:
    """Return the dates that go on a list of them: behind 1990 in "the elections of 1990, 1994 and 1998"."""
    lower, found = lattice.tokens.lower, []
    while lower[at : at + 1] in ((",",), ("and",)):
        at += 1 + (lower[at : at + 2] == (",", "and"))
        date = lattice.at(at, "date")
        if date is None or date.literal is None:
            break
        found.append(date)
        at = date.end
    # "In the elections of 1990, 1994 was remembered": a list has an end.
    return found if found and lower[found[-1].start - 1] == "and" else []
