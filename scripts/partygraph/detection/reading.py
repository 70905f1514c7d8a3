"""Reads facts off parsed sentences: the names are those of the extraction, who does what to whom is the parser's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from partygraph.detection.trees import Name, Parse, Token, anchors, follow
from partygraph.extraction import prose
from partygraph.extraction.prose import mentions, scope, stating
from partygraph.extraction.prose.citations import is_reference_list
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.reading import LONGEST, Reading
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Article, Entity, Fact, Kind, Section, Sentence
from partygraph.rules.dependencies import Dependency, Slot, dependencies
from partygraph.rules.phrases import Phrase

PREFIX = "spacy:"
DOUBTS = ("negation", "plan", "condition", "hedge", "attribution")
LABELS: dict[str, tuple[str, Kind]] = {
    "PERSON": ("person", Kind.PERSON),
    "ORG": ("organisation", Kind.ORGANISATION),
    "GPE": ("place", Kind.PLACE),
}
"""What the parser's own names may fill where the extraction sees none."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its mentions, and what the sentences before it leave to it."""

    section: Section
    sentence: Sentence
    lattice: Lattice
    heard: tuple[Mention, ...]
    subject: Entity


def sentences(article: Article) -> Iterator[Told]:
    """Yield the sentences that can be parsed, each with its mentions."""
    registry = prose.registry_for(article)
    for section in article.sections:
        if is_reference_list(section):
            continue
        for sentence in section.sentences:
            if len(sentence.view.text) > LONGEST:
                continue
            yield _told(article, section, sentence, registry)


def _told(article: Article, section: Section, sentence: Sentence, registry: Registry) -> Told:
    registry.turn_to(sentence.place)
    before = registry.polls
    lattice = mentions.read(sentence.view, registry)
    # The registry goes on as the phrases do, so that both detectors know the same names.
    prose.pass_by(article, section, sentence, registry)
    heard = registry.polls or (before if "{date}" not in lattice.present else ())
    return Told(section, sentence, lattice, heard, registry.subject)


def read(article: Article, told: Sequence[Told], parses: Iterator[Parse]) -> Iterator[Fact]:
    """Yield the facts of parsed sentences, which must come in the order of ``told``."""
    before: frozenset[str] = frozenset()
    paragraph = (-1, -1)
    for one, parse in zip(told, parses, strict=True):
        if one.sentence.place[:2] != paragraph:
            paragraph, before = one.sentence.place[:2], frozenset()
        yield from _sentence(article, one, parse, before)
        before = frozenset(ent.text for ent in parse.ents if ent.label_ == "PERSON") or before


def _sentence(article: Article, told: Told, parse: Parse, persons: frozenset[str]) -> Iterator[Fact]:
    lattice = told.lattice
    language = article.source.language
    reading = Reading(article, told.sentence.view, lattice, told.subject, language, told.heard)
    for rule in dependencies():
        for anchor in anchors(rule, parse):
            match = _match(rule, anchor, lattice, parse, persons)
            if match is None:
                continue
            verdict = scope.judge(lattice, match)
            if verdict.worth == "plain" and not _qualified(lattice, match):
                yield from (fact for fact, _ in stating.state(reading, _phrase(rule), match, verdict))


def _qualified(lattice: Lattice, match: Match) -> bool:
    """Tell whether a word inside the match denies, hopes or hedges: no pattern vouches for what lies between slots."""
    words = [word for word in lattice.tokens.words[match.start : match.end] if word[:1].islower()]
    return any(scope.holds(words, kind) for kind in DOUBTS)


def _phrase(rule: Dependency) -> Phrase:
    """Put a dependency rule as a phrase without patterns: what it states is read in the same language."""
    return Phrase(f"{PREFIX}{rule.name}", (), (), rule.statements, "event", frozenset(), (), ())


def _match(rule: Dependency, anchor: Token, lattice: Lattice, parse: Parse, persons: frozenset[str]) -> Match | None:
    slots: list[tuple[str, Mention]] = []
    ends = [_tokens(anchor, lattice)]
    for slot in rule.slots:
        mention = _fill(slot, anchor, lattice, parse, persons)
        if mention is None and not slot.optional:
            return None
        if mention is not None:
            slots.append((slot.name, mention))
            ends += [(item.start, item.end) for item in mention.items or (mention,)]
    return Match(min(start for start, _ in ends), max(end for _, end in ends), tuple(slots))


def _fill(slot: Slot, anchor: Token, lattice: Lattice, parse: Parse, persons: frozenset[str]) -> Mention | None:
    for path in slot.paths:
        found: dict[tuple[int, int], Mention] = {}
        for token in follow(anchor, path):
            mention = _mention(slot, token, lattice, parse.ents, persons)
            if mention is not None:
                found.setdefault((mention.start, mention.end), mention)
        items = tuple(found.values())
        if len(items) > 1:
            first, last = min(item.start for item in items), max(item.end for item in items)
            return Mention(items[0].kind, first, last, ", ".join(item.name for item in items), items=items)
        if items:
            return items[0]
    return None


def _mention(
    slot: Slot, token: Token, lattice: Lattice, ents: Sequence[Name], persons: frozenset[str]
) -> Mention | None:
    start, end = _tokens(token, lattice)
    covering = [
        edge
        for at in range(max(0, start - 14), start + 1)
        for edge in lattice.edges[at]
        if edge.kind in slot.kinds and edge.start < edge.end and edge.end >= end and not edge.items
    ]
    if covering:
        # Of the mentions over a word the first kind counts, then the longest.
        best = min(covering, key=lambda edge: (slot.kinds.index(edge.kind), edge.start - edge.end))
        return _strengthened(best, persons) if best.weak else best
    return _named(slot, token, lattice, ents)


def _strengthened(mention: Mention, persons: frozenset[str]) -> Mention | None:
    """Accept a pronoun only if the parser's own names, too, leave one person whom it can stand for."""
    family = {name.removesuffix("'s").split()[-1] for name in persons}
    return replace(mention, weak=False) if family == {mention.name.split()[-1]} else None


def _named(slot: Slot, token: Token, lattice: Lattice, ents: Sequence[Name]) -> Mention | None:
    for ent in ents:
        kind, sort = LABELS.get(ent.label_, ("", Kind.THING))
        if ent.start_char <= token.idx < ent.end_char and kind in slot.kinds:
            start, end = lattice.tokens.between(ent.start_char, ent.end_char)
            if lattice.tokens.lower[start] == "the":
                start += 1
            name = lattice.tokens.show(start, end)
            return Mention(kind, start, end, name, Entity(name, sort)) if end > start else None
    return None


def _tokens(token: Token, lattice: Lattice) -> tuple[int, int]:
    """Return the lattice's tokens that a parsed word touches; the two cut words in different places."""
    return lattice.tokens.between(token.idx, token.idx + len(token.text))
