"""Scores the linking of infobox values to Wikidata items, on parties that no table was built from.

Run it as ``python scripts/evaluate_links.py PARTIES.jsonl.gz --redirects REDIRECTS.csv.gz [--fold sealed|open]``. The
records are those of scripts/build_links.py. With ``--fold sealed`` the tables and concept schemes are built from the
open two thirds of the parties, and the third that nobody reads is linked; ``--fold open`` does the same five times
within the open share, and may show (``--show``) what was missed or wrong. ``--statements FILE`` writes the parties'
items as N-Triples in Wikidata's own shape, for a SPARQL server; ``--endpoint URL`` asks that server, too.

Truth is what Wikidata states of the same party. A value *counts* if Wikidata states an item in the property and the
infobox has the item's label under the property's keys: as a page, as a shown name, or between commas and line ends.

recall     of the items that count, those that some name in the article is linked to
precision  of the links that can be judged, the right ones: Wikidata states the item of the party. Wrong is a link where
           it states another item that has the link's name
twins      such links to an item that Wikidata states ``TWIN`` times as often beside the same page in the parties of the
           tables: it has two items for one thing. They count neither as right nor as wrong
ceiling    of the items that count, those that the parties of the tables have in any statement or are themselves

With an endpoint names are compared with the labels in the party's own statements, which is how truth is found, too: the
recall then tells how many names a label can find, and the precision is no evidence of its own.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import tempfile
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import build_concepts
import build_links
from partygraph import extraction, linking, readers
from partygraph.endpoints import Endpoint
from partygraph.evaluation.scores import Share
from partygraph.linking import concepts, evidence, items, keys, knowledge, online, sssom, tables
from partygraph.linking.matches import Match, links_of
from partygraph.linking.mentions import mentions, setting
from partygraph.linking.reconciliation import Query, reconcile
from partygraph.model import Article, Extraction, Literal
from partygraph.wikidata import rdf

Record = Mapping[str, Any]
TWIN = 10
FOLDS = 5
PIECES = re.compile(r"<br\s*/?>|[,;\n*•|()]", re.IGNORECASE)
MARKUP = re.compile(r"\{\{[^{}]*\}\}|<[^>]*>|'{2,}|[\[\]{}]")


@dataclass(frozen=True)
class Sort:
    """A sort of value: the infobox keys that hold it, the properties that state it, and our predicates for it."""

    name: str
    boxes: re.Pattern[str]
    properties: tuple[str, ...]
    predicates: frozenset[str]
    key: Callable[[str], str] = keys.name


SORTS = (
    Sort("country", re.compile(r"country\d?"), ("P17",), frozenset({"country"})),
    Sort("ideology", re.compile("ideology"), ("P1142",), frozenset({"ideology"}), keys.concept),
    Sort("position", re.compile("position"), ("P1387",), frozenset({"position", "lower", "upper"}), keys.concept),
    Sort(
        "headquarters",
        re.compile("headquarters"),
        ("P159",),
        frozenset({"headquarters", "headquartersLocality"}),
    ),
    Sort("international", re.compile("international"), ("P463", "P361"), frozenset({"affiliationInternational"})),
    Sort(
        "officers",
        re.compile(
            r"leaders?|leader\d_name|president|chair(man|person|woman)|(general_)?secretary(_general)?|founders?"
            r"|first_secretary|spokesperson"
        ),
        ("P488", "P3975", "P112"),
        frozenset({"leader", "founder"}),
    ),
)


@dataclass
class Counts:
    """The counts of one sort of value, and the rows of what went wrong."""

    due: int = 0
    found: int = 0
    reachable: int = 0
    links: int = 0
    right: int = 0
    wrong: int = 0
    twins: int = 0
    missed: list[str] = field(default_factory=list)
    mistaken: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Party:
    """A party's record, its item and what was extracted from its infobox."""

    record: Record
    item: items.Item
    extraction: Extraction


def read(path: Path) -> list[tuple[Record, Party | None]]:
    """Read all records; a party without an item or a readable infobox can be no test."""
    found: list[tuple[Record, Party | None]] = []
    for record, article in readers.read_records(path):
        item = items.item_of(record)
        usable = item is not None and isinstance(article, Article)
        party = Party(record, item, extraction.extract(article)) if usable else None  # type: ignore[arg-type]
        found.append((record, party))
    return found


def built(records: Sequence[Record], redirects: Path) -> tables.Tables:
    """Build tables and concept schemes from some records alone; what people decided stays."""
    parties = {record["partyfacts_id"] for record in records}
    leading = build_links.read_redirects(redirects, parties)
    decided = build_concepts.read_decisions(build_concepts.ONTOLOGY / "concept-decisions.tsv")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "concepts.ttl"
        path.write_text(build_concepts.build(records, leading, decided), encoding="utf-8")
        schemes = concepts.read(path)
    made = build_links.build(list(records), leading, schemes.rows)
    curated = [sssom.read(tables.links_folder() / name) for name in ("curated.sssom.tsv", tables.DENY)]
    return tables.tables_of((*(sssom.Table((), tuple(rows)) for rows in made.values()), *curated, schemes))


