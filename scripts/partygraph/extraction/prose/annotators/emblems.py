"""Adds what a party shows itself by: what a symbol shows ("a white stork on a green ground"), and colours."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.subjects import AUXILIARIES
from partygraph.rules import lexicon

DETERMINERS = frozenset({"a", "an", "the"})
STOPS = frozenset({".", ",", ";", ":", "(", ")"})
OVER = frozenset({"of", "on", "with", "and", "in", "a", "an", "the", "over"})
"""What may stand between the words for a symbol."""
ENDS = frozenset({"as", "is", "was"})
"""What goes on with what it is: "a white stork as its symbol"."""
LONGEST = 9
"""How many words what a symbol shows may have."""
SHADES = frozenset({"light", "dark", "sky", "royal", "navy", "deep", "bright"})
NO_SYMBOL = frozenset({"same", "official", "following", "symbol", "logo", "one", "name", "party", "that", "this"})
"""Words that tell of a symbol without telling what it shows."""


def add(lattice: Lattice) -> None:
    """Add the edges ``device``, with the article, and ``colour``, where several are a list."""
    colours = lexicon.words("colour")
    if not lexicon.words("emblem-noun").isdisjoint(lattice.present):
        for at, word in enumerate(lattice.tokens.lower):
            if word in DETERMINERS:
                _add_device(lattice, at)
    if colours.isdisjoint(lattice.present):
        return
    for at in range(len(lattice.tokens)):
        items = _colours(lattice, at)
        if len(items) == 1:
            lattice.add(items[0])
        elif items:
            name = lattice.tokens.show(at, items[-1].end)
            lattice.add(Mention("colour", at, items[-1].end, name, items=items))


def _add_device(lattice: Lattice, at: int) -> None:
    lower, words = (*lattice.tokens.lower, "."), lattice.tokens.words
    end = at + 1
    while lower[end] not in STOPS:
        plain = words[end].replace("-", "").isalpha() and words[end].islower()
        if not plain or lower[end] in NO_SYMBOL or end - at > LONGEST:
            return
        if lower[end] in AUXILIARIES or (lower[end] in lexicon.words("function-word") and lower[end] not in OVER):
            break
        end += 1
    if end > at + 1 and lower[end - 1] not in OVER and (lower[end] in STOPS or lower[end] in ENDS):
        lattice.add(Mention("device", at, end, lattice.tokens.show(at + 1, end)))


def _colours(lattice: Lattice, at: int) -> tuple[Mention, ...]:
    """Return the colours that stand one behind another at a place: "green, white and red"."""
    lower = (*lattice.tokens.lower, "", "")
    found: list[Mention] = []
    while True:
        end = at + (lower[at] in SHADES)
        if lower[end] not in lexicon.words("colour"):
            return tuple(found)
        found.append(Mention("colour", at, end + 1, lattice.tokens.show(at, end + 1)))
        at = end + 1
        if lower[at] not in (",", "and"):
            return tuple(found)
        at += 1 + (lower[at] == "," and lower[at + 1] == "and")
