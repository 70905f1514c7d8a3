"""What tables say: the party's results, election by election, and the members of an alliance."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from partygraph.errors import Place, RuleError
from partygraph.model import (
    Article,
    Datatype,
    Entity,
    Evidence,
    Fact,
    Kind,
    LeftOut,
    Literal,
    Qualifier,
    Section,
    Span,
    Table,
    View,
)
from partygraph.resources import folder
from partygraph.values import dates, numbers

_EDGES = " \t\n:;,.*†‡[]"
_TYPE = re.compile(r"\b((?:[a-z][a-z-]+ ){0,2}[a-z][a-z-]+) (?:by-)?elections?\b")
_TITLED_TYPE = re.compile(
    r"\b(presidential|parliamentary|legislative|general|federal|european parliament|european|local|municipal|regional"
    r"|state|provincial|senate|gubernatorial|mayoral|council|county|constituent assembly|constitutional assembly)\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(r"\b(?:composition|constituent|member|members|component)\b", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:former|past|previous|defunct|until)\b", re.IGNORECASE)
_HELD = re.compile(r"^\D{0,3}(\d[\d,]*)\s*(?:/|of|out of)\s*(\d[\d,]*)\b")
_NOBODY = frozenset({"", "-", "–", "—", "n/a", "none", "various", "vacant", "tba", "tbd", "total", "?", "yes", "no"})
_SIGNS = {"increase": "+", "decrease": "−", "steady": ""}

Found = Iterator[Fact | LeftOut]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with the role of each of its columns, in the article and section that it stands in."""

    article: Article
    subject: Entity
    section: Section
    table: Table
    roles: tuple[str, ...]

    def column(self, role: str) -> int:
        """Return the first column of a role, -1 if there is none."""
        return self.roles.index(role) if role in self.roles else -1

    def cell(self, row: tuple[View, ...], role: str) -> View | None:
        """Return the row's first cell of a role that says something."""
        at = self.column(role)
        found = row[at] if 0 <= at < len(row) else None
        return found if found is not None and found.text.strip().lower() not in _NOBODY else None


def read_tables(article: Article, subject: Entity) -> tuple[tuple[Fact, ...], tuple[LeftOut, ...]]:
    """Return the facts of an article's tables; each table, or row, that gives none is left out with its reason."""
    facts: list[Fact] = []
    left_out: list[LeftOut] = []
    for section in article.sections:
        for table in section.tables:
            for found in _table(article, subject, section, table):
                (facts if isinstance(found, Fact) else left_out).append(found)  # type: ignore[arg-type]
    return tuple(facts), tuple(left_out)


def _table(article: Article, subject: Entity, section: Section, table: Table) -> Found:
    for kind, (fits, read) in KINDS.items():
        roles = tuple(role_of(kind, heading.text) for heading in table.header)
        grid = Grid(article, subject, section, table, roles)
        if fits(grid):
            yield from _rows(grid, read)
            return
    yield LeftOut(article.evidence(table.span), "table-not-read", " | ".join(view.text for view in table.header)[:200])


def _rows(grid: Grid, read: Callable[[Grid, tuple[View, ...], str, Evidence], Fact | None]) -> Found:
    subhead = ""
    before: tuple[View, ...] = ()
    for row in grid.table.rows:
        evidence = _evidence(grid.article, row, before)
        before = row
        if len(row) > 1 and all(cell is row[0] for cell in row):
            subhead = row[0].text
            yield LeftOut(evidence, "table-heading", subhead)
            continue
        yield read(grid, row, subhead, evidence) or LeftOut(evidence, "table-row-not-read")


def _evidence(article: Article, row: tuple[View, ...], before: tuple[View, ...]) -> Evidence:
    """Quote a row, without the cells that hang down from rows above it."""
    own = [cell for cell in row if all(cell is not other for other in before)] or list(row)
    spans = [cell.span() for cell in own]
    return article.evidence(Span(min(span.start for span in spans), max(span.end for span in spans)))


# --------------------------------------------------------------------------- results


def _is_results(grid: Grid) -> bool:
    known = set(grid.roles)
    return 0 <= grid.column("election") <= 1 and bool(known & {"votes", "share", "seats"}) and "party" not in known


def _result(grid: Grid, row: tuple[View, ...], subhead: str, evidence: Evidence) -> Fact | None:
    cell = grid.cell(row, "election")
    election = _election(grid, cell, subhead) if cell is not None else None
    pairs = dict(_figures(grid, row))
    if election is None or not {"votes", "share", "seats"} & set(pairs):
        return None
    return Fact(
        subject=grid.subject,
        predicate="electionResult",
        object=election,
        source="prose",
        evidence=(evidence,),
        rule="table-of-results",
        qualifiers=tuple(Qualifier(name, value) for name, value in pairs.items()),
    )


def _election(grid: Grid, cell: View, subhead: str) -> Entity | None:
    """Name the election of a row: its date as written, and its type as the link, or a heading, tells."""
    dated = next((one for one in dates.find(cell.text) if one.first is not None), None)
    if dated is None or dated.shape != "point":
        return None
    link = next((link.target for link in cell.links if "lection" in link.target), None)
    linked = _TYPE.search(link) if link else None
    words = cell.text[dated.span.start : dated.span.end].replace("\n", " ")
    caption = grid.table.caption.text if grid.table.caption else ""
    stated = (_TITLED_TYPE.search(text) for text in (subhead, caption, grid.section.heading or ""))
    heading = next((found[1] for found in stated if found), "")
    kind = linked[1] if linked else heading if heading.lower().startswith("european") else heading.lower()
    return Entity(" ".join(filter(None, (words, kind, "election"))), Kind.ELECTION, link)


