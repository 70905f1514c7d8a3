"""Compares each fact of a linked party with Wikidata's statements: agrees, new, differs, only in Wikidata."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlsplit

from partygraph.linking import keys
from partygraph.linking.items import DAY, Item, Statement, Value
from partygraph.linking.mentions import is_subject, setting
from partygraph.model import Entity, Evidence, Extraction, Fact, written
from partygraph.rules.predicates import qualifiers
from partygraph.wikidata.properties import Property, properties, property_of, value_of

DATED = "P585"
PARTED = "P194"
ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/", re.IGNORECASE)
ADDRESS = re.compile(r"https?://|(?:[\w-]+\.)+[a-z]{2,}(?:/|$)", re.IGNORECASE)


class Verdict(StrEnum):
    """What a comparison found."""

    AGREES = "agrees"
    NEW = "new"
    DIFFERS = "differs"
    ONLY_WIKIDATA = "only in Wikidata"
    OPEN = "not comparable"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One fact beside Wikidata's statements, or one statement that no fact has.

    ``ours`` is None where the fact has no value that Wikidata could have (``note`` says why) and where Wikidata alone
    has a statement. ``theirs`` are the statements that agree or differ.
    """

    verdict: Verdict
    item: str
    pid: str
    label: str
    fact: Fact | None
    ours: Value | None
    theirs: tuple[Statement, ...]
    note: str = ""
    conflicts: tuple[str, ...] = ()
    """Properties that the item has, and that Wikidata does not want beside this one."""

    @property
    def evidence(self) -> Evidence | None:
        """The quote to show."""
        return self.fact.evidence[0] if self.fact else None


def subject_of(extraction: Extraction) -> Entity | None:
    """Return the party that the article is about, None if no fact has it as its subject."""
    article = setting(extraction).article
    return next((fact.subject for fact in extraction.facts if is_subject(fact.subject, article)), None)


def compare(extraction: Extraction, item: Item) -> tuple[Comparison, ...]:
    """Compare the facts about the article's party with its item, in the order of the text; theirs alone at the end."""
    subject = subject_of(extraction)
    told = [fact for fact in extraction.facts if fact.subject == subject]
    rows: dict[tuple[str, Value | str, str], Comparison] = {}
    for fact in told:
        row = property_of(fact)
        if row is not None:
            value = value_of(fact, row)
            if _told_better(fact, row, value, told):
                continue
            key = (row.pid, value, _when(fact, row))
            if key not in rows:  # the article may say the same twice: infobox and prose
                found = _compared(fact, row, value, item, _siblings(fact, row, told))
                rows[key] = replace(found, conflicts=tuple(pid for pid in row.conflicts if item.values(pid)))
    ours = tuple(rows.values())
    return (*ours, *_theirs_alone(item, ours))


def agree(ours: Value, theirs: Value) -> bool:
    """Tell whether two values say the same, each as exactly as it can.

    >>> agree(Value("time", "1990-05-09", precision=11), Value("time", "1990", precision=9))
    True
    """
    if ours.kind == "time" and theirs.kind == "time":
        other = theirs.text
        if theirs.precision is None and other.endswith("-01-01") and not ours.text.startswith(other):
            other = other[:-6]  # of a date without a known precision, 1 January is a year
        return ours.text.startswith(other) or other.startswith(ours.text)
    if ours.kind == "quantity" and theirs.kind == "quantity":
        return _number(ours.text) == _number(theirs.text)
    if ours.kind == "text" and theirs.kind == "text":
        return _same_text(ours.text, theirs.text)
    return ours.kind == theirs.kind and ours.text == theirs.text


def _siblings(fact: Fact, row: Property, told: Iterable[Fact]) -> tuple[Value, ...]:
    """Return the article's other values of the same property."""
    return tuple(value for _, value in _of_property(row, fact, told) if isinstance(value, Value))


def _of_property(row: Property, fact: Fact, told: Iterable[Fact]) -> Iterator[tuple[Fact, Value | str]]:
    for other in told:
        theirs = property_of(other)
        if other is not fact and theirs is not None and theirs.pid == row.pid:
            yield other, value_of(other, theirs)


