"""Decides which mentions of one article are one thing, and gives each thing its IRI.

Two mentions are one only by the same link target, the same Wikidata ID, or, within the article, the same name or a
stated alias in the same family of kinds. What has no page of its own gets an IRI below the article's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from partygraph.formats.terms import Iri
from partygraph.graphs import concepts, iris, terms
from partygraph.graphs.kinds import kinds
from partygraph.model import Article, Entity, Kind

NOT_THE_PAGE = frozenset((Kind.BALLOT_LINE, Kind.CONCEPT, Kind.WORK, Kind.ARTICLE))
"""Kinds of things that are never what a page of their name is about: a ballot line is not its party."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity, and for a concept the short name of the scheme that it is looked for in.

    ``other_than`` is the subject of the statement that has the entity as its object: nothing is related to itself, so
    where the name alone would make them one (a party named like the one that it left), they are two.
    """

    entity: Entity
    scheme: str = ""
    other_than: Entity | None = None


class Names:
    """The IRIs of all things that one article mentions."""

    def __init__(
        self, article: Article, aliases: Iterable[tuple[str, Entity]], mentions: Iterable[Mention], base: str
    ) -> None:
        """Look at all mentions at once: whether a name needs a hash depends on the others."""
        self.slug = iris.slug(article.title)
        self.subject = terms.iri(f"{base}id/{self.slug}")
        self.article = terms.iri(f"{base}graph/{self.slug}#article")
        self.below = f"{base}id/{self.slug}/"
        self._entities = f"{base}id/"
        self._found: dict[Mention, Iri] = {}
        self._shown_title = article.title
        self._title = iris.page_title(article.title)
        self._aliases = {(_family(target), alias): target for alias, target in aliases if alias != target.name}
        found = sorted(set(mentions), key=repr)
        self._twins = self._by_qid(found)
        self._local = self._local_slugs(found)

    def iri(self, mention: Mention) -> Iri:
        """Return the IRI of the thing that is mentioned."""
        found = self._found.get(mention)
        if found is None:
            found = self._found[mention] = self._find(mention)
        return found

    def _find(self, mention: Mention) -> Iri:
        entity = mention.entity
        if mention.scheme and (concept := concepts.find(entity, mention.scheme)):
            return terms.iri(concept.iri)
        if self._is_namesake(mention):
            return terms.iri(self.below + self._local[_family(entity), entity.name])
        named = self._named(entity)
        if named is None and entity.qid:
            named = self._twins.get((_family(entity), entity.qid))
        return named or terms.iri(self.below + self._local[_family(entity), self._known_as(entity).name])

    def label(self, mention: Mention) -> str:
        """Return the name to show for a thing: the article's title for its subject, else the name that is no alias."""
        if self.iri(mention) == self.subject:
            return self._shown_title
        return mention.entity.name if self._is_namesake(mention) else self._known_as(mention.entity).name

    def _named(self, entity: Entity) -> Iri | None:
        """Return the IRI of what has a page of its own: the article's subject, or the target of a link."""
        entity = self._known_as(entity)
        if entity.kind is Kind.ARTICLE and entity.name == f"{self._title} (article)":
            return self.article
        if entity.kind in NOT_THE_PAGE and not (entity.link and entity.kind is not Kind.BALLOT_LINE):
            return None
        if entity.link:
            return terms.iri(self._entities + iris.slug(entity.link))
        return self.subject if iris.page_title(entity.name) == self._title else None

    def _known_as(self, entity: Entity) -> Entity:
        """Follow a stated alias; a mention with a link or with the title is what it says."""
        target = self._aliases.get((_family(entity), entity.name))
        if target is None or entity.link:
            return entity
        return replace(target, qid=entity.qid or target.qid)

    def _is_namesake(self, mention: Mention) -> bool:
        """Tell whether only a name or alias would make an object the same as the subject of its statement."""
        entity, subject = mention.entity, mention.other_than
        if subject is None or entity.link or _family(entity) != _family(subject):
            return False
        known, other = self._known_as(entity), self._known_as(subject)
        if self._named(known) is None and self._named(other) is None:
            return known.name == other.name
        return self._named(known) == self._named(other)

    def _by_qid(self, mentions: Iterable[Mention]) -> Mapping[tuple[str, str], Iri]:
        twins: dict[tuple[str, str], Iri] = {}
        for mention in mentions:
            named = self._named(mention.entity)
            if named and mention.entity.qid:
                twins.setdefault((_family(mention.entity), mention.entity.qid), named)
        return twins

    def _local_slugs(self, mentions: Iterable[Mention]) -> Mapping[tuple[str, str], str]:
        """Give each name without a page its slug; names that would share one get a hash each."""
        wanted: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for mention in mentions:
            known = mention.entity if self._is_namesake(mention) else self._known_as(mention.entity)
            wanted[_readable(known)].add((_family(known), known.name))
        return {
            (family, name): slug
            if len(names) == 1 and slug
            else f"{slug or 'name'}{iris.MARK}{iris.digest(family, name)}"
            for slug, names in wanted.items()
            for family, name in names
        }


def _family(entity: Entity) -> str:
    return kinds()[entity.kind].family


def _readable(entity: Entity) -> str:
    slug = iris.plain_slug(entity.name)[: iris.LONGEST].strip("-_")
    if entity.kind is Kind.BALLOT_LINE and not slug.endswith("ballot-line"):
        return f"{slug}-ballot-line"
    return slug
