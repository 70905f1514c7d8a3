"""What of an extraction can be published: a fact whose graph breaks a shape is left out, with the shape's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from partygraph import validation
from partygraph.graphs import Dataset
from partygraph.model import Extraction, Fact, LeftOut, Span
from partygraph.validation.report import Report, Result

ROUNDS = 3
"""How often facts are taken out: one that is gone may show what another one breaks."""
VIOLATION = "Violation"


@dataclass(frozen=True, slots=True)
class Conformed:
    """An extraction with its graph, and what was wrong with it before.

    ``left_out`` are the records of the facts that broke shapes; ``violations`` say which. The ``report`` is that of the
    graph as it is now; it does not conform where no fact could be found that causes what is wrong.
    """

    extraction: Extraction
    dataset: Dataset
    report: Report
    left_out: tuple[LeftOut, ...] = ()
    violations: tuple[Result, ...] = ()


def conform(extraction: Extraction, build: Callable[[Extraction], Dataset]) -> Conformed:
    """Build the graph of an extraction, and leave out the facts that the shapes refuse.

    Where what is wrong stays wrong without the fact that seemed to be the cause, nothing is left out.
    """
    dataset = build(extraction)
    first = now = Conformed(extraction, dataset, validation.validate(dataset, engine="compiled"))
    for _ in range(ROUNDS):
        found = _violations(now.report)
        if not found:
            return now
        causes = {fact: result for result in found.values() for fact in _causes(result, now.dataset)}
        now = _without(now, causes, tuple(found.values()), build)
        if found.keys() & _violations(now.report).keys() or not now.extraction.facts:
            return first
    return now if now.report.conforms else first


def _violations(report: Report) -> dict[tuple[str | None, ...], Result]:
    found = (result for result in report.results if result.severity == VIOLATION)
    return {(one.focus, one.path, one.value, one.shape): one for one in found}


def _without(
    before: Conformed, causes: Mapping[Fact, Result], found: tuple[Result, ...], build: Callable[[Extraction], Dataset]
) -> Conformed:
    """Build again without some facts."""
    left = tuple(_record(fact, result) for fact, result in causes.items())
    facts = tuple(fact for fact in before.extraction.facts if fact not in causes)
    extraction = replace(before.extraction, facts=facts, left_out=(*before.extraction.left_out, *left))
    dataset = build(extraction)
    report = validation.validate(dataset, engine="compiled")
    return Conformed(extraction, dataset, report, (*before.left_out, *left), (*before.violations, *found))


def _causes(result: Result, dataset: Dataset) -> Iterator[Fact]:
    """Yield the facts behind a finding: those of the statement that it names, with the quote that it shows."""
    if result.start is None or result.end is None:
        return
    span = Span(result.start, result.end)
    for statement in dataset.statements:
        quoted = any(evidence.span == span for fact in statement.facts for evidence in fact.evidence)
        if quoted and " · ".join(statement.told()) == result.fact:
            yield from statement.facts


def _record(fact: Fact, result: Result) -> LeftOut:
    return LeftOut(fact.evidence[0], "not-conforming", f"{fact.predicate}: {result.message}", fact.rule)
