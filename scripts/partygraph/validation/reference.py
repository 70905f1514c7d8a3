"""Validates with pyshacl, the reference engine; slow, and only loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from partygraph.errors import Place, RuleError
from partygraph.formats.namespaces import SH
from partygraph.formats.ntriples import literal
from partygraph.formats.terms import Blank, Node, Value
from partygraph.validation.index import Index, own_statements
from partygraph.validation.paths import read_path
from partygraph.validation.report import Finding


def findings(statements: Iterable[tuple[Node, str, Node]], files: tuple[Path, ...]) -> list[Finding]:
    """Return everything that is wrong in a graph, by the shapes of files.

    Raises:
        RuleError: pyshacl refuses the shapes.
    """
    import pyshacl
    import rdflib

    text = "".join(f"{_term(subject)} <{predicate}> {_term(value)} .\n" for subject, predicate, value in statements)
    normalises = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    try:
        data = rdflib.Graph(bind_namespaces="none").parse(data=text, format="nt")
        shapes = rdflib.Graph(bind_namespaces="none")
        for path in files:
            shapes.parse(path, format="turtle")
        _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=False, js=False, do_owl_imports=False)
    except (pyshacl.errors.ShapeLoadError, pyshacl.errors.ConstraintLoadError, SyntaxError) as error:
        raise RuleError(f"pyshacl refuses the shapes: {error}", where=Place(str(files[0]))) from error
    finally:
        rdflib.NORMALIZE_LITERALS = normalises
    return _read(report.serialize(format="nt", encoding="utf-8"))


def _read(report: bytes) -> list[Finding]:
    """Read the results of a report; results inside results are details, and not counted."""
    graph = Index(own_statements(ox.parse(report, format=ox.RdfFormat.N_TRIPLES)))
    return [_finding(graph, result) for result in graph.backward[SH + "result"]]


def _finding(graph: Index, result: Node) -> Finding:
    def value(name: str) -> Node | None:
        return graph.value(result, SH + name)

    path = value("resultPath")
    return Finding(
        focus=value("focusNode") or result,
        path=read_path(graph, path) if path is not None else None,
        value=value("value"),
        severity=str(value("resultSeverity")).removeprefix(SH),
        messages=tuple(m.lexical for m in graph.values(result, SH + "resultMessage") if isinstance(m, Value)),
        shape=value("sourceShape") or result,
        component=str(value("sourceConstraintComponent")).removeprefix(SH),
    )


def _term(node: Node) -> str:
    if isinstance(node, Value):
        return literal(node)
    return f"_:{node.label}" if isinstance(node, Blank) else f"<{node}>"
