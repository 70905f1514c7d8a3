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
from partygraph.extraction.prose.subjects import AUXILIARIES
from partygraph.model import Entity, Fact, Kind, Literal, Qualifier, Status
from partygraph.resources import folder
from partygraph.rules import lexicon
from partygraph.rules.lexicon import rows

RULE = "infobox-agrees"
FOUNDERS = ("founder", "co-founder", "cofounder")
"""Nouns that call somebody a founder; a party that is founded is so by somebody."""
PERIOD = frozenset({"start", "end", "current", "as", "status"})
REACH = 14
"""How many words may stand between the cue and the name."""
WIDE = 24
"""The same of a merger, which names all that went into it, with remarks."""
NEAR = 9
"""The same where the name is a person's or a date, of which a sentence may have several."""
NOUNS = lexicon.words("founding-noun")
BEFORE_TITLE = frozenset(
    {"party", "the", "its", "'s", "as", "and", "a", "current", "then", "former", "first", ",", "is"}
)
OF_PARTY = (("party",), ("its",), ("their",))
UNIONS = frozenset({"mergedInto", "successor"})
MERGERS = UNIONS | {"mergedFrom"}
AND_THEN = (("and", "in"), ("and", "on"))
OPINIONS = frozenset({"ideology", "position"})
BY_TRADITION = (("traditionally",), ("historically",), ("formerly",), ("originally",))
ASIDE = frozenset({"against", "parties", "allies", "rivals", "opponents", "voters", "question", "issue", "debate"})
"""Words before a view that make it somebody else's."""
SECTIONS = lexicon.words("home-section") | {"organization", "organisation"}
"""Nouns for what belongs to a greater body."""
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
            if fact.predicate in OPINIONS and (_is_of_the_last_named(lattice, edge) or _is_of_somebody(lattice, edge)):
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
            if is_part_of_name(lattice, edge) or (person and _is_aside(lattice, edge, words)):
                continue
            if edge.kind == "date" and is_of_another(lattice, edge):
                continue
            if _is_of_a_neighbour(lattice, edge, fact.predicate):
                continue
            if edge.kind == "date" and (is_within(lattice, edge, "election") or _is_of_a_part(lattice, words)):
                continue
            wide = NEAR if person or edge.kind == "date" else WIDE if fact.predicate in MERGERS else REACH
            last = edge.start if edge.kind == "date" else min(len(lower), edge.end + wide)
            near = [
                at
                for at in range(max(0, edge.start - wide), last)
                if _is_cue(lattice, at, words, edge, person)
                and not (person and _is_between(lattice, at, edge))
                and not (person and at < edge.start and lower[edge.start - 1] in ("with", "against", "to"))
                and not (person and at < edge.start and _has_an_office_behind(lattice, edge))
                and not (fact.predicate in MERGERS and lattice.tokens.words[at].istitle())  # "United Azure Party (UAP)"
                and not (fact.predicate in MERGERS and is_no_union(lower, at, fact.predicate))
                and not (fact.predicate == "splitFrom" and lower[at : at + 2] == ("broke", "up"))
                and not (fact.predicate.startswith("affiliation") and _is_of_a_person(lattice, at, edge))
                and not (edge.kind == "date" and dates_what_is_behind(lower, at, edge))
                and ";" not in lower[min(at, edge.start) : max(at, edge.start)]
            ]
            if fact.predicate == "founder":
                near = [at for at in near if _tells_of_founding(lattice, at, edge)]
            if near:
                return edge, min(near, key=lambda at: abs(at - edge.start))
    return None


def dates_what_is_behind(lower: tuple[str, ...], cue: int, date: Mention) -> bool:
    """Tell whether a date opens what is told next: "formed a party of their own and in June 1939 voted against it"."""
    opens = cue < date.start and lower[date.start - 2 : date.start] in AND_THEN
    return opens and lower[date.end : date.end + 1] != (".",)


