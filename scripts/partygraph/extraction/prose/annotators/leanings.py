"""Adds what tells the views of a party behind its noun: "a party [of liberal outlook]", "[with a socialist programme]".

They stand as adjectives before a noun for them ("orientation", "programme"), as a doctrine ("a party of Catalan
nationalism"), as a side of the spectrum ("of the populist right"), as those who hold them ("of social democrats"), as
the views of the parties that a coalition is made of ("of left-wing parties"), or as adjectives of the whole sentence
("a party in Ghana, liberal and centrist in outlook", "which was both liberal and federalist").
"""

from __future__ import annotations

from collections.abc import Iterator

from partygraph.extraction.prose.annotators import descriptions, terminology
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

VIEWS = frozenset({"ideology", "position"})
LEADS = frozenset({"of", "with", "having"})
DETERMINERS = frozenset({"a", "an", "the", "its", "some", "both"})
JOINERS = frozenset({"and", ",", "-", "/", "or"})
ADJECTIVES = ("ist", "ian", "ic", "ive", "al", "ary", "an")
"""What the adjectives end with that may stand among views, and are in no table."""
NOUNS = lexicon.words("leaning-noun")
"""What is called a party's view: "of liberal outlook"."""
SORTS = frozenset({"political", "electoral", "policy", "party", "election", "basic", "general"})
"""What may stand right before such a noun."""
ENDS = frozenset({".", ",", ";", ")", "(", "", "in", "and", "that", "which", "from", "on", "founded", "led", "between"})
"""What stands behind a side of the spectrum or behind those who hold a view, and is no noun of theirs."""
MATTERS = frozenset({"fiscal", "economic", "social", "cultural", "religious"})
"""What makes a side one in one matter only: "of the fiscal right"."""
COPULAS = frozenset({"is", "was", "are", "were"})
RESUMED = frozenset({"which", "that", "whose", "founded", "formed", "established", "led", "headed"})
"""What a sentence goes on with behind views and a comma."""
HOLDING = lexicon.words("view-holding")
TOPICS = (("on",), ("about",), ("in",), ("towards",), ("toward",), ("regarding",), ("concerning",))
"""What stands behind views that are such in one matter only: "held conservative views on marriage"."""
POSSESSIVES = frozenset({"its", "'s", "’s"})
GROUPS = (("group",), ("grouping",), ("collective",))
"""Nouns for a body that say nothing of what it is: "it was a Trotskyist group"."""
STOPS = frozenset({".", ";", ")"})
UNKNOWN = 2
"""How many adjectives that no table knows may stand among views."""


def add(lattice: Lattice) -> None:
    """Add the edges ``leaning``, ``creed``, ``tenet``, ``band``, ``fronted``, ``trailing`` and ``viewed``.

    The first begins at its preposition, the second at the article before a noun for views (without one where several
    are held: "it held liberal views"), and the third at the first
    word of a sentence, up to a comma: "Liberal and centrist, it won two seats". The fourth begins at the comma behind
    what a party is, and the last behind a copula. A ``tenet`` is a view behind its owner ("its liberal views"), and a
    ``band`` a group that has some ("a Trotskyist group").
    """
    end, views = _adjectives(lattice, 0)
    if views and lattice.tokens.lower[end - 1 : end] == (",",):
        _add(lattice, "fronted", 0, end, views)
    for at, word in enumerate(lattice.tokens.lower[:-1]):
        if word in LEADS:
            for end, parts in _told(lattice, at + 1):
                _add(lattice, "leaning", at, end, parts)
        elif word in ("a", "an"):
            end, views = _before_a_noun(lattice, at + 1)
            if end:
                _add(lattice, "creed", at, end, views)
            end, views = _adjectives(lattice, at + 1)
            if views and lattice.tokens.lower[end : end + 1] in GROUPS:
                _add(lattice, "band", at, end + 1, views)
        elif word in POSSESSIVES or word in HOLDING:
            _add_without_article(lattice, at)
        elif word == "another":
            end, views = _adjectives(lattice, at + 1)
            if views and lattice.tokens.lower[end : end + 1] in GROUPS:
                _add(lattice, "band", at, end + 1, views)
        elif word == "," or word in COPULAS:
            end, views = _to_the_end(lattice, at + 1, beside=word == ",")
            if end:
                _add(lattice, "trailing" if word == "," else "viewed", at + (word != ","), end, views)


