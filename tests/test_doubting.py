"""A question is asked about the facts that it concerns, and tells what is open in its own words."""

from __future__ import annotations

from partygraph.extraction.prose.doubts.doubting import Check, asked_of, each_named
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.matching import Match
from partygraph.model import Fact

NAMED = (("person", "Ann Lee"), ("person", "Bo Chan"), ("date", "1990"))


def opens(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether an office opens the next clause: "its leader, Ann Lee".

    More is told below.
    """
    return True


def ends(lattice: Lattice, match: Match, fact: Fact) -> bool:
    """Tell whether a clause ends there."""
    return False


def test_what_is_open_is_said_in_the_words_of_the_question() -> None:
    assert Check(opens).matter == "an office opens the next clause"
    assert Check(ends).matter == "a clause ends there"


def test_several_questions_are_asked_about_the_same_predicates() -> None:
    first, second = asked_of(("leader", "founder"), opens, ends)
    assert (first.question, second.question) == (opens, ends)
    assert first.predicates == second.predicates == {"leader", "founder"}
    assert Check(opens).predicates == frozenset()


def test_each_member_of_a_list_is_named_by_itself() -> None:
    ann, bo, date = (Mention(kind, at, at + 1, name) for at, (kind, name) in enumerate(NAMED))
    both = Mention("person", 0, 2, "Ann Lee, Bo Chan", items=(ann, bo))
    assert each_named(Match(0, 3, (("founder", both), ("date", date)))) == [ann, bo, date]
