"""Tells where an election's result may not be the party's own, or not the whole of it."""

from __future__ import annotations

from partygraph.extraction.prose.doubts.doubting import asked_of
from partygraph.extraction.prose.doubts.polls import has_no_subject
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.scope import TALLIES
from partygraph.model import Entity, Fact, written
from partygraph.rules import lexicon

WIDE = lexicon.words("nationwide")
PARTS = lexicon.phrases("part-of-country")
ALLIED = ("allied", "alliance", "coalition", "joint list", "jointly")
CHAMBERS = lexicon.words("chamber-kind")
NATIONAL = lexicon.phrases("national-kind")
"""What a council is that sits for a whole country: "the Legislative Council"."""
UNNAMED = lexicon.words("chamber-or-area")
BLOCS = lexicon.words("alliance-noun")
MADE_OF = frozenset({"which", "that", "whose", "consisting", "comprising", "including", "alongside"})
MORE = frozenset({"additional", "more", "extra", "further"})
NEAR = 5
FAR = 9
"""How far behind a number of seats the number of another chamber's can stand, in words."""


def _is_of_other_seats(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether seats are in another body than the election's: "but won one provincial seat"."""
    seats = next((mention for name, mention in match.slots if name == "seats"), None)
    if seats is None or not isinstance(fact.object, Entity):
        return False
    behind = lattice.tokens.lower[seats.end : seats.end + 1]
    return behind != () and behind[0] in lexicon.words("seat-level") and behind[0] not in fact.object.name.lower()


def _is_in_a_chamber(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether the sentence opens with a chamber that is not read: "In the Senate it had four members in 1967"."""
    if fact.qualifier("body") or lattice.tokens.lower[:1] != ("in",):
        return False
    body = lattice.at(1, "body")
    return body is not None and body.end <= match.start and lattice.at(1, "election") is None


def _is_a_gain(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether seats are only those that were added: "gained three additional seats, giving it a total of nine"."""
    seats = next((mention for name, mention in match.slots if name == "seats"), None)
    return seats is not None and not MORE.isdisjoint(lattice.tokens.lower[seats.end : seats.end + 2])


def _is_on_a_council(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether seats are on a body that is not read: "won 3 of 7 seats on the island council"."""
    if fact.qualifier("seats") is None or fact.qualifier("body") or fact.qualifier("area"):
        return False
    lower, end = lattice.tokens.lower, match.end
    if lower[end : end + 1] == ("on",) and lattice.at(end + 1, "date") is None:
        return True
    words = lower[end + 1 : end + 1 + NEAR]
    if lower[end : end + 1] == ("of",) and "council" in words:
        return True  # "Won 5 of the 50 seats of the Provincial Council of Walden"
    # "Won no seats in the new county council"
    return lower[end : end + 1] == ("in",) and not UNNAMED.isdisjoint(words)


def _is_in_a_place(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether seats are those of a place that is not read: "It got no seats in Walden"."""
    if fact.qualifier("seats") is None or fact.qualifier("body") or fact.qualifier("area"):
        return False
    at = match.end + 1
    if lattice.tokens.lower[match.end : at] != ("in",) or at >= len(lattice.tokens):
        return False
    place = lattice.tokens.words[at]
    wider = any(edge.kind in ("country", "body", "election", "date") for edge in lattice.edges[at])
    return place[:1].isupper() and not wider and place.lower() not in lexicon.words("body-noun")


def _is_of_a_partner(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a result is said of a partner: "was, along with the Red Party, in a bloc, receiving 11 seats"."""
    lower = lattice.tokens.lower
    owners = [edge for edges in lattice.edges[: match.start + 1] for edge in edges if edge.entity == fact.subject]
    return any(
        lower[max(0, edge.start - 2 - (lower[edge.start - 1] == "the")) : edge.start][:2]
        in (("along", "with"), ("together", "with"))
        for edge in owners
        if edge.kind == "other-party"
    )


def _is_within_a_part(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a share is of one province in a vote of all: "captured 3.8% of the vote within the province"."""
    wide = isinstance(fact.object, Entity) and not WIDE.isdisjoint(fact.object.name.lower().split())
    behind = lattice.tokens.lower[match.end : match.end + FAR]
    return wide and any(
        behind[at : at + 1] in (("in",), ("within",), ("across",)) and behind[at + 2 : at + 3] in PARTS
        for at in range(len(behind))
    )


def _is_won_with_allies(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether it was won by allies: "in 1997 it allied with the Red Party, receiving 2.9% and two seats"."""
    words = " ".join(lattice.tokens.lower[: match.start])
    return has_no_subject(match) and any(f"{ally} with" in words.split(";")[-1] for ally in ALLIED)


def _is_in_a_named_body(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a body's name goes on: "a single seat in the assembly of Walden"."""
    ends = [mention.end for name, mention in match.slots if name == "body"]
    words = lattice.tokens.words
    return any(
        words[end : end + 1] == ("of",) and words[end + 1 : end + 2] and words[end + 1][0].isupper() for end in ends
    )


def _is_of_a_candidate(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a share is that of a party's candidate: "Blue Party candidate Ann Lee placed fifth, winning 1%"."""
    if fact.qualifier("seats") or fact.qualifier("candidate"):
        return False
    lower = lattice.tokens.lower
    near = [edge for edges in lattice.edges[: match.start + 1] for edge in edges if edge.entity == fact.subject]
    named = [edge for edge in near if edge.end > edge.start and not edge.items]
    last = max(named, key=lambda edge: edge.end, default=None)
    return last is not None and not {"candidate", "nominee"}.isdisjoint(lower[last.end : last.end + 3])


def _is_shared(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a result is also that of another, named first: "along with its sister party, it won 4.7%"."""
    words = lattice.tokens.lower[: match.start]
    opened = max((at + 1 for at, word in enumerate(words) if word in (";", "(", ")", "but", "while")), default=0)
    clause = " ".join(words[opened:])
    inside = " ".join(lattice.tokens.lower[match.start : match.end])
    aside = inside[inside.index(", ") :] if ", " in inside else ""
    if any(f" {noun} with " in aside for noun in ("alliance", "coalition", "bloc", "list")):
        return True  # "The party, in the White Alliance with the Red Party, got 2.0%"
    return any(clause.startswith(f"{phrase} ") or f", {phrase} " in clause for phrase in lexicon.words("company"))


def _is_a_change(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a share may be by how much it rose: "gained 1.5%", and not "gained 1.5% of the vote"."""
    share = next((mention for name, mention in match.slots if name == "share"), None)
    if share is None or fact.qualifier("seats") or fact.qualifier("votes"):
        return False
    lower = lattice.tokens.lower
    return lower[share.start - 1] in lexicon.words("gain") and lower[share.end : share.end + 1] not in (
        ("of",),
        ("and",),
    )


def _is_of_whom_it_backed(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether the clause is about a person: "it backed Ann Lee, who ran alone and received 2,750 votes"."""
    if not has_no_subject(match):
        return False
    subject = match.slots[0][1].entity
    owners = [edge.end for edges in lattice.edges[: match.start] for edge in edges if edge.entity == subject]
    named = max((end for end in owners if end < match.start), default=0)
    if "who" in lattice.tokens.lower[named : match.start]:
        return True
    # Or it stood Ann Lee in Harwich, and took 1.3% of the vote there.
    deeds = (at for at in range(named, match.start) if lattice.tokens.lower[at] in lexicon.words("standing"))
    return any(lattice.at(at + 1, "person") is not None for at in deeds)


def _is_of_a_bloc(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether the clause is about an alliance: "it stood with the Red Party; the bloc got 7% and took 9 seats"."""
    lower = lattice.tokens.lower
    said = next((mention for _, mention in match.slots if lower[mention.start : mention.end] == ("it",)), None)
    if said is not None:
        # In "the alliance Azuria, which did not outlive the 1999 election, when it got 0.9%" it may be the alliance.
        blocs = [at for at in range(said.start) if lower[at] in lexicon.words("alliance-noun")]
        told = lower[blocs[-1] : said.start] if blocs else ()
        named = blocs and lower[blocs[-1] - 1] == "the" and lattice.tokens.words[blocs[-1]].islower()
        return ";" not in told and bool(named or not MADE_OF.isdisjoint(told))
    if not has_no_subject(match) or _is_the_bloc(lattice, match, fact):
        return False
    opened = max((at + 1 for at in range(match.start) if lower[at] in (";", ":")), default=0)
    return any(
        lower[at - 1] == "the"
        and lower[at] in lexicon.words("alliance-noun")
        and not any(edge.kind in ("party", "organisation") for edge in lattice.edges[at - 1])
        for at in range(opened + 1, match.start)
    )


def _is_the_bloc(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a relative clause says it of the alliance named before: "the coalition Azuria, which got 7%"."""
    lower, subject = lattice.tokens.lower, match.slots[0][1]
    own = any(edge.kind == "own" and edge.entity == fact.subject for edges in lattice.edges for edge in edges)
    if own or lower[subject.start - 1 : subject.start] != ("which",):
        return False
    named = [
        edge for edges in lattice.edges for edge in edges if edge.entity == subject.entity and edge.end > edge.start
    ]
    return any(lower[edge.start - 1 : edge.start] != () and lower[edge.start - 1] in BLOCS for edge in named)


def _is_of_some_voters(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a share is of one part of the votes: "17 percent of the guild constituency vote"."""
    lower = lattice.tokens.lower
    for name, mention in match.slots:
        if name != "share" or lower[mention.end : mention.end + 1] != ("of",):
            continue
        words = lower[mention.end + 1 : mention.end + 1 + FAR]
        end = next((at for at, word in enumerate(words) if word in ("vote", "votes", "electorate")), 0)
        if any(word not in lexicon.words("vote-word") for word in words[:end]):
            return True
    return False


def _is_of_a_local_body(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether seats are in a body that is not read: "for the Walden Municipal Council it obtained 3 seats"."""
    if fact.qualifier("body") or fact.qualifier("area"):
        return False
    name, lower = written(fact.object).lower(), lattice.tokens.lower
    first = max((at + 1 for at in range(match.end) if lower[at] == ";"), default=0)
    bodies = lexicon.words("local-body")
    return any(
        (word in bodies or (word == "assembly" and lower[at + 1] == "of"))
        and word not in name
        and lower[at - 1 : at] not in NATIONAL
        for at, word in enumerate(lower[first : match.end], first)
    )


def _is_for_an_office(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a candidate ran for one office of a vote on many: "its nominee for secretary of state got 3.5%"."""
    name = written(fact.object).lower()
    if fact.qualifier("candidate") is None or fact.qualifier("office") or "presidential" in name:
        return False
    lower = lattice.tokens.lower
    return any(
        word == "for" and lattice.at(at + 1, "public-office", "office") is not None
        for at, word in enumerate(lower[max(0, match.start - 8) : match.end], max(0, match.start - 8))
        if "president" not in lower[at + 1 : at + 3]
    )


def _is_out_of_a_part(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a total is that of some of the seats: "won one of the 40 compensatory seats"."""
    total = dict(match.slots).get("total")
    behind = lattice.tokens.lower[total.end : total.end + 1] if total is not None else ()
    return behind != () and behind[0] in ("compensatory", "constituency", "list", "reserved")


def _is_of_those_who_left(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "it" is a part that left: "a wing had broken away as the Azure Union; it obtained 412 votes"."""
    lower = lattice.tokens.lower
    if not match.slots or lower[match.slots[0][1].start : match.slots[0][1].end] != ("it",):
        return False
    before = lower[: match.slots[0][1].start]
    return ";" in before and not lexicon.words("wing-noun").isdisjoint(before)


def _is_of_one_chamber(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether those of another chamber follow: "14 deputies and 5 senators"."""
    seats = next((mention for name, mention in match.slots if name == "seats"), None)
    if seats is None or fact.qualifier("body") or fact.qualifier("seats") is None:
        return False
    lower = lattice.tokens.lower
    if lower[seats.end : seats.end + 2] not in (("deputies", "and"), ("senators", "and")):
        return False
    second = lattice.at(seats.end + 2, "number")
    return second is not None and lower[second.end : second.end + 1] in (("deputies",), ("senators",), ("councillors",))


def _is_a_slate_for_a_chamber(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether candidates are those for one chamber that is not read: "put up 20 candidates for the Senate"."""
    if fact.qualifier("candidates") is None or fact.qualifier("body") or fact.qualifier("area"):
        return False
    at = match.end + 1
    if lattice.tokens.lower[match.end : at] not in (("for",), ("in",), ("to",)) or at >= len(lattice.tokens):
        return False
    body = lattice.at(at, "body") if lattice.at(at, "election") is None else None
    return body is not None and body.name.lower() not in written(fact.object).lower()


def _is_a_limit(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a number is only a limit: "was left with under 1% of the vote", "won at least 13 of the seats"."""
    lower = lattice.tokens.lower
    return any(
        lower[mention.start : mention.start + len(words)] == words
        for name, mention in match.slots
        if name in TALLIES
        for words in lexicon.phrases("limit-of-number")
    )


def _is_of_a_vote_in_a_part(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a part may have voted by itself: "it lost the federal vote. In March 2013 it got 11% in Walden"."""
    if isinstance(fact.object, Entity) and not WIDE.isdisjoint(fact.object.name.lower().split()):
        own = fact.qualifier("area") is not None and fact.qualifier("candidate") is None
        return own and "{election}" not in lattice.present
    return False


def _stands_in_a_part(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether the clause is about a province that is not read: "while in the province it ended with ten seats".

    So it may open with the name of one: "In Walden the party won 12% in the 1999 election".
    """
    if fact.qualifier("area") or fact.qualifier("body"):
        return False
    end = match.start - (lattice.tokens.lower[match.start - 1 : match.start] == (",",))
    places = [edge for edges in lattice.edges[max(0, end - NEAR) : end] for edge in edges if edge.end == end]
    if any(
        edge.kind in ("place", "region")
        and lattice.tokens.lower[edge.start - 1 : edge.start] in (("in",), ("of",))
        and lattice.at(edge.start, "country", "date", "election", "body", "other-party", "alliance") is None
        for edge in places
    ):
        return _opens_with_in(lattice, end)
    if has_no_subject(match) and _opens_with_a_place(lattice, match.start):
        return True
    before = lattice.tokens.lower[max(0, match.start - 3) : match.start]
    narrowed = before[:2] == ("in", "the") and before[2:] in PARTS
    return narrowed and not any(part in written(fact.object) for part in before[2:])


def _opens_with_a_place(lattice: Lattice, end: int) -> bool:
    """Tell whether a place opens the clauses before: "In Walden it took part as well, and gathered 132 votes"."""
    lower = lattice.tokens.lower
    first = 1 + (lower[1:2] == ("the",))
    place = lattice.at(first, "place", "region") if lower[:1] == ("in",) and first < end else None
    if place is None or lattice.at(first, "country", "date", "election", "body", "other-party", "alliance") is not None:
        return False
    return not any(edge.kind == "election" for edges in lattice.edges[place.end : end] for edge in edges)


def _opens_with_in(lattice: Lattice, end: int) -> bool:
    """Tell whether a clause opens with a place: "In the state of Walden, ...", "..., but in Walden ..."."""
    lower = lattice.tokens.lower
    at = next((at for at in range(end - 1, max(-1, end - NEAR - 1), -1) if lower[at] == "in"), -1)
    return at == 0 or (at > 0 and lower[at - 1] in (",", ";", "and", "but", "while"))


CHECKS = asked_of(
    ("electionResult",),
    _is_a_limit,
    _is_a_slate_for_a_chamber,
    _is_in_a_place,
    _is_of_a_vote_in_a_part,
    _stands_in_a_part,
    _is_of_other_seats,
    _is_a_gain,
    _is_in_a_chamber,
    _is_on_a_council,
    _is_of_a_partner,
    _is_within_a_part,
    _is_won_with_allies,
    _is_in_a_named_body,
    _is_of_a_candidate,
    _is_shared,
    _is_a_change,
    _is_of_whom_it_backed,
    _is_of_a_bloc,
    _is_of_some_voters,
    _is_of_a_local_body,
    _is_for_an_office,
    _is_out_of_a_part,
    _is_of_those_who_left,
    _is_of_one_chamber,
)
