"""Reads what an article's first sentence calls its party: names of another title, and names beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from partygraph.extraction.prose import anchors, mentions, scope
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match, Matcher
from partygraph.extraction.prose.reading import LONGEST
from partygraph.extraction.prose.registry import Registry
from partygraph.extraction.prose.spellings import DISAMBIGUATION
from partygraph.extraction.prose.subjects import defined_name, is_told_in_the_past
from partygraph.extraction.prose.tokens import tokenise
from partygraph.model import Article, Datatype, Entity, Fact, Literal
from partygraph.rules import lexicon
from partygraph.rules.phrases import Statement, phrases

LONGEST_SUBTITLE = 9
"""The words of a subtitle, the dash among them."""
FIRST = 16
"""How many sentences and leftover lines may stand before the first sentence, and it."""
SMALL = frozenset({"and", "of", "the", "&", "for"})
COPULA = re.compile(r"\b(?:is|was|are|were)\b")


def names(article: Article, registry: Registry) -> list[Fact]:
    """Learn the names that an article's first sentence gives to its party, and state the one that is not the title.

    "The New Citizens' Federation is a party in Japan" opens an article of another title: it is about that party. In
    "the Blue Party or Azure League (BP) is a party" the abbreviation and the rest are said of one party, not of two.
    """
    first = article.sections[0].sentences[:FIRST] if article.sections else ()
    sentence = next((one for one in first if COPULA.search(one.view.text)), first[0] if first else None)
    if sentence is None or len(sentence.view.text) > LONGEST:
        return []
    lattice = mentions.read(sentence.view, Registry.of(registry.subject, *registry.own, apart=registry.apart))
    facts = []
    cased = _in_other_case(lattice, registry.subject)
    if cased:
        registry.call(cased)
        lattice = mentions.read(sentence.view, Registry.of(registry.subject, *registry.own, apart=registry.apart))
    name = defined_name(lattice) or _titled(lattice, registry.subject)
    if name is not None and not _names_own(lattice, name, registry.subject):
        registry.call(name.name)
        if name.name.casefold() != registry.subject.name.casefold():
            predicate, rule, end = _as_earlier(lattice, name) or ("altName", "name-in-lead", name.end)
            span = sentence.view.span(lattice.tokens.starts[name.start], lattice.tokens.ends[end - 1])
            called = Literal(name.name, Datatype.LANG_STRING, article.source.language)
            evidence = (article.evidence(span),)
            facts.append(Fact(registry.subject, predicate, called, source="prose", evidence=evidence, rule=rule))
        lattice = mentions.read(sentence.view, Registry.of(registry.subject, *registry.own, apart=registry.apart))
    longer = _subtitled(lattice, registry.subject)
    if longer:
        registry.call(longer)
        lattice = mentions.read(sentence.view, Registry.of(registry.subject, *registry.own, apart=registry.apart))
    for alias in _aliases(lattice):
        registry.call(alias)
    registry.defunct = registry.defunct or is_told_in_the_past(lattice, registry.subject)
    return facts


def _in_other_case(lattice: Lattice, subject: Entity) -> str:
    """Return the title as a sentence opens with it in other letters: "Union azurée" in the article "Union Azurée".

    Empty where it does not, or writes it alike, or in small letters only, as a common noun.
    """
    tokens = lattice.tokens
    title = tokenise(DISAMBIGUATION.sub("", subject.name))
    first = int(tokens.lower[:1] == ("the",) and title.lower[:1] != ("the",))
    end = first + len(title)
    words = tokens.words[first:end]
    if tokens.lower[first:end] != title.lower or words == title.words or len(words) < 2:
        return ""
    return tokens.show(first, end) if words[0][0].isupper() and end < len(tokens) else ""


def _names_own(lattice: Lattice, name: Mention, subject: Entity) -> bool:
    """Tell whether the party is named before a name ends, other than by the end of that name itself."""
    return any(
        edge.entity == subject and not (name.start < edge.start and edge.end == name.end)
        for edges in lattice.edges[: name.end]
        for edge in edges
    )


def _aliases(lattice: Lattice) -> set[str]:
    """Return the other names that phrases read of the party itself, and no earlier or later ones."""
    found = set()
    for _, match, slots in _told(lattice, "altName"):
        told = lattice.tokens.lower[max(0, match.start - 1) : match.end]
        if not scope.holds(told, "other-time"):
            found |= {mention.name for slot, mention in match.slots if slot in slots}
    return found


def _as_earlier(lattice: Lattice, name: Mention) -> tuple[str, str, int] | None:
    """Return what tells that a name is an earlier one, and where that ends: "The Azure Front, now the Blue Party"."""
    for rule, match, slots in _told(lattice, "formerName"):
        named = (mention for slot, mention in match.slots if slot in slots)
        if any(mention.name == name.name and mention.start <= name.start for mention in named):
            last = max(mention.end for _, mention in match.slots)
            return "formerName", rule, last
    return None


def _told(lattice: Lattice, predicate: str) -> Iterator[tuple[str, Match, tuple[str, ...]]]:
    """Yield each match of a phrase that says something of the article's party, with the slots that tell what."""
    matcher = Matcher(lattice)
    for phrase, program, places in _telling(predicate).able(lattice):
        for statement in phrase.statements:
            if _is_of_own(statement, predicate):
                for match in matcher.matches_at(program, places):
                    yield phrase.name, match, statement.object.slots


