"""The table of templates: what a reader sees of each, by its name (ontology/templates.tsv)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from partygraph.errors import Place, RuleError
from partygraph.resources import folder

COLUMNS = ("names", "kind", "form", "marks", "example", "reads")
UNKNOWN = "unknown"
"""The kind of a template that is not in the table: it shows nothing, and its place is recorded."""


@dataclass(frozen=True, slots=True)
class Template:
    """A row of the table.

    ``name`` is the first of its names, by which marks call it; ``form`` and ``marks`` mean what the head of the table
    says. ``line`` is its line there.
    """

    name: str
    names: tuple[str, ...]
    kind: str
    form: tuple[Piece, ...]
    argument: str
    marks: tuple[str, ...]
    example: str
    reads: str
    line: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a form: fixed characters, or an argument (the first of ``keys`` that is there).

    ``optional`` pieces vanish when an argument of the same ``group`` is missing.
    """

    text: str
    keys: tuple[str, ...]
    group: int


def lookup(name: str) -> Template | None:
    """Return the row of a template by its folded name, None if the table does not have it.

    >>> lookup("ubl").name, lookup("lang-cy").kind, lookup("some new template")
    ('unbulleted list', 'text', None)
    """
    found = _table()[0].get(name)
    return found if found is not None else _matching(name)


def role(name: str) -> str:
    """Return the kind of a template by its folded name, ``unknown`` for one that the table does not have."""
    found = lookup(name)
    return found.kind if found else UNKNOWN


@lru_cache(maxsize=4096)
def _matching(name: str) -> Template | None:
    for before, after, template in _table()[1]:
        if len(name) >= len(before) + len(after) and name.startswith(before) and name.endswith(after):
            return template
    return None


def rows() -> tuple[Template, ...]:
    """Return the rows of the table in its order."""
    exact, patterns = _table()
    found = {id(row): row for row in (*exact.values(), *(row for _, _, row in patterns))}
    return tuple(sorted(found.values(), key=lambda row: row.line))


@cache
def _table() -> tuple[Mapping[str, Template], tuple[tuple[str, str, Template], ...]]:
    path = folder("ontology") / "templates.tsv"
    exact: dict[str, Template] = {}
    patterns: list[tuple[str, str, Template]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("# ") or line.startswith("names\t"):
            continue
        row = _row(line, number, str(path))
        for name in row.names:
            if "*" in name.strip("*") or (name.startswith("*") and len(name) > 1) or name[1:].endswith("*"):
                before, _, after = name.partition("*")
                patterns.append((before, after.rstrip("*"), row))
            elif name in exact:
                raise RuleError(f"the template {name!r} is in two rows", where=Place(str(path), number))
            else:
                exact[name] = row
    patterns.sort(key=lambda row: -len(row[0] + row[1]))
    return MappingProxyType(exact), tuple(patterns)


def _row(line: str, number: int, path: str) -> Template:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise RuleError(
            f"a row needs {len(COLUMNS)} cells, this one has {len(cells)}",
            where=Place(path, number),
            remedy=f"The cells are {', '.join(COLUMNS)}, with a tab between them",
        )
    names = tuple(name.strip(" ") for name in cells[0].split(" | "))
    kind, form, marks, example, reads = cells[1:]
    return Template(
        name=names[0],
        names=names,
        kind=kind,
        form=tuple(_pieces(form)) if kind == "text" else (),
        argument=form,
        marks=tuple(mark for mark in marks.split(";") if mark),
        example=example,
        reads=reads.replace("\\n", "\n"),
        line=number,
    )


def _pieces(form: str) -> list[Piece]:
    pieces: list[Piece] = []
    groups = [0]
    count = 0
    for token in re.findall(r"\{[^{}]*\}|[\[\]]|[^{}\[\]]+", form):
        if token == "[":
            count += 1
            groups.append(count)
        elif token == "]":
            groups.pop()
        elif token.startswith("{"):
            pieces.append(Piece("", tuple(token[1:-1].split("|")), groups[-1]))
        else:
            pieces.append(Piece(token, (), groups[-1]))
    return pieces
