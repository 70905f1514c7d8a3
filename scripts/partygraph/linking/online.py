"""Links mentions by looking items up: by sitelink title first, then by name with type, country, date, statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from partygraph.linking import keys
from partygraph.linking.evidence import COMPOSITE, CONTEXTS, MANUAL, SITELINK
from partygraph.linking.items import Item
from partygraph.linking.knowledge import Knowledge
from partygraph.linking.lookup import denied_keys, look_up
from partygraph.linking.matches import SURE, Feature, Match, links_of
from partygraph.linking.mentions import CONTEXT_OF, Mention, Setting, is_subject, mentions, setting
from partygraph.linking.reconciliation import Query, reconcile
from partygraph.linking.tables import Tables
from partygraph.model import Entity, Extraction, Kind

STATED = 0.97
"""The confidence of a name that is the label of a value which the same party's statement has."""

ONLINE_CONTEXT = {
    **CONTEXT_OF,
    "leader": "officer",
    "founder": "officer",
    "foundingOrganisation": "officer",
    "predecessor": "organisation",
    "successor": "organisation",
    "splitFrom": "organisation",
    "mergedFrom": "organisation",
    "mergedInto": "organisation",
    "youthWing": "organisation",
    "newspaper": "organisation",
    "affiliationNational": "affiliation",
    "alliance": "affiliation",
    "region": "headquarters",
}
"""Predicate or qualifier -> the context whose properties of Wikidata may have the value."""
OWN_NAMES = frozenset({"name", "nativeName", "altName"})
PROPERTIES = {context.name: context.properties for context in CONTEXTS}
KEY = {context.name: context.key for context in CONTEXTS}
Named = Mapping[tuple[str, Entity], tuple[Match, ...]]
"""Article and entity -> matches by name: one name means two parties in two articles."""


@dataclass(frozen=True, slots=True)
class Read:
    """An extraction with what it mentions and what the tables say of it."""

    extraction: Extraction
    mentions: tuple[Mention, ...]
    setting: Setting
    offline: tuple[Match, ...]


def ask(extractions: Iterable[Extraction], tables: Tables, knowledge: Knowledge) -> tuple[tuple[Match, ...], ...]:
    """Return the matches of each extraction, from the tables and what can be looked up together.

    What a person decided stands above everything; a sitelink stands above what the tables hold by evidence alone.

    Raises:
        RemoteError: the endpoint failed for good; what it answered is in the cache.
    """
    reads = [_read(extraction, tables) for extraction in extractions]
    titles = knowledge.by_title(title for read in reads for title in _titles(read))
    named = _named_parties(reads, titles, tables, knowledge)
    subjects = {_subject_item(read, titles, named) for read in reads} - {""}
    items = knowledge.items(subjects) if subjects else {}
    return tuple(_matches(read, titles, named, items, tables) for read in reads)


def _read(extraction: Extraction, tables: Tables) -> Read:
    found, where = mentions(extraction), setting(extraction)
    return Read(extraction, found, where, look_up(found, where, tables))


def _titles(read: Read) -> list[str]:
    return [read.setting.article, *(m.entity.link for m in read.mentions if m.entity.link)]


def _subject(read: Read) -> Mention | None:
    return next((m for m in read.mentions if is_subject(m.entity, read.setting.article)), None)


def _subject_item(read: Read, titles: Mapping[str, tuple[str, str]], named: Named) -> str:
    subject = _subject(read)
    if subject is None:
        return ""
    decided = links_of(tuple(m for m in read.offline if m.justification == MANUAL)).get(subject.entity)
    if decided:
        return decided
    if read.setting.article in titles:
        return titles[read.setting.article][0]
    sure = [match.qid for match in named.get((read.setting.article, subject.entity), ()) if match.sure]
    return sure[0] if sure else links_of(read.offline).get(subject.entity, "")


def _matches(
    read: Read,
    titles: Mapping[str, tuple[str, str]],
    named: Named,
    items: Mapping[str, Item],
    tables: Tables,
) -> tuple[Match, ...]:
    by_entity: dict[Entity, list[Match]] = {}
    for match in read.offline:
        by_entity.setdefault(match.entity, []).append(match)
    party = items.get(_subject_item(read, titles, named))
    found: list[Match] = []
    for mention in read.mentions:
        known = by_entity.get(mention.entity, [])
        ways = (
            [match for match in known if match.justification == MANUAL and match.sure],
            _by_title(mention, read.setting, titles),
            [match for match in known if match.sure],
            [] if party is None or mention is _subject(read) else _stated(mention, party),
            list(named.get((read.setting.article, mention.entity), ())),
            known,
        )
        refused = denied_keys(mention, read.setting)
        allowed = ([m for m in way if not tables.is_denied(refused, m.qid)] for way in ways)
        found += next((way for way in allowed if way), [])
    return tuple(found)


