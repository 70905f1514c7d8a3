r"""partygraph turns articles about political parties into linked data that quotes its source.

>>> import partygraph
>>> article = partygraph.read("= A Party =\n\nA Party\n- Foundation: 1999\n")
>>> article.title
'A Party'
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
"""Type checkers take it for true; a process that only answers a query is spared the module that it comes from."""

if TYPE_CHECKING:
    from typing import Any

    from partygraph.errors import (
        FindingsError,
        InputError,
        PartygraphError,
        RemoteError,
        UsageError,
    )
    from partygraph.facttable import FactRow, FactTable
    from partygraph.graphs import Dataset
    from partygraph.model import Article, Entity, Evidence, Extraction, Fact, LeftOut, Literal, Qualifier, Source, Span
    from partygraph.sparql.answers import Answer
    from partygraph.street import build, extract, facts, query, read, validate, write
    from partygraph.validation import Report

__all__ = [
    "Answer",
    "Article",
    "Dataset",
    "Entity",
    "Evidence",
    "Extraction",
    "Fact",
    "FactRow",
    "FactTable",
    "FindingsError",
    "InputError",
    "LeftOut",
    "Literal",
    "PartygraphError",
    "Qualifier",
    "RemoteError",
    "Report",
    "Source",
    "Span",
    "UsageError",
    "build",
    "extract",
    "facts",
    "query",
    "read",
    "validate",
    "write",
]

# Names are fetched when they are asked for, so that `import partygraph` and `partygraph --help` stay fast.
_HOMES = {
    "errors": ("FindingsError", "InputError", "PartygraphError", "RemoteError", "UsageError"),
    "facttable": ("FactRow", "FactTable"),
    "graphs": ("Dataset",),
    "model": (
        *("Article", "Entity", "Evidence", "Extraction", "Fact"),
        *("LeftOut", "Literal", "Qualifier", "Source", "Span"),
    ),
    "sparql.answers": ("Answer",),
    "street": ("build", "extract", "facts", "query", "read", "validate", "write"),
    "validation": ("Report",),
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("partygraph")
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"partygraph.{home}"), name)
    raise AttributeError(f"module 'partygraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
