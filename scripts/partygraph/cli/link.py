"""``partygraph link``: the names of articles and their Wikidata items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from partygraph import tables as text_tables
from partygraph.cli.articles import INPUT_HELP, Inputs
from partygraph.cli.lookups import lookup_options, settle
from partygraph.cli.talk import give, say, terminal_width

if TYPE_CHECKING:
    from partygraph.linking.knowledge import Knowledge
    from partygraph.linking.matches import Match
    from partygraph.linking.sssom import Row
    from partygraph.linking.tables import Tables
    from partygraph.model import Extraction

COLUMNS = ("article", "name", "kind", "status", "qid", "label", "confidence", "how", "evidence")


@dataclass(frozen=True)
class Linked:
    """One article with its matches; those that the tables alone gave are known already."""

    extraction: Extraction
    matches: tuple[Match, ...]
    known: frozenset[tuple[object, str]]


@click.command(
    "link",
    epilog="""\b
Examples:
  partygraph link party.txt                         by the shipped tables; nothing is fetched
  partygraph link articles/ --endpoint              ask Wikidata, too; show what it would add
  partygraph link articles/ --endpoint --apply      ... and keep what is sure in data/links
  partygraph link party.txt --endpoint --review --apply --author "Ada"
  partygraph link "Liberal Party (Norway)" https://en.wikipedia.org/wiki/Nazi_Party Q29552
