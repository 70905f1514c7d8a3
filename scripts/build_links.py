"""Builds the link tables of data/links/ from a file of party records with their Wikidata statements.

    python scripts/build_links.py PARTIES.jsonl.gz --redirects REDIRECTS.csv.gz [--share open|all] [--into data/links]

The records are infoboxes of English Wikipedia (CC BY-SA 4.0) beside the statements of Wikidata (CC0), collected by
hdigital/partypositions-wikitags (July 2025, MIT). The default share leaves out the third of the parties that is kept
unread for measuring. What ontology/concepts.ttl knows is left to it.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from partygraph.linking import concepts, evidence, mappings, sssom, tables
from partygraph.linking.items import read_records
from partygraph.resources import folder

SOURCE = "https://github.com/hdigital/partypositions-wikitags"
TABLES = {
    "parties": ("Party articles", "Articles of English Wikipedia about parties, and the items they belong to"),
    "pages": ("Pages that infoboxes of parties link to", "Pages, and the items Wikidata states of the same parties"),
    "redirects": ("Redirects", "Links of infoboxes that lead by redirection to a page of the other tables"),
    "types": ("Kinds of party", "What the items of parties are an instance of"),
    "names": ("Names in infoboxes of parties", "Names that mean one item as the value of one property, with no link"),
}


def is_kept_back(slug: str) -> bool:
    """Tell whether a party is of the third that is kept unread."""
    return int(hashlib.sha256(slug.encode()).hexdigest(), 16) % 3 == 0


def read_redirects(path: Path | None, parties: Collection[int]) -> dict[str, str]:
    """Read link -> page after redirects, from the links of these parties."""
    if path is None:
        return {}
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = {row["link"]: row["page"] for row in csv.DictReader(lines) if int(row["partyfacts_id"]) in parties}
    return {key[:1].upper() + key[1:]: page for key, page in rows.items()}


def build(
    records: list[Mapping[str, Any]], redirects: Mapping[str, str], schemes: tuple[sssom.Row, ...] = ()
) -> dict[str, list[sssom.Row]]:
    """Build the tables; what another table knows already is left to it."""
    known = frozenset(map(tables.row_key, schemes))
    parties = mappings.party_rows(records)
    titles = {row.subject_label: row.qid for row in parties}
    counts = evidence.tally(records, redirects)
    found = [row for context in evidence.CONTEXTS for row in evidence.resolve(context, counts[context.name], titles)]
    pages = [row for row in mappings.page_rows(found) if tables.row_key(row) not in known]
    titled = {row.subject_label: row for row in (*parties, *pages, *schemes) if row.subject_id}
    return {
        "parties": parties,
        "pages": pages,
        "redirects": mappings.redirect_rows(redirects, titled),
        "types": mappings.type_rows(records),
        "names": [
            row for row in mappings.name_rows(evidence.CONTEXTS, counts, found) if tables.row_key(row) not in known
        ],
    }


def main() -> None:
    """Build and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("records", type=Path)
    parser.add_argument("--redirects", type=Path)
    parser.add_argument("--share", choices=("open", "all"), default="open")
    parser.add_argument("--into", type=Path, default=Path(__file__).resolve().parent.parent / "data" / "links")
    options = parser.parse_args()
    records = [r for r in read_records(options.records) if options.share == "all" or not is_kept_back(r["slug"])]
    shares = {r["partyfacts_id"] for r in records}
    schemes = concepts.read(folder("ontology") / "concepts.ttl").rows
    for name, rows in build(records, read_redirects(options.redirects, shares), schemes).items():
        title, description = TABLES[name]
        head = sssom.metadata(
            name,
            title,
            description,
            {
                "license": "https://creativecommons.org/licenses/by-sa/4.0/",
                "mapping_set_source": SOURCE,
                "comment": "From English Wikipedia (CC BY-SA 4.0) and Wikidata (CC0), as of July 2025",
            },
        )
        sssom.write(options.into / f"{name}.sssom.tsv", sssom.Table(head, tuple(rows)))
        sys.stderr.write(f"{name}: {len(rows)} mappings\n")


if __name__ == "__main__":
    main()
