"""Builds ontology/concepts.ttl, the concept schemes, from a file of party records with their Wikidata statements.

    python scripts/build_concepts.py PARTIES.jsonl.gz --redirects REDIRECTS.csv.gz [--share open|sealed|all]

The records are infoboxes of English Wikipedia (CC BY-SA 4.0) beside the statements of Wikidata (CC0), collected by
hdigital/partypositions-wikitags (July 2025, MIT). A concept is a page that infoboxes link to. It is matched with an
item of Wikidata only where the two are stated of the same parties clearly and unambiguously; what counting cannot
decide stands in ontology/concept-decisions.tsv. The default share leaves out the third of the parties that is kept
unread for measuring.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parent))

from partygraph.formats import format_turtle

Record = Mapping[str, Any]
ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"
CONCEPT = "https://w3id.org/partygraph/concept/"
MAINTAINERS = "https://w3id.org/partygraph/maintainers"
NO_VALUE = re.compile(r"<!--.*?-->|<ref[^>]*/>|<ref.*?</ref>|\{\{\s*(?:cite|sfn|refn|efn).*?\}\}", re.S | re.I)
LINK = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]*))?\]\]")
ITEM = re.compile(r"(.*) \((Q[1-9][0-9]*)\)")
DISAMBIGUATION = re.compile(r" \([^()]*\)$")
REGION = re.compile(r"(.+?) in (?:the )?[A-Z].*")

LINKED_TOO_RARELY = 2
"""A page that fewer parties link to is no concept of its own."""
SHARED_TOO_RARELY = 2
"""A match needs at least so many parties of which both page and item are stated."""
SAME_PARTIES = 0.6
"""Dice coefficient from which page and item match although their names differ, ..."""
MANY_PARTIES = 10
"""... if so many parties share them, and the runner-up has at most half."""
NEARLY = (3, 0.5)
"""Parties shared, and Dice coefficient, from which a pair of different names is a close match."""
LABEL_USES = 3
"""How often a link's label must be used for a page to become another name of it."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A concept scheme: the infobox key of its name and the statement of Wikidata say the concepts of a party."""

    name: str
    title: str
    description: str
    statement: str


SCHEMES = (
    Scheme(
        "ideology",
        "Political ideologies",
        "Ideologies and causes that articles about parties name.",
        "political ideology (P1142)",
    ),
    Scheme(
        "position",
        "Positions on the political spectrum",
        "Places on the political spectrum that articles about parties name. Those of the line from left to right have "
        "their place on it as schema:position, from 1 to 7.",
        "political alignment (P1387)",
    ),
    Scheme("religion", "Religions", "Religions that articles about parties name.", "religion or worldview (P140)"),
)
SPECTRUM = ("Far-left", "Left-wing", "Centre-left", "Centrism", "Centre-right", "Right-wing", "Far-right")


@dataclass(slots=True)
class Counts:
    """How often pages and items are stated of parties, each alone and both together."""

    pages: Counter[str] = field(default_factory=Counter)
    """Parties that link to a page."""
    pages_beside: Counter[str] = field(default_factory=Counter)
    """Parties that link to a page and have an item of any sort."""
    items: Counter[str] = field(default_factory=Counter)
    both: Counter[tuple[str, str]] = field(default_factory=Counter)
    labels: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    names: dict[str, str] = field(default_factory=dict)
    """Wikidata's label of an item."""

    def dice(self, page: str, item: str) -> float:
        """Return how alike the parties of a page and of an item are, from 0 to 1."""
        whole = self.pages_beside[page] + self.items[item]
        return 2 * self.both[page, item] / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Match:
    """An item that a page is matched with: ``exact`` or ``close``; ``confirmed`` by hand, or by counting."""

    item: str
    kind: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided by hand: matches confirmed and denied, and pages that are no concept."""

    confirmed: Mapping[tuple[str, str], str]
    denied: frozenset[tuple[str, str, str]]
    none: frozenset[tuple[str, str]]


def is_sealed(slug: str) -> bool:
    """Tell whether a party belongs to the third that is kept unread for measuring."""
    return int(hashlib.sha256(slug.encode()).hexdigest(), 16) % 3 == 0


def read_decisions(path: Path) -> Decisions:
    """Read the table of decisions."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    return Decisions(
        {(row["scheme"], row["page"]): row["qid"] for row in rows if row["decision"] == "confirmed"},
        frozenset((row["scheme"], row["page"], row["qid"]) for row in rows if row["decision"] == "denied"),
        frozenset((row["scheme"], row["page"]) for row in rows if row["decision"] == "none"),
    )


