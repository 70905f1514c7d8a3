"""Web addresses as a field states them."""

from __future__ import annotations

import re

from partygraph.model import Span

_URL = re.compile(
    r"(?<![\w@./-])(?:https?://[^\s<>\"{}|\\^`\[\]]+|(?:www\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}[a-z]{2,24}"
    r"(?::\d+)?(?:/[^\s<>\"{}|\\^`\[\]]*)?)(?![\w@])",
    re.IGNORECASE,
)


def find(text: str) -> tuple[tuple[Span, str], ...]:
    """Return the web addresses of a text with their spans; an address without a scheme stays as it is.

    >>> find("lc.lv (archived)")
    ((Span(start=0, end=5), 'lc.lv'),)
    """
    found: list[tuple[Span, str]] = []
    for match in _URL.finditer(text):
        address = match[0].rstrip(".,;:!?)'")
        if address not in (known for _, known in found):
            found.append((Span(match.start(), match.start() + len(address)), address))
    return tuple(found)
