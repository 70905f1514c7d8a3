"""The items of an infobox value: names with their links, the brackets behind them, and the heading they stand under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from partygraph.model import Link, Span, Status, View
from partygraph.rules import labels
from partygraph.values import lists, names, remarks

_CURRENT = frozenset({"current", "currently", "present", "now", "today", "modern"})
_INLINE_HEADING = re.compile(r"([^\W\d_][\w /&'’–-]{2,40}|[0-9]{4}s?(?:\s?[–-]\s?[0-9]{2,4}|[–-])?)\s*:\s+(?=\S)")
_BULLET = re.compile(r"^(?:[*•·#–-]+\s*|(?:and|&)\s+)+", re.IGNORECASE)
_RUN_ON = re.compile(r"\)\s+(?=[^\W\d_][^()]+\([^()]*\))")
_TRAILING = re.compile(r"\s+(?:list|coalition|alliance|bloc|group|party|movement)$")
_JOINT = re.compile(r"\s+(?:and|&|or)\s+|\s*[/+]\s*")
_BEGINS = re.compile(r"\s+(?=[^\W\d_a-z])")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?){2,8}$")
_IN_A_COUNTRY = re.compile(r"^[^\W\d_a-z][\w -]*(?:ism|cy|ics) in (?:the )?[^\W\d_a-z][\w ]+$")
_TWO = re.compile(r"^([^\W\d_]{5,})s and [^\W\d_]{4,}s$")
_ENTITY = re.compile("&(?:nbsp|#160);|\u00a0")
_IN = re.compile(r"^(?:politics|(?:in|of) (?:the )?[^\W\d_].*|\(.*\))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rest:
    """A stretch of a value that becomes no fact, and why."""

    span: Span
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: the name as it is to be shown, and where it stands.

    ``span`` is the name's, ``whole`` has the brackets behind it (and the spilled link target before it), too. ``link``
    is the page linked, ``label`` the text shown where the name is another. ``notes`` are the texts in brackets,
    ``scope`` the qualifiers of the heading above.
    """

    name: str
    span: Span
    whole: Span
    link: str | None = None
    label: str = ""
    notes: tuple[str, ...] = ()
    scope: remarks.Pairs = ()
    status: Status = Status.ASSERTED


def read(view: View, *, concepts: bool = False) -> tuple[list[Item], list[Rest]]:
    """Cut a value into its items.

    With ``concepts`` a label that is the title of another page gives way to the title of its own page: "Progressivism"
    that links to "Progressivism in the United States" is not the concept that the page Progressivism is about.
    """
    rest: list[Rest] = []
    items: list[Item] = []
    scope: remarks.Pairs = ()
    for span in (part for whole in _spans(view) for part in _run_on(view.text, whole)):
        heading_text, span = heading(view, span)
        if heading_text is not None:
            scope = scope_of(heading_text)
            if span.start == span.end:
                rest.append(Rest(Span(span.start - len(heading_text) - 1, span.end), "list-title", heading_text))
                continue
        text = view.text[span.start : span.end]
        if labels.is_debris(text):
            rest.append(Rest(span, "template-debris", text))
            continue
        found = _item(view, span, scope)
        if items and _continues(view, items[-1], found):
            items[-1] = replace(
                items[-1],
                name=f"{items[-1].name} {found.name}",
                whole=Span(items[-1].whole.start, found.whole.end),
                notes=(*items[-1].notes, *found.notes),
            )
        elif found.name or not found.notes:
            items.append(found)
        elif items and not items[-1].notes:
            items[-1] = replace(items[-1], notes=found.notes, whole=Span(items[-1].whole.start, found.whole.end))
        else:
            rest.append(Rest(span, "not-understood", text))
    return list(_undoubled(view, items, rest, concepts)), rest


def _continues(view: View, item: Item, after: Item) -> bool:
    """Tell whether an item is the rest of the one before, which a line break cut ("Ashkenazi Haredi, interests")."""
    if not after.name or not after.name[0].islower() or after.link or item.notes:
        return False
    if "\n" in view.text[item.whole.end : after.whole.start]:
        return len(after.name.split()) <= 3
    return after.name in ("interests", "minority interests", "rights", "nationalism", "politics")


def _spans(view: View) -> Iterator[Span]:
    text = view.text
    linked = [link.span for link in view.links]
    if any(mark.kind == "item" for mark in view.marks):
        for line in lists.split(text, whole=linked, separators=frozenset("\n•·")):
            for part in _ended(view, line):
                for piece in _linked_apart(text, part, linked):
                    yield from _joined_apart(view, piece)
        return
    pieces = [part for piece in lists.split(text, whole=linked) for part in _ended(view, piece)]
    at = 0
    while at < len(pieces):
        known = _comma_name(text, pieces[at]) if not linked else None
        last = at
        while known and last + 1 < len(pieces) and pieces[last + 1].start < known.end:
            last += 1
        yield from _joined_apart(view, Span(pieces[at].start, pieces[last].end))
        at = last + 1


