import pytest

from partygraph.errors import RuleError
from partygraph.rules.programs import compile_pattern


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


def test_what_stands_behind_a_word_is_made_when_it_is_asked_for() -> None:
    program = compile_pattern("{party} (is a|is the|was a|joined|left the) {body}", {})
    switch = next(at for at, step in enumerate(program.steps) if step.op == "switch")
    before = len(program.steps)
    (joined,) = program.way(switch, "joined")
    assert program.steps[joined].op == "slot"
    (behind,) = program.way(switch, "is")
    assert program.steps[behind].words == {"a", "the"}
    assert len(program.steps) > before
    made = len(program.steps)
    assert program.way(switch, "is") == (behind,)
    assert len(program.steps) == made


def test_what_can_stand_behind_an_opener() -> None:
    program = compile_pattern("{party} [formerly] (was (founded|formed)|won) {date}", {})
    assert program.seconds == {"{party}": frozenset({"formerly", "was founded", "was formed", "won"})}
    assert compile_pattern("{party} [in {date}]", {}).seconds == {"{party}": None}


def test_the_slots_of_a_pattern() -> None:
    assert compile_pattern("{party} (in {when:date}|won {seats:number})", {}).slots == {"party", "when", "seats"}
