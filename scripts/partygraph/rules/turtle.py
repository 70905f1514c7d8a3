"""Reads a table written in Turtle as blocks: one subject with its values, in the order of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from partygraph.errors import Place, RuleError

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
PREFIX = re.compile(rb"^\s*@?prefix\s+([\w-]*):\s*<([^>]*)>", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """One subject of a table with all its values; names of properties and types are shortened by the prefixes."""

    iri: str
    properties: tuple[tuple[str, tuple[str, ...]], ...]
    path: Path

    @property
    def name(self) -> str:
        """The last part of the IRI."""
        return re.split(r"[#/]", self.iri)[-1]

    @property
    def types(self) -> tuple[str, ...]:
        """The classes of the subject, as prefixed names."""
        return self.values("rdf:type")

    @property
    def where(self) -> Place:
        """The file and line of the block, for a message to whoever wrote it."""
        start = re.compile(rf"^\S*[:/#]{re.escape(self.name)}>?\s", re.MULTILINE)
        text = self.path.read_text(encoding="utf-8")
        found = start.search(text)
        return Place(str(self.path), text.count("\n", 0, found.start()) + 1 if found else None)

    def values(self, name: str) -> tuple[str, ...]:
        """Return all values of a property in the order of the file: literals as text, IRIs as prefixed names."""
        return next((values for key, values in self.properties if key == name), ())

    def value(self, name: str, default: str = "") -> str:
        """Return the one value of a property, or the default.

        Raises:
            RuleError: the property has more than one value.
        """
        found = self.values(name)
        if len(found) > 1:
            raise RuleError(f"{self.name} has {len(found)} values of {name}, and may have one", where=self.where)
        return found[0] if found else default


def read_blocks(path: Path, type_name: str | None = None) -> tuple[Block, ...]:
    """Read the blocks of a Turtle file, or those of one type.

    Raises:
        RuleError: the file is missing or is not Turtle; the message has line and column.
    """
    return tuple(block for block in _blocks(path) if type_name is None or type_name in block.types)


def _blocks(path: Path) -> Iterator[Block]:
    try:
        data = path.read_bytes()
        prefixes = sorted(
            ((iri.decode(), name.decode()) for name, iri in PREFIX.findall(data)), key=lambda row: -len(row[0])
        )
        shorts = {RDF_TYPE: "rdf:type"}
        collected: dict[str, dict[str, list[str]]] = {}
        for subject, predicate, value, _ in parse(data, format=RdfFormat.TURTLE):
            iri = predicate.value
            if iri not in shorts:
                shorts[iri] = _short(iri, prefixes)
            text = value.value if isinstance(value, Literal) else _short(str(value)[1:-1], prefixes)
            name = subject.value if isinstance(subject, NamedNode) else str(subject)
            collected.setdefault(name, {}).setdefault(shorts[iri], []).append(text)
    except OSError as error:
        raise RuleError(f"cannot read the table: {error.strerror}", where=Place(str(path))) from error
    except SyntaxError as error:
        raise RuleError(
            f"not valid Turtle: {error.msg}",
            where=Place(str(path), error.lineno, error.offset),
            remedy="Mend the syntax there",
        ) from error
    for iri, properties in collected.items():
        yield Block(iri, tuple((key, tuple(values)) for key, values in properties.items()), path)


def _short(iri: str, prefixes: list[tuple[str, str]]) -> str:
    for start, name in prefixes:
        if iri.startswith(start):
            return f"{name}:{iri[len(start) :]}"
    return iri
