"""The measured record of the rules: what independent readers made of the statements that each rule read.

The counts stand in ``ontology/records.tsv``. Somebody who has not written a rule judges each asserted statement of an
article that no rule was written on: right, arguable (defensible, but a strict editor might object), or wrong. The
examples of a rule tell what it is meant to read; only this tells how often it errs. What was wrong, and is not read any
more by the rules as they are now, counts as mended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from partygraph.errors import Place, RuleError
from partygraph.resources import folder
from partygraph.rules import lexicon
from partygraph.rules.predicates import predicates, qualifiers

COLUMNS = ("predicate", "rule", "about", "lacks", "quote", "right", "arguable", "wrong", "mended")
"""The columns of the table."""
VERDICTS = ("right", "arguable", "wrong", "mended")
ANOTHER = "another"
"""What stands in the column ``about`` of statements about others than the article's party."""
ARGUABLE = 0.25
"""What an arguable statement weighs beside a wrong one."""
MENDED = 0.5
"""The same of a wrong statement that is not read any more: its cause may be cured, or only this case of it."""
OF_ALL = 20
"""How many statements the record of all rules weighs in that of a predicate: the m-estimate of a probability."""
OF_PREDICATE = 12
"""How many that of a predicate weighs in that of a rule: neither three right ones nor a wrong one tell what a rule is
worth."""
MOST = 0.11
"""The share of wrong statements above which what a rule reads is not asserted."""
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Telling:
    """What of a statement its record depends on.

    ``about_others`` tells that it is about another party than the article's; ``qualifiers`` are the names of those that
    it has.
    """

    predicate: str
    rule: str
    quote: str = ""
    qualifiers: frozenset[str] = frozenset()
    about_others: bool = False

    @classmethod
    def of(
        cls, article: str, triple: tuple[str, str, str], qualifiers: Mapping[str, str], quote: str, rule: str
    ) -> Telling:
        """Take it from a statement: the title of its article, and the names of subject, predicate and object."""
        subject, predicate, value = triple
        known = predicates()[predicate]
        # Whoever is elected to a parliament is of no party in itself; whoever is a member of one is.
        personal = known.subject_kind == "person" and known.range != "Party"
        others = not personal and article not in (subject, value, qualifiers.get("party"))
        return cls(predicate, rule, quote, frozenset(qualifiers), others)


@dataclass(frozen=True, slots=True)
class Record:
    """How statements of one predicate by one rule were judged, or those of them that are told in one manner.

    ``lacks`` are qualifiers of which such a statement has none; ``words`` those of which its quote has one, with ``*``
    for any ending.
    """

    predicate: str
    rule: str
    about_others: bool = False
    lacks: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    right: int = 0
    arguable: int = 0
    wrong: int = 0
    mended: int = 0

    @property
    def judged(self) -> int:
        """How many statements were judged."""
        return self.right + self.arguable + self.wrong + self.mended

    @property
    def is_bare(self) -> bool:
        """Tell whether it has no condition, and counts what no other record of its rule does."""
        return not self.lacks and not self.words

    @property
    def lost(self) -> float:
        """How many statements were wrong, where an arguable or a mended one is a part of one."""
        return self.wrong + ARGUABLE * self.arguable + MENDED * self.mended

    def fits(self, telling: Telling) -> bool:
        """Tell whether a statement is one of those that were counted here."""
        if (self.predicate, self.rule) != (telling.predicate, telling.rule):
            return False
        if self.about_others != telling.about_others or not self.lacks.isdisjoint(telling.qualifiers):
            return False
        return not self.words or any(_is_like(word, self.words) for word in WORD.findall(telling.quote.lower()))


