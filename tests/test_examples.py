"""The example notebook runs from top to bottom, and its results show themselves."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent / "scripts" / "examples").glob("*.ipynb"))


def run(path: Path) -> list[Any]:
    """Run the code cells as a notebook does, and return what each one shows."""
    shown: list[Any] = []
    names: dict[str, Any] = {}
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        assert cell["outputs"] == [] and cell["execution_count"] is None, "commit notebooks without outputs"
        tree = ast.parse("".join(cell["source"]))
        last = tree.body.pop()
        exec(compile(tree, str(path), "exec"), names)
        assert isinstance(last, ast.Expr), "a cell ends with something to show"
        shown.append(eval(compile(ast.Expression(last.value), str(path), "eval"), names))
    return shown


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_notebook_runs(path: Path) -> None:
    assert run(path)


def test_first_steps_shows_what_it_promises() -> None:
    shown = run(NOTEBOOKS[0])
    assert shown[0][0] == "Connecticut Working Families Party"
    assert shown[2] is True
    assert shown[6] is True
    assert shown[-1] == ["Bridgeport", "Hartford"]
    rich = [value._repr_html_() for value in shown if hasattr(value, "_repr_html_")]
    assert len(rich) >= 4
    assert all(text.startswith("<table>") for text in rich)
