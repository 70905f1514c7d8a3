"""Builds ontology/link-labels.tsv: which labels the links of party infoboxes show for which pages.

Input: a JSON Lines file (may be gzipped) of records with ``slug`` and ``infobox`` (key to wikitext).
With ``--hold-out`` the third of the records whose slug has a SHA-256 divisible by 3 is not read, so that figures
measured on that third are honest.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

LINK = re.compile(r"\[\[([^\[\]|{}\n]{2,120})(?:\|([^\[\]{}\n]{1,120}))?\]\]")
MARKUP = re.compile(r"'{2,}|<[^>]*>|&nbsp;")
HEADER = """\
# Links of party infoboxes: the page and the label shown for it. A row with one name twice: a page that is also
# shown under its own title, listed where another page is shown under that title, or where the title has a comma.
# Built by scripts/build_link_labels.py from the infoboxes of hdigital/partypositions-wikitags (July 2025);
# English Wikipedia, CC BY-SA 4.0.
target\tlabel
"""


def main() -> None:
    """Read the records and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--hold-out", action="store_true")
    options = parser.parse_args()
    pairs: Counter[tuple[str, str]] = Counter()
    for infobox in _infoboxes(options.records, options.hold_out):
        for value in infobox.values():
            pairs.update(_links(str(value)))
    options.output.write_text(HEADER + "".join(f"{t}\t{d}\n" for t, d in _kept(pairs)), encoding="utf-8")


def _infoboxes(path: Path, hold_out: bool) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if hold_out and int(hashlib.sha256(record["slug"].encode()).hexdigest(), 16) % 3 == 0:
                continue
            yield record["infobox"]


def _links(value: str) -> Iterator[tuple[str, str]]:
    for target, label in LINK.findall(value):
        page = _upper(re.sub(r"[\s_]+", " ", MARKUP.sub("", target)).strip())
        shown = re.sub(r"\s+", " ", MARKUP.sub("", label or target)).strip()
        if page and shown and not page.lower().startswith(("file:", "image:", "category:")):
            yield page, shown


def _kept(pairs: Counter[tuple[str, str]]) -> list[tuple[str, str]]:
    different = {(page, label) for page, label in pairs if page != _upper(label) and "\t" not in page + label}
    labels = {_upper(label) for _, label in different}
    same = {(page, page) for page, _ in pairs if page in labels or "," in page}
    return sorted(different | same)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


if __name__ == "__main__":
    main()
