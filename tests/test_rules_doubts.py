"""The table of doubts: how it is read, and what is wrong with a row that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from partygraph.errors import RuleError
from partygraph.rules.doubts import Doubt, read

HEAD = "doubt\tpredicates\thas\tlacks\twhere\tdoubtful\tsure\n"


def one(tmp_path: Path, row: str) -> Doubt:
    path = tmp_path / "doubts.tsv"
    path.write_text(HEAD + row.replace(" || ", "\t") + "\n", encoding="utf-8")
    (doubt,) = read(path)
    return doubt


@pytest.mark.parametrize(
    ("where", "words", "is_met"),
    [
        ("inside: a club|lodge", ["in", "a", "club"], True),
        ("inside: a club|lodge", ["a", "small", "club"], False),
        ("not inside: a club|lodge", ["a", "small", "club"], True),
        ("inside: replac*", ["was", "replaced"], True),
        ("inside: *-like", ["front-like"], True),
        ("inside: {power}", ["the", "cabinet"], True),
        ("inside: Union", ["union"], False),
        ("inside: Union", ["Union"], True),
        ("anywhere: <election>", ["it", "{election}"], True),
        ("anywhere: <election>", ["it"], False),
    ],
)
def test_a_condition_looks_for_words(where: str, words: list[str], is_met: bool, tmp_path: Path) -> None:
    doubt = one(tmp_path, f"it is open || leader ||  ||  || {where} || x || y")
    (condition,) = doubt.conditions
    assert condition.is_met([word.lower() for word in words], words, set(words)) == is_met


def test_a_row_concerns_some_predicates_or_all_but_some(tmp_path: Path) -> None:
    assert one(tmp_path, "a || leader|founder ||  ||  || inside: b || x || y").predicates == {"leader", "founder"}
    others = one(tmp_path, "a || !leader ||  ||  || inside: b || x || y").predicates
    assert "leader" not in others and "founder" in others


def test_what_a_sentence_must_have_is_known_beforehand(tmp_path: Path) -> None:
    doubt = one(tmp_path, "a || leader ||  ||  || inside: old club & not inside: new || x || y")
    assert doubt.cues == (frozenset({"old"}),)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("a || leadr ||  ||  || inside: b || x || y", "leadr"),
        ("a || leader || start ||  || within: b || x || y", "no condition"),
        ("a || leader || begin ||  || inside: b || x || y", "begin"),
        ("a || leader ||  ||  || inside: {no-such-class} || x || y", "no-such-class"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(row: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=message) as caught:
        one(tmp_path, row)
    assert "“a”" in str(caught.value)


def test_other_columns_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "doubts.tsv"
    path.write_text("doubt\twords\na\tb\n", encoding="utf-8")
    with pytest.raises(RuleError, match="columns"):
        list(read(path))
