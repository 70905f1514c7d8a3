"""Adds the alliances that only a noun beside the name tells: "the Together for Change coalition", "the bloc Azul"."""

from __future__ import annotations

from collections.abc import Iterator

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.names.namekinds import institutions
from partygraph.extraction.prose.subjects import verbs
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

NOUNS = lexicon.words("allied-body")
BETWEEN = lexicon.words("before-allied-body")
"""Adjectives that can stand between a name and the noun: "the Azul voting bloc"."""
JOINING = frozenset({"for", "of", "the", "in", "a"})
"""Small words inside the name of an alliance, which often is a slogan: "Together for the Future"."""
ARTICLES = frozenset({"the", "a", "an"})
APPOSED = tuple(
    (word,)
    for word in (
        *("of", "led", "that", "which", "formed", "made", "between", ",", "."),
        *("with", "under", "whose", "headed", "put", "set", "created", "comprising", "uniting", "around"),
    )
)
"""What goes on with an apposition, where it is one and no further member of a list."""
NAMES = ("party", "organisation", "name", "person", "group", "quoted")
PAIR = 4
"""The words of "Bloc of Ann Lee"."""
FARTHEST = 4
"""The words between an article and the noun: "the newly created electoral alliance Azul"."""


def add(lattice: Lattice, subject: Entity) -> None:
    """Add edges of the kinds ``alliance`` and ``other-party`` for the names beside the noun, but for the subject's."""
    if lattice.present.isdisjoint(NOUNS):
        return
    for at, word in enumerate(lattice.tokens.words):
        if word[:1].isupper() and word.lower() in NOUNS:
            for name in _of_several(lattice, at):
                _add(lattice, name, subject, _with_article(lattice, name.start), name.end)
        if word not in NOUNS:
            continue
        for name in _before(lattice, at):
            _add(lattice, name, subject, (name.start,), at + 1)
        for name in _before_comma(lattice, at):
            _add(lattice, name, subject, (name.start - (lattice.tokens.lower[name.start - 1] == "the"),), name.end)
        starts = _starts(lattice, at)
        for name in _behind(lattice, at + 1) if starts else ():
            _add(lattice, name, subject, (*starts, name.start), name.end)


def _add(lattice: Lattice, name: Mention, subject: Entity, starts: tuple[int, ...], end: int) -> None:
    if name.entity == subject or name.items:
        return
    entity = Entity(name.name, Kind.PARTY, name.entity.link if name.entity is not None else None)
    for start in starts:
        for kind in ("alliance", "other-party"):
            lattice.add(Mention(kind, start, end, name.name, entity))


def _before(lattice: Lattice, noun: int) -> Iterator[Mention]:
    """Yield the names that end before a noun: "the Together for Change electoral alliance"."""
    words, end = lattice.tokens.words, noun
    while end and words[end - 1] in BETWEEN:
        end -= 1
    start = _joined_back(words, end)
    if start is not None:
        yield Mention("name", start, end, lattice.tokens.show(start, end))
        return
    for edges in lattice.edges[max(0, end - 8) : end]:
        yield from [edge for edge in edges if edge.kind in NAMES and edge.end == end and edge.kind != "group"]


def _joined_back(words: tuple[str, ...], end: int) -> int | None:
    """Return where a name with small words in it begins behind "the", None where there is no such name."""
    start, small = end, False
    foreign = lexicon.words("foreign-connector") | lexicon.words("foreign-word")
    while start and (words[start - 1][:1].isupper() or (start < end and words[start - 1] in JOINING | foreign)):
        start -= 1
        small = small or words[start] in JOINING | foreign
    while start < end and words[start] in JOINING | foreign:
        start += 1
    inside = any(word.lower() in {"for", "in"} | foreign for word in words[start:end])
    return start if small and inside and start and words[start - 1].lower() in ARTICLES else None


def _starts(lattice: Lattice, noun: int) -> tuple[int, ...]:
    """Return where the phrase before a noun begins, and the noun itself; nothing where it has no article."""
    lower = lattice.tokens.lower
    for start in range(noun - 1, max(-1, noun - 1 - FARTHEST), -1):
        if lower[start] in ARTICLES:
            return (start, noun)
        if not lower[start].replace("-", "").isalpha():
            break
    return ()


