"""The options with which a command looks items up, and the talk about it: whom it asks, and how far it is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from partygraph.cli.talk import say
from partygraph.errors import InputError, Place, UsageError

if TYPE_CHECKING:
    from partygraph.linking.items import Item
    from partygraph.linking.knowledge import Knowledge
    from partygraph.model import Extraction

WIKIDATA = "https://query.wikidata.org/sparql"
BAR = 24
MOST_NAMED = 5

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True)
class Lookup:
    """What the options say: an endpoint with its manners, or a file of items, or neither."""

    endpoint: str | None
    items: str | None
    contact: str
    cache: str | None
    refresh: bool
    seconds: float
    item: str = ""
    """What the party of the one article is in Wikidata, as a person says it: an ID, a title or an address."""

    @property
    def asked(self) -> bool:
        """Whether a lookup is asked for at all; without it nothing is opened."""
        return bool(self.endpoint or self.items)

    def knowledge(self) -> Knowledge:
        """Return where items are looked up, and say whom that asks.

        Raises:
            UsageError: both or neither are given.
            InputError: the file is not there.
        """
        from partygraph.linking import items
        from partygraph.linking.knowledge import AtEndpoint, InMemory

        if self.endpoint and self.items:
            raise UsageError("both an endpoint and a file of items are given", remedy="Give --endpoint or --items")
        if self.items:
            path = Path(self.items)
            if not path.is_file():
                raise InputError(
                    "there is no such file", where=Place(self.items), remedy="Give a JSON Lines file of items"
                )
            return InMemory(items.read_items(path))
        if not self.endpoint:
            raise UsageError(
                "nothing to compare with", remedy="Give --endpoint to ask Wikidata, or --items FILE for a file of items"
            )
        return AtEndpoint(self._endpoint(), _bar if sys.stderr.isatty() else _silent)

    def _endpoint(self) -> Any:
        from partygraph.endpoints import Endpoint, cache_folder

        assert self.endpoint is not None
        cache = Path(self.cache) if self.cache else cache_folder()
        say(f"asking {self.endpoint} (answers are kept in {cache})")
        return Endpoint(
            self.endpoint, contact=self.contact, cache=cache, refresh=self.refresh, deadline=self.seconds, told=say
        )


def lookup_options(function: Function) -> Function:
    """Give a command the options of a lookup; it receives them as ``lookup``."""
    options = (
        click.option(
            "--endpoint",
            is_flag=False,
            flag_value=WIKIDATA,
            metavar="[URL]",
            help=f"Ask a SPARQL endpoint; without a URL it is {WIKIDATA}.",
        ),
        click.option("--offline", is_flag=True, help="Open no connection. This is the default."),
        click.option("--items", metavar="FILE", help="Look up in a JSON Lines file of items instead."),
        click.option("--contact", default="", envvar="PARTYGRAPH_CONTACT", help="Your address, told to the endpoint."),
        click.option("--cache", metavar="FOLDER", help="Where answers are kept, so that a run can be resumed."),
        click.option("--refresh", is_flag=True, help="Ask again for what is kept."),
        click.option("--seconds", default=60.0, show_default=True, help="How long one question may take."),
    )
    for option in reversed(options):
        function = option(function)
    return function


def settle(
    inputs: tuple[str, ...], endpoint: str | None, offline: bool, items: str | None, **more: Any
) -> tuple[tuple[str, ...], Lookup]:
    """Return the inputs and the lookup; the word after ``--endpoint`` is an input if it is no address.

    Raises:
        UsageError: both an endpoint and no connection are asked for.
    """
    if endpoint and offline:
        raise UsageError("--endpoint and --offline exclude each other", remedy="Give one of them")
    if endpoint and "://" not in endpoint:
        inputs, endpoint = (endpoint, *inputs), WIKIDATA
    return inputs, Lookup(endpoint, items, **more)


def item_option(function: Function) -> Function:
    """Give a command the option by which a person says what item an article is about."""
    told = "The party's item, where the article alone does not lead to it: an ID, a title or an address."
    return click.option("--item", default="", metavar="WORD", help=told)(function)


def with_items(extractions: Iterable[Extraction], lookup: Lookup) -> Iterator[tuple[Extraction, Item]]:
    """Link extractions by a lookup, and pair each with the item of its party; those without an item are said."""
    from partygraph.linking import online
    from partygraph.linking.matches import applied, cleared, links_of
    from partygraph.linking.tables import shipped
    from partygraph.wikidata.comparison import subject_of

    knowledge = lookup.knowledge()
    bare = [cleared(extraction) for extraction in extractions]
    found = online.ask(bare, shipped(), knowledge)
    linked = [applied(one, links_of(matches)) for one, matches in zip(bare, found, strict=True)]
    linked = as_said(linked, lookup, knowledge)
    subjects = {one.article.source.sha256: subject_of(one) for one in linked}
    items = knowledge.items(sorted({party.qid for party in subjects.values() if party and party.qid}))
    alone = []
    for one in linked:
        party = subjects[one.article.source.sha256]
        if party and party.qid and party.qid in items:
            yield one, items[party.qid]
        else:
            alone.append(one.article.title)
    say_alone(alone, "nothing to compare with", lookup)


def as_said(linked: list[Extraction], lookup: Lookup, knowledge: Knowledge | None) -> list[Extraction]:
    """Return the extractions with the item of the party that ``--item`` names.

    Raises:
        UsageError: there are several articles, or nothing says which item is meant.
    """
    from partygraph.linking import parties
    from partygraph.linking.matches import applied
    from partygraph.linking.tables import shipped
    from partygraph.wikidata.comparison import subject_of

    if not lookup.item or not linked:
        return linked
    if len(linked) > 1:
        raise UsageError("--item is said of one article, and there are more", remedy="Give one article")
    sure = [match.qid for match in parties.find(lookup.item, shipped(), knowledge) if match.sure]
    word = parties.read(lookup.item)
    if not sure and knowledge is None and parties.QID.fullmatch(word):
        sure = [word]
    party = subject_of(linked[0])
    if not sure or party is None:
        raise UsageError(f"no item is known for {lookup.item}", remedy="Give its ID, or look it up: partygraph link")
    return [applied(linked[0], {party: sure[0]})]


def say_alone(titles: list[str], what: str, lookup: Lookup) -> None:
    """Say of which articles the item is not known, and what that means."""
    if titles:
        more = f" and {len(titles) - MOST_NAMED} more" if len(titles) > MOST_NAMED else ""
        hint = "; name it with --item" if len(titles) == 1 and not lookup.item else ""
        say(f"{what}, as the item is not known: {'; '.join(titles[:MOST_NAMED])}{more}{hint}")


def _bar(done: int, of: int) -> None:
    filled = BAR * done // max(of, 1)
    sys.stderr.write(f"\r\x1b[K{'█' * filled}{'░' * (BAR - filled)} {done}/{of}")
    if done >= of:
        sys.stderr.write("\r\x1b[K")
    sys.stderr.flush()


def _silent(_done: int, _of: int) -> None:
    """Say nothing: standard error is a file."""
