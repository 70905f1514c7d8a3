"""Adds places that say what they lie in: "Hartford, Connecticut", "the U.S. state of Connecticut"."""

from __future__ import annotations

from dataclasses import replace

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.tokens import Tokens
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

DIVISIONS = lexicon.words("division")
"""What parts of countries are called."""
ISLANDS = lexicon.words("loose-division")
"""What parts of countries are called where the name itself does not go on with it: "the island of Mors"."""
AREAS = lexicon.words("subdivision") | lexicon.words("area")
"""What stands before "of" and the name of a country or region, and tells what it is."""
CONTINENTAL = lexicon.words("continental")
"""What makes "American" no country's: "the South American republic of Suriname"."""
LONGEST_AREA = 5
POLITIES = lexicon.words("polity")
"""What the name of a state, and of hardly anything else, begins or ends with."""


def add(lattice: Lattice) -> None:
    """Add the edges; the part ``outer`` is what the text says the place lies in."""
    openers = lexicon.words("direction") | lexicon.words("subdivision")
    for at, word in enumerate(lattice.tokens.lower):
        for edge in tuple(lattice.edges[at]):
            if edge.kind == "place" and not edge.items and edge.end > at and _is_division(lattice, edge):
                lattice.add(replace(edge, kind="region"))
            if edge.kind == "place" and not edge.items and _is_state(lattice, edge):
                lattice.add(replace(edge, kind="country"))
        if word in openers:
            _add_within(lattice, at)
        if lattice.edges[at]:
            _add_area(lattice, at)
            _add_pair(lattice, at)
            _add_inner(lattice, at)
            _add_subdivision(lattice, at)


def _add_within(lattice: Lattice, at: int) -> None:
    """Add "northern Jutland" and "the island of Mors"; the first is a part of Jutland, the second is Mors."""
    tokens = lattice.tokens
    if at + 1 >= len(tokens):
        return
    if tokens.lower[at] in lexicon.words("direction") and not tokens.words[at][0].isupper():
        inner = lattice.at(at + 1, "place", "name", "person")
        if inner is not None and not inner.items and inner.start == at + 1:
            name = tokens.show(at, inner.end)
            lattice.add(Mention("place", at, inner.end, name, Entity(name, Kind.PLACE)))
        land = lattice.at(at + 1, "country")
        if land is not None and not land.items:
            # Who is active in northern Iran is active in Iran; whom northern Iran elected, Iran did not elect.
            lattice.add(Mention("country-part", at, land.end, land.name, land.entity))
    elif tokens.lower[at] in lexicon.words("subdivision") and tokens.lower[at + 1] == "of" and at + 2 < len(tokens):
        inner = lattice.at(at + 2, "place", "name", "person")
        if _is_known_whole(lattice, at):
            return
        if inner is not None and not inner.items and inner.end > at + 2:
            lattice.add(Mention("place", at, inner.end, inner.name, Entity(inner.name, Kind.PLACE)))


def _add_area(lattice: Lattice, at: int) -> None:
    """Let a country or region begin at the words that say what it is: "the Caribbean island of Montserrat"."""
    lower = lattice.tokens.lower
    edges = [edge for edge in lattice.edges[at] if edge.kind in ("country", "region") and not edge.items]
    of = at - 1 - (lower[at - 1 : at] == ("the",))
    if not edges or of < 2 or lower[of] != "of" or lower[of - 1] not in AREAS or _is_known_whole(lattice, of - 1):
        return
    first = of - 1
    while first > 0 and of - first < LONGEST_AREA and (lower[first - 1].replace("-", "").isalpha()):
        first -= 1
        if lower[first] in ("the", "a", "an"):
            for edge in edges:
                lattice.add(edge.moved(first, edge.end))
            return
        if lower[first] in lexicon.words("preposition") or (
            lower[first - 1] not in CONTINENTAL
            and any(edge.kind in ("territory", "country-demonym") for edge in lattice.edges[first])
        ):
            return  # "the Indian state of Goa" says more


def _is_known_whole(lattice: Lattice, at: int) -> bool:
    """Tell whether a name with "of" is that of a country of its own: "the Republic of China" is no part of China."""
    known = lattice.at(at, "territory")
    return known is not None and known.end > at + 2


def _add_pair(lattice: Lattice, at: int) -> None:
    tokens = lattice.tokens
    inner = lattice.at(at, "place", "name")
    if inner is None or inner.parts or inner.end + 1 >= len(tokens) or tokens.lower[inner.end] != ",":
        return
    outer = lattice.at(inner.end + 1, "territory")
    if outer is None or (outer.end < len(tokens) and tokens.lower[outer.end] in ("and", "'s", "or")):
        return
    if not _may_lie_in(inner.name, outer.name) or _is_list(tokens, outer.end) or _opens_a_name(tokens, outer.end):
        return
    _add_located(lattice, at, outer.end, inner, outer)


def _add_inner(lattice: Lattice, at: int) -> None:
    """Add "Walden in Norway" behind "in" or "at", as the first of the two."""
    lower = lattice.tokens.lower
    begun = at - (at > 1 and lower[at - 1] == "the" and lower[at - 2] == "at")
    inner = lattice.at(at, "place") if begun and lower[begun - 1] in ("in", "at") else None
    if inner is None or inner.items or lower[inner.end : inner.end + 1] not in (("in",), ("near",)):
        return
    outer = lattice.at(inner.end + 1, "place", "territory")
    if outer is not None and outer.end > inner.end + 1 and not outer.items:
        # "At the Grand Hotel in Walden" a party is founded in Walden.
        lattice.add(outer.moved(begun, outer.end) if lower[begun - 1] == "at" else inner.moved(at, outer.end))


