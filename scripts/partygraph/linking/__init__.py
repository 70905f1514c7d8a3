"""Links the names of an article to Wikidata items: by evidence, never by a label alone."""

from __future__ import annotations

from partygraph.linking.lookup import look_up
from partygraph.linking.matches import Match, applied, links_of
from partygraph.linking.mentions import mentions, setting
from partygraph.linking.tables import Tables, shipped
from partygraph.model import Extraction

__all__ = ["Match", "Tables", "link", "match"]


def link(extraction: Extraction, tables: Tables | None = None) -> Extraction:
    """Return the extraction with the items of its entities filled in, from tables alone: nothing is fetched."""
    return applied(extraction, links_of(match(extraction, tables)))


def match(extraction: Extraction, tables: Tables | None = None) -> tuple[Match, ...]:
    """Return the links and candidates of an extraction, each with how it was found."""
    return look_up(mentions(extraction), setting(extraction), shipped() if tables is None else tables)
