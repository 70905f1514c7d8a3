"""Tells where it is open in which land or place something is so, and which of them lies in the other."""

from __future__ import annotations

from partygraph.extraction.prose.doubts.doubting import asked_of
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.subjects import AUXILIARIES, verbs
from partygraph.model import Fact, written
from partygraph.rules import lexicon

NEAR = 5
"""How many words before or behind a match a place is looked for."""
REACH = 14
"""How far behind "founded" its place may stand."""
OPENERS = frozenset({",", ";", "and", "but", "while", "except", "only"})
"""What stands before "in" where a clause or an exception begins with its place."""
LOCAL = lexicon.words("local-kind")
FOUNDED = lexicon.words("founding-verb")
LANDS = ("country", "country-demonym")


def _are_both_countries(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a country would be a part of another: "it was favoured by Britain, France backing the others"."""
    places = [lexicon.territories().get(name) for name in (fact.subject.name, written(fact.object))]
    return all(place is not None and place.kind == "country" for place in places)


def _is_the_subject_behind(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether the larger place begins a clause: "like many a state of the Azure Sea, Azuria has known much"."""
    behind = lattice.tokens.lower[match.end : match.end + 1]
    return behind != () and (behind[0] in AUXILIARIES or behind[0] in verbs())


def _is_of_one_town(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a region is only that of its town: "a municipal political party in Walden, British Columbia"."""
    if written(fact.object) not in lexicon.territories():
        return False
    said = dict(match.slots).get("description")
    lower = lattice.tokens.lower
    return said is not None and not LOCAL.isdisjoint(lower[said.start : said.end])


def _is_of_another_land(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a demonym is no state's: "a Czech party in Moravia within Austria-Hungary".

    Nor is the state meant that has a region's name: "a party in Georgia, United States".
    """
    lower, end = lattice.tokens.lower, match.end
    around = lattice.at(end + 1, "country") if lower[end : end + 1] == (",",) and end + 1 < len(lower) else None
    if around is not None and around.entity != fact.object and lower[around.end : around.end + 1] in ((".",), (",",)):
        return not any(edge.items for edges in lattice.edges[max(0, end - 4) : end] for edge in edges if edge.end > end)
    behind = [
        edge for edges in lattice.edges[match.end : match.end + NEAR + 1] for edge in edges if edge.kind == "country"
    ]
    return "within" in lattice.tokens.lower[match.end :] and any(edge.entity != fact.object for edge in behind)


def _was_founded_abroad(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a people's party was founded in another country: "a Polish party set up in Berlin, Germany"."""
    lower = lattice.tokens.lower
    begun = next((at for at in range(match.start, min(len(lower), match.end + NEAR)) if _is_begun(lower, at)), -1)
    if begun < 0:
        return False
    lands = [edge for edges in lattice.edges[match.start : begun + REACH] for edge in edges if edge.kind in LANDS]
    peoples = {_state(edge) for edge in lands if edge.kind == "country-demonym" and edge.end <= begun}
    abroad = {_state(edge) for edge in lands if edge.kind == "country" and edge.start > begun}
    return bool(peoples and abroad) and peoples.isdisjoint(abroad) and written(fact.object) in peoples | abroad


def _is_a_minority(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a name before it makes a people that of another land: "a Sudeten German party"."""
    words = lattice.tokens.words
    lands = [edge for edges in lattice.edges[match.start : match.end] for edge in edges if edge.kind in LANDS]
    told = [edge for edge in lands if _state(edge) == written(fact.object)]
    before = [words[edge.start - 1] for edge in told if edge.start > 1]
    return (
        len(before) > 0
        and all(
            edge.kind == "country-demonym"
            and lattice.at(edge.start - 1, "ideology", "position", "own", "party") is None
            for edge in told
        )
        and all(
            word.istitle() and word.isalpha() and word not in lexicon.demonyms() and not word.endswith("ist")
            for word in before
        )
    )


def _is_begun(lower: tuple[str, ...], at: int) -> bool:
    """Tell whether a participle for founding stands there, and where behind it: "founded in", "set up at"."""
    end = at + 1 if lower[at] in FOUNDED else at + 2 if lower[at : at + 2] == ("set", "up") else 0
    return end > 0 and lower[end : end + 1] in (("in",), ("at",))


def _state(land: Mention) -> str:
    return land.entity.name if land.entity is not None else land.name


def _is_of_a_place(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether something was so in one town only: "in Walden it formed a coalition with the Red Party"."""
    if fact.qualifier("area"):
        return False
    lower, end = lattice.tokens.lower, match.end
    if lower[end : end + 1] in (("in",), ("of",)) and (
        lattice.at(end + 1, "date", "election", "country", "alliance", "person") is None
    ):
        spot = lattice.at(end + 1, "place")
        if spot is not None and spot.name not in lexicon.territories():
            return True
    start = match.start - (lower[match.start - 1 : match.start] == (",",))
    where = start - 1 - (lower[start - 2 : start - 1] == (",",)) if lower[start - 1 : start] == ("where",) else start
    near = (edge for edges in lattice.edges[max(2, where - NEAR) : where] for edge in edges if edge.kind == "place")
    # "It is allied with the Red Party, and in Walden it governs", "except in Walden, where it governs"
    if any(
        edge.end == where and lower[edge.start - 1] == "in" and edge.name not in lexicon.territories()
        for edge in near
        if lower[edge.start - 2] in OPENERS and lattice.at(edge.start, "country", "date") is None
    ):
        return True
    if lower[:1] != ("in",):
        return False
    place = lattice.at(1, "place")
    if place is None or place.end > match.start or lattice.at(1, "country", "date") is not None:
        return False
    return place.name not in lexicon.territories()


CHECKS = (
    *asked_of(("region",), _is_of_one_town),
    *asked_of(("country",), _is_of_another_land, _was_founded_abroad, _is_a_minority),
    *asked_of(("partOf",), _are_both_countries, _is_the_subject_behind),
    *asked_of(("alliance", "governmentRole"), _is_of_a_place),
)
