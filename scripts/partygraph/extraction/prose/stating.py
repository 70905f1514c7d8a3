"""From a match to facts: the phrase's statements with their slots filled, one fact for each member of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import product

from partygraph.extraction.prose import circumstances, dating, elections, surroundings
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.registry import DISAMBIGUATION
from partygraph.extraction.prose.scope import Verdict
from partygraph.model import Article, Datatype, Entity, Evidence, Fact, Kind, Literal, Qualifier, Status, View
from partygraph.rules import lexicon
from partygraph.rules.phrases import Phrase, Statement, Value
from partygraph.rules.predicates import predicates, qualifiers

ENTITY_RANGES: dict[str, Kind] = {
    "Person": Kind.PERSON,
    "Party": Kind.PARTY,
    "Organisation": Kind.ORGANISATION,
    "Place": Kind.PLACE,
    "Body": Kind.BODY,
    "Office": Kind.OFFICE,
    "Election": Kind.ELECTION,
    "Ideology": Kind.CONCEPT,
    "Position": Kind.CONCEPT,
    "Religion": Kind.CONCEPT,
    "BallotLine": Kind.BALLOT_LINE,
    "Work": Kind.WORK,
    "Organ": Kind.WORK,
}
BODIES = frozenset({Kind.PARTY, Kind.ORGANISATION})
OWNERS = frozenset({"person", "party", "organisation", "other-party", "own", "ours", "place", "name", "group"})
TIMES = ("period", "span", "since", "date")
"""Slots for a time; each of several times makes a statement of its own."""
POINTS = ("date", "when")
OLD = "old"
"""The slot of phrases for whoever leaves an office."""
PEOPLE = frozenset({"person", "ours", "officer"})
TITLED = frozenset({Kind.PARTY, Kind.ORGANISATION, Kind.WORK})
STOOD = frozenset({"candidate", "elected"})
"""Statements that name a party which no word of the sentence may state."""
SUBJECT_KINDS = {"election": Kind.ELECTION, "person": Kind.PERSON, "place": Kind.PLACE, "party": Kind.PARTY}


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence being read: what is needed to turn a match into quoted facts."""

    article: Article
    view: View
    lattice: Lattice
    subject: Entity
    language: str
    polls: tuple[Mention, ...] = ()
    """The elections that the sentence names; those of the sentence before, if it has no date of its own."""
    sort: Callable[[Mention], str] = elections.unknown
    """Tells the kind of an election that is named by its date only."""
    race: str = ""
    """The same of an election to one office."""
    assembly: Mention | None = None
    """The elected body that is spoken of."""
    own: bool = False
    """Whether the sentence is about the article's own party."""
    others: bool = False
    """Whether the sentence names a party that is not the article's: then nothing is taken for granted."""
    standing: circumstances.Standing = field(default_factory=circumstances.Standing)

    def quote(self, start: int, end: int) -> Evidence:
        """Quote the source characters of tokens ``start`` to ``end``."""
        tokens = self.lattice.tokens
        return self.article.evidence(self.view.span(tokens.starts[start], tokens.ends[end - 1]))


def state(reading: Reading, phrase: Phrase, match: Match, verdict: Verdict) -> Iterator[Fact]:
    """Yield the facts of a match; none where only the owner of something has been read ("of Ann Lee's aunt")."""
    if match.slots and match.slots[-1][1].end == match.end and _is_owner(reading.lattice, match):
        return
    # What hangs on a name that stands before the match ("the Green League (GL)") is quoted with that name.
    owners = [part.start for _, mention in match.slots for key, part in mention.parts if key == "party"]
    evidence = reading.quote(min([match.start, *owners]), match.end)
    for raw in _one_by_one(match):
        slots = _slots(reading, match, raw)
        # What is told of "he" and another rests on who he is, for both of them.
        guessed = any(mention.weak and mention.kind in PEOPLE for mention in slots.values())
        for statement in phrase.statements:
            if (
                statement.predicate == "leader"
                and "role" in slots
                and surroundings.goes_on(reading.lattice, slots["role"])
            ):
                continue
            if statement.predicate in STOOD and surroundings.is_for_another(reading.lattice, match):
                continue
            if surroundings.is_cut(reading.lattice, match, statement.predicate):
                continue
            if statement.predicate == "member" and surroundings.is_longer_office(reading.lattice, match):
                continue
            if statement.predicate == "leader" and surroundings.is_of_the_next(reading.lattice, match):
                continue
            if phrase.policy == "presupposed" and surroundings.has_changed_sides(
                reading.lattice, match, statement.predicate
            ):
                continue
            beside = surroundings.beside(reading.lattice, match, statement.predicate)
            points = tuple(slots[name] for name in POINTS if name in slots)
            for fact in _facts(reading, phrase, statement, slots, evidence, verdict, guessed):
                missing = tuple(pair for pair in beside if fact.qualifier(pair.name) is None)
                missing += surroundings.one_seat(reading.lattice, match, fact)
                if _is_parting(statement, fact):
                    missing += (circumstances.PAST,)
                told = replace(fact, qualifiers=fact.qualifiers + missing) if missing else fact
                if surroundings.is_of_another_race(told):
                    continue
                if told.status is Status.ASSERTED and surroundings.is_unsure(reading.lattice, match, told):
                    told = replace(told, status=Status.CANDIDATE)
                yield circumstances.settle(reading.lattice, match, told, reading.standing, points)


