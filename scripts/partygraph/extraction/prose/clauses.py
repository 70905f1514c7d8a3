"""Adds a sentence's structure to its lattice: who did what behind "by", and who is a verb's unnamed subject."""

from __future__ import annotations

from partygraph.extraction.prose.asides import LONGEST_ASIDE, weights_of
from partygraph.extraction.prose.dependents import LED
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.openings import BEFORE, main_clause
from partygraph.extraction.prose.registry import Registry
from partygraph.extraction.prose.subjects import (
    AUXILIARIES,
    COPULAS,
    SUBJECTS,
    described_parties,
    grammatical_subject,
    is_partner,
    is_rest,
    name_ending,
    named_before,
    of_whom,
    verbs,
)
from partygraph.rules import lexicon

FINITE = lexicon.words("irregular-past")
"""Forms that behind a comma go on with the subject, and are no participles of the name before it."""
LED_BY = tuple((",", deed, "by") for deed in ("led", "headed", "dominated", "chaired"))
"""What stands before a name that only tells of the one before it: "the White Front, led by the Red Party, which"."""
LEADING = tuple(deed[1:] for deed in LED_BY)
"""What stands before somebody who need not be who acts: "a party headed by Ann Lee, joined it"."""
RELATIVES = frozenset({"who", "whom", "which", "whose"})
EXPLAINING = frozenset({"a", "an", "the", "then", "formerly", "previously", "his", "her"})
"""What an apposition begins with that tells who somebody is."""
UNNAMED = frozenset({"he", "she", "they", "some", "others", "many", "several"})
"""Words for somebody who acts."""
SINGULAR = frozenset({"was", "is", "has"})
LONGEST_TIME = 6
BEGINNING = frozenset({"in", "on", "from", "since"})
DATING = frozenset({"in", "from", "since", "until"}) | lexicon.words("month")
FOUNDED = lexicon.phrases("founding-participle")
"""Participles that open a sentence and tell of the foundation of its subject."""
MERGING = frozenset({"of", "with", "by", "between", "from"})
NAMED = frozenset({"own", "party", "organisation", "territory", "country", "region"})
SOMEBODY_ENDS = frozenset({",", ";", ":", ".", "and", "(", "–", "—", "including"})


