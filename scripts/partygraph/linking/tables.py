"""The link tables of data/links/, ready to be asked: which item is this page, this name, this mention?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from partygraph.linking import concepts, keys, sssom
from partygraph.resources import folder

DECISIONS = "decisions.sssom.tsv"
"""The table that ``link --review`` writes: what people confirmed."""
DENY = "deny.tsv"
"""The wrong matches that must never come back."""

CONCEPTS = frozenset({"ideology", "position", "religion"})


class Key(NamedTuple):
    """What a mapping is about: ``page`` and its title, ``name`` in a context, ``article`` with kind and name, ``type``.

    ``scope`` is the article's title for a mention inside one article, else empty.
    """

    sort: str
    scope: str
    category: str
    text: str


PARTY_TYPE = Key("type", "", "", "schema:PoliticalParty")


@dataclass(frozen=True, slots=True)
class Tables:
    """All mappings by key, and the pairs of key and item that were refused."""

    rows: Mapping[Key, tuple[sssom.Row, ...]]
    denied: frozenset[tuple[Key, str]]

    def find(self, key: Key) -> tuple[sssom.Row, ...]:
        """Return the mappings of a key that nobody refused, the surest first."""
        return tuple(row for row in self.rows.get(key, ()) if not self.is_denied([key], row.qid))

    @property
    def party_types(self) -> frozenset[str]:
        """The items that a party may be an instance of."""
        return frozenset(row.qid for row in self.rows.get(PARTY_TYPE, ()))

    def is_denied(self, wanted: Iterable[Key], qid: str) -> bool:
        """Tell whether the deny list has the item for any of these keys, in this context or in all."""
        return any((key, qid) in self.denied or (key._replace(category=""), qid) in self.denied for key in wanted)


def page_key(title: str) -> Key:
    """Return the key of a Wikipedia page."""
    return Key("page", "", "", keys.title(title))


def name_key(context: str, name: str, scope: str = "") -> Key:
    """Return the key of a name as a value in a context, of one article (its title) or of all (empty)."""
    return Key("name", scope, context, keys.concept(name) if context in CONCEPTS else keys.name(name))


def mention_key(article: str, kind: str, name: str) -> Key:
    """Return the key of a mention inside one article."""
    return Key("article", keys.title(article), kind, keys.name(name))


def row_key(row: sssom.Row) -> Key:
    """Return what a mapping is about."""
    if row.subject_id.startswith("enwiki:"):
        # The tables are written with titles in the wiki's form and with names as keys: nothing is left to fold.
        return Key("page", "", "", row.subject_label)
    if row.subject_source:
        article = row.subject_source.removeprefix("enwiki:")
        return mention_key(article, row.subject_category, row.subject_label)
    if row.subject_id == PARTY_TYPE.text:
        return PARTY_TYPE
    return Key("name", "", row.subject_category, row.subject_label)


def tables_of(sets: Iterable[sssom.Table]) -> Tables:
    """Put tables together; a mapping with the modifier ``Not`` goes to the deny list."""
    rows: dict[Key, list[sssom.Row]] = {}
    denied: set[tuple[Key, str]] = set()
    for table in sets:
        for row in table.rows:
            if row.predicate_modifier == sssom.NOT:
                denied.add((row_key(row), row.qid))
            elif row not in (several := rows.setdefault(row_key(row), [])):
                several.append(row)
    ordered = {
        key: tuple(sorted(several, key=lambda row: -float(row.confidence or 0)) if len(several) > 1 else several)
        for key, several in rows.items()
    }
    return Tables(ordered, frozenset(denied))


def read(*paths: Path) -> Tables:
    """Read all tables of folders, ``*.sssom.tsv`` and deny lists, and beside them the shipped concept schemes."""
    found = [[*sorted(path.glob("*.sssom.tsv")), path / DENY] for path in dict.fromkeys(paths)]
    files = [file for several in found for file in several if file.exists()]
    schemes = concepts.read(folder("ontology") / "concepts.ttl")
    return tables_of((*map(sssom.read, files), schemes))


@cache
def shipped() -> Tables:
    """Return the tables that come with partygraph."""
    return read(links_folder())


def links_folder() -> Path:
    """Return where the tables lie: data/links/ of the checkout or the wheel."""
    return folder("data") / "links"
