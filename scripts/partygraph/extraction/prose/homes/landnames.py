"""Lists the countries and regions that a sentence names as such, and not within a name, a bracket or a language."""

from __future__ import annotations

from dataclasses import dataclass, replace

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.tokens import closing, tokenise
from partygraph.rules import lexicon

KINDS = ("country", "region", "country-demonym", "region-demonym", "territory")
NAMES = frozenset(
    {"party", "own", "other-party", "organisation", "person", "election", "alliance", "affiliation", "group", "quoted"}
)
"""Whose name may have a country's in it."""
OPENING_MARKS = {"(": ")", "“": "”", "«": "»"}


@dataclass(frozen=True, slots=True)
class Land:
    """A country or region where a sentence names it, by its name or its adjective; ``state`` is the country."""

    kind: str
    name: str
    state: str
    start: int
    end: int
    adjective: bool


def named(lattice: Lattice, title: str) -> list[Land]:
    """Return the countries and regions of a sentence, in its order; a people, language or part of the title is none."""
    aside = _aside(lattice) | _of_title(lattice, title)
    found: list[Land] = []
    at = 0
    while at < len(lattice.tokens):
        mention = _longest(lattice, at)
        if mention is not None and at not in aside and not _is_language(lattice, mention):
            land = _land(mention, at)
            found += [land, *_country_in(lattice, land)] if land is not None else []
        at = mention.end if mention is not None else at + 1
    return found


def of_title(title: str) -> tuple[set[str], set[str]]:
    """Return the countries whose names, and those whose adjectives, are in a party's title.

    >>> of_title("Croatian Party of Alaska (1990)")
    ({'United States'}, {'Croatia'})
    """
    words = title.partition(" (")[0].split()
    places: set[str] = set()
    peoples: set[str] = set()
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            text = " ".join(words[start:end]).removesuffix("'s")
            if text in lexicon.territories():
                places.add(state_of(text))
            if text in lexicon.demonyms():
                peoples.add(state_of(lexicon.demonyms()[text].name))
    return places, peoples


def state_of(name: str) -> str:
    """Return the country that a place of the tables is or lies in; another name is its own.

    >>> state_of("Alaska"), state_of("Ghana"), state_of("Kingdom of Azuria")
    ('United States', 'Ghana', 'Kingdom of Azuria')
    """
    known = lexicon.territories().get(name)
    return known.within or known.name if known is not None else name


def _longest(lattice: Lattice, at: int) -> Mention | None:
    """Return the longest mention of a country or region that begins at a word, a plain name before its likes."""
    edges = [edge for edge in lattice.edges[at] if edge.kind in KINDS and edge.end > at and not edge.items]
    return max(edges, key=lambda edge: (edge.end, -KINDS.index(edge.kind)), default=None)


def _land(mention: Mention, at: int) -> Land | None:
    """Return what a mention names; nothing for a region that no table knows, for it may lie anywhere."""
    name = mention.entity.name if mention.entity is not None else mention.name
    known = lexicon.territories().get(name)
    kind = known.kind if known is not None else mention.kind.removesuffix("-demonym")
    if known is None and kind != "country":
        return None
    return Land(kind, name, state_of(name), at, mention.end, mention.kind.endswith("-demonym"))


def _country_in(lattice: Lattice, region: Land) -> list[Land]:
    """Return the country whose adjective stands in what a region is called: "the Indian state of Assam"."""
    words = set(lattice.tokens.words[region.start : region.end]) - set(region.name.split())
    peoples = {lexicon.demonyms()[word].name for word in words & set(lexicon.demonyms())}
    told = region.kind == "region" and region.state != region.name and region.state in peoples
    return [replace(region, kind="country", name=region.state)] if told else []


def _aside(lattice: Lattice) -> set[int]:
    """Return the words in brackets and quotes, and those of names that are more than a country's."""
    tokens = lattice.tokens
    found: set[int] = set()
    for at, word in enumerate(tokens.words):
        if word == "(":
            found.update(range(at, closing(tokens.lower, at) or len(tokens)))
        elif word in OPENING_MARKS and OPENING_MARKS[word] in tokens.words[at:]:
            found.update(range(at, tokens.words.index(OPENING_MARKS[word], at)))
    for edges in lattice.edges:
        for edge in edges:
            first = edge.start + (tokens.lower[edge.start : edge.start + 1] == ("the",))
            if edge.kind not in NAMES or edge.items or edge.end - first < 2:
                continue
            capitals = tokens.words[first][0].isupper() and tokens.words[edge.end - 1][0].isupper()
            if capitals and " ".join(tokens.words[first : edge.end]) not in lexicon.territories():
                found.update(range(edge.start, edge.end))
    return found


def _of_title(lattice: Lattice, title: str) -> set[int]:
    """Return the words at which the title stands."""
    words = tokenise(title).words
    every = lattice.tokens.words
    starts = [at for at in range(len(every)) if every[at : at + len(words)] == words] if len(words) > 1 else []
    return {at for start in starts for at in range(start, start + len(words))}


def _is_language(lattice: Lattice, mention: Mention) -> bool:
    """Tell whether an adjective is a language's or a people's: "in English the Blue Party", "the Russian minority"."""
    lower = lattice.tokens.lower
    if not mention.kind.endswith("-demonym"):
        return False
    before = lower[mention.start - 1 : mention.start]
    compass = before != () and before[0] in lexicon.words("direction") | lexicon.words("continental")
    if compass and lattice.tokens.words[mention.start - 1][0].isupper():
        return True  # "the West Indian party", "a Latin American movement"
    behind = lower[mention.end : mention.end + 1]
    if behind != () and behind[0] in lexicon.words("people-noun") | lexicon.words("language-noun"):
        return True
    if before == ("in",):
        return lexicon.words("home-noun").isdisjoint(lower[mention.end : mention.end + 2])  # "in French it is called"
    ends = behind == () or not behind[0].isalpha() or behind[0] in lexicon.words("function-word")
    return ends and before in (("and",), ("or",))
