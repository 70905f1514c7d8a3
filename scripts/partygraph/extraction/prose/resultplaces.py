"""Reads of which part of a country, or of which chamber, an election's result is: "won 12% in Walden"."""

from __future__ import annotations

from collections.abc import Sequence

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.scope import TALLIES
from partygraph.model import Entity, Kind, Literal, Qualifier
from partygraph.rules import lexicon

ASIDE = 9
"""How many words an apposition has before the place that it names."""
SIDES = lexicon.words("side")
VOTES = frozenset({"of", "the", "vote", "votes"})
NAME_REACH = 8
NEAR = 6
"""How many words the name of a place or chamber has that a clause opens with."""
POLLS = frozenset({"election", "next"})
OF_A_REGION = (("state",), ("regional",), ("provincial",), ("landtag",))
"""What an election is that only a part of a country holds."""
OPENERS = frozenset({",", ";", "and", "but", "while", "whereas"})
NO_PART = ("country", "body", "election", "date", "other-party", "alliance")
"""What a place that a clause opens with may be as well, and then is no part of a country."""


def of(lattice: Lattice, match: Match) -> tuple[Qualifier, ...]:
    """Return the body and the area of a result that the words beside its slots tell."""
    chamber: tuple[Qualifier, ...] = ()
    if not any(name == "body" for name, _ in match.slots):
        body = _body_behind(lattice, match)
        if body:
            return body
        chamber = _chamber_beside(lattice, match)
    told = [mention for name, mention in match.slots if name in TALLIES or name == "rank"]
    return (*chamber, *_where(lattice, match, told)) if told else ()


def _where(lattice: Lattice, match: Match, told: Sequence[Mention]) -> tuple[Qualifier, ...]:
    """Return of which part of a country, or of which body, a result is."""
    lower = lattice.tokens.lower
    polls = (_antecedent(lattice, poll) for name, poll in match.slots if name in POLLS)
    whose = next((where for poll in polls if (where := _place_within(lattice, poll))), "")
    if whose:
        return (Qualifier("area", Literal(whose)),)
    inside = (
        _place_before(lattice, match.start)
        or _place_of_poll_before(lattice, match.start)
        or _place_opening(lattice, match.start)
        or _place_opening(lattice, _subject_before(lattice, match))
        or _place_stood_in(lattice, _subject_before(lattice, match), match.start)
    )
    if inside:
        return (Qualifier("area", Literal(inside)),)
    covered = {at for _, mention in match.slots for at in range(mention.start, mention.end)}
    elected = _chamber_behind(lattice, match)
    end = elected.end if elected is not None else match.end
    while lower[end : end + 1] and lower[end] in lexicon.words("vote-word") | VOTES:
        end += 1  # "Polled 2.1% of the primary vote in Victoria"
    for at in range(min(mention.end for mention in told), min(end + 1, len(lower) - 1)):
        first = at + 1 + (lower[at + 1] == "the")
        place = lattice.at(first, "place", "region") if lower[at] in ("in", "across", "throughout") else None
        if place is None or first in covered or lattice.at(first, "body", "election", "date", "country") is not None:
            continue
        chamber = _chamber(lattice, at, place)
        if chamber:
            return (Qualifier("body", Entity(chamber, Kind.BODY)),)
        known = lexicon.territories().get(place.name)
        if known is None or known.kind != "country":
            return (Qualifier("area", Literal(place.name)),)
    return ()


def _chamber(lattice: Lattice, at: int, place: Mention) -> str:
    """Return the body that seems a place behind "in": "two seats in the Azurian assembly", "seats in the Azurat"."""
    lower = lattice.tokens.lower
    if place.name in lexicon.territories():
        return ""
    for end in (place.end, place.end + 1):
        if lower[end : end + 1] and lower[end] in lexicon.words("body-noun") and lower[end - 1] not in (",", "and"):
            return lattice.tokens.show(place.start + (lower[place.start] == "the"), end + 1)
    seated = lower[at + 1] == "the" and lower[at - 1] in lexicon.words("seat-noun") and " " not in place.name
    plain = SIDES | lexicon.words("place-noun") | {"colony", "protectorate", "interior", "mainland"}
    return place.name if seated and place.name.lower() not in plain else ""


def _chamber_beside(lattice: Lattice, match: Match) -> tuple[Qualifier, ...]:
    """Return the chamber that a clause opens with or a share is for: "won 12% for the Senate"."""
    if not any(name in ("share", "votes") for name, _ in match.slots):
        return ()  # Seats may be those that it held: "In the Senate it had four members in 1967".
    body = (
        _chamber_behind(lattice, match) or _chamber_opening(lattice, match.start) or _chamber_stood_for(lattice, match)
    )
    return (Qualifier("body", body.entity or Entity(body.name, Kind.BODY)),) if body is not None else ()


