"""Adds what a run of words with capital letters names: somebody whom the text knows, or a name that is new in it."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.names import knownnames, runs
from partygraph.extraction.prose.registry import Registry
from partygraph.extraction.prose.tokens import Tokens
from partygraph.model import Entity, Kind
from partygraph.rules import lexicon

OPENING = 12
"""How far into a sentence the name that it defines can reach."""
PEERAGE = frozenset({"lord", "lady"})
"""The titles before a peer's one name."""


def add(lattice: Lattice, run: runs.Run, registry: Registry) -> None:
    """Add the edges of a run: of the entity that its name stands for, or of each kind that a new name can be of.

    A person or body that is new is met: the registry knows it from then on.
    """
    name = lattice.tokens.show(run.start, run.end)
    partisan = lattice.at(run.start, "partisan")
    if partisan is not None and partisan.end == run.end:
        return
    if run.start and lattice.tokens.lower[run.start - 1] == "the" and name.lower() in registry.common_nouns():
        return
    known = registry.find(name)
    if known is None and "-" in name and " " not in name and _is_an_adjective(lattice, run):
        return  # "A small Christian-democratic party" has no name
    noun = known is None and name.lower() in lexicon.words("generic-body")
    if noun and lattice.tokens.lower[run.start - 1 : run.start] == ("the",):
        return  # "The League took six seats": of several leagues, or of a name that is not known, one
    if known is not None and name.isupper() and _is_of_a_branch(lattice, run, registry):
        return
    if known is not None and name.isupper() and " " not in name:
        lattice.add(Mention("acronym", run.start, run.end, name))
    if known is not None:
        knownnames.add_entity(lattice, run.start, run.end, known)
        return
    for kind in run.kinds:
        _add_kind(lattice, run, name, kind, registry)


def _is_an_adjective(lattice: Lattice, run: runs.Run) -> bool:
    """Tell whether a word with a capital is one for an ideology, and the noun behind it has none."""
    word, behind = lattice.tokens.lower[run.start], lattice.tokens.words[run.end : run.end + 1]
    return (
        behind != () and behind[0].islower() and any(term.kind == "ideology" for term in lexicon.terms().get(word, ()))
    )


def _is_of_a_branch(lattice: Lattice, run: runs.Run, registry: Registry) -> bool:
    """Tell whether initials are those of a branch, or of another party: "president of the BP of Kosovo"."""
    tokens = lattice.tokens
    behind = tokens.words[run.end : run.end + 2]
    if behind[:1] == ("(",) and tokens.starts[run.end] == tokens.ends[run.end - 1]:
        return True  # "the BP(M) merged into the Red Party"
    if behind[:1] == (".",) and behind[1:] != () and tokens.starts[run.end + 1] == tokens.ends[run.end - 1] + 1:
        return True  # "united as BP.The Liberals"
    if behind[:1] != ("of",) or behind[1:] == () or behind[1] not in lexicon.territories():
        return False
    return behind[1] != registry.country


def _add_kind(lattice: Lattice, run: runs.Run, name: str, kind: str, registry: Registry) -> None:
    if kind == "acronym":
        lattice.add(Mention("acronym", run.start, run.end, name))
        # Initials that the text does not explain may be the party's own: what is said of them is not sure.
        lattice.add(Mention("party", run.start, run.end, name, Entity(name, Kind.PARTY), weak=True))
    elif kind == "single":
        _add_single(lattice, run, name, registry)
    elif kind == "unknown":
        person = registry.family(name) if name.lower().split()[0] in lexicon.words("person-particle") else None
        if person is not None:
            # "Di Lee", of whom the text has told as Ann Di Lee.
            lattice.add(Mention("person", run.start, run.end, person.name, person))
        elif name not in lexicon.territories():
            lattice.add(Mention("name", run.start, run.end, name))
            _add_group(lattice, run, name, registry)
            if _after_preposition(lattice.tokens, run.start) and lexicon.words("event").isdisjoint(
                name.lower().split()
            ):
                lattice.add(Mention("place", run.start, run.end, name, Entity(name, Kind.PLACE)))
    else:
        if kind == "person" and (name in lexicon.territories() or lattice.tokens.lower[run.start - 1] in ("a", "an")):
            return  # "a United States citizen", "a Christian Democrat"
        full = registry.family(name) if kind == "person" else None
        entity = Entity(name, knownnames.KINDS[kind])
        met = full or (entity if _is_bracketed_name(lattice.tokens, run.start) else registry.meet(entity))
        entity = met if met.kind is knownnames.KINDS[kind] else Entity(name, knownnames.KINDS[kind])
        name = entity.name if full else name
        lattice.add(Mention(kind, run.start, run.end, name, entity))
        behind = lattice.tokens.words[run.end] if run.end < len(lattice.tokens) else ""
        if kind == "person" and behind.isupper() and behind.lower() in lexicon.words("letters-behind"):
            lattice.add(Mention(kind, run.start, run.end + 1, name, entity))


