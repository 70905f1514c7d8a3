"""Tells the article's own party and its people from others, for patterns that speak of one sort only."""

from __future__ import annotations

from dataclasses import replace

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.registry import Registry
from partygraph.rules import lexicon

OWNING = frozenset({"'s", "'"})
"""What a name ends with that owns something; whose "its leader" is that of another party, the text before tells."""


def add(lattice: Lattice, registry: Registry) -> None:
    """Mark the mentions of the article's own party, those of others, and the alliances among these."""
    for edges in lattice.edges:
        for edge in tuple(edges):
            if edge.kind == "possessor" and edge.entity == registry.subject:
                lattice.add(edge.known_as("own-possessor"))
            elif edge.kind == "possessor" and lattice.tokens.lower[edge.end - 1] in OWNING and not edge.items:
                lattice.add(edge.known_as("other-possessor"))
            if edge.kind == "party" and any(item.entity == registry.subject for item in edge.items):
                others = tuple(item for item in edge.items if item.entity != registry.subject)
                lattice.add(replace(edge, kind="joint", items=others))
            if edge.kind in ("party", "organisation") and all(
                item.entity != registry.subject for item in edge.items or (edge,)
            ):
                lattice.add(edge.known_as("other-party"))
                if all(_is_alliance(item.name) for item in edge.items or (edge,)):
                    lattice.add(edge.known_as("alliance"))
            elif edge.kind == "party" and edge.entity == registry.subject and not edge.items:
                lattice.add(edge.known_as("own"))


def mark_people(lattice: Lattice, registry: Registry) -> bool:
    """Mark the people of the article's own party; tells whether there are any that had not been marked."""
    if "{person}" not in lattice.present:
        return False
    before = sum(edge.kind == "ours" for edges in lattice.edges for edge in edges)
    for edges in lattice.edges:
        for edge in tuple(edges):
            if edge.kind == "person" and all(item.name in registry.ours for item in edge.items or (edge,)):
                lattice.add(edge.known_as("ours"))
                post = registry.posts.get(edge.name)
                if post is not None and not edge.items:
                    role = Mention("role", edge.start, edge.end, post)
                    lattice.add(replace(edge, kind="officer", parts=(*edge.parts, ("post", role))))
    lattice.where.clear()
    lattice.nexts.clear()
    return sum(edge.kind == "ours" for edges in lattice.edges for edge in edges) > before


def _is_alliance(name: str) -> bool:
    words = [word for word in name.lower().split() if not word.isdigit()] or [""]
    head = words[next((at for at, word in enumerate(words) if at and word in ("of", "for")), len(words)) - 1]
    return head in lexicon.words("alliance-noun") or (head == "opposition" and head != words[-1])