""",
)
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@lookup_options
@click.option("--review", is_flag=True, help="Walk through the candidates and decide: match, never, or later.")
@click.option("--apply", is_flag=True, help="Write links and decisions to the tables. Without it nothing is written.")
@click.option(
    "--tables",
    "folder",
    metavar="FOLDER",
    help="A folder of more tables, to which is written, too (default: data/links).",
)
@click.option("--author", default="", help="Who decides; kept with each decision.")
@click.option(
    "-f", "--format", "form", type=click.Choice(list(text_tables.FORMATS)), default="table", show_default=True
)
@click.option("--json", "form", flag_value="json", help="The same as -f json.")
def command(
    inputs: tuple[str, ...], review: bool, apply: bool, folder: str | None, author: str, form: str, **options: Any
) -> int:
    """Link the names in articles to Wikidata items, and say of each link how it was found.

    By default nothing is fetched: links come from the tables in data/links. With --endpoint or --items names are
    looked up: by the title of their page first, then by name with type, country, date and the party's own statements.
    What is not sure is a candidate, and links nothing until a person has decided.

    An INPUT that is no file may be a party's title, the address of its page, or a Wikidata ID.

    """
    from partygraph.linking import matches
    from partygraph.linking import tables as link_tables

    inputs, lookup = settle(inputs, **options)
    if not inputs:
        raise click.UsageError("Missing argument 'INPUT...'.")
    place = Path(folder) if folder else link_tables.links_folder()
    tables = link_tables.read(link_tables.links_folder(), place)
    knowledge = lookup.knowledge() if lookup.asked else None
    reading = Inputs([word for word in inputs if _is_place(word)])
    # The shipped links are taken off again: the tables of this call decide, and what they refuse must be gone.
    linked = _link([matches.cleared(extraction) for extraction in reading.extractions()], tables, knowledge)
    words = [word for word in inputs if not _is_place(word)]
    rows = [row for one in linked for row in _rows(one)] + _looked_up(words, tables, knowledge)
    give(text_tables.write_table(COLUMNS, rows, form, width=terminal_width()))
    _count(rows)
    decisions = _review(linked, author) if review else {}
    _keep(linked, decisions, place, apply)
    return reading.exit_code()


command.help = f"{cleandoc(command.help or '')}\n\n{INPUT_HELP}"


def _is_place(word: str) -> bool:
    return word == "-" or Path(word).exists() or word.startswith((".", "/")) or Path(word).suffix in (".txt", ".jsonl")


def _link(extractions: Sequence[Extraction], tables: Tables, knowledge: Knowledge | None) -> list[Linked]:
    from partygraph import linking
    from partygraph.linking import online

    known = [linking.match(extraction, tables) for extraction in extractions]
    found = online.ask(extractions, tables, knowledge) if knowledge is not None else tuple(known)
    return [
        Linked(extraction, matches, frozenset((m.entity, m.qid) for m in before if m.sure))
        for extraction, matches, before in zip(extractions, found, known, strict=True)
    ]


def _rows(linked: Linked) -> list[tuple[text_tables.Value, ...]]:
    from partygraph.linking.matches import links_of
    from partygraph.linking.mentions import mentions

    links = links_of(linked.matches)
    title = linked.extraction.article.title
    rows: list[tuple[text_tables.Value, ...]] = []
    for mention in mentions(linked.extraction):
        entity = mention.entity
        found = [match for match in linked.matches if match.entity == entity]
        if not found:
            rows.append((title, entity.name, entity.kind.value, "unresolved", "", "", None, "", ""))
        rows += [_row(title, match, match.sure and links.get(entity) == match.qid) for match in found]
    return rows


def _row(title: str, match: Match, linked: bool) -> tuple[text_tables.Value, ...]:
    how = match.justification.removeprefix("semapv:")
    status = "link" if linked else "candidate"
    evidence = "; ".join(f"{feature.name}: {feature.detail} ({feature.score:+.2f})" for feature in match.features)
    name, kind = match.entity.name, match.entity.kind.value
    return (title, name, kind, status, match.qid, match.label, match.confidence, how, evidence)


def _looked_up(
    words: Iterable[str], tables: Tables, knowledge: Knowledge | None
) -> list[tuple[text_tables.Value, ...]]:
    from partygraph.linking import parties

    rows: list[tuple[text_tables.Value, ...]] = []
    for word in words:
        found = parties.find(word, tables, knowledge)
        rows += [_row(match.entity.name, match, match.sure) for match in found]
        if not found:
            rows.append((word, parties.read(word), "party", "unresolved", "", "", None, "", ""))
    return rows


def _count(rows: Sequence[Sequence[object]]) -> None:
    counts = {status: sum(row[3] == status for row in rows) for status in ("link", "candidate", "unresolved")}
    say(" · ".join(f"{count} {status}" for status, count in counts.items()))


def _review(linked: Iterable[Linked], author: str) -> dict[str, list[Row]]:
    """Show each candidate and ask; the answers are rows of the tables of decisions and refusals."""
    from partygraph.linking import decisions
    from partygraph.linking.mentions import setting
    from partygraph.linking.tables import DECISIONS, DENY

    taken: dict[str, list[Row]] = {DECISIONS: [], DENY: []}
    linked = list(linked)
    if not any(not match.sure for one in linked for match in one.matches):
        say("there are no candidates to decide on")
    for one in linked:
        article = setting(one.extraction).article
        for match in one.matches:
            if match.sure:
                continue
            _show(one.extraction, match)
            answer = click.prompt("match, never, later or stop", type=click.Choice(list("mnls")), default="l", err=True)
            if answer == "s":
                return taken
            if answer == "m":
                taken[DECISIONS].append(decisions.confirmed(match, article, author))
            elif answer == "n":
                taken[DENY].append(decisions.refused(match, article, author))
    return taken


def _show(extraction: Extraction, match: Match) -> None:
    say()
    say(f"{click.style(match.entity.name, bold=True)} ({match.entity.kind}) in {extraction.article.title}")
    quotes = (
        fact.evidence[0].quote
        for fact in extraction.facts
        if match.entity in (fact.subject, fact.object, *(q.value for q in fact.qualifiers))
    )
    for quote in list(dict.fromkeys(quotes))[:2]:
        say(f"  “{' '.join(quote.split())[:160]}”")
    say(f"  {match.qid} {match.label}  https://www.wikidata.org/wiki/{match.qid}")
    for feature in match.features:
        say(f"    {feature.score:+.2f} {feature.name}: {feature.detail}")


def _keep(linked: Iterable[Linked], taken: dict[str, list[Row]], place: Path, apply: bool) -> None:
    from partygraph.linking import decisions
    from partygraph.linking.matches import links_of
    from partygraph.linking.mentions import setting

    found = [
        decisions.found(match, setting(one.extraction).article)
        for one in linked
        for links in [links_of(one.matches)]
        for match in one.matches
        if match.sure and links.get(match.entity) == match.qid and (match.entity, match.qid) not in one.known
    ]
    new = {decisions.FOUND: list(dict.fromkeys(found)), **taken}
    for name, rows in new.items():
        if not rows:
            continue
        if apply:
            say(f"{decisions.add(place, name, rows)} new in {place / name}")
        else:
            say(f"{len(rows)} would be written to {place / name}; --apply writes them")
