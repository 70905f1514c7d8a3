"""Adds lists to a lattice: "A, B and C" as one mention with three members."""

from __future__ import annotations

from dataclasses import replace

from partygraph.extraction.prose import remarks
from partygraph.extraction.prose.annotators import listedpersons
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
LONGEST_REMARK = 16
OPEN_ENDS = frozenset(
    {"others", "other", "a", "an", "some", "several", "part", "parts", "members", "smaller", "various", "many", "the"}
    | {"another", "further", "more", "numerous", "about", "around", "over"}
)
VERBS = tuple((word,) for word in ("was", "were", "is", "has", "had", "it", "they", "in", "saw", "brought", "resulted"))
PRONOUNS = (("it",), ("they",))
QUOTES = tuple((mark,) for mark in '"“”«»')
AND = (("and",), ("&",))
LAST = frozenset({"and", "&"})
BESIDE = (("along", "with"), ("together", "with"))
REPEATED = frozenset({"by", "to", "of", "from", "with", "between"})
"""What may stand before the first of several and again before the last: "thanks to Ann Lee and to Bo Chan"."""
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
        gap, last = _gap(lattice, at)
        if members == PERSONS and listedpersons.is_open(lattice, at + gap):
            closed = closed or len(items) > 1
            break
        if not gap:
            break
        gap += last and _is_repeated(lattice, start, at + gap)
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
    width, last = _gap(lattice, other.end)
    while width and not last and other.end + width < len(lower):
        # "Ann Lee and also Bo Chan, Tom Fox, Jan Roe and Eve Holm"
        other = lattice.at(other.end + width, "person")
        if other is None or other.items:
            return False
        width, last = _gap(lattice, other.end)
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


def _gap(lattice: Lattice, at: int) -> tuple[int, bool]:
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


def _is_repeated(lattice: Lattice, start: int, at: int) -> bool:
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
