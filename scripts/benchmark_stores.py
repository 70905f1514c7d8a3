"""Times loading and asking 1.8 million triples, beside `oxigraph load`, raw pyoxigraph and rdflib.

Run it as ``python scripts/benchmark_stores.py [--articles N] [--rdflib N]``. The graph is that of the project's own
article, once for each of N made-up names. All figures are of one run on one machine: read the ratios. Where other work
shares the machine, those of processor time are the steadier ones. Memory is the most that a process held.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "data" / "articles" / "connecticut-working-families-party.txt"
STORED = Path("current", "merged")
SLUG, TITLE = "connecticut-working-families-party", "Connecticut Working Families Party"
OXIGRAPH = Path(sys.executable).with_name("oxigraph")
GIVEN = {"evidence": {"of": "Party 7"}, "facts": {"about": "Party 7 "}}
MB = 2**20

Figure = tuple[str, float, float, float, str]
"""What was measured, seconds, seconds of the processor, megabytes (0: not measured), and a remark."""


def graph(folder: Path, articles: int) -> tuple[Path, Path]:
    """Write the graph of so many articles: as a file each, and as one file."""
    import partygraph

    text = partygraph.build(ARTICLE).write("nquads", provenance=True)
    each, whole = folder / "each", folder / "whole.nq"
    each.mkdir()
    with whole.open("w", encoding="utf-8") as stream:
        for number in range(articles):
            made = text.replace(SLUG, f"party-{number}").replace(TITLE, f"Party {number}")
            (each / f"party-{number}.nq").write_text(made, encoding="utf-8")
            stream.write(made)
    return each, whole


def run(*command: object) -> tuple[float, float, float]:
    """Run a command to its end, and return the seconds, the processor's seconds and the megabytes that it took.

    Raises:
        SystemExit: it failed.
    """
    start = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode:
        sys.exit(f"{command}: {errors}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def loading(folder: Path, whole: Path) -> list[Figure]:
    """Time the load into a server beside the server's own loader on the same file."""
    own = run(OXIGRAPH, "load", "--location", folder / "own", "--file", whole)
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    with (folder / "log").open("wb") as log:
        command = [OXIGRAPH, "serve", "--location", folder / "served", "--bind", f"127.0.0.1:{port}"]
        server = subprocess.Popen(list(map(str, command)), stdout=log, stderr=log)
    try:
        _wait(port)
        ours = run(sys.executable, "-m", "partygraph", "load", whole, "--to", url)
        spent = ours[1] + _processor(server.pid)
        again = run(sys.executable, "-m", "partygraph", "load", whole, "--to", url)
        held = _most_memory(server.pid)
    finally:
        server.terminate()
        server.wait()
    return [
        ("oxigraph load", *own, ""),
        (
            "partygraph load",
            *ours,
            f"{ours[0] / own[0]:.2f} x oxigraph load; with the server {spent:.1f} s of the processor, "
            f"{spent / own[1]:.2f} x; server {held:.0f} MB",
        ),
        ("the same again", *again, "adds nothing"),
    ]


RAW_STORE = """
import sys
from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, parse
store = Store(sys.argv[1])
store.bulk_load(path=sys.argv[2], format=RdfFormat.N_QUADS)
if sys.argv[3] == "merged":
    quads = parse(path=sys.argv[2], format=RdfFormat.N_QUADS)
    store.bulk_extend(Quad(one.subject, one.predicate, one.object, DefaultGraph()) for one in quads)
store.optimize()
store.flush()
"""
"""Loads the named graphs, and their merge as the default graph, without which an answer counts a triple twice."""


def storing(folder: Path, each: Path, whole: Path) -> list[Figure]:
    """Time the store on the disk: made, opened, and brought up to date after one article has changed."""
    store = folder / "store"
    raw = run(sys.executable, "-c", RAW_STORE, folder / "raw", whole, "graphs")
    merged = run(sys.executable, "-c", RAW_STORE, folder / "merged", whole, "merged")
    command = (sys.executable, "-m", "partygraph", "store", store, each)
    made = run(*command)
    changed = each / "party-0.nq"
    changed.write_text(changed.read_text("utf-8").replace("Hartford", "Newport"), encoding="utf-8")
    updated = run(*command)
    opening = "import sys, pyoxigraph as ox; ox.Store.read_only(sys.argv[1])"
    at = (store / STORED).resolve()
    opened = run(sys.executable, "-c", opening, at)[0] - run(sys.executable, "-c", "import pyoxigraph")[0]
    asked = run(sys.executable, "-m", "partygraph", "query", "facts", store, "-f", "csv", "--seconds", 600)
    return [
        ("raw pyoxigraph", *raw, "the named graphs alone, loaded and optimized"),
        ("raw, with the merge", *merged, "the same, and all triples in the default graph"),
        (
            "partygraph store",
            *made,
            f"{made[1] / merged[1]:.2f} x raw with the merge, {made[1] / raw[1]:.2f} x without, by the processor; "
            f"{len(list(each.iterdir()))} files",
        ),
        ("one file changed", *updated, "all files are digested"),
        ("opening the store", max(opened, 0.0), 0.0, 0.0, ""),
        ("query facts -f csv", *asked, "every fact with its quote, from the command line"),
    ]


