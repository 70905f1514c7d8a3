"""What a validation found: for people, for programs, and as the report that SHACL defines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from partygraph.formats import format_turtle
from partygraph.formats.namespaces import PREFIXES, SH, XSD
from partygraph.formats.ntriples import literal
from partygraph.formats.terms import Node, Value
from partygraph.formats.turtle import Names, prefix_lines
from partygraph.tables import html_table
from partygraph.validation.paths import Path

LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Finding:
    """What an engine reports: which constraint of which shape a node breaks, and with which value."""

    focus: Node
    path: Path | None
    value: Node | None
    severity: str
    messages: tuple[str, ...]
    shape: Node
    component: str


@dataclass(frozen=True, slots=True)
class Result:
    """One finding, with the fact and the sentence that caused it where the data tells.

    ``focus`` and ``shape`` are IRIs, ``path`` a property or path in SPARQL's words, ``value`` an IRI or a text.
    ``start`` and ``end`` are offsets of the quote in the article's text.
    """

    focus: str
    label: str | None
    path: str | None
    value: str | None
    severity: str
    message: str
    shape: str
    component: str
    fact: str | None
    quote: str | None
    start: int | None
    end: int | None
    rule: str | None
    remedy: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a validation; data conforms if nothing is worse than a warning."""

    results: tuple[Result, ...]
    findings: tuple[Finding, ...]
    checked: int
    """How many statements were looked at."""

    @property
    def conforms(self) -> bool:
        """Tell whether there is no violation."""
        return all(result.severity != "Violation" for result in self.results)

    def text(self) -> str:
        """Write the report for people: each finding with its fact, its sentence and what to do."""
        return (
            "\n\n".join([self._head(), *(_paragraph(at, result) for at, result in enumerate(self.results, 1))]) + "\n"
        )

    def json(self) -> str:
        """Write the report for programs."""
        results = [asdict(result) for result in self.results]
        report = {"conforms": self.conforms, "statements": self.checked, "results": results}
        return json.dumps(report, ensure_ascii=False, indent=1) + "\n"

    def graph(self) -> str:
        """Write the report as a SHACL validation report in Turtle."""
        conforms = "true" if not self.findings else "false"
        results = "".join(f" ; sh:result [ {_turtle(finding)} ]" for finding in self.findings)
        body = f"[ a sh:ValidationReport ; sh:conforms {conforms}{results} ] ."
        used = {prefix: namespace for prefix, namespace in PREFIXES.items() if f" {prefix}:" in body}
        return format_turtle(prefix_lines(used) + body, "report")

    def _head(self) -> str:
        return f"{'Conforms' if self.conforms else 'Does not conform'}: {self.checked} statements, {self._counted()}."

    def _counted(self) -> str:
        counts = [
            f"{count} {name}{'s' if count != 1 else ''}"
            for name in ("violation", "warning", "info")
            if (count := sum(result.severity.lower() == name for result in self.results))
        ]
        return ", ".join(counts) or "nothing found"

    def _repr_html_(self) -> str:
        """Show the findings in a notebook."""
        columns = ("severity", "message", "label", "path", "value", "fact", "quote", "remedy")
        rows = [[getattr(result, column) for column in columns] for result in self.results]
        return html_table(columns, rows, caption=self._head())

    def __str__(self) -> str:
        """Return the report for people."""
        return self.text()


def _paragraph(at: int, result: Result) -> str:
    names = Names(PREFIXES)
    quote = " ".join((result.quote or "").split())
    if len(quote) > LONGEST_QUOTE:
        quote = f"{quote[:LONGEST_QUOTE]}…"
    rows = (
        ("node", f"{result.label} <{result.focus}>" if result.label else f"<{result.focus}>"),
        ("property", result.path),
        ("value", result.value),
        ("fact", result.fact),
        ("sentence", f"“{quote}” (characters {result.start} to {result.end})" if quote else None),
        ("rule", result.rule),
        ("shape", f"{names.iri(result.shape)} ({result.component.removesuffix('ConstraintComponent')})"),
        ("remedy", result.remedy),
    )
    lines = [f"  {name + ':':<10}{text}" for name, text in rows if text]
    return "\n".join([f"{at}. {result.severity}: {result.message}", *lines])


def _turtle(finding: Finding) -> str:
    names = Names(PREFIXES)

    def term(node: Node) -> str:
        return literal(node) if isinstance(node, Value) else f"<{node}>"

    parts: Iterable[tuple[str, str | None]] = (
        ("a", "sh:ValidationResult"),
        ("sh:focusNode", term(finding.focus)),
        ("sh:resultPath", finding.path.turtle if finding.path else None),
        ("sh:value", term(finding.value) if finding.value is not None else None),
        ("sh:resultSeverity", f"sh:{finding.severity}"),
        ("sh:sourceConstraintComponent", names.iri(SH + finding.component)),
        ("sh:sourceShape", term(finding.shape) if "://" in str(finding.shape) else None),
        *(("sh:resultMessage", literal(Value(message, XSD + "string"))) for message in finding.messages),
    )
    return " ; ".join(f"{name} {text}" for name, text in parts if text)
