"""Tells where the words around a match leave open what it says: its fact is a candidate then."""

from __future__ import annotations

from partygraph.extraction.prose import doubtful_dates, doubtful_names, doubtful_persons, doubtful_results
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.scope import holds, plain
from partygraph.extraction.prose.tokens import closing
from partygraph.model import Entity, Fact, written
from partygraph.rules import lexicon

NEAR = 5
JOINED = frozenset({"joined", "united", "combined", "came", "incorporated", "integrated"})
"""Verbs of parties that merge or only ally; "came" is that of "came together"."""
BANDS = lexicon.words("alliance-noun") | {"combination", "accord"}
PORTRAIT = frozenset({"country", "region", "type", "ideology", "position", "nativeName", "abbreviation", "altName"})
TOWNS = frozenset({"town", "city", "municipality", "province", "state", "county", "district", "village", "canton"})
LINEAGE = frozenset({"mergedInto", "mergedFrom", "splitFrom", "predecessor", "successor", "alliance"})
PARTS = ("them", "these", "which")
REBUILT = frozenset({"reorganised", "reorganized", "restructured", "renamed", "reconstructed"})
LOCAL = frozenset({"municipal", "local", "civic", "council", "city", "residents"})
MERGING = frozenset(
    {"fused", "united", "amalgamated", "merged", "absorbed", "incorporated", "integrated", "subsumed", "joined"}
)


