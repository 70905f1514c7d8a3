"""A statement of a rule with a poor record is a candidate, whatever its own sentence says."""

from __future__ import annotations

import pytest

from partygraph import extraction, readers
from partygraph.extraction import standing
from partygraph.model import Extraction, Status
from partygraph.rules.records import Record, Records

ARTICLE = """= Blue Party =

Blue Party
- Founded: 1931

The Blue Party was founded in 1931 by Ann Lee. Bo Chan is its leader.
"""


@pytest.fixture
def read() -> Extraction:
    return extraction.read(readers.read(ARTICLE))


def statuses(found: Extraction) -> dict[tuple[str, str], Status]:
    return {(fact.predicate, fact.source): fact.status for fact in found.facts}


def judge(monkeypatch: pytest.MonkeyPatch, *table: Record) -> None:
    monkeypatch.setattr(standing, "records", lambda: Records(table))


def test_only_statements_of_sentences_by_a_poor_rule_are_held_back(
    read: Extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = {fact.predicate: fact.rule for fact in read.facts if fact.source == "prose"}
    judge(
        monkeypatch,
        Record("founded", rules["founded"], right=1, wrong=9),
        Record("leader", rules["leader"], right=99, wrong=1),
    )
    subject = extraction.subject_of(read.article)
    weighed = {(fact.predicate, fact.source): fact.status for fact in standing.weigh(subject, read.facts)}
    assert weighed["founded", "prose"] is Status.CANDIDATE
    assert weighed["founded", "infobox"] is Status.ASSERTED
    assert weighed["leader", "prose"] is Status.ASSERTED
    assert weighed["founder", "prose"] is Status.ASSERTED, "the same rule, and another predicate"


def test_what_is_no_assertion_stays_what_it_is(read: Extraction, monkeypatch: pytest.MonkeyPatch) -> None:
    table = [Record(fact.predicate, fact.rule, wrong=9) for fact in read.facts]
    judge(monkeypatch, *table)
    subject = extraction.subject_of(read.article)
    (once,) = [fact for fact in standing.weigh(subject, read.facts) if fact.predicate == "leader"]
    assert standing.weigh(subject, [once]) == (once,)


def test_an_extraction_is_weighed_and_a_reading_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    article = readers.read(ARTICLE)
    (rule,) = [fact.rule for fact in extraction.read(article).facts if fact.predicate == "leader"]
    judge(monkeypatch, Record("leader", rule, right=1, wrong=9))
    assert statuses(extraction.read(article))["leader", "prose"] is Status.ASSERTED
    assert statuses(extraction.extract(article))["leader", "prose"] is Status.CANDIDATE
