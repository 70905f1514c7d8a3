"""Reads when a state was so: the time that stands behind a match, or else that which its sentence opens with."""

from __future__ import annotations

from itertools import pairwise

from partygraph.extraction.prose import dating, scope
from partygraph.extraction.prose.annotators.reckoning import year_of
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.model import Datatype, Literal, Qualifier
from partygraph.rules import lexicon

TIME_KINDS = ("period", "election", "dates", "date")
RUN_UPS = lexicon.phrases("run-up-to")
NAMES = frozenset({"alliance", "other-party", "party", "organisation", "group", "name"})
OPENING = 7
"""How many words may stand before the time that a sentence opens with ("In the run-up to the 1979 election")."""
BEHIND = 4
PRESENT = frozenset({"is", "are", "stands", "sits", "lies"})
"""What a party does of which it is told what it is now."""
PAST = Qualifier("current", Literal("false", Datatype.BOOLEAN))


def of_a_state(lattice: Lattice, match: Match, predicate: str) -> tuple[Qualifier, ...]:
    """Return the time that stands right behind a match, or else that which its sentence opens with."""
    lower = lattice.tokens.lower
    first = match.end + (lower[match.end : match.end + 1] == (",",))
    if lower[first : first + 1] in (("during",), ("under",), ("throughout",)):
        # The time stands in brackets behind the name of an age: "during the Third Republic (1979–1981)".
        opened = next((at for at in range(first, min(len(lower), first + OPENING)) if lower[at] == "("), 0)
        period = lattice.at(opened + 1, "period") if opened and opened + 1 < len(lower) else None
        if period is not None:
            return _told(lattice, match, period, predicate)
    for at in range(first, min(len(lower), first + BEHIND)):
        mention = lattice.at(at, *TIME_KINDS)
        if mention is not None:
            return _told(lattice, match, mention, predicate)
        if lower[at] not in lexicon.words("preposition") and lower[at] not in ("the", "run-up", "ahead", "of"):
            break
    opening = _opening(lattice, match)
    return _told(lattice, match, opening, predicate) if opening is not None else ()


def of_a_view(lattice: Lattice, match: Match, predicate: str) -> tuple[Qualifier, ...]:
    """Return the period that a sentence opens with, or that something was so only at first.

    From when to when a party existed is how long it was a party, and says nothing of its views.
    """
    if not lexicon.words("dominant").isdisjoint(lattice.tokens.lower[match.start : match.end]):
        return ()  # "It was the dominant party until 1934": until then it was dominant, and a party ever after
    opening = _opening(lattice, match)
    if opening is not None and opening.kind == "period":
        return _told(lattice, match, opening, "")
    told = scope.plain(lattice, 0, match.end)
    if "known" in told and "as" in told[told.index("known") :]:
        told = told[told.index("as", told.index("known")) :]  # "Known in the past as the Azure Party, it is liberal"
    # "In the past the party, which stands in the centre, was strong" tells what it is now.
    present = not PRESENT.isdisjoint(lattice.tokens.lower[match.start : match.end])
    past = not present and (has(lattice, match, "first") or bool(scope.holds(told, "past-time")))
    lifetime = _lifetime(lattice, match)
    if predicate != "type" and any(pair.name == "start" for pair in lifetime):
        lifetime = ()
    return lifetime or ((PAST,) if past else ())


def _lifetime(lattice: Lattice, match: Match) -> tuple[Qualifier, ...]:
    """Return the time for which a sentence says that its party existed: "a party that existed from 1990 to 2004"."""
    lower = lattice.tokens.lower
    for at, word in enumerate(lower[:-1], 1):
        told = (word in lexicon.words("existing") and lower[at - 2 : at - 1] != ("who",)) or at == match.end
        period = lattice.at(at, "period") if told else None
        if period is not None:
            return _ends(period)
    return ()


def _ends(period: Mention) -> tuple[Qualifier, ...]:
    ends = ((name, period.part(name)) for name in ("start", "end"))
    return tuple(pair for name, end in ends if end is not None and (pair := dated(name, end)) is not None)


def _opening(lattice: Lattice, match: Match) -> Mention | None:
    """Return the time that a sentence opens with, if it has no other before the end of a match."""
    lower = lattice.tokens.lower
    if not lower or lower[0] not in lexicon.words("preposition") | {"ahead", "prior", "following"}:
        return None
    found: Mention | None = None
    for at in range(min(OPENING, match.end)):
        found = lattice.at(at, *TIME_KINDS)
        if found is not None or lower[at] == ",":
            break
    if found is None or found.end > match.end:
        return None
    if lower[0] == "under" and lower[found.start - 1 : found.start] == ("of",):
        return None  # "Under the constitution of 1930 it was allied with"
    others = [other for at in range(found.end, match.end) if (other := lattice.at(at, *TIME_KINDS)) is not None]
    bounds = [other for other in others if _is_bound(lattice, other)]
    bound = {at for other in bounds for at in range(other.start - 2, other.start)}
    between = [lower[at] for at in range(found.end, match.end) if at not in bound]
    if ";" in between or not lexicon.words("later").isdisjoint(between):
        return None
    return None if any(not (other in bounds or _is_in_a_name(match, other)) for other in others) else found


