"""What an article is about, by the keys of its infobox and by the first sentence of its lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from partygraph.errors import Place, RuleError
from partygraph.model import Subject
from partygraph.resources import folder

PARTY_TEMPLATES = frozenset({"infobox political party", "infobox party", "infobox political alliance"})
_COPULA = re.compile(
    r"\b(?:is|was|were|are|has been|became)\s+(?:(?:one of|both|also|formerly|originally)\s+)?"
    r"|(?<=[)\"”])\s+[—–]\s+"  # "Azure Unity" (Azure) — a centrist party
)
_POLITICAL_PARTY = re.compile(r"\b(?:is|was) an? (?:(?!of\b|the\b|to\b)[\w-]+,? ){0,6}?party\b")
STRONG = -12
"""A sum from which on no lead outvotes the keys: nobody who was born is a party."""
_WINDOW = 240
"""How many characters of the lead's first sentence behind its verb are looked at."""


def judge(template: str | None, keys: Iterable[str], lead: str) -> Subject:
    """Tell what an article is about.

    ``template`` is the infobox's name where the form tells it, ``keys`` its folded keys, ``lead`` the first sentence.
    Keys decide before words: the infobox of a city names a founder and seats, too, but it has a population. Only where
    they speak softly, as "Parliament: 3 / 52" does, a lead that says "is a political party" is believed.

    >>> judge(None, ["settlement_type", "founder", "country"], "")
    <Subject.OTHER: 'other'>
    >>> judge(None, [], "The Blue List is a political party in Aldmoor.")
    <Subject.PARTY: 'party'>
    """
    if template is not None:
        return _of_template(template)
    found = list(keys)
    votes = [_weights().get(key, 0) for key in found]
    score = sum(votes)
    if score < 0 and score > STRONG and _POLITICAL_PARTY.search(lead):
        return Subject.PARTY
    if score:
        return Subject.PARTY if score > 0 else Subject.OTHER
    return _of_lead(lead)


def by_title(title: str) -> Subject:
    """Tell what a title says by itself: "A Party" and "A Party (Aldmoor)" name parties, "A Party election" does not.

    >>> by_title("Promise Party (Aldmoor)"), by_title("Party leadership")
    (<Subject.PARTY: 'party'>, <Subject.UNKNOWN: 'unknown'>)
    """
    words = re.sub(r"\s*\([^()]*\)$", "", title).split()
    return Subject.PARTY if words and words[-1].lower() in ("party", "parties") else Subject.UNKNOWN


def _of_template(template: str) -> Subject:
    name = re.sub(r"[\s_]+", " ", template).strip().lower()
    return Subject.PARTY if name in PARTY_TEMPLATES else Subject.OTHER


def _of_lead(lead: str) -> Subject:
    verb = _COPULA.search(lead)
    if not verb:
        return Subject.UNKNOWN
    words = re.findall(r"[^\W\d_]+", lead[verb.end() : verb.end() + _WINDOW].lower())
    nouns = _nouns()
    verdicts = [nouns[word] for word in words if word in nouns]
    return verdicts[0] if verdicts else Subject.UNKNOWN


@cache
def _weights() -> Mapping[str, int]:
    return {key: weight for key, kind, weight in _table() if kind == "key"}


@cache
def _nouns() -> Mapping[str, Subject]:
    rows = ((key, weight) for key, kind, weight in _table() if kind == "noun")
    return {key: Subject.PARTY if weight > 0 else Subject.OTHER for key, weight in rows}


def _table() -> tuple[tuple[str, str, int], ...]:
    path = folder("ontology") / "subjects.tsv"
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 3 or not re.fullmatch(r"-?[0-9]+|weight", cells[2]):
            raise RuleError("a row needs three cells: word, kind, weight", where=Place(str(path), number))
        if cells[2] != "weight":
            rows.append((cells[0], cells[1], int(cells[2])))
    return tuple(rows)
