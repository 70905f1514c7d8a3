"""What sort of body the noun beside a name tells."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("It opposed the electoral alliance Azure Front.", ["electoral alliance"]),
        ("It joined the Azure Front coalition in 1990.", ["coalition"]),
        ("It opposed the movement Azure Front.", ["movement"]),
        ("It opposed the Azure Front movement.", []),
        ("It joined the coalition Azure Front – Walden.", []),
        ("It joined the coalition Azure Front to Change Walden.", []),
        ("Bo Chan led the pressure group Azure Front.", ["pressure group"]),
        ("It joined the Red Party coalition.", []),
        ("It joined the Azure Front coalition government.", []),
        ("It was close to the rebel group Morva.", ["rebel group"]),
        ('It worked with the lobby group "Friends of Trees" in 1990.', ["lobby group"]),
        ("It worked with the guerrilla group Scarlet Dawn, which was banned.", ["guerrilla group"]),
        ("It worked with the rebel group Bo Chan had founded.", []),
    ],
)
def test_the_sort_of_a_body(sentence: str, kinds: list[str]) -> None:
    assert [value for value, _, _ in told(sentence, "type")] == kinds