def _by_title(mention: Mention, where: Setting, titles: Mapping[str, tuple[str, str]]) -> list[Match]:
    entity = mention.entity
    title = keys.title(entity.link) if entity.link else where.article if is_subject(entity, where.article) else ""
    if title not in titles:
        return []
    qid, label = titles[title]
    return [Match(entity, qid, label, SITELINK, 1.0, (Feature("sitelink", title, 1.0),), "sitelink")]


def _stated(mention: Mention, party: Item) -> list[Match]:
    """Match a name with the values that the party's own statements have in the same role."""
    entity = mention.entity
    found: dict[str, Match] = {}
    for context in dict.fromkeys(ONLINE_CONTEXT[role] for role in mention.roles if role in ONLINE_CONTEXT):
        for value in party.values(*PROPERTIES[context]):
            if value.kind == "item" and value.label and KEY[context](value.label) == KEY[context](entity.name):
                features = (
                    Feature("name", f"{entity.name} = {value.label}", 0.5),
                    Feature("statement", f"{party.qid} has it as {context}", STATED - 0.5),
                )
                found[value.text] = Match(entity, value.text, value.label, COMPOSITE, STATED, features, party.qid)
    if len(found) > 1:  # two items of one name in one role: a person must say which
        return [_weaker(match) for match in found.values()]
    return list(found.values())


def _weaker(match: Match) -> Match:
    rival = Feature("rival", "another value has the same name", -0.3)
    score = round(match.confidence - 0.3, 3)
    return Match(
        match.entity, match.qid, match.label, match.justification, score, (*match.features, rival), match.table
    )


def _named_parties(
    reads: list[Read],
    titles: Mapping[str, tuple[str, str]],
    tables: Tables,
    knowledge: Knowledge,
) -> dict[tuple[str, Entity], tuple[Match, ...]]:
    """Reconcile by name, country and year the parties that neither tables nor titles know."""
    wanted: list[tuple[Mention, Read]] = []
    for read in reads:
        sure = set(links_of(read.offline))
        for mention in read.mentions:
            entity = mention.entity
            if entity.kind is Kind.PARTY and entity not in sure and not _by_title(mention, read.setting, titles):
                wanted.append((mention, read))
    if not wanted:
        return {}
    names = knowledge.by_name(name for mention, read in wanted for name in _names(mention, read))
    items = knowledge.items({qid for qids in names.values() for qid in qids}) if names else {}
    found: dict[tuple[str, Entity], tuple[Match, ...]] = {}
    for mention, read in wanted:
        qids = dict.fromkeys(qid for name in _names(mention, read) for qid in names.get(name, ()))
        query = _query(mention, read, tables)
        found[read.setting.article, mention.entity] = _reconciled(
            mention.entity, query, [items[qid] for qid in qids if qid in items]
        )
    return found


def _query(mention: Mention, read: Read, tables: Tables) -> Query:
    links = links_of(read.offline)
    countries = frozenset(links[country] for country in read.setting.countries if country in links)
    own = is_subject(mention.entity, read.setting.article)
    years = frozenset(int(year) for year in read.setting.founded) if own else frozenset[int]()
    return Query(_names(mention, read), tables.party_types, countries, years)


def _names(mention: Mention, read: Read) -> tuple[str, ...]:
    """Return the names by which a party is known: for the article's own party also those that the article states."""
    names = [keys.bare(mention.entity.name)]
    if is_subject(mention.entity, read.setting.article):
        names += [
            fact.object.lexical
            for fact in read.extraction.facts
            if fact.predicate in OWN_NAMES and fact.subject == mention.entity and not isinstance(fact.object, Entity)
        ]
    return tuple(dict.fromkeys(names))


def _reconciled(entity: Entity, query: Query, items: list[Item]) -> tuple[Match, ...]:
    found = reconcile(query, items)
    return tuple(
        Match(
            entity,
            candidate.item.qid,
            candidate.item.label,
            COMPOSITE,
            candidate.score if candidate.match else min(candidate.score, round(SURE - 0.01, 3)),
            candidate.features,
            "reconciled",
        )
        for candidate in found
        if candidate.score >= 0.5
    )
