"""``partygraph diff``: what two builds say differently."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from partygraph import differences
from partygraph.cli.options import format_options
from partygraph.cli.talk import give, say
from partygraph.differences.writing import summary
from partygraph.errors import UsageError
from partygraph.sparql.running import data_files

if TYPE_CHECKING:
    import pyoxigraph as ox


@click.command(
    "diff",
    epilog="""\b
Examples:
  partygraph diff old/ new/                      two builds
  partygraph diff graph/ my.store -f json        a build and a store on the disk
  partygraph diff http://localhost:7878/query graph/ --exit-code
  partygraph diff old/ new/ -f patch > update.rq a SPARQL update that makes the old the new
""",
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@format_options(list(differences.FORMS), "text")
@click.option("--dataset", metavar="IRI", help="Of an endpoint: the dataset whose current build is compared.")
@click.option("--exit-code", is_flag=True, help="End with 1 if something is different.")
def command(old: str, new: str, form: str, dataset: str | None, exit_code: bool) -> int:
    """Compare two builds, article by article: the facts that came, went or have another value, with their quotes.

    OLD and NEW are RDF files, folders of them, stores on the disk, or SPARQL endpoints that `load` has filled. With
    provenance a fact is compared with its status and all that narrows it; without, triple by triple. Kinds of values
    that stores keep otherwise (7 as another integer type, true as 1) are no difference. If the new build lacks facts
    of the old one, that is said.
    """
    if form == "patch" and any(map(_is_endpoint, (old, new))):
        raise UsageError(
            "a patch is made of files and stores on the disk", remedy="To update an endpoint: partygraph load"
        )
    comparison = differences.compare(*(differences.read(_quads(place, dataset)) for place in (old, new)))
    give(differences.write(comparison, form))
    say(summary(comparison) if comparison.differs else "no difference")
    if comparison.lost:
        sizes = f"{comparison.before} before, {comparison.after} now"
        say(f"the new build lost facts of the old one: {len(comparison.lost)} ({sizes})")
    return 1 if exit_code and comparison.differs else 0


def _is_endpoint(place: str) -> bool:
    return bool(re.match(r"https?://", place))


def _quads(place: str, dataset: str | None) -> Iterable[ox.Quad]:
    if _is_endpoint(place):
        from partygraph.endpoints import Endpoint
        from partygraph.stores import asking

        yield from asking.quads(Endpoint(place, attempts=1, most_bytes=2**30), dataset)
        return
    from partygraph import formats
    from partygraph.stores import embedded

    for path in data_files([Path(place)], stores=True):
        yield from embedded.statements(path) if path.is_dir() else formats.read(path)
