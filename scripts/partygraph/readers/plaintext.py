"""The plain-text form: a title line, infobox lines, the lead, and sections with headings and lists.

::

    = Title =

    The party's name
    - Key: value

    The lead.

    ==Heading==
    A paragraph.

    - a list item

The view of everything is the source itself, so that offsets are plain positions in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from partygraph.errors import ArticleError, Place
from partygraph.model import Article, Infobox, Row, Section, Segment, Sentence, Source, Span, Subject, View
from partygraph.readers import sentences, subjects
from partygraph.readers.keys import fold

OPENING = 16
"""How many sentences and leftover lines may stand before the one that says what the article is about, and it."""
NAME_KEY = "name"
"""The key under which the line above the infobox lines is kept: the infobox's own name of its subject."""

_IS = re.compile(r"\b(?:is|was|were|are) (?:an?|the|one of)\b")
_NOTE = re.compile(r"\[(?:\d{1,3}|[a-z]|note \d{1,2}|citation needed)\]")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|$)")
_TITLE = re.compile(r"\ufeff?[ \t]*=[ \t]*([^=\s](?:.*[^=\s])?)[ \t]*=[ \t]*$")
_HEADING = re.compile(r"[ \t]*(={2,6})[ \t]*(.*?\S)[ \t]*\1[ \t]*$")
_ROW = re.compile(r"-[ \t]+([^:]{1,80}?)[ \t]*:[ \t]*")
_ITEM = re.compile(r"[ \t]*(?:[-*•][ \t]+|\d{1,3}\.[ \t]+)(?=\S)")
_WRAPPED = re.compile(r"[^.!?:;\"”)]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text without its line end."""

    text: str
    start: int
    number: int

    @property
    def span(self) -> Span:
        """Its characters in the source."""
        return Span(self.start, self.start + len(self.text))

    @property
    def blank(self) -> bool:
        """Whether there is nothing on it."""
        return not self.text.strip("\ufeff \t")


def is_plain(text: str) -> bool:
    """Tell whether a text has this form: its first line that is not blank is a title.

    >>> is_plain("= A Party =\\n"), is_plain("{{Infobox political party}}")
    (True, False)
    """
    first = next((line for line in _lines(text) if not line.blank), None)
    return first is not None and _TITLE.match(first.text) is not None


def read(text: str, source: Source, where: str | None = None) -> Article:
    """Read an article; ``where`` is the path that messages show (else the source's name).

    Raises:
        ArticleError: it has no title, two titles, or an infobox line without a key.
    """
    file = where or source.name
    lines = list(_lines(text))
    title = _title(lines, file)
    rest = lines[title.number :]
    infobox, body = _infobox(rest, file)
    found = _TITLE.match(title.text)
    assert found
    start = title.start + (1 if title.text.startswith("\ufeff") else 0)
    sections = tuple(_sections(body, len(text)))
    keys = tuple(row.key for row in infobox.rows) if infobox else ()
    opening = [sentence.view.text for sentence in sections[0].sentences] if sections else []
    body_text = islice((sentence.view.text for section in sections for sentence in section.sentences), OPENING)
    subject = _subject(keys, opening, found[1], " ".join(body_text))
    return Article(
        source=source,
        text=text,
        form="plain",
        title=found[1],
        title_span=Span(start, title.span.end),
        infobox=infobox,
        sections=sections,
        subject=subject,
    )


def _subject(keys: tuple[str, ...], opening: list[str], title: str, text: str) -> Subject:
    """Tell what the article is about: by its infobox, the sentence that says what it is, its first one, its title.

    Where they leave that open, by what the ``text`` of its first sentences calls it.
    """
    lead = _lead(opening, title)
    first = next((text for text in opening if text.strip() != title), "")
    told = (subjects.judge(None, keys, text, title) for text in dict.fromkeys((lead, first)))
    by_title = subjects.by_title(title, " ".join(opening[:OPENING]))
    by_reference = subjects.by_reference(lead, text) if by_title is Subject.UNKNOWN else by_title
    return next((subject for subject in told if subject is not Subject.UNKNOWN), by_reference)


def _lead(opening: list[str], title: str) -> str:
    """Return the sentence that says what the article is about.

    It is the first that says that something is or was something. Before it may stand the name of an infobox without
    lines, a line that leads to articles of the same name, and the rows of a table that a web page left behind.
    """
    told = next((text for text in opening[:OPENING] if _IS.search(text)), "")
    return told or next((text for text in opening if text.strip() != title), "")


def _lines(text: str) -> Iterator[Line]:
    at, number = 0, 1
    while at < len(text):
        found = _LINE.match(text, at)
        assert found
        yield Line(found[1], at, number)
        at, number = found.end(), number + 1


def _title(lines: list[Line], file: str) -> Line:
    titles = [line for line in lines if line.text.lstrip("\ufeff \t").startswith("=") and _TITLE.match(line.text)]
    first = next((line for line in lines if not line.blank), None)
    if not titles or titles[0] is not first:
        raise ArticleError(
            "no title",
            where=Place(file, first.number if first else 1),
            remedy="Begin with a line '= Title ='",
        )
    if len(titles) > 1:
        raise ArticleError(
            f"a second title (the first is on line {titles[0].number})",
            where=Place(file, titles[1].number),
            remedy="Put each article into a file of its own; headings of sections have '==' on both sides",
        )
    return titles[0]


# --------------------------------------------------------------------------- infobox


def _infobox(lines: list[Line], file: str) -> tuple[Infobox | None, list[Line]]:
    """Cut the infobox off the lines below the title: the first block of lines, if it has lines ``- Key: value``.

    Blank lines may stand between the name and the first of them, and a second name, in the party's own language, below
    the first.
    """
    begin, end = _block(lines, 0)
    block = lines[begin:end]
    if len(block) == 1 and not block[0].text.startswith("-"):
        first, last = _block(lines, end)
        if first < last and all(_ROW.match(line.text) for line in lines[first:last]):
            block, end = [*block, *lines[first:last]], last
    dashes = [n for n, line in enumerate(block) if line.text.startswith("-")]
    if not dashes or not _are_names(block[: dashes[0]]) or not any(_ROW.match(block[n].text) for n in dashes):
        return None, lines
    heading = next((n for n, line in enumerate(block) if _HEADING.match(line.text)), len(block))
    named, rows, rest = block[: dashes[0]], block[dashes[0] : heading], [*block[heading:], *lines[end:]]
    found = [_name(line) for line in named] + [_row(line, file) for line in rows]
    return Infobox(None, tuple(found), Span(found[0].span.start, found[-1].span.end)), rest


def _are_names(lines: list[Line]) -> bool:
    """Tell whether lines above an infobox can be names: one line is, and two are where neither is a sentence."""
    return len(lines) < 2 or (len(lines) == 2 and not any(line.text.rstrip().endswith((".", ":")) for line in lines))


def _block(lines: list[Line], at: int) -> tuple[int, int]:
    """Return where the next lines without a blank one between them begin and end."""
    begin = next((n for n in range(at, len(lines)) if not lines[n].blank), len(lines))
    return begin, next((n for n in range(begin, len(lines)) if lines[n].blank), len(lines))


def _name(line: Line) -> Row:
    text = line.text.strip()
    start = line.start + line.text.index(text)
    return Row(NAME_KEY, None, "", View.verbatim(text, start), Span(start, start + len(text)))


def _row(line: Line, file: str) -> Row:
    found = _ROW.match(line.text)
    if not found:
        raise ArticleError(
            "a line of the infobox without a key",
            where=Place(file, line.number),
            remedy="Write it as '- Key: value', or put a blank line between the infobox and the lead",
        )
    value = line.text[found.end() :].rstrip()
    start = line.start + found.end()
    key, number = fold(found[1])
    return Row(key, number, found[1], _value(value, start), Span(line.start, max(start + len(value), start)))


def _value(text: str, start: int) -> View:
    """Make the view of a value, without the marks of footnotes that a rendering leaves: "Ann Lee[a], Bo Chan[1]"."""
    edges = [0, *(edge for found in _NOTE.finditer(text) for edge in found.span()), len(text)]
    shown = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]
    bare = "".join(text[a:b] for a, b in shown)
    if bare == text or not any(letter.isalnum() for letter in bare):
        return View.verbatim(text, start)
    segments, at = [], 0
    for a, b in shown:
        segments.append(Segment(Span(at, at + b - a), Span(start + a, start + b), True))
        at += b - a
    return View(bare, tuple(segments))


