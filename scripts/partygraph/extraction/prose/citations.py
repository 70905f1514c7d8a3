"""Reads the lists of works at the end of an article: author and title of each item."""

from __future__ import annotations

import re

from partygraph.model import Article, Entity, Fact, Kind, Qualifier, Section, Sentence
from partygraph.rules import lexicon

NAME = r"[^\W\d_][\w'’-]+"
GIVEN = rf"(?:{NAME}|[^\W\d_]\.)"
AUTHOR = re.compile(
    rf"^\s*[-*•]?\s*(?P<family>{NAME}(?: {NAME})?), (?P<given>{GIVEN}(?: {GIVEN}){{0,2}})\.? (?=[“\"(]|[^,;]*[“\"])"
)
QUOTED = re.compile(r"[“\"](?P<title>[^”\"]{3,300}?)[.,]?[”\"]")
RULE = "cited-work"


def is_reference_list(section: Section) -> bool:
    """Tell whether a section lists works or links rather than saying something of the party."""
    return (section.heading or "").strip().lower() in lexicon.words("reference-heading")


def cited(article: Article, sentence: Sentence) -> Fact | None:
    """Return the work that an item cites, None where it has no title in quotation marks or italics."""
    view = sentence.view
    title = _title(sentence)
    if title is None:
        return None
    start, end = title
    author = AUTHOR.match(view.text)
    qualifiers: tuple[Qualifier, ...] = ()
    if author and author.end() <= start:
        name = f"{author['given']} {author['family']}"
        evidence = article.evidence(view.span(author.start("family"), author.end("given")))
        qualifiers = (Qualifier("author", Entity(name, Kind.PERSON), evidence),)
    return Fact(
        subject=Entity(f"{article.title} (article)", Kind.ARTICLE),
        predicate="references",
        object=Entity(view.text[start:end], Kind.WORK),
        source="prose",
        evidence=(article.evidence(view.span(start, end)),),
        rule=RULE,
        qualifiers=qualifiers,
    )


def _title(sentence: Sentence) -> tuple[int, int] | None:
    quoted = QUOTED.search(sentence.view.text)
    if quoted:
        return quoted.span("title")
    italic = next((mark.span for mark in sentence.view.marks if mark.kind == "italic"), None)
    return (italic.start, italic.end) if italic else None
