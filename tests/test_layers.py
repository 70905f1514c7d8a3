"""The house stands: imports only go down, no module is an attic, and no import cycle exists."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "scripts" / "partygraph"

LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"model", "errors"}),
    frozenset({"formats", "resources", "turtle", "jsonld", "tables", "charts", "answercache", "replacement"}),
    frozenset({"readers", "values", "rules", "sparql", "endpoints"}),
    frozenset({"extraction", "linking", "detection", "proposals"}),
    frozenset(
        {
            "graphs",
            "validation",
            "queries",
            "evaluation",
            "facttable",
            "account",
            "conformance",
            "contradictions",
            "publication",
            "wikidata",
            "differences",
        }
    ),
    frozenset({"site", "stores", "bulk"}),
    frozenset({"", "__main__", "cli", "street"}),
)
ATTICS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "shared", "core", "base"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """The top-level module or package of the house that a file belongs to; empty for partygraph itself."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def level(name: str) -> int:
    for number, names in enumerate(LAYERS):
        if name in names:
            return number
    raise AssertionError(f"partygraph/{name} has no layer: give it one in LAYERS of {Path(__file__).name}")


def imports(path: Path) -> set[str]:
    """Names below partygraph that a file imports anywhere, lazily or not, as dotted paths."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; write the whole name"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.split(".")[0] == "partygraph"}


def module_name(path: Path) -> str:
    parts = ["partygraph", *path.relative_to(PACKAGE).with_suffix("").parts]
    return ".".join(parts).removesuffix(".__init__")


def resolve(name: str, known: set[str]) -> str | None:
    """The module that a dotted import refers to: itself, or the one that holds the imported name."""
    while name and name not in known:
        name = name.rpartition(".")[0]
    return name or None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down(path: Path) -> None:
    here = room(path)
    for name in imports(path):
        parts = name.split(".")
        there = parts[1] if len(parts) > 1 and (PACKAGE / parts[1]).with_suffix(".py").exists() else ""
        if len(parts) > 1 and (PACKAGE / parts[1]).is_dir():
            there = parts[1]
        if there != here:
            assert level(there) <= level(here), f"{path} imports {name}, which lies above it"


def test_no_cycle() -> None:
    known = {module_name(path) for path in MODULES}
    graph = {module_name(path): {resolve(name, known) for name in imports(path)} for path in MODULES}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, f"import cycle: {' -> '.join((*trail[trail.index(name) :], name))}"
        if name in done:
            return
        for target in graph[name]:
            # A package's own modules may name the package whose __init__ only gathers them lazily.
            if target and target != name:
                visit(target, (*trail, name))
        done.add(name)

    for name in sorted(graph):
        visit(name, ())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_attic(path: Path) -> None:
    assert path.stem not in ATTICS, f"{path}: a name that says nothing; what does the module do?"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_in_one_sentence_what_it_is(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring, f"{path} has no docstring"
    assert docstring.splitlines()[0].endswith((".", ":", "?")), f"{path}: the first line is one sentence"
