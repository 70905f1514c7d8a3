"""Reads the sentences of an article: every sentence ends as evidence of facts or as a left-out record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from partygraph.extraction import infobox
from partygraph.extraction.prose import (
    anchors,
    circumstances,
    contests,
    corroboration,
    focus,
    lead,
    mentions,
    ownership,
    redundancy,
    rosters,
    scope,
    stating,
)
from partygraph.extraction.prose.citations import cited, is_reference_list
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.matching import Match, Matcher
from partygraph.extraction.prose.namekinds import kinds
from partygraph.extraction.prose.reading import LONGEST, Reading, names_another_party
from partygraph.extraction.prose.registry import Registry
from partygraph.extraction.prose.subjects import grammatical_subject, is_governed
from partygraph.extraction.prose.tokens import capital, tokenise
from partygraph.model import Article, Entity, Fact, Kind, LeftOut, Literal, Section, Sentence, Status, written
from partygraph.rules import labels, lexicon
from partygraph.rules.phrases import Phrase
from partygraph.rules.predicates import qualifiers

LONGEST_NAME = 80
NAME_KEYS = frozenset({"name", "party_name", "abbreviation", "native_name", "other_name", "short_name"})
PLACE_KEYS = frozenset({"country", "state", "region"})
LINEAGE = frozenset({"predecessor", "successor", "splitFrom", "mergedFrom", "mergedInto"})
OFFICERS = frozenset({"leader", "founder", "defectedTo"})
MEMBERS = frozenset({"member", "nominated", "candidate", "elected"})
OURS = frozenset({"{ours}", "{officer}"})
"""The mentions of the party's people, whom the sentence itself may have told of."""
NAMED = frozenset({"party", "organisation", "body", "person"})
LOOSE = frozenset({"party", "group", "name", "organisation", "other-party"})
LONGEST_CUT = 12
"""How many words a name can have before the place where a match ends."""
ENDINGS = frozenset({"dissolved", "mergedInto", "successor", "banned"})
NAMING = frozenset({"abbreviation", "altName", "nativeName", "formerName", "renamedTo"})


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that matched, where, and what its surroundings make of it."""

    phrase: Phrase
    match: Match
    verdict: scope.Verdict


def registry_for(article: Article, known: Iterable[Fact] | None = None) -> Registry:
    """Return the registry that the reading of an article starts with: the names of its title and infobox.

    ``known`` are the facts of the infobox; they are read from it where they are not given.
    """
    subject = Entity(article.title, Kind.PARTY, article.title)
    rows = article.infobox.rows if article.infobox else ()
    names = [row.value.text.strip() for row in rows if row.key in NAME_KEYS and len(row.value.text) < LONGEST_NAME]
    facts = tuple(infobox.read_rows(article, subject)[0] if known is None else known)
    # Nothing splits from itself: who has "Split: Azure Congress" and is "Azure Congress (Democratic)" is not that one.
    bare = labels.undisambiguated(article.title)
    apart = any(
        isinstance(fact.object, Entity) and fact.object.name == bare != article.title
        for fact in facts
        if fact.predicate == "splitFrom" or (fact.predicate in LINEAGE and labels.is_distinction(article.title))
    )
    registry = Registry.of(subject, *(name for name in names if not (apart and name == bare)), apart=apart)
    registry.country = _context(article)
    for fact in facts:
        if fact.predicate in ("country", "region") and isinstance(fact.object, Entity):
            territory = lexicon.territories().get(fact.object.name)
            if territory is None or territory.kind != fact.predicate:
                registry.places[fact.object.name] = fact.predicate
        elif fact.predicate in OFFICERS and isinstance(fact.object, Entity) and fact.object.kind is Kind.PERSON:
            registry.meet(fact.object)
    _learn_people(registry, known or ())
    registry.stated = corroboration.usable(known or (), subject)
    registry.officers = tuple(fact for fact in registry.stated if fact.predicate == "leader" and _is_current(fact))
    registry.defunct = _is_defunct(registry.stated, subject)
    return registry


def _is_current(fact: Fact) -> bool:
    return not any(qualifiers()[pair.name].limits for pair in fact.qualifiers)


def _is_defunct(facts: Iterable[Fact], subject: Entity) -> bool:
    """Tell whether facts say that a party is gone."""
    return any(
        fact.predicate in ENDINGS and fact.subject == subject and fact.status is Status.ASSERTED for fact in facts
    )


def read(article: Article, registry: Registry) -> tuple[list[Fact], list[LeftOut]]:
    """Read all sentences; the registry learns names on the way."""
    facts: list[Fact] = lead.names(article, registry)
    left: list[LeftOut] = []
    for section in article.sections:
        for sentence in section.sentences:
            more, omitted = pass_by(article, section, sentence, registry)
            facts += more
            left += omitted
    return facts, left


def _other_party(section: Section, registry: Registry) -> Entity | None:
    """Return the party whose name is the heading of a section, if it is not the article's."""
    if not section.heading:
        return None
    tokens = tokenise(section.heading)
    named = len(tokens) > 1 and kinds(tokens, 0, len(tokens))[:1] == ("party",) and all(map(capital, tokens.words))
    known = registry.find(section.heading) if named else None
    return None if not named or known == registry.subject else known or Entity(section.heading, Kind.PARTY)


