"""What a query answers: rows, a graph, or yes and no; and the ways to write it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import Any

from partygraph import tables
from partygraph.errors import UsageError
from partygraph.sparql.terms import Term

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SOME_NAMESPACES = MappingProxyType(
    {
        "dcterms": "http://purl.org/dc/terms/",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "party": "https://w3id.org/partygraph/def#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""Prefixes that the Turtle of a CONSTRUCT uses."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The complete answer to one query.

    For SELECT ``columns`` and ``rows`` (None: unbound); for ASK ``truth``; for CONSTRUCT and DESCRIBE ``triples``.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    truth: bool | None = None
    triples: tuple[tuple[Term, Term, Term], ...] | None = None
    title: str = ""

    def __len__(self) -> int:
        """Count the rows or triples; an ASK has one."""
        return len(self.rows) if self.triples is None and self.truth is None else len(self.triples or (0,))

    def write(self, form: str = "table", *, width: int | None = None) -> str:
        """Write the answer in one of the :data:`FORMS`.

        Raises:
            UsageError: there is no such form, or this kind of answer cannot take it.
        """
        if form in GRAPH_FORMS and self.triples is not None:
            return GRAPH_FORMS[form](self)
        if form in STANDARD_FORMS and self.triples is None:
            return STANDARD_FORMS[form](self)
        if form in PICTURE_FORMS and self.triples is None:
            return PICTURE_FORMS[form](self)
        if form in tables.FORMATS and form not in STANDARD_FORMS:
            columns, rows = self.table()
            return tables.write_table(columns, rows, form, width=width)
        kind = "triples" if self.triples is not None else "rows"
        others = GRAPH_FORMS if self.triples is not None else {**STANDARD_FORMS, **PICTURE_FORMS}
        forms = [*tables.FORMATS, *others]
        allowed = [name for name in dict.fromkeys(forms) if not (self.triples is not None and name in STANDARD_FORMS)]
        raise UsageError(
            f"this query answers with {kind}, which have no form {form!r}",
            remedy=f"Choose one of: {', '.join(allowed)}",
        )

    def table(self) -> tuple[tuple[str, ...], tuple[tuple[str | int | None, ...], ...]]:
        """Return the answer as columns and rows of plain values."""
        if self.truth is not None:
            return ("answer",), (("yes" if self.truth else "no",),)
        if self.triples is not None:
            return ("subject", "predicate", "object"), tuple(tuple(t.plain() for t in row) for row in self.triples)
        return self.columns, tuple(tuple(None if t is None else t.plain() for t in row) for row in self.rows)

    def _repr_html_(self) -> str:
        columns, rows = self.table()
        return tables.html_table(columns, rows, caption=self.title)


def _json(answer: Answer) -> str:
    if answer.truth is not None:
        return json.dumps({"head": {}, "boolean": answer.truth}) + "\n"
    bindings = [
        {name: term.as_json() for name, term in zip(answer.columns, row, strict=True) if term is not None}
        for row in answer.rows
    ]
    document = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _xml(answer: Answer) -> str:
    head = "".join(f'<variable name="{escape(name)}"/>' for name in answer.columns)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<sparql xmlns="http://www.w3.org/2005/sparql-results#">']
    lines.append(f"<head>{head}</head>")
    if answer.truth is not None:
        lines.append(f"<boolean>{'true' if answer.truth else 'false'}</boolean>")
    else:
        lines.append("<results>")
        for row in answer.rows:
            pairs = zip(answer.columns, row, strict=True)
            cells = (f'<binding name="{escape(n)}">{_xml_term(t)}</binding>' for n, t in pairs if t is not None)
            lines.append(f"<result>{''.join(cells)}</result>")
        lines.append("</results>")
    return "\n".join([*lines, "</sparql>", ""])


def _xml_term(term: Term) -> str:
    written = term.as_json()
    marks = "".join(f' {name}="{escape(written[name])}"' for name in ("xml:lang", "datatype") if name in written)
    text = escape(NOT_IN_XML.sub("�", term.value), quote=False).replace("\r", "&#13;")
    return f"<{term.kind}{marks}>{text}</{term.kind}>"


def _graph(form: str) -> Callable[[Answer], str]:
    def write(answer: Answer) -> str:
        from pyoxigraph import RdfFormat, Triple, serialize

        rdf_format = RdfFormat.from_extension(form)
        triples = [Triple(*(_oxigraph(term) for term in triple)) for triple in answer.triples or ()]
        in_order = sorted(dict.fromkeys(triples), key=str)
        everything = "\n".join(map(str, in_order))
        used = {name: iri for name, iri in SOME_NAMESPACES.items() if iri in everything}
        prefixes = used if form == "ttl" else None
        return (serialize(in_order, format=rdf_format, prefixes=prefixes) or b"").decode()

    return write


def _oxigraph(term: Term) -> Any:
    from pyoxigraph import BlankNode, Literal, NamedNode

    if term.kind == "uri":
        return NamedNode(term.value)
    if term.kind == "bnode":
        return BlankNode(term.value)
    return (
        Literal(term.value, language=term.lang) if term.lang else Literal(term.value, datatype=NamedNode(term.datatype))
    )


def _chart(answer: Answer) -> str:
    from partygraph import charts

    columns, rows = answer.table()
    return charts.draw(columns, rows, title=answer.title)


PICTURE_FORMS: MappingProxyType[str, Callable[[Answer], str]] = MappingProxyType({"chart": _chart})
"""Pictures of rows with dates or numbers (SVG)."""

STANDARD_FORMS: MappingProxyType[str, Callable[[Answer], str]] = MappingProxyType({"json": _json, "xml": _xml})
"""The W3C's formats for the results of SELECT and ASK."""

GRAPH_FORMS: MappingProxyType[str, Callable[[Answer], str]] = MappingProxyType(
    {"turtle": _graph("ttl"), "ntriples": _graph("nt"), "nquads": _graph("nq")}
)
"""The formats for the triples of CONSTRUCT and DESCRIBE."""

FORMS: tuple[str, ...] = tuple(dict.fromkeys((*tables.FORMATS, *STANDARD_FORMS, *GRAPH_FORMS, *PICTURE_FORMS)))
"""All names that ``-f`` takes."""
