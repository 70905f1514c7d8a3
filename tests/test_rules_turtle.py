"""Turtle tables come out as blocks, and broken ones say where."""

from pathlib import Path

import pytest

from partygraph.errors import RuleError
from partygraph.rules.turtle import read_blocks

TABLE = """\
@prefix rule: <https://w3id.org/partygraph/rule#> .
@prefix predicate: <https://w3id.org/partygraph/predicate/> .

predicate:founded a rule:Predicate ;
    rule:key "founded", "formation" ;
    rule:range rule:Date .

predicate:other a rule:Other .
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.ttl"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_blocks_keep_the_order_of_the_file(table: Path) -> None:
    founded, other = read_blocks(table)
    assert (founded.name, other.name) == ("founded", "other")
    assert founded.values("rule:key") == ("founded", "formation")
    assert founded.value("rule:range") == "rule:Date"
    assert founded.value("rule:nothing", "default") == "default"


def test_blocks_can_be_chosen_by_type(table: Path) -> None:
    assert [block.name for block in read_blocks(table, "rule:Other")] == ["other"]


def test_a_block_knows_its_line(table: Path) -> None:
    assert [block.where.line for block in read_blocks(table)] == [4, 8]


def test_two_values_where_one_may_be(table: Path) -> None:
    with pytest.raises(RuleError, match=r"table\.ttl:4: founded has 2 values of rule:key"):
        read_blocks(table)[0].value("rule:key")


def test_broken_turtle_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text(TABLE + "predicate:x a .\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"broken\.ttl:9"):
        read_blocks(path)


def test_a_missing_table(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="cannot read the table"):
        read_blocks(tmp_path / "none.ttl")
