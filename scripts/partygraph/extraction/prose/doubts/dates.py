"""Tells where it is open what a date is the date of, or how long something lasted."""

from __future__ import annotations

import re

from partygraph.extraction.prose.dating import is_within_a_clause
from partygraph.extraction.prose.doubts.doubting import asked_of
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.tokens import closing
from partygraph.model import Fact, Literal
from partygraph.rules import lexicon

NEAR = 5
TITLE_YEAR = re.compile(r"\((?:[^()]*, )?(?P<year>\d{4})[^)]*\)$")
"""The year in a title's bracket, which is that of the party's foundation."""
ORIGINS = ("predecessor", "alliance", "mergedFrom", "splitFrom")
TIMES = frozenset({"start", "end", "current", "asOf", "date", "year"})
EVENTS = ("founded", "dissolved", "banned", "registered", "refounded")
"""Predicates whose object is the date itself."""
SPANS = lexicon.words("time-span")
SEASONS = lexicon.words("season")


def _has_the_date_of_a_clause(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a relative clause has the date: "founded by members of the Red Party who left it in 1995"."""
    slots = dict(match.slots)
    date, crowd = slots.get("date"), slots.get("somebody")
    if date is None or crowd is None or crowd.end > date.start:
        return False
    return not lexicon.words("relative").isdisjoint(lattice.tokens.lower[crowd.start : crowd.end])


def _has_the_date_of_another(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a match begins with the date of another clause: "following the vote in 1948, a Red Party"."""
    date = match.slots[0][1] if match.slots else None
    led = date is not None and date.kind in ("date", "period") and date.start == match.start + 1
    return date is not None and led and is_within_a_clause(lattice, date.start)


def _has_the_date_of_a_coup(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a ban came after what the date is of: "banned after the coup of 31 December 1981"."""
    date = dict(match.slots).get("date")
    if date is None or lattice.tokens.lower[date.start - 1] != "of":
        return False
    return not {"after", "following", "since"}.isdisjoint(lattice.tokens.lower[match.start : date.start])


def _is_a_bound(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a date is only one before or after which something was: "founded prior to the 1987 election"."""
    if not isinstance(fact.object, Literal) or not fact.object.approximate:
        return False
    return not lexicon.words("bound").isdisjoint(lattice.tokens.lower[match.start : match.end])


def _has_the_date_of_its_clause(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a relative clause lacks the date that its sentence has: "in 1985 it joined X, which was banned"."""
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
    behind = lattice.tokens.lower[match.end : match.end + NEAR]
    if behind[:1] == ("that",) and not SEASONS.isdisjoint(behind[1:2]):
        return True
    within = behind[:1] in (("in",), ("within",), ("after",)) and behind[1:2] in (("a",), ("some",), ("several",))
    return within and not SPANS.isdisjoint(behind)


def _is_of_a_namesake(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a date is not the year that the title has: "Azure Action (2021)" is told apart from that of 1990."""
    told = TITLE_YEAR.search(fact.subject.name)
    return told is not None and isinstance(fact.object, Literal) and fact.object.lexical[:4] != told["year"]


def _is_of_an_older_namesake(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a sentence only has years before that of the title: "The Azure Party, founded in 1859, came of"."""
    told = TITLE_YEAR.search(fact.subject.name)
    years = [int(word) for word in lattice.tokens.lower if len(word) == len("1859") and word.isdigit()]
    return told is not None and bool(years) and max(years) < int(told["year"])


def _has_the_date_of_what_it_is_beside(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether another party has the date its sentence opens with: "by 1990 the Red Party, founded by Lee, led"."""
    if not match.slots or any(mention.kind in ("date", "period", "election") for _, mention in match.slots):
        return False
    subject = match.slots[0][1]
    if subject.kind == "person":
        return False  # "In 1990, Ann Lee, a miner, founded the Red Party"
    behind = subject.end - (subject.end == subject.start)
    if lattice.tokens.lower[behind : behind + 1] != (",",):
        return False
    own = (edge.entity for edges in lattice.edges for edge in edges if edge.kind == "own")
    return all(entity != fact.subject for entity in own)


def _is_of_the_last(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether brackets date only the last of several: "the Red Party and the Green League (founded in 1988)"."""
    lower = lattice.tokens.lower
    return any(
        len(mention.items) > 1
        and lower[mention.end : mention.end + 1] == ("(",)
        and closing(lower, mention.end) == match.end
        for _, mention in match.slots
    )


CHECKS = (
    *asked_of((), _has_the_date_of_another, _is_a_bound),
    *asked_of(EVENTS, _is_dated_otherwise),
    *asked_of((*EVENTS, "contested"), _has_the_date_of_its_clause),
    *asked_of(
        ("founded",),
        _has_the_date_of_a_clause,
        _has_the_date_of_what_it_is_beside,
        _is_of_a_namesake,
        _is_of_the_last,
    ),
    *asked_of(ORIGINS, _is_of_an_older_namesake),
    *asked_of(("banned",), _has_the_date_of_a_coup),
)
