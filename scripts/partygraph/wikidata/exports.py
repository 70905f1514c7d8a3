"""Decides what may be given back to Wikidata; whatever may not says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from partygraph.linking.items import Value
from partygraph.model import Extraction, Fact, Status
from partygraph.wikidata.comparison import Comparison, Verdict, agree, wikidata_qualifiers
from partygraph.wikidata.properties import ANY, Property, property_of, value_of
from partygraph.wikidata.references import Reference, reference

SILENT = frozenset({"label", "title", "lang", "translation", "translit", "trend", "role", "held", "total"})
"""Qualifiers that do not narrow a statement, or that its value or property already says."""
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]{2,})*")
"""Wikidata writes its languages in small letters; a tag with a script (zh-Latn) marks a transliteration."""

Disputed = Callable[[Fact], str | None]
"""Says who disputes a fact, None if nobody."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement ready to be given back."""

    item: str
    pid: str
    value: Value
    datatype: str
    qualifiers: tuple[tuple[str, Value], ...]
    reference: Reference
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Withheld:
    """A comparison that stays here, and why."""

    comparison: Comparison
    reason: str


def undisputed(_fact: Fact) -> None:
    """Know of no dispute."""


def decide(
    extraction: Extraction,
    comparisons: Iterable[Comparison],
    verdict: Verdict = Verdict.NEW,
    disputed: Disputed = undisputed,
) -> tuple[tuple[Statement, ...], tuple[Withheld, ...]]:
    """Split the comparisons of one verdict into what may be given back and what is withheld."""
    given: list[Statement] = []
    kept: list[Withheld] = []
    for comparison in comparisons:
        if comparison.fact is None or comparison.verdict not in (verdict, Verdict.OPEN):
            continue
        made = _statement(extraction, comparison, comparison.fact, disputed)
        if isinstance(made, str):
            kept.append(Withheld(comparison, made))
        else:
            given.append(made)
    return tuple(given), tuple(kept)


def once(statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], tuple[Withheld, ...]]:
    """Split off what is given already: two articles, or infobox and prose, may say the same of one item."""
    given: dict[tuple[object, ...], Statement] = {}
    kept: list[Withheld] = []
    for statement in statements:
        key = (statement.item, statement.pid, statement.value, statement.qualifiers)
        if given.setdefault(key, statement) is not statement:
            kept.append(Withheld(statement.comparison, "it is given already, from another article"))
    return tuple(given.values()), tuple(kept)


def _statement(extraction: Extraction, comparison: Comparison, fact: Fact, disputed: Disputed) -> Statement | str:
    row = property_of(fact)
    if row is None or comparison.ours is None or comparison.verdict is Verdict.OPEN:
        return comparison.note
    qualifiers = wikidata_qualifiers(fact, row)
    reason = (
        _status(fact, disputed)
        or row.withheld
        or (row.tolerated if comparison.verdict is Verdict.DIFFERS else "")
        or narrowed(fact, row)
        or _contradicted(extraction, fact, row, comparison.ours)
        or (_language(comparison.ours) if row.datatype == "monolingualtext" else "")
        or (missing_qualifier(row, qualifiers) if comparison.verdict is Verdict.NEW else "")
        or (_conflict(comparison) if comparison.verdict is Verdict.NEW else "")
        or broken_constraint(row, comparison.ours)
    )
    if reason:
        return reason
    found = reference(extraction.article, fact.evidence[0])
    if isinstance(found, str):
        return found
    return Statement(comparison.item, row.pid, comparison.ours, row.datatype, qualifiers, found, comparison)


def missing_qualifier(row: Property, qualifiers: Iterable[tuple[str, Value]]) -> str:
    """Return, in words, which qualifier the property demands and lacks, or has and refuses; empty if neither.

    This is for statements that are added; of one that is there already only the value is reported.
    """
    names = [name for name, _ in qualifiers]
    missing = [name for name in row.required if name not in names]
    if missing:
        return f"{row.pid} demands the qualifier {' and '.join(missing)}, which the text does not give"
    refused = [name for name in names if ANY not in row.allowed and name not in row.allowed]
    return f"{row.pid} does not take the qualifier {' and '.join(refused)}" if refused else ""


def _conflict(comparison: Comparison) -> str:
    beside = " and ".join(comparison.conflicts)
    return f"{comparison.pid} may not stand beside {beside}, which the item has" if beside else ""


def broken_constraint(row: Property, value: Value) -> str:
    """Return which of Wikidata's constraints on the property a value breaks, in words; empty if none."""
    if value.kind == "quantity":
        number = float(value.text)
        if row.whole and not number.is_integer():
            return f"{row.pid} demands a whole number"
        if (row.least is not None and number < row.least) or (row.most is not None and number > row.most):
            return f"{row.pid} demands a number from {row.least:g} to {row.most:g}"
    if row.format and not row.format.fullmatch(value.text.removeprefix("#")):
        return f"{row.pid} demands another form of value"
    return ""


def _status(fact: Fact, disputed: Disputed) -> str:
    if fact.status is not Status.ASSERTED:
        return f"the statement is {fact.status}, not asserted"
    who = disputed(fact)
    return f"the statement is disputed: {who}" if who else ""


def _language(value: Value) -> str:
    if not value.label:
        return "the language is not known"
    return "" if LANGUAGE.fullmatch(value.label) else f"{value.label} is no language of Wikidata"


def narrowed(fact: Fact, row: Property) -> str:
    """Return, in words, which qualifier narrows a fact and cannot be written for its property; empty if none does."""
    mapped = {ours for ours, _ in row.qualifiers}
    written = {ours for ours, theirs in row.qualifiers if theirs in dict(wikidata_qualifiers(fact, row))}
    for qualifier in fact.qualifiers:
        if qualifier.name in SILENT or qualifier.name in written:
            continue
        if qualifier.name in mapped and _other_written(qualifier.name, written, row):
            continue
        return f"its qualifier {qualifier.name} cannot be written for {row.pid}"
    return ""


def _other_written(name: str, written: set[str], row: Property) -> bool:
    target = dict(row.qualifiers)[name]
    return any(theirs == target and ours in written for ours, theirs in row.qualifiers)


def _contradicted(extraction: Extraction, fact: Fact, row: Property, value: Value) -> str:
    if not row.single:
        return ""
    mine = dict(wikidata_qualifiers(fact, row))
    for other in extraction.facts:
        if other is fact or other.subject != fact.subject or other.predicate != fact.predicate:
            continue
        theirs = value_of(other, row)
        same_frame = all(mine.get(name) == dict(wikidata_qualifiers(other, row)).get(name) for name in row.required)
        if isinstance(theirs, Value) and same_frame and not agree(value, theirs):
            return f"the article also says {theirs.label or theirs.text}"
    return ""
