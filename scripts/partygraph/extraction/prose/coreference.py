"""Adds what stands for a name: "the party", "the League", "it", "they", "he"; each only where one reading is left."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.openings import main_clause
from partygraph.extraction.prose.registry import Registry
from partygraph.extraction.prose.rivals import Rivals, bodies, present
from partygraph.extraction.prose.spellings import DISAMBIGUATION
from partygraph.extraction.prose.subjects import COPULAS, grammatical_subject, is_partner
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

BODIES = frozenset({Kind.PARTY, Kind.ORGANISATION})
GOING_ON = lexicon.words("person-particle") | {"of", "for"}
"""What a name goes on with: "the Partido del Azul"."""
PRONOUNS = frozenset({"it", "they", "itself"})
POSSESSIVES = frozenset({"its", "their"})
DETERMINERS = frozenset({"the", "this", "that", "a", "an", "his", "her", "their"})
PARTY_NOUNS = (
    lexicon.words("party-noun")
    | lexicon.words("movement-noun")
    | lexicon.words("organisation-noun")
    | lexicon.words("alliance-noun")
    | lexicon.words("reunion-noun")
)
GENERAL_NOUNS = lexicon.words("reunion-noun") | {"association", "formation", "league", "union"}
"""What a party may be called by that has "movement" or "association" in none of its names."""
MERGERS = frozenset({"merger", "fusion", "union", "unification", "amalgamation"})
MAKING = (("by",), ("through",), ("from",), ("in",), ("after",))
OPENING = 4
"""In how many words a sentence begins with somebody from somewhere."""
FOUNDED = frozenset({"founded", "formed", "established", "created", "launched"})
COUNTS = {2: "two", 3: "three", 4: "four"}
"""What so many people are called again: "the two", "the three men"."""
BACK = frozenset({"after", "when", "before", "once", "until", "since"})
INTO = lexicon.phrases("into-body")
"""What tells of a body that goes into another."""
PARTING = lexicon.phrases("parting-from-body")
"""What tells of a body that comes out of another or follows upon it."""
BETWEEN = frozenset({"had", "has", "is", "was", "later", "then", "also", "itself", "which", "that", ","})
"""What stands between a body and what it did."""


def add_pronouns(lattice: Lattice, registry: Registry) -> None:
    """Add the edges.

    "The party" is the article's own unless the text last spoke of another; "it" and "they" are what the last clause
    was about; "he" and "she" are the one person whom the last sentence named, and are weak.
    """
    lower = lattice.tokens.lower
    nouns = registry.common_nouns()
    rivals = bodies(lattice)
    for at, word in enumerate(lower):
        if registry.supposed and word in POSSESSIVES and any(place < at for place, _ in rivals):
            continue  # whose "its founders" are, another body before it leaves open
        if registry.beside and word in POSSESSIVES and at < OPENING:
            continue
        if registry.supposed and (end := _stands_for_a_party(lattice, at)):
            kind = "possessor" if word in POSSESSIVES else "party"
            lattice.add(Mention(kind, at, end, registry.subject.name, registry.subject))
        elif at == 0 and word == "the" and lower[1:2] and lower[1] in COPULAS and _opens_article(registry):
            # "The was a party in Ghana": what came before the verb was a template, which the text has lost.
            lattice.add(Mention("party", at, at + 1, registry.subject.name, registry.subject))
        elif word == "the" and at + 1 < len(lower) and (lower[at + 1] in nouns or _is_founded(lower, at, registry)):
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
    _add_people(lattice, registry)
    _add_lists_of_candidates(lattice)
    for at in range(len(lower)):
        for edge in tuple(lattice.edges[at]):
            if (
                edge.kind in ("party", "organisation")
                and not edge.items
                and lower[edge.end : edge.end + 1] in (("'s",), ("'",))
            ):
                lattice.add(Mention("possessor", at, edge.end + 1, edge.name, edge.entity))


def _opens_article(registry: Registry) -> bool:
    """Tell whether no sentence has told yet where the party is, and the article has spoken of no other."""
    untold = registry.openings == 0 and not registry.homes
    return untold and registry.about is None and registry.focus is registry.subject


def _stands_for_a_party(lattice: Lattice, at: int) -> int:
    """Return where words end that can stand for a party: "it", "the new group", "a party of his own"; 0 if none can."""
    lower, words = lattice.tokens.lower, lattice.tokens.words
    if lower[at] in PRONOUNS | POSSESSIVES:
        return at + 1
    if lower[at] not in DETERMINERS:
        return 0
    end = at + 1
    while lower[end : end + 1] != () and lower[end] in lexicon.words("of-a-new-party"):
        end += 1
    if words[end : end + 1] == () or words[end][0].isupper() or lower[end] not in PARTY_NOUNS:
        return 0
    if lower[end + 1 : end + 2] == ("of",) and lower[end + 3 : end + 4] == ("own",):
        return end + 4
    named = words[end + 1 : end + 2] != () and words[end + 1][0].isupper()
    return 0 if named or (lower[at] in ("a", "an") and end == at + 1) else end + 1


def _is_founded(lower: tuple[str, ...], at: int, registry: Registry) -> bool:
    """Tell whether a paragraph begins with how a body was founded, under any noun: "The movement was founded by".

    Where a paragraph has named nobody yet, whose foundation it tells is the article's party.
    """
    if at or registry.astray is not None or registry.about is not None or registry.beside:
        return False
    if lower[1] not in GENERAL_NOUNS or registry.lasts.get(lower[1].capitalize()) or lower[2:3] != ("was",):
        return False
    verb = 3 + (lower[3:4] != () and lower[3] in lexicon.words("adverb"))
    return lower[verb : verb + 1] != () and lower[verb] in lexicon.words("founding-deed")


def _is_plural(registry: Registry) -> bool:
    """Tell whether the article's party is a "they": the Greens, the Democrats of somewhere."""
    name = DISAMBIGUATION.sub("", registry.subject.name).split(" of ")[0].split(" for ")[0]
    return name.lower().endswith("s") and registry.focus in (registry.subject, None)


