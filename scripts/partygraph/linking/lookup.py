"""Links mentions by the tables alone, with no network: by article, by link target, by name in a context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partygraph.linking import keys, sssom
from partygraph.linking.matches import Feature, Match
from partygraph.linking.mentions import KINDS_OF, PARTY_ROLES, Mention, Setting, is_subject
from partygraph.linking.tables import CONCEPTS, Key, Tables, mention_key, name_key, page_key
from partygraph.model import Entity, Kind

CONFLICT_YEARS = 5
"""A founding year that is further away than this speaks against an item."""


def look_up(mentions: Iterable[Mention], setting: Setting, tables: Tables) -> tuple[Match, ...]:
    """Match the mentions of one article with the tables: links and candidates, in the order of the mentions."""
    waiting = tuple(mentions)
    home = _home_countries(waiting, setting, tables)
    found: list[Match] = []
    for mention in waiting:
        found += _first(mention, setting, home, tables)
    return tuple(found)


def denied_keys(mention: Mention, setting: Setting) -> list[Key]:
    """Return all keys under which the deny list may have a mention."""
    entity = mention.entity
    wanted = [mention_key(setting.article, entity.kind.value, entity.name), name_key("", entity.name)]
    wanted += [name_key(context, entity.name) for context in mention.contexts]
    if entity.link:
        wanted.append(page_key(entity.link))
    elif is_subject(entity, setting.article):
        wanted.append(page_key(setting.article))
    return wanted


def _first(mention: Mention, setting: Setting, home: frozenset[str], tables: Tables) -> list[Match]:
    """Return the matches of the first way that leads to any."""
    refused = denied_keys(mention, setting)
    for way in (_curated, _linked, _subject, _named):
        found = [m for m in way(mention, setting, home, tables) if not tables.is_denied(refused, m.qid)]
        if found:
            return found
    return []


def _curated(mention: Mention, setting: Setting, home: frozenset[str], tables: Tables) -> Iterator[Match]:
    entity = mention.entity
    for row in tables.find(mention_key(setting.article, entity.kind.value, entity.name)):
        yield _match(entity, row, Feature("article", f"decided for this article: {entity.name}", _confidence(row)))


def _linked(mention: Mention, setting: Setting, home: frozenset[str], tables: Tables) -> Iterator[Match]:
    entity = mention.entity
    if entity.link is None:
        return
    for row in tables.find(page_key(entity.link)):
        feature = Feature("link target", keys.title(entity.link), _confidence(row))
        if fits(row, entity.kind):
            yield _match(entity, row, feature, *_narrower(entity))
        else:
            yield _match(entity, row, feature, Feature("kind", f"{entity.kind} is not {row.subject_category}", -0.5))


def _subject(mention: Mention, setting: Setting, home: frozenset[str], tables: Tables) -> Iterator[Match]:
    entity = mention.entity
    if entity.link is not None or not is_subject(entity, setting.article):
        return
    for row in tables.find(page_key(setting.article)):
        if row.subject_category == "party":
            features = (Feature("article title", setting.article, _confidence(row)), *against(row, setting, home))
            yield _match(entity, row, *features)


def _named(mention: Mention, setting: Setting, home: frozenset[str], tables: Tables) -> Iterator[Match]:
    entity = mention.entity
    for context in mention.contexts:
        if context == "headquarters":
            yield from _seated(entity, home, tables)
            continue
        for row in tables.find(name_key(context, entity.name)):
            feature = Feature(f"name as {context}", f"{entity.name}: {row.comment}", _confidence(row))
            if entity.link is None or _leads_there(entity.link, context, row):
                yield _match(entity, row, feature)
            else:
                yield _match(entity, row, feature, Feature("link target", f"{entity.link} is not known", -0.3))
    if not mention.contexts and entity.link is None and PARTY_ROLES.intersection(mention.roles):
        for row in tables.find(page_key(entity.name)):
            if row.subject_category == "party":
                yield _match(entity, row, Feature("title", "the same as the bare name, without a link", 0.6))


def _seated(entity: Entity, home: frozenset[str], tables: Tables) -> Iterator[Match]:
    """Match a place by its name or that of its page, with the party's country.

    "Rabat, Morocco" is Rabat where the name goes with that country; "Springfield, Missouri" may be another Springfield
    of the party's country.
    """
    whole = keys.bare(keys.title(entity.link)) if entity.link else entity.name
    first, _, around = whole.partition(", ")
    stated = frozenset(row.qid for row in tables.find(name_key("country", around))) if around else frozenset[str]()
    names = [whole, first] if stated else [whole]
    for name in dict.fromkeys(names):
        for row in tables.find(name_key("headquarters", name)):
            feature = Feature("name as headquarters", f"{name}: {row.comment}", _confidence(row))
            country = row.pairs.get("country", "")
            if country and country not in (stated or home):
                yield _match(entity, row, feature, Feature("country", f"not known to be {country}", -0.3))
            else:
                yield _match(entity, row, feature, Feature("country", country, 0.0))


def _narrower(entity: Entity) -> tuple[Feature, ...]:
    """Say so if a concept's shown name is narrower than the page: "Danish nationalism" that leads to Nationalism."""
    if entity.kind is not Kind.CONCEPT or not entity.link:
        return ()
    shown, page = (set(keys.concept(text).replace("-", " ").split()) for text in (entity.name, entity.link))
    return (Feature("name", f"{entity.name} is more than {entity.link}", -0.2),) if page < shown else ()


def _leads_there(link: str, context: str, row: sssom.Row) -> bool:
    """Tell whether an unknown link is but another spelling of the concept's own name, as redirects mostly are."""
    return context in CONCEPTS and "(" not in link and name_key(context, link).text == row.subject_label


def fits(row: sssom.Row, kind: Kind) -> bool:
    """Tell whether a page of that category can be an entity of that kind."""
    return kind is Kind.THING or any(kind in KINDS_OF.get(name, ()) for name in row.subject_category.split("+"))


def against(row: sssom.Row, setting: Setting, home: frozenset[str]) -> tuple[Feature, ...]:
    """Return what speaks against a party's item: another country and another founding year, each to be named."""
    features = []
    stated = set(row.pairs.get("country", "").split("+")) - {""}
    if home and stated and not home & stated:
        features.append(Feature("country", f"{'+'.join(sorted(home))} is not {'+'.join(sorted(stated))}", -0.05))
    years = [int(year) for year in row.pairs.get("inception", "").split("+") if year]
    ours = [int(year) for year in setting.founded]
    if years and ours and min(abs(a - b) for a in years for b in ours) > CONFLICT_YEARS:
        features.append(Feature("founding year", f"{ours} is not {years}", -0.05))
    return tuple(features) if len(features) > 1 else ()


def _home_countries(mentions: tuple[Mention, ...], setting: Setting, tables: Tables) -> frozenset[str]:
    wanted: set[Entity] = set(setting.countries)
    found = (
        match.qid
        for mention in mentions
        if mention.entity in wanted
        for match in _first(mention, setting, frozenset(), tables)
        if match.sure
    )
    return frozenset(found)


def _confidence(row: sssom.Row) -> float:
    return float(row.confidence or 0)


def _match(entity: Entity, row: sssom.Row, *features: Feature) -> Match:
    score = round(min(1.0, max(0.0, sum(feature.score for feature in features))), 3)
    return Match(entity, row.qid, row.object_label, row.mapping_justification, score, features, row.comment)