@cache
def _telling(predicate: str) -> anchors.Anchors:
    """Return the index of the phrases that say something of the article's party, which are few."""
    told = (phrase for phrase in phrases() if any(_is_of_own(statement, predicate) for statement in phrase.statements))
    return anchors.enter(tuple((phrase, program) for phrase in told for program in phrase.programs))


def _is_of_own(statement: Statement, predicate: str) -> bool:
    return statement.predicate == predicate and statement.subject.slots[:1] == ("own",)


def _subtitled(lattice: Lattice, subject: Entity) -> str:
    """Return the title with what stands behind a dash ("Azure – The Party for Wales"), empty if nothing does."""
    tokens = lattice.tokens
    title = tokenise(DISAMBIGUATION.sub("", subject.name)).lower
    first = int(tokens.lower[:1] == ("the",))
    end = first + len(title)
    if tokens.lower[first:end] != title or tokens.lower[end : end + 1] not in (("–",), ("—",), ("-",)):
        return ""
    last = end + 1
    while last < len(tokens) and last - end < LONGEST_SUBTITLE and _is_of_name(tokens.words[last]):
        last += 1
    follows = tokens.lower[last : last + 1]
    told = follows in (("(",), (",",)) or (follows and COPULA.fullmatch(follows[0]))
    return tokens.show(first, last) if told and last > end + 1 else ""


def _is_of_name(word: str) -> bool:
    return word[:1].isupper() or word in lexicon.words("name-connector") or word in ("'s", "'")


def _titled(lattice: Lattice, subject: Entity) -> Mention | None:
    """Return the name that a sentence opens with, if it is the title with the noun for a party or its place added."""
    first = int(lattice.tokens.lower[:1] == ("the",))
    name = lattice.at(first, "party", "organisation") if first < len(lattice.tokens) else None
    if name is None or name.items:
        return None
    title, words = DISAMBIGUATION.sub("", subject.name).lower().split(), name.name.lower().split()
    if [word for word in title if word not in SMALL] == [word for word in words if word not in SMALL]:
        return name  # "The Azure Workers and Farmers Party" in the article "Azure Workers Farmers Party"
    if words[-len(title) :] == title and words[-len(title) - 1 : -len(title)] in (["–"], ["—"]):
        return name  # "Azur – Party of Free Citizens" in the article "Party of Free Citizens"
    nouns = lexicon.words("party-noun") | lexicon.words("movement-noun")
    rest = words[len(title) :]
    place = name.name.split()[len(title) + 1 :] if rest[:1] == ["of"] else []
    placed = " ".join(place[place[:1] == ["the"] :]) in lexicon.territories()
    return name if words[: len(title)] == title and (placed or nouns.issuperset(rest)) else None
