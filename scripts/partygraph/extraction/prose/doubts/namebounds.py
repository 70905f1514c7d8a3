"""Tells where more of a body's name stands beside what was read: "Liberal Party (Leninists)", "White Party, Chad".

``cutnames`` sees words that go on; here it is a bracket, a comma, a mark, or a foreign word before.
"""

from __future__ import annotations

from collections.abc import Iterator

from partygraph.extraction.prose.doubts.cutnames import BODIES, LINEAGE, NAMES, is_told_apart
from partygraph.extraction.prose.doubts.doubting import asked_of
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.model import Fact, written
from partygraph.rules import lexicon

CALLED = ("renamedTo", "formerName", "altName")
FOREIGN = lexicon.words("foreign-word")
SEVERAL = frozenset(
    {
        *("alliances", "associations", "bodies", "branches", "chapters", "circles", "clubs", "currents", "factions"),
        *("federations", "formations", "fractions", "groupings", "groups", "leagues", "lists", "movements"),
        *("organisations", "organizations", "parties", "sections", "societies", "tendencies", "unions", "wings"),
    }
)
"""What several bodies are called together: "the Red, Green and White Parties", "Catholic associations"."""
MATTERS = lexicon.words("name-matter") | lexicon.words("movement-noun")
TIES = (("and",), ("&",))
REACH = 30
"""How many words before one of its members a list can begin."""
ENDS = ((".",), (",",), (")",), (";",), ())


def _items(match: Match, fact: Fact) -> Iterator[Mention]:
    """Yield the mentions of the body that a fact is about, each member of a list for itself."""
    told = written(fact.object)
    for _, mention in match.slots:
        for item in mention.items or (mention,):
            if item.name == told and item.end > item.start:
                yield item


def _is_told_apart(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a bracket tells one of a list from its like: "of the Liberal Party (Leninists) and the League"."""
    return any(is_told_apart(lattice.tokens.words, item.end, item.name) for item in _items(match, fact))


def _begins_with_a_foreign_tie(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a name hangs on one before it in another language: "Frente por la Democracia y el Trabajo"."""
    words, lower = lattice.tokens.words, lattice.tokens.lower
    for item in _items(match, fact):
        at = item.start - 1
        while at > 0 and words[at].islower() and lower[at] in FOREIGN:
            at -= 1
        if 0 <= at < item.start - 1 and words[at][0].isupper():
            return True
    return False


def _is_one_of_several_adjectives(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a word only says of which sort some are: "of the Red, Green and White Parties", "Catholic clubs"."""
    lower = lattice.tokens.lower
    for item in _items(match, fact):
        lists = (edge for edges in lattice.edges[max(0, item.start - REACH) : item.start + 1] for edge in edges)
        ends = {item.end} | {one.end for one in lists if item in one.items and item is one.items[-1]}
        length = item.end - item.start - (lower[item.start] == "the")
        if length == 1 and not item.name.isupper():
            ends |= {_end_of_series(lattice, item.end)}
        if any(lower[end : end + 1] != () and lower[end] in SEVERAL for end in ends):
            return True
        if length <= 2 and any(lower[end - 1] in SEVERAL for end in ends):
            return True
    return False


def _is_one_word_of_two(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a word for a matter may be half of a name: "of Freedom and Justice and the Red Party"."""
    words, lower = lattice.tokens.words, lattice.tokens.lower
    for item in _items(match, fact):
        at = item.start
        if item.end - at != 1 or lower[at] not in MATTERS:
            continue
        beside = [words[item.end : item.end + 2], words[max(0, at - 2) : at][::-1]]
        if any(
            two[:1] in TIES and two[1:] != () and two[1][:1].isupper() and two[1].lower() in MATTERS for two in beside
        ):
            return True
    return False


def _end_of_series(lattice: Lattice, at: int) -> int:
    """Return where ends what a name begins with others: the place behind "Red, Green and White Parties"."""
    words = lattice.tokens.words
    while at < len(words) and (words[at][0].isupper() or words[at] in (",", "and", "&", "the")):
        at += 1
    return at


def _is_within_quotes(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether more of a name stands in its quotation marks: "was named “The Azure Party, Founded on Unity”"."""
    return any(
        edge.kind == "quoted" and match.start <= edge.start < match.end < edge.end - 1
        for edges in lattice.edges[match.start : match.end]
        for edge in edges
    )


def _ends_with_a_land(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a comma and a land may end a name: "merged with it to form the White Party, Chad"."""
    words = lattice.tokens.words
    for item in _items(match, fact):
        if words[item.end : item.end + 1] != (",",):
            continue
        land = lattice.at(item.end + 1, "country", "territory") if item.end + 1 < len(words) else None
        if land is not None and words[land.end : land.end + 1] in ENDS:
            return True
    return False


def is_of_a_namesake(lattice: Lattice, name: str) -> bool:
    """Tell whether a sentence has a name only with what tells it apart: "Liberal Party (Leninists)"."""
    named = [
        edge
        for edges in lattice.edges
        for edge in edges
        if edge.kind in BODIES and edge.name == name and not edge.items and edge.end > edge.start
    ]
    return bool(named) and all(is_told_apart(lattice.tokens.words, edge.end, name) for edge in named)


CHECKS = (
    *asked_of(tuple(NAMES), _is_told_apart),
    *asked_of(tuple(LINEAGE), _begins_with_a_foreign_tie, _ends_with_a_land),
    *asked_of(("mergedFrom", "splitFrom"), _is_one_of_several_adjectives, _is_one_word_of_two),
    *asked_of(CALLED, _is_within_quotes),
)
