"""All readings of a sentence at once: its edges, and the words that reading can go on with."""

from __future__ import annotations

from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.tokens import tokenise


def over(text: str, *mentions: Mention) -> Lattice:
    lattice = Lattice.over(tokenise(text))
    for mention in mentions:
        lattice.add(mention)
    return lattice


SHORT = Mention("party", 1, 2, "Red")
LONG = Mention("party", 1, 3, "Red Party")


def test_a_mention_has_its_parts_and_is_the_same_elsewhere_and_as_another_kind() -> None:
    date = Mention("date", 0, 1, "1990")
    election = Mention("election", 0, 2, "1990 election", parts=(("date", date),), weak=True)
    assert election.part("date") is date and election.part("type") is None
    moved = election.moved(3, 5)
    assert (moved.start, moved.end, moved.part("date"), moved.weak) == (3, 5, date, True)
    known = election.known_as("poll")
    assert (known.kind, known.start, known.end, known.part("date"), known.weak) == ("poll", 0, 2, date, True)


def test_the_longest_of_a_kind_comes_first_and_nothing_twice() -> None:
    lattice = over("the Red Party left", SHORT, LONG, Mention("party", 1, 3, "Red Party"))
    assert lattice.edges[1] == [LONG, SHORT]
    assert lattice.at(1, "party") is LONG
    assert lattice.at(1, "person") is None
    assert lattice.at(9, "party") is None
    assert "{party}" in lattice.present
    assert lattice.mentions() == (LONG, SHORT)


def test_words_and_kinds_are_found_where_they_start() -> None:
    lattice = over("the party and the Red", Mention("party", 3, 5, "Red"), Mention("party", 0, 2, "Blue Party"))
    assert lattice.starts(frozenset({"{party}"})) == [0, 3]
    assert lattice.starts(frozenset({"and", "{party}"})) == [0, 2, 3]
    assert lattice.starts(frozenset({"or"})) == []


def test_reading_goes_on_over_what_may_be_passed_over() -> None:
    lattice = over("it soon grew", Mention("own", 0, 1, "Blue Party"))
    lattice.skips[1].append(2)
    assert lattice.next_at(0) == {"it", "{own}"}
    assert lattice.next_at(1) == {"soon", "grew"}
    assert lattice.next_at(3) == {""}


def test_a_form_of_be_stands_alone_and_with_what_follows_it() -> None:
    assert over("was founded").next_at(0) == {"was", "was founded"}
    lattice = over("and dissolved")
    lattice.imply(1, frozenset({"was"}))
    assert lattice.next_at(1) == {"dissolved", "was", "was dissolved", "was was"}
    assert "was" in lattice.present


def test_words_may_be_understood_at_a_place_one_after_the_other() -> None:
    lattice = over("and dissolved")
    lattice.imply(1, frozenset({"was"}))
    lattice.imply(1, frozenset({"it"}))
    assert lattice.silent == {1: {"was", "it"}}