def folds(found: Sequence[tuple[Record, Party | None]], fold: str) -> Iterator[tuple[list[Record], list[Party]]]:
    """Yield the records that tables are built from, and the parties that are linked with them."""
    opened = [(record, party) for record, party in found if not build_links.is_kept_back(record["slug"])]
    if fold == "sealed":
        sealed = [party for record, party in found if party and build_links.is_kept_back(record["slug"])]
        yield [record for record, _ in opened], sealed
        return
    for number in range(FOLDS):
        mine = [_part(record["slug"]) == number for record, _ in opened]
        yield (
            [record for (record, _), own in zip(opened, mine, strict=True) if not own],
            [party for (_, party), own in zip(opened, mine, strict=True) if own and party],
        )


def _part(slug: str) -> int:
    return int(hashlib.sha256(b"fold" + slug.encode()).hexdigest(), 16) % FOLDS


def named(record: Record, sort: Sort, redirects: Mapping[str, str]) -> dict[str, str]:
    """Return the keys of all names that the infobox has for a sort of value, each with its page or itself."""
    found: dict[str, str] = {}
    for key, value in (record.get("infobox") or {}).items():
        if not sort.boxes.fullmatch(key):
            continue
        for page, label in evidence.links(str(value), redirects):
            for name in (page, keys.bare(page), page.split(",", 1)[0], label):
                found.setdefault(sort.key(name), page)
        for piece in PIECES.split(MARKUP.sub("", str(value))):
            found.setdefault(sort.key(piece), keys.title(piece))
    found.pop("", None)
    return found


def score(
    counts: Mapping[str, Counts],
    party: Party,
    matches: Iterable[Match],
    redirects: Mapping[str, str],
    seen: frozenset[str],
    beside: Counter[tuple[str, str]],
) -> None:
    """Add one party's links to the counts."""
    links = links_of(tuple(matches))
    for sort in SORTS:
        tally = counts[sort.name]
        names = named(party.record, sort, redirects)
        stated = {value.text: value.label for value in party.item.values(*sort.properties) if value.kind == "item"}
        due = {qid for qid, label in stated.items() if sort.key(label) in names}
        linked = {
            mention.entity: links[mention.entity]
            for mention in mentions(party.extraction)
            if mention.entity in links and sort.predicates.intersection(mention.roles)
        }
        title = party.record["title"]
        tally.due += len(due)
        tally.found += len(due & set(linked.values()))
        tally.reachable += len(due & seen)
        tally.links += len(linked)
        tally.missed += [f"{title}: {stated[qid]} ({qid})" for qid in sorted(due - set(linked.values()))]
        for entity, qid in linked.items():
            pages = {sort.key(entity.name), sort.key(entity.link or entity.name)}
            rivals = [other for other, label in stated.items() if other != qid and sort.key(label) in pages]
            if qid in stated:
                tally.right += 1
            elif rivals:
                page = names.get(sort.key(entity.link or entity.name), keys.title(entity.name))
                twin = beside[page, qid] >= TWIN * max(1, *(beside[page, other] for other in rivals))
                tally.twins += twin
                tally.wrong += not twin
                tally.mistaken.append(f"{title}: {entity.name} is {qid}, and Wikidata has {'+'.join(rivals)}")


