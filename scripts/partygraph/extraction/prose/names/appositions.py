"""Takes a name for a party's where its sentence calls it one: "Nova Terra, a regionalist party", "a party, Nova Terra".

Of itself such a name may be a person's, and stands where a party is waited for only by what is said beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.subjects import AUXILIARIES, verbs
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

NOUNS = frozenset({"party", "movement", "formation", "grouping"})
"""What a party is called, and hardly anything else is that has a name."""
CROWDS = frozenset({"group", "organisation", "organization", "faction", "force", "alliance", "coalition"})
"""The same, but "a group of deputies" goes on with who they are, and has no name."""
ALLIANCES = frozenset({"alliance", "coalition"})
NAMING = frozenset({"as", "into", "was", "is", "were", "became", "become", "originally", "initially", "first"})
BECAME = (("became",), ("become",))
ONE = frozenset({"a", "an", "another"})
CALLED = (("called",), ("named",), ("known", "as"))
NAMES = ("party", "organisation", "group", "name", "quoted", "acronym")
TOLD = frozenset({"of", "in", "from", "that", "which", "whose", "led", "headed", "founded", "formed", "with", "to"})
"""What goes on with a remark on a party, where "party" is not the first of two nouns: "a party leader"."""
ENDS = frozenset({",", ".", ";", ":", "–", "—", ""})
LONGEST = 7
"""The words between an article and the noun: "a younger and equally radical nationalist movement"."""
LONGEST_NAME = 6
LONGEST_REMARK = 14


def add(lattice: Lattice, subject: Entity) -> None:
    """Add edges of the kinds ``party`` and ``group`` for the names that a noun beside them makes a party's."""
    lower = lattice.tokens.lower
    if lattice.present.isdisjoint(NOUNS | CROWDS):
        return
    for at, word in enumerate(lower):
        if (word not in NOUNS and word not in CROWDS) or lattice.tokens.words[at][0].isupper():
            continue
        start = _start(lattice, at)
        if start < 0:
            continue
        for name in _before(lattice, start, at):
            if name.entity != subject:
                _add(lattice, name, name.start, name.end)
        for name, end in _behind(lattice, start, at):
            if name.entity != subject:
                _add(lattice, name, start, end)


def _add(lattice: Lattice, name: Mention, start: int, end: int) -> None:
    link = name.entity.link if name.entity is not None else None
    called = name.name if name.entity is None or name.entity.kind is not Kind.PARTY else name.entity.name
    for kind in ("party", "group"):
        lattice.add(Mention(kind, start, end, called, Entity(called, Kind.PARTY, link)))


def _start(lattice: Lattice, noun: int) -> int:
    """Return where the phrase with a noun begins, at its article; -1 if it has none."""
    words, lower = lattice.tokens.words, lattice.tokens.lower
    for start in range(noun - 1, max(-1, noun - 1 - LONGEST), -1):
        if lower[start] in ONE or lower[start] == "the":
            return start
        plain = words[start].replace("-", "").isalpha() and words[start][0].islower()
        if not plain and lattice.at(start, "demonym") is None:
            break
        if lower[start] in TOLD or lower[start] in AUXILIARIES:
            break
    return -1


def _before(lattice: Lattice, start: int, noun: int) -> Iterator[Mention]:
    """Yield the name that a remark stands behind: "Nova Terra (NT), a party of the centre"."""
    lower = lattice.tokens.lower
    if start < 2 or lower[start - 1] != "," or not _is_remark(lattice, start, noun):
        return
    end = start - 1
    if lower[end - 1] == ")":
        end = next((at for at in range(end - 2, 0, -1) if lower[at] == "("), 0)
    found = [edge for edges in lattice.edges[max(0, end - LONGEST_NAME) : end] for edge in edges if edge.end == end]
    if any(edge.kind in ("party", "organisation", "own", "body", "role", "office", "territory") for edge in found):
        return
    names = [edge for edge in found if edge.kind in ("person", "name", "group", "quoted") and not edge.items]
    if names:
        longest = min(names, key=lambda edge: edge.start)
        before = lower[longest.start - 1 : longest.start]
        cut = not lexicon.words("foreign-connector").isdisjoint(before)  # "Tautai un Zemei" ends with no name Zemei
        if before != ("by",) and not cut:
            yield longest


def _is_remark(lattice: Lattice, start: int, noun: int) -> bool:
    """Tell whether a remark begins with an article, and not a clause: "Under Ann Lee, the party won"."""
    lower = (*lattice.tokens.lower, "")
    behind = lower[noun + 1]
    if lower[noun] in CROWDS and behind == "of":
        return False
    if lower[start] == "the" and behind not in ("of", "in"):
        return False
    if behind not in ENDS and behind not in TOLD:
        return False
    if lower[start] in ONE and behind not in ("of", "in", "from"):
        return behind not in ("to", "")
    end = next((at for at in range(noun + 1, min(len(lower), noun + LONGEST_REMARK)) if lower[at] in ENDS), 0)
    told = lower[noun + 1 : end]
    relative = next((at for at, word in enumerate(told) if word in lexicon.words("relative")), len(told))
    return end > 0 and AUXILIARIES.isdisjoint(told[:relative]) and not any(word in verbs() for word in told[:relative])


def _behind(lattice: Lattice, start: int, noun: int) -> Iterator[tuple[Mention, int]]:
    """Yield the name that a noun announces, and where it and its comma end: "a minor party, New Force, merged"."""
    lower = (*lattice.tokens.lower, "", "")
    if lower[start] not in ONE or lower[noun] in ALLIANCES:
        return  # the names of alliances have a module of their own
    if lower[start - 1 : start] in BECAME:
        return  # what became a single party with others was not renamed
    called = next((len(words) for words in CALLED if lower[noun + 1 : noun + 1 + len(words)] == words), 0)
    if (not called and lower[noun + 1] != ",") or (called and lower[start - 1] in NAMING):
        return  # "it was converted into a party called the Azure League": so the party itself is called
    first = noun + 1 + (called or 1)
    first += lower[first] == "the"
    kinds = (*NAMES, "person") if called else NAMES
    name = lattice.at(first, *kinds) if first < len(lattice.tokens) else None
    if name is None or name.items or not lattice.tokens.words[first][0].isupper():
        return
    if called:
        yield name, name.end
        return
    end = name.end
    if lower[end] == "(":
        end = next((at + 1 for at in range(end, min(len(lower), end + 12)) if lower[at] == ")"), end)
    if lower[end] in (".", ";", ""):
        yield name, name.end
    elif lower[end] == ",":
        yield name, name.end
        yield name, end + 1
