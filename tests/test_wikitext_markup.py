"""Brackets pair as MediaWiki pairs them, whatever is hidden between them stays hidden, and offsets never move."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partygraph.readers.wikitext import markup as wikimarkup
from partygraph.readers.wikitext.markup import Node, cover, scan


def tree(nodes: list[Node], text: str) -> list[object]:
    return [(text[n.start : n.end], tree(n.children, text)) if n.children else text[n.start : n.end] for n in nodes]


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("a {{b|{{c}}|[[d]]}} e", [("{{b|{{c}}|[[d]]}}", ["{{c}}", "[[d]]"])]),
        ("{{a|[[b}} [[c]]", ["{{a|[[b}}", "[[c]]"]),
        ("[[a|{{b]] {{c}}", ["{{c}}"]),
        ("{{a {{b}}", ["{{b}}"]),
        ("}} ]] [[a]]", ["[[a]]"]),
        ("<!-- {{ --> {{a}}", ["{{a}}"]),
        ("<ref>{{</ref>{{a|<ref name=x>}}</ref>}}", ["{{a|<ref name=x>}}</ref>}}"]),
        ("<nowiki>{{</nowiki>{{a}}", ["{{a}}"]),
        ("<ref>{{a}}", ["{{a}}"]),
        ("<ref>{{a}} <ref>b</ref> {{c}}", ["{{a}}", "{{c}}"]),
        ("{|\n| {{a}}\n|}", [("{|\n| {{a}}\n|}", ["{{a}}"])]),
        ("{{a\n|b=c\n|}}", ["{{a\n|b=c\n|}}"]),
    ],
)
def test_pairs(text: str, nodes: list[object]) -> None:
    assert tree(scan(text).root.children, text) == nodes


def test_deeper_than_deep_is_plain_text_and_what_follows_is_not() -> None:
    text = "{{a|" * 60 + "x" + "}}" * 60 + " [[b]]"
    page = scan(text)
    assert tree(page.root.children, text)[-1] == "[[b]]"
    depth, node = 0, page.root
    while node.children:
        depth, node = depth + 1, node.children[0]
    assert depth == wikimarkup.DEEPEST


def test_parts_have_their_keys_and_places() -> None:
    text = "{{a|b|c = {{d|e=f}} |2=[[g|h=i]]|<!-- = -->j|}}"
    page = scan(text)
    parts = list(wikimarkup.parts(page.root.children[0], page.mask))
    assert [(p.key, text[p.value : p.end]) for p in parts] == [
        (None, "b"),
        ("c", " {{d|e=f}} "),
        ("2", "[[g|h=i]]"),
        (None, "<!-- = -->j"),
        (None, ""),
    ]
    assert [len(p.children) for p in parts] == [0, 1, 1, 0, 0]


@given(st.text(alphabet="<>!-/refnowikpb={}[]|\n \x00\x01x", max_size=200))
def test_the_mask_is_as_long_as_the_text_and_hides_only(text: str) -> None:
    mask = cover(text)
    assert len(mask) == len(text)
    assert all(
        shown == own or shown < "\x08" or (shown == "\x1a" and own < "\x09")
        for shown, own in zip(mask, text, strict=True)
    )
