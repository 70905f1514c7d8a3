"""``partygraph store``: the graph in a store on the disk, kept up to date."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from partygraph import queries, tables
from partygraph.cli.talk import give, say, terminal_width
from partygraph.sparql.running import data_files
from partygraph.stores import embedded


@click.command(
    "store",
    epilog="""\b
Examples:
  partygraph store my.store graph/       make it, or take in what has changed
  partygraph store my.store              the same with the published graph
  partygraph store my.store --list       what is in it
  partygraph query elected my.store      ask it
""",
)
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("--list", "listing", is_flag=True, help="List the files that the store holds.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done, or the list, as JSON.")
def command(directory: Path, files: tuple[str, ...], listing: bool, as_json: bool) -> int:
    """Make the store in DIR hold exactly the given RDF files, or the files of folders.

    Only files that are new or have other bytes than last time are read; what a file that is gone had said is removed.
    Whoever asks the store meanwhile gets the old state or the new, and a killed update leaves the old one. A store
    opens in a few milliseconds, however much is in it.
    """
    if listing:
        _list(directory, as_json)
        return 0
    done = embedded.update(directory, data_files(map(Path, files) if files else [queries.published()]))
    if as_json:
        give(json.dumps(asdict(done), ensure_ascii=False, indent=1) + "\n")
        return 0
    say(f"{len(done.added)} files added, {len(done.changed)} changed, {len(done.removed)} removed")
    say(f"the store has {done.statements:,} statements")
    give(f"{directory}\n")
    return 0


def _list(directory: Path, as_json: bool) -> None:
    rows = [(name, len(one.graphs), one.sha256) for name, one in sorted(embedded.sources(directory).items())]
    form = "json" if as_json else "table"
    give(tables.write_table(("file", "graphs", "sha256"), rows, form, width=terminal_width()))
