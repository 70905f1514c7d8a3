"""The key of an infobox, folded so that both forms of an article spell it alike."""

from __future__ import annotations

import re
from functools import lru_cache

_DIGITS = re.compile(r"[0-9]{1,4}")
_SPACES = re.compile(r"[\s_]+")


@lru_cache(maxsize=4096)
def fold(label: str) -> tuple[str, int | None]:
    """Return the key in lower case with words joined by ``_``, and its first number taken out.

    >>> fold("Seats1 Title")
    ('seats_title', 1)
    >>> fold("leader2_name")
    ('leader_name', 2)
    >>> fold("Youth Wing")
    ('youth_wing', None)
    """
    number = _DIGITS.search(label)
    rest = label[: number.start()] + label[number.end() :] if number else label
    key = _SPACES.sub("_", rest.strip().lower()).strip("_")
    return key, int(number[0]) if number else None
