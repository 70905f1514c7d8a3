"""Tells by the infobox whether an officer of whom a sentence tells holds the office no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from partygraph.extraction.prose.statetimes import PAST
from partygraph.model import Fact, Literal, Qualifier, written
from partygraph.rules import lexicon

CLOSE = 4
"""Fewer letters than this are too few to be another spelling of a name."""


def past(fact: Fact, officers: Sequence[Fact]) -> tuple[Qualifier, ...]:
    """Return that an officer is a past one, where the infobox has somebody else in the office today.

    Who has another office today ("Chairperson: Ann Lee") is a past officer only where the very office is another's
    ("Leader: Bo Chan"). Who may be the one in office under another spelling of the name is none.
    """
    role = _role(fact)
    same = [one for one in officers if _role(one) == role]
    if not same and _is_head(role):
        same = [one for one in officers if _is_head(_role(one))]
        if any(_may_be_one(written(one.object), written(fact.object)) for one in officers):
            return ()
    if not same or any(_may_be_one(written(one.object), written(fact.object)) for one in same):
        return ()
    return (replace(PAST, evidence=same[0].evidence[0]),)


def has_it_still(fact: Fact, officers: Sequence[Fact]) -> bool:
    """Tell whether the infobox may have an officer in office today, in the one that is told of or in another."""
    return any(_may_be_one(written(one.object), written(fact.object)) for one in officers)


def is_another(fact: Fact, officers: Sequence[Fact]) -> bool:
    """Tell whether the infobox has the very office of an officer, and gives it to nobody who may be the same one."""
    same = [one for one in officers if _role(one) == _role(fact)]
    return bool(same) and not has_it_still(fact, same)


def _role(fact: Fact) -> str:
    role = fact.qualifier("role")
    return role.lexical.casefold() if isinstance(role, Literal) else ""


def _is_head(role: str) -> bool:
    return lexicon.words("lesser-office").isdisjoint(role.replace("-", " ").split())


def _may_be_one(one: str, other: str) -> bool:
    """Tell whether two names may be one person's, the one in another spelling or shorter than the other.

    >>> _may_be_one("Ali Hasan Khan", "Ali Hassan Khan Babar"), _may_be_one("A. Lee", "Ann Lee")
    (True, True)
    >>> _may_be_one("Ann Lee", "Bo Lee"), _may_be_one("Lee", "Ann Lee")
    (False, True)
    """
    few, many = sorted((_names(one), _names(other)), key=len)
    return all(any(_is_one_name(name, theirs) for theirs in many) for name in few)


def _names(name: str) -> list[str]:
    return [word for part in name.casefold().replace("-", " ").split() if (word := part.strip(".,'’"))]


def _is_one_name(one: str, other: str) -> bool:
    """Tell whether two names are one, the one an initial or written with another letter: "Hasan" and "Hassan"."""
    short, long = sorted((one, other), key=len)
    if short == long or (len(short) == 1 and long.startswith(short)):
        return True
    if len(short) < CLOSE or len(long) > len(short) + 1:
        return False
    return any(long[:at] + long[at + 1 :] in (short, short[:at] + short[at + 1 :]) for at in range(1, len(long)))
