"""Writes a comparison: for people, for programs, for a report, and as an update that makes the old the new."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from itertools import groupby
from types import MappingProxyType

from partygraph.differences.comparing import Article, Comparison
from partygraph.differences.reading import Statement, Triple
from partygraph.errors import UsageError

LONGEST_QUOTE = 160


def write(comparison: Comparison, form: str) -> str:
    """Write a comparison in one of the :data:`FORMS`.

    Raises:
        UsageError: there is no such form.
    """
    if form not in FORMS:
        raise UsageError(f"there is no form {form!r}", remedy=f"Choose one of: {', '.join(FORMS)}")
    return FORMS[form](comparison)


def summary(comparison: Comparison) -> str:
    """Say in one line how much is different."""
    counts = [sum(len(getattr(article, kind)) for article in comparison.articles) for kind in KINDS]
    parts = ", ".join(f"{count} {kind}" for count, kind in zip(counts, KINDS, strict=True))
    return f"{parts}; triples: {comparison.more} more, {comparison.less} less"


MARKS = {"=": "", "-": "before: ", "+": "after: "}
KINDS = ("added", "removed", "changed")


def _text(comparison: Comparison) -> str:
    lines = []
    for article in comparison.articles:
        lines.append(article.title)
        for sign, before, after in _entries(article):
            lines.append(f"  {sign} {_sentence(before, after)}")
            lines += [f"      {mark} “{_cut(quote)}”" for mark, quote in _quotes(before, after)]
    return "".join(line + "\n" for line in lines)


def _markdown(comparison: Comparison) -> str:
    lines = ["# Differences", "", summary(comparison), ""]
    names = {"+": "Added", "-": "Removed", "~": "Changed"}
    for article in comparison.articles:
        lines += [f"## {_escaped(article.title)}", ""]
        for sign, entries in groupby(_entries(article), key=lambda entry: entry[0]):
            lines += [f"### {names[sign]}", ""]
            for _, before, after in entries:
                lines.append(f"- {_escaped(_sentence(before, after))}")
                lines += [f"  > {MARKS[mark]}{_escaped(_cut(quote))}" for mark, quote in _quotes(before, after)]
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _json(comparison: Comparison) -> str:
    written = {
        "before": comparison.before,
        "after": comparison.after,
        "articles": [
            {
                "article": article.name,
                "title": article.title,
                "added": [asdict(one) for one in article.added],
                "removed": [asdict(one) for one in article.removed],
                "changed": [{"old": asdict(old), "new": asdict(new)} for old, new in article.changed],
            }
            for article in comparison.articles
        ],
        "triples": {"more": comparison.more, "less": comparison.less},
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _patch(comparison: Comparison) -> str:
    parts = [
        f"{word} DATA {{\n{''.join(_blocks(quads))}}}"
        for word, quads in (("DELETE", comparison.deleted), ("INSERT", comparison.inserted))
        if quads
    ]
    return " ;\n".join(parts) + ("\n" if parts else "")


def _blocks(quads: Iterable[tuple[str, Triple]]) -> Iterable[str]:
    for graph, group in groupby(quads, key=lambda quad: quad[0]):
        lines = [f"<{subject}> <{predicate}> {value} .\n" for _, (subject, predicate, value) in group]
        yield f"GRAPH <{graph}> {{\n{''.join(lines)}}}\n" if graph else "".join(lines)


FORMS: Mapping[str, Callable[[Comparison], str]] = MappingProxyType(
    {"text": _text, "json": _json, "markdown": _markdown, "patch": _patch}
)
"""The ways to write a comparison, by the name that ``-f`` takes."""


def _entries(article: Article) -> Iterable[tuple[str, Statement | None, Statement | None]]:
    yield from (("-", one, None) for one in article.removed)
    yield from (("~", old, new) for old, new in article.changed)
    yield from (("+", None, one) for one in article.added)


def _sentence(before: Statement | None, after: Statement | None) -> str:
    if before is None or after is None:
        one = before or after
        assert one is not None
        return " · ".join((one.subject, one.predicate, _value(one)))
    return " · ".join((before.subject, before.predicate, f"{_value(before)} → {_value(after)}"))


def _value(one: Statement) -> str:
    notes = [*one.details, *([one.status] if one.status not in ("", "asserted") else [])]
    return f"{one.object} ({', '.join(notes)})" if notes else one.object


def _quotes(before: Statement | None, after: Statement | None) -> Iterable[tuple[str, str]]:
    old, new = (before.quotes if before else ()), (after.quotes if after else ())
    if old == new or before is None or after is None:
        return [("=", quote) for quote in old or new]
    return [("-", quote) for quote in old] + [("+", quote) for quote in new]


def _cut(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>&#|])", r"\\\1", text)
