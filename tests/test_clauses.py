"""What may be passed over in a sentence, and what may not."""

from __future__ import annotations

import pytest
from telling import told

from partygraph import readers
from partygraph.extraction import extract


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The leader of the party, a baker by trade, Ann Lee went home.", ["Ann Lee"]),
        ("In September 2010, the leaders of the party, including Ann Lee, Bo Chan and Cy Dorn went home.", []),
    ],
)
def test_a_comma_within_a_list_ends_no_remark(sentence: str, names: list[str]) -> None:
    assert [name for name, _, _ in told(sentence, "leader")] == names


def test_whoever_is_only_understood_is_quoted_where_the_name_stands() -> None:
    article = readers.read(
        "= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\nAnn Lee went home, and founded the Blue Party.\n"
    )
    (founder,) = [fact for fact in extract(article).facts if fact.predicate == "founder"]
    assert founder.evidence[0].quote == "Ann Lee went home, and founded the Blue Party"


def test_a_country_is_no_person() -> None:
    assert [name for name, _, _ in told("Its leader, Ann Lee, is a United States citizen.", "leader")] == ["Ann Lee"]
