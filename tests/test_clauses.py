"""What may be passed over in a sentence, and what may not."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The leader of the party, a baker by trade, Ann Lee went home.", ["Ann Lee"]),
        ("In September 2010, the leaders of the party, including Ann Lee, Bo Chan and Cy Dorn went home.", []),
    ],
)
def test_a_comma_within_a_list_ends_no_remark(sentence: str, names: list[str]) -> None:
    assert [name for name, _, _ in told(sentence, "leader")] == names
