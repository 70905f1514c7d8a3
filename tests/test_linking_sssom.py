"""Mapping tables: read as written, errors with their line, old or new but never half."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from partygraph.errors import InputError, RuleError
from partygraph.linking import decisions, sssom, tables
from partygraph.linking.evidence import MANUAL, SITELINK
from partygraph.linking.matches import Feature, Match
from partygraph.model import Entity, Kind

JUSTIFICATIONS = {
    "semapv:ManualMappingCuration",
    "semapv:CompositeMatching",
    "semapv:InstanceBasedMatching",
    "semapv:BackgroundKnowledgeBasedMatching",
    "semapv:LexicalMatching",
}
FILES = [*sorted(tables.links_folder().glob("*.sssom.tsv")), tables.links_folder() / tables.DENY]
ROW = sssom.Row(
    'enwiki:Party_"X"', 'Party "X"', "party", "", sssom.EXACT, "wd:Q1", "Party X", SITELINK, "1.00", "somebody"
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_shipped_tables_are_well_formed(path: Path) -> None:
    table = sssom.read(path)
    assert {"mapping_set_id", "license"} <= dict(table.metadata).keys()
    assert sssom.text(table) == path.read_text(encoding="utf-8"), "write it again with scripts/build_links.py"
    for row in table.rows:
        assert row.mapping_justification in JUSTIFICATIONS
        assert row.object_id.startswith("wd:Q")
        assert row.author_label
        assert not row.confidence or 0 < float(row.confidence) <= 1
        assert (row.predicate_modifier == sssom.NOT) == (path.name == tables.DENY)


def test_no_page_and_no_name_has_two_items() -> None:
    # A key with two items links nothing, and so should not be there.
    for key, rows in tables.shipped().rows.items():
        if key.sort in ("page", "name"):
            assert len({row.qid for row in rows}) == 1, key


def test_nothing_shipped_is_denied() -> None:
    shipped = tables.shipped()
    assert not [key for key, rows in shipped.rows.items() for row in rows if shipped.is_denied([key], row.qid)]


def test_what_is_written_is_read(tmp_path: Path) -> None:
    table = sssom.Table(sssom.metadata("x", "X", "A test"), (ROW, ROW._replace(comment="a\tb\nc")))
    path = tmp_path / "x.sssom.tsv"
    sssom.write(path, table)
    back = sssom.read(path)
    assert back.rows[0] == ROW
    assert back.rows[1].comment == "a b c"
    assert dict(back.metadata)["mapping_set_title"] == "X"
    assert [file.name for file in tmp_path.iterdir()] == ["x.sssom.tsv"]
    body = [line for line in path.read_text().splitlines() if not line.startswith("#")]
    assert next(csv.DictReader(body, delimiter="\t"))["subject_label"] == 'Party "X"'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("#only: metadata\n", 1),
        ("subject_id\tobject_id\n", 1),
        ("#a: b\n" + "\t".join(sssom.SLOTS) + "\nenwiki:A\tA\n", 3),
        ("\t".join(sssom.SLOTS) + "\n" + "\t" * (len(sssom.SLOTS) - 1) + "\n", 2),
    ],
)
def test_a_bad_table_says_where(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "bad.sssom.tsv"
    path.write_text(text)
    with pytest.raises(RuleError) as raised:
        sssom.read(path)
    assert raised.value.where is not None
    assert raised.value.where.line == line


def match(entity: Entity, justification: str = SITELINK) -> Match:
    return Match(entity, "Q1", "Party X", justification, 0.97, (Feature("sitelink", "X", 0.97),))


def test_decisions_are_added_once_and_are_obeyed(tmp_path: Path) -> None:
    entity = Entity("Liberals", Kind.PARTY)
    yes = decisions.confirmed(match(entity), "Harbour Party", "Ada")
    no = decisions.refused(match(entity), "Dune Party", "Ada")
    assert decisions.add(tmp_path, tables.DECISIONS, [yes, yes]) == 1
    assert decisions.add(tmp_path, tables.DECISIONS, [yes]) == 0
    assert decisions.add(tmp_path, tables.DENY, [no]) == 1
    found = tables.read(tmp_path)
    key = tables.mention_key("Harbour Party", "party", "liberals")
    assert [(row.qid, row.mapping_justification, row.author_label) for row in found.find(key)] == [
        ("Q1", MANUAL, "Ada")
    ]
    assert found.is_denied([tables.mention_key("Dune Party", "party", "Liberals")], "Q1")
    assert not found.is_denied([key], "Q1")


def test_a_folder_that_cannot_be_written_to_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    row = decisions.confirmed(match(Entity("Liberals", Kind.PARTY)), "Harbour Party", "Ada")
    with pytest.raises(InputError, match="--tables"):
        decisions.add(tmp_path / "file", tables.DECISIONS, [row])


def test_a_sitelink_is_kept_for_the_page_and_anything_else_for_its_article() -> None:
    linked = Entity("Liberals", Kind.PARTY, "Liberal Party (Ruritania)")
    assert decisions.found(match(linked), "Harbour Party").subject_id == "enwiki:Liberal_Party_(Ruritania)"
    by_name = decisions.found(match(Entity("Liberals", Kind.PARTY), "semapv:CompositeMatching"), "Harbour Party")
    assert by_name.subject_source == "enwiki:Harbour_Party"
    assert tables.row_key(by_name) == tables.mention_key("Harbour Party", "party", "Liberals")
