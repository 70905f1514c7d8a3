"""The named queries of queries/: each a file with its title, its question and its typed parameters in the header.

A header is the comment lines at the top of the file::

    # title: Facts with their sentences
    # question: Which facts does the graph state, and which characters of which article say so?
    # param: about text "" Only facts whose subject or object has these words in its name

A parameter has a name (that of a variable of the query), a type, a default (``-``: it must be given) and a description.
Its variable stands in the SELECT clause, where the engine looks for it, and is not shown as a column of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from partygraph.errors import InputError, Place, RuleError, UsageError
from partygraph.resources import folder
from partygraph.sparql import running
from partygraph.sparql.answers import Answer
from partygraph.sparql.terms import XSD, Term

HEADER = re.compile(r"^#[ \t]*(title|question|param):[ \t]*(.*)$")
PARAMETER = re.compile(r'([A-Za-z]\w*)\s+(\S+)\s+("[^"]*"|[^\s"]+)\s+(\S.*)')
DATES = ((r"\d{4}", "gYear"), (r"\d{4}-\d\d", "gYearMonth"), (r"\d{4}-\d\d-\d\d", "date"))


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a query that the asker gives a value; ``default`` is None where a value must be given."""

    name: str
    type: str
    default: str | None
    description: str

    def term(self, text: str) -> Term:
        """Read a value of the parameter's type.

        Raises:
            UsageError: the text is no value of that type.
        """
        found = TYPES[self.type](text)
        if found is None:
            raise UsageError(f"{text!r} is no value for {self.name}, which is of type {self.type}")
        return found


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with its header."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str

    def bindings(self, given: Mapping[str, str]) -> dict[str, Term]:
        """Return the terms of all parameters: the values given, and else the defaults.

        Raises:
            UsageError: a value is missing, of the wrong type, or for no parameter of this query.
        """
        known = {parameter.name for parameter in self.parameters}
        for name in given:
            if name not in known:
                raise UsageError(
                    f"the query {self.name} has no parameter {name!r}",
                    remedy=f"It has: {', '.join(sorted(known))}" if known else "It has none",
                )
        terms = {}
        for parameter in self.parameters:
            value = given.get(parameter.name, parameter.default)
            if value is None:
                raise UsageError(
                    f"the query {self.name} needs a value for {parameter.name} ({parameter.description})",
                    remedy=f"Add: -p {parameter.name}=…",
                )
            terms[parameter.name] = parameter.term(value)
        return terms


@cache
def named() -> Mapping[str, NamedQuery]:
    """Return the queries of the folder queries/ by name, in alphabetical order.

    Raises:
        RuleError: a query has no title or question, or a parameter that cannot be read.
    """
    paths = sorted(folder("queries").glob("*.rq"))
    return MappingProxyType({path.stem: parse(path.read_text(encoding="utf-8"), path.stem, path) for path in paths})


def find(what: str | Path) -> NamedQuery:
    """Return the query of that name, that file, or that text.

    A text is told from a name by having a blank or a brace in it. A file needs no header.

    Raises:
        UsageError: there is no query of that name.
        InputError: the file cannot be read.
    """
    word = str(what)
    if word in named():
        return named()[word]
    if re.search(r"[\s{]", word) and not Path(word[:255]).is_file():
        return parse(word, "query")
    path = Path(word)
    if not path.is_file():
        close = [name for name in named() if word.lower() in name] or list(named())
        raise UsageError(f"there is no query {word!r}", remedy=f"Choose one of: {', '.join(close)}; or give a file")
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise InputError(f"cannot read the query: {error.strerror}", where=Place(word)) from error
    except UnicodeDecodeError as error:
        raise InputError("the query is not UTF-8", where=Place(word, byte=error.start)) from error
    return parse(text, word)


