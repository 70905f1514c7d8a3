"""Adds ranks among parties as they are told in full: "the third-largest party in parliament", "Ghana's oldest party".

Whoever cuts a rank short tells another one: "the largest party of Azurian farmers" is not the largest party. So such a
mention reaches from its first word to that among which it counts, and nothing but a remark or a time may follow.
"""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.rules import lexicon

LEADING = frozenset({"main", "principal", "dominant", "leading", "chief"})
"""Words for a rank that is no number, and that counts only among those of a place or in opposition."""
NOUNS = frozenset({"party", "group", "force", "faction", "bloc", "movement", "grouping", "formation", "organisation"})
PLACES = ("place", "country", "region", "territory", "extent", "body")
CAMPS = frozenset(
    {"opposition", "left", "right", "centre", "parliament", "legislature", "country", "nation", "assembly"}
)
"""What parties are counted in, besides what has a name."""
POLITICS = (("the", "politics", "of"), ("politics", "of"))
STOPS = frozenset({".", ",", ";", ")", "(", "", ":", "–", "—"})
ENDS = STOPS | {
    *("and", "but", "with", "after", "until", "since", "from", "between", "during", "when", "while", "as", "following"),
    *("behind", "ahead", "before", "throughout", "though", "although", "because", "thanks", "there", "again", "where"),
    *("then", "under"),
}
"""What can follow a rank that is told in full."""
TIMES = frozenset({"in", "on", "at", "by", "for"})
COMPASS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"})
"""What opens the name of a part of a country."""
PLURALS = frozenset({"parties", "groups", "forces", "factions", "blocs", "movements", "groupings", "organisations"})
WEIGHTY = LEADING | {"major", "important", "influential", "prominent", "powerful", "successful", "popular"}
"""What several can be, of which a party is one: "one of the main parties in Ghana"."""
LONGEST = 3
"""How many words stand between a superlative and its noun: "the largest green opposition party"."""
LONGEST_BODY = 7


def add(lattice: Lattice) -> None:
    """Add the edges ``placing``, and ``bare-placing`` of those that do not tell among whom.

    A ``placing-among`` is that of one of several: "among the oldest parties in Ghana".
    """
    superlatives = lexicon.words("superlative")
    for at, word in enumerate(lattice.tokens.lower):
        if word == "among" or lattice.tokens.lower[at : at + 2] == ("one", "of"):
            _add_among(lattice, at)
        if word.endswith(lexicon.SUPERLATIVES) or word in superlatives or word in LEADING:
            _add(lattice, at)


def _add(lattice: Lattice, at: int) -> None:
    lower = (*lattice.tokens.lower, "")
    first, start, owned = _start(lattice, at)
    if first < 0:
        return
    noun = _noun(lattice, at)
    end = noun
    while (beyond := _over_scope(lattice, end)) > end and end - noun < LONGEST_BODY:
        end = beyond
    told = lower[at + 1 : noun]
    within = owned or end > noun or "opposition" in told or any(lattice.at(n, "demonym") for n in range(at + 1, noun))
    if (noun == at + 1 and end == noun) or lower[end - 1] in COMPASS or not _ends(lattice, end):
        return
    if not within and (lower[at] in LEADING or len(told) > 1):
        return
    lattice.add(Mention("placing" if within else "bare-placing", first, end, lattice.tokens.show(start, end)))


def _add_among(lattice: Lattice, at: int) -> None:
    """Add "one of the two main parties in Ghana", "among Ghana's oldest parties"."""
    lower = (*lattice.tokens.lower, "")
    first = at + 1 + (lower[at] == "one")
    owner = lattice.at(first + (lower[first] == "the"), "place", "country", "region") if lower[first] else None
    owned = owner is not None and lower[owner.end] in ("'s", "’s", "'", "’")
    if owner is not None and owned:
        behind = owner.end + 1
    elif lower[first] == "the":
        behind = first + 1
    else:
        return
    behind += lattice.at(behind, "number") is not None if behind < len(lattice.tokens) else 0
    behind += lower[behind] in ("most", "more")
    word = lower[behind]
    if not (word.endswith(lexicon.SUPERLATIVES) or word in lexicon.words("superlative") or word in WEIGHTY):
        return
    noun = next((n for n in range(behind + 1, min(len(lower), behind + 2 + LONGEST)) if lower[n] in PLURALS), 0)
    between = lower[behind + 1 : noun]
    if not noun or not all(part.replace("-", "").isalpha() for part in between):
        return
    if not lexicon.words("preposition").isdisjoint(between) or not lexicon.words("coordinator").isdisjoint(between):
        return
    end = noun + 1
    while (beyond := _over_scope(lattice, end)) > end and end - noun < LONGEST_BODY:
        end = beyond
    within = owned or end > noun + 1 or any(lattice.at(n, "demonym") for n in range(behind + 1, noun))
    if within and lower[end - 1] not in COMPASS and _ends(lattice, end):
        lattice.add(Mention("placing-among", at, end, lattice.tokens.show(at, end)))