def _is_division(lattice: Lattice, place: Mention) -> bool:
    """Tell whether the text calls a place a region or a province: "the Bicol Region", "the province of Sindh"."""
    lower = lattice.tokens.lower
    first = place.start + (lower[place.start] == "the")
    known = lexicon.territories().get(place.name)
    nouns = DIVISIONS | ISLANDS if known is None else DIVISIONS
    named = lower[place.end - 1] in nouns and lower[place.end - 1] != "state"
    within = place.name.partition(" of ")[2].removeprefix("the ") in lexicon.territories()
    told = (
        lower[first + 1 : first + 2] == ("of",)
        and not within
        and (lower[first] in DIVISIONS or lower[first] in ISLANDS)
    )
    return named or told or _is_explained(lattice, place.end)


def _is_explained(lattice: Lattice, at: int) -> bool:
    """Tell whether what stands behind a place calls it a part of something: ", an autonomous region of Moldova"."""
    lower = lattice.tokens.lower
    behind = lower[at : at + 6]
    if behind[:1] != (",",) or behind[1:2] not in (("a",), ("an",), ("the",)) or "of" not in behind:
        return False
    return behind[behind.index("of") - 1] in DIVISIONS


def _is_state(lattice: Lattice, place: Mention) -> bool:
    """Tell whether a name is a state's and whole: "the Kingdom of Serbs, Croats and Slovenes" is cut at its comma.

    "The Grand Duchy" is one of its lands, which stands behind it.
    """
    whole = not _is_list(lattice.tokens, place.end) and lattice.tokens.lower[place.end : place.end + 1] != ("of",)
    return whole and _is_polity(place.name) and not lattice.at(place.start, "ordinal")


def _is_polity(name: str) -> bool:
    """Tell whether a name says that it is a state's: "the Kingdom of Hanover", "the German Empire"."""
    words = name.lower().split()
    return len(words) > 1 and (words[-1] in POLITIES or (words[0] in POLITIES and words[1] == "of"))


def _is_list(tokens: Tokens, at: int) -> bool:
    """Tell whether two names and a comma go on as a list of places ("South Tyrol, Trentino, Istria and Trieste")."""
    if tokens.lower[at : at + 1] != (",",):
        return False
    end = at + 1
    while end < len(tokens) and tokens.words[end][0].isupper():
        end += 1
    return at + 1 < end < len(tokens) and tokens.lower[end] in ("and", ",")


def _opens_a_name(tokens: Tokens, at: int) -> bool:
    """Tell whether a place before a token is the first word of a name: "the Way Bakers, Oregon Nurses League"."""
    return tokens.words[at : at + 1] != () and tokens.words[at][0].isupper() and tokens.words[at].isalpha()


def _may_lie_in(inner: str, outer: str) -> bool:
    """Tell whether a place can lie in another: no country does, and no region in a region ("Vermont, California")."""
    known = lexicon.territories()
    if inner not in known or outer not in known:
        return inner not in known or known[inner].kind != "country"
    return known[inner].kind == "region" and known[outer].kind == "country"


def _add_subdivision(lattice: Lattice, at: int) -> None:
    tokens = lattice.tokens
    outer = lattice.at(at, "territory") or lattice.at(at, "country-demonym")
    if outer is None:
        return
    if at and tokens.lower[at - 1] in lexicon.words("direction"):
        at -= 1  # "the eastern Indian state of Orissa"
    noun = outer.end + (outer.end < len(tokens) and tokens.lower[outer.end] in lexicon.words("subdivision-kind"))
    if (
        noun + 2 >= len(tokens)
        or tokens.lower[noun] not in lexicon.words("subdivision")
        or tokens.lower[noun + 1] != "of"
    ):
        return
    inner = lattice.at(noun + 2, "place", "name", "person")
    if "overseas" in tokens.lower[outer.end : noun]:
        return  # "The British Overseas Territory of Montserrat" is Britain's, and no part of it
    if inner is not None and not inner.parts and _may_lie_in(inner.name, outer.name):
        _add_located(lattice, at, inner.end, inner, outer)
        region = Mention("place", at, inner.end, inner.name, Entity(inner.name, Kind.PLACE), parts=(("outer", outer),))
        lattice.add(Mention("region", at, region.end, region.name, region.entity, parts=region.parts))


def _add_located(lattice: Lattice, start: int, end: int, inner: Mention, outer: Mention) -> None:
    entity = Entity(inner.name, Kind.PLACE)
    where = Mention("territory", outer.start, outer.end, outer.name, Entity(outer.name, Kind.PLACE))
    known = lexicon.territories().get(outer.name)
    sovereign = known is not None and known.kind == "country" and inner.name not in lexicon.territories()
    parts = [("outer", where)]
    if sovereign:
        parts.append(("nation", where))
    elif known is not None and known.kind == "region":
        parts.append(("area", where))
    lattice.add(Mention("located", start, end, inner.name, entity, parts=tuple(parts)))
    place = Mention("place", start, end, inner.name, entity, parts=(("outer", where),))
    lattice.add(place)
    if lattice.tokens.lower[end : end + 1] == (",",):
        # The comma behind "Oslo, Norway," is the second of a pair, and belongs to it.
        lattice.add(place.moved(start, end + 1))
    if inner.name in lexicon.territories():
        lattice.add(Mention("region", start, end, inner.name, entity, parts=(("outer", where),)))
