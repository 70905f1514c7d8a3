"""Finds what a sentence is about: the name before its first verb, and the party that a description is of."""

from __future__ import annotations

from functools import cache

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.tokens import closing
from partygraph.model import Entity
from partygraph.rules import lexicon
from partygraph.rules.phrases import phrases
from partygraph.values import numbers

SUBJECTS = ("party", "person", "organisation", "agent")
AUXILIARIES = frozenset({"was", "were", "is", "are", "has", "have", "had", "been", "be"})
COPULAS = frozenset({"is", "was", "are", "were"})
PAST_COPULAS = frozenset({"was", "were"})
RANKED = frozenset({"other", "latter", "last", "remaining"})
"""What one of several is called, besides an ordinal."""
VIEWS = frozenset({"position", "ideology", "doctrine"})
NOUNS = (
    *("group-noun", "organisation-noun", "movement-noun", "member-noun", "people-noun"),
    *("party-noun", "alliance-noun", "office-noun", "seat-noun", "meeting", "degree"),
)
"""The classes of the lexicon whose words stand behind a name in patterns and are no verbs."""
BODIES = frozenset(word for kind in ("member-noun", "movement-noun", "alliance-noun") for word in lexicon.words(kind))
"""What a clause can be about that stands behind "a party of": "a party of the coalition that took office"."""
LONGEST_ATTRIBUTE = 7
"""How many words that tells whose a party is can have."""
ATTRIBUTE_ENDS = frozenset({",", "in", "that", "which", "("})
ALLIANCES = lexicon.words("alliance-noun") | {"merger", "pact", "slate"}


def is_rest(lattice: Lattice, mention: Mention) -> bool:
    """Tell whether a single word may be what is left of a longer name ("the Ploughmen's and Graziers, who ...")."""
    lower = lattice.tokens.lower
    joined = lower[mention.start - 1] in ("and", "&", "'", "for", "of") if mention.start else False
    return joined and mention.end - mention.start == 1 and lower[mention.start] not in ("it", "they", "he", "she")


def is_partner(lower: tuple[str, ...], at: int) -> bool:
    """Tell whether a name stands as one of several allies ("an alliance with the Red Party, which won 5 seats")."""
    before = lower[max(0, at - 8) : at]
    return not ALLIANCES.isdisjoint(before) and not {"with", "between", "and"}.isdisjoint(before)


def described_parties(lattice: Lattice) -> dict[int, Mention]:
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
        for verb in (_behind_description(lattice, description.end), _behind_second(lattice, description.end)):
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


def is_told_in_the_past(lattice: Lattice, subject: Entity) -> bool:
    """Tell whether a sentence opens with a name of the subject and says what that was: "The Blue Party was a party"."""
    lower = lattice.tokens.lower
    at = next((at for at in range(len(lower)) if lower[at] in COPULAS and lattice.at(at + 1, "introduction")), 0)
    if not at or lower[at] not in PAST_COPULAS:
        return False
    start = _opens_at(lattice, at)
    return start >= 0 and any(edge.entity == subject and not edge.items for edge in lattice.edges[start])


def _opens_at(lattice: Lattice, copula: int) -> int:
    """Return where what stands before a copula begins, brackets and remarks behind it passed over; -1 if unknown."""
    lower = lattice.tokens.lower
    end = copula
    while end > 0 and lower[end - 1] in (")", ","):
        end = _opening(lower, end - 1)
    edges = [edge for at in range(min(2, len(lower))) for edge in lattice.edges[at] if edge.end == end]
    return max((edge.start for edge in edges), default=-1)


def _opening(lower: tuple[str, ...], at: int) -> int:
    """Return the bracket that one closes, or the comma before one with what is in brackets passed over; -1 for none."""
    wanted, depth = {")": "(", ",": ","}[lower[at]], 0
    for back in range(at - 1, 0, -1):
        if depth == 0 and lower[back] == wanted:
            return back
        depth += (lower[back] == ")") - (lower[back] == "(")
    return -1


def _described_name(lattice: Lattice, end: int) -> Mention | None:
    """Return the name before a copula, what stands in brackets or between commas behind the name passed over."""
    lower = lattice.tokens.lower
    if lower[end - 1 : end] == (",",):
        comma = next((at for at in range(end - 2, 0, -1) if lower[at] == ","), 0)
        return _described_name(lattice, comma) if comma else None
    if lower[end - 1 : end] != (")",):
        return name_ending(lattice, end)
    depth = 0
    for at in range(end - 1, max(0, end - 60), -1):
        depth += (lower[at] == ")") - (lower[at] == "(")
        if depth == 0:
            return _described_name(lattice, at) if at < end - 1 else None
    return None


