"""Compares two builds: which facts came, which went, and which have another value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from partygraph.differences.reading import PROVENANCE, Side, Statement, Triple


@dataclass(frozen=True, slots=True)
class Article:
    """What is different about one article; ``changed`` pairs the old with the new."""

    name: str
    title: str
    added: tuple[Statement, ...]
    removed: tuple[Statement, ...]
    changed: tuple[tuple[Statement, Statement], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is different between two builds: by article, and as quads to insert and to delete.

    ``before`` and ``after`` count the facts of each, ``more`` and ``less`` the triples that only one has, whatever
    its graphs are called.
    """

    articles: tuple[Article, ...]
    before: int
    after: int
    more: int
    less: int
    inserted: tuple[tuple[str, Triple], ...]
    deleted: tuple[tuple[str, Triple], ...]

    @property
    def differs(self) -> bool:
        """Tell whether a fact or a triple is different."""
        return bool(self.articles or self.more or self.less)

    @property
    def lost(self) -> tuple[Statement, ...]:
        """The facts of the old build that the new one has in no form."""
        return tuple(statement for article in self.articles for statement in article.removed)


def compare(old: Side, new: Side) -> Comparison:
    """Compare two builds: articles by their statements if both have provenance, and else by their triples."""
    both = bool(old.statements) and bool(new.statements)
    before, after = (side.statements if both else side.triples for side in (old, new))
    gone = _by_article(statement for iri, statement in before.items() if iri not in after)
    come = _by_article(statement for iri, statement in after.items() if iri not in before)
    titles = {**old.titles, **new.titles, "": "(of several articles)"}
    articles = []
    for name in sorted({*gone, *come}):
        removed, added, changed = _paired(gone[name], come[name])
        articles.append(Article(name, titles.get(name, name), added, removed, changed))
    here, there = _triples(old, both), _triples(new, both)
    return Comparison(
        tuple(articles),
        len(before),
        len(after),
        len(there - here),
        len(here - there),
        tuple(sorted((graph, new.quads[graph, triple]) for graph, triple in new.quads.keys() - old.quads.keys())),
        tuple(sorted((graph, old.quads[graph, triple]) for graph, triple in old.quads.keys() - new.quads.keys())),
    )


def _triples(side: Side, provenance: bool) -> set[tuple[bool, Triple]]:
    kinds = ((graph.endswith(PROVENANCE), triple) for graph, triple in side.quads)
    return {(is_provenance, triple) for is_provenance, triple in kinds if provenance or not is_provenance}


def _by_article(statements: Iterable[Statement]) -> defaultdict[str, list[Statement]]:
    grouped: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        grouped[statement.article].append(statement)
    return grouped


def _paired(
    gone: list[Statement], come: list[Statement]
) -> tuple[tuple[Statement, ...], tuple[Statement, ...], tuple[tuple[Statement, Statement], ...]]:
    """Pair what went with what came about the same: first of the same value, then what is left of the same key."""
    changed: list[tuple[Statement, Statement]] = []
    for same in (lambda one: (*one.key, one.object), lambda one: one.key):
        waiting: defaultdict[tuple[str, ...], list[Statement]] = defaultdict(list)
        for statement in sorted(come, key=_order):
            waiting[same(statement)].append(statement)
        for statement in sorted(gone, key=_order):
            if found := waiting[same(statement)]:
                changed.append((statement, found.pop(0)))
        for old, new in changed:
            gone = [one for one in gone if one is not old]
            come = [one for one in come if one is not new]
    ordered = tuple(sorted(changed, key=lambda pair: _order(pair[0])))
    return tuple(sorted(gone, key=_order)), tuple(sorted(come, key=_order)), ordered


def _order(statement: Statement) -> tuple[object, ...]:
    return statement.subject, statement.predicate, statement.object, statement.status, statement.details
