"""``partygraph compare``: the facts of articles beside Wikidata's statements."""

from __future__ import annotations

from collections import Counter
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

import click

from partygraph import tables
from partygraph.cli.articles import INPUT_HELP, Inputs
from partygraph.cli.lookups import item_option, lookup_options, settle, with_items
from partygraph.cli.talk import give, say, terminal_width

if TYPE_CHECKING:
    from partygraph.linking.items import Statement, Value
    from partygraph.wikidata.comparison import Comparison

COLUMNS = (
    *("article", "item", "property", "label", "verdict", "ours", "ours_qualifiers", "wikidata", "wikidata_qualifiers"),
    *("status", "note", "start", "end", "quote"),
)
VERDICTS = ("agrees", "new", "differs", "only in Wikidata", "not comparable")


@click.command(
    "compare",
    epilog="""\b
Examples:
  partygraph compare party.txt --endpoint                       ask Wikidata
  partygraph compare articles/ --items parties.jsonl.gz -f tsv  compare with a file of items
  partygraph compare party.txt --endpoint --only differs --only new
  partygraph compare party.txt --endpoint --item "Liberal Party (Norway)"
""",
)
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@lookup_options
@item_option
@click.option("--only", multiple=True, type=click.Choice(VERDICTS), help="Show these verdicts only.")
@click.option("-f", "--format", "form", type=click.Choice(list(tables.FORMATS)), default="table", show_default=True)
@click.option("--json", "form", flag_value="json", help="The same as -f json.")
def command(inputs: tuple[str, ...], only: tuple[str, ...], form: str, **options: Any) -> int:
    """Compare each fact about a party with the statements of its Wikidata item.

    A fact agrees with Wikidata, is new to it, or differs from it; a statement may be only in Wikidata; and a fact
    whose value has no item or number cannot be compared. Both values are shown, with dates and the quote. The exit
    code is 1 if something differs.

    """
    from partygraph.wikidata.comparison import compare

    inputs, lookup = settle(inputs, **options)
    if not inputs:
        raise click.UsageError("Missing argument 'INPUT...'.")
    reading = Inputs(inputs)
    found = [
        (extraction.article.title, comparison)
        for extraction, item in with_items(reading.extractions(), lookup)
        for comparison in compare(extraction, item)
    ]
    rows = [row(title, comparison) for title, comparison in found if not only or comparison.verdict in only]
    give(tables.write_table(COLUMNS, rows, form, width=terminal_width()))
    counts = Counter(comparison.verdict.value for _, comparison in found)
    say(" · ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS))
    return reading.exit_code(findings=counts["differs"] > 0)


command.help = f"{cleandoc(command.help or '')}\n\n{INPUT_HELP}"


def row(title: str, comparison: Comparison) -> tuple[tables.Value, ...]:
    """Return a comparison as a row of :data:`COLUMNS`."""
    from partygraph.wikidata.comparison import ours_qualifiers

    evidence = comparison.evidence
    return (
        title,
        comparison.item,
        comparison.pid,
        comparison.label,
        comparison.verdict.value,
        shown(comparison.ours) if comparison.ours else "",
        "; ".join(f"{name} {shown(value)}" for name, value in ours_qualifiers(comparison)),
        " | ".join(shown(statement.value) for statement in comparison.theirs),
        " | ".join(_qualifiers(statement) for statement in comparison.theirs if statement.qualifiers),
        comparison.fact.status.value if comparison.fact else "",
        comparison.note,
        evidence.span.start if evidence else None,
        evidence.span.end if evidence else None,
        evidence.quote if evidence else "",
    )


def shown(value: Value) -> str:
    """Write a value for people: an item by its label and ID."""
    if value.kind == "item":
        return f"{value.label} ({value.text})" if value.label else value.text
    return value.text


def _qualifiers(statement: Statement) -> str:
    return "; ".join(f"{name} {shown(value)}" for name, value in statement.qualifiers)
