"""What is open about a statement, by the table of doubts: each row makes the difference in its own example."""

from __future__ import annotations

import pytest

from partygraph import readers
from partygraph.extraction import read
from partygraph.extraction.prose import doubts
from partygraph.extraction.prose.doubts import CHECKS
from partygraph.rules.doubts import Doubt, doubts_about
from partygraph.rules.doubts import doubts as rows


def statuses(text: str, doubt: Doubt) -> list[str]:
    article = readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{text}\n")
    facts = (fact for fact in read(article).facts if fact.source == "prose" and fact.predicate in doubt.predicates)
    return [fact.status.value for fact in facts]


@pytest.mark.parametrize("doubt", rows(), ids=lambda doubt: doubt.name)
def test_a_doubt_holds_back_what_else_would_be_asserted(doubt: Doubt, monkeypatch: pytest.MonkeyPatch) -> None:
    held = statuses(doubt.doubtful, doubt)
    assert "candidate" in held
    monkeypatch.setattr(doubts, "doubts_about", lambda name: tuple(one for one in doubts_about(name) if one != doubt))
    assert statuses(doubt.doubtful, doubt).count("asserted") > held.count("asserted")


@pytest.mark.parametrize("doubt", rows(), ids=lambda doubt: doubt.name)
def test_a_doubt_leaves_what_is_sure(doubt: Doubt) -> None:
    assert "asserted" in statuses(doubt.sure, doubt)


def test_each_question_says_what_it_finds_open() -> None:
    for check in CHECKS:
        assert check.matter and "Tell whether" not in check.matter
        assert len(check.matter) < 100
