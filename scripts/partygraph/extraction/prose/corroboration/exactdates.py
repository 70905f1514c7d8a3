"""Finds the sentences that tell of a party's beginning or end on the very day or month that the infobox gives for it.

Two things that are told of one party do not begin on the same day by chance, so that the words between the date and
the event need not be read: "the launch of the party at Tilbrook, in the hall of the miners, on 29 June 1939".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from partygraph.extraction.prose.corroboration.cues import RULE, dates_what_is_behind, is_doubted
from partygraph.extraction.prose.corroboration.objects import OWN, is_of_another, is_within
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.reading import Reading
from partygraph.model import Fact, Literal
from partygraph.rules import lexicon

EVENTS: Mapping[str, frozenset[str]] = {
    "founded": lexicon.words("beginning-told"),
    "dissolved": lexicon.words("ending-told"),
}
"""The words of each event, by the predicate of its date."""
MONTH = len("1939-06")
"""A date of fewer characters is a year, on which many things happen."""
REACH = 24
"""How many words may stand between the event and its date."""
FAR = 48
"""The same where the date is a day: so long is a sentence that opens with the day and ends with the event."""


def agree(reading: Reading, known: Iterable[Fact]) -> Iterator[Fact]:
    """Yield those statements of the infobox whose day or month a sentence tells with the event."""
    lattice = reading.lattice
    for fact in known:
        events = EVENTS.get(fact.predicate, frozenset())
        if (
            not isinstance(fact.object, Literal)
            or len(fact.object.lexical) < MONTH
            or events.isdisjoint(lattice.present)
        ):
            continue
        date = _date(lattice, fact.object.lexical)
        event = _event(lattice, date, events) if date is not None else None
        if date is None or date.literal is None or event is None or not _is_plain(lattice):
            continue
        yield Fact(
            subject=reading.subject,
            predicate=fact.predicate,
            object=date.literal,
            source="prose",
            evidence=(reading.quote(min(event, date.start), max(event + 1, date.end)),),
            rule=RULE,
        )


def _date(lattice: Lattice, told: str) -> Mention | None:
    """Return the one date of a sentence that is exact, if it is the one that is told; elections have dates, too."""
    exact = [
        edge
        for edges in lattice.edges
        for edge in edges
        if edge.kind == "date" and edge.literal is not None and len(edge.literal.lexical) >= MONTH
        if not is_within(lattice, edge, "election")
    ]
    values = {edge.literal.lexical for edge in exact if edge.literal is not None}
    date = max(exact, key=lambda edge: edge.end - edge.start, default=None)
    if date is None or date.literal is None or any(not _same(value, date.literal.lexical) for value in values):
        return None
    return None if is_of_another(lattice, date) or not _same(date.literal.lexical, told) else date


def _same(one: str, other: str) -> bool:
    """Tell whether two dates agree as far as the coarser of them goes."""
    return one.startswith(other) or other.startswith(one)


def _event(lattice: Lattice, date: Mention, events: frozenset[str]) -> int | None:
    """Return the word of the event that is nearest to its date, and in its part of the sentence."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    reach = FAR if date.literal is not None and len(date.literal.lexical) > MONTH else REACH
    near = range(max(0, date.start - reach), min(len(lower), date.end + reach))
    found = [
        at
        for at in near
        if lower[at] in events
        if (words[at][0].islower() or at == 0) and not (lower[at] == "form" and lower[at - 1] != "to")
        if ";" not in lower[min(at, date.start) : max(at, date.start)]
        if not dates_what_is_behind(lower, at, date)
    ]
    return min(found, key=lambda at: abs(at - date.start), default=None)


def _is_plain(lattice: Lattice) -> bool:
    """Tell whether a sentence speaks of the party, of no registration, and neither denies nor doubts anything."""
    if not any(edge.kind in OWN for edges in lattice.edges for edge in edges):
        return False
    if not lexicon.words("struck-off").isdisjoint(lattice.present):
        return False  # "Launched in 1980, it was entered in the register on 22 March 1983"
    if not lexicon.words("made-lawful").isdisjoint(lattice.present):
        return False  # "Its recognition dates from 9 September 2014"
    return not is_doubted(lattice)