def _add_people(lattice: Lattice, registry: Registry) -> None:
    """Let "they" be those who acted in the sentence before, where it opens a sentence on who founded something."""
    lower, people = lattice.tokens.lower, registry.people
    if len(people) < 2 or FOUNDED.isdisjoint(lower):
        return
    date = lattice.at(1, "date") if lower[0] in ("in", "on") else None
    first = date.end if date is not None else int(lower[0] == "together")
    first += lower[first : first + 1] == (",",)
    called = [("they",)]
    if len(people) in COUNTS:
        called += [("the", COUNTS[len(people)], *noun) for noun in (("men",), ("women",), ("of", "them"), ())]
    words = next((words for words in called if lower[first : first + len(words)] == words), ())
    if words:
        end = first + len(words)
        items = tuple(Mention("person", first, end, person.name, person) for person in people)
        lattice.add(Mention("person", first, end, ", ".join(person.name for person in people), items=items))


def _add_lists_of_candidates(lattice: Lattice) -> None:
    """Let "its list" and "its candidates" stand for the party that they stand for."""
    lower = lattice.tokens.lower
    for at in range(len(lower) - 1):
        owner = lattice.at(at, "possessor")
        if owner is not None and owner.end < len(lower) and lower[owner.end] in lexicon.words("list-noun"):
            lattice.add(Mention("party", at, owner.end + 1, owner.name, owner.entity))


def _add_noun(lattice: Lattice, registry: Registry, at: int, rivals: Rivals) -> bool:
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
    before = [entity for place, entity in present(lattice, at, rivals) if main_clause(lattice.tokens.words) <= place]
    if registry.focus is not registry.subject and registry.focus is not None and registry.focus.kind in BODIES:
        before.append(registry.focus)
    elif registry.about is not None:
        # In a section about another party "the party" is that one, as long as nothing says otherwise.
        before.append(registry.about)
    another = _goes_into(lattice, registry, at) or _makes_another(lattice, registry, at)
    if another or _is_left_by_another(lattice, registry, at):
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


def _is_left_by_another(lattice: Lattice, registry: Registry, at: int) -> bool:
    """Tell whether another body comes out of what stands there, or follows upon it, which so is the article's party.

    "The Red Party split from it in 1990", "the Red Party succeeded the party": from itself it cannot.
    """
    lower = lattice.tokens.lower
    told = [at - len(words) for words in PARTING if lower[max(0, at - len(words)) : at] == words]
    if not told or registry.focus not in (registry.subject, None) or registry.about is not None:
        return False
    verb = min(told)
    first = next((place for place in range(verb, 0, -1) if lower[place - 1] not in BETWEEN), 0)
    return any(
        edge.end == first and edge.kind in ("party", "organisation") and edge.entity not in (None, registry.subject)
        for edges in lattice.edges[:first]
        for edge in edges
    )


def _makes_another(lattice: Lattice, registry: Registry, at: int) -> bool:
    """Tell whether a body is said to be made by the merger of what stands there, which so is another.

    "In 1990 the White Union was created by the merger of the party and the Red Party"
    """
    lower = lattice.tokens.lower
    merging = at > 4 and lower[at - 1] == "of" and lower[at - 2] in MERGERS
    made = merging and lower[at - 4 : at - 3] in MAKING and lower[at - 5] in lexicon.words("founding-deed")
    joint = lower[at + 2 : at + 3] in (("and",), ("with",))
    return made and joint and registry.focus in (registry.subject, None) and registry.about is None


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


def _body(lattice: Lattice, registry: Registry, at: int, rivals: Rivals) -> Entity | None:
    opened = main_clause(lattice.tokens.words)
    named = [entity for place, entity in present(lattice, at, rivals) if opened <= place]
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
    if lattice.tokens.lower[at] == "it" and named and _is_left_by_another(lattice, registry, at):
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


def _opens_as_an_origin(lattice: Lattice, rivals: Rivals, body: Entity) -> bool:
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
