"""Remarks between the members of a list: what is passed over, and what ends the list."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Its founders were Ann Lee along with Bo Chan, Tom Fox and Jan Roe.",
            ["Ann Lee", "Bo Chan", "Tom Fox", "Jan Roe"],
        ),
        ("It owes its existence to Ann Lee, the former mayor, and to the lawyer Bo Chan.", ["Ann Lee", "Bo Chan"]),
        ("It was founded by Ann Lee and by Bo Chan.", ["Ann Lee", "Bo Chan"]),
        ("Its founders were Ann Lee, elected for the Red Party, and Bo Chan.", ["Ann Lee", "Bo Chan"]),
        ("Its founders were Ann Lee, by birth a Dane, and Bo Chan.", ["Ann Lee", "Bo Chan"]),
        (
            "Its founders were Ann Lee, minister of defence, Bo Chan and such lawyers as Tom Fox.",
            ["Ann Lee", "Bo Chan", "Tom Fox"],
        ),
        (
            "Its founders were Ann Lee of the Red Party, Bo Chan of the Green League and Tom Fox.",
            ["Ann Lee", "Bo Chan", "Tom Fox"],
        ),
        # Whoever stands between commas by name is one of them, and no remark.
        ("Its founders were Ann Lee, the poet Bo Chan, and Tom Fox.", ["Ann Lee", "Bo Chan", "Tom Fox"]),
        # Whose office stands there is another.
        ("Its founders were Ann Lee, president Bo Chan, and Tom Fox.", None),
        # She alone founded it.
        ("It was founded by Ann Lee and to Bo Chan it meant nothing.", ["Ann Lee"]),
    ],
)
def test_what_stands_between_persons_may_tell_of_them(sentence: str, names: list[str] | None) -> None:
    found = [name for name, _, status in told(sentence, "founder") if status == "asserted"]
    assert found == names if names is not None else found in ([], ["Ann Lee"], ["Ann Lee", "Bo Chan", "Tom Fox"])
