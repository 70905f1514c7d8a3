"""The one gate of the publisher profile: every term that is published is made here, or refused here.

No blank nodes; absolute IRIs that need no repair; canonical lexical forms; ten datatypes; no control characters but
newline and tab.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from urllib.parse import urljoin, urlsplit

import pyoxigraph as ox

from partygraph.errors import ProfileError
from partygraph.formats.namespaces import expand
from partygraph.formats.terms import LANG_STRING, Iri, Value
from partygraph.model import Datatype, Literal

IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff]+")
BARE = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?::\d+)?(?:[/?#].*)?", re.IGNORECASE)
"""A web address as people write it, without its scheme."""
WEB = re.compile(r"https?://[^/?#\s]+([/?#].*)?", re.IGNORECASE)
NOT_STABLE = re.compile(r"%(?![0-9A-Fa-f]{2})|^[^?#]*/\.{1,2}(?=[/?#]|$)")
"""What some readers repair: a percent sign that encodes nothing, and dot segments."""

UNSAFE = re.compile(r"%(?![0-9A-Fa-f]{2})|[ <>\"{}|\\^`]")
REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
LANGUAGE = re.compile(r"[a-z]{2,8}(-[a-z0-9]{1,8})*")
MONTH = r"(0[1-9]|1[0-2])"
YEAR = r"-?([1-9][0-9]{3,}|0[0-9]{3})"


def iri(text: str) -> Iri:
    """Return an absolute IRI.

    Raises:
        ProfileError: the text is not an absolute IRI, or has a character that an IRI cannot have.
    """
    try:
        valid = bool(IRI.fullmatch(text) and ox.NamedNode(text)) and not NOT_STABLE.search(text)
    except ValueError:
        valid = False
    if not valid:
        raise ProfileError(
            f"not a valid absolute IRI: {text!r}", remedy="Encode the characters that an IRI cannot have"
        )
    return Iri(text)


def web_address(text: str) -> Iri:
    """Return the address of a web page as an IRI, blanks and the like encoded as a browser does.

    An address without a scheme gets ``http``, which is where a browser, and the wiki's own template, take it.

    >>> web_address("http://example.org/a page"), web_address("example.org")
    ('http://example.org/a%20page', 'http://example.org')

    Raises:
        ProfileError: it is no http or https address, or has control characters.
    """
    encoded = UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", text.strip())
    if BARE.fullmatch(encoded):
        encoded = f"http://{encoded}"
    if not WEB.fullmatch(encoded):
        raise ProfileError(f"not a web address: {text!r}", remedy="A web address begins with http:// or https://")
    scheme, colon, rest = encoded.partition(":")
    page = scheme.lower() + colon + rest
    return iri(urljoin(page, urlsplit(page)._replace(scheme="", netloc="").geturl()) if "/." in rest else page)


def literal(value: Literal) -> Value:
    """Return a literal of the model in its canonical form.

    Raises:
        ProfileError: the value is not of its datatype, or the datatype is not of the profile.
    """
    if value.datatype is Datatype.LANG_STRING:
        return text(value.lexical, value.lang or "")
    if value.datatype is Datatype.STRING:
        return text(value.lexical)
    try:
        lexical = CANONICAL[value.datatype](value.lexical)
    except (ValueError, InvalidOperation) as error:
        raise ProfileError(
            f"{value.lexical!r} is no canonical {value.datatype}",
            remedy="Correct the value reader, or the characters it read",
        ) from error
    return Value(lexical, expand(value.datatype))


def text(characters: str, lang: str | None = None) -> Value:
    """Return a text, with a language if one is given.

    Raises:
        ProfileError: the text has control characters, or the language is no BCP 47 tag.
    """
    if found := REFUSED.search(characters):
        raise ProfileError(
            f"the character U+{ord(found[0]):04X} cannot be published, in {characters[:40]!r}",
            remedy="Take it out of the value; a quote may keep it",
        )
    if lang is None:
        return Value(characters)
    if not is_language(lang):
        raise ProfileError(f"{lang!r} is no language tag", remedy="Write a BCP 47 tag, such as en or pt-br")
    return Value(characters, LANG_STRING, lang.lower())


def is_language(tag: str) -> bool:
    """Tell whether a text has the form of a BCP 47 language tag.

    >>> is_language("pt-BR"), is_language("Vietnamese")
    (True, False)
    """
    return bool(LANGUAGE.fullmatch(tag.lower()))


def quote(characters: str) -> Value:
    """Return quoted characters of a source, as many as there are.

    A carriage return becomes a blank and any other control character U+FFFD, so that offsets stay what they are.
    """
    return Value(REFUSED.sub(lambda found: " " if found[0] == "\r" else "\ufffd", characters))


def number(value: int) -> Value:
    """Return a count or an offset."""
    return literal(Literal(str(value), Datatype.NON_NEGATIVE))


def truth(value: bool) -> Value:
    """Return a truth value."""
    return literal(Literal("true" if value else "false", Datatype.BOOLEAN))


def _matching(pattern: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)

    def check(lexical: str) -> str:
        if not compiled.fullmatch(lexical):
            raise ValueError(lexical)
        return lexical

    return check


def _decimal(lexical: str) -> str:
    value = Decimal(lexical)
    if not value.is_finite():
        raise ValueError(lexical)
    whole, _, fraction = f"{value:f}".partition(".")
    return f"{'0' if whole == '-0' and not fraction.strip('0') else whole}.{fraction.rstrip('0') or '0'}"


def _day(lexical: str) -> str:
    _matching(rf"{YEAR}-{MONTH}-[0-3][0-9]")(lexical)
    year, month, day = lexical.rsplit("-", 2)
    date(int(year) % 400 + 400, int(month), int(day))
    return _year_of(lexical, year)


def _year_of(lexical: str, year: str) -> str:
    if int(year) == 0:
        raise ValueError(lexical)
    return lexical


CANONICAL: Mapping[Datatype, Callable[[str], str]] = MappingProxyType(
    {
        Datatype.INTEGER: _matching(r"0|-?[1-9][0-9]*"),
        Datatype.NON_NEGATIVE: _matching(r"0|[1-9][0-9]*"),
        Datatype.DECIMAL: _decimal,
        Datatype.BOOLEAN: _matching(r"true|false"),
        Datatype.YEAR: lambda lexical: _year_of(_matching(YEAR)(lexical), lexical),
        Datatype.YEAR_MONTH: lambda lexical: _year_of(
            _matching(rf"{YEAR}-{MONTH}")(lexical), lexical.rsplit("-", 1)[0]
        ),
        Datatype.DATE: _day,
        Datatype.URI: lambda lexical: str(iri(lexical)),
    }
)
"""What makes the canonical form of a datatype's values; ValueError for what has none."""
