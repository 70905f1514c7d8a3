"""Adds what stands for a name: "the party", "the League", "it", "they", "he"; each only where one reading is left."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.registry import DISAMBIGUATION, Registry
from partygraph.extraction.prose.subjects import grammatical_subject, is_partner
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

MAIN = frozenset({"it", "the", "they"})
"""What the main clause of a sentence with a participle before it begins with."""
PRONOUNS = frozenset({"it", "they"})
BODIES = frozenset({Kind.PARTY, Kind.ORGANISATION})
GOING_ON = lexicon.words("person-particle") | {"of", "for"}
"""What a name goes on with: "the Partido del Azul"."""
ISSUE = lexicon.words("issue-of")
"""What an opening calls what the sentence goes on about: "The legal heir of the Red Party, it ..."."""
# A phrase before the subject: whom it names, the sentence is not about ("As a part of the Azure Front, it ...").
FRONTING = lexicon.phrases("fronting")
SUBJECTS = (("it",), ("they",))
AFTER = frozenset({(word,) for word in ("after", "following", "upon", "before")})
ACTING = lexicon.words("acting-participle")
"""What such a phrase begins with: a preposition, one with an article behind it, a participle."""
FINITE = frozenset({"was", "were", "is", "are", "had", "has", "have", "who", "which", "that", "when", "while", "as"})
"""What a phrase has that has a verb of its own, and so may be about somebody else."""
LEADING = lexicon.words("no-participle")
"""Words in -ed that are none: they tell of the name beside them, or are a part of it."""
AMONG = frozenset({"the", "and", ",", "of", "for", "in", "(", ")", "'s", "’s", "'", "–"})
"""What stands between the names of several: "With the Red Party (RP), Azul and the League of Azuria it ..."."""
FARTHEST = 26
BEFORE = lexicon.phrases("before-participle")
"""Adverbs before a participle that opens a sentence."""
APART = lexicon.words("breaking-away")
"""What people did before they created a party of their own."""
COMPANY = lexicon.words("in-company")
"""What a sentence about several parties begins with: "Together with the Red Party it ..."."""
OPENING = 4
"""In how many words a sentence begins with somebody from somewhere."""
NAME = 9
"""How many words a name has at most."""
BACK = frozenset({"after", "when", "before", "once", "until", "since"})
INTO = lexicon.phrases("into-body")
"""What tells of a body that goes into another."""
CREATING = lexicon.phrases("in-order-to-found")
CROWD = lexicon.words("founding-crowd")
"""What a sentence about founders begins with."""
FOUNDING = lexicon.phrases("founding-verb")
BRINGING = lexicon.phrases("bringing")
BEING = lexicon.phrases("into-being")
"""What somebody does who founds something, before it and behind it: "brought it into being"."""
SPRINGING = lexicon.words("springing")
"""Participles of an opening that says where the subject came from."""


def add_pronouns(lattice: Lattice, registry: Registry) -> None:
    """Add the edges.

    "The party" is the article's own unless the text last spoke of another; "it" and "they" are what the last clause
    was about; "he" and "she" are the one person whom the last sentence named, and are weak.
    """
    lower = lattice.tokens.lower
    nouns = registry.common_nouns()
    rivals = _rivals(lattice, registry)
    for at, word in enumerate(lower):
        if word == "the" and at + 1 < len(lower) and lower[at + 1] in nouns:
            if _add_noun(lattice, registry, at, rivals):
                rivals.append((at, registry.subject))
                rivals.sort(key=lambda item: item[0])
        elif word in lexicon.words("pronoun-it") or word == "its" or (word == "their" and _is_plural(registry)):
            body = _body(lattice, registry, at, rivals)
            if body is not None:
                rivals.append((at, body))
                rivals.sort(key=lambda item: item[0])
                kind = "possessor" if word in ("its", "their") else "party"
                lattice.add(Mention(kind, at, at + 1, body.name, body))
        elif (
            word in lexicon.words("pronoun-person") and registry.person is not None and not _person_before(lattice, at)
        ):
            lattice.add(Mention("person", at, at + 1, registry.person.name, registry.person, weak=True))
    _add_lists_of_candidates(lattice)
    for at in range(len(lower)):
        for edge in tuple(lattice.edges[at]):
            if (
                edge.kind in ("party", "organisation")
                and not edge.items
                and lower[edge.end : edge.end + 1] in (("'s",), ("'",))
            ):
                lattice.add(Mention("possessor", at, edge.end + 1, edge.name, edge.entity))


def _is_plural(registry: Registry) -> bool:
    """Tell whether the article's party is a "they": the Greens, the Democrats of somewhere."""
    name = DISAMBIGUATION.sub("", registry.subject.name).split(" of ")[0].split(" for ")[0]
    return name.lower().endswith("s") and registry.focus in (registry.subject, None)


