"""Tells apart the persons whose names an infobox has in a row, by what the sentences of the article call them."""

from __future__ import annotations

import re

from partygraph.model import Article
from partygraph.values import names

SHORTEST = 4
"""How many words two full names have at least."""


def persons(name: str, article: Article) -> tuple[str, ...]:
    """Return the persons of a name: "Ann Lee Bo Chan" are two where sentences tell of each, and never of the whole."""
    words = name.split()
    if len(words) < SHORTEST or not names.is_person(name) or _is_told(name, article):
        return (name,)
    return _parts(words, article) or (name,)


def _parts(words: list[str], article: Article) -> tuple[str, ...]:
    """Return the names that words in a row are made of, none where some of them are no name that a sentence has."""
    for end in range(len(words), 1, -1):
        first = " ".join(words[:end])
        if not names.is_person(first) or not _is_told(first, article):
            continue
        if end == len(words):
            return (first,)
        if rest := _parts(words[end:], article):
            return (first, *rest)
    return ()


def _is_told(name: str, article: Article) -> bool:
    """Tell whether a sentence has a name."""
    told = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return any(told.search(sentence.view.text) for section in article.sections for sentence in section.sentences)
