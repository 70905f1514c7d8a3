"""A sentence on its way from mentions to facts, and what is known around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from partygraph.extraction.prose import circumstances, mentions
from partygraph.extraction.prose.annotators import contests, elections, priorpolls, quantities, reckoning, terminology
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.registry import Registry
from partygraph.extraction.prose.subjects import grammatical_subject
from partygraph.extraction.prose.tokens import tokenise
from partygraph.model import Article, Entity, Evidence, Section, Sentence, View
from partygraph.rules import lexicon

ALLIES = lexicon.words("alliance-noun")
LONGEST = 2500
"""Sentences of more characters are lists or tables in disguise, and are left out."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence being read: what is needed to turn a match into quoted facts."""

    article: Article
    view: View
    lattice: Lattice
    subject: Entity
    language: str
    polls: tuple[Mention, ...] = ()
    """The elections that the sentence names; those of the sentence before, if it has no date of its own."""
    sort: Callable[[Mention], str] = elections.unknown
    """Tells the kind of an election that is named by its date only."""
    race: str = ""
    """The same of an election to one office."""
    assembly: Mention | None = None
    """The elected body that is spoken of."""
    own: bool = False
    """Whether the sentence is about the article's own party."""
    others: bool = False
    """Whether the sentence names a party that is not the article's: then nothing is taken for granted."""
    standing: circumstances.Standing = field(default_factory=circumstances.Standing)

    def quote(self, start: int, end: int) -> Evidence:
        """Quote the source characters of tokens ``start`` to ``end``."""
        tokens = self.lattice.tokens
        return self.article.evidence(self.view.span(tokens.starts[start], tokens.ends[end - 1]))


def names_another_party(lattice: Lattice, subject: Entity) -> bool:
    """Tell whether a sentence names a party that is not the article's own."""
    return any(
        edge.kind in ("party", "partisan") and edge.entity != subject and not edge.items
        for edges in lattice.edges
        for edge in edges
    )


def announced(section: Section, registry: Registry) -> tuple[Mention, ...]:
    """Return the election that a section is about, where that is all that its heading says: "2006 general election"."""
    if not section.heading or "election" not in section.heading.lower():
        return ()
    lattice = Lattice.over(tokenise(section.heading))
    quantities.add(lattice)
    reckoning.add(lattice, registry.year)
    terminology.add(lattice, registry)
    elections.add(lattice, registry.sort)
    polls = contests.named(lattice)
    whole = all(poll.start == 0 and poll.end == len(lattice.tokens) for poll in polls)
    return polls if whole and len(polls) == 1 else ()


def reading_of(article: Article, sentence: Sentence, registry: Registry) -> Reading:
    """Return the mentions of a sentence with what it is read against; the registry hears of elections on the way."""
    lattice = mentions.read(sentence.view, registry)
    priorpolls.repeat(lattice, registry.polls, registry.sort)
    meant = priorpolls.refer(lattice, registry.polls)
    polls = contests.named(lattice)
    own_time = "{date}" in lattice.present or not lexicon.words("own-time").isdisjoint(lattice.present)
    heard = polls or (() if own_time else registry.polls or registry.headed)
    # Of an election that an alliance is told to have fought, the next sentence may tell what the alliance won.
    registry.hear_of(() if meant and not ALLIES.isdisjoint(lattice.present) else polls)
    reading = Reading(
        article,
        sentence.view,
        lattice,
        registry.subject,
        article.source.language,
        heard,
        registry.sort,
        registry.race,
        contests.assembly(lattice) or (None if contests.is_of_another_kind(lattice, polls) else registry.assembly),
        _speaks_of_own(lattice, registry),
        names_another_party(lattice, registry.subject),
        circumstances.Standing(registry.defunct, registry.officers),
    )
    registry.assembly = reading.assembly
    return reading


def _speaks_of_own(lattice: Lattice, registry: Registry) -> bool:
    subject = grammatical_subject(lattice)
    return subject is not None and subject.entity == registry.subject
