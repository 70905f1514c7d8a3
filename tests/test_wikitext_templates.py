"""Every row of the table of templates shows what its example says."""

from __future__ import annotations

import pytest

from partygraph.errors import RuleError
from partygraph.model import View
from partygraph.readers.wikitext import markup as wikimarkup
from partygraph.readers.wikitext import prose as wikiprose
from partygraph.readers.wikitext import templatekinds, templatepainting, templates
from partygraph.readers.wikitext.templates import Template
from partygraph.resources import folder
from partygraph.rules.turtle import read_blocks

ROWS = templates.rows()


def shown(wikitext: str) -> View:
    page = wikimarkup.scan(wikitext)
    return templatepainting.paint(page, 0, len(wikitext), page.root.children).view(0)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_example(row: Template) -> None:
    assert shown(row.example).text == row.reads


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_example_is_of_its_own_row(row: Template) -> None:
    page = wikimarkup.scan(row.example)
    names = [wikimarkup.name(node, page.mask) for node in page.root.children]
    assert any(templates.lookup(name) is row or templates.lookup(name.partition(":")[0]) is row for name in names)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_kind_can_be_painted(row: Template) -> None:
    assert row.kind in {*templatekinds.KINDS, "hole", "page"}
    assert (row.kind == "page") == bool(row.kind == "page" and row.argument), "a part of the page needs its reason"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_names_are_folded(row: Template) -> None:
    assert [wikimarkup.fold(name) for name in row.names] == list(row.names)


@pytest.mark.parametrize(
    ("wikitext", "kind", "text"),
    [
        ("{{lang|cy|Bloc}}", "lang:cy", "Bloc"),
        ("{{lang-fr|Bloc}}", "lang:fr", "Bloc"),
        ("{{langx|ru|Блок}}", "lang:ru", "Блок"),
        ("{{native name list|tag1=fr|name1=Bloc|tag2=nl|name2=Blok}}", "lang:nl", "Blok"),
        ("{{small|was}}", "small", "was"),
        ("{{URL|https://example.org|our site}}", "url:https://example.org", "our site"),
        ("[https://example.org our site]", "url:https://example.org", "our site"),
        ("{{ubl|one|two}}", "item", "one"),
        ("{{collapsible list|title=Past|one}}", "heading", "Past"),
        ("a{{increase}} 5", "template:increase", ""),
        ("{{nosuchtemplate|x}}", "template:nosuchtemplate", ""),
        ("{{party color|Liberals}}", "template:political party data", ""),
    ],
)
def test_marks(wikitext: str, kind: str, text: str) -> None:
    view = shown(wikitext)
    assert text in [view.text[mark.span.start : mark.span.end] for mark in view.marks if mark.kind == kind]


def test_reasons_are_codes_of_the_ontology() -> None:
    codes = {block.value("rule:name") for block in read_blocks(folder("ontology") / "reasons.ttl")}
    assert {row.argument for row in ROWS if row.kind == "page"} | set(wikiprose.REASONS.values()) <= codes


def test_links_survive_templates() -> None:
    view = shown("{{nowrap|{{small|[[Liberal Party (A)|Liberals]]}}}} {{flag|Cuba}}")
    assert view.text == "Liberals Cuba"
    assert [(view.text[link.span.start : link.span.end], link.target) for link in view.links] == [
        ("Liberals", "Liberal Party (A)"),
        ("Cuba", "Cuba"),
    ]


def test_what_stands_out_of_order_is_quoted_as_a_whole() -> None:
    wikitext = "a {{collapsible list|one|title=Numbers}} b"
    view = shown(wikitext)
    assert view.text == "a \nNumbers\none\nb"
    start = view.text.index("Numbers")
    span = view.span(start, start + 7)
    assert wikitext[span.start : span.end] == "{{collapsible list|one|title=Numbers}}"


@pytest.mark.parametrize("sum_", ["9**9**9", "1/0", "2 if 1 else 3", "(" * 90, "1" + "0" * 99, "a", "__import__('os')"])
def test_sums_that_are_none(sum_: str) -> None:
    assert shown("{{#expr:" + sum_ + "}}").text in ("", "1" + "0" * 99)


def test_a_name_in_two_rows_is_refused(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    row = "ubl\titems\t\t\t{{ubl|a}}\ta\n"
    (tmp_path / "templates.tsv").write_text(row + row, encoding="utf-8")
    monkeypatch.setattr(templates, "folder", lambda name: tmp_path)
    templates._table.cache_clear()
    try:
        with pytest.raises(RuleError, match="two rows"):
            templates.lookup("ubl")
        (tmp_path / "templates.tsv").write_text("ubl\titems\n", encoding="utf-8")
        with pytest.raises(RuleError, match="6 cells"):
            templates.lookup("ubl")
    finally:
        templates._table.cache_clear()