class Records:
    """The records of all rules: a statement counts in the first one that it fits."""

    def __init__(self, table: Iterable[Record]) -> None:
        """Take the records in the order of the table."""
        self.table = tuple(table)
        self._by_rule: dict[tuple[str, str], list[Record]] = {}
        self._lost: dict[str, float] = {}
        self._judged: dict[str, int] = {}
        for one in self.table:
            self._by_rule.setdefault((one.predicate, one.rule), []).append(one)
            self._lost[one.predicate] = self._lost.get(one.predicate, 0.0) + one.lost
            self._judged[one.predicate] = self._judged.get(one.predicate, 0) + one.judged

    def of(self, telling: Telling) -> Record:
        """Return the record that a statement falls under, one without counts where none was judged."""
        bare = Record(telling.predicate, telling.rule, telling.about_others)
        same = self._by_rule.get((telling.predicate, telling.rule), [])
        return next((one for one in same if one.fits(telling)), bare)

    def share_wrong(self, record: Record) -> float:
        """Return what share of the statements under a record must be expected to be wrong, from 0 to 1."""
        of_all = sum(self._lost.values()) / max(1, sum(self._judged.values()))
        lost, judged = self._lost.get(record.predicate, 0.0), self._judged.get(record.predicate, 0)
        of_predicate = (lost + OF_ALL * of_all) / (judged + OF_ALL)
        return (record.lost + OF_PREDICATE * of_predicate) / (record.judged + OF_PREDICATE)

    def is_poor(self, telling: Telling) -> bool:
        """Tell whether statements that are told like this one are too often wrong to be asserted.

        Where none was found at fault, nothing speaks against them.
        """
        record = self.of(telling)
        return record.lost > 0 and self.share_wrong(record) > MOST

    def counted(self, judged: Iterable[tuple[Telling, str]]) -> Records:
        """Return the records with more verdicts, where a rule that had none gets a record."""
        counts: Counter[tuple[Record, str]] = Counter((self.of(telling), verdict) for telling, verdict in judged)
        new = {record: record for record, _ in counts if record not in self.table}
        table = [
            replace(one, **{name: getattr(one, name) + counts[one, name] for name in VERDICTS})
            for one in (*self.table, *new)
        ]
        return Records(sorted(table, key=lambda one: (one.predicate, one.rule, one.about_others, one.is_bare)))


@cache
def records() -> Records:
    """Return the records of ``ontology/records.tsv``.

    Raises:
        RuleError: a predicate or qualifier is unknown, or a count is none.
    """
    return Records(read(folder("ontology") / "records.tsv"))


def read(path: Path) -> Iterator[Record]:
    """Read a table of records.

    Raises:
        RuleError: as for `records`.
    """
    for row in lexicon.rows(path):
        if tuple(row) != COLUMNS:
            remedy = f"They must be {', '.join(COLUMNS)}"
            raise RuleError(f"its columns are {', '.join(row)}", where=Place(str(path)), remedy=remedy)
        where = Place(f"{path}, {row['predicate']} by {row['rule']}")
        unknown = [name for name in filter(None, row["lacks"].split("|")) if name not in qualifiers()]
        unknown += [row["predicate"]] if row["predicate"] not in predicates() else []
        if unknown:
            raise RuleError(f"there is no {', '.join(unknown)}", where=where)
        if row["about"] not in ("", ANOTHER) or not all(row[name].isdecimal() for name in VERDICTS):
            raise RuleError("it is no record", where=where, remedy=f"about is empty or {ANOTHER}; the last are counts")
        yield Record(
            row["predicate"],
            row["rule"],
            row["about"] == ANOTHER,
            frozenset(filter(None, row["lacks"].split("|"))),
            tuple(filter(None, row["quote"].split("|"))),
            *(int(row[name]) for name in VERDICTS),
        )


def head() -> str:
    """Return the lines above the table, which tell what it holds."""
    text = (folder("ontology") / "records.tsv").read_text(encoding="utf-8")
    return "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))


def cells(record: Record) -> tuple[str | int, ...]:
    """Return a record as a row of the table."""
    about = ANOTHER if record.about_others else ""
    lacks, words = "|".join(sorted(record.lacks)), "|".join(record.words)
    return (record.predicate, record.rule, about, lacks, words, *(getattr(record, name) for name in VERDICTS))


def _is_like(word: str, patterns: tuple[str, ...]) -> bool:
    return any(word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern for pattern in patterns)
