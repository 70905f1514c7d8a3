import linearity
import pytest

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match, Matcher
from partygraph.extraction.prose.tokens import tokenise
from partygraph.rules.programs import Program, compile_pattern


def lattice(text: str, **mentions: str) -> Lattice:
    """A lattice in which each keyword argument is a kind with the words that it covers."""
    made = Lattice.over(tokenise(text))
    for kind, words in mentions.items():
        start = text.index(words)
        first, last = made.tokens.between(start, start + len(words))
        made.add(Mention(kind, first, last, words))
    return made


def matches(program: Program, made: Lattice) -> list[Match]:
    return Matcher(made).matches(program)


def test_slots_and_words() -> None:
    made = lattice("The League won 5 seats", party="The League", number="5")
    (match,) = matches(compile_pattern("{party} won {number} [of them] seats", {}), made)
    assert (match.start, match.end) == (0, 5)
    assert [(slot, mention.name) for slot, mention in match.slots] == [("party", "The League"), ("number", "5")]


def test_a_bracket_may_be_passed_over_and_a_negation_not() -> None:
    made = lattice("It (they say) won 5", number="5")
    made.skips[1].append(5)
    assert matches(compile_pattern("it won {number}", {}), made)
    assert not matches(compile_pattern("it won {number}", {}), lattice("It never won 5", number="5"))


def test_a_mention_of_no_width() -> None:
    made = lattice("won 5 and lost 3", number="5")
    made.add(Mention("party", 3, 3, "League"))
    (match,) = matches(compile_pattern("{party} lost 3", {}), made)
    assert (match.start, match.end) == (3, 5)


def test_a_word_understood() -> None:
    made = lattice("and dissolved in 1999", date="1999")
    made.add(Mention("party", 1, 1, "League"))
    made.imply(1, frozenset({"was"}))
    assert matches(compile_pattern("{party} was dissolved in {date}", {}), made)


def test_matches_do_not_overlap() -> None:
    made = lattice("a a a a")
    assert [(match.start, match.end) for match in matches(compile_pattern("a a", {}), made)] == [(0, 2), (2, 4)]


def test_how_far_a_pattern_came() -> None:
    attempt = Matcher(lattice("It won few seats")).nearest(compile_pattern("it (won|took) many seats", {}))
    assert attempt is not None
    assert (attempt.start, attempt.reached, attempt.parts, attempt.wanted) == (0, 2, 2, "many")


def test_a_pattern_that_matches_or_never_begins_has_no_nearest() -> None:
    matcher = Matcher(lattice("It won few seats"))
    assert matcher.nearest(compile_pattern("it won few", {})) is None
    assert matcher.nearest(compile_pattern("they won few", {})) is None


def test_what_a_pattern_still_wanted_where_some_of_it_may_be_left_out() -> None:
    attempt = Matcher(lattice("It won of late")).nearest(compile_pattern("it won [only] [about] {number} seats", {}))
    assert attempt is not None
    assert (attempt.reached, attempt.wanted) == (2, "about|only")


def test_of_two_mentions_with_one_end_the_first_is_taken_and_the_longest_of_all() -> None:
    made = lattice("Ann Lee won", person="Ann Lee")
    made.add(Mention("party", 0, 2, "Lee"))
    made.add(Mention("person", 0, 1, "Ann"))
    (match,) = matches(compile_pattern("{who:party|person} [lee] won", {}), made)
    assert [mention.name for _, mention in match.slots] == ["Ann Lee"]


def test_an_end_that_leads_nowhere_is_given_up_for_another() -> None:
    assert matches(compile_pattern("(a b|a) b c", {}), lattice("a b c"))
    assert matches(compile_pattern("[a] [b] a b c", {}), lattice("a b c"))


def test_nothing_is_passed_over_before_something_has_matched() -> None:
    made = lattice("(they say) it won")
    made.skips[0].append(4)
    assert [match.start for match in matches(compile_pattern("it won", {}), made)] == [4]
    assert [match.start for match in matches(compile_pattern("[he] it won", {}), made)] == [4]


@pytest.mark.parametrize(
    "pattern", ["[a] [a] [a] [a] [a] [a] [a] [a] [a] [a] [a] [a] b", "(a|a a|a a a) (a|a a) (a|a a a) c"]
)
def test_no_pattern_hangs(pattern: str) -> None:
    program = compile_pattern(pattern, {})

    def fail_everywhere(text: str) -> None:
        made = lattice(text)
        made.present |= {"b", "c"}
        assert matches(program, made) == []

    linearity.holds(fail_everywhere, "a ", 2_000)


def test_what_a_pattern_needs_is_asked_first() -> None:
    assert matches(compile_pattern("[a] [a] b", {}), lattice("a " * 20)) == []
