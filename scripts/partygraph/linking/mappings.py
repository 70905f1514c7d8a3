"""Writes what the evidence shows as mappings: the rows of the link tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from partygraph.linking import items, keys
from partygraph.linking.evidence import COMPOSITE, INSTANCES, SITELINK, Context, Found, Tally
from partygraph.linking.sssom import EXACT, NARROW, Row

PURE_LABEL = 0.95
"""The share of its uses in which a shown name must lead to one page, to stand for it where there is no link."""
REDIRECTED = "0.80"
"""The confidence of a page that another name is redirected to."""
LEAST_SHOWN = 3
"""How often a shown name that is not the page's own must be used for a page, to stand for it where there is no link."""
ONE_COUNTRY = 0.9
"""The share of a place's uses in which the parties must be of one country, for the place's name to go with it."""
STATED_PLACE = "0.96"
"""The confidence of a place's name and country, where parties are seated there and their infoboxes link to nothing."""
LEAST_COUNTRIES = 2
"""Of how many countries the members of an affiliation must be, for its bare name to be more than a national one."""
LEAST_TYPED = 3
"""How many parties must be an instance of an item for it to be a kind of party."""


def page_rows(found: Iterable[Found]) -> list[Row]:
    """Return the table of pages: one row a page, those left out on which two contexts do not agree."""
    by_page: dict[str, list[Found]] = {}
    for row in found:
        by_page.setdefault(row.page, []).append(row)
    rows = []
    for page, several in sorted(by_page.items()):
        if len({row.qid for row in several}) == 1:
            best = max(several, key=lambda row: row.met)
            rows.append(_page_row(page, best, "+".join(dict.fromkeys(row.context for row in several))))
    return rows


def redirect_rows(redirects: Mapping[str, str], pages: Mapping[str, Row]) -> list[Row]:
    """Return rows for links that lead by redirection to a page of the tables.

    A redirection from another name (Anti-nationalism to Nationalism) is no identity, and gives a candidate only.
    """
    rows = []
    for link, page in sorted(redirects.items()):
        if link != page and page in pages and keys.title(link) not in pages:
            row = pages[page]._replace(subject_id="enwiki:" + keys.title(link).replace(" ", "_"))
            same = keys.concept(link) in (keys.concept(page), keys.concept(row.object_label))
            sureness = row.confidence if same else REDIRECTED
            row = row._replace(subject_label=keys.title(link), confidence=sureness, comment=f"redirect to {page}")
            rows.append(row)
    return list({row.subject_label: row for row in rows}.values())


def name_rows(contexts: Iterable[Context], counts: Mapping[str, Tally], found: Iterable[Found]) -> list[Row]:
    """Return the table of names: those that, without a link, can mean but one page in their context."""
    by_context: dict[str, list[Found]] = {}
    for row in found:
        by_context.setdefault(row.context, []).append(row)
    rows = []
    for context in contexts:
        if context.named:
            rows += _context_names(context, counts[context.name], by_context.get(context.name, []))
    return sorted(rows, key=lambda row: (row.subject_category, row.subject_label, row.object_id))


def _context_names(context: Context, seen: Tally, found: list[Found]) -> list[Row]:
    by_page = {row.page: row for row in found}
    claims: dict[str, dict[str, Found]] = {}
    for row in found:
        for key in (context.key(row.page), context.key(row.label)):
            if "(" not in row.page or key == context.key(keys.bare(row.page)):
                claims.setdefault(key, {})[row.qid] = row
    for key, pages in seen.shown.items():
        page, uses = pages.most_common(1)[0]
        if set(context.key(page).split()) < set(key.split()):
            continue  # "religious conservatism" that leads to Conservatism is narrower than it
        if page in by_page and uses >= LEAST_SHOWN and uses >= PURE_LABEL * pages.total() and len(key) > 2:
            claims.setdefault(key, {})[by_page[page].qid] = by_page[page]
        elif key in claims and page not in by_page:
            claims[key] = {}
    rows = []
    for key, rivals in claims.items():
        if len(rivals) == 1:
            row = next(iter(rivals.values()))
            other = _country_pair(context, seen, row)
            if other is not None:
                rows.append(_name_row(key, row, other))
    if context.name == "headquarters":
        rows += _stated_places(context, seen, frozenset(claims))
    return rows


