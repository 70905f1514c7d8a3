"""Finds what a sentence mentions, and lays it over the sentence's words as a lattice."""

from __future__ import annotations

from partygraph.extraction.prose import ownership
from partygraph.extraction.prose.annotators import (
    alliances,
    attributes,
    blocs,
    bodykinds,
    causes,
    companions,
    descriptions,
    elections,
    emblems,
    feats,
    internationals,
    leanings,
    places,
    quantities,
    rankings,
    reckoning,
    remarked,
    stylings,
    terminology,
)
from partygraph.extraction.prose.annotators.enumerations import add_lists
from partygraph.extraction.prose.asides import add_skips
from partygraph.extraction.prose.clauses import add_agents, imply_subjects
from partygraph.extraction.prose.coreference import add_pronouns
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.names import (
    appositions,
    callednames,
    epithets,
    knownnames,
    newnames,
    parentheses,
    runs,
    titles,
)
from partygraph.extraction.prose.registry import Registry
from partygraph.extraction.prose.tokens import tokenise
from partygraph.model import Entity, Kind, View
from partygraph.rules import lexicon

WITH_ARTICLE = frozenset(knownnames.KINDS) | {
    *("acronym", "affiliation", "country", "election", "european", "europarl", "group", "international", "line"),
    *("located", "name", "inner-role", "national-party", "office", "public-office", "region", "possessor", "regional"),
    *("role", "territory", "type"),
}
DASHES = frozenset({"–", "—"})
LONGEST_QUOTE = 4
"""How many words in quotation marks can end a name; more are what somebody said."""


def read(view: View, registry: Registry) -> Lattice:
    """Return the lattice of a sentence; the registry learns the names that the sentence brings."""
    tokens = tokenise(view.text)
    lattice = Lattice.over(tokens)
    taken = quantities.add(lattice)
    reckoning.add(lattice, registry.year)
    terminology.add(lattice, registry)
    knownnames.add_links(lattice, view, registry)
    covered = knownnames.linked(lattice, view) | knownnames.add_known(lattice, registry)
    for run in runs.runs(tokens, taken, registry.is_known):
        # "Azur – Party of Free Citizens" is a name of its own where the second half is known.
        dashed = not DASHES.isdisjoint(tokens.words[run.start : run.end])
        if dashed or not any(at in covered for at in range(run.start, run.end)):
            newnames.add(lattice, run, registry)
    if "/" in lattice.present:
        _join_at_slashes(lattice)
    if "party" in lattice.present:
        _add_nouns_behind(lattice)
    _add_quotes(lattice)
    _join_quotes(lattice, registry)
    _add_quoted_name(lattice, registry)
    callednames.add(lattice)
    _add_stated_places(lattice, registry)
    internationals.add(lattice)
    elections.add(lattice, registry.sort)
    places.add(lattice)
    descriptions.add(lattice)
    attributes.add(lattice)
    leanings.add(lattice)
    add_pronouns(lattice, registry)
    blocs.add(lattice, registry)
    _add_lines(lattice, registry)
    _add_articles(lattice)
    appositions.add(lattice, registry.subject)
    epithets.add(lattice, registry.subject)
    feats.add(lattice)
    emblems.add(lattice)
    rankings.add(lattice)
    titles.add(lattice)
    parentheses.add(lattice, view)
    add_lists(lattice)
    titles.add(lattice)
    add_agents(lattice)
    add_skips(lattice)
    imply_subjects(lattice, registry)
    alliances.add(lattice, registry.subject)
    ownership.add(lattice, registry)
    companions.add(lattice, registry.subject)
    stylings.add(lattice)
    remarked.add(lattice)
    bodykinds.add(lattice)
    causes.add(lattice)
    ownership.mark_people(lattice, registry)
    return lattice


# --------------------------------------------------------------------------- names


def _add_nouns_behind(lattice: Lattice) -> None:
    """Let initials take the noun behind them along: "the BP party was founded"."""
    for at, word in enumerate(lattice.tokens.words):
        if word != "party" or not at or not lattice.tokens.words[at - 1].isupper():
            continue
        for edge in [edge for edge in lattice.edges[at - 1] if edge.kind in ("party", "organisation")]:
            lattice.add(edge.moved(at - 1, at + 1))


def _join_at_slashes(lattice: Lattice) -> None:
    """Take "Green Party/Azure Way" for one name, and not for two; so is "the Group Lee/Chan", that of two persons."""
    for at, word in enumerate(lattice.tokens.lower):
        first = [edge for start in range(max(0, at - 8), at) for edge in lattice.edges[start] if edge.end == at]
        bodies = [edge for edge in first if edge.kind in ("party", "organisation")] if word == "/" else []
        second = lattice.at(at + 1, "party", "organisation", "name") if bodies else None
        if word == "/" and not bodies:
            groups = lexicon.words("wing-noun")
            bodies = [one for one in first if one.kind == "group" and lattice.tokens.lower[one.start] in groups]
            second = lattice.at(at + 1, "person", "name", "group") if bodies else None
        if second is None or second.end <= at + 1:
            continue
        start, name = bodies[0].start, lattice.tokens.show(bodies[0].start, second.end)
        for place in (start, at + 1):
            lattice.edges[place][:] = [edge for edge in lattice.edges[place] if edge.end not in (at, second.end)]
        lattice.add(Mention("party", start, second.end, name, Entity(name, Kind.PARTY)))


