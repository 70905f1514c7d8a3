"""Finds the sentences that say again what the infobox states, in whatever words.

Where no phrase has read a statement of the infobox from a sentence that names its object, names the party and speaks
of the matter by one of the cue words of ``ontology/lexicon/cues.tsv``, the two agree: the sentence is evidence as well.
Nothing new can come of it, and nothing that is denied, planned, doubted or put into somebody's mouth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise

from partygraph.extraction.prose import scope, surroundings
from partygraph.extraction.prose.annotators.reckoning import year_of
from partygraph.extraction.prose.corroboration.bearing import (
    NEAR,
    REACH,
    has_an_office_behind,
    is_aside,
    is_between,
    is_cue,
    is_of_a_neighbour,
    is_of_a_part,
    is_of_a_person,
    is_of_somebody,
    is_of_the_last_named,
    tells_of_founding,
)
from partygraph.extraction.prose.corroboration.mergers import is_no_union, is_of_a_wing, merged_itself, went_into_it
from partygraph.extraction.prose.corroboration.objects import (
    OWN,
    is_of,
    is_of_another,
    is_part_of_name,
    is_within,
    name_of,
)
from partygraph.extraction.prose.homes import elsewhere
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.reading import Reading
from partygraph.model import Entity, Fact, Kind, Literal, Qualifier, Status
from partygraph.resources import folder
from partygraph.rules import lexicon
from partygraph.rules.lexicon import rows

RULE = "infobox-agrees"
PERIOD = frozenset({"start", "end", "current", "as", "status"})
WIDE = 24
"""The same of a merger, which names all that went into it, with remarks."""
UNIONS = frozenset({"mergedInto", "successor"})
MERGERS = UNIONS | {"mergedFrom"}
AND_THEN = (("and", "in"), ("and", "on"))
OPINIONS = frozenset({"ideology", "position"})
BY_TRADITION = (("traditionally",), ("historically",), ("formerly",), ("originally",))
ASIDE = frozenset({"against", "parties", "allies", "rivals", "opponents", "voters", "question", "issue", "debate"})
"""Words before a view that make it somebody else's."""
LEAVING = frozenset({"left", "quit", "expelled", "withdrew", "departed", "leaving"})
GOING = lexicon.words("end-of-office")
"""Words of an officer's end or return, of whose time the infobox does not tell."""
DOUBTS = ("negation", "plan", "condition", "hedge", "attribution", "yet-to-be")


def corroborate(reading: Reading, known: Iterable[Fact], said: Iterable[Fact] = ()) -> Iterator[Fact]:
    """Yield the statements of the infobox, ``known``, that a sentence says again and that are not among ``said``."""
    lattice = reading.lattice
    if not any(edge.kind in OWN for edges in lattice.edges for edge in edges):
        return
    # That another party went into the same whole does not tell it of this one.
    mine = [fact for fact in said if fact.subject == reading.subject or fact.predicate != "mergedInto"]
    told = {(fact.predicate, name_of(fact.object)) for fact in mine}
    doubted: bool | None = None
    for fact in known:
        words = cues().get(fact.predicate, frozenset())
        if words.isdisjoint(lattice.present) or (fact.predicate, name_of(fact.object)) in told:
            continue
        if _may_be_of_something_else(reading, fact) or _is_dated_otherwise(lattice, fact):
            continue
        found = _found(lattice, fact, words)
        if found is None or found[0].part("counted") is not None:
            continue
        if doubted is None:
            doubted = is_doubted(lattice)
        if doubted:
            return
        mention, cue = found
        relative = cue > mention.start and lattice.tokens.lower[mention.start - 1] in lexicon.words("relative")
        if fact.predicate == "founder" and reading.others and relative:
            continue  # "founded by the Red League, which Ann Lee had created"
        if fact.predicate == "founder" and cue > mention.start and _is_of_a_longer_name(lattice, cue + 1):
            continue
        value = mention.literal if isinstance(fact.object, Literal) and mention.literal else fact.object
        limits = _told_limits(fact, lattice, cue)
        if fact.predicate.startswith("affiliation") and not limits and not LEAVING.isdisjoint(lattice.tokens.words):
            continue  # "It left the coalition", and who is in the United Left has not left it
        told.add((fact.predicate, name_of(fact.object)))
        yield Fact(
            subject=reading.subject,
            predicate=fact.predicate,
            object=value,
            source="prose",
            evidence=(reading.quote(min(mention.start, cue), max(mention.end, cue + 1)),),
            rule=RULE,
            qualifiers=_office(fact, lattice) + (limits or _standing(fact, lattice)),
        )


def _is_of_a_longer_name(lattice: Lattice, at: int) -> bool:
    """Tell whether what somebody founded is named otherwise than the party: "formed the Blue Party Renewed"."""
    at += lattice.tokens.lower[at : at + 1] == ("the",)
    edges = lattice.edges[at] if at < len(lattice.tokens) else []
    return bool(edges) and lattice.tokens.words[at][:1].isupper() and not any(edge.kind in OWN for edge in edges)


