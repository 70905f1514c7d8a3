"""Titles become slugs that are safe as file names, readable, and never shared."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partygraph.graphs import iris

HOSTILE = (
    "../../etc/passwd",
    "CON",
    "Con",
    "nul",
    "Lpt1",
    "",
    " ",
    ".",
    "..",
    "!!!",
    "a/b",
    "a\\b",
    "x" * 300,
    "Единая Россия",
    "日本共産党",
    "Iron Guard#Ideology",
    "Party\nname",
    "\u202eParty",
    "Party\0",
    "-rf",
    "%2e%2e",
    "_",
    "()",
    " (x)",
)
TWINS = (
    ("Us Party", "US Party"),
    ("Social Democracy", "Social democracy"),
    ("Union (Norway)", "Union Norway"),
    ("A (B)", "A (b)"),
    ("Centre-left", "Centre left"),
    ("Peoples Party", "People's Party"),
    ("Muller Party", "Müller Party"),
    ("Party of Regions", "Party Of Regions"),
    ("The of", "The Of"),
    ("E\u0301tat", "Etat"),
)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Working Families Party", "working-families-party"),
        ("Party of Regions", "party-of-regions"),
        ("Society Party (Norway)", "society-party_norway"),
        ("The Left", "the-left"),
        ("working Families_Party", "working-families-party"),
    ],
)
def test_a_plain_title_has_a_plain_slug_and_comes_back(title: str, slug: str) -> None:
    assert iris.slug(title) == slug
    assert iris.title(slug) == iris.page_title(title)


@pytest.mark.parametrize("title", HOSTILE)
def test_nothing_of_a_title_is_unsafe_in_a_file_name(title: str) -> None:
    slug = iris.slug(title)
    assert re.fullmatch(r"[a-z0-9_]+(-{1,2}[a-z0-9_]+)*", slug)
    assert len(slug) <= 120
    assert slug not in iris.RESERVED


def test_hostile_titles_share_no_slug() -> None:
    titles = {iris.page_title(title) for title in HOSTILE}
    assert len({iris.slug(title) for title in titles}) == len(titles)


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_twins_have_two_slugs(one: str, other: str) -> None:
    assert iris.slug(one) != iris.slug(other)


def test_composed_and_decomposed_letters_are_one_title() -> None:
    assert iris.slug("E\u0301tat") == iris.slug("\u00c9tat")


NAMES = st.text(st.sampled_from("abAB of(-_)'é1"), max_size=9) | st.text(max_size=12)


@given(NAMES, NAMES)
def test_two_titles_never_share_a_slug(one: str, other: str) -> None:
    assert (iris.slug(one) == iris.slug(other)) == (iris.page_title(one) == iris.page_title(other))


@given(NAMES)
def test_a_slug_without_a_hash_is_taken_back(name: str) -> None:
    slug = iris.slug(name)
    assert iris.title(slug) in (iris.page_title(name), None)
    assert (iris.title(slug) is None) == (iris.MARK in slug)