def add_agents(lattice: Lattice) -> None:
    """Add what stands behind "by", "from" or "with", for patterns to which it does not matter who did it."""
    lower = lattice.tokens.lower
    if lattice.present.isdisjoint(("by", "from", "with")):
        return
    weights = weights_of(lower)
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
    subject, auxiliary = grammatical_subject(lattice), frozenset[str]()
    if subject is not None and subject.end > subject.start and _is_a_possessor(tokens.lower, subject.end):
        subject = None
    told = 0
    main = 0
    if subject is not None:
        told = _behind_remarks(lattice, subject.end)
        auxiliary = _auxiliary(tokens.lower, told)
        main = _main_clause(lattice, subject, told)
    deeds = verbs()
    described = described_parties(lattice)
    told_of: Mention | None = None
    _imply_founded(lattice, registry)
    openers = lexicon.words("clause-opener") | lexicon.words("coordinator") | {";", ",", ":"}
    outer: list[tuple[Mention | None, frozenset[str]]] = []
    opened, untold = 0, False
    for at in range(1, len(tokens)):
        word, before = tokens.lower[at], tokens.lower[at - 1]
        if at == main:
            subject, auxiliary = None, frozenset()
        if word in lexicon.words("relative"):
            opened, untold = at, False
        if before == "," and word in RELATIVES:
            owner = named_before(lattice, at - 1)
            opened_there = owner is not None and tokens.lower[owner.start - 1] in lexicon.words("clause-opener")
            # "After the Red Party, which she had led, had been dissolved": the clause has a subject of its own.
            outer = [(owner, frozenset())] if opened_there else [(subject, auxiliary)]
        elif outer and before == "," and (word in deeds or word in AUXILIARIES):
            # "Nali, who did so while Ann Lee was away, held an office": it is not hers.
            subject, auxiliary = outer.pop()
        if at in described:
            lattice.add(_implied(described[at], at, registry))
            if lexicon.words("relative").isdisjoint((before, word)):
                lattice.imply(at, frozenset({"was"}))
            continue
        if word not in deeds and word not in AUXILIARIES:
            named = tokens.lower[at - 2 : at] == ("such", "as")
            new = _clause_subject(lattice, at) if before in openers and not named else None
            if new is None and before == ";":
                new = lattice.at(at, "person")  # "Lee left; Bo Chan topped the poll and held her seat"
            if new is not None:
                subject, auxiliary = new, _auxiliary(tokens.lower, new.end)
                main = main or _main_clause(lattice, new, _behind_remarks(lattice, new.end))
            elif before == "," and _is_somebody_else(lattice, at):
                subject, auxiliary = None, frozenset()
            continue
        relative = _relative(lattice, opened, at)
        if relative:
            owner = named_before(lattice, relative - 1) or name_ending(lattice, relative)
            if owner is not None and tokens.lower[relative] == "who" and _is_of_people(tokens.lower, owner):
                owner = None
            if owner is None and before == "who" and word not in AUXILIARIES:
                owner = _explained(lattice, at - 2)
            if owner is not None and tokens.lower[owner.start - 3 : owner.start] in LED_BY:
                owner = named_before(lattice, owner.start - 3)
            untold = owner is None
            if owner is not None and owner.items and tokens.lower[relative] in ("who", "which") and word in SINGULAR:
                owner = owner.items[-1]  # "Ann Lee and Bo Chan, who was elected to the Senate"
            if owner is not None and not (is_partner(tokens.lower, owner.start) or is_rest(lattice, owner)):
                lattice.add(_implied(owner, at, registry))
                told_of = owner
        elif untold and before == "and" and not {",", ";"} & set(tokens.lower[opened + 1 : at]):
            continue  # "the bloc (…), which polled 28% and obtained 34 seats": whoever it is, both are told of it
        elif told_of is not None and before == "and" and "," not in tokens.lower[max(opened, told_of.end) + 1 : at]:
            # In "the Red Party, which contested the election and won 0.2%" both are told of the Red Party.
            lattice.add(_implied(told_of, at, registry))
        elif opened and before == "," and _goes_on_behind_aside(tokens.lower, opened, at):
            owner = _told_of(lattice, opened, subject)
            if owner is not None:
                lattice.add(_implied(owner, at, registry))
        elif subject is not None and subject.end < at and _coordinated(tokens.lower, at):
            if tokens.lower[subject.end : at].count("(") > tokens.lower[subject.end : at].count(")"):
                # What a bracket says is said of what stands in the bracket.
                continue
            if (
                before == ","
                and word.endswith(("ed", "n", "t"))
                and word not in FINITE
                and not _has_an_object(lattice, at)
                and (owner := named_before(lattice, at - 1)) is not None
                and tokens.lower[owner.start - 2 : owner.start] not in LEADING
            ):
                lattice.add(_implied(owner, at, registry))
                lattice.imply(at, frozenset({"was"}))
                continue
            acts = _has_an_object(lattice, at)
            if before == "," and word.endswith("ed") and not acts and _is_named_there(lattice, at - 1):
                continue  # "To found The Movement (Hreyfing), chaired by Ann Lee"
            if before == "," and word.endswith("ed") and not acts and "by" in tokens.lower[subject.end : at]:
                # "Formed by a group of students, led by Ann Lee": who was led is the group, which has no name here.
                continue
            lattice.add(_implied(subject, at, registry))
            if auxiliary and word not in AUXILIARIES and at >= told:
                lattice.imply(at, auxiliary)


