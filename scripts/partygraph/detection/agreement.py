"""Weighs what two detectors read: what both found is trusted more, what only the second found is a candidate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from partygraph.model import Extraction, Fact, Span, Status, written

RAISED = frozenset({Status.ASSERTED, Status.CANDIDATE})
"""What agreement bears upon; a claim stays a claim, however many read it."""
AND = "+"
"""Stands between the names of the rules that read the same."""


def agreement(extraction: Extraction, detected: Sequence[Fact]) -> Extraction:
    """Return the extraction with what a second detector makes of it.

    A candidate that both found, in the same words and without contradiction, is asserted; its rule, and that of an
    asserted fact, names both ("person-is-officer+spacy:become"). What only the second found is added as a candidate;
    a sentence that so gets its first fact is no longer left out for want of a pattern.
    """
    taken: set[int] = set()
    facts = [_weighed(fact, detected, taken) for fact in extraction.facts]
    facts += _alone(facts, [fact for at, fact in enumerate(detected) if at not in taken])
    spans = [evidence.span for fact in facts for evidence in fact.evidence]
    left = [
        record
        for record in extraction.left_out
        if record.reason != "no-pattern" or not any(record.evidence.span.overlaps(span) for span in spans)
    ]
    ordered = sorted(facts, key=lambda fact: (fact.evidence[0].span, fact.predicate))
    return replace(extraction, facts=tuple(ordered), left_out=tuple(left))


def agree(one: Fact, other: Fact) -> bool:
    """Tell whether two facts say the same of the same words, and neither has a qualifier that the other contradicts."""
    return _same(one, other) and not _contradict(one, other)


def _weighed(fact: Fact, detected: Sequence[Fact], taken: set[int]) -> Fact:
    found = [at for at, other in enumerate(detected) if agree(fact, other)]
    taken.update(found)
    if not found or fact.source != "prose" or fact.status not in RAISED:
        return fact
    rule = AND.join(dict.fromkeys([fact.rule, *(detected[at].rule for at in found[:1])]))
    return replace(fact, status=Status.ASSERTED, rule=rule)


def _alone(facts: Iterable[Fact], rest: Iterable[Fact]) -> list[Fact]:
    """Return as candidates what is new; what contradicts a fact in a qualifier only is no news."""
    known = list(facts)
    new: list[Fact] = []
    for fact in rest:
        if not any(_same(fact, other) for other in (*known, *new)):
            new.append(replace(fact, status=Status.CANDIDATE, inferred_from=()))
    return new


def _same(one: Fact, other: Fact) -> bool:
    return (
        one.predicate == other.predicate
        and one.subject.name == other.subject.name
        and written(one.object) == written(other.object)
        and _touch([e.span for e in one.evidence], [e.span for e in other.evidence])
    )


def _contradict(one: Fact, other: Fact) -> bool:
    first = {(q.name, written(q.value)) for q in one.qualifiers}
    second = {(q.name, written(q.value)) for q in other.qualifiers}
    shared = {name for name, _ in first} & {name for name, _ in second}
    return {pair for pair in first if pair[0] in shared} != {pair for pair in second if pair[0] in shared}


def _touch(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in one for b in other)
