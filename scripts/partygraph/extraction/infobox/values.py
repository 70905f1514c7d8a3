"""Readers of infobox values, one for each range of a predicate: a field in, statements and leftovers out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from partygraph.extraction.infobox import inarow
from partygraph.extraction.infobox import items as infobox_items
from partygraph.extraction.infobox.fields import KINDS, Field, Reading, Readings, entity, pairs, refused
from partygraph.extraction.infobox.figures import counts, dated, seats
from partygraph.extraction.infobox.items import Item, Rest
from partygraph.extraction.infobox.names import names_of, native_names
from partygraph.extraction.infobox.places import addresses_of, places
from partygraph.extraction.infobox.spectrum import spectrum
from partygraph.extraction.infobox.texts import colour_codes, pictures, texts, web
from partygraph.model import Datatype, Entity, Kind, Literal, Span, Status
from partygraph.rules import labels, lexicon
from partygraph.values import lists, names, remarks

_NO_PERSON = re.compile(r"[0-9():]|^(?:Disputed|Possibly|Various|Members?|List|Full list)\b|[a-z]{3}\.$")
_BODY_END = re.compile(r"\b(?:Party|Movement|League|Union|Alliance|Front|Coalition|Congress|Federation)$")
_AND = re.compile(r"\s+(?:and|&)\s+")
_NOTE = re.compile(r"\{\{\s*(?:efn|refn|notetag|note)\s*\|(?P<note>[^{}]{1,200})\}\}", re.IGNORECASE)
_YEAR_ITEM = re.compile(r"^(?:in |since |from |until )?[0-9]{4}(?:[–-][0-9]{2,4})?$")
_FACTION = re.compile(
    r"\b(?:faction|wing|current|minorit|majorit|era|tendency|members|elements|some|part)", re.IGNORECASE
)
_WORLD = re.compile(r"\b(?:International|World|Nations)\b")
ORGANISATION_CLASSES = ("party-noun", "movement-noun", "organisation-noun", "worker-noun")


def read(field: Field) -> list[Reading | Rest]:
    """Read a field with the reader of its predicate's range."""
    return list(READERS[field.range](field))


def organisations(field: Field) -> Readings:
    """Read bodies: parties, federations, wings, predecessors."""
    point = "period" if field.predicate.startswith(("affiliation", "alliance")) else "year"
    free = "scope" if field.predicate.startswith("affiliation") else "note"
    items, rest = infobox_items.read(field.view)
    yield from rest
    for item in (part for whole in _with_years(items) for part in _bodies(whole)):
        item = infobox_items.spelled_out(item)
        problem = refused(item)
        if problem:
            yield problem
            continue
        if '"' in item.name or len(item.name) > 110:
            yield Rest(item.whole, "not-a-name", item.name)
            continue
        extra: remarks.Pairs = ()
        if field.title and field.rule.title_as == "title":
            extra = (("title", Literal(_shown_title(field))),)
        yield Reading(
            entity(item, KINDS[field.range]),
            item.whole,
            (*extra, *pairs(item, point=point, free=free)),
            item.status,
            _kind_of(field, item),
        )


def people(field: Field) -> Readings:
    """Read persons: officers with their role and period, founders; a founder may be a body, too."""
    items, rest = infobox_items.read(field.view)
    yield from rest
    for whole in items:
        for item in (one for some in _persons(whole) for one in _in_a_row(some, field)):
            problem = refused(item)
            if problem:
                yield problem
            elif field.predicate == "founder" and is_organisation(item.name):
                found = entity(item, Kind.ORGANISATION)
                yield Reading(found, item.whole, pairs(item), item.status, "foundingOrganisation")
            elif len(item.name) > 70 or len(item.name.split()) > 9 or _NO_PERSON.search(item.name):
                yield Rest(item.whole, "not-a-name", item.name)
            else:
                meant = _kind_of(field, item)
                about = _office(field, item) if meant in ("", "leader") else pairs(item)
                yield Reading(entity(item, Kind.PERSON), item.whole, about, item.status, meant)


def concepts(field: Field) -> Readings:
    """Read ideologies and religions."""
    items, rest = infobox_items.read(field.view, concepts=True)
    yield from rest
    for item in items:
        problem = refused(item, lower=True)
        if problem:
            yield problem
        elif len(item.name) > 90 or '"' in item.name or item.name.endswith("."):
            yield Rest(item.whole, "not-a-name", item.name)
        else:
            free = "scope" if any(_FACTION.search(note) for note in item.notes) else "note"
            status = item.status
            if item.name[0].islower() and field.article.form == "plain":
                # Labels spilled without their targets begin so; what they name cannot be told for sure.
                status = Status.CANDIDATE
            yield Reading(entity(item, Kind.CONCEPT), item.whole, pairs(item, point="period", free=free), status)


