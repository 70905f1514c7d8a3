"""Elections, elected bodies and public offices, each under the name that a fact gives it."""

from __future__ import annotations

import pytest

from partygraph.extraction.prose import mentions
from partygraph.extraction.prose.annotators import elections
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Entity, Kind, View


def read(text: str) -> Lattice:
    return mentions.read(View.verbatim(text, 0), Registry.of(Entity("Blue Party", Kind.PARTY)))


def named(text: str, kind: str) -> set[str]:
    return {mention.name for mention in read(text).mentions() if mention.kind == kind}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In the 2004 election it won.", {"2004 election"}),
        ("In the 2004 by-election it won.", {"2004 by-election"}),
        ("In 2004's election it won.", {"2004 election"}),
        ("It won the general election held in May 2015.", {"May 2015 general election"}),
        ("In the 2004 Majlis council election it won.", {"2004 Majlis council election"}),
        ("In elections to the National Assembly in 2005 it won.", {"2005 National Assembly election"}),
        ("In the May 2015 state senate special election it won.", {"May 2015 state senate special election"}),
        ("In the vote of 6 March 2005 it won.", {"6 March 2005 election"}),
        ("It won 28% of the vote of 2005.", set()),
        (
            "In the 1990, 1994 and 1998 general elections it won.",
            {
                "1990 general election, 1994 general election, 1998 general election",
                "1998 general election",
            },
        ),
        ("In the elections of 1990 and 1994 it won.", {"1990 election, 1994 election", "1990 election"}),
        ("In the presidential and parliamentary elections of 2006 and 2011 it won.", {"2006 parliamentary election"}),
    ],
)
def test_an_election_is_named_by_its_date_and_kind(text: str, names: set[str]) -> None:
    assert named(text, "election") == names


def test_an_election_has_its_date_kind_and_place() -> None:
    lattice = read("In the 2004 Ghanaian election it won.")
    election = lattice.at(2, "election")
    assert election is not None
    assert [(key, part.name) for key, part in election.parts] == [("place", "Ghana"), ("date", "2004")]


def test_of_several_elections_each_has_its_own_date() -> None:
    election = read("In the 1990 and 1994 elections it won.").at(2, "election")
    assert election is not None
    dates = [item.part("date") for item in election.items]
    assert [date.name for date in dates if date is not None] == ["1990", "1994"]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("It sits on the city council in Hartford, Connecticut.", "body", {"city council", "Hartford City Council"}),
        ("It sits on the city council.", "body", {"city council"}),
        ("She was governor.", "public-office", {"Governor"}),
        ("She was president.", "public-office", set()),
        ("She was foreign minister.", "office", {"Foreign minister", "Minister"}),
        (
            "She was minister of labour and social affairs.",
            "office",
            {"Minister of labour and social affairs", "Minister"},
        ),
        (
            "She was Minister for Agriculture, Stock and Fisheries.",
            "office",
            {"Minister for Agriculture, Stock and Fisheries", "Minister"},
        ),
        ("She was Minister of Defence and Ann Lee left.", "office", {"Minister of Defence"}),
        (
            "She was Deputy Minister of Defence.",
            "office",
            {"Deputy Minister of Defence", "Deputy Minister", "Minister of Defence"},
        ),
    ],
)
def test_a_body_and_an_office_are_named_with_what_they_are_of(text: str, kind: str, names: set[str]) -> None:
    assert named(text, kind) == names


def test_an_office_has_its_place() -> None:
    mayor = read("She was mayor of Walden.").at(2, "public-office")
    place = mayor.part("place") if mayor is not None else None
    assert place is not None and place.name == "Walden"


def test_an_election_is_dated_by_what_stands_elsewhere() -> None:
    date = Mention("date", 3, 4, "1994", weak=True)
    general = Mention("election", 0, 2, "general election", parts=(("type", Mention("text", 0, 1, "general")),))
    found = elections.dated(general, date)
    assert (found.name, found.start, found.end, found.weak) == ("1994 general election", 3, 4, True)
    assert [key for key, _ in found.parts] == ["type", "date"]
    assert elections.dated(None, date, "local").name == "1994 local election"
    assert elections.dated(None, date).name == "1994 election"
    assert elections.unknown(date) == ""
