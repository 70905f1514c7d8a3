"""From bytes to articles: the form is found by looking, and both forms become the same kind of article."""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from partygraph.errors import ArticleError, InputError, PartygraphError, Place
from partygraph.model import Article, Source
from partygraph.readers import decoding, plaintext, sources

__all__ = ["read", "read_all", "read_records"]

ARTICLE_SUFFIXES = (".txt", ".wikitext", ".wiki", ".mediawiki")
RECORD_SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
LONGEST_RECORD = 4 * decoding.MAX_BYTES
"""A line of a JSON Lines file has no more bytes: an article, escaped."""
DUMP_SUFFIXES = (".xml", ".xml.bz2")
WIKI_MARKS = ("{{", "[[", "'''", "<ref")


def read(
    source: Path | bytes | str, *, name: str | None = None, record: Path | Mapping[str, str] | None = None
) -> Article:
    r"""Read one article from a file, or from its bytes.

    A string is a path, unless it has a line end: then it is the text itself. ``name`` is the file's name for messages
    and for the source (bytes have none of their own). ``record`` is the source record, or its file; without it the
    file ``NAME.source.toml`` beside the article is taken, if there is one.

    >>> read("= A Party =\n\nA Party\n- Foundation: 1999\n").infobox.rows[1].value.text
    '1999'

    Raises:
        InputError: it cannot be read as an article; the message has file, line and remedy.
    """
    if isinstance(source, str) and "\n" not in source and "\r" not in source:
        source = Path(source)
    if isinstance(source, Path):
        data, file = _bytes(source), str(source)
        label = name or source.name
        record = sources.beside(source) if record is None else record
    else:
        data = source.encode("utf-8", errors="surrogatepass") if isinstance(source, str) else source
        label = file = name or "-"
    text = decoding.decode(data, file)
    digest = hashlib.sha256(data).hexdigest()
    article = _article(text, sources.read(record, label, digest), file)
    stated = sources.subject(record, label)
    return article if stated in (None, article.subject) else replace(article, subject=stated)


def read_all(path: Path | str) -> Iterator[Article | InputError]:
    """Read every article below a path, in a fixed order; one that cannot be read comes as its error.

    A folder gives its article files (also those of its folders) in the order of their names; a JSON Lines file one
    article per record, see :func:`read_records`; a dump its pages;
    ``-`` the article on standard input.
    """
    if str(path) == "-":
        yield _tried(sys.stdin.buffer.read(decoding.MAX_BYTES + 1), "-")
        return
    path = Path(path)
    if path.is_dir():
        yield from _folder(path)
    elif path.name.endswith(RECORD_SUFFIXES):
        yield from (found for _, found in read_records(path))
    elif path.name.endswith(DUMP_SUFFIXES):
        yield from _dump(path)
    else:
        yield _tried(path, None)


def _tried(source: Path | bytes, name: str | None, record: Mapping[str, str] | None = None) -> Article | InputError:
    try:
        return read(source, name=name, record=record)
    except InputError as error:
        return error


def _bytes(path: Path) -> bytes:
    try:
        decoding.refuse_size(path.stat().st_size, str(path))
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot read the article: {error.strerror}", where=Place(str(path)), remedy="Check the path"
        ) from error


def _article(text: str, source: Source, file: str) -> Article:
    if plaintext.is_plain(text) and "{{Infobox" not in text[:4000]:
        return plaintext.read(text, source, file)
    if any(mark in text for mark in WIKI_MARKS):
        from partygraph.readers import wikitext

        return wikitext.read(text, source)
    return plaintext.read(text, source, file)


def _folder(path: Path) -> Iterator[Article | InputError]:
    files = sorted(file for file in path.rglob("*") if file.name.endswith(ARTICLE_SUFFIXES) and file.is_file())
    if not files:
        yield InputError(
            "no article in this folder",
            where=Place(str(path)),
            remedy=f"Articles are files that end in {', '.join(ARTICLE_SUFFIXES)}",
        )
    for file in files:
        yield _tried(file, None)


def _dump(path: Path) -> Iterator[Article | InputError]:
    from partygraph.readers import dump

    yield from dump.read(path)


def read_records(path: Path) -> Iterator[tuple[Mapping[str, Any], Article | InputError]]:
    """Read a JSON Lines file (``.gz``, too), and give each record with its article, or with its error.

    The article is that of the record's ``text``, or of its ``infobox`` (key to wikitext) and ``title``; ``url``,
    ``revision`` and the other keys of a source record are taken over. The record is empty where it is no JSON object.
    """
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            for number, line in enumerate(iter(lambda: file.readline(LONGEST_RECORD + 1), b""), 1):
                where = Place(str(path), number)
                if len(line) > LONGEST_RECORD:
                    yield {}, ArticleError("a record is too long", where=where, remedy="Give each article its own file")
                    return
                if line.strip():
                    found = _parsed(line, where)
                    if isinstance(found, InputError):
                        yield {}, found
                    else:
                        yield found, _record(found, path, where)
    except (OSError, EOFError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        yield {}, InputError(f"cannot read the records: {problem}", where=Place(str(path)), remedy="Check the path")


def _parsed(line: bytes, where: Place) -> dict[str, Any] | InputError:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        return InputError(f"not a JSON record: {error}", where=where, remedy="Write one JSON object on each line")
    if isinstance(found, dict):
        return found
    return ArticleError("a record is no JSON object", where=where, remedy="Give it 'text', or 'infobox' and 'title'")


def _record(found: Mapping[str, Any], path: Path, where: Place) -> Article | InputError:
    text = text_of(found)
    if text is None:
        return ArticleError(
            "a record without an article", where=where, remedy="Give it 'text', or 'infobox' and 'title'"
        )
    slug = str(found.get("slug") or found.get("title") or f"{path.stem}-{where.line}")
    facts = {key: str(found[key]) for key in sources.KEYS if key != "sha256" and found.get(key)}
    try:
        return read(text.encode("utf-8", errors="surrogatepass"), name=slug, record=facts)
    except PartygraphError as error:
        return InputError(error.what, where=where, remedy=error.remedy)


def text_of(record: Mapping[str, Any]) -> str | None:
    """Return a record's article; an infobox given by its keys is written as the template that it came from."""
    if isinstance(record.get("text"), str):
        return str(record["text"])
    infobox = record.get("infobox")
    if not isinstance(infobox, dict) or not infobox:
        return None
    template = str(record.get("template") or "Infobox political party")
    rows = "".join(f"| {key} = {value}\n" for key, value in infobox.items())
    return f"{{{{{template}\n{rows}}}}}\n"
