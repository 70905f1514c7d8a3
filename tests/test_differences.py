"""What two builds say differently, on hand-made articles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from partygraph import differences, graphs
from partygraph.differences import Comparison, compare, read, write
from partygraph.differences.reading import alike
from partygraph.errors import InputError, UsageError
from partygraph.formats.namespaces import XSD
from partygraph.model import Datatype, Entity, Extraction, Kind, Literal, Status

if TYPE_CHECKING:
    from conftest import MakeExtraction

PARTY = Entity("Harbour Party", Kind.PARTY, "Harbour Party")
LAKE = Entity("Lake Party", Kind.PARTY, "Lake Party")
BODY = Entity("City Council", Kind.BODY)
ANN = Entity("Ann Lee", Kind.PERSON)


def year(number: str) -> Literal:
    return Literal(number, Datatype.YEAR)


def quads(*extractions: Extraction) -> list[ox.Quad]:
    return [quad for extraction in extractions for quad in graphs.build(extraction).quads()]


@pytest.fixture
def old(make_extraction: MakeExtraction) -> list[ox.Quad]:
    return quads(
        make_extraction("Harbour Party", (PARTY, "founded", year("1931")), (ANN, "elected", BODY)),
        make_extraction("Lake Party", (LAKE, "founded", year("1900"))),
    )


@pytest.fixture
def new(make_extraction: MakeExtraction) -> list[ox.Quad]:
    return quads(
        make_extraction("Harbour Party", (PARTY, "founded", year("1932")), (PARTY, "dissolved", year("1999"))),
        make_extraction("Lake Party", (LAKE, "founded", year("1900"))),
    )


def compared(old: list[ox.Quad], new: list[ox.Quad]) -> Comparison:
    return compare(read(old), read(new))


def test_facts_that_came_went_and_changed(old: list[ox.Quad], new: list[ox.Quad]) -> None:
    found = compared(old, new)
    (article,) = found.articles
    assert article.title == "Harbour Party"
    assert [(one.subject, one.predicate, one.object) for one in article.added] == [
        ("Harbour Party", "dissolved", "1999")
    ]
    assert [(one.subject, one.predicate) for one in article.removed] == [("Ann Lee", "elected")]
    ((before, after),) = article.changed
    assert (before.object, after.object) == ("1931", "1932")
    assert before.quotes == ("Harbour Party has founded 1931.",)
    assert len(found.lost) == 1 and (found.before, found.after) == (3, 3)


def test_the_same_is_no_difference(old: list[ox.Quad]) -> None:
    found = compared(old, list(reversed(old)))
    assert not found.differs and found.articles == () and write(found, "text") == "" == write(found, "patch")


def test_a_status_that_changed(make_extraction: MakeExtraction) -> None:
    sides = [
        quads(make_extraction("Harbour Party", (PARTY, "founded", year("1931")), status=status))
        for status in (Status.ASSERTED, Status.CLAIM)
    ]
    found = compared(*sides)
    assert "1931 → 1931 (attribution unnamed, claim)" in write(found, "text")
    assert found.lost == ()


def test_text(old: list[ox.Quad], new: list[ox.Quad]) -> None:
    shown = write(compared(old, new), "text")
    assert "  + Harbour Party · dissolved · 1999\n      = “Harbour Party has dissolved 1999.”\n" in shown
    assert "  ~ Harbour Party · founded · 1931 → 1932\n" in shown
    assert shown.splitlines()[0] == "Harbour Party" and "Lake" not in shown


def test_json_and_markdown(old: list[ox.Quad], new: list[ox.Quad]) -> None:
    found = compared(old, new)
    told = json.loads(write(found, "json"))
    assert told["articles"][0]["changed"][0]["new"]["object"] == "1932"
    assert "### Changed\n\n- Harbour Party · founded · 1931 → 1932\n" in write(found, "markdown")
    with pytest.raises(UsageError, match="patch"):
        write(found, "html")


def test_markdown_holds_no_markup_of_the_data(make_extraction: MakeExtraction) -> None:
    evil = Entity("<script>*x*</script>", Kind.PERSON)
    found = compared([], quads(make_extraction("Harbour Party", (PARTY, "leader", evil))))
    assert "<script>" not in write(found, "markdown")


def test_a_patch_makes_the_old_the_new(old: list[ox.Quad], new: list[ox.Quad]) -> None:
    for before, after in ((old, new), (new, old), ([], new), (old, [])):
        store = ox.Store()
        store.extend(before)
        patch = write(compared(before, after), "patch")
        store.update(patch)
        wanted = ox.Store()
        wanted.extend(after)
        assert set(store) == set(wanted)
    assert "nonNegativeInteger" in write(compared([], new), "patch"), "a patch has the values as they are"


def test_without_provenance_triples_are_compared(old: list[ox.Quad], new: list[ox.Quad]) -> None:
    plain = [ox.Quad(q.subject, q.predicate, q.object) for q in new if not q.graph_name.value.endswith("/provenance")]  # type: ignore[union-attr]
    found = compared(old, plain)
    (article,) = found.articles
    assert [(a.predicate, a.object, b.object) for a, b in article.changed] == [("foundingDate", "1931", "1932")]
    assert not compared(new, plain).differs


def test_what_stores_make_of_values_is_alike() -> None:
    def literal(text: str, datatype: str) -> ox.Literal:
        return ox.Literal(text, datatype=ox.NamedNode(XSD + datatype))

    assert alike(literal("7", "nonNegativeInteger")) == alike(literal("7", "integer")) == alike(literal("7", "int"))
    assert alike(literal("1", "boolean")) == alike(literal("true", "boolean"))
    assert alike(literal("1.50", "decimal")) == alike(literal("1.5", "decimal"))
    assert alike(literal("10", "decimal")) != alike(literal("1", "decimal"))
    assert alike(literal("7", "integer")) != alike(literal("7", "string"))
    assert alike(ox.Literal("7", language="de")) != alike(ox.Literal("7"))


def test_blank_nodes_are_refused() -> None:
    with pytest.raises(InputError, match="blank node"):
        read([ox.Quad(ox.BlankNode(), ox.NamedNode("urn:p"), ox.Literal("x"))])


def test_every_form_is_named() -> None:
    assert list(differences.FORMS) == ["text", "json", "markdown", "patch"]
