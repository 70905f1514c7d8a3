"""Facts and Wikidata statements agree by item, name, number, address and year, and are counted in both directions."""

from dataclasses import replace

import pytest

from partygraph.evaluation.agreement import Agreement, agreement, labels, total
from partygraph.linking.items import Item, item_of
from partygraph.model import Datatype, Entity, Extraction, Fact, Kind, Literal

PARTY = Entity("Harbour Party", Kind.PARTY, "Harbour Party")


def item(**statements: object) -> Item:
    made = item_of({"qid": "Q1", "wikidata": {f"label ({pid})": value for pid, value in statements.items()}})
    assert made is not None
    return made


def place(name: str, **more: str) -> Entity:
    return Entity(name, Kind.PLACE, **more)


def concept(name: str, **more: str) -> Entity:
    return Entity(name, Kind.CONCEPT, **more)


def counted(made: Extraction, theirs: Item, pid: str) -> Agreement:
    return agreement(made, theirs)[0][pid]


def extraction(make: object, predicate: str, *values: Entity | Literal) -> Extraction:
    made = make("Harbour Party", *((PARTY, predicate, value) for value in values))  # type: ignore[operator]
    assert isinstance(made, Extraction)
    return made


@pytest.mark.parametrize(
    ("predicate", "ours", "pid", "theirs", "same"),
    [
        ("founded", Literal("1931-05-02", Datatype.DATE), "P571", "+1931-01-01T00:00:00Z", True),
        ("founded", Literal("1931", Datatype.YEAR, approximate=True), "P571", "+1931-00-00T00:00:00Z", True),
        ("founded", Literal("1930s"), "P571", "+1931-00-00T00:00:00Z", True),
        ("founded", Literal("1932", Datatype.YEAR), "P571", "+1931-00-00T00:00:00Z", False),
        ("headquarters", Literal("Low Road 3, 105 Reykjavík"), "P159", "Reykjavik (Q1764)", True),
        ("headquarters", place("Roma Street, Lundby"), "P159", "Rom (Q5)", False),
        ("ideology", concept("Social democracy"), "P1142", "social democracy (Q121254)", True),
        ("ideology", concept("Reformism", qid="Q121254"), "P1142", "social democracy (Q121254)", True),
        ("ideology", concept("Dukism", link="Duke Lee#Ideology"), "P1142", "social democracy (Q121254)", False),
        ("website", Literal("lake.example", Datatype.URI), "P856", "https://www.lake.example/", True),
        ("logo", Literal("File_a.svg"), "P154", "File a.svg", True),
        ("memberCount", Literal("304", Datatype.NON_NEGATIVE), "P2124", {"amount": "+304", "unit": "1"}, True),
    ],
)
def test_values_agree(
    make_extraction: object, predicate: str, ours: Entity | Literal, pid: str, theirs: object, same: bool
) -> None:
    found = counted(extraction(make_extraction, predicate, ours), item(**{pid: theirs}), pid)
    assert (found.both, found.agreeing) == (1, int(same))


def test_both_directions_are_counted(make_extraction: object) -> None:
    made = extraction(make_extraction, "ideology", concept("Liberalism"), concept("Agrarianism"))
    theirs = item(
        P1142=["liberalism (Q6216)", "populism (Q180490)", "conservatism (Q7169)"], P571="+1931-00-00T00:00:00Z"
    )
    counts, differences = agreement(made, theirs)
    assert counts["P1142"] == Agreement(both=1, agreeing=1, ours=2, ours_met=1, theirs=3, theirs_met=1)
    assert counts["P571"] == Agreement(only_theirs=1)
    assert counts["P159"] == Agreement()
    assert differences == ()


def test_a_difference_names_both_sides(make_extraction: object) -> None:
    made = extraction(make_extraction, "founded", Literal("1932", Datatype.YEAR))
    (difference,) = agreement(made, item(P571="+1931-00-00T00:00:00Z"))[1]
    assert (difference.property, difference.ours, difference.theirs) == ("P571", ("1932",), ("1931",))


def test_one_property_may_have_several_predicates(make_extraction: object) -> None:
    made = extraction(make_extraction, "affiliationEuropean", Entity("Greens", Kind.ORGANISATION))
    assert counted(made, item(P463="Greens (Q1)"), "P463").agreeing == 1
    assert labels()["P463"][1] >= ("affiliationInternational",)


def test_facts_about_others_do_not_count(make_extraction: object) -> None:
    made = extraction(make_extraction, "founded", Literal("1932", Datatype.YEAR))
    other = replace(made.facts[0], subject=Entity("Lake Party", Kind.PARTY))
    facts: tuple[Fact, ...] = (*made.facts, replace(other, object=Literal("1931", Datatype.YEAR)))
    assert counted(replace(made, facts=facts), item(P571="+1931-00-00T00:00:00Z"), "P571").agreeing == 0


def test_counts_add_up() -> None:
    one = {"P571": Agreement(both=1, agreeing=1)}
    assert total([one, {"P571": Agreement(both=1), "P17": Agreement(only_ours=1)}]) == {
        "P571": Agreement(both=2, agreeing=1),
        "P17": Agreement(only_ours=1),
    }
    assert total([one])["P571"].share.value == 1.0
