"""Takes from a model's answer what the text itself bears out: each part of a proposal must stand in its quote."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from partygraph.extraction.prose.slotvalues import ENTITY_RANGES
from partygraph.model import (
    Article,
    Datatype,
    Entity,
    Evidence,
    Fact,
    Kind,
    LeftOut,
    Literal,
    Qualifier,
    Sentence,
    Span,
    Status,
)
from partygraph.proposals.questions import READABLE, asked
from partygraph.rules.predicates import qualifiers
from partygraph.values import dates, numbers

SUBJECT_KINDS = {"party": Kind.PARTY, "person": Kind.PERSON, "election": Kind.ELECTION}
BODIES = frozenset({Kind.PARTY, Kind.ORGANISATION})
NAMED = frozenset({Kind.PERSON, Kind.PLACE, *BODIES})
LONGEST_NOTE = 160
MOST_FACTS = 200
"""More than that from one passage is a model that runs in circles."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of one paragraph that are sent together."""

    article: Article
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """What is sent: the readable text."""
        return " ".join(sentence.view.text.strip() for sentence in self.sentences)

    @property
    def evidence(self) -> Evidence:
        """All of its characters in the source."""
        return self.article.evidence(Span(self.sentences[0].span.start, self.sentences[-1].span.end))

    def find(self, quote: str) -> tuple[str, Evidence] | None:
        """Return the readable text and the source of a quote that one sentence has once and no other has."""
        found: list[tuple[Sentence, int]] = []
        for sentence in self.sentences:
            at = sentence.view.text.find(quote)
            while at >= 0 and len(found) < 2:
                found.append((sentence, at))
                at = sentence.view.text.find(quote, at + 1)
        if len(found) != 1 or not quote.strip():
            return None
        sentence, at = found[0]
        return quote, self.article.evidence(sentence.view.span(at, at + len(quote)))


class UnfoundedError(Exception):
    """A proposal that its quote does not bear out; the message says which part."""


def proposed(answer: str) -> list[Mapping[str, Any]] | None:
    """Return the proposals of an answer; None if it has not the form of one."""
    try:
        facts = json.loads(answer)["facts"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    if not isinstance(facts, list) or not all(isinstance(fact, dict) for fact in facts):
        return None
    return facts[:MOST_FACTS]


def verify(
    passage: Passage, names: Mapping[str, Entity], proposals: Sequence[Mapping[str, Any]], rule: str
) -> Iterator[Fact | LeftOut]:
    """Yield a candidate for each proposal that holds, and a left-out record for each that does not.

    ``names`` are the entities that the extraction knows, by the names that the text has for them.
    """
    for proposal in proposals:
        quote = proposal.get("quote")
        found = passage.find(quote) if isinstance(quote, str) else None
        if found is None:
            yield LeftOut(passage.evidence, "quote-not-found", _note(proposal), rule)
            continue
        try:
            yield _fact(found, names, proposal, rule)
        except UnfoundedError as error:
            yield LeftOut(found[1], "proposal-unfounded", f"{error}: {_note(proposal)}", rule)


def _fact(found: tuple[str, Evidence], names: Mapping[str, Entity], proposal: Mapping[str, Any], rule: str) -> Fact:
    text, evidence = found
    name = proposal.get("predicate")
    if not isinstance(name, str) or name not in asked():
        raise UnfoundedError("no predicate of ours")
    predicate = asked()[name]
    subject = _subject(str(proposal.get("subject", "")), text, names, SUBJECT_KINDS[predicate.subject_kind])
    value = _value(str(proposal.get("object", "")), predicate.range, text, names)
    pairs = proposal.get("qualifiers", [])
    if not isinstance(pairs, list):
        raise UnfoundedError("qualifiers that are no list")
    marks = tuple(_qualifier(pair, text, names) for pair in pairs)
    if subject == value:
        raise UnfoundedError("subject and object are one")
    return Fact(subject, name, value, "prose", (evidence,), rule, marks, Status.CANDIDATE)


def _qualifier(pair: object, text: str, names: Mapping[str, Entity]) -> Qualifier:
    name = pair.get("name") if isinstance(pair, dict) else None
    term = qualifiers().get(name) if isinstance(name, str) else None
    if term is None or term.range not in READABLE or not isinstance(pair, dict):
        raise UnfoundedError("no qualifier of ours")
    return Qualifier(term.name, _value(str(pair.get("value", "")), term.range, text, names))


def _subject(name: str, text: str, names: Mapping[str, Entity], kind: Kind) -> Entity:
    known = names.get(name)
    if known is not None and known.kind is kind:
        return known
    return Entity(_verbatim(name, text, "subject"), kind)


def _value(given: str, range_: str, text: str, names: Mapping[str, Entity]) -> Entity | Literal:
    if range_ == "Date":
        return _one([d.date.literal() for d in dates.find(text) if d.date is not None], given, "date")
    if range_ in ("Count", "Decimal"):
        unit = Datatype.NON_NEGATIVE if range_ == "Count" else Datatype.DECIMAL
        found = [number.literal() for number in numbers.find(text)]
        return _one([one for one in found if one.datatype is unit], given.removesuffix("%"), "number")
    words = _verbatim(given, text, "value")
    if range_ in ENTITY_RANGES:
        return _entity(words, ENTITY_RANGES[range_], names)
    return Literal(words, Datatype.LANG_STRING, "en") if range_ == "Name" else Literal(words)


def _entity(words: str, kind: Kind, names: Mapping[str, Entity]) -> Entity:
    if kind in NAMED and words == words.lower():
        raise UnfoundedError("the value is no name")
    known = names.get(words)
    if known is None:
        return Entity(words, kind)
    if (known.kind is Kind.PERSON) != (kind is Kind.PERSON):
        raise UnfoundedError(f"the value is the name of a {known.kind.value}")
    return known if known.kind is kind or {known.kind, kind} <= BODIES else Entity(words, kind)


def _one(found: Sequence[Literal], given: str, what: str) -> Literal:
    for literal in found:
        if literal.lexical in (given, f"{given}.0"):
            return literal
    raise UnfoundedError(f"the {what} is not in the quote")


def _verbatim(given: str, text: str, what: str) -> str:
    """Return the quote's own characters for a value: the model may change capitals, and nothing else."""
    words = given.strip()
    at = text.lower().find(words.lower()) if words and len(text.lower()) == len(text) else text.find(words)
    if not words or at < 0:
        raise UnfoundedError(f"the {what} is not in the quote")
    return text[at : at + len(words)]


def _note(proposal: Mapping[str, Any]) -> str:
    shown = " | ".join(str(proposal.get(key, "")) for key in ("subject", "predicate", "object", "quote"))
    plain = "".join(char if char.isprintable() else " " for char in shown)
    return plain[:LONGEST_NOTE]
