"""Finds where a party is at home by what its opening sentences name, in whatever words they tell it.

A sentence that says what the article's party is names, as a rule, one country and no other. Where all that it names is
of one country, and one of these names stands where a home stands ("in Ghana", "the Ghanaian left", "the politics of
Ghana"), that is the party's country; a region in such a place is its region.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import normalize

from partygraph.extraction.prose import scope
from partygraph.extraction.prose.homes import landnames, whereabouts
from partygraph.extraction.prose.homes.landnames import Land
from partygraph.extraction.prose.homes.whereabouts import BEGUN, LOOSE, SURE
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.reading import Reading
from partygraph.extraction.prose.registry import Registry
from partygraph.extraction.prose.spellings import DISAMBIGUATION
from partygraph.extraction.prose.tokens import tokenise
from partygraph.model import Entity, Evidence, Fact, Kind, Status, written
from partygraph.rules import lexicon

RULE = "home-in-opening"
OPENINGS = 2
"""How many of an article's sentences about its party can tell where it is at home."""
PLACED = frozenset({"country", "region"})
AWAY = lexicon.words("away-from-home") | lexicon.words("confusion")
PARTLY = lexicon.words("partly")
LOCAL = lexicon.words("of-a-town")
NAMELESS = frozenset({"the", "it", "they", "its", "their"})
PARTIES = lexicon.words("home-noun") | lexicon.words("party-noun") | lexicon.words("movement-noun")
BETWEEN = 5
"""How many words beside those of the title may stand where an article opens with them."""


def read(reading: Reading, registry: Registry, said: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the home that a sentence tells if it is one of the first about the party; ``said`` is what it told else."""
    told = registry.homes | {fact.predicate for fact in said if fact.subject == reading.subject} & PLACED
    if told >= PLACED or not _opens(reading, registry):
        return
    lands = landnames.named(reading.lattice, reading.subject.name) or _meant(reading)
    if len({land.state for land in lands}) != 1 or _is_doubtful(reading):
        return
    enough = _enough(reading, lands[0].state, registry.stated)
    worth = {land: whereabouts.worth(reading.lattice, land) for land in lands}
    homes = {land.name: land for land in reversed(lands) if worth[land] and land.kind not in told}
    # "A party of Azurian nationalists" has no region of its own.
    homes = {name: land for name, land in homes.items() if land.kind == "country" or worth[land] != LOOSE}
    regions = [land for land in homes.values() if land.kind == "region"]
    nationwide = "country" in told or any(land.kind == "country" for land in homes.values())
    several = nationwide and (len(regions) > 1 or not PARTLY.isdisjoint(reading.lattice.present))
    for land in reversed(homes.values()):
        if land.kind == "region" and (several or registry.openings > 1):
            continue  # where a party of a country is strong, or has a seat
        sure = any(worth[one] in enough for one in lands if one.name == land.name)
        sure = sure and (land.kind == "country" or LOCAL.isdisjoint(reading.lattice.present))
        if registry.openings > 1 and not (sure and BEGUN in enough):
            continue  # later sentences go into other matters
        if sure:
            registry.homes.add(land.kind)
        yield Fact(
            subject=reading.subject,
            predicate=land.kind,
            object=Entity(land.name, Kind.PLACE),
            source="prose",
            evidence=(_quote(reading, land),),
            rule=RULE,
            status=Status.ASSERTED if sure else Status.CANDIDATE,
        )


def _opens(reading: Reading, registry: Registry) -> bool:
    """Tell whether a sentence is one of the first that are about the article's party, and count it."""
    if registry.openings >= OPENINGS or PARTIES.isdisjoint(reading.lattice.present):
        return False
    first = registry.openings == 0
    about = (_names_party(reading.lattice) or _has_title(reading)) if first else reading.own
    registry.openings += about
    return about


def _names_party(lattice: Lattice) -> bool:
    """Tell whether a sentence calls the party by a name, and not only "it" or "the party"."""
    words = lattice.tokens.words
    owns = (edge for edges in lattice.edges for edge in edges if edge.kind == "own")
    return any(
        word[0].isupper() and word.lower() not in NAMELESS for edge in owns for word in words[edge.start : edge.end]
    )


def _has_title(reading: Reading) -> bool:
    """Tell whether a sentence begins with the words of the title, whatever stands among them."""
    title = tokenise(DISAMBIGUATION.sub("", reading.subject.name)).words
    told = [plain(word) for word in reading.lattice.tokens.words[: len(title) * 2 + BETWEEN]]
    return len(title) > 1 and (plain("".join(title)) in "".join(told) or set(map(plain, title)) <= {*told, ""})


def plain(word: str) -> str:
    """Return a word without accents and marks, in small letters.

    >>> plain("Azūria"), plain("‘Ai‘a")
    ('azuria', 'aia')
    """
    return "".join(letter for letter in normalize("NFKD", word) if letter.isalnum()).casefold()


def _meant(reading: Reading) -> list[Land]:
    """Return "the country" where the title alone says which: "The Party of Ghana is one of the country's oldest"."""
    states, _ = landnames.of_title(reading.subject.name)
    lower = reading.lattice.tokens.lower
    at = next((at for at in range(1, len(lower)) if lower[at - 1 : at + 1] == ("the", "country")), 0)
    return [Land("country", state, state, at, at + 1, adjective=False) for state in states if at and len(states) == 1]


def _is_doubtful(reading: Reading) -> bool:
    """Tell whether a sentence is about people far from home, about another party, or of what somebody says."""
    words = scope.plain(reading.lattice, 0, len(reading.lattice.tokens))
    claimed = any(scope.holds(words, kind) for kind in ("hedge", "attribution"))
    return claimed or not AWAY.isdisjoint(reading.lattice.present)


def _enough(reading: Reading, state: str, known: Iterable[Fact]) -> set[str]:
    """Return what a place must be worth to be a home; nothing is enough where the title names another country."""
    states, peoples = landnames.of_title(reading.subject.name)
    if states - {state}:
        return set()
    boxed = {landnames.state_of(written(fact.object)) for fact in known if fact.predicate in PLACED}
    if state in states | boxed:
        return {SURE, BEGUN, LOOSE}
    return {SURE, BEGUN} if state in peoples else {SURE}


def _quote(reading: Reading, land: Land) -> Evidence:
    """Quote from the party's name to the land's, whichever comes first."""
    owns = [edge for edges in reading.lattice.edges for edge in edges if edge.kind == "own" and edge.end > edge.start]
    first = min(owns, key=lambda edge: edge.start, default=None)
    start, end = (first.start, first.end) if first is not None else (0, land.end)
    return reading.quote(min(start, land.start), max(end, land.end))