def _behind_description(lattice: Lattice, at: int) -> int:
    """Return the verb that goes on behind a description and the place behind it; 0 where there is none.

    A pronoun stands for it where somebody has a verb of his own: "a party [whose leader is Ann Lee]", "[which Bo Chan
    leads]".
    """
    lower, relative = lattice.tokens.lower, False
    several = lower[at - 2 : at - 1] == ("of",) and lower[at - 1] in lexicon.words("party-plural")
    if several and lower[at : at + 1] in (("that",), ("which",), ("who",)):
        return 0  # "an alliance of parties that merged": they did
    while at < len(lower):
        if lower[at] == "whose" or (lower[at] in ("which", "that") and _has_a_subject(lattice, at + 1)):
            return at
        if lower[at : at + 4] == ("under", "the", "leadership", "of"):
            return at
        if lower[at] in ("in", "of", "from") and (place := _place_at(lattice, at + 1)) is not None:
            at, relative = place.end, False
        elif end := _behind_remark(lattice, at, relative=relative):
            at = end
        elif lower[at] in (",", "active", "based", "that", "which") or lower[at] in lexicon.words("adverb"):
            relative = lower[at] in ("that", "which") or (relative and lower[at] not in ("active", "based"))
            at += 1
        else:
            break
    if at >= len(lower) or lower[at] in AUXILIARIES:
        return at if relative and at < len(lower) else 0
    return at if lower[at] in verbs() and (relative or lower[at].endswith(("ed", "n", "t"))) else 0


def _has_a_subject(lattice: Lattice, at: int) -> bool:
    """Tell whether a person acts there: "a party which [Ann Lee] leads"."""
    person = lattice.at(at, "person")
    return person is not None and at < person.end < len(lattice.tokens) and lattice.tokens.lower[person.end] in verbs()


def _behind_second(lattice: Lattice, at: int) -> int:
    """Return the verb behind a second pronoun for a description; 0 where there is none.

    "X is a party in Ghana, which Ann Lee announced in May, and which was founded in June"
    """
    lower = lattice.tokens.lower
    pronouns = [place for place in range(at, len(lower)) if lower[place] in lexicon.words("relative")]
    if (
        len(pronouns) < 2
        or lower[pronouns[0]] != "which"
        or lower[pronouns[1] - 1 : pronouns[1] + 1] != ("and", "which")
    ):
        return 0
    first, verb = pronouns[0], pronouns[1] + 1
    behind = lattice.at(at + 1, "place", "territory") if lower[at] in ("in", "of", "from") else None
    opens = (behind.end if behind is not None else at) + 1 == first and lower[first - 1] == ","
    return verb if opens and lower[verb : verb + 1] != () and lower[verb] in AUXILIARIES | verbs() else 0


def _behind_remark(lattice: Lattice, at: int, *, relative: bool) -> int:
    """Return where a bracket or a remark on a party ends, behind "which" a time as well; 0 where nothing does."""
    if relative and (end := _behind_time(lattice, at)):
        return end
    bracket = closing(lattice.tokens.lower, at) if lattice.tokens.lower[at] == "(" else 0
    return _behind_leanings(lattice, at) or _behind_attribute(lattice, at) or bracket


def _behind_leanings(lattice: Lattice, at: int) -> int:
    """Return where ends what a party is of by its views: "of the centre to centre-right", "of liberal views"; or 0."""
    lower, views = lattice.tokens.lower, 0
    if lower[at] != "of":
        return 0
    at += 1
    while at < len(lower):
        view = next((edge for edge in lattice.edges[at] if edge.kind in VIEWS and not edge.items), None)
        if view is not None:
            at = views = view.end
        elif views and lower[at] in lexicon.words("leanings"):
            return at + 1
        elif lower[at] in ("the", "and", "to", "or", "far", "extreme"):
            at += 1
        else:
            break
    return views


def _behind_time(lattice: Lattice, at: int) -> int:
    """Return where a time ends that stands there, 0 where none does: "a party that [in 1990] merged"."""
    date = lattice.at(at, "date") or (lattice.at(at + 1, "date") if lattice.tokens.lower[at] in ("in", "on") else None)
    return date.end if date is not None else 0


