"""``partygraph evaluate``: scores by gold."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import click

from partygraph import evaluation, tables
from partygraph.cli.articles import Inputs
from partygraph.cli.talk import give, say, terminal_width
from partygraph.errors import InputError, Place
from partygraph.evaluation import Evaluation, Outcome, Score, Share, gold, offsets
from partygraph.facttable import COLUMNS, FactRow, rows
from partygraph.model import Article
from partygraph.resources import folder

KINDS = ("misses", "wrong", "unlisted", "partly", "incomplete", "differs", "all")


@dataclass
class _Result:
    """The judgements of a call."""

    evaluations: list[Evaluation] = field(default_factory=list)
    checks: list[tuple[Path, offsets.OffsetCheck]] = field(default_factory=list)


@click.command(
    "evaluate",
    epilog="""\b
Examples:
  partygraph evaluate gold/*.gold.tsv                      articles beside their gold
  partygraph evaluate x.tsv --articles texts/ --show misses
  partygraph evaluate x.tsv --facts facts.tsv --json       a table made earlier, or by another program
  partygraph evaluate gold/*.tsv --min-precision 0.9 --min-recall 0.7
  partygraph evaluate gold/*.tsv --articles parties.jsonl  articles among the records of a file
  partygraph evaluate parties.jsonl.gz --wikidata          agreement with the records' Wikidata statements
""",
)
@click.argument("golds", nargs=-1, required=True, metavar="GOLD...", type=click.Path(path_type=Path))
@click.option("--article", type=click.Path(path_type=Path), help="The article of all the gold files.")
@click.option(
    "--articles",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Where articles lie: a folder or JSON Lines file.",
)
@click.option("--wikidata", is_flag=True, help="Compare the records of JSON Lines files with their own statements.")
@click.option(
    "--ceiling", multiple=True, metavar="PREDICATE=SHARE", help="With --wikidata: what the data allow at most."
)
@click.option("--facts", "table", type=click.Path(path_type=Path), help="Score this fact table (tsv, csv or json).")
@click.option("--json", "as_json", is_flag=True, help="Print all scores as JSON.")
@click.option("--show", type=click.Choice(KINDS), multiple=True, help="List these rows; may be given more than once.")
@click.option("--min-precision", type=click.FloatRange(0, 1), help="Leave with 1 if the precision is lower.")
@click.option("--min-recall", type=click.FloatRange(0, 1), help="Leave with 1 if the recall is lower.")
def command(
    golds: tuple[Path, ...],
    article: Path | None,
    articles: tuple[Path, ...],
    table: Path | None,
    as_json: bool,
    show: tuple[str, ...],
    min_precision: float | None,
    min_recall: float | None,
    wikidata: bool,
    ceiling: tuple[str, ...],
) -> int:
    """Score the facts of articles by gold rows: precision, recall, F1, and what must not be asserted.

    GOLD is a tab-separated file with the columns subject, predicate, object, source, evidence, qualifiers (or JSON
    lines with start, end and quote, whose offsets are checked). Its article is the file of the same name beside it
    (x.txt for x.gold.tsv), or the one named by its subject or by the file in --articles or in the project's own.

    A row is found if subject, predicate, object and source agree; "complete" if all its qualifiers agree, too. A date
    that is coarser or finer, a claim that is stated as a fact, and what is only a candidate count as partly found, and
    not as hits. Precision counts every asserted row that is not in the gold as wrong; "judged" leaves those away, for
    gold that is not exhaustive. Candidates are counted apart. Intervals are Wilson's, 95%.

    With --wikidata, GOLD is a JSON Lines file of articles, each with its Wikidata ID (qid) and statements (wikidata):
    for each property it is counted in how many articles both sides have a value, in how many of those one is the same
    (dates by their year, things by item or name), where one side alone has one, and how many values of each side the
    other has, too; --show differs lists what differs.
    """
    if wikidata:
        from partygraph.cli import agreeing

        most = agreeing.ceilings(ceiling)
        return agreeing.compare(golds, most=most, as_json=as_json, show=bool({"differs", "all"} & set(show)))
    result = _Result()
    reading = Inputs([str(path) for path in golds])
    folders = [*articles, folder("data") / "articles"]
    for path in golds:
        try:
            _evaluate(path, result, _Articles(article, folders, table))
        except InputError as error:
            reading.fail(error)
    total = evaluation.total(result.evaluations)
    if as_json:
        give(json.dumps(_as_json(result), ensure_ascii=False, indent=1) + "\n")
    else:
        _print(result)
        _show(result, show)
    return reading.exit_code(_below(total, min_precision, min_recall) or any(check.off for _, check in result.checks))


@dataclass(frozen=True)
class _Articles:
    """Where the table of a gold file comes from."""

    article: Path | None
    folders: Sequence[Path]
    table: Path | None

    def of(self, path: Path, topic: str) -> tuple[tuple[FactRow, ...], str | None, str | None]:
        """Return the rows, the article's text and its form (None where only a table is given)."""
        if self.table is not None:
            every = tuple(_read_table(self.table))
            named = tuple(row for row in every if gold.folded(row.article) == gold.folded(topic))
            return named or every, None, None
        place = self.article or gold.article_beside(path, topic, self.folders) or self._record(path, topic)
        if place is None:
            raise InputError(
                "the article of this gold is not found",
                where=Place(str(path)),
                remedy="Put it beside the gold under the same name, or say --article FILE or --articles FOLDER",
            )
        from partygraph import street

        extraction = street.extract(place)
        return rows(extraction), extraction.article.text, extraction.article.form

    def _record(self, path: Path, topic: str) -> Article | None:
        """Find an article among the records of the JSON Lines files, by the name of its gold or by its topic."""
        names = (gold.folded(path.stem.removesuffix(".gold")), gold.folded(topic))
        files = [_records(place) for place in self.folders if place.is_file()]
        return next((found[name] for found in files for name in names if name in found), None)


@cache
def _records(path: Path) -> dict[str, Article]:
    """Return the articles of a JSON Lines file by their folded names and titles."""
    from partygraph import readers

    found: dict[str, Article] = {}
    for one in readers.read_all(path):
        if isinstance(one, Article):
            for name in (one.title, one.source.name):
                found.setdefault(gold.folded(name), one)
    return found


def _evaluate(path: Path, result: _Result, articles: _Articles) -> None:
    if path.suffix in (".jsonl", ".ndjson"):
        facts = offsets.read(path)
        found, text, _ = articles.of(path, _first_subject(path))
        result.checks.append((path, offsets.check(facts, text or "", found)))
        return
    found, text, form = articles.of(path, gold.read(path).topic)
    result.evaluations.append(evaluation.evaluate(path, found, text=text, form=form))


def _first_subject(path: Path) -> str:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    return str(json.loads(first).get("subject", "")).rpartition(":")[2]


def _read_table(path: Path) -> Iterator[FactRow]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            separator = "," if path.suffix == ".csv" else "\t"
            records: Any = json.load(file) if path.suffix == ".json" else csv.DictReader(file, delimiter=separator)
            for record in records:
                cells = {name: record[name] for name in COLUMNS}
                yield FactRow(**{**cells, "start": int(cells["start"]), "end": int(cells["end"])})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"not a fact table: {error}",
            where=Place(str(path)),
            remedy=f"Its columns are {' '.join(COLUMNS)}; partygraph facts writes one",
        ) from error


def _below(total: Score, precision: float | None, recall: float | None) -> bool:
    low = False
    for name, bar, share in (("precision", precision, total.precision), ("recall", recall, total.recall)):
        if bar is not None and (share.value or 0.0) < bar:
            say(f"{name} {_percent(share)} is below the bar of {bar:.1%}")
            low = True
    return low


def _as_json(result: _Result) -> dict[str, Any]:
    checks = {
        path.name: {"facts": len(check.facts), "offsets_off": len(check.off), "uncovered": len(check.uncovered)}
        for path, check in result.checks
    }
    return {**evaluation.as_json(result.evaluations), "offsets": checks}


SCORE_COLUMNS = (
    *("", "precision", "recall", "f1", "gold", "found", "complete", "elsewhere", "partly"),
    *("rows", "right", "near", "wrong", "unlisted", "candidates", "judged", "negatives", "violated"),
)


def _print(result: _Result) -> None:
    everything = result.evaluations
    if everything:
        lines: list[tuple[tables.Value, ...]] = [
            _line(e.path.name.removesuffix(".tsv").removesuffix(".gold"), e.score) for e in everything
        ]
        lines += [
            _line(f"[{s}]", evaluation.total(everything, source=s)) for s in evaluation.keys(everything, "source")
        ]
        lines += [
            _line(name, evaluation.total(everything, predicate=name))
            for name in evaluation.keys(everything, "predicate")
        ]
        score = evaluation.total(everything)
        lines.append(_line("TOTAL", score))
        give(tables.write_table(SCORE_COLUMNS, lines, "table"))
        for name, share in (("precision", score.precision), ("judged", score.judged), ("recall", score.recall)):
            give(f"{name:9}  {_percent(share)}\n")
        give(f"negatives  {score.violated} of {score.forbidden} asserted\n")
    for path, check in result.checks:
        count = len(check.facts)
        sound, covered = count - len(check.off), count - len(check.uncovered)
        give(f"{path.name}: offsets right {sound} of {count}, quoted by a fact {covered} of {count}\n")
        for fact in check.off:
            give(f"  line {fact.line}: the text has other characters at {fact.start}-{fact.end}\n")
        for fact in check.uncovered:
            give(f"  line {fact.line}: no fact quotes {fact.start}-{fact.end} {fact.quote[:80]!r}\n")


def _line(name: str, score: Score) -> tuple[tables.Value, ...]:
    def rounded(value: float | None) -> str:
        return "" if value is None else f"{value:.3f}"

    return (
        *(name, rounded(score.precision.value), rounded(score.recall.value), rounded(score.f1)),
        *(score.expected, score.found, score.complete, score.elsewhere, score.partly, score.asserted, score.right),
        *(
            score.near,
            score.wrong,
            score.unlisted,
            score.candidates,
            rounded(score.judged.value),
            score.forbidden,
            score.violated,
        ),
    )


def _percent(share: Share) -> str:
    if share.value is None or share.interval is None:
        return "nothing to count"
    low, high = share.interval
    return f"{share.value:.1%} ({share.part} of {share.whole}; 95%: {low:.1%} to {high:.1%})"


def _show(result: _Result, kinds: Sequence[str]) -> None:
    wanted = {
        "misses": (Outcome.MISSED, Outcome.ELSEWHERE),
        "wrong": (Outcome.WRONG,),
        "unlisted": (Outcome.UNLISTED,),
        "partly": (Outcome.PARTLY, Outcome.NEAR),
        "all": tuple(Outcome),
    }
    outcomes = {outcome for kind in kinds for outcome in wanted.get(kind, ())}
    columns = ("outcome", "subject", "predicate", "object", "qualifiers", "source", "evidence")
    lines: list[tuple[tables.Value, ...]] = []
    for one in result.evaluations:
        for verdict in one.gold:
            lacking = f"lacks {', '.join(verdict.lacks)}" if verdict.lacks else ""
            if verdict.outcome in outcomes or (lacking and "incomplete" in kinds):
                row = verdict.row
                marks = ";".join(f"{key}={value}" for key, value in row.qualifiers)
                state = f"{verdict.outcome.value} {lacking}".strip()
                lines.append((state, row.subject, row.predicate, row.object, marks, row.source, row.evidence))
        for judged in one.table:
            if judged.outcome in outcomes:
                fact = judged.row
                cells = (fact.subject, fact.predicate, fact.object, fact.qualifiers, fact.source, fact.quote)
                lines.append((judged.outcome.value, *cells))
    if lines:
        give("\n" + tables.write_table(columns, lines, "table", width=terminal_width()))