def _is_of_a_neighbour(lattice: Lattice, mention: Mention, predicate: str) -> bool:
    """Tell whether a name or a date belongs to what stands before it, or came out of what is told.

    "Its founding after the revolution of 2011", "the Blue Union, which is a section of the Red League", "some left
    and formed another Red Party", "the Azure Party - Ghana".
    """
    lower = lattice.tokens.lower
    at = mention.start - (lower[mention.start - 1 : mention.start] in (("the",), ("another",)))
    before = lower[max(0, at - REACH) : at]
    match predicate:
        case "founded" | "dissolved":
            past = mention.kind == "date" and not {"after", "following"}.isdisjoint(before)
            had = "after" in before and "had" in before[before.index("after") :]  # "after the war had begun in 2011"
            return (past and (before[-1:] == ("of",) or had)) or "again" in before[-NEAR:]
        case "country":
            return before[-1:] in (("-",), ("–",)) and lattice.tokens.words[at - 2][:1].isupper()
        case "splitFrom":
            return before[-1:] != () and before[-1] in lexicon.words("founding-verb")
        case _:
            return (
                predicate.startswith("affiliation")
                and before[-1:] == ("of",)
                and before[-2:-1] != ()
                and before[-2] in SECTIONS
                and "which" in before[-NEAR:]
            )


def _is_of_a_person(lattice: Lattice, cue: int, body: Mention) -> bool:
    """Tell whether it is somebody who belongs to a body: "ties bind it to the Azure League, of which Lee is one"."""
    lower = lattice.tokens.lower
    at = next((at for at in range(body.end, cue) if lower[at : at + 2] == ("of", "which")), 0)
    return bool(at) and lattice.at(at + 2, "person") is not None and lattice.at(at + 2, "own") is None


def _tells_of_founding(lattice: Lattice, cue: int, person: Mention) -> bool:
    """Tell whether a cue makes a person this party's founder: "created by Ann Lee", not "Ann Lee formed a League"."""
    lower = lattice.tokens.lower
    if lower[cue].startswith(FOUNDERS):
        return True
    if cue < person.start:
        by = next((at for at in range(person.start - 1, cue, -1) if lower[at] == "by"), 0)
        # "Founded by Bo Chan, who was backed by Ann Lee"
        return by > 0 and AUXILIARIES.isdisjoint(lower[cue + 1 : by])
    if lower[cue - 1] in ("was", "were", "been"):
        return False  # "Ann Lee led it when it was founded"
    made = lattice.at(cue + 1, "party", "organisation", "group") if cue + 1 < len(lower) else None
    return made is None or any(edge.kind in OWN for edge in lattice.edges[cue + 1])


def _is_of_the_last_named(lattice: Lattice, opinion: Mention) -> bool:
    """Tell whether an apposition says what another body is: "from the United Farmers, an agrarian movement"."""
    lower = lattice.tokens.lower
    at = next((at for at in range(opinion.start - 1, max(0, opinion.start - NEAR), -1) if lower[at] == ","), 0)
    if not at or lower[at + 1] not in ("a", "an", "the"):
        return False
    end = at - 3 if lower[at - 1] == ")" and lower[at - 3 : at - 2] == ("(",) else at
    before = [edge for edges in lattice.edges[max(0, end - REACH) : end] for edge in edges if edge.end == end]
    return any(
        edge.kind in ("party", "organisation", "acronym", "other-party", "group") for edge in before
    ) and not any(edge.kind in OWN for edge in before)


def _is_of_somebody(lattice: Lattice, opinion: Mention) -> bool:
    """Tell whether a view is that of people: "it is based among conservative Azurians"."""
    behind = lattice.tokens.words[opinion.end : opinion.end + 1]
    return behind != () and (behind[0][0].isupper() or behind[0].lower() in lexicon.words("people-noun"))


def _is_of_a_part(lattice: Lattice, words: frozenset[str]) -> bool:
    """Tell whether a sentence names the party only as the owner of something: "its board was formed in 1990"."""
    lower = lattice.tokens.lower
    owners = [edge for edges in lattice.edges for edge in edges if edge.kind == "own-possessor"]
    named = [edge for edges in lattice.edges for edge in edges if edge.kind == "own"]
    bare = [edge for edge in named if lower[edge.end : edge.end + 1] not in (("'s",), ("'",))]
    return not bare and not any(words & set(lower[edge.end : edge.end + 3]) & set(NOUNS) for edge in owners)


