"""Adds elections, elected bodies and public offices to a lattice, each under the name that a fact gives it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from partygraph.extraction.prose.annotators import polldates
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

NOUNS = lexicon.words("election-noun")
STOPS = lexicon.words("function-word") - {"interior"}
BEFORE_DATES = frozenset({"before", "after", "by", "until", "prior", "following", "around"})
AFTERWORDS = lexicon.words("election-afterword")
"""What makes another thing of an election: "the election threshold"."""
VOTES = frozenset({"vote", "poll", "polls", "ballot"})
"""What an election is called as well; of the last two words of "28% of the vote of 2005", none."""
DEPUTIES = frozenset({"deputy", "junior", "assistant", "vice"})
"""What may stand before a minister's office and is of it."""
SECRETARY = ("secretary", "of", "state", "for")
LINKS = frozenset({"of", "in", "on"})


def add(lattice: Lattice, sort: Callable[[Mention], str]) -> None:
    """Add the edges; ``sort`` tells the kind of an election that is named by its date only."""
    tokens = lattice.tokens
    if not {"minister", "secretary"}.isdisjoint(lattice.present):
        _add_ministers(lattice)
    for at in range(len(tokens)):
        named = tokens.lower[at] in NOUNS and AFTERWORDS.isdisjoint(tokens.lower[at + 1 : at + 2])
        if named or (tokens.lower[at] in VOTES and _is_a_vote(lattice, at)):
            _add_election(lattice, at, sort)
        for edge in tuple(lattice.edges[at]):
            if edge.kind == "body" and edge.entity is None:
                _add_common_body(lattice, edge)
            elif edge.kind == "office":
                _add_office(lattice, edge)


def _is_dated_vote(lattice: Lattice, at: int) -> bool:
    """Tell whether a vote is an election: "for the vote of 6 March 2005"."""
    lower = lattice.tokens.lower
    if at < 2 or at + 2 >= len(lower) or lower[at - 1] != "the" or lower[at + 1] != "of":
        return False
    return lower[at - 2] in ("for", "at", "in", "before", "after") and lattice.at(at + 2, "date") is not None


def _is_a_vote(lattice: Lattice, at: int) -> bool:
    return _is_dated_vote(lattice, at) or polldates.are_polls(lattice, at)


def _add_election(lattice: Lattice, noun: int, sort: Callable[[Mention], str]) -> None:
    tokens = lattice.tokens
    first, kinds = _election_kind(lattice, noun)
    start, territory = _before(lattice, first)
    if start < first and _is_named_body(lattice, start, first):
        kinds.insert(0, tokens.show(start, first))
    date = _year_before(lattice, start)
    if date is None and tokens.lower[start - 1 : start] == ("'s",):
        date = _year_before(lattice, start - 1)
    end = noun + 1
    body = polldates.body_behind(lattice, end)
    end = body.end if body is not None else end
    if date is not None:
        start = date.start
    elif end + 1 < len(tokens) and tokens.lower[end] in LINKS:
        date = lattice.at(end + 1, "date")
        end = date.end if date else end
    if date is None:
        date = polldates.held(lattice, end)
        end = date.end if date else end
    if body is not None and not kinds:
        kinds.append(body.name)
    word = "by-election" if tokens.lower[noun].startswith("by") else "election"
    kind = " ".join(kinds)
    parts: list[tuple[str, Mention]] = []
    if kind:
        parts.append(("type", Mention("text", noun, noun + 1, kind)))
    if territory is not None:
        parts.append(("place", territory))
    if body is not None:
        parts.append(("body", body))
    race = next((edge for at in range(start, noun) for edge in lattice.edges[at] if edge.kind == "race"), None)
    if race is not None:
        parts.append(("race", race))
    if not kind and territory is None and word == "election" and start == (date.start if date else start):
        kind = sort(date) if date is not None else ""
        parts.append(("implied", Mention("text", noun, noun + 1, kind)))
    pieces = [kind, word]
    if date is not None:
        parts.append(("date", date))
        pieces.insert(0, date.name)
    name = " ".join(piece for piece in pieces if piece)
    entity = Entity(name, Kind.ELECTION) if date is not None else None
    weak = date is not None and date.weak
    election = Mention("election", start, end, name, entity, parts=tuple(parts), weak=weak)
    lattice.add(election)
    if body is not None and date is not None and date.start == start and kind != body.name:
        # "Running in a special election for the National Assembly": the body may be what somebody runs for.
        lattice.add(replace(election, end=noun + 1))
    if date is not None and date.start == start:
        _add_several(lattice, election, f"{kind} {word}".strip())
    elif date is not None and date.end == end:
        _add_years_behind(lattice, election, date, f"{kind} {word}".strip())