def is_organisation(name: str) -> bool:
    """Tell whether a name is that of a body, by its words.

    >>> is_organisation("Communist Party of Italy"), is_organisation("Palmiro Togliatti")
    (True, False)
    """
    words = [word.strip(".,()").lower() for word in name.split()]
    nouns = [word for kind in ORGANISATION_CLASSES for word in words if word in lexicon.words(kind)]
    return bool(nouns) and (len(words) > 2 or words[-1] in nouns)


# --------------------------------------------------------------------------- what the readers share


def _with_years(items: list[Item]) -> list[Item]:
    """Give a year that stands as an item of its own ("MAS, 1988") to the item before it."""
    found: list[Item] = []
    for item in items:
        if found and _YEAR_ITEM.match(item.name):
            before = found.pop()
            whole = Span(before.whole.start, item.whole.end)
            item = replace(before, whole=whole, notes=(*before.notes, item.name))
        found.append(item)
    return found


def _without_letters(name: str) -> str:
    """Return a person's name without the letters of an office or honour behind it ("Ann Lee MP", "Ann Lee, OBE")."""
    bare, _, last = name.rpartition(" ")
    return bare.rstrip(",") if bare and last.isupper() and last.lower() in lexicon.words("post-nominal") else name


def _persons(item: Item) -> list[Item]:
    """Cut "Ann Bee and Carl Dee" in two, and take off what stands before a colon."""
    name = _without_letters(item.name)
    body, colon, person = name.partition(": ")
    if colon and names.is_person(person):
        return [replace(item, name=person, notes=(*item.notes, body))]
    spans = names.people(name)
    if len(spans) == 1 or item.link:
        return [replace(item, name=name)]
    return [replace(item, name=name[a:b], link=None, label="") for a, b in spans]


def _in_a_row(item: Item, field: Field) -> list[Item]:
    """Cut "Ann Bee Carl Dee" in two, where the sentences know both."""
    found = inarow.persons(item.name, field.article) if not item.link else (item.name,)
    return [replace(item, name=name) for name in found]


def _bodies(item: Item) -> list[Item]:
    """Cut "Radical Party and Social Democracy Party" in two; "Union of Farmers and Workers" is one."""
    parts = _AND.split(item.name)
    if len(parts) != 2 or item.link or not all(_BODY_END.search(part) and len(part.split()) > 1 for part in parts):
        return [item]
    return [replace(item, name=part) for part in parts]


def _office(field: Field, item: Item) -> tuple[tuple[str, Entity | Literal], ...]:
    if field.predicate != "leader":
        return pairs(item)
    role = field.rule.role
    if field.title:
        role = _shown_title(field)
    found: list[tuple[str, Entity | Literal]] = [("role", Literal(role))] if role else []
    found += list(pairs(item)) + [pair for pair in _footnote(field, item) if pair not in found]
    if any(name == "end" for name, _ in found):
        found.append(("current", Literal("false", Datatype.BOOLEAN)))
    return tuple(found)


def _footnote(field: Field, item: Item) -> remarks.Pairs:
    """Read a footnote behind a name that is nothing but a standing or a period ("Acting since 4 April 2023.")."""
    ends = (item.whole.end, item.span.end)
    if not any(mark.kind == "note" and mark.span.start in ends for mark in field.view.marks):
        return ()
    start = field.view.span(item.span.start, item.span.end).end
    found = _NOTE.match(field.article.text, start, field.row.span.end)
    if not found:
        return ()
    text = found["note"].rpartition("|")[2].strip(" .")
    return remarks.read(text) if remarks.known(text) else ()


def _shown_title(field: Field) -> str:
    assert field.title
    text = re.sub(r"\s+", " ", field.title.value.text).strip(" :")
    parts = [text[start:end] for start, end in lists.split(text)]
    if len(parts) == 2 and not field.title.value.links:
        prefix = re.match(r"(.*\b(?:in|of) (?:the )?)(.+)", parts[0])
        target = prefix[2] if prefix else parts[0]
        if labels.is_pair(target, parts[1]) or labels.undisambiguated(target) == parts[1]:
            return (prefix[1] if prefix else "") + parts[1]
    return re.sub(r"\s*\(s\)$", "", text)


def _kind_of(field: Field, item: Item) -> str:
    """Return the predicate that the title of a value, or the name of a larger body, tells more exactly than the key."""
    if field.predicate == "affiliationOther" and not field.rule.title_key and _WORLD.search(item.name):
        return "affiliationInternational"
    return field.rule.meant_by(field.title.value.text) if field.title else ""


READERS: Mapping[str, Callable[[Field], Readings]] = MappingProxyType(
    {
        "Address": addresses_of,
        "Body": seats,
        "ColourCode": colour_codes,
        "Count": counts,
        "Date": dated,
        "File": pictures,
        "Ideology": concepts,
        "Name": names_of,
        "NativeName": native_names,
        "Organ": organisations,
        "Organisation": organisations,
        "Party": organisations,
        "Person": people,
        "Place": places,
        "Position": spectrum,
        "Religion": concepts,
        "Text": texts,
        "Url": web,
    }
)
"""The reader of each range."""