def _told_better(fact: Fact, row: Property, value: Value | str, told: Iterable[Fact]) -> bool:
    """Tell whether a fact of another predicate says it: the town of an address without item, an address with one."""
    for other, theirs in _of_property(row, fact, told):
        if other.predicate == fact.predicate:
            continue
        ours_at, theirs_at = fact.evidence[0].span, other.evidence[0].span
        if isinstance(value, str) and ours_at.start <= theirs_at.start and theirs_at.end <= ours_at.end:
            return True
        if isinstance(theirs, Value) and theirs_at.start <= ours_at.start and ours_at.end <= theirs_at.end:
            return True
    return False


def _compared(fact: Fact, row: Property, value: Value | str, item: Item, siblings: tuple[Value, ...]) -> Comparison:
    stated = tuple(s for s in item.statements if s.property in row.compared and s.rank != "deprecated")
    if isinstance(value, str):
        same = tuple(s for s in stated if isinstance(fact.object, Entity) and _same_name(fact.object, s.value))
        note = f"{value}; Wikidata has an item of this name" if same else value
        return Comparison(Verdict.OPEN, item.qid, row.pid, row.label, fact, None, same, note)
    missing = lacking(fact, row)
    equal = tuple(s for s in stated if agree(value, s.value) and _meets(fact, row, s) is not False)
    if equal and PARTED not in missing:
        return Comparison(Verdict.AGREES, item.qid, row.pid, row.label, fact, value, equal, _finer(value, equal))
    if missing:
        note = row.withheld or f"{row.pid} demands the qualifier {' and '.join(missing)}, which is not known"
        return Comparison(Verdict.OPEN, item.qid, row.pid, row.label, fact, value, (), note)
    limit = next((q for q in fact.qualifiers if q.name in qualifiers() and qualifiers()[q.name].limits), None)
    if row.single and stated and limit is not None:
        note = f"it is said of a part or an event of its own: {limit.name} {written(limit.value)}"
        return Comparison(Verdict.OPEN, item.qid, row.pid, row.label, fact, value, (), note)
    rivals = tuple(s for s in stated if s.property == row.pid and _rival(fact, row, s))
    # What another value of the article agrees with is not contradicted by this one, and one value is all that it takes.
    met = tuple(s for s in rivals if any(agree(other, s.value) for other in siblings))
    rivals = tuple(s for s in rivals if s not in met)
    if row.single and met and not rivals:
        note = "Wikidata has another value that the article gives, too, and the property takes one"
        return Comparison(Verdict.OPEN, item.qid, row.pid, row.label, fact, value, met, note)
    if row.single and rivals and all(_may_be_decade(value, s.value) for s in rivals):
        note = "Wikidata may mean the decade: how exact its date is, is not known"
        return Comparison(Verdict.OPEN, item.qid, row.pid, row.label, fact, value, rivals, note)
    if row.single and rivals:
        return Comparison(Verdict.DIFFERS, item.qid, row.pid, row.label, fact, value, rivals, row.tolerated)
    others = sum(s.property in row.compared for s in stated)
    notes = [f"Wikidata has {others} other"] * bool(others)
    if limit is not None and limit.name not in dict(row.qualifiers):
        notes.append(f"it is said with a limit: {limit.name} {written(limit.value)}")
    return Comparison(Verdict.NEW, item.qid, row.pid, row.label, fact, value, (), "; ".join(notes))


def _rival(fact: Fact, row: Property, statement: Statement) -> bool:
    """Tell whether a statement contradicts the fact: a count of another year or body does not."""
    if statement.value.kind == "unknown":
        return False
    if set(row.required) & {DATED, PARTED}:
        return _meets(fact, row, statement) is True
    return True


def _may_be_decade(ours: Value, theirs: Value) -> bool:
    """Tell whether a year ending in 0, of a date without a known precision, may stand for the decade of ours."""
    if ours.kind != "time" or theirs.kind != "time" or theirs.precision is not None:
        return False
    return re.fullmatch(r"-?\d*0(-01-01)?", theirs.text) is not None and ours.text[:-1].startswith(
        theirs.text.removesuffix("-01-01")[:-1]
    )


