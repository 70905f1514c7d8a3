"""The part of ``partygraph evaluate`` that compares many articles with their Wikidata statements."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from partygraph import street, tables
from partygraph.cli.articles import Inputs
from partygraph.cli.talk import give, say, terminal_width
from partygraph.errors import InputError, UsageError
from partygraph.evaluation.agreement import Agreement, Difference, agreement, labels, total
from partygraph.linking.items import Item, item_of
from partygraph.model import Article

COLUMNS = (
    *("property", "predicates", "both", "agree", "share", "95%", "ceiling", "only ours", "only Wikidata"),
    *("ours met", "of ours", "theirs met", "of theirs"),
)


def ceilings(words: Sequence[str]) -> dict[str, float]:
    """Read ``P571=89.9%`` or ``founded=0.899``: the share that agreement cannot exceed, as somebody measured it.

    Raises:
        UsageError: it is not a name and a share.
    """
    found = {}
    for word in words:
        name, _, share = word.partition("=")
        try:
            found[name] = float(share.removesuffix("%")) / (100 if share.endswith("%") else 1)
        except ValueError as error:
            raise UsageError(f"not a ceiling: {word!r}", remedy="Write it: founded=89.9%") from error
    return {pid: most for pid, (_, names) in labels().items() for name in (pid, *names) if (most := found.get(name))}


def compare(paths: Sequence[Path], *, most: Mapping[str, float], as_json: bool, show: bool) -> int:
    """Compare the articles of JSON Lines files with the statements beside them; return the exit code."""
    reading = Inputs([str(path) for path in paths])
    counts: list[dict[str, Agreement]] = []
    differences: list[Difference] = []
    without = _Without()
    for article, item in _pairs(paths, reading, without):
        counted, differing = agreement(street.extract(article), item)
        counts.append(counted)
        differences += differing
    found = {name: one for name, one in total(counts).items() if one.both or one.only_ours or one.only_theirs}
    if as_json:
        result = {
            "articles": len(counts),
            "records_without_statements": without.count,
            "properties": {pid: {**one.as_json(), "ceiling": most.get(pid)} for pid, one in found.items()},
        }
        give(json.dumps(result, ensure_ascii=False, indent=1) + "\n")
    else:
        lines = [_line(name, one, most.get(name)) for name, one in found.items()]
        give(tables.write_table(COLUMNS, lines, "table", width=terminal_width()))
        if show:
            rows = [(d.article, d.property, "; ".join(d.ours), "; ".join(d.theirs)) for d in differences]
            columns = ("article", "property", "ours", "Wikidata")
            give("\n" + tables.write_table(columns, rows, "table", width=terminal_width()))
        say(f"{len(counts)} articles compared with their Wikidata statements; {without.count} have none")
    if not counts and not reading.failures:
        reading.fail(InputError("no record has Wikidata statements", remedy="Give the records 'qid' and 'wikidata'"))
    return reading.exit_code()


@dataclass
class _Without:
    """How many records have no statements."""

    count: int = 0


def _pairs(paths: Sequence[Path], reading: Inputs, without: _Without) -> Iterator[tuple[Article, Item]]:
    from partygraph import readers

    for path in paths:
        for record, article in readers.read_records(path):
            item = item_of(record) if record.get("wikidata") else None
            if isinstance(article, InputError):
                reading.fail(article)
            elif item is not None:
                yield article, item
            else:
                without.count += 1


def _line(pid: str, one: Agreement, most: float | None) -> tuple[tables.Value, ...]:
    ends = one.share.interval
    return (
        *(f"{pid} {labels()[pid][0]}", " ".join(labels()[pid][1]), one.both, one.agreeing),
        "" if one.share.value is None else f"{one.share.value:.1%}",
        "" if ends is None else f"{ends[0]:.1%}-{ends[1]:.1%}",
        "" if most is None else f"{most:.1%}",
        *(one.only_ours, one.only_theirs, one.ours_met, one.ours, one.theirs_met, one.theirs),
    )
