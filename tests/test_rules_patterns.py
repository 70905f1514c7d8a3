import pytest

from partygraph.errors import RuleError
from partygraph.rules.patterns import compile_pattern, parse


def test_what_a_pattern_needs() -> None:
    program = compile_pattern("{party} (won|took) [only] {number} seats", {})
    assert program.needs == (
        frozenset({"{party}"}),
        frozenset({"won", "took"}),
        frozenset({"{number}"}),
        frozenset({"seats"}),
    )


def test_what_a_pattern_can_begin_with() -> None:
    assert compile_pattern("[in {date}] {own:party|organisation} won", {}).openers == {
        "in",
        "{party}",
        "{organisation}",
    }


def test_the_verbs_behind_the_first_slot_and_its_auxiliary() -> None:
    assert compile_pattern("{party} (was|had been) [never] founded", {}).verbs >= {"was", "had", "founded"}


def test_word_classes_may_hold_patterns() -> None:
    program = compile_pattern("{party} $was founded", {"was": ("was", "has been", "is {adverb}")})
    assert frozenset({"was", "been", "is"}) in program.needs


def test_many_wordings_are_one_step() -> None:
    steps = compile_pattern("{party} (is a|is the|was a|joined|left the) {body}", {}).steps
    assert sum(step.op == "switch" for step in steps) == 1
    assert sum(step.op == "split" for step in steps) == 0


@pytest.mark.parametrize("pattern", ["{party} (won", "{party} won]", "{party} $nobody", "[won]"])
def test_a_bad_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(RuleError):
        compile_pattern(pattern, {})


def test_a_bracket_of_the_text() -> None:
    assert [part.word for part in parse(r"\( up \)", {}).parts] == ["(", "up", ")"]


def test_a_class_may_use_another_and_is_parsed_anew_where_that_is_another() -> None:
    classes = {"won": ("won", "$got it"), "got": ("got", "took"), "unused": ("x",)}
    assert parse("$won", classes) == parse("(won|(got|took) it)", {})
    assert parse("$won", {**classes, "got": ("gained", "seized")}) == parse("(won|(gained|seized) it)", {})
    with pytest.raises(RuleError, match=r"\$got"):
        parse("$won", {"won": ("$got it",)})
