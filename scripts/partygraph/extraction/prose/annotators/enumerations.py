"""Adds lists to a lattice: "A, B and C" as one mention with three members."""

from __future__ import annotations

from dataclasses import replace

from partygraph.extraction.prose.annotators import listedpersons
from partygraph.extraction.prose.annotators.listgaps import AND, LAST, LONGEST_REMARK, gap_at, is_repeated
from partygraph.extraction.prose.annotators.reckoning import year_of
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.subjects import AUXILIARIES, verbs

FAMILIES: dict[str, frozenset[str]] = {
    "person": frozenset({"person"}),
    "party": frozenset({"party"}),
    "organisation": frozenset({"organisation", "party", "acronym"}),
    "agent": frozenset({"person", "organisation", "party"}),
    "bodies": frozenset({"party", "organisation", "acronym", "name", "person"}),
    "group": frozenset({"party", "organisation", "acronym", "group"}),
    "dates": frozenset({"date"}),
    "place": frozenset({"place"}),
    "ideology": frozenset({"ideology"}),
    "doctrine": frozenset({"doctrine"}),
    "position": frozenset({"position"}),
    "affiliation": frozenset({"international", "european", "europarl", "regional"}),
    "body": frozenset({"body"}),
    "election": frozenset({"election"}),
    "period": frozenset({"period"}),
}
PERSONS = FAMILIES["person"]
BODIES = (FAMILIES["bodies"], FAMILIES["group"])
OWNING = (("'s",), ("’s",), ("'",))
PERIODS = FAMILIES["period"]
CLAUSAL = (PERIODS, FAMILIES["election"])
"""The families of times, of which one can open a clause of its own."""
DATED = frozenset({"person", "party", "organisation", "alliance", "name"})
LONGEST_OFFICE = 35
"""Years; "Otto Lind (1890–1961)" lived so long."""
OPEN_ENDS = frozenset(
    {"others", "other", "a", "an", "some", "several", "part", "parts", "members", "smaller", "various", "many", "the"}
    | {"another", "further", "more", "numerous", "about", "around", "over"}
)
VERBS = tuple((word,) for word in ("was", "were", "is", "has", "had", "it", "they", "in", "saw", "brought", "resulted"))
PRONOUNS = (("it",), ("they",))
QUOTES = tuple((mark,) for mark in '"“”«»')
BESIDE = (("along", "with"), ("together", "with"))
ACTING = AUXILIARIES | frozenset({"became", "joined", "led", "left", "took", "won", "stood", "ran", "served", "held"})
"""What no remark on a person begins with: "Ann Lee, a lawyer, became its chairman"."""


def add_lists(lattice: Lattice) -> None:
    """Add the lists of each family; a list of one sort has that sort's kind, a mixed one the kind ``agent``.

    A name with a time in brackets behind it ("Otto Lind (1922–1931)") takes it along as its part ``period``.
    """
    _add_bracketed_periods(lattice)
    if LAST.isdisjoint(lattice.present) and lattice.present.isdisjoint(listedpersons.CLOSING):
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
        second = free = 0
        for at, kinds in single:
            # A list may begin at what its first person is ("its leaders Ann Lee and Bo Chan") and at the name itself.
            taken = free > at and (kind != "person" or at >= second)
            items = [] if taken or members.isdisjoint(kinds) else _members(lattice, at, members)
            if not items:
                continue
            if kind == "bodies" and not _are_bodies(lattice, items):
                continue
            if _are_quoted(lattice, items):
                continue
            if kind != "agent" or len({item.kind for item in items}) > 1:
                whole = Mention(kind, at, items[-1].end, ", ".join(item.name for item in items), items=tuple(items))
                lattice.add(whole)
                if lattice.tokens.lower[at] == "the":
                    lattice.add(whole.moved(at + 1, whole.end))
            second, free = items[1].start, items[-1].end


