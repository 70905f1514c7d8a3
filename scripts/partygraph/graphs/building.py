"""Builds the graph of one article from what was read from it."""

from __future__ import annotations

import os
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from partygraph.errors import InputError, Place, ProfileError, UsageError
from partygraph.formats.ntriples import term as written
from partygraph.formats.terms import Iri, Triple
from partygraph.graphs import disputes as overlay
from partygraph.graphs import plans as planning
from partygraph.graphs import provenance as records
from partygraph.graphs import terms
from partygraph.graphs.dataset import Dataset
from partygraph.graphs.disputes import Dispute
from partygraph.graphs.facts import LABEL, TYPE, Writer, prop
from partygraph.graphs.names import Mention, Names
from partygraph.graphs.nodes import assign
from partygraph.graphs.plans import Draft, Plan, shown
from partygraph.graphs.provenance import Recorder, Statement, all_evidence
from partygraph.model import Datatype, Evidence, Extraction, Fact, LeftOut, Literal, Status

BASE = "https://w3id.org/partygraph/"
REFUSED = "not-publishable"
"""The reason code of a fact that the publisher profile refuses."""


def build(extraction: Extraction, *, base: str = BASE, disputes: Iterable[Dispute] = ()) -> Dataset:
    """Build facts graph and provenance graph of one article.

    ``base`` begins the identifiers of things and graphs; ``disputes`` are overlaid where they are about this article.
    The day of issue is that of ``SOURCE_DATE_EPOCH``, and is missing without it. A fact with a value that the profile
    refuses (an address that is none, the 30th of February) costs no more than itself: it becomes a left-out record.

    Raises:
        InputError: a quote is not what stands at its place in the article, or a dispute is about no fact.
        ProfileError: the title, file name or source record of the article cannot be published.
        RuleError: a fact has a predicate or qualifier that the tables do not know.
    """
    check_quotes(extraction)
    return _Build(extraction, _checked_base(base), tuple(disputes)).dataset()


def check_quotes(extraction: Extraction) -> None:
    """Hold every quote against the text: law 1.

    Raises:
        InputError: a fact has no quote, or a quote is not what stands at its place.
    """
    article = extraction.article
    for fact in extraction.facts:
        if not fact.evidence or not fact.rule:
            raise InputError(f"the fact {_told(fact)} has no quote or no rule", where=Place(article.source.name))
    for evidence in sorted(all_evidence(extraction.facts, extraction.left_out), key=lambda found: found.span):
        start, end = evidence.span
        if not 0 <= start <= end <= len(article.text) or article.text[start:end] != evidence.quote:
            raise InputError(
                f"the quote {evidence.quote[:60]!r} is not what stands at characters {start} to {end}",
                where=Place(article.source.name, article.line(max(start, 0))),
                remedy="This is a mistake of the reader or of a rule: report the article",
            )


