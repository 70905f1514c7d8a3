"""The admission gate over the open articles of the gold corpus: no prose row may be there that nobody has accepted.

A row is accepted where gold lists it, or where ``articles/unlisted.tsv`` does: rows that are right, and that gold does
not ask for.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from partygraph import evaluation, readers
from partygraph.evaluation import Outcome
from partygraph.extraction import extract
from partygraph.facttable import FactRow, rows

HERE = Path(__file__).parent
GOLD = sorted((HERE / "gold" / "open").glob("*.gold.tsv"))
UNLISTED = frozenset((HERE / "articles" / "unlisted.tsv").read_text(encoding="utf-8").splitlines())


def article_of(gold: Path) -> Path:
    stem = gold.name.removesuffix(".gold.tsv")
    return next(path for suffix in ("txt", "wikitext") if (path := gold.with_name(f"{stem}.{suffix}")).exists())


def line(row: FactRow) -> str:
    return "\t".join((row.article, row.subject, row.predicate, row.object))


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.name.removesuffix(".gold.tsv"))
def test_no_row_is_wrong_or_unexplained(gold: Path) -> None:
    article = readers.read(article_of(gold))
    found = evaluation.evaluate(gold, rows(extract(article)), text=article.text, form=article.form)
    prose = [verdict for verdict in found.table if verdict.row.source == "prose"]
    assert [line(v.row) for v in prose if v.outcome is Outcome.WRONG] == []
    assert [line(v.row) for v in prose if v.outcome is Outcome.UNLISTED and line(v.row) not in UNLISTED] == []


def test_the_gate_has_articles() -> None:
    assert len(GOLD) > 20
