"""The infobox rules are well formed, and every example of them is true."""

import doctest
from pathlib import Path

import pytest

from partygraph import readers
from partygraph.errors import RuleError
from partygraph.extraction import infobox as extraction
from partygraph.model import Entity, Fact, Kind, Literal, Subject
from partygraph.readers.keys import fold
from partygraph.rules import infobox, labels
from partygraph.rules.lexicon import rows
from partygraph.rules.predicates import predicates, qualifiers
from partygraph.rules.turtle import read_blocks

ONTOLOGY = Path(__file__).parent.parent / "ontology"
EXAMPLES = infobox.examples()


def shown(value: Entity | Literal) -> str:
    if isinstance(value, Entity):
        return value.name
    return value.lexical + ("~" if value.approximate else "")


def written(fact: Fact) -> str:
    pairs = [f"{q.name}={shown(q.value)}" for q in fact.qualifiers]
    return " | ".join([fact.predicate, shown(fact.object), *pairs])


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{e.rule}: {e.lines[0]}" for e in EXAMPLES])
def test_the_example_is_true(example: infobox.Example) -> None:
    article = readers.read("= Example Party =\n\nExample Party\n" + "\n".join(example.lines) + "\n")
    facts, left_out = extraction.read_rows(article, Entity("Example Party", Kind.PARTY))
    stated = [written(fact) for fact in facts if fact.predicate != "name"]
    assert article.subject is not Subject.OTHER
    assert sorted(stated) == sorted(example.facts)
    assert stated or left_out


def test_every_rule_has_keys_in_folded_form_and_an_example() -> None:
    for rule in infobox.rules():
        assert rule.keys and rule.examples, rule.name
        for key in (*rule.keys, *rule.companions):
            assert fold(key)[0] == key, f"{rule.name}: write the key {key!r} as {fold(key)[0]!r}"


def test_no_key_has_two_meanings() -> None:
    keys = [key for rule in infobox.rules() for key in rule.keys]
    assert sorted(keys) == sorted(infobox.by_key())
    assert not set(infobox.by_companion()) & set(keys)


def test_rules_state_known_predicates_and_reasons() -> None:
    reasons = {block.name for block in read_blocks(ONTOLOGY / "reasons.ttl", "rule:Reason")}
    for rule in infobox.rules():
        assert (rule.states in predicates()) != (rule.left_out in reasons), rule.name


def test_remarks_state_known_qualifiers() -> None:
    for row in rows(ONTOLOGY / "remarks.tsv"):
        assert row["qualifier"] in qualifiers() or row["qualifier"] == "claimed"


def test_every_debris_pattern_fits_its_example() -> None:
    for row in rows(ONTOLOGY / "debris.tsv"):
        assert labels.is_debris(row["example"] or "|"), row


def test_debris_spares_names() -> None:
    for name in (
        "Social democracy",
        "Center",
        "Flag Party",
        "Reform",
        "State Party",
        "Size matters",
        "End Poverty Party",
    ):
        assert not labels.is_debris(name)


def test_an_example_needs_an_arrow() -> None:
    with pytest.raises(RuleError, match="=>"):
        infobox.example("infobox:x", "Key: value")


def test_the_documentation_is_true() -> None:
    assert doctest.testmod(infobox).failed == 0
    assert doctest.testmod(labels).failed == 0
