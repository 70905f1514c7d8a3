"""Judges a fact table by gold: which rows of gold were found, and which rows of the table are right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from partygraph.evaluation.gold import ANY, AS_CLAIM, OPTIONAL, Gold, GoldRow
from partygraph.evaluation.names import nearly, same, strict
from partygraph.facttable import FactRow, read_qualifiers

PERSON_FIRST = frozenset({"elected", "nominated", "member", "candidate"})
"""Predicates that gold may also write from the party's side: party, predicate, person, with body or office behind."""

TIMES = ("asOf", "year", "date")
"""Qualifiers that stand for each other where a count is dated."""

ABSENT = "absent"
"""A seat tally that says so states no seats, and so does nothing that a row without a number forbids."""

CANDIDATE = "candidate"
"""The status of a row that is held back: it asserts nothing, neither what gold asks for nor what it forbids."""

RANGE = re.compile(r"(.+?)(?:-| )to(?:-| )(.+)")


class Outcome(StrEnum):
    """What became of a row; the first five are for gold, the last four for the table."""

    FOUND = "found"
    ELSEWHERE = "elsewhere"
    PARTLY = "partly"
    MISSED = "missed"
    EXCUSED = "excused"
    HELD = "held"
    VIOLATED = "violated"
    RIGHT = "right"
    NEAR = "near"
    WRONG = "wrong"
    UNLISTED = "unlisted"


@dataclass(frozen=True, slots=True)
class GoldVerdict:
    """What became of a row of gold, with the row of the table that decided it; ``lacks`` names what differs."""

    row: GoldRow
    outcome: Outcome
    by: FactRow | None = None
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableVerdict:
    """What a row of the table is worth, with the row of gold that decided it."""

    row: FactRow
    outcome: Outcome
    by: GoldRow | None = None


@dataclass(frozen=True, slots=True)
class _Statement:
    """A row of the table, made ready for comparing."""

    row: FactRow
    qualifiers: dict[str, str]
    objects: tuple[str, ...]

    @property
    def parties(self) -> tuple[str, ...]:
        """The party that the statement is about, where it is not its subject."""
        named = self.qualifiers.get("party")
        if self.row.predicate == "member":
            return (self.row.object, *([named] if named else []))
        return (named,) if named else ()


