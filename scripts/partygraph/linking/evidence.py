"""Decides which item a page is, by what infoboxes link to beside what Wikidata says of the same parties."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from partygraph.linking import items, keys

LINK = re.compile(r"\[\[(?P<page>[^\[\]|#]+)(?:#[^\[\]|]*)?(?:\|(?P<label>[^\[\]]*))?\]\]")
CITATION = re.compile(
    r"<ref[^>/]*>.*?</ref>|<ref[^>]*/>|<!--.*?-->|\{\{\s*(?:cite|citation|sfn)\b[^{}]*\}\}", re.I | re.S
)
MARKUP = re.compile(r"[\[\]{}<>|]")
NAMESPACES = ("file", "image", "category", "template", "wikipedia", "special", "help", "portal")

INSTANCES, SITELINK = "semapv:InstanceBasedMatching", "semapv:BackgroundKnowledgeBasedMatching"
COMPOSITE, MANUAL = "semapv:CompositeMatching", "semapv:ManualMappingCuration"

LEAST_ALONE = 4
LEAST_SHARE = 0.6
OFTEN, SELDOM = 10, 0.1
"""How often, and in what share of its parties, a page must meet an item of another name to be taken for it; and the
share below which a page used so often does not even mean the item of its own name (two items have one name)."""


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