def _is_cue(lattice: Lattice, at: int, words: frozenset[str], mention: Mention, person: bool) -> bool:
    """Tell whether a word is a cue: outside the name, and of the party ("its leader", and not "a union leader")."""
    lower = lattice.tokens.lower
    if lower[at] not in words or mention.start <= at < mention.end:
        return False
    if lower[at] == "founding" and not lexicon.words("meeting").isdisjoint(lower[at + 1 : at + 2]):
        return False  # whom its founding assembly elected did not found it alone, if at all
    titled = person and lattice.at(at, "role") is not None
    if person and lower[at] in lexicon.words("leading") and not _has_own(lattice, at + 1):
        # "Ann Lee headed a coalition": who headed the party is not told; "the wing led by Ann Lee" is not the party.
        if lower[at - 1 - (lower[at - 1] == ",")] in lexicon.words("led-noun"):
            return False
        if lower[at - 1] in lexicon.words("some-members"):
            return False  # "a body of former members headed by Ann Lee"
        return lower[at + 1 : at + 2] == ("by",) and mention.start > at
    if (titled or lower[at] in FOUNDERS) and lower[at + 1 : at + 2] == ("of",):
        # "President of Brazil", "leader of the opposition": a party's own is "leader of the party".
        after = at + 2 + (lower[at + 2 : at + 3] in (("the",), ("its",)))
        if lower[after : after + 1] != ("party",) and not any(edge.kind in OWN for edge in lattice.edges[after]):
            return False
    if titled and at and lower[at - 1] in ("'s", "'"):
        # "The miners' leader" leads no party.
        return any(edge.kind == "own-possessor" and edge.end == at for edges in lattice.edges[:at] for edge in edges)
    if person and lower[at] in lexicon.words("state-title") and lower[at - 1 : at] not in OF_PARTY:
        # "Current president Ann Lee" may be that of the country.
        return lower[at + 1 : at + 2] == ("of",)
    return not titled or at == 0 or lower[at - 1] in BEFORE_TITLE or lattice.at(at - 1, "role") is not None


def _has_own(lattice: Lattice, at: int) -> bool:
    """Tell whether the party is named at a place or a word behind it."""
    return any(edge.kind in OWN for edges in lattice.edges[at : at + 2] for edge in edges)


def _is_aside(lattice: Lattice, person: Mention, words: frozenset[str]) -> bool:
    """Tell whether a person is named only to say whose something is: "supporters of Ann Lee", "Ann Lee's niece"."""
    lower = lattice.tokens.lower
    at = person.start
    ranks = ("president", "general", "former")
    while at and (lattice.at(at - 1, "role", "office") is not None or lower[at - 1] in ranks):
        at -= 1
    owned = lower[at - 1 : at] == ("of",) and lower[at - 2 : at - 1] != () and lower[at - 2] not in words
    owns = lower[person.end : person.end + 1] in (("'s",), ("'",)) and lower[person.end + 1 : person.end + 2] != ()
    return owned or (owns and lower[person.end + 1] not in words)


def _is_between(lattice: Lattice, at: int, person: Mention) -> bool:
    """Tell whether another person is named between a cue and this one, and not in a list with this one."""
    lower = lattice.tokens.lower
    for other in range(min(at, person.end), max(at, person.start)):
        for edge in lattice.edges[other]:
            if edge.kind != "person" or edge.items or edge.end <= edge.start or other == person.start:
                continue
            between = lower[min(edge.end, person.end) : max(edge.start, person.start)]
            if edge.end > person.start and edge.start < person.end:
                continue
            if not set(between) <= {",", "and", ";", "&"}:
                return True
    return False


def _has_an_office_behind(lattice: Lattice, person: Mention) -> bool:
    """Tell whether somebody has the office behind the name: "its chairman was Bo Chan, Ann Lee its treasurer"."""
    lower, at = lattice.tokens.lower, person.end
    at += 1 if lower[at : at + 1] in (("its",), ("their",), ("as",), ("the",)) else 0
    return person.end < at < len(lower) and lattice.at(at, "role") is not None


def _is_short(value: Entity | Literal) -> bool:
    return isinstance(value, Entity) and value.name.isupper()
