"""Writes the provenance graph: who says each fact, in which characters of which source, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from partygraph.formats.ntriples import term as written
from partygraph.formats.terms import Iri, Term, Triple
from partygraph.graphs import iris, terms
from partygraph.graphs.disputes import Dispute
from partygraph.graphs.facts import LABEL, TYPE, Writer, prop
from partygraph.graphs.plans import Plan, shown
from partygraph.model import Article, Datatype, Evidence, Fact, LeftOut, Literal, Source, Status

AROUND = 32
"""Characters of context that a quote carries on either side, so that it is found again in another revision."""

LICENCES = re.compile(r"CC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -]([1-4]\.[05])", re.IGNORECASE)
PUBLIC_DOMAIN = re.compile(r"CC0(?:[ -]1\.0)?", re.IGNORECASE)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the provenance graph: its IRI, the facts that say it, its triple, and its status.

    The triple is in the facts graph, unless the status is ``candidate`` or ``retracted``.
    """

    iri: Iri
    facts: tuple[Fact, ...]
    triple: Triple
    status: str

    def told(self) -> tuple[str, str, str]:
        """Return subject, predicate and object for people."""
        first = self.facts[0]
        return first.subject.name, first.predicate, shown(first.object)


class Recorder:
    """Writes the records of one article; identifiers are those of the content, below the article's graph."""

    def __init__(self, article: Article, writer: Writer, graph: Iri) -> None:
        """Take the article that is quoted, the writer of its facts, and the IRI of its facts graph."""
        self._article = article
        self._writer = writer
        self._graph = graph

    def identify(self, fact: Fact, plan: Plan) -> Iri:
        """Return the IRI of the statement that a fact makes; the same statement made again has the same one."""
        details = sorted(f"{name} {written(self._writer.term(cell, name))}" for name, cell in plan.qualifiers)
        subject, predicate, value = self._writer.main(plan)
        key = (subject, predicate, written(value), fact.predicate, fact.status, *details)
        return self._below(f"s-{fact.predicate}-{iris.digest(*key)}")

    def statement(self, statement: Statement, plan: Plan, disputes: Sequence[Dispute]) -> Iterator[Triple]:
        """Yield the record of a statement, without its evidence."""
        iri, facts = statement.iri, statement.facts
        first = facts[0]
        yield iri, TYPE, prop("rdf:Statement")
        yield iri, LABEL, self._writer.label(" · ".join(statement.told()))
        for name, value in zip(("subject", "predicate", "object"), statement.triple, strict=True):
            yield iri, prop(f"rdf:{name}"), value
        yield iri, prop("party:status"), terms.text(statement.status)
        yield iri, prop("party:predicate"), prop(f"predicate:{first.predicate}")
        yield iri, prop("party:about"), self._writer.names.iri(plan.subject)
        for name, cell in plan.qualifiers:
            yield iri, prop(name), self._writer.term(cell, name)
        for fact in facts:
            yield iri, prop("party:readIn"), terms.text(fact.source)
            yield iri, prop("party:readBy"), terms.text(fact.rule)
            for evidence in _evidence(fact):
                yield iri, prop("prov:wasQuotedFrom"), self.evidence_iri(evidence)
        for dispute in disputes:
            yield iri, prop("party:disputedBy"), dispute_iri(dispute, self._graph)

    def origins(self, statement: Statement, by_evidence: Mapping[Evidence, Sequence[Iri]]) -> Iterator[Triple]:
        """Yield what an inferred statement was derived from: other statements with that evidence, or the evidence."""
        for fact in statement.facts:
            if fact.status is not Status.INFERRED:
                continue
            for evidence in fact.inferred_from or fact.evidence:
                others = [iri for iri in by_evidence.get(evidence, ()) if iri != statement.iri]
                for origin in others or [self.evidence_iri(evidence)]:
                    yield statement.iri, prop("prov:wasDerivedFrom"), origin

    def evidence_iri(self, evidence: Evidence) -> Iri:
        """Return the IRI of quoted characters, which is made of their place."""
        return self._below(f"q{evidence.span.start}-{evidence.span.end}")

    def evidence(self, evidence: Evidence) -> Iterator[Triple]:
        """Yield the record of quoted characters: their place, the characters, and some on either side."""
        text, (start, end) = self._article.text, evidence.span
        iri = self.evidence_iri(evidence)
        place, quote = terms.iri(f"{iri}.position"), terms.iri(f"{iri}.quote")
        yield iri, TYPE, prop("oa:SpecificResource")
        yield iri, prop("oa:hasSource"), self._writer.names.article
        yield iri, prop("oa:hasSelector"), place
        yield iri, prop("oa:hasSelector"), quote
        yield place, TYPE, prop("oa:TextPositionSelector")
        yield place, prop("oa:start"), terms.number(start)
        yield place, prop("oa:end"), terms.number(end)
        yield quote, TYPE, prop("oa:TextQuoteSelector")
        yield quote, prop("oa:exact"), terms.quote(evidence.quote)
        yield quote, prop("oa:prefix"), terms.quote(text[max(0, start - AROUND) : start])
        yield quote, prop("oa:suffix"), terms.quote(text[end : end + AROUND])

    def left_out(self, record: LeftOut) -> Iterator[Triple]:
        """Yield the record of characters that became no fact."""
        place = f"{record.evidence.span.start}-{record.evidence.span.end}"
        iri = self._below(f"l-{iris.digest(place, record.reason, record.note, record.rule or '')}")
        yield iri, TYPE, prop("party:LeftOut")
        yield iri, LABEL, self._writer.label(f"Left out: {record.reason}, characters {place}")
        yield iri, prop("party:reason"), prop(f"reason:{record.reason}")
        yield iri, prop("prov:wasQuotedFrom"), self.evidence_iri(record.evidence)
        if record.note:
            yield iri, prop("skos:note"), terms.quote(record.note)
        if record.rule:
            yield iri, prop("party:readBy"), terms.text(record.rule)

    def source(self) -> Iterator[Triple]:
        """Yield what is known of the article itself; an unknown revision is said to be unknown."""
        source, article = self._article.source, self._writer.names.article
        yield article, TYPE, prop("schema:Article")
        yield article, LABEL, self._writer.label(f"{self._article.title} (article)")
        yield article, prop("dcterms:title"), terms.text(source.title or self._article.title)
        yield article, prop("foaf:primaryTopic"), self._writer.names.subject
        yield article, prop("schema:sha256"), terms.text(source.sha256)
        yield article, prop("party:fileName"), terms.quote(source.name)
        yield article, prop("dcterms:language"), terms.text(source.language)
        yield from _revision(article, source)
        yield from licence(article, source)
        if source.url:
            yield article, prop("schema:url"), terms.web_address(source.url)
        if source.publisher:
            yield article, prop("dcterms:publisher"), terms.text(source.publisher)

    def _below(self, name: str) -> Iri:
        return terms.iri(f"{self._graph}#{name}")


