"""What follows from what an article states: marked as inferred, with the statements that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from partygraph.extraction.prose.spellings import initials
from partygraph.extraction.prose.tokens import tokenise
from partygraph.model import Article, Datatype, Entity, Fact, Literal, Status


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
    """Initials that the text uses without saying what they stand for, and that end the party's name, abbreviate it."""
    if any(fact.subject == subject and fact.predicate == "abbreviation" for fact in facts):
        return
    words = subject.name.split()
    shorts = {short for at in range(len(words)) if len(short := initials(words[at:])) > 2}
    for sentence in article.sentences():
        if not any(short in sentence.view.text for short in shorts):
            continue
        tokens = tokenise(sentence.view.text)
        for at, word in enumerate(tokens.words):
            if word in shorts:
                evidence = article.evidence(sentence.view.span(tokens.starts[at], tokens.ends[at]))
                yield Fact(
                    subject=subject,
                    predicate="abbreviation",
                    object=Literal(word, Datatype.LANG_STRING, article.source.language),
                    source="prose",
                    evidence=(evidence,),
                    rule="initials-in-use",
                    status=Status.INFERRED,
                    inferred_from=(evidence,),
                )
                return
