"""Reads the sentences of an article: every sentence ends as evidence of facts or as a left-out record.

The way of a sentence: ``names`` and ``annotators`` add mentions to its ``lattice``; ``clauses``, ``asides`` and
``coreference`` tell of whom each clause speaks; ``finding`` matches the phrases, and ``scope`` judges whether they are
plainly said; ``stating`` makes facts of them, of which ``doubts`` holds back what the words around leave open;
``homes`` and ``corroboration`` add what the article's opening and its infobox make sure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from partygraph.extraction import infobox
from partygraph.extraction.prose import (
    anchors,
    corroboration,
    finding,
    focus,
    homes,
    lead,
    outsiders,
    ownership,
    redundancy,
    rosters,
)
from partygraph.extraction.prose.annotators import blocs
from partygraph.extraction.prose.citations import cited, is_reference_list
from partygraph.extraction.prose.corroboration import cues
from partygraph.extraction.prose.names import initialisms, runs
from partygraph.extraction.prose.names.namekinds import kinds
from partygraph.extraction.prose.reading import LONGEST, announced, reading_of
from partygraph.extraction.prose.registry import LONGEST_PARAGRAPH, Registry
from partygraph.extraction.prose.tokens import capital, tokenise
from partygraph.model import Article, Entity, Fact, Kind, LeftOut, Literal, Section, Sentence, Status, written
from partygraph.rules import labels, lexicon
from partygraph.rules.predicates import predicates, qualifiers

LONGEST_NAME = 80
LONGEST_PERSON = 5
"""How many words one person's name has in an infobox; more of them are two names in a row."""
NAME_KEYS = frozenset({"name", "party_name", "abbreviation", "native_name", "other_name", "short_name"})
PLACE_KEYS = frozenset({"country", "state", "region"})
LINEAGE = frozenset({"predecessor", "successor", "splitFrom", "mergedFrom", "mergedInto"})
OFFICERS = frozenset({"leader", "founder", "defectedTo"})
MEMBERS = frozenset({"member", "nominated", "candidate", "elected"})
OURS = frozenset({"{ours}", "{officer}"})
"""The mentions of the party's people, whom the sentence itself may have told of."""
ENDINGS = frozenset({"dissolved", "mergedInto", "successor", "banned"})
WIDER = frozenset(name for name in predicates() if name.startswith("affiliation")) - {"affiliationNational"}
NAMING = frozenset({"abbreviation", "altName", "nativeName", "formerName", "renamedTo"})


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
        elif fact.predicate in OFFICERS and isinstance(fact.object, Entity) and _is_one_person(fact.object):
            registry.meet(fact.object)
        elif fact.predicate in LINEAGE and isinstance(fact.object, Entity) and runs.is_cut(fact.object.name):
            registry.meet(_as_read(fact.object))
    _learn_people(registry, known or ())
    registry.stated = cues.usable(known or (), subject)
    registry.officers = tuple(fact for fact in registry.stated if fact.predicate == "leader" and _is_current(fact))
    registry.defunct = _is_defunct(registry.stated, subject)
    return registry


def _as_read(body: Entity) -> Entity:
    """Return a body of the infobox as a sentence would show it: a party where its name says so."""
    tokens = tokenise(body.name)
    return replace(body, kind=Kind.PARTY) if kinds(tokens, 0, len(tokens))[:1] == ("party",) else body


def _is_one_person(entity: Entity) -> bool:
    """Tell whether an object is a person, and not two whose names the infobox has in a row."""
    return entity.kind is Kind.PERSON and len(entity.name.split()) <= LONGEST_PERSON


def _is_current(fact: Fact) -> bool:
    return not any(qualifiers()[pair.name].limits for pair in fact.qualifiers)


def _is_defunct(facts: Iterable[Fact], subject: Entity) -> bool:
    """Tell whether facts say that a party is gone, or that it was active up to a time."""
    return any(
        fact.predicate in ENDINGS
        and fact.subject == subject
        and (fact.status is Status.ASSERTED or (fact.status is Status.INFERRED and _was_active(fact)))
        for fact in facts
    )


def _was_active(fact: Fact) -> bool:
    return "active" in fact.evidence[0].quote.lower().split()


def read(article: Article, registry: Registry) -> tuple[list[Fact], list[LeftOut]]:
    """Read all sentences; the registry learns names on the way."""
    facts: list[Fact] = [*lead.names(article, registry), *initialisms.learn(article, registry)]
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
        registry.headed = announced(section, registry)
        registry.roster = rosters.announced(section, None, registry)
    if sentence.kind != "item":
        registry.roster = rosters.announced(section, sentence, registry)
        if registry.is_told_of(sentence.view.text):
            return [], [LeftOut(article.evidence(sentence.span), "repeated")]
        if registry.is_worn_out_by(sentence.view.text):
            note = f"behind {LONGEST_PARAGRAPH} characters of one paragraph; an empty line begins another"
            return [], [LeftOut(article.evidence(sentence.span), "endless-paragraph", note)]
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
        registry.person, registry.people = None, ()  # whoever is told of there has not been met
        return [], [LeftOut(whole, "too-long", f"{len(sentence.view.text)} characters")]
    reading = reading_of(article, sentence, registry)
    lattice = reading.lattice
    is_listed = sentence.kind == "item" and registry.roster
    listed = list(rosters.read(reading, section, registry.roster)) if is_listed else []
    facts, reasons = finding.state_all(reading)
    facts += listed
    if (
        _learn(registry, facts)
        and ownership.mark_people(lattice, registry)
        and anchors.index().wait_for(OURS, lattice.present)
    ):
        # The sentence has told of whom its other clauses speak ("its leader, Ann Lee, served as minister").
        facts, reasons = finding.state_all(reading)
        facts += listed
        _learn(registry, facts)
    facts = [
        outsiders.hold_back(redundancy.held_back(fact, registry), registry)
        for fact in redundancy.without(facts)
        if not _is_affiliation(fact, registry)
    ]
    if section is article.sections[0]:
        facts += homes.read(reading, registry, facts)
    facts = corroboration.settle(reading, sentence, registry, facts)
    registry.say(facts)
    outsiders.remember(lattice, registry, facts)
    blocs.remember(lattice, registry, facts)
    focus.move_on(registry, lattice, facts)
    if facts:
        return facts, []
    if reasons:
        reason, word, rule = reasons[0]
        return [], [LeftOut(whole, reason, f"because of “{word}”", rule)]
    return [], [LeftOut(whole, "no-pattern")]


def _is_affiliation(fact: Fact, registry: Registry) -> bool:
    """Tell whether the infobox has an ally as the body that the party is affiliated to: "Progressive Alliance".

    An alliance within the country is one, whatever an infobox has it under: of "National affiliation" a sentence tells
    that the party joined it, and for which election.
    """
    return fact.predicate == "alliance" and any(
        known.predicate in WIDER and written(known.object) == written(fact.object) for known in registry.stated
    )


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
        if fact.predicate in homes.PLACED and fact.subject == registry.subject and fact.status is Status.ASSERTED:
            registry.homes.add(fact.predicate)
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
