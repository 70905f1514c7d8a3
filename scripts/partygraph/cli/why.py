"""``partygraph why``: the evidence for a fact."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from partygraph import contradictions, facttable
from partygraph.cli.articles import Inputs, default_articles
from partygraph.cli.talk import give, strong, terminal_width
from partygraph.errors import FindingsError, UsageError
from partygraph.facttable import FactRow
from partygraph.model import Article, Evidence, Extraction, Fact, Span

MOST = 20
"""More facts than these are counted, and not shown without --all."""


@click.command(
    "why",
    epilog="""\b
Examples:
  partygraph why party.txt founded              by a predicate
  partygraph why party.txt "Ed Gomes" elected   by words of subject, predicate and object
  partygraph why party.txt 12                   by the number of its row in the fact table
  partygraph why Hartford                       in the project's own articles
""",
)
@click.argument("words", nargs=-1, required=True, metavar="[ARTICLE] WORD...")
@click.option("--json", "as_json", is_flag=True, help="Print it for programs.")
@click.option("--all", "everything", is_flag=True, help=f"Show all facts that fit, not only the first {MOST}.")
def command(words: tuple[str, ...], as_json: bool, everything: bool) -> int:
    """Show why a fact is stated.

    It shows the sentence around the quote, the offsets and the line, the qualifiers, the rule that read it, where else
    the article says it, what in the article speaks against it, and who disputes it. The words may stand anywhere in
    the subject, the predicate or the object; a number is the number of a row.
    """
    place, rest = words[0], words[1:]
    if place != "-" and not Path(place).exists():
        place, rest = str(default_articles()), words
    if not rest:
        raise UsageError("no fact is named", remedy="Add words of it: partygraph why ARTICLE founded")
    reading = Inputs([place])
    found = [pair for extraction in reading.extractions() for pair in _chosen(extraction, rest)]
    if not found and not reading.failures:
        raise FindingsError(
            f"no fact has {' and '.join(map(repr, rest))} in it",
            remedy=f"See all facts: partygraph facts {place} -f table",
        )
    shown = found if everything or as_json else found[:MOST]
    if as_json:
        give(json.dumps([_as_json(*pair) for pair in shown], ensure_ascii=False, indent=1) + "\n")
    else:
        give("\n".join(_told(*pair) for pair in shown))
    if len(shown) < len(found):
        give(f"\n… and {len(found) - len(shown)} more facts (--all shows them)\n")
    return reading.exit_code()


def _numbered(extraction: Extraction) -> Iterator[tuple[int, Fact]]:
    ordered = sorted(extraction.facts, key=lambda fact: (fact.evidence[0].span.start, fact.evidence[0].span.end))
    yield from enumerate(ordered, 1)


def _chosen(extraction: Extraction, words: Sequence[str]) -> Iterator[tuple[int, Fact, Extraction]]:
    for number, fact in _numbered(extraction):
        if len(words) == 1 and words[0].isdigit() and len(words[0]) < 4:
            fits = number == int(words[0])
        else:
            fits = all(_fits(fact, word.casefold()) for word in words)
        if fits:
            yield number, fact, extraction


def _fits(fact: Fact, word: str) -> bool:
    parts = (fact.subject.name, fact.predicate, facttable.readable(fact.object))
    return any(word in part.casefold() for part in parts)


def _told(number: int, fact: Fact, extraction: Extraction) -> str:
    article = extraction.article
    row = facttable.row(fact, article)
    heading = strong(f"{row.subject} · {row.predicate} · {row.object}")
    lines = [f"{number}. {heading}   ({row.status}, {row.source})"]
    for position, evidence in enumerate(fact.evidence):
        lines += _quoted(article, evidence, "says" if position == 0 else "again")
    lines += _pairs(row)
    for evidence in fact.inferred_from:
        lines += _quoted(article, evidence, "from")
    lines += [f"  rule       {fact.rule}"]
    if fact.source == "prose":
        lines += [f"  record     {_record(fact, extraction)}"]
    for other in contradictions.of(fact, extraction):
        against = facttable.row(other, article)
        marks = f" ({against.qualifiers})" if against.qualifiers else ""
        lines.append(f"  but also   {against.object}{marks}, line {article.line(against.start)}: “{against.quote}”")
    lines += [f"  disputed   {text}" for text in _disputes(fact, extraction)]
    return "\n".join(lines) + "\n"


def _counts(fact: Fact, extraction: Extraction) -> dict[str, int]:
    """Return how readers judged what the rule of a sentence's fact read elsewhere in the same manner."""
    from partygraph.extraction import standing, subject_of
    from partygraph.rules.records import VERDICTS

    record = standing.record_of(fact, subject_of(extraction.article))
    return {verdict: getattr(record, verdict) for verdict in VERDICTS} if fact.source == "prose" else {}