def _is_parting(statement: Statement, fact: Fact) -> bool:
    """Tell whether a fact is of the one whom another followed in office, and does not say when."""
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
    kind, behind = match.slots[-1][1].kind, lattice.tokens.lower[match.end : match.end + 1]
    if kind not in OWNERS or not behind:
        return False
    return behind[0] in ("'s", "'") or (kind not in PEOPLE and behind[0] in lexicon.words("party-part"))


def _of_the_last(lattice: Lattice, slots: dict[str, Mention]) -> None:
    """Give an office in apposition to the last of several persons: "Ann Lee and Bo Chan, its secretary"."""
    person, role = slots.get("person"), slots.get("role")
    lower = lattice.tokens.lower
    if person is None or role is None or len(person.items) < 2 or lower[role.end - 1].endswith("s"):
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
    if span is not None:
        slots.setdefault("period", span)
    dating.date_election(slots, reading.polls, reading.sort, reading.race)
    return slots


def names_another_party(lattice: Lattice, subject: Entity) -> bool:
    """Tell whether a sentence names a party that is not the article's own."""
    return any(
        edge.kind in ("party", "partisan") and edge.entity != subject and not edge.items
        for edges in lattice.edges
        for edge in edges
    )


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
    subjects = _values(statement.subject, slots, SUBJECT_RANGES.get(predicate.subject_kind, "Party"), reading)
    objects = _values(statement.object, slots, predicate.range, reading) if subjects else []
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
            qualifiers=pairs + _approximate(statement, target),
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
        values = [found for found, _ in _values(value, slots, qualifiers()[name].range, reading)]
        # Nobody is elected in two places: what a list of places goes on with is another's.
        pairs += [Qualifier(name, found) for found in (values[:1] if name == "place" else values)]
        if name == "party" and statement.predicate in STOOD and _chosen(value, slots) == "topic":
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
    name = target.name if isinstance(target, Entity) else target.lexical
    own = (subject.name.casefold(), DISAMBIGUATION.sub("", subject.name).casefold())
    return predicate in ("altName", "formerName") and name.casefold() in own


SUBJECT_RANGES = {"party": "Party", "person": "Person", "place": "Place", "election": "Election", "article": "Work"}


def _approximate(statement: Statement, target: Entity | Literal) -> tuple[Qualifier, ...]:
    if isinstance(target, Literal) and target.approximate and statement.predicate == "memberCount":
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


# --------------------------------------------------------------------------- values


def _values(
    value: Value, slots: Mapping[str, Mention], range_: str, reading: Reading
) -> list[tuple[Entity | Literal, Mention | None]]:
    """Return the values, each with the mention that it was read from; a constant has none."""
    if value.constant:
        return [(_constant(value.constant, range_, reading), None)]
    found: list[tuple[Entity | Literal, Mention | None]] = []
    for path in value.slots:
        mention = _walk(path, slots)
        if mention is not None:
            for item in mention.items or (mention,):
                one = _convert(item, range_, reading)
                if one is not None:
                    found.append((one, item))
            break
    return found


def _chosen(value: Value, slots: Mapping[str, Mention]) -> str:
    """Return the first path of a value that is filled, empty if none is."""
    for path in value.slots:
        if _walk(path, slots) is not None:
            return path
    return ""