def _start(lattice: Lattice, at: int) -> tuple[int, int, bool]:
    """Return where a rank begins with and without its article, and whether a place owns it; -1 where none begins."""
    lower, start = lattice.tokens.lower, at
    while start and (lattice.at(start - 1, "ordinal") or lower[start - 1] in ("single", "-")):
        start -= 1
    if start and lower[start - 1] == "the":
        return start - 1, start, False
    if start < 2 or lower[start - 1] not in ("'s", "’s", "'", "’"):
        return -1, -1, False
    mark = start - 1
    owners = [
        begin
        for begin in range(max(0, mark - LONGEST_BODY), mark)
        if any(edge.kind in PLACES and edge.end == mark for edge in lattice.edges[begin])
    ]
    if not owners:
        return -1, -1, False
    begin = min(owners)
    bare = begin + (lower[begin] == "the")
    return begin - (begin > 0 and lower[begin - 1] == "the" and lower[begin] != "the"), bare, True


def _noun(lattice: Lattice, at: int) -> int:
    """Return where the noun behind a superlative ends; the place behind the superlative where it has none."""
    lower = lattice.tokens.lower
    for end in range(at + 1, min(len(lower), at + 2 + LONGEST)):
        if lower[end] in NOUNS:
            return end + 1 + (lower[end : end + 2] == ("opposition", "party"))
        plain = lower[end].replace("-", "").isalpha() and lower[end] not in lexicon.words("preposition")
        if not plain or lower[end] in lexicon.words("coordinator") or lower[end] in ("that", "which", "is", "was"):
            break
    return at + 1


def _over_scope(lattice: Lattice, at: int) -> int:
    """Return the end of "in the National Assembly", "of the opposition" or "in the politics of Ghana" at a place."""
    words, lower = (*lattice.tokens.words, "", ""), (*lattice.tokens.lower, "", "")
    if lower[at] not in ("in", "of", "on", "within") or at + 1 >= len(lattice.tokens):
        return at
    first = at + 1
    for politics in POLITICS:
        if lower[first : first + len(politics)] == politics:
            first += len(politics)
            break
    bare = first + (lower[first] == "the")
    if lower[bare] in CAMPS and (lower[bare - 1] == "the" or lower[bare] in ("parliament", "opposition")):
        return bare + 1
    if bare >= len(lattice.tokens) or lattice.at(bare, "date", "period", "election", "number") is not None:
        return at
    found = [edge.end for n in (first, bare) for edge in lattice.edges[n] if edge.kind in PLACES and not edge.items]
    end = max(found, default=at)
    if lattice.at(bare, "alliance", "other-party", "party") is not None:
        return at  # "the largest party in the Red Alliance" is the largest of some
    if words[bare][0].isupper() and lower[first] == "the":
        name = bare + 1
        while name < len(lattice.tokens) and (words[name][0].isupper() or _leads_on(words, name)):
            name += 1
        end = max(end, name)
    return end


def _leads_on(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a name goes on behind "of" or "of the": "the House of Assembly"."""
    behind = at + 1 + (words[at + 1] == "the")
    return (words[at] == "of" and words[behind][:1].isupper()) or (words[at - 1] == "of" and words[at] == "the")


def _ends(lattice: Lattice, end: int) -> bool:
    """Tell whether a rank ends at a place: a stop, a remark or a time follows."""
    lower = (*lattice.tokens.lower, "")
    if lower[end] in ENDS:
        return True
    if lower[end] in TIMES:
        behind = min(end + 1 + (lower[end + 1] == "the"), len(lattice.tokens))
        times = (lattice.at(place, "date", "period", "election", "dates") for place in (end + 1, behind))
        # "The largest party in the 1909 Azurian Parliament" is told of that parliament.
        return any(time is not None and not _goes_on(lattice, time.end) for time in times)
    return False


def _goes_on(lattice: Lattice, end: int) -> bool:
    """Tell whether a word with a capital follows."""
    return any(word[0].isupper() for word in lattice.tokens.words[end : end + 1])
