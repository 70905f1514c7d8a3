"""Where items are looked up: at an endpoint, or in a file of items that somebody has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from partygraph.endpoints import Endpoint
from partygraph.linking import keys, questions
from partygraph.linking.items import Item


class Knowledge(Protocol):
    """What can be asked about items; an unknown title, name or item is simply not in the answer."""

    def by_title(self, titles: Iterable[str]) -> Mapping[str, tuple[str, str]]:
        """Return title -> (QID, label) for the pages of English Wikipedia that have an item."""

    def by_name(self, names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Return name -> the items that have it as a label or alias."""

    def items(self, qids: Iterable[str]) -> Mapping[str, Item]:
        """Return the items with their statements."""


@dataclass(frozen=True, slots=True)
class AtEndpoint:
    """The knowledge of a SPARQL endpoint; ``report`` is told how far the questions are."""

    endpoint: Endpoint
    report: questions.Report = questions.quiet

    def by_title(self, titles: Iterable[str]) -> Mapping[str, tuple[str, str]]:
        """See :class:`Knowledge`."""
        return questions.by_title(self.endpoint, titles, self.report)

    def by_name(self, names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """See :class:`Knowledge`."""
        return questions.by_name(self.endpoint, names, self.report)

    def items(self, qids: Iterable[str]) -> Mapping[str, Item]:
        """See :class:`Knowledge`."""
        return questions.items(self.endpoint, qids, self.report)


class InMemory:
    """The knowledge of some items, such as those of a file."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Index the items by ID, title and name; of two with one ID the first is kept."""
        self._items: dict[str, Item] = {}
        self._titles: dict[str, tuple[str, str]] = {}
        self._names: dict[str, dict[str, None]] = {}
        for item in items:
            kept = self._items.setdefault(item.qid, item)
            if item.title:
                self._titles[keys.title(item.title)] = (item.qid, kept.label)
            for name in (item.label, *item.names):
                self._names.setdefault(keys.name(name), {})[item.qid] = None

    def by_title(self, titles: Iterable[str]) -> Mapping[str, tuple[str, str]]:
        """See :class:`Knowledge`."""
        wanted = {keys.title(title) for title in titles}
        return {title: self._titles[title] for title in sorted(wanted) if title in self._titles}

    def by_name(self, names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """See :class:`Knowledge`; letter case does not count."""
        return {
            name: tuple(self._names[keys.name(name)]) for name in sorted(set(names)) if keys.name(name) in self._names
        }

    def items(self, qids: Iterable[str]) -> Mapping[str, Item]:
        """See :class:`Knowledge`."""
        return {qid: self._items[qid] for qid in sorted(set(qids)) if qid in self._items}
