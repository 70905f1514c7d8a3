"""Walks the dependency tree of a parsed sentence: who does it, to whom it is done, and where a path leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from partygraph.rules.dependencies import Dependency, Step

RELATIVES = frozenset({"who", "which", "that"})
OPEN_HEADS = frozenset({"ccomp", "csubj", "xcomp", "pcomp"})
"""Clauses whose truth hangs on the verb above them ("hoped to win", "denied that it won")."""
CONDITIONS = frozenset({"if", "whether", "unless"})
COORDINATED = frozenset({"PROPN", "NOUN", "NUM", "SYM"})
LONGEST_CHAIN = 40


class Token(Protocol):
    """What is needed of a word of a parsed sentence; a token of spaCy is one."""

    @property
    def i(self) -> int:
        """Its number."""

    @property
    def idx(self) -> int:
        """Where it starts in the text."""

    @property
    def text(self) -> str:
        """The word as written."""

    @property
    def lower_(self) -> str:
        """The word in lower case."""

    @property
    def lemma_(self) -> str:
        """Its lemma."""

    @property
    def pos_(self) -> str:
        """Its universal part of speech."""

    @property
    def tag_(self) -> str:
        """Its fine-grained part of speech (Penn Treebank)."""

    @property
    def dep_(self) -> str:
        """The dependency on its head."""

    @property
    def head(self) -> Token:
        """Its head; that of a root is itself."""

    @property
    def children(self) -> Iterable[Token]:
        """The words that hang on it, in order."""


class Name(Protocol):
    """What is needed of a named entity."""

    @property
    def start_char(self) -> int:
        """Where it starts in the text."""

    @property
    def end_char(self) -> int:
        """Where it ends."""

    @property
    def label_(self) -> str:
        """Its type, as in OntoNotes."""

    @property
    def text(self) -> str:
        """The name as written."""


class Parse(Protocol):
    """What is needed of a parsed text; a document of spaCy is one."""

    @property
    def ents(self) -> Sequence[Name]:
        """The named entities."""

    def __iter__(self) -> Iterator[Token]:
        """Go through the words."""


def anchors(rule: Dependency, parse: Parse) -> Iterator[Token]:
    """Yield the words at which a rule can stand, without those that are denied, hoped for or conditional."""
    for token in parse:
        if token.pos_ in rule.parts_of_speech and has_lemma(token, rule.lemmas) and is_plain(token):
            yield token


def has_lemma(token: Token, lemmas: frozenset[str]) -> bool:
    """Tell whether a word is a form of one of the lemmas (or is written like one: lemmatisers err)."""
    return token.lemma_.lower() in lemmas or token.lower_ in lemmas


def is_plain(token: Token) -> bool:
    """Tell whether the clause of a verb or noun is stated as it is, as far as the tree shows.

    A negation, a modal verb, a condition, or a clause that another verb takes as its content makes it something else.
    """
    at = token
    for _ in range(LONGEST_CHAIN):
        for child in at.children:
            if child.dep_ == "neg" or child.tag_ == "MD" or (child.dep_ == "mark" and child.lower_ in CONDITIONS):
                return False
        if at.dep_ in OPEN_HEADS:
            return False
        if at.head.i == at.i or at.dep_ in ("relcl", "acl"):
            return True
        at = at.head
    return False


def follow(token: Token, path: Sequence[Step]) -> list[Token]:
    """Return the words that a path leads to, with those that are coordinated with them."""
    found = [token]
    for step in path:
        found = [target for source in found for target in _take(source, step)]
    return found


def _take(token: Token, step: Step) -> list[Token]:
    if step.dependency == "subject":
        found = _subject(token)
    elif step.dependency == "patient":
        found = _patient(token)
    else:
        found = [child for child in token.children if child.dep_ == step.dependency]
    every = [one for first in found for one in (first, *coordinated(first))]
    return [one for one in every if not step.lemmas or has_lemma(one, step.lemmas)]


def coordinated(token: Token) -> Iterator[Token]:
    """Yield the words that stand beside a word ("A, B and C"), from left to right."""
    # Parsers hang each member of a list on the one before it: no recursion, lists can be long.
    todo = [token]
    while todo:
        at = todo.pop()
        if at is not token:
            yield at
        members = [c for c in at.children if c.dep_ in ("conj", "appos") and c.pos_ in COORDINATED]
        todo += reversed(members)


def _subject(token: Token) -> list[Token]:
    """Return who does it: its own subject, else that of the verb that it is coordinated with."""
    if _is_passive(token):
        return []
    return _bearer(token, "nsubj")


def _patient(token: Token) -> list[Token]:
    """Return to whom it is done: the subject of a passive, the noun before a participle."""
    if token.dep_ == "acl" and token.tag_ == "VBN":
        return [token.head]
    return _bearer(token, "nsubjpass") if _is_passive(token) else []


def _bearer(token: Token, dependency: str) -> list[Token]:
    at = token
    for _ in range(LONGEST_CHAIN):
        own = [child for child in at.children if child.dep_ in ("nsubj", "nsubjpass")]
        if own:
            if at is token and own[0].dep_ != dependency:
                return []
            return [at.head] if at.dep_ == "relcl" and own[0].lower_ in RELATIVES else own[:1]
        if at.dep_ != "conj" or at.head.pos_ not in ("VERB", "AUX"):
            return []
        at = at.head
    return []


def _is_passive(token: Token) -> bool:
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children):
        return True
    if any(child.dep_ in ("aux", "nsubj") for child in token.children):
        return False
    return token.dep_ == "conj" and token.tag_ == "VBN" and _is_passive(token.head)
