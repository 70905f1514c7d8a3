"""The table of predicates is complete and consistent."""

import pytest

from partygraph.model import Kind
from partygraph.rules.predicates import predicates, qualifiers


def test_the_tables_are_read() -> None:
    assert predicates()["founded"].property == "schema:foundingDate"
    assert predicates()["memberCount"].node_class == "party:MembershipCount"
    assert qualifiers()["end"].limits
    assert not qualifiers()["start"].limits


@pytest.mark.parametrize("name", sorted(predicates()))
def test_every_predicate_becomes_something(name: str) -> None:
    predicate = predicates()[name]
    assert predicate.property or predicate.node_class, f"{name} would be published as nothing"
    assert bool(predicate.node_class) == bool(predicate.node_subject), f"{name}: a node needs its tie to the subject"
    assert predicate.subject_kind in set(Kind)
    assert predicate.definition.endswith(".")


@pytest.mark.parametrize("name", sorted(qualifiers()))
def test_every_qualifier_has_a_property(name: str) -> None:
    assert qualifiers()[name].property
    assert qualifiers()[name].definition.endswith(".")
