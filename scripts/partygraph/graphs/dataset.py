"""The graph of one article: its facts, and where each of them comes from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from partygraph import formats
from partygraph.formats.namespaces import PREFIXES
from partygraph.formats.terms import LANG_STRING, Document, Iri, Term, Triple
from partygraph.graphs.provenance import Statement
from partygraph.model import LeftOut
from partygraph.tables import html_table


@dataclass(frozen=True)
class Dataset:
    """Facts and provenance of one article; triples are sorted and none is there twice.

    ``subject`` is what the article is about, ``article`` the document that is quoted. ``refused`` are records of facts
    with values that cannot be published; like all that was left out they are in the provenance. ``notice`` says in one
    line where the data comes from and under which licence.
    """

    slug: str
    title: str
    base: str
    subject: Iri
    article: Iri
    facts: tuple[Triple, ...]
    provenance: tuple[Triple, ...]
    facts_graph: Iri
    provenance_graph: Iri
    statements: tuple[Statement, ...]
    refused: tuple[LeftOut, ...] = ()
    notice: str = ""

    def document(self, *, provenance: bool = False) -> Document:
        """Return what a file is to say: the facts alone in the default graph, or both graphs under their names."""
        graphs: tuple[tuple[Iri | None, tuple[Triple, ...]], ...] = ((None, self.facts),)
        if provenance:
            graphs = ((self.facts_graph, self.facts), (self.provenance_graph, self.provenance))
        prefixes = {
            **PREFIXES,
            "graph": f"{self.base}graph/",
            "here": f"{self.base}id/{self.slug}/",
            "id": f"{self.base}id/",
            "text": f"{self.base}graph/{self.slug}#",
        }
        return Document(graphs, prefixes, self.notice, self.subject, self.base)

    def write(self, form: str, *, provenance: bool = False) -> str:
        """Write the facts, or facts and provenance, in a format.

        Raises:
            UsageError: there is no such format, or it cannot hold two graphs.
        """
        return formats.write(self.document(provenance=provenance), form)

    def _repr_html_(self) -> str:
        """Show the statements in a notebook, each with its quote."""
        rows = [
            (*statement.told(), statement.status, statement.facts[0].evidence[0].quote) for statement in self.statements
        ]
        caption = f"{self.title}: {len(self.statements)} statements, {len(self.facts)} triples"
        return html_table(("subject", "predicate", "object", "status", "quote"), rows, caption=caption)

    def quads(self) -> tuple[ox.Quad, ...]:
        """Return all statements in their named graphs, for pyoxigraph."""
        return self._quads

    @cached_property
    def _quads(self) -> tuple[ox.Quad, ...]:
        graphs = ((self.facts_graph, self.facts), (self.provenance_graph, self.provenance))
        return tuple(
            ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), oxigraph_term(value), ox.NamedNode(graph))
            for graph, triples in graphs
            for subject, predicate, value in triples
        )


def oxigraph_term(term: Term) -> ox.NamedNode | ox.Literal:
    """Return a term as pyoxigraph has it."""
    if isinstance(term, Iri):
        return ox.NamedNode(term)
    if term.datatype == LANG_STRING:
        return ox.Literal(term.lexical, language=term.lang)
    return ox.Literal(term.lexical, datatype=ox.NamedNode(term.datatype))