def query(
    what: str | Path | NamedQuery,
    *data: Path | str | bytes,
    parameters: Mapping[str, str] | None = None,
    engine: str = "oxigraph",
    seconds: float = running.SECONDS,
) -> Answer:
    """Ask a named query, a query file or a query's text.

    ``data`` are RDF files, folders of them, or N-Quads as bytes; without any, the published graph of data/graph.

    Raises:
        UsageError: the query is unknown or refused, or a parameter is off.
        InputError: data cannot be read.
        QueryTimeError: the query took longer than ``seconds``.
    """
    asked = what if isinstance(what, NamedQuery) else find(what)
    files = [Path(piece) for piece in data if not isinstance(piece, bytes)]
    held = b"\n".join(piece for piece in data if isinstance(piece, bytes))
    bindings = asked.bindings(parameters or {})
    found = running.answer(
        asked.text,
        running.data_files(files if data else [published()], stores=True),
        held,
        bindings=bindings,
        engine=engine,
        seconds=seconds,
        name=asked.name,
    )
    shown = [at for at, column in enumerate(found.columns) if column not in bindings]
    return Answer(
        tuple(found.columns[at] for at in shown),
        tuple(tuple(row[at] for at in shown) for row in found.rows),
        found.truth,
        found.triples,
        asked.title,
    )


def published() -> Path:
    """Return the folder of the published graph.

    Raises:
        InputError: nothing has been published there yet.
    """
    place = folder("data") / "graph"
    if not place.is_dir():
        raise InputError(
            "there is no published graph yet", where=Place(str(place)), remedy="Give DATA, or run: partygraph build"
        )
    return place


def parse(text: str, name: str, path: Path | None = None) -> NamedQuery:
    """Read a query with its header; with a path, title and question must be there.

    Raises:
        RuleError: the header is not well formed.
    """
    found: dict[str, str] = {}
    parameters = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            break
        header = HEADER.match(line)
        if header and header[1] == "param":
            parameters.append(_parameter(header[2], Place(str(path or name), number)))
        elif header:
            found[header[1]] = header[2].strip()
    clause = re.search(r"^\s*SELECT\b(.*?)(?:\bWHERE\b|\{)", text, re.DOTALL | re.IGNORECASE | re.MULTILINE)
    for parameter in parameters:
        if not clause or not re.search(rf"\?{parameter.name}\b", clause[1]):
            raise RuleError(
                f"the parameter {parameter.name} is not in the SELECT clause",
                where=Place(str(path or name)),
                remedy=f"Add ?{parameter.name} there; it will not be shown as a column",
            )
    if path is not None and not (found.get("title") and found.get("question")):
        raise RuleError("the query has no title or no question", where=Place(str(path)), remedy="Add them as comments")
    return NamedQuery(name, found.get("title", ""), found.get("question", ""), tuple(parameters), text)


def _parameter(text: str, where: Place) -> Parameter:
    found = PARAMETER.fullmatch(text.strip())
    if not found:
        raise RuleError(
            "a parameter is not well formed", where=where, remedy='Write: # param: name type "default" description'
        )
    name, kind, default, description = found.groups()
    if kind not in TYPES:
        raise RuleError(f"a parameter has no type {kind!r}", where=where, remedy=f"Choose one of: {', '.join(TYPES)}")
    return Parameter(name, kind, None if default == "-" else default.strip('"'), description)


def _typed(pattern: str, datatype: str) -> Callable[[str], Term | None]:
    return lambda text: Term("literal", text, XSD + datatype) if re.fullmatch(pattern, text) else None


def _date(text: str) -> Term | None:
    found: Iterable[Term | None] = (_typed(pattern, datatype)(text) for pattern, datatype in DATES)
    return next((term for term in found if term), None)


def _iri(text: str) -> Term | None:
    from pyoxigraph import NamedNode

    try:
        return Term("uri", NamedNode(text).value)
    except ValueError:
        return None


TYPES: MappingProxyType[str, Callable[[str], Term | None]] = MappingProxyType(
    {
        "text": lambda text: Term("literal", text, XSD + "string"),
        "integer": _typed(r"[+-]?\d+", "integer"),
        "boolean": _typed(r"true|false", "boolean"),
        "year": _typed(r"-?\d{4}", "gYear"),
        "date": _date,
        "iri": _iri,
    }
)
"""The types of parameters, each with the reader of its values (None: not a value of that type)."""