def is_doubted(lattice: Lattice) -> bool:
    """Tell whether a sentence denies, plans, conditions, hedges or attributes anything, outside its names."""
    told = scope.plain(lattice, 0, len(lattice.tokens))
    return any(scope.holds(told, kind) for kind in DOUBTS)


def _may_be_of_something_else(reading: Reading, fact: Fact) -> bool:
    """Tell whether the words of a sentence can be about another matter than a statement of the infobox."""
    present, predicate = reading.lattice.present, fact.predicate
    if reading.others and (isinstance(fact.object, Literal) or predicate == "leader" or predicate in OPINIONS):
        return True  # of several parties in a sentence a date, an office or a view may be anybody's
    if predicate in MERGERS and name_of(fact.object).isalpha() and _is_short(fact.object):
        return True  # initials in the infobox stand for a name that the sentence has
    if isinstance(fact.object, Literal) and "same name" in " ".join(reading.lattice.tokens.lower):
        return True  # "Its roots lie in an association of the same name set up in 1949"
    if predicate == "founder" and not {"anew", "afresh"}.isdisjoint(present):
        return True  # "Ann Lee set up the Azure Front anew as the Blue Party — Azure Front"
    if predicate == "founded" and not lexicon.words("made-lawful").isdisjoint(present):
        return True  # "Its recognition dates from 9 September 2014"
    if predicate in OPINIONS and any(edge.kind == "group" for edges in reading.lattice.edges for edge in edges):
        return True  # "It came second, behind Azurai, that of the mainstream socialists"
    if predicate in OPINIONS and reading.lattice.tokens.lower[:1] in BY_TRADITION:
        return True  # "Traditionally a part of the centre-left, it has also sided with the centre-right"
    if predicate in OPINIONS:
        # "It has been described as liberal" is what somebody says.
        return not lexicon.words("opinion-verb").isdisjoint(present)
    if predicate in UNIONS:
        # "Most of the members joined the Red Party" does not say that the party did.
        return not lexicon.words("some-members").isdisjoint(present)
    if predicate == "leader":
        # "Lee died in 2019 and was succeeded as president"; nor does "re-elected" tell when a time began and ended.
        return not GOING.isdisjoint(present)
    return predicate == "newspaper" and "editor" in present  # "Ann Lee, editor of the newspaper Azure Star"


def _is_dated_otherwise(lattice: Lattice, fact: Fact) -> bool:
    """Tell whether a sentence gives another period than the infobox: "its membership extended from 2002 to 2009"."""
    if lattice.present.isdisjoint(("{period}", "{date}")):
        return False
    stated = {pair.value.lexical[:4] for pair in _limits(fact) if isinstance(pair.value, Literal)}
    periods = (edge for edges in lattice.edges for edge in edges if edge.kind == "period" and not edge.items)
    told = {str(year_of(part)) for period in periods for _, part in period.parts if year_of(part)}
    dates = {str(year_of(edge)) for edges in lattice.edges for edge in edges if edge.kind == "date" and year_of(edge)}
    if fact.predicate.startswith("affiliation") and len(dates) == 1:
        told |= dates  # "In 1989 it became a member"
    return any(year.isdigit() for year in stated) and not told <= stated


def _limits(fact: Fact) -> tuple[Qualifier, ...]:
    """Return what the infobox says of the time of a statement, with the place where it does."""
    held = [pair for pair in fact.qualifiers if pair.name in PERIOD]
    return tuple(replace(pair, evidence=pair.evidence or fact.evidence[0]) for pair in held)


def _told_limits(fact: Fact, lattice: Lattice, cue: int) -> tuple[Qualifier, ...]:
    """Return what of these limits a sentence bears out: a year that it does not have is the infobox's alone.

    Where both are one year, or somebody joined then, the year does not tell that it was over.
    """
    reckoned = (edge for edges in lattice.edges for edge in edges if edge.kind == "date")
    years = {str(year_of(edge)) for edge in reckoned} | set(lattice.tokens.lower)
    limits = [pair for pair in _limits(fact) if _lexical(pair)[:4] in years or not _lexical(pair)[:4].isdigit()]
    begun = {_lexical(pair)[:4] for pair in limits if pair.name == "start"}
    joined = lattice.tokens.lower[cue] in ("joined", "admitted") and not begun
    return tuple(pair for pair in limits if pair.name != "end" or not (joined or _lexical(pair)[:4] in begun))


def _lexical(pair: Qualifier) -> str:
    return pair.value.lexical if isinstance(pair.value, Literal) else ""


def _office(fact: Fact, lattice: Lattice) -> tuple[Qualifier, ...]:
    """Return the office of a leader where the sentence names it as the infobox does."""
    role = fact.qualifier("role") if fact.predicate == "leader" else None
    named = isinstance(role, Literal) and lattice.present.issuperset(role.lexical.lower().split())
    return (Qualifier("role", role),) if named and role is not None else ()


