"""Takes what follows "known as" or "under the name of" for one name, whatever its words would be elsewhere.

In "known until 2012 as Ann Lee's Civic List" nobody called Ann Lee is meant, and no Civic List. What a party bore "the
name" of is one even where no word in it says so ("bore the name Azul Siempre").
"""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.names.namekinds import institutions
from partygraph.extraction.prose.tokens import capital
from partygraph.rules import lexicon

CALLING = lexicon.words("calling")
"""What a name can follow at once."""
BEGINNING = lexicon.words("known-as")
"""What a name can follow behind "as", with a time or a place between the two."""
LONGEST_TIME = 12
BETWEEN = lexicon.words("calling-between")
"""What can stand between a calling and a name."""
NAMING = lexicon.words("naming")
"""What says, before "the name", that the words behind it are a name, whatever they are."""
BEFORE_NAME = lexicon.words("before-name")
"""What can stand between the two."""
AFTER = lexicon.words("after-name")
"""What can follow a name that has no noun of a body: at another small word it may go on in its own language."""
CLOSING = frozenset({".", ";", ":", "(", ")"})
TIES = frozenset({"of", "for", "against", "de", "di", "du", "del", "da", "y", "e", "et", "und", "och", "og"})
ARTICLES = (("the",), ("a",), ("an",))
DASHES = frozenset({"–", "—"})


def add(lattice: Lattice) -> None:
    """Add a mention over each such name that no mention of a party has as a whole."""
    if lattice.present.isdisjoint(CALLING | {"as"}):
        return
    for at in range(1, len(lattice.tokens)):
        first = _named_at(lattice, at)
        end = _end(lattice, first) if first else 0
        told = end - first > 1 and _is_a_body(lattice, first, end)
        if not end or not (told or _is_given(lattice, first, end)):
            continue
        edges = [edge for edge in lattice.edges[first] if edge.kind in ("party", "organisation", "other-party", "own")]
        if not any(edge.end >= end for edge in edges):
            lattice.add(Mention("quoted", first, end, lattice.tokens.show(first, end)))


def _named_at(lattice: Lattice, at: int) -> int:
    """Return where a name begins that a calling before a place announces; 0 where there is none."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    called = lower[at] in CALLING or lower[at - 1 : at + 1] in (("name", "of"), ("title", "of"))
    if lower[at] == "as":
        called = any(word in BEGINNING for word in lower[max(0, at - LONGEST_TIME) : at])
    first = at + 1
    while called and first < len(words) and lower[first] in BETWEEN:
        first += 1
    return first if called and first < len(words) and _is_written_so(words[first]) else 0


def _is_given(lattice: Lattice, first: int, end: int) -> bool:
    """Tell whether words are said to be a name: "bore the name Azul Siempre", "styled itself Azul"."""
    lower = lattice.tokens.lower
    if not _ends(lattice, end):
        return False
    at = first - 1
    while lower[at] == "the" and at:
        at -= 1
    if lower[at] == "itself":
        return lower[at - 1] in CALLING
    at -= lower[at] == "of"
    if at < 1 or lower[at] not in ("name", "title"):
        return False
    while at > 1 and lower[at - 1] in BEFORE_NAME:
        at -= 1
    return lower[at - 1] in NAMING


def _ends(lattice: Lattice, end: int) -> bool:
    """Tell whether a name surely ends here: "Azul in 1990", and not "Azul in the Centre", "Azul, Light and Peace"."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    behind = lower[end : end + 1]
    if not behind or behind[0] in CLOSING:
        return True
    after = end + 1 + (lower[end + 1 : end + 2] == ("the",))
    goes_on = after < len(words) and _is_written_so(words[after])
    return (behind[0] == "," or behind[0] in AFTER) and not goes_on


def _is_written_so(word: str) -> bool:
    return word[0].isalpha() and capital(word) and word.lower() not in lexicon.words("month")


def _opens(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a place has a word that a name can begin or go on with."""
    return at < len(words) and _is_written_so(words[at])


def _end(lattice: Lattice, first: int) -> int:
    """Return where a name ends; the first place where it is open whether it goes on ends it altogether."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    at = first + 1
    while at < len(words):
        follows = _opens(words, at + 1)
        if _is_written_so(words[at]):
            at += 1
        elif follows and (lower[at] in ("'s", "'") or lower[at] in TIES or lower[at] in DASHES):
            at += 2
        elif lower[at] in TIES and lower[at + 1 : at + 2] in ARTICLES and _opens(words, at + 2):
            at += 3  # "known as the Movement for a Free Azuria"
        elif follows and lower[at] in ("and", "&"):
            if not _is_half(lattice, first, at):
                return first  # "known as the Azure League and White Front": of one name, or of two
            at += 2
        else:
            break
    return at


def _is_half(lattice: Lattice, first: int, joined: int) -> bool:
    """Tell whether a word before "and" is no name without what follows: "founded as the Justice and Harvest Party"."""
    word, behind = lattice.tokens.lower[first], lattice.tokens.lower[joined + 2 : joined + 3]
    alone = word in lexicon.words("party-noun") | lexicon.words("alliance-noun")
    return joined - first == 1 and not alone and behind == ("party",)


def _is_a_body(lattice: Lattice, first: int, end: int) -> bool:
    """Tell whether a name has a word in it that bodies have, and people have not."""
    words = lattice.tokens.lower[first:end]
    nouns = institutions() | lexicon.words("party-noun")
    return any(word in nouns or word.removesuffix("s") in nouns for word in words) or any(
        edge.kind == "ideology" for edges in lattice.edges[first:end] for edge in edges
    )