def _imply_founded(lattice: Lattice, registry: Registry) -> None:
    """Give a foundation that is told before the subject that subject: "Founded in 1990, when ..., it was"."""
    lower = lattice.tokens.lower
    first = int(lower[:1] in BEFORE)
    if FOUNDED.isdisjoint((lower[first : first + 1], lower[first : first + 2])):
        return
    at = first + main_clause(lattice.tokens.words[first:]) + 1
    subject = lattice.at(at, "party") if first + 1 < at < len(lower) else None
    if subject is None or subject.entity != registry.subject or subject.end == subject.start:
        return
    behind = lower[subject.end : subject.end + 1]
    acts = behind in ((",",), ("(",)) or not (verbs() | AUXILIARIES | lexicon.words("adverb")).isdisjoint(behind)
    if acts:  # and is no possessor: "Founded in 1990, the party newspaper"
        lattice.add(_implied(subject, first, registry))
        lattice.imply(first, frozenset({"was"}))


def _is_a_possessor(lower: tuple[str, ...], end: int) -> bool:
    """Tell whether a name ends before what its bearer only has: "The party newspaper, Azure Star, was founded"."""
    has = lower[end : end + 1] != () and lower[end] in lexicon.words("possession")
    return has and lower[end + 1 : end + 2] in ((",",), ("(",), ("–",))


def _has_an_object(lattice: Lattice, at: int) -> bool:
    """Tell whether the party stands behind a word, which so is no participle: "Ann Lee, a judge, set up the party"."""
    return lattice.at(at + 1 + (lattice.tokens.lower[at + 1 : at + 2] == ("up",)), "own") is not None


def _relative(lattice: Lattice, opened: int, at: int) -> int:
    """Return the relative pronoun of a verb, right before it or with a time between: "which in 1990 was"."""
    lower = lattice.tokens.lower
    if lower[at - 1] in lexicon.words("relative"):
        return at - 1
    if not opened or at - opened > LONGEST_TIME or lower[opened + 1] not in BEGINNING:
        return 0  # what is told of it until a time may be of what it was before
    time = lattice.at(opened + 2, "date", "election")
    return opened if time is not None and time.end == at and not time.items else 0


def _is_of_people(lower: tuple[str, ...], owner: Mention) -> bool:
    """Tell whether a name says whose the people are of whom "who" tells: "members of the Red Party who left it"."""
    start = owner.start - (lower[owner.start - 1] == "the")
    return (
        owner.kind != "person" and start > 1 and lower[start - 1] in ("of", "from") and lower[start - 2].endswith("s")
    )


def _goes_on_behind_aside(lower: tuple[str, ...], opened: int, at: int) -> bool:
    """Tell whether only a remark parts a relative pronoun from its verb: "which, with 31% of the vote, won"."""
    return lower[opened + 1] == "," and lower[opened + 2 : at].count(",") == 1


def _told_of(lattice: Lattice, relative: int, subject: Mention | None) -> Mention | None:
    """Return what a relative clause tells of, where it has a name, or says of the subject what it is."""
    owner = named_before(lattice, relative) or name_ending(lattice, relative) or _described(lattice, relative, subject)
    if owner is None or is_partner(lattice.tokens.lower, owner.start):
        return None
    return owner if owner.kind == "person" or lattice.tokens.lower[relative] == "which" else None


def _described(lattice: Lattice, at: int, subject: Mention | None) -> Mention | None:
    """Return the subject if what stands before a place says what it is: "X was a party which, in the 1990s, ..."."""
    lower = lattice.tokens.lower
    said = any(
        edge.kind == "description" and lower[start - 1] in COPULAS and "," not in lower[start:at]
        for start in range(max(1, at - 16), at)
        for edge in lattice.edges[start]
    )
    return subject if said else None


def _explained(lattice: Lattice, comma: int) -> Mention | None:
    """Return the person whom what stands before a comma explains: "Ann Lee, the chief of the Board, who founded it"."""
    lower = lattice.tokens.lower
    opened = next((at for at in range(comma - 1, 0, -1) if lower[at] in (",", ";")), 0)
    if lower[comma] != "," or lower[opened] != "," or lower[opened + 1] not in EXPLAINING:
        return None
    owner = name_ending(lattice, opened)
    return owner if owner is not None and owner.kind == "person" and not owner.items else None


