"""The second detector, on recorded parses of our own sentences, and with a spaCy pipeline where one is installed.

``python tests/test_detection.py [PIPELINE]`` parses the sentences anew and writes ``parses/dependencies.jsonl``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from partygraph import readers
from partygraph.account import close
from partygraph.detection import Detector, agreement, detector, pipelines, trees
from partygraph.detection.agreement import agree
from partygraph.errors import RuleError, UsageError
from partygraph.extraction import extract
from partygraph.facttable import row
from partygraph.model import Article, Datatype, Entity, Extraction, Fact, Kind, Literal, Qualifier, Status
from partygraph.rules import dependencies
from partygraph.rules.dependencies import Dependency

PARSES = Path(__file__).parent / "parses" / "dependencies.jsonl"
NOTHING = (
    "The Blue Party was not founded in 1990.",
    "The Blue Party may have been founded in 1990.",
    "The Blue Party would merge into the Red Party in 1999.",
    "Ann Lee denied that the party was dissolved in 2012.",
    "Critics claimed that the Blue Party was banned and dissolved in 2012.",
    "If the party won 12 seats in the 2005 general election, Ann Lee would stay.",
    "The Blue Party hoped to win 12 seats in the 2005 general election.",
    "The party was reportedly led by Ann Lee.",
)
LEADER = "Ann Lee was elected to the National Assembly in 1990."
SHE = "She became leader of the party in 2001."
TWO = "Ann Lee met Bo Chan in 1990."
ALONE = "With little noise and much money Ann Lee founded in 1990 the party."
SENTENCES = (*(rule.example for rule in dependencies.dependencies()), *NOTHING, LEADER, SHE, TWO, ALONE)


@dataclass
class Word:
    """A recorded token."""

    i: int
    idx: int
    text: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    at: int
    words: list[Word] = field(repr=False)

    @property
    def lower_(self) -> str:
        return self.text.lower()

    @property
    def head(self) -> Word:
        return self.words[self.at]

    @property
    def children(self) -> list[Word]:
        return [word for word in self.words if word.at == self.i and word.i != self.i]


@dataclass(frozen=True)
class Ent:
    """A recorded named entity."""

    start_char: int
    end_char: int
    label_: str
    text: str


@dataclass
class Recorded:
    """A recorded parse."""

    words: list[Word]
    ents: list[Ent]

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)


class Tape:
    """A pipeline that knows the recorded sentences only."""

    def pipe(self, texts: Iterable[str]) -> Iterator[Recorded]:
        lines = PARSES.read_text(encoding="utf-8").splitlines()
        parses = {record["text"]: record for record in map(json.loads, lines)}
        for text in texts:
            record = parses[text]
            words: list[Word] = []
            for at, (idx, word, lemma, pos, tag, dep, head) in enumerate(record["words"]):
                words.append(Word(at, idx, word, lemma, pos, tag, dep, head, words))
            yield Recorded(words, [Ent(start, end, label, text[start:end]) for start, end, label in record["ents"]])


TAPED = Detector("tape", Tape())


def article(*sentences: str) -> Article:
    return readers.read(f"= Blue Party =\n\nBlue Party\n- Ideology: Blue\n\n{' '.join(sentences)}\n")


def shown(facts: Iterable[Fact]) -> list[str]:
    lines = []
    for fact in facts:
        cells = row(fact, article())
        lines.append(" | ".join(filter(None, [cells.subject, cells.predicate, cells.object, cells.qualifiers])))
    return sorted(lines)


def live() -> Detector:
    try:
        return detector("spacy")
    except UsageError as error:
        pytest.skip(f"no spaCy pipeline: {error}")


@pytest.fixture(scope="module")
def installed() -> Detector:
    return live()


@pytest.mark.parametrize("rule", dependencies.dependencies(), ids=lambda rule: rule.name)
class TestRules:
    def test_it_reads_its_example(self, rule: Dependency) -> None:
        self.check(TAPED, rule)

    @pytest.mark.filterwarnings("ignore")
    def test_it_reads_its_example_with_the_pipeline_that_is_installed(
        self, rule: Dependency, installed: Detector
    ) -> None:
        self.check(installed, rule)

    def check(self, detects: Detector, rule: Dependency) -> None:
        text = article(rule.example)
        found = detects.detect(text)
        assert shown(found) == sorted(rule.reads)
        assert f"spacy:{rule.name}" in {fact.rule for fact in found}
        for fact in found:
            for evidence in fact.evidence:
                assert text.text[evidence.span.start : evidence.span.end] == evidence.quote


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_denied_hoped_or_said_is_not_detected(sentence: str) -> None:
    assert shown(TAPED.detect(article(sentence))) == []


def test_agreement_raises_a_candidate_and_names_both_rules() -> None:
    text = article(LEADER, SHE)
    before = extract(text)
    weak = [fact for fact in before.facts if fact.status is Status.CANDIDATE]
    assert shown(weak) == ["Blue Party | leader | Ann Lee | role=Leader;start=2001"]
    [raised] = [fact for fact in TAPED(before).facts if fact.predicate == "leader"]
    assert raised == replace(weak[0], status=Status.ASSERTED, rule=f"{weak[0].rule}+spacy:is-leader")


def test_a_pronoun_stays_a_candidate_if_the_parser_knows_two_persons() -> None:
    weak = extract(article(LEADER, SHE))
    text = article(TWO, SHE)
    [fact] = [fact for fact in weak.facts if fact.predicate == "leader"]
    assert not any(agree(fact, other) for other in TAPED.detect(text))


def test_agreement_on_an_asserted_fact_is_noted() -> None:
    rules = {fact.rule for fact in TAPED(extract(article("The Blue Party was founded in 1990."))).facts}
    assert "party-was-founded+spacy:founded" in rules


def test_what_only_the_parser_finds_is_a_candidate_and_no_longer_left_out() -> None:
    before = extract(article(ALONE))
    assert [record.reason for record in before.left_out] == ["no-pattern"]
    after = TAPED(before)
    new = [fact for fact in after.facts if fact.rule.startswith("spacy:")]
    assert shown(new) == ["Blue Party | founded | 1990", "Blue Party | founder | Ann Lee"]
    assert {fact.status for fact in new} == {Status.CANDIDATE}
    assert after.left_out == ()
    assert not close(after).missing


def test_a_list_may_be_longer_than_the_stack() -> None:
    class Linked(Word):
        @property
        def children(self) -> list[Word]:
            return self.words[self.i + 1 : self.i + 2]

    words: list[Word] = []
    words += [Linked(at, 2 * at, "A", "A", "PROPN", "NNP", "conj", max(at - 1, 0), words) for at in range(5000)]
    assert sum(1 for _ in trees.coordinated(words[0])) == 4999


def fact(value: str, **qualifiers: str) -> Fact:
    said = article("The Blue Party was founded in 1990.")
    evidence = said.evidence(said.sentences()[0].span)
    pairs = tuple(Qualifier(name, Literal(given)) for name, given in qualifiers.items())
    party = Entity("Blue Party", Kind.PARTY)
    return Fact(party, "founded", Literal(value, Datatype.YEAR), "prose", (evidence,), "by-hand", pairs)


def extraction(*facts: Fact) -> Extraction:
    return Extraction(article("The Blue Party was founded in 1990."), facts, ())


@pytest.mark.parametrize("status", [Status.CLAIM, Status.INFERRED])
def test_agreement_leaves_claims_and_inferences_alone(status: Status) -> None:
    said = replace(fact("1990"), status=status)
    assert agreement(extraction(said), [replace(fact("1990"), rule="spacy:founded")]).facts == (said,)


def test_no_agreement_where_a_qualifier_differs_and_no_second_row_for_it() -> None:
    said = replace(fact("1990", place="Oslo"), status=Status.CANDIDATE)
    other = replace(fact("1990", place="Bergen"), rule="spacy:founded")
    assert agreement(extraction(said), [other]).facts == (said,)


def test_another_object_is_a_candidate_beside_it() -> None:
    after = agreement(extraction(fact("1990")), [replace(fact("1991"), rule="spacy:founded")])
    assert [(one.rule, one.status) for one in after.facts] == [
        ("by-hand", Status.ASSERTED),
        ("spacy:founded", Status.CANDIDATE),
    ]


def test_an_article_about_something_else_is_not_parsed() -> None:
    assert TAPED.detect(replace(article("Never parsed."), subject=readers.read("= X =\n\ntext\n").subject.OTHER)) == ()


def test_the_detector_is_named() -> None:
    with pytest.raises(UsageError, match="no detector 'oracle'"):
        detector("oracle")


def test_without_spacy_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError, match="python -m spacy download"):
        detector("spacy")


def test_the_best_pipeline_is_chosen() -> None:
    names = ["xx_ent_wiki_sm", "en_core_web_sm_copy", "en_core_web_sm"]
    assert pipelines.best(names) == "en_core_web_sm"
    assert pipelines.best([*names, "en_core_web_trf", "en_core_web_lg"]) == "en_core_web_trf"
    assert pipelines.best(["de_core_news_sm"]) == ""


@pytest.mark.parametrize("text", ["party", "party:party", "party:party=prep(in", "party:party=a//b"])
def test_a_slot_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(RuleError):
        dependencies.slot(text)


def test_each_rule_has_a_name_and_an_example_of_its_own() -> None:
    rules = dependencies.dependencies()
    assert len({rule.name for rule in rules}) == len(rules) == len({rule.example for rule in rules})


def record(name: str) -> None:
    """Parse the sentences with an installed pipeline, and keep the parses."""
    _, pipeline = pipelines.load(name)
    lines = []
    for text, parse in zip(SENTENCES, pipeline.pipe(SENTENCES), strict=True):
        words = [[w.idx, w.text, w.lemma_, w.pos_, w.tag_, w.dep_, w.head.i] for w in parse]
        ents = [[ent.start_char, ent.end_char, ent.label_] for ent in parse.ents]
        lines.append(json.dumps({"text": text, "words": words, "ents": ents}, ensure_ascii=False) + "\n")
    PARSES.parent.mkdir(exist_ok=True)
    PARSES.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    record(sys.argv[1] if len(sys.argv) > 1 else "")