class _Build:
    def __init__(self, extraction: Extraction, base: str, disputes: tuple[Dispute, ...]) -> None:
        self.extraction = extraction
        self.article = extraction.article
        self.base = base
        self.disputes = overlay.concerning(disputes, self.article.title, extraction.facts)
        self.plans = [(fact, self._plan(fact)) for fact in extraction.facts]
        mentions = [mention for _, plan in self.plans for mention in plan.mentions()]
        main = [Mention(entity) for _, entity in extraction.aliases]
        self.names = Names(self.article, extraction.aliases, [*mentions, *main], base)
        self.graph = terms.iri(f"{base}graph/{self.names.slug}")
        self.writer = Writer(self.names, assign(_drafts(self.plans), self.names), self.article.source.language)
        self.recorder = Recorder(self.article, self.writer, self.graph)
        self.refused = tuple(self._refused())

    def _plan(self, fact: Fact) -> Plan:
        disputed = self.disputes.get(fact, ())
        withdrawn = any(dispute.kind == "retraction" for dispute in disputed)
        return planning.plan(fact, self.article.source.language, marked=bool(disputed), withdrawn=withdrawn)

    def _refused(self) -> Iterator[LeftOut]:
        """Take out the facts that the profile refuses, and yield a left-out record of each."""
        for fact, plan in list(self.plans):
            try:
                for mention in plan.mentions():
                    self.writer.label(mention.entity.name)
                self.recorder.identify(fact, plan)
                deque(self._said(fact, plan), maxlen=0)
            except ProfileError as error:
                self.plans.remove((fact, plan))
                yield LeftOut(fact.evidence[0], REFUSED, f"{fact.predicate}: {error.what}", fact.rule)

    def dataset(self) -> Dataset:
        """Put both graphs together."""
        facts = {triple for fact, plan in self.plans for triple in self._said(fact, plan)}
        shown = [mention for _, plan in self.plans if plan.published for mention in plan.mentions()]
        facts.update(self.writer.descriptions(shown))
        facts.update(self._about_the_graph())
        statements = self._statements()
        return Dataset(
            slug=self.names.slug,
            title=self.article.title,
            base=self.base,
            subject=self.names.subject,
            article=self.names.article,
            facts=_sorted(facts),
            provenance=_sorted(self._records(statements, facts)),
            facts_graph=self.graph,
            provenance_graph=terms.iri(f"{self.graph}/provenance"),
            statements=tuple(statement for statement, _ in statements),
            refused=self.refused,
            notice=self._notice(),
        )

    def _said(self, fact: Fact, plan: Plan) -> Iterator[Triple]:
        """Yield what a fact adds to the facts graph, with the disputes about it on its node."""
        if not plan.published:
            return
        yield from self.writer.triples(plan)
        for dispute in self.disputes.get(fact, ()):
            if plan.node is not None:
                yield (
                    self.writer.node(plan.node).iri,
                    prop("party:disputedBy"),
                    records.dispute_iri(dispute, self.graph),
                )
            yield from records.dispute_triples(dispute, self.graph, self.writer)

    def _statements(self) -> list[tuple[Statement, Plan]]:
        """Make one statement of all facts that say the same, in the order of the text."""
        together: dict[Iri, list[tuple[Fact, Plan]]] = defaultdict(list)
        for fact, plan in self.plans:
            together[self.recorder.identify(fact, plan)].append((fact, plan))
        return [
            (
                Statement(iri, tuple(fact for fact, _ in rows), self.writer.main(rows[0][1]), self._status(rows)),
                rows[0][1],
            )
            for iri, rows in together.items()
        ]

    def _status(self, rows: list[tuple[Fact, Plan]]) -> str:
        kinds = {dispute.kind for fact, _ in rows for dispute in self.disputes.get(fact, ())}
        if "retraction" in kinds:
            return "retracted"
        return "disputed" if kinds else str(rows[0][0].status)

    def _records(self, statements: list[tuple[Statement, Plan]], facts: set[Triple]) -> Iterator[Triple]:
        by_evidence: dict[Evidence, list[Iri]] = defaultdict(list)
        for statement, _ in statements:
            for fact in statement.facts:
                for evidence in fact.evidence if fact.status is not Status.INFERRED else ():
                    by_evidence[evidence].append(statement.iri)
        for statement, plan in statements:
            disputes = tuple(dict.fromkeys(d for fact in statement.facts for d in self.disputes.get(fact, ())))
            yield from self.recorder.statement(statement, plan, disputes)
            yield from self.recorder.origins(statement, by_evidence)
            for dispute in disputes:
                yield from records.dispute_triples(dispute, self.graph, self.writer)
        left_out = (*self.extraction.left_out, *self.refused)
        for record in left_out:
            yield from self.recorder.left_out(record)
        for evidence in all_evidence((fact for fact, _ in self.plans), left_out):
            yield from self.recorder.evidence(evidence)
        yield from self.recorder.source()
        yield from self._hidden(facts)

    def _hidden(self, facts: set[Triple]) -> Iterator[Triple]:
        """Yield what only the provenance graph tells: stated aliases, and what things of no published fact are."""
        for alias, entity in self.extraction.aliases:
            if terms.REFUSED.search(alias):
                continue
            yield self.names.iri(Mention(entity)), prop("skos:hiddenLabel"), self.writer.label(alias)
        hidden = [mention for _, plan in self.plans if not plan.published for mention in plan.mentions()]
        yield from (triple for triple in self.writer.descriptions(hidden) if triple not in facts)

    def _about_the_graph(self) -> Iterator[Triple]:
        source = self.article.source
        yield self.graph, TYPE, prop("void:Dataset")
        yield self.graph, LABEL, self.writer.label(f"Facts of the article {self.article.title}")
        yield self.graph, prop("foaf:primaryTopic"), self.names.subject
        yield self.graph, prop("dcterms:source"), terms.web_address(source.url) if source.url else self.names.article
        yield from records.licence(self.graph, source)
        if day := _day_of_issue():
            yield self.graph, prop("dcterms:issued"), terms.literal(Literal(day, Datatype.DATE))

    def _notice(self) -> str:
        """Say in one line where the facts come from."""
        source = self.article.source
        article = f"{source.title or self.article.title} ({source.publisher or source.name})"
        page = f", {source.url}" if source.url else ""
        return " ".join(f"Facts of the article {article}{page}; licence: {source.licence or 'unknown'}".split())


def _drafts(plans: Iterable[tuple[Fact, Plan]]) -> list[Draft]:
    """Return all nodes that the plans ask for, those inside a node before it."""
    found: list[Draft] = []
    for _, planned in plans:
        if isinstance(planned.object, Draft):
            found.append(planned.object)
        if planned.node is not None:
            found.append(planned.node)
    return found


def _sorted(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    return tuple(sorted(set(triples), key=lambda triple: (triple[0], triple[1], written(triple[2]))))


def _told(fact: Fact) -> str:
    return f"{fact.subject.name} · {fact.predicate} · {shown(fact.object)}"


def _checked_base(base: str) -> str:
    if not base.endswith(("/", "#")):
        raise UsageError(f"the base {base!r} does not end in /", remedy="Write the base with a slash at its end")
    try:
        return terms.iri(base)
    except ProfileError as error:
        raise UsageError(f"the base is {error.what}", remedy=error.remedy) from error


def _day_of_issue() -> str | None:
    """Return the day of ``SOURCE_DATE_EPOCH``, None where that is not set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            f"SOURCE_DATE_EPOCH is {seconds!r}", remedy="Set it to whole seconds since 1970, or unset it"
        ) from error