def _add_without_article(lattice: Lattice, at: int) -> None:
    """Add the views behind a verb or an owner: "it held liberal views", "its liberal programme"."""
    lower = lattice.tokens.lower
    end, views = _before_a_noun(lattice, at + 1)
    if not end or lower[end : end + 1] in TOPICS:
        return
    if lower[at] in POSSESSIVES:
        _add(lattice, "tenet", at + 1, end, views)
    elif lower[end - 1].endswith("s"):
        _add(lattice, "creed", at + 1, end, views)


def _add(lattice: Lattice, kind: str, start: int, end: int, views: dict[str, list[Mention]]) -> None:
    parts = tuple((name, edges[0] if len(edges) == 1 else _several(edges)) for name, edges in views.items())
    lattice.add(Mention(kind, start, end, lattice.tokens.show(start, end), parts=parts))


def _several(edges: list[Mention]) -> Mention:
    name = ", ".join(edge.name for edge in edges)
    return Mention(edges[0].kind, edges[0].start, edges[-1].end, name, items=tuple(edges))


def _told(lattice: Lattice, at: int) -> Iterator[tuple[int, dict[str, list[Mention]]]]:
    """Yield the ends of the views that stand behind a preposition, each with what is told up to there."""
    lower = (*lattice.tokens.lower, "")
    end, views = _before_a_noun(lattice, at)
    if end:
        yield end, views
    if lower[at - 1] != "of":
        return
    first = at + (lower[at] == "the")
    end, views = _adjectives(lattice, first)
    alike = JOINERS.isdisjoint(lower[at:end])  # of "liberal and rural parties" each is one or the other
    side = lattice.at(end, "wing") if end < len(lattice.tokens) else None
    narrowed = lower[end - 1] in MATTERS or not views.keys() <= {"ideology"}
    if side is not None and first > at and not narrowed and lower[side.end] in ENDS:
        views.setdefault("position", []).append(side)
        yield side.end, views
    elif views and alike and first == at and lower[end] in descriptions.PLURALS and lower[end + 1] in ENDS | {"of"}:
        yield end + 1, views
    elif first > at and views.keys() == {"position"}:
        last = end - (lower[end - 1] == ",")
        if (last < end or lower[end] in ENDS) and _is_a_side(lattice, first, last):
            yield last, views
    end, followers = _followers(lattice, first)
    name = lattice.at(first, "party", "organisation") if followers else None
    # "An alliance of the Christian Democrats" has them, and not their views.
    if followers and lower[end] in ENDS and name is None:
        yield end, {"ideology": followers}
    doctrine = lattice.at(first, "doctrine") if first < len(lattice.tokens) else None
    if doctrine is not None and first == at and not doctrine.items and lower[doctrine.end] in ENDS:
        yield doctrine.end, {"ideology": [doctrine]}


def _is_a_side(lattice: Lattice, start: int, end: int) -> bool:
    """Tell whether a side of the spectrum has no noun that it is told of: "of the centre-right", "of the far left"."""
    side = lattice.at(start, "wing")
    return side is not None and side.end == end


def _before_a_noun(lattice: Lattice, at: int) -> tuple[int, dict[str, list[Mention]]]:
    """Return where a noun for views ends that has views before it, and these: "a liberal and centrist programme"."""
    lower = (*lattice.tokens.lower, "")
    first = at + (lower[at] in DETERMINERS)
    end, views = _adjectives(lattice, first)
    end += lower[end] in SORTS
    if not views or lower[end] not in NOUNS:
        return 0, {}
    return end + 1, views


