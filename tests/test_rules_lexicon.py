from pathlib import Path

import pytest

from partygraph.errors import RuleError
from partygraph.rules import lexicon


def test_a_region_knows_its_country() -> None:
    assert lexicon.territories()["Connecticut"].within == "United States"
    assert lexicon.demonyms()["Scottish"].name == "Scotland"


def test_the_longest_term_comes_first() -> None:
    kinds = [" ".join(term.words) for term in lexicon.terms()["vice"] if term.kind == "role"]
    assert kinds.index("vice chair") >= 0
    assert [len(term.words) for term in lexicon.terms()["general"]] == sorted(
        (len(term.words) for term in lexicon.terms()["general"]), reverse=True
    )


def test_a_term_may_belong_to_one_country() -> None:
    assert {term.within for term in lexicon.terms()["democrats"] if term.kind == "partisan"} == {"United States"}
    assert lexicon.terms_in("partisan") == ("United States",)


def test_no_term_stands_twice_in_a_class() -> None:
    for group in lexicon.terms().values():
        found = [(term.words, term.kind) for term in group]
        assert len(found) == len(set(found)), found


def test_too_many_cells_are_refused(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text("# a table\nclass\twords\nnoun\tparty\textra\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"table\.tsv:3: 3 cells"):
        list(lexicon.rows(table))
