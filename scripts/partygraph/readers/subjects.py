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
    r"\b(?:is|was|were|are|has been|became|existed as|operated as)\s+(?:(?:one of|both|also|formerly|originally)\s+)?"
    r"|(?<=[)\"”])\s+[—–]\s+"  # "Azure Unity" (Azure) — a centrist party
)
_POLITICAL_PARTY = re.compile(r"\b(?:is|was) an? (?:(?!of\b|the\b|to\b)[\w-]+,? ){0,6}?party\b")
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_WING = re.compile(r"[–—-][A-Z]\w+$")
"""What tells a party from another of its name behind a dash, as a rule who led it: "Promise Party–Obe"."""
_PARTY_NOUN = re.compile(r"\b(?:party|parties|political|electoral)\b")
"""What an apposition must have: "a league" may be one of football."""
_POLITICAL = re.compile(r"\b(?:party|parties|politics|political|electoral)\b")
_AS_PARTY = re.compile(
    r"\b[Tt]he party (?:(?:has|had|also|then|first|managed to|failed to) )?"
    r"(?:won|win|gain|gained|took|take|ran|stood|contested|nominated|entered|lost|fielded|held|holds|received)\b"
)
"""What only a party does, told of one that has been named before."""
_HEAD = re.compile(r"[^,;:.()]*?(?=\s(?:of|in|for|to|from|at|on|that|which|who|until|when|with|by)\b|[,;:.()]|$)")
"""The noun of a description, with what stands before it."""
_WORDS = r"(?:[^\W\d_a-z][\w'’\"“”-]*|and|&)"
_OF_PARTY = re.compile(rf"(?:{_WORDS}\s+)*Party (?:of|for)(?:\s+(?:the|of|{_WORDS}))+")
"""A name such as "Party of the Plain" or "Social Democratic Party of Aldmoor", and nothing behind it."""
STRONG = -12
"""A sum from which on no lead outvotes the keys: nobody who was born is a party."""
_WINDOW = 240
"""How many characters of the lead's first sentence behind its verb are looked at."""


def judge(template: str | None, keys: Iterable[str], lead: str, title: str = "") -> Subject:
    """Tell what an article is about.

    ``template`` is the infobox's name where the form tells it, ``keys`` its folded keys, ``lead`` the first sentence,
    in which ``title`` may have an apposition.
    Keys decide before words: the infobox of a city names a founder and seats, too, but it has a population. Only where
    they speak softly, as "Parliament: 3 / 52" does, a lead that says "is a political party" is believed.

    >>> judge(None, ["settlement_type", "founder", "country"], "")
    <Subject.OTHER: 'other'>
    >>> judge(None, [], "The Blue List is a political party in Aldmoor.")
    <Subject.PARTY: 'party'>
    >>> judge(None, [], "The Blue List (BL), a party in Aldmoor, met in 1990.", "Blue List (Aldmoor)")
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
    told = _first(_behind_verb(lead)) or _first(_apposition(lead, title)) or Subject.UNKNOWN
    if told is Subject.OTHER and by_title(title) is Subject.PARTY and not _first(_head(_behind_verb(lead))):
        # "The Azure Party was a force of weight until the election of 2001" calls it no election.
        return Subject.UNKNOWN
    return told


def by_title(title: str, lead: str = "") -> Subject:
    """Tell what a title says by itself: "A Party" and "A Party (Aldmoor)" name parties, "A Party election" does not.

    That of a league, front or bloc does so where the ``lead`` speaks of it and of politics.

    >>> by_title("Promise Party (Aldmoor)"), by_title("Party leadership")
    (<Subject.PARTY: 'party'>, <Subject.UNKNOWN: 'unknown'>)
    >>> by_title("Promise Party–Obe"), by_title("Promise Party–Azure Party relations")
    (<Subject.PARTY: 'party'>, <Subject.UNKNOWN: 'unknown'>)
    >>> by_title("Azure Bloc", "The Azure Bloc dominated the politics of Aldmoor.")
    <Subject.PARTY: 'party'>
    """
    name = _BRACKET.sub("", title)
    last = _WING.sub("", name).lower().split()[-1:]
    named = last in (["party"], ["parties"]) or _OF_PARTY.fullmatch(name)
    sort = _nouns().get(last[0]) if last and " " in name else None
    political = sort is Subject.PARTY and name in lead and _POLITICAL.search(lead)
    return Subject.PARTY if named or political else Subject.UNKNOWN


def by_reference(lead: str, text: str) -> Subject:
    """Tell what an article is about that names it by a noun of many uses first, and calls it "the party" where it wins.

    >>> lead = "The Azure Guard was a group of farmers in Aldmoor."
    >>> by_reference(lead, "At the 1894 election, the party gained nine seats."), by_reference(lead, "It had a band.")
    (<Subject.PARTY: 'party'>, <Subject.UNKNOWN: 'unknown'>)
    """
    words = re.findall(r"[^\W\d_]+", _head(_behind_verb(lead)).lower())
    called = not _soft_nouns().isdisjoint(words) and _AS_PARTY.search(text)
    return Subject.PARTY if called else Subject.UNKNOWN


def _of_template(template: str) -> Subject:
    name = re.sub(r"[\s_]+", " ", template).strip().lower()
    return Subject.PARTY if name in PARTY_TEMPLATES else Subject.OTHER


def _head(description: str) -> str:
    """Return a description up to its noun: "a force" of "a force of some weight until the election of 2001"."""
    found = _HEAD.match(description)
    return found[0] if found else ""


def _behind_verb(lead: str) -> str:
    verb = _COPULA.search(lead)
    return lead[verb.end() : verb.end() + _WINDOW] if verb else ""


def _apposition(lead: str, title: str) -> str:
    """Return what a first sentence says of a title beside it: "A minor party in Aldmoor, the Blue List met in 1990"."""
    if not title:
        return ""
    name = re.escape(_BRACKET.sub("", title))
    behind = re.match(rf"(?:The\s+)?{name}\s*(?:\([^()]*\)\s*)?(?:,[^,]*)?,\s+(?:an?|one of)\s([^,]+),", lead)
    before = re.match(rf"(?:An?|One of)\s([^,]+),\s+(?:the\s+)?{name}\b", lead)
    found = behind or before
    return found[1] if found and _PARTY_NOUN.search(found[1]) else ""


def _first(text: str) -> Subject | None:
    """Return what the first noun that tells says, if there is one; "the Country Party" tells of no country."""
    words = re.findall(r"[^\W\d_]+", text)
    told = [_nouns().get(word.lower()) for word in words]
    for at, verdict in enumerate(told):
        named = words[at][0].isupper() and told[at + 1 : at + 2] == [Subject.PARTY] and words[at + 1][0].isupper()
        if verdict is not None and not (verdict is Subject.OTHER and named):
            return verdict
    return None


@cache
def _weights() -> Mapping[str, int]:
    return {key: weight for key, kind, weight in _table() if kind == "key"}


@cache
def _nouns() -> Mapping[str, Subject]:
    rows = ((key, weight) for key, kind, weight in _table() if kind == "noun")
    return {key: Subject.PARTY if weight > 0 else Subject.OTHER for key, weight in rows}


@cache
def _soft_nouns() -> frozenset[str]:
    return frozenset(key for key, kind, _ in _table() if kind == "soft-noun")


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
