"""The word lists of ontology/lexicon: what words mean, kept as tables so that no language stands in the code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from partygraph.errors import Place, RuleError
from partygraph.resources import folder

SUPERLATIVES = ("largest", "oldest", "biggest", "smallest", "strongest", "youngest")
"""What the words for a rank among parties end in, alone or as in "third-largest"."""
TRADE_ENDINGS = ("er", "or", "ist", "ant", "ent", "ian", "man", "woman", "host", "nurse", "mason", "chief", "athlete")
"""What the words for a person's trade or rank end in."""
CREED_ENDINGS = ("ist", "crat")
"""What the nouns for whoever holds a doctrine end in."""
DOCTRINE_ENDINGS = (
    "ism",
    "cracy",
    "politics",
    "rights",
    "tva",
    "ization",
    "isation",
    "economy",
    "Slavism",
    "integration",
)
"""What the nouns among the words for ideologies end in."""


class Term(NamedTuple):
    """A term of one or more words: its class (``role``, ``position``, ``ideology`` ...) and how a fact names it."""

    words: tuple[str, ...]
    kind: str
    name: str
    within: str = ""
    """The country in whose articles alone the term has this sense; empty for everywhere."""


@dataclass(frozen=True, slots=True)
class Territory:
    """A country or a region; ``within`` is the country that a region lies in, ``kind`` is ``country`` or ``region``."""

    name: str
    kind: str
    within: str


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Read a table: tab-separated, ``#`` begins a comment line, the first other line names the columns.

    Raises:
        RuleError: a row has more cells than the table has columns.
    """
    header: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
            continue
        if len(cells) > len(header):
            raise RuleError(
                f"{len(cells)} cells, and the table has {len(header)} columns", where=Place(str(path), number)
            )
        if len(cells) < len(header):
            cells += [""] * (len(header) - len(cells))
        yield dict(zip(header, cells, strict=True))


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of a class of ``names.tsv``, ``scope.tsv`` or ``context.tsv``, all in lower case.

    >>> "league" in words("party-noun")
    True
    """
    return _classes().get(kind, frozenset())


@cache
def vocabulary() -> frozenset[str]:
    """Return every single word of the tables, in lower case: what is none of them may be a proper name.

    >>> {"national", "labour", "green"} <= vocabulary(), "hendrickse" in vocabulary()
    (True, False)
    """
    classes = (word for group in _classes().values() for text in group for word in text.split())
    named = (word for group in terms().values() for term in group for word in term.words)
    return frozenset((*classes, *(word.lower() for word in named)))


@cache
def phrases(kind: str) -> frozenset[tuple[str, ...]]:
    """Return the entries of a class as sequences of words."""
    return frozenset(tuple(word.split()) for word in words(kind))


@cache
def openers(*kinds: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the entries of some classes as sequences of words, by their first word, the longest first.

    >>> openers("negation")["contrary"]
    (('contrary', 'to'),)
    """
    return by_first(*(sequence for kind in kinds for sequence in phrases(kind)))


def by_first(*sequences: tuple[str, ...]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Sort sequences of words by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for sequence in sorted(set(sequences), key=lambda words: (-len(words), words)):
        found.setdefault(sequence[0], []).append(sequence)
    return {first: tuple(group) for first, group in found.items()}


@cache
def terms() -> Mapping[str, tuple[Term, ...]]:
    """Return the terms of politics and ideologies by their first word in lower case, the longest first."""
    found: dict[str, list[Term]] = {}
    for row in rows(folder("ontology") / "lexicon" / "politics.tsv"):
        for text in row["words"].split("|"):
            _enter(found, text, row["class"], row["name"] or text, row["in"])
    for row in rows(folder("ontology") / "lexicon" / "affiliations.tsv"):
        for text in row["words"].split("|"):
            _enter(found, text, row["class"], row["name"] or text)
    for row in rows(folder("ontology") / "lexicon" / "ideologies.tsv"):
        words = row["surfaces"].split("|")
        joined = (text.replace(" ", "-") for text in words if text.count(" ") == 1)
        for text in dict.fromkeys((*words, *joined)):
            _enter(found, text, "ideology", row["concept"])
    for name in territories():
        _enter(found, name, "territory", territories()[name].name)
    for text, territory in demonyms().items():
        _enter(found, text, "demonym", territory.name)
    return {first: tuple(sorted(group, key=lambda term: -len(term.words))) for first, group in found.items()}


@cache
def territories() -> Mapping[str, Territory]:
    """Return the countries and regions by each of their names.

    >>> territories()["U.S."].name
    'United States'
    """
    found: dict[str, Territory] = {}
    for row in _places():
        territory = Territory(row["name"], row["kind"], row["within"])
        for name in (row["name"], *filter(None, row["other"].split("|"))):
            found[name] = territory
    return found


@cache
def demonyms() -> Mapping[str, Territory]:
    """Return the territory that a demonym belongs to."""
    return {
        word: Territory(row["name"], row["kind"], row["within"])
        for row in _places()
        for word in row["demonyms"].split("|")
        if word
    }


def _enter(found: dict[str, list[Term]], text: str, kind: str, name: str, within: str = "") -> None:
    sequence = tuple(text.lower().replace("'s", " 's").replace("s' ", "s ' ").split())
    found.setdefault(sequence[0], []).append(Term(sequence, kind, name, within))


def _places() -> Iterator[dict[str, str]]:
    return rows(folder("ontology") / "lexicon" / "places.tsv")


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    lexicon = folder("ontology") / "lexicon"
    return {
        row["class"]: frozenset(row["words"].split("|"))
        for name in ("names.tsv", "scope.tsv", "context.tsv")
        for row in rows(lexicon / name)
    }


@cache
def terms_in(kind: str) -> tuple[str, ...]:
    """Return the countries in which terms of a class have their sense, in alphabetical order."""
    return tuple(
        sorted({term.within for group in terms().values() for term in group if term.kind == kind and term.within})
    )
