"""Lines of N-Quads pass as they are only where a parser would write the same."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, strategies

import partygraph
from partygraph.errors import InputError
from partygraph.resources import folder
from partygraph.stores import lines

ARTICLE = folder("data") / "articles" / "connecticut-working-families-party.txt"
XSD = "http://www.w3.org/2001/XMLSchema#"

CANONICAL = (
    "<urn:a> <urn:p> <http://example.org/x?y=%C3%A9#z> <urn:g> .\n",
    '<urn:a> <urn:p> "" .\n',
    '<urn:a> <urn:p> "a \\"b\\" \\\\ \\n \\t <urn:x> . é"@en-us <urn:g> .\n',
    f'<urn:a> <urn:p> "304"^^<{XSD}nonNegativeInteger> <urn:g/provenance> .\n',
)
OTHERWISE = (
    f'<urn:a> <urn:p> "x"^^<{XSD}string> .\n',
    '<urn:a> <urn:p> "\\u00E9" .\n',
    '<urn:a> <urn:p> "x"@EN .\n',
    '<urn:a> <urn:p> "a\tb" .\n',
    '<urn:a>  <urn:p> "x" .\n',
    "<urn:a> <urn:p> <urn:x>.\n",
    "# a comment\n<urn:a> <urn:p> <urn:x> .\n",
    "<urn:a> <urn:p> <urn:x> .\r\n",
    "<urn:a> <urn:p> <urn:x> .",
)


def blocks(file: Path) -> list[lines.Line]:
    return [line for block in lines.read(file) for line in block]


def anew(line: lines.Line) -> ox.Quad:
    triple, _, graph = line
    quads: list[ox.Quad] = list(ox.parse(triple + b" " + graph + b" .", format=ox.RdfFormat.N_QUADS))
    assert len(quads) == 1
    return quads[0]


@pytest.mark.parametrize("text", CANONICAL)
def test_a_canonical_line_is_what_the_parser_would_write(text: str, tmp_path: Path) -> None:
    (found,) = lines.CANONICAL.findall(text.encode())
    (parsed,) = lines._parsed(tmp_path, ox.parse(text, format=ox.RdfFormat.N_QUADS))
    assert [found] == parsed


@pytest.mark.parametrize("text", OTHERWISE)
def test_another_spelling_takes_the_parser(text: str, tmp_path: Path) -> None:
    file = tmp_path / "a.nq"
    file.write_bytes(text.encode())
    number = text.count("\n")
    assert len(lines.CANONICAL.findall(text.encode())) < max(number, 1)
    assert list(map(anew, blocks(file))) == list(ox.parse(text, format=ox.RdfFormat.N_QUADS))


@given(strategies.text(strategies.characters(exclude_categories=["Cs"])), strategies.sampled_from(["", "de", "en-GB"]))
def test_every_text_is_one_line(text: str, language: str) -> None:
    quad = ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal(text, language=language or None))
    written = ox.serialize([quad], format=ox.RdfFormat.N_QUADS) or b""
    assert [anew(line) for line in lines.WRITTEN.findall(written)] == [quad]
    assert [anew(line) for line in lines.CANONICAL.findall(written)] in ([quad], [])


def test_our_own_files_are_canonical_and_every_format_says_the_same(tmp_path: Path) -> None:
    built = partygraph.build(ARTICLE)
    for form, ending in (("nquads", "nq"), ("trig", "trig")):
        (tmp_path / f"a.{ending}").write_text(built.write(form, provenance=True), encoding="utf-8")
    text = (tmp_path / "a.nq").read_bytes()
    assert len(lines.CANONICAL.findall(text)) == text.count(b"\n")
    assert set(blocks(tmp_path / "a.nq")) == set(blocks(tmp_path / "a.trig"))


def test_a_block_ends_where_a_line_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "BLOCK", 50)
    file = tmp_path / "a.nq"
    file.write_text("".join(CANONICAL[1:3] * 5), encoding="utf-8")
    assert list(map(anew, blocks(file))) == list(ox.parse(path=file, format=ox.RdfFormat.N_QUADS))


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (b"<urn:a> <urn:p> <x y> .\n", r"a\.nq:4:\d+.*not valid RDF"),
        (b'<urn:a> <urn:p> "\xe9" .\n', r"a\.nq:4.*not valid RDF"),
        (b"junk <urn:a> <urn:p> <urn:x> .\n", r"a\.nq:4:\d+.*not valid RDF"),
        (b"_:b <urn:p> <urn:x> .\n", "blank node"),
        (b"<urn:a> <urn:p> <urn:x> _:b .\n", "blank node"),
        (b"<urn:a> <urn:p> <<( <urn:a> <urn:b> <urn:c> )>> .\n", "triple term"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(
    bad: bytes, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "BLOCK", 60)
    file = tmp_path / "a.nq"
    file.write_bytes(b"<urn:a> <urn:p> <urn:x> .\n" * 3 + bad)
    with pytest.raises(InputError, match=says):
        blocks(file)
