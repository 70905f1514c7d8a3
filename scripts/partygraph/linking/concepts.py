"""The shipped concept schemes as link tables: the page and the names of a concept mean its exact match."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from partygraph.linking.keys import concept, title
from partygraph.linking.sssom import EXACT, Row, Table
from partygraph.rules.turtle import Block, read_blocks

ENTITY = "http://www.wikidata.org/entity/"
WIKI = "https://en.wikipedia.org/wiki/"
NAMES = ("skos:prefLabel", "skos:altLabel", "skos:hiddenLabel")


def read(path: Path) -> Table:
    """Read the concepts that have an exact match in Wikidata.

    Raises:
        RuleError: the file is not Turtle.
    """
    blocks = [block for block in read_blocks(path, "skos:Concept") if block.values("skos:exactMatch")]
    return Table((), tuple(row for block in blocks for row in (*_pages(block), *_names(block))))


def _pages(block: Block) -> list[Row]:
    pages = [value for value in map(_page, block.values("foaf:isPrimaryTopicOf")) if value]
    return [_row(block, f"enwiki:{page.replace(' ', '_')}", page, "") for page in pages]


def _names(block: Block) -> list[Row]:
    names = dict.fromkeys(concept(name) for key in NAMES for name in block.values(key))
    return [_row(block, "", name, "rdfs literal") for name in names]


def _row(block: Block, subject: str, label: str, subject_type: str) -> Row:
    return Row(
        subject_id=subject,
        subject_label=label,
        subject_category=block.value("skos:inScheme").rsplit("/", 1)[-1],
        predicate_modifier="",
        predicate_id=EXACT,
        object_id="wd:" + block.value("skos:exactMatch").removeprefix("wd:").removeprefix(ENTITY),
        object_label=block.value("skos:prefLabel"),
        mapping_justification="semapv:CompositeMatching",
        confidence="0.99",
        author_label="partygraph build_concepts",
        subject_type=subject_type,
        comment=block.value("skos:editorialNote"),
    )


def _page(value: str) -> str:
    iri = value.replace("enwiki:", WIKI, 1)
    return title(unquote(iri.removeprefix(WIKI))) if iri.startswith(WIKI) else ""