RAW = """
import json, resource, sys, time
from pyoxigraph import Literal, Store, Variable
(text, bindings), store = json.load(sys.stdin), Store.read_only(sys.argv[1])
bound = {Variable(key): Literal(value) for key, value in bindings.items()}
start, spent = time.perf_counter(), time.process_time()
found = store.query(text, substitutions=bound or None)
if hasattr(found, "variables"):
    names = [variable.value for variable in found.variables]
    rows = [[None if row[n] is None else row[n].value for n in names] for row in found]
else:
    rows = list(found)
took = time.perf_counter() - start, time.process_time() - spent
print(json.dumps([*took, len(rows), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query asked of raw pyoxigraph and of the library's `query`: seconds, and seconds of the processor."""

    name: str
    rows: int
    raw: tuple[float, float]
    ours: tuple[float, float]
    megabytes: float


def asking(place: Path) -> tuple[list[Asked], tuple[float, float]]:
    """Time each named query twice by turns: raw pyoxigraph, without its start, and `query` with a process of its own.

    Returns:
        The figures, and what a process takes that answers nothing.
    """
    from partygraph import queries

    stored, figures = (place / STORED).resolve(), []
    for name, query in queries.named().items():
        asked = (query.text, {key: term.value for key, term in query.bindings(GIVEN.get(name, {})).items()})
        command, pairs = [sys.executable, "-c", RAW, stored], []
        for _ in range(2):
            raw = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True)
            pairs.append((json.loads(raw.stdout), _asked(name, place)))
        first, ours = (min(pair[at] for pair in pairs) for at in (0, 1))
        figures.append(Asked(name, first[2], (first[0], first[1]), ours, first[3]))
    return figures, min(_asked("ASK {}", place) for _ in range(5))


def _asked(name: str, place: Path, engine: str = "oxigraph") -> tuple[float, float]:
    from partygraph import queries

    start, spent = time.perf_counter(), _spent()
    queries.query(name, place, parameters=GIVEN.get(name), engine=engine, seconds=600)
    return time.perf_counter() - start, _spent() - spent


def _spent() -> float:
    """Return the seconds of the processor of this process and of those that it has seen the end of."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    sys.exit("the server did not start")


def _processor(pid: int) -> float:
    """Return the seconds of the processor that a running process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _most_memory(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


def table(figures: Sequence[Figure]) -> str:
    """Write the figures of loading and storing."""
    lines = [f"{'':22}{'s':>8}{'cpu s':>8}{'MB':>8}"]
    lines += [f"{name:22}{took:8.2f}{cpu:8.2f}{memory:8.0f}  {remark}" for name, took, cpu, memory, remark in figures]
    return "\n".join(lines) + "\n"


def queries_table(figures: Sequence[Asked], start: tuple[float, float]) -> str:
    """Write the figures of asking, with their sums; ``start`` is what a process takes that answers nothing."""
    head = "".join(f"{word:>9}" for word in ("raw ms", "ours ms", "ratio", "raw cpu", "ours cpu", "ratio", "rows"))
    lines = [f"{'':22}{head}"]
    lines += [_ratios(one.name, one.raw, one.ours) + f"{one.rows:9}" for one in figures]
    raw, ours = ((sum(one[0] for one in all_), sum(one[1] for one in all_)) for all_ in _columns(figures))
    lines.append(_ratios("all", raw, ours))
    without = (ours[0] - start[0] * len(figures), ours[1] - start[1] * len(figures))
    lines.append(_ratios("without the starts", raw, without))
    most = max(one.megabytes for one in figures)
    lines.append(f"A start takes {start[0] * 1000:.0f} ms ({start[1] * 1000:.0f} of the processor).")
    return "\n".join([*lines, f"Raw pyoxigraph held {most:.0f} MB at most."]) + "\n"


def _columns(figures: Sequence[Asked]) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    return [one.raw for one in figures], [one.ours for one in figures]


def _ratios(name: str, raw: tuple[float, float], ours: tuple[float, float]) -> str:
    cells = (f"{raw[at] * 1000:9.0f}{ours[at] * 1000:9.0f}{ours[at] / raw[at]:9.2f}" for at in (0, 1))
    return f"{name:22}{''.join(cells)}"


def main() -> None:
    """Read the call and print the tables."""
    call = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    call.add_argument("--articles", type=int, default=1200)
    call.add_argument("--rdflib", type=int, default=20, metavar="N", help="articles that rdflib is given")
    given = call.parse_args()
    os.environ["PYTHONPATH"] = str(ROOT / "scripts")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        each, whole = graph(folder, given.articles)
        with whole.open("rb") as stream:
            triples = sum(1 for _ in stream)
        sys.stdout.write(f"{given.articles} articles, {triples:,} statements, {whole.stat().st_size / MB:.0f} MB\n\n")
        sys.stdout.write(table([*loading(folder, whole), *storing(folder, each, whole)]) + "\n")
        sys.stdout.flush()
        sys.stdout.write(queries_table(*asking(folder / "store")))
        sys.stdout.flush()
        few = folder / "few"
        few.mkdir()
        for number in range(given.rdflib):
            (each / f"party-{number}.nq").rename(few / f"party-{number}.nq")
        run(sys.executable, "-m", "partygraph", "store", folder / "small", few)
        small = {one.name: one.raw[1] for one in asking(folder / "small")[0]}
        read = _asked("ASK {}", few, "rdflib")[1]
        slow, fast = sum(_asked(name, few, "rdflib")[1] - read for name in small), sum(small.values())
        sys.stdout.write(
            f"\n{given.rdflib} articles: rdflib in memory {slow:.1f} s of the processor for all queries, and "
            f"{read:.1f} s to read; raw pyoxigraph on the disk {fast:.2f} s: {slow / fast:.0f} x\n"
        )


if __name__ == "__main__":
    main()
