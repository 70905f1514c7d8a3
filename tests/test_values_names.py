"""Names are told from placeholders and from debris."""

import doctest

import pytest

from partygraph.values import names


@pytest.mark.parametrize(
    "text", ["None", "Vacant", "N/A", "Collective leadership", "See list", "–", "Non-Inscrits", "(none)"]
)
def test_placeholders(text: str) -> None:
    assert names.is_placeholder(text)


@pytest.mark.parametrize("text", ["Nonet", "Independent Party", "Vacarescu", "Unknown Soldiers' Party"])
def test_names_are_no_placeholders(text: str) -> None:
    assert not names.is_placeholder(text)
    assert names.is_name(text)


@pytest.mark.parametrize("text", ["class=nowrap", "{{x", "200", "( )", "x", ") rest", "a" * 200])
def test_debris_is_no_name(text: str) -> None:
    assert not names.is_name(text)


def test_two_persons_are_two() -> None:
    for text in ("Ann Bee and Carl Dee", "Ann Bee & Carl Dee", "Ann Bee/Carl Dee"):
        assert [text[a:b] for a, b in names.people(text)] == ["Ann Bee", "Carl Dee"]
    assert len(names.people("Ann and Carl Dee")) == 1


def test_quotation_marks_come_off_only_as_a_pair() -> None:
    assert names.bare('"Count us in"') == "Count us in"
    assert names.bare('"A" and "B"') == 'A" and "B'
    assert names.bare("") == ""


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(names).failed == 0