def read_redirects(path: Path) -> dict[str, str]:
    """Read which page a link leads to."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return {row["link"]: row["page"] for row in csv.DictReader(file) if row["page"]}


def read_records(path: Path, share: str) -> Iterator[Record]:
    """Read the party records of a share."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for record in map(json.loads, file):
            if share == "all" or is_sealed(record["slug"]) == (share == "sealed"):
                yield record


def links(value: str, redirects: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the pages that an infobox value links to, each with the label; references are no part of the value."""
    found = []
    for target, label in LINK.findall(NO_VALUE.sub("", value)):
        title = target.partition("#")[0].replace("_", " ").strip()
        if not title or ":" in title:
            continue
        page = redirects.get(title) or redirects.get(title[0].upper() + title[1:]) or title[0].upper() + title[1:]
        found.append((page, (label or target).strip(" '\n")))
    return tuple(found)


def items(record: Record, statement: str) -> dict[str, str]:
    """Return the items of a statement of Wikidata with their labels."""
    values = record["wikidata"].get(statement, ())
    matches = map(ITEM.fullmatch, [values] if isinstance(values, str) else filter(None, values))
    return {match[2]: match[1] for match in matches if match}


def count(records: Iterable[Record], scheme: Scheme, redirects: Mapping[str, str]) -> Counts:
    """Count what the records state of their parties."""
    counts = Counts()
    for record in records:
        linked = links(record["infobox"].get(scheme.name) or "", redirects)
        pages, stated = {page for page, _ in linked}, items(record, scheme.statement)
        counts.pages.update(pages)
        for page, label in linked:
            counts.labels[page][label] += 1
        if pages and stated:
            counts.pages_beside.update(pages)
            counts.items.update(stated.keys())
            counts.both.update((page, item) for page in pages for item in stated)
            counts.names.update(stated)
    return counts


def folded(name: str) -> str:
    """Fold a name for comparing: no disambiguation, no case, no sort of dash, no trailing 'politics'."""
    text = DISAMBIGUATION.sub("", name).casefold().replace("–", "-")
    return text.removesuffix(" politics")


def match(page: str, counts: Counts, denied: frozenset[str]) -> Match | None:
    """Find the item that a page clearly and unambiguously belongs to.

    A pair with one name is exact where it is shared by some parties and no other item is more alike; a pair with two
    names only where many parties share it and no other comes near, and otherwise close at most.
    """
    shared = [item for item in counts.items if counts.both[page, item] >= SHARED_TOO_RARELY and item not in denied]
    ranked = sorted(shared, key=lambda item: (-counts.dice(page, item), item))
    if not ranked:
        return None
    named = [item for item in ranked if folded(counts.names[item]) == folded(page)]
    if len(named) == 1 and _best_page(named[0], counts) == page:
        return Match(named[0], "exact", False)
    best = ranked[0]
    if named or _best_page(best, counts) != page or _taken_by_name(best, counts):
        return None
    alike, second = counts.dice(page, best), counts.dice(page, ranked[1]) if len(ranked) > 1 else 0.0
    if counts.both[page, best] >= MANY_PARTIES and alike >= SAME_PARTIES and second <= alike / 2:
        return Match(best, "exact", False)
    return Match(best, "close", False) if counts.both[page, best] >= NEARLY[0] and alike >= NEARLY[1] else None


def _best_page(item: str, counts: Counts) -> str:
    pages = [page for page in counts.pages_beside if counts.both[page, item]]
    same = [page for page in pages if folded(page) == folded(counts.names[item])]
    return max(sorted(same or pages), key=lambda page: counts.dice(page, item))


def _taken_by_name(item: str, counts: Counts) -> bool:
    return any(folded(page) == folded(counts.names[item]) for page in counts.pages)


def concepts(scheme: Scheme, counts: Counts, decisions: Decisions) -> dict[str, Match | None]:
    """Return the pages that are concepts of a scheme, each with its match."""
    found: dict[str, Match | None] = {}
    for page in sorted(counts.pages):
        denied = frozenset(item for name, title, item in decisions.denied if (name, title) == (scheme.name, page))
        by_hand = decisions.confirmed.get((scheme.name, page))
        if (scheme.name, page) in decisions.none or (counts.pages[page] < LINKED_TOO_RARELY and not by_hand):
            continue
        found[page] = Match(by_hand, "exact", True) if by_hand else match(page, counts, denied)
    return found


def label(scheme: Scheme, page: str) -> str:
    """Return the name of a concept: the page's title, without what tells it from others."""
    text = DISAMBIGUATION.sub("", page)
    return text.removesuffix(" politics") if scheme.name == "position" else text


def slug(name: str) -> str:
    """Return the last part of a concept's IRI.

    >>> slug("Marxism–Leninism")
    'marxism-leninism'
    """
    plain = unicodedata.normalize("NFKD", name.replace("–", "-")).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def broader(page: str, pages: Iterable[str]) -> str | None:
    """Return the wider concept that a name itself tells: of 'X in Spain' it is X, of 'Green liberalism' liberalism."""
    known = {folded(other): other for other in pages}
    name = DISAMBIGUATION.sub("", page)
    if " of " in name:
        return None
    in_region = REGION.fullmatch(name)
    if in_region:
        return known.get(folded(in_region[1]))
    words = folded(name).split(" ")
    tails = (" ".join(words[start:]) for start in range(1, len(words)))
    return next((known[tail] for tail in tails if tail in known and known[tail] != page), None)


def is_spelling(name: str, page: str) -> bool:
    """Tell whether a name is another form of a page's title, word by word: Center-left of Centre-left politics."""
    words, others = re.split(r"[ -]", folded(name)), re.split(r"[ -]", folded(page))
    return len(words) == len(others) and all(a[:4] == b[:4] for a, b in zip(words, others, strict=True))


def other_names(page: str, counts: Counts, taken: frozenset[str]) -> tuple[str, ...]:
    """Return the labels of links that are another spelling of a page's title, used often for it and for no other."""
    names = {name for name, uses in counts.labels[page].items() if uses >= LABEL_USES}
    fitting = (
        name
        for name in names
        if folded(name) not in taken
        and is_spelling(name, page)
        and re.fullmatch(r"[A-Za-z][\w '’–-]{2,40}", name)
        and sum(counts.labels[other][name] for other in counts.labels) == counts.labels[page][name]
    )
    unique = {name.casefold(): name for name in sorted(fitting, reverse=True)}
    return tuple(sorted(unique.values()))


def write(scheme: Scheme, counts: Counts, decisions: Decisions) -> Iterator[str]:
    """Write a scheme and its concepts as Turtle blocks."""
    iri = f"<{CONCEPT}{scheme.name}>"
    yield (
        f"{iri} a skos:ConceptScheme ; rdfs:label {_text(scheme.title)} ; dcterms:title {_text(scheme.title)} ; "
        f"dcterms:description {_text(scheme.description)} ; dcterms:creator <{MAINTAINERS}> ; "
        f"dcterms:license <https://creativecommons.org/licenses/by-sa/4.0/> ; "
        f"dcterms:source <https://github.com/hdigital/partypositions-wikitags> ."
    )
    found = concepts(scheme, counts, decisions)
    taken = frozenset(map(folded, found))
    for page, matched in found.items():
        yield _concept(scheme, page, matched, counts, found, taken)


def _concept(
    scheme: Scheme,
    page: str,
    matched: Match | None,
    counts: Counts,
    found: Mapping[str, Match | None],
    taken: frozenset[str],
) -> str:
    name = label(scheme, page)
    url = "https://en.wikipedia.org/wiki/" + quote(page.replace(" ", "_"), safe="()_-,'")
    lines = [
        f"<{CONCEPT}{scheme.name}/{slug(name)}> a skos:Concept",
        f"rdfs:label {_text(name)}",
        f"skos:prefLabel {_text(name)}",
        f"skos:inScheme <{CONCEPT}{scheme.name}>",
        f"foaf:isPrimaryTopicOf <{url}>",
        f"skos:editorialNote {_text(_evidence(page, matched, counts))}",
    ]
    wider = broader(page, found)
    if wider:
        lines.append(f"skos:broader <{CONCEPT}{scheme.name}/{slug(label(scheme, wider))}>")
    else:
        lines.append(f"skos:topConceptOf <{CONCEPT}{scheme.name}>")
    if matched:
        lines.append(f"skos:{matched.kind}Match wd:{matched.item}")
    lines += [
        f"skos:altLabel {_text(other)}"
        for other in other_names(page, counts, taken - {folded(name)})
        if other.casefold() != name.casefold()
    ]
    if scheme.name == "position" and name in SPECTRUM:
        lines.append(f"schema:position {SPECTRUM.index(name) + 1}")
    return " ;\n    ".join(lines) + " ."


def _evidence(page: str, matched: Match | None, counts: Counts) -> str:
    text = f"Linked in the infoboxes of {counts.pages[page]} parties."
    if matched is None:
        return f"{text} No item of Wikidata goes with it clearly."
    if matched.confirmed:
        return f"{text} {matched.item} is confirmed by hand."
    return (
        f"{text} {counts.both[page, matched.item]} parties have both the link and {matched.item}; "
        f"{counts.pages_beside[page]} have the link and some item, {counts.items[matched.item]} have {matched.item}."
    )


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) + "@en"


