"""Reads what bears upon the facts of a match around it: a status, an area, a longer title, another party."""

from __future__ import annotations

from collections.abc import Sequence

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.scope import TALLIES, holds, plain
from partygraph.model import Datatype, Entity, Fact, Kind, Literal, Qualifier
from partygraph.rules import lexicon

BEHIND = 5
OTHERS = (("and", "a"), ("and", "an"), ("well", "as"), ("and", "observer"))
ASIDE = 9
"""How many words an apposition has before the place that it names."""
ONCE = 5
MOST_SEATS = 3000
"""No parliament has had more."""
SIDES = lexicon.words("side")
VOTES = frozenset({"of", "the", "vote", "votes"})
STOOD = frozenset({"candidate", "elected"})
"""Statements of whoever stood for a party, which no word of the sentence may name."""


def membership(told: Sequence[str]) -> tuple[Qualifier, ...]:
    """Return the standing of a member that a word tells ("observing", "associate"), if there is one."""
    return (Qualifier("status", Literal(told[0].replace("observing", "observer"))),) if told else ()


def is_only_struck_off(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an end is concluded from a lost registration, which a party can outlive and get again."""
    if fact.predicate != "dissolved":
        return False
    words = frozenset(lattice.tokens.lower[match.start : match.end])
    return not words.isdisjoint(lexicon.words("struck-off")) and words.isdisjoint(lexicon.words("dissolving"))


def beside(lattice: Lattice, match: Match, predicate: str) -> tuple[Qualifier, ...]:
    """Return what the words of a match say beside its slots: that a member only observes, where a result is of."""
    lower = lattice.tokens.lower
    if predicate == "electionResult" and not any(name == "body" for name, _ in match.slots):
        body = _body_behind(lattice, match)
        if body:
            return body
    if predicate.startswith("affiliation"):
        behind = lower[match.end : match.end + BEHIND]
        told_of = lower[match.start : match.end]
        if behind[:1] == ("as",) and behind[1:2] != ("well",):
            told_of += behind
        # "An associate member of the one and a member of the other"
        told_of = told_of[max((at for at in range(len(told_of) - 1) if told_of[at : at + 2] in OTHERS), default=0) :]
        status = [word for word in told_of if word in lexicon.words("membership-status")]
        return membership(status[:1])
    if predicate == "governmentRole":
        return _area(lattice, match.end)
    if predicate == "founded":
        return _form(lattice, match)
    told = [mention for name, mention in match.slots if name in TALLIES or name == "rank"]
    if predicate != "electionResult" or not told:
        return ()
    whose = next(
        (where for name, poll in match.slots if name == "election" and (where := _place_within(lattice, poll))), ""
    )
    if whose:
        return (Qualifier("area", Literal(whose)),)
    inside = _place_before(lattice, match.start)
    if inside:
        return (Qualifier("area", Literal(inside)),)
    covered = {at for _, mention in match.slots for at in range(mention.start, mention.end)}
    end = match.end
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


def _body_behind(lattice: Lattice, match: Match) -> tuple[Qualifier, ...]:
    """Return the body whose seats they are: "it won 5 seats on the county council"."""
    lower = lattice.tokens.lower
    counted = any(name == "seats" and mention.end < match.end for name, mention in match.slots)
    if not counted or lower[match.end : match.end + 1] != ("on",) or match.end + 1 >= len(lower):
        return ()
    body = lattice.at(match.end + 1, "body")
    return (Qualifier("body", body.entity or Entity(body.name, Kind.BODY)),) if body is not None else ()


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


def _place_within(lattice: Lattice, poll: Mention) -> str:
    """Return the place whose election it is: "the Trondheim municipal election"."""
    for at in range(poll.start, poll.end):
        place = lattice.at(at, "place")
        if place is None or lattice.at(place.end - 1, "election-kind") is not None:
            continue  # "The European election"
        if place.name.endswith(("an", "ese", "ish")) and " " not in place.name:
            continue  # "The Goan election"
        if not place.items and place.end < poll.end and place.name not in lexicon.territories():
            return place.name
    return ""


def _area(lattice: Lattice, at: int) -> tuple[Qualifier, ...]:
    """Return the part of a country that the words behind a match name."""
    lower = lattice.tokens.lower
    if lower[at : at + 1] != ("in",) or at + 1 >= len(lower):
        return ()
    place = lattice.at(at + 1 + (lower[at + 1 : at + 2] == ("the",)), "place", "region")
    known = lexicon.territories().get(place.name) if place is not None else None
    if place is None or (known is not None and known.kind == "country"):
        return ()
    return (Qualifier("area", Literal(place.name)),)


def _form(lattice: Lattice, match: Match) -> tuple[Qualifier, ...]:
    """Return what a party was at its foundation, if that was no party yet: "founded in 1990 as an association"."""
    lower = lattice.tokens.lower
    for at in range(match.start, min(len(lower), match.end + BEHIND)):
        if lower[at] != "as" or at + 1 >= len(lower):
            continue
        form = lattice.at(at + 1, "description")
        kind = form.part("type") if form is not None else None
        noun = holds(form.name.lower().split(), "society-noun") if form is not None else ""
        if kind is not None and noun:
            return (Qualifier("as", Literal(noun if len(noun) > len(kind.name) else kind.name)),)
    return ()


def take_away(lattice: Lattice, match: Match, predicate: str, role: Mention | None) -> bool:
    """Tell whether the words around a match take a statement of a predicate from it; ``role`` is its office, if any."""
    if _has_the_time_of_an_apposition(lattice, match):
        return True
    if predicate == "leader":
        return (role is not None and _goes_on(lattice, role)) or _is_of_the_next(lattice, match)
    if predicate in STOOD:
        return _is_for_another(lattice, match)
    if predicate == "governmentRole":
        # "Joined the coalition Azure Way" is no government.
        last, behind = (*lattice.tokens.words[match.end - 1 : match.end + 1], "")[:2]
        return last == "coalition" and (behind[:1].isupper() or behind in ('"', "“"))
    if predicate == "member" and "independent" in _clause_behind(lattice, match.end):
        return True  # "Sat on the city council as an independent"
    if predicate == "member":
        return _is_longer_office(lattice, match) or _is_of_an_officer(lattice, match) or _was_once(lattice, match)
    if predicate == "partOf":
        return any(
            edge.kind == "quoted" and edge.start < match.start < edge.end for edges in lattice.edges for edge in edges
        )
    return _is_cut(lattice, match, predicate)


def _has_the_time_of_an_apposition(lattice: Lattice, match: Match) -> bool:
    """Tell whether a time ends what is told beside a name: "Ann Lee, a member of parliament since 2007, was chair"."""
    if len(match.slots) < 2 or not match.start:
        return False
    (_, time), (_, subject) = match.slots[:2]
    lower = lattice.tokens.lower
    return (
        time.kind in ("period", "date")
        and subject.start == subject.end > time.end
        and lower[subject.start - 1] == ","
        and lower[match.start - 1] not in (",", ";", "and", "but", "who", "which")
    )


def _goes_on(lattice: Lattice, role: Mention) -> bool:
    """Tell whether a title is of something else than the party: "secretary of state", "leader of the group in Riga"."""
    lower = lattice.tokens.lower
    at = role.end
    before = lower[role.start - 1] if role.start else ""
    if before in lexicon.words("group-noun") or (before == "'" and not _is_own(lattice, role.start)):
        # "The peasant leader Ann Lee", "the miners' chairman"
        return True
    if lower[at : at + 1] == ("in",) and at + 1 < len(lower) and lattice.at(at + 1, "body") is not None:
        # "Its leader in the Senate"
        return True
    if lower[at : at + 2] == ("in", "the") and not lexicon.words("chamber").isdisjoint(lower[at + 2 : at + 3]):
        return True  # "Its leader in the house"
    if lower[at : at + 1] not in (("of",), ("for",)) or at + 1 >= len(lower):
        return False
    first = at + 1
    own = next((edge for edge in lattice.edges[first] if edge.kind in ("own", "own-possessor", "party")), None)
    if own is not None:
        return lower[own.end : own.end + 1] in (("'s",), ("'",)) and own.kind != "party"
    noun = first + (lower[first] in ("the", "its", "their", "this"))
    if lower[at] == "for":
        return lattice.tokens.words[noun][:1].isupper()
    return lexicon.words("party-part-ruling").isdisjoint(lower[noun : noun + 4]) and not (
        lower[noun] in lexicon.words("party-noun") or lower[noun] in lexicon.words("movement-noun")
    )


def _is_own(lattice: Lattice, end: int) -> bool:
    return any(
        edge.kind == "own-possessor" and edge.end == end
        for edges in lattice.edges[max(0, end - 12) : end]
        for edge in edges
    )


def _is_for_another(lattice: Lattice, match: Match) -> bool:
    """Tell whether somebody stood or won for another party or for none, as the words around a match say."""
    lower = lattice.tokens.lower
    first, last = (match.slots[0][1].start, match.slots[0][1].end) if match.slots else (match.start, match.start)
    once = lexicon.words("once")
    titled = any(lower[at] in once and lattice.at(at + 1, "party-role") for at in range(first, last - 1))
    if titled or not once.isdisjoint(lower[max(0, first - ONCE) : first]):
        # "Former party secretary Ann Lee was elected": for whom, nobody says.
        return True
    at = match.end
    end = next((stop for stop in range(at, len(lower)) if lower[stop] in (",", ";", ".")), len(lower))
    behind = lower[at:end]
    if any(behind[place : place + 1] == ("independent",) for place in range(len(behind))):
        return True
    for place in range(at, end):
        if lower[place] == "as" and lower[place + 1 : place + 2] in (("a",), ("an",)):
            word = lattice.tokens.words[place + 2 : place + 3]
            if word and word[0][0].isupper() and lattice.at(place + 2, "own") is None:
                return True  # "As a Liberal"
        if lower[place] in ("for", "representing", "under", "with") or lower[place : place + 4] in (
            ("as", "a", "candidate", "of"),
            ("as", "a", "member", "of"),
            ("on", "the", "list", "of"),
            ("on", "the", "ticket", "of"),
        ):
            after = place + (1 if lower[place] in ("for", "representing", "under", "with") else 4)
            other = lattice.at(after, "other-party", "group") if after < len(lower) else None
            if other is not None and (other.kind == "other-party" or lower[place] == "under"):
                return True
            if lower[place] == "under" and lower[after : after + 2] == ("the", "name"):
                return True
    return False


def _is_cut(lattice: Lattice, match: Match, predicate: str) -> bool:
    """Tell whether a short name goes on in brackets: "commonly referred to as NAL (Zaman)".

    Or it may be another's: "formed an alliance with Azul and Verde, known as AV".
    """
    tokens = lattice.tokens
    subject = match.slots[0][1] if match.slots else None
    if predicate == "abbreviation" and tokens.lower[match.end : match.end + 2] in ((")", "'s"), (")", "'")):
        return True  # "Founded as the federal Blue Party (BP)'s provincial section"
    if predicate == "abbreviation" and subject is not None and subject.kind == "own" and subject.start == subject.end:
        return not lexicon.words("alliance-noun").isdisjoint(tokens.lower[: match.start])
    if predicate not in ("abbreviation", "altName") or tokens.lower[match.end : match.end + 1] != ("(",):
        return False
    if tokens.starts[match.end] == tokens.ends[match.end - 1]:
        return True  # "VCP(r)"
    inner, closed = tokens.words[match.end + 1 : match.end + 2], tokens.lower[match.end + 2 : match.end + 3]
    return closed == (")",) and inner != () and inner[0][0].isupper() and not inner[0].isupper()


def has_changed_sides(lattice: Lattice, match: Match, predicate: str) -> bool:
    """Tell whether a member of a party is said to go over to another: "a Democrat, joined the party in 2017"."""
    return predicate == "member" and bool(holds(plain(lattice, match.end, len(lattice.tokens)), "defection"))


def has_left(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a member leaves again in the same sentence: "who joined it in 2006, left the party over taxes"."""
    if fact.predicate != "member" or not {"end", "current"}.isdisjoint(pair.name for pair in fact.qualifiers):
        return False
    lower = lattice.tokens.lower
    for at in range(match.end, len(lower) - 1):
        edges = lattice.edges[at]
        if any(edge.kind == "person" and edge.end > at and edge.entity != fact.subject for edge in edges):
            return False
        if lower[at] in ("left", "quit", "leaving", "quitting") and lattice.at(at + 1, "own") is not None:
            return True
    return False


def one_seat(lattice: Lattice, match: Match, fact: Fact) -> tuple[Qualifier, ...]:
    """Return the one seat of "won one of the 76 seats", which no number tells."""
    if fact.predicate != "electionResult" or fact.qualifier("total") is None or fact.qualifier("seats") is not None:
        return ()
    one = "one of the" in " ".join(lattice.tokens.lower[match.start : match.end])
    return (Qualifier("seats", Literal("1", Datatype.NON_NEGATIVE)),) if one else ()


def _is_of_the_next(lattice: Lattice, match: Match) -> bool:
    """Tell whether an office behind a name is the next one's: "Ann Lee, its chairman Bo Chan and others"."""
    slots = dict(match.slots)
    person, role = slots.get("person"), slots.get("role")
    if person is None or role is None or role.end != match.end or person.end > role.start:
        return False
    return role.end < len(lattice.tokens) and any(
        edge.kind == "person" and edge.start == role.end for edge in lattice.edges[role.end]
    )


def _is_longer_office(lattice: Lattice, match: Match) -> bool:
    """Tell whether an office is only the first word of a longer one: "deputy" in "deputy chief minister"."""
    office = next((mention for name, mention in match.slots if name == "office"), None)
    lower = lattice.tokens.lower
    return (
        office is not None
        and office.end == match.end
        and lower[office.end : office.end + 1] != ()
        and (
            lower[office.end] in lexicon.words("office-noun")
            or lower[office.end] in ("chief", "prime", "vice")
            # "Its sole representative in the National Assembly"
            or (lower[office.end] == "in" and office.name.lower() == "representative")
        )
    )


def _clause_behind(lattice: Lattice, at: int) -> tuple[str, ...]:
    """Return the words up to the next comma or full stop."""
    lower = lattice.tokens.lower
    return lower[at : next((stop for stop in range(at, len(lower)) if lower[stop] in (",", ";", ".")), len(lower))]


def _is_of_an_officer(lattice: Lattice, match: Match) -> bool:
    """Tell whether the noun for a member is the first word of an office: "Ann Lee is its deputy leader"."""
    last = match.end - 1
    role = lattice.at(last, "role")
    return role is not None and role.end > match.end


def _was_once(lattice: Lattice, match: Match) -> bool:
    """Tell whether a membership is a former one: "by former Red Party member Ann Lee"."""
    group = dict(match.slots).get("group")
    before = lattice.tokens.lower[max(0, match.start - 1) : match.start]
    return group is not None and not lexicon.words("once").isdisjoint(before)


def is_of_another_race(fact: Fact) -> bool:
    """Tell whether seats are ascribed to an election that fills none ("third in the presidential election")."""
    seats = fact.qualifier("seats")
    if fact.predicate != "electionResult" or seats is None or not isinstance(fact.object, Entity):
        return False
    if isinstance(seats, Literal) and seats.lexical.isdigit() and int(seats.lexical) > MOST_SEATS:
        # "It claimed 8,000 members in 2002"
        return True
    words = fact.object.name.lower().split()
    return bool(holds(words, "assembly-race")) and "and" not in words


def is_part(lattice: Lattice, total: Mention) -> bool:
    """Tell whether a number of seats is of some of a body's seats only: "the eight African seats", "its nine seats"."""
    tokens = lattice.tokens
    if total.start and tokens.lower[total.start - 1] in ("its", "their"):
        return True
    behind = tokens.lower[total.end] if total.end < len(tokens) else ""
    if behind in lexicon.words("fought-in"):
        return True  # "won 12 seats out of 40 districts"
    return (
        behind.isalpha()
        and behind not in lexicon.words("seat-noun")
        and (tokens.words[total.end][0].isupper() or behind in lexicon.words("seat-sort"))
        and not any(edge.kind in ("body", "party") for edge in lattice.edges[total.end])
    )
