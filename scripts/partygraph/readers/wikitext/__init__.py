"""Wikitext as it is stored: the infobox, the sections and their sentences, as the same article that plain text gives.

Offsets are into the wikitext. Nothing here expands templates: what a template shows is told by the table of templates,
and a value that only a wiki could look up is left out, with its place and its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from partygraph.model import Article, Infobox, Row, Section, Source, Span, Subject, View
from partygraph.readers import subjects
from partygraph.readers.keys import fold
from partygraph.readers.wikitext import markup as wikimarkup
from partygraph.readers.wikitext import prose as wikiprose
from partygraph.readers.wikitext.markup import Markup, Node
from partygraph.readers.wikitext.prose import Account
from partygraph.readers.wikitext.templatepainting import value

_PARTY = re.compile(r"infobox (?:[a-z-]+ )?(?:political )?(?:party|parties|political alliance|political coalition)")
MOST_ROWS = 20_000
"""Keys of an infobox beyond this one are left out together; real infoboxes have up to 131."""
_DISAMBIGUATION = re.compile(r"\s*\([^()]*\)$")


def read(text: str, source: Source) -> Article:
    """Read a page of wikitext; any text can be read, and costs time in proportion to its length.

    The subject is a party where the page has an infobox of one (the first is read, all others are left out), something
    else where it has another infobox, and is told by its first sentence where it has none.
    """
    page, faults = _whole(wikimarkup.scan(text))
    account = Account(page)
    for start in faults:
        account.leave(Span(start, start + 2), "template-unclosed")
    node = _infobox_node(page)
    infobox = _infobox(page, node, account) if node else None
    sections = wikiprose.read(page, account)
    account.hidden()
    for start in page.unclosed:
        if _begins_infobox(page, start):
            account.leave(Span(start, min(start + 200, len(text))), "template-unclosed")
    title, title_span = _title(source, infobox, sections)
    own = Span(node.start, node.end) if node else None
    debris = [left for left in account.debris if left.evidence.span != own]
    return Article(
        source=source,
        text=text,
        form="wikitext",
        title=title,
        title_span=title_span,
        infobox=infobox,
        sections=sections,
        subject=_subject(infobox, sections, title),
        debris=tuple(sorted(debris, key=lambda left: left.evidence.span)),
    )


# --------------------------------------------------------------------------- infobox


def _whole(page: Markup) -> tuple[Markup, tuple[int, ...]]:
    """Return the page with an infobox that never ends mended, and the places of the brackets at fault."""
    start = next((start for start in page.unclosed if _begins_infobox(page, start)), None)
    return (wikimarkup.mended(page, start) if start is not None else None) or (page, ())


def _begins_infobox(page: Markup, start: int) -> bool:
    return wikimarkup.fold(page.mask[start + 2 : start + 60]).startswith("infobox")


def _infobox_node(page: Markup) -> Node | None:
    """Return the first infobox of a party, else the first of anything."""
    found = list(_infoboxes(page.root, page.mask))
    return next((node for node, name in found if _PARTY.fullmatch(name)), found[0][0] if found else None)


def _infoboxes(parent: Node, mask: str) -> Iterator[tuple[Node, str]]:
    for node in parent.children:
        if node.kind == "{":
            name = wikimarkup.name(node, mask)
            if name.startswith("infobox"):
                yield node, name
                continue
        if node.children:
            yield from _infoboxes(node, mask)


def _infobox(page: Markup, node: Node, account: Account) -> Infobox:
    rows: list[Row] = []
    for part in wikimarkup.parts(node, page.mask):
        start, end = part.start - 1, part.end
        if len(rows) == MOST_ROWS:
            account.leave(Span(start, node.end), "too-many-keys")
            break
        end -= len(page.mask[start:end]) - len(page.mask[start:end].rstrip())
        if part.key is not None:
            key, number = fold(part.key)
            view, vanished = value(page, part)
            rows.append(Row(key, number, part.key, view, Span(start, end)))
            # Holes and unknown templates are marks of the view, which tell the extraction; pictures are no loss.
            account.vanished([one for one in vanished if one.kind == "page" and one.reason != "image"])
        elif page.mask[part.start : part.end].strip(" \t\r\n\x03"):
            account.leave(Span(start, end), "argument-without-key")
    return Infobox(_written_name(page, node), tuple(rows), Span(node.start, node.end))


def _written_name(page: Markup, node: Node) -> str:
    end = node.bars[0] if node.bars else node.end - 2
    return wikimarkup.bare(page.mask[node.start + 2 : end])


# --------------------------------------------------------------------------- the article as a whole


def _subject(infobox: Infobox | None, sections: tuple[Section, ...], title: str) -> Subject:
    lead = _lead(sections)
    first = lead.text if lead else ""
    if infobox is None:
        told = subjects.judge(None, (), first, title)
        return Subject.OTHER if told is Subject.UNKNOWN and first else told
    if not _PARTY.fullmatch(wikimarkup.fold(infobox.template or "")):
        return Subject.OTHER
    # A party's template filled with an election's or a city's keys is a collector's mistake, not a party.
    keys = [row.key for row in infobox.rows]
    told = subjects.judge(None, keys, "")
    return Subject.PARTY if told is Subject.UNKNOWN and first else told


def _lead(sections: tuple[Section, ...]) -> View | None:
    if not sections or sections[0].heading is not None:
        return None
    return next((sentence.view for sentence in sections[0].sentences if sentence.kind == "prose"), None)


def _title(source: Source, infobox: Infobox | None, sections: tuple[Section, ...]) -> tuple[str, Span]:
    """Return the title with the place where it is stated; an article that states none has the source's name."""
    stated = list(_stated_names(infobox, sections))
    if source.title:
        plain = _DISAMBIGUATION.sub("", source.title)
        return source.title, next((span for name, span in stated if name in (source.title, plain)), Span(0, 0))
    if stated:
        return stated[0]
    return source.name.rpartition("/")[2].partition(".")[0].replace("_", " "), Span(0, 0)


def _stated_names(infobox: Infobox | None, sections: tuple[Section, ...]) -> Iterator[tuple[str, Span]]:
    lead = _lead(sections)
    bold = [mark.span for mark in lead.marks if mark.kind == "bold"] if lead else []
    for row in infobox.rows if infobox else ():
        name = row.value.text.partition("\n")[0].strip()
        if row.key in ("name", "party_name") and row.number is None and name:
            yield name, row.value.span(0, len(name))
    for span in bold:
        if lead:
            yield lead.text[span.start : span.end], lead.span(span.start, span.end)


__all__ = ["read"]
