"""From an article to its facts: the infobox and the sentences, each statement with the characters that say it."""

from __future__ import annotations

from dataclasses import replace

from partygraph.extraction import chronology, formerkinds, infobox, merging, prose, standing, succession, tables
from partygraph.extraction.inference import infer
from partygraph.extraction.prose.spellings import DISAMBIGUATION
from partygraph.model import Article, Entity, Extraction, Fact, Kind, LeftOut, Literal, Subject

__all__ = ["extract", "read", "subject_of"]


def extract(article: Article) -> Extraction:
    """Return everything that an article says, and everything in it that became no fact.

    What a rule with a poor record reads is a candidate.
    """
    found = read(article)
    return replace(found, facts=standing.weigh(subject_of(article), found.facts))


def read(article: Article) -> Extraction:
    """Return what the rules read from an article, whatever their record.

    An article about anything but a party gives no facts: what a city or a person "was founded by" is not ours to say.
    Nor does one that does not show by its form what it is about; its source record may state that it is a party.
    """
    if article.subject is not Subject.PARTY:
        return Extraction(article, (), _unmapped(article))
    subject = subject_of(article)
    rows, rows_left = infobox.read_rows(article, subject)
    tabled, tabled_left = tables.read_tables(article, subject)
    registry = prose.registry_for(article, rows)
    said, said_left = prose.read(article, registry)
    facts = merging.merge([*rows, *said, *tabled])
    facts = chronology.weaken(subject, merging.merge([*facts, *infer(article, subject, facts)]))
    facts = formerkinds.weaken(subject, succession.settle(subject, facts))
    left = sorted([*rows_left, *said_left, *tabled_left, *article.debris], key=lambda item: item.evidence.span)
    return Extraction(article, facts, tuple(left), _aliases(subject, facts))


def subject_of(article: Article) -> Entity:
    """Return the party that an article is about, under the article's title."""
    return Entity(article.title, Kind.PARTY, article.title)


def _unmapped(article: Article) -> tuple[LeftOut, ...]:
    """Leave out every line, sentence and table of an article that is not about a party, as far as is known."""
    other = article.subject is Subject.OTHER
    note = "the article is about something else" if other else "nothing says that the article is about a party"
    spans = [row.span for row in article.infobox.rows] if article.infobox else []
    spans += [sentence.span for sentence in article.sentences()]
    spans += [table.span for section in article.sections for table in section.tables]
    if article.title_span.start < article.title_span.end:
        spans.append(article.title_span)
    left = [LeftOut(article.evidence(span), "not-a-party", note) for span in dict.fromkeys(spans)]
    return tuple(sorted([*left, *article.debris], key=lambda item: item.evidence.span))


def _aliases(subject: Entity, facts: tuple[Fact, ...]) -> tuple[tuple[str, Entity], ...]:
    found: dict[str, Entity] = {subject.name: subject, DISAMBIGUATION.sub("", subject.name): subject}
    for fact in facts:
        if fact.predicate in ("name", "abbreviation", "altName", "nativeName") and isinstance(fact.object, Literal):
            found.setdefault(fact.object.lexical, fact.subject)
    return (*_lines(facts), *found.items())


def _lines(facts: tuple[Fact, ...]) -> tuple[tuple[str, Entity], ...]:
    """Return the short names of ballot lines: that of the party whose line it is ("the Working People's line")."""
    values = [value for fact in facts for value in (fact.object, *(q.value for q in fact.qualifiers))]
    lines = {value.name: value for value in values if isinstance(value, Entity) and value.kind is Kind.BALLOT_LINE}
    short = {
        fact.object.lexical: lines[fact.subject.name]
        for fact in facts
        if fact.predicate == "altName" and isinstance(fact.object, Literal) and fact.subject.name in lines
    }
    return tuple((name, line) for name, line in short.items() if name in lines)
