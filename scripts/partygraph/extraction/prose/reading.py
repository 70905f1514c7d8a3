"""A sentence on its way from mentions to facts, and what is known around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from partygraph.extraction.prose import circumstances, elections
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.model import Article, Entity, Evidence, View

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
