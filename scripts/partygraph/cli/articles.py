"""Reads the INPUT of a command article by article; what cannot be read is said at once, and the others go on."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from partygraph.cli.talk import complain, say
from partygraph.errors import InputError, PartygraphError
from partygraph.model import Article, Extraction, Subject
from partygraph.resources import folder

if TYPE_CHECKING:
    from partygraph.street import Opinion

INPUT_HELP = "An INPUT is an article (plain text or wikitext), a folder of articles, a JSON Lines file or dump, or -."


def explain_inputs(command: click.Command) -> None:
    """Add to the help of a command what an INPUT is."""
    command.help = f"{cleandoc(command.help or '')}\n\n{INPUT_HELP}"


@dataclass
class Inputs:
    """The articles of a call, and whose opinions on them are asked; ``failures`` grows while they are read."""

    places: Sequence[str]
    failures: list[PartygraphError] = field(default_factory=list)
    opinions: Sequence[Opinion] = ()

    def articles(self) -> Iterator[Article]:
        """Read one article after the other; errors are said on standard error, and kept."""
        from partygraph import readers

        for place in self.places:
            empty = True
            for found in readers.read_all(place if place == "-" else Path(place)):
                empty = False
                if isinstance(found, InputError):
                    self.fail(found)
                else:
                    yield found
            if empty:
                say(f"{place}: no article about a party is in it")

    def extractions(self) -> Iterator[Extraction]:
        """Extract the facts of one article after the other, with a count on a terminal."""
        from partygraph import street

        counting = sys.stderr.isatty() and (len(self.places) > 1 or any(Path(p).is_dir() for p in self.places))
        for number, article in enumerate(self.articles(), 1):
            if number > 1:
                gc.enable()  # a long run, which main() did not know of
            if counting:
                sys.stderr.write(f"\r\x1b[K{number} articles  {article.title[:60]}")
            if article.subject is not Subject.PARTY:
                say(_not_mapped(article))
            try:
                yield street.extract(article, opinions=self.opinions)
            except InputError as error:
                self.fail(error)
        if counting:
            sys.stderr.write("\r\x1b[K")

    def fail(self, error: PartygraphError) -> None:
        """Say and keep an error of one article."""
        complain(error)
        self.failures.append(error)

    def exit_code(self, findings: bool = False) -> int:
        """Return the exit code of the call: 3 if an input failed, 1 if something was found, else 0."""
        if self.failures and len(self.places) > 1:
            say(f"{len(self.failures)} of the inputs could not be used; the others were")
        return InputError.exit_code if self.failures else int(findings)


def _not_mapped(article: Article) -> str:
    """Say that an article states nothing here, and what to do if it should."""
    name = article.source.name
    if article.subject is Subject.OTHER:
        return f"{name}: not mapped, for it is not about a party"
    record = f"{Path(name).stem}.source.toml"
    return f'{name}: not mapped, for nothing shows that it is about a party; if it is: subject = "party" in {record}'


def default_articles() -> Path:
    """Return the folder of the articles that come with the project.

    Raises:
        InputError: this installation has none, as a wheel does.
    """
    place = folder("data") / "articles"
    if not place.is_dir():
        raise InputError("this installation comes without articles", remedy="Name an article: partygraph build FILE")
    return place
