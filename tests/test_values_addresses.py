"""Addresses are one line, and have parts only where their form is known."""

import doctest

import pytest

from partygraph.model import Span
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


def town(text: str, *linked: str) -> str | None:
    links = [Span(text.index(name), text.index(name) + len(name)) for name in linked]
    found = addresses.locality(text, links, {"Norway", "Chile"}.__contains__)
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("text", "linked", "expected"),
    [
        ("Terazije 29, Belgrade", ("Belgrade",), "Belgrade"),
        ("Haus am Tor, Torstraße 28, D-10178 Berlin", ("Haus am Tor", "Berlin"), "Berlin"),
        ("Torgata 5, Kelder, Norway", ("Kelder", "Norway"), "Kelder"),
        ("Miraflores 495 Santiago", ("Santiago",), "Santiago"),
        ("Long Lane 1, Windhoek West, Windhoek", ("Windhoek West", "Windhoek"), "Windhoek West"),
        ("Morato Avenue, Quezon City", ("Morato Avenue", "Quezon City"), "Quezon City"),
        ("310 First Street SE, Washington, D.C.", ("Washington, D.C.",), "Washington, D.C."),
        ("Sector G-6, Islamabad-44000, ICT", ("Islamabad", "ICT"), "Islamabad"),
        ("Likas Road, near the Kelder market", ("Kelder",), None),
        ("Kirkegata 7, 1850 Mysen", (), "Mysen"),
        ("Torgata 5, Kelder, Norway", (), "Kelder"),
        ("124 Princes Road, Tamavua, Suva", (), None),
        ("12, Main Plaza", (), None),
        ("Quay House, 7 Pier Road", (), None),
    ],
)
def test_the_town_of_an_address(text: str, linked: tuple[str, ...], expected: str | None) -> None:
    assert town(text, *linked) == expected


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(addresses).failed == 0
