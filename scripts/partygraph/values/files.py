"""File names of pictures: without namespace, display parameters, and whatever ran into them."""

from __future__ import annotations

import re

from partygraph.model import Span

_FILE = re.compile(
    r"(?:(?:File|Image)\s*:\s*)?(?P<name>[^|\[\]{}<>:\n]{0,200}?[^|\[\]{}<>:\s]\.(?:svg|png|jpe?g|gif|webp|tiff?|bmp|xcf|pdf|ogv|webm|djvu))"
    r"(?![a-z0-9]*\.(?:svg|png|jpg))",
    re.IGNORECASE,
)


def find(text: str) -> tuple[tuple[Span, str], ...]:
    """Return the file names of a text with their spans.

    >>> find("File:Blue List.svgclass=skin-invert")
    ((Span(start=5, end=18), 'Blue List.svg'),)
    >>> find("200px")
    ()
    """
    found: list[tuple[Span, str]] = []
    for match in _FILE.finditer(text):
        raw = match["name"]
        lead = len(raw) - len(raw.lstrip(" ,;"))
        name = raw[lead:]
        if name not in (known for _, known in found):
            found.append((Span(match.start("name") + lead, match.end("name")), name))
    return tuple(found)
