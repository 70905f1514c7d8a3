"""What follows from what an article states: marked as inferred, with the statements that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from partygraph.extraction.prose.names import initialisms
from partygraph.extraction.prose.spellings import DISAMBIGUATION, initials
from partygraph.extraction.prose.tokens import tokenise
from partygraph.model import Article, Entity, Evidence, Fact, Literal, Status, written
from partygraph.rules import labels, lexicon

NAMES = frozenset({"nativeName", "altName"})
SHORTEST = 2
"""How many letters initials have at least."""
ROMAN = re.compile(r"[IVX]+")
"""Two or three letters that are a number: "Congress II"."""


def infer(article: Article, subject: Entity, facts: tuple[Fact, ...]) -> Iterator[Fact]:
    """Yield the inferred facts of an article."""
    yield from _country(subject, facts)
    yield from _abbreviation(article, subject, facts)


def _country(subject: Entity, facts: tuple[Fact, ...]) -> Iterator[Fact]:
    """A party of a region is of the country that the text says the region lies in."""
    regions = [
        fact
        for fact in facts
        if fact.subject == subject and fact.predicate == "region" and isinstance(fact.object, Entity)
    ]
    known = any(fact.subject == subject and fact.predicate == "country" for fact in facts)
    for fact in facts:
        if known or fact.predicate != "partOf" or not isinstance(fact.object, Entity):
            continue
        base = next(
            (
                region
                for region in regions
                if isinstance(region.object, Entity) and region.object.name == fact.subject.name
            ),
            None,
        )
        if base is not None:
            known = True
            yield Fact(
                subject=subject,
                predicate="country",
                object=fact.object,
                source="prose",
                evidence=fact.evidence[:1],
                rule="country-of-region",
                status=Status.INFERRED,
                inferred_from=(*base.evidence[:1], *fact.evidence[:1]),
            )


def _abbreviation(article: Article, subject: Entity, facts: tuple[Fact, ...]) -> Iterator[Fact]:
    """Initials of the party's name that the text uses without saying what they stand for abbreviate it.

    So do those of its name in another language: "the PA" in an article on the Blue Party (Partido Azul).
    """
    told = [fact for fact in facts if fact.predicate == "abbreviation"]
    if any(fact.subject == subject for fact in told):
        return
    if initialisms.has_a_namesake(article) or any(
        _is_a_namesake(one, subject) for fact in facts for one in (fact.subject, fact.object)
    ):
        return
    shorts = _shorts(subject, facts) - {written(fact.object) for fact in told}
    first: dict[str, Evidence] = {}
    for sentence in article.sentences():
        if not any(short in sentence.view.text for short in shorts):
            continue
        tokens = tokenise(sentence.view.text)
        for at, word in enumerate(tokens.words):
            # What stands alone in brackets abbreviates whatever stands before them.
            if word not in shorts or tokens.words[max(0, at - 1) : at] == ("(",):
                continue
            evidence = article.evidence(sentence.view.span(tokens.starts[at], tokens.ends[at]))
            if len(word) == SHORTEST and word not in first:
                first[word] = evidence  # two letters may mean something else, unless the text goes on to use them
                continue
            yield initialisms.in_use(article, subject, word, first.get(word, evidence))
            return


def _is_a_namesake(one: Entity | Literal, subject: Entity) -> bool:
    """Tell whether a body is called like the title without what tells that apart: both have the same initials."""
    bare = labels.undisambiguated(subject.name)
    return labels.is_distinction(subject.name) and isinstance(one, Entity) and one.name == bare


def _shorts(subject: Entity, facts: tuple[Fact, ...]) -> set[str]:
    """Return the initials that a party can be known by: those of its whole names, and those that end its title.

    "WFP" is used of the Tilbrook Working Families Party; two letters that end a name are many a party's.
    """
    title = DISAMBIGUATION.sub("", subject.name)
    others = {
        written(fact.object)
        for fact in facts
        if fact.subject == subject and fact.predicate in NAMES and fact.status is Status.ASSERTED
    }
    words = title.split()
    ends = {initials(words[at:]) for at in range(1, len(words))}
    wholes = {initials(_weighty(name)) for name in (title, *others)} | {initials(words)}
    shorts = {short for short in ends if len(short) > SHORTEST} | {short for short in wholes if len(short) >= SHORTEST}
    return {short for short in shorts if ROMAN.fullmatch(short) is None}


def _weighty(name: str) -> list[str]:
    """Return the words of a name that give it a letter, each with a capital one: "Parti bleu de la côte" has three."""
    connectors = lexicon.words("name-connector")
    return [word[:1].upper() + word[1:] for word in name.split() if word not in connectors and word[:1].isalpha()]