def _add_bracketed_periods(lattice: Lattice) -> None:
    lower = lattice.tokens.lower
    for edges in tuple(lattice.edges):
        for edge in tuple(edges):
            if (
                edge.kind not in DATED
                or edge.items
                or edge.end == edge.start
                or lower[edge.end : edge.end + 1] != ("(",)
            ):
                continue
            period = lattice.at(edge.end + 1, "period")
            if period is not None and lower[period.end : period.end + 1] == (")",) and not _is_lifetime(period):
                lattice.add(replace(edge, end=period.end + 1, parts=(*edge.parts, ("period", period))))


def _is_lifetime(period: Mention) -> bool:
    """Tell whether a period is too long for an office and must be somebody's life."""
    start, end = (year_of(part) if (part := period.part(key)) is not None else None for key in ("start", "end"))
    return start is not None and end is not None and end - start >= LONGEST_OFFICE


def _members(lattice: Lattice, start: int, members: frozenset[str]) -> list[Mention]:
    """Return the members of the list that starts here, persons also where semicolons or "along with" part them."""
    if members != PERSONS:
        return _list_at(lattice, start, members)
    return _grouped(lattice, start) or _accompanied(lattice, start) or _list_at(lattice, start, members)


def _accompanied(lattice: Lattice, start: int) -> list[Mention]:
    """Return a person and those who come with him: "Ann Lee along with Bo Chan, Tom Fox and Jan Roe"."""
    first = _single(lattice, start, PERSONS)
    if first is None or lattice.tokens.lower[first.end : first.end + 2] not in BESIDE:
        return []
    rest = _people(lattice, first.end + 2)
    return [first, *rest] if rest else []


def _people(lattice: Lattice, start: int, *, crowds: bool = True) -> list[Mention]:
    """Return the persons that begin here, several or one; those of a crowd are told of no further crowd."""
    one = _single(lattice, start, PERSONS)
    return _list_at(lattice, start, PERSONS, crowds=crowds) or ([one] if one is not None else [])


def _grouped(lattice: Lattice, start: int) -> list[Mention]:
    """Return persons whom semicolons part, each alone or with others, and with a remark.

    "Ann Lee, a physician; Bo Chan and Tom Fox, both lawyers; and Jan Roe"
    """
    if ";" not in lattice.present:
        return []
    lower, items, at, last = lattice.tokens.lower, list[Mention](), start, False
    while True:
        people = _people(lattice, at)
        if not people:
            return []
        items += people
        end = people[-1].end
        follows = lower[end : end + 1]
        if last:
            return [] if follows and follows[0] in AUXILIARIES | verbs() else items
        at = _next_group(lower, end)
        if not at:
            return []
        last = lower[at : at + 1] in AND
        at += last


def _next_group(lower: tuple[str, ...], at: int) -> int:
    """Return where the next of those begins whom semicolons part, 0 where what stands before is more than a remark."""
    if lower[at : at + 1] not in ((";",), (",",)):
        return 0
    end = next((end for end in range(at, min(at + LONGEST_REMARK, len(lower))) if lower[end] in (";", ".")), 0)
    acts = any(lower[place] == "," and lower[place + 1] in ACTING for place in range(at, end))
    return end + 1 if end and lower[end] == ";" and not acts else 0


