"""``partygraph export``: what Wikidata lacks or has otherwise, in the forms of Wikidata's own tools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from partygraph.cli.articles import INPUT_HELP, Inputs
from partygraph.cli.compare import shown
from partygraph.cli.lookups import Lookup, as_said, item_option, lookup_options, say_alone, settle, with_items
from partygraph.cli.talk import give, say

if TYPE_CHECKING:
    from partygraph.model import Extraction
    from partygraph.wikidata.exports import Disputed, Statement, Withheld


@dataclass(frozen=True)
class Prepared:
    """What an export would hold: its text, what is in it, and what is kept back with the reason."""

    text: str
    given: tuple[Statement, ...]
    kept: tuple[Withheld, ...]


@click.command(
    "export",
    epilog="""\b
Examples:
  partygraph export party.txt --endpoint                      what would be given back, and what would not, and why
  partygraph export articles/ --endpoint -o new.qs            write the QuickStatements commands
  partygraph export articles/ --endpoint --as mismatches -o differs.csv
  partygraph export party.txt --as rdf -o party.nt            linked facts in the shape of Wikidata's RDF
""",
)
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "--as",
    "form",
    type=click.Choice(["quickstatements", "mismatches", "rdf"]),
    default="quickstatements",
    show_default=True,
    help="QuickStatements V1 (new), a CSV for the Mismatch Finder (differs), or N-Triples like Wikidata's.",
)
@lookup_options
@item_option
@click.option("-o", "--output", metavar="FILE", help="Write the file (- for standard output). Without it: a dry run.")
def command(inputs: tuple[str, ...], form: str, output: str | None, **options: Any) -> int:
    """Prepare statements for Wikidata. Nothing is ever sent: the file is for you to check and hand over.

    Only what an article asserts leaves: nothing disputed, claimed, inferred or merely possible, nothing with a part
    that Wikidata could not hold, and nothing that breaks the constraints of its property. Each statement has its
    reference: the page, its revision where known, and the words that say it. Without -o this is a dry run.

    """
    inputs, lookup = settle(inputs, **options)
    if not inputs:
        raise click.UsageError("Missing argument 'INPUT...'.")
    reading = Inputs(inputs)
    prepared = FORMS[form](reading.extractions(), lookup)
    if output == "-":
        give(prepared.text)
    elif output:
        _replace(Path(output), prepared.text)
        say(f"{len(prepared.given)} statements in {output}" if prepared.given else f"written: {output}")
    else:
        give(_dry(prepared))
    _account(prepared.kept)
    return reading.exit_code()


command.help = f"{cleandoc(command.help or '')}\n\n{INPUT_HELP}"


def disputed(extraction: Extraction) -> Disputed:
    """Return what says of a fact of an article who disputes it."""
    from partygraph.graphs import disputes

    known = disputes.concerning(disputes.read(), extraction.article.title, extraction.facts)
    return lambda fact: "; ".join(dispute.label() for dispute in known.get(fact, ())) or None


def _quickstatements(extractions: Iterable[Extraction], lookup: Lookup) -> Prepared:
    from partygraph.wikidata import quickstatements
    from partygraph.wikidata.comparison import Verdict

    given, kept = _decided(extractions, lookup, Verdict.NEW)
    return Prepared(quickstatements.write(given), given, kept)


def _mismatches(extractions: Iterable[Extraction], lookup: Lookup) -> Prepared:
    from partygraph.wikidata import mismatches
    from partygraph.wikidata.comparison import Verdict

    given, kept = _decided(extractions, lookup, Verdict.DIFFERS)
    named, nameless = mismatches.without_guid(given)
    return Prepared(mismatches.write(named), named, (*kept, *nameless))


def _rdf(extractions: Iterable[Extraction], lookup: Lookup) -> Prepared:
    from partygraph.wikidata import rdf
    from partygraph.wikidata.comparison import subject_of

    if lookup.asked:
        linked = [one for one, _ in with_items(extractions, lookup)]
    else:
        linked = as_said(list(extractions), lookup, None)
        parties = [(one.article.title, subject_of(one)) for one in linked]
        alone = [title for title, party in parties if party is None or not party.qid]
        say_alone(alone, "nothing of it to show", lookup)
    lines = {f"{triple} .\n" for one in linked for triple in rdf.view(one, disputed(one))}
    return Prepared("".join(sorted(lines)), (), ())


FORMS: dict[str, Callable[[Iterable[Extraction], Lookup], Prepared]] = {
    "quickstatements": _quickstatements,
    "mismatches": _mismatches,
    "rdf": _rdf,
}


def _decided(
    extractions: Iterable[Extraction], lookup: Lookup, verdict: Any
) -> tuple[tuple[Statement, ...], tuple[Withheld, ...]]:
    from partygraph.wikidata.comparison import compare
    from partygraph.wikidata.exports import decide, once

    given: list[Statement] = []
    kept: list[Withheld] = []
    for extraction, item in with_items(extractions, lookup):
        more, less = decide(extraction, compare(extraction, item), verdict, disputed(extraction))
        given += more
        kept += less
    unique, again = once(given)
    return unique, (*kept, *again)


def _dry(prepared: Prepared) -> str:
    """Write for people what would be given back and what not."""
    if not prepared.given and not prepared.kept:
        return prepared.text
    lines = []
    for statement in prepared.given:
        comparison = statement.comparison
        theirs = f" (Wikidata: {', '.join(shown(s.value) for s in comparison.theirs)})" if comparison.theirs else ""
        lines.append(f"+ {statement.item} {comparison.label} ({statement.pid}): {shown(statement.value)}{theirs}")
        lines += [f"    {name} {shown(value)}" for name, value in statement.qualifiers]
        lines += [f"    source {name}: {shown(value)}" for name, value in statement.reference.snaks]
    for withheld in prepared.kept:
        comparison = withheld.comparison
        value = shown(comparison.ours) if comparison.ours else _object(comparison)
        lines.append(f"- {comparison.item} {comparison.label} ({comparison.pid}): {value}: {withheld.reason}")
    return "".join(line + "\n" for line in lines)


def _object(comparison: Any) -> str:
    value = comparison.fact.object
    return str(getattr(value, "name", getattr(value, "lexical", "")))


def _account(kept: Iterable[Withheld]) -> None:
    counts = Counter(withheld.reason.split(":", 1)[0] for withheld in kept)
    if counts:
        say(f"{counts.total()} kept back:")
        for reason, count in counts.most_common(12):
            say(f"  {count:>5}  {reason}")


def _replace(path: Path, text: str) -> None:
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_text(text, encoding="utf-8", newline="")
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
