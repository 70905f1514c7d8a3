"""Adds descriptions to a lattice: "a small, centre-left Ghanaian political party" as one mention with its pieces."""

from __future__ import annotations

from dataclasses import replace

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.subjects import AUXILIARIES, verbs
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

DETERMINERS = frozenset({"a", "an", "the", "another", "one"})
CHURCHES = (("catholic",), ("orthodox",), ("catholics",))
"""A Greek Catholic party need not be Greek."""
FARTHEST = 12
SEVERAL = lexicon.phrases("several")
PLURALS = lexicon.words("party-plural")
"""What a party is one of."""
GENITIVES = frozenset({"'s", "’s", "'", "’"})
OWNERS = GENITIVES | {"its", "his", "her", "their"}
CLAUSES = lexicon.words("clause-opener") | {"once", "if"}
"""What opens a clause that another one follows."""
LONGEST_ROW = 8
LONGEST_TYPE = 4
"""The words of what a body is said to be: "paramilitary organisation"."""
UNKNOWN = 3
"""How many adjectives that no table knows a description may have."""


def add(lattice: Lattice) -> None:
    """Add an edge from the determiner to the noun, with the parts ``type``, ``ideology``, ``position``, ``country``.

    An ``introduction`` has an indefinite article ("a liberal party"); an ``apposition`` has a definite one or an owner
    and stands beside a name: "the Azure Front, the coalition that", "the Azure Front, Ann Lee's coalition".
    """
    for at in range(len(lattice.tokens)) if "{type}" in lattice.present else ():
        noun = lattice.at(at, "type")
        # "The Azure movement's political wing" is a wing.
        owns = noun is not None and lattice.tokens.lower[noun.end : noun.end + 1] in (("'s",), ("'",))
        if noun is not None and not noun.parts and not owns:
            _add(lattice, noun)
    if "of" in lattice.present or "among" in lattice.present:
        for at in range(len(lattice.tokens)):
            _add_one_of(lattice, at)


def _add(lattice: Lattice, noun: Mention) -> None:
    lower = lattice.tokens.lower
    at, unknown = noun.start, 0
    found: dict[str, list[Mention]] = {}
    while at > 0 and noun.start - at < FARTHEST:
        before = at - 1
        if lower[before] in DETERMINERS:
            whole = _description(lattice, noun, before, found)
            lattice.add(whole)
            if lower[before] in ("a", "an", "another"):
                lattice.add(replace(whole, kind="introduction"))
            elif lower[before] == "the" and _stands_beside(lattice, before):
                lattice.add(replace(whole, kind="apposition"))
            if lower[noun.end - 1] in lexicon.words("reunion-noun"):
                lattice.add(replace(whole, kind="reunion"))
            return
        if lower[before] in OWNERS and _stands_beside(lattice, _owner(lattice, before)):
            lattice.add(replace(_description(lattice, noun, before, found), kind="apposition"))
            return
        edge = ending(lattice, at)
        twin = _type_before_and(lattice, noun, at)
        if twin is not None:
            found["type"] = [twin]
            at = twin.start
        elif edge is not None:
            kind = {"country-demonym": "country", "region-demonym": "region", "position": "position"}.get(
                edge.kind, "ideology"
            )
            if not is_another(lattice, edge):
                found.setdefault(kind, []).insert(0, edge)
            at = edge.start
        elif lower[before] in lexicon.words("belonging"):
            return
        elif (
            lower[before] in ("and", ",", "-", "or", "but", "lived")
            or lower[before] in lexicon.words("modifier")
            or (lower[before] in lexicon.words("adverb") and lower[before].endswith("ly"))
        ):
            at = before
        elif (lower[before].isalpha() and unknown < UNKNOWN and not _finite(lower[before])) or "-" in lower[before]:
            unknown += 1
            at = before
        else:
            return


def _owner(lattice: Lattice, at: int) -> int:
    """Return where the owner of a body begins, whose "his" or "'s" stands at a place: "Ann Lee's coalition"."""
    while lattice.tokens.lower[at] in GENITIVES and at and lattice.tokens.words[at - 1][:1].isupper():
        at -= 1
        while at and lattice.tokens.words[at - 1][:1].isupper():
            at -= 1
    return at


def _stands_beside(lattice: Lattice, at: int) -> bool:
    """Tell whether a definite noun is a remark on the name before: "It fought the Azure Front, the coalition that".

    It is none where a clause begins there: "After the exit of the Azure Front, the coalition that".
    """
    lower = lattice.tokens.lower
    if at < 2 or lower[at - 1] not in (",", "–", "—"):
        return False
    before = lower[: at - 1]
    told = any(word in AUXILIARIES or word in verbs() for word in before)
    return told and before[0] not in CLAUSES and not before[0].endswith("ing")


