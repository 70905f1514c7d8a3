"""Adds what ordinal claims count: groups of people of a party, and what somebody was the first to do."""

from __future__ import annotations

from functools import cache

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

PARTIES = frozenset({"party", "movement", "organisation", "organization"})
TOLD = frozenset({"to", "in", "of", "that", "which", "founded", "formed", "operating", "established", "with"})
"""What goes on with that by which a party was the first."""
STOPS = frozenset({".", ",", ";", "(", "", "–", "—", "and", "but", "while", "when", "after", "before", "since"})
UNTIL_NOUN = 4
LONGEST_FEAT = 14
WHEREIN = (("in",), ("of",), ("within",))


def add(lattice: Lattice) -> None:
    """Add the edges ``member-group``, ``candidate-group``, ``first-party``, ``thing`` and ``winning``."""
    lower = lattice.tokens.lower
    superlatives = lexicon.words("superlative")
    for at, word in enumerate(lower):
        edges = lattice.edges[at]
        for edge in tuple(edges) if edges else ():
            if (
                edge.kind == "party"
                and edge.end < len(lower)
                and lower[edge.end] in ("member", "candidate", "politician", "nominee")
            ):
                _add_group(lattice, edge)
        if word.endswith(lexicon.SUPERLATIVES) or word in superlatives:
            _add_ranking(lattice, at)
        if word == "first" and lower[at - 1 : at] == ("the",):
            _add_first(lattice, at)
        if word in ("symbol", "emblem"):
            _add_thing(lattice, at + 1)
        if edges and lattice.at(at, "number", "percent") is not None:
            _add_deed(lattice, at)
        if word in ("win", "winning"):
            _add_winning(lattice, at)


def _add_group(lattice: Lattice, edge: Mention) -> None:
    tokens = lattice.tokens
    kind = "member-group" if tokens.lower[edge.end] == "member" else "candidate-group"
    start = edge.start + (tokens.lower[edge.start] in ("the", "a", "an"))
    name = tokens.show(start, edge.end + 1) + "s"
    lattice.add(Mention(kind, edge.start, edge.end + 1, name, parts=(("party", edge),)))


def _add_ranking(lattice: Lattice, at: int) -> None:
    """Read "the third-largest party in the state": a rank in the words of the text."""
    tokens = lattice.tokens
    start = at
    while start and (lattice.at(start - 1, "ordinal") or tokens.lower[start - 1] in ("single", "-")):
        start -= 1
    if not start or tokens.lower[start - 1] != "the":
        return
    end = at + 1
    while (
        end < len(tokens)
        and end - at < 6
        and (tokens.lower[end] in lexicon.words("ranked") or lattice.at(end, "type", "demonym"))
    ):
        end += 1
    if end == at + 1 and tokens.lower[end : end + 1] not in WHEREIN:
        return
    if tokens.lower[end : end + 1] in WHEREIN:
        place = lattice.at(end + 1, "place", "extent", "body") or lattice.at(
            min(end + 2, len(tokens)), "place", "extent", "body"
        )
        if place is not None:
            end = place.end
    lattice.add(Mention("ranking", start - 1, end, tokens.show(start, end)))


def _add_first(lattice: Lattice, at: int) -> None:
    """Read "the first party in Ghana to hold a congress": what a party was the first to be, up to the next stop."""
    lower = (*lattice.tokens.lower, "")
    foreign = lexicon.words("preposition") | lexicon.words("function-word")
    noun = next((n for n in range(at + 1, min(len(lower), at + 2 + UNTIL_NOUN)) if lower[n] in PARTIES), 0)
    if not noun or any(word in foreign or not word.replace("-", "").isalpha() for word in lower[at + 1 : noun]):
        return
    end = next((n for n in range(noun + 1, len(lower)) if lower[n] in STOPS), 0)
    told = lower[noun + 1] in TOLD or (lower[noun + 1] in STOPS and lattice.at(at + 1, "demonym") is not None)
    if told and end - noun <= LONGEST_FEAT:
        lattice.add(Mention("first-party", at - 1, end, lattice.tokens.show(at + 1, end)))


def _add_deed(lattice: Lattice, figure: int) -> None:
    """Read the words between a party and a figure as what it did, if they are plain words of doing."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    for start in range(max(1, figure - 4), figure):
        deed = lower[start:figure]
        plain = all(word.isalpha() and words[start + n] == word for n, word in enumerate(deed))
        if not plain or any(word in lexicon.words("no-deed") or word in heavy() for word in deed):
            continue
        told = any(
            edge.end == start
            for at in range(max(0, start - 8), start)
            for edge in lattice.edges[at]
            if edge.kind == "party"
        )
        if told:
            lattice.add(Mention("did", start, figure, lattice.tokens.show(start, figure)))


@cache
def heavy() -> frozenset[str]:
    """Return the words that make a statement less than plain."""
    kinds = ("negation", "plan", "condition", "hedge", "attribution")
    return frozenset(word for kind in kinds for word in lexicon.words(kind))


def _add_thing(lattice: Lattice, verb: int) -> None:
    """Read what a symbol shows: the words behind "is a" up to the next stop."""
    lower = lattice.tokens.lower
    start = next((at + 1 for at in range(verb, min(verb + 6, len(lower))) if lower[at] in ("is", "was")), 0)
    if not start:
        return
    first = start + (lower[start : start + 1] in (("a",), ("an",), ("the",)))
    end = first
    while (
        end < len(lower) and lower[end].replace("-", "").isalpha() and lower[end] not in lexicon.words("function-word")
    ):
        end += 1
    # "A very long snake" does not end before "long".
    going_on = lexicon.words("function-word") - lexicon.words("after-name") - lexicon.words("relative") - STOPS
    ended = end == len(lower) or lower[end] not in going_on
    if ended and first < end <= first + 4:
        lattice.add(Mention("thing", start, end, lattice.tokens.show(first, end)))


def _add_winning(lattice: Lattice, at: int) -> None:
    """Read "win a state legislative office running solely as a nominee for X": an election on one line alone."""
    tokens = lattice.tokens
    office = lattice.at(at + 1, "office", "body") if at + 1 < len(tokens) else None
    if office is None:
        return
    end = office.end
    for opening in lexicon.phrases("sole-nominee"):
        if tokens.lower[end : end + len(opening)] == opening:
            party = lattice.at(end + len(opening), "party", "line")
            if party is not None:
                line = Mention("line", party.start, party.end, party.name, Entity(party.name, Kind.BALLOT_LINE))
                lattice.add(
                    Mention(
                        "winning", at, party.end, tokens.show(at, party.end), parts=(("office", office), ("line", line))
                    )
                )
                return
    lattice.add(Mention("winning", at, end, tokens.show(at, end), parts=(("office", office),)))
