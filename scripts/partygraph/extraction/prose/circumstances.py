"""Tells when something held that holds for a time only: an alliance, a share in government, a rank, an office.

A phrase reads the time that belongs to its own words. What the sentence says before and behind them is read here:
"For the 1979 election the party joined the Red Alliance, but left it in 1981". What a sentence in the past tense tells
without any time is true of an unknown past: it is no fact that a reader may take for today's, and stays a candidate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from partygraph.extraction.prose import scope
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.reckoning import year_of
from partygraph.model import Datatype, Fact, Literal, Qualifier, Status, written
from partygraph.rules import lexicon

STATES = frozenset({"alliance", "governmentRole", "rank", "leader", "member"})
KINDS = frozenset({"type", "ideology", "position"})
"""What a party is, as long as nobody says that it was so only for a time."""
BODIES = frozenset({"party", "organisation", "affiliation", "other-party"})
PASSING = frozenset({"alliance", "governmentRole", "rank"})
"""Of these, what is a fact only with its time, unless it is told of the present."""
TIMES = frozenset({"start", "end", "current", "asOf", "election", "date", "year", "until"})
TIME_KINDS = ("period", "election", "dates", "date")
RUN_UPS = (("prior", "to", "the"), ("ahead", "of", "the"), ("advance", "of", "the"))
OPENING = 7
"""How many words may stand before the time that a sentence opens with ("In the run-up to the 1979 election")."""
BEHIND, LOSS = 4, 14
"""How far back a word can stand that tells of somebody's going: "the resignation of members such as its leader"."""
AFTERWARDS = tuple([word] for word in ("after", "following", "upon", "on", "with", "since"))
PAST = Qualifier("current", Literal("false", Datatype.BOOLEAN))


@dataclass(frozen=True, slots=True)
class Standing:
    """How the party of an article stands: ``defunct`` where it is known to be gone, ``officers`` those in office."""

    defunct: bool = False
    officers: tuple[Fact, ...] = ()


def settle(lattice: Lattice, match: Match, fact: Fact, standing: Standing, points: Sequence[Mention]) -> Fact:
    """Return a fact with the time that its surroundings give; ``points`` are the dates that the phrase began it with.

    Of a party that is gone nobody takes an undated fact for today's.
    """
    if fact.predicate.startswith("affiliation") and fact.qualifier("end") is None:
        return replace(fact, qualifiers=fact.qualifiers + _departure(lattice, match, fact.predicate))
    if fact.predicate not in STATES | KINDS or fact.status not in (Status.ASSERTED, Status.CANDIDATE):
        return fact
    named = {pair.name for pair in fact.qualifiers}
    more: tuple[Qualifier, ...] = ()
    present = _has(lattice, match, "present") or _is_described_as(lattice, match)
    if "start" in named and (
        _is_state(lattice, match) or _is_apposition(lattice, match, fact) or _is_latest(lattice, match, points)
    ):
        # "It belonged to the Red Alliance in 1995" does not tell since when, nor does "by 1995 it had joined it".
        fact = replace(fact, qualifiers=tuple(_as_of(pair, points) for pair in fact.qualifiers))
        if _is_bound(lattice, points):
            fact = replace(fact, qualifiers=tuple(pair for pair in fact.qualifiers if pair.name != "asOf"))
        named = {pair.name for pair in fact.qualifiers}
    if named.isdisjoint(TIMES) and fact.predicate in STATES:
        more = _time(lattice, match, fact.predicate)
        named |= {pair.name for pair in more}
    if fact.predicate in KINDS:
        if named.isdisjoint(TIMES):
            more = _while(lattice, match, fact.predicate)
        return replace(fact, qualifiers=fact.qualifiers + more) if more else fact
    if named.isdisjoint({"end", "current"}):
        parting = _departure(lattice, match, fact.predicate)
        if parting == (PAST,) and fact.predicate == "leader" and more and more[0].name == "asOf":
            # "In 2006 its chairman, Ann Lee, resigned"
            more, parting = (replace(more[0], name="end"),), ()
        more += parting
        named |= {pair.name for pair in more}
    had_been = "had been" in " ".join(lattice.tokens.lower[match.start : match.end])
    if fact.predicate == "leader" and had_been and "start" in named and not {"end", "current"} & named:
        more += (PAST,)  # "She was succeeded by Bo Chan, who had been its secretary since 2013"
    if fact.predicate == "leader" and named.isdisjoint(TIMES) and not present and not standing.defunct:
        more += _replaced(fact, standing.officers)
    if fact.predicate == "leader" and (named | {pair.name for pair in more}).isdisjoint(TIMES):
        more += _at_the_deed(lattice, match)
    if fact.predicate == "leader" and named.isdisjoint(TIMES) and _has(lattice, match, "at-first"):
        more += (PAST,)
    if fact.predicate == "leader" and (named | {pair.name for pair in more}).isdisjoint(TIMES):
        # "Before her the party was headed by Ann Lee", but "After her death it was headed by Bo Chan"
        before = scope.plain(lattice, 0, match.start)
        lost = before[:1] not in AFTERWARDS and scope.holds(before[-LOSS:], "loss")
        more += (PAST,) if lost or scope.holds(before, "earlier") else ()
    if more:
        fact = replace(fact, qualifiers=fact.qualifiers + more)
    if fact.predicate == "alliance" and _was_of_it(lattice, match) and named.isdisjoint(TIMES):
        return replace(fact, qualifiers=(*fact.qualifiers, PAST))
    if fact.predicate in PASSING and fact.status is Status.ASSERTED and not present:
        exempt = scope.holds(scope.plain(lattice, match.end, match.end + BEHIND), "exception")
        undated = named.isdisjoint(TIMES)
        if (undated or exempt) and not standing.defunct:
            return replace(fact, status=Status.CANDIDATE)
        return replace(fact, qualifiers=(*fact.qualifiers, PAST)) if undated else fact
    return fact


