"""One gate keeps every term inside the publisher profile."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partygraph.errors import ProfileError
from partygraph.formats.terms import Iri, Value
from partygraph.graphs import terms
from partygraph.graphs.dataset import oxigraph_term
from partygraph.model import Datatype, Literal

XSD = "http://www.w3.org/2001/XMLSchema#"

REFUSED_IRIS = (
    "relative/path",
    "",
    "http://e.org/a b",
    'http://e.org/"',
    "http://e.org/<",
    "http://e.org/a\nb",
    "http://e.org/%zz",
    "http://e.org/\ud800",
    "http://e.org/{x}",
    "_:blank",
    "http://e.org/../x",
    "http://e.org/a/.",
    "a:\ufff0",
)
REFUSED_LITERALS = (
    ("007", Datatype.INTEGER),
    ("+1", Datatype.INTEGER),
    ("-0", Datatype.INTEGER),
    ("-1", Datatype.NON_NEGATIVE),
    ("1.5", Datatype.NON_NEGATIVE),
    ("many", Datatype.DECIMAL),
    ("NaN", Datatype.DECIMAL),
    ("True", Datatype.BOOLEAN),
    ("1", Datatype.BOOLEAN),
    ("0000", Datatype.YEAR),
    ("02002", Datatype.YEAR),
    ("1990s", Datatype.YEAR),
    ("2002-13", Datatype.YEAR_MONTH),
    ("2002-02-30", Datatype.DATE),
    ("2001-02-29", Datatype.DATE),
    ("2002-1-1", Datatype.DATE),
    ("no iri", Datatype.URI),
)
KEPT_LITERALS = (
    ("0", Datatype.NON_NEGATIVE, "0"),
    ("-3", Datatype.INTEGER, "-3"),
    ("4.10", Datatype.DECIMAL, "4.1"),
    ("12", Datatype.DECIMAL, "12.0"),
    ("-0.0", Datatype.DECIMAL, "0.0"),
    ("1E+2", Datatype.DECIMAL, "100.0"),
    ("2002", Datatype.YEAR, "2002"),
    ("-0044", Datatype.YEAR, "-0044"),
    ("2002-02", Datatype.YEAR_MONTH, "2002-02"),
    ("2000-02-29", Datatype.DATE, "2000-02-29"),
    ("http://example.org/", Datatype.URI, "http://example.org/"),
    ("06106", Datatype.STRING, "06106"),
)


@pytest.mark.parametrize("text", REFUSED_IRIS)
def test_what_is_no_absolute_iri_is_refused(text: str) -> None:
    with pytest.raises(ProfileError, match="not a valid absolute IRI"):
        terms.iri(text)


@pytest.mark.parametrize(("lexical", "datatype"), REFUSED_LITERALS)
def test_a_value_that_is_not_canonical_is_refused_with_a_remedy(lexical: str, datatype: Datatype) -> None:
    with pytest.raises(ProfileError) as caught:
        terms.literal(Literal(lexical, datatype))
    assert lexical in caught.value.what
    assert caught.value.remedy


@pytest.mark.parametrize(("lexical", "datatype", "canonical"), KEPT_LITERALS)
def test_a_value_has_one_canonical_form(lexical: str, datatype: Datatype, canonical: str) -> None:
    value = terms.literal(Literal(lexical, datatype))
    assert value == Value(canonical, XSD + datatype.removeprefix("xsd:"))


@pytest.mark.parametrize("character", ["\0", "\x07", "\r", "\x7f", "\x85", "\ud800", "\uffff"])
def test_control_characters_are_refused_in_values_and_shown_in_quotes(character: str) -> None:
    with pytest.raises(ProfileError, match=r"U\+"):
        terms.text(f"a{character}b")
    quoted = terms.quote(f"a{character}b").lexical
    assert len(quoted) == 3
    assert character not in quoted


def test_newline_and_tab_are_kept() -> None:
    assert terms.text("a\n\tb").lexical == "a\n\tb"


@pytest.mark.parametrize("tag", ["o", "Vietnamese language", "e n", ""])
def test_a_language_needs_a_tag(tag: str) -> None:
    with pytest.raises(ProfileError, match="language tag"):
        terms.text("name", tag)


def test_a_web_address_is_encoded_as_a_browser_does_and_nothing_else_is_one() -> None:
    assert terms.web_address("HTTPS://e.org/a b?%zz") == "https://e.org/a%20b?%25zz"
    assert terms.web_address("http://e.org/a/../b?c=/../") == "http://e.org/b?c=/../"
    assert terms.web_address("www.example.org/a b") == "http://www.example.org/a%20b"
    for text in ("javascript:alert(1)", "no page", "ftp://e.org/", "http://", "http://e.org/a\nb"):
        with pytest.raises(ProfileError):
            terms.web_address(text)


ADDRESSES = st.text().map("https://e.org/{}".format)


@given(st.text() | ADDRESSES)
def test_what_passes_the_gate_is_accepted_by_a_strict_library(text: str) -> None:
    for make in (terms.iri, terms.text, terms.web_address):
        try:
            term = make(text)
        except ProfileError:
            continue
        assert isinstance(term, Iri | Value)
        accepted = oxigraph_term(term)
        assert accepted.value == (term if isinstance(term, Iri) else term.lexical)
