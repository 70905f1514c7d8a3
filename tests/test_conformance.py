"""A fact that breaks a shape is left out with the shape's words, and the rest is published."""

from dataclasses import replace

from partygraph.conformance import conform
from partygraph.graphs import Dataset, build
from partygraph.model import Entity, Kind, Literal

PARTY = Entity("Harbour Party", Kind.PARTY, "Harbour Party")


def test_what_does_not_conform_is_left_out_and_the_rest_stays(make_extraction: object) -> None:
    made = make_extraction(  # type: ignore[operator]
        "Harbour Party",
        (PARTY, "predecessor", PARTY),
        (PARTY, "slogan", Literal("Sail")),
    )
    conformed = conform(made, build)
    assert conformed.report.conforms
    assert [fact.predicate for fact in conformed.extraction.facts] == ["slogan"]
    (record,) = conformed.left_out
    assert record.reason == "not-conforming" and record.note.startswith("predecessor: ")
    assert record in conformed.extraction.left_out
    assert [result.severity for result in conformed.violations] == ["Violation"]
    assert any("not-conforming" in str(o) for _, _, o in conformed.dataset.provenance)


def test_what_conforms_is_untouched(make_extraction: object) -> None:
    made = make_extraction("Harbour Party", (PARTY, "slogan", Literal("Sail")))  # type: ignore[operator]
    built: list[Dataset] = []

    def once(extraction: object) -> Dataset:
        built.append(build(extraction))  # type: ignore[arg-type]
        return built[-1]

    conformed = conform(made, once)
    assert conformed.extraction is made and len(built) == 1 and conformed.violations == ()


def test_nothing_is_left_out_where_no_fact_is_the_cause(make_extraction: object) -> None:
    made = make_extraction("Harbour Party", (PARTY, "slogan", Literal("Sail")))  # type: ignore[operator]

    def nameless(extraction: object) -> Dataset:
        dataset = build(extraction)  # type: ignore[arg-type]
        named = (t for t in dataset.facts if not (t[0] == dataset.subject and t[1].endswith("label")))
        return replace(dataset, facts=tuple(named))

    conformed = conform(made, nameless)
    assert not conformed.report.conforms
    assert conformed.extraction is made and conformed.left_out == ()
