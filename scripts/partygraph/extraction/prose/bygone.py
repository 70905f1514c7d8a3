"""Tells by its tense, or by the end of its party, that an office or a membership told without a time is over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partygraph.extraction.prose import incumbents, scope, statetimes
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.model import Fact, Qualifier
from partygraph.rules import lexicon

PAST_STATES = frozenset({"was", "were", "belonged", "included", "served", "sat", "represented"})
"""Verbs of what was so for a time."""
PAST_VERBS = lexicon.words("past-deed") | {
    *(
        "had",
        "left",
        "lost",
        "won",
        "broke",
        "split",
        "became",
        "began",
        "fought",
        "ran",
        "stood",
        "met",
        "made",
        "took",
    ),
    *(
        "gave",
        "came",
        "went",
        "held",
        "beat",
        "brought",
        "saw",
        "chose",
        "fell",
        "grew",
        "kept",
        "rose",
        "sent",
        "spoke",
    ),
}
"""Verbs of past deeds that do not end in "-ed"."""
TODAY = frozenset({"is", "are", "has", "have", "current", "currently", "still", "remains", "now", "today"})
POLITICIANS = lexicon.words("peers") | {
    "members",
    "legislators",
    "mp",
    "mep",
    "deputy",
    "senator",
    "councillor",
    "politician",
}
"""What members are called who are told of for something that they did, often to leave."""
OTHER_TIMES = frozenset(
    {"been", "later", "future", "subsequently", "eventual", "former", "formerly", "previously", "until"}
)
"""What tells that somebody was it before or after: "people who had been members of the Red Party, among them"."""
CLAUSES = frozenset({";", ":", "and", "but", "which", "that", "while", "who", "when", "where", "after", "before", "as"})
BEGINNINGS = frozenset(
    {"born", "died", "elected", "founded", "appointed", "chosen", "established", "formed", "created"}
)
"""Of what a date right behind is, and may be of that alone: "Ann Lee, born in 1950, its leader, opposed it"."""
NEAR = 3
COPULAS = frozenset({"is", "was", "are", "were"})
"""What is told of somebody as such: "Ann Lee was a politician of the Red Party"."""
CHOICES = frozenset({"elected", "chose", "chosen", "appointed", "confirmed"})
"""What tells of the beginning of several offices, and not how long they were held."""
ACTORS = frozenset({"person", "own", "party", "organisation", "other-party"})
"""Of whom the words behind may be told."""
OLD_OFFICES = frozenset({"office", "body"})
"""What a member has besides; whether it was of the party's time or before it, no tense tells."""


def is_over(lattice: Lattice, match: Match, fact: Fact, defunct: bool, officers: Sequence[Fact]) -> bool:
    """Tell whether an undated office or membership is one of the past.

    "Its leaders were Ann Lee and Bo Chan" says so itself; whatever is told of a party that is gone is over with it.
    Whom the infobox has in office today has it still: "its leader was Ann Lee" tells only who had it when the rest
    happened.
    """
    words = scope.plain(lattice, match.start, match.end)
    if not TODAY.isdisjoint(words) or any(fact.qualifier(name) is not None for name in OLD_OFFICES):
        return False
    if stays(lattice, match):
        return False
    if is_of_another(lattice, fact):
        titled = not _is_set_beside(lattice, match)
        past = _is_a_past_state(lattice, match, words) or (titled and _is_all_past(lattice, match))
        return fact.predicate == "leader" and past
    if defunct:
        return True
    if fact.predicate == "leader" and incumbents.has_it_still(fact, officers):
        return False
    return _is_a_past_state(lattice, match, words)


def stays(lattice: Lattice, match: Match) -> bool:
    """Tell whether a sentence goes on that somebody has an office still: "was elected chair, and has held it to date".

    What is told behind another name is told of that one: "was its first chair, and Bo Chan has been it ever since".
    """
    behind = scope.plain(lattice, match.end, len(lattice.tokens))
    verb = next((at for at in range(len(behind)) if scope.holds(behind[at : at + 2], "keeping-office")), None)
    if verb is None or ";" in behind[:verb] or not scope.holds(behind[verb:], "to-this-day"):
        return False
    between = lattice.edges[match.end : match.end + verb]
    return not any(edge.kind in ACTORS and edge.end > edge.start for edges in between for edge in edges)


def _is_set_beside(lattice: Lattice, match: Match) -> bool:
    """Tell whether an office with its party stands behind a name, of which no tense tells: "Ann Lee, the leader of"."""
    slots = dict(match.slots)
    person, role, party = (slots.get(name) for name in ("person", "role", "party"))
    if person is None or role is None or party is None:
        return False
    return person.end < role.start < party.start and lattice.tokens.lower[person.end] == ","


