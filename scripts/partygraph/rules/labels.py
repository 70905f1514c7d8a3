"""What names stand for: pages by their labels, bodies by their members; and what is no name but debris of templates.

The tables are ontology/link-labels.tsv, ontology/members.tsv and ontology/debris.tsv.

The plain-text form spills the target of a link beside its label when the link stands in a list template; these tables
tell the two from two values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from partygraph.resources import folder
from partygraph.rules.lexicon import demonyms, rows, territories, words

_DISAMBIGUATION = re.compile(r"\s*\([^()]*\)$")


def is_pair(target: str, label: str) -> bool:
    """Tell whether some article shows the page under that label.

    >>> is_pair("Centre-left politics", "Centre-left")
    True
    """
    return _upper(label) in _labels().get(_upper(target), ())


def is_page(name: str) -> bool:
    """Tell whether a name that labels another page is the title of a page of its own."""
    return _upper(name) in _labels().get(_upper(name), ())


def undisambiguated(title: str) -> str:
    """Return a page title without the bracket at its end.

    >>> undisambiguated("Liberty Party (United States, 1840)")
    'Liberty Party'
    """
    return _DISAMBIGUATION.sub("", title)


def is_distinction(title: str) -> bool:
    """Tell whether the bracket of a title tells two bodies of one name apart by more than place and time.

    >>> is_distinction("Azure Congress (Democratic)"), is_distinction("Azure Congress (Nepal)")
    (True, False)
    >>> is_distinction("Azure Congress (1990)"), is_distinction("Azure Congress (political party)")
    (False, False)
    """
    found = _DISAMBIGUATION.search(title)
    inside = found[0].strip(" ()") if found else ""
    places = territories().keys() | demonyms().keys()
    generic = words("party-noun") | words("movement-noun") | words("organisation-noun")
    return bool(inside) and not (
        any(letter.isdigit() for letter in inside)
        or any(part.strip() in places for part in inside.split(","))
        or not generic.isdisjoint(inside.lower().split())
    )


def with_commas() -> Mapping[str, tuple[str, ...]]:
    """Return the known names that have a comma, by what stands before the first one; the longest first."""
    return _comma_names()


def is_debris(item: str) -> bool:
    """Tell whether an item of a list is what a template left behind.

    >>> is_debris("class=nowrap"), is_debris("Social democracy")
    (True, False)
    """
    return _debris().fullmatch(item.strip()) is not None


@cache
def bodies() -> Mapping[str, str]:
    """Return the body in which alone some members sit, by how they are called ("MKs")."""
    return {row["members"]: row["body"] for row in rows(folder("ontology") / "members.tsv")}


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    return tuple((row["target"], row["label"]) for row in rows(folder("ontology") / "link-labels.tsv"))


@cache
def _labels() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for target, label in _pairs():
        found.setdefault(target, set()).add(_upper(label))
    return {target: frozenset(labels) for target, labels in found.items()}


@cache
def _comma_names() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for pair in (*_pairs(), *((place,) for place in territories())):
        for name in pair:
            if "," in name and "," in undisambiguated(name):
                found.setdefault(name.split(",")[0].strip(), set()).add(name)
    return {first: tuple(sorted(names, key=lambda name: (-len(name), name))) for first, names in found.items()}


@cache
def _debris() -> re.Pattern[str]:
    patterns = [row["pattern"] for row in rows(folder("ontology") / "debris.tsv")]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
