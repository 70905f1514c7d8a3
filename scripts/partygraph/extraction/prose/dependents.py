"""Tells whether a name that a match begins with hangs on the noun before it, and so is not what is told of."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.subjects import ALLIANCES, AUXILIARIES, verbs
from partygraph.extraction.prose.tokens import closing

GOVERNED = frozenset({"party", "own", "person", "ours", "organisation", "other-party", "agent"})
EXEMPLIFYING = frozenset({"including", "like", "notably", "especially"})
GOVERNING = frozenset({"of", "in", "from", "by", "to", "within", "between", "among", "against"})
WAS = (("was",), ("were",))
LED = (("led", "by"), ("headed", "by"), ("chaired", "by"))
MERGERS = frozenset({"merger", "union", "fusion", "unification", "amalgamation", "merging"})
"""What brings in parties of which each may be told of in turn."""
OF = frozenset({"of", "within", "inside", "among", "between"})
"""What stands between people and the party that they are of."""
MERGING = tuple((noun, word) for noun in MERGERS for word in ("of", "between"))


def is_governed(lattice: Lattice, match: Match) -> bool:
    """Tell whether the name that a match begins with hangs on the noun before it, and so is not its subject.

    In "the forerunner of the party was founded in 1990" it was not the party that was founded.
    """
    first = match.slots[0][1] if match.slots else None
    lower = lattice.tokens.lower
    if first is not None and first.kind == "peer" and match.start == first.start > 1:
        return _is_of_those_who_are_led(lattice, first)
    if first is None or first.kind not in GOVERNED or not match.start or first.start != match.start:
        return False
    if first.end == first.start or first.end >= len(lower):
        return False
    before, behind = lower[first.start - 1], lower[first.end]
    if behind == "being":
        return False  # "Quarrels led to the party being founded"
    if _is_led(lattice, first):
        return False  # "A merger of the Red Party, led by Ann Lee, and the Green League"
    if before in EXEMPLIFYING or lower[max(0, first.start - 2) : first.start] == ("such", "as"):
        # "Liberals with leaders such as Ann Lee seceded": what is told is not told of her alone.
        return True
    bracket = closing(lower, first.end) or 0
    beyond = behind == "(" and match.end > bracket
    acts = beyond and (first.kind in ("organisation", "person") or lower[bracket : bracket + 1] in WAS)
    if before == "of" and (behind == "," or acts):
        # "Supporters of Ann Lee, then president, founded the party": it was not she.
        # "A youth branch of the party (BY) was set up": it was not the party.
        return True
    if before == "with" and lower[max(0, first.start - 2)] in ALLIANCES:
        # "Its coalition with the Red Party won 8 seats": they are not the Red Party's.
        return True
    # "Members of the Red Party who opposed it founded the party": they did.
    return before in GOVERNING and (behind in AUXILIARIES or behind in verbs() or behind in ("who", "that"))


def _is_of_those_who_are_led(lattice: Lattice, name: Mention) -> bool:
    """Tell whether a party is the one that those are of whom somebody leads: "members of the Red Party led by"."""
    lower = lattice.tokens.lower
    bracket = closing(lower, name.end) if lower[name.end : name.end + 1] == ("(",) else 0
    at = bracket or name.end
    if at < len(lower) and lower[at] in AUXILIARIES:
        return lower[name.start - 1] in GOVERNING  # "a split from the Red Party was led by"
    at += lower[at : at + 1] == (",",)
    led = lower[at : at + 2] in LED or lower[at : at + 1] == ("under",)
    return led and lower[name.start - 1] in OF and lower[name.start - 2 : name.start] not in MERGING


def _is_led(lattice: Lattice, name: Mention) -> bool:
    """Tell whether a remark on a party only tells who leads it, and it is one of those that merge, or in brackets."""
    lower = lattice.tokens.lower
    bracket = closing(lower, name.end) if lower[name.end] == "(" else 0
    if bracket and any(lower[at : at + 2] in LED for at in range(name.end, bracket)):
        return True
    at = bracket or name.end
    at += lower[at] == ","
    return lower[at : at + 2] in LED and lower[name.start - 2 : name.start] in MERGING
