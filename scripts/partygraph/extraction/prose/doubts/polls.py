"""Tells where it is open which election a result is of."""

from __future__ import annotations

from partygraph.extraction.prose.doubts.doubting import asked_of
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.scope import TALLIES
from partygraph.model import Entity, Fact, written
from partygraph.rules import lexicon

CHAMBERS = lexicon.words("chamber-kind") | {"parliamentary", "legislative"}
LOCAL = lexicon.words("local-election")
COUNCILLORS = lexicon.words("councillor")
NEAR = 5
FAR = 9
LESSER = lexicon.words("seat-level") - {"national", "federal"}
"""Whose a body is that not the whole country elects."""
YEAR = 4
"""The digits of a year."""


def _has_another_undated_poll(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a match names an election whose year is not read: "in the presidential election the same year"."""
    if any(name == "election" for name, _ in match.slots):
        return False
    polls = [edge for edges in lattice.edges for edge in edges if edge.kind == "election" and edge.end <= match.end]
    last = max(polls, key=lambda edge: (edge.end, edge.start), default=None)
    return last is not None and last.entity is None and not last.items and last.part("race") is not None


def _is_of_no_year(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether nothing says when a vote was: "won 12% in the Senate election and 10% in the House election"."""
    return not any(sign.isdigit() for sign in written(fact.object)) and fact.qualifier("date") is None


def _is_of_another_race(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a presidential share stands under a legislative vote, of which the sentence before told."""
    legislative = isinstance(fact.object, Entity) and not CHAMBERS.isdisjoint(fact.object.name.lower().split())
    told = lattice.tokens.lower[match.start : match.end]
    return legislative and "presidential" in told and not any(name == "election" for name, _ in match.slots)


def _is_of_another_poll(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a result is of a part of an election: "won 2.8% in the elections to the council of Ambridge"."""
    if fact.qualifier("body") or fact.qualifier("area"):
        return False
    last, mention = match.slots[-1] if match.slots else ("", None)
    end = (
        mention.start - 1 if last == "election" and mention is not None and mention.part("date") is None else match.end
    )
    end += lattice.tokens.lower[end : end + 1] == (",",)
    behind = " ".join(lattice.tokens.lower[end : end + NEAR])
    told = last in TALLIES or end < match.end
    narrowed = any(f" {behind}".startswith((f" {phrase} ", f" the {phrase} ")) for phrase in lexicon.words("part-poll"))
    return told and (narrowed or _is_in_one_seat(lattice, end))


def _is_to_an_unread_body(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether words behind an election say what was elected: "in the 1999 elections to the state diet"."""
    name = written(fact.object).split()
    if fact.qualifier("body") or len(name) != len(("1999", "election")):
        return False
    lower = lattice.tokens.lower
    for poll in (mention for slot, mention in match.slots if slot == "election"):
        words = lower[poll.end : poll.end + FAR]
        end = next((at for at, word in enumerate(words) if word in (",", ";", ".", "(", "and", "in")), len(words))
        seated = not lexicon.words("body-noun").isdisjoint(words[1:end])
        if words[:1] in (("to",), ("for",)) and seated and not LESSER.isdisjoint(words[1:end]):
            return True  # one to the National Assembly is what a year alone names
    return False


def _is_of_an_unread_poll(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether the election behind a result is told in words that are not read: "in the 2001–2002 elections"."""
    lower = lattice.tokens.lower
    if any(name == "election" for name, _ in match.slots):
        return False
    if _opens_with_an_unread_poll(lattice, match):
        return True
    if lower[match.end : match.end + 1] not in (("in",), ("at",)):
        return False
    words = lower[match.end : match.end + FAR]
    if "," in words:
        words = words[: words.index(",")]
    behind = (edge for edges in lattice.edges[match.end : match.end + NEAR] for edge in edges)
    read = any(edge.kind == "election" and (edge.entity is not None or edge.items) for edge in behind)
    return not read and not {"election", "elections"}.isdisjoint(words)


def _opens_with_an_unread_poll(lattice: Lattice, match: Match) -> bool:
    """Tell whether the clause opens with an election that has no date: "in the presidential vote of the same day"."""
    lower = lattice.tokens.lower
    if lower[:1] not in (("in",), ("at",), ("for",)) or any(mention.kind == "date" for _, mention in match.slots):
        return False
    words = lower[: match.start]
    words = words[: words.index(",")] if "," in words else words
    # One that is the only one named may also stand far behind: "In Walden they took part in the 1999 election and got".
    nouns = sum(word in ("election", "elections") for word in words)
    reach = len(words) if nouns == 1 else FAR
    # The date may stand behind the comma: "at the next general election, in November 1952, the party won".
    read = any(
        edge.kind == "election" and edge.entity is not None and edge.start < len(words) and edge.end <= match.start
        for edges in lattice.edges[:reach]
        for edge in edges
    )
    return not read and not {"election", "elections"}.isdisjoint(words)


def _is_loosely_tied(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a clause without a subject and without its election stands in a sentence with several times.

    "It shunned the 1991 and 1995 elections, and won one seat on a joint list in 2001."
    """
    if not has_no_subject(match) or any(name == "election" for name, _ in match.slots):
        return False
    polls = (edge for edges in lattice.edges for edge in edges if edge.kind == "election" and edge.end > edge.start)
    return len({poll.name for poll in polls}) > 1


def _has_its_own_date(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a result without an election is dated behind: "until 2010, winning a seat there in 2007"."""
    if any(mention.kind in ("election", "date") for _, mention in match.slots):
        return False
    lower = lattice.tokens.lower
    reach = range(match.end, min(len(lower), match.end + NEAR + 2))
    end = next((at for at in reach if lower[at] in (",", ";", ".", "and", "but")), reach.stop)
    dates = [
        edge
        for at in range(match.end, end)
        for edge in lattice.edges[at]
        if edge.kind == "date" and lower[at - 1] in ("in", "on")
    ]
    before = any(edge.kind == "date" for edges in lattice.edges[: match.start] for edge in edges)
    return before and bool(dates) and dates[0].start > match.end + 1


def _is_dated_otherwise(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether another year than the election's stands right behind: "after the 1999 vote it took a seat in 2003".

    So it is where a match takes in those of another year: "no seat in the 1999 elections, but in those of 2003 one".
    """
    lower, told = lattice.tokens.lower, written(fact.object)
    read = {mention.start for name, mention in match.slots if mention.kind == "election" and mention.items}
    starts = [match.end + 1] if lower[match.end : match.end + 1] in (("in",), ("at",)) else []
    starts += [
        at + 2
        for at in range(match.end - 2)
        if lower[at] in ("those", "that") and lower[at + 1] in ("of", "in") and at not in read
    ]
    years = (lower[at] for at in starts if at < len(lower))
    return any(len(year) == YEAR and year.isdigit() and year not in told for year in years)


def _is_in_one_seat(lattice: Lattice, at: int) -> bool:
    """Tell whether a constituency follows: "3.1%, in the Isle of Harwich constituency"."""
    words = lattice.tokens.lower[at : at + FAR]
    end = next((place for place, word in enumerate(words) if word in (",", ";", ".", "(", "and")), len(words))
    return words[:1] == ("in",) and not lexicon.words("election-place").isdisjoint(words[:end])


def _is_in_a_relative_clause(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether the year of a split is taken for that of a vote: "left in 2009 to form X, which won no seats".

    An election without a year has none of its own: "which won 12% in the election".
    """
    told = [mention for _, mention in match.slots if mention.kind in ("election", "date")]
    if not has_no_subject(match) or any(mention.kind == "date" or _is_read(mention) for mention in told):
        return False
    at = match.slots[0][1].start
    named = any(
        edge.kind == "election" and edge.end > edge.start and _is_read(edge)
        for edges in lattice.edges
        for edge in edges
    )
    return lattice.tokens.lower[at - 1 : at] in (("which",), ("that",)) and not named


def _is_read(poll: Mention) -> bool:
    """Tell whether it is known which election a mention is of, or which several."""
    return poll.entity is not None or bool(poll.items)


def _is_of_one_of_two(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an election is one of two that are told together: "in the regional and local elections of 1983"."""
    lower = lattice.tokens.lower
    seats = dict(match.slots).get("seats")
    name = written(fact.object).lower()
    councillors = seats is not None and not COUNCILLORS.isdisjoint(lower[seats.end : seats.end + 1])
    if councillors and not LOCAL.isdisjoint(name.split()):
        return False  # of the two it is the local one that gave the councillors
    starts = (
        edge.start
        for edges in lattice.edges
        for edge in edges
        if edge.kind == "election" and edge.entity == fact.object and edge.end > edge.start
    )
    return any(
        lower[start - 1 : start] == ("and",)
        and any(edge.kind == "election-kind" and edge.end == start - 1 for edge in lattice.edges[max(0, start - 2)])
        for start in starts
    )


def has_no_subject(match: Match) -> bool:
    """Tell whether the subject of a match is only implied: a mention of no width."""
    return bool(match.slots) and match.slots[0][1].start == match.slots[0][1].end


CHECKS = (
    *asked_of(("contested",), _is_of_no_year, _is_to_an_unread_body),
    *asked_of(
        ("electionResult",),
        _is_of_no_year,
        _has_another_undated_poll,
        _is_of_another_race,
        _is_of_another_poll,
        _is_to_an_unread_body,
        _is_of_an_unread_poll,
        _is_loosely_tied,
        _has_its_own_date,
        _is_dated_otherwise,
        _is_in_a_relative_clause,
        _is_of_one_of_two,
    ),
)
