"""Each phrase rule's examples are its tests: all that all rules read from them, row by row, and nothing else."""

import pytest

from partygraph import extraction, readers
from partygraph.errors import RuleError
from partygraph.extraction.prose import finding
from partygraph.extraction.prose.lattice import Lattice
from partygraph.extraction.prose.matching import Matcher
from partygraph.facttable import row
from partygraph.rules import phrases
from partygraph.rules.phrases import Example, Phrase

EXAMPLES = [(phrase, example) for phrase in phrases.phrases() for example in phrase.examples]
COUNTEREXAMPLES = [(phrase, example) for phrase in phrases.phrases() for example in phrase.counterexamples]


def read(example: Example) -> dict[str, list[str]]:
    """The rows that each rule reads from an example."""
    text = f"= {example.title} =\n\n{example.title}\n- Ideology: Blue\n\n{example.text}\n"
    found: dict[str, list[str]] = {}
    article = readers.read(text)
    for fact in extraction.read(article).facts:
        if fact.source == "prose":
            shown = row(fact, article)
            status = shown.status if shown.status != "asserted" else ""
            cells = [shown.subject, shown.predicate, shown.object, shown.qualifiers, status]
            while not cells[-1]:
                cells.pop()
            found.setdefault(fact.rule, []).append(" | ".join(cells))
    return found


def expected(example: Example) -> list[str]:
    rows = []
    for line in example.rows:
        cells = [cell.strip() for cell in line.split("|")]
        while not cells[-1]:
            cells.pop()
        rows.append(" | ".join(cells))
    return rows


UNDERSTOOD = ("topic", "article", "mine", "assembly", "when", "period", "poll", "race-poll", "later-poll", "third-poll")
"""Slots that the sentence fills, whatever the pattern."""


@pytest.mark.parametrize("phrase", phrases.phrases(), ids=lambda phrase: phrase.name)
def test_every_pattern_can_fill_a_statement(phrase: Phrase) -> None:
    for pattern, program in zip(phrase.patterns, phrase.programs, strict=True):
        slots = dict.fromkeys(program.slots) | dict.fromkeys(UNDERSTOOD)
        filled = [one for one in phrase.statements if one.subject.is_given_by(slots) and one.object.is_given_by(slots)]
        assert filled, f"{pattern!r} has no slot for a subject and an object of what {phrase.name} states"


@pytest.mark.parametrize("phrase", phrases.phrases(), ids=lambda phrase: phrase.name)
def test_every_pattern_matches_an_example(phrase: Phrase, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern that nothing shows may be wrong, or of no use, and nobody would know."""
    shown: set[int] = set()
    find = finding.find

    def watched(lattice: Lattice) -> list[finding.Found]:
        matcher = Matcher(lattice)
        shown.update(at for at, program in enumerate(phrase.programs) if at not in shown and matcher.matches(program))
        return find(lattice)

    monkeypatch.setattr(finding, "find", watched)
    for example in phrase.examples:
        read(example)
    assert [pattern for at, pattern in enumerate(phrase.patterns) if at not in shown] == []


def number(items: list[tuple[Phrase, Example]]) -> list[str]:
    return [
        f"{phrase.name}-{phrase.examples.index(e) if e in phrase.examples else at}"
        for at, (phrase, e) in enumerate(items)
    ]


@pytest.mark.parametrize(("phrase", "example"), EXAMPLES, ids=number(EXAMPLES))
def test_example(phrase: Phrase, example: Example) -> None:
    found = read(example)
    assert sorted(line for lines in found.values() for line in lines) == sorted(expected(example)), example.text
    assert phrase.name in found, f"{phrase.name} itself reads nothing from its example"


@pytest.mark.parametrize(("phrase", "example"), COUNTEREXAMPLES, ids=number(COUNTEREXAMPLES))
def test_counterexample(phrase: Phrase, example: Example) -> None:
    assert phrase.name not in read(example), example.text


def test_every_rule_has_a_name_patterns_and_an_example() -> None:
    names = [phrase.name for phrase in phrases.phrases()]
    assert len(set(names)) == len(names)
    for phrase in phrases.phrases():
        assert phrase.patterns and phrase.statements and phrase.examples, phrase.name


def test_a_statement_names_a_predicate_of_the_table() -> None:
    with pytest.raises(RuleError, match="not a statement"):
        phrases.statement("{party} invented {date}")


def test_a_statement_names_qualifiers_of_the_table() -> None:
    with pytest.raises(RuleError, match="unknown qualifier"):
        phrases.statement("{party} founded {date} | mood={date}")
