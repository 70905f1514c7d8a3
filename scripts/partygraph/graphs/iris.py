"""Mints identifiers: a slug for every title, and no slug for two.

A slug is lower-case ASCII with hyphens, ``_`` for a parenthesis. It is taken back into its title by :func:`title`; a
title that this does not give back (another case, an accent, another script) gets a hash of itself behind ``--``, which
no plain slug contains. So two titles never share a slug, and nothing in a title reaches a file name.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

LONGEST = 96
"""Characters that the readable part of a slug may have."""

SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "de", "del", "der", "des")
)
RESERVED = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))))
"""Names that Windows keeps for devices, and so cannot be files."""

NOT_PLAIN = re.compile(r"[^a-z0-9_]+")
MARK = "--"


def slug(name: str) -> str:
    """Return the slug of a page title: the same for the same title, and for no other.

    A page title does not tell ``_`` from a blank, nor the case of its first letter.

    >>> slug("Working Families Party")
    'working-families-party'
    >>> slug("Society Party (Norway)")
    'society-party_norway'
    >>> slug("Social democracy")
    'social-democracy--a307984e'
    """
    normal = page_title(name)
    readable = plain_slug(normal)
    if title(readable) == normal and len(readable) <= LONGEST and readable not in RESERVED:
        return readable
    return f"{readable[:LONGEST].strip('-_') or 'title'}{MARK}{digest(normal)}"


def plain_slug(name: str) -> str:
    """Return the readable part of a slug, which other names may share; empty for a name without Latin letters.

    >>> plain_slug("Joshua M. Hall")
    'joshua-m-hall'
    """
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    text = text.replace("'", "").replace("_", " ").replace(" (", "_")
    words = (NOT_PLAIN.sub("-", part).strip("-") for part in text.split("_"))
    return "_".join(word for word in words if word)


def title(slug: str) -> str | None:
    """Return the title that a slug stands for, None for one with a hash.

    >>> title("society-party_norway")
    'Society Party (Norway)'
    """
    if MARK in slug or not slug:
        return None
    parts = slug.split("_")
    if len(parts) > 2:
        return None
    outside, *inside = (" ".join(_capital(at, word) for at, word in enumerate(part.split("-"))) for part in parts)
    return f"{outside} ({inside[0]})" if inside else outside


def page_title(name: str) -> str:
    """Bring a page title or link target into its one form.

    >>> page_title("working_Families  Party ")
    'Working Families Party'
    """
    text = " ".join(unicodedata.normalize("NFC", name).replace("_", " ").split())
    return text[:1].upper() + text[1:]


def digest(*parts: str) -> str:
    """Return a short hash that tells contents apart."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _capital(at: int, word: str) -> str:
    return word if at and word in SMALL_WORDS else word[:1].upper() + word[1:]
