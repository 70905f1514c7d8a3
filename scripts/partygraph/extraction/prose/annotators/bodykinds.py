"""Adds what sort of body a noun beside a name tells: "the electoral alliance Azul", "the Azul coalition".

Whoever says so in passing takes it for granted. It is left alone where the noun may belong to what follows ("the Azul
coalition government") and where the name is that of a party, or those of two ("the Red–Green alliance").
"""

from __future__ import annotations

from dataclasses import replace

from partygraph.extraction.prose.annotators import stylings
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

NOUNS = lexicon.phrases("told-body")
BEFORE = lexicon.phrases("told-body-before")
"""What is told of a name that stands behind it only: "the movement Azul" has members, "the Azul movement" may not."""
ALL = lexicon.openers("told-body", "told-body-before")
KINDS = ("alliance", "other-party")
TOLD = ("group", "quoted", "person")
"""What is a body by its noun alone: "the rebel group Red Dawn" is nobody's name."""
NAMELESS = frozenset({"front", "list", "movement"})
"""Nouns that somebody's name may stand behind, or a word of the name be."""
ARTICLES = frozenset({"the", "a", "an", "its", "their"})
CALLED = (("called",), ("named",), ("known", "as"), ())
JOINTS = frozenset({"-", "–", "—", "/", "&"})
PARTIES = frozenset({"party", "parties", "partido", "partij", "parti", "partei"})
GOING_ON = (stylings.CLEAR_ENDS | stylings.GOING_ON) - {"–", "—"}
"""What shows that a name has ended; behind a dash a second half may follow: "the coalition Azul – Verde"."""
CLAUSES = frozenset({"which", "that", "and"})
"""What a sentence goes on with behind such a name."""
FARTHEST = 4
"""The words between an article and the noun: "the newly created electoral alliance Azul"."""


def add(lattice: Lattice) -> None:
    """Add the edges ``told-body``: from the noun to the name or from the name to the noun, with both as parts."""
    lower = lattice.tokens.lower
    told = 0
    for at, word in enumerate(lower):
        for words in ALL.get(word, ()):
            end = at + len(words)
            if end <= told or lower[at:end] != words:
                continue  # "the electoral alliance Azul" is no mere alliance
            told = end
            if not lattice.tokens.words[at].islower():
                continue
            kind = Mention("type", at, end, " ".join(words))
            if _has_article(lattice, at):
                _add_behind(lattice, kind)
            if words in NOUNS:
                _add_before(lattice, kind)


def _has_article(lattice: Lattice, at: int) -> bool:
    """Tell whether an article opens the phrase of a noun, and the noun is the first of its kind there."""
    lower = lattice.tokens.lower
    for start in range(at - 1, max(-1, at - 1 - FARTHEST), -1):
        if lower[start] in ARTICLES:
            return True
        if not lower[start].replace("-", "").isalpha():
            return False
    return False


def _add_behind(lattice: Lattice, kind: Mention) -> None:
    lower = lattice.tokens.lower
    for called in CALLED:
        first = kind.end + len(called)
        if lower[kind.end : first] != called or first >= len(lower):
            continue
        first += lower[first] == "the" and called != ()
        name = _name(lattice, first) or (None if kind.name in NAMELESS else _told(lattice, first))
        if name is not None and _is_whole(lattice, name.end):
            _tell(lattice, kind.start, name.end, name, kind)
            return


def _add_before(lattice: Lattice, kind: Mention) -> None:
    if not _is_whole(lattice, kind.end):
        return
    for start in range(max(0, kind.start - 7), kind.start):
        if lattice.tokens.lower[start - 1 : start] != ("the",):
            continue
        ends = [edge for edge in lattice.edges[start] if edge.kind in KINDS and edge.end == kind.start]
        for name in ends:
            if not name.items and _is_one(lattice, name):
                _tell(lattice, start, kind.end, name, kind)
                return


def _name(lattice: Lattice, at: int) -> Mention | None:
    """Return the longest name of a body that begins at a place."""
    if at >= len(lattice.tokens):
        return None
    edges = [edge for edge in lattice.edges[at] if edge.kind in KINDS and not edge.items and edge.end > at]
    best = max(edges, key=lambda edge: edge.end, default=None)
    return best if best is not None and _is_one(lattice, best) else None


def _told(lattice: Lattice, at: int) -> Mention | None:
    """Return the name at a place that is a body's because the noun before calls it one, and no clause follows."""
    lower = (*lattice.tokens.lower, "")
    edges = [edge for edge in lattice.edges[at] if edge.kind in TOLD and not edge.items and edge.end > at]
    best = max(edges, key=lambda edge: edge.end, default=None)
    if best is None or (not lattice.tokens.words[best.end - 1][:1].isupper() and best.kind != "quoted"):
        return None
    ended = lower[best.end] in stylings.CLEAR_ENDS or lower[best.end] in lexicon.words("preposition")
    known = best.entity is not None and best.entity.link is not None and best.entity.kind is Kind.PERSON
    if known or not (ended or lower[best.end] in CLAUSES):
        return None
    return replace(best, kind="other-party", entity=Entity(best.name, Kind.PARTY))


def _is_one(lattice: Lattice, name: Mention) -> bool:
    """Tell whether a name is one of a body that is no party, and not that of two."""
    words = lattice.tokens.lower[name.start : name.end]
    capital = lattice.tokens.words[name.start]
    return JOINTS.isdisjoint(words) and PARTIES.isdisjoint(words) and not any(mark in capital for mark in JOINTS)


def _is_whole(lattice: Lattice, end: int) -> bool:
    """Tell whether nothing behind can be the noun that the words before belong to."""
    behind = (*lattice.tokens.lower, "")[end]
    if behind == "to" and end and lattice.tokens.words[end - 1][:1].isupper():
        return False  # "the coalition United to Change Azuria"
    return behind in GOING_ON or behind in lexicon.words("preposition")


def _tell(lattice: Lattice, start: int, end: int, name: Mention, kind: Mention) -> None:
    title = lattice.tokens.show(start, end)
    lattice.add(Mention("told-body", start, end, title, parts=(("party", name.known_as("peer")), ("type", kind))))
