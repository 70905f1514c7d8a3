"""``partygraph facts``: the fact table of articles."""

from __future__ import annotations

from collections.abc import Sequence

import click

from partygraph import tables
from partygraph.cli.articles import Inputs, explain_inputs
from partygraph.cli.opinions import opinion_options
from partygraph.cli.options import format_options
from partygraph.cli.talk import give, terminal_width
from partygraph.facttable import FactTable, table
from partygraph.street import Opinion

BRIEF = ("subject", "predicate", "object", "qualifiers", "status", "quote")


@click.command(
    "facts",
    epilog="""\b
Examples:
  partygraph facts party.txt                     one row for each fact, as TSV
  partygraph facts party.txt -f table            the main columns, for reading
  partygraph facts articles/ -f json > facts.json
  cat party.txt | partygraph facts - -f csv
""",
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@format_options(tuple(tables.FORMATS), "tsv")
@opinion_options
def command(inputs: tuple[str, ...], form: str, opinions: Sequence[Opinion]) -> int:
    """Print one row for each fact of the articles, in the order of the text.

    The columns are: article, subject, predicate, object, qualifiers, status, source, start, end, quote, rule, qid. The
    quote is exactly the characters from start to end of the file decoded as UTF-8. In TSV and CSV a cell with a
    separator, a line end, or a quotation mark at its start stands in quotation marks, which are doubled inside it.
    """
    reading = Inputs(inputs, opinions=opinions)
    found = FactTable(tuple(row for extraction in reading.extractions() for row in table(extraction)))
    if form == "table":
        rows = [tuple(row.as_dict()[name] for name in BRIEF) for row in found]
        give(tables.write_table(BRIEF, rows, form, width=terminal_width()))
    elif found.rows or not reading.failures:
        give(found.write(form))
    return reading.exit_code()


explain_inputs(command)