def _record(fact: Fact, extraction: Extraction) -> str:
    from partygraph.extraction import standing, subject_of

    counts = _counts(fact, extraction)
    judged = sum(counts.values())
    told = ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count)
    poor = standing.is_poorly_read(fact, subject_of(extraction.article))
    told += "; that is too often wrong for more than a candidate" if poor else ""
    return f"of {judged} statements that it read like this and readers judged, {told}" if judged else "none yet"


def _pairs(row: FactRow) -> list[str]:
    pairs = [f"{name} {value}" for name, value in facttable.read_qualifiers(row.qualifiers)]
    lines = [f"  with       {'; '.join(pairs)}"] if pairs else []
    return lines + ([f"  wikidata   {row.qid}"] if row.qid else [])


def _quoted(article: Article, evidence: Evidence, word: str) -> list[str]:
    around = _context(article, evidence.span)
    before, after = article.text[around.start : evidence.span.start], article.text[evidence.span.end : around.end]
    # Without colours the quotation marks say where the quote begins and ends.
    quote = strong(evidence.quote, "green") if terminal_width() else f"»{evidence.quote}«"
    text = " ".join(f"{before}{quote}{after}".split())
    where = f"line {article.line(evidence.span.start)}, characters {evidence.span.start}-{evidence.span.end}"
    head = f"  {word:10} {where} of {article.source.name}"
    return [head, *textwrap.wrap(text, (terminal_width() or 110) - 4, initial_indent="    ", subsequent_indent="    ")]


def _context(article: Article, span: Span) -> Span:
    """Return the sentence or infobox line around a quote; without one, the quote's own lines."""
    rows = [row.span for row in article.infobox.rows] if article.infobox else []
    for candidate in (*rows, *(sentence.span for sentence in article.sentences())):
        if candidate.overlaps(span):
            return Span(min(candidate.start, span.start), max(candidate.end, span.end))
    end = article.text.find("\n", span.end)
    return Span(article.text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(article.text))


def _disputes(fact: Fact, extraction: Extraction) -> list[str]:
    from partygraph.graphs import disputes

    known = disputes.concerning(disputes.read(), extraction.article.title, extraction.facts)
    return [
        f"by {', '.join(dispute.by)} ({'; '.join(dispute.sources)}){': ' if dispute.note else ''}{dispute.note}"
        for dispute in known.get(fact, ())
    ]


def _as_json(number: int, fact: Fact, extraction: Extraction) -> dict[str, Any]:
    article = extraction.article
    around = _context(article, fact.evidence[0].span)
    return {
        "number": number,
        **facttable.row(fact, article).as_dict(),
        "line": article.line(fact.evidence[0].span.start),
        "sentence": article.text[around.start : around.end],
        "evidence": [{"start": e.span.start, "end": e.span.end, "quote": e.quote} for e in fact.evidence],
        "inferred_from": [{"start": e.span.start, "end": e.span.end, "quote": e.quote} for e in fact.inferred_from],
        "contradicted_by": [facttable.row(o, article).as_dict() for o in contradictions.of(fact, extraction)],
        "disputed": _disputes(fact, extraction),
        "record": _counts(fact, extraction),
    }
