"""From a match to facts: the phrase's statements with their slots filled, one fact for each member of a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from partygraph.extraction.prose import circumstances, dating, doubts, statetimes, surroundings, withdrawals
from partygraph.extraction.prose.annotators import companions
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.reading import Reading
from partygraph.extraction.prose.scope import TALLIES, Verdict
from partygraph.extraction.prose.slotvalues import BODIES, chosen, read_values
from partygraph.extraction.prose.spellings import DISAMBIGUATION
from partygraph.extraction.prose.tokens import closing
from partygraph.model import Datatype, Entity, Evidence, Fact, Kind, Literal, Qualifier, Status, written
from partygraph.rules import lexicon
from partygraph.rules.phrases import Phrase, Statement, Value
from partygraph.rules.predicates import predicates, qualifiers

OWNERS = frozenset({"person", "party", "organisation", "other-party", "own", "ours", "place", "name", "group"})
TIMES = ("period", "span", "since", "date")
"""Slots for a time; each of several times makes a statement of its own."""
POINTS = ("date", "when")
OLD = "old"
"""The slot of phrases for whoever leaves an office."""
PEOPLE = frozenset({"person", "ours", "officer"})
DATES = frozenset({Datatype.DATE, Datatype.YEAR, Datatype.YEAR_MONTH})
OWN_TIMES = {
    "mergedFrom": dating.of_the_merger,
    "mergedInto": dating.of_the_merger,
    "splitFrom": dating.of_the_split,
}
"""How to find the date of what went before a foundation, which has a date, too."""
ONE_OF_THEM = ((",", "who", "was"), (",", "who", "is"), (",", "who", "has"))
SUBJECT_KINDS = {"election": Kind.ELECTION, "person": Kind.PERSON, "place": Kind.PLACE, "party": Kind.PARTY}


def state(reading: Reading, phrase: Phrase, match: Match, verdict: Verdict) -> Iterator[tuple[Fact, str]]:
    """Yield the facts of a match, each with what is open about it, if it is a candidate for that.

    There are none where only the owner of something has been read ("of Ann Lee's aunt").
    """
    if match.slots and match.slots[-1][1].end == match.end and _is_owner(reading.lattice, match):
        return
    # What hangs on a name that stands before the match ("the Green League (GL)", "Ann Lee left, and founded it") is
    # quoted with that name.
    owners = [part.start for _, mention in match.slots for key, part in mention.parts if key in ("party", "named")]
    name = min([match.start, *owners])
    described = circumstances.described_from(reading.lattice, match)
    for raw in _one_by_one(match):
        slots = _slots(reading, match, raw)
        # What is told of "he" and another rests on who he is, for both of them.
        guessed = any(mention.weak and mention.kind in PEOPLE for mention in slots.values())
        for statement in phrase.statements:
            if not (statement.subject.is_given_by(slots) and statement.object.is_given_by(slots)):
                continue
            if any(companions.is_beside_others(mention, statement.predicate) for mention in slots.values()):
                continue
            if withdrawals.take_away(reading.lattice, match, statement.predicate, slots.get("role")):
                continue
            if phrase.policy == "presupposed" and surroundings.has_changed_sides(
                reading.lattice, match, statement.predicate
            ):
                continue
            beside = surroundings.beside(reading.lattice, match, statement.predicate)
            points = tuple(slots[name] for name in POINTS if name in slots)
            # "It is a party led by Ann Lee": that she leads it now, the verb before tells.
            first = name if described is None or statement.predicate != "leader" else min(name, described)
            evidence = reading.quote(first, match.end)
            own_time = OWN_TIMES.get(statement.predicate)
            timed = own_time(reading.lattice, match, slots) if own_time is not None else slots
            for fact in _facts(reading, phrase, statement, timed, evidence, verdict, guessed):
                missing = tuple(pair for pair in beside if fact.qualifier(pair.name) is None)
                missing += surroundings.one_seat(reading.lattice, match, fact)
                if _is_parting(statement, fact, reading) or surroundings.has_left(reading.lattice, match, fact):
                    missing += (statetimes.PAST,)
                told = replace(fact, qualifiers=fact.qualifiers + missing) if missing else fact
                if surroundings.is_of_another_race(told) or surroundings.founded_another(reading.lattice, match, told):
                    continue
                if surroundings.is_of_no_named_poll(reading.lattice, told):
                    continue
                doubt = doubts.matter(reading.lattice, match, told) if told.status is Status.ASSERTED else ""
                if doubt:
                    told = replace(told, status=Status.CANDIDATE)
                if told.status is Status.ASSERTED and (
                    surroundings.is_only_struck_off(reading.lattice, match, told)
                    or surroundings.is_only_active(reading.lattice, match, told)
                ):
                    told = replace(told, status=Status.INFERRED)
                settled = circumstances.settle(reading.lattice, match, told, reading.standing, points)
                yield _quoted_with_its_time(reading, match, settled, (first, match.end)), doubt


def _quoted_with_its_time(reading: Reading, match: Match, fact: Fact, quoted: tuple[int, int]) -> Fact:
    """Return a fact whose quote holds the date or election that it has from elsewhere in its sentence.

    "In 1989, after a long strike, Ann Lee established the Blue Party": the match begins with Ann Lee, the year is told
    before it.
    """
    values = [fact.object, *(pair.value for pair in fact.qualifiers if pair.evidence is None)]
    times = [value for value in values if _is_time(value)]
    if not times:
        return fact
    told = {time for _, mention in match.slots if mention.end > mention.start for time in _times(mention)}
    first, last = quoted
    for value in times:
        if value in told:
            continue
        mentions = (edge for edges in reading.lattice.edges for edge in edges if edge.end > edge.start)
        found = [edge for edge in mentions if value in _times(edge)]
        if found and not any(first <= edge.start and edge.end <= last for edge in found):
            nearest = min(found, key=lambda edge: (abs(edge.start - first), edge.start, edge.end))
            first, last = min(first, nearest.start), max(last, nearest.end)
    return fact if (first, last) == quoted else replace(fact, evidence=(reading.quote(first, last),))


def _is_time(value: Entity | Literal) -> bool:
    return value.kind is Kind.ELECTION if isinstance(value, Entity) else value.datatype in DATES


def _times(mention: Mention) -> Iterator[Entity | Literal]:
    """Yield the dates and elections that a mention tells, itself and in its parts."""
    if mention.literal is not None:
        yield mention.literal
    if mention.kind == "election" and mention.entity is not None:
        yield mention.entity
    for part in (*mention.items, *(part for _, part in mention.parts)):
        yield from _times(part)


def _is_parting(statement: Statement, fact: Fact, reading: Reading) -> bool:
    """Tell whether a fact is of the one whom another followed in office, and does not say when.

    Whom the infobox has in office today has come back.
    """
    standing = reading.standing
    if not standing.defunct and any(officer.object == fact.object for officer in standing.officers):
        return False
    return statement.predicate == "leader" and statement.object.slots[:1] == (OLD,) and fact.qualifier("end") is None


def _one_by_one(match: Match) -> Iterator[dict[str, Mention]]:
    """Yield the slots once for each of several times ("in government from 1973 to 1977 and from 1981 to 1982")."""
    slots: dict[str, Mention] = {}
    for name, mention in match.slots:
        slots.setdefault(name, mention)
    name = next((name for name in TIMES if name in slots and slots[name].items), "")
    if not name:
        yield slots
        return
    for period in slots[name].items:
        yield {**slots, name: period}


def _is_owner(lattice: Lattice, match: Match) -> bool:
    """Tell whether the last name only says whose or which something is ("Ann Lee's aunt", "a Red Party faction")."""
    lower = lattice.tokens.lower
    # In "the Red Party (RP) federation" the initials stand between.
    end = closing(lower, match.end) or match.end if lower[match.end : match.end + 1] == ("(",) else match.end
    kind, behind = match.slots[-1][1].kind, lower[end : end + 1]
    if kind not in OWNERS or not behind:
        return False
    return behind[0] in ("'s", "'") or (kind not in PEOPLE and behind[0] in lexicon.words("party-part"))


def _of_the_last(lattice: Lattice, slots: dict[str, Mention]) -> None:
    """Give an office in apposition to one of several persons: "Ann Lee and Bo Chan, its secretary".

    So is what "who was" tells, of one: "Ann Lee and Bo Chan, who was elected to the Senate".
    """
    person, role = slots.get("person"), slots.get("role")
    lower = lattice.tokens.lower
    if person is not None and len(person.items) > 1 and lower[person.end : person.end + 3] in ONE_OF_THEM:
        slots["person"] = person.items[-1]
        return
    if person is None or role is None or len(person.items) < 2 or lower[role.end - 1].endswith("s"):
        return
    if role.end <= person.start <= role.end + 1 and (role.end == person.start or lower[role.end] == ","):
        slots["person"] = person.items[0]  # "its deputy leader Ann Lee, and the deputy Bo Chan": one has the office
        return
    unnamed = person.start == person.end and lower[role.end : role.end + 1] == (",",)
    if unnamed or (role.start >= person.end and lower[person.end : person.end + 1] == (",",)):
        slots["person"] = person.items[-1]


def _slots(reading: Reading, match: Match, given: Mapping[str, Mention]) -> dict[str, Mention]:
    """Return the slots that a match filled, and those that its surroundings fill."""
    slots = dict(given)
    _of_the_last(reading.lattice, slots)
    if not reading.others:
        slots["topic"] = Mention("party", match.start, match.start, reading.subject.name, reading.subject)
    if "total" in slots and surroundings.is_part(reading.lattice, slots["total"]):
        del slots["total"]
    slots["article"] = Mention("party", match.start, match.start, reading.subject.name, reading.subject)
    if reading.own:
        slots["mine"] = Mention("party", match.start, match.start, reading.subject.name, reading.subject)
    if reading.assembly is not None:
        slots["assembly"] = reading.assembly
    when = dating.when(reading.lattice, match)
    if when is not None:
        slots.setdefault("when", when)
    span = dating.ending_before(reading.lattice, match.start, "period")
    dated = span is not None and not dating.is_of_a_vote(reading.lattice, span)
    dated = dated and span is not None and not dating.is_within_a_remark(reading.lattice, span)
    if span is not None and dated and not dating.is_within_a_clause(reading.lattice, span.start):
        slots.setdefault("period", span)
    polls = [poll for poll in reading.polls if not dating.is_of_a_later_clause(reading.lattice, match, poll)]
    dating.date_election(slots, polls, reading.sort, reading.race)
    return slots


def _facts(
    reading: Reading,
    phrase: Phrase,
    statement: Statement,
    slots: Mapping[str, Mention],
    evidence: Evidence,
    verdict: Verdict,
    guessed: bool,
) -> Iterator[Fact]:
    predicate = predicates()[statement.predicate]
    subjects = read_values(statement.subject, slots, SUBJECT_RANGES.get(predicate.subject_kind, "Party"), reading)
    objects = read_values(statement.object, slots, predicate.range, reading) if subjects else []
    if not objects:
        return
    for (subject, who), (target, what) in product(subjects, objects):
        if not isinstance(subject, Entity) or subject == target or _names_itself(statement.predicate, subject, target):
            continue
        # What stands beside one member of a list ("Ann Lee (1990–1994) and Bo Chan (1994–1999)") is said of it alone.
        pairs = _qualifiers(
            reading, statement, {**slots, **_member(statement.subject, who), **_member(statement.object, what)}
        )
        weak_subject, weak_object = who is not None and who.weak, what is not None and what.weak
        yield Fact(
            subject=subject,
            predicate=statement.predicate,
            object=target,
            source="prose",
            evidence=(evidence,),
            rule=phrase.name,
            qualifiers=pairs + _approximate(statement, target, pairs),
            status=_status(statement, verdict, guessed or weak_subject or (weak_object and _is_counted(target))),
            inferred_from=(evidence,) if statement.status == "inferred" else (),
        )


def _member(value: Value, item: Mention | None) -> dict[str, Mention]:
    """Return the slot that a value of one path came from, filled with one member of its list alone."""
    plain = [path for path in value.slots if path.isidentifier()]
    return {plain[0]: item} if item is not None and len(plain) == 1 and len(value.slots) == 1 else {}


def _qualifiers(reading: Reading, statement: Statement, slots: Mapping[str, Mention]) -> tuple[Qualifier, ...]:
    pairs: list[Qualifier] = []
    for name, value in statement.qualifiers:
        values = [found for found, _ in read_values(value, slots, qualifiers()[name].range, reading)]
        # Nobody is elected in two places: what a list of places goes on with is another's.
        if name == "election":
            # "The presidential elections of the same day" have no name without their year.
            values = [poll for poll in values if any(letter.isdigit() for letter in written(poll))]
        pairs += [Qualifier(name, found) for found in (values[:1] if name == "place" else values)]
        if name == "party" and statement.predicate in surroundings.STOOD and chosen(value, slots) == "topic":
            pairs.append(Qualifier("implied", Literal("party")))
    names = [pair.name for pair in pairs]
    # "Ran in 1979, 1980 and 1985": the date is that of the last of several elections.
    idle = {"current"} if "end" in names else set()
    idle |= {"date"} if names.count("election") > 1 else set()
    return tuple(pair for pair in pairs if pair.name not in idle)


def _is_counted(target: Entity | Literal) -> bool:
    """Tell whether a value that is not sure makes its statement unsure; unexplained initials are a name still."""
    return not isinstance(target, Entity) or target.kind not in BODIES


def _names_itself(predicate: str, subject: Entity, target: Entity | Literal) -> bool:
    """Tell whether a name that somebody has had or also has is only the name that the article uses."""
    own = (subject.name.casefold(), DISAMBIGUATION.sub("", subject.name).casefold())
    return predicate in ("altName", "formerName") and written(target).casefold() in own


SUBJECT_RANGES = {"party": "Party", "person": "Person", "place": "Place", "election": "Election", "article": "Work"}


def _approximate(statement: Statement, target: Entity | Literal, pairs: tuple[Qualifier, ...]) -> tuple[Qualifier, ...]:
    """Return that a number is not exact: of members, or of what was won ("almost 12 per cent of the vote")."""
    told = {"memberCount": (target,), "electionResult": tuple(pair.value for pair in pairs if pair.name in TALLIES)}
    if any(isinstance(value, Literal) and value.approximate for value in told.get(statement.predicate, ())):
        return (Qualifier("approx", Literal("true", Datatype.BOOLEAN)),)
    return ()


def _status(statement: Statement, verdict: Verdict, weak: bool) -> Status:
    if statement.status == "asserted":
        return Status.ASSERTED
    if statement.status == "claim" or verdict.worth == "claim":
        return Status.CLAIM
    if statement.status == "inferred":
        return Status.INFERRED
    return Status.CANDIDATE if weak or statement.status == "candidate" else Status.ASSERTED
