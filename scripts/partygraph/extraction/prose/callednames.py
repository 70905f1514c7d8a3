"""Takes what follows "known as" or "under the name of" for one name, whatever its words would be elsewhere.

In "known until 2012 as Ann Lee's Civic List" nobody called Ann Lee is meant, and no Civic List.
"""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.namekinds import institutions
from partygraph.extraction.prose.tokens import capital
from partygraph.rules import lexicon

CALLING = lexicon.words("calling")
"""What a name can follow at once."""
BEGINNING = lexicon.words("known-as")
"""What a name can follow behind "as", with a time or a place between the two."""
LONGEST_TIME = 12
BETWEEN = lexicon.words("calling-between")
"""What can stand between a calling and a name."""
TIES = frozenset({"of", "for", "de", "di", "du", "del", "da"})
DASHES = frozenset({"–", "—"})


def add(lattice: Lattice) -> None:
    """Add a mention over each such name that no mention of a party has as a whole."""
    if lattice.present.isdisjoint(CALLING | {"as"}):
        return
    for at in range(1, len(lattice.tokens)):
        first = _named_at(lattice, at)
        end = _end(lattice, first) if first else 0
        if end - first < 2 or not _is_a_body(lattice, first, end):
            continue
        edges = [edge for edge in lattice.edges[first] if edge.kind in ("party", "organisation", "other-party")]
        if not any(edge.end >= end for edge in edges):
            lattice.add(Mention("quoted", first, end, lattice.tokens.show(first, end)))


def _named_at(lattice: Lattice, at: int) -> int:
    """Return where a name begins that a calling before a place announces; 0 where there is none."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    called = lower[at] in CALLING or lower[at - 1 : at + 1] == ("name", "of")
    if lower[at] == "as":
        called = any(word in BEGINNING for word in lower[max(0, at - LONGEST_TIME) : at])
    first = at + 1
    while called and first < len(words) and lower[first] in BETWEEN:
        first += 1
    return first if called and first < len(words) and _is_written_so(words[first]) else 0


def _is_written_so(word: str) -> bool:
    return word[0].isalpha() and capital(word) and word.lower() not in lexicon.words("month")


def _end(lattice: Lattice, first: int) -> int:
    """Return where a name ends; the first place where it is open whether it goes on ends it altogether."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    at = first + 1
    while at < len(words):
        follows = at + 1 < len(words) and _is_written_so(words[at + 1])
        if _is_written_so(words[at]):
            at += 1
        elif follows and (lower[at] in ("'s", "'") or lower[at] in TIES or lower[at] in DASHES):
            at += 2
        elif follows and lower[at] in ("and", "&"):
            return first  # "known as the Azure League and White Front": of one name, or of two
        else:
            break
    return at


def _is_a_body(lattice: Lattice, first: int, end: int) -> bool:
    """Tell whether a name has a word in it that bodies have, and people have not."""
    words = lattice.tokens.lower[first:end]
    return any(word in institutions() or word in lexicon.words("party-noun") for word in words) or any(
        edge.kind == "ideology" for edges in lattice.edges[first:end] for edge in edges
    )