def _evidence(fact: Fact) -> Iterator[Evidence]:
    yield from fact.evidence
    yield from (qualifier.evidence for qualifier in fact.qualifiers if qualifier.evidence)


def all_evidence(facts: Iterable[Fact], left_out: Iterable[LeftOut]) -> set[Evidence]:
    """Return every quote that the records of an extraction lean on."""
    quoted = {evidence for fact in facts for evidence in (*_evidence(fact), *fact.inferred_from)}
    return quoted | {record.evidence for record in left_out}


def _revision(article: Iri, source: Source) -> Iterator[Triple]:
    if source.revision:
        yield article, prop("schema:version"), terms.text(source.revision)
    else:
        yield article, prop("party:revisionStatus"), terms.text("unknown")
    if source.retrieved:
        day = DAY.match(source.retrieved)
        retrieved: Term = terms.literal(Literal(day[0], Datatype.DATE)) if day else terms.text(source.retrieved)
        yield article, prop("dcterms:date"), retrieved


def licence(thing: Iri, source: Source) -> Iterator[Triple]:
    """Yield the licence of a source: its IRI where it has one, else its words; ``unknown`` where it is not known."""
    text = (source.licence or "").strip() or "unknown"
    if found := LICENCES.fullmatch(text):
        page = f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
        yield thing, prop("dcterms:license"), terms.iri(page)
    elif PUBLIC_DOMAIN.fullmatch(text):
        yield thing, prop("dcterms:license"), terms.iri("https://creativecommons.org/publicdomain/zero/1.0/")
    elif text.startswith(("http://", "https://")):
        yield thing, prop("dcterms:license"), terms.web_address(text)
    else:
        yield thing, prop("dcterms:rights"), terms.text(text)


def dispute_iri(dispute: Dispute, graph: Iri) -> Iri:
    """Return the IRI of a dispute, below the graph of its article."""
    return terms.iri(f"{graph}#d-{dispute.digest()}")


def dispute_triples(dispute: Dispute, graph: Iri, writer: Writer) -> Iterator[Triple]:
    """Yield the record of a dispute: who says so, where, and what the note says."""
    iri = dispute_iri(dispute, graph)
    yield iri, TYPE, prop("party:Dispute")
    yield iri, LABEL, writer.label(dispute.label())
    for name in dispute.by:
        yield iri, prop("party:attribution"), terms.text(name)
    for source in dispute.sources:
        yield (
            iri,
            prop("dcterms:source"),
            terms.web_address(source) if source.startswith("http") else terms.text(source),
        )
    if dispute.note:
        yield iri, prop("skos:note"), terms.text(dispute.note)
