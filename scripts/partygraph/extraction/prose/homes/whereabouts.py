"""Tells whether a country or region stands in a sentence where the home of a party stands."""

from __future__ import annotations

from partygraph.extraction.prose import scope
from partygraph.extraction.prose.homes.landnames import Land
from partygraph.extraction.prose.lattice import Lattice
from partygraph.rules import lexicon

SURE, BEGUN, LOOSE = "sure", "begun", "loose"
"""What a place is worth: it is the home; the party was founded or has its seat there; it may be only a people's."""
IN = lexicon.words("home-preposition")
NOUNS = lexicon.words("home-noun")
PEOPLE = lexicon.words("home-people")
AREAS = lexicon.words("subdivision") | lexicon.words("area") | lexicon.words("home-area")
BEFORE = lexicon.words("direction") | lexicon.words("side") | lexicon.words("before-home")
NOW = lexicon.phrases("time-of-country")
BEGINNING = lexicon.words("founding-verb") | {"up", "born", "living", "resident"}
SECTIONS = tuple((word,) for word in lexicon.words("home-section"))
RULING = lexicon.words("governing-verb")
ORDINALS = lexicon.words("ordinal")
NAMES = ("place", "region", "territory", "name", "person")
LONGEST = 5
"""How many adjectives stand between a country's and what is of it, and how many words say what sort a place is."""
DEEPEST = 3
"""How many places are told to lie in one another."""
NEAR = 8
"""How far before a place a word denies it."""
FAR = 12
"""How far before a place somebody or something is told of whose place it may be."""
LIKENED = 4
"""How far before an adjective the word stands that likens a party to something abroad."""
COPULAS = frozenset({"is", "was", "are", "were", "as", "became"})
HANGING = frozenset({"of", "by", "from", "with", "to", ",", ";", "and"})
"""What parts what stands behind a copula from it."""
JOINING = frozenset({"and", "two", "three", "four", "five"})


def worth(lattice: Lattice, land: Land) -> str:
    """Return what a country or region is worth as a home where it stands; empty for nothing."""
    lower = lattice.tokens.lower
    if scope.holds(scope.plain(lattice, max(0, land.start - NEAR), land.start), "negation"):
        return ""
    if land.adjective and any(edge.kind == "ideology" and edge.end > land.end for edge in lattice.edges[land.start]):
        return LOOSE if _leads_to_noun(lattice, land.end + 1) else ""  # "an Azurian nationalist party"
    if lattice.tokens.words[land.end : land.end + 1] and lattice.tokens.words[land.end][0].isupper():
        return ""  # "in the British Virgin Islands"
    owns = lower[land.end : land.end + 1] in (("'s",), ("'",))
    if owns and _leads_to_people(lattice, land.end + 1):
        return SURE
    if lower[land.end : land.end + 1] in SECTIONS and _is_predicate(lower, land.start):
        return SURE  # "is the Azurian section of the White International"
    if land.adjective and (apposed := _of_an_apposed_area(lattice, land)):
        return apposed
    noun = _leads_to_noun(lattice, land.end + owns)
    if noun and lexicon.words("likening").isdisjoint(lower[max(0, land.start - LIKENED) : land.start]):
        return LOOSE if land.adjective and _is_somewhere_else(lattice, noun) else SURE
    if land.adjective and lower[land.start - 1] in IN:
        return ""  # "known in French as the Blue Party"
    found = _by_governor(lattice, land.start, 0)
    # "A party of Azurian nationalists" may be one of those abroad.
    return LOOSE if found and land.adjective and "of" in lower[max(0, land.start - 2) : land.start] else found


def _of_an_apposed_area(lattice: Lattice, land: Land) -> str:
    """Judge a country by the region before it that is said to be of it: "in Walden, an [Azurian] state in the west"."""
    lower = lattice.tokens.lower
    comma = land.start - 2
    if lower[land.end : land.end + 1] == () or lower[land.end] not in AREAS:
        return ""
    if comma < 1 or lower[comma] != "," or lower[land.start - 1] not in ("a", "an", "the"):
        return ""
    return _of_what_lies_there(lattice, comma, 1)


def _leads_to_noun(lattice: Lattice, first: int) -> int:
    """Return where what a party is or is a part of ends, behind adjectives: "[Ghana's] two leading parties"; or 0."""
    tokens = lattice.tokens
    for at in range(first, min(len(tokens), first + LONGEST)):
        word = tokens.lower[at]
        if word == "republic":
            return at + 1 if at > first and tokens.lower[at - 1] in ORDINALS else 0  # "Ghana's Third Republic"
        if not (tokens.words[at][0].islower() or word in ORDINALS or word == ","):
            return 0
        if word in NOUNS:
            return at + 1
        joins = word in ORDINALS or word in JOINING
        if word in lexicon.words("people-noun") or (word in lexicon.words("function-word") and not joins):
            return 0
    return 0


def _is_somewhere_else(lattice: Lattice, at: int) -> bool:
    """Tell whether a place that no table knows stands behind "party": "a German party [in] Walden" may be abroad."""
    words = lattice.tokens.words
    lower = lattice.tokens.lower
    name = at + 1 + (lower[at + 1 : at + 2] == ("the",))
    if name >= len(lower) or lower[at] not in IN or not words[name][0].isupper():
        return False
    return lattice.at(name, "territory", "date", "election", "body") is None


def _leads_to_people(lattice: Lattice, first: int) -> bool:
    """Tell whether people of a country follow its genitive: "[Azuria's] Kosarian minority"."""
    lower = lattice.tokens.lower
    people = PEOPLE | {"minority", "community"}
    at = next((at for at in range(first, min(len(lower), first + LONGEST)) if lower[at] in people), 0)
    return at > 0 and lexicon.words("function-word").isdisjoint(lower[first:at])


