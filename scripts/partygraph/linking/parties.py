"""Finds a party's item from what a person has at hand: a title, the address of a page, or a Wikidata ID."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from partygraph.linking import keys
from partygraph.linking.evidence import COMPOSITE, SITELINK
from partygraph.linking.knowledge import Knowledge
from partygraph.linking.lookup import fits
from partygraph.linking.matches import SURE, Feature, Match
from partygraph.linking.reconciliation import Query, reconcile
from partygraph.linking.tables import Tables, page_key
from partygraph.model import Entity, Kind

BARE_TITLE = 0.6
"""The score of a title that is the name but for its disambiguation."""
QID = re.compile(r"[Qq][1-9]\d*")


def find(text: str, tables: Tables, knowledge: Knowledge | None = None) -> tuple[Match, ...]:
    """Return the items that a title, page address or Wikidata ID stands for: links and candidates.

    Without ``knowledge`` only the tables are asked. A name that is no title gives candidates only.
    """
    named = read(text)
    entity = Entity(named, Kind.PARTY, named)
    if QID.fullmatch(named):
        return _by_id(named.upper(), tables, knowledge)
    found = [
        Match(
            entity, row.qid, row.object_label, row.mapping_justification, 1.0, (Feature("title", named, 1.0),), "tables"
        )
        for row in tables.find(page_key(named))
        if fits(row, Kind.PARTY)
    ]
    if knowledge is not None:
        titles = knowledge.by_title([named])
        if titles:
            qid, label = titles[named]
            found = [Match(entity, qid, label, SITELINK, 1.0, (Feature("sitelink", named, 1.0),), "sitelink")]
        elif not found:
            found = _by_name(entity, tables, knowledge)
    elif not found:
        found = _by_bare_title(entity, tables)
    return tuple(match for match in found if not tables.is_denied([page_key(named)], match.qid))


def read(text: str) -> str:
    """Return the title or ID in an address or text.

    >>> read("https://en.wikipedia.org/wiki/Liberal_Party_(Norway)#History")
    'Liberal Party (Norway)'
    >>> read("http://www.wikidata.org/entity/Q42")
    'Q42'
    """
    if "://" not in text:
        return text.strip().upper() if QID.fullmatch(text.strip()) else keys.title(text)
    last = unquote(urlsplit(text).path).rstrip("/").removeprefix("/wiki/")
    return last.rpartition("/")[2] if QID.fullmatch(last.rpartition("/")[2]) else keys.title(last)


def _by_id(qid: str, tables: Tables, knowledge: Knowledge | None) -> tuple[Match, ...]:
    for key, rows in tables.rows.items():
        for row in rows:
            if key.sort == "page" and row.qid == qid:
                entity = Entity(row.subject_label, Kind.PARTY, row.subject_label)
                feature = Feature("id", qid, 1.0)
                return (Match(entity, qid, row.object_label, row.mapping_justification, 1.0, (feature,), "tables"),)
    item = knowledge.items([qid]).get(qid) if knowledge is not None else None
    if item is None:
        return ()
    entity = Entity(item.title or item.label, Kind.PARTY, item.title)
    return (Match(entity, qid, item.label, SITELINK, 1.0, (Feature("id", qid, 1.0),), "item"),)


def _by_bare_title(entity: Entity, tables: Tables) -> list[Match]:
    """Return candidates: the parties whose title is the name with something that tells them apart behind it."""
    name = keys.name(entity.name)
    return [
        Match(
            entity,
            row.qid,
            row.object_label,
            row.mapping_justification,
            BARE_TITLE,
            (Feature("title", row.subject_label, BARE_TITLE),),
            "tables",
        )
        for key, rows in tables.rows.items()
        for row in rows
        if key.sort == "page" and row.subject_category == "party" and keys.name(keys.bare(row.subject_label)) == name
    ]


def _by_name(entity: Entity, tables: Tables, knowledge: Knowledge) -> list[Match]:
    name = keys.bare(entity.name)
    qids = knowledge.by_name([name]).get(name, ())
    items = knowledge.items(qids)
    query = Query((name,), tables.party_types)
    return [
        Match(entity, c.item.qid, c.item.label, COMPOSITE, min(c.score, SURE - 0.01), c.features, "name")
        for c in reconcile(query, items.values())
    ]