def build(records: Sequence[Record], redirects: Mapping[str, str], decisions: Decisions) -> str:
    """Return the concept schemes as Turtle in canonical order."""
    prefixes = {
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "ideology": CONCEPT + "ideology/",
        "position": CONCEPT + "position/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "religion": CONCEPT + "religion/",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "wd": "http://www.wikidata.org/entity/",
    }
    head = (
        "# Concept schemes, built by scripts/build_concepts.py from infoboxes of English Wikipedia (CC BY-SA 4.0) and\n"
        "# statements of Wikidata (CC0), as collected by hdigital/partypositions-wikitags, July 2025. Do not edit by\n"
        "# hand: decisions stand in concept-decisions.tsv.\n"
    )
    blocks = [block for scheme in SCHEMES for block in write(scheme, count(records, scheme, redirects), decisions)]
    lines = [f"@prefix {name}: <{iri}> ." for name, iri in prefixes.items()]
    return format_turtle(head + "\n".join(lines) + "\n\n" + "\n\n".join(blocks) + "\n")


def main() -> None:
    """Read the arguments, build, write."""
    parser = argparse.ArgumentParser(description="Build the concept schemes of ontology/concepts.ttl.")
    parser.add_argument("parties", type=Path, help="party records, gzipped JSON lines")
    parser.add_argument("--redirects", type=Path, required=True, help="gzipped CSV with the columns link and page")
    parser.add_argument("--share", choices=("open", "sealed", "all"), default="open", help="which parties to count")
    parser.add_argument("--into", type=Path, default=ONTOLOGY / "concepts.ttl", help="the file to write")
    arguments = parser.parse_args()
    records = list(read_records(arguments.parties, arguments.share))
    decisions = read_decisions(ONTOLOGY / "concept-decisions.tsv")
    text = build(records, read_redirects(arguments.redirects), decisions)
    arguments.into.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