def pass_by(
    article: Article, section: Section, sentence: Sentence, registry: Registry
) -> tuple[list[Fact], list[LeftOut]]:
    """Read one sentence; the sentences before it must have been read with the same registry."""
    if is_reference_list(section):
        return _references(article, sentence)
    registry.about = _other_party(section, registry)
    registry.turn_to(sentence.place)
    if sentence is section.sentences[0]:
        registry.roster = rosters.announced(section, None, registry)
    if sentence.kind != "item":
        registry.roster = rosters.announced(section, sentence, registry)
        if registry.is_told_of(sentence.view.text):
            return [], [LeftOut(article.evidence(sentence.span), "repeated")]
    return _sentence(article, section, sentence, registry)


def _context(article: Article) -> str:
    """Return the country that an article's party words ("Democrats") belong to, by the places that it names."""
    rows = article.infobox.rows if article.infobox else ()
    box = " ".join(row.value.text for row in rows if row.key in PLACE_KEYS)
    for name in lexicon.terms_in("partisan"):
        places = lexicon.territories()
        names = [key for key, value in places.items() if value.name == name and len(key) > 2]
        regions = [key for key, value in places.items() if value.within == name]
        if any(word in article.text for word in names) or any(region in box for region in regions):
            return name
    return ""


def _references(article: Article, sentence: Sentence) -> tuple[list[Fact], list[LeftOut]]:
    fact = cited(article, sentence)
    if fact is not None:
        return [fact], []
    return [], [LeftOut(article.evidence(sentence.span), "reference-list")]


def _sentence(
    article: Article, section: Section, sentence: Sentence, registry: Registry
) -> tuple[list[Fact], list[LeftOut]]:
    whole = article.evidence(sentence.span)
    if len(sentence.view.text) > LONGEST:
        return [], [LeftOut(whole, "too-long", f"{len(sentence.view.text)} characters")]
    reading = reading_of(article, sentence, registry)
    lattice = reading.lattice
    is_listed = sentence.kind == "item" and registry.roster
    listed = list(rosters.read(reading, section, registry.roster)) if is_listed else []
    facts, reasons = _state(reading)
    facts += listed
    if (
        _learn(registry, facts)
        and ownership.mark_people(lattice, registry)
        and anchors.index().wait_for(OURS, lattice.present)
    ):
        # The sentence has told of whom its other clauses speak ("its leader, Ann Lee, served as minister").
        facts, reasons = _state(reading)
        facts += listed
        _learn(registry, facts)
    facts = [
        redundancy.held_back(fact, registry)
        for fact in redundancy.without(facts)
        if not _is_affiliation(fact, registry)
    ]
    facts += corroboration.corroborate(reading, registry.stated, facts)
    focus.move_on(registry, lattice, facts)
    if facts:
        return facts, []
    if reasons:
        reason, word, rule = reasons[0]
        return [], [LeftOut(whole, reason, f"because of “{word}”", rule)]
    return [], [LeftOut(whole, "no-pattern")]


