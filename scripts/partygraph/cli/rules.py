"""``partygraph rules``: the knowledge that reads articles, and how it read a sentence."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from partygraph import facttable, tables
from partygraph.cli.articles import Inputs, explain_inputs
from partygraph.cli.options import format_options
from partygraph.cli.talk import give, say, terminal_width
from partygraph.errors import FindingsError, InputError, Place, UsageError
from partygraph.model import Article, Extraction, Sentence, Span, Subject

if TYPE_CHECKING:
    from partygraph.rules.records import Telling

INFOBOX_LINE = re.compile(r"-?\s*[A-Z][\w ]{0,40}:\s+\S.*")


@click.group(
    "rules",
    epilog="""\b
Examples:
  partygraph rules list founded                       the rules that can say it
  partygraph rules explain "The Lake Party was founded in 1931 by Ann Lee."
  partygraph rules explain party.txt elected          the sentences with this word
  partygraph rules keys articles/ -f csv              what a new rule would be worth
  partygraph rules record judged.tsv > records.tsv    what readers found of the rules
""",
)
def command() -> None:
    """Show the rules, how a sentence was read by them, which infobox keys have none, and how often rules err."""


@command.command("list")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@format_options(tuple(tables.FORMATS), "table")
def listing(words: tuple[str, ...], form: str) -> int:
    """List the rules, or those with some words in their name, predicate, key or pattern."""
    rows = [row for row in (*_infobox_rules(), *_phrase_rules()) if _has(row, words)]
    give(tables.write_table(("rule", "states", "where it stands", "examples"), rows, form, width=terminal_width()))
    if not rows:
        raise FindingsError(f"no rule has {' and '.join(words)} in it", remedy="See all: partygraph rules list")
    return 0


def _infobox_rules() -> list[tuple[tables.Value, ...]]:
    from partygraph.rules import infobox

    return [
        (rule.name, rule.states or f"(left out: {rule.left_out})", ", ".join(rule.keys), len(rule.examples))
        for rule in infobox.rules()
    ]


def _phrase_rules() -> list[tuple[tables.Value, ...]]:
    from partygraph.rules import phrases

    return [
        (
            f"phrase:{rule.name.removeprefix('phrase:')}",
            ", ".join(dict.fromkeys(statement.predicate for statement in rule.statements)),
            " / ".join(rule.patterns),
            len(rule.examples) + len(rule.counterexamples),
        )
        for rule in phrases.phrases()
    ]


def _has(row: Sequence[tables.Value], words: Sequence[str]) -> bool:
    return all(any(word.casefold() in str(cell).casefold() for cell in row) for word in words)


@command.command("explain")
@click.argument("words", nargs=-1, required=True, metavar="ARTICLE [WORD]... | SENTENCE")
@click.option("--title", default="Example Party", show_default=True, help="The title of the article of a SENTENCE.")
def explain(words: tuple[str, ...], title: str) -> int:
    """Show how sentences were read: what they mention, which rules matched, which nearly did, and what came of it.

    Of an ARTICLE all sentences with all the words are explained. Anything that is no file is itself taken as the
    sentence, or as a line of an infobox ("Leader: Ann Lee"), of an article with that title.
    """
    if words[0] == "-" or Path(words[0]).exists():
        reading = Inputs([words[0]])
        extractions, wanted = list(reading.extractions()), words[1:]
    else:
        reading, wanted = Inputs([]), ()
        extractions = [_made_up(" ".join(words), title)]
    told = [text for extraction in extractions for text in _explained(extraction, wanted)]
    if not told and not reading.failures:
        raise FindingsError(f"no sentence has {' and '.join(map(repr, wanted))} in it", remedy="Try fewer words")
    give("\n".join(told))
    return reading.exit_code()


def _made_up(text: str, title: str) -> Extraction:
    from partygraph import readers, street

    if not text.strip():
        raise UsageError("there is no sentence", remedy='Write it: partygraph rules explain "The party was founded."')
    line = INFOBOX_LINE.fullmatch(text.strip())
    body = f"{title}\n- {text.strip().removeprefix('-').strip()}\n" if line else f"{text.strip()}\n"
    return street.extract(readers.read(f"= {title} =\n\n{body}", record={"subject": "party"}))


def _explained(extraction: Extraction, words: Sequence[str]) -> list[str]:
    from partygraph.extraction.prose import explaining

    article = extraction.article
    lines = article.infobox.rows if article.infobox else ()
    told = []
    for row in lines:
        text = article.text[row.span.start : row.span.end]
        # Above the lines with a key stands the name of the box, which nobody asks about.
        if re.search("[:=]", text) and _has((text,), words) and (words or not article.sentences()):
            told.append(_with_results(f"line {article.line(row.span.start)}: {text}", extraction, row.span))
    for sentence in article.sentences():
        if _has((sentence.view.text,), words):
            shown = "\n".join(explaining.explain(article, sentence).lines())
            told.append(_with_results(f"line {_line(article, sentence)}: {shown}", extraction, sentence.span))
    return told


def _line(article: Article, sentence: Sentence) -> int:
    return article.line(sentence.span.start)


def _with_results(head: str, extraction: Extraction, span: Span) -> str:
    """Add to the explanation what became of the characters: the facts and the left-out records."""
    lines = [head, "", "facts"]
    for fact in extraction.facts:
        if any(evidence.span.overlaps(span) for evidence in fact.evidence):
            row = facttable.row(fact, extraction.article)
            marks = f" | {row.qualifiers}" if row.qualifiers else ""
            lines.append(f"  {row.subject} | {row.predicate} | {row.object}{marks}   ({row.status}, {row.rule})")
    if lines[-1] == "facts":
        lines.append("  none")
    left = [record for record in extraction.left_out if record.evidence.span.overlaps(span)]
    lines += ["", "left out"] if left else []
    lines += [f"  {record.reason}: {record.evidence.quote[:100]!r} {record.note}".rstrip() for record in left]
    return "\n".join(lines) + "\n"


@command.command("keys")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--least", type=click.IntRange(min=1), default=1, help="Only keys that occur so many times.")
@format_options(tuple(tables.FORMATS), "table")
def keys(inputs: tuple[str, ...], least: int, form: str) -> int:
    """Count the infobox keys of parties' articles that no rule knows, the most frequent first, each with an example."""
    from partygraph.extraction.infobox import has_rule

    reading = Inputs(inputs)
    counts: Counter[str] = Counter()
    examples: dict[str, tuple[str, str]] = {}
    rows = 0
    for article in reading.articles():
        if article.subject is not Subject.PARTY:
            continue
        for row in article.infobox.rows if article.infobox else ():
            rows += 1
            if not has_rule(row):
                counts[row.key] += 1
                examples.setdefault(row.key, (row.value.text[:80], article.title))
    table = [
        (key, count, *examples[key])
        for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if count >= least
    ]
    give(tables.write_table(("key", "times", "example", "article"), table, form, width=terminal_width()))
    say(f"{sum(counts.values())} of {rows} infobox lines have a key without a rule")
    return reading.exit_code()


