"""Lets a person begin at what the person is: "the former army officer Jesse Johnson", "the mayor, Ann Lee"."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.tokens import Tokens
from partygraph.rules import lexicon

BEFORE_OFFICE = lexicon.words("before-office")
MEMBER = lexicon.words("member-title")
ARTICLES = frozenset({"the", "a", "an"})
RENOWNED = lexicon.words("renown")
"""Participles that stand before a word of trade ("the renowned novelist", "exiled politicians")."""
FIELDS = lexicon.words("trade-field")
"""What looks like a participle, and tells of what somebody's trade is: "mining engineer"."""
KIN = lexicon.words("kin")
AGES = frozenset({"younger", "elder", "older", "twin", "late", "first", "second"})
WHOSE = frozenset({"his", "her", "their"})
OPENING_TRADES = ARTICLES | {"by", ",", "and", "were", "are"}
"""What stands before the words for what somebody does who is one of several."""
LONGEST_NOUN = 3
LONGEST_TITLE = 6
LONGEST_DESCRIPTION = 12


def add(lattice: Lattice) -> None:
    """Let a person begin at the words for trade or rank before the name ("the former army officer Jesse Johnson")."""
    for at in range(1, len(lattice.tokens)) if "{person}" in lattice.present else ():
        for edge in tuple(lattice.edges[at]):
            if edge.kind == "person" and edge.end > at:
                _add_office_holder(lattice, edge)
            if edge.kind == "person" and edge.end > at and lattice.tokens.lower[at - 1] == ",":
                _add_described(lattice, edge)
            if edge.kind == "person" and edge.end > at > 1 and (start := _kin_start(lattice.tokens.lower, at)):
                lattice.add(edge.moved(start, edge.end))
            if edge.kind == "person" and edge.end > at > 1 and _is_short_title(lattice.tokens, at):
                lattice.add(edge.moved(at - 2, edge.end))
            if edge.kind == "person" and edge.end > at and _is_trade(lattice.tokens, at - 1):
                farthest = _trade_start(lattice.tokens, at - 1)
                for start in range(farthest, at):
                    lattice.add(edge.moved(start, edge.end))
                farthest -= _is_worked(lattice.tokens, farthest - 1)
                if farthest and lattice.tokens.lower[farthest - 1] in ARTICLES:
                    lattice.add(edge.moved(farthest - 1, edge.end))
    for at in (
        range(2, len(lattice.tokens))
        if "{person}" in lattice.present and not lattice.present.isdisjoint(("{party}", "{body}"))
        else ()
    ):
        for edge in tuple(lattice.edges[at]):
            if edge.kind == "person" and edge.end > at:
                _add_partisan(lattice, edge)


def _add_office_holder(lattice: Lattice, person: Mention) -> None:
    """Let a person begin at the office before the name ("former deputy Ann Lee", "the mayor of Tilbrook, Ann Lee")."""
    lower = lattice.tokens.lower
    if lattice.present.isdisjoint(("{office}", "{public-office}", "{role}")):
        return
    end = person.start - (lower[person.start - 1] == ",")
    for start in range(max(0, end - 6), end):
        offices = (
            edge
            for edge in lattice.edges[start]
            if edge.kind in ("office", "public-office") or (edge.kind == "role" and end == person.start)
        )
        office = next((edge for edge in offices if edge.end == end or _is_of_realm(lattice, edge.end, end)), None)
        named = lower[start] in ("the", "then") or lower[start - 1 : start] in (("the",), ("then",), ("former",))
        if office is None or (end < person.start and not named):
            continue
        while start and (lower[start - 1] in BEFORE_OFFICE or lattice.at(start - 1, "demonym")):
            start -= 1
        lattice.add(person.moved(start, person.end))
        if start and lower[start - 1] in ARTICLES:
            lattice.add(person.moved(start - 1, person.end))


def _add_partisan(lattice: Lattice, person: Mention) -> None:
    """Let a person begin at the party that the words before the name tell ("by the former Red Party MP Ann Lee")."""
    lower, end = lattice.tokens.lower, person.start
    for noun in range(max(1, end - LONGEST_NOUN), end):
        told = any(
            (edge.kind in ("role", "office", "public-office") and edge.end == end)
            or (edge.kind == "person" and edge.end == person.end)
            for edge in lattice.edges[noun]
        )
        if not told and not (noun == end - 1 and lower[noun] in MEMBER):
            continue
        owner = noun - (lower[noun - 1] in ("'s", "'"))
        starts = [
            start
            for start in range(max(0, owner - LONGEST_DESCRIPTION), owner)
            if any(
                edge.kind in ("party", "group", "body", "acronym") and edge.end == owner
                for edge in lattice.edges[start]
            )
        ]
        if not starts:
            continue
        start = min(starts)
        while start and lower[start - 1] in BEFORE_OFFICE:
            start -= 1
            lattice.add(person.moved(start, person.end))
        lattice.add(person.moved(start, person.end))
        if start and lower[start - 1] in ARTICLES:
            lattice.add(person.moved(start - 1, person.end))


