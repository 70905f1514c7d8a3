"""What surrounds a match decides its worth: negated, planned, conditional, hedged, attributed, or plainly said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal as OneOf

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.subjects import verbs
from partygraph.rules import lexicon

REASONS = {"negation": "negated", "plan": "planned", "condition": "conditional"}
TALLIES = frozenset({"votes", "share", "seats"})
AROUND = frozenset({"after", "following", "between", "until", "before", "since"})
"""What is held after an election may be more than was won in it."""
NEAR_ENDS = frozenset({",", ";", ":", "but", "—", "–"})
FAR_ENDS = frozenset({";"})
REACH = 60
RELATIVES = ((",", "in", "which"), (",", "at", "which"), (",", "when"), (",", "where"))
COPULAS = (("is",), ("was",), ("has",), ("had",))
ON_A_VOTE = (("in", "which"), ("at", "which"), ("the", "first"), ("the", "second"), ("the", "last"), ("the", "only"))
"""What a remark on an election begins with: "the 1990 election, the first that it fought,"."""
LONGEST_REMARK = 12


@dataclass(frozen=True, slots=True)
class Verdict:
    """``plain`` is asserted, ``claim`` is what somebody says; ``blocked`` is no fact, for the reason given."""

    worth: OneOf["plain", "claim", "blocked"] = "plain"
    reason: str = ""
    word: str = ""


PLAIN = Verdict()


def judge(lattice: Lattice, match: Match) -> Verdict:
    """Judge a match by the words before it in its clause and right behind it.

    The words inside it are the pattern's own, or such as may be passed over; they need no judging.
    """
    tokens = lattice.tokens
    near, far = _bounds(tokens.lower, match)
    for kind, begin in (("negation", near), ("plan", near), ("condition", far)):
        found = holds(
            _bearing(lattice, match, begin) if kind == "negation" else plain(lattice, begin, match.start), kind
        )
        if kind == "plan" and found == "in order to" and _is_purpose(tokens.lower, near, match):
            continue
        if found and not (found == "campaign" and _is_that_of_a_year(tokens.lower, match.start)):
            return Verdict("blocked", REASONS[kind], found)
    if tokens.lower[match.start - 1 : match.start] == ("before",) and not _came_about(lattice, match):
        # "It was a club before it was a party": what comes before something is not yet so.
        return Verdict("blocked", REASONS["condition"], "before")
    behind = plain(lattice, match.end, min(len(tokens), match.end + 4))
    if behind[:1] == [","]:
        behind = behind[1:]
    found = holds(behind[:1], "condition")
    if found and behind[0] in ("if", "unless"):
        return Verdict("blocked", "conditional", found)
    ends_with_party = any(mention.kind == "own" and mention.end == match.end for _, mention in match.slots)
    undone = "" if ends_with_party else _opening_of(behind, "reversal")
    if undone:
        return Verdict("blocked", "negated", undone)
    before = plain(lattice, far, match.start)
    for kind in ("hedge", "attribution"):
        told_behind = _opens_with(behind, kind)
        if told_behind in lexicon.words("self-description"):
            told_behind = ""  # "It was founded in 1946, describes itself as liberal": that is said of what follows
        found = holds(before, kind) or told_behind
        if found in lexicon.words("self-description") and _has_a_verb_of_its_own(tokens.lower, match):
            continue
        if found:
            return Verdict("claim", "hedged" if kind == "hedge" else "attributed", found)
    return PLAIN


def _came_about(lattice: Lattice, match: Match) -> bool:
    """Tell whether a match says what a party did or what was done to it: "before it merged into the Red Party"."""
    subject = match.slots[0][1] if match.slots else None
    if subject is None or not match.start == subject.start < subject.end < match.end:
        return False
    if not any(edge.kind == "own" and edge.end == subject.end for edge in lattice.edges[subject.start]):
        return False
    verb, *behind = lattice.tokens.lower[subject.end : match.end]
    if verb == "was" and behind and lattice.tokens.lower[subject.start] != "it":  # "it" may be a parliament
        verb = behind[1] if behind[0].endswith("ly") and len(behind) > 1 else behind[0]
    return verb in verbs() and verb not in ("was", "were", "had") and verb.endswith(("ed", "split", "became", "took"))


def _has_a_verb_of_its_own(lower: tuple[str, ...], match: Match) -> bool:
    """Tell whether a match goes on behind "and" with a verb: "It called itself liberal and was a member of"."""
    behind = match.slots[0][1].end if match.slots else match.start
    return lower[match.start - 1 : match.start] == ("and",) and lower[behind : behind + 1] in COPULAS


def _bearing(lattice: Lattice, match: Match, begin: int) -> list[str]:
    """Return the words before a match that can deny it; what the party was without denies nothing of what it did.

    "After years without a seat the party was wound up" tells of its end; "without the party being wound up" does not.
    """
    words = plain(lattice, begin, match.start)
    subject = match.slots[0][1] if match.slots else None
    if subject is None or subject.start != match.start or subject.end == subject.start:
        return words
    own = any(edge.kind == "own" and edge.end == subject.end for edge in lattice.edges[subject.start])
    behind = lattice.tokens.lower[subject.end : subject.end + 1]
    acts = own and behind != () and not behind[0].endswith("ing")
    return [word for word in words[:-1] if word != "without"] + words[-1:] if acts else words


def _is_purpose(lower: tuple[str, ...], begin: int, match: Match) -> bool:
    """Tell whether a clause only opens with what it was for: "In order to win votes the party joined the bloc"."""
    subject = match.slots[0][1] if match.slots else None
    named = subject is not None and subject.start == match.start and subject.end > subject.start
    return named and lower[begin : begin + 3] == ("in", "order", "to")


def _is_that_of_a_year(lower: tuple[str, ...], end: int) -> bool:
    """Tell whether a campaign is an event that took place, and no plan: "For the 1976 campaign it joined the bloc"."""
    at = max(place for place in range(end) if lower[place] == "campaign")
    return lower[at - 1].isdigit() or lower[at - 1] in ("election", "electoral")


def judge_tally(lattice: Lattice, match: Match) -> Verdict:
    """Judge an election's result: it is not the party's own if it is narrowed, shared, or one of two given in turn.

    "8% in the seats it contested", "12 seats together with the Red Party", "3% and 4% in 1997 and 2002".
    """
    lower = lattice.tokens.lower
    near, _ = _bounds(lower, match)
    end = match.end
    while end < len(lower) and end - match.end < 10 and lower[end] not in (";", "."):
        end += 1
    # "20 seats, and governed in coalition with the Red Party": the seats are not shared.
    deed = next((at for at in range(match.end, end) if lower[at] in lexicon.words("other-deed")), end)
    found = holds(_without_remarks(lattice, near, end), "limit") or holds(plain(lattice, match.start, deed), "shared")
    if not any(mention.kind == "bloc" for _, mention in match.slots):
        found = found or holds(plain(lattice, _bounds(lower, match)[1], match.end), "joint")
    found = found or holds(plain(lattice, near, match.start), "some-time-after")
    if lower[match.end : match.end + 1] not in (("and",), (",",)):
        found = found or _opening_of(plain(lattice, match.end, min(len(lower), match.end + 4)), "of-some-seats")
    if found:
        return Verdict("blocked", "narrowed", found)
    if _continues_elsewhere(lattice, match.end):
        # "13 councillors in Abo and seven in Bebo"
        return Verdict("blocked", "narrowed", "and")
    several = next(
        (edge for edges in lattice.edges[near : match.start] for edge in edges if edge.kind == "dates"), None
    )
    if several is not None:
        # "In 1999 and 2003 it kept them"
        return Verdict("blocked", "narrowed", several.name)
    if "later" in lower[match.end : match.end + 4] and lattice.at(match.end, "number") is not None:
        # "5 seats in 1998, and 8 four years later"
        return Verdict("blocked", "narrowed", "later")
    polls = [mention for name, mention in match.slots if name == "election"]
    for poll in polls or [edge for edges in lattice.edges for edge in edges if edge.kind == "election"]:
        if _is_told_in_turn(lower, match, poll) or "having" in lower[poll.end : match.end]:
            continue  # "After the 1990 election it was the largest party, having won 12 seats"
        first = poll.start - (lower[poll.start - 1 : poll.start] == ("the",))
        if lower[first - 1 : first] and lower[first - 1] in AROUND and lower[first - 2 : first - 1] != ("the",):
            return Verdict("blocked", "narrowed", lower[first - 1])
    filled = {mention.start for _, mention in match.slots}
    for name, mention in match.slots:
        if name in TALLIES and lower[mention.end : mention.end + 1] == ("and",):
            second = lattice.at(mention.end + 1, "percent", "number")
            if second is not None and second.kind == mention.kind and second.start not in filled:
                return Verdict("blocked", "narrowed", lattice.tokens.show(mention.start, second.end))
    return PLAIN


def _without_remarks(lattice: Lattice, start: int, end: int) -> list[str]:
    """Return the plain words of a stretch but for remarks on an election: "in the 1990 vote, in which it stood alone,".

    One that tells where it stood narrows what it won: "in which it stood in two towns".
    """
    lower, words = lattice.tokens.lower, plain(lattice, start, end)
    for edges in lattice.edges[:end]:
        for poll in edges:
            first = poll.end + 1
            if (
                poll.kind != "election"
                or lower[poll.end : first] != (",",)
                or lower[first : first + 2] not in ON_A_VOTE
            ):
                continue
            close = next((at for at in range(first, min(end, first + LONGEST_REMARK)) if lower[at] == ","), first)
            counted = any(edge.kind == "number" for inner in lattice.edges[first:close] for edge in inner)
            told = lower[first + 1 : close]
            if not counted and "with" not in told and ("in" not in told or told[told.index("in") + 1] == "which"):
                for at in range(max(first, start), close):
                    words[at - start] = ""
    return words


def _is_told_in_turn(lower: tuple[str, ...], match: Match, poll: Mention) -> bool:
    """Tell whether a relative clause tells of an election: "was founded before the 1990 election, in which it won"."""
    behind = lower[poll.end : match.start + 2]
    opened = next((len(words) for words in RELATIVES if behind[: len(words)] == words), 0)
    return opened > 0 and match.start <= poll.end + opened


def _continues_elsewhere(lattice: Lattice, at: int) -> bool:
    """Tell whether a second number of seats, with a place of its own, stands in the same clause."""
    lower = lattice.tokens.lower
    for place in range(at, min(len(lower) - 2, at + 14)):
        if lower[place] in (";", ".", ","):
            return False
        if lower[place] == "and" and (count := lattice.at(place + 1, "number")) is not None:
            behind = lower[count.end : count.end + 2]
            if behind == ("of", "the"):
                return True  # "One of the seven seats in the Colony and six of the fourteen in the Protectorate"
            return behind[:1] != () and behind[0] in lexicon.words("seat-noun") and behind[1:] in (("in",), ("on",))
    return False


def holds(words: Sequence[str], kind: str) -> str:
    """Return the first expression of a class that occurs among words, empty if there is none.

    >>> holds(["it", "was", "contrary", "to"], "negation")
    'contrary to'
    """
    table = lexicon.openers(kind)
    for at, word in enumerate(words):
        for phrase in table.get(word, ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                return " ".join(phrase)
    return ""


def _opens_with(words: Sequence[str], kind: str) -> str:
    return (
        next((" ".join(p) for p in lexicon.openers(kind).get(words[0], ()) if tuple(words[: len(p)]) == p), "")
        if words
        else ""
    )


def _opening_of(words: Sequence[str], kind: str) -> str:
    """Return the expression of a class that follows at once, a date or a word or two passed over."""
    # "A party that contested two elections" contests no founding.
    reach = 1 if words and words[0] in lexicon.words("relative") else 2
    return next((found for at in range(reach) if (found := _opens_with(words[at:], kind))), "")


def _bounds(lower: tuple[str, ...], match: Match) -> tuple[int, int]:
    """Return where the match's own clause begins, and where the words begin that still bear upon it."""
    near = match.start
    elided = bool(match.slots) and match.slots[0][1].start == match.slots[0][1].end
    while near > 0 and match.start - near < REACH:
        word = lower[near - 1]
        if word in NEAR_ENDS or (word == "and" and (elided or near == match.start)):
            break
        near -= 1
    far = match.start
    while far > 0 and match.start - far < REACH and lower[far - 1] not in FAR_ENDS:
        far -= 1
    return near, far


def plain(lattice: Lattice, start: int, end: int) -> list[str]:
    """Return the lower-case words of a stretch; a name's words ("May", "Will") mean nothing here."""
    if not lattice.plain:
        tokens = lattice.tokens
        lattice.plain += ["" if word[0].isupper() else tokens.lower[at] for at, word in enumerate(tokens.words)]
        lattice.plain[:1] = tokens.lower[:1]
    return lattice.plain[start:end]
