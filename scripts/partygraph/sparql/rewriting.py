"""Puts terms and graphs into a query, token by token, for a server that can be given nothing but a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from partygraph.sparql.guard import Token, tokens
from partygraph.sparql.terms import STRING, Term


def bind(query: str, bindings: Mapping[str, Term]) -> str:
    """Put terms in the place of variables; what a SELECT clause only shows of them is left away.

    >>> bind("SELECT ?s ?o { ?s ?p ?o } # ?o", {"o": Term("literal", "x", STRING)})
    'SELECT ?s  { ?s ?p "x" } # ?o'
    """
    pieces, end = [], 0
    for token, shown in _with_clause(query):
        name = token.text[1:]
        if token.kind == "variable" and name in bindings:
            pieces += [query[end : token.start], "" if shown else written(bindings[name])]
            end = token.start + len(token.text)
    return "".join([*pieces, query[end:]])


def restrict(query: str, default: Sequence[str], named: Sequence[str]) -> str:
    """Let a query see certain graphs only: the first together without GRAPH, the others with it.

    >>> restrict("ASK { ?s ?p ?o }", ["urn:a"], ["urn:b"])
    'ASK FROM <urn:a> FROM NAMED <urn:b> { ?s ?p ?o }'
    """
    clauses = [f"FROM <{graph}>" for graph in default] + [f"FROM NAMED <{graph}>" for graph in named]
    at = _start_of_pattern(query)
    return f"{query[:at]}{' '.join(clauses)} {query[at:]}"


def written(term: Term) -> str:
    """Write a term as SPARQL does, with everything escaped that could end it."""
    from pyoxigraph import Literal, NamedNode

    if term.kind == "uri":
        return str(NamedNode(term.value))
    if term.lang:
        return str(Literal(term.value, language=term.lang))
    return str(Literal(term.value, datatype=NamedNode(term.datatype or STRING)))


def _with_clause(query: str) -> Iterator[tuple[Token, bool]]:
    """Give each token, and whether it stands in the list of what a SELECT shows."""
    shown, depth = False, 0
    for token in tokens(query):
        word = token.text.upper() if token.kind == "word" else ""
        if word == "SELECT":
            shown, depth = True, 0
        elif word == "WHERE" or token.text == "{":
            shown = False
        elif token.kind == "open":
            depth += 1
        elif token.kind == "close":
            depth -= 1
        yield token, shown and depth == 0


def _start_of_pattern(query: str) -> int:
    """Return where the clauses that choose the data belong: before WHERE, or before the pattern's brace."""
    depth, braces, form = 0, [], ""
    for token in tokens(query):
        word = token.text.upper() if token.kind == "word" else ""
        form = form or (word if word in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE") else "")
        if word == "WHERE" and depth == 0:
            return token.start
        if token.text == "{" and depth == 0:
            braces.append(token.start)
        depth += (token.kind == "open") - (token.kind == "close")
    # The first braces of a CONSTRUCT hold its template.
    wanted = 1 if form == "CONSTRUCT" else 0
    return braces[wanted] if len(braces) > wanted else len(query)