def _chamber_behind(lattice: Lattice, match: Match) -> Mention | None:
    """Return the chamber that votes were for: "won 12% of the vote for the Senate"; its election names it itself."""
    lower = lattice.tokens.lower
    if not lexicon.words("local-election").isdisjoint(lattice.present):
        return None  # A local vote fills no seat of such a body.
    if lower[match.end : match.end + 1] not in (("for",), ("in",)) or match.end + 1 >= len(lower):
        return None
    polls = (mention for name, mention in match.slots if name == "election")
    if lattice.at(match.end + 1, "election") is not None or any(poll.part("body") is not None for poll in polls):
        return None
    body = lattice.at(match.end + 1, "body")
    return body if body is not None and not body.items and _is_alone(lattice, body.end) else None


def _chamber_opening(lattice: Lattice, start: int) -> Mention | None:
    """Return the chamber that a clause opens with: "In the Senate it won 12%", "in the Senate, its vote was 3%"."""
    lower = lattice.tokens.lower
    end = start - (lower[start - 1 : start] == (",",))
    for at in range(max(0, end - NEAR), end):
        body = lattice.at(at + 1, "body") if lower[at] in ("in", "for") else None
        if body is not None and body.end == end and not body.items and _opens(lattice, at):
            return body
    return None


def _chamber_stood_for(lattice: Lattice, match: Match) -> Mention | None:
    """Return the only chamber that an understood subject stood for: "[it] stood for the Senate and got 1,300 votes"."""
    lower, first = lattice.tokens.lower, _subject_before(lattice, match)
    understood = bool(match.slots) and match.slots[0][1].start == match.slots[0][1].end
    if not understood or not lexicon.words("local-election").isdisjoint(lattice.present):
        return None
    told = {edge.end: edge for edges in lattice.edges[first : match.start] for edge in edges if edge.kind == "body"}
    body = next(iter(told.values())) if len(told) == 1 else None
    if body is None or body.items or not _is_alone(lattice, body.end):
        return None
    at = body.start - (lower[body.start - 1] == "the")
    stood = not lexicon.words("standing").isdisjoint(lower[first : at - 1])
    return body if stood and lower[at - 1] == "for" else None


def _is_alone(lattice: Lattice, end: int) -> bool:
    """Tell whether a body's name ends there: not in "the Senate election", nor in "the Assembly of Walden"."""
    lower = lattice.tokens.lower
    return lower[end : end + 1] in ((), (".",), (",",), (";",), (")",), ("in",), ("at",), ("and",), ("but",), ("(",))


def _opens(lattice: Lattice, at: int) -> bool:
    """Tell whether a clause begins at a token: the first of the sentence, or one behind a comma or conjunction."""
    return at == 0 or lattice.tokens.lower[at - 1] in OPENERS


def _place_opening(lattice: Lattice, start: int) -> str:
    """Return the part of a country that a clause opens with: "In Walden the party won 12%", "but in Walden, it won".

    A whole country's is no part of it, and what is a body, a party or a time as well may be meant as that.
    """
    lower = lattice.tokens.lower
    end = start - (lower[start - 1 : start] == (",",))
    for at in range(max(0, end - NEAR), end):
        if lower[at] != "in" or not _opens(lattice, at):
            continue
        first = at + 1 + (lower[at + 1] == "the")
        place = lattice.at(first, "place", "region") or lattice.at(at + 1, "place", "region")
        if place is None or place.end != end or place.items:
            return ""
        if any(lattice.at(one, *NO_PART) is not None for one in (at + 1, first)):
            return ""
        known = lexicon.territories().get(place.name)
        return place.name.removeprefix("the ") if known is None or known.kind != "country" else ""
    return ""


def _subject_before(lattice: Lattice, match: Match) -> int:
    """Return where the subject stands that is understood: "In Walden [they] took part in the 1999 election and got"."""
    subject = match.slots[0][1] if match.slots else None
    if subject is None or subject.end > subject.start:
        return 0
    named = [
        edge.start
        for edges in lattice.edges[: match.start]
        for edge in edges
        if edge.kind == "own" and edge.entity == subject.entity and edge.end > edge.start
    ]
    last = max(named, default=0)
    return last if ";" not in lattice.tokens.lower[last : match.start] else 0


def _place_stood_in(lattice: Lattice, subject: int, end: int) -> str:
    """Return the part of a country where an understood subject stood: "[it] stood in Walden and got 3.1%"."""
    lower = lattice.tokens.lower
    if not subject or lexicon.words("standing").isdisjoint(lower[subject:end]):
        return ""
    found = []
    for at in range(subject, end - 1):
        first = at + 1 + (lower[at + 1] == "the")
        place = lattice.at(first, "place", "region") if lower[at] == "in" else None
        if place is not None and place.end <= end and lattice.at(first, *NO_PART) is None:
            found.append(place)
    known = lexicon.territories().get(found[0].name) if len(found) == 1 else None
    plain = len(found) == 1 and not found[0].items and (known is None or known.kind != "country")
    return found[0].name.removeprefix("the ") if plain else ""