def _behind_attribute(lattice: Lattice, at: int) -> int:
    """Return where that ends which tells whose or on what level a party is; 0 where nothing does, or another body.

    "A party [of the left] which existed", "[of Ghanaian nationalists] in Ghana, which was formed"; of "an alliance of
    parties that merged" one cannot tell what merged.
    """
    words, lower = lattice.tokens.words, lattice.tokens.lower
    if lower[at] == "at" and "level" in lower[at + 1 : at + 4]:
        return lower.index("level", at) + 1  # "at the federal level in Ghana, which"
    end = at + 1
    while lower[at] == "of" and end < min(len(lower), at + LONGEST_ATTRIBUTE) and lower[end] not in ATTRIBUTE_ENDS:
        small = words[end].isalpha() and words[end].islower() and lower[end] not in BODIES
        if not (small or words[end] in lexicon.demonyms()) or lower[end] in AUXILIARIES:
            return 0
        end += 1
    ended = end > at + 1 and end < len(lower) and lower[end] in ATTRIBUTE_ENDS
    theirs = ended and lower[end] == "that" and lower[end - 1].endswith("s")  # "of settlers that split from it"
    return end if ended and not theirs else 0


def _place_at(lattice: Lattice, at: int) -> Mention | None:
    """Return the place that stands there, with a name or without one: "the only party of the country that"."""
    named = lattice.at(at, "place", "territory", "country", "region", "name")
    return named or (lattice.at(at + 1, "extent") if lattice.tokens.lower[at : at + 1] == ("the",) else None)


@cache
def verbs() -> frozenset[str]:
    """Return the words that can follow the first slot of a pattern: the verbs that patterns wait for."""
    words = frozenset(word for phrase in phrases() for program in phrase.programs for word in program.verbs)
    return (
        words
        - lexicon.words("preposition")
        - lexicon.words("relative")
        - lexicon.words("coordinator")
        - lexicon.words("clause-opener")
        - {"the", "a", "an", "by", "whose", "together", "along", "jointly", "then"}
        - {word for kind in NOUNS for word in lexicon.words(kind) if not word.endswith("ed")}
    )


@cache
def followers() -> frozenset[str]:
    """Return the words that can follow a name in a pattern, nouns behind a possessor among them."""
    return frozenset(word for phrase in phrases() for program in phrase.programs for word in program.followers)


def grammatical_subject(lattice: Lattice) -> Mention | None:
    """Return what the sentence is about: the name or pronoun that stands before its first verb."""
    tokens = lattice.tokens
    at = _behind_rank(lattice)
    while at < len(tokens):
        mention = lattice.at(at, *SUBJECTS)
        if mention is not None and mention.end > at:
            return of_whom(lattice, mention)
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


def _behind_rank(lattice: Lattice) -> int:
    """Return where somebody's name begins behind what tells which of several he is: "The fourth, [Bo Chan, left"."""
    lower = lattice.tokens.lower
    if lower[:1] != ("the",) or lower[2:3] != (",",) or not (lower[1] in RANKED or lower[1] in numbers.ORDINALS):
        return 0
    person = lattice.at(3, "person")
    named = person is not None and not person.items and lower[person.end : person.end + 1] == (",",)
    return 3 if named else 0


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
            or _is_elected(lattice, mention)
        ):
            continue
        if lower[mention.end] in verbs() or lower[mention.end] in AUXILIARIES:
            return mention
    return None


def _is_elected(lattice: Lattice, mention: Mention) -> bool:
    """Tell whether a body only tells which election is meant: "in the 1990 elections to the Senate it won"."""
    before = lattice.edges[: mention.start]
    return any(edge.kind == "election" and edge.end >= mention.end for edges in before for edge in edges)


def of_whom(lattice: Lattice, mention: Mention) -> Mention | None:
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


def name_ending(lattice: Lattice, end: int) -> Mention | None:
    """Return the name that ends at a token."""
    tokens = lattice.tokens
    if end > 0 and tokens.lower[end - 1 : end] == (",",):
        end -= 1
    for start in range(max(0, end - 14), end):
        for edge in lattice.edges[start]:
            if edge.end == end and edge.kind in SUBJECTS:
                return edge
    return None


def named_before(lattice: Lattice, comma: int) -> Mention | None:
    """Return the name that a comma stands behind, brackets passed over: "the Azure Congress (AC) (Blau), formed in"."""
    lower = lattice.tokens.lower
    end = comma
    while end and lower[end - 1] == ")":
        end = next((at for at in range(end - 2, 0, -1) if lower[at] == "("), 0)
    return name_ending(lattice, end or comma)
