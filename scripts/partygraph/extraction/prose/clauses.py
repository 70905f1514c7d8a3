"""Adds a sentence's structure to its lattice: what may be passed over, and who is a verb's unnamed subject."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from partygraph.extraction.prose.feats import heavy
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.registry import Registry
from partygraph.rules import lexicon
from partygraph.rules.phrases import phrases

SUBJECTS = ("party", "person", "organisation", "agent")
AUXILIARIES = frozenset({"was", "were", "is", "are", "has", "have", "had", "been", "be"})
GOVERNED = frozenset({"party", "own", "person", "ours", "organisation", "other-party", "agent"})
GOVERNING = frozenset({"of", "in", "from", "by", "to", "within", "between", "among", "against"})
COPULAS = frozenset({"is", "was", "are", "were"})
LONGEST_ASIDE = 30
DATING = frozenset({"in", "from", "since", "until"}) | lexicon.words("month")
SOMEBODY_ENDS = frozenset({",", ";", ":", ".", "and", "(", "–", "—", "including"})
SIZED = re.compile(r"\d+-\w+")
"""The size of a body in its description: "the 240-seat National Assembly"."""


def add_skips(lattice: Lattice) -> None:
    """Add the ways over parentheses, adverbs and asides; none leads over a negation, a plan or a hedge."""
    lower = lattice.tokens.lower
    weights = _weights(lower)
    adverbs = _adverbs()
    for at in range(len(lower)):
        if lower[at] == "(":
            end = _closing(lower, at)
            if end:
                lattice.skips[at].append(end)
        elif lower[at] in (",", "–", "—"):
            _skip_aside(lattice, at, weights)
        elif lower[at] in ("'", '"', "“", "”"):
            lattice.skips[at].append(at + 1)
        elif lower[at] == "the" and at + 1 < len(lower) and SIZED.fullmatch(lower[at + 1]):
            lattice.skips[at].append(at + 2)
        for phrase in adverbs.get(lower[at], ()):
            if lower[at : at + len(phrase)] == phrase:
                lattice.skips[at].append(at + len(phrase))


def add_agents(lattice: Lattice) -> None:
    """Add what stands behind "by", "from" or "with", for patterns to which it does not matter who did it."""
    lower = lattice.tokens.lower
    if lattice.present.isdisjoint(("by", "from", "with")):
        return
    weights = _weights(lower)
    for at in range(1, len(lower)):
        if lower[at - 1] not in ("by", "from", "with"):
            continue
        end = at
        while end < len(lower) and end - at < LONGEST_ASIDE and lower[end] not in SOMEBODY_ENDS:
            if lower[end] in ("in", "on") and lattice.at(end + 1, "date") is not None:
                break
            end += 1
        if end > at and end < len(lower) and weights[end] == weights[at]:
            lattice.add(Mention("somebody", at, end, lattice.tokens.show(at, end)))


def imply_subjects(lattice: Lattice, registry: Registry) -> None:
    """Give verbs that share a subject with an earlier verb that subject, as a mention of no width.

    After "and", "but" or a comma ("was founded in 1990, merged with X and dissolved in 1999"), behind a relative
    pronoun ("X, which won 5 seats") and for a participle in apposition ("X, founded in 1990, ...").
    """
    tokens = lattice.tokens
    subject, auxiliary = _first_subject(lattice), frozenset[str]()
    if subject is not None:
        auxiliary = _auxiliary(tokens.lower, subject.end)
    verbs = _verbs()
    described = _described(lattice)
    openers = lexicon.words("clause-opener") | lexicon.words("coordinator") | {";", ",", ":"}
    for at in range(1, len(tokens)):
        word, before = tokens.lower[at], tokens.lower[at - 1]
        if at in described:
            lattice.add(described[at].moved(at, at))
            if before not in lexicon.words("relative"):
                lattice.imply(at, frozenset({"was"}))
            continue
        if word not in verbs and word not in AUXILIARIES:
            new = _clause_subject(lattice, at) if before in openers else None
            if new is not None:
                subject, auxiliary = new, _auxiliary(tokens.lower, new.end)
            continue
        if before in lexicon.words("relative"):
            owner = _ending(lattice, at - 2) or _ending(lattice, at - 1)
            if owner is not None:
                lattice.add(owner.moved(at, at))
        elif subject is not None and subject.end < at and _coordinated(tokens.lower, at):
            if tokens.lower[subject.end : at].count("(") > tokens.lower[subject.end : at].count(")"):
                # What a bracket says is said of what stands in the bracket.
                continue
            if before == "," and word.endswith(("ed", "n", "t")) and (owner := _ending(lattice, at - 1)) is not None:
                lattice.add(owner.moved(at, at))
                lattice.imply(at, frozenset({"was"}))
                continue
            if before == "," and word.endswith("ed") and "by" in tokens.lower[subject.end : at]:
                # "Formed by a group of students, led by Ann Lee": who was led is the group, which has no name here.
                continue
            lattice.add(subject.moved(at, at))
            if auxiliary and word not in AUXILIARIES:
                lattice.imply(at, auxiliary)


def _described(lattice: Lattice) -> dict[int, Mention]:
    """Return the verbs behind a description, with the party that is described.

    In "X is a party in Ghana led by Ann Lee" and "X was a party in Ghana that merged with Y" it is X that is led or
    merged, and not Ghana.
    """
    lower = lattice.tokens.lower
    found: dict[int, Mention] = {}
    for at in range(1, len(lower)):
        description = lattice.at(at, "description") if lower[at - 1] in COPULAS else None
        subject = _described_name(lattice, at - 1) if description is not None else None
        if description is None or subject is None or subject.kind not in ("party", "organisation"):
            continue
        verb = _behind_description(lattice, description.end)
        if verb:
            found[verb] = subject
    return found


def defined_name(lattice: Lattice) -> Mention | None:
    """Return the name that a sentence opens with and says of what it is: a party, a movement, an alliance."""
    lower = lattice.tokens.lower
    first = int(lower[:1] == ("the",))
    name = lattice.at(first, "party", "organisation", "name", "acronym", "person") if first < len(lower) else None
    if name is None or name.items or name.end == first or lower[name.end : name.end + 1] in (("'s",), ("'",)):
        return None
    for at in range(name.end, len(lower)):
        if lower[at] in COPULAS and lattice.at(at + 1, "introduction") is not None:
            return name if _opens_at(lattice, at) == name.start else None
    return None


def _opens_at(lattice: Lattice, copula: int) -> int:
    """Return where what stands before a copula begins, brackets and remarks behind it passed over; -1 if unknown."""
    lower = lattice.tokens.lower
    end = copula
    while end > 0 and lower[end - 1] in (")", ","):
        closing = lower[end - 1]
        opening = {")": "(", ",": ","}[closing]
        end = next((at for at in range(end - 2, 0, -1) if lower[at] == opening), -1)
    edges = [edge for at in range(min(2, len(lower))) for edge in lattice.edges[at] if edge.end == end]
    return max((edge.start for edge in edges), default=-1)


def _described_name(lattice: Lattice, end: int) -> Mention | None:
    """Return the name before a copula, what stands in brackets or between commas behind the name passed over."""
    lower = lattice.tokens.lower
    if lower[end - 1 : end] == (",",):
        comma = next((at for at in range(end - 2, 0, -1) if lower[at] == ","), 0)
        return _described_name(lattice, comma) if comma else None
    if lower[end - 1 : end] != (")",):
        return _ending(lattice, end)
    depth = 0
    for at in range(end - 1, max(0, end - 60), -1):
        depth += (lower[at] == ")") - (lower[at] == "(")
        if depth == 0:
            return _described_name(lattice, at) if at < end - 1 else None
    return None


def _behind_description(lattice: Lattice, at: int) -> int:
    """Return the verb that goes on behind a description and the place behind it; 0 where there is none."""
    lower = lattice.tokens.lower
    while at < len(lower):
        if lower[at] in ("in", "of", "from") and (place := _place_at(lattice, at + 1)) is not None:
            at = place.end
        elif lower[at] == "(" and (end := _closing(lower, at)):
            at = end
        elif lower[at] in (",", "active", "based", "that", "which") or lower[at] in lexicon.words("adverb"):
            at += 1
        else:
            break
    relative = lower[at - 1 : at] in (("that",), ("which",))
    if at >= len(lower) or lower[at] in AUXILIARIES:
        return at if relative and at < len(lower) else 0
    return at if lower[at] in _verbs() and (relative or lower[at].endswith(("ed", "n", "t"))) else 0


def _place_at(lattice: Lattice, at: int) -> Mention | None:
    return lattice.at(at, "place", "territory", "country", "region", "name") if at < len(lattice.tokens) else None


def grammatical_subject(lattice: Lattice) -> Mention | None:
    """Return what the sentence is about: the name or pronoun that stands before its first verb."""
    return _first_subject(lattice)


def is_governed(lattice: Lattice, match: Match) -> bool:
    """Tell whether the name that a match begins with hangs on the noun before it, and so is not its subject.

    In "the forerunner of the party was founded in 1990" it was not the party that was founded.
    """
    first = match.slots[0][1] if match.slots else None
    lower = lattice.tokens.lower
    if first is None or first.kind not in GOVERNED or not match.start or first.start != match.start:
        return False
    if first.end == first.start or first.end >= len(lower):
        return False
    behind = lower[first.end]
    return lower[first.start - 1] in GOVERNING and (behind in AUXILIARIES or behind in _verbs())


# --------------------------------------------------------------------------- passing over


def _weights(lower: tuple[str, ...]) -> list[int]:
    """Count the words up to each place that nothing may lead over."""
    words = heavy()
    return [0, *accumulate(word in words for word in lower)]


def _closing(lower: tuple[str, ...], at: int) -> int:
    depth = 0
    for end in range(at, min(len(lower), at + 60)):
        depth += (lower[end] == "(") - (lower[end] == ")")
        if depth == 0:
            return end + 1
    return 0


def _skip_aside(lattice: Lattice, at: int, weights: list[int]) -> None:
    """Let a comma, and what stands between it and the next one, be passed over where it only adds a remark."""
    lower = lattice.tokens.lower
    end = at + 1
    while end < len(lower) and end - at < LONGEST_ASIDE and lower[end] not in (",", ";", "–", "—", "."):
        end += 1
    if end >= len(lower) or lower[end] not in (",", "–", "—") or weights[end] - weights[at]:
        return
    if _remark(lattice, at + 1):
        # The second comma may also be one that a pattern waits for.
        lattice.skips[at] += [end, end + 1]


def _remark(lattice: Lattice, at: int) -> bool:
    """Tell whether a remark can begin here: a relative clause, an apposition, an adverbial."""
    word = lattice.tokens.lower[at] if at < len(lattice.tokens) else ""
    return word in _remark_openers() or lattice.at(at, "person", "party", "name") is not None


@cache
def _remark_openers() -> frozenset[str]:
    return (
        lexicon.words("relative")
        | lexicon.words("preposition")
        | {"the", "a", "an", "its", "his", "her", "who", "whose"}
        | {
            "together",
            "along",
            "son",
            "daughter",
            "brother",
            "sister",
            "wife",
            "widow",
            "nephew",
            "known",
            "born",
            "aged",
            "previously",
            "then",
            "now",
            "also",
            "formerly",
            "itself",
            "later",
            "led",
            "founded",
            "formed",
            "today",
            "one",
        }
    )


@cache
def _adverbs() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(lexicon.phrases("adverb")):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(group) for first, group in found.items()}


# --------------------------------------------------------------------------- subjects


@cache
def _verbs() -> frozenset[str]:
    """Return the words that can follow the first slot of a pattern: the verbs that patterns wait for."""
    words = frozenset(word for phrase in phrases() for program in phrase.programs for word in program.verbs)
    return (
        words
        - lexicon.words("preposition")
        - lexicon.words("relative")
        - lexicon.words("coordinator")
        - lexicon.words("clause-opener")
        - {"the", "a", "an", "by", "whose"}
    )


def _first_subject(lattice: Lattice) -> Mention | None:
    tokens = lattice.tokens
    at = 0
    while at < len(tokens):
        mention = lattice.at(at, *SUBJECTS)
        if mention is not None and mention.end > at:
            return _owner(lattice, mention)
        dated = (
            lattice.at(at, "period") or lattice.at(at + 1, "date")
            if tokens.lower[at] in lexicon.words("preposition")
            else None
        )
        if dated is not None:
            at = dated.end
            continue
        if tokens.lower[at] in lexicon.words("preposition"):
            acting = _acting(lattice, at + 1)
            if acting is not None:
                return acting
            at = _after_comma(tokens.lower, at)
            if at == 0:
                return None
            continue
        if tokens.lower[at] in lexicon.words("adverb") or tokens.lower[at] in (",", "the", "both", "two", "three"):
            at += 1
            continue
        if at == 0 and tokens.lower[0].endswith(("ed", "ing")):
            # "Organised in 1990 against the tax, the party ...": what is said in advance is said of the subject.
            at = _after_comma(tokens.lower, at)
            if at:
                continue
        return None
    return None


def _acting(lattice: Lattice, start: int) -> Mention | None:
    """Return the name before the first comma that a verb follows ("For the 1997 election the party joined ...")."""
    lower = lattice.tokens.lower
    for at in range(start, min(len(lower), start + 15)):
        if lower[at] in (",", ";"):
            return None
        mention = lattice.at(at, *SUBJECTS)
        if (
            mention is None
            or mention.end <= at
            or mention.end >= len(lower)
            or lower[at - 1] in lexicon.words("preposition")
        ):
            continue
        if lower[mention.end] in _verbs() or lower[mention.end] in AUXILIARIES:
            return mention
    return None


def _owner(lattice: Lattice, mention: Mention) -> Mention | None:
    """Return the subject; of "the party's support" it is the party, of "the party's leader" nobody here."""
    lower = lattice.tokens.lower
    if lower[mention.end : mention.end + 1] in (("'s",), ("'",)):
        return (
            mention.moved(mention.start, mention.end + 2)
            if lower[mention.end + 1 : mention.end + 2] and lower[mention.end + 1] in lexicon.words("metonym")
            else None
        )
    return mention


def _after_comma(lower: tuple[str, ...], at: int) -> int:
    for end in range(at, min(len(lower), at + 25)):
        if lower[end] == ",":
            return end + 1
        if lower[end] in (";", ":"):
            return 0
    return 0


def _clause_subject(lattice: Lattice, at: int) -> Mention | None:
    """Return the subject of a new clause behind "and", "but" or ";": a name with a verb behind it."""
    lower = lattice.tokens.lower
    mention = lattice.at(at, *SUBJECTS)
    if mention is None or mention.end <= at or mention.end >= len(lower):
        return None
    behind = lower[mention.end]
    if behind in _verbs() or behind in AUXILIARIES or behind in lexicon.words("adverb"):
        return _owner(lattice, mention)
    return None


def _auxiliary(lower: tuple[str, ...], at: int) -> frozenset[str]:
    found: set[str] = set()
    for word in lower[at : at + 4]:
        if word in AUXILIARIES:
            found.add(word)
        elif found or word not in lexicon.words("adverb"):
            break
    return frozenset(found)


def _coordinated(lower: tuple[str, ...], at: int) -> bool:
    """Tell whether a verb stands behind a comma or "and", adverbs between them passed over."""
    back = at - 1
    while back > 0 and (lower[back] in lexicon.words("adverb") or lower[back] in DATING or lower[back].isdigit()):
        back -= 1
    return lower[back] in lexicon.words("coordinator") or lower[back] == ","


def _ending(lattice: Lattice, end: int) -> Mention | None:
    """Return the name that ends at a token."""
    tokens = lattice.tokens
    if end > 0 and tokens.lower[end - 1 : end] == (",",):
        end -= 1
    for start in range(max(0, end - 14), end):
        for edge in lattice.edges[start]:
            if edge.end == end and edge.kind in SUBJECTS:
                return edge
    return None