explain_inputs(keys)


@command.command("record")
@click.argument("judged", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def record(judged: tuple[Path, ...]) -> int:
    """Add verdicts to the measured record of the rules, and print the whole table for ontology/records.tsv.

    JUDGED are fact tables (partygraph facts ARTICLES -f tsv) with one more column, "verdict": right, arguable, wrong,
    or mended where a wrong statement is no longer read. Rows without a verdict, of infoboxes and of candidates do not
    count. Without JUDGED the table is printed as it is.
    """
    from partygraph.rules import records

    verdicts = [pair for path in judged for pair in _verdicts(path)]
    known = records.records().counted(verdicts)
    rows = [records.cells(one) for one in known.table]
    give(records.head() + tables.write_table(records.COLUMNS, rows, "tsv"))
    say(f"{len(verdicts)} verdicts added; {sum(one.judged for one in known.table)} in all")
    return 0


def _verdicts(path: Path) -> Iterator[tuple[Telling, str]]:
    """Yield the asserted statements of sentences in a judged fact table, each with its verdict."""
    from partygraph.rules.records import VERDICTS, Telling

    wanted = {*facttable.COLUMNS, "verdict"}
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t")
        if missing := wanted - set(reader.fieldnames or ()):
            raise InputError(
                f"no judged fact table: there is no column {', '.join(sorted(missing))}",
                where=Place(str(path)),
                remedy='Write it with "partygraph facts ARTICLES -f tsv", and add the column verdict',
            )
        for row in reader:
            if not row["verdict"] or row["source"] != "prose" or row["status"] != "asserted":
                continue
            if row["verdict"] not in VERDICTS:
                raise InputError(
                    f"unknown verdict {row['verdict']!r}",
                    where=Place(str(path), reader.line_num),
                    remedy=f"Write {', '.join(VERDICTS)} or nothing",
                )
            triple = (row["subject"], row["predicate"], row["object"])
            values = dict(facttable.read_qualifiers(row["qualifiers"]))
            yield Telling.of(row["article"], triple, values, row["quote"], row["rule"]), row["verdict"]
