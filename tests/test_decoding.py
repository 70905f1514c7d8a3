"""Bytes that are no text in UTF-8 are refused with the byte, the line and the remedy."""

import pytest

from partygraph.errors import ArticleError, DecodingError
from partygraph.readers import decoding


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG image"),
        (b"%PDF-1.7\n", "PDF document"),
        (b"PK\x03\x04rest", "ZIP archive"),
        (b"\x1f\x8b\x08", "gzip archive"),
        ("= A =\n".encode("utf-16"), "UTF-16"),
        ("= A =\n".encode("utf-32"), "UTF-32"),
        ("= A Party =\n".encode("utf-16-le"), "UTF-16LE"),
        ("= A Party =\n".encode("utf-16-be"), "UTF-16BE"),
    ],
)
def test_what_it_is_instead_is_named(data: bytes, what: str) -> None:
    with pytest.raises(DecodingError, match=what) as caught:
        decoding.decode(data, "a.txt")
    assert caught.value.where is not None and caught.value.where.byte == 0
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("data", "line", "column", "byte", "remedy"),
    [
        ("= Café =\n".encode("latin-1"), 1, 6, 5, "ISO-8859-1"),
        ("= A =\n\nIt is “so”".encode("cp1252"), 3, 7, 13, "WINDOWS-1252"),
        (b"= A =\n\nfoo\x00bar, and much more text follows here", 3, 4, 10, "Remove"),
        (b"= A =\n\xed\xa0\x80", 2, 1, 6, "UTF-8"),
        (b"= A =\nx\x1b[0m", 2, 2, 7, "Remove"),
    ],
)
def test_the_place_is_told(data: bytes, line: int, column: int, byte: int, remedy: str) -> None:
    with pytest.raises(DecodingError) as caught:
        decoding.decode(data, "a.txt")
    where = caught.value.where
    assert where is not None
    assert (where.file, where.line, where.column, where.byte) == ("a.txt", line, column, byte)
    assert caught.value.remedy is not None and remedy in caught.value.remedy


@pytest.mark.parametrize("data", [b"", b" \n\r\n\t"])
def test_nothing_is_no_article(data: bytes) -> None:
    with pytest.raises(ArticleError, match="empty"):
        decoding.decode(data, "a.txt")


@pytest.mark.parametrize("data", [b"= A =\n" + b"x" * 100_000_000, b"x" * 3_000_000])
def test_a_line_without_end_is_refused(data: bytes) -> None:
    with pytest.raises(DecodingError, match="MB"):
        decoding.decode(data, "a.txt")


def test_text_stays_as_it_is() -> None:
    text = "\ufeff= Ā Party =\r\n\r\nTab\there, \u202eturned\u202c and 𝔸\n"
    assert decoding.decode(text.encode(), "a.txt") == text
