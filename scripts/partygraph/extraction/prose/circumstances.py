"""Tells when something held that holds for a time only: an alliance, a share in government, a rank, an office.

A phrase reads the time that belongs to its own words. What the sentence says before and behind them is read here:
"For the 1979 election the party joined the Red Alliance, but left it in 1981". What a sentence in the past tense tells
without any time is true of an unknown past: it is no fact that a reader may take for today's, and stays a candidate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from partygraph.extraction.prose import bygone, incumbents, scope, statetimes
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.statetimes import BEHIND, PAST, TIME_KINDS
from partygraph.extraction.prose.subjects import AUXILIARIES
from partygraph.model import Fact, Qualifier, Status
from partygraph.rules import lexicon

STATES = frozenset({"alliance", "governmentRole", "rank", "leader", "member"})
KINDS = frozenset({"type", "ideology", "position"})
"""What a party is, for as long as nobody says that it was so only at first, or from one year to another."""
BODIES = frozenset({"party", "organisation", "affiliation", "other-party"})
PASSING = frozenset({"alliance", "governmentRole", "rank"})
"""Of these, what is a fact only with its time, unless it is told of the present."""
TODAY = frozenset({"is", "are", "has", "have", "will"})
TIMES = frozenset({"start", "end", "current", "asOf", "election", "date", "year", "until"})
PERSONAL = frozenset({"leader", "member"})
HELD = frozenset({"leader", "governmentRole"})
"""What somebody "had held since" a time when it was over."""
FIRST = frozenset({"first", "founding", "inaugural", "original"})
LEFTISTS = (
    lexicon.words("movement-noun")
    | lexicon.words("party-noun")
    | lexicon.words("alliance-noun")
    | {"wing", "forces", "parties", "groups", "organisations", "organizations", "movements", "camp", "government"}
)
"""What is of the left, the side: behind these it is nobody's going."""
LOSS = 14
"""How far back a word can stand that tells of somebody's going: "the resignation of members such as its leader"."""
AFTERWARDS = tuple([word] for word in ("after", "following", "upon", "on", "with", "since"))


@dataclass(frozen=True, slots=True)
class Standing:
    """How the party of an article stands: ``defunct`` where it is known to be gone, ``officers`` those in office."""

    defunct: bool = False
    officers: tuple[Fact, ...] = ()


