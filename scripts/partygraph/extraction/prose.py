"""Reads the sentences of an article: every sentence ends as evidence of facts or as a left-out record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from partygraph.extraction import mentions, scope, stating
from partygraph.extraction.citations import cited, is_reference_list
from partygraph.extraction.clauses import grammatical_subject
from partygraph.extraction.lattice import Lattice, Mention
from partygraph.extraction.matching import Match, matches
from partygraph.extraction.registry import Registry
from partygraph.model import Article, Entity, Fact, Kind, LeftOut, Literal, Section, Sentence
from partygraph.rules import lexicon
from partygraph.rules.patterns import Program
from partygraph.rules.phrases import Phrase, phrases

LONGEST = 2500
"""Sentences of more characters are lists or tables in disguise, and are left out."""
LONGEST_NAME = 80
NAME_KEYS = frozenset({"name", "party_name", "abbreviation", "native_name", "other_name", "short_name"})
PLACE_KEYS = frozenset({"country", "state", "region"})
NAMING = frozenset({"abbreviation", "altName", "nativeName", "formerName", "renamedTo"})


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that matched, where, and what its surroundings make of it."""

    phrase: Phrase
    match: Match
    verdict: scope.Verdict


def registry_for(article: Article) -> Registry:
    """Return the registry that the reading of an article starts with: the names of its title and infobox."""
    subject = Entity(article.title, Kind.PARTY, article.title)
    rows = article.infobox.rows if article.infobox else ()
    names = [row.value.text.strip() for row in rows if row.key in NAME_KEYS and len(row.value.text) < LONGEST_NAME]
    registry = Registry.of(subject, *names)
    registry.country = _context(article)
    return registry


def read(article: Article, registry: Registry) -> tuple[list[Fact], list[LeftOut]]:
    """Read all sentences; the registry learns names on the way."""
    facts: list[Fact] = []
    left: list[LeftOut] = []
    for section in article.sections:
        for sentence in section.sentences:
            more, omitted = pass_by(article, section, sentence, registry)
            facts += more
            left += omitted
    return facts, left


def pass_by(
    article: Article, section: Section, sentence: Sentence, registry: Registry
) -> tuple[list[Fact], list[LeftOut]]:
    """Read one sentence; the sentences before it must have been read with the same registry."""
    if is_reference_list(section):
        return _references(article, sentence)
    registry.turn_to(sentence.place)
    return _sentence(article, sentence, registry)


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


def _sentence(article: Article, sentence: Sentence, registry: Registry) -> tuple[list[Fact], list[LeftOut]]:
    whole = article.evidence(sentence.span)
    if len(sentence.view.text) > LONGEST:
        return [], [LeftOut(whole, "too-long", f"{len(sentence.view.text)} characters")]
    lattice = mentions.read(sentence.view, registry)
    polls = _polls(lattice)
    heard = polls or (registry.polls if "{date}" not in lattice.present else ())
    registry.polls = polls
    reading = stating.Reading(article, sentence.view, lattice, registry.subject, article.source.language, heard)
    facts: list[Fact] = []
    reasons: list[tuple[str, str, str]] = []
    for found in find(lattice):
        if found.verdict.worth == "blocked":
            reasons.append((found.verdict.reason, found.verdict.word, found.phrase.name))
            continue
        facts += stating.state(reading, found.phrase, found.match, found.verdict)
    _learn(registry, facts)
    _move_on(registry, lattice)
    if facts:
        return facts, []
    if reasons:
        reason, word, rule = reasons[0]
        return [], [LeftOut(whole, reason, f"because of “{word}”", rule)]
    return [], [LeftOut(whole, "no-pattern")]


def _polls(lattice: Lattice) -> tuple[Mention, ...]:
    """Return the elections that a sentence names, each once."""
    found = {
        edge.name: edge
        for edges in lattice.edges
        for edge in edges
        if edge.kind == "election" and edge.entity is not None and not edge.items
    }
    return tuple(found.values())


def find(lattice: Lattice) -> list[Found]:
    """Return the phrases that match a sentence, in the order of the rules, without those that another one outranks."""
    found = []
    for phrase, program in _candidates(lattice):
        for match in matches(program, lattice):
            verdict = scope.Verdict() if phrase.policy == "presupposed" else scope.judge(lattice, match)
            found.append(Found(phrase, match, verdict))
    return [item for item in found if not any(_outranked(item, other) for other in found)]


def _outranked(item: Found, other: Found) -> bool:
    one, two = item.match, other.match
    return item.phrase.name in other.phrase.outranks and one.start < two.end and two.start < one.end


def _candidates(lattice: Lattice) -> list[tuple[Phrase, Program]]:
    index, always = _index()
    numbers = {number for word in lattice.present for number in index.get(word, ())}
    numbers.update(always)
    table = _programs()
    return [table[number] for number in sorted(numbers)]


@cache
def _programs() -> tuple[tuple[Phrase, Program], ...]:
    return tuple((phrase, program) for phrase in phrases() for program in phrase.programs)


@cache
def _index() -> tuple[Mapping[str, tuple[int, ...]], tuple[int, ...]]:
    """Enter each program under the words of which a sentence must have one, so that few programs are tried."""
    index: dict[str, list[int]] = {}
    always: list[int] = []
    for number, (_, program) in enumerate(_programs()):
        verbal = [need for need in program.needs if not any(word.startswith("{") for word in need)]
        needs = min(verbal or program.needs, key=len, default=None)
        if needs is None:
            always.append(number)
            continue
        for word in sorted(needs):
            index.setdefault(word, []).append(number)
    return {word: tuple(found) for word, found in index.items()}, tuple(always)


# --------------------------------------------------------------------------- what a sentence leaves behind


def _learn(registry: Registry, facts: list[Fact]) -> None:
    for fact in facts:
        if fact.predicate == "type" and fact.subject == registry.subject and isinstance(fact.object, Literal):
            registry.nouns.update(set(fact.object.lexical.split()[-1:]) & lexicon.words("reunion-noun"))
        if fact.predicate not in NAMING or not isinstance(fact.object, Literal):
            continue
        if fact.subject == registry.subject:
            registry.call(fact.object.lexical)
        elif fact.predicate == "abbreviation":
            registry.abbreviate(fact.object.lexical, fact.subject)


def _bodies(lattice: Lattice) -> set[str]:
    """Return the names of the parties and organisations that a sentence speaks of."""
    return {
        edge.entity.name
        for edges in lattice.edges
        for edge in edges
        if edge.kind in ("party", "organisation") and edge.entity is not None and not edge.items
    }


def _move_on(registry: Registry, lattice: Lattice) -> None:
    subject = grammatical_subject(lattice)
    focus = subject.entity if subject is not None and not subject.items else None
    others = _bodies(lattice) - {registry.subject.name}
    if (focus is None or focus.kind is Kind.PERSON) and not others and registry.focus in (registry.subject, None):
        # A sentence about a person, or about nothing that we know, leaves the article's party the only "it".
        focus = registry.subject if registry.focus is not None or _bodies(lattice) else None
    registry.focus = focus
    persons: dict[str, Entity] = {}
    for edges in lattice.edges:
        for edge in edges:
            if edge.kind == "person" and edge.entity is not None and edge.entity.kind is Kind.PERSON and not edge.items:
                persons[edge.entity.name] = edge.entity
    registry.person = next(iter(persons.values())) if len(persons) == 1 else None
