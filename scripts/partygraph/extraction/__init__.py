"""From an article to its facts: the infobox and the sentences, each statement with the characters that say it."""

from __future__ import annotations

from partygraph.extraction import infobox, merging, prose, tables
from partygraph.extraction.inference import infer
from partygraph.extraction.registry import DISAMBIGUATION
from partygraph.model import Article, Entity, Extraction, Fact, Kind, LeftOut, Literal, Subject

__all__ = ["extract", "subject_of"]


def extract(article: Article) -> Extraction:
    """Return everything that an article says, and everything in it that became no fact.

    An article about anything but a party gives no facts: what a city or a person "was founded by" is not ours to say.
    """
    if article.subject is Subject.OTHER:
        whole = LeftOut(article.evidence(article.title_span), "not-a-party", "the article is about something else")
        return Extraction(article, (), (whole,))
    subject = subject_of(article)
    rows, rows_left = infobox.read_rows(article, subject)
    tabled, tabled_left = tables.read_tables(article, subject)
    registry = prose.registry_for(article)
    said, said_left = prose.read(article, registry)
    facts = merging.merge([*rows, *said, *tabled])
    facts = merging.merge([*facts, *infer(article, subject, facts)])
    left = sorted([*rows_left, *said_left, *tabled_left, *article.debris], key=lambda item: item.evidence.span)
    return Extraction(article, facts, tuple(left), _aliases(subject, facts))


def subject_of(article: Article) -> Entity:
    """Return the party that an article is about, under the article's title."""
    return Entity(article.title, Kind.PARTY, article.title)


def _aliases(subject: Entity, facts: tuple[Fact, ...]) -> tuple[tuple[str, Entity], ...]:
    found: dict[str, Entity] = {subject.name: subject, DISAMBIGUATION.sub("", subject.name): subject}
    for fact in facts:
        if fact.predicate in ("name", "abbreviation", "altName", "nativeName") and isinstance(fact.object, Literal):
            found.setdefault(fact.object.lexical, fact.subject)
    return tuple(found.items())
