"""Builds link tables from party records: what an infobox links to, beside what Wikidata says of the same party."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from partygraph.linking import items, keys
from partygraph.linking.sssom import EXACT, NARROW, Row

LINK = re.compile(r"\[\[(?P<page>[^\[\]|#]+)(?:#[^\[\]|]*)?(?:\|(?P<label>[^\[\]]*))?\]\]")
CITATION = re.compile(
    r"<ref[^>/]*>.*?</ref>|<ref[^>]*/>|<!--.*?-->|\{\{\s*(?:cite|citation|sfn)\b[^{}]*\}\}", re.I | re.S
)
MARKUP = re.compile(r"[\[\]{}<>|]")
NAMESPACES = ("file", "image", "category", "template", "wikipedia", "special", "help", "portal")

INSTANCES, SITELINK = "semapv:InstanceBasedMatching", "semapv:BackgroundKnowledgeBasedMatching"
COMPOSITE, MANUAL = "semapv:CompositeMatching", "semapv:ManualMappingCuration"

LEAST_TYPED = 3
"""How many parties must be an instance of an item for it to be a kind of party."""
LEAST_ALONE = 4
LEAST_SHARE = 0.6
OFTEN, SELDOM = 10, 0.1
"""How often, and in what share of its parties, a page must meet an item of another name to be taken for it; and the
share below which a page used so often does not even mean the item of its own name (two items have one name)."""
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


@dataclass(frozen=True, slots=True)
class Context:
    """A kind of value: the infobox keys that hold it, Wikidata's properties for it, and how its names are compared."""

    name: str
    infobox_keys: re.Pattern[str]
    properties: tuple[str, ...]
    key: Callable[[str], str] = keys.name
    named: bool = False
    """Whether a name without a link may stand for the page here."""


CONTEXTS = (
    Context("ideology", re.compile("ideology"), ("P1142",), keys.concept, named=True),
    Context("position", re.compile("position"), ("P1387",), keys.concept, named=True),
    Context("religion", re.compile("religion"), ("P140",), keys.concept, named=True),
    Context("country", re.compile(r"country\d?"), ("P17",), named=True),
    Context("headquarters", re.compile("headquarters"), ("P159", "P740"), named=True),
    Context(
        "affiliation",
        re.compile(r"international|european|europarl|regional|continental|national|affiliation\d"),
        ("P463", "P361", "P1416", "P4100", "P749"),
        named=True,
    ),
    Context(
        "officer",
        re.compile(
            r"leaders?|leader\d_name|president|chair(man|person|woman)|(general_)?secretary(_general)?|founders?"
            r"|first_secretary|spokesperson"
        ),
        ("P488", "P3975", "P112", "P35", "P6", "P1037"),
    ),
    Context(
        "organisation",
        re.compile(r"youth_wing|student_wing|womens_wing|wing\d|predecessor|successor|split|merge[dr]|newspaper"),
        ("P4379", "P155", "P156", "P1365", "P1366", "P807", "P7888", "P355", "P527", "P2813"),
    ),
)


@dataclass(slots=True)
class Tally:
    """What was seen in one context: how often pages and items met in one party's record."""

    pages: Counter[str] = field(default_factory=Counter)
    informed: Counter[str] = field(default_factory=Counter)
    """Uses of a page by parties of which Wikidata has a statement in this context."""
    items: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    labels: dict[str, str] = field(default_factory=dict)
    shown: dict[str, Counter[str]] = field(default_factory=dict)
    """Key of a shown name -> pages that it led to (empty for no link)."""
    countries: dict[str, Counter[str]] = field(default_factory=dict)
    """Page -> countries (QIDs) of the parties that use it."""
    homes: dict[str, Counter[str]] = field(default_factory=dict)
    """Item -> countries of the parties that have it in a statement."""


