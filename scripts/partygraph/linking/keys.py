"""Keys by which names and titles are compared: what may differ without being another name."""

from __future__ import annotations

import re
import unicodedata

DASHES = re.compile(r"[\u2010-\u2015\u2212]")
QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"'})
DISAMBIGUATION = re.compile(r"\s*\([^()]*\)$")
SPELLINGS = (
    (re.compile(r"\bcenter\b"), "centre"),
    (re.compile(r"\bcenterist\b|\bcentrist\b"), "centrist"),
    (re.compile(r"([a-z])isation\b"), r"\1ization"),
    (re.compile(r"\blabor\b"), "labour"),
)


def title(text: str) -> str:
    """Return a Wikipedia title as the wiki keeps it: spaces, the first letter large, straight apostrophes, no fragment.

    >>> title("social_democracy#History")
    'Social democracy'
    """
    plain = unicodedata.normalize("NFC", text.split("#", 1)[0].replace("_", " ").replace("\u2019", "'"))
    plain = " ".join(plain.split()).lstrip(":")
    return plain[:1].upper() + plain[1:]


def bare(text: str) -> str:
    """Return a title without its disambiguation: ``Liberal Party (Norway)`` is ``Liberal Party``."""
    return DISAMBIGUATION.sub("", text)


def name(text: str) -> str:
    """Return the key of a name: letter case, dashes, quotes, spaces and a leading article do not tell names apart.

    >>> name("the  Czech Republic") == name("Czech republic")
    True
    """
    key = DASHES.sub("-", unicodedata.normalize("NFC", text).translate(QUOTES)).casefold()
    key = " ".join(key.split()).strip(" .,;:")
    return key.removeprefix("the ")


def concept(text: str) -> str:
    """Return the key of an ideology or position: that of its name, in one spelling and without "politics".

    >>> concept("Center-left politics") == concept("centre-left")
    True
    """
    key = name(bare(text))
    for pattern, spelling in SPELLINGS:
        key = pattern.sub(spelling, key)
    return key.removesuffix(" politics") or key
