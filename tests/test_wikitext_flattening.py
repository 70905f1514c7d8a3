"""Flattened templates are put together again where there is evidence, and left alone where there is none."""

from __future__ import annotations

import pytest

from partygraph.model import Source, View
from partygraph.readers import wikitext
from partygraph.readers.wikitext import markup as wikimarkup
from partygraph.readers.wikitext import templatepainting


def shown(text: str) -> View:
    page = wikimarkup.scan(text)
    return templatepainting.paint(page, 0, len(text), page.root.children).view(0)


UNDONE = {
    "a remark in brackets": (
        "{{ublist\n | 1998 |small|(first)|\n | 2000 |small|(second)|}} {{small|(first)}} {{small|(second)}}",
        "1998 (first)\n2000 (second)",
    ),
    "dates with what follows them": (
        "{{ubl|start date|2012|10|27|df=y| (A)|start date|2014|01| (B)}} {{start date|2012|10|27|df=y}} (A) "
        "{{start date|2014|01}} (B)",
        "27 October 2012 (A)\nJanuary 2014 (B)",
    ),
    "the first of several items": ("{{ubl|nowrap|[[A]] (b)|[[C]]|[[D]]}} {{nowrap|[[A]] (b)}}", "A (b)\nC\nD"),
    "the last of several items": ("{{ubl|CPC|lang|fr|PCC}} {{lang|fr|PCC}}", "CPC\nPCC"),
    "colours in colours": (
        "{{ublist\n | |color box|party color|A|x=y| [[Red]]|efn|Since 2017|\n | |color box|#fff| [[Blue]]}} "
        "{{color box|party color|A|x=y}} [[Red]] {{party color|A}} {{efn|Since 2017}} {{color box|#fff}} [[Blue]]",
        "Red\nBlue",
    ),
    "references": (
        '{{ubl|[[A]]|sfn|B|2013|p=31|ref| name="c"|{{cite web|url=d}}|</ref>|\n |[[E]]|refn|ref|F, 2006, p. 4.|</ref>|'
        '\n |[[G]]|ref| name="c"|ref| name="h"|\n|[[I]]}}',
        "A\nE\nG\nI",
    ),
    "a range over a reference": ("{{nowrap|[[Centre]]|ref|F, p. 4.|</ref>| to [[Left|left]]}}", "Centre to left"),
    "a link inside": ("{{Nowrap|ill|A B|fi|C D}} {{ill|A B|fi|C D}}", "A B"),
    "two deep": (
        "{{ubl| |nobold|native name|zh|新党|x=no|}} {{nobold|native name|zh|新党|x=no}} {{native name|zh|新党|x=no}}",
        "新党",
    ),
    "the title of a list": ("{{List collapsed|title=nobold|''See''|[[A]]|[[B]]}} {{nobold|''See''}}", "See\nA\nB"),
    "a copy further on": (
        "{{nowrap|[[A]] |small|(1912)|}} <br>[[B]] {{small|(1912)}} {{small|(1915)}}",
        "A (1912) \nB (1915)",
    ),
}


@pytest.mark.parametrize(("text", "reads"), UNDONE.values(), ids=UNDONE)
def test_undone(text: str, reads: str) -> None:
    assert shown(text).text == reads


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("{{ubl|Left|Right|Small}}", "Left\nRight\nSmall"),
        ("{{ubl|Flag|Cuba}} {{flag|Cuba}}", "Flag\nCuba\nCuba"),
        ("{{hlist|ref|note}}", "ref\nnote"),
        ("{{ubl|small}} {{small|was}}", "small\nwas"),
    ],
)
def test_left_alone_without_evidence(text: str, reads: str) -> None:
    assert shown(text).text == reads


def test_every_line_of_a_list_is_an_item_with_its_language() -> None:
    view = shown(UNDONE["the last of several items"][0])
    assert [view.text[m.span.start : m.span.end] for m in view.marks if m.kind == "item"] == ["CPC", "PCC"]
    assert [view.text[m.span.start : m.span.end] for m in view.marks if m.kind == "lang:fr"] == ["PCC"]


def test_copies_are_left_out_with_a_reason() -> None:
    text = "{{Infobox political party\n| abbreviation = {{ubl|CPC|lang|fr|PCC}} {{lang|fr|PCC}}\n}}"
    article = wikitext.read(text, Source("t", ""))
    assert [(left.reason, left.evidence.quote.strip()) for left in article.debris] == [
        ("template-copy", "{{lang|fr|PCC}}")
    ]


def test_many_copies_cost_no_more_than_their_length() -> None:
    text = "{{ubl|" + "small|(a)|" * 20_000 + "}} " + "{{small|(a)}} " * 20_000
    assert shown(text).text
