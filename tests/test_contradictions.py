from dataclasses import replace

import pytest

import partygraph
from partygraph import contradictions, facttable
from partygraph.model import Literal, Qualifier

LAKE = """= Lake Party =

Lake Party
- Foundation: 14 July 1931
- Membership: 304
- Ideology: Liberalism, Agrarianism

The Lake Party is a political party with approximately 900 members. The Lake Party was founded in 1931.
"""


EXACT = LAKE.replace("approximately 900", "900")


def against(predicate: str, value: str, text: str = LAKE) -> list[str]:
    extraction = partygraph.extract(text)
    fact = next(fact for fact in extraction.facts if fact.predicate == predicate and value in str(fact.object))
    return [facttable.readable(other.object) for other in contradictions.of(fact, extraction)]


def test_another_count_is_one() -> None:
    assert against("memberCount", "304", EXACT) == ["900"]


def test_an_approximate_count_is_none() -> None:
    assert against("memberCount", "304") == against("memberCount", "900") == []


@pytest.mark.parametrize(
    ("one", "other", "holds"),
    [
        ({"asOf": "2019"}, {"asOf": "2022"}, True),
        ({"asOf": "2019"}, {"asOf": "2019"}, False),
        ({"asOf": "2019"}, {}, False),
        ({"end": "1950"}, {}, True),
        ({"start": "1950"}, {"start": "1950"}, False),
        ({"as": "Pond Party"}, {}, True),
        ({"approx": "true"}, {}, True),
        ({"role": "x"}, {"role": "y"}, False),
    ],
)
def test_what_qualifiers_make_hold(one: dict[str, str], other: dict[str, str], holds: bool) -> None:
    extraction = partygraph.extract(EXACT)
    counts = [fact for fact in extraction.facts if fact.predicate == "memberCount"]
    facts = tuple(
        replace(fact, qualifiers=tuple(Qualifier(name, Literal(value)) for name, value in given.items()))
        for fact, given in zip(counts, (one, other), strict=True)
    )
    found = contradictions.of(facts[0], replace(extraction, facts=facts))
    assert found == (() if holds else (facts[1],))


def test_a_coarser_date_is_none() -> None:
    assert against("founded", "1931-07-14") == []


def test_a_second_ideology_is_none() -> None:
    assert against("ideology", "Liberalism") == []


def test_the_inferred_ends_of_a_range_contradict_nothing() -> None:
    extraction = partygraph.extract("= Hill Party =\n\nHill Party\n- Position: Centre to centre-right\n")
    positions = [fact for fact in extraction.facts if fact.predicate == "position"]
    assert positions
    assert [contradictions.of(fact, extraction) for fact in positions] == [()] * len(positions)