def _place_of_poll_before(lattice: Lattice, at: int) -> str:
    """Return the place of an election that a clause opens with: "in the 2001 municipal election in Tilbrook, it won".

    A whole country's is no part of it.
    """
    lower = lattice.tokens.lower
    end = at - (lower[at - 1 : at] == (",",))
    for start in range(max(0, end - NAME_REACH), end):
        place = lattice.at(start, "place", "region")
        if place is None or place.end != end or place.items or lattice.at(start, "country", "date", "body") is not None:
            continue
        before = start - (lower[start - 1 : start] == ("the",))
        polls = (edge for edges in lattice.edges[:before] for edge in edges if edge.kind == "election")
        known = lexicon.territories().get(place.name)
        told = lower[before - 1 : before] == ("in",) and any(edge.end == before - 1 and edge.entity for edge in polls)
        if told and (known is None or known.kind != "country"):
            return place.name.removeprefix("the ")
    return ""


def _place_before(lattice: Lattice, at: int) -> str:
    """Return the place that a relative clause is about: "in Osijek, where it won 12% of the vote"."""
    lower = lattice.tokens.lower
    while at and lattice.at(at - 1, "own") is not None:
        at -= 1
    opened = (
        at - 2 if lower[max(0, at - 2) : at] == ("in", "which") else at - 1 if lower[at - 1 : at] == ("where",) else 0
    )
    if not opened:
        return ""
    end = opened - (lower[opened - 1] == ",")
    places = (edge for edges in lattice.edges[max(0, end - 6) : end] for edge in edges if edge.kind == "place")
    place = next((edge for edge in places if edge.end == end and not edge.items), None)
    if place is not None and _is_located(lattice, place):
        return ""
    known = lexicon.territories().get(place.name) if place is not None else None
    return place.name if place is not None and (known is None or known.kind != "country") else ""


def _is_located(lattice: Lattice, place: Mention) -> bool:
    """Tell whether a place only tells where another is: "on the council of Tilbrook, a small town in Vermont"."""
    lower = lattice.tokens.lower
    comma = next((at for at in range(place.start - 1, max(0, place.start - ASIDE), -1) if lower[at] == ","), 0)
    return comma > 0 and lower[comma + 1] in ("a", "an", "the") and lower[place.start - 1] in ("in", "of")


def _antecedent(lattice: Lattice, poll: Mention) -> Mention:
    """Return the election before that "that of 2021" is another one like."""
    if lattice.tokens.lower[poll.start] not in ("that", "those"):
        return poll
    before = [edge for edges in lattice.edges[: poll.start] for edge in edges if edge.kind == "election"]
    return max((edge for edge in before if edge.end > edge.start), key=lambda edge: edge.end, default=poll)


def _place_within(lattice: Lattice, poll: Mention) -> str:
    """Return the place whose election it is: "the Trondheim municipal election", "the Walden state election"."""
    kind = poll.part("type")
    for at in range(poll.start, poll.end):
        region = lattice.at(at, "territory")
        if region is not None and region.end < poll.end and _is_a_regions(lattice, region):
            return region.name
        place = lattice.at(at, "place")
        if place is not None and kind is not None and place.name in kind.name:
            continue  # "The Azurat election": it is what is elected
        if place is None or lattice.at(place.end - 1, "election-kind") is not None:
            continue  # "The European election"
        if place.name.endswith(("an", "ese", "ish")) and " " not in place.name:
            continue  # "The Goan election"
        if place.name in lexicon.demonyms():
            continue  # "The South African election"
        if lattice.tokens.lower[place.end] in lexicon.words("body-noun"):
            continue  # "The Majlis council election": what is elected is named, wherever it is
        if not place.items and place.end < poll.end and place.name not in lexicon.territories():
            return place.name
    return ""


def _is_a_regions(lattice: Lattice, place: Mention) -> bool:
    """Tell whether an election is held by a known part of a country alone: "the Hesse state election"."""
    known = lexicon.territories().get(place.name)
    # An adjective may be that of a whole: "the Scottish regional elections" may be in each of its regions.
    named = lattice.tokens.show(place.start, place.end).removeprefix("the ") in lexicon.territories()
    inner = lattice.tokens.lower[place.end : place.end + 1]
    return named and known is not None and known.kind == "region" and inner in OF_A_REGION


def _body_behind(lattice: Lattice, match: Match) -> tuple[Qualifier, ...]:
    """Return the body whose seats they are: "it won 5 seats on the county council"."""
    lower = lattice.tokens.lower
    counted = any(name == "seats" and mention.end < match.end for name, mention in match.slots)
    if not counted or lower[match.end : match.end + 1] != ("on",) or match.end + 1 >= len(lower):
        return ()
    body = lattice.at(match.end + 1, "body")
    return (Qualifier("body", body.entity or Entity(body.name, Kind.BODY)),) if body is not None else ()
