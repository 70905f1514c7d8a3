"""Finds the sentences that tell out of which party, by the infobox, those who founded this one had come.

"Ann Lee, who had quit the Red Party, founded it" may tell of a split or of a change of mind. Where the infobox has
the split, the sentence tells of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partygraph.extraction.prose.corroboration.cues import RULE, is_doubted
from partygraph.extraction.prose.corroboration.objects import OWN, is_of, is_part_of_name
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.reading import Reading
from partygraph.model import Fact
from partygraph.rules import lexicon

PREDICATE = "splitFrom"
BESIDE = 7
"""How many words may stand between who left and what was left."""
NEAR = 5
"""The same between what founds a party and that party."""
LEAVING = lexicon.words("leaving-told") | lexicon.words("left-behind-told")
FOUNDING = lexicon.words("beginning-told") | lexicon.words("founder-noun") | lexicon.words("origin-told")
AS_WHAT = (("as",), ("in",), ("life",))
"""What behind "began" tells of the party's own beginning, and not of something that it began to do."""
BODIES = frozenset({"party", "organisation"})


def agree(reading: Reading, known: Iterable[Fact]) -> Iterator[Fact]:
    """Yield those splits of the infobox that a sentence tells of in telling who founded the party."""
    lattice = reading.lattice
    for fact in known:
        if fact.predicate != PREDICATE or LEAVING.isdisjoint(lattice.present):
            continue
        told = next((found for body in _bodies(lattice, fact) if (found := _told(lattice, body))), None)
        if told is None or is_doubted(lattice):
            continue
        yield Fact(
            subject=reading.subject,
            predicate=PREDICATE,
            object=fact.object,
            source="prose",
            evidence=(reading.quote(*told),),
            rule=RULE,
        )


def _bodies(lattice: Lattice, fact: Fact) -> Iterator[Mention]:
    """Yield where a sentence names the body that the infobox names."""
    for edges in lattice.edges:
        for edge in edges:
            named = edge.end > edge.start and not edge.items and is_of(edge, fact.object)
            if named and not is_part_of_name(lattice, edge):
                yield edge


def _told(lattice: Lattice, body: Mention) -> tuple[int, int] | None:
    """Return what tells of people who left a body and founded the party, as tokens; None where nothing does."""
    leaving = _leaving(lattice, body)
    founding = _founding(lattice) if leaving is not None else None
    if leaving is None or founding is None:
        return None
    return min(leaving, founding[0], body.start), max(leaving + 1, founding[1], body.end)


def _leaving(lattice: Lattice, body: Mention) -> int | None:
    """Return the word beside a body's name that tells that somebody had left it, no other body between."""
    before = range(body.start - 1, max(-1, body.start - BESIDE - 1), -1)
    behind = range(body.end, min(len(lattice.tokens), body.end + NEAR))
    for places, told in ((before, "leaving-told"), (behind, "left-behind-told")):
        for at in places:
            if lattice.tokens.lower[at] not in lexicon.words(told) or not lattice.tokens.words[at][0].islower():
                continue
            between = lattice.edges[at + 1 : body.start] if at < body.start else lattice.edges[body.end : at]
            if not any(edge.kind in BODIES for edges in between for edge in edges):
                return at
    return None


def _founding(lattice: Lattice) -> tuple[int, int] | None:
    """Return what tells that the article's party was founded: the word and the party beside it, as tokens."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    for at, word in enumerate(lower):
        founds = word in FOUNDING or (word == "began" and lower[at + 1 : at + 2] in AS_WHAT)
        if not (founds or (word == "set" and "up" in lower[at : at + NEAR])) or (at and words[at][0].isupper()):
            continue
        for edges in lattice.edges[max(0, at - 2 * NEAR) : at + NEAR]:
            for edge in edges:
                if edge.kind in OWN and edge.end > edge.start and (edge.start > at or at - edge.end < NEAR):
                    return min(at, edge.start), max(at + 1, edge.end)
    return None
