"""Reads what bears upon the facts of a match around it: a status, an area, a longer title, another party."""

from __future__ import annotations

from collections.abc import Sequence

from partygraph.extraction.prose import resultplaces
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.scope import holds, plain
from partygraph.model import Datatype, Entity, Fact, Literal, Qualifier, written
from partygraph.rules import lexicon

BEHIND = 5
OTHERS = (("and", "a"), ("and", "an"), ("well", "as"), ("and", "observer"))
MOST_SEATS = 3000
"""No parliament has had more."""
STOOD = frozenset({"candidate", "elected"})
"""Statements of whoever stood for a party, which no word of the sentence may name."""
NAME_REACH = 8
FOUNDERS = frozenset({"founder", "founders", "co-founder", "co-founders", "cofounder"})


def membership(told: Sequence[str]) -> tuple[Qualifier, ...]:
    """Return the standing of a member that a word tells ("observing", "associate"), if there is one."""
    return (Qualifier("status", Literal(told[0].replace("observing", "observer"))),) if told else ()


def is_only_struck_off(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an end is concluded from a lost registration, which a party can outlive and get again."""
    if fact.predicate != "dissolved":
        return False
    words = frozenset(lattice.tokens.lower[match.start : match.end])
    return not words.isdisjoint(lexicon.words("struck-off")) and words.isdisjoint(lexicon.words("dissolving"))


def is_only_active(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a beginning or an end is concluded from when a party was active: "active from 1990 to 1994".

    That it existed, was founded or dissolved then would tell it.
    """
    period = dict(match.slots).get("period")
    if fact.predicate not in ("founded", "dissolved") or period is None:
        return False
    words = lattice.tokens.lower[match.start : period.start]
    told = lattice.tokens.lower[match.start : match.end]
    existed = any(word.startswith(("exist", "found", "form", "establish")) for word in told)
    return "active" in words and not existed and lexicon.words("dissolving").isdisjoint(told)


def beside(lattice: Lattice, match: Match, predicate: str) -> tuple[Qualifier, ...]:
    """Return what the words of a match say beside its slots: that a member only observes, where a result is of."""
    lower = lattice.tokens.lower
    if predicate == "electionResult":
        return resultplaces.of(lattice, match)
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
    return ()


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


def _is_named_otherwise(lattice: Lattice, person: Mention) -> bool:
    """Tell whether somebody is only understood behind another name: "Ann Lee spoke, and its founder, Bo Chan, went"."""
    if person.end > person.start or lattice.tokens.lower[person.start - 1] != ",":
        return False
    end = person.start - 1
    named = [edge for edges in lattice.edges[max(0, end - NAME_REACH) : end] for edge in edges if edge.end == end]
    return any(edge.kind == "person" and edge.end > edge.start and edge.entity != person.entity for edge in named)


def founded_another(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether somebody is called a founder of what is not the party: "she is a co-founder of the think tank"."""
    if fact.predicate != "founder":
        return False
    lower, behind = lattice.tokens.lower, lattice.edges[match.end + 1 : match.end + 3]
    if any(_is_named_otherwise(lattice, mention) for _, mention in match.slots if mention.kind == "person"):
        return True
    named = lower[match.end : match.end + 1] == ("of",) and lower[match.end - 1] in FOUNDERS
    return named and not any(edge.kind == "own" for edges in behind for edge in edges)


def is_of_no_named_poll(lattice: Lattice, fact: Fact) -> bool:
    """Tell whether how a vote ended is dated by the day of something else: "left on 12 May to found X, which failed".

    A year may name an election; a day does so with a word for it.
    """
    if fact.qualifier("outcome") is None or "{election}" in lattice.present:
        return False
    return sum(word.isdigit() for word in written(fact.object).split()) > 1


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
