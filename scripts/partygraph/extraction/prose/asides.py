"""Adds to a lattice what may be passed over: parentheses, adverbs, remarks between commas, whose party it is."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from partygraph.extraction.prose.annotators.feats import heavy
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.subjects import AUXILIARIES, named_before, verbs
from partygraph.extraction.prose.tokens import closing
from partygraph.rules import lexicon
from partygraph.values import numbers

TURNING = tuple(("and", word) for word in ("later", "then", "afterwards", "subsequently"))
"""What tells behind a description that it holds for a time only: "a pressure group and later party"."""
BODIES = frozenset({"parties", "groups", "movements", "organisations", "organizations", "alliances", "factions"})
OF_THEM = frozenset({"of", "three", "four", "five", "six"})
"""What "all" of a remark on several people or bodies goes on with."""
LONGEST_ASIDE = 30
LONGEST_TELLING = 14
TELLING_ENDS = frozenset({",", ";", ":", ".", "(", "who", "which", "whom"})
DEEDS = lexicon.words("founding-deed")
"""What people do who found a party."""
BOUND = frozenset({"and", "or", "to", "not", "never", "who", "that", "later", "then", "also"})
"""What ties a verb to the clause before it."""
SIZED = re.compile(r"\d+-\w+")
"""The size of a body in its description: "the 240-seat National Assembly"."""


def add_skips(lattice: Lattice) -> None:
    """Add the ways over parentheses, adverbs and asides; none leads over a negation, a plan or a hedge."""
    lower = lattice.tokens.lower
    weights = weights_of(lower)
    adverbs = _adverbs()
    for at in range(len(lower)):
        if lower[at] == "(":
            end = closing(lower, at)
            if end:
                lattice.skips[at].append(end)
        elif lower[at] in (",", "–", "—"):
            _skip_aside(lattice, at, weights)
            _add_copula(lattice, at)
        elif lower[at] in ("'", '"', "“", "”"):
            lattice.skips[at].append(at + 1)
        elif lower[at] in ("who", "that", "whose") and lower[at - 1] != ",":
            lattice.skips[at] += _deeds_behind(lower, at) if lower[at] != "whose" else []
            lattice.skips[at] += _colon_behind(lower, at, weights) + _names_behind(lattice, at, weights)
        elif lower[at] == "of" and (person := lattice.at(at + 1, "person")) is not None:
            # In "the Azure Labour Party of Allan Hendrickse in 1990" whose party it is may be passed over.
            before = (edge for edges in lattice.edges[max(0, at - 8) : at] for edge in edges)
            if any(edge.end == at and edge.kind in ("party", "organisation") for edge in before):
                lattice.skips[at].append(person.end)
        elif lower[at] == "the" and at + 1 < len(lower) and SIZED.fullmatch(lower[at + 1]):
            lattice.skips[at].append(at + 2)
        for told in [edge for edge in lattice.edges[at] if edge.kind == "description"]:
            lattice.skips[told.end] += _views_behind(lattice, told.end)
        for phrase in adverbs.get(lower[at], ()):
            if lower[at : at + len(phrase)] == phrase:
                lattice.skips[at].append(at + len(phrase))


def _views_behind(lattice: Lattice, at: int) -> list[int]:
    """Return where to go on behind the views of what has been described: "a party [of liberal outlook] in Ghana"."""
    return [edge.end for edge in lattice.edges[at] if edge.kind in ("leaning", "attribute") and edge.end > at]


def _add_copula(lattice: Lattice, comma: int) -> None:
    """Let an apposition say what a party is: "The Blue Party (BP), [that was] a party whose founder was Ann Lee"."""
    lower = lattice.tokens.lower
    told = lattice.at(comma + 1, "description") if lower[comma] == "," else None
    if told is None or lower[told.end : told.end + 2] in TURNING:
        return
    owner = named_before(lattice, comma)
    if owner is None or owner.kind != "party":
        return
    if owner.start < 2 or any(edge.kind == "own" and edge.end == owner.end for edge in lattice.edges[owner.start]):
        lattice.skips[comma].append(comma + 1)
        lattice.imply(comma + 1, frozenset({"was"}))


def weights_of(lower: tuple[str, ...]) -> list[int]:
    """Count the words up to each place that nothing may lead over."""
    words = heavy()
    return [0, *accumulate(word in words for word in lower)]


def _skip_aside(lattice: Lattice, at: int, weights: list[int]) -> None:
    """Let a comma, and what stands between it and the next one, be passed over where it only adds a remark."""
    lower = lattice.tokens.lower
    end = at + 1
    while end < len(lower) and end - at < LONGEST_ASIDE and lower[end] not in (",", ";", "–", "—", "."):
        if lower[end] == ":" and lower[at] == "," and weights[end] == weights[at] and _remark(lattice, at + 1):
            # Behind a colon a list may begin, as in "by two friends of Ann Lee, the former mayor: Bo Chan and Tom Fox".
            lattice.skips[at].append(end)
        end = (closing(lower, end) if lower[end] == "(" else 0) or end + 1
    if end >= len(lower) or lower[end] not in (",", "–", "—") or weights[end] - weights[at]:
        return
    if lower[at + 1] == "whose" and _is_set_beside(lattice, end):
        return  # "whose forerunner, the Azure League, was banned": the clause goes on behind the name
    if lower[at] == "," and lower[end] != "," and _is_in_a_name(lattice.tokens.words, end):
        return  # "when, years later, Centre Union – New Forces joined it"
    if any(edge.items and edge.end > end for edges in lattice.edges[at + 1 : end] for edge in edges):
        return  # "its leaders, including Ann Lee, Bo Chan and Cy Dorn": the comma is one of the list
    if _remark(lattice, at + 1) and not _is_a_clause(lattice, at + 1):
        # The second comma may also be one that a pattern waits for.
        lattice.skips[at] += [end, end + 1]


def _is_set_beside(lattice: Lattice, comma: int) -> bool:
    """Tell whether nothing but a name stands between a comma and the next one, its brackets counted."""
    words = lattice.tokens.words
    end = comma + 1
    while end < len(words) and words[end] != ",":
        end = (closing(lattice.tokens.lower, end) if words[end] == "(" else 0) or end + 1
    first = comma + 1 + (words[comma + 1 : comma + 2] in (("the",), ("The",)))
    named = words[first:end]
    return end < len(words) and named != () and named[0][0].isupper() and lattice.tokens.lower[end - 1] not in verbs()


def _is_in_a_name(words: tuple[str, ...], dash: int) -> bool:
    """Tell whether words with capitals stand around a dash."""
    return words[dash - 1][0].isupper() and words[dash + 1 : dash + 2] != () and words[dash + 1][0].isupper()


def _is_a_clause(lattice: Lattice, at: int) -> bool:
    """Tell whether a party stands there and acts: "allied with the Red Party, the Blue Party emerged from it, ..."."""
    lower, party = lattice.tokens.lower, lattice.at(at, "party")
    if party is None or party.end <= at or party.end + 1 >= len(lower):
        return False
    # "The Red Party, the party led by Ann Lee, ..." is in apposition, and so is one "founded in 1990".
    verb, behind = lower[party.end], lower[party.end + 1]
    return verb in verbs() and behind != "by" and not (verb.endswith("ed") and behind in ("in", "on"))


def _deeds_behind(lower: tuple[str, ...], at: int) -> list[int]:
    """Return where the verb of people may stand of whom a clause tells: "members who opposed the pact founded it"."""
    found = []
    for end in range(at + 2, min(len(lower), at + LONGEST_TELLING)):
        if lower[end] in TELLING_ENDS:
            break
        if lower[end] in DEEDS and lower[end - 1] not in AUXILIARIES | BOUND:
            found.append(end)
    return found


def _colon_behind(lower: tuple[str, ...], at: int, weights: list[int]) -> list[int]:
    """Return where the list begins of those of whom a clause tells: "two members who spoke Azuri: Ann Lee and"."""
    ends = range(at + 2, min(len(lower), at + LONGEST_TELLING))
    end = next((end for end in ends if lower[end] in (",", ";", ":", ".", "(")), 0)
    return [end] if end and lower[end] == ":" and weights[end] == weights[at] else []


def _names_behind(lattice: Lattice, at: int, weights: list[int]) -> list[int]:
    """Return the comma before the names of bodies that a clause tells of: "two parties that were small, the RP and"."""
    lower = lattice.tokens.lower
    if not at or lower[at] != "that" or lower[at - 1] not in BODIES:
        return []
    ends = range(at + 2, min(len(lower), at + LONGEST_TELLING))
    end = next((end for end in ends if lower[end] in (",", ";", ":", ".", "(")), 0)
    if not end or lower[end] != "," or weights[end] != weights[at] or end + 1 >= len(lower):
        return []
    return [end] if lattice.at(end + 1, "party", "organisation", "group", "bodies") is not None else []


def _remark(lattice: Lattice, at: int) -> bool:
    """Tell whether a remark can begin here: a relative clause, an apposition, an adverbial."""
    lower = lattice.tokens.lower
    word = lower[at] if at < len(lower) else ""
    if word in _remark_openers() or lattice.at(at, "person", "party", "name") is not None:
        return True
    if lower[at : at + 2] == ("hitherto", "the"):
        return True  # "the RP, hitherto the largest party", and not "Ann Lee, hitherto chairman of the club"
    behind = lattice.tokens.words[at + 1] if at + 1 < len(lower) else ""
    if (word == "or" and behind[:1].isupper()) or (word == "all" and behind in OF_THEM):
        return True  # "the Azure Alliance, or AA, was", "Ann Lee and Bo Chan, all of them lawyers, founded"
    if word in numbers.WORDS and behind in lexicon.words("member-noun"):
        return True  # "a merger of the Red Party and the Azure League, two parties of the north, it was"
    at += word in lexicon.words("adverb")
    if lower[at : at + 1] != () and lower[at] in _remark_openers():
        return True  # "Ann Lee, afterwards without a rival in it, founded it"
    return lower[at : at + 1] != () and lower[at].endswith("ed") and lower[at + 1 : at + 2] in (("by",), ("as",))


@cache
def _remark_openers() -> frozenset[str]:
    return lexicon.words("relative") | lexicon.words("preposition") | lexicon.words("remark-opener")


@cache
def _adverbs() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(lexicon.phrases("adverb")):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(group) for first, group in found.items()}