def _add_stated_places(lattice: Lattice, registry: Registry) -> None:
    """Add the places that the infobox calls a country or a region, whatever the tables know."""
    tokens = lattice.tokens
    for name, kind in registry.places.items():
        words = tokenise(name).words
        for at, word in enumerate(tokens.words):
            if word != words[0] or tokens.words[at : at + len(words)] != words:
                continue
            end = at + len(words)
            if end < len(tokens) and tokens.words[end][:1].isupper():
                continue
            entity = Entity(name, Kind.PLACE)
            # What the infobox calls a country is none of another one's regions here.
            other = {"country": "region", "region": "country"}[kind]
            for start in range(max(0, at - 1), at + 1):
                lattice.edges[start][:] = [
                    edge for edge in lattice.edges[start] if (edge.kind, edge.end) != (other, end)
                ]
            for sort in ("territory", "place", kind):
                lattice.add(Mention(sort, at, end, name, entity))


# --------------------------------------------------------------------------- what is built on names


def _add_quotes(lattice: Lattice) -> None:
    """Add what stands in quotation marks, and in italics, as a title or wording."""
    tokens = lattice.tokens
    opened = -1
    for at, word in enumerate(tokens.words):
        if word in ('"', "“", "”"):
            if opened >= 0 and at - opened > 1:
                lattice.add(Mention("quoted", opened, at + 1, tokens.show(opened + 1, at).rstrip(",.")))
                opened = -1
            elif word != "”":
                opened = at


def _join_quotes(lattice: Lattice, registry: Registry) -> None:
    """Let the name of another body go on in the quotation marks behind it: "the Azurian Union “Homeland”"."""
    tokens = lattice.tokens
    for quote in [edge for edges in lattice.edges for edge in edges if edge.kind == "quoted"]:
        words = tokens.words[quote.start + 1 : quote.end - 1]
        if tokens.words[quote.start] not in ('"', "“") or len(words) > LONGEST_QUOTE or not words[0][0].isupper():
            continue
        for edges in lattice.edges[max(0, quote.start - newnames.OPENING) : quote.start]:
            for edge in [edge for edge in edges if edge.end == quote.start and edge.kind in ("party", "organisation")]:
                if edge.items or edge.entity is None or edge.entity == registry.subject or len(edge.name.split()) < 2:
                    continue
                name = tokens.show(edge.start, quote.end)
                entity = registry.find(name) or Entity(name, edge.entity.kind)
                lattice.add(Mention(edge.kind, edge.start, quote.end, name, entity))


def _add_quoted_name(lattice: Lattice, registry: Registry) -> None:
    """Let the party's own name begin and end at its quotation marks: "Ann Lee founded the “Blue Party” in 1990"."""
    lower = lattice.tokens.lower
    for quote in [edge for edges in lattice.edges for edge in edges if edge.kind == "quoted"]:
        beside = {*lower[max(0, quote.start - 1) : quote.start], *lower[quote.end : quote.end + 1]}
        if not beside.isdisjoint(lexicon.words("possession")):
            continue  # "the newspaper “Blue Party”", "the “Blue Party” magazine"
        for edge in tuple(lattice.edges[quote.start + 1]):
            if edge.kind == "party" and edge.entity == registry.subject and edge.end == quote.end - 1:
                lattice.add(edge.moved(quote.start, quote.end))


def _add_lines(lattice: Lattice, registry: Registry) -> None:
    """Add ballot lines: a name with "ballot line" or "line" behind it."""
    tokens = lattice.tokens
    if "line" not in lattice.present:
        return
    for at in range(len(tokens)):
        for edge in tuple(lattice.edges[at]):
            if edge.kind not in ("party", "name", "person") or edge.items:
                continue
            end = edge.end
            if end < len(tokens) and tokens.lower[end] in ("'s", "'"):
                end += 1
            width = (
                2
                if tokens.lower[end : end + 2] == ("ballot", "line")
                else 1
                if tokens.lower[end : end + 1] == ("line",)
                else 0
            )
            if width:
                full = registry.find(f"{edge.name} Party")
                national = full is not None and full != registry.subject
                parts = (("full", Mention("party", at, edge.end, full.name, full)),) if full and national else ()
                lattice.add(
                    Mention("line", at, end + width, edge.name, Entity(edge.name, Kind.BALLOT_LINE), parts=parts)
                )


def _add_articles(lattice: Lattice) -> None:
    """Let each name begin at the article before it as well."""
    for at, before in enumerate(lattice.tokens.lower[:-1], 1):
        if before in ("the", "a", "an"):
            for edge in tuple(lattice.edges[at]):
                if edge.kind in WITH_ARTICLE:
                    lattice.add(edge.moved(at - 1, edge.end))
