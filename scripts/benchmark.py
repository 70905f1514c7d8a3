"""Times start-up and the build of one article, beside a straightforward rdflib + pyshacl script that does the same job.

Run it as ``python scripts/benchmark.py [ARTICLE] [--runs N]``. Every figure is the median processor time of
whole processes, from start to end; machines differ, so read the ratios.

The straightforward script is what one would write first: rdflib holds the graphs, pyshacl validates them, and rdflib
serialises all six files. It is given reading, extraction and the triples by partygraph, and so is timed only for what
the two do differently, plus what they share.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import rdflib

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "data" / "articles" / "connecticut-working-families-party.txt"


def straightforward(article: Path, target: Path) -> None:
    """Build, validate and write the graph of an article with rdflib and pyshacl.

    Raises:
        SystemExit: the graph does not conform.
    """
    import pyshacl
    import rdflib

    import partygraph
    from partygraph.resources import folder

    made = partygraph.build(article)
    dataset = rdflib.Dataset()
    everything = rdflib.Graph()
    for graph, triples in ((made.facts_graph, made.facts), (made.provenance_graph, made.provenance)):
        for subject, predicate, value in triples:
            term = _term(value)
            dataset.graph(rdflib.URIRef(graph)).add((rdflib.URIRef(subject), rdflib.URIRef(predicate), term))
            everything.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), term))
    shapes = rdflib.Graph().parse(folder("shapes") / "data.ttl")
    conforms, _, report = pyshacl.validate(everything, shacl_graph=shapes, allow_warnings=True)
    if not conforms:
        sys.exit(report)
    facts = dataset.graph(rdflib.URIRef(made.facts_graph))
    for form, ending in (("turtle", "ttl"), ("json-ld", "jsonld"), ("nt", "nt")):
        facts.serialize(target / f"{made.slug}.{ending}", format=form)
    for form, ending in (("trig", "trig"), ("nquads", "nq"), ("json-ld", "provenance.jsonld")):
        dataset.serialize(target / f"{made.slug}.{ending}", format=form)


def _term(value: object) -> rdflib.term.Node:
    import rdflib

    from partygraph.formats.terms import Value

    if isinstance(value, Value):
        # In rdflib a plain literal and one of type xsd:string are two terms, and files hold the plain one.
        plain = value.lang or value.datatype == str(rdflib.XSD.string)
        return rdflib.Literal(value.lexical, lang=value.lang, datatype=None if plain else value.datatype)
    return rdflib.URIRef(str(value))


def seconds(command: Sequence[str | Path], runs: int, cache: Path) -> float:
    """Return the median processor time of a command, in seconds, after one run that compiles into ``cache``.

    Processor time, user and system, is what a busy machine distorts least; on an idle one it is the waiting time.
    """
    env = {**os.environ, "PYTHONPYCACHEPREFIX": str(cache)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    times = []
    for _ in range(runs + 1):
        before = sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
        subprocess.run(list(map(str, command)), check=True, capture_output=True, cwd=ROOT, env=env)
        times.append(sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2]) - before)
    return statistics.median(times[1:])


def measure(article: Path, runs: int) -> list[tuple[str, float]]:
    """Time all commands; the first is the bare interpreter."""
    python = sys.executable
    with tempfile.TemporaryDirectory() as folder:
        commands: list[tuple[str, list[str | Path]]] = [
            ("python -c pass", [python, "-c", "pass"]),
            ("import partygraph", [python, "-c", "import partygraph"]),
            ("partygraph --help", [python, "-m", "partygraph", "--help"]),
            ("partygraph facts", [python, "-m", "partygraph", "facts", article]),
            ("partygraph build", [python, "-m", "partygraph", "build", article, "-o", Path(folder) / "ours"]),
            ("rdflib + pyshacl", [python, __file__, article, "--straightforward", folder]),
        ]
        return [(name, seconds(command, runs, Path(folder) / "compiled")) for name, command in commands]


def report(figures: Sequence[tuple[str, float]]) -> str:
    """Write the figures as a table with the ratio to ``partygraph build``."""
    unit = dict(figures)["partygraph build"]
    lines = [f"{'':22}{'ms':>8}  {'of a build':>10}"]
    lines += [f"{name:22}{duration * 1000:8.0f}  {duration / unit:10.2f}" for name, duration in figures]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read the call and print the table."""
    call = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    call.add_argument("article", nargs="?", type=Path, default=ARTICLE)
    call.add_argument("--runs", type=int, default=5)
    call.add_argument("--straightforward", type=Path, metavar="FOLDER", help="run only the other script, into FOLDER")
    given = call.parse_args()
    if given.straightforward:
        straightforward(given.article, given.straightforward)
    else:
        sys.stdout.write(report(measure(given.article.resolve(), given.runs)))


if __name__ == "__main__":
    main()
