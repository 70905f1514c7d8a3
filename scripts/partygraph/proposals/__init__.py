"""A proposer: a language model behind an address that the user names, whose every proposal must quote the text.

Nothing here is imported, and no connection made, unless somebody asks for it. What a model proposes is never more
than a candidate, and its rule tells the model and the question: ``proposer:MODEL@HASH``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from partygraph import answercache
from partygraph.endpoints import cache_folder as endpoints_folder
from partygraph.extraction.prose.citations import is_reference_list
from partygraph.extraction.prose.reading import LONGEST
from partygraph.model import Article, Entity, Extraction, Fact, LeftOut, Sentence, Subject, written
from partygraph.proposals import questions
from partygraph.proposals.chat import Chat
from partygraph.proposals.verification import Passage, proposed, verify

__all__ = ["Chat", "Proposer", "cache_folder"]

LONGEST_PASSAGE = 3000
"""Characters: longer paragraphs are cut between sentences."""


def cache_folder() -> Path:
    """Return where answers are kept for a user: ``$XDG_CACHE_HOME/partygraph/proposals``."""
    return endpoints_folder().with_name("proposals")


@dataclass(frozen=True, slots=True)
class Proposer:
    """A model to ask, and where its answers are kept (None: nowhere); ``told`` hears whom we speak to."""

    chat: Chat
    cache: Path | None = None
    told: Callable[[str], None] = lambda _: None

    @property
    def rule(self) -> str:
        """The name under which its proposals stand."""
        return f"proposer:{self.chat.model}@{questions.digest()}"

    def __call__(self, extraction: Extraction) -> Extraction:
        """Return an extraction with what the model proposes beyond it, as candidates.

        Raises:
            RemoteError: the server gave no whole answer; what was answered before is kept.
            UsageError: the variable with the key is not set.
        """
        article = extraction.article
        if article.subject is Subject.OTHER:
            return extraction
        names = _names(extraction)
        new: list[Fact] = []
        left: list[LeftOut] = []
        known = {_key(fact) for fact in extraction.facts}
        for passage in _passages(article):
            for one in self._read(passage, names):
                if isinstance(one, LeftOut):
                    left.append(one)
                elif _key(one) not in known:
                    known.add(_key(one))
                    new.append(one)
        facts = sorted([*extraction.facts, *new], key=lambda fact: (fact.evidence[0].span, fact.predicate))
        spans = [fact.evidence[0].span for fact in new]
        kept = [
            record
            for record in extraction.left_out
            if record.reason != "no-pattern" or not any(record.evidence.span.overlaps(span) for span in spans)
        ]
        ordered = sorted([*kept, *left], key=lambda record: record.evidence.span)
        return replace(extraction, facts=tuple(facts), left_out=tuple(ordered))

    def _read(self, passage: Passage, names: dict[str, Entity]) -> Iterator[Fact | LeftOut]:
        answer = self._answer(passage)
        proposals = proposed(answer)
        if proposals is None:
            yield LeftOut(
                passage.evidence, "proposal-not-read", f"{len(answer)} characters that are no answer", self.rule
            )
            return
        yield from verify(passage, names, proposals, self.rule)

    def _answer(self, passage: Passage) -> str:
        place = self._place(passage)
        known = _cached(place)
        if known is not None:
            return known
        title, chat = passage.article.title, self.chat
        self.told(f"sending {len(passage.text)} characters of {title} to {chat.model} at {chat.host}")
        answer = chat.ask(questions.request(chat.model, title, passage.text))
        if place is not None and proposed(answer) is not None:
            answercache.keep(place, answer.encode("utf-8", "replace"))
        return answer

    def _place(self, passage: Passage) -> Path | None:
        if self.cache is None:
            return None
        asked = (self.chat.model, questions.digest(), passage.article.title, passage.text)
        digest = hashlib.sha256("\0".join(asked).encode()).hexdigest()
        return self.cache / digest[:2] / f"{digest}.answer"


def _passages(article: Article) -> Iterator[Passage]:
    for section in article.sections:
        if is_reference_list(section):
            continue
        readable = [one for one in section.sentences if 0 < len(one.view.text.strip()) <= LONGEST]
        for _, paragraph in groupby(readable, key=lambda sentence: sentence.place[:2]):
            held: list[Sentence] = []
            for sentence in paragraph:
                if held and sum(len(one.view.text) + 1 for one in (*held, sentence)) > LONGEST_PASSAGE:
                    yield Passage(article, tuple(held))
                    held = []
                held.append(sentence)
            yield Passage(article, tuple(held))


def _names(extraction: Extraction) -> dict[str, Entity]:
    """Return the entities that the extraction knows, by name; what the text itself calls an alias comes first."""
    names = dict(extraction.aliases)
    for fact in extraction.facts:
        for entity in (fact.subject, fact.object):
            if isinstance(entity, Entity):
                names.setdefault(entity.name, entity)
    return names


def _key(fact: Fact) -> tuple[str, str, str]:
    return (fact.subject.name, fact.predicate, written(fact.object))


def _cached(place: Path | None) -> str | None:
    body = answercache.kept(place) if place else None
    return None if body is None else body.decode("utf-8", "replace")
