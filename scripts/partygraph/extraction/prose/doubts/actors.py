"""Tells where what a sentence tells may be of another than the party that a match has: a part, a namesake, a rival."""

from __future__ import annotations

from partygraph.extraction.prose.doubts.doubting import asked_of
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.tokens import closing
from partygraph.model import Fact
from partygraph.rules import lexicon

PARTS = frozenset({"branch", "chapter", "faction", "group", "section", "wing"})
"""What a bracket behind a name calls a part of the body: "(Walden Section)"."""
REACH = 10
"""How many words before a match a name can stand that it is told of."""
WITHIN = frozenset({"in", "within", "inside", "of", "to", "from", "with"})
"""What stands before a body that is not what the sentence is about."""
EVENTS = ("founded", "dissolved", "banned", "registered", "refounded", "founder", "foundedPlace")
DEEDS = ("mergedInto", "dissolved", "renamedTo", "splitFrom", "successor")


def _is_of_a_part(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a bracket tells of which part it is told: "the Blue Party (Walden Section) was formed in 1938"."""
    lower = lattice.tokens.lower
    for edges in lattice.edges[match.start : match.end]:
        for edge in edges:
            if edge.kind != "own" or edge.end - edge.start < 2 or lower[edge.end : edge.end + 1] != ("(",):
                continue
            inner = lower[edge.end + 1 : (closing(lower, edge.end) or edge.end + 1) - 1]
            if len(inner) > 1 and inner[-1] in PARTS and " ".join(inner) not in fact.subject.name.lower():
                return True
    return False


def _is_of_one_of_long_ago(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a year tells a party from its namesake: "the name of the Blue Party of 1920, dissolved in 1930"."""
    lower = lattice.tokens.lower
    return any(
        edge.kind == "own" and edge.end - edge.start > 1 and _is_year(lower[edge.end : edge.end + 2])
        for edges in lattice.edges[max(0, match.start - REACH) : match.end]
        for edge in edges
    )


def _is_year(words: tuple[str, ...]) -> bool:
    return words[:1] == ("of",) and words[1:] != () and words[1].isdigit() and len(words[1]) == len("1920")


def _named(lattice: Lattice, understood: Mention) -> Mention | None:
    """Return the last mention by name of what is understood to be the subject of a verb."""
    before = [edge for edges in lattice.edges[: understood.start] for edge in edges if edge.end > edge.start]
    same = [edge for edge in before if edge.entity == understood.entity and edge.end <= understood.start]
    return max(same, key=lambda edge: (edge.end, edge.end - edge.start), default=None)


def _hangs_on_a_word_before(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a name before a comma hangs on a word: "which began as a part of the Red Party, split from it"."""
    subject = match.slots[0][1] if match.slots else None
    lower = lattice.tokens.lower
    if subject is None or subject.start != subject.end or lower[subject.start - 1 : subject.start] != (",",):
        return False
    named = _named(lattice, subject)
    if named is None or named.end != subject.start - 1 or named.kind == "own":
        return False
    start = named.start - (lower[named.start - 1 : named.start] == ("the",))
    opened = any(word in lexicon.words("relative") for word in lower[:start])
    return opened and start > 0 and lower[start - 1] in WITHIN


def _is_somebodys(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "the party" is what another is beside its name: "Azurat, the party of Bo Chan, merged into it"."""
    subject = match.slots[0][1] if match.slots else None
    if subject is None or subject.entity != fact.subject:
        return False
    lower = lattice.tokens.lower
    named = subject if subject.end > subject.start else _named(lattice, subject)
    if named is None or lower[named.start : named.end] != ("the", "party") or named.start < 1:
        return False
    whose = lower[named.end : named.end + 1] == ("of",) and lattice.at(named.end + 1, "person", "name") is not None
    if not whose or lower[named.start - 1] != ",":
        return False
    end = named.start - 1
    if lower[end - 1] == ")":
        end = next((at for at in range(end - 1, 0, -1) if lower[at] == "("), 0)
    return end > 0 and lattice.tokens.words[end - 1][0].isupper()


def _is_a_land(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether it is told of a state: "until the Soviet Union was dissolved in 1991"."""
    return fact.subject.name in lexicon.territories()


def _is_of_the_last_of_several(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a relative clause may be of the last of several: "Red Party and Green League, which had split".

    So may one that stands apart from the name: "Red Party, on a merger of the Green League, which had split".
    """
    lower = lattice.tokens.lower
    subject = match.slots[0][1] if match.slots else None
    if subject is None or subject.end <= subject.start or subject.kind in ("own", "own-possessor"):
        return False
    if all(one.entity != fact.subject for one in (subject, *subject.items)):
        return False  # "the Red Party, of which it was an offshoot"
    at = subject.end
    while at < len(lower) and lower[at] == "(":
        at = closing(lower, at) or len(lower)
    told = lower[at : at + 2] in ((",", "which"), (",", "that"))
    if told:
        return len(subject.items) > 1
    inside = lower[subject.end : match.end]
    opens = "which" in inside and inside[inside.index("which") - 1] == ","
    return opens and "," not in inside[inside.index("which") :]


CHECKS = (
    *asked_of(EVENTS, _is_of_a_part),
    *asked_of(("splitFrom",), _is_of_the_last_of_several),
    *asked_of((*EVENTS, *DEEDS), _is_of_one_of_long_ago),
    *asked_of(("splitFrom", "mergedInto"), _hangs_on_a_word_before),
    *asked_of(DEEDS, _is_somebodys),
    *asked_of((*DEEDS, *EVENTS), _is_a_land),
)
