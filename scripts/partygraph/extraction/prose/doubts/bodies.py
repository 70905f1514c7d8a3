"""Tells where it is open what became of parties, and of which party or alliance it is told."""

from __future__ import annotations

from partygraph.extraction.prose.doubts.doubting import asked_of
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.extraction.prose.subjects import verbs
from partygraph.extraction.prose.tokens import closing
from partygraph.model import Entity, Fact, written
from partygraph.rules import labels, lexicon

NEAR = 5
PERSONS = lexicon.words("office-noun") | {"founder", "co-founder", "member", "politician", "deputy", "mp"}
"""What somebody is of a body."""
BESIDE = 14
"""How many words a name that is set between commas can have, its bracket counted."""
WHEN = frozenset({"date", "period", "election", "place"})
JOINED = lexicon.words("joining-verb")
"""Verbs of parties that merge or only ally; "came" is that of "came together"."""
BANDS = lexicon.words("alliance-noun") | {"combination", "accord"}
HANGING = frozenset({"with", "from", "of", "against", "to", "into", "by", "for", "around"})
LINEAGE = ("mergedInto", "mergedFrom", "splitFrom", "predecessor", "successor", "alliance")
UNIONS = frozenset({"mergedInto", "dissolved", "successor"})
MERGING = lexicon.words("merging-participle")
NOUNS = frozenset({"council", "centre", "center"})
MEETINGS = frozenset({"congress", "conference", "convention", "assembly", "meeting"})
"""Where a party is founded, and by whom only with a name: "by a Congress", "by the Trades Congress"."""


