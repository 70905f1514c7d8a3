"""Colours: words for people, codes for machines."""

from __future__ import annotations

import re

_HEX = re.compile(r"^#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})$")
_BARE_HEX = re.compile(r"^[0-9A-Fa-f]{6}$")
_CSS = re.compile(r"^[A-Za-z]{3,24}$")
_JOIN = re.compile(r"\s*(?:,|;|/|\n|•|\+|\s&\s|\band\b)\s*", re.IGNORECASE)
_WORD = re.compile(r"^[A-Za-zÀ-ž][A-Za-zÀ-ž' -]{1,30}$")


def _words(text: str) -> list[str]:
    return text.split()


_SHADES = frozenset(
    _words(
        "light dark pale deep navy sky royal bright hot forest lime sea midnight baby olive blood steel electric "
        "persian ocean medium powder emerald burnt golden prussian indian rich dim vivid national oxford cobalt "
        "crimson apple imperial"
    )
)
HUES = frozenset(
    _words(
        "red blue green yellow white black orange purple gold golden pink brown grey gray silver turquoise teal "
        "maroon magenta cyan violet azure saffron crimson amber navy beige burgundy lime fuchsia indigo scarlet "
        "olive lavender aqua bordeaux cerulean tricolour mauve ochre khaki copper"
    )
)


def code(text: str) -> str | None:
    """Return the code of a colour: ``#RRGGBB`` as written, or a one-word name of CSS; None for anything else.

    >>> code("#771C7C"), code("Red"), code("party color, A Party")
    ('#771C7C', 'Red', None)
    """
    word = text.strip()
    if _HEX.match(word):
        return word
    if _BARE_HEX.match(word) and re.search(r"\d", word):
        return f"#{word}"
    return word if _CSS.match(word) else None


def words(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the colours in a list of colour words, also when nothing but a space parts them.

    >>> [("Navy blue, White and red")[a:b] for a, b in words("Navy blue, White and red")]
    ['Navy blue', 'White', 'red']
    >>> [("Green White Red")[a:b] for a, b in words("Green White Red")]
    ['Green', 'White', 'Red']
    """
    found = []
    at = 0
    for gap in [*_JOIN.finditer(text), None]:
        end = gap.start() if gap else len(text)
        lead = len(text[at:end]) - len(text[at:end].lstrip())
        found += _spread(text, at + lead, at + lead + len(text[at:end].strip()))
        at = gap.end() if gap else end
    return tuple(span for span in found if span[0] < span[1])


def is_word(text: str) -> bool:
    """Tell whether a text looks like the name of a colour: letters, and not many words."""
    return _WORD.match(text) is not None and len(text.split()) <= 4


def _spread(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut "Blue Yellow" in two, and leave "Navy Blue" whole."""
    tokens = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    names = [text[a:b].lower().strip(".,") for a, b in tokens]
    if len(tokens) < 2 or not all(name in HUES or name in _SHADES for name in names):
        return [(start, end)]
    spans: list[tuple[int, int]] = []
    open_at: int | None = None
    for (a, b), name in zip(tokens, names, strict=True):
        begin = a if open_at is None else open_at
        if name in HUES and not (name in _SHADES and b != end):
            spans.append((begin, b))
            open_at = None
        else:
            open_at = begin
    return spans if open_at is None else [(start, end)]