def _type_before_and(lattice: Lattice, noun: Mention, at: int) -> Mention | None:
    """Return the first of two things that one body is: "a political party and trade union"."""
    if at != noun.start or lattice.tokens.lower[at - 1] != "and":
        return None
    ends = (edge for edges in lattice.edges[max(0, at - 1 - LONGEST_TYPE) : at - 1] for edge in edges)
    types = [edge for edge in ends if edge.kind == "type" and edge.end == at - 1 and not edge.parts]
    longest = max(types, key=lambda edge: edge.end - edge.start, default=None)
    same = longest is not None and lattice.tokens.lower[longest.end - 1] == lattice.tokens.lower[noun.end - 1]
    return None if longest is None or same or longest.name == "party" else longest


def _add_one_of(lattice: Lattice, at: int) -> None:
    """Add "one of the smaller Palestinian parties", "among Turkey's leading parties": one of several is such a one."""
    lower = lattice.tokens.lower
    first = at + 1 if lower[at] == "among" else at + 2 if lower[at : at + 2] == ("one", "of") else 0
    owner = lattice.at(first, "country", "region") if first and first < len(lower) else None
    if owner is not None and lower[owner.end : owner.end + 1] in (("'s",), ("'",)):
        place, behind = owner, owner.end + 1
    elif first and (lower[first : first + 1] == ("the",) or lower[first : first + 1] in SEVERAL):
        place, behind = None, first + 1
    else:
        return
    for end in range(behind, min(len(lower), behind + LONGEST_ROW)):
        if lower[end] in PLURALS:
            lattice.add(_one_of(lattice, at, behind, end, place))
            return
        word = lower[end]
        foreign = word in lexicon.words("preposition") or word in lexicon.words("belonging")
        if not word.replace("-", "").isalnum() or foreign or word in lexicon.words("negation"):
            return


def _one_of(lattice: Lattice, start: int, first: int, noun: int, owner: Mention | None) -> Mention:
    adjectives = (edge for edges in lattice.edges[first:noun] for edge in edges)
    homes = [edge for edge in adjectives if edge.kind in ("country-demonym", "region-demonym") and edge.end == noun]
    found = {"country-demonym": "country", "region-demonym": "region"}
    named = [(found[edge.kind], edge) for edge in homes] if owner is None else [(owner.kind, owner)]
    parts = tuple(
        (kind, Mention("place", edge.start, edge.end, edge.name, Entity(edge.name, Kind.PLACE)))
        for kind, edge in named[:1]
    )
    return Mention("description", start, noun + 1, lattice.tokens.show(start, noun + 1), parts=parts)


def is_another(lattice: Lattice, edge: Mention) -> bool:
    """Tell whether a word means less than it does alone.

    "A Sindhi nationalist party" has the nationalism of the Sindhi, and not any; "a British diaspora party" is none in
    Britain; "a relatively liberal party" may be none.
    """
    before = lattice.tokens.words[edge.start - 1] if edge.start else ""
    behind = lattice.tokens.lower[edge.end : edge.end + 1]
    return (
        (edge.name == "Nationalism" and before[:1].isupper())
        or ("demonym" in edge.kind and behind in CHURCHES)
        or (behind != () and behind[0] in lexicon.words("people-noun") and "demonym" in edge.kind)
        or (behind in (("extremist",), ("extreme",)) and edge.kind == "position")
        or before in lexicon.words("degree")
    )


def _finite(word: str) -> bool:
    return word in lexicon.words("function-word") or word in lexicon.words("negation") or word.endswith("'s")


def ending(lattice: Lattice, end: int) -> Mention | None:
    """Return the longest ideology, position or demonym that ends before a token."""
    best: Mention | None = None
    for start in range(max(0, end - 5), end):
        for edge in lattice.edges[start]:
            if (
                edge.end == end
                and edge.kind in ("ideology", "position", "country-demonym", "region-demonym")
                and not edge.items
            ) and (best is None or edge.start < best.start):
                best = edge
    return best


def _description(lattice: Lattice, noun: Mention, start: int, found: dict[str, list[Mention]]) -> Mention:
    # "A liberal party" says that it is liberal; that a party is a party goes without saying.
    parts: list[tuple[str, Mention]] = (
        [] if lattice.tokens.lower[noun.start : noun.end] == ("party",) else [("type", noun)]
    )
    if "type" in found:
        both = [*found.pop("type"), *(kind for _, kind in parts)]
        parts = [("type", _several(both) if len(both) > 1 else both[0])]
    for kind, edges in found.items():
        if kind in ("country", "region") and len(edges) > 1:
            continue
        edge = edges[0] if len(edges) == 1 else _several(edges)
        if kind in ("country", "region"):
            edge = Mention("place", edge.start, edge.end, edge.name, Entity(edge.name, Kind.PLACE))
        parts.append((kind, edge))
    return Mention("description", start, noun.end, lattice.tokens.show(start, noun.end), parts=tuple(parts))


def _several(edges: list[Mention]) -> Mention:
    return Mention(
        edges[0].kind, edges[0].start, edges[-1].end, ", ".join(edge.name for edge in edges), items=tuple(edges)
    )