def _add_several(lattice: Lattice, last: Mention, kind: str) -> None:
    """Add "the 1990, 1994 and 1998 general elections" as a list of three."""
    lower = lattice.tokens.lower
    items = [last]
    at = last.start
    while at > 1 and lower[at - 1] in ("and", ",", "both"):
        before = at - 1 - (lower[at - 2] == "," and lower[at - 1] == "and")
        date = _ending_at(lattice, before, "date")
        if date is None or date.literal is None:
            break
        name = f"{date.name} {kind}".strip()
        parts = (*(part for part in last.parts if part[0] != "date"), ("date", date))
        items.insert(0, replace(last, start=date.start, name=name, entity=Entity(name, Kind.ELECTION), parts=parts))
        at = date.start
    if len(items) > 1:
        first = at - (lower[at - 1 : at] == ("both",))
        names = ", ".join(item.name for item in items)
        lattice.add(replace(last, start=first, name=names, entity=None, items=tuple(items)))


def _add_years_behind(lattice: Lattice, first: Mention, date: Mention, kind: str) -> None:
    """Add "the general elections of 1990, 1994 and 1998" as a list of three."""
    lower = lattice.tokens.lower
    plural = lower[date.start - 2 : date.start - 1] == ("elections",)
    if not plural or lower[first.start - 1 : first.start] == ("and",):
        return  # "the presidential and parliamentary elections of 2006 and 2011" are of two kinds
    items = [first]
    for one in polldates.dates_behind(lattice, date.end):
        name = f"{one.name} {kind}"
        parts = (*(part for part in first.parts if part[0] != "date"), ("date", one))
        items.append(replace(first, end=one.end, name=name, entity=Entity(name, Kind.ELECTION), parts=parts))
    if len(items) > 1:
        names = ", ".join(item.name for item in items)
        lattice.add(replace(first, end=items[-1].end, name=names, entity=None, items=tuple(items)))


def _election_kind(lattice: Lattice, noun: int) -> tuple[int, list[str]]:
    """Read the kind of election to the left of the noun: "February 2015 state senate special election"."""
    words: list[str] = []
    start = noun
    for _ in range(3):
        edge = _ending_at(lattice, start, "body") or _ending_at(lattice, start, "election-kind")
        if edge is None:
            break
        words.insert(0, lattice.tokens.show(edge.start, edge.end))
        start = edge.start
    return start, words


def _is_named_body(lattice: Lattice, start: int, end: int) -> bool:
    """Tell whether a name is that of the body to be elected: "the [Majlis] council election", "the [Azurat] election".

    A name that may be a place's is so before the noun for a body alone.
    """
    known = {edge.kind for edge in lattice.edges[start] if edge.end == end}
    if "name" not in known or not known <= {"name", "group", "place"}:
        return False
    follower = lattice.tokens.lower[end]
    return follower in lexicon.words("body-noun") or (follower in NOUNS and "place" not in known)


def _before(lattice: Lattice, start: int) -> tuple[int, Mention | None]:
    for kind in ("territory", "demonym", "place", "name", "party", "person"):
        edge = _ending_at(lattice, start, kind)
        if edge is not None and not edge.items:
            return edge.start, edge if kind in ("territory", "demonym", "place") else None
    return start, None


def _year_before(lattice: Lattice, end: int) -> Mention | None:
    """Return the date that an election begins with; "after the 2004 election" is after it, and it was in 2004."""
    found = [
        edge
        for start in range(max(0, end - 5), end)
        for edge in lattice.edges[start]
        if edge.end == end and edge.kind == "date" and lattice.tokens.lower[start] not in BEFORE_DATES
    ]
    if found and lattice.tokens.lower[found[0].start] == "the":
        return replace(found[0], start=found[0].start + 1, name=found[0].name.removeprefix("the "))
    return found[0] if found else None


def _ending_at(lattice: Lattice, end: int, kind: str) -> Mention | None:
    for start in range(max(0, end - 5), end):
        for edge in lattice.edges[start]:
            if edge.end == end and edge.kind == kind:
                return edge
    return None


def _add_common_body(lattice: Lattice, edge: Mention) -> None:
    """Name a body by its place: "the city council in Hartford" is the Hartford City Council."""
    tokens = lattice.tokens
    lattice.edges[edge.start].remove(edge)
    end, place = edge.end, None
    if end + 1 < len(tokens) and tokens.lower[end] in ("in", "of"):
        place = next(
            (lattice.at(at, "place") for at in (end + 1, end + 2) if at < len(tokens) and lattice.at(at, "place")), None
        )
    title = " ".join(
        word.capitalize() if word not in ("of", "the") else word for word in tokens.lower[edge.start : edge.end]
    )
    lattice.add(Mention("body", edge.start, edge.end, edge.name, Entity(edge.name, Kind.BODY)))
    if place is not None and len(tokens.lower[edge.start : edge.end]) > 1:
        full = f"{place.name} {title}"
        outer = _joined_place(lattice, place)
        lattice.add(Mention("body", edge.start, outer, full, Entity(full, Kind.BODY), parts=(("place", place),)))