def _is_predicate(lower: tuple[str, ...], start: int) -> bool:
    """Tell whether what begins at a word is said of the sentence's subject: "is the [Azurian section]"."""
    before = lower[max(0, start - NEAR) : start]
    copula = max((at for at, word in enumerate(before) if word in COPULAS), default=-1)
    # "were for some years the Azurian section"
    return copula >= 0 and HANGING.isdisjoint(before[copula + 1 :])


def _by_governor(lattice: Lattice, start: int, depth: int) -> str:
    """Judge a place by the word that it hangs on, before all that says where it lies and what sort it is."""
    tokens = lattice.tokens
    at = _front(lattice, start)
    governor, before = (("", "", *tokens.lower[:at])[-1:-3:-1]) if at else ("", "")
    if governor in IN:
        return _of_being_in(tokens.lower, at - 1, depth)
    if governor in ("of", "from"):
        of_noun = before in NOUNS and tokens.words[at - 2][0].islower()
        of_people = governor == "of" and (
            before in PEOPLE or _is_own(lattice, at - 1) or _is_of_people(lattice, at - 1)
        )
        of_office = governor == "of" and before in lexicon.words("office-noun")
        return SURE if of_noun or of_people else LOOSE if of_office else ""
    if governor == "to" and before in lexicon.words("confining"):
        return SURE
    if governor in RULING and before not in ("was", "were", "been"):
        return SURE
    if governor == "," and depth < DEEPEST:
        return _of_what_lies_there(lattice, at - 1, depth + 1)  # "in Walden, the eastern part of Azuria"
    return ""


def _of_what_lies_there(lattice: Lattice, comma: int, depth: int) -> str:
    """Judge a place behind a comma by the one before it: "in [Walden], Azuria", "in [Walden] state, Azuria"."""
    end = comma - (lattice.tokens.lower[comma - 1] in AREAS)
    inner = [edge for edges in lattice.edges[max(0, end - LONGEST) : end] for edge in edges if edge.end in (end, comma)]
    found = {_by_governor(lattice, edge.start, depth) for edge in inner if edge.kind in NAMES}
    return next((one for one in (SURE, BEGUN) if one in found), "")


def _of_being_in(lower: tuple[str, ...], at: int, depth: int) -> str:
    """Judge "in Azuria" by what stands before it: what took place there, and who was there, tells of no party."""
    before = lower[at - 1] if at else ""
    told = lower[max(0, at - FAR) : at]
    if before in lexicon.words("elsewhere") or not lexicon.words("of-another").isdisjoint(told):
        return ""
    if "whose" in told and lexicon.words("own-activity").isdisjoint(told):
        return ""  # "a party whose leader lives in Azuria"
    if not lexicon.words("on-behalf").isdisjoint(told):
        return LOOSE  # "known for its defence of the interests of the Kosarians in Walden"
    if before in lexicon.words("seated"):
        return SURE if depth else BEGUN  # who has its base in a part of a country has it there for that part
    done = before.endswith("ed") and before not in lexicon.words("staying")
    return BEGUN if done or before in BEGINNING else SURE


def _is_own(lattice: Lattice, end: int) -> bool:
    """Tell whether the party's name ends at a word, or stands before the brackets that end there."""
    lower = lattice.tokens.lower
    if lower[end - 1] == ")":
        end = next((at for at in range(end - 1, 0, -1) if lower[at] == "("), 0)
    return any(edge.kind == "own" and edge.end == end for edges in lattice.edges[:end] for edge in edges)


def _is_of_people(lattice: Lattice, of: int) -> bool:
    """Tell whether a party is one of a people in the country: "a party of the Kosarians [of] Azuria"."""
    tokens = lattice.tokens
    people = tokens.words[of - 1]
    return people[0].isupper() and people.endswith("s") and tokens.lower[max(0, of - 3) : of - 1] == ("of", "the")


def _front(lattice: Lattice, start: int) -> int:
    """Return where all that leads to a place's name begins: "[in] what is now the far north of Azuria's Walden"."""
    lower = lattice.tokens.lower
    at = start
    while at > 1:
        now = next((len(words) for words in NOW if lower[at - len(words) : at] == words), 0)
        if now or lower[at - 1] == "the" or lower[at - 1] in BEFORE:
            at -= now or 1
        elif area := _area(lower, at - 1):
            at = area
        elif owner := _owner(lattice, at - 1):
            at = owner
        else:
            break
    return at


def _owner(lattice: Lattice, mark: int) -> int:
    """Return where the country begins whose something is: "[Italy] 's Aosta Valley"; 0 for none."""
    if lattice.tokens.lower[mark] != "'s":
        return 0
    near = (edge for edges in lattice.edges[max(0, mark - LONGEST) : mark] for edge in edges if edge.end == mark)
    return min((edge.start for edge in near if edge.kind == "territory"), default=0)


def _area(lower: tuple[str, ...], of: int) -> int:
    """Return where the words begin that say what sort a place is: "[the eastern part] of"; 0 if there are none."""
    if lower[of] == "of":
        noun = of - 1
    elif lower[of - 1 : of + 1] in (("belongs", "to"), ("belonging", "to")):
        noun = of - 2 - (lower[of - 2] in ("that", "which"))
    else:
        return 0
    if noun < 1 or not {lower[noun], lower[noun].removesuffix("s")} & (AREAS | BEFORE):
        return 0
    for at in range(noun, max(0, noun - LONGEST), -1):
        if lower[at] in ("the", "a", "an") or lower[at - 1] in IN or lower[at - 1] == ",":
            return at
    return 0
