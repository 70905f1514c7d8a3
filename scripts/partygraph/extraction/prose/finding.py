"""Finds the phrases that match a sentence, and what they say: without those that another one outranks."""

from __future__ import annotations

from dataclasses import dataclass

from partygraph.extraction.prose import anchors, bearers, scope, stating
from partygraph.extraction.prose.dependents import is_governed
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match, Matcher
from partygraph.extraction.prose.reading import Reading
from partygraph.extraction.prose.subjects import COPULAS
from partygraph.extraction.prose.tokens import closing
from partygraph.model import Fact
from partygraph.rules import lexicon
from partygraph.rules.phrases import Phrase

NAMED = frozenset({"party", "organisation", "body", "person"})
LOOSE = frozenset({"party", "group", "name", "organisation", "other-party"})
FOREIGN = lexicon.words("foreign-noun") | lexicon.words("foreign-body")
"""What a party is called in other languages."""
LONGEST_CUT = 12
"""How many words a name can have before the place where a match ends."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that matched, where, and what its surroundings make of it."""

    phrase: Phrase
    match: Match
    verdict: scope.Verdict


def state_all(reading: Reading) -> tuple[list[Fact], list[tuple[str, str, str]]]:
    """Return the facts of all phrases that match, and why others that match state none."""
    facts: list[Fact] = []
    reasons: list[tuple[str, str, str]] = []
    for found in find(reading.lattice):
        if found.verdict.worth == "blocked":
            reasons.append((found.verdict.reason, found.verdict.word, found.phrase.name))
        else:
            facts += (fact for fact, _ in stating.state(reading, found.phrase, found.match, found.verdict))
    return bearers.given(facts), reasons


def find(lattice: Lattice) -> list[Found]:
    """Return the phrases that match a sentence, in the order of the rules, without those that another one outranks."""
    found = []
    names: set[str] = set()
    known: set[tuple[object, ...]] = set()
    matcher = Matcher(lattice)
    for phrase, program, places in anchors.index().able(lattice):
        for match in matcher.matches_at(program, places):
            # Several patterns of a phrase read the same alike, one to a comma and one to a full stop: once is enough.
            read = (phrase.name, match.start, *((slot, id(mention)) for slot, mention in match.slots))
            if read in known:
                continue
            if phrase.policy != "presupposed" and (is_governed(lattice, match) or _cuts_a_name(lattice, match)):
                continue
            known.add(read)
            verdict = scope.PLAIN if phrase.policy == "presupposed" else scope.judge(lattice, match)
            if verdict is scope.PLAIN and "electionResult" in {statement.predicate for statement in phrase.statements}:
                verdict = scope.judge_tally(lattice, match)
            found.append(Found(phrase, match, verdict))
            names.add(phrase.name)
    if all(item.phrase.outranks.isdisjoint(names) for item in found):
        return found
    return [item for item in found if not any(_outranked(item, other) for other in found)]


def _cuts_a_name(lattice: Lattice, match: Match) -> bool:
    """Tell whether a match ends within a name: "joined the Coalition" in "joined the Coalition for Change"."""
    if any(
        mention.end < match.end and lattice.ended[mention.end] == "(" and _is_cut_at_a_bracket(lattice, mention)
        for _, slot in match.slots
        for mention in slot.items or (slot,)
        if mention.end > mention.start
    ):
        return True
    return _goes_on(lattice, match) or any(
        edge.start < match.end < edge.end and edge.kind in NAMED and not edge.items
        for edges in lattice.edges[max(0, match.end - LONGEST_CUT) : match.end]
        for edge in edges
    )


def _goes_on(lattice: Lattice, match: Match) -> bool:
    """Tell whether a match ends with the first word of a name: "merged with the Independents of the North party"."""
    last = match.slots[-1][1] if match.slots else None
    words, at = lattice.tokens.words, match.end
    if last is not None and last.end == at and words[at : at + 1] == ("(",):
        glued = lattice.tokens.starts[at] == lattice.tokens.ends[at - 1] and last.kind in NAMED | LOOSE  # "CARP(ML)"
        return glued or (last.kind == "own" and _is_told_apart(lattice, at))
    if last is not None and last.end == at and words[at : at + 1] in (('"',), ("“",)) and last.kind in NAMED | LOOSE:
        return words[at + 1 : at + 2] != () and words[at + 1][0].isupper()  # Civic Union "Homeland"
    if last is None or last.end != at or words[at : at + 1] not in (("of",), ("for",)) or at + 1 >= len(words):
        return False
    item = last.items[-1] if last.items else last
    named = item.end - item.start - (lattice.tokens.lower[item.start] == "the")
    after = at + 1 + (words[at + 1] == "the")
    if words[item.end - 1].isupper() and _is_somebody(lattice, at + 1):
        return False  # "the APF of Ann Lee"
    return item.kind in LOOSE and named == 1 and after < len(words) and words[after][0].isupper()


def _is_somebody(lattice: Lattice, at: int) -> bool:
    """Tell whether a person's name of several words stands at a place, and no place's."""
    person = lattice.at(at, "person")
    return person is not None and person.end - at > 1 and lattice.tokens.words[at] not in lexicon.territories()


def _is_cut_at_a_bracket(lattice: Lattice, mention: Mention) -> bool:
    """Tell whether a bracket is a part of the name before it: "CARP(ML)", "the Blue Party (Reformation)"."""
    tokens = lattice.tokens
    if tokens.starts[mention.end] == tokens.ends[mention.end - 1]:
        return True
    # What a sentence opens with, or defines, has another name there: "The Free Greens (Frigrøne) are a party".
    defined = mention.start < 2 or lattice.ended[closing(tokens.lower, mention.end) or 0] in COPULAS
    return mention.kind == "own" and not defined and _is_told_apart(lattice, mention.end)


def _is_told_apart(lattice: Lattice, at: int) -> bool:
    """Tell whether a name goes on in brackets that tell it from its like: "formed the Red Party (Lee)"."""
    words = lattice.tokens.words
    end = next((end for end in range(at + 2, min(at + 6, len(words))) if words[end] == ")"), 0)
    inner = words[at + 1 : end]
    # "The Blue Party (Partido Azul)" has a native name there, which its article may have told before.
    named = any(edge.kind.endswith("-name") or edge.kind in ("acronym", "own") for edge in lattice.edges[at + 1])
    named = named or any(word.lower() in FOREIGN for word in inner)
    return bool(inner) and not named and all(word[0].isupper() and not word.isupper() for word in inner)


def _outranked(item: Found, other: Found) -> bool:
    one, two = item.match, other.match
    return item.phrase.name in other.phrase.outranks and one.start < two.end and two.start < one.end