def _is_named_there(lattice: Lattice, comma: int) -> bool:
    """Tell whether a noun that is written like a name, and is none that is known, stands before a comma."""
    words, lower = lattice.tokens.words, lattice.tokens.lower
    end = comma
    if end and lower[end - 1] == ")":
        end = next((at for at in range(end - 2, 0, -1) if lower[at] == "("), comma)
    known = (edge for edges in lattice.edges[max(0, end - 12) : end] for edge in edges)
    # "A merger of the Azul, led by Ann Lee, and": whatever the Azul is, it is no place.
    merging = end > 2 and lower[end - 2] == "the" and lower[end - 3] in MERGING and lower[comma + 1 : comma + 3] in LED
    return (
        (lower[end - 1] in lexicon.words("generic-body") or merging)
        and words[end - 1][0].isupper()
        and not any(edge.end == end and edge.kind in NAMED for edge in known)
    )


def _implied(subject: Mention, at: int, registry: Registry) -> Mention:
    """Return a subject as it is understood at a place; one that is not the topic is quoted where it is named."""
    implied = subject.moved(at, at)
    if subject.entity != registry.subject and subject.end > subject.start:
        implied.parts = (*implied.parts, ("named", subject))
    return implied


# --------------------------------------------------------------------------- subjects


def _main_clause(lattice: Lattice, subject: Mention, verb: int) -> int:
    """Return where the clause begins that has a subject of its own: "After the Red Party had split, [some founded it]".

    It is 0 where the sentence opens with no clause of the subject's.
    """
    lower = lattice.tokens.lower
    opens = lower[0] in lexicon.words("clause-opener") and subject.start in (1, 2) and subject.end > subject.start
    acts = lower[verb : verb + 1] != () and lower[verb].isalpha()
    ends = (at + 1 for at in range(verb, len(lower)) if lower[at] == "," and lower[at + 1 : at + 2] != ("and",))
    return next(ends, 0) if opens and acts else 0


def _is_somebody_else(lattice: Lattice, at: int) -> bool:
    """Tell whether a clause begins with somebody who is not known: "it was banned, [some] left and founded it"."""
    lower = lattice.tokens.lower
    if lower[at] in UNNAMED:
        return lattice.at(at, *SUBJECTS) is None
    name = lattice.at(at, "name")
    if name is None and lower[at] == "the":
        return lower[at + 2 : at + 3] != () and lower[at + 1].isalpha() and lower[at + 2] in FINITE
    behind = lower[name.end : name.end + 1] if name is not None else ()
    return behind != () and (behind[0] in FINITE or behind[0] in AUXILIARIES)


def _clause_subject(lattice: Lattice, at: int) -> Mention | None:
    """Return the subject of a new clause behind "and", "but" or ";": a name with a verb behind it."""
    lower = lattice.tokens.lower
    mention = lattice.at(at, *SUBJECTS)
    if mention is None or mention.end <= at or mention.end >= len(lower):
        return None
    behind = lower[mention.end]
    if behind in verbs() or behind in AUXILIARIES or behind in lexicon.words("adverb"):
        # "Ann Lee and Bo Chan left, and founded it": the subject is all of them.
        listed = (edge for edges in lattice.edges[max(0, at - LONGEST_ASIDE) : at] for edge in edges if edge.items)
        whole = next((edge for edge in listed if edge.end == mention.end and edge.kind == mention.kind), None)
        return whole or of_whom(lattice, mention)
    return None


def _behind_remarks(lattice: Lattice, at: int) -> int:
    """Return where the clause goes on behind what a name has in brackets or between commas: "X (PX), a club, was"."""
    lower = lattice.tokens.lower
    while lower[at : at + 1] in (("(",), (",",)) and lattice.skips[at]:
        at = max(lattice.skips[at])
    return at


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
