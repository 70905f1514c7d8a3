"""Finds the names that a text links to their articles, and those that it has used before."""

from __future__ import annotations

from dataclasses import replace

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.names import namebridges, runs
from partygraph.extraction.prose.names.namekinds import kinds
from partygraph.extraction.prose.registry import Registry
from partygraph.extraction.prose.subjects import AUXILIARIES, verbs
from partygraph.extraction.prose.tokens import Tokens, capital, tokenise
from partygraph.model import Entity, Kind, View
from partygraph.rules import lexicon

KINDS = {
    "party": Kind.PARTY,
    "organisation": Kind.ORGANISATION,
    "body": Kind.BODY,
    "place": Kind.PLACE,
    "person": Kind.PERSON,
}


def add_entity(lattice: Lattice, start: int, end: int, entity: Entity) -> None:
    """Add an entity over the tokens that name it, as a mention of its kind."""
    kind = next((name for name, value in KINDS.items() if value is entity.kind), "organisation")
    lattice.add(Mention(kind, start, end, entity.name, entity))


def add_links(lattice: Lattice, view: View, registry: Registry) -> None:
    """Take each link as a whole: its label is the name, its target the identity."""
    for link in view.links:
        start, end = lattice.tokens.between(link.span.start, link.span.end)
        if end <= start or not capital(lattice.tokens.words[start]):
            continue
        label = lattice.tokens.show(start, end)
        known = registry.find(label)
        if known is not None and (known.link in (None, link.target) or known is registry.subject):
            add_entity(lattice, start, end, known if known is registry.subject else replace(known, link=link.target))
            continue
        kind = _link_kind(lattice.tokens, start, end, link.target)
        if kind:
            entity = registry.meet(Entity(label, KINDS[kind], link.target))
            add_entity(lattice, start, end, entity)


def _link_kind(tokens: Tokens, start: int, end: int, target: str) -> str:
    by_label = kinds(tokens, start, end)
    target_tokens = tokenise(target.split(" (")[0])
    by_target = kinds(target_tokens, 0, len(target_tokens)) if len(target_tokens) else ()
    for found in (*by_target, *by_label):
        if found in KINDS:
            return found
    return ""


def linked(lattice: Lattice, view: View) -> frozenset[int]:
    """Return the tokens that links cover."""
    covered: set[int] = set()
    for link in view.links:
        start, end = lattice.tokens.between(link.span.start, link.span.end)
        if start < len(lattice.tokens) and any(edge.end == end and edge.kind in KINDS for edge in lattice.edges[start]):
            covered.update(range(start, end))
    return frozenset(covered)


def add_known(lattice: Lattice, registry: Registry) -> frozenset[int]:
    """Add the names of several words that the article has used before, whatever words are in them."""
    tokens = lattice.tokens
    covered: set[int] = set()
    sequences = registry.sequences
    for at, word in enumerate(tokens.words):
        for words, entity in sequences[word] if word in sequences and at not in covered else ():
            end = at + len(words)
            if tokens.words[at:end] != words or _goes_on(tokens, at, end) or _is_told_apart(tokens, at, end):
                continue
            add_entity(lattice, at, end, entity)
            covered.update(range(at, end))
            break
        if at not in covered and _is_title_of_one_word(tokens, at, registry):
            add_entity(lattice, at, at + 1, registry.subject)
            covered.add(at)
    return frozenset(covered)


def _is_title_of_one_word(tokens: Tokens, at: int, registry: Registry) -> bool:
    """Tell whether a word that no name begins with is the party all the same: "Together was founded in 1990".

    At the beginning of a sentence, where every word has its capital, only a verb behind it tells so.
    """
    word = tokens.words[at]
    if word not in registry.own or not word[0].isupper() or runs.opens(tokens, at):
        return False
    opened = at == 0 or tokens.words[at - 1] in (".", ":", ";", '"', "“")
    behind = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
    return not opened or behind in AUXILIARIES or behind in verbs()


def _is_told_apart(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a name goes on in brackets as that of another body: "merged with the Blue Party (Marxist)".

    Where it opens the sentence, or has no English noun for a party, what stands there may be what it means.
    """
    nouns = lexicon.words("party-noun").intersection(tokens.lower[start:end])
    behind = runs.behind_distinction(tokens, end) if nouns and start > 1 else 0
    return behind > 0


def _goes_on(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a name is only part of a longer one: "Blue Party" in "Blue Party Youth" or "Old Blue Party"."""
    after = tokens.words[end] if end < len(tokens) else ""
    before = tokens.words[start - 1] if start > 1 else ""
    longer = after[:1].isupper() and after.lower() not in lexicon.words("month")
    beyond = tokens.words[end + 1] if tokens.lower[end : end + 1] == ("of",) and end + 1 < len(tokens) else ""
    if tokens.lower[end : end + 2] == ("in", "the") and tokens.words[end + 3 : end + 4] == ("(",):
        # "Rally for Azuria in the Republic (RPAR)" is not Rally for Azuria.
        longer = longer or all(word[:1].isupper() for word in (tokens.words[end + 2], *tokens.words[end + 4 : end + 5]))
    if before in ("'s", "’s", "'", "’"):
        # "People's Liberal Party" holds "Liberal Party", and is not it; "Obe's Liberal Party" is.
        return namebridges.is_possessor(tokens, start - 1)
    return longer or beyond[:1].isupper() or (before[:1].isupper() and runs.opens(tokens, start - 1))