def _add_lists_of_candidates(lattice: Lattice) -> None:
    """Let "its list" and "its candidates" stand for the party that they stand for."""
    lower = lattice.tokens.lower
    for at in range(len(lower) - 1):
        owner = lattice.at(at, "possessor")
        if owner is not None and owner.end < len(lower) and lower[owner.end] in lexicon.words("list-noun"):
            lattice.add(Mention("party", at, owner.end + 1, owner.name, owner.entity))


def _add_noun(lattice: Lattice, registry: Registry, at: int, rivals: list[tuple[int, Entity]]) -> bool:
    tokens = lattice.tokens
    if (
        at + 2 < len(tokens)
        and (tokens.words[at + 2][:1].isupper() or tokens.lower[at + 2] in GOING_ON)
        and tokens.words[at + 1][:1].isupper()
    ):
        return False
    word = tokens.words[at + 1]
    if (
        word[0].isupper()
        and tokens.lower[at + 1] in lexicon.words("generic-body")
        and at + 2 < len(tokens)
        and tokens.words[at + 2][:1].isupper()
    ):
        return False
    if word == "party" and at + 2 < len(tokens) and _is_called(lattice, at + 2):
        return False  # "Founded the party New Azuria"
    if word[0].isupper() and tokens.lower[at + 1] != "party" and registry.short_name(word):
        lattice.add(Mention("party", at, at + 2, registry.subject.name, registry.subject))
        return True
    before = [entity for place, entity in _present(lattice, at, rivals) if _opening(lattice.tokens.words) <= place]
    if registry.focus is not registry.subject and registry.focus is not None and registry.focus.kind in BODIES:
        before.append(registry.focus)
    elif registry.about is not None:
        # In a section about another party "the party" is that one, as long as nothing says otherwise.
        before.append(registry.about)
    if _goes_into(lattice, registry, at):
        before = []
    if tokens.lower[at + 1] == "party":
        # "The Ministry of Justice registered the party": a ministry is none.
        before = [entity for entity in before if entity.kind is Kind.PARTY or entity == registry.subject]
    if any(entity != registry.subject for entity in before) and not any(
        entity == registry.subject for entity in before
    ):
        return False
    lattice.add(Mention("party", at, at + 2, registry.subject.name, registry.subject))
    return True


def _goes_into(lattice: Lattice, registry: Registry, at: int) -> bool:
    """Tell whether what stands there is what another body goes into, and so the article's party.

    "The Red Party merged into it": into itself it cannot.
    """
    lower = lattice.tokens.lower
    into = lower[at - 1 : at] in INTO or lower[max(0, at - 2) : at] in INTO
    return into and registry.focus in (registry.subject, None) and registry.about is None


def _present(lattice: Lattice, at: int, rivals: list[tuple[int, Entity]]) -> list[tuple[int, Entity]]:
    """Return the bodies before a place that what stands there can mean: none that was left to found it.

    "Ann Lee, who had sat for the Red Party, founded the party": what somebody founds was not there before.
    """
    lower = lattice.tokens.lower
    before = [(place, entity) for place, entity in rivals if place < at]
    if lower[max(0, at - 2) : at] in CREATING and not (lexicon.words("merging") | APART).isdisjoint(
        lower[max(0, at - 9) : at]
    ):
        return []  # "The Red Party and the Green League united to create it", "dissidents broke away to form it"
    apart = lower[at - 1 : at] == ("set",) and lower[at + 1 : at + 2] == ("up",)
    end = at + 1 + (lower[at] == "the")
    brought = lower[at - 1 : at] in BRINGING and lower[end : end + 2] in BEING
    deed = apart or brought or lower[at - 1 : at] in FOUNDING or lower[max(0, at - 2) : at] == ("set", "up")
    if not deed or "had" in lower[max(0, at - 4) : at]:
        return before
    if lower[0] in CROWD or lattice.at(0, "number") is not None:
        # "Members of the Red Party's left wing founded it": what they were of was there before.
        origins = {entity.name for place, entity in before if "of" in lower[max(0, place - 2) : place]}
        before = [(place, entity) for place, entity in before if entity.name not in origins]
    parting = lexicon.words("parting")
    verb = at - 1 - (lower[at - 1] == "up")
    # "The Miners' Union founded it": nobody founds himself.
    edges = (edge for near in lattice.edges[max(0, verb - NAME) : verb] for edge in near)
    agents = {edge.entity.name for edge in edges if edge.entity is not None and edge.end == verb and not edge.items}
    before = [(place, entity) for place, entity in before if entity.name not in agents]
    first = lower.index(",") if "," in lower[:verb] else verb
    if lower[verb - 1] == "," and first < verb - 1:
        # "Ann Lee, who had been secretary of the Red Party, founded it"
        before = [(place, entity) for place, entity in before if not first < place < verb]
    return [(place, entity) for place, entity in before if parting.isdisjoint(lower[max(0, place - 3) : place])]


