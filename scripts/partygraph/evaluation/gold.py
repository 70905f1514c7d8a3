"""Reads gold: rows written by people, against which a fact table is judged.

The file is tab-separated without any quoting, with the header ``subject predicate object source evidence qualifiers``.
A predicate with ``not:`` before it must not be asserted. Evidence is the exact characters of the article, or the name
of an infobox key, or a place such as ``lead.s2``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from partygraph.errors import InputError, Place
from partygraph.facttable import read_qualifiers

HEADER = ("subject", "predicate", "object", "source", "evidence", "qualifiers")
NOT = "not:"
ANY = "*"
ENDINGS = (".txt", ".wikitext", ".wiki")
"""How articles are named that lie beside their gold."""

NAMES = ("name", "altName")
"""Which of a party's present names comes first, its title or the one its infobox shows, is a matter of style."""

OPTIONAL = frozenset({"opt", "implied", "again"})
"""Marks of rows that are right where they are asserted, and not counted where they are missed."""
AS_CLAIM = frozenset({"hedged", "claimed", "attributed", "satirical"})
"""Marks of rows that are true only as somebody's claim."""
MARKS = (
    OPTIONAL
    | AS_CLAIM
    | {"tpl", "unres", "conflict", "alt", "alt-object", "hard", "trap", "note", "loc", "surface", "target", "label"}
    | {"range", "parent"}
)
"""Qualifiers that speak of the row; all others are values of the statement."""


@dataclass(frozen=True, slots=True)
class GoldRow:
    """One row of gold; ``line`` is its line in the file, from 1."""

    subject: str
    predicate: str
    object: str
    source: str
    evidence: str
    qualifiers: tuple[tuple[str, str], ...]
    negative: bool
    line: int

    def mark(self, name: str) -> str | None:
        """Return the value of a mark or qualifier, or None."""
        return next((value for key, value in self.qualifiers if key == name), None)

    def has(self, names: Iterable[str]) -> bool:
        """Tell whether one of the marks is set."""
        return any(self.mark(name) not in (None, "0") for name in names)

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """The qualifiers that belong to the statement."""
        return tuple((key, value) for key, value in self.qualifiers if key not in MARKS)

    @property
    def objects(self) -> tuple[str, ...]:
        """The object, and what is equally right in its place."""
        others = (*(self.mark("alt-object") or "").split(" / "), self.mark("target"), self.mark("label"))
        return (self.object, *(other for other in others if other))

    @property
    def predicates(self) -> tuple[str, ...]:
        """The predicate, and those that are equally right in its place."""
        others = (self.mark("alt") or "").split(" / ")
        if not self.negative and self.predicate in NAMES:
            return tuple(dict.fromkeys((self.predicate, *NAMES)))
        return (self.predicate, *(other for other in others if other))


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of one article; ``topic`` is the subject that most of its rows have (empty if it has no rows)."""

    path: Path
    rows: tuple[GoldRow, ...]
    topic: str


def read(path: Path) -> Gold:
    """Read a gold file.

    Raises:
        InputError: the file is missing, is not UTF-8, or has no such columns; the message has the line.
    """
    try:
        lines = path.read_bytes().decode("utf-8").splitlines()
    except OSError as error:
        raise InputError(f"cannot read the gold: {error.strerror}", where=Place(str(path))) from error
    except UnicodeDecodeError as error:
        raise InputError("the gold is not UTF-8", where=Place(str(path), byte=error.start)) from error
    if not lines or tuple(lines[0].split("\t")) != HEADER:
        raise InputError(
            "the gold has not the columns it should have",
            where=Place(str(path), 1),
            remedy=f"Its first line is: {' '.join(HEADER)}, with tabs between them",
        )
    rows = [_row(line, number, path) for number, line in enumerate(lines[1:], 2) if line.strip()]
    subjects = Counter(row.subject for row in rows)
    return Gold(path, tuple(rows), subjects.most_common(1)[0][0] if subjects else "")


def article_beside(path: Path, topic: str, folders: Iterable[Path] = ()) -> Path | None:
    """Find the article of a gold file: of the same name beside it or in one of the folders, or named by its topic."""
    names = {folded(re.sub(r"\.gold$", "", path.stem)), folded(topic)}
    for folder in (path.parent, *folders):
        if not folder.is_dir():
            continue
        for candidate in sorted(folder.iterdir()):
            if candidate.suffix in ENDINGS and folded(candidate.stem) in names:
                return candidate
    return None


def folded(name: str) -> str:
    """Fold the name of a file or page: lower case, its words joined by hyphens.

    >>> folded("Society_Party_(Norway)")
    'society-party-norway'
    """
    return "-".join(re.findall(r"\w+", name.replace("_", " ").casefold()))


def _row(line: str, number: int, path: Path) -> GoldRow:
    cells = line.split("\t")
    cells += [""] * (len(HEADER) - len(cells))
    if len(cells) > len(HEADER) or not cells[0] or not cells[1]:
        raise InputError(
            f"a row of gold has {len(cells)} cells, or no subject or predicate",
            where=Place(str(path), number),
            remedy="Put one tab between two cells, and none inside a cell",
        )
    subject, predicate, value, source, evidence, qualifiers = cells
    return GoldRow(
        subject=subject,
        predicate=predicate.removeprefix(NOT),
        object=value,
        source=source,
        evidence=evidence,
        qualifiers=read_qualifiers(qualifiers),
        negative=predicate.startswith(NOT),
        line=number,
    )
