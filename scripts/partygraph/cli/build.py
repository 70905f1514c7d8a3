"""``partygraph build``: articles become a published graph."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from partygraph import account, street
from partygraph.account import Account
from partygraph.cli.articles import Inputs, default_articles, explain_inputs
from partygraph.cli.opinions import opinion_options
from partygraph.cli.talk import complain, give, say
from partygraph.errors import FindingsError, InputError, PartygraphError, UsageError
from partygraph.model import Extraction, Subject
from partygraph.resources import folder
from partygraph.street import Opinion

if TYPE_CHECKING:
    from partygraph.graphs import Dataset


@click.command(
    "build",
    epilog="""\b
Examples:
  partygraph build party.txt -o graph       graph/party.ttl, .jsonld, .nt, .trig, .nq, ...
  partygraph build articles/ -o graph       every article of a folder
  partygraph build                          the project's own articles into data/graph
  partygraph build party.txt -o - -f ttl    one format, on standard output
""",
)
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("-o", "--output", type=click.Path(file_okay=False, allow_dash=True), help="The folder to publish into.")
@click.option("-f", "--format", "form", default="trig", help="With -o -: the format, by its name or ending.")
@click.option("--base", default=street.BASE, show_default=True, help="The start of all IRIs.")
@click.option("--json", "as_json", is_flag=True, help="Print the account as JSON.")
@opinion_options
def command(
    inputs: tuple[str, ...], output: str | None, form: str, base: str, as_json: bool, opinions: Sequence[Opinion]
) -> int:
    """Build the graph of articles and publish it in all formats, facts alone and facts with provenance.

    The account says for each article how many of its infobox lines and sentences say a fact, and why the others do
    not. A fact that does not conform to the shapes is left out, or its whole graph is not published where no single
    fact is the cause: the violation is shown with its sentence, and the exit code is 1. An article that is not about a
    party is said to be none, and nothing of it is published. Files are replaced all at once, or not at all. Nothing is
    fetched from anywhere; nothing is sent anywhere but with --llm-url.
    """
    places = inputs or (str(default_articles()),)
    if output is None and inputs:
        raise UsageError("nobody said where to publish", remedy="Add: -o FOLDER")
    target = Path(output) if output else folder("data") / "graph"
    reading = Inputs(places, opinions=opinions)
    work = _Work(reading, base)
    for extraction in reading.extractions():
        work.take(extraction)
    files: tuple[Path, ...] = ()
    if output == "-":
        _print(list(work.datasets.values()), form)
    elif work.datasets:
        from partygraph import publication

        files = publication.publish(list(work.datasets.values()), target)
    _report(work, files, target, as_json and output != "-")
    return reading.exit_code(work.findings)


explain_inputs(command)


class _Work:
    """What a build has made so far."""

    def __init__(self, reading: Inputs, base: str) -> None:
        self.reading = reading
        self.base = base
        self.datasets: dict[str, Dataset] = {}
        self.accounts: list[Account] = []
        self.findings = False

    def take(self, extraction: Extraction) -> None:
        """Build and check the graph of one article, and keep it if it conforms."""
        from partygraph.conformance import conform

        name = extraction.article.source.name
        if extraction.article.subject is not Subject.PARTY:
            self._keep(extraction)
            return
        try:
            conformed = conform(extraction, lambda one: street.build(one, base=self.base))
        except PartygraphError as error:
            self.reading.fail(error)
            return
        dataset, report = conformed.dataset, conformed.report
        if dataset.slug in self.datasets:
            problem = f"{name} has the title of an article that came before, {extraction.article.title!r}"
            self.reading.fail(InputError(problem, remedy="Build one of the two, or give them different titles"))
            return
        if not report.conforms:
            self.findings = True
            complain(FindingsError(f"{name} does not conform to the shapes, and is not published"))
            say(report.text())
            return
        for result in conformed.violations:
            self.findings = True
            problem = f"{name}: left out, for it does not conform: {result.message}: {result.quote!r}"
            complain(FindingsError(problem, remedy=result.remedy))
        self.datasets[dataset.slug] = dataset
        self._keep(conformed.extraction)

    def _keep(self, extraction: Extraction) -> None:
        """Keep the account of an extraction; one that does not close is a finding."""
        closed = account.close(extraction)
        if closed.missing:
            self.findings = True
            _name_missing(extraction, closed)
        self.accounts.append(closed)


def _print(datasets: list[Dataset], form: str) -> None:
    from partygraph import formats

    found = formats.find(form)
    if found.name == "jsonld" and len(datasets) > 1:
        raise UsageError(
            "several articles are not one JSON-LD document", remedy="Build them one by one, or use -f trig"
        )
    give("".join(street.write(dataset, found.name) for dataset in datasets))


def _name_missing(extraction: Extraction, closed: Account) -> None:
    for evidence in closed.missing:
        line = extraction.article.line(evidence.span.start)
        problem = f"{extraction.article.source.name}:{line}: neither a fact nor left out: {evidence.quote[:120]!r}"
        complain(FindingsError(problem, remedy="This is a defect of partygraph; the graph lacks what the line says"))


def _report(work: _Work, files: tuple[Path, ...], target: Path, as_json: bool) -> None:
    if as_json:
        accounts = [{**asdict(one), "left_out": dict(one.left_out)} for one in work.accounts]
        give(json.dumps({"articles": accounts, "files": [str(path) for path in files]}, ensure_ascii=False, indent=1))
        give("\n")
        return
    for closed in work.accounts:
        say(str(closed))
    if files:
        say(f"published {len(work.datasets)} {'article' if len(work.datasets) == 1 else 'articles'} in {target}:")
    for path in files:
        give(f"{path}\n")