def lacking(fact: Fact, row: Property) -> list[str]:
    """Return the qualifiers that tell counts apart (of which year, of which body) and that the fact does not have."""
    known = dict(wikidata_qualifiers(fact, row))
    return [name for name in row.required if name in (DATED, PARTED) and name not in known]


def _meets(fact: Fact, row: Property, statement: Statement) -> bool | None:
    """Tell whether the statement is of the fact's year or body; None where one of them does not tell."""
    ours, theirs = dict(wikidata_qualifiers(fact, row)), dict(statement.qualifiers)
    known = [agree(ours[name], theirs[name]) for name in row.required if name in ours and name in theirs]
    return all(known) if known else None


def wikidata_qualifiers(fact: Fact, row: Property) -> tuple[tuple[str, Value], ...]:
    """Return the fact's qualifiers as Wikidata's, as far as the table has a property for them."""
    found = []
    for ours, theirs in row.qualifiers:
        value = fact.object if ours == "object" else fact.qualifier(ours)
        if isinstance(value, Entity):
            if value.qid:
                found.append((theirs, Value("item", value.qid, value.name)))
        elif value is not None and not value.approximate:
            made = _date(value.lexical)
            if made:
                found.append((theirs, made))
    return tuple(dict(reversed(found)).items())


def _date(lexical: str) -> Value | None:
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", lexical):
        return None
    return Value("time", lexical, precision=9 + lexical.count("-"))


def _when(fact: Fact, row: Property) -> str:
    return repr(wikidata_qualifiers(fact, row)) if row.required else ""


def _finer(value: Value, equal: Iterable[Statement]) -> str:
    if value.kind != "time" or value.precision is None:
        return ""
    known = [s.value.precision or DAY for s in equal if s.value.kind == "time"]
    return "ours is more exact" if known and value.precision > max(known) else ""


def _same_name(entity: Entity, value: Value) -> bool:
    return value.kind == "item" and bool(value.label) and keys.concept(value.label) == keys.concept(entity.name)


def _theirs_alone(item: Item, found: tuple[Comparison, ...]) -> tuple[Comparison, ...]:
    labels = {name: row.label for rows in properties().values() for row in rows for name in (row.pid,)}
    met = {(s.property, s.value) for row in found for s in row.theirs}
    seen: set[tuple[str, Value]] = set()
    rows = []
    for statement in item.statements:
        key = (statement.property, statement.value)
        if statement.property not in labels or key in met or key in seen or statement.rank == "deprecated":
            continue
        seen.add(key)
        name = labels[statement.property]
        rows.append(Comparison(Verdict.ONLY_WIKIDATA, item.qid, statement.property, name, None, None, (statement,)))
    return tuple(rows)


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _same_text(ours: str, theirs: str) -> bool:
    if ADDRESS.match(ours) and ADDRESS.match(theirs):
        (host, path), (other_host, other_path) = _address(ours), _address(theirs)
        return host == other_host and (path == other_path or not path or not other_path)
    return _folded(ours) == _folded(theirs)


def _address(text: str) -> tuple[str, str]:
    """Return host and path of an address, of an archived one the original's; scheme, ``www`` and query do not count."""
    text = ARCHIVED.sub("", text.strip())
    parts = urlsplit(text if "://" in text else f"http://{text}")
    return (parts.hostname or "").removeprefix("www."), parts.path.strip("/").casefold()


def _folded(text: str) -> str:
    """Return a text by which names, files and colours are compared: signs between the words do not count."""
    name = keys.name(text.replace("_", " "))
    return " ".join("".join(sign if sign.isalnum() or unicodedata.combining(sign) else " " for sign in name).split())


def ours_qualifiers(comparison: Comparison) -> tuple[tuple[str, Value], ...]:
    """Return the qualifiers that our side of a comparison has in Wikidata's terms."""
    row = property_of(comparison.fact) if comparison.fact else None
    return wikidata_qualifiers(comparison.fact, row) if comparison.fact and row else ()