def _is_bracketed_name(tokens: Tokens, at: int) -> bool:
    """Tell whether a name stands in the brackets behind a title that opens the sentence, as what it is called there."""
    opened = next((place for place in range(at - 1, -1, -1) if tokens.words[place] in "()"), -1)
    return opened > 0 and tokens.words[opened] == "(" and opened < OPENING and tokens.words[opened - 1][:1].isupper()


def _add_single(lattice: Lattice, run: runs.Run, name: str, registry: Registry) -> None:
    person = registry.family(name)
    if person is not None:
        lattice.add(Mention("person", run.start, run.end, person.name, person))
        return
    if name in lexicon.territories() or name in lexicon.demonyms():
        return
    sibling = _of_the_next_name(lattice.tokens, run, registry)
    if sibling is not None:
        lattice.add(Mention("person", run.start, run.end, sibling.name, sibling))
        return
    if run.start and lattice.tokens.lower[run.start - 1] in PEERAGE and lattice.tokens.words[run.start - 1].istitle():
        # "Lord Rotham" is called by no other name, as long as the text has told of no Ann Rotham.
        titled = lattice.tokens.show(run.start - 1, run.end)
        lattice.add(Mention("person", run.start - 1, run.end, titled, Entity(titled, Kind.PERSON)))
    lattice.add(Mention("name", run.start, run.end, name))
    _add_group(lattice, run, name, registry)
    if _after_preposition(lattice.tokens, run.start):
        lattice.add(Mention("place", run.start, run.end, name, Entity(name, Kind.PLACE)))


def _of_the_next_name(tokens: Tokens, run: runs.Run, registry: Registry) -> Entity | None:
    """Return whom the text knows by a first name and the family name of who comes next: "by Ann and Bo Lee"."""
    behind = tokens.words[run.end : run.end + 3]
    if len(behind) < 3 or behind[0] not in ("and", "&") or not (behind[1][:1].isupper() and behind[2][:1].isupper()):
        return None
    known = registry.known.get(f"{tokens.words[run.start]} {behind[2]}")
    return known if known is not None and known.kind is Kind.PERSON else None


def _add_group(lattice: Lattice, run: runs.Run, name: str, registry: Registry) -> None:
    """Add a name that tells nothing of itself ("Shinui") as a party's, for patterns in which only a party can stand."""
    lower = lattice.tokens.lower
    if run.end - run.start == 1 and (lower[run.end : run.end + 1] == ("of",) or registry.calls_itself(name)):
        # "the Division of Moore" is what it is of; a word of the party's own name is no other party.
        return
    if not any(edge.kind in ("person", "office", "role") for edge in lattice.edges[run.start]):
        lattice.add(Mention("group", run.start, run.end, name, Entity(name, Kind.PARTY)))


def _after_preposition(tokens: Tokens, at: int) -> bool:
    """Tell whether a name stands where places stand; the later names of a list count by its first."""
    if at > 1 and tokens.lower[at - 1] == "the" and tokens.lower[at - 2] in ("and", ","):
        at -= 1
    while at > 1 and tokens.lower[at - 1] in ("and", ",", "or") and tokens.words[at - 2][:1].isupper():
        at -= 2
        while at > 1 and tokens.words[at - 1][:1].isupper():
            at -= 1
    if at > 1 and tokens.lower[at - 1] == "the":
        at -= 1
    return at > 0 and tokens.lower[at - 1] in ("in", "at", "near", "throughout", "outside", "of", "around", "from")