def _is_called(lattice: Lattice, at: int) -> bool:
    """Tell whether a name follows that is the party's, and nobody's title or name."""
    if not lattice.tokens.words[at][0].isupper():
        return False
    kinds = {edge.kind for edge in lattice.edges[at]}
    named = not kinds.isdisjoint(("party", "organisation", "group"))
    return named or (
        "person" in kinds
        and lattice.tokens.lower[at - 3 : at - 2] in (("founded",), ("formed",), ("created",), ("established",))
    )


def _rivals(lattice: Lattice, registry: Registry) -> list[tuple[int, Entity]]:
    """Return the bodies that the sentence names, with their places; neither parliaments nor what names an election."""
    polls = [(edge.start, edge.end) for edges in lattice.edges for edge in edges if edge.kind == "election"]
    return [
        (at, edge.entity)
        for at, edges in enumerate(lattice.edges)
        for edge in edges
        if edge.kind in ("party", "organisation") and edge.entity is not None and not edge.items
        if not _is_a_naming(lattice.tokens.lower, at)
        if not any(start <= at < end for start, end in polls)
        if not any(other.kind == "body" and other.end == edge.end for other in edges)
        if not _abbreviates_before(lattice, edge)
    ]


def _abbreviates_before(lattice: Lattice, edge: Mention) -> bool:
    """Tell whether initials in brackets are those of the body before them: "the Supreme Tribunal (ST) dissolved"."""
    lower, at = lattice.tokens.lower, edge.start
    if at < 2 or lower[at - 1] != "(" or lower[edge.end : edge.end + 1] != (")",):
        return False
    before = (other for edges in lattice.edges[max(0, at - 9) : at - 1] for other in edges)
    return any(other.kind == "organisation" and other.end == at - 1 for other in before)


def _opening(words: tuple[str, ...]) -> int:
    """Return where the main clause begins behind an opening such as "Founded in 1990 by the Miners' Union, ...".

    What stands before its subject in apposition is such an opening, too: "An offshoot of the Red Party, it was ...",
    and so is its company: "Together with the Red Party it ...".
    """
    lower = tuple(word.lower() for word in words)
    if lower[1:2] == ("with",) and lower[0] in COMPANY:
        return next((at for at in range(2, min(len(lower), 40)) if lower[at] in PRONOUNS), 0)
    fronted = _fronted(lower) or _behind_partners(words)
    if fronted:
        return fronted
    if lower[:1] in BEFORE and lower[1:2] != () and lower[1].endswith(("ed", "known")):
        # "Previously known as the Azure League, it"
        opened = _opening(words[1:])
        return opened + 1 if opened else 0
    apposed = lower[:1] in (("a",), ("an",), ("heir",)) or (lower[:1] == ("the",) and not ISSUE.isdisjoint(lower[1:4]))
    if not lower or not (lower[0].endswith(("ed", "known", "set", "born")) or lower[0] in SPRINGING or apposed):
        return 0
    main = PRONOUNS if apposed else MAIN
    return next((at for at in range(1, min(len(lower) - 1, 40)) if lower[at] == "," and lower[at + 1] in main), 0)