def _joined_place(lattice: Lattice, place: Mention) -> int:
    """Return where "Hartford, Connecticut" ends."""
    tokens = lattice.tokens
    if place.end + 1 < len(tokens) and tokens.lower[place.end] == ",":
        outer = lattice.at(place.end + 1, "territory")
        if outer is not None:
            return outer.end
    return place.end


def _add_ministers(lattice: Lattice) -> None:
    """Add "minister of agriculture" and "secretary of state for culture", whatever the office is for."""
    lower = lattice.tokens.lower
    for at in range(1, len(lower)):
        if lower[at] == "minister" and lower[at - 1] in lexicon.words("portfolio"):
            name = lattice.tokens.show(at - 1, at + 1)
            lattice.add(Mention("office", at - 1, at + 1, name[0].upper() + name[1:]))
    for at in range(len(lower) - 2):
        secretary = lower[max(0, at - 2) : at + 2] == SECRETARY
        if not secretary and (lower[at] != "minister" or lower[at + 1] not in ("of", "for")):
            continue
        end = at + 2 + (lower[at + 2] == "the")
        first = end
        while end < len(lower) and end - first < 3 and lower[end].isalpha() and lower[end] not in STOPS:
            end += 1
        if end > first and _is_list(lattice, end):
            end += 4  # "Minister for Agriculture, Stock and Fisheries"
        elif lower[end : end + 1] == ("and",) and end > first and _is_portfolio(lattice, end + 1):
            # "Minister of Labour and Social Affairs" is one office.
            end += 2 + (lower[end + 2 : end + 3] in (("affairs",), ("development",), ("welfare",), ("security",)))
        if end > first:
            begin = at - 2 if secretary else at - (at > 0 and lower[at - 1] in DEPUTIES)
            name = lattice.tokens.show(begin, end)
            lattice.add(Mention("office", begin, end, name[0].upper() + name[1:]))


def _is_list(lattice: Lattice, at: int) -> bool:
    """Tell whether two more charges follow a minister's first, all three written alike."""
    tokens = lattice.tokens
    pair = (at + 1, at + 3)
    if tokens.lower[at : at + 1] != (",",) or tokens.lower[at + 2 : at + 3] != ("and",) or at + 3 >= len(tokens):
        return False
    alike = all(tokens.words[one].istitle() and tokens.words[at - 1].istitle() for one in pair)
    return alike and all(lattice.at(one, "person", "party", "organisation", "place") is None for one in pair)


def _is_portfolio(lattice: Lattice, at: int) -> bool:
    """Tell whether a word is written like the second half of a minister's charge, and is no name."""
    tokens = lattice.tokens
    capital = tokens.words[at - 2][:1].isupper()
    return (
        at < len(tokens)
        and tokens.words[at].isalpha()
        and tokens.words[at][0].isupper() == capital
        and lattice.at(at, "person", "party", "organisation") is None
        and (tokens.lower[at] in lexicon.words("portfolio") or tokens.lower[at] in lexicon.words("name-matter"))
    )


def _add_office(lattice: Lattice, edge: Mention) -> None:
    """Give an office its place: "mayor of Richwood". One that cannot be meant within a party is a public office."""
    tokens = lattice.tokens
    role = lattice.at(edge.start, "role")
    if role is None or role.end < edge.end or edge.name.lower() in lexicon.words("state-office"):
        lattice.add(replace(edge, kind="public-office"))
    if edge.parts or edge.end + 1 >= len(tokens) or tokens.lower[edge.end] != "of":
        return
    at = edge.end + 1
    place = next((lattice.at(p, "place") for p in (at, at + 1) if p < len(tokens) and lattice.at(p, "place")), None)
    if place is not None and edge.name.lower().endswith("minister") and lattice.at(place.start, "territory") is None:
        return  # "Deputy Minister of Defence"
    if place is not None:
        for kind in ("office", "public-office"):
            lattice.add(Mention(kind, edge.start, place.end, edge.name, parts=(("place", place),)))


def unknown(_date: Mention) -> str:
    """Tell no kind for any election that is named by its date only."""
    return ""


def dated(election: Mention | None, date: Mention, sort: str = "") -> Mention:
    """Name an election by a date that stands elsewhere in the sentence; with none, by what kind the others are of."""
    kind = election.name if election is not None else f"{sort} election".strip()
    name = f"{date.name} {kind}"
    parts = (*(election.parts if election is not None else ()), ("date", date))
    return Mention("election", date.start, date.end, name, Entity(name, Kind.ELECTION), parts=parts, weak=date.weak)
