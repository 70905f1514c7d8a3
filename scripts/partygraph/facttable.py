"""The fact table: one readable row for each fact, in the order of the text.

Columns: ``article subject predicate object qualifiers status source start end quote rule qid``. ``start`` and ``end``
are offsets of code points in the article's text, and ``quote`` is exactly those characters. The table is a contract
that scores are computed from: columns and spellings are stable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields

from partygraph import tables
from partygraph.model import Article, Datatype, Entity, Extraction, Fact, Literal, Qualifier

IN_PERCENT = frozenset({"share"})
"""Qualifiers whose number is shown with a percent sign."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact as a row; dates are ISO 8601 with the precision of the text, and ``~`` marks an approximate value.

    ``qualifiers`` is ``name=value;name=value``, where a backslash stands before a semicolon, a line break (``\\n``) or
    a backslash that belongs to a value. ``qid`` is the Wikidata ID of the object, or of the subject where the object is
    a plain value; empty where none is known.
    """

    article: str
    subject: str
    predicate: str
    object: str
    qualifiers: str
    status: str
    source: str
    start: int
    end: int
    quote: str
    rule: str
    qid: str

    def values(self) -> tuple[str | int, ...]:
        """Return the row's values in the order of :data:`COLUMNS`."""
        return astuple(self)

    def as_dict(self) -> dict[str, str | int]:
        """Return the row as the object that the JSON form has."""
        return dict(zip(COLUMNS, self.values(), strict=True))


COLUMNS: tuple[str, ...] = tuple(column.name for column in fields(FactRow))
"""The names of the columns, in their order."""


@dataclass(frozen=True, slots=True)
class FactTable:
    """The rows of one or more articles, as something to iterate over, to write, and to look at in a notebook."""

    rows: tuple[FactRow, ...]

    def __iter__(self) -> Iterator[FactRow]:
        """Go through the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.rows)

    def write(self, form: str = "tsv", *, width: int | None = None) -> str:
        """Write the table in one of the forms of :data:`partygraph.tables.FORMATS`."""
        return tables.write_table(COLUMNS, [row.values() for row in self.rows], form, width=width)

    def _repr_html_(self) -> str:
        shown = ("subject", "predicate", "object", "qualifiers", "status", "quote")
        cells = [tuple(row.as_dict()[name] for name in shown) for row in self.rows]
        return tables.html_table(shown, cells, caption=f"{len(self.rows)} facts")


def table(*extractions: Extraction) -> FactTable:
    """Write the facts of some extractions as one table."""
    return FactTable(tuple(one for extraction in extractions for one in rows(extraction)))


def rows(extraction: Extraction) -> tuple[FactRow, ...]:
    """Write the facts of an extraction as rows, in the order in which the text says them."""
    ordered = sorted(extraction.facts, key=lambda fact: (fact.evidence[0].span.start, fact.evidence[0].span.end))
    return tuple(row(fact, extraction.article) for fact in ordered)


def row(fact: Fact, article: Article) -> FactRow:
    """Write one fact as a row of its article; ``lang`` is told where a name is in another language than the text."""
    first = fact.evidence[0]
    # A count that the text calls approximate says so in its qualifier; the tilde would say it a second time.
    told = fact.qualifier("approx") is not None
    return FactRow(
        article=article.title,
        subject=fact.subject.name,
        predicate=fact.predicate,
        object=readable(fact.object, tilde=not told),
        qualifiers=written_qualifiers((*fact.qualifiers, *_language(fact, article.source.language))),
        status=fact.status.value,
        source=fact.source,
        start=first.span.start,
        end=first.span.end,
        quote=first.quote,
        rule=fact.rule,
        qid=_identity(fact),
    )


def _language(fact: Fact, ours: str) -> Iterator[Qualifier]:
    """Yield the language of a name, which is part of the literal and has no qualifier of its own."""
    lang = fact.object.lang if isinstance(fact.object, Literal) else None
    if lang and lang not in ("und", ours) and fact.qualifier("lang") is None:
        yield Qualifier("lang", Literal(lang))


def readable(value: Entity | Literal, *, tilde: bool = True) -> str:
    """Write a value for people: the name of an entity, the lexical form of a literal with ``~`` if approximate.

    >>> readable(Literal("1965-07", Datatype.YEAR_MONTH, approximate=True))
    '1965-07~'
    """
    if isinstance(value, Entity):
        return value.name
    return value.lexical + ("~" if value.approximate and tilde else "")


def written_qualifiers(qualifiers: Iterable[Qualifier]) -> str:
    """Write qualifiers as ``name=value;name=value``; truth values are 1 and 0.

    >>> written_qualifiers([Qualifier("share", Literal("12.0", Datatype.DECIMAL))])
    'share=12%'
    """
    return ";".join(f"{q.name}={_escaped(_qualifier_value(q))}" for q in qualifiers)


def read_qualifiers(text: str) -> tuple[tuple[str, str], ...]:
    """Read ``name=value;name=value`` back into pairs; a part without ``=`` has the value ``1``.

    >>> read_qualifiers("year=2022;approx=1")
    (('year', '2022'), ('approx', '1'))
    """
    pairs = []
    for part in re.findall(r"(?:[^;\\]|\\.)+", text, re.DOTALL):
        name, _, value = part.partition("=")
        pairs.append((name.strip(), _unescaped(value) if "=" in part else "1"))
    return tuple(pairs)


def _qualifier_value(qualifier: Qualifier) -> str:
    value = qualifier.value
    if isinstance(value, Literal):
        if value.datatype is Datatype.BOOLEAN:
            return {"true": "1", "false": "0"}[value.lexical]
        if qualifier.name in IN_PERCENT and value.datatype is Datatype.DECIMAL:
            return f"{value.lexical.removesuffix('.0')}%" + ("~" if value.approximate else "")
    return readable(value)


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace(";", "\\;").replace("\n", "\\n")


def _unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value, flags=re.DOTALL)


def _identity(fact: Fact) -> str:
    if isinstance(fact.object, Entity):
        return fact.object.qid or ""
    return fact.subject.qid or ""
