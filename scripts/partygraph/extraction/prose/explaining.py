"""Shows how a sentence was read: what it mentions, which phrases matched, and which nearly did."""

from __future__ import annotations

from dataclasses import dataclass

from partygraph.extraction import prose
from partygraph.extraction.prose import finding, stating
from partygraph.extraction.prose.finding import Found
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Matcher
from partygraph.extraction.prose.reading import reading_of
from partygraph.model import Article, Fact, Sentence, written
from partygraph.rules.phrases import phrases

MOST_MISSES = 15


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A pattern that came some way: where it began and stopped, after how many parts, and what it wanted next."""

    rule: str
    pattern: str
    began: str
    stopped: str
    parts: int
    wanted: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one sentence was read."""

    sentence: Sentence
    lattice: Lattice
    found: tuple[Found, ...]
    stated: tuple[tuple[tuple[Fact, str], ...], ...]
    """For each phrase that was found its facts, each with what is open about it; what else is known may yet take one
    back or add to it."""
    misses: tuple[NearMiss, ...]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions in the order of the sentence."""
        return self.lattice.mentions()

    def lines(self) -> list[str]:
        """Tell it in lines of text."""
        tokens = self.lattice.tokens
        lines = [self.sentence.view.text.strip(), "", "mentions"]
        for mention in self.mentions:
            shown = tokens.show(mention.start, mention.end) or "(understood)"
            lines.append(f"  {mention.kind:20} {shown}" + ("" if shown == mention.name else f"  =  {mention.name}"))
        lines += ["", "matched" if self.found else "nothing matched"]
        for found, stated in zip(self.found, self.stated, strict=True):
            lines.append(f"  {found.phrase.name}: {tokens.show(found.match.start, found.match.end)}")
            lines += [f"      {{{slot}}} = {mention.name}" for slot, mention in found.match.slots]
            if found.verdict.worth != "plain":
                lines.append(f"      {found.verdict.worth}: {found.verdict.reason} ({found.verdict.word})")
            for fact, doubt in stated:
                why = f", since it is open: {doubt}" if doubt else ""
                lines.append(f"      → {fact.subject.name} | {fact.predicate} | {written(fact.object)}")
                lines[-1] += f" ({fact.status.value}{why})"
        lines += ["", "nearly matched"]
        for miss in self.misses:
            lines.append(f"  {miss.rule}: {miss.pattern}")
            lines.append(f"      from “{miss.began}” up to “{miss.stopped}”, wanted {miss.wanted}")
        return lines


def explain(article: Article, sentence: Sentence) -> Explanation:
    """Read an article up to a sentence, and tell how that sentence was read.

    Raises:
        ValueError: the sentence is not of this article.
    """
    registry = prose.registry_for(article)
    for section in article.sections:
        for other in section.sentences:
            if other is sentence:
                reading = reading_of(article, sentence, registry)
                lattice = reading.lattice
                found = tuple(finding.find(lattice))
                stated = tuple(
                    tuple(stating.state(reading, item.phrase, item.match, item.verdict))
                    if item.verdict.worth != "blocked"
                    else ()
                    for item in found
                )
                misses = _misses(lattice, {item.phrase.name for item in found})
                return Explanation(sentence, lattice, found, stated, misses)
            prose.pass_by(article, section, other, registry)
    raise ValueError("the sentence is not of this article")


def _misses(lattice: Lattice, matched: set[str]) -> tuple[NearMiss, ...]:
    misses: list[NearMiss] = []
    tokens, matcher = lattice.tokens, Matcher(lattice)
    for phrase in phrases():
        if phrase.name in matched:
            continue
        for pattern, program in zip(phrase.patterns, phrase.programs, strict=True):
            attempt = matcher.nearest(program)
            if attempt is not None and attempt.parts > 1:
                began = tokens.words[attempt.start]
                stopped = tokens.words[attempt.reached] if attempt.reached < len(tokens) else "the end"
                misses.append(NearMiss(phrase.name, pattern, began, stopped, attempt.parts, attempt.wanted))
    nearest_of: dict[str, NearMiss] = {}
    for miss in sorted(misses, key=lambda miss: -miss.parts):
        nearest_of.setdefault(miss.rule, miss)
    return tuple(nearest_of.values())[:MOST_MISSES]
