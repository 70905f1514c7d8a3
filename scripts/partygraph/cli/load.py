"""``partygraph load``: the graph goes into a triple store."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, replace
from pathlib import Path

import click

from partygraph import queries, tables
from partygraph.cli.talk import give, say, terminal_width
from partygraph.errors import UsageError
from partygraph.sparql.running import data_files
from partygraph.stores import Build, Outcome, Remote, bulk, connect, load, protocol, stores
from partygraph.stores.builds import DATASET
from partygraph.stores.http import TIMEOUT, Login
from partygraph.stores.table import Store, find


@click.command(
    "load",
    epilog="""\b
Examples:
  partygraph load --to http://localhost:7878                the published graph into Oxigraph
  partygraph load graph/ --to http://localhost:8890 --login ask for user and password (Virtuoso)
  partygraph load graph/ --to bulk/ --store files           a file for a store's own loader
  partygraph load graph/ --to http://localhost:7878 --dry-run
  partygraph load --stores                                  the known stores, and which were tested
  partygraph load --stores --store virtuoso                 all about one

\b
Environment:
  PARTYGRAPH_STORE_USER, PARTYGRAPH_STORE_PASSWORD, PARTYGRAPH_STORE_TOKEN
""",
)
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("--to", "target", metavar="URL", help="The address of the store (or a folder, with --store files).")
@click.option("--store", metavar="NAME", help="What store it is; else its server is asked. See --stores.")
@click.option("--dataset", default=DATASET, show_default=True, metavar="IRI", help="The name to load under.")
@click.option("--login", is_flag=True, help="Ask for user and password on the terminal.")
@click.option("--drop-old", is_flag=True, help="Drop the build before at once, not with the next load.")
@click.option("--dry-run", is_flag=True, help="Look and say what would be done, and write nothing.")
@click.option("--chunk", type=click.IntRange(min=1), metavar="BYTES", help="The most bytes of one upload.")
@click.option("--query-url", metavar="URL", help="The address for queries, if it is not the usual one.")
@click.option("--update-url", metavar="URL", help="The address for updates.")
@click.option("--upload-url", metavar="URL", help="The address for uploads (Graph Store Protocol).")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=TIMEOUT, show_default=True, metavar="SECONDS")
@click.option("--stores", "listing", is_flag=True, help="List the known stores; with --store tell all about one.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
def command(
    files: tuple[str, ...],
    target: str | None,
    store: str | None,
    dataset: str,
    login: bool,
    drop_old: bool,
    dry_run: bool,
    chunk: int | None,
    query_url: str | None,
    update_url: str | None,
    upload_url: str | None,
    timeout: float,
    listing: bool,
    as_json: bool,
) -> int:
    """Load RDF files, or the files of folders, into a triple store; without FILE the published graph.

    The graph goes into graphs of its own beside what is there. When the store has as many triples as were sent, one
    small update makes it the current build; killed anywhere, the store shows the old build or the new one. Loading the
    same files again adds nothing, and an interrupted load goes on where it stopped. The build before is dropped by the
    next load.

    Values that the store keeps otherwise than they were sent are listed. Passwords come from the environment or from a
    prompt, never from the command line.
    """
    if listing:
        if store:
            _describe(find(store))
        else:
            _list(as_json)
        return 0
    if not target:
        raise UsageError("nobody said where to load to", remedy="Add: --to http://localhost:7878; or see --stores")
    build = Build(data_files(map(Path, files) if files else [queries.published()]), dataset)
    if store == "files":
        with _progress() as progress:
            made = bulk.write(build, Path(target), progress=progress)
        _report_files(made, Path(target), as_json)
        return 0
    given = {"query": query_url, "update": update_url, "upload": upload_url}
    remote = connect(
        target, store, _login(login), addresses={kind: url for kind, url in given.items() if url}, timeout=timeout
    )
    if chunk:
        remote = replace(remote, store=replace(remote.store, chunk=chunk))
    with closing(remote):
        if dry_run:
            _foresee(build, remote)
            return 0
        say(f"loading into {remote.store.label} at {target}")
        with _progress() as progress:
            outcome = load(build, remote, progress=progress, keep_previous=not drop_old)
    _report(outcome, remote, as_json)
    return 0


def _login(ask: bool) -> Login:
    known = Login.from_environment()
    if not ask:
        return known
    user = known.user or click.prompt("User", err=True)
    return Login(user, click.prompt("Password", hide_input=True, err=True))


@contextmanager
def _progress() -> Iterator[Callable[[int], None]]:
    """Count the triples on a terminal; elsewhere say nothing."""
    sent = 0
    shown = sys.stderr.isatty()

    def progress(triples: int) -> None:
        nonlocal sent
        sent += triples
        if shown:
            click.echo(f"\r{sent:,} triples", err=True, nl=False)

    yield progress
    if shown and sent:
        click.echo("", err=True)


def _foresee(build: Build, remote: Remote) -> None:
    found = protocol.state(remote, build)
    say(f"{remote.store.label} at {remote.base}; nothing was written")
    say(f"  current build:  {found.current or 'none'}")
    size = sum(path.stat().st_size for path in build.files)
    say(f"  would load:     {len(build.files)} files, {size:,} bytes, into")
    give(f"{build.facts}\n")
    if found.current == build.facts:
        say("  it is the current build already: nothing would be added")
    for change in remote.store.changes:
        say(f"  known to change: {change}")
    if not remote.store.tested:
        say(f"  {remote.store.label} is supported by its documentation; the tests do not run it")


def _report(outcome: Outcome, remote: Remote, as_json: bool) -> None:
    if as_json:
        give(json.dumps({"store": remote.store.name, **asdict(outcome)}, ensure_ascii=False, indent=1) + "\n")
        return
    say(f"{outcome.facts:,} facts and {outcome.provenance:,} triples of provenance, counted; {outcome.added:,} added")
    if outcome.resumed:
        say(f"  went on after {outcome.resumed} chunks of an interrupted load")
    for change in outcome.changes:
        more = f" ({change.count} of the compared values)" if change.count > 1 else ""
        say(f"  changed by the store, {change.kind}: {change.sent} → {change.stored or 'gone'}{more}")
    for article in outcome.lost:
        say(f"  no longer there: {article}")
    for name in outcome.dropped:
        say(f"  dropped: {name}")
    say("the current build is now" if outcome.switched else "it is the current build already:")
    give(f"{outcome.build}\n")


def _report_files(outcome: Outcome, folder: Path, as_json: bool) -> None:
    if as_json:
        give(json.dumps({"store": "files", **asdict(outcome)}, indent=1) + "\n")
        return
    say(f"{outcome.facts:,} facts and {outcome.provenance:,} triples of provenance; to load them:")
    for row in stores().values():
        for line in row.commands:
            say(f"  {row.label}: {line.replace('FOLDER', str(folder))}")
    give(f"{folder / bulk.NAME}\n")


def _describe(row: Store) -> None:
    tested = f"the tests run version {row.tested}" if row.tested else "supported by its documentation only"
    lines = [f"{row.label}: {tested}", f"documentation: {row.documentation}"]
    if row.way == "files":
        lines.append("partygraph load graph/ --to FOLDER --store files")
    else:
        lines.append(f"partygraph load graph/ --to URL --store {row.name}")
        kinds = ("query", "update", "upload")
        lines += [
            f"  {kind}: {getattr(row, kind).replace('{base}', 'URL').replace('{graph}', 'GRAPH')}" for kind in kinds
        ]
        lines.append(f"login: {row.login}")
    lines += [f"changes: {text}" for text in row.changes]
    lines += [f"note: {text}" for text in row.remarks]
    lines += [f"its own loader: {text}" for text in row.commands]
    give("".join(line + "\n" for line in lines))


def _list(as_json: bool) -> None:
    rows = [
        (row.name, row.label, row.way, row.login, row.tested or "documented only", " ".join(row.changes))
        for row in stores().values()
    ]
    columns = ("store", "name", "way in", "login", "tested", "changes")
    give(tables.write_table(columns, rows, "json" if as_json else "table", width=terminal_width()))
