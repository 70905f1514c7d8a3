"""Counts and times the reading of many infoboxes, beside what else reads them.

Run it as ``python scripts/benchmark_infobox.py RECORDS.jsonl[.gz]... [--pages FOLDER] [--wtf FOLDER] [--runs N]``. A
record has a ``title`` and an ``infobox`` (key to wikitext), or the ``text`` of an article.

What is counted: how many filled values of infoboxes become facts, how many are left out with a reason, and how many are
neither. A value that holds nothing but a template which only the wiki resolves, and what merely says how the box is
drawn, are told apart: the share is given with them and without. Beside it stands the share of the values whose key the
DBpedia mapping of the same template has.

What is timed, each in the same run and on the same infoboxes: reading and extracting the infobox by partygraph; a bare
pass of regular expressions over it (its keys, values and links, and nothing of what they mean); mwparserfromhell and
wtf_wikipedia (if ``--wtf`` names a folder with its ``node_modules``) on the whole page; and a plain rdflib mapping of
DBpedia's keys. A whole page is the infobox with running text behind it from the files of ``--pages``, to the length of
42,000 characters, the mean of articles with such infoboxes; without them it is the infobox alone. Ratios are what
counts: machines differ.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from partygraph import readers
from partygraph.extraction import infobox, subject_of
from partygraph.model import Article, Fact, LeftOut, Row, Subject
from partygraph.readers.keys import fold

DBPEDIA = frozenset(
    map(
        fold,
        (
            *("name", "native_name", "logo", "colours", "color", "leader", "chairperson", "president"),
            *("secretary_general", "spokesperson", "foundation", "founded", "dissolved", "dissolution", "split"),
            *("merged", "ideology", "religion", "national", "international", "european", "europarl", "affiliation1"),
            *("youth_wing", "headquarters", "website", "country"),
        ),
    )
)
"""The keys of the mapping "Infobox political party" of DBpedia (mappings.dbpedia.org, CC BY-SA 3.0)."""
NOTHING_IN_IT = frozenset({"unresolved-template", "layout", "empty", "comment"})
PAGE = 42_000

PARAMETER = re.compile(
    r"^\s*\|\s*([^=|\n{}\[\]]+?)\s*=\s*((?:.|\n(?!\s*\|\s*[^=|\n{}\[\]]+=|\}\}\s*$))*)", re.MULTILINE
)
LINK = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]*))?\]\]")

WTF = """
const found = require(process.argv[2] + "/node_modules/wtf_wikipedia");
const wtf = found.default || found;
const pages = JSON.parse(require('fs').readFileSync(process.argv[3], 'utf8'));
const times = [];
for (const page of pages) {
  const begun = process.hrtime.bigint();
  for (const box of wtf(page).infoboxes()) box.json();
  times.push(Number(process.hrtime.bigint() - begun) / 1e6);
}
console.log(JSON.stringify(times));
"""


@dataclass
class Counts:
    """How many values there are, and what becomes of them."""

    articles: int = 0
    crashes: list[str] = field(default_factory=list)
    filled: int = 0
    facts: int = 0
    nothing: int = 0
    lost: int = 0
    mapped: int = 0
    mapped_of_rest: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)

    def add(self, article: Article) -> None:
        """Count the infobox of one article; one that is no party's is counted as such and not looked at."""
        self.articles += 1
        if article.subject is not Subject.PARTY:
            self.others[article.subject.value] += 1
            return
        facts, left_out = infobox.read_rows(article, subject_of(article))
        for row in article.infobox.rows if article.infobox else ():
            if _is_filled(article, row):
                self._row(row, facts, left_out)

    def _row(self, row: Row, facts: Sequence[Fact], left_out: Sequence[LeftOut]) -> None:
        self.filled += 1
        mapped = (row.key, row.number) in DBPEDIA
        self.mapped += mapped
        reasons = [record.reason for record in left_out if record.evidence.span.overlaps(row.span)]
        if any(_quotes(fact, row) for fact in facts):
            self.facts += 1
            self.mapped_of_rest += mapped
        elif not reasons:
            self.lost += 1
        elif NOTHING_IN_IT.issuperset(reasons):
            self.nothing += 1
        else:
            self.mapped_of_rest += mapped
            self.reasons[reasons[0]] += 1

    def lines(self, name: str) -> Iterator[str]:
        """Yield the figures as lines for people."""
        rest = self.filled - self.nothing
        if not rest:
            return
        others = ", ".join(f"{count} {what}" for what, count in sorted(self.others.items())) or "none"
        yield f"{name}: {self.articles} articles, not a party: {others}; crashes: {len(self.crashes)}"
        yield f"  filled values {self.filled}, of which {self.nothing} only lay out the box or ask the wiki"
        yield f"  become facts             {self.facts:6} of {rest} {self.facts / rest:7.1%}"
        yield f"  the same, of all filled  {self.facts:6} of {self.filled} {self.facts / self.filled:7.1%}"
        accounted = self.filled - self.lost
        yield f"  facts or left out        {accounted:6} of {self.filled} {accounted / self.filled:7.1%}"
        yield f"  keys of DBpedia's        {self.mapped_of_rest:6} of {rest} {self.mapped_of_rest / rest:7.1%}"
        yield f"  the same, of all filled  {self.mapped:6} of {self.filled} {self.mapped / self.filled:7.1%}"
        yield "  left out: " + ", ".join(f"{reason} {count}" for reason, count in self.reasons.most_common())