def _walk(path: str, slots: Mapping[str, Mention]) -> Mention | None:
    """Follow ``slot``, ``slot.part``, ``slot.part.part``, ``slot#kind`` or ``slot@kind``.

    The last two keep only the members whose entity, or mention, is of that kind.
    """
    name, parts, kind, sort = _pieces(path)
    mention = slots.get(name)
    for part in parts:
        mention = mention.part(part) if mention is not None else None
    if mention is None or not (kind or sort):
        return mention
    items = tuple(
        item
        for item in mention.items or (mention,)
        if item.kind == sort or (kind and item.entity and item.entity.kind.value == kind)
    )
    return replace(mention, items=items) if items else None


@cache
def _pieces(path: str) -> tuple[str, tuple[str, ...], str, str]:
    """Take a path apart: the slot, and the part, the kind of entity and the kind of mention that are asked for."""
    path, _, sort = path.partition("@")
    name, _, kind = path.partition("#")
    name, *parts = name.split(".")
    return name, tuple(parts), kind, sort


def _constant(text: str, range_: str, reading: Reading) -> Entity | Literal:
    if range_ in ENTITY_RANGES:
        return Entity(text, ENTITY_RANGES[range_])
    if range_ == "Boolean":
        return Literal(text, Datatype.BOOLEAN)
    if range_ == "Count" and text.isdigit():
        return Literal(text, Datatype.NON_NEGATIVE)
    return Literal(text)


def _convert(mention: Mention, range_: str, reading: Reading) -> Entity | Literal | None:
    if range_ in ENTITY_RANGES:
        kind = ENTITY_RANGES[range_]
        entity = mention.entity
        if kind in TITLED and entity != reading.subject and _has_capital_article(reading.lattice, mention):
            link = entity.link if entity is not None else None
            return Entity(f"The {mention.name}", entity.kind if entity is not None else kind, link)
        if entity is not None and entity.kind is Kind.PERSON and kind in BODIES:
            # A name that looks like a person's, where only a body can stand ("merged into Nova Terra").
            return Entity(entity.name, kind, entity.link)
        if (
            entity is None
            or (entity.kind is not kind and kind in (Kind.BALLOT_LINE, Kind.OFFICE, Kind.ELECTION, Kind.WORK))
            or (
                # A party that is named by its ballot line is the party all the same.
                kind is Kind.PARTY and entity.kind is Kind.BALLOT_LINE
            )
        ):
            return Entity(mention.name, kind, entity.link if entity and kind is not Kind.BALLOT_LINE else None)
        return entity
    if range_ in ("Date", "Count", "Decimal", "Boolean"):
        return _literal(mention, range_)
    if range_ == "Name":
        stated = mention.literal.lang if mention.literal else None
        language = stated if stated and stated != "und" else reading.language
        return Literal(DISAMBIGUATION.sub("", _as_written(reading, mention)), Datatype.LANG_STRING, language)
    if range_ == "NativeName":
        spoken = mention.literal.lang if mention.literal else "und"
        return Literal(_as_written(reading, mention), Datatype.LANG_STRING, spoken)
    return Literal(f"The {mention.name}" if _has_capital_article(reading.lattice, mention) else mention.name)


def _as_written(reading: Reading, mention: Mention) -> str:
    """Return the name of a mention; of the article's party, whose names all stand for one, that of the sentence."""
    tokens = reading.lattice.tokens
    first = mention.start + (tokens.lower[mention.start] == "the")
    named = mention.entity == reading.subject and mention.kind != "quoted" and mention.end - first > 1
    return tokens.show(first, mention.end) if named and tokens.words[first][0].isupper() else mention.name


def _has_capital_article(lattice: Lattice, mention: Mention) -> bool:
    """Tell whether a name begins with its article, written as a part of it ("won by The Greens")."""
    words, at = lattice.tokens.words, mention.start
    if words[at : at + 1] != ("The",):
        at -= 1
    return at > 0 and words[at] == "The" and words[at - 1].islower() and not mention.name.startswith("The ")


def _literal(mention: Mention, range_: str) -> Literal | None:
    literal = mention.literal
    if literal is None:
        return None
    integral = literal.datatype in (Datatype.INTEGER, Datatype.NON_NEGATIVE)
    if range_ == "Count":
        return literal if integral else None
    if range_ == "Decimal" and integral:
        return Literal(literal.lexical, Datatype.DECIMAL, approximate=literal.approximate)
    if range_ == "Date" and integral:
        return None
    return literal
