"""Each shape finds its planted defect, and nothing else finds it; our own tables and terms conform to their shapes.

A file of tests/shapes is data with one defect (``valid.ttl``: with none) beside the report that is expected of it, in
the form of the W3C's own tests of SHACL; rules/ and ontology/ below it are for the shapes of rules and of terms.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import parse
from pyshacl import validate
from rdflib import RDF, SH, Graph, URIRef

from partygraph import validation
from partygraph.resources import folder

ONTOLOGY, SHAPES = folder("ontology"), folder("shapes")
CASES = Path(__file__).parent / "shapes"
FOLDERS = {"data": CASES, "rules": CASES / "rules", "ontology": CASES / "ontology"}
Found = set[tuple[str, str, str, str]]
CORE_ONLY = {SH.sparql, SH.js, SH.rule, SH.target, SH.select, SH.ask}


def graph(paths: Iterable[Path]) -> Graph:
    merged = Graph()
    for path in paths:
        merged.parse(path)
    return merged


def check(data: Graph, by: Graph, *, meta: bool = False) -> tuple[bool, Graph]:
    conforms, report, text = validate(data, shacl_graph=by, meta_shacl=meta, allow_warnings=True)
    assert isinstance(report, Graph), text
    return bool(conforms), report


def results(report: Graph) -> Found:
    """Focus node, shape, component and severity of each result of a report."""
    keys = (SH.focusNode, SH.sourceShape, SH.sourceConstraintComponent, SH.resultSeverity)
    found = report.subjects(RDF.type, SH.ValidationResult)
    rows = ([str(report.value(result, key)) for key in keys] for result in found)
    return {(row[0], row[1], row[2], row[3]) for row in rows}


def shapes_of(shapes_graph: Graph) -> set[URIRef]:
    kinds = (SH.NodeShape, SH.PropertyShape)
    return {shape for kind in kinds for shape in shapes_graph.subjects(RDF.type, kind) if isinstance(shape, URIRef)}


@cache
def shapes(name: str) -> Graph:
    return graph([SHAPES / f"{name}.ttl"])


def cases() -> list[tuple[str, Path]]:
    return [(name, path) for name, folder in FOLDERS.items() for path in sorted(folder.glob("*.ttl"))]


@pytest.mark.parametrize(("name", "path"), cases(), ids=lambda value: getattr(value, "stem", value))
def test_a_planted_defect_is_found_by_exactly_its_shape(name: str, path: Path) -> None:
    case = graph([path])
    conforms, report = check(case, shapes(name))
    assert results(report) == results(case)
    assert conforms == all(severity != str(SH.Violation) for *_, severity in results(case))


@pytest.mark.parametrize("path", sorted(CASES.glob("*.ttl")), ids=lambda path: path.stem)
def test_our_own_engine_finds_what_pyshacl_finds(path: Path) -> None:
    report = validation.validate(path, engine="compiled")
    found = {
        (result.focus, result.shape, str(SH[result.component]), str(SH[result.severity])) for result in report.results
    }
    assert found == results(graph([path]))


@pytest.mark.parametrize("name", FOLDERS)
def test_every_shape_has_a_planted_defect(name: str) -> None:
    planted = {shape for path in FOLDERS[name].glob("*.ttl") for _, shape, _, _ in results(graph([path]))}
    assert planted == {str(shape) for shape in shapes_of(shapes(name))}


@pytest.mark.parametrize(("name", "path"), cases(), ids=lambda value: getattr(value, "stem", value))
def test_a_case_has_one_defect_unless_it_is_the_valid_one(name: str, path: Path) -> None:
    case = graph([path])
    found = {shape for _, shape, _, _ in results(case)}
    assert len(found) == (0 if path.stem == "valid" else 1)
    assert (case.value(predicate=RDF.type, object=SH.ValidationReport), SH.conforms, None) in case


@pytest.mark.parametrize("name", FOLDERS)
def test_the_shapes_are_shapes_of_shacl_core(name: str) -> None:
    conforms, _ = check(Graph(), shapes(name), meta=True)
    assert conforms
    assert CORE_ONLY.isdisjoint(shapes(name).predicates())


@pytest.mark.parametrize("name", FOLDERS)
def test_a_shape_tells_a_person_what_is_wrong_and_how_to_mend_it(name: str) -> None:
    targets = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
    for shape in shapes_of(shapes(name)):
        message, title, severity = (shapes(name).value(shape, key) for key in (SH.message, SH.name, SH.severity))
        assert title is not None, shape
        assert severity in (SH.Violation, SH.Warning), shape
        sentences = str(message).split(". ")
        assert len(sentences) > 1, f"{shape}: say what is wrong, and then how to mend it"
        assert sentences[-1].endswith("."), shape
        assert any((shape, target, None) in shapes(name) for target in targets), shape


def test_the_rules_are_well_formed() -> None:
    tables = [path for path in ONTOLOGY.rglob("*.ttl") if path.name not in ("partygraph.ttl", "concepts.ttl")]
    conforms, report = check(graph(tables), shapes("rules"))
    assert conforms, [row for row in results(report) if row[3] == str(SH.Violation)]


def test_the_terms_are_well_made() -> None:
    files = [ONTOLOGY / name for name in ("partygraph.ttl", "rule-vocabulary.ttl", "concepts.ttl")]
    conforms, report = check(graph(files), shapes("ontology"))
    assert conforms, results(report)


def test_the_published_graphs_conform() -> None:
    for path in sorted((ONTOLOGY.parent / "data" / "graph").glob("*.nq")):
        triples = "".join(f"{quad.triple} .\n" for quad in parse(path=path))
        conforms, report = check(Graph().parse(data=triples, format="nt"), shapes("data"))
        assert conforms, (path.name, results(report))