def is_unsure(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether the words around a match leave open whether it says what it seems to say."""
    return (
        doubtful_results.is_unsure(lattice, match, fact)
        or doubtful_names.is_unsure(lattice, match, fact)
        or doubtful_persons.is_unsure(lattice, match, fact)
        or doubtful_dates.is_unsure(lattice, match, fact)
        or _only_left_power(lattice, match, fact)
        or _is_a_parliament(lattice, match, fact)
        or _split_from_another(lattice, match, fact)
        or _is_of_one_topic(lattice, match, fact)
        or _is_undone(lattice, match, fact)
        or _is_of_the_government(lattice, match, fact)
        or _is_of_the_other(lattice, match, fact)
        or _is_after_a_merger(lattice, match, fact)
        or _is_preceded(lattice, match, fact)
        or _broke_ranks(lattice, match, fact)
        or _governs_a_town(lattice, match, fact)
        or _ended_beside(lattice, match, fact)
        or _renames_itself(fact)
        or _is_one_of_them(lattice, match, fact)
        or _is_of_several(lattice, match, fact)
        or _is_of_one_in_two(lattice, match)
        or _is_a_likeness(fact)
        or _is_only_a_truce(lattice, match, fact)
        or _is_of_one_town(lattice, match, fact)
        or _is_only_observed(lattice, match, fact)
        or _is_only_absorbed(lattice, match, fact)
        or _is_of_another_land(lattice, match, fact)
        or _is_only_renamed(lattice, match, fact)
        or _is_its_own_view(lattice, match, fact)
        or _is_a_government(lattice, match, fact)
        or _is_electoral(lattice, match, fact)
        or _is_only_of_its_part(lattice, match, fact)
        or _is_of_a_place(lattice, match, fact)
        or _is_told_from_its_like(lattice, fact)
        or _is_an_alliance(lattice, match, fact)
    )


def _is_undone(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an end did not last: "its registration was cancelled, a decision quashed by the High Court"."""
    return fact.predicate == "dissolved" and bool(holds(plain(lattice, match.end, len(lattice.tokens)), "undone"))


def _is_of_one_topic(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a party is called something in one matter only: "on social issues it was conservative"."""
    lower = lattice.tokens.lower
    if fact.predicate not in ("ideology", "position"):
        return False
    before = lower[max(0, match.start - NEAR) : match.start + 1]
    if not lexicon.words("topic-adverb").isdisjoint(before):
        # "Economically, it is liberal"
        return True
    return lower[:1] in (("on",), ("in",)) and bool(holds(plain(lattice, 0, match.start), "topic"))


def _is_of_the_government(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a participle is of the noun before it: "joined a new coalition government, headed by Ann Lee"."""
    subject = match.slots[0][1] if match.slots else None
    if fact.predicate not in ("leader", "founder", "founded") or subject is None or subject.start != subject.end:
        return False
    at = subject.start - (lattice.tokens.lower[subject.start - 1] == ",")
    return at > 0 and lattice.tokens.lower[at - 1] in lexicon.words("led-noun")


def _is_of_the_other(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "the party" or "its" may be another's: "from the Red League, which lost the party's founder".

    So it is inside a relative clause about the other one that no comma has ended yet.
    """
    own = next((one for _, one in match.slots if one.entity == fact.subject and one.end > one.start), None)
    lower = lattice.tokens.lower
    called = lower[own.start : own.end] if own is not None else ()
    if own is None or ("party" not in called and called not in (("its",), ("it",))):
        return False
    if any(word[0].isupper() and word != "The" for word in lattice.tokens.words[own.start : own.end]):
        return False
    for at in range(own.start - 1, 0, -1):
        if lower[at] in (",", ";", "."):
            return False
        if lower[at] in ("which", "whose") and lower[at - 1] == ",":
            before = (edge for edges in lattice.edges[max(0, at - 8) : at - 1] for edge in edges)
            return any(edge.kind == "other-party" and edge.end == at - 1 for edge in before)
    return False


def _is_after_a_merger(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "its" is the body that a party went into: "it joined the Red Party; Ann Lee became its leader"."""
    if fact.predicate in ("mergedInto", "dissolved", "successor"):
        return False
    lower = lattice.tokens.lower
    for _, own in match.slots:
        if own.entity != fact.subject or own.end - own.start != 1 or lower[own.start] not in ("its", "it"):
            continue
        for at in range(own.start):
            if lower[at] in MERGING and any(
                edge.kind == "other-party"
                for edges in lattice.edges[at + 1 : min(own.start, at + NEAR)]
                for edge in edges
            ):
                return True
    return False


def _is_preceded(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "it" is the object of a clause that ends here: "the movement which preceded it arose in 1990"."""
    lower = lattice.tokens.lower
    own = match.slots[0][1] if match.slots else None
    if own is None or own.entity != fact.subject or own.start < 2 or lower[own.start : own.end] != ("it",):
        return False
    return lower[own.start - 2] in lexicon.words("relative") and lower[own.start - 1] not in (",", "and", "when")


def _broke_ranks(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a party only went its own way once: "in 1979 it broke from the Red Party for the first time"."""
    behind = " ".join(lattice.tokens.lower[match.end : match.end + NEAR])
    return fact.predicate == "splitFrom" and behind.startswith("for the first time")


def _governs_a_town(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a party was in power in a part of the country: "from 1998 it governed the town of Walden"."""
    if fact.predicate != "governmentRole" or fact.qualifier("area"):
        return False
    return not TOWNS.isdisjoint(lattice.tokens.lower[match.start : match.end + 3])


def _ended_beside(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether another one may have ended: "they created the White Bloc, and the BP ceased to exist"."""
    who = next((one for _, one in match.slots if one.entity == fact.subject and one.end > one.start), None)
    if fact.predicate != "dissolved" or who is None:
        return False
    lower = lattice.tokens.lower
    between = (edge for edges in lattice.edges[who.end : match.end] for edge in edges if edge.end <= match.end)
    return any(
        edge.kind in ("own", "acronym", "other-party") and edge.end > edge.start and edge.entity != fact.subject
        for edge in between
        if "," in lower[max(who.end, edge.start - 3) : edge.start]
    )


def _is_one_of_them(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a part took a name: "the League split into three; one of them took the name Blue Party"."""
    words = " ".join(lattice.tokens.lower[: match.end])
    return fact.predicate in ("formerName", "renamedTo") and any(f" one of {them} " in words for them in PARTS)


def _renames_itself(fact: Fact) -> bool:
    """Tell whether a renaming tells neither another name nor a year: "it has its current name since a congress"."""
    return fact.predicate == "renamedTo" and written(fact.object) == fact.subject.name and not fact.qualifiers


def _is_of_one_in_two(lattice: Lattice, match: Match) -> bool:
    """Tell whether a subject of two may be one name: "The Homeland and People Movement (HPM) is a party"."""
    lower = lattice.tokens.lower
    listed = [edge for edges in lattice.edges[:2] for edge in edges if len(edge.items) == 2]
    subjects = {item.entity for whole in listed if lower[whole.items[1].start] != "the" for item in whole.items}
    behind = {(closing(lower, whole.end) if lower[whole.end] == "(" else whole.end) for whole in listed}
    single = any(at is not None and lower[at : at + 1] in (("is",), ("was",)) for at in behind)
    return single and bool(subjects) and any(one.entity in subjects or one.items for _, one in match.slots[:1])


def _is_of_several(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether others were succeeded: "the Red Liberals withdrew; they were replaced by the Green Movement"."""
    return fact.predicate == "successor" and lattice.tokens.lower[match.start] == "they"


def _is_its_own_view(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a party only sees itself so: "it considers itself the extension of the Azure Society"."""
    if fact.predicate not in ("predecessor", "successor"):
        return False
    return bool(holds(plain(lattice, 0, match.end), "self-description"))


def _is_only_observed(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a member is told to be no full one: "a member of X, in which it has observer status"."""
    if fact.predicate == "alliance" and "observer" in lattice.tokens.lower[match.start : match.end]:
        return True  # alliances have no observers: it is an affiliation
    if not fact.predicate.startswith("affiliation") or fact.qualifier("status"):
        return False
    behind = lattice.tokens.lower[match.end : match.end + 2 * NEAR]
    return "observer" in behind and ("which" in behind or "where" in behind)


def _is_only_absorbed(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a party may have been there before others joined it: "X and Y fused into the Blue Party"."""
    words = lattice.tokens.lower[match.start : match.end]
    return fact.predicate == "founded" and "into" in words and not MERGING.isdisjoint(words)


def _is_of_one_town(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a region is only that of its town: "a municipal political party in Walden, British Columbia"."""
    if fact.predicate != "region" or written(fact.object) not in lexicon.territories():
        return False
    said = dict(match.slots).get("description")
    lower = lattice.tokens.lower
    return said is not None and not LOCAL.isdisjoint(lower[said.start : said.end])


def _is_only_a_truce(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a pact is one not to fight each other: "it made a pact with the Red Party about non-aggression"."""
    behind = lattice.tokens.lower[match.start : match.end + NEAR]
    return fact.predicate == "alliance" and any(word.startswith("non-aggression") for word in behind)


def _is_a_likeness(fact: Fact) -> bool:
    """Tell whether a body's name is none, or half of one: "an Azul-like front", "the Southern Azuria's Party"."""
    name = written(fact.object).lower()
    if fact.predicate in LINEAGE and name in ("party", "movement", *lexicon.words("alliance-noun")):
        return True
    return fact.predicate == "alliance" and name.endswith("-like")


def _is_of_another_land(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a demonym is no state's: "a Czech party in Moravia within Austria-Hungary"."""
    if fact.predicate != "country":
        return False
    behind = [
        edge for edges in lattice.edges[match.end : match.end + NEAR + 1] for edge in edges if edge.kind == "country"
    ]
    return "within" in lattice.tokens.lower[match.end :] and any(edge.entity != fact.object for edge in behind)


def _is_only_renamed(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a party only got another name: "in 1899 it was reorganised as the Azure Club"."""
    lower = lattice.tokens.lower
    called = lower[match.end : match.end + 1] == ("as",) or "renamed" in lower[match.end :]
    return fact.predicate == "refounded" and called and not REBUILT.isdisjoint(lower[match.start : match.end])


def _is_a_government(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether two only sat in one government: "the Red Party and the BP entered the coalition government"."""
    return fact.predicate == "alliance" and lattice.tokens.lower[match.end : match.end + 1] == ("government",)


def _is_electoral(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a coalition is one for an election: "ahead of the 2007 election it joined a coalition"."""
    if fact.predicate != "governmentRole" or "{election}" not in lattice.present:
        return False
    words = frozenset(lattice.tokens.lower)
    power = {"governing", "ruling", "government", "cabinet", "ministers", "minister"}
    before = lattice.tokens.lower[: match.start] + lattice.tokens.lower[match.end : match.end + NEAR]
    return words.isdisjoint(power) and not {"ahead", "before", "for", "prior"}.isdisjoint(before)


def _is_only_of_its_part(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a part of a body came before: "its origins lie in the Miners' Union, whose wing became a party"."""
    return fact.predicate == "predecessor" and lattice.tokens.lower[match.end : match.end + 2] == (",", "whose")


def _is_of_a_place(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether something was so in one town only: "in Walden it formed a coalition with the Red Party"."""
    if fact.predicate not in ("alliance", "governmentRole") or fact.qualifier("area"):
        return False
    lower, end = lattice.tokens.lower, match.end
    if lower[end : end + 1] == ("in",) and lattice.at(end + 1, "date", "election", "country", "alliance") is None:
        spot = lattice.at(end + 1, "place")
        if spot is not None and spot.name not in lexicon.territories():
            return True
    if lower[:1] != ("in",):
        return False
    place = lattice.at(1, "place")
    if place is None or place.end > match.start or lattice.at(1, "country", "date") is not None:
        return False
    return place.name not in lexicon.territories()


def _is_told_from_its_like(lattice: Lattice, fact: Fact) -> bool:
    """Tell whether the sentence keeps parties apart: "it is not to be confused with the Blue Party of Bo Chan"."""
    told = holds(plain(lattice, 0, len(lattice.tokens)), "confusion")
    return bool(told) and fact.predicate not in PORTRAIT


def _is_an_alliance(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether what parties are said to have become is only an alliance: "to form the White Front, a coalition"."""
    lower = lattice.tokens.lower
    if fact.predicate not in ("mergedInto", "mergedFrom"):
        return False
    joined = not JOINED.isdisjoint(lower[match.start : match.end]) and "{election}" in lattice.present
    banded = not JOINED.isdisjoint(lower[match.start : match.end]) and isinstance(fact.object, Entity)
    called = lower[match.end : match.end + NEAR]
    banded = banded and not (called[:1] == (",",) and "party" in called)
    if banded and fact.predicate == "mergedInto" and not BANDS.isdisjoint(written(fact.object).lower().split()):
        return True  # "It joined with five others to form the White Front, and left it in 1992"
    if fact.predicate == "mergedInto" and "coalition" in lower[match.start : match.end]:
        return True
    if joined and fact.predicate == "mergedInto":
        return True  # "In the 1987 elections it joined with the Red Party to form the White Front"
    named = {at for _, mention in match.slots for at in range(mention.start, mention.end)}
    told = {word for at, word in enumerate(lower[match.start : match.end], match.start) if at not in named}
    if fact.predicate == "mergedFrom" and not told.isdisjoint(("alliance", "coalition", "federation")):
        return True  # "It was formed as a coalition of the Red Party and the Green League": they may live on
    if lower[match.end : match.end + 2] not in ((",", "a"), (",", "an")):
        return False
    return not lexicon.words("alliance-noun").isdisjoint(lower[match.end + 1 : match.end + 1 + NEAR])


def _only_left_power(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a party was replaced in a coalition only: "left the coalition, where the Red Party replaced it"."""
    if fact.predicate not in ("successor", "predecessor"):
        return False
    words = lattice.tokens.lower
    deed = any(word.startswith(("replac", "supersed", "supplant")) for word in words[match.start : match.end])
    return deed and not lexicon.words("power").isdisjoint(words)


def _split_from_another(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a faction may have left another body: "In 1984 the Red Party split, and Ann Lee founded the League".

    Where the match names nobody that was left, it is the article's party, if the sentence speaks of no other before.
    """
    if fact.predicate != "splitFrom" or any(mention.entity == fact.object for _, mention in match.slots):
        return False
    known = (fact.subject, fact.object)
    return any(
        edge.kind in ("other-party", "acronym") and edge.entity not in known
        for edges in lattice.edges[: match.start]
        for edge in edges
    )


def _is_a_parliament(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an ally is where parties work together: "joined forces with the Red Party in Congress"."""
    if fact.predicate != "alliance" or not isinstance(fact.object, Entity):
        return False
    places = (mention for _, mention in match.slots if mention.entity == fact.object)
    name = fact.object.name.lower()
    return name in lexicon.words("body-noun") and any(
        lattice.tokens.lower[place.start - 1 : place.start] == ("in",) for place in places
    )
