import pytest

from partygraph.errors import RuleError
from partygraph.rules.programs import compile_pattern, first, opening, sort_choice


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


def test_many_wordings_are_one_look_at_a_word() -> None:
    _, choice, _ = compile_pattern("{party} (is a|is the|was a|joined|{date}|left the) {body}", {}).parts
    known = sort_choice(choice)
    assert known.worded.keys() == {"is", "was", "joined", "left"}
    assert first(known.worded["is"]).names == {"a", "the"}
    assert [part.parts[0].op for part in known.others] == ["slot"]


def test_single_words_are_one_set() -> None:
    _, choice = compile_pattern("{party} (won|took)", {}).parts
    assert sort_choice(choice).single == {"won", "took"}


def test_parts_that_are_alike_are_one() -> None:
    """So that what one pattern has found out at a token is known for the others."""
    classes = {"in": ("in", "during", "early in")}
    one = compile_pattern("{party} was founded [$in {date}]", classes)
    other = compile_pattern("{party} arose [$in {date}] in {place}", dict(classes))
    assert one.parts[3] is other.parts[2]
    assert one.parts[0] is other.parts[0]


@pytest.mark.parametrize("pattern", ["{party} (won", "{party} won]", "{party} $nobody", "[won]"])
def test_a_bad_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(RuleError):
        compile_pattern(pattern, {})


def test_what_a_part_can_begin_with() -> None:
    option, rest = compile_pattern("[in {date}] ([the] {party}|they)", {}).parts
    assert first(option) == (frozenset({"in"}), True)
    assert first(rest) == (frozenset({"the", "{party}", "they"}), False)
    assert opening((option, rest)) == {"in", "the", "{party}", "they"}


def test_what_can_stand_behind_an_opener() -> None:
    program = compile_pattern("{party} [formerly] (was (founded|formed)|won) {date}", {})
    assert program.seconds == {"{party}": frozenset({"formerly", "was founded", "was formed", "won"})}
    assert compile_pattern("{party} [in {date}]", {}).seconds == {"{party}": None}


def test_the_slots_of_a_pattern() -> None:
    assert compile_pattern("{party} (in {when:date}|won {seats:number})", {}).slots == {"party", "when", "seats"}