def _ended(view: View, span: Span) -> Iterable[Span]:
    """Cut at a footnote behind a link where a new sentence or link begins: a footnote ends what it belongs to."""
    if not view.links:
        return (span,)
    ends = {link.span.end for link in view.links}
    notes = [mark.span.start for mark in view.marks if mark.kind == "note" and span.start < mark.span.start < span.end]
    behind = sorted({len(view.text[:at].rstrip()) for at in notes})
    cuts = [at for at in behind if at in ends and _BEGINS.match(view.text, at)]
    bounds = [span.start, *cuts, span.end]
    return [trimmed(view.text, Span(a, b)) for a, b in pairwise(bounds)]


def _run_on(text: str, span: Span) -> Iterable[Span]:
    """Split "Ann Bee (first) Carl Dee (last)", where nothing but the brackets part the items."""
    if text[span.end - 1] != ")":
        return (span,)
    part = text[span.start : span.end]
    cuts = [found.end() for found in _RUN_ON.finditer(part)]
    if not cuts:
        return (span,)
    ends = [0, *cuts, len(part)]
    return [trimmed(text, Span(span.start + a, span.start + b)) for a, b in pairwise(ends)]


def _linked_apart(text: str, line: Span, linked: list[Span]) -> Iterable[Span]:
    """Split a line of an explicit list at commas only where each part has a link of its own."""
    inside = [link for link in linked if line.contains(link)]
    if len(inside) < 2:
        return (line,)
    whole = [Span(link.start - line.start, link.end - line.start) for link in inside]
    parts = [
        Span(line.start + part.start, line.start + part.end)
        for part in lists.split(text[line.start : line.end], whole=whole)
    ]
    return parts if all(any(part.contains(link) for link in inside) for part in parts) else (line,)


def _joined_apart(view: View, piece: Span) -> Iterable[Span]:
    """Split "[[A]] and [[B]]", where the joint is all between the links, and nothing but brackets stands beside them.

    "[[Direct democracy|Direct]] and [[participatory democracy]]" stays whole: its first label is half a name.
    """
    links = [link for link in view.links if piece.contains(link.span)]
    if any(
        labels.undisambiguated(link.target).startswith(view.text[link.span.start : link.span.end] + " ")
        for link in links
    ):
        return (piece,)
    text, inside = view.text, [link.span for link in links]
    joints = [text[one.end : other.start] for one, other in pairwise(inside)]
    if not joints or inside[0].start != piece.start or not all(_JOINT.fullmatch(joint) for joint in joints):
        return (piece,)
    if not re.fullmatch(r"(?:\s*\([^()]*\))?\s*", text[inside[-1].end : piece.end]):
        return (piece,)
    return [*inside[:-1], Span(inside[-1].start, piece.end)]


def _comma_name(text: str, piece: Span) -> Span | None:
    for name in labels.with_commas().get(text[piece.start : piece.end], ()):
        end = piece.start + len(name)
        if text.startswith(name, piece.start) and (end == len(text) or text[end] in ",;( \n"):
            return Span(piece.start, end)
    return None


def spelled_out(item: Item) -> Item:
    """Give an item that is shown by the initials of the page it links to that page's name, and keep the initials.

    "KAU" that links to "Kenya African Union" is that name; "LPP" that links to "Latvia's First Party" stays, for the
    letters are not those of the title.
    """
    if not item.link or "#" in item.link or not _INITIALS.match(item.name):
        return item
    title = labels.undisambiguated(item.link)
    first = [word[0].casefold() for word in re.findall(r"[^\W_]+(?:['’]s)?", title)]
    letters = item.name.replace(".", "").casefold()
    remaining = iter(first)
    fits = len(first) > 1 and first[0] == letters[0] and first[-1] == letters[-1]
    if not fits or not all(letter in remaining for letter in letters):
        return item
    return replace(item, name=title, label=item.name)


def scope_of(heading: str) -> remarks.Pairs:
    """Return the qualifiers that a heading gives to what stands below it; "Current" gives none."""
    if heading.strip().lower() in _CURRENT:
        return ()
    piece = lists.piece(heading, Span(0, len(heading)))
    found = [heading[piece.name.start : piece.name.end], *(heading[start:end] for start, end in piece.notes)]
    return tuple(pair for text in found for pair in remarks.read(text, point="period", free="scope"))


def trimmed(text: str, span: Span) -> Span:
    """Return a span without the white space and separators at its ends."""
    start, end = span
    while start < end and text[start] in " \t\n,;":
        start += 1
    while end > start and text[end - 1] in " \t\n,;":
        end -= 1
    return Span(start, end)


