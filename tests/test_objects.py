"""Where a sentence names the object of a statement, and where the same words are a part of something else."""

import pytest

from partygraph.extraction.prose import mentions
from partygraph.extraction.prose.corroboration.objects import is_of, is_of_another, is_part_of_name, is_within
from partygraph.extraction.prose.lattice import Lattice, Mention
from partygraph.extraction.prose.registry import Registry
from partygraph.model import Datatype, Entity, Kind, Literal, View

BLUE = Entity("Blue Party", Kind.PARTY, "Blue Party")


def read(text: str) -> Lattice:
    return mentions.read(View.verbatim(text, 0), Registry.of(BLUE))


def dates(lattice: Lattice) -> list[Mention]:
    return [edge for edges in lattice.edges for edge in edges if edge.kind == "date"]


@pytest.mark.parametrize(
    ("text", "stated", "same"),
    [
        ("It was founded in October 1954.", "1954", True),
        ("It was founded in 1954.", "1954-10", True),
        ("It was founded in 1955.", "1954-10", False),
    ],
)
def test_dates_agree_as_far_as_the_coarser_goes(text: str, stated: str, same: bool) -> None:
    (date,) = dates(read(text))
    kind = Datatype.YEAR if len(stated) == 4 else Datatype.YEAR_MONTH
    assert is_of(date, Literal(stated, kind)) is same


def test_a_body_is_named_by_its_name_and_no_part_of_a_longer_one() -> None:
    lattice = read("The Red Party left the Red Party Alliance.")
    red = Entity("Red Party", Kind.PARTY)
    found = [edge for edges in lattice.edges for edge in edges if edge.end > edge.start and is_of(edge, red)]
    assert found
    assert {edge.start for edge in found if not is_part_of_name(lattice, edge)} <= {0, 1}


def test_the_date_of_an_election_is_that_of_the_election() -> None:
    lattice = read("It was formed for the 1990 general election.")
    assert all(is_within(lattice, date, "election") for date in dates(lattice))
    lattice = read("It was formed in 1990.")
    assert not any(is_within(lattice, date, "election") for date in dates(lattice))


def test_a_date_behind_a_participle_is_of_the_name_before_it() -> None:
    lattice = read("It came from the Red Party, founded in 1990.")
    assert all(is_of_another(lattice, date) for date in dates(lattice))
    lattice = read("The Blue Party, founded in 1990, is small.")
    assert not any(is_of_another(lattice, date) for date in dates(lattice))