def _behind(lattice: Lattice, start: int) -> Iterator[Mention]:
    """Yield the names that begin behind a noun: "the coalition Together for Change"; not whose coalition it is."""
    words = lattice.tokens.words
    if start >= len(words):
        return
    end = start
    small = JOINING | lexicon.words("foreign-connector") | lexicon.words("foreign-word")
    while end < len(words) and (words[end][:1].isupper() or (end > start and words[end] in small | {"is"})):
        end += 1
    while end > start and words[end - 1] in small | {"is"}:
        end -= 1
    end = _without_tail(lattice, start, end)
    joined, second, after = (*words[end : end + 3], "", "", "")[:3]
    two = joined == "and" and second[:1].isupper() and after in (",", ".", ";")
    if two and institutions().isdisjoint(words[start:end]):
        yield Mention("name", start, end + 2, lattice.tokens.show(start, end + 2))  # "the list Coast and Land"
        return
    if any(word in small | {"is"} for word in words[start:end]):  # "the coalition Azuria is Growing"
        yield Mention("name", start, end, lattice.tokens.show(start, end))
        return
    for edge in lattice.edges[start]:
        behind, next_one = (*words[edge.end : edge.end + 2], "", "")[:2]
        # "The coalition Ann Lee led" is hers, and "the list Red Party–Green League" is of two.
        led = behind in verbs() and next_one != "by"
        if edge.kind in NAMES and not led and behind not in ("–", "—", "-", "/", "'s", "had", "has"):
            yield edge


def _without_tail(lattice: Lattice, start: int, end: int) -> int:
    """Return where a name ends before what is only told of it: the place where it is, or the party whose it is."""
    words = lattice.tokens.words
    for at in range(start + 1, end - 1):
        if words[at] not in JOINING or words[at + 1] in JOINING:
            continue
        told = lattice.at(at + 1, "party", "territory", "person")
        if told is not None and (told.kind != "territory" or words[at] == "in") and told.kind != "person":
            return at - (words[at - 1] in JOINING) - (words[at] == "the" and words[at - 1] not in JOINING)
    return end


def _before_comma(lattice: Lattice, noun: int) -> Iterator[Mention]:
    """Yield the names that an apposition calls an alliance: "the Democratic Choice of Azuria, a coalition of six"."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    starts = _starts(lattice, noun)
    end = starts[0] - 1 if starts else 0
    if end < 1 or lower[end] != "," or lower[starts[0]] == "the" or lower[noun + 1 : noun + 2] not in APPOSED:
        return
    start = end
    while start and (words[start - 1][:1].isupper() or (start < end and words[start - 1] in JOINING)):
        start -= 1
    while start < end and (words[start] in JOINING or (start == 0 and words[start].lower() in JOINING)):
        start += 1
    if start < end and any(word in JOINING for word in words[start:end]):
        yield Mention("name", start, end, lattice.tokens.show(start, end))
        return
    for edges in lattice.edges[max(0, end - 8) : end]:
        yield from [edge for edge in edges if edge.kind in NAMES and edge.end == end and edge.kind != "group"]


def _of_several(lattice: Lattice, start: int) -> Iterator[Mention]:
    """Yield a name that goes on behind "and" or with a year: "the Alliance for Land and Dignity", "Front for X 99"."""
    words = lattice.tokens.words
    end = start + 1
    if words[end : end + 1] not in (("for",), ("of",)):
        return
    two = _of_two_people(lattice, start)
    if two:
        yield Mention("name", start, two, lattice.tokens.show(start, two))
        return
    while end < len(words) and (words[end][:1].isupper() or words[end] in JOINING):
        end += 1
    last = end
    if words[end : end + 1] == ("and",) and words[start + 1] == "for" and words[end + 1 : end + 2] != ("the",):
        end += 1
        while end < len(words) and words[end][:1].isupper():
            end += 1
        known = any(edge.kind in ("party", "person") for edge in lattice.edges[last + 1]) if end > last + 1 else True
        end = last if known or end == last + 1 else end
    if words[end : end + 1] and words[end].isdigit():
        end += 1
    if end > last and words[last - 1][:1].isupper():
        start = _first_capital(lattice, start)
        yield Mention("name", start, end, lattice.tokens.show(start, end))


def _of_two_people(lattice: Lattice, noun: int) -> int:
    """Return where a name ends that two people gave theirs to, 0 elsewhere: "the Bloc of Ann Lee and Bo Chan"."""
    words = lattice.tokens.words
    first = noun + PAIR
    if words[noun + 1] != "of" or words[first : first + 1] != ("and",):
        return 0
    second = lattice.at(first + 1, "person")
    named = all(word[0].isupper() for word in words[noun + 2 : first])
    return second.end if named and second is not None and second.end - second.start > 1 and not second.items else 0


def _first_capital(lattice: Lattice, noun: int) -> int:
    """Return where a name begins that has words before its noun: "the New Front for Land and Dignity"."""
    words, start = lattice.tokens.words, noun
    while start > 1 and words[start - 1].isalpha() and words[start - 1][0].isupper():
        start -= 1
    return start if lattice.tokens.lower[start - 1 : start] == ("the",) else noun


def _with_article(lattice: Lattice, start: int) -> tuple[int, ...]:
    return (start - 1, start) if start and lattice.tokens.lower[start - 1] == "the" else (start,)