def pairs(records: Iterable[Record], redirects: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """Count how often page and item meet in one party, over all sorts of value."""
    found: Counter[tuple[str, str]] = Counter()
    for record in records:
        item = items.item_of(record)
        for sort in SORTS if item else ():
            pages = set(named(record, sort, redirects).values())
            found.update((page, qid) for page in pages for qid in set(item.qids(*sort.properties)))  # type: ignore[union-attr]
    return found


def occurring(records: Iterable[Record]) -> frozenset[str]:
    """Return all items in the records: the parties themselves and every value of theirs."""
    found = [item for item in map(items.item_of, records) if item]
    values = {s.value.text for item in found for s in item.statements if s.value.kind == "item"}
    return frozenset(values | {item.qid for item in found})


def titled(parties: Iterable[Party], known: knowledge.Knowledge) -> tuple[Share, Share]:
    """Return the share of titles that a lookup finds, and the share of those found that are the party's item."""
    wanted = {keys.title(party.record["title"]): party.item.qid for party in parties}
    answers = known.by_title(wanted)
    right = sum(answers[title][0] == qid for title, qid in wanted.items() if title in answers)
    return Share(len(answers), len(wanted)), Share(right, len(answers))


def untitled(parties: Sequence[Party], known: knowledge.Knowledge, made: tables.Tables) -> tuple[Share, Share]:
    """Return the same for a lookup by the names, the countries and the years of founding that the infobox tells."""
    found = right = 0
    for party in parties:
        told = [fact.object for fact in party.extraction.facts if fact.predicate in online.OWN_NAMES]
        names = tuple(dict.fromkeys(one.lexical for one in told if isinstance(one, Literal)))
        links, where = links_of(linking.match(party.extraction, made)), setting(party.extraction)
        home = frozenset(links[country] for country in where.countries if country in links)
        query = Query(names, made.party_types, home, frozenset(map(int, where.founded)))
        qids = {qid for several in known.by_name(names).values() for qid in several}
        best = [one.item.qid for one in reconcile(query, known.items(qids).values()) if one.match]
        found += bool(best)
        right += best == [party.item.qid]
    return Share(found, len(parties)), Share(right, found)


def main() -> None:
    """Read the call, link, and print the figures."""
    call = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    call.add_argument("records", type=Path)
    call.add_argument("--redirects", type=Path, required=True)
    call.add_argument("--fold", choices=("sealed", "open"), default="sealed")
    call.add_argument("--endpoint", help="also ask this server, which has what --statements wrote")
    call.add_argument("--statements", type=Path, help="write the items as N-Triples and end")
    call.add_argument("--show", choices=("missed", "wrong"), help="show rows; for the open share only")
    options = call.parse_args()
    if options.show and options.fold == "sealed":
        call.error("the sealed third is not shown")
    found = read(options.records)
    if options.statements:
        write(options.statements, [party.item for _, party in found if party])
        return
    known = None
    if options.endpoint:
        known = knowledge.AtEndpoint(Endpoint(options.endpoint))
    everything = build_links.read_redirects(options.redirects, {record["partyfacts_id"] for record, _ in found})
    world = known or knowledge.InMemory(party.item for _, party in found if party)
    counts = {sort.name: Counts() for sort in SORTS}
    for records, parties in folds(found, options.fold):
        made, seen, beside = built(records, options.redirects), occurring(records), pairs(records, everything)
        extractions = [party.extraction for party in parties]
        if known is not None:
            matched = online.ask(extractions, made, known)
        else:
            matched = tuple(linking.match(one, made) for one in extractions)
        for party, matches in zip(parties, matched, strict=True):
            score(counts, party, matches, everything, seen, beside)
        for way, (share, right) in (("title", titled(parties, world)), ("name", untitled(parties, world, made))):
            sys.stdout.write(f"party by {way}: found {_told(share)}, right {_told(right)}\n")
    report(counts, options.show)


def write(path: Path, found: Iterable[items.Item]) -> None:
    """Write items, and the labels of their values, as N-Triples in the shape of Wikidata's RDF.

    The records have neither the names of Wikidata's statements nor how exact its dates are. Names of the same form are
    made from the values, and the first of January is a year, as nearly always.
    """
    lines: set[str] = set()
    for item in found:
        stated = tuple(
            replace(one, value=_dated(one.value), guid=f"{item.qid}${_name(item, one)}") for one in item.statements
        )
        labels = {one.value.text: one.value.label for one in stated if one.value.kind == "item"}
        for one in (
            replace(item, statements=stated),
            *(items.Item(qid, label, None, ()) for qid, label in labels.items()),
        ):
            lines.update(f"{triple} .\n" for triple in rdf.triples(one))
    path.write_text("".join(sorted(lines)), encoding="utf-8")


def _dated(value: items.Value) -> items.Value:
    if value.kind != "time" or value.precision is not None or not value.text.endswith("-01-01"):
        return value
    return items.Value("time", value.text.removesuffix("-01-01"), precision=items.YEAR)


def _name(item: items.Item, stated: items.Statement) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{item.qid} {stated.property} {stated.value}")).upper()


def report(counts: Mapping[str, Counts], show: str | None) -> None:
    """Print the figures, and the rows that are asked for."""
    lines = [f"{'':14}{'links':>6} {'precision':>24} {'twins':>6} {'recall':>22} {'ceiling':>22}"]
    for name, tally in counts.items():
        precision = _told(Share(tally.right, tally.right + tally.wrong))
        recall, ceiling = (_told(Share(part, tally.due)) for part in (tally.found, tally.reachable))
        lines.append(f"{name:14}{tally.links:6} {precision:>24} {tally.twins:6} {recall:>22} {ceiling:>22}")
    for name, tally in counts.items() if show else ():
        lines += [f"{name}\t{row}" for row in (tally.missed if show == "missed" else tally.mistaken)]
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _told(share: Share) -> str:
    return f"{share.part} of {share.whole} {share.value or 0:7.2%}"


if __name__ == "__main__":
    main()
