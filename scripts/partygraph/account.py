"""The account of an extraction: each infobox line and each sentence became facts, or was left out for a reason."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from partygraph.model import Evidence, Extraction, Fact, Span

TABLE = "infobox lines"
TEXT = "sentences"


@dataclass(frozen=True, slots=True)
class Account:
    """How many lines and sentences an article has, how many say a fact, and why the others do not.

    ``left_out`` counts the left-out records by reason, also those of parts of a line or sentence that says a fact.
    ``missing`` quotes what is neither evidence of a fact nor left out; it is empty unless something is broken.
    """

    title: str
    lines: int
    lines_used: int
    sentences: int
    sentences_used: int
    facts: int
    left_out: tuple[tuple[str, int], ...]
    missing: tuple[Evidence, ...]

    def __str__(self) -> str:
        """Write the account in a few lines for people."""
        reasons = ", ".join(f"{reason} {count}" for reason, count in self.left_out) or "nothing"
        return (
            f"{self.title}: {self.facts} facts\n"
            f"  infobox lines: {self.lines}, of which {self.lines_used} say a fact\n"
            f"  sentences: {self.sentences}, of which {self.sentences_used} say a fact\n"
            f"  left out: {reasons}"
        )

    def _repr_html_(self) -> str:
        from partygraph.tables import html_table

        rows = [(TABLE, self.lines, self.lines_used), (TEXT, self.sentences, self.sentences_used)]
        left = html_table(("left out because", "times"), self.left_out)
        return (
            html_table(("", "in the article", "say a fact"), rows, caption=f"{self.title}: {self.facts} facts") + left
        )


def close(extraction: Extraction) -> Account:
    """Close the account of an extraction."""
    article = extraction.article
    used = _Spans(evidence.span for fact in extraction.facts for evidence in _evidence(fact))
    left = _Spans(record.evidence.span for record in extraction.left_out)
    lines = [row.span for row in article.infobox.rows] if article.infobox else []
    sentences = [sentence.span for sentence in article.sentences()]
    reasons = Counter(record.reason for record in extraction.left_out)
    return Account(
        title=article.title,
        lines=len(lines),
        lines_used=sum(map(used.meet, lines)),
        sentences=len(sentences),
        sentences_used=sum(map(used.meet, sentences)),
        facts=len(extraction.facts),
        left_out=tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))),
        missing=tuple(
            article.evidence(span) for span in (*lines, *sentences) if not (used.meet(span) or left.meet(span))
        ),
    )


def _evidence(fact: Fact) -> Iterable[Evidence]:
    yield from fact.evidence
    yield from (qualifier.evidence for qualifier in fact.qualifiers if qualifier.evidence)


class _Spans:
    """Spans that can be asked whether one of them overlaps another span, in logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(set(spans))
        self.starts = [span.start for span in ordered]
        # The furthest end of all spans that start before: with it one look to the left is enough.
        self.reach: list[int] = []
        for span in ordered:
            self.reach.append(max(span.end, self.reach[-1] if self.reach else 0))

    def meet(self, span: Span) -> bool:
        """Tell whether one of the spans overlaps this one."""
        before = bisect_left(self.starts, span.end) - 1
        return before >= 0 and self.reach[before] > span.start
