"""Adds what ordinal claims count: groups of people of a party, and what somebody was the first to do."""

from __future__ import annotations

from partygraph.extraction.lattice import Lattice, Mention
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon


def add(lattice: Lattice) -> None:
    """Add the edges ``member-group``, ``candidate-group`` and ``winning``."""
    lower = lattice.tokens.lower
    for at, word in enumerate(lower):
        for edge in tuple(lattice.edges[at]):
            if (
                edge.kind == "party"
                and edge.end < len(lower)
                and lower[edge.end] in ("member", "candidate", "politician", "nominee")
            ):
                _add_group(lattice, edge)
        if word.endswith(lexicon.SUPERLATIVES) or word in lexicon.words("superlative"):
            _add_ranking(lattice, at)
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
    if end == at + 1 and tokens.lower[end : end + 1] not in (("in",), ("of",)):
        return
    if tokens.lower[end : end + 1] in (("in",), ("of",)):
        place = lattice.at(end + 1, "place", "extent", "body") or lattice.at(
            min(end + 2, len(tokens)), "place", "extent", "body"
        )
        if place is not None:
            end = place.end
    lattice.add(Mention("ranking", start - 1, end, tokens.show(start, end)))


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
