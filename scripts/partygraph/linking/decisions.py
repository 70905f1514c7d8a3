"""Turns matches into rows of the tables: what was found, what a person confirmed, what must never come back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from partygraph.errors import InputError, Place
from partygraph.linking import keys, sssom
from partygraph.linking.evidence import MANUAL, SITELINK
from partygraph.linking.matches import Match
from partygraph.linking.sssom import EXACT, NOT, Row, Table
from partygraph.linking.tables import DECISIONS, DENY
from partygraph.model import Entity, Kind

FOUND = "found.sssom.tsv"
"""The table of links that an endpoint gave."""
HEADS = {
    DECISIONS: ("decisions", "Decisions", "Matches that a person confirmed, each for the article it stands in"),
    FOUND: ("found", "Found links", "Links found at an endpoint: by sitelink, or by name with further evidence"),
    DENY: ("deny", "Refused matches", "Matches that were found wrong and must not be made again; the modifier is Not"),
}
CATEGORY = {
    Kind.PARTY: "party",
    Kind.PERSON: "officer",
    Kind.ORGANISATION: "organisation",
    Kind.BODY: "organisation",
    Kind.PLACE: "headquarters",
    Kind.CONCEPT: "ideology",
}
"""The category of a page's row for an entity of that kind; of other kinds no pages are kept."""


def found(match: Match, article: str) -> Row:
    """Return the row of a link that was found: of the page if it is a sitelink, else of the mention in its article."""
    title = match.entity.link or article
    if match.justification != SITELINK or match.entity.kind not in CATEGORY:
        return _mention(match, article, match.justification, "partygraph link")
    page = keys.title(title)
    return _row(match, f"enwiki:{page.replace(' ', '_')}", page, CATEGORY[match.entity.kind], SITELINK)


def confirmed(match: Match, article: str, author: str) -> Row:
    """Return the row of a match that a person confirmed for the article."""
    return _mention(match, article, MANUAL, author)._replace(confidence="1.00")


def refused(match: Match, article: str, author: str) -> Row:
    """Return the row of a match that a person refused for the article."""
    return _mention(match, article, MANUAL, author)._replace(predicate_modifier=NOT, confidence="")


def add(folder: Path, name: str, rows: Iterable[Row]) -> int:
    """Add rows to a table of the folder, which is made where it is missing; return how many were new.

    Raises:
        RuleError: the table that is there is not well formed; nothing is written.
        InputError: the folder cannot be written to.
    """
    path = folder / name
    table = sssom.read(path) if path.exists() else Table(sssom.metadata(*HEADS[name]), ())
    more = sssom.extended(table, rows)
    if len(more.rows) > len(table.rows):
        try:
            sssom.write(path, more)
        except OSError as error:
            raise InputError(
                f"the table cannot be written: {error.strerror}",
                where=Place(str(path)),
                remedy="Name a folder of your own with --tables",
            ) from error
    return len(more.rows) - len(table.rows)


def _mention(match: Match, article: str, justification: str, author: str) -> Row:
    row = _row(match, _iri(article, match.entity), match.entity.name, match.entity.kind.value, justification)
    return row._replace(author_label=author, subject_source=f"enwiki:{keys.title(article).replace(' ', '_')}")


def _row(match: Match, subject: str, label: str, category: str, justification: str) -> Row:
    return Row(
        subject_id=subject,
        subject_label=label,
        subject_category=category,
        predicate_modifier="",
        predicate_id=EXACT,
        object_id=f"wd:{match.qid}",
        object_label=match.label,
        mapping_justification=justification,
        confidence=f"{match.confidence:.2f}",
        author_label="partygraph link",
        comment="; ".join(f"{feature.name}: {feature.detail}" for feature in match.features),
    )


def _iri(article: str, entity: Entity) -> str:
    return f"partyid:{_plain(article)}/{_plain(entity.name)}"


def _plain(text: str) -> str:
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-") or "unnamed"