def settle(lattice: Lattice, match: Match, fact: Fact, standing: Standing, points: Sequence[Mention]) -> Fact:
    """Return a fact with the time that its surroundings give; ``points`` are the dates that the phrase began it with.

    An undated fact is of the past where its party is gone, and else no sure one of today.
    """
    if fact.predicate.startswith("affiliation") and fact.qualifier("end") is None:
        pairs = fact.qualifiers + _departure(lattice, match, fact.predicate)
        once = {pair.name for pair in pairs}.isdisjoint(TIMES) and _was_a_member(lattice, match)
        return replace(fact, qualifiers=(*pairs, PAST) if once else pairs)
    if any(slot.kind == "told-body" for _, slot in match.slots):
        return fact  # what sort of body an alliance is has no time: "it was in the Azul coalition from 1990 to 1992"
    named = {pair.name for pair in fact.qualifiers}
    if fact.predicate == "recognitionStatus" and named.isdisjoint(TIMES):
        return replace(fact, qualifiers=fact.qualifiers + statetimes.of_a_state(lattice, match, fact.predicate))
    if fact.predicate not in STATES | KINDS or fact.status not in (Status.ASSERTED, Status.CANDIDATE):
        return fact
    more: tuple[Qualifier, ...] = ()
    present = statetimes.has(lattice, match, "present") or _is_described_as(lattice, match)
    if "start" in named and (
        _is_state(lattice, match) or _is_apposition(lattice, match, fact) or _is_latest(lattice, match, points)
    ):
        # "It belonged to the Red Alliance in 1995" does not tell since when, nor does "by 1995 it had joined it".
        fact = replace(fact, qualifiers=tuple(_as_of(pair, points) for pair in fact.qualifiers))
        if _is_bound(lattice, points):
            fact = replace(fact, qualifiers=tuple(pair for pair in fact.qualifiers if pair.name != "asOf"))
        named = {pair.name for pair in fact.qualifiers}
    if named.isdisjoint(TIMES) and fact.predicate in STATES:
        lower = lattice.tokens.lower[max(0, match.start - 1) : match.end]
        once = fact.predicate == "leader" and _is_told_of_once(lower)
        # "In 2018 Ann Lee, once its secretary, launched another party" does not tell when she was
        more = (PAST,) if once else statetimes.of_a_state(lattice, match, fact.predicate)
        named |= {pair.name for pair in more}
    if fact.predicate in KINDS:
        if named.isdisjoint(TIMES):
            more = statetimes.of_a_view(lattice, match, fact.predicate)
        return replace(fact, qualifiers=fact.qualifiers + more) if more else fact
    if named.isdisjoint({"end", "current"}):
        parting = _departure(lattice, match, fact.predicate)
        if parting == (PAST,) and fact.predicate == "leader" and more and more[0].name == "asOf":
            # "In 2006 its chairman, Ann Lee, resigned"
            more, parting = (replace(more[0], name="end"),), ()
        more += parting
        named |= {pair.name for pair in more}
    had_been = "had been" in " ".join(lattice.tokens.lower[match.start : match.end])
    if fact.predicate in HELD and had_been and "start" in named and not {"end", "current"} & named:
        more += (PAST,)  # "She was succeeded by Bo Chan, who had been its secretary since 2013"
    times = (named | {pair.name for pair in more}) & TIMES
    if fact.predicate == "leader" and times <= {"start"} and not present and not standing.defunct:
        # "The party's chairman is Ann Lee" and the infobox's "Chairman: Bo Chan" contradict each other.
        today = not TODAY.isdisjoint(lattice.tokens.lower[match.start : match.end + 1])
        over = incumbents.past(fact, standing.officers) if not today else ()
        if over and "start" not in named and _is_new(lattice, match):
            # "The miners met, with Ann Lee as its new leader": of today, or of some time ago
            return replace(fact, status=Status.CANDIDATE)
        more += over
    if fact.predicate == "leader" and (named | {pair.name for pair in more}).isdisjoint(TIMES):
        more += _at_the_deed(lattice, match)
    untimed = (named | {pair.name for pair in more}).isdisjoint(TIMES)
    if fact.predicate == "leader" and untimed and _is_at_first(lattice, match):
        more += (PAST,)
    if fact.predicate == "leader" and (named | {pair.name for pair in more}).isdisjoint(TIMES):
        # "Before her the party was headed by Ann Lee", but "After her death it was headed by Bo Chan"
        before = scope.plain(lattice, 0, match.start)
        lost = before[:1] not in AFTERWARDS and scope.holds(before[-LOSS:], "loss")
        more += (PAST,) if lost or scope.holds(before, "earlier") else ()
    untimed = (named | {pair.name for pair in more}).isdisjoint(TIMES)
    if untimed and not {"start", "end"} & named:
        more += bygone.then(lattice, match, fact)
        untimed = (named | {pair.name for pair in more}).isdisjoint(TIMES)
    if (
        untimed
        and standing.defunct
        and bygone.is_a_title(match, fact)
        and incumbents.is_another(fact, standing.officers)
    ):
        # "The Azure leader Ann Lee" of a party that Bo Chan led to its end: one of its leaders, or one in the place
        return replace(fact, status=Status.CANDIDATE)
    if (
        fact.predicate in PERSONAL
        and untimed
        and bygone.is_over(lattice, match, fact, standing.defunct, standing.officers)
    ):
        more += (PAST,)
    elif untimed and bygone.is_open(lattice, match, fact):
        return replace(fact, status=Status.CANDIDATE)
    if more:
        fact = replace(fact, qualifiers=fact.qualifiers + more)
    was = _was_of_it(lattice, match) if fact.predicate == "alliance" else _was_placed(lattice, match, fact)
    if was and named.isdisjoint(TIMES):
        return replace(fact, qualifiers=(*fact.qualifiers, PAST))
    if fact.predicate in PASSING and fact.status is Status.ASSERTED and not present:
        exempt = scope.holds(scope.plain(lattice, match.end, match.end + BEHIND), "exception")
        undated = named.isdisjoint(TIMES)
        if (undated or exempt) and not standing.defunct:
            return replace(fact, status=Status.CANDIDATE)
        return replace(fact, qualifiers=(*fact.qualifiers, PAST)) if undated else fact
    return fact


def _is_told_of_once(lower: tuple[str, ...]) -> bool:
    """Tell whether words say that something was so once: "once its secretary", and not "once more its secretary"."""
    told = f" {' '.join(lower)} ".replace(" once more ", " ").replace(" once again ", " ")
    return " once " in told and " had once " not in told


