"""Addresses are one line, and have parts only where their form is known."""

import doctest

import pytest

from partygraph.values import addresses


def test_broken_commas_are_mended() -> None:
    assert addresses.line(" 7 Ropewalk Lane,\nKelder,\nAL2 9QT") == "7 Ropewalk Lane, Kelder, AL2 9QT"


def test_parts_point_at_their_characters() -> None:
    text = "19 Mill Street,, Suite 4,, Carrow, TN 00417"
    found = {part.name: (part.text, text[slice(*part.span)]) for part in addresses.parts(text)}
    assert found == {
        "street": ("19 Mill Street, Suite 4", "19 Mill Street,, Suite 4"),
        "locality": ("Carrow", "Carrow, TN 00417"),
        "region": ("TN", "TN 00417"),
        "postalCode": ("00417", "00417"),
    }


def test_a_region_and_a_code_may_stand_apart() -> None:
    found = {part.name: part.text for part in addresses.parts("PO BOX 12, Carrow, Tennaway, 00417")}
    assert found == {"street": "PO BOX 12", "locality": "Carrow", "region": "Tennaway", "postalCode": "00417"}


@pytest.mark.parametrize(
    "text",
    [
        "Helsinki",
        "Tel Aviv, Israel",
        "28, rue Basfroi, 75011 Paris",
        "Tuxpan (first), Havana (last)",
        "Carrow, TN 00417",
    ],
)
def test_other_forms_have_no_parts(text: str) -> None:
    assert addresses.parts(text) == ()


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(addresses).failed == 0
