"""The measured record of the rules: what is counted where, and from when on a rule is not believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from partygraph.errors import RuleError
from partygraph.rules import phrases, records
from partygraph.rules.records import Record, Records, Telling

HEAD = "predicate\trule\tabout\tlacks\tquote\tright\targuable\twrong\tmended\n"
NO_PHRASES = {"home-in-opening", "infobox-agrees", "name-in-lead", "roster-of-alliance", "roster-of-officers"}
"""Rules of the table that are no phrases: their names stand in the code."""


def telling(predicate: str = "leader", rule: str = "r", quote: str = "", *qualifiers: str) -> Telling:
    return Telling(predicate, rule, quote, frozenset(qualifiers))


def test_the_table_is_in_its_own_order_and_names_rules_that_there_are() -> None:
    table = records.records().table
    assert Records(table).counted([]).table == table
    named = {phrase.name for phrase in phrases.phrases()} | NO_PHRASES
    assert {one.rule for one in table} <= named
    assert len({(one.predicate, one.rule, one.about_others, one.lacks, one.words) for one in table}) == len(table)
    assert sum(one.judged for one in table) > 4000


def test_a_statement_counts_in_the_first_record_that_it_fits() -> None:
    timeless = Record("leader", "r", lacks=frozenset({"start"}), right=1)
    split = Record("leader", "r", words=("split*",), right=2)
    rest = Record("leader", "r", right=3)
    some = Records([timeless, split, rest])
    assert some.of(telling()) is timeless
    assert some.of(telling("leader", "r", "After a Splitting", "start")) is split
    assert some.of(telling("leader", "r", "it led", "start")) is rest
    assert some.of(telling("leader", "other")).judged == 0


def test_another_partys_statements_are_counted_apart() -> None:
    def about(subject: str, predicate: str, value: str, **qualifiers: str) -> bool:
        return Telling.of("Blue Party", (subject, predicate, value), qualifiers, "", "r").about_others

    assert about("Red Party", "founded", "1990")
    assert not about("Blue Party", "founded", "1990")
    assert not about("Red Party", "splitFrom", "Blue Party")
    assert about("Ann Lee", "member", "Red Party")
    assert not about("Ann Lee", "member", "Blue Party")
    assert not about("Ann Lee", "elected", "Senate")


def test_a_rule_is_believed_until_it_errs_often() -> None:
    good = Record("leader", "good", right=95, wrong=5)
    poor = Record("leader", "poor", right=8, wrong=2)
    mended = Record("leader", "mended", right=9, mended=1)
    once = Record("leader", "once", right=3, wrong=1)
    some = Records([good, poor, mended, once])
    assert some.share_wrong(poor) > records.MOST > some.share_wrong(good)
    assert some.is_poor(telling("leader", "poor"))
    assert not some.is_poor(telling("leader", "good"))
    assert not some.is_poor(telling("leader", "mended"))
    assert some.share_wrong(once) > some.share_wrong(good), "a wrong one of four tells more than five of a hundred"


def test_nothing_speaks_against_a_rule_that_was_never_at_fault() -> None:
    some = Records([Record("leader", "poor", right=1, wrong=9), Record("leader", "new", right=1)])
    assert some.share_wrong(some.of(telling("leader", "new"))) > records.MOST
    assert not some.is_poor(telling("leader", "new"))
    assert not some.is_poor(telling("leader", "newer"))


def test_verdicts_are_added_where_they_belong() -> None:
    some = Records([Record("leader", "r", lacks=frozenset({"start"}), right=1), Record("leader", "r", wrong=1)])
    judged = [(telling(), "wrong"), (telling(), "arguable"), (telling("founded", "s"), "mended")]
    judged += [(telling("leader", "r", "", "start"), "right")]
    more = some.counted(judged)
    assert more.table == (
        Record("founded", "s", mended=1),
        Record("leader", "r", lacks=frozenset({"start"}), right=1, arguable=1, wrong=1),
        Record("leader", "r", right=1, wrong=1),
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("leadr\tr\t\t\t\t1\t0\t0\t0", "there is no leadr"),
        ("leader\tr\t\tbegin\t\t1\t0\t0\t0", "there is no begin"),
        ("leader\tr\tothers\t\t\t1\t0\t0\t0", "no record"),
        ("leader\tr\t\t\t\t1\t-1\t0\t0", "no record"),
        ("leader\tr\t\t\t\t1\t0\t0", "no record"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(row: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "records.tsv"
    path.write_text(HEAD + row + "\n", encoding="utf-8")
    with pytest.raises(RuleError, match=message):
        list(records.read(path))


def test_other_columns_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "records.tsv"
    path.write_text("predicate\trule\nleader\tr\n", encoding="utf-8")
    with pytest.raises(RuleError, match="columns"):
        list(records.read(path))