def links(wikitext: str, redirects: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the links of an infobox value as (page after redirects, shown name), those of citations left out."""
    found = []
    for match in LINK.finditer(CITATION.sub("", wikitext)):
        page = keys.title(match["page"])
        if page.split(":", 1)[0].casefold() in NAMESPACES:
            continue
        found.append((redirects.get(page, page), (match["label"] or match["page"]).strip(" '")))
    return tuple(found)


def tally(
    records: Iterable[Mapping[str, Any]], redirects: Mapping[str, str], contexts: Iterable[Context] = CONTEXTS
) -> dict[str, Tally]:
    """Count, by context, which pages and which items meet in the records."""
    counts = {context.name: Tally() for context in contexts}
    for record in records:
        item = items.item_of(record)
        box = record.get("infobox") or {}
        for context in contexts:
            values = [str(value) for key, value in box.items() if context.infobox_keys.fullmatch(key)]
            _count(counts[context.name], context, values, item, redirects)
    return counts


def _count(
    seen: Tally, context: Context, values: list[str], item: items.Item | None, redirects: Mapping[str, str]
) -> None:
    linked = [pair for value in values for pair in links(value, redirects)]
    stated = {} if item is None else {v.text: v.label for v in item.values(*context.properties) if v.kind == "item"}
    pages = {page for page, _ in linked}
    for page, label in linked:
        seen.shown.setdefault(context.key(label), Counter())[page] += 1
    if context.name == "country":
        pages |= _plain_names(values)
    seen.labels.update(stated)
    seen.items.update(stated.keys())
    for qid in stated if item is not None else ():
        seen.homes.setdefault(qid, Counter()).update(item.qids("P17")[:1])  # type: ignore[union-attr]
    for page in pages:
        seen.pages[page] += 1
        seen.informed[page] += bool(stated)
        seen.pairs.update((page, qid) for qid in stated)
        if item is not None:
            seen.countries.setdefault(page, Counter()).update(item.qids("P17")[:1])


def _plain_names(values: list[str]) -> set[str]:
    return {keys.title(value.strip().removeprefix("the ")) for value in values if value and not MARKUP.search(value)}


@dataclass(frozen=True, slots=True)
class Found:
    """A page and the item it is, with the evidence."""

    context: str
    page: str
    qid: str
    label: str
    met: int
    of: int
    same_name: bool


def resolve(context: Context, seen: Tally, titles: Mapping[str, str]) -> tuple[Found, ...]:
    """Decide which item each page of a context is; pages without enough evidence stay out.

    A page is an item of the same name that the same party's statement has (name + property + party), or, where no
    item has its name, the one that it nearly always meets and that no other page is.
    """
    by_key: dict[str, list[str]] = {}
    for qid in seen.items:
        by_key.setdefault(context.key(seen.labels[qid]), []).append(qid)
    named: dict[str, str] = {}
    for page in seen.pages:
        if page in titles:
            continue
        wanted = dict.fromkeys(context.key(name) for name in (page, keys.bare(page), *_without_region(context, page)))
        least = SELDOM * seen.informed[page] if seen.informed[page] >= OFTEN else 1
        rivals = [qid for key in wanted for qid in by_key.get(key, ()) if seen.pairs[page, qid] >= least]
        rivals.sort(key=lambda qid: (-seen.pairs[page, qid], qid))
        if rivals and (len(rivals) == 1 or seen.pairs[page, rivals[0]] >= 4 * seen.pairs[page, rivals[1]]):
            named[page] = rivals[0]
    named = _one_page_each(context, seen, named)
    taken = set(named.values()) | set(titles.values())
    met = {page: _met(seen, page, taken, named, titles) for page in seen.pages}
    found = [
        Found(context.name, page, qid, seen.labels[qid], seen.pairs[page, qid], seen.informed[page], page in named)
        for page, qid in {**met, **named}.items()
        if qid
    ]
    return tuple(sorted(found, key=lambda row: (-row.met, row.page)))


def _without_region(context: Context, page: str) -> tuple[str, ...]:
    """Return the name before the comma of a place's page: ``Split, Croatia`` is called Split."""
    return (page.split(",", 1)[0],) if context.name == "headquarters" and "," in page else ()


def _one_page_each(context: Context, seen: Tally, named: Mapping[str, str]) -> dict[str, str]:
    """Keep, of several pages taken for one item, the one with its very name, else the one seen most with it."""
    best: dict[str, str] = {}
    for page, qid in sorted(named.items(), key=lambda row: (-seen.pairs[row], row[0])):
        exact = keys.name(page) == keys.name(seen.labels[qid])
        if qid not in best or (exact and keys.name(best[qid]) != keys.name(seen.labels[qid])):
            best[qid] = page
    return {page: qid for qid, page in best.items()}


def _met(seen: Tally, page: str, taken: set[str], named: Mapping[str, str], titles: Mapping[str, str]) -> str:
    if page in named or page in titles or seen.informed[page] < LEAST_ALONE:
        return ""
    pairs = sorted(((n, qid) for (other, qid), n in seen.pairs.items() if other == page), reverse=True)
    count, qid = pairs[0]
    enough = count >= LEAST_ALONE and count >= LEAST_SHARE * seen.informed[page]
    return qid if enough and qid not in taken and count >= LEAST_SHARE * seen.items[qid] else ""


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
