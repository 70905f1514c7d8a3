"""A dataset is whole and the same wherever it is built, and what cannot be published costs no more than itself."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from graph_questions import (
    BASE,
    RIVAL,
    SEED,
    MakeExtraction,
    iri,
    year,
)

from partygraph import extraction, readers
from partygraph.errors import ProfileError, RuleError, UsageError
from partygraph.formats import Value
from partygraph.formats.namespaces import expand
from partygraph.formats.terms import Triple
from partygraph.graphs import Dataset, build
from partygraph.model import Datatype, Entity, Extraction, Fact, Kind, Literal


class TestRefusals:
    @pytest.mark.parametrize(
        ("predicate", "value"),
        [
            ("founded", Literal("2002-02-30", Datatype.DATE)),
            ("website", Literal("the page of the party")),
            ("slogan", Literal("Sail\0on")),
            ("youthWing", Entity("Young\x07 Harbour", Kind.ORGANISATION)),
        ],
    )
    def test_a_refused_value_costs_no_more_than_itself(
        self, make_extraction: MakeExtraction, party: Entity, predicate: str, value: Entity | Literal
    ) -> None:
        made = make_extraction("Harbour Party", (party, "founded", year("2002")), (party, predicate, value))
        dataset = build(made)
        assert [statement.facts for statement in dataset.statements] == [made.facts[:1]]
        (record,) = dataset.refused
        assert record.reason == "not-publishable"
        assert record.evidence == made.facts[1].evidence[0]
        assert [o for s, p, o in dataset.provenance if "#l-" in s and p == iri("party:reason")] == [
            iri("reason:not-publishable")
        ]
        assert all(isinstance(quad, ox.Quad) for quad in dataset.quads())

    def test_a_title_that_cannot_be_published_stops_the_build(
        self, make_extraction: MakeExtraction, party: Entity
    ) -> None:
        with pytest.raises(ProfileError):
            build(make_extraction("Harbour\0Party", (party, "founded", year("2002"))))

    def test_unknown_predicates_and_qualifiers_are_refused(
        self, make_extraction: MakeExtraction, party: Entity
    ) -> None:
        for fact in ((party, "likes", RIVAL), (party, "alliance", RIVAL, {"because": Literal("x")})):
            with pytest.raises(RuleError, match="is called"):
                build(make_extraction("Harbour Party", fact))

    @pytest.mark.parametrize("base", ["https://e.org/x", "x/", "https://e.org/ /"])
    def test_a_bad_base_is_a_usage_error(self, make_extraction: MakeExtraction, party: Entity, base: str) -> None:
        with pytest.raises(UsageError, match="base"):
            build(make_extraction("Harbour Party", (party, "founded", year("2002"))), base=base)


def test_a_dataset_shows_itself_in_a_notebook(make_extraction: MakeExtraction, party: Entity) -> None:
    shown = build(make_extraction("Harbour Party", (party, "slogan", Literal("<b>Sail</b>"))))._repr_html_()
    assert "&lt;b&gt;Sail" in shown
    assert "<b>" not in shown


def test_another_base_moves_the_data_and_not_the_vocabulary(make_extraction: MakeExtraction, party: Entity) -> None:
    dataset = build(make_extraction("Harbour Party", (party, "founded", year("2002"))), base="https://e.org/g/")
    assert dataset.subject == "https://e.org/g/id/harbour-party"
    assert iri("schema:foundingDate") in {p for _, p, _ in dataset.facts}
    assert not [s for s, _, _ in (*dataset.facts, *dataset.provenance) if s.startswith(BASE)]


def test_the_day_of_issue_comes_from_the_environment_only(
    make_extraction: MakeExtraction, party: Entity, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_extraction("Harbour Party", (party, "founded", year("2002")))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert not [p for _, p, _ in build(made).facts if p == iri("dcterms:issued")]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    issued = [o for _, p, o in build(made).facts if p == iri("dcterms:issued")]
    assert issued == [Value("1970-01-02", expand("xsd:date"))]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        build(made)


PROGRAM = """
import sys
from pathlib import Path
from partygraph import extraction, readers
from partygraph.graphs import build
dataset = build(extraction.extract(readers.read(Path(sys.argv[1]))))
for form in ("turtle", "jsonld", "ntriples"):
    sys.stdout.buffer.write(dataset.write(form).encode())
for form in ("trig", "jsonld", "nquads"):
    sys.stdout.buffer.write(dataset.write(form, provenance=True).encode())
"""


def test_the_same_article_is_the_same_bytes() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(SEED)],
            env={
                "PYTHONHASHSEED": seed,
                "TZ": zone,
                "LC_ALL": locale,
                "PYTHONPATH": str(Path(readers.__file__).parents[2]),
            },
            check=True,
            capture_output=True,
        ).stdout
        for seed, zone, locale in (("0", "UTC", "C"), ("1", "Asia/Tokyo", "C.UTF-8"), ("random", "UTC", "C.UTF-8"))
    }
    assert len(outputs) == 1
    assert min(map(len, outputs)) > 10_000


@pytest.fixture(scope="module")
def seed() -> tuple[Extraction, Dataset]:
    read = extraction.extract(readers.read(SEED))
    return read, build(read)


def test_each_fact_of_the_article_has_a_statement(seed: tuple[Extraction, Dataset]) -> None:
    read, dataset = seed
    recorded_facts = [fact for statement in dataset.statements for fact in statement.facts]
    assert len(recorded_facts) == len(read.facts)
    assert set(recorded_facts) == set(read.facts)
    published = set(dataset.facts)
    assert all(statement.triple in published for statement in dataset.statements if statement.status != "candidate")


def test_the_order_of_facts_changes_nothing(seed: tuple[Extraction, Dataset]) -> None:
    read, dataset = seed
    backwards: tuple[Fact, ...] = tuple(reversed(read.facts))
    again = build(replace(read, facts=backwards))

    def without_labels(triples: tuple[Triple, ...]) -> set[Triple]:
        return {triple for triple in triples if triple[1] != iri("rdfs:label")}

    assert without_labels(again.facts) == without_labels(dataset.facts)
    assert without_labels(again.provenance) == without_labels(dataset.provenance)
