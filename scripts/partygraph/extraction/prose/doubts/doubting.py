"""Questions that the words around a match raise about its statements, each kept for the predicates that it concerns."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.model import Fact

Question = Callable[[Lattice, Match, Fact], bool]
"""Tells whether the words around a match leave open what one of its facts says."""


class Check(NamedTuple):
    """A question and the predicates of the facts that it is asked about; none stand for all."""

    question: Question
    predicates: frozenset[str] = frozenset()

    @property
    def matter(self) -> str:
        """What is open where the answer is yes, in the words of the question: "an office opens the next clause"."""
        told = (self.question.__doc__ or "").splitlines()[0]
        return told.removeprefix("Tell whether ").partition(":")[0].rstrip(".")


def asked_of(predicates: tuple[str, ...], *questions: Question) -> tuple[Check, ...]:
    """Return the checks of questions about the same predicates."""
    return tuple(Check(question, frozenset(predicates)) for question in questions)


def each_named(match: Match) -> list[Mention]:
    """Return what the slots of a match name, each member of a list by itself."""
    return [item for _, mention in match.slots for item in (mention.items or (mention,))]
