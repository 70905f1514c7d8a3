"""The first article: each of its 54 facts is found, none of the 22 forbidden ones, and nothing unexplained besides."""

from pathlib import Path

import pytest

from partygraph import evaluation, readers
from partygraph.evaluation import Outcome
from partygraph.extraction import extract
from partygraph.facttable import rows

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "data" / "articles" / "connecticut-working-families-party.txt"
GOLD = Path(__file__).parent / "gold" / f"{ARTICLE.stem}.gold.tsv"

# Right, and not in the gold: the address as one line, and the state said a second time by the first sentence.
BESIDES = {
    ("headquarters", "30 Arbor Street, Hartford, CT 06106"),
    ("region", "Connecticut"),
}


@pytest.fixture(scope="module")
def found() -> evaluation.Evaluation:
    article = readers.read(ARTICLE)
    return evaluation.evaluate(GOLD, rows(extract(article)), text=article.text, form=article.form)


def test_all_facts_are_found(found: evaluation.Evaluation) -> None:
    assert (found.score.expected, found.score.found) == (54, 54)


def test_no_forbidden_row_is_there(found: evaluation.Evaluation) -> None:
    assert (found.score.forbidden, found.score.violated) == (22, 0)


def test_nothing_else_is_said(found: evaluation.Evaluation) -> None:
    besides = {(v.row.predicate, v.row.object) for v in found.table if v.outcome is not Outcome.RIGHT}
    assert besides <= BESIDES