def _is_of_realm(lattice: Lattice, start: int, end: int) -> bool:
    """Tell whether a stretch says of what country an office is: "of Ghana" in "Prime Minister of Ghana Ann Lee"."""
    if lattice.tokens.lower[start : start + 1] != ("of",):
        return False
    return any(edge.kind in ("territory", "place") and edge.end == end for edge in lattice.edges[start + 1])


def _add_described(lattice: Lattice, person: Mention) -> None:
    """Let a person begin at a description before the name: "by the former head of the State Property Fund, Ann Lee"."""
    lower = lattice.tokens.lower
    end = person.start - 1
    before = (edge for edges in lattice.edges[max(0, end - LONGEST_TITLE) : end] for edge in edges)
    if any(edge.kind == "person" and edge.end == end for edge in before):
        return  # "by the deputies Ann Lee, Bo Chan and Tom Fox"
    for start in range(max(1, end - LONGEST_DESCRIPTION), end - 1):
        if lower[start - 1] != "by" or lower[start] not in ("the", "a", "an", "its", "that", "their"):
            continue
        inside = lower[start + 1 : end]
        if all(word.replace("-", "").isalpha() or word == "'s" for word in inside) and "and" not in inside:
            lattice.add(person.moved(start, person.end))


def _kin_start(lower: tuple[str, ...], at: int) -> int:
    """Return where the words begin that tell whose kin a person is ("his younger brother Bo Chan"); 0 if none do."""
    if lower[at - 1] not in KIN:
        return 0
    start = at - 2 - (lower[at - 2] in AGES)
    return start if start > 0 and lower[start] in WHOSE else 0


def _is_short_title(tokens: Tokens, at: int) -> bool:
    """Tell whether a shortened title and its full stop stand before a name ("Dr. Ann Lee")."""
    return tokens.lower[at - 1] == "." and tokens.lower[at - 2] in lexicon.words("person-title")


def _is_trade(tokens: Tokens, at: int) -> bool:
    word = tokens.lower[at]
    if word in lexicon.words("person-title"):
        return True
    national = word in lexicon.words("national") or tokens.words[at] in lexicon.demonyms()
    if at and tokens.words[at][0].isupper() and (national or word.endswith(lexicon.CREED_ENDINGS)):
        return tokens.lower[at - 1] in ARTICLES  # "the Gaullist Ann Lee", "the Briton Bo Chan"
    if not word.replace("-", "").isalpha() or tokens.words[at][0].isupper() or word in lexicon.words("no-trade"):
        return False
    if word in lexicon.words("function-word") and not word.endswith("ists"):
        return False
    if word.removesuffix("s") in lexicon.words("trade"):
        return True
    return word.removesuffix("s").endswith(lexicon.TRADE_ENDINGS)


def _is_worked(tokens: Tokens, at: int) -> bool:
    """Tell whether a participle stands between an article and a word of trade: "the consulting engineer Bo Chan"."""
    word = tokens.lower[at] if at > 0 else ""
    return word.isalpha() and word.endswith(("ed", "ing")) and tokens.lower[at - 1] in ARTICLES


def _is_matter(tokens: Tokens, at: int) -> bool:
    """Tell whether a word tells with a participle behind it what somebody does: "shark meshing contractor"."""
    word, before = tokens.lower[at], tokens.lower[at - 1] if at else ""
    plain = word.isalpha() and tokens.words[at].islower() and not word.endswith(("ed", "ing", "ly", "s"))
    return plain and word not in lexicon.words("function-word") and before in OPENING_TRADES


def _trade_start(tokens: Tokens, at: int) -> int:
    """Go back over "former", "radio" and "actor and" before a word of trade."""
    start = at
    while start and at - start < LONGEST_TITLE:
        word = tokens.lower[start - 1]
        joined = word == "and" and start > 1 and _is_trade(tokens, start - 2)
        plain = word.isalpha() and word not in lexicon.words("function-word") and not word.endswith(("ed", "ing"))
        plain = plain or word in RENOWNED or word in FIELDS
        if word.endswith("ing") and word.isalpha() and start > 1 and _is_matter(tokens, start - 2):
            return start - 2
        if not (joined or word == "former" or (plain and word not in lexicon.words("no-trade"))):
            break
        start -= 1
    return start