def reading_of(article: Article, sentence: Sentence, registry: Registry) -> Reading:
    """Return the mentions of a sentence with what it is read against; the registry hears of elections on the way."""
    lattice = mentions.read(sentence.view, registry)
    polls = contests.named(lattice)
    own_time = "{date}" in lattice.present or not lexicon.words("own-time").isdisjoint(lattice.present)
    heard = polls or (() if own_time else registry.polls)
    registry.hear_of(polls)
    reading = Reading(
        article,
        sentence.view,
        lattice,
        registry.subject,
        article.source.language,
        heard,
        registry.sort,
        registry.race,
        contests.assembly(lattice) or (None if contests.is_of_another_kind(lattice, polls) else registry.assembly),
        _speaks_of_own(lattice, registry),
        names_another_party(lattice, registry.subject),
        circumstances.Standing(registry.defunct, registry.officers),
    )
    registry.assembly = reading.assembly
    return reading


def _is_affiliation(fact: Fact, registry: Registry) -> bool:
    """Tell whether the infobox has an ally as the body that the party is affiliated to: "Progressive Alliance"."""
    return fact.predicate == "alliance" and any(
        known.predicate.startswith("affiliation") and written(known.object) == written(fact.object)
        for known in registry.stated
    )


def _state(reading: Reading) -> tuple[list[Fact], list[tuple[str, str, str]]]:
    """Return the facts of all phrases that match, and why others that match state none."""
    facts: list[Fact] = []
    reasons: list[tuple[str, str, str]] = []
    for found in find(reading.lattice):
        if found.verdict.worth == "blocked":
            reasons.append((found.verdict.reason, found.verdict.word, found.phrase.name))
        else:
            facts += (fact for fact, _ in stating.state(reading, found.phrase, found.match, found.verdict))
    return facts, reasons


def _speaks_of_own(lattice: Lattice, registry: Registry) -> bool:
    subject = grammatical_subject(lattice)
    return subject is not None and subject.entity == registry.subject


def find(lattice: Lattice) -> list[Found]:
    """Return the phrases that match a sentence, in the order of the rules, without those that another one outranks."""
    found = []
    names: set[str] = set()
    known: set[tuple[object, ...]] = set()
    matcher = Matcher(lattice)
    for phrase, program, places in anchors.index().able(lattice):
        for match in matcher.matches_at(program, places):
            # Several patterns of a phrase read the same alike, one to a comma and one to a full stop: once is enough.
            read = (phrase.name, match.start, *((slot, id(mention)) for slot, mention in match.slots))
            if read in known:
                continue
            if phrase.policy != "presupposed" and (is_governed(lattice, match) or _cuts_a_name(lattice, match)):
                continue
            known.add(read)
            verdict = scope.PLAIN if phrase.policy == "presupposed" else scope.judge(lattice, match)
            if verdict is scope.PLAIN and "electionResult" in {statement.predicate for statement in phrase.statements}:
                verdict = scope.judge_tally(lattice, match)
            found.append(Found(phrase, match, verdict))
            names.add(phrase.name)
    if all(item.phrase.outranks.isdisjoint(names) for item in found):
        return found
    return [item for item in found if not any(_outranked(item, other) for other in found)]


def _cuts_a_name(lattice: Lattice, match: Match) -> bool:
    """Tell whether a match ends within a name: "joined the Coalition" in "joined the Coalition for Change"."""
    return _goes_on(lattice, match) or any(
        edge.start < match.end < edge.end and edge.kind in NAMED and not edge.items
        for edges in lattice.edges[max(0, match.end - LONGEST_CUT) : match.end]
        for edge in edges
    )