def _list_at(lattice: Lattice, start: int, members: frozenset[str], *, crowds: bool = True) -> list[Mention]:
    """Return the members of the list that starts here; none if there is no "and" before the last."""
    first = _single(lattice, start, members)
    if first is None:
        return []
    items, closed, at = [first], False, first.end
    singles: list[Mention] = []
    of_founders = members == PERSONS and listedpersons.tells_of_founders(lattice, start)
    owns = False
    while True:
        gap, last = gap_at(lattice, at)
        if members == PERSONS and listedpersons.is_open(lattice, at + gap):
            closed = closed or len(items) > 1
            break
        if not gap:
            break
        gap += last and is_repeated(lattice, start, at + gap)
        if members == FAMILIES["affiliation"] and lattice.tokens.lower[at + gap : at + gap + 1] in (("of",), ("to",)):
            # "a member of the Liberal International and of the European Free Alliance"
            gap += 1
        item = _single(lattice, at + gap, members)
        if item is None and members == PERSONS:
            item = listedpersons.described(lattice, at + gap)
        if item is None and of_founders and (item := listedpersons.single(lattice, at + gap)) is not None:
            singles.append(item)
        crowd = 0
        if item is None and crowds and members == PERSONS and last:
            crowd = listedpersons.behind_crowd(lattice, at + gap)
        if crowd:
            named = _people(lattice, crowd, crowds=False)
            if listedpersons.are_the_crowd(lattice, at + gap, crowd, named):
                bracketed = lattice.tokens.lower[crowd - 1] == "("
                bracketed = bracketed and lattice.tokens.lower[named[-1].end : named[-1].end + 1] == (")",)
                final = named[-1].moved(named[-1].start, named[-1].end + bracketed)
                items, closed = [*items, *named[:-1], final], True
        owns = item is not None and members in BODIES and lattice.tokens.lower[item.end : item.end + 1] in OWNING
        if item is None or owns:  # "a merger of the Red Party and Ann Lee's group": she is none of its parts
            # "A, B and others", "A, B, and a part of C": the list is open, and what it names is a list all the same.
            behind = lattice.tokens.lower[at + gap : at + gap + 1]
            counted = lattice.at(at + gap, "number") is not None if at + gap < len(lattice.tokens) else False
            ends = behind != () and (behind[0] in OPEN_ENDS or counted or owns)
            closed = closed or (last and len(items) > 1 and ends)
            break
        if members in CLAUSAL and last and lattice.tokens.lower[item.end : item.end + 1] in VERBS:
            # "From 1995 until 2002, and from 2003 was in opposition", "in the 1998 elections, and the 2003 elections
            # saw its share fall": the last is another clause's.
            break
        if members is PERIODS and last and lattice.at(min(item.end, len(lattice.tokens) - 1), "person") is not None:
            # "From 1995 until 2002, and since 2003 Ann Lee has led it": so does that of this one.
            break
        if last and _is_noun(lattice, item) and lattice.tokens.lower[at] == ",":
            # "Members founded the Red Party, and the party was dissolved"
            break
        items.append(item)
        closed, at = closed or last, item.end
        if last and members == PERSONS and (_goes_on_with_others(lattice, at) or _is_joined_to(lattice, at)):
            continue
        if last and members != PERIODS:
            # Periods go on behind "and": "from 1967 to 1992, as well as from 2002 to 2007 and 2012 to 2017".
            break
    if closed and len(items) > 1 and not owns and _goes_on(lattice, items[-1]):
        return []
    if singles and not listedpersons.are_persons(items, singles):
        return []
    if len(items) > 2 and lattice.tokens.lower[at : at + 2] == (",", "both"):
        return []  # "Ann Lee, a Liberal, Bo Chan and Tom Fox, both of the Red Party"
    if closed and len(items) == 2 and members not in CLAUSAL and _opens_a_clause(lattice, items[1]):
        return []
    if closed and len(items) == 2 and members in BODIES and _is_somebody_else(lattice, items[1]):
        return []
    return items if closed else []


def _is_joined_to(lattice: Lattice, at: int) -> bool:
    """Tell whether "and" joins another to those that it joins: "founded by Ann Lee as well as Bo Chan and Tom Fox"."""
    lower = lattice.tokens.lower
    at += listedpersons.origin(lattice, at)
    other = lattice.at(at + 1, "person") if lower[at : at + 1] in AND and at + 1 < len(lower) else None
    behind = (*lower[other.end : other.end + 1], "")[0] if other is not None else ""
    return other is not None and not other.items and behind not in AUXILIARIES | verbs() | {"'s", "'"}