def _is_filled(article: Article, row: Row) -> bool:
    written = article.text[row.span.start : row.span.end]
    return bool(row.value.text.strip()) or "{{" in written


def _quotes(fact: Fact, row: Row) -> bool:
    spans = [one.span for one in fact.evidence] + [q.evidence.span for q in fact.qualifiers if q.evidence]
    return any(span.overlaps(row.span) for span in spans)


# --------------------------------------------------------------------------- what is timed


def ours(text: str) -> object:
    """Read and extract an infobox by partygraph."""
    article = readers.read(text.encode(), name="article")
    return infobox.read_rows(article, subject_of(article))


def expressions(text: str) -> object:
    """Take keys, values and links off an infobox by regular expressions."""
    return [(key, value, LINK.findall(value)) for key, value in PARAMETER.findall(text)]


def mwparserfromhell_whole(text: str) -> object:
    """Parse a page by mwparserfromhell, and take the infobox's parameters."""
    import mwparserfromhell

    page = mwparserfromhell.parse(text)
    boxes = page.filter_templates(matches=lambda node: str(node.name).strip().lower().startswith("infobox"))
    return [(str(p.name), str(p.value)) for box in boxes[:1] for p in box.params]


def rdflib_mapping(text: str) -> object:
    """Map DBpedia's keys of an infobox to an rdflib graph, as a plain script would."""
    import mwparserfromhell
    import rdflib

    graph = rdflib.Graph()
    party = rdflib.URIRef("http://dbpedia.org/resource/Party")
    ontology = rdflib.Namespace("http://dbpedia.org/ontology/")
    for box in mwparserfromhell.parse(text).filter_templates(recursive=False)[:1]:
        for parameter in box.params:
            name = str(parameter.name).strip()
            if fold(name) not in DBPEDIA:
                continue
            links = parameter.value.filter_wikilinks()
            for link in links:
                page = quote(str(link.title).strip().replace(" ", "_"))
                graph.add((party, ontology[name], rdflib.URIRef("http://dbpedia.org/resource/" + page)))
            if not links:
                graph.add((party, ontology[name], rdflib.Literal(parameter.value.strip_code().strip())))
    return graph


def timed(read: Callable[[str], object], texts: Sequence[str], runs: int) -> list[float]:
    """Return the fastest time of each text, in milliseconds of the processor."""
    for text in texts[:20]:
        read(text)
    best = [float("inf")] * len(texts)
    for _ in range(runs):
        for number, text in enumerate(texts):
            begun = time.process_time_ns()
            read(text)
            best[number] = min(best[number], (time.process_time_ns() - begun) / 1e6)
    return best


def wtf_wikipedia(folder: Path, pages: Sequence[str]) -> list[float]:
    """Return the time of each page by wtf_wikipedia, in milliseconds, after a warming run of some."""
    with tempfile.TemporaryDirectory() as place:
        script, data = Path(place) / "wtf.cjs", Path(place) / "pages.json"
        script.write_text(WTF, encoding="utf-8")
        warming = list(pages[:20])
        data.write_text(json.dumps([*warming, *pages]), encoding="utf-8")
        done = subprocess.run(
            ["node", str(script), str(folder.resolve()), str(data)], check=True, capture_output=True, text=True
        )
    return [float(one) for one in json.loads(done.stdout)[len(warming) :]]