def _goes_on(lattice: Lattice, match: Match) -> bool:
    """Tell whether a match ends with the first word of a name: "merged with the Independents of the North party"."""
    last = match.slots[-1][1] if match.slots else None
    words, at = lattice.tokens.words, match.end
    if last is not None and last.end == at and words[at : at + 1] == ("(",) and last.kind == "own":
        return _is_told_apart(lattice, at)
    if last is not None and last.end == at and words[at : at + 1] in (('"',), ("“",)) and last.kind in NAMED | LOOSE:
        return words[at + 1 : at + 2] != () and words[at + 1][0].isupper()  # Civic Union "Homeland"
    if last is None or last.end != at or words[at : at + 1] not in (("of",), ("for",)) or at + 1 >= len(words):
        return False
    item = last.items[-1] if last.items else last
    named = item.end - item.start - (lattice.tokens.lower[item.start] == "the")
    after = at + 1 + (words[at + 1] == "the")
    if words[item.end - 1].isupper() and _is_somebody(lattice, at + 1):
        return False  # "the APF of Ann Lee"
    return item.kind in LOOSE and named == 1 and after < len(words) and words[after][0].isupper()


def _is_somebody(lattice: Lattice, at: int) -> bool:
    """Tell whether a person's name of several words stands at a place, and no place's."""
    person = lattice.at(at, "person")
    return person is not None and person.end - at > 1 and lattice.tokens.words[at] not in lexicon.territories()


def _is_told_apart(lattice: Lattice, at: int) -> bool:
    """Tell whether a name goes on in brackets that tell it from its like: "formed the Red Party (Lee)"."""
    words = lattice.tokens.words
    end = next((end for end in range(at + 2, min(at + 6, len(words))) if words[end] == ")"), 0)
    inner = words[at + 1 : end]
    named = any(edge.kind.endswith("-name") or edge.kind == "acronym" for edge in lattice.edges[at + 1])
    return bool(inner) and not named and all(word[0].isupper() and not word.isupper() for word in inner)


def _outranked(item: Found, other: Found) -> bool:
    one, two = item.match, other.match
    return item.phrase.name in other.phrase.outranks and one.start < two.end and two.start < one.end


# --------------------------------------------------------------------------- what a sentence leaves behind


def _learn_people(registry: Registry, facts: Iterable[Fact]) -> bool:
    """Remember who is of the party, and tell whether there is anybody new; whoever left it for another is not."""
    before = len(registry.ours)
    left = False
    for fact in facts:
        if fact.predicate in OFFICERS and fact.subject == registry.subject and isinstance(fact.object, Entity):
            if fact.object.kind is Kind.PERSON:
                registry.ours.add(fact.object.name)
                role = fact.qualifier("role")
                if isinstance(role, Literal):
                    registry.posts[fact.object.name] = _office(role.lexical)
        elif fact.predicate in MEMBERS and registry.subject in (fact.object, fact.qualifier("party")):
            registry.ours.add(fact.subject.name)
            if isinstance(fact.object, Entity):
                registry.stood.add((fact.subject.name, fact.object.name))
        elif fact.predicate == "defectedTo" and isinstance(fact.object, Entity):
            registry.ours.discard(fact.object.name)
            left = True
    return left or len(registry.ours) > before


def _office(role: str) -> str:
    """Return an office without its place in a row: whom the infobox calls "First leader" was a leader."""
    first, _, rest = role.partition(" ")
    return rest[0].upper() + rest[1:] if rest and first.lower() in lexicon.words("in-a-row") else role


def _learn(registry: Registry, facts: list[Fact]) -> bool:
    """Learn from the facts of a sentence; tells whether the party's people are others now."""
    others = _learn_people(registry, facts)
    registry.defunct = registry.defunct or _is_defunct(facts, registry.subject)
    for fact in facts:
        if fact.predicate == "type" and fact.subject == registry.subject and isinstance(fact.object, Literal):
            called = lexicon.words("reunion-noun") | lexicon.words("movement-noun") | {"association"}
            registry.nouns.update(set(fact.object.lexical.lower().split()[-1:]) & called)
        if fact.predicate not in NAMING or not isinstance(fact.object, Literal):
            continue
        if fact.subject == registry.subject:
            registry.call(fact.object.lexical)
        elif fact.predicate == "abbreviation":
            registry.abbreviate(fact.object.lexical, fact.subject)
    return others