def _goes_on_with_others(lattice: Lattice, at: int) -> bool:
    """Tell whether others follow upon two: "the printers Ann Lee and Bo Chan, the poet Tom Fox and Eve Holm"."""
    lower = lattice.tokens.lower
    at += listedpersons.origin(lattice, at)
    other = lattice.at(at + 1, "person") if lower[at : at + 1] == (",",) and at + 1 < len(lower) else None
    if other is None or other.items:
        return False
    width, last = gap_at(lattice, other.end)
    while width and not last and other.end + width < len(lower):
        # "Ann Lee and also Bo Chan, Tom Fox, Jan Roe and Eve Holm"
        other = lattice.at(other.end + width, "person")
        if other is None or other.items:
            return False
        width, last = gap_at(lattice, other.end)
    follows = other.end + width
    if not last or follows >= len(lower):
        return False
    if lower[follows] in ("others", "several", "some"):
        return True
    final = lattice.at(follows, "person")
    behind = lower[final.end : final.end + 1] if final is not None else ()
    return final is not None and not (behind and behind[0] in AUXILIARIES | verbs())


def _goes_on(lattice: Lattice, last: Mention) -> bool:
    """Tell whether the last name is cut at an "and" of its own: "the Red Party and the Miners and Weavers Party"."""
    tokens = lattice.tokens
    if last.kind not in ("party", "group", "organisation") or tokens.lower[last.end : last.end + 1] not in AND:
        return False
    behind = tokens.words[last.end + 1 : last.end + 2]
    return behind != () and behind[0][:1].isupper() and tokens.lower[last.end + 1] != "the"


def _opens_a_clause(lattice: Lattice, item: Mention) -> bool:
    """Tell whether the second of two is the subject of what follows: "by Ann Lee of the RP, and the BP was left"."""
    lower = lattice.tokens.lower
    before = item.start - (lower[item.start - 1] == "the") - 1
    follows = lower[item.end : item.end + 1]
    return lower[before - 1 : before + 1] == (",", "and") and follows != () and follows[0] in AUXILIARIES | verbs()


def _is_somebody_else(lattice: Lattice, item: Mention) -> bool:
    """Tell whether a clause about a person begins: "a pact with the Red Party, and Lee, then a senator, stood"."""
    lower = lattice.tokens.lower
    apart = lower[item.start - 2 : item.start] == (",", "and") and lower[item.end : item.end + 1] == (",",)
    return apart and lattice.at(item.start, "person") is not None


def _is_noun(lattice: Lattice, item: Mention) -> bool:
    """Tell whether a member is called by a noun ("the party", "it") that a verb follows."""
    words = lattice.tokens.words[item.start : item.end]
    if words in PRONOUNS:
        return True
    follows = lattice.tokens.lower[item.end : item.end + 1]
    return all(word.islower() for word in words) and follows != () and follows[0] in AUXILIARIES


def _are_quoted(lattice: Lattice, items: list[Mention]) -> bool:
    """Tell whether one pair of quotation marks holds a whole list: "Azure Identity and Prosperity" is one name."""
    words = lattice.tokens.words
    return words[items[0].start - 1 : items[0].start] in QUOTES and words[items[-1].end : items[-1].end + 1] in QUOTES


def _are_bodies(lattice: Lattice, items: list[Mention]) -> bool:
    """Tell whether a list of names has a party or an organisation in it: then the others are some, too."""
    sure = [any(edge.kind in ("party", "organisation") for edge in lattice.edges[item.start]) for item in items]
    return any(sure)


def _single(lattice: Lattice, at: int, members: frozenset[str]) -> Mention | None:
    if at >= len(lattice.tokens):
        return None
    # A year that had to be counted ("the year after") is no member of a list of years.
    return next(
        (
            edge
            for edge in lattice.edges[at]
            if edge.kind in members and not edge.items and edge.end > at and edge.part("counted") is None
        ),
        None,
    )
