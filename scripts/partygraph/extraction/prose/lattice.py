"""All readings of a sentence at once: its words, the mentions over them, and what may be passed over."""

from __future__ import annotations

from dataclasses import dataclass, field

from partygraph.extraction.prose.tokens import Tokens
from partygraph.model import Entity, Literal
from partygraph.rules.programs import COMMON


# Nobody changes a mention; it is not declared frozen because making a frozen one takes six times as long, and a
# sentence has dozens.
@dataclass(slots=True, unsafe_hash=True)
class Mention:
    """A stretch of tokens that means something: a typed edge of the lattice.

    ``name`` is what a fact calls it. A list has its members in ``items``; ``parts`` are named pieces with a meaning
    of their own (an election's date). ``weak`` marks what rests on a pronoun for a person: never asserted alone.
    """

    kind: str
    start: int
    end: int
    name: str
    entity: Entity | None = None
    literal: Literal | None = None
    items: tuple[Mention, ...] = ()
    parts: tuple[tuple[str, Mention], ...] = ()
    weak: bool = False

    def part(self, name: str) -> Mention | None:
        """Return the named piece."""
        return next((mention for key, mention in self.parts if key == name), None)

    def moved(self, start: int, end: int) -> Mention:
        """Return the same mention over other tokens."""
        return Mention(self.kind, start, end, self.name, self.entity, self.literal, self.items, self.parts, self.weak)

    def known_as(self, kind: str) -> Mention:
        """Return the same mention as one of another kind."""
        return Mention(
            kind, self.start, self.end, self.name, self.entity, self.literal, self.items, self.parts, self.weak
        )


@dataclass(slots=True)
class Lattice:
    """The tokens of a sentence with the edges that start at each of them.

    ``skips`` gives for a token the places where reading may go on, ``silent`` the words that are understood at a place
    without standing there (the second "was" of "was founded in 1990 and dissolved in 1999").
    """

    tokens: Tokens
    edges: list[list[Mention]] = field(default_factory=list)
    skips: list[list[int]] = field(default_factory=list)
    silent: dict[int, frozenset[str]] = field(default_factory=dict)
    present: set[str] = field(default_factory=set)
    where: dict[str, list[int]] = field(default_factory=dict)
    ended: tuple[str, ...] = ()
    """The lower-case words and an empty one for the end."""
    nexts: dict[int, frozenset[str]] = field(default_factory=dict)
    """What reading can go on with at a token, once asked for."""
    plain: list[str] = field(default_factory=list)
    """The lower-case words, empty where a name's word stands ("May", "Will"), which means nothing; once asked for."""

    @classmethod
    def over(cls, tokens: Tokens) -> Lattice:
        """Make a lattice that has the words only."""
        count = len(tokens) + 1
        return cls(
            tokens,
            [[] for _ in range(count)],
            [[] for _ in range(count)],
            {},
            set(tokens.lower),
            ended=(*tokens.lower, ""),
        )

    def add(self, mention: Mention) -> None:
        """Put an edge in; the longest of a kind comes first at its place."""
        at = self.edges[mention.start]
        for edge in at:
            if edge.kind == mention.kind and edge.end == mention.end and edge.name == mention.name:
                return
        at.append(mention)
        if len(at) > 1 and at[-2].end < mention.end:
            at.sort(key=lambda edge: -edge.end)
        self.present.add(f"{{{mention.kind}}}")

    def imply(self, at: int, words: frozenset[str]) -> None:
        """Let words be understood at a place."""
        self.silent[at] = self.silent.get(at, frozenset()) | words
        self.present |= words

    def starts(self, openers: frozenset[str]) -> list[int]:
        """Return the tokens at which a word or ``{kind}`` of these stands, in order; the lattice must be complete."""
        where = self.where
        if not where:
            for at, word in enumerate(self.tokens.lower):
                where.setdefault(word, []).append(at)
                for kind in {edge.kind for edge in self.edges[at]}:
                    where.setdefault(f"{{{kind}}}", []).append(at)
        found = [where[opener] for opener in openers.intersection(where)]
        return found[0] if len(found) == 1 else sorted({at for places in found for at in places})

    def next_at(self, at: int) -> frozenset[str]:
        """Return the words and ``{kinds}`` that reading can go on with at a token; the lattice must be complete.

        A common form of "be" or "have" stands there alone and with what can follow it: "was", "was founded".
        """
        known = self.nexts.get(at)
        if known is None:
            found: set[str] = set()
            todo = [at]
            while todo:
                here = todo.pop()
                word = self.ended[here]
                found.add(word)
                found.update(f"{{{edge.kind}}}" for edge in self.edges[here])
                todo += self.skips[here]
                if word in COMMON:
                    found.update(f"{word} {name}" for name in self.next_at(here + 1))
                for silent in self.silent.get(here, ()):
                    found.add(silent)
                    if silent in COMMON:
                        found.update(f"{silent} {name}" for name in self._behind_silent(here))
            known = self.nexts[at] = frozenset(found)
        return known

    def _behind_silent(self, at: int) -> set[str]:
        """Return what stands where a word is understood without being there: "and [was] dissolved"."""
        found: set[str] = set()
        todo = [at]
        while todo:
            here = todo.pop()
            found |= {self.ended[here], *self.silent.get(here, ()), *(f"{{{edge.kind}}}" for edge in self.edges[here])}
            todo += self.skips[here]
        return found

    def at(self, start: int, *kinds: str) -> Mention | None:
        """Return the longest mention of one of the kinds that starts at a token; none starts behind the last."""
        for edge in self.edges[start] if start < len(self.edges) else ():
            if edge.kind in kinds:
                return edge
        return None

    def mentions(self) -> tuple[Mention, ...]:
        """Return all edges in the order of the sentence."""
        return tuple(edge for group in self.edges for edge in group)
