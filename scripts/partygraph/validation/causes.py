"""Leads a finding back to the fact and the sentence that caused it, by the provenance in the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from partygraph.formats.namespaces import RDF, RDFS, expand
from partygraph.formats.terms import Iri, Node, Value, plain
from partygraph.validation.index import TYPE, Index
from partygraph.validation.report import Finding, Result

SUBJECT, OBJECT, LABEL = RDF + "subject", RDF + "object", RDFS + "label"
STATEMENT = Iri(RDF + "Statement")
QUOTED, ABOUT, READ_BY = expand("prov:wasQuotedFrom"), expand("party:about"), expand("party:readBy")
SELECTOR, EXACT = expand("oa:hasSelector"), expand("oa:exact")
START, END = expand("oa:start"), expand("oa:end")
NODES = 3
"""How many steps a statement may be away from the node that is wrong."""

REMEDY = "Correct the rule that read it, or put a retraction of the statement into data/disputes"


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted characters of an article with their offsets."""

    exact: str
    start: int
    end: int


def explain(finding: Finding, data: Index) -> Result:
    """Return a finding with the fact and the sentence behind it, where the data has provenance."""
    statement = next(_statements(finding, data), None)
    quote = _quote(statement, data) if statement else None
    message = finding.messages[0] if finding.messages else f"the node breaks {finding.component} of its shape"
    what, _, remedy = message.partition(". ")
    label, told, rule = (
        next((plain(text) for text in data.values(node, name)), None) if node is not None else None
        for node, name in ((finding.focus, LABEL), (statement, LABEL), (statement, READ_BY))
    )
    return Result(
        focus=plain(finding.focus),
        label=label,
        path=finding.path.text if finding.path else None,
        value=plain(finding.value) if finding.value is not None else None,
        severity=finding.severity,
        message=what.removesuffix("."),
        shape=str(finding.shape),
        component=finding.component,
        fact=told,
        quote=quote.exact if quote else None,
        start=quote.start if quote else None,
        end=quote.end if quote else None,
        rule=rule,
        remedy=remedy or REMEDY,
    )


def _statements(finding: Finding, data: Index) -> Iterator[Node]:
    """Yield the statements that may have caused a finding, the likeliest first."""
    focus, value = finding.focus, finding.value
    if data.is_instance(focus, STATEMENT):
        yield focus
    about = [*data.subjects(SUBJECT, focus), *data.subjects(ABOUT, focus)]
    if value is not None:
        yield from (node for node in about if _says(node, value, data))
    yield from about
    yield from data.subjects(OBJECT, focus)
    near = [focus]
    for _ in range(NODES):
        near = [node for found in near for node in _users(found, data)]
        yield from (node for node in near if data.is_instance(node, STATEMENT))
        yield from (node for found in near for node in data.subjects(SUBJECT, found))


def _says(statement: Node, value: Node, data: Index) -> bool:
    return any(value in values for name, values in data.properties(statement).items() if name != ABOUT)


def _users(node: Node, data: Index) -> list[Node]:
    """Return the nodes that refer to a node, other than by its type."""
    return [subject for name, by_value in data.backward.items() if name != TYPE for subject in by_value.get(node, ())]


def _quote(statement: Node, data: Index) -> Quote | None:
    found = []
    for evidence in data.values(statement, QUOTED):
        values = {
            name: value.lexical
            for selector in data.values(evidence, SELECTOR)
            for name in (EXACT, START, END)
            for value in data.values(selector, name)
            if isinstance(value, Value)
        }
        if {EXACT, START, END} <= values.keys() and values[START].isdigit() and values[END].isdigit():
            found.append(Quote(values[EXACT], int(values[START]), int(values[END])))
    return min(found, key=lambda quote: (quote.start, quote.end), default=None)