def _figures(grid: Grid, row: tuple[View, ...]) -> Iterator[tuple[str, Entity | Literal]]:
    for role in ("votes", "share"):
        cell = grid.cell(row, role)
        number = numbers.read(cell.text.strip(_EDGES)) if cell else None
        if number is None or number.upper is not None:
            continue
        if role == "votes" and isinstance(number.value, int) and number.unit != "percent":
            yield role, number.literal()
        elif role == "share":
            yield role, Literal(numbers.canonical(Decimal(number.value)), Datatype.DECIMAL)
    seats = grid.cell(row, "seats")
    if seats is not None:
        yield from _seats(seats)
    change = grid.cell(row, "change")
    if change is not None and re.fullmatch(r"[+−–-]?\s*\d{1,4}", change.text):
        sign = next((_SIGNS[m.kind[9:]] for m in change.marks if m.kind[9:] in _SIGNS), "")
        yield "change", Literal(sign + change.text if change.text[:1].isdigit() else change.text)
    rank = grid.cell(row, "rank")
    place = numbers.read(rank.text.strip(_EDGES)) if rank else None
    if place is not None and isinstance(place.value, int):
        yield "rank", Literal(str(place.value), Datatype.NON_NEGATIVE)
    candidate = grid.cell(row, "candidate")
    if candidate is not None and "\n" not in candidate.text:
        yield "candidate", _named(candidate, Kind.PERSON)
    outcome = grid.cell(row, "outcome")
    if outcome is not None and re.search(r"[^\W\d_]{3}", outcome.text):
        yield "outcome", Literal(outcome.text.partition("\n")[0])


def _seats(cell: View) -> Iterator[tuple[str, Literal]]:
    pair = _HELD.match(cell.text)
    if pair:
        for name, digits in (("seats", pair[1]), ("total", pair[2])):
            yield name, Literal(str(int(digits.replace(",", ""))), Datatype.NON_NEGATIVE)
        return
    number = numbers.read(cell.text.strip(_EDGES))
    if number is not None and isinstance(number.value, int) and number.upper is None:
        yield "seats", number.literal()


# --------------------------------------------------------------------------- members


def _is_members(grid: Grid) -> bool:
    known = set(grid.roles)
    about = " ".join(filter(None, (grid.section.heading, grid.table.caption.text if grid.table.caption else "")))
    described = known & {"leader", "ideology", "position", "seats", "period"}
    return "party" in known and "votes" not in known and bool(described) and _MEMBERS.search(about) is not None


def _member(grid: Grid, row: tuple[View, ...], subhead: str, evidence: Evidence) -> Fact | None:
    cell = grid.cell(row, "party")
    if cell is None:
        return None
    former = _FORMER.search(subhead) is not None
    qualifiers = tuple(_period(grid, row, cell, former=former))
    return Fact(
        subject=grid.subject,
        predicate="alliance",
        object=_named(cell, Kind.PARTY),
        source="prose",
        evidence=(evidence,),
        rule="table-of-members",
        qualifiers=qualifiers,
    )


def _period(grid: Grid, row: tuple[View, ...], own: View, *, former: bool) -> Iterator[Qualifier]:
    """Read when a member belonged; among former members a period may stand in any column."""
    cells = row if former else tuple(filter(None, (grid.cell(row, "period"),)))
    for cell in cells:
        dated = dates.read(cell.text) if cell is not own else None
        if dated is None:
            continue
        first, last = (dated.first, dated.last) if dated.shape == "period" else (dated.first, None)
        if first is not None and (dated.shape == "period" or not former):
            yield Qualifier("start", first.literal())
        if last is not None:
            yield Qualifier("end", last.literal())
        return
    if former:
        yield Qualifier("current", Literal("false", Datatype.BOOLEAN))


def _named(cell: View, kind: Kind) -> Entity:
    """Return what a cell names: its one link, or its first line."""
    if len(cell.links) == 1:
        link = cell.links[0]
        return Entity(cell.text[link.span.start : link.span.end], kind, link.target)
    line = cell.text.partition("\n")[0].strip()
    first = next((link for link in cell.links if link.span.start == 0), None)
    name = cell.text[: first.span.end] if first else re.sub(r"\s*\([^()]*\)$", "", line)
    return Entity(name, kind, first.target if first else None)


Reader = tuple[Callable[[Grid], bool], Callable[[Grid, tuple[View, ...], str, Evidence], Fact | None]]
KINDS: MappingProxyType[str, Reader] = MappingProxyType(
    {"results": (_is_results, _result), "members": (_is_members, _member)}
)
"""The kinds of table: how each is known, and how its rows are read."""


# --------------------------------------------------------------------------- columns


def role_of(kind: str, heading: str) -> str:
    """Return what a column holds, by its heading; empty if the table of columns does not know it.

    Of a heading in several lines the last that is known counts: "Votes", then "%" below it, is the share.

    >>> role_of("results", "Popular vote\\n%"), role_of("results", "Seats won"), role_of("results", "Colour")
    ('share', 'seats', '')
    """
    known = _columns()
    for line in (*reversed(heading.split("\n")), heading.replace("\n", " ")):
        role = known.get((kind, " ".join(line.lower().split()).strip(_EDGES)))
        if role:
            return role
    return ""


@cache
def _columns() -> Mapping[tuple[str, str], str]:
    path = folder("ontology") / "tables.tsv"
    found: dict[tuple[str, str], str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith(("# ", "kind\t")):
            continue
        cells = line.split("\t")
        if len(cells) != 4:
            raise RuleError("a row needs four cells: kind, role, headings, example", where=Place(str(path), number))
        for heading in cells[2].split(" | "):
            if found.setdefault((cells[0], heading), cells[1]) != cells[1]:
                raise RuleError(f"the heading {heading!r} has two roles", where=Place(str(path), number))
    return MappingProxyType(found)
