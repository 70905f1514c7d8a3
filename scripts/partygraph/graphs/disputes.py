"""Reads the corrections that overlay an extraction: disputes and retractions of single statements.

Each is a table of a TOML file: ``[[dispute]]`` keeps the statement and marks it, ``[[retraction]]`` takes it out of
the facts and keeps its record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal as OneOf

from partygraph.errors import InputError, Place
from partygraph.graphs.iris import digest, page_title
from partygraph.graphs.plans import shown
from partygraph.model import Fact
from partygraph.resources import folder

TEXTS = ("article", "subject", "predicate", "object", "note")
NEEDED = ("article", "subject", "predicate", "object", "by", "sources")
KEYS = frozenset((*TEXTS, "by", "sources", "qualifiers"))


@dataclass(frozen=True, slots=True)
class Dispute:
    """Somebody says, with sources, that a statement of an article is wrong.

    ``article`` is the article's title; ``subject``, ``predicate`` and ``object`` are as in the fact table, and
    ``qualifiers`` narrow them (a statement must have all of them). ``by`` names who says so, ``sources`` where.
    """

    kind: OneOf["dispute", "retraction"]
    article: str
    subject: str
    predicate: str
    object: str
    by: tuple[str, ...]
    sources: tuple[str, ...]
    note: str = ""
    qualifiers: tuple[tuple[str, str], ...] = ()
    where: Place | None = None

    def concerns(self, fact: Fact) -> bool:
        """Tell whether this is about a fact."""
        stated = {(qualifier.name, shown(qualifier.value)) for qualifier in fact.qualifiers}
        named = (fact.subject.name, fact.predicate, shown(fact.object))
        return named == (self.subject, self.predicate, self.object) and stated.issuperset(self.qualifiers)

    def label(self) -> str:
        """Say in one line what is disputed, and by whom."""
        verb = "Disputed" if self.kind == "dispute" else "Retracted"
        return f"{verb} by {', '.join(self.by)}: {self.subject} · {self.predicate} · {self.object}"

    def digest(self) -> str:
        """Return a short hash of the content."""
        details = [part for pair in self.qualifiers for part in pair]
        return digest(
            self.kind, self.subject, self.predicate, self.object, self.note, *self.by, *self.sources, *details
        )


def read(path: Path | None = None) -> tuple[Dispute, ...]:
    """Read a file of disputes, or all of a folder; without a path those in the project's ``data/disputes``.

    Raises:
        InputError: a file is missing, is no TOML, or an entry lacks a key or has one too many.
    """
    import tomllib  # only where there is a file to read: it takes as long as building a small graph

    if path is None:
        beside = folder("ontology").parent / "data" / "disputes"
        return read(beside) if beside.is_dir() else ()
    if path.is_dir():
        return tuple(dispute for file in sorted(path.glob("*.toml")) for dispute in read(file))
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"cannot read the disputes: {error.strerror}", where=Place(str(path))) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"the disputes are not valid TOML: {error}", where=Place(str(path))) from error
    return tuple(
        _dispute(kind, number, entry, path)
        for kind, entries in tables.items()
        for number, entry in enumerate(entries if isinstance(entries, list) else [entries], 1)
    )


def concerning(disputes: Iterable[Dispute], title: str, facts: Iterable[Fact]) -> Mapping[Fact, tuple[Dispute, ...]]:
    """Return the disputes of each fact of the article with that title.

    Raises:
        InputError: a dispute about this article is about no fact of it.
    """
    known = tuple(facts)
    found: dict[Fact, tuple[Dispute, ...]] = {}
    for dispute in disputes:
        if page_title(dispute.article) != page_title(title):
            continue
        matching = [fact for fact in known if dispute.concerns(fact)]
        if not matching:
            raise InputError(
                f"the {dispute.kind} of “{dispute.subject} · {dispute.predicate} · {dispute.object}” is about no "
                f"statement of the article {title}",
                where=dispute.where,
                remedy="Write subject, predicate, object and qualifiers as `partygraph facts` shows them, or take the "
                "entry out if the article no longer says so",
            )
        for fact in matching:
            found[fact] = (*found.get(fact, ()), dispute)
    return found


def _dispute(kind: str, number: int, entry: object, path: Path) -> Dispute:
    where = Place(str(path))
    if kind not in ("dispute", "retraction"):
        raise InputError(f"no table is called {kind!r}", where=where, remedy="Write [[dispute]] or [[retraction]]")
    what = f"{kind} {number}"
    if not isinstance(entry, dict):
        raise InputError(f"{what} is not a table", where=where, remedy=f"Write [[{kind}]] above its keys")
    missing = [key for key in NEEDED if not entry.get(key)]
    unknown = sorted(set(entry) - KEYS)
    if missing or unknown:
        raise InputError(
            f"{what} " + (f"lacks {', '.join(missing)}" if missing else f"has the unknown key {unknown[0]!r}"),
            where=where,
            remedy=f"Its keys are {', '.join(sorted(KEYS))}",
        )
    qualifiers = entry.get("qualifiers", {})
    lists = [entry["by"], entry["sources"]]
    if (
        any(not isinstance(entry.get(key, ""), str) for key in TEXTS)
        or any(not isinstance(texts, list) or not all(isinstance(text, str) for text in texts) for texts in lists)
        or not isinstance(qualifiers, dict)
        or not all(isinstance(value, str) for value in qualifiers.values())
    ):
        raise InputError(
            f"a value of {what} has the wrong form",
            where=where,
            remedy='by and sources are lists of texts, qualifiers = { date = "2007" }, and all else is text',
        )
    return Dispute(
        "dispute" if kind == "dispute" else "retraction",
        **{key: entry.get(key, "") for key in TEXTS},
        by=tuple(entry["by"]),
        sources=tuple(entry["sources"]),
        qualifiers=tuple(sorted(qualifiers.items())),
        where=where,
    )
