"""The admission gate: what all rules read from whole articles is what somebody has looked at and found right.

``NAME.read.tsv`` beside an article lists its accepted prose rows. After a change of the rules, look at each new row,
and write the list anew with ``python tests/test_extraction_prose.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from partygraph import readers
from partygraph.extraction import read
from partygraph.facttable import row
from partygraph.model import Article

ARTICLES = sorted(
    path for path in (Path(__file__).parent / "articles").iterdir() if path.suffix in (".txt", ".wikitext")
)


def shown(article: Article) -> list[str]:
    lines = []
    for fact in read(article).facts:
        if fact.source == "prose":
            cells = row(fact, article)
            lines.append(
                "\t".join([cells.subject, cells.predicate, cells.object, cells.qualifiers, cells.status, cells.rule])
            )
    return lines


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_row_is_accepted(path: Path) -> None:
    accepted = path.with_suffix(".read.tsv").read_text(encoding="utf-8").splitlines()
    assert shown(readers.read(path)) == accepted, "look at the rows, then run python tests/test_extraction_prose.py"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_each_quote_is_the_text_and_each_sentence_is_accounted_for(path: Path) -> None:
    article = readers.read(path)
    extraction = read(article)
    for fact in extraction.facts:
        for evidence in (*fact.evidence, *fact.inferred_from):
            assert article.text[evidence.span.start : evidence.span.end] == evidence.quote
            assert evidence.quote
    if not extraction.facts:
        return
    spoken = [evidence.span for fact in extraction.facts for evidence in fact.evidence]
    spoken += [left.evidence.span for left in extraction.left_out]
    for sentence in article.sentences():
        assert any(sentence.span.overlaps(span) for span in spoken), sentence.view.text


def test_the_order_is_that_of_the_text() -> None:
    for path in ARTICLES:
        starts = [fact.evidence[0].span.start for fact in read(readers.read(path)).facts]
        assert starts == sorted(starts)


if __name__ == "__main__":
    for path in ARTICLES:
        path.with_suffix(".read.tsv").write_text(
            "".join(f"{line}\n" for line in shown(readers.read(path))), encoding="utf-8"
        )
    sys.exit(0)
