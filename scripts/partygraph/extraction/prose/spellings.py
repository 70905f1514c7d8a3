"""How a name may be written, shortened and abbreviated: of one body or person, whatever an article calls it first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from partygraph.rules import lexicon

BODY_NOUNS = (
    lexicon.words("party-noun")
    | lexicon.words("movement-noun")
    | lexicon.words("organisation-noun")
    | lexicon.words("alliance-noun")
)
DISAMBIGUATION = re.compile(r"\s*\([^)]*\)$")
INITIALS = re.compile(r"(?:[A-Z]\.-?)+")
"""First names of which only the letters are given: the "B." of "Ann B. Lee", and not "Gov."."""
DASH = re.compile(r"\s*–\s*")
"""A name may be written with or without spaces around it."""
CREEDS = frozenset({"democratic", "democrat", "democrats", "liberal", "social", "socialist", "conservative", "radical"})
"""What another word says more of in front of it, with a hyphen or without: "Social-Democratic", "National-Liberal"."""
SHORTEST_WORD = 5
"""The letters of a name that is a word and no abbreviation, whatever its case."""


def apostrophes(name: str) -> tuple[str, ...]:
    """Return a name as it may be written with the other apostrophe, and a plural without it: "Workers Party"."""
    return (name.replace("'", "’"), name.replace("’", "'"), name.replace("s' ", "s ").replace("s’ ", "s "))


def hyphens(name: str) -> Iterator[str]:
    """Yield a name with a hyphen between two of its words, or with a blank for the one that it has.

    >>> list(hyphens("Social Democratic Party")), list(hyphens("Social-Liberal Union"))
    (['Social-Democratic Party'], ['Social Liberal Union'])
    """
    if "-" in name:
        yield name.replace("-", " ")
    first, _, rest = name.partition(" ")
    if rest.partition(" ")[0].lower() in CREEDS and first.isalpha():
        yield f"{first}-{rest}"


def cases(name: str) -> Iterator[str]:
    """Yield a name of one word as it is written whose letters are all large, and the other way round.

    >>> list(cases("AZURE")), list(cases("Azure")), list(cases("BP"))
    (['Azure'], ['AZURE'], [])
    """
    if name.isalpha() and len(name) >= SHORTEST_WORD:
        if name.isupper():
            yield name.capitalize()
        elif name.istitle():
            yield name.upper()


def unsubtitled(title: str) -> Iterator[str]:
    """Yield a title without what explains it behind a dash; of two names of bodies neither is the whole.

    Other words tell one body from another of its name: "Forum for Reform – Ghana", "Communist Party – Real Truth".
    Initials before the dash are the party's, whatever name stands behind: "CDG – People's Party".

    >>> list(unsubtitled("Alliance B – Citizens for Ghana")), list(unsubtitled("Communist Party – Real Truth"))
    (['Alliance B'], [])
    """
    name, _, rest = title.partition(" – ")
    told = rest.lower().split()
    spelled = name.isalpha() and name.isupper() and len(name) > 1 and not rest.isupper()
    if rest and ((spelled and " " in rest) or ("for" in told and " " in name and BODY_NOUNS.isdisjoint(told))):
        yield name


def members(title: str) -> Iterator[str]:
    """Yield those of whom a party is by its title, as whom it is spoken of itself: "the New Liberals".

    Those who are known by themselves are somebody else: the United States, the European Socialists.

    >>> list(members("Party of New Liberals")), list(members("Party of Work"))
    (['New Liberals'], [])
    >>> list(members("Party of United States")), list(members("Party of European Socialists"))
    ([], [])
    """
    kind, _, rest = title.partition(" of ")
    words = rest.removeprefix("the ").split()
    if (
        kind == "Party"
        and len(words) > 1
        and " ".join(words) not in lexicon.territories()
        and words[0] not in lexicon.demonyms()
        and words[0] not in ("European", "United")
        and words[-1].endswith("s")
        and all(word.istitle() for word in words)
    ):
        yield " ".join(words)


@lru_cache(maxsize=64)
def nouns_of(name: str) -> frozenset[str]:
    """Return the nouns that "the party" may be called by, given its name."""
    base = DISAMBIGUATION.sub("", name).lower().split()
    nouns = lexicon.words("party-noun") | lexicon.words("movement-noun") | lexicon.words("organisation-noun")
    ends = {word for word in (base[-1:] + base[:1]) if word in nouns}
    return frozenset({"party", "organisation", "organization", "grouping"} | ends)


def located(title: str) -> Iterator[str]:
    """Yield the names that a party has by the country that its title adds in brackets.

    >>> sorted(located("Labour Party (Malta)"))
    ['Labour Party of Malta', 'Malta Labour Party', 'Maltese Labour Party']
    >>> list(located("Labour Party (1990)"))
    []
    """
    name = DISAMBIGUATION.sub("", title)
    place = title[len(name) :].strip(" ()").partition(",")[0]
    territory = lexicon.territories().get(place)
    if territory is None:
        return
    yield f"{name} of {place}"
    for word in (place, *(word for word, other in lexicon.demonyms().items() if other.name == territory.name)):
        if word not in name.split():
            yield f"{word} {name}"


def parted(title: str) -> Iterator[str]:
    """Yield how a name may be written whose last word is a country.

    >>> list(parted("Green Party Ghana")), list(parted("Green Party of Ghana"))
    (['Green Party, Ghana'], [])
    """
    name, _, place = title.rpartition(" ")
    if place in lexicon.territories() and " " in name and name.rpartition(" ")[2].lower() in BODY_NOUNS:
        yield f"{name}, {place}"


def fronts(name: str) -> set[str]:
    """Return what a name is shortened to: without its place, and without the noun that ends it.

    >>> sorted(fronts("Green Party of Canada")), sorted(fronts("Homeland Labour Party"))
    (['Green Party'], ['Homeland Labour'])
    """
    found = set()
    words = DISAMBIGUATION.sub("", name).split()
    for at, word in enumerate(words):
        if word in ("of", "in", "for") and at > 1 and words[at - 1].lower() in BODY_NOUNS:
            where = lexicon.territories().get(" ".join(words[at + 1 :]).removeprefix("the "))
            if where is not None and where.kind != "country" and words[at - 1].lower() in lexicon.words("party-noun"):
                break  # the Green Party of Bavaria is not the Green Party
            found.add(" ".join(words[:at]))
            break
    if len(words) > 2 and words[-1].lower() in ("party", "movement", "alliance", "union", "front", "league"):
        found.add(" ".join(words[:-1]))
    return found


def shortens(name: str, full: str) -> bool:
    """Tell whether a name is the end of a fuller one, and what is left out is no title ("Gov. Ann Lee")."""
    if " " in name and full.startswith(f"{name} "):
        return True
    first = full.removesuffix(f" {name}")
    titled = any("." in word and INITIALS.fullmatch(word) is None for word in first.split())
    return first != full and not titled and first.lower() not in lexicon.words("person-title")


def initials(words: list[str]) -> str:
    """Return the capital letters that words begin with.

    >>> initials("Party of the Free People".split())
    'PFP'
    """
    return "".join(word[0] for word in words if word[:1].isupper())
