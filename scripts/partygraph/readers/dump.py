"""MediaWiki dumps as a stream of articles: only the pages with a party's infobox, and never the whole dump at once.

A page is cut out as bytes and looked through before any XML is parsed, which costs a hundredth of parsing it.
"""

from __future__ import annotations

import bz2
import hashlib
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Protocol
from urllib.parse import quote
from xml.etree import ElementTree

from partygraph.errors import ArticleError, InputError, Place
from partygraph.model import Article, Source
from partygraph.readers import wikitext

CHUNK = 1 << 18
"""How many bytes are read at a time."""
LONGEST_PAGE = 16 << 20
"""No page is longer, in bytes: Wikipedia's own limit is 2 million, its full histories aside."""
MOST_GROWTH = 2000
"""How many times its length a compressed dump may grow; real ones grow five to twenty times."""
FREE_GROWTH = 64 << 20
"""What may come out of any compressed dump before its growth is looked at."""

_WANTED = re.compile(rb"nfobox[ _]+(?:[A-Za-z-]+[ _]+)?(?:[Pp]olitical[ _]+)?(?:[Pp]art|[Aa]lliance|[Cc]oalition)")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SITE = re.compile(rb"<base>([^<]*)</base>")
_LANGUAGE = re.compile(rb"<mediawiki\b[^<>]*\bxml:lang=\"([A-Za-z-]+)\"")
_OPEN, _CLOSE = b"<page>", b"</page>"
_WIKIPEDIA = re.compile(r"https?://[a-z-]+\.wikipedia\.org/wiki/")