def _was_placed(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a sentence says without a time where a party once stood: "was the largest opposition party"."""
    subject = match.slots[0][1] if match.slots else None
    if fact.predicate != "rank" or fact.status is not Status.ASSERTED or subject is None:
        return False
    return lattice.tokens.lower[subject.end : subject.end + 1] == ("was",)


def _was_of_it(lattice: Lattice, match: Match) -> bool:
    """Tell whether a sentence says without a time that a party once was of an alliance: "was part of the Left Bloc"."""
    words = frozenset(lattice.tokens.lower[match.start : match.end])
    return (
        not words.isdisjoint(("was", "belonged"))
        and not words.isdisjoint(lexicon.words("of-an-alliance"))
        and _is_state(lattice, match)
    )


def _was_a_member(lattice: Lattice, match: Match) -> bool:
    """Tell whether a sentence says without a time that a party once was of a body: "was a member of the Comintern"."""
    told = scope.plain(lattice, match.start, match.end)
    return {"has", "have"}.isdisjoint(told) and bool(scope.holds(told, "membership-once"))


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
    pair = statetimes.dated(name, next(iter(found.values()))) if len(found) == 1 else None
    return (pair,) if pair is not None else ()


def _is_described_as(lattice: Lattice, match: Match) -> bool:
    return described_from(lattice, match) is not None


def described_from(lattice: Lattice, match: Match) -> int | None:
    """Return where a description of the present begins on which a participle hangs: "[is] a party led by Ann Lee"."""
    first = match.slots[0][1] if match.slots else None
    if first is None or first.start != first.end or not match.start or lattice.tokens.lower[match.start] == "was":
        return None
    copulas = [
        at for at, word in enumerate(lattice.tokens.lower[: match.start]) if word in ("is", "are", "was", "were")
    ]
    return copulas[-1] if copulas and lattice.tokens.lower[copulas[-1]] in ("is", "are") else None


def _is_at_first(lattice: Lattice, match: Match) -> bool:
    """Tell whether somebody led the party at first: "At first the party was led by Ann Lee"."""
    before = scope.plain(lattice, 0, match.start)
    return statetimes.has(lattice, match, "at-first") or bool(scope.holds(before, "at-first"))


def _is_new(lattice: Lattice, match: Match) -> bool:
    return "new" in lattice.tokens.lower[match.start : match.end]


def _is_state(lattice: Lattice, match: Match) -> bool:
    return statetimes.has(lattice, match, "state") and not statetimes.has(lattice, match, "inception")


def _is_apposition(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an office is only named beside a person: "On 6 May 2003, Ann Lee, its secretary, wrote a letter"."""
    words = lattice.tokens.lower[match.start : match.end]
    return fact.predicate == "leader" and "," in words and not statetimes.has(lattice, match, "inception")


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
    return PAST if statetimes.is_decade(point) else replace(pair, name="asOf")


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
        if word not in lexicon.words("departure") or (at and words[at - 1] in ("the", "a", "to", "not", "who")):
            continue  # "is Ann Lee, a retired general"
        if word == "left" and words[at + 1 : at + 2] and words[at + 1] in LEFTISTS:
            continue  # "and has been linked with the united left movement"
        here = first + at + 1
        if _is_from_another(lattice, here, match):
            continue
        if predicate == "leader" and _is_of_another_officer(lattice, first, here - 1, match):
            continue
        for place in range(here, min(len(tokens), here + BEHIND + 2)):
            date = lattice.at(place, "date")
            if word == "died" and predicate == "leader" and _is_of_the_beginning(lattice, match):
                return (PAST,)
            if date is not None and tokens.lower[place - 1] in ("in", "on"):
                pair = statetimes.dated("end", date)
                return (pair,) if pair is not None else (PAST,)
            if tokens.lower[place] == ",":
                break
        return (PAST,)
    return ()


def _is_of_another_officer(lattice: Lattice, start: int, at: int, match: Match) -> bool:
    """Tell whether it is somebody else who left or died: "Ann Lee became leader after Bo Chan resigned in 2012"."""
    told = {item.entity for _, mention in match.slots for item in (mention.items or (mention,))}
    people = (edge for edges in lattice.edges[start:at] for edge in edges if edge.kind == "person")
    ends = (at, at - (lattice.tokens.lower[at - 1] in AUXILIARIES))
    return any(edge.end in ends and edge.end > edge.start and edge.entity not in told for edge in people)


def _is_of_the_beginning(lattice: Lattice, match: Match) -> bool:
    """Tell whether somebody led the party at its beginning, and maybe not up to a death that is told of."""
    return not FIRST.isdisjoint(lattice.tokens.lower[match.start : match.end])


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
