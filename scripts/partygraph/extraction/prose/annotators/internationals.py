"""Takes a body for an international one by its name, where no table knows it: "the Nordic Farmers' League"."""

from __future__ import annotations

from functools import cache

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon


def add(lattice: Lattice) -> None:
    """Add a mention by the words of a body's name; a house that people are elected to is no union of parties."""
    for edges in lattice.edges:
        for edge in tuple(edges):
            if edge.kind not in ("party", "organisation") or edge.items or edge.end - edge.start < 2:
                continue
            words = edge.name.lower().split()
            seated = any(other.kind == "body" and other.end == edge.end for other in edges)
            if seated or not lexicon.words("no-international").isdisjoint(words):
                continue
            for kind in ("international", "european", "regional"):
                if _is_named_after(words, lexicon.words(f"{kind}-word")):
                    entity = Entity(edge.name, Kind.ORGANISATION, edge.entity.link if edge.entity else None)
                    one = Mention(kind, edge.start, edge.end, edge.name, entity)
                    lattice.add(one)
                    lattice.add(Mention("affiliation", edge.start, edge.end, edge.name, entity, items=(one,)))
                    break


def _is_named_after(words: list[str], reach: frozenset[str]) -> bool:
    """Tell whether a name says how far a body reaches: "Federal Union of European Nationalities", "World Peace Union".

    "Alliance for a European Albania" says what it wants, and a South African league is one of a single country.
    """
    named = (at for at, word in enumerate(words) if word in reach and not {"for", "a", "an"} & set(words[:at]))
    return any(" ".join(words[max(0, at - 1) : at + 1]) not in _nations() for at in named)


@cache
def _nations() -> frozenset[str]:
    """Return the words for the people of a single country that say more alone: "South African"."""
    return frozenset(word.lower() for word in lexicon.demonyms() if " " in word)