def _standing(fact: Fact, lattice: Lattice) -> tuple[Qualifier, ...]:
    """Return the standing of a member that a sentence tells of: "it has observer status with the Green League"."""
    bodies = {
        edge.name for edges in lattice.edges for edge in edges if edge.kind == "affiliation" and not edge.items[1:]
    }
    if not fact.predicate.startswith("affiliation") or len(bodies) > 1:
        return ()  # "full membership of the Green League as well as observer status in the Azure Union"
    told = sorted(lexicon.words("membership-status") & lattice.present)
    lower = lattice.tokens.lower
    if len(told) == 1 and "member" in lattice.present and lower[lower.index(told[0]) + 1 :][:1] != ("member",):
        return ()  # "A member of the Green League and an observer in the Azure Union"
    return surroundings.membership(told) if len(told) == 1 else ()


def usable(facts: Iterable[Fact], subject: Entity) -> tuple[Fact, ...]:
    """Return the statements of an infobox that a sentence could say again."""
    return tuple(
        fact
        for fact in facts
        if fact.predicate in cues()
        and fact.subject == subject
        and fact.status is Status.ASSERTED
        and fact.qualifier("scope") is None
    )


@cache
def cues() -> Mapping[str, frozenset[str]]:
    """Return the cue words of each predicate."""
    table = folder("ontology") / "lexicon" / "cues.tsv"
    return {row["predicate"]: frozenset(row["words"].split("|")) for row in rows(table)}


def _found(lattice: Lattice, fact: Fact, words: frozenset[str]) -> tuple[Mention, int] | None:
    """Return the mention of a statement's object and the cue nearest to it."""
    lower = lattice.tokens.lower
    person = isinstance(fact.object, Entity) and fact.object.kind is Kind.PERSON
    for edges in lattice.edges:
        for edge in edges:
            if edge.items or edge.end == edge.start or not is_of(edge, fact.object):
                continue
            if lower[edge.end : edge.end + 1] == (":",):
                continue  # "(Swedish: Folkpartiet)" is about a language
            if fact.predicate == "country" and elsewhere.is_none(lattice, edge):
                continue
            if fact.predicate in OPINIONS and (is_of_the_last_named(lattice, edge) or is_of_somebody(lattice, edge)):
                continue
            # "against a commitment to Marxism", "an ally of larger parties of the centre-right"; "behind the Red Party,
            # that of mainstream socialism" says what another is.
            if fact.predicate in OPINIONS and ("that", "of") in pairwise(lower[max(0, edge.start - 4) : edge.start]):
                continue
            aside = not ASIDE.isdisjoint(lower[max(0, edge.start - 6) : edge.start])
            if fact.predicate in OPINIONS and (aside or lattice.tokens.words[edge.start - 1] in ('"', "“", "«")):
                continue  # a newspaper called "Christian Democrat"
            if fact.predicate in UNIONS and (merged_itself(lower, edge) or went_into_it(lower, edge)):
                continue
            parts = lexicon.words("some-members")
            if fact.predicate == "mergedFrom" and not parts.isdisjoint(lower[max(0, edge.start - WIDE) : edge.start]):
                continue  # "of a union of most members of the Red Party"
            if fact.predicate == "mergedFrom" and is_of_a_wing(lower, edge):
                continue
            if is_part_of_name(lattice, edge) or (person and is_aside(lattice, edge, words)):
                continue
            if edge.kind == "date" and is_of_another(lattice, edge):
                continue
            if is_of_a_neighbour(lattice, edge, fact.predicate):
                continue
            if edge.kind == "date" and (is_within(lattice, edge, "election") or is_of_a_part(lattice, words)):
                continue
            wide = NEAR if person or edge.kind == "date" else WIDE if fact.predicate in MERGERS else REACH
            last = edge.start if edge.kind == "date" else min(len(lower), edge.end + wide)
            near = [
                at
                for at in range(max(0, edge.start - wide), last)
                if is_cue(lattice, at, words, edge, person)
                and not (person and is_between(lattice, at, edge))
                and not (person and at < edge.start and lower[edge.start - 1] in ("with", "against", "to"))
                and not (person and at < edge.start and has_an_office_behind(lattice, edge))
                and not (fact.predicate in MERGERS and lattice.tokens.words[at].istitle())  # "United Azure Party (UAP)"
                and not (fact.predicate in MERGERS and is_no_union(lower, at, fact.predicate))
                and not (fact.predicate == "splitFrom" and lower[at : at + 2] == ("broke", "up"))
                and not (fact.predicate.startswith("affiliation") and is_of_a_person(lattice, at, edge))
                and not (edge.kind == "date" and dates_what_is_behind(lower, at, edge))
                and ";" not in lower[min(at, edge.start) : max(at, edge.start)]
            ]
            if fact.predicate == "founder":
                near = [at for at in near if tells_of_founding(lattice, at, edge)]
            if near:
                return edge, min(near, key=lambda at: abs(at - edge.start))
    return None


def dates_what_is_behind(lower: tuple[str, ...], cue: int, date: Mention) -> bool:
    """Tell whether a date opens what is told next: "formed a party of their own and in June 1939 voted against it"."""
    opens = cue < date.start and lower[date.start - 2 : date.start] in AND_THEN
    return opens and lower[date.end : date.end + 1] != (".",)


def _is_short(value: Entity | Literal) -> bool:
    return isinstance(value, Entity) and value.name.isupper()