def whole_pages(boxes: Sequence[str], folder: Path | None) -> list[str]:
    """Return the infoboxes as pages of a usual length, with running text of other pages behind them."""
    files = sorted(folder.glob("*.wikitext")) if folder else []
    text = "\n\n".join(re.sub(r"\{\{\s*[Ii]nfobox", "{{Box", file.read_text(encoding="utf-8")) for file in files)
    if not text:
        return list(boxes)
    made, at = [], 0
    for box in boxes:
        missing = max(0, PAGE - len(box))
        made.append(f"{box}\n{text[at : at + missing]}")
        at = (at + missing) % max(1, len(text) - PAGE)
    return made


def measure(boxes: Sequence[str], pages: Sequence[str], runs: int, wtf: Path | None) -> list[tuple[str, list[float]]]:
    """Time everything on the same infoboxes and pages."""
    figures = [
        ("regular expressions, infobox", timed(expressions, boxes, runs)),
        ("partygraph, infobox", timed(ours, boxes, runs)),
        ("rdflib mapping, infobox", timed(rdflib_mapping, boxes, runs)),
        ("partygraph, whole page", timed(ours, pages, 1)),
        ("mwparserfromhell, whole page", timed(mwparserfromhell_whole, pages, 1)),
    ]
    if wtf:
        figures.append(("wtf_wikipedia, whole page", wtf_wikipedia(wtf, pages)))
    return figures


def report(figures: Iterable[tuple[str, list[float]]]) -> Iterator[str]:
    """Yield the times as lines, with the ratio to partygraph on the infobox."""
    figures = list(figures)
    unit = statistics.mean(dict(figures)["partygraph, infobox"])
    yield f"{'':30}{'ms, mean':>10}{'median':>9}{'95%':>9}{'a second':>10}{'ratio':>9}"
    for name, times in figures:
        mean, ordered = statistics.mean(times), sorted(times)
        late = ordered[int(len(ordered) * 0.95)]
        yield f"{name:30}{mean:10.3f}{statistics.median(times):9.3f}{late:9.3f}{1000 / mean:10.0f}{mean / unit:9.2f}"


# --------------------------------------------------------------------------- the call


def count(path: Path) -> tuple[Counts, list[str]]:
    """Count the articles of a file, and return the infoboxes of those in wikitext."""
    counts, boxes = Counts(), []
    for _, found in readers.read_records(path):
        if not isinstance(found, Article):
            counts.crashes.append(str(found))
            continue
        counts.add(found)
        if found.form == "wikitext" and found.infobox:
            boxes.append(found.text)
    return counts, boxes


def main() -> None:
    """Read the call and print the figures."""
    call = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    call.add_argument("records", nargs="+", type=Path)
    call.add_argument("--pages", type=Path, help="a folder of pages whose text fills up the pages to parse")
    call.add_argument("--wtf", type=Path, help="a folder with node_modules/wtf_wikipedia")
    call.add_argument("--runs", type=int, default=3)
    call.add_argument("--sample", type=int, default=300, help="how many infoboxes are timed, spread over all")
    given = call.parse_args()
    boxes: list[str] = []
    for path in given.records:
        counts, found = count(path)
        boxes += found
        sys.stdout.writelines(f"{line}\n" for line in counts.lines(path.name))
    boxes = boxes[:: max(1, len(boxes) // given.sample)]
    if not boxes:
        return
    pages = whole_pages(boxes, given.pages)
    mean = statistics.mean(map(len, pages))
    sys.stdout.write(f"timed: {len(boxes)} infoboxes, pages of {mean:.0f} characters on average\n")
    wtf = given.wtf if given.wtf and shutil.which("node") else None
    sys.stdout.writelines(f"{line}\n" for line in report(measure(boxes, pages, given.runs, wtf)))
    if wtf is None:
        sys.stdout.write(
            "wtf_wikipedia was not timed: it needs node, and --wtf FOLDER after npm install wtf_wikipedia\n"
        )


if __name__ == "__main__":
    main()
