"""Settles by the infobox what a sentence leaves open: of which party it speaks, and what is a candidate.

Where an article's infobox states what no sentence has said yet, and a sentence has the name or the year of it, the
sentence is read once more, on the supposition that what can stand for a party ("it", "the new group") stands for the
article's own. Of what that reading says, only what the infobox states is kept; then ``exactdates`` and ``origins``
look for more of it. A candidate that the infobox states is one no longer. Nothing new can come of any of it, and
nothing that is denied, planned or put into somebody's mouth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from partygraph.extraction.prose import finding, redundancy
from partygraph.extraction.prose.corroboration import cues, exactdates, origins
from partygraph.extraction.prose.corroboration.cues import RULE
from partygraph.extraction.prose.corroboration.objects import name_of
from partygraph.extraction.prose.doubts.cutnames import LINEAGE
from partygraph.extraction.prose.doubts.namebounds import is_of_a_namesake
from partygraph.extraction.prose.reading import Reading, reading_of
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Fact, Sentence, Status, written
from partygraph.rules import lexicon
from partygraph.rules.predicates import predicates

ONCE = frozenset({"founded", "dissolved"})
"""What a party is once, so that another date for it is another account, or of another party."""
HISTORY = ONCE | {
    *("country", "region", "founder", "alliance", "predecessor", "successor"),
    *("mergedFrom", "mergedInto", "splitFrom"),
    *(name for name in predicates() if name.startswith("affiliation")),
}
"""What is settled so: where a party belongs and what became of it. Offices and views change hands and names."""
PLACES = frozenset({"country", "region"})
"""What a sentence may name for a hundred reasons: a cue and a pronoun are not enough."""
OPEN = frozenset({Status.ASSERTED, Status.CANDIDATE})


def settle(reading: Reading, sentence: Sentence, registry: Registry, facts: list[Fact]) -> list[Fact]:
    """Return the facts of a sentence, with what the infobox settles among them and beside them."""
    settled = [_raised(fact, registry) for fact in facts]
    wanted = [fact for fact in _untold(registry, settled) if _sign(fact) in sentence.view.text]
    again = reading_of(reading.article, sentence, registry.supposing()) if wanted else None
    if again is not None:
        settled += _news(_supposed(again, wanted), registry)
    settled += cues.corroborate(reading, registry.stated, settled)
    if again is not None:
        for find in (cues.corroborate, exactdates.agree, origins.agree):
            left = [fact for fact in _left(wanted, settled) if fact.predicate not in PLACES]
            settled += _news(find(again, left), registry)
    return [_of_a_namesake_held_back(fact, reading) for fact in settled]


def _of_a_namesake_held_back(fact: Fact, reading: Reading) -> Fact:
    """Hold back an agreement on a name that the sentence tells apart from its like: "Liberal Party (Leninists)"."""
    agreed = fact.rule == RULE and fact.predicate in LINEAGE and fact.status is Status.ASSERTED
    apart = agreed and is_of_a_namesake(reading.lattice, written(fact.object))
    return replace(fact, status=Status.CANDIDATE) if apart else fact


def _news(facts: Iterable[Fact], registry: Registry) -> Iterator[Fact]:
    """Yield the facts but for a date of what is only once that is no more exact than one that was told before."""
    told = {predicate: name for predicate, name in sorted(registry.repeated) if predicate in ONCE}
    return (
        fact
        for fact in facts
        if len(name_of(fact.object)) > len(told.get(fact.predicate, "")) or fact.predicate not in ONCE
    )


def _untold(registry: Registry, facts: Iterable[Fact]) -> list[Fact]:
    """Return what the infobox states of the party's history and no sentence has said."""
    return [
        fact
        for fact in _left(registry.stated, facts)
        if (fact.predicate, name_of(fact.object)) not in registry.repeated
        and fact.predicate in HISTORY
        and not (fact.predicate in ONCE and _is_told_as_exactly(fact, registry))
    ]


def _is_told_as_exactly(fact: Fact, registry: Registry) -> bool:
    """Tell whether sentences have dated what is only once: otherwise, or to the day where the infobox has the day.

    Who has read "founded in 2011" may go on to read "its foundation on 3 April 2011".
    """
    told = [date for predicate, date in registry.repeated if predicate == fact.predicate]
    date = name_of(fact.object)
    return any(not date.startswith(one) or len(one) >= len(date) for one in told)


def _left(wanted: Iterable[Fact], facts: Iterable[Fact]) -> list[Fact]:
    """Return those statements that are not among facts; what is only once is, whatever its date there."""
    told = {_key(fact) for fact in facts if fact.status is Status.ASSERTED}
    return [fact for fact in wanted if _key(fact) not in told]


def _key(fact: Fact) -> tuple[str, ...]:
    """Return what makes two statements one; that another party went into the same whole says nothing of this one."""
    return (fact.predicate,) if fact.predicate in ONCE else (fact.predicate, name_of(fact.object), fact.subject.name)


def _sign(fact: Fact) -> str:
    """Return what a sentence must hold to say a statement: a name, or a year."""
    return written(fact.object) if isinstance(fact.object, Entity) else fact.object.lexical[:4]


def _supposed(reading: Reading, wanted: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the wanted statements that phrases read of a sentence, if it speaks of the article's party."""
    found, _ = finding.state_all(reading)
    left = list(wanted)
    for fact in redundancy.without(found):
        known = next((known for known in left if _agree(fact, known)), None)
        if known is not None and fact.subject == reading.subject and _may_settle(fact):
            left.remove(known)
            yield replace(fact, status=Status.ASSERTED, rule=RULE)


def _raised(fact: Fact, registry: Registry) -> Fact:
    """Return a candidate as what the infobox makes it."""
    if fact.status is not Status.CANDIDATE or fact.subject != registry.subject or fact.predicate not in HISTORY:
        return fact
    agreed = _may_settle(fact) and any(_agree(fact, known) for known in registry.stated)
    return replace(fact, status=Status.ASSERTED, rule=RULE) if agreed else fact


def _may_settle(fact: Fact) -> bool:
    """Tell whether agreement makes a reading sure: not where the time is only a limit ("prior to the 1977 vote")."""
    limited = not lexicon.words("no-exact-time").isdisjoint(fact.evidence[0].quote.lower().split())
    return fact.status in OPEN and not (limited and fact.predicate in ONCE)


def _agree(fact: Fact, known: Fact) -> bool:
    """Tell whether two facts say the same, a date as far as the coarser of them goes."""
    if fact.predicate != known.predicate:
        return False
    one, other = name_of(fact.object), name_of(known.object)
    return one == other or (fact.predicate in ONCE and (one.startswith(other) or other.startswith(one)))
