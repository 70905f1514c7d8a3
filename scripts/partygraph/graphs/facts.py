"""Writes the facts graph: plain triples for newcomers, nodes for what has its own numbers, dates or limits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from partygraph.formats.namespaces import RDF, RDFS, expand
from partygraph.formats.terms import Iri, Term, Triple
from partygraph.graphs import concepts, elections, terms
from partygraph.graphs.kinds import kinds
from partygraph.graphs.names import Mention, Names
from partygraph.graphs.nodes import Named
from partygraph.graphs.plans import Cell, Draft, Plan, Relation
from partygraph.model import Datatype, Entity, Kind, Literal

TYPE, LABEL = Iri(RDF + "type"), Iri(RDFS + "label")
TIME = {
    Datatype.YEAR: "time:inXSDgYear",
    Datatype.YEAR_MONTH: "time:inXSDgYearMonth",
    Datatype.DATE: "time:inXSDDate",
}
ADDRESS = "schema:PostalAddress"
WEB_PAGES = frozenset(("foaf:homepage",))
"""Properties whose value is a web page, and so an IRI."""


@cache
def prop(name: str) -> Iri:
    """Return the IRI of a prefixed name of the project's tables."""
    return terms.iri(expand(name))


class Writer:
    """Turns the parts of plans into triples, with the names of one article."""

    def __init__(self, names: Names, nodes: Mapping[Draft, Named], lang: str) -> None:
        """Take the IRIs of things and of nodes, and the language of the labels."""
        self.names = names
        self._nodes = nodes
        self._lang = lang

    def node(self, draft: Draft) -> Named:
        """Return the node of a draft."""
        return self._nodes[draft]

    def term(self, cell: Cell, property_name: str = "") -> Term:
        """Return the RDF term of a value."""
        if isinstance(cell, Mention):
            return self.names.iri(cell)
        if isinstance(cell, Draft):
            return self._nodes[cell].iri
        if isinstance(cell, Relation):
            return prop(cell.property)
        return terms.web_address(cell.lexical) if property_name in WEB_PAGES else terms.literal(cell)

    def main(self, plan: Plan) -> Triple:
        """Return the triple that says the fact: the plain one, or the one of its node that leads to the object."""
        subject = self.names.iri(plan.subject)
        if plan.direct or plan.node is None:
            return subject, prop(plan.direct), self.term(plan.object, plan.direct)
        return self._nodes[plan.node].iri, prop(plan.main), self.term(plan.object, plan.main)

    def triples(self, plan: Plan) -> Iterator[Triple]:
        """Yield what a published fact says, without the descriptions of the things it mentions."""
        yield self.main(plan)
        for draft in (plan.node, plan.object):
            if isinstance(draft, Draft):
                yield from self._node_triples(draft)
        for bearer, name, cell in plan.carried:
            yield from self._carried(bearer, name, cell)

    def _node_triples(self, draft: Draft) -> Iterator[Triple]:
        named = self._nodes[draft]
        yield named.iri, TYPE, prop(draft.node_class)
        yield named.iri, LABEL, self.label(named.label)
        for name, cell in draft.rows:
            yield named.iri, prop(name), self.term(cell, name)
            if isinstance(cell, Draft):
                yield from self._node_triples(cell)
        if draft.node_class == ADDRESS:
            yield from self._site(draft, named)

    def _site(self, draft: Draft, address: Named) -> Iterator[Triple]:
        site = terms.iri(address.iri.replace("/postal-address.", "/site."))
        yield site, TYPE, prop("org:Site")
        yield site, LABEL, self.label(address.label.replace("Address of", "Head office of"))
        yield site, prop("org:siteAddress"), address.iri
        for name, cell in draft.rows:
            if name == "party:addressOf" and isinstance(cell, Mention):
                yield self.names.iri(cell), prop("org:hasPrimarySite"), site

    def _carried(self, bearer: Mention, name: str, cell: Cell) -> Iterator[Triple]:
        """Say a qualifier of the thing itself; an election has its date in the terms of OWL-Time, and only one."""
        if bearer.entity.kind is not Kind.ELECTION or not isinstance(cell, Literal):
            yield self.names.iri(bearer), prop(name), self.term(cell, name)
        elif not elections.when(bearer.entity.name) and cell.datatype in TIME:
            yield self.names.iri(bearer), prop(TIME[cell.datatype]), terms.literal(cell)

    def label(self, text: str) -> Term:
        """Return a label in the language of the article."""
        return terms.text(text, self._lang)

    def descriptions(self, mentions: Iterable[Mention]) -> Iterator[Triple]:
        """Yield type, label and identity of each thing that is mentioned."""
        by_iri: dict[Iri, list[Mention]] = defaultdict(list)
        for mention in mentions:
            by_iri[self.names.iri(mention)].append(mention)
        for iri, found in by_iri.items():
            yield from self._description(iri, found)

    def _description(self, iri: Iri, mentions: list[Mention]) -> Iterator[Triple]:
        if concept := concepts.known(iri) if mentions[0].scheme else None:
            yield from _shipped(iri, concept)
            return
        yield iri, LABEL, self.label(self.names.label(mentions[0]))
        for kind in {mention.entity.kind for mention in mentions}:
            for name in kinds()[kind].classes:
                yield iri, TYPE, prop(name)
        for scheme in {mention.scheme for mention in mentions if mention.scheme}:
            yield iri, prop("skos:inScheme"), terms.iri(concepts.scheme_iri(scheme))
        for entity in {mention.entity for mention in mentions}:
            yield from _identity(iri, entity)
            if entity.kind is Kind.ELECTION:
                yield from _election(iri, entity.name)


def _shipped(iri: Iri, concept: concepts.Concept) -> Iterator[Triple]:
    yield iri, TYPE, prop("skos:Concept")
    yield iri, LABEL, terms.text(concept.label, "en")
    yield iri, prop("skos:inScheme"), terms.iri(concept.scheme)
    for match in concept.matches:
        yield iri, prop("skos:exactMatch"), terms.iri(match)


def _identity(iri: Iri, entity: Entity) -> Iterator[Triple]:
    if entity.qid and entity.kind is not Kind.BALLOT_LINE:
        name = "skos:exactMatch" if entity.kind is Kind.CONCEPT else "owl:sameAs"
        yield iri, prop(name), prop(f"wd:{entity.qid}")


def _election(iri: Iri, name: str) -> Iterator[Triple]:
    if date := elections.when(name):
        yield iri, prop(TIME[date.datatype]), terms.literal(date)
    if kind := elections.type_of(name):
        yield iri, prop("party:electionType"), terms.text(kind)
