"""Scores a fact table by gold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from partygraph.evaluation.gold import Gold, GoldRow, read
from partygraph.evaluation.judging import CANDIDATE, GoldVerdict, Judge, Outcome, TableVerdict
from partygraph.evaluation.scores import Score, Share
from partygraph.facttable import FactRow

__all__ = ["Evaluation", "Gold", "GoldRow", "Outcome", "Score", "Share", "evaluate", "read", "total"]

_GOLD = {
    Outcome.FOUND: Score(expected=1, found=1),
    Outcome.ELSEWHERE: Score(expected=1, elsewhere=1),
    Outcome.PARTLY: Score(expected=1, partly=1),
    Outcome.MISSED: Score(expected=1),
    Outcome.EXCUSED: Score(),
    Outcome.HELD: Score(forbidden=1),
    Outcome.VIOLATED: Score(forbidden=1, violated=1),
}
_TABLE = {
    Outcome.RIGHT: Score(asserted=1, right=1),
    Outcome.NEAR: Score(asserted=1, near=1),
    Outcome.WRONG: Score(asserted=1, wrong=1),
    Outcome.UNLISTED: Score(asserted=1),
}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The judgement of one article's fact table."""

    path: Path
    gold: tuple[GoldVerdict, ...]
    table: tuple[TableVerdict, ...]

    @property
    def score(self) -> Score:
        """The counts of all rows."""
        return total([self])

    def _repr_html_(self) -> str:
        from partygraph.tables import html_table

        rows = [(v.row.subject, v.row.predicate, v.row.object, v.outcome.value) for v in self.gold]
        return html_table(("subject", "predicate", "object", "outcome"), rows, caption=self.path.name)


def evaluate(path: Path, rows: Iterable[FactRow], *, text: str | None = None, form: str | None = None) -> Evaluation:
    """Judge the rows of one article by a gold file.

    ``text`` lets quotes be compared by their places; ``form`` is ``plain`` or ``wikitext`` (what only a template of the
    wikitext says is then expected).

    Raises:
        InputError: the gold cannot be read.
    """
    judge = Judge.of(read(path), rows, text=text, form=form)
    return Evaluation(path, judge.gold_verdicts(), judge.table_verdicts())


def total(evaluations: Sequence[Evaluation], *, predicate: str | None = None, source: str | None = None) -> Score:
    """Add up the counts of several articles, of all rows or of those of one predicate or source."""
    score = Score()
    for evaluation in evaluations:
        for row, counts in _counted(evaluation):
            if predicate in (None, row.predicate) and source in (None, row.source):
                score += counts
    return score


def keys(evaluations: Sequence[Evaluation], key: str) -> tuple[str, ...]:
    """Return the predicates or sources that occur, in alphabetical order; ``key`` is ``predicate`` or ``source``."""
    return tuple(sorted({str(getattr(row, key)) for e in evaluations for row, _ in _counted(e)}))


def as_json(evaluations: Sequence[Evaluation]) -> dict[str, Any]:
    """Return all scores for JSON: in total, per file, per source and per predicate."""
    return {
        "total": total(evaluations).as_json(),
        "files": {evaluation.path.name: evaluation.score.as_json() for evaluation in evaluations},
        "sources": {name: total(evaluations, source=name).as_json() for name in keys(evaluations, "source")},
        "predicates": {name: total(evaluations, predicate=name).as_json() for name in keys(evaluations, "predicate")},
    }


def _counted(evaluation: Evaluation) -> Iterable[tuple[GoldRow | FactRow, Score]]:
    for verdict in evaluation.gold:
        counts = _GOLD[verdict.outcome]
        if verdict.outcome is Outcome.FOUND and not verdict.lacks:
            counts += Score(complete=1)
        yield verdict.row, counts
    for judged in evaluation.table:
        held_back = judged.row.status == CANDIDATE
        yield judged.row, Score(candidates=1) if held_back else _TABLE[judged.outcome]