def _was_of_it(lattice: Lattice, match: Match) -> bool:
    """Tell whether a sentence says without a time that a party once was of an alliance: "was part of the Left Bloc"."""
    words = frozenset(lattice.tokens.lower[match.start : match.end])
    return (
        not words.isdisjoint(("was", "belonged"))
        and not words.isdisjoint(lexicon.words("of-an-alliance"))
        and _is_state(lattice, match)
    )


def _at_the_deed(lattice: Lattice, match: Match) -> tuple[Qualifier, ...]:
    """Return when an officer did what a sentence tells: "its leader Ann Lee was elected in 1925" was that in 1925."""
    lower, deeds = lattice.tokens.lower, lexicon.words("past-deed")
    if any(mention.kind == "own" for _, mention in match.slots):
        return ()  # "The Blue Party, led by Ann Lee, was banned in 1969": the deed is not hers
    first = match.end - 1 if lower[match.end - 1] in deeds else match.end
    first += lower[first : first + 1] == (",",)
    if deeds.isdisjoint(lower[first : first + 1]) or "born" in lower[first : first + 3]:
        return ()
    times = [edge for edges in lattice.edges[first:] for edge in edges if edge.kind in TIME_KINDS and not edge.items]
    dates = {(date.literal, date.name): date for time in times if (date := time.part("date") or time).kind == "date"}
    found = {str(literal): date for (literal, _), date in dates.items()}
    # "Ann Lee, its first leader, was succeeded in 1990": then she was it no more.
    gone = lower[first : first + 2] == ("left", "it") or lower[first : first + 3] == ("left", "the", "party")
    name = "end" if gone or not lexicon.words("followed").isdisjoint(lower[first : first + 3]) else "asOf"
    pair = _dated(name, next(iter(found.values()))) if len(found) == 1 else None
    return (pair,) if pair is not None else ()


def _is_described_as(lattice: Lattice, match: Match) -> bool:
    """Tell whether a participle hangs on a description of the present: "is a party in Andorra led by Ann Lee"."""
    first = match.slots[0][1] if match.slots else None
    if first is None or first.start != first.end or not match.start or lattice.tokens.lower[match.start] == "was":
        return False
    copulas = [word for word in lattice.tokens.lower[: match.start] if word in ("is", "are", "was", "were")]
    return bool(copulas) and copulas[-1] in ("is", "are")


def _replaced(fact: Fact, officers: Sequence[Fact]) -> tuple[Qualifier, ...]:
    """Return that an officer is a past one, where the infobox has somebody else in the office today."""
    role = _role(fact)
    same = [one for one in officers if _role(one) == role or (_is_head(role) and _is_head(_role(one)))]
    if not same or any(written(one.object) == written(fact.object) for one in officers):
        return ()
    return (replace(PAST, evidence=same[0].evidence[0]),)


