"""Reads what bears upon the facts of a match around it: a status, an area, a longer title, another party."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.scope import TALLIES
from partygraph.model import Literal, Qualifier
from partygraph.rules import lexicon


def beside(lattice: Lattice, match: Match, predicate: str) -> tuple[Qualifier, ...]:
    """Return what the words of a match say beside its slots: that a member only observes, where a result is of."""
    lower = lattice.tokens.lower
    if predicate.startswith("affiliation"):
        status = [word for word in lower[match.start : match.end] if word in lexicon.words("membership-status")]
        return (Qualifier("status", Literal(status[0])),) if status else ()
    told = [mention for name, mention in match.slots if name in TALLIES]
    if predicate != "electionResult" or not told:
        return ()
    covered = {at for _, mention in match.slots for at in range(mention.start, mention.end)}
    for at in range(min(mention.end for mention in told), min(match.end + 1, len(lower) - 1)):
        first = at + 1 + (lower[at + 1] == "the")
        place = lattice.at(first, "place", "region") if lower[at] in ("in", "across", "throughout") else None
        if place is None or first in covered or lattice.at(first, "body", "election", "date", "country") is not None:
            continue
        known = lexicon.territories().get(place.name)
        if known is None or known.kind != "country":
            return (Qualifier("area", Literal(place.name)),)
    return ()


def goes_on(lattice: Lattice, role: Mention) -> bool:
    """Tell whether a title is of something else than the party: "secretary of state", "leader of the group in Riga"."""
    lower = lattice.tokens.lower
    at = role.end
    before = lower[role.start - 1] if role.start else ""
    if before in lexicon.words("group-noun") or (before == "'" and not _is_own(lattice, role.start)):
        # "The peasant leader Ann Lee", "the miners' chairman"
        return True
    if lower[at : at + 1] not in (("of",), ("for",)) or at + 1 >= len(lower):
        return False
    first = at + 1
    own = next((edge for edge in lattice.edges[first] if edge.kind in ("own", "own-possessor", "party")), None)
    if own is not None:
        return lower[own.end : own.end + 1] in (("'s",), ("'",)) and own.kind != "party"
    noun = first + (lower[first] in ("the", "its", "their", "this"))
    if lower[at] == "for":
        return lattice.tokens.words[noun][:1].isupper()
    return lexicon.words("party-part-ruling").isdisjoint(lower[noun : noun + 4]) and not (
        lower[noun] in lexicon.words("party-noun") or lower[noun] in lexicon.words("movement-noun")
    )


def _is_own(lattice: Lattice, end: int) -> bool:
    return any(
        edge.kind == "own-possessor" and edge.end == end
        for edges in lattice.edges[max(0, end - 12) : end]
        for edge in edges
    )


def is_for_another(lattice: Lattice, at: int) -> bool:
    """Tell whether somebody stood or won for another party, as the words behind a match say."""
    lower = lattice.tokens.lower
    while at < len(lower) and lower[at] in ("in", "on", "at") and (date := lattice.at(at + 1, "date", "election")):
        at = date.end
    if lower[at : at + 1] in (("for",), ("representing",)):
        at += 1
    elif lower[at : at + 4] in (
        ("as", "a", "candidate", "of"),
        ("as", "a", "member", "of"),
        ("on", "the", "list", "of"),
    ):
        at += 4
    else:
        return False
    return at < len(lower) and lattice.at(at, "other-party") is not None
