"""Dumps are streamed, looked through before they are parsed, resumed, and refused when they are no dumps."""

from __future__ import annotations

import bz2
import gzip
import io
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from partygraph.errors import InputError
from partygraph.model import Article, Subject
from partygraph.readers import dump

HEAD = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" version="0.10" xml:lang="en">
  <siteinfo><sitename>Wikipedia</sitename><base>https://en.wikipedia.org/wiki/Main_Page</base></siteinfo>
"""
PARTY = "{{{{Infobox political party\n| name = {0}\n| ideology = [[Localism]]\n}}}}\nThe '''{0}''' is a party.\n"


def page(number: int, title: str, text: str, *, ns: int = 0, extra: str = "") -> str:
    return f"""  <page>
    <title>{escape(title)}</title><ns>{ns}</ns><id>{number}</id>{extra}
    <revision><id>{number}7</id><timestamp>2021-04-27T13:53:16Z</timestamp>
      <contributor><username>A</username><id>5</id></contributor>
      <text bytes="9" xml:space="preserve">{escape(text)}</text></revision>
  </page>
"""


def made(*pages: str) -> bytes:
    return (HEAD + "".join(pages) + "</mediawiki>\n").encode()


def read(data: bytes, after: int = 0) -> list[Article | InputError]:
    return list(dump.read(io.BytesIO(data), after=after))


def titles(found: list[Article | InputError]) -> list[str]:
    return [one.title for one in found if isinstance(one, Article)]


THREE = made(
    page(1, "Owl", "An '''owl''' is a bird."),
    page(2, "Blue List & Co", PARTY.format("Blue List")),
    page(3, "Red List", PARTY.format("Red List")),
    page(4, "Talk:Red List", PARTY.format("Red List"), ns=1),
    page(5, "Reds", "{{Infobox political party}}", extra='<redirect title="Red List" />'),
    page(6, "Last List", PARTY.format("Last List").replace("political party", "Political_party")),
)


@pytest.mark.parametrize("pack", [bytes, bz2.compress, gzip.compress], ids=["plain", "bz2", "gzip"])
def test_articles_with_a_party(pack: Callable[[bytes], bytes]) -> None:
    found = read(pack(THREE))
    assert titles(found) == ["Blue List & Co", "Red List", "Last List"]
    first = found[0]
    assert isinstance(first, Article)
    assert first.subject is Subject.PARTY and first.infobox and first.infobox.rows[0].value.text == "Blue List"
    assert first.source.name == "-#2"
    assert (first.source.revision, first.source.retrieved) == ("27", "2021-04-27T13:53:16Z")
    assert first.source.url == "https://en.wikipedia.org/wiki/Blue_List_%26_Co"
    assert (first.source.language, first.source.licence) == ("en", "CC BY-SA 4.0")


def test_archives_in_a_row() -> None:
    half = len(THREE) // 2
    assert titles(read(bz2.compress(THREE[:half]) + bz2.compress(THREE[half:]))) == titles(read(THREE))


@pytest.mark.parametrize("chunk", [7, 64, 1000])
def test_pages_cut_anywhere(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dump, "CHUNK", chunk)
    assert titles(read(THREE)) == ["Blue List & Co", "Red List", "Last List"]
    assert titles(read(bz2.compress(THREE))) == ["Blue List & Co", "Red List", "Last List"]


def test_a_dump_is_resumed_behind_a_page() -> None:
    assert titles(read(THREE, after=2)) == ["Red List", "Last List"]
    assert titles(read(THREE, after=1)) == ["Blue List & Co", "Red List", "Last List"]
    assert [str(error) for error in read(THREE, after=99)] == [
        "-: there is no page 99 to go on after. Resume with a page of this dump"
    ]


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "d.xml.bz2"
    path.write_bytes(bz2.compress(THREE))
    found = list(dump.read(path))
    assert titles(found) == ["Blue List & Co", "Red List", "Last List"]
    assert isinstance(found[0], Article) and found[0].source.name == "d.xml.bz2#2"
    assert "cannot read the dump" in str(next(iter(dump.read(tmp_path / "none.xml"))))


def test_a_broken_page_does_not_stop_the_others() -> None:
    broken = page(9, "Bad", PARTY.format("Bad")).replace("<revision>", "<revision><oops>")
    found = read(made(broken, page(3, "Red List", PARTY.format("Red List"))))
    assert isinstance(found[0], InputError) and "not well-formed" in str(found[0])
    assert titles(found) == ["Red List"]


def test_the_last_revision_counts() -> None:
    twice = page(2, "A", PARTY.format("Old")).replace("  </page>", "") + "<revision><id>99</id><text>"
    found = read(made(twice + escape(PARTY.format("New")) + "</text></revision></page>"))
    assert isinstance(found[0], Article) and found[0].infobox
    assert (found[0].infobox.rows[0].value.text, found[0].source.revision) == ("New", "99")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]>' + THREE, "declares a document type"),
        (THREE.replace(b"  <page>", b"<!doctype x>  <page>", 1), "declares a document type"),
        (THREE[: THREE.index(b"</mediawiki>")] + b"<page><title>x", "ends in the middle"),
        (bz2.compress(THREE)[:-20], "ends in the middle"),
        (gzip.compress(THREE)[:-20], "ends in the middle"),
        (bz2.compress(THREE)[:40] + b"\x00" * 400, "damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "not a dump"),
        (b"", "not a dump"),
    ],
    ids=["doctype", "late doctype", "cut", "cut bz2", "cut gzip", "damaged bz2", "png", "empty"],
)
def test_what_is_no_dump_ends_with_an_error(data: bytes, what: str) -> None:
    last = read(data)[-1]
    assert isinstance(last, InputError) and what in str(last)


def test_a_bomb_is_refused_before_it_fills_the_memory() -> None:
    bomb = bz2.compress(bytes(200 << 20))
    assert len(bomb) < 300
    found = read(bomb)
    assert len(found) == 1 and "without the end of a page" in str(found[0])


def test_a_bomb_of_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dump, "FREE_GROWTH", 1 << 20)
    found = read(bz2.compress(HEAD.encode() + b"<page><title>x</title></page>" * 500_000 + b"</mediawiki>"))
    assert len(found) == 1 and "which is no dump" in str(found[0])


def test_entities_of_the_text_are_resolved_once() -> None:
    found = read(made(page(2, "A", PARTY.format("Bread &amp; Roses"))))
    assert isinstance(found[0], Article) and found[0].infobox
    assert found[0].infobox.rows[0].value.text == "Bread & Roses"
    assert "&amp;" in found[0].text