def _is_bound(lattice: Lattice, time: Mention) -> bool:
    """Tell whether a vote without a date is only what something came before or after: "a week before the election"."""
    before = lattice.tokens.lower[max(0, time.start - 2) : time.start]
    return time.kind == "election" and time.part("date") is None and not lexicon.words("bound").isdisjoint(before)


def _is_in_a_name(match: Match, time: Mention) -> bool:
    """Tell whether a year is one of a name: "in 2016 it was a member of the Coalition 2016"."""
    return any(mention.start < time.start < mention.end and mention.kind in NAMES for _, mention in match.slots)


def _is_no_state(lattice: Lattice, period: Mention) -> bool:
    """Tell whether a period is that of a vote or a meeting: "the election of 2011–12", "from 10 to 12 June 1996"."""
    if dating.is_of_a_vote(lattice, period):
        return True
    before = lattice.tokens.lower[period.start - 1 : period.start] if period.part("start") is None else ()
    return before != () and (before[0].isdigit() or before[0] in lexicon.words("run-up"))


def _told(lattice: Lattice, match: Match, time: Mention, predicate: str) -> tuple[Qualifier, ...]:
    """Return what a time says of a state: when it began and ended, or that it was so at the time."""
    if time.kind == "period":
        return () if _is_no_state(lattice, time) else _ends(time)
    if time.kind == "dates":
        return _through(time)
    date = time.part("date") if time.kind == "election" else time
    lower = lattice.tokens.lower
    before = lower[time.start - 1] if time.start else ""
    if before == "the" and time.start > 1:
        before = lower[time.start - 2]
    if time.start < OPENING and time.start < match.start and lower[0] in ("after", "following"):
        before = lower[0]  # "After the unsuccessful election of 2002"
    if lower[max(0, time.start - 2) : time.start] == ("as", "of"):
        return (pair,) if date is not None and (pair := dated("asOf", date)) is not None else ()
    if time.kind == "election" and predicate == "alliance" and _follows_a_vote(lattice, match, time):
        before = "after"
    if time.kind == "election" and predicate == "alliance" and before not in ("after", "following", "since"):
        return (Qualifier("election", time.entity),) if time.entity is not None else ()
    lost = lower[0] in ("after", "following", "upon") and not lexicon.words("loss").isdisjoint(lower[1:5])
    if lost and time.start < match.start:
        return ()  # "Following the death of Ann Lee in May 2003, her son was elected president"
    if predicate == "member" and before in ("after", "following"):
        return ()  # "After the revolution of March 2005 Ann Lee was appointed governor"
    if predicate == "alliance" and lower[max(0, time.start - 3) : time.start] in RUN_UPS and time.kind == "election":
        return (Qualifier("election", time.entity),) if time.entity is not None else ()
    # What was so "by 1995" began before; a member, or a rank at an election, is not told to have begun then.
    at_the_poll = predicate == "rank" and time.kind == "election"
    may_begin = predicate != "member" and not at_the_poll and lower[time.start] != "by"
    if date is None or before in ("before", "until", "by") or lower[time.start] in ("prior", "before"):
        return ()
    begins = (
        before in ("since", "from")
        or (lower[0] == "since" and time.start < OPENING)
        or (may_begin and _begins(lattice, match, before))
    )
    pair = dated("start" if begins else "asOf", date)
    return (pair,) if pair is not None else (PAST,) if is_decade(date) else ()


def _follows_a_vote(lattice: Lattice, match: Match, poll: Mention) -> bool:
    """Tell whether a coalition came of an election: "in the 1994 election it won 9 seats and entered a coalition"."""
    lower = lattice.tokens.lower
    deed = not lexicon.words("tally-verb").isdisjoint(lower[poll.end : match.end])
    return deed and "coalition" in lower[match.start : match.end]


def _begins(lattice: Lattice, match: Match, before: str) -> bool:
    if has(lattice, match, "present"):
        return False  # "After the 2005 election it is still the second-largest party"
    return before in ("after", "following") or has(lattice, match, "inception")


def _through(times: Mention) -> tuple[Qualifier, ...]:
    """Read years that follow one another as one time: "in 1979 and 1980"."""
    years = [year_of(item) for item in times.items]
    if None in years or any(two != one + 1 for one, two in pairwise(years) if one and two):
        return ()
    pairs = (dated("start", times.items[0]), dated("end", times.items[-1]))
    return tuple(pair for pair in pairs if pair is not None)


def dated(name: str, date: Mention) -> Qualifier | None:
    """Return a date as the qualifier of a name; none where it is not sure or only a decade."""
    literal = date.literal if not date.weak else None
    return Qualifier(name, literal) if literal is not None and literal.datatype is not Datatype.STRING else None


def is_decade(date: Mention) -> bool:
    """Tell whether a date is a stretch of years, which no qualifier holds: "the 1990s"."""
    return date.literal is not None and date.literal.datatype is Datatype.STRING


def has(lattice: Lattice, match: Match, kind: str) -> bool:
    """Tell whether a match has an expression of a class of the lexicon."""
    return bool(scope.holds(scope.plain(lattice, match.start, match.end), kind))
