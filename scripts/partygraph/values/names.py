"""Names in fields: what a name is and what only stands where a name should be."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(
    r"""^\(?(?:none|none\ \(.*|vacant|n/?a|nil|unknown|tba|tbd|tbc|not\ applicable|no\ leader|leaderless|disputed
    |multiple|various(?:\ leaders)?|independent|non-?inscrits?|unaffiliated
    |collective(?:\ leadership)?|see\ .*|list\ of\ .*
    |to\ be\ (?:announced|determined)|post\ dissolved|(?:position\ )?abolished|office\ vacant|presidium|\?+|[–—-]+
    )\)?\.?$""",
    re.IGNORECASE | re.VERBOSE,
)
_DEBRIS = re.compile(r"[={}<>|]|^[\W\d_]+$")
_QUOTES = "\"'“”‘’«»„ "
_PERSON = re.compile(r"^[^\W\d_a-z][\w.'’-]*(?:\s+(?:[\w.'’-]+)){1,6}$")
_CONJUNCTION = re.compile(r"\s+(?:and|&)\s+|\s*/\s*")


def is_placeholder(text: str) -> bool:
    """Tell whether a text says that there is nothing to name.

    >>> is_placeholder("Vacant"), is_placeholder("Vacarescu")
    (True, False)
    """
    return PLACEHOLDER.match(text.strip()) is not None


def is_name(text: str) -> bool:
    """Tell whether a text can be the name of anything: letters, no leftover markup, not a paragraph.

    >>> is_name("Alliance 90/The Greens"), is_name("class=nowrap"), is_name("200")
    (True, False, False)
    """
    return 1 < len(text) <= 160 and _DEBRIS.search(text) is None and text[0] not in ")]*,;:–"


def is_person(text: str) -> bool:
    """Tell whether a text has the form of a person's full name.

    >>> is_person("Joshua M. Hall"), is_person("Collective"), is_person("the assembly of members")
    (True, False, False)
    """
    return _PERSON.match(text) is not None


def bare(text: str) -> str:
    """Return a name without the quotation marks around it.

    >>> bare('"Free Soil, Free Labor"')
    'Free Soil, Free Labor'

    Marks around a part of it are the name's; half of a pair is nothing.

    >>> bare('Union "Azur"'), bare('Azur"')
    ('Union "Azur"', 'Azur')
    """
    stripped = text.strip()
    if len(stripped) > 1 and stripped[0] in _QUOTES and stripped[-1] in _QUOTES:
        return stripped.strip(_QUOTES)
    if stripped[:1] in ('"', "“", "„", "«") and stripped[0] not in stripped[1:]:
        return stripped.strip('"“”„«» ')
    if stripped[-1:] in ('"', "”", "»") and not set('"“„«').intersection(stripped[:-1]):
        return stripped[:-1].rstrip()
    return stripped


def people(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the persons in "Ann Bee and Carl Dee"; the whole where it is not two full names.

    >>> [("Ann Bee and Carl Dee")[a:b] for a, b in people("Ann Bee and Carl Dee")]
    ['Ann Bee', 'Carl Dee']
    """
    spans, at = [], 0
    for joint in [*_CONJUNCTION.finditer(text), None]:
        end = joint.start() if joint else len(text)
        spans.append((at, end))
        at = joint.end() if joint else end
    if len(spans) > 1 and all(is_person(text[a:b]) for a, b in spans):
        return tuple(spans)
    return ((0, len(text)),)
