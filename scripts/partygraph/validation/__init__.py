"""Validates data against shapes: which fact is wrong, in which sentence, by which shape, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from partygraph import formats
from partygraph.errors import InputError, Place, RuleError, UsageError
from partygraph.formats.ntriples import term as written
from partygraph.formats.terms import Blank, Node
from partygraph.graphs import Dataset
from partygraph.resources import folder
from partygraph.validation import compiled, reference
from partygraph.validation.causes import explain
from partygraph.validation.index import Index, own_statements
from partygraph.validation.report import Finding, Report, Result

__all__ = ["ENGINES", "Report", "Result", "validate"]

Statements = list[tuple[Node, str, Node]]

ENGINES: Mapping[str, Callable[[Statements, tuple[Path, ...]], list[Finding]]] = MappingProxyType(
    {"pyshacl": reference.findings, "compiled": compiled.findings}
)
"""The engines by name: the reference, and the fast one that builds use."""

DATA_SHAPES = "data*.ttl"
SEVERITIES = ("Violation", "Warning", "Info")


def validate(
    data: Dataset | Path | Iterable[Path | ox.Quad], *, engine: str = "pyshacl", shapes: Path | None = None
) -> Report:
    """Validate data against the project's shapes for published data, or against other shapes.

    ``data`` is a dataset, a file, or several files or statements taken as one graph; named graphs count as one.
    ``shapes`` is a file of shapes or a folder of them. Results are sorted, the worst first.

    Raises:
        UsageError: there is no such engine.
        InputError: a file cannot be read, or there is no shape.
        RuleError: the shapes are not well formed, or use what the engine does not know.
    """
    if engine not in ENGINES:
        raise UsageError(f"there is no engine {engine!r}", remedy=f"Choose one of: {', '.join(ENGINES)}")
    statements = list(dict.fromkeys(_statements(data)))
    found = sorted(set(ENGINES[engine](statements, _files(shapes))), key=_order)
    index = Index(statements)
    return Report(tuple(explain(finding, index) for finding in found), tuple(found), len(statements))


def _statements(data: Dataset | Path | Iterable[Path | ox.Quad]) -> Statements:
    if isinstance(data, Dataset):
        return [*data.facts, *data.provenance]
    if isinstance(data, Path):
        return own_statements(formats.read(data))
    statements: Statements = []
    for part in data:
        statements += own_statements(formats.read(part) if isinstance(part, Path) else (part,))
    return statements


def _files(shapes: Path | None) -> tuple[Path, ...]:
    if shapes is None:
        files = sorted(folder("shapes").glob(DATA_SHAPES))
    else:
        files = sorted(shapes.glob("*.ttl")) if shapes.is_dir() else [shapes]
    if not files:
        raise InputError("there are no shapes", where=Place(str(shapes or folder("shapes"))))
    for path in files:
        if not path.is_file():
            raise RuleError("the file of shapes is missing", where=Place(str(path)))
    return tuple(files)


def _order(finding: Finding) -> tuple[int, str, str, str, str, str]:
    rank = SEVERITIES.index(finding.severity) if finding.severity in SEVERITIES else len(SEVERITIES)
    value = finding.value
    shown = "" if value is None else str(value) if isinstance(value, Blank) else written(value)
    path = finding.path.text if finding.path else ""
    return rank, str(finding.focus), str(finding.shape), finding.component, path, shown