def heading(view: View, span: Span) -> tuple[str | None, Span]:
    """Tell whether a piece is a heading, or begins with one, and return what is left of the piece."""
    text = view.text[span.start : span.end]
    marked = any(mark.kind == "heading" and mark.span.overlaps(span) for mark in view.marks)
    if text.endswith(":") or (marked and ":" not in text):
        return text.rstrip(": "), Span(span.end, span.end)
    if not view.links and remarks.is_scope(text):
        return text, Span(span.end, span.end)
    inline = _INLINE_HEADING.match(text) if ":" in text else None
    if inline and (marked or remarks.known(inline[1]) or inline[1].lower() in _CURRENT):
        return inline[1], Span(span.start + inline.end(), span.end)
    return None, span


def _item(view: View, span: Span, scope: remarks.Pairs) -> Item:
    text = view.text
    piece = lists.piece(text, span)
    link = _linked(view, piece.name)
    name_span = piece.name
    if link and not piece.name.contains(link.span):
        # The bracket belongs to the link's own label: "[[Fatherland (Estonia)]]".
        name_span = Span(piece.name.start, max(piece.name.end, link.span.end))
    notes = tuple(_note(text[start:end]) for start, end in piece.notes if start >= name_span.end)
    bullet = _BULLET.match(text[name_span.start : name_span.end])
    begin = name_span.start + (bullet.end() if bullet else 0)
    name = names.bare(_ENTITY.sub(" ", text[begin : name_span.end])).strip().removesuffix(" ...")
    target = link.target if link and name_span.overlaps(link.span) else None
    if link and target and _TRAILING.sub("", name) == text[link.span.start : link.span.end]:
        name = text[link.span.start : link.span.end]
    return Item(re.sub(r"\s+", " ", name), Span(begin, name_span.end), span, target, "", notes, scope)


def _linked(view: View, name: Span) -> Link | None:
    """Return the link that says what a name is: the only one, or the one that others only follow after a comma.

    "[[Datuk]] [[Ann Lee]]" is a title and a person: neither page is what the whole name stands for.
    """
    inside = [link for link in view.links if link.span.overlaps(name)]
    if len(inside) < 2 or view.text[inside[0].span.end : inside[1].span.start].strip().startswith(","):
        return inside[0] if inside else None
    return None


def _note(text: str) -> str:
    """Return the text of a bracket; "(Conservatism in Canada, Canadian)" is a link spilled in it: "Canadian"."""
    parts = [text[start:end] for start, end in lists.split(text)]
    kept = [
        part
        for part, after in zip(parts, [*parts[1:], ""], strict=False)
        if not (after and (labels.is_pair(part, after) or "#" in part)) and not labels.is_debris(part)
    ]
    return ", ".join(kept)


# --------------------------------------------------------------------------- links that were spilled


def _undoubled(view: View, items: list[Item], rest: list[Rest], concepts: bool) -> Iterator[Item]:
    at = 0
    while at < len(items):
        item = items[at]
        after = items[at + 1] if at + 1 < len(items) else None
        status = _double(view, item, after) if after and not view.links else None
        if after and status:
            target = _title(view, item)
            rest.append(Rest(Span(item.whole.start, after.span.end), "link-double", f"{after.name} links to {target}"))
            whole = Span(item.whole.start, after.whole.end)
            item = replace(after, link=target, whole=whole, status=status, scope=after.scope or item.scope)
            at += 1
        yield _named(item) if concepts else item
        at += 1


def _title(view: View, item: Item) -> str:
    """Return an item with its brackets, as the title of a page that it may be."""
    return names.bare(view.text[item.span.start : item.whole.end]).lstrip(":").strip()


def _double(view: View, item: Item, after: Item) -> Status | None:
    """Tell whether an item is the target of the link that the next one labels.

    A pair that some article links, or a title whose bracket alone makes the difference, is certain; a label with only
    "in the United States" missing is likely, and stays a candidate.
    """
    title = _title(view, item)
    if not after.name or title == after.name:
        return None
    if labels.is_pair(title, after.name) or "#" in title:
        return Status.ASSERTED
    if title.endswith(")") and labels.undisambiguated(title) == after.name:
        return Status.ASSERTED
    if title.lower().startswith(after.name.lower()) and _IN.match(title[len(after.name) :].strip()):
        return Status.CANDIDATE
    # Nobody shows the title "Abolitionism in the United States"; nor "Barnburners and Hunkers" beside one of the two.
    both = _TWO.match(title)
    if _IN_A_COUNTRY.match(title) or (both and after.name.startswith(f"{both[1]} ")):
        return Status.CANDIDATE
    return None


def _named(item: Item) -> Item:
    """Choose between label and title as the name of a concept.

    The label is what readers see, so it is the name. But where the page is about a special kind of what the label says
    ("Progressivism in the United States", shown as "Progressivism"), and the label is the title of a page of its own
    that other articles link, the label would name that other, wider concept: then the linked page gives the name.
    """
    if not item.link or "#" in item.link:
        return item
    title = labels.undisambiguated(item.link)
    special = title.lower().startswith((f"{item.name} in ".lower(), f"{item.name} of ".lower()))
    if special and labels.is_page(item.name):
        return replace(item, name=title, label=item.name)
    return item
