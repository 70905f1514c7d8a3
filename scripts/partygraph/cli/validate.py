"""``partygraph validate``: RDF files checked by the shapes."""

from __future__ import annotations

from pathlib import Path

import click

from partygraph.cli.options import format_options
from partygraph.cli.rdfinput import standard_input
from partygraph.cli.talk import give, say
from partygraph.sparql.running import data_files


@click.command(
    "validate",
    epilog="""\b
Examples:
  partygraph validate graph/                what build has published
  partygraph validate party.ttl --json      for programs
  partygraph validate party.trig -f ttl     a SHACL report in Turtle
""",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@format_options(("text", "json", "ttl"), "text")
@click.option(
    "--engine",
    type=click.Choice(["pyshacl", "compiled"]),
    default="pyshacl",
    show_default=True,
    help="pyshacl is the reference; compiled is the fast one that build uses.",
)
@click.option("--shapes", type=click.Path(exists=True, path_type=Path), help="Other shapes than the project's own.")
def command(files: tuple[str, ...], form: str, engine: str, shapes: Path | None) -> int:
    """Check RDF files, or the files of a folder, by the shapes; - is standard input.

    The report names the fact, the sentence that it came from, the shape, and how to mend it. The exit code is 1 when
    there is a violation.
    """
    from pyoxigraph import Quad, RdfFormat, parse

    from partygraph import validation

    data: list[Path | Quad] = list(data_files(Path(file) for file in files if file != "-"))
    if "-" in files:
        data += list(parse(standard_input(), format=RdfFormat.N_QUADS))
    report = validation.validate(data, engine=engine, shapes=shapes)
    written = {"text": report.text, "json": report.json, "ttl": report.graph}[form]()
    give(written if written.endswith("\n") else written + "\n")
    if form != "text":
        say("conforms" if report.conforms else f"does not conform: {len(report.results)} results")
    return 0 if report.conforms else 1