def then(lattice: Lattice, match: Match, fact: Fact) -> tuple[Qualifier, ...]:
    """Return when somebody led another party or was of it: "it merged in 1990 with the Red Party, led by Ann Lee".

    That is the only time of which a sentence in the past tells, if it stands in the open and not in a remark.
    """
    told_of = fact.predicate in ("leader", "member") and is_of_another(lattice, fact)
    if not told_of or _is_in_the_present(lattice, match):
        return ()
    words = scope.plain(lattice, 0, len(lattice.tokens))
    near = lattice.tokens.lower[max(0, match.start - NEAR) : match.end]
    if not TODAY.isdisjoint(words) or not _tells_of_the_past(words) or not OTHER_TIMES.isdisjoint(near):
        return ()
    if "had" in words:
        return ()  # "Ann Lee, the leader of the Red Party, had left in 1980"
    times = [edge for edges in lattice.edges for edge in edges if edge.kind in statetimes.TIME_KINDS]
    dates = {date.literal: date for time in times for date in _dates(time)}
    told = [
        date for date in dates.values() if _is_in_the_open(lattice, date) and _is_of_one_clause(lattice, match, date)
    ]
    pair = statetimes.dated("asOf", told[0]) if len(dates) == len(told) == 1 else None
    return (pair,) if pair is not None else ()


def _dates(time: Mention) -> Iterator[Mention]:
    """Yield the dates of a mention of time; of a period those of its ends, which make it more than one."""
    if time.kind == "date":
        yield time
    for item in time.items:
        yield from _dates(item)
    for name in ("date", "start", "end"):
        part = time.part(name)
        if part is not None and time.kind != "date":
            yield part


def _is_in_the_open(lattice: Lattice, date: Mention) -> bool:
    lower = lattice.tokens.lower
    opened, closed = (lower[: date.start].count(mark) for mark in ("(", ")"))
    told = lower[date.start - 1 : date.start] in (("in",), ("on",), ("of",))
    return opened == closed and told and lower[max(0, date.start - 2)] not in BEGINNINGS


def _is_of_one_clause(lattice: Lattice, match: Match, date: Mention) -> bool:
    """Tell whether nothing that opens a clause stands between a date and a match, and the date not within the match."""
    lower = lattice.tokens.lower
    return CLAUSES.isdisjoint(lower[date.end : match.start] or lower[match.end : date.start] or CLAUSES)


def is_open(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a sentence leaves open when somebody led another party, or whether its members left it.

    So it is where it tells of the past, or of politicians who may have gone since: "it merged with the Red Party, led
    by Ann Lee", "joined by members of the Red Party, among them Bo Chan", "the deputy Ann Lee (Red Party)".
    """
    if fact.predicate not in ("leader", "member"):
        return False
    if not is_of_another(lattice, fact):
        open_to_doubt = is_a_title(match, fact) or _is_a_choice(lattice, match)
        return open_to_doubt and _is_told_of_the_past(lattice, match)
    if fact.predicate == "member":
        told = lattice.tokens.lower[match.start : match.end]
        named = not POLITICIANS.isdisjoint(told) or any(name == "office" for name, _ in match.slots)
        return (named or told[-1] == ")") and COPULAS.isdisjoint(told)
    return _is_told_of_the_past(lattice, match)


def is_a_title(match: Match, fact: Fact) -> bool:
    """Tell whether the name of the party stands before an office as in a title: "Blue Party leader Ann Lee"."""
    slots = dict(match.slots)
    own, role = slots.get("own"), slots.get("role")
    titled = own is not None and role is not None and own.kind == "own" and own.end == role.start
    return fact.predicate == "leader" and titled


def _is_a_choice(lattice: Lattice, match: Match) -> bool:
    """Tell whether several were chosen at a time that is not told: "it elected Ann Lee as chairman and Bo Chan as"."""
    slots, words = dict(match.slots), lattice.tokens.lower[match.start : match.end]
    return "second" in slots and (words[0] in CHOICES or ("own" in slots and not CHOICES.isdisjoint(words)))


def _is_told_of_the_past(lattice: Lattice, match: Match) -> bool:
    return _tells_of_the_past(scope.plain(lattice, 0, len(lattice.tokens))) and not _is_in_the_present(lattice, match)


def _tells_of_the_past(words: Sequence[str]) -> bool:
    return any(word in PAST_STATES or word in PAST_VERBS or word.endswith("ed") for word in words)


def _is_in_the_present(lattice: Lattice, match: Match) -> bool:
    return not TODAY.isdisjoint(scope.plain(lattice, match.start, match.end))


def is_of_another(lattice: Lattice, fact: Fact) -> bool:
    """Tell whether an officer or a member is one of another party than the article's."""
    party = fact.object if fact.predicate == "member" else fact.subject
    others = (edge for edges in lattice.edges for edge in edges if edge.kind in ("other-party", "group"))
    return any(item.entity == party for edge in others for item in (edge.items or (edge,)))


def _is_a_past_state(lattice: Lattice, match: Match, words: Sequence[str]) -> bool:
    """Tell whether a match itself tells what was so: "its leaders were"; "was elected" only tells when it began."""
    return not PAST_STATES.isdisjoint(words) and not statetimes.has(lattice, match, "inception")


def _is_all_past(lattice: Lattice, match: Match) -> bool:
    """Tell whether a whole sentence is told in the past, and the office is of its time: "it met the Red Party, led by".

    What is told of before or after it is of no known time: "Bo Chan, the future leader of the Red Party".
    """
    words = scope.plain(lattice, 0, len(lattice.tokens))
    near = lattice.tokens.lower[max(0, match.start - NEAR) : match.end]
    today = TODAY | lexicon.words("present-deed")
    return today.isdisjoint(words) and OTHER_TIMES.isdisjoint(near) and _tells_of_the_past(words)