def _to_the_end(lattice: Lattice, at: int, *, beside: bool) -> tuple[int, dict[str, list[Mention]]]:
    """Return where views end that nothing follows which they could be of; no place where something does.

    They may be called so: "liberal and centrist in outlook". What stands ``beside`` a noun may be one of several nouns
    ("a party in Ghana, liberal, and"): behind it a clause or the end of the sentence follows.
    """
    lower = (*lattice.tokens.lower, "", "", "", "")
    end, views = _adjectives(lattice, at + (lower[at] == "both"))
    if not views:
        return 0, {}
    if lower[end] == "in":
        noun = end + 1 + (lower[end + 1] == "its")
        noun += lower[noun] in SORTS
        if lower[noun] in NOUNS:
            return noun + 1, views
    comma = lower[end - 1] == ","
    clause = comma and lower[end] in RESUMED
    last = max(edge.end for edges in views.values() for edge in edges)
    if last != end - comma or not (lower[end] in STOPS or clause or (comma and not beside)):
        return 0, {}
    return end - comma, views


def _adjectives(lattice: Lattice, at: int) -> tuple[int, dict[str, list[Mention]]]:
    """Return the views that stand one behind another, and where they end; none where they are not plain."""
    lower = (*lattice.tokens.lower, "")
    found: dict[str, list[Mention]] = {}
    unknown, narrowed = 0, -1
    while at < len(lattice.tokens):
        edges = [edge for edge in lattice.edges[at] if edge.kind in VIEWS and not edge.items]
        edge = max(edges, key=lambda one: one.end, default=None)
        word = lower[at]
        if edge is not None and edge.kind == "position" and at and not lattice.tokens.words[at].islower():
            return at, {}  # "Named Independent Centre, it won a seat"
        if word in lexicon.words("topic-adverb"):
            return at, {}
        if word in lexicon.words("degree"):
            at = narrowed = at + 1  # "liberal and mildly populist": who is mildly so may be none
        elif (
            edge is not None and edge.kind == "ideology" and edge.name == "Nationalism" and _is_of_a_people(lattice, at)
        ):
            at = edge.end
        elif edge is not None:
            if at != narrowed:
                found.setdefault(edge.kind, []).append(edge)
            at = edge.end
        elif (word in JOINERS and (found or unknown)) or word in lexicon.words("modifier") or word.endswith("ly"):
            at += 1
        elif (word.endswith(ADJECTIVES) or "-" in word) and unknown < UNKNOWN and word not in SORTS:
            unknown += 1
            at = narrowed = at + 1  # "Christian humanist" views may be other than humanist ones
        else:
            break
    return at, found


def _is_of_a_people(lattice: Lattice, at: int) -> bool:
    """Tell whether the word before is a people's, of whose nationalism a text speaks."""
    return at > 0 and lattice.tokens.words[at - 1][0].isupper() and lattice.tokens.lower[at - 1] not in DETERMINERS


def _followers(lattice: Lattice, at: int) -> tuple[int, list[Mention]]:
    """Return the views of those who are called by them, and where they end: "social democrats and liberals"."""
    lower = (*lattice.tokens.lower, "")
    found: list[Mention] = []
    while True:
        one = _of_followers(lattice, at)
        if one is None:
            return at - bool(found), found  # the joiner before is not theirs
        found.append(one)
        at = one.end
        if lower[at] not in ("and", ","):
            return at, found
        at += 1


def _of_followers(lattice: Lattice, at: int) -> Mention | None:
    lower = lattice.tokens.lower
    demonym = lattice.at(at, "demonym") if at < len(lower) else None
    first = demonym.end if demonym is not None else at
    for end in range(min(len(lower), first + 3), first, -1):
        word = lower[end - 1]
        if not word.endswith(("ists", "crats", "als", "ives")):
            continue
        words = (*lower[first : end - 1], word[:-1])
        for term in lexicon.terms().get(words[0], ()):
            if term.kind == "ideology" and term.words == words:
                joint = demonym is not None and term.name in terminology.OF_PEOPLES
                if demonym is not None and not joint:
                    return None
                people = f"{lattice.tokens.words[at]} {term.name.lower()}" if joint else term.name
                return Mention("ideology", at, end, people, Entity(people, Kind.CONCEPT))
    return None
