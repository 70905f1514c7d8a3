"""What may stand between the items of a list: commas, "and", remarks and brackets behind a name."""

from __future__ import annotations

import pytest
from telling import told

from partygraph.extraction.prose.annotators.listgaps import gap_at, is_repeated
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.tokens import tokenise


def test_a_relative_clause_may_stand_before_the_last_of_a_list() -> None:
    text = "The party was founded by the Red Party, whose leader was Ann Lee, and the Green League."
    assert [name for name, _, _ in told(text, "foundingOrganisation")] == ["Red Party", "Green League"]
    text = "It was formed through a merger of the Red Party, which had been founded in 1950, and the Green League."
    assert sorted(name for name, _, _ in told(text, "mergedFrom")) == ["Green League", "Red Party"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Ann Lee, a former mayor of Tern, the jurist Bo Chan, previously active, and Tom Fox, a poet, founded it.",
            ["Ann Lee", "Bo Chan", "Tom Fox"],
        ),
        ("Its founders included Ann Lee, its chairman, Bo Chan, Jan Roe and Tom Fox.", None),
        # She was supported by all the others.
        ("The party owes its existence to Ann Lee, who was supported by Bo Chan, Jan Roe and Tom Fox.", ["Ann Lee"]),
    ],
)
def test_a_remark_may_stand_behind_any_person_of_a_list(sentence: str, names: list[str] | None) -> None:
    wanted = names or ["Ann Lee", "Bo Chan", "Jan Roe", "Tom Fox"]
    assert [name for name, _, status in told(sentence, "founder") if status == "asserted"] == wanted


def test_a_party_in_the_midst_of_a_list_is_no_remark() -> None:
    text = "Three parties merged in 1994 to form it: the Red Party, the Green League of Bo Chan, and the Azure Union."
    names = [name for name, _, status in told(text, "mergedFrom") if status == "asserted"]
    assert sorted(names) == ["Azure Union", "Green League", "Red Party"]


def test_a_party_of_two_people_is_one_of_a_list() -> None:
    text = "It was born of the union of the Red Party of Ann Lee and Bo Chan, the Green League and the White Union."
    names = [name for name, _, status in told(text, "mergedFrom") if status == "asserted"]
    assert names == ["Red Party", "Green League", "White Union"]


def test_the_second_of_two_people_may_have_a_party_of_his_own() -> None:
    text = "It was born in 1986 of the union of the Red Party of Ann Lee and Bo Chan's Green League."
    assert [name for name, _, status in told(text, "mergedFrom") if status == "asserted"] == [
        "Red Party",
        "Green League",
    ]


@pytest.mark.parametrize(
    ("text", "width", "last"),
    [
        (", Bo", 1, False),
        ("and Bo", 1, True),
        ("& Bo", 1, True),
        (", and Bo", 2, True),
        (", as well as Bo", 4, True),
        ("as well as Bo", 3, True),
        ("and with Bo", 2, True),
        (", , , Bo", 3, False),
        ("(Leader), Bo", 4, False),
        ("or Bo", 0, False),
        ("", 0, False),
    ],
)
def test_a_gap_is_as_wide_as_what_joins_two(text: str, width: int, last: bool) -> None:
    assert gap_at(Lattice.over(tokenise(f"Ann {text}")), 1) == (width, last)


@pytest.mark.parametrize(
    ("text", "repeated"),
    [("to Ann and to Bo", True), ("to Ann and by Bo", False), ("and Ann and and Bo", False), ("to Ann and Bo", False)],
)
def test_a_preposition_may_be_repeated(text: str, repeated: bool) -> None:
    assert is_repeated(Lattice.over(tokenise(text)), 1, 3) is repeated


@pytest.mark.parametrize(
    "behind", ["of the Red Party, Bo Chan", "as president, Bo Chan as secretary", "of Tilbrook, Bo Chan", ", Bo Chan"]
)
def test_what_tells_who_somebody_is_stands_before_the_next(behind: str) -> None:
    text = f"It was founded by Ann Lee {behind} and Tom Fox.".replace(" ,", ",")
    assert [name for name, _, status in told(text, "founder") if status == "asserted"] == [
        "Ann Lee",
        "Bo Chan",
        "Tom Fox",
    ]