def _role(fact: Fact) -> str:
    role = fact.qualifier("role")
    return role.lexical.casefold() if isinstance(role, Literal) else ""


def _is_head(role: str) -> bool:
    return lexicon.words("lesser-office").isdisjoint(role.replace("-", " ").split())


def _has(lattice: Lattice, match: Match, kind: str) -> bool:
    return bool(scope.holds(scope.plain(lattice, match.start, match.end), kind))


def _is_state(lattice: Lattice, match: Match) -> bool:
    return _has(lattice, match, "state") and not _has(lattice, match, "inception")


def _is_apposition(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an office is only named beside a person: "On 6 May 2003, Ann Lee, its secretary, wrote a letter"."""
    words = lattice.tokens.lower[match.start : match.end]
    return fact.predicate == "leader" and "," in words and not _has(lattice, match, "inception")


def _is_latest(lattice: Lattice, match: Match, points: Sequence[Mention]) -> bool:
    """Tell whether a beginning is only the time by which something was so."""
    lower = lattice.tokens.lower
    return any("by" in lower[max(0, point.start - 1) : point.start + 1] for point in points) or _is_bound(
        lattice, points
    )


def _is_bound(lattice: Lattice, points: Sequence[Mention]) -> bool:
    """Tell whether a date is only what something came before: "it joined prior to the 1994 elections"."""
    return any(lattice.tokens.lower[point.start] in ("prior", "before") for point in points)


def _as_of(pair: Qualifier, points: Sequence[Mention]) -> Qualifier:
    """Turn a beginning that is only the date of which something is told into that date."""
    point = next((point for point in points if point.literal == pair.value), None)
    if pair.name != "start" or point is None:
        return pair
    return PAST if _is_decade(point) else replace(pair, name="asOf")


def _time(lattice: Lattice, match: Match, predicate: str) -> tuple[Qualifier, ...]:
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


def _while(lattice: Lattice, match: Match, predicate: str) -> tuple[Qualifier, ...]:
    """Return the period that a sentence opens with, or that something was so only at first.

    How long a party existed is how long it was a party, and says nothing of its views.
    """
    if not lexicon.words("dominant").isdisjoint(lattice.tokens.lower[match.start : match.end]):
        return ()  # "It was the dominant party until 1934": until then it was dominant, and a party ever after
    opening = _opening(lattice, match)
    if opening is not None and opening.kind == "period":
        return _told(lattice, match, opening, "")
    past = _has(lattice, match, "first") or scope.holds(scope.plain(lattice, 0, match.end), "past-time")
    lifetime = _lifetime(lattice, match) if predicate == "type" else ()
    return lifetime or ((PAST,) if past else ())


def _lifetime(lattice: Lattice, match: Match) -> tuple[Qualifier, ...]:
    """Return the time for which a sentence says that its party existed: "a party that existed from 1990 to 2004"."""
    lower = lattice.tokens.lower
    for at, word in enumerate(lower[:-1], 1):
        told = word in lexicon.words("existing") or at == match.end
        period = lattice.at(at, "period") if told else None
        if period is not None:
            return _ends(period)
    return ()


def _ends(period: Mention) -> tuple[Qualifier, ...]:
    ends = ((name, period.part(name)) for name in ("start", "end"))
    return tuple(pair for name, end in ends if end is not None and (pair := _dated(name, end)) is not None)


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
    between = lower[found.end : match.end]
    if ";" in between or not lexicon.words("later").isdisjoint(between):
        return None
    others = (lattice.at(at, *TIME_KINDS) for at in range(found.end, match.end))
    return None if any(others) else found


def _told(lattice: Lattice, match: Match, time: Mention, predicate: str) -> tuple[Qualifier, ...]:
    """Return what a time says of a state: when it began and ended, or that it was so at the time."""
    if (
        time.kind == "period"
        and time.part("start") is None
        and lattice.tokens.lower[time.start - 1] in lexicon.words("run-up")
    ):
        return ()
    if time.kind == "period":
        return _ends(time)
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
        return (pair,) if date is not None and (pair := _dated("asOf", date)) is not None else ()
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
    pair = _dated("start" if begins else "asOf", date)
    return (pair,) if pair is not None else (PAST,) if _is_decade(date) else ()


def _follows_a_vote(lattice: Lattice, match: Match, poll: Mention) -> bool:
    """Tell whether a coalition came of an election: "in the 1994 election it won 9 seats and entered a coalition"."""
    lower = lattice.tokens.lower
    deed = not lexicon.words("tally-verb").isdisjoint(lower[poll.end : match.end])
    return deed and "coalition" in lower[match.start : match.end]


def _begins(lattice: Lattice, match: Match, before: str) -> bool:
    if _has(lattice, match, "present"):
        return False  # "After the 2005 election it is still the second-largest party"
    return before in ("after", "following") or _has(lattice, match, "inception")


def _through(times: Mention) -> tuple[Qualifier, ...]:
    """Read years that follow one another as one time: "in 1979 and 1980"."""
    years = [year_of(item) for item in times.items]
    if None in years or any(two != one + 1 for one, two in pairwise(years) if one and two):
        return ()
    pairs = (_dated("start", times.items[0]), _dated("end", times.items[-1]))
    return tuple(pair for pair in pairs if pair is not None)


def _dated(name: str, date: Mention) -> Qualifier | None:
    literal = date.literal if not date.weak else None
    return Qualifier(name, literal) if literal is not None and literal.datatype is not Datatype.STRING else None


def _is_decade(date: Mention) -> bool:
    return date.literal is not None and date.literal.datatype is Datatype.STRING


def _departure(lattice: Lattice, match: Match, predicate: str) -> tuple[Qualifier, ...]:
    """Return the end that the words behind a match tell: "but it left the coalition in 2026", "until its expulsion"."""
    tokens = lattice.tokens
    if predicate == "member":
        once = "had been" in " ".join(tokens.lower[match.start : match.end])
        if tokens.lower[match.end : match.end + 1] == ("before",) or (
            once and tokens.lower[match.end : match.end + 1] == ("until",)
        ):
            return (PAST,)  # "was a member of the Red Party before co-founding it"
        behind = " ".join(tokens.lower[match.end : match.end + BEHIND])
        if behind.lstrip(", ").startswith(("lost his seat", "lost her seat", "lost their seat")):
            return (PAST,)
        return (PAST,) if any(behind.startswith(phrase) for phrase in lexicon.words("youth")) else ()
    if predicate == "rank":
        return ()
    first = match.slots[-1][1].end if match.slots else match.end
    if predicate == "leader":
        first = _behind_other_officers(lattice, first)
    passing = predicate in PASSING or predicate.startswith("affiliation")
    last = len(tokens) if passing else min(len(tokens), max(first, match.end) + BEHIND)
    words = scope.plain(lattice, first, last)
    if ";" in words:
        words = words[: words.index(";")]
    for at, word in enumerate(words):
        if word not in lexicon.words("departure") or (at and words[at - 1] in ("the", "to", "not", "who")):
            continue
        here = first + at + 1
        if _is_from_another(lattice, here, match):
            continue
        for place in range(here, min(len(tokens), here + BEHIND + 2)):
            date = lattice.at(place, "date")
            if date is not None and tokens.lower[place - 1] in ("in", "on"):
                pair = _dated("end", date)
                return (pair,) if pair is not None else (PAST,)
            if tokens.lower[place] == ",":
                break
        return (PAST,)
    return ()


def _behind_other_officers(lattice: Lattice, at: int) -> int:
    """Return where the officers named behind one end: "its chairman, Ann Lee, and its secretary, Bo Chan, resigned"."""
    lower, end = lattice.tokens.lower, at
    while lower[at : at + 1] and lower[at] in (",", "and"):
        at += 1 + (lower[at : at + 2] == (",", "and"))
        owner = lattice.at(at, "own-possessor") if at < len(lower) else None
        at = owner.end if owner is not None else at
        role = lattice.at(at, "role") if at < len(lower) else None
        if role is None:
            break
        at = role.end + (lower[role.end : role.end + 1] == (",",))
        person = lattice.at(at, "person") if at < len(lower) else None
        if person is None or person.end == person.start:
            break
        at = end = person.end
    return end


def _is_from_another(lattice: Lattice, at: int, match: Match) -> bool:
    """Tell whether it is another body that was left: "as an observer, having left the Red Party in 2009"."""
    told = {mention.name for _, mention in match.slots} | {item.name for _, slot in match.slots for item in slot.items}
    near = (edge for edges in lattice.edges[at : at + 3] for edge in edges if edge.kind in BODIES and edge.end > at)
    return any(edge.name not in told and not edge.items for edge in near)