class _Decompressor(Protocol):
    """What the decompressors of bz2 and zlib have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


@dataclass(slots=True)
class Site:
    """What the head of a dump tells of all its pages: its name for messages, the base of its URLs, its language."""

    file: str
    base: str = ""
    language: str = "en"


def read(path: Path | str | BinaryIO, *, after: int = 0) -> Iterator[Article | InputError]:
    """Yield the articles of a dump that have a party's infobox, in the dump's order.

    ``path`` is a file (plain, bz2 or gzip, told by its first bytes), an open binary file, or ``-`` for standard input.
    ``after`` resumes: nothing is yielded up to and including the page of that number, which is the part behind ``#``
    of an article's :attr:`Source.name`. Each article's source has its title, URL and revision, and as ``retrieved``
    the revision's time. A page that cannot be read comes as its error, and the others follow; a dump that cannot be
    read any further ends with its error.
    """
    try:
        if isinstance(path, Path) or (isinstance(path, str) and path != "-"):
            with Path(path).open("rb") as file:
                yield from _articles(file, Site(str(path)), after)
        else:
            yield from _articles(sys.stdin.buffer if isinstance(path, str) else path, Site("-"), after)
    except OSError as error:
        name = str(path) if isinstance(path, Path | str) else "-"
        yield InputError(f"cannot read the dump: {error.strerror or error}", where=Place(name), remedy="Check the file")


def _articles(file: BinaryIO, site: Site, after: int) -> Iterator[Article | InputError]:
    waiting = after > 0
    try:
        for page, start in _pages(_plain(file, site.file), site):
            if not waiting and not _WANTED.search(page):
                continue
            if waiting:
                number = re.search(rb"<id>(\d+)</id>", page)
                waiting = not (number and int(number[1]) == after)
                continue
            found = _article(page, start, site)
            if found is not None:
                yield found
    except InputError as error:
        yield error
        return
    if waiting:
        yield InputError(
            f"there is no page {after} to go on after", where=Place(site.file), remedy="Resume with a page of this dump"
        )


# --------------------------------------------------------------------------- bytes


def _plain(file: BinaryIO, name: str) -> Iterator[bytes]:
    """Yield the bytes of a dump, decompressed piece by piece, and refuse what grows out of all proportion."""
    first = file.read(CHUNK)
    make = next((make for magic, make in COMPRESSIONS.items() if first.startswith(magic)), None)
    if make is None:
        while first:
            yield first
            first = file.read(CHUNK)
        return
    taken, given = len(first), 0
    machine, data = make(), first
    while data or not machine.eof:
        try:
            piece = machine.decompress(data, CHUNK)
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise InputError(f"the compressed dump is damaged: {error}", where=Place(name, byte=taken)) from error
        given += len(piece)
        if given > FREE_GROWTH and given > MOST_GROWTH * taken:
            raise InputError(
                f"{taken} compressed bytes became {given}, which is no dump",
                where=Place(name),
                remedy="Decompress it by hand if you trust it",
            )
        yield piece
        if machine.eof:
            # A multistream dump is many archives in a row.
            data = machine.unused_data or file.read(CHUNK)
            taken += 0 if machine.unused_data else len(data)
            if data:
                machine = make()
            continue
        data = _pending(machine)
        if not data and (not piece or _hungry(machine)):
            data = file.read(CHUNK)
            taken += len(data)
            if not data:
                raise InputError("the dump ends in the middle", where=Place(name), remedy="Download it again")


def _pending(machine: _Decompressor) -> bytes:
    """Return the input that a zlib machine has not looked at; a bz2 machine keeps it itself."""
    return bytes(getattr(machine, "unconsumed_tail", b""))


def _hungry(machine: _Decompressor) -> bool:
    return bool(getattr(machine, "needs_input", True))


def _gzip() -> _Decompressor:
    return zlib.decompressobj(wbits=31)


COMPRESSIONS: MappingProxyType[bytes, Callable[[], _Decompressor]] = MappingProxyType(
    {b"BZh": bz2.BZ2Decompressor, b"\x1f\x8b": _gzip}
)
"""How a dump is decompressed, by its first bytes."""


def _pages(pieces: Iterator[bytes], site: Site) -> Iterator[tuple[bytes, int]]:
    """Yield the pages as bytes, each with the offset that it begins at; the head goes to ``site``."""
    buffer, offset, searched, headed = b"", 0, 0, False
    for piece in pieces:
        if _DECLARATION.search(buffer[-9:] + piece):
            raise InputError(
                "the dump declares a document type, which no dump of MediaWiki does",
                where=Place(site.file, byte=offset + len(buffer)),
                remedy="Take the dump as MediaWiki wrote it",
            )
        buffer += piece
        at, near = 0, max(searched - len(_CLOSE), 0)
        while (end := buffer.find(_CLOSE, near)) >= 0:
            near = end + len(_CLOSE)
            start = buffer.find(_OPEN, at, near)
            if not headed:
                _head(buffer[: max(start, 0)], site)
                headed = True
            if start >= 0:
                yield buffer[start:near], offset + start
            at = near
        buffer, offset = buffer[at:], offset + at
        searched = len(buffer)
        if searched > LONGEST_PAGE:
            raise InputError(
                f"{searched} bytes without the end of a page",
                where=Place(site.file, byte=offset),
                remedy="Give a dump of MediaWiki's XML, one with the latest revisions only",
            )
    if not headed and not re.search(rb"<mediawiki[\s>]", buffer):
        raise InputError("not a dump of MediaWiki", where=Place(site.file), remedy="Give an XML dump, plain or bz2")
    if buffer.strip() and b"</mediawiki>" not in buffer:
        raise InputError("the dump ends in the middle", where=Place(site.file, byte=offset), remedy="Download it again")


def _head(head: bytes, site: Site) -> None:
    base, language = _SITE.search(head), _LANGUAGE.search(head)
    if base:
        site.base = base[1].decode("utf-8", errors="replace").rpartition("/")[0] + "/"
    if language:
        site.language = language[1].decode()


# --------------------------------------------------------------------------- pages


def _article(page: bytes, start: int, site: Site) -> Article | InputError | None:
    """Read a page; None for a redirect, and for a page that is no article."""
    where = Place(site.file, byte=start)
    try:
        root = ElementTree.fromstring(page)
    except (ElementTree.ParseError, ValueError) as error:
        return InputError(f"a page is not well-formed XML: {error}", where=where, remedy="Mend or leave out the page")
    if root.findtext("ns", "0").strip() != "0" or root.find("redirect") is not None:
        return None
    title, number = root.findtext("title", "").strip(), root.findtext("id", "").strip()
    revisions = root.findall("revision")
    text = revisions[-1].findtext("text") if revisions else None
    if not title or not text:
        return ArticleError("a page without a title or a text", where=where, remedy="Leave out the page")
    revision = revisions[-1]
    known = _WIKIPEDIA.match(site.base) is not None
    source = Source(
        name=f"{Path(site.file).name}#{number}",
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        title=title,
        url=site.base + quote(title.replace(" ", "_"), safe="/:(),!'*@;$") if site.base else None,
        language=site.language,
        licence="CC BY-SA 4.0" if known else None,
        revision=(revision.findtext("id") or "").strip() or None,
        retrieved=(revision.findtext("timestamp") or "").strip() or None,
        publisher="Wikipedia" if known else None,
    )
    return wikitext.read(text, source)
