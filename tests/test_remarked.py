"""What a definite noun tells of the name right before it."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("It fought the Azure Front, the electoral coalition which governed.", ["electoral coalition"]),
        ("It fought the Azure Front (AF), the coalition of the centre-right.", ["coalition"]),
        ("It fought the Azure Front, Ann Lee's coalition in the north.", ["coalition"]),
        ("It fought Morva, the coalition that governed.", ["coalition"]),
        ("It fought the Democratic Pact of Ghana, the coalition that governed.", ["coalition"]),
        ("It met in Tilbrook, the coalition that governed said.", []),
        ("It fought the Azure Front and the Green League, the coalition that governed.", ["coalition"]),
        ("It fought Ann Lee, the coalition that governed said.", []),
    ],
)
def test_the_noun_behind_a_name(sentence: str, kinds: list[str]) -> None:
    assert [value for value, _, _ in told(sentence, "type")] == kinds