def _stated_places(context: Context, seen: Tally, known: frozenset[str]) -> list[Row]:
    """Return the names of places that parties are seated in and that no page is known of, each for its country."""
    named: dict[str, list[str]] = {}
    for qid in sorted(seen.items):
        named.setdefault(context.key(seen.labels[qid]), []).append(qid)
    rows = []
    for key, qids in named.items():
        homes = seen.homes.get(qids[0], Counter[str]())
        if key in known or len(qids) > 1 or len(homes) != 1:
            continue
        (country,) = homes
        row = Found(context.name, seen.labels[qids[0]], qids[0], seen.labels[qids[0]], seen.items[qids[0]], 0, True)
        stated = _name_row(key, row, f"country={country}")
        rows.append(stated._replace(confidence=STATED_PLACE, comment=f"seat of {row.met} parties of its country"))
    return rows


def _country_pair(context: Context, seen: Tally, row: Found) -> str | None:
    """Tie a place's name to the country whose parties use it; None where the countries tell too little."""
    countries = seen.countries.get(row.page, Counter())
    if context.name == "affiliation":
        return "" if len(countries) >= LEAST_COUNTRIES else None
    if context.name != "headquarters":
        return ""
    if not countries:
        return None
    country, uses = countries.most_common(1)[0]
    return f"country={country}" if uses >= ONE_COUNTRY * countries.total() else None


def confidence(found: Found) -> str:
    """Return the confidence of a page's item: same name in the same party's statement, and how often."""
    if not found.same_name:
        return "0.90"
    return "0.99" if found.met > 2 else "0.97"


def _page_row(page: str, row: Found, category: str) -> Row:
    return Row(
        subject_id="enwiki:" + page.replace(" ", "_"),
        subject_label=page,
        subject_category=category,
        predicate_modifier="",
        predicate_id=EXACT,
        object_id=f"wd:{row.qid}",
        object_label=row.label,
        mapping_justification=COMPOSITE if row.same_name else INSTANCES,
        confidence=confidence(row),
        author_label="partygraph build_links",
        comment=f"in {row.met} of {row.of} parties",
    )


def _name_row(key: str, row: Found, other: str) -> Row:
    return Row(
        subject_id="",
        subject_label=key,
        subject_category=row.context,
        predicate_modifier="",
        predicate_id=EXACT,
        object_id=f"wd:{row.qid}",
        object_label=row.label,
        mapping_justification=COMPOSITE,
        confidence=confidence(row),
        author_label="partygraph build_links",
        subject_type="rdfs literal",
        other=other,
        comment=f"name of {row.page}",
    )


def party_rows(records: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Return the table of party articles: title -> item by Wikidata's sitelink, with country and year of inception."""
    rows = []
    for record in records:
        item = items.item_of(record)
        if item is None or not item.title:
            continue
        years = sorted({v.text[:4] for v in item.values("P571") if v.kind == "time"})
        pairs = [f"country={'+'.join(item.qids('P17'))}"] * bool(item.qids("P17"))
        pairs += [f"inception={'+'.join(years)}"] * bool(years)
        rows.append(
            Row(
                subject_id="enwiki:" + item.title.replace(" ", "_"),
                subject_label=item.title,
                subject_category="party",
                predicate_modifier="",
                predicate_id=EXACT,
                object_id=f"wd:{item.qid}",
                object_label=item.label,
                mapping_justification=SITELINK,
                confidence="1.00",
                author_label="partygraph build_links",
                other=";".join(pairs),
                comment="English Wikipedia sitelink of the item",
            )
        )
    return sorted(rows, key=lambda row: row.subject_id)


def type_rows(records: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Return the table of kinds of party: what the items of parties are an instance of."""
    seen: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for item in filter(None, map(items.item_of, records)):
        for value in item.values("P31"):
            if value.kind == "item":
                seen[value.text] += 1
                labels[value.text] = value.label
    return [
        Row(
            subject_id="schema:PoliticalParty",
            subject_label="political party",
            subject_category="type",
            predicate_modifier="",
            predicate_id=NARROW,
            object_id=f"wd:{qid}",
            object_label=labels[qid],
            mapping_justification=INSTANCES,
            confidence="",
            author_label="partygraph build_links",
            comment=f"instance of it: {count} parties",
        )
        for qid, count in sorted(seen.items(), key=lambda row: (-row[1], row[0]))
        if count >= LEAST_TYPED
    ]
