"""Every statement of a graph is quoted from its source, and a quote that is not there stops the build."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graph_questions import (
    ADA,
    COUNCIL,
    RIVAL,
    MakeExtraction,
    iri,
    recorded,
    year,
)

from partygraph.errors import InputError
from partygraph.formats import Value
from partygraph.graphs import build
from partygraph.model import Entity, Evidence, LeftOut, Literal, Span


class TestProvenance:
    def test_every_statement_is_a_triple_of_the_facts(self, make_extraction: MakeExtraction, party: Entity) -> None:
        dataset = build(
            make_extraction(
                "Harbour Party",
                (party, "founded", year("2002")),
                (ADA, "elected", COUNCIL, {"date": year("2007")}),
                (party, "headquartersStreet", Literal("1 Quay")),
                (party, "affiliationNational", RIVAL, {"end": year("1990")}),
            )
        )
        assert len(dataset.statements) == 4
        for statement in dataset.statements:
            assert statement.triple in dataset.facts
            parts = (iri("rdf:subject"), iri("rdf:predicate"), iri("rdf:object"))
            assert (
                tuple(next(o for s, p, o in dataset.provenance if s == statement.iri and p == part) for part in parts)
                == statement.triple
            )

    def test_a_quote_has_its_place_and_what_stands_around_it(
        self, make_extraction: MakeExtraction, party: Entity
    ) -> None:
        made = make_extraction("Harbour Party", (party, "founded", year("2002")))
        dataset = build(made)
        (quoted,) = recorded(dataset, "prov:wasQuotedFrom")
        selectors = [o for s, p, o in dataset.provenance if s == quoted and p == iri("oa:hasSelector")]
        values = {p: o for s, p, o in dataset.provenance if s in selectors and isinstance(o, Value)}
        start, end = (int(values[iri(name)][0]) for name in ("oa:start", "oa:end"))
        text = made.article.text
        assert values[iri("oa:exact")][0] == text[start:end] == made.facts[0].evidence[0].quote
        assert text[:start].endswith(values[iri("oa:prefix")][0])
        assert text[end:].startswith(values[iri("oa:suffix")][0])

    def test_the_same_said_twice_is_one_statement_with_two_quotes(
        self, make_extraction: MakeExtraction, party: Entity
    ) -> None:
        dataset = build(
            make_extraction("Harbour Party", (party, "founded", year("2002")), (party, "founded", year("2002")))
        )
        assert len(dataset.statements) == 1
        assert len(recorded(dataset, "prov:wasQuotedFrom")) == 2

    def test_what_was_left_out_is_recorded(self, make_extraction: MakeExtraction, party: Entity) -> None:
        made = make_extraction("Harbour Party", (party, "founded", year("2002")))
        left = LeftOut(made.facts[0].evidence[0], "template-debris", "class=nowrap", "infobox:x")
        dataset = build(replace(made, left_out=(left,)))
        record = {p: o for s, p, o in dataset.provenance if "#l-" in s}
        assert record[iri("party:reason")] == iri("reason:template-debris")
        assert record[iri("skos:note")] == Value("class=nowrap")

    def test_an_unknown_revision_is_said_to_be_unknown(self, make_extraction: MakeExtraction, party: Entity) -> None:
        for revision, name, value in ((None, "party:revisionStatus", "unknown"), ("123", "schema:version", "123")):
            made = make_extraction("Harbour Party", (party, "founded", year("2002")), revision=revision)
            assert (build(made).article, iri(name), Value(value)) in set(build(made).provenance)

    def test_a_quote_that_is_not_there_stops_the_build(self, make_extraction: MakeExtraction, party: Entity) -> None:
        made = make_extraction("Harbour Party", (party, "founded", year("2002")))
        for wrong in (
            Evidence(made.facts[0].evidence[0].span, "other words"),
            Evidence(Span(0, 10**6), made.article.text),
            Evidence(Span(-5, 0), ""),
        ):
            for broken in (
                replace(made, facts=(replace(made.facts[0], evidence=(wrong,)),)),
                replace(made, facts=(replace(made.facts[0], inferred_from=(wrong,)),)),
                replace(made, left_out=(LeftOut(wrong, "debris"),)),
            ):
                with pytest.raises(InputError, match="is not what stands at"):
                    build(broken)

    def test_a_fact_without_a_quote_stops_the_build(self, make_extraction: MakeExtraction, party: Entity) -> None:
        made = make_extraction("Harbour Party", (party, "founded", year("2002")))
        with pytest.raises(InputError, match="no quote"):
            build(replace(made, facts=(replace(made.facts[0], evidence=()),)))