@dataclass(frozen=True, slots=True)
class Judge:
    """Compares rows, knowing what the two sides call the article's topic."""

    gold: Gold
    table: tuple[_Statement, ...]
    topics: frozenset[str]
    text: str | None
    form: str | None

    @classmethod
    def of(cls, gold: Gold, rows: Iterable[FactRow], *, text: str | None = None, form: str | None = None) -> Judge:
        """Prepare the judgement of the rows of one article; its text and form are None where not known."""
        table = tuple(_statement(row) for row in rows)
        articles = {strict(row.article) for row in (statement.row for statement in table)}
        named = {
            strict(statement.row.object)
            for statement in table
            if statement.row.predicate == "name" and strict(statement.row.subject) in articles
        }
        return cls(gold, table, frozenset(articles | named | {strict(gold.topic)}), text, form)

    def gold_verdicts(self) -> tuple[GoldVerdict, ...]:
        """Say of each row of gold what became of it."""
        return tuple(self._forbidden(row) if row.negative else self._expected(row) for row in self.gold.rows)

    def table_verdicts(self) -> tuple[TableVerdict, ...]:
        """Say of each row of the table what it is worth."""
        return tuple(self._worth(statement) for statement in self.table)

    def _expected(self, row: GoldRow) -> GoldVerdict:
        exact = [s for s in self.table if self._agrees(row, s, same) and not _status_differs(row, s)]
        if exact:
            best = max(
                exact, key=lambda s: (s.row.source == row.source, -len(_lacking(row, s)), self._overlaps(row, s))
            )
            outcome = Outcome.FOUND if best.row.source == row.source or not row.source else Outcome.ELSEWHERE
            if outcome is Outcome.FOUND or not row.has(OPTIONAL):
                return GoldVerdict(row, outcome, best.row, _lacking(row, best))
            return GoldVerdict(row, Outcome.EXCUSED, best.row)
        close = next((s for s in self.table if self._near(row, s)), None)
        if row.has(OPTIONAL) or (row.mark("tpl") and self.form != "wikitext"):
            return GoldVerdict(row, Outcome.EXCUSED, close.row if close else None)
        if close:
            return GoldVerdict(row, Outcome.PARTLY, close.row, ("status",) if self._agrees(row, close, same) else ())
        return GoldVerdict(row, Outcome.MISSED)

    def _forbidden(self, row: GoldRow) -> GoldVerdict:
        asserted = (s for s in self.table if s.row.status != CANDIDATE)
        violator = next((s for s in asserted if self._violates(row, s)), None)
        return GoldVerdict(row, Outcome.VIOLATED if violator else Outcome.HELD, violator.row if violator else None)

    def _worth(self, statement: _Statement) -> TableVerdict:
        forbidding = next((r for r in self.gold.rows if r.negative and self._violates(r, statement)), None)
        if forbidding:
            return TableVerdict(statement.row, Outcome.WRONG, forbidding)
        for row in self.gold.rows:
            if not row.negative and self._agrees(row, statement, same) and not _status_differs(row, statement):
                return TableVerdict(statement.row, Outcome.RIGHT, row)
        near = next((r for r in self.gold.rows if not r.negative and self._near(r, statement)), None)
        return TableVerdict(statement.row, Outcome.NEAR if near else Outcome.UNLISTED, near)

    def _near(self, row: GoldRow, statement: _Statement) -> bool:
        return self._agrees(row, statement, nearly) or self._agrees(row, statement, same)

    def _violates(self, row: GoldRow, statement: _Statement) -> bool:
        def equal(one: str, other: str) -> bool:
            return strict(one) == strict(other)

        if not self._agrees(row, statement, equal) or not self._overlaps(row, statement):
            return False
        values = row.values
        if statement.qualifiers.get("held") == ABSENT and row.mark("held") != ABSENT:
            return False
        if row.object == ANY and not values and self._listed(statement):
            return False
        told = _told(row, statement)
        return all(_value_agrees(key, value, told) for key, value in values)

    def _listed(self, statement: _Statement) -> bool:
        return any(not row.negative and self._agrees(row, statement, same) for row in self.gold.rows)

    def _agrees(self, row: GoldRow, statement: _Statement, equal: Callable[[str, str], bool]) -> bool:
        """Tell whether subject, predicate and object agree, from the person's side or from the party's."""
        if statement.row.predicate not in row.predicates:
            return False

        # What the text shows in place of the name (a link's label) is a spelling of it; but not what gold forbids.
        told = statement.objects if row.negative else (*statement.objects, *_at(statement, "label"))
        objects = any(v == ANY or any(equal(v, other) for other in told) for v in row.objects)
        if objects and self._one(row.subject, statement.row.subject):
            return True
        if statement.row.predicate not in PERSON_FIRST:
            return False
        person = any(value == ANY or same(value, statement.row.subject) for value in row.objects)
        party = any(self._one(row.subject, name) for name in statement.parties)
        untold = not statement.parties and self._topical(row.subject)
        if person and (party or untold) and equal is not nearly:
            return True
        places = (statement.row.subject, *_at(statement, "body", "office"))
        return (
            equal is not nearly
            and same(row.subject, statement.row.object)
            and any(self._one(row.object, name) for name in places)
        )

    def _one(self, gold_name: str, table_name: str) -> bool:
        return same(gold_name, table_name) or (self._topical(gold_name) and strict(table_name) in self.topics)

    def _topical(self, name: str) -> bool:
        return strict(name) in self.topics

    def _overlaps(self, row: GoldRow, statement: _Statement) -> bool:
        """Tell whether the quotes share characters; evidence that is no quote (a key, a place) overlaps everything."""
        evidence, quote = row.evidence, statement.row.quote
        if not evidence:
            return True
        if self.text is None:
            return len(evidence) < 20 or evidence in quote or quote in evidence
        places = [found.start() for found in re.finditer(re.escape(evidence), self.text)]
        spans = [(start, start + len(evidence)) for start in places]
        return not spans or any(s < statement.row.end and statement.row.start < e for s, e in spans)


def _statement(row: FactRow) -> _Statement:
    qualifiers = dict(reversed(read_qualifiers(row.qualifiers)))
    objects = [row.object]
    if row.predicate == "position":
        # A range is one statement here; gold may have its two ends as two rows.
        bounds = RANGE.fullmatch(row.object)
        objects += [qualifiers[key] for key in ("lower", "upper") if key in qualifiers]
        objects += list(bounds.groups()) if bounds else []
    return _Statement(row, qualifiers, tuple(objects))


def _status_differs(row: GoldRow, statement: _Statement) -> bool:
    if statement.row.status == CANDIDATE:
        return True
    if row.has(AS_CLAIM):
        return statement.row.status != "claim"
    return row.has({"implied"}) and statement.row.status not in ("inferred", "claim")


def _lacking(row: GoldRow, statement: _Statement) -> tuple[str, ...]:
    told = _told(row, statement)
    return tuple(key for key, value in row.values if not _value_agrees(key, value, told))


def _told(row: GoldRow, statement: _Statement) -> dict[str, tuple[str, ...]]:
    told: dict[str, tuple[str, ...]] = {key: (value,) for key, value in statement.qualifiers.items()}
    if statement.row.predicate in PERSON_FIRST and not same(row.object, statement.row.object):
        for key in ("body", "office"):
            told[key] = (*told.get(key, ()), statement.row.object)
    for key in TIMES:
        told.setdefault(key, tuple(value for other in TIMES for value in _at(statement, other)))
    return told


def _at(statement: _Statement, *keys: str) -> tuple[str, ...]:
    return tuple(statement.qualifiers[key] for key in keys if key in statement.qualifiers)


def _value_agrees(key: str, value: str, told: dict[str, tuple[str, ...]]) -> bool:
    def equal(other: str) -> bool:
        year_only = key == "election" and re.fullmatch(r"\d{4}", value) and value in re.findall(r"\d{4}", other)
        return bool(year_only) or same(_truth(value), _truth(other))

    return any(equal(other) for other in told.get(key, ()))


def _truth(value: str) -> str:
    return {"true": "1", "false": "0"}.get(value, value)
