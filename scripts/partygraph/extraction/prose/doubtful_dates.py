"""Tells where it is open what a date is the date of, or how long something lasted."""

from __future__ import annotations

from partygraph.extraction.prose.dating import is_within_a_clause
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.matching import Match
from partygraph.model import Fact, Literal
from partygraph.rules import lexicon

NEAR = 5
ANNOUNCING = frozenset({"announced", "announcing", "proclaimed", "proclaiming"})
TIMES = frozenset({"start", "end", "current", "asOf", "date", "year"})
EVENTS = frozenset({"founded", "dissolved", "banned", "registered", "refounded"})
"""Predicates whose object is the date itself."""
SPANS = frozenset({"days", "weeks", "months", "years", "year", "month"})
SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter", "month", "week", "day"})


def is_unsure(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether the words around a match leave open when something was."""
    return (
        _has_the_date_of_a_clause(lattice, match, fact)
        or _has_the_date_of_another(lattice, match)
        or _has_the_date_of_a_coup(lattice, match, fact)
        or _has_the_date_of_its_clause(lattice, match, fact)
        or _is_dated_otherwise(lattice, match, fact)
        or _goes_on_until(lattice, match, fact)
        or _is_of_that_time(lattice, match, fact)
        or _is_a_bound(lattice, match, fact)
        or _is_announced(lattice, match, fact)
        or _is_still_so_called(lattice, match, fact)
    )


def _has_the_date_of_a_clause(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a relative clause has the date: "founded by members of the Red Party who left it in 1995"."""
    slots = dict(match.slots)
    date, crowd = slots.get("date"), slots.get("somebody")
    if fact.predicate != "founded" or date is None or crowd is None or crowd.end > date.start:
        return False
    return not lexicon.words("relative").isdisjoint(lattice.tokens.lower[crowd.start : crowd.end])


def _has_the_date_of_another(lattice: Lattice, match: Match) -> bool:
    """Tell whether a match begins with the date of another clause: "following the vote in 1948, a Red Party"."""
    date = match.slots[0][1] if match.slots else None
    led = date is not None and date.kind in ("date", "period") and date.start == match.start + 1
    return date is not None and led and is_within_a_clause(lattice, date.start)


def _has_the_date_of_a_coup(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a ban came after what the date is of: "banned after the coup of 31 December 1981"."""
    date = dict(match.slots).get("date")
    if fact.predicate != "banned" or date is None or lattice.tokens.lower[date.start - 1] != "of":
        return False
    return not {"after", "following", "since"}.isdisjoint(lattice.tokens.lower[match.start : date.start])


def _goes_on_until(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an end is not the last: "in power until 1975 under Ann Lee, and until 1976 under Bo Chan"."""
    behind = " ".join(lattice.tokens.lower[match.end :])
    return fact.qualifier("end") is not None and "and until" in behind


def _is_of_that_time(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an undated state is one of a time that the sentences before tell ("at that time its chairman")."""
    if fact.predicate not in ("leader", "memberCount") or any(pair.name in TIMES for pair in fact.qualifiers):
        return False
    if fact.predicate == "memberCount" and "had" in lattice.tokens.lower[match.start : match.end]:
        return True
    words = " ".join(lattice.tokens.lower[max(0, match.start - NEAR) : match.end + NEAR])
    return any(f" {phrase} " in f" {words} " for phrase in lexicon.words("that-time"))


def _is_a_bound(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a date is only one before or after which something was: "founded prior to the 1987 election"."""
    if not isinstance(fact.object, Literal) or not fact.object.approximate:
        return False
    return not lexicon.words("bound").isdisjoint(lattice.tokens.lower[match.start : match.end])


def _is_announced(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a date is that of the announcement: "Ann Lee announced the party's formation on 4 May 1990"."""
    words = lattice.tokens.lower[max(0, match.start - 2) : match.end]
    return fact.predicate in ("founded", "dissolved") and not ANNOUNCING.isdisjoint(words)


def _has_the_date_of_its_clause(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a relative clause lacks the date that its sentence has: "in 1985 it joined X, which was banned"."""
    if fact.predicate not in EVENTS | {"contested"} or any(pair.name in TIMES for pair in fact.qualifiers):
        return False
    if any(one.kind in ("date", "period", "election") and one.start > match.start for _, one in match.slots):
        return fact.predicate == "contested" and _opens_relative(lattice, match) and not _names_its_year(lattice, match)
    return _opens_relative(lattice, match)


def _opens_relative(lattice: Lattice, match: Match) -> bool:
    """Tell whether the subject of a match is another body's "which", or stands right before it."""
    subject = match.slots[0][1] if match.slots else None
    if subject is None or subject.kind == "own":
        return False
    lower = lattice.tokens.lower
    around = lower[max(0, subject.start - 2) : subject.end + 2]
    return "which" in around


def _names_its_year(lattice: Lattice, match: Match) -> bool:
    return any(word[:4].isdigit() for word in lattice.tokens.lower[match.start : match.end])


def _is_dated_otherwise(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether what stands behind dates an event otherwise: "and was dissolved in a few months", "that summer"."""
    if fact.predicate not in EVENTS:
        return False
    behind = lattice.tokens.lower[match.end : match.end + NEAR]
    if behind[:1] == ("that",) and not SEASONS.isdisjoint(behind[1:2]):
        return True
    within = behind[:1] in (("in",), ("within",), ("after",)) and behind[1:2] in (("a",), ("some",), ("several",))
    return within and not SPANS.isdisjoint(behind)


def _is_still_so_called(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a name is only told to have begun: "from 1977 it used the name Azure Association"."""
    begun = fact.qualifier("start") is not None or lattice.tokens.lower[0] in ("from", "since")
    return fact.predicate == "formerName" and begun and fact.qualifier("end") is None