# --------------------------------------------------------------------------- prose


def _sections(lines: list[Line], end: int) -> Iterator[Section]:
    heads = [(n, found) for n, line in enumerate(lines) if (found := _HEADING.match(line.text))]
    first = heads[0][0] if heads else len(lines)
    if any(not line.blank for line in lines[:first]):
        yield _section(None, 1, lines[:first], 0, lines[first].start if first < len(lines) else end)
    for number, (n, found) in enumerate(heads, 1):
        stop = heads[number][0] if number < len(heads) else len(lines)
        until = lines[stop].start if stop < len(lines) else end
        yield _section(found[2], len(found[1]), lines[n:stop], number, until)


def _section(heading: str | None, level: int, lines: list[Line], number: int, end: int) -> Section:
    body = lines[1:] if heading is not None else lines
    start = next((line.start for line in lines if not line.blank), lines[0].start)
    found = tuple(_sentences(_paragraphs(body), number))
    return Section(heading, level, Span(start, end), found)


def _paragraphs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Group lines: an item stands alone, lines broken by hand belong together, all others are paragraphs."""
    group: list[Line] = []
    for line in lines:
        wrapped = group and not _ITEM.match(group[-1].text) and len(group[-1].text) > 40
        if wrapped and not line.blank and not _ITEM.match(line.text) and _WRAPPED.search(group[-1].text.rstrip()):
            group.append(line)
            continue
        if group:
            yield group
        group = [] if line.blank else [line]
    if group:
        yield group


def _sentences(paragraphs: Iterable[list[Line]], section: int) -> Iterator[Sentence]:
    for number, lines in enumerate(paragraphs, 1):
        item = _ITEM.match(lines[0].text)
        if item:
            text = lines[0].text[item.end() :].rstrip()
            yield Sentence(View.verbatim(text, lines[0].start + item.end()), (section, number, 1), "item")
            continue
        # Lines broken by hand stay apart by their line end, which is one character or two: read on from the source.
        start = lines[0].start
        text = "".join(
            line.text + " " * ((lines[n + 1].start if n + 1 < len(lines) else line.span.end) - line.span.end)
            for n, line in enumerate(lines)
        )
        for count, (begin, end) in enumerate(sentences.split(text), 1):
            yield Sentence(View.verbatim(text[begin:end], start + begin), (section, number, count))