def _is_of_the_government(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a participle is of the noun before it: "joined a new coalition government, headed by Ann Lee"."""
    subject = match.slots[0][1] if match.slots else None
    if subject is None or subject.start != subject.end:
        return False
    if any(one.kind == "own" and one.start in (subject.start + 1, subject.start + 2) for _, one in match.slots):
        return False  # "who had sat in the cabinet, set up the party": what has an object is no participle
    at = subject.start - (lattice.tokens.lower[subject.start - 1] == ",")
    return at > 0 and lattice.tokens.lower[at - 1] in lexicon.words("led-noun")


def _is_of_the_one_beside(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an understood subject is what is named before it: "and its successor, the Azure Party, was banned".

    That is set beside a noun that the party has: "the party, whose forerunner, the Azure League, was banned in 1950".
    """
    subject = match.slots[0][1] if match.slots else None
    tokens = lattice.tokens
    at = subject.start - 1 if subject is not None and subject.start == subject.end else 0
    if at < 1 or tokens.lower[at] not in (",", ")"):
        return False
    opened = next((back for back in range(at - 1, max(0, at - BESIDE), -1) if tokens.lower[back] == ","), 0)
    first = opened + 1 + (tokens.lower[opened + 1] == "the")
    if not opened or first >= at or not tokens.words[first][0].isupper():
        return False
    if any(edge.entity == fact.subject for edge in lattice.edges[opened + 1] if edge.end in (at, at + 1)):
        return False  # "its leader, Ann Lee, was elected to the Senate"
    if any(not edge.items and edge.kind in WHEN and edge.end == at for edge in lattice.edges[opened + 1]):
        return False
    owner = {"its", "whose", "their"} & set(tokens.lower[max(0, opened - 4) : opened])
    return bool(owner) and "," not in tokens.lower[max(0, opened - 2) : opened]


def _is_after_a_merger(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "its" is the body that a party went into: "it joined the Red Party; Ann Lee became its leader"."""
    if fact.predicate in UNIONS:
        return False
    lower = lattice.tokens.lower
    for _, own in match.slots:
        if own.entity != fact.subject or own.end - own.start != 1 or lower[own.start] not in ("its", "it"):
            continue
        for at in range(own.start):
            if lower[at] in MERGING and any(
                edge.kind == "other-party"
                for edges in lattice.edges[at + 1 : min(own.start, at + NEAR)]
                for edge in edges
            ):
                return True
    return False


def _is_of_a_relative_clause(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a verb is the clause's around: "which Ann Lee, coming out of the Red Party, set up in 1992"."""
    subject = match.slots[0][1] if match.slots else None
    if subject is None or subject.start != subject.end or subject.entity == fact.object:
        return False
    lower = lattice.tokens.lower
    commas = [at for at in range(subject.start - 1) if lower[at] == ","]
    if not commas or lower[subject.start - 1] != ",":
        return False
    opened = max((at + 1 for at in range(commas[-1]) if lower[at] in lexicon.words("relative")), default=0)
    aside = lower[commas[-1] + 1]
    # "Which Ann Lee, previously secretary of Agrarian Reform, founded": the clause has no other verb.
    whose = opened and any(edge.kind == "person" and edge.end == commas[-1] for edge in lattice.edges[opened])
    return bool(whose) or (
        bool(opened) and (aside.endswith("ing") or aside in ("having", "after", "together", "along"))
    )


def _is_somebody_elses(lattice: Lattice, understood: Mention) -> bool:
    """Tell whether a deed that is laid to a body may be that of people named between the two.

    "Ann Lee, whose father had founded the Red Party, launched it"; "the Red Party moved on; Ann Lee left and launched
    it".
    """
    at = understood.start
    before = [edge for edges in lattice.edges[:at] for edge in edges if edge.end > edge.start]
    named = max((edge.end for edge in before if edge.entity == understood.entity), default=0)
    first = min((edge.start for edge in before if edge.entity == understood.entity), default=0)
    if lattice.tokens.lower[max(0, first - 1) : first] in (("of",), ("from",)):
        return True  # "Chan, formerly of the Red Party (RP), launched it"
    people = any(edge.kind == "person" and edge.start >= named for edge in before)
    return people or named == at - 1 or ";" in lattice.tokens.lower[named:at]


def _is_no_subject(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a party before a verb hangs on a word before it: "the pact with the Red Party collapsed".

    So it does on a verb of its own: "Ann Lee, whose father had founded the Red Party, launched it". A clause of its
    own is the party's all the same: "it lost to the Red Party, which had split from the Green League".
    """
    first = match.slots[0][1] if match.slots else None
    if first is None or first.start != match.start:
        return False
    if first.end == first.start:
        by = fact.predicate == "foundingOrganisation" and first.entity == fact.object
        return by and _is_somebody_elses(lattice, first)
    if first.entity not in (fact.subject, fact.object):
        return False
    before = lattice.tokens.lower[first.start - 1]
    behind = lattice.tokens.lower[first.end : first.end + 2]
    if fact.predicate == "splitFrom" and before != "of" and behind in ((",", "which"), (",", "that")):
        return False
    if fact.predicate == "renamedTo" and behind[:1] == ("(",):
        return False
    told = before in verbs() and before not in lexicon.words("adverb")  # "Two years later the party was renamed"
    return first.kind not in ("own", "own-possessor") and (before in HANGING or told)


def _is_somebody(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether what merged is one of a body's people: "the Socialists of Lee, Bo Chan and Cy Dorn joined it"."""
    name, words, lower = written(fact.object), lattice.tokens.words, lattice.tokens.lower
    people = [edge for edges in lattice.edges[match.start : match.end] for edge in edges if edge.kind == "person"]
    if any(
        edge.name == name
        and not edge.items
        and edge.end - edge.start > 1 < edge.start
        and lower[edge.start - 1] == "of"
        and words[edge.start - 2][0].isupper()
        for edge in people
    ):
        return True  # "the Azul Indiano of Bo Chan and the Green League merged"
    of = next(
        (
            at
            for at in range(match.start + 1, match.end)
            if lower[at] == "of" and words[at - 1][0].isupper() and lower[at + 2 : at + 3] == (",",)
        ),
        0,
    )
    return any(edge.name == name and edge.end > edge.start > of > 0 and not edge.items for edge in people)


def _is_an_affiliation(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether another body is one to which parties are affiliated: "it left the European Free Alliance"."""
    starts = (one.start for _, one in match.slots if one.entity == fact.object and one.end > one.start)
    return any(lattice.at(start, "international", "european") is not None for start in starts)


def _may_be_a_place(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a name of one word may be a town's: "the origins of the party lie in Harwich"."""
    name = written(fact.object)
    if " " in name or name.isupper():
        return False
    starts = (mention.start for _, mention in match.slots if mention.name == name)
    return any(lattice.tokens.lower[start - 1 : start] == ("in",) for start in starts)


def _may_be_of_another_since(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "it" may be what the sentence tells of before: "has led the White Front since it was formed in"."""
    lower = lattice.tokens.lower
    own = match.slots[0][1] if match.slots else None
    if own is None or own.entity != fact.subject or lower[own.start : own.end] != ("it",):
        return False
    if lower[own.start - 1] not in ("since", "when", "until", "before", "after", "till", "once"):
        return False
    before = (edge for edges in lattice.edges[: own.start] for edge in edges if edge.end > edge.start)
    return any(edge.kind in ("other-party", "alliance") and edge.entity != fact.subject for edge in before)


def _is_preceded(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether "it" is the object of a clause that ends here: "the movement which preceded it arose in 1990"."""
    lower = lattice.tokens.lower
    own = match.slots[0][1] if match.slots else None
    if own is None or own.entity != fact.subject or own.start < 2 or lower[own.start : own.end] != ("it",):
        return False
    if own.start > match.start:
        return False  # "Ann Lee, who founded it in 1999"
    if lower[own.start - 3] in lexicon.words("preposition"):
        return False  # "in the course of that year it was dissolved", "on the 17th of which month it was dissolved"
    return lower[own.start - 2] in lexicon.words("relative") and lower[own.start - 1] not in (",", "and", "when")


def _ended_beside(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether another one may have ended: "they created the White Bloc, and the BP ceased to exist"."""
    who = next((one for _, one in match.slots if one.entity == fact.subject and one.end > one.start), None)
    if who is None:
        return False
    lower = lattice.tokens.lower
    between = (edge for edges in lattice.edges[who.end : match.end] for edge in edges if edge.end <= match.end)
    return any(
        edge.kind in ("own", "acronym", "other-party") and edge.end > edge.start and edge.entity != fact.subject
        for edge in between
        if "," in lower[max(who.end, edge.start - 3) : edge.start]
        # "The party, founded by the Miners' Union in 1990, was dissolved": what acts has its verb behind it.
        if lower[edge.end : edge.end + 1] not in ((",",), (")",), ("in",), ("on",), ("or",), ("and",))
    )


def _renames_itself(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a party would be renamed to itself: "it was entered as National Blue", or no time is told."""
    if written(fact.object) not in (fact.subject.name, labels.undisambiguated(fact.subject.name)):
        return False
    new = dict(match.slots).get("new")
    if new is None or not fact.qualifiers:
        # Without its time it says nothing.
        return not fact.qualifiers and written(fact.object) == fact.subject.name
    told = lattice.tokens.show(new.start, new.end).removeprefix("the ")
    return told != labels.undisambiguated(fact.subject.name)


def _is_another_of_its_names(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether the name that a party took is not the one in its title: "from 1923 called the Azure Union"."""
    mine = dict(match.slots).get("mine") or dict(match.slots).get("same")
    if mine is None or written(fact.object) != fact.subject.name or mine.end == mine.start:
        return False
    shown = lattice.tokens.show(mine.start, mine.end).removeprefix("the ")
    return shown not in (fact.subject.name, labels.undisambiguated(fact.subject.name))


def _is_of_one_in_two(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a subject of two may be one name: "The Homeland and People Movement (HPM) is a party"."""
    lower = lattice.tokens.lower
    listed = [edge for edges in lattice.edges[:2] for edge in edges if len(edge.items) == 2]
    subjects = {item.entity for whole in listed if lower[whole.items[1].start] != "the" for item in whole.items}
    behind = {
        (closing(lower, whole.end) if lower[whole.end : whole.end + 1] == ("(",) else whole.end) for whole in listed
    }
    single = any(at is not None and lower[at : at + 1] in (("is",), ("was",)) for at in behind)
    return single and bool(subjects) and any(one.entity in subjects or one.items for _, one in match.slots[:1])


def _is_only_a_noun(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a body's name is half of one: "the Southern Azuria's Party"."""
    nouns = lexicon.words("alliance-noun") | lexicon.words("generic-body") | lexicon.words("society-noun") | NOUNS
    # "With the Party of Reform, Citizens and Prosperity": the last two are what it is of.
    further = any(item.entity == fact.object for _, mention in match.slots for item in mention.items[1:])
    matters = lexicon.words("name-matter") | lexicon.words("worker-noun") if further else frozenset()
    nouns |= MEETINGS if fact.predicate == "foundingOrganisation" else frozenset()
    return written(fact.object).lower() in ("party", "movement", *nouns, *matters)


def _hangs_on_a_noun(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a name begins before its possessive: "as the Pensioner's Movement for Life Security"."""
    words, lower = lattice.tokens.words, lattice.tokens.lower
    items = (item for _, mention in match.slots for item in (mention.items or (mention,)))
    starts = [item.start for item in items if item.entity == fact.object or item.name == written(fact.object)]
    return any(
        lower[start] == "the" and lower[start + 2 : start + 3] == ("'s",) and words[start + 3 : start + 4] == (first,)
        for start in starts
        for first in written(fact.object).split()[:1]
        if lattice.at(start, "person") is None and lattice.at(start + 1, "person", "own", "party") is None
    )


def _is_an_alliance(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether what parties are said to have become is only an alliance: "to form the White Front, a coalition"."""
    lower = lattice.tokens.lower
    joined = not JOINED.isdisjoint(lower[match.start : match.end]) and "{election}" in lattice.present
    banded = not JOINED.isdisjoint(lower[match.start : match.end]) and isinstance(fact.object, Entity)
    called = lower[match.end : match.end + NEAR]
    banded = banded and not (called[:1] == (",",) and "party" in called)
    if banded and fact.predicate == "mergedInto" and not BANDS.isdisjoint(written(fact.object).lower().split()):
        return True  # "It joined with five others to form the White Front, and left it in 1992"
    named = {at for _, mention in match.slots for at in range(mention.start, mention.end)}
    told = {word for at, word in enumerate(lower[match.start : match.end], match.start) if at not in named}
    # "Three parties merged into the Party of the Azure Coalition": what they became is a party by its name.
    whole = isinstance(fact.object, Entity) and "merged into" in " ".join(lower[match.start : match.end])
    whole = whole and "party" in written(fact.object).lower().split()
    if fact.predicate == "mergedInto" and "coalition" in (told if whole else lower[match.start : match.end]):
        return True
    if joined and fact.predicate == "mergedInto":
        return True  # "In the 1987 elections it joined with the Red Party to form the White Front"
    if fact.predicate == "mergedFrom" and not told.isdisjoint(("alliance", "coalition", "federation")):
        return True  # "It was formed as a coalition of the Red Party and the Green League": they may live on
    if lower[match.end : match.end + 2] not in ((",", "a"), (",", "an")):
        return False
    return not lexicon.words("alliance-noun").isdisjoint(lower[match.end + 1 : match.end + 1 + NEAR])


def _is_its_own_part(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether the party would have merged to form itself: "the party merged with the Red Party to form the BP".

    Then what was formed is a namesake, or what merged with it has only joined it. Where a word of a name stands before
    the party's own, it is another that is named so: "formed by a merger of the Red Party and the Kenyan Blue Party".
    """
    bare = labels.undisambiguated(written(fact.subject))
    merged = [mention for name, mention in match.slots if name in ("parts", "more")]
    return any(
        item.entity == fact.subject
        and not lattice.tokens.show(item.start, item.end).removeprefix("the ").endswith(f" {bare}")
        for mention in merged
        for item in (mention.items or (mention,))
    )


def _split_from_another(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a faction may have left another body: "In 1984 the Red Party split, and Ann Lee founded the League".

    Where the match names nobody that was left, it is the article's party, if the sentence speaks of no other before;
    "from which" does so, too.
    """
    if any(mention.entity == fact.object for _, mention in match.slots):
        return False
    known = (fact.subject, fact.object)
    if "from which" in " ".join(lattice.tokens.lower[: match.start + 2]):
        return True
    return any(
        edge.kind in ("other-party", "acronym") and edge.entity not in known
        for edges in lattice.edges[: match.start]
        for edge in edges
    )


def _is_of_somebody(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a body only tells who somebody is: "Bo Chan, a co-founder of the Azure Union, joined forces"."""
    lower = lattice.tokens.lower
    named = (edge for edges in lattice.edges[2 : match.start] for edge in edges if edge.entity == fact.object)
    starts = {edge.start - (lower[edge.start - 1] == "the") for edge in named if edge.end > edge.start}
    return any(at > 1 and lower[at - 1] == "of" and lower[at - 2] in PERSONS for at in starts)


CHECKS = (
    *asked_of((), _is_after_a_merger, _is_preceded, _is_of_one_in_two, _is_of_the_one_beside),
    *asked_of(("leader", "founder", "founded"), _is_of_the_government),
    *asked_of(("dissolved",), _ended_beside),
    *asked_of(("renamedTo",), _renames_itself, _is_another_of_its_names),
    *asked_of(("founded", "dissolved"), _is_of_a_relative_clause, _may_be_of_another_since),
    *asked_of(
        ("dissolved", "splitFrom", "mergedInto", "renamedTo", "successor", "foundingOrganisation"), _is_no_subject
    ),
    *asked_of(("predecessor", "successor", "mergedInto"), _may_be_a_place),
    *asked_of((*LINEAGE, "formerName", "foundingOrganisation"), _is_only_a_noun, _hangs_on_a_noun),
    *asked_of(("alliance", "mergedInto", "mergedFrom", "successor"), _is_an_affiliation),
    *asked_of(("mergedInto", "mergedFrom"), _is_an_alliance),
    *asked_of(("splitFrom",), _split_from_another),
    *asked_of(("mergedFrom", "mergedInto"), _is_somebody, _is_of_somebody),
    *asked_of(("mergedFrom", "founded"), _is_its_own_part),
)
