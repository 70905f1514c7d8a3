import re
from pathlib import Path

import pytest

from partygraph.errors import RuleError
from partygraph.rules import lexicon

ROOT = Path(__file__).parent.parent


def test_a_region_knows_its_country() -> None:
    assert lexicon.territories()["Connecticut"].within == "United States"
    assert lexicon.demonyms()["Scottish"].name == "Scotland"


def test_the_longest_term_comes_first() -> None:
    kinds = [" ".join(term.words) for term in lexicon.terms()["vice"] if term.kind == "role"]
    assert kinds.index("vice chair") >= 0
    assert [len(term.words) for term in lexicon.terms()["general"]] == sorted(
        (len(term.words) for term in lexicon.terms()["general"]), reverse=True
    )


def test_sequences_are_found_by_their_first_word_the_longest_first() -> None:
    found = lexicon.by_first(("home",), ("home", "rule"), ("self", "rule"), ("home", "rule"))
    assert found == {"home": (("home", "rule"), ("home",)), "self": (("self", "rule"),)}


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


def test_every_class_that_the_code_asks_for_is_in_a_table_and_each_of_the_context_is_asked_for() -> None:
    """A class with a misspelt name would be empty without a word."""
    asked: set[str] = set()
    for path in (ROOT / "scripts").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for names in re.findall(r'lexicon\.(?:words|phrases|openers)\(\s*((?:"[\w-]+"(?:,\s*)?)+)\s*\)', text):
            asked.update(re.findall(r'"([\w-]+)"', names))
    table = {
        name: {row["class"] for row in lexicon.rows(ROOT / "ontology" / "lexicon" / name)}
        for name in ("names.tsv", "scope.tsv", "context.tsv")
    }
    assert len(asked) > 150
    assert asked - set().union(*table.values()) == set()
    assert table["context.tsv"] - asked == set()
    assert sum(map(len, table.values())) == len(set().union(*table.values())), "a class stands in two tables"
