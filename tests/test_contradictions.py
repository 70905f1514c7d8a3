import partygraph
from partygraph import contradictions, facttable

LAKE = """= Lake Party =

Lake Party
- Foundation: 14 July 1931
- Membership: 304
- Ideology: Liberalism, Agrarianism

The Lake Party is a political party with approximately 900 members. The Lake Party was founded in 1931.
"""


def against(predicate: str, value: str) -> list[str]:
    extraction = partygraph.extract(LAKE)
    fact = next(fact for fact in extraction.facts if fact.predicate == predicate and value in str(fact.object))
    return [facttable.readable(other.object) for other in contradictions.of(fact, extraction)]


def test_another_count_is_one() -> None:
    assert against("memberCount", "304") == ["900~"]


def test_a_coarser_date_is_none() -> None:
    assert against("founded", "1931-07-14") == []


def test_a_second_ideology_is_none() -> None:
    assert against("ideology", "Liberalism") == []


def test_the_inferred_ends_of_a_range_contradict_nothing() -> None:
    extraction = partygraph.extract("= Hill Party =\n\nHill Party\n- Position: Centre to centre-right\n")
    positions = [fact for fact in extraction.facts if fact.predicate == "position"]
    assert positions
    assert [contradictions.of(fact, extraction) for fact in positions] == [()] * len(positions)
