"""Bytes to text: UTF-8 and nothing else, so that an offset means the same to everybody.

Whatever cannot be an article is refused at once, with the byte where it goes wrong and the way to mend it.
"""

from __future__ import annotations

import re

from partygraph.errors import ArticleError, DecodingError, Place

MAX_BYTES = 64 * 2**20
"""No article is longer: the longest page of Wikipedia has some 5 million bytes."""
MAX_LINE = 2 * 2**20
"""No line of an article is longer, in bytes."""

SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def decode(data: bytes, name: str) -> str:
    r"""Return the text of the bytes; a byte order mark of UTF-8 stays, as the text's first code point.

    >>> decode(b"= A =\r\n", "a.txt")
    '= A =\r\n'

    Raises:
        ArticleError: there is nothing in it.
        DecodingError: it is not text in UTF-8, or too long to be an article; the message has the byte and the line.
    """
    if not data.strip():
        raise ArticleError("the file is empty", where=Place(name), remedy="Put the text of an article into it")
    _refuse_binary(data, name)
    _refuse_long(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DecodingError(
            f"not valid UTF-8: byte 0x{data[error.start]:02x} cannot stand there",
            where=_place(data, name, error.start),
            remedy=f"Save the file as UTF-8, for instance: iconv -f {_likely(data)} -t UTF-8",
        ) from error
    control = CONTROL.search(data)
    if control:
        at = control.start()
        raise DecodingError(
            f"control character 0x{data[at]:02x} in the text",
            where=_place(data, name, at),
            remedy="Remove it; an article has no control characters but tab and line end",
        )
    return text


def refuse_size(size: int, name: str) -> None:
    """Refuse a file by its size in bytes, before it is read.

    Raises:
        DecodingError: it is longer than any article.
    """
    if size > MAX_BYTES:
        raise DecodingError(
            f"{size / 2**20:.0f} MB is more than an article can have",
            where=Place(name),
            remedy=f"Give one article per file, of at most {MAX_BYTES // 2**20} MB",
        )


def _refuse_binary(data: bytes, name: str) -> None:
    found = next((what for signature, what in SIGNATURES if data.startswith(signature)), None)
    if found:
        raise DecodingError(f"this is {found}, not text", where=Place(name, byte=0), remedy="Give the article's text")
    coding = next((coding for mark, coding in BYTE_ORDER_MARKS if data.startswith(mark)), None)
    nul = data.find(0, 0, 4096)
    if not coding and nul >= 0 and data[:4096].count(0) * 3 >= min(len(data), 4096):
        coding = "UTF-16LE" if nul % 2 else "UTF-16BE"
    if coding:
        raise DecodingError(
            f"the text is in {coding}, not in UTF-8",
            where=Place(name, byte=0),
            remedy=f"Convert it: iconv -f {coding} -t UTF-8",
        )


def _refuse_long(data: bytes, name: str) -> None:
    refuse_size(len(data), name)
    start = 0
    while len(data) - start > MAX_LINE:
        end = data.rfind(b"\n", start, start + MAX_LINE + 1)
        if end < 0:
            raise DecodingError(
                f"a line of more than {MAX_LINE // 2**20} MB",
                where=_place(data, name, start),
                remedy="An article has line ends between its paragraphs; check what the file is",
            )
        start = end + 1


def _place(data: bytes, name: str, at: int) -> Place:
    line_start = data.rfind(b"\n", 0, at) + 1
    column = len(data[line_start:at].decode("utf-8", errors="replace")) + 1
    return Place(name, data.count(b"\n", 0, at) + 1, column, at)


def _likely(data: bytes) -> str:
    """Guess the encoding for the remedy: bytes 0x80 to 0x9f are letters of Windows, controls of Latin-1."""
    return "WINDOWS-1252" if re.search(rb"[\x80-\x9f]", data) else "ISO-8859-1"
