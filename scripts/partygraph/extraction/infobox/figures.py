"""Readers of dates, member counts and seats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from partygraph.extraction.infobox.fields import Field, Reading, Readings
from partygraph.extraction.infobox.items import Rest
from partygraph.model import Datatype, Entity, Kind, Literal, Span, Status
from partygraph.rules import labels
from partygraph.values import dates, lists, names, numbers, remarks

ABSENT = Literal("absent")
TRUE = Literal("true", Datatype.BOOLEAN)

_AS_TAIL = re.compile(r"\s*(?:as|under)\s+(?:an?\s+|the\s+)?(?P<as>[^,;()\n]{2,80})")
_FATE = re.compile(
    r"^(?:merged|joined|split|absorbed|banned|suspended|deregistered|altered|officially|at )", re.IGNORECASE
)
_REFOUNDED = re.compile(
    r"\b(?:re-?(?:founded|foundation|formed|established|establishment|organi[sz]ed|launched|registered|constituted)|revival|revived)\b"
)
_CITATION = re.compile(r"(?:sfn|efn|refn|cite .*|citation|ref|r|harvnb)(?:-\w+)?\s*(?=,|$)", re.IGNORECASE)
_COUNTED = re.compile(
    r"^\s*(?:\+|(?:registered |enrolled |paying |active |full )?"
    r"(?:members?|membership|voters|supporters|people|persons|activists))?\s*$",
    re.IGNORECASE,
)
_TALLY = re.compile(
    r"(?P<held>[0-9][0-9,]*)\s*(?:/|of|out of)\s*(?P<total>[0-9][0-9,]*)(?!\s*[–-]?\s*[0-9])", re.IGNORECASE
)
_PEAK = re.compile(
    r"^(?:the\s+)?(?:most|peak|max(?:imum)?|highest|largest|best|record)\s*"
    r"(?:(?:number of\s+)?seats?|ever|result)?\s*(?:held\s+)?(?:in\s+(?:the\s+)?)?(?=\S)"
    r"|\s*\((?:peak|highest|maximum|at peak)[^)]*\)$",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"[a-z]|(?:Councils?|Assembl\w+|Parliaments?|Seats?|Offices?|Legislatures?|Houses?|Governments?)$")
_LEAST = re.compile(r"^(?:fewest|least|lowest|minimum)\s+(?:seats\s+in\s+(?:the\s+)?)?", re.IGNORECASE)
_SEATS_IN = re.compile(r"^(?:seats|members) (?:in|of) (?:the )?(?=[A-Z])", re.IGNORECASE)


# --------------------------------------------------------------------------- dates


def dated(field: Field) -> Readings:
    """Read dates; each with the name or form that stands behind it ("1995 (de facto)", "2001 (as X)")."""
    found = dates.find_in_field(field.text)
    if not found:
        reason = "placeholder" if names.is_placeholder(field.text) else "not-a-date"
        yield Rest(Span(0, len(field.text)), reason, field.text)
        return
    brackets = lists.brackets(field.text)
    top = [one for one in found if not any(bracket.contains(one.span) for bracket in brackets)]
    chosen = top or list(found)
    ends = [*(one.span.start for one in chosen[1:]), len(field.text)]
    readings = [reading for one, end in zip(chosen, ends, strict=True) for reading in _date(field, one, end)]
    yield from _best(readings)


def _best(readings: list[Reading]) -> Readings:
    """Leave out a date without remark that another one says better: with a remark, or to the day."""
    remarked = {_lexical(reading) for reading in readings if reading.pairs}
    lexicals = [_lexical(reading) for reading in readings]
    precise = {lexical[:length] for lexical in lexicals for length in (4, 7) if len(lexical) > length}
    seen: set[str] = set()
    for reading in readings:
        lexical = _lexical(reading)
        if not reading.pairs and not reading.predicate and (lexical in remarked | precise | seen):
            continue
        seen.add(lexical)
        yield reading


def _lexical(reading: Reading) -> str:
    return reading.object.lexical if isinstance(reading.object, Literal) else ""


def _date(field: Field, one: dates.Dated, until: int) -> Iterator[Reading]:
    notes, end = _behind(field, one.span.end, until)
    span = Span(one.span.start, end)
    predicate = (
        "refounded" if field.predicate == "founded" and any(_REFOUNDED.search(n.lexical) for _, n in notes) else ""
    )
    if predicate:
        notes = tuple(pair for pair in notes if not _REFOUNDED.search(pair[1].lexical))
    if one.shape == "point" and one.first:
        status = Status.CANDIDATE if one.first.bound else Status.ASSERTED
        yield Reading(one.first.literal(), span, _approximate(one.first, notes), status, predicate)
        return
    # A period or an alternative is no date: both ends stay candidates, and the words are kept.
    said = ("note", Literal(field.text[one.span.start : one.span.end]))
    for date in (one.first, one.last):
        if date:
            yield Reading(date.literal(), span, (*notes, said), Status.CANDIDATE, predicate)


def _approximate(date: dates.Date, notes: remarks.Pairs) -> remarks.Pairs:
    extra = [("note", Literal(f"{date.bound} {date.lexical}"))] if date.bound else []
    extra += [("note", Literal(date.part))] if date.part else []
    return (*notes, *extra)


def _behind(field: Field, start: int, until: int) -> tuple[remarks.Pairs, int]:
    """Read what stands behind a date: brackets, or "as X"."""
    text = field.text
    found: list[tuple[str, Literal]] = []
    end = start
    tail = _AS_TAIL.match(text, start, until)
    if tail:
        found.append(("as", Literal(tail["as"].strip())))
        end = tail.end("as")
    for bracket in lists.brackets(text[end:until]):
        if text[end : end + bracket.start].strip(" ,;") or text[end + bracket.start] not in "([":
            break
        inner = text[end + bracket.start + 1 : end + bracket.end - 1].strip()
        found += [_remark(pair) for pair in remarks.read(inner, free="as") if pair not in found]
        end += bracket.end
        break
    kept = tuple(pair for pair in found if pair[1].lexical and not names.is_placeholder(pair[1].lexical))
    return kept, end


def _remark(pair: tuple[str, Literal]) -> tuple[str, Literal]:
    """A date beside a date, or what became of the party, is a remark and no name that it had."""
    name, value = pair
    if name in ("year", "asOf", "start", "end") or (name == "as" and _FATE.match(value.lexical)):
        return "note", Literal(value.lexical)
    return pair


# --------------------------------------------------------------------------- members


def counts(field: Field) -> Readings:
    """Read member counts, each with its year; a number is only read where nothing but its unit follows."""
    read_any = False
    for span in lists.split(field.text):
        if _CITATION.match(field.text, span.start, span.end):
            yield Rest(Span(span.start, len(field.text)), "template-debris", field.text[span.start :])
            break
        piece = lists.piece(field.text, span)
        text = field.text[piece.name.start : piece.name.end]
        reading = _count(field, text, span, [field.text[a:b] for a, b in piece.notes])
        if reading:
            read_any = True
            yield reading
        else:
            yield Rest(span, "not-a-number", field.text[span.start : span.end])
    if not read_any and not field.text.strip():
        yield Rest(Span(0, len(field.text)), "not-a-number", field.text)


def _count(field: Field, text: str, span: Span, notes: list[str]) -> Reading | None:
    when = dates.find_in_field(text)
    plain = _blank(text, [one.span for one in when if _is_when(text, one)])
    stated = [one for one in when if _is_when(text, one)]
    found = [n for n in numbers.find(plain) if n.unit == "count"]
    if not found or not isinstance(found[0].value, int) or plain[: found[0].span.start].strip(" .:"):
        return None
    number = found[0]
    rest = re.sub(r"\b(?:as of|in|at|on)\b", " ", plain[number.span.end :], flags=re.IGNORECASE)
    if not _COUNTED.match(rest.strip(" .,;()")):
        return None
    pairs: list[tuple[str, Literal]] = []
    for one in stated:
        pairs += remarks.period(one, "figure") if one.shape != "point" else _when(one)
    for note in notes:
        pairs += [pair for pair in remarks.read(note, point="figure") if pair not in pairs]
    if field.year and not any(name in ("year", "asOf", "start") for name, _ in pairs):
        year = dates.find(field.year.value.text)
        if len(year) == 1 and year[0].date:
            pairs += _when(year[0])
    approximate = number.approximate or bool(number.bound) or number.upper is not None or rest.strip().startswith("+")
    if approximate:
        pairs.append(("approx", TRUE))
    if number.upper is not None or number.bound:
        pairs.append(("note", Literal(text[number.span.start : number.span.end])))
    if "voters" in rest:
        pairs.append(("kind", Literal("registered voters")))
    value = Literal(str(number.value), Datatype.NON_NEGATIVE, approximate=approximate)
    return Reading(value, span, tuple(pairs))


def _when(one: dates.Dated) -> list[tuple[str, Literal]]:
    if not one.date:
        return []
    return [("year" if one.date.precision == "year" else "asOf", one.date.literal())]


def _is_when(text: str, one: dates.Dated) -> bool:
    """Tell the date of a count from a count that looks like a year ("1900 members" stands first)."""
    return text[: one.span.start].strip() != ""


def _blank(text: str, spans: list[Span]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


# --------------------------------------------------------------------------- seats


def seats(field: Field) -> Readings:
    """Read a tally of seats: the body from the title, the numbers from the value; no number is absent, never 0."""
    body, qualifiers = _body(field)
    if body is None:
        yield Rest(Span(0, len(field.text)), "title-without-value", "seats in no named body")
        return
    pairs: list[tuple[str, Entity | Literal]] = list(_tally(field.text))
    pairs += [pair for pair in qualifiers if pair not in pairs]
    yield Reading(body, Span(0, len(field.text)), tuple(pairs))


def _body(field: Field) -> tuple[Entity | None, remarks.Pairs]:
    if not field.title:
        return (Entity(field.rule.role, Kind.BODY), ()) if field.rule.role else (None, ())
    return body_of(field.title.value.text, [(link.span, link.target) for link in field.title.value.links])


def body_of(title: str, links: list[tuple[Span, str]]) -> tuple[Entity | None, remarks.Pairs]:
    """Return the body that a title names, with ``max`` where the title speaks of a peak.

    Members stand for the body that they alone sit in, and are kept as its label.

    >>> body_of("Most MKs", [])[0].name
    'Knesset'
    """
    text = re.sub(r"\s+", " ", title).strip(" :")
    pairs: list[tuple[str, Literal]] = []
    cleaned = _PEAK.sub("", text)
    if cleaned != text:
        pairs.append(("max", TRUE))
    elif _LEAST.match(text):
        cleaned = _LEAST.sub("", text)
        pairs.append(("status", Literal("fewest")))
    cleaned = _SEATS_IN.sub("", cleaned).strip()
    linked = [(span, target) for span, target in links if span.end <= len(title)]
    link = None
    if len(linked) == 1 and title[linked[0][0].start : linked[0][0].end].strip():
        span, link = linked[0]
        if pairs:
            cleaned = title[span.start : span.end].strip() if span.end - span.start > 3 else cleaned
    parts = [cleaned[a:b] for a, b in lists.split(cleaned)]
    if len(parts) == 2 and not links:
        if _spilled(parts[0], parts[1]):
            cleaned, link = parts[1], parts[0]
        elif _BROKEN.match(parts[1]):
            cleaned = " ".join(parts)
    if not names.is_name(cleaned) or labels.is_debris(cleaned):
        return None, ()
    if not link and cleaned in labels.bodies():
        pairs.append(("label", Literal(cleaned)))
        cleaned = labels.bodies()[cleaned]
    return Entity(cleaned, Kind.BODY, link), tuple(pairs)


def _spilled(target: str, label: str) -> bool:
    return labels.is_pair(target, label) or labels.undisambiguated(target) == label


def _tally(text: str) -> Iterator[tuple[str, Literal]]:
    span = Span(0, len(text))
    piece = lists.piece(text, span)
    name = text[piece.name.start : piece.name.end]
    tally = _TALLY.search(name)
    rest = name
    if tally:
        held, total = (int(tally[key].replace(",", "")) for key in ("held", "total"))
        if held <= total:
            yield "held", _count_literal(held)
            yield "total", _count_literal(total)
            rest = name[: tally.start()] + name[tally.end() :]
        else:
            yield "held", ABSENT
    else:
        when = dates.find(name)
        plain = _blank(name, [one.span for one in when if name[: one.span.start].strip()])
        found = re.match(r"\s*([0-9][0-9,]{0,8})(?![\w%.])", plain)
        if found:
            yield "held", _count_literal(int(found[1].replace(",", "")))
            rest = name[found.end() :]
        else:
            yield "held", ABSENT
    notes = [text[a:b] for a, b in piece.notes]
    for extra in [rest, *notes]:
        yield from _circumstance(extra)


def _circumstance(text: str) -> Iterator[tuple[str, Literal]]:
    plain = re.sub(r"^\W*(?:as of|in|at|seats?|members?|MPs)?\W*", "", text.strip(), flags=re.IGNORECASE).strip(" ,.;")
    if not plain or labels.is_debris(plain):
        return
    for name, value in remarks.read(plain, point="asOf", free="note"):
        yield ("asOf" if name == "year" else name), value


def _count_literal(number: int) -> Literal:
    return Literal(str(number), Datatype.NON_NEGATIVE)
