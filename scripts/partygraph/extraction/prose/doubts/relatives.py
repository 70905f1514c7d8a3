"""Tells where a relative clause may be about the body named before it, and not about the party."""

from __future__ import annotations

from partygraph.extraction.prose.doubts.doubting import asked_of
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.subjects import AUXILIARIES
from partygraph.model import Fact
from partygraph.rules import lexicon

UNIONS = ("mergedInto", "successor", "dissolved")
"""What becomes of a body, whatever kind of name it has."""
NOUNS = lexicon.words("party-noun")
WHICH = frozenset({"which", "that"})


def _is_of_the_other(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "the party" or "its" may be another's: "from the Red League, which lost the party's founder".

    So it is inside a relative clause about the other one that no comma has ended yet.
    """
    own = next((one for _, one in match.slots if one.entity == fact.subject and one.end > one.start), None)
    lower = lattice.tokens.lower
    called = lower[own.start : own.end] if own is not None else ()
    if own is None or ("party" not in called and called not in (("its",), ("it",))):
        return False
    if any(word[0].isupper() and word != "The" for word in lattice.tokens.words[own.start : own.end]):
        return False
    for at in range(own.start - 1, 0, -1):
        if lower[at] in (",", ";", "."):
            return False
        if lower[at] == "where" and lower[at - 1] == ",":
            return _is_behind_a_body(lattice, at - 1)
        if lower[at] in ("which", "whose") and lower[at - 1] == ",":
            before = (edge for edges in lattice.edges[max(0, at - 8) : at - 1] for edge in edges)
            named = any(edge.kind == "other-party" and edge.end == at - 1 for edge in before)
            return named or (fact.predicate in UNIONS and _is_behind_a_body(lattice, at - 1))
    return False


def _is_behind_a_body(lattice: Lattice, end: int) -> bool:
    """Tell whether a name ends there, of no place or parliament: "within the Independents for Azuria, where"."""
    if not lattice.tokens.words[end - 1][0].isupper():
        return False
    before = [edge for edges in lattice.edges[max(0, end - 8) : end] for edge in edges if edge.end == end]
    # The land ends a name in "formed the Workers' Party Walden, which".
    named = {"for", *NOUNS}
    return not any(
        edge.kind in ("own", "body") or (edge.kind == "place" and lattice.tokens.lower[edge.start - 1] not in named)
        for edge in before
    )


def _is_told_of_the_whole(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a verb without a subject is of what was formed: "to form the White Union, which later merged with".

    Adverbs and auxiliaries may stand between the two.
    """
    if any(one.entity == fact.subject for _, one in match.slots):
        return False
    lower, at = lattice.tokens.lower, match.start - 1
    small = AUXILIARIES | lexicon.words("adverb")
    while at > 1 and (lower[at] in small or lower[at].endswith("ly")):
        at -= 1
    return at > 1 and lower[at] in WHICH and lower[at - 1] == "," and _is_behind_a_body(lattice, at - 1)


CHECKS = (
    *asked_of((), _is_of_the_other),
    *asked_of(UNIONS, _is_told_of_the_whole),
)