def _fronted(lower: tuple[str, ...]) -> int:
    """Return where a phrase without a verb of its own ends that stands before the subject: "As a part of X, it ..."."""
    second = lower[1:2]
    opens = (
        (lower[:1] in FRONTING and second != ())
        or (lower[:1] == ("as",) and second in (("a",), ("an",), ("the",), ("part",), ("one",)))
        or (lower[:1] in AFTER and second in (("a",), ("an",), ("the",), ("its",)))
        or (lower[:1] != () and lower[0] in ACTING)
    )
    if not opens:
        return 0
    end = next((at for at in range(2, min(len(lower), FARTHEST)) if lower[at] in PRONOUNS or lower[at] == ","), 0)
    if lower[end] == "," and not (lower[end + 1 : end + 2] in SUBJECTS or lower[end + 1 : end + 3] == ("the", "party")):
        return 0
    told = lower[1:end]
    finite = not FINITE.isdisjoint(told) or any(word.endswith("ed") and word not in LEADING for word in told[1:])
    return 0 if not end or (finite and lower[0] not in ACTING) else end


def _behind_partners(words: tuple[str, ...]) -> int:
    """Return where the subject stands behind those with whom it acted: "With the Red Party and Azul it founded"."""
    if words[:1] not in (("With",), ("Alongside",)) or len(words) < 3:
        return 0
    at = 1
    while at < min(len(words), FARTHEST) and (words[at][0].isupper() or words[at] in AMONG):
        at += 1
    return at if at > 2 and words[at : at + 1] in SUBJECTS else 0


def _is_a_naming(lower: tuple[str, ...], at: int) -> bool:
    """Tell whether a name stands there as a name ("initially named X, it ..."), and so is no rival for a pronoun."""
    before = lower[max(0, at - 2) : at]
    if lower[:1] == ("under",) and at < OPENING + 2 and before == ("name", "of"):
        return True  # "Under the name of Azure League it was founded"
    return any(word in lexicon.words("naming-verb") for word in before)


def _body(lattice: Lattice, registry: Registry, at: int, rivals: list[tuple[int, Entity]]) -> Entity | None:
    opened = _opening(lattice.tokens.words)
    named = [entity for place, entity in _present(lattice, at, rivals) if opened <= place]
    if at > 1 and lattice.tokens.lower[at - 1] in BACK and _stands_before(lattice, at - 1, registry.subject):
        # "Succeeded by the Red Party, until it was banned"
        return None
    if len(named) == 1 and named[0] != registry.subject and registry.focus in (None, named[0]):
        place = next(place for place, entity in rivals if entity == named[0])
        if lattice.tokens.lower[:1] in (("in",), ("at",), ("for",)) and is_partner(lattice.tokens.lower, place):
            return None  # "In the 1996 election, contested in alliance with the Red Party, it kept four seats"
    joined = lattice.tokens.lower[at - 1 : at] == ("joined",)  # "He sat with the Red Party and later joined it"
    if lattice.tokens.lower[at] == "it" and named and not joined and _goes_into(lattice, registry, at):
        return registry.subject
    others = {entity.name for entity in named}
    if not others:
        if registry.focus is not None and registry.focus.kind in BODIES:
            return registry.focus
        return None
    if len(others) == 1:
        only = named[0]
        if registry.focus is None and only != registry.subject and _opens_as_an_origin(lattice, rivals, only):
            return None  # "Defectors from the Red Party gave it a seat"
        if registry.focus is None or registry.focus == only or only == registry.subject:
            return only
        return None
    first = named[0]
    acting = grammatical_subject(lattice)
    if acting is not None and acting.entity not in (None, registry.subject) and acting.entity.kind in BODIES:
        return None  # "As a continuation of the party, the Red Party was set up; it took the name White Party"
    # With several bodies around, the one that opens the sentence is taken as its topic if it is the article's own.
    return first if first == registry.subject and registry.focus in (None, registry.subject) else None


def _opens_as_an_origin(lattice: Lattice, rivals: list[tuple[int, Entity]], body: Entity) -> bool:
    """Tell whether a sentence begins with people who come from a body, of which it need not be about."""
    lower = lattice.tokens.lower
    places = [place - (lower[place - 1] == "the") for place, entity in rivals if entity == body]
    return any(0 < place <= OPENING and lower[place - 1] == "from" for place in places)


def _stands_before(lattice: Lattice, end: int, subject: Entity) -> bool:
    """Tell whether another body's name ends here: in "formed from the Red Party after it dissolved" it is that one."""
    end -= lattice.tokens.lower[end - 1] == ","
    return any(
        edge.end == end and edge.kind in ("party", "organisation") and edge.entity != subject
        for edges in lattice.edges[max(0, end - 8) : end]
        for edge in edges
    )


def _person_before(lattice: Lattice, at: int) -> bool:
    return any(edge.kind == "person" for edges in lattice.edges[:at] for edge in edges)
